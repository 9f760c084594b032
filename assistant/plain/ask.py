"""A question and its answer; the conversation before it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup
from starlette.responses import Response

from assistant.answering import LONGEST_QUESTION
from assistant.desk.asking import Asking
from assistant.desk.opened import Desk
from assistant.desk.places import place_of_span
from assistant.desk.understood import not_narrowed, scope_read, understood_in_words
from assistant.fragments.sources import cited_source
from assistant.fragments.statements import (
    notes_html,
    refusal_html,
    related_html,
    statement_html,
)
from assistant.plain.addresses import (
    Link,
    address,
    asking_in,
    asking_parameters,
    place_parameters,
    turn_parameters,
)
from assistant.plain.drawing import View, fragment
from assistant.plain.narrowing import choices
from assistant.rendering import NOT_AN_ANSWER
from assistant.replies import Answer, Citation, NotRecorded, Reply
from assistant.understanding.questions import Question, ScopePart
from corpus.errors import BadRequestError

_NEAREST = 2
"""Passages shown with a refusal: more would push it off the screen."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, or a passage that does not answer, with links to its sources."""

    html: Markup
    sources: tuple[Link, ...]


def show(view: View) -> Response:
    """The empty page, or the answer to the latest question of the address."""
    desk, asking = view.desk, asking_in(view.given)
    shown: dict[str, object] = {
        "held": desk.catalogue.in_words(),
        "examples": _examples(view, desk),
        "choices": choices(desk.catalogue, asking.filters),
        "longest": LONGEST_QUESTION,
        "notices": desk.assistant.notices,
    }
    if not asking.turns:
        return view.page("ask.html", shown)
    shown |= {"asked": asking.turns[-1].question, "earlier": _earlier(view, asking)}
    try:
        reply = view.frame.site.remembered.conversation(desk, asking).replies[-1]
    except BadRequestError as error:
        shown |= {"fault": str(error), "hidden": turn_parameters(asking.before)}
        return view.page("answer.html", shown, 422)
    shown |= {"hidden": turn_parameters(asking), **_answered(view, asking, reply)}
    return view.page("answer.html", shown)


def _examples(view: View, desk: Desk) -> list[Link]:
    return [Link(asked, address(f"{view.base}/", [("q", asked)])) for asked in desk.questions]


def _earlier(view: View, asking: Asking) -> list[Link]:
    """The questions before the latest, each leading to its own answer."""
    before = [
        Asking(asking.turns[:number], asking.filters) for number in range(1, len(asking.turns))
    ]
    return [Link(each.turns[-1].question, _to(view, each)) for each in before]


def _to(view: View, asking: Asking) -> str:
    return address(f"{view.base}/", asking_parameters(asking))


def _answered(view: View, asking: Asking, reply: Reply) -> dict[str, object]:
    told: dict[str, object] = {
        "fault": "",
        "understood": " · ".join(understood_in_words(reply.question)),
        "chips": _chips(view, asking, reply.question),
        "not_an_answer": NOT_AN_ANSWER,
    }
    if isinstance(reply, NotRecorded):
        refusal = fragment(refusal_html(reply, level=2))
        related = _related(view, asking, reply.related)
        return told | {"said": (), "notes": "", "refusal": refusal, "related": related}
    notes = fragment(notes_html(reply.notes)) if reply.notes else ""
    return told | {
        "said": _answer(view, asking, reply),
        "notes": notes,
        "refusal": "",
        "related": (),
    }


def _chips(view: View, asking: Asking, question: Question) -> list[Link]:
    """A link for each part that was read or set aside: it asks again with it turned about."""
    read = scope_read(question)
    chips = []
    for part in ScopePart:
        if part not in read and part not in question.without:
            continue
        set_aside = part in question.without
        words = (
            f"{not_narrowed(part)}: put it back" if set_aside else f"Do not narrow to {read[part]}"
        )
        latest = replace(asking.turns[-1], without=question.without ^ {part})
        turned = replace(asking, turns=(*asking.turns[:-1], latest))
        chips.append(Link(words, _to(view, turned)))
    return chips


def _answer(view: View, asking: Asking, reply: Answer) -> tuple[Said, ...]:
    said = []
    for statement in reply.statements:
        cited = [c for c in reply.citations if c.number in statement.citations]
        html = fragment(statement_html(statement, cited))
        said.append(Said(html, _sources(view, asking, cited, reply.citations)))
    return tuple(said)


def _related(view: View, asking: Asking, related: Sequence[Citation]) -> tuple[Said, ...]:
    return tuple(
        Said(fragment(related_html(each)), _sources(view, asking, [each], related))
        for each in related[:_NEAREST]
    )


def _sources(
    view: View, asking: Asking, cited: Sequence[Citation], among: Sequence[Citation]
) -> tuple[Link, ...]:
    """Links to the passages; each knows the answer that it was opened from."""
    return tuple(
        Link(
            f"[{citation.number}] {cited_source(citation).short_name}",
            source_address(view, asking, citation, among.index(citation) + 1),
        )
        for citation in cited
    )


def source_address(view: View, asking: Asking, citation: Citation, number: int) -> str:
    """Where a citation opens, as source ``number`` (from 1) of the latest answer."""
    place = place_parameters(place_of_span(citation.span))
    return address(f"{view.base}/source", [*place, *asking_parameters(asking), ("n", str(number))])
