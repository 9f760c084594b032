"""Questions made from a library's own record, and their line in a question set."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.evaluation.gold import Phrase
from corpus.documents import Span
from corpus.papers import Force, Meeting


@dataclass(frozen=True, slots=True)
class Place:
    """Exact words, and where they stand."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with what a right reply holds, for people to look through.

    ``answer`` is the record's own words, or why there are none. An answer without a place
    where it stands cannot be made (ValueError).
    """

    question: str
    kind: str
    answerable: bool
    answer: str
    meeting: Meeting
    must_include: tuple[Phrase, ...] = ()
    evidence: tuple[Place, ...] = ()
    force: Force | None = None

    def __post_init__(self) -> None:
        if self.answerable and not self.evidence:
            raise ValueError(f"nothing answers: {self.question!r}")


def to_line(number: int, draft: Draft) -> str:
    """The line of a question set; ``number`` makes the id."""
    held_on = draft.meeting.held_on
    evidence = [row for place in draft.evidence for row in _rows(place)]
    fields = {
        "id": f"q{number:03}",
        "question": draft.question,
        "kind": draft.kind,
        "answerable": draft.answerable,
        "answer": draft.answer,
        "must_include": [p[0] if len(p) == 1 else list(p) for p in draft.must_include],
        "must_not_include": [],
        "evidence": evidence,
        "force": draft.force,
        "meeting": held_on.isoformat() if held_on else None,
        "follow_up_of": None,
        "standalone": None,
    }
    return json.dumps(fields, ensure_ascii=False)


def _rows(place: Place) -> Iterator[dict[str, str | int | None]]:
    """The lines of the words, or each of their pages: a citation names the first of its own."""
    span = place.span
    file: dict[str, str | int | None] = {"file": span.source}
    if span.page is None:
        yield {**file, "line_start": span.line_start, "line_end": span.line_end, **_quote(place)}
        return
    for page in range(span.page, (span.page_end or span.page) + 1):
        yield {**file, "page": page, **_quote(place)}


def _quote(place: Place) -> dict[str, str | int | None]:
    return {"quote": " ".join(place.words.split())}
