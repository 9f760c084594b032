"""What a named person said, from the minutes."""

import re

from assistant.evidence import Evidence
from assistant.points import Answering, Point, Refusal
from assistant.quoting import Quotable, nearest
from corpus.papers import PaperKind, Passage
from index.hits import Hit

MOST_WORDS = 120
CLOSE = 2.5
"""Further remarks are quoted if they score within this of the best."""
SAID = (
    r"(?:asked|said|stated|commented|replied|explained|added|suggested|requested|raised|noted|"
    r"informed|reported|called|wished|queried|enquired|expressed|thanked|welcomed|felt|proposed|"
    r"highlighted|advised|declared|moved|seconded|mentioned|wondered|spoke|outlined|considered)"
)
ATTENDANCE = re.compile(r"\b(?:apolog|attendance|substitut|absen)", re.I)
PRESENT = re.compile(r"\b(?:present|in attendance|apologies)\b", re.I)
NAME = re.compile(
    r"\b(?:(?P<title>Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})"
)


def answer_saying(evidence: Evidence) -> Answering | Refusal | None:
    """What the person named in the question said, in the order of the minutes.

    None if no person is named whom the minutes in scope know.
    """
    stranger = _stranger(evidence)
    if stranger:
        return Refusal(f"No paper here names {stranger}.", ())
    person = _person(evidence)
    if person is None:
        return None
    surname = person.split()[-1]
    spoke = re.compile(rf"\b{re.escape(surname)}\b[^.]{{0,80}}?\b{SAID}\b")
    known = [p for p in evidence.holdings.passages if surname in p.text and _within(evidence, p)]
    parts = [
        Quotable(passage, *line.span())
        for passage in known
        if passage.paper.kind is PaperKind.MINUTES
        for line in re.finditer(r"[^\n]+", passage.text)
        if spoke.search(line[0])
    ]
    if not parts:
        if not any(p.paper.kind is PaperKind.MINUTES for p in known):
            return None
        return Refusal(
            f"The minutes name {person} but record nothing that {person} said on this.",
            nearest(each.quotable for each in evidence.scored()),
        )
    return Answering(tuple(Point(part.passage.force, (part,)) for part in _fitted(evidence, parts)))


def attending(evidence: Evidence) -> list[Hit]:
    """Who was there and who was not, in the minutes of the date asked about."""
    if not evidence.scope.periods:
        return []
    lists = [
        passage
        for passage in evidence.holdings.passages
        if passage.paper.kind is PaperKind.MINUTES
        and _within(evidence, passage)
        and (
            ATTENDANCE.search(passage.item.title) if passage.item else PRESENT.search(passage.text)
        )
    ]
    return [Hit(passage, 0.0) for passage in lists]


def _fitted(evidence: Evidence, parts: list[Quotable]) -> list[Quotable]:
    """Those on the subject, if it has words of its own, as many as fit into an answer."""
    scores = evidence.scores(parts)
    if len(parts) > 1 and any(evidence.coverage(part.text) > 0 for part in parts):
        best = max(scores)
        parts = [p for p, score in zip(parts, scores, strict=True) if score >= best - CLOSE]
    kept: list[Quotable] = []
    words = 0
    for part in parts:
        words += len(part.text.split())
        if kept and words > MOST_WORDS:
            break
        kept.append(part)
    return kept


def _person(evidence: Evidence) -> str | None:
    """The person that a question names, if the papers have that surname."""
    known = {
        word
        for passage in evidence.holdings.passages
        if passage.paper.kind is PaperKind.MINUTES
        for word in re.findall(r"[A-Z][\w'’-]+", passage.text)
    }
    for match in NAME.finditer(evidence.question.standalone):
        words = match["name"].split()
        named_as_person = match["title"] or len(words) > 1
        if named_as_person and words[-1] in known and _is_speaker(evidence, words[-1]):
            return match["name"]
    return None


def _stranger(evidence: Evidence) -> str | None:
    """A person whom the question names with a title, and whose surname no passage has."""
    for match in NAME.finditer(evidence.asked):
        surname = re.sub(r"['’]s?$", "", match["name"].split()[-1])
        if match["title"] and not any(surname in p.text for p in evidence.holdings.passages):
            return match[0]
    return None


def _is_speaker(evidence: Evidence, surname: str) -> bool:
    """Whether the minutes use the word as the name of a person."""
    person = re.compile(
        rf"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|[A-Z][\w'’-]+)\.?\s+{re.escape(surname)}\b"
        rf"(?:\s+\([^)]*\)|,|\s+{SAID}|\s+and\b|\.|$)",
        re.M,
    )
    return any(person.search(p.text) for p in evidence.holdings.passages)


def _within(evidence: Evidence, passage: Passage) -> bool:
    paper = passage.paper
    periods = evidence.scope.periods
    in_time = not periods or any(p.holds(paper.meeting.held_on) for p in periods)
    return in_time and evidence.question.filters.admit(paper)
