"""What a named person said, from the minutes."""

import re
from collections.abc import Iterator

from assistant.answers.points import Answering, Point, Refusal
from assistant.evidence.gathering import Evidence
from assistant.evidence.quoting import RAISES, REPLIES, Quotable, nearest
from assistant.understanding.questions import SAYING, subject_words
from corpus.papers import Appearance, Capacity, Force, PaperKind, Passage
from corpus.people.speakers import speech_in
from corpus.text.sentences import sentences

MOST_WORDS = 110
CLOSE = 2.5
"""Further remarks are quoted if they score within this of the best."""
ON_SUBJECT = 0.4
"""A remark that has this share of the subject's words is on it ..."""
SURE = 1.0
"""... and so is one that the reranker scores above this."""
SPEAKING = frozenset({Capacity.SPOKE, Capacity.MOVED, Capacity.SECONDED})
ANSWERED = re.compile(
    r"\b(?:what|how|who) (?:\w+ ){0,3}?(?:was|were) (?:[\w'’]+ ){0,4}told\b|\brepl(?:y|ies|ied)\b"
    r"|\bresponse\b|\bresponded\b|\banswer(?:ed)?\b",
    re.I,
)
FORMS_OF_ADDRESS = "mr mrs ms miss dr cllr cllrs councillor councillors coun prof sir dame"
NO_NAMES = frozenset(
    f"{FORMS_OF_ADDRESS} did does do has have had was were is are what which who when where why "
    "how the and".split()
)
"""Words that a capital at the start of a question or before a name makes look like names."""
ANSWERED_OF = 2
"""Remarks that are quoted with what was replied."""
OCCASIONS = "meeting debate discussion point points item"
TITLES = r"(?i:Cllrs?|Councillors?|Coun|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)"
TOLD_OF = re.compile(r"\b(?:comments?|remarks?|statements?|views?) (?:\w+ )?by [^,.;]*", re.I)
"""What others tell of somebody's words is not what they said."""
HEADED = re.compile(
    r"\W*(?:reply|response|answer|question|statement)\b[^.]* (?:by|from) .*:\W*$", re.I
)
"""A line over the words of a named person."""
NAME = re.compile(
    rf"\b(?:(?P<title>{TITLES})\.?\s+)?"
    r"(?P<name>[A-Z](?:[\w'’-]+|\.)(?:\s+[A-Z][\w'’-]+){0,2})"
    rf"|\b{TITLES}\.?\s+(?P<small>[a-z][\w'’-]+)"
)


def answer_saying(evidence: Evidence) -> Answering | Refusal | None:
    """What the person named in the question said, in the order of the minutes.

    None if no person is named whom the minutes know.
    """
    stranger = _stranger(evidence)
    if stranger:
        return Refusal(f"No paper here names {stranger}.", ())
    person = person_in(evidence)
    if person is None:
        return None
    remarks = list(dict.fromkeys(_remarks(evidence, person)))
    fitted = _fitted(evidence, person, remarks)
    fitted = _with_replies(evidence, fitted)
    if not fitted:
        return Refusal(
            f"The minutes name {person} but record nothing that {person} said on this.",
            nearest([*remarks, *(each.quotable for each in evidence.scored())]),
            is_near_miss=True,
        )
    return Answering(tuple(Point(part.passage.force, (part,)) for part in fitted))


def person_in(evidence: Evidence) -> str | None:
    """The person that the question names, as it does, if the minutes have them."""
    known = evidence.holdings.where.surnames
    for match in NAME.finditer(evidence.question.standalone):
        spelt = re.sub(r"['’]s?$", "", match["name"] or match["small"])
        words = [word for word in spelt.split() if word.rstrip(".").casefold() not in NO_NAMES]
        titled = match["title"] or match["small"] or len(words) > 1 or len(spelt.split()) > 1
        if words and titled and words[-1].casefold() in known:
            return " ".join(words)
    return None


def appearances_of(evidence: Evidence, person: str) -> list[Appearance]:
    """Where the minutes in scope have a person of this name."""
    return [
        appearance
        for appearance in evidence.holdings.where.called(person.casefold().split()[-1])
        if is_called(appearance.person.name, person) and evidence.admits(appearance.paper)
    ]


def is_called(name: str, asked: str) -> bool:
    """Whether ``name`` may be ``asked``: the same surname, and no other first name or initial."""
    *first, last = asked.casefold().split()
    words = name.casefold().split()
    if last not in words:
        return False
    others = words[: words.index(last)]
    return not (first and others and first[0][0] != others[0][0])


def _remarks(evidence: Evidence, person: str) -> Iterator[Quotable]:
    """The lines in which the person speaks, in the order of the minutes."""
    surname = person.rsplit(maxsplit=1)[-1]
    spells = re.compile(rf"\b{re.escape(surname)}\b", re.I)
    folded = surname.casefold()
    for passage in _minuted(evidence):
        if folded not in passage.text.casefold():
            continue
        for line in re.finditer(r"[^\n]+", passage.text):
            if spells.search(line[0]) and HEADED.match(line[0]):
                spoken = re.compile(r"[^\n]+").search(passage.text, line.end())
                yield Quotable(passage, line.start(), spoken.end() if spoken else line.end())
            elif spells.search(line[0]) and _speaks(person, TOLD_OF.sub("", line[0])):
                yield Quotable(passage, *line.span())


def _minuted(evidence: Evidence) -> Iterator[Passage]:
    """The passages of the minutes in scope, in order."""
    for paper in evidence.holdings.papers:
        if paper.kind is PaperKind.MINUTES and evidence.admits(paper):
            yield from evidence.holdings.where.in_paper(paper)


def _speaks(person: str, line: str) -> bool:
    return any(
        capacity in SPEAKING and is_called(found.person.name, person)
        for start, end in sentences(line)
        for capacity, found in speech_in(line[start:end])
    )


def _with_replies(evidence: Evidence, parts: list[Quotable]) -> list[Quotable]:
    """``parts``; after each of the first two that asks something, what was replied to it.

    Where only the reply is asked for, no further remarks.
    """
    asks_for_reply = bool(ANSWERED.search(evidence.asked))
    kept: list[Quotable] = []
    for at, part in enumerate(parts[:ANSWERED_OF] if asks_for_reply else parts):
        kept.append(part)
        if asks_for_reply:
            kept += _line_after(evidence, part)
        elif at < ANSWERED_OF and RAISES.search(part.text):
            kept += [line for line in _line_after(evidence, part) if REPLIES.search(line.text)]
    return list(dict.fromkeys(kept))


def _line_after(evidence: Evidence, part: Quotable) -> Iterator[Quotable]:
    """What the minute has next: the reply to a question stands under it."""
    after = re.compile(r"[^\n]+").search(part.passage.text, part.end)
    if after:
        under = re.compile(r"[^\n]+").search(part.passage.text, after.end())
        headed = under is not None and HEADED.match(after[0])
        yield Quotable(
            part.passage, after.start(), under.end() if under and headed else after.end()
        )
        return
    of_item = evidence.holdings.where.in_minute(part.passage.paper, part.passage.item)
    at = next((n for n, each in enumerate(of_item) if each.id == part.passage.id), None)
    if at is not None and at + 1 < len(of_item):
        following = of_item[at + 1]
        line = re.search(r"[^\n]+", following.text)
        if line and following.force is Force.DISCUSSED:
            yield Quotable(following, *line.span())


def _fitted(evidence: Evidence, person: str, parts: list[Quotable]) -> list[Quotable]:
    """Those on the subject, if it has words of its own, as many as fit into an answer."""
    verbs = " ".join(match[0] for match in SAYING.finditer(evidence.asked))
    besides = set(subject_words(f"{person} {verbs} {FORMS_OF_ADDRESS} {OCCASIONS}"))
    subject = [word for word in evidence.subject if word not in besides]
    if subject and parts:
        rarity = evidence.tools.rarity
        covers = [(part, rarity.coverage(subject, _with_title(part))) for part in parts]
        touching = [(part, covered) for part, covered in covers if covered > 0]
        scores = evidence.scores([part for part, _ in touching])
        on = [
            (part, score)
            for (part, covered), score in zip(touching, scores, strict=True)
            if covered >= ON_SUBJECT or score >= SURE
        ]
        best = max((score for _, score in on), default=0.0)
        parts = [part for part, score in on if score >= best - CLOSE]
    kept: list[Quotable] = []
    words = 0
    for part in parts:
        words += len(part.text.split())
        if kept and words > MOST_WORDS:
            break
        kept.append(part)
    return kept


def _with_title(part: Quotable) -> str:
    item = part.passage.item
    return f"{item.title if item else ''} {part.text}"


def _stranger(evidence: Evidence) -> str | None:
    """A person whom the question names with a title, and whose surname no passage has."""
    for match in NAME.finditer(evidence.asked):
        if not match["title"]:
            continue
        surname = re.sub(r"['’]s?$", "", match["name"].split()[-1])
        if not any(surname in passage.text for passage in evidence.holdings.passages):
            return match[0]
    return None
