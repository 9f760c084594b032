"""Questions of fact, answered by the sentences and rows that say so."""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence, Scored
from assistant.points import Answering, Point, Refusal
from assistant.questions import QuestionKind
from assistant.quoting import Quotable
from assistant.replies import ReplyStatus
from corpus.papers import Passage

MOST_WORDS = 95
MOST_POINTS = 3
CLOSE = 2.5
"""Further sentences are given if they score within this of the best."""
UNRELATED = 0.0
"""If the best sentence scores below this ..."""
UNCOVERED = 0.5
"""... and its passage has less than this share of the subject's words, nothing answers."""
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|million|half|third|quarter|none|no)\b",
    re.I,
)
WHEN = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:19|20)\d\d\b|\b(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day\b|\d(?:am|pm|\.\d\d)|\b(?:spring|summer|autumn|winter|week|month|"
    r"year|day|term|daily|immediately|where|when|before|after|until)s?\b",
    re.I,
)
SAID = (
    r"(?:asked|said|stated|commented|replied|explained|added|suggested|requested|raised|noted|"
    r"informed|reported|called|wished|queried|enquired|expressed|thanked|welcomed|felt|proposed|"
    r"highlighted|advised|declared|moved|seconded|mentioned|wondered|spoke|outlined|considered)"
)
NAME = re.compile(
    r"\b(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Cllrs)\.?\s+)?"
    r"((?:[A-Z][\w'’-]+\s+){1,2}[A-Z][\w'’-]+|(?<=Cllr )[A-Z][\w'’-]+|(?<=Councillor )[A-Z][\w'’-]+)"
)


def answer_fact(evidence: Evidence) -> Answering | Refusal:
    """The sentences that answer best, or that nothing answers."""
    scored = evidence.scored()
    if not scored:
        return _nothing(evidence, scored)
    fitting = [each for each in scored if _has_type(evidence.question.kind, each.quotable)]
    if not fitting or fitting[0].score < scored[0].score - 6:
        return _wrong_type(evidence, scored)
    best = fitting[0]
    context = best.quotable.passage
    if best.own < UNRELATED and evidence.coverage(_with_titles(context)) < UNCOVERED:
        return _nothing(evidence, scored)
    return Answering(tuple(_points(fitting)))


def answer_saying(evidence: Evidence) -> Answering | Refusal | None:
    """What a named person said, in the order of the minutes; None if nobody is named."""
    person = _person(evidence)
    if person is None:
        return None
    surname = person.split()[-1]
    spoke = re.compile(rf"\b{re.escape(surname)}\b[^.]{{0,80}}?\b{SAID}\b")
    parts = [
        Quotable(passage, *match.span())
        for passage in evidence.holdings.passages
        if surname in passage.text and _within(evidence, passage)
        for match in re.finditer(r"[^\n]+", passage.text)
        if spoke.search(match[0])
    ]
    if not parts:
        listed = any(surname in p.text and _within(evidence, p) for p in evidence.holdings.passages)
        if not listed:
            return None
        return Refusal(
            f"The papers name {person} but record no contribution by {person} "
            "to what was asked about.",
            _nearest(evidence.scored()),
        )
    topical = evidence.coverage(" ".join(part.text for part in parts)) > 0
    subject = [word for word in evidence.subject if word not in set(surname.casefold().split())]
    if subject and topical and len(parts) > 1:
        scores = evidence.scores(parts)
        best = max(scores)
        parts = [p for p, score in zip(parts, scores, strict=True) if score >= best - CLOSE]
    return Answering(tuple(Point(part.passage.force, (part,)) for part in _fitted(parts)))


def _points(scored: Sequence[Scored]) -> list[Point]:
    """The best quotation, and others about as good, in the order they stand in."""
    best = scored[0]
    chosen: list[Quotable] = []
    words = 0
    for each in scored:
        if each.score < best.score - CLOSE or len(chosen) == MOST_POINTS:
            break
        length = len(each.quotable.whole.split())
        if any(_says_the_same(each.quotable, other) for other in chosen):
            continue
        if chosen and words + length > MOST_WORDS:
            continue
        chosen.append(each.quotable)
        words += length
    first = [part for part in chosen if part.passage.id == chosen[0].passage.id]
    others = [part for part in chosen if part.passage.id != chosen[0].passage.id]
    first.sort(key=lambda part: part.start)
    return [Point(part.passage.force, _with_lead(part)) for part in first + others]


def _with_lead(part: Quotable) -> tuple[Quotable, ...]:
    return (part.lead, part) if part.lead else (part,)


def _says_the_same(one: Quotable, other: Quotable) -> bool:
    return one.text in other.text or other.text in one.text


def _fitted(parts: Sequence[Quotable]) -> list[Quotable]:
    """As many as fit into an answer."""
    kept: list[Quotable] = []
    words = 0
    for part in parts:
        words += len(part.text.split())
        if kept and words > MOST_WORDS + 20:
            break
        kept.append(part)
    return kept


def _has_type(kind: QuestionKind, part: Quotable) -> bool:
    if kind is QuestionKind.FIGURE:
        return bool(NUMBER.search(part.whole))
    if kind is QuestionKind.DATE:
        return bool(WHEN.search(part.whole))
    return True


def _person(evidence: Evidence) -> str | None:
    """The person that a question names, if the papers know the name."""
    for match in NAME.finditer(evidence.question.standalone):
        words = match[1].split()
        if any(re.search(rf"\b{re.escape(words[-1])}\b", p.text) for p in evidence.holdings.passages):
            if evidence.tools.rarity.holds(words[-1].casefold()) or len(words) > 1:
                return match[1]
    return None


def _within(evidence: Evidence, passage: Passage) -> bool:
    paper = passage.paper
    periods = evidence.scope.periods
    in_time = not periods or any(p.holds(paper.meeting.held_on) for p in periods)
    return in_time and evidence.question.filters.admit(paper)


def _with_titles(passage: Passage) -> str:
    title = passage.item.title if passage.item else ""
    return " ".join((title, *passage.headings, passage.text))


def _wrong_type(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    what = "a date or time" if evidence.question.kind is QuestionKind.DATE else "a figure"
    return Refusal(
        f"The papers do not give {what} for this. They only touch on the subject.",
        _nearest(scored),
    )


def _nothing(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    unknown = [w for w in dict.fromkeys(evidence.subject) if not evidence.tools.rarity.holds(w)]
    outside = bool(evidence.subject) and len(unknown) >= len(evidence.subject) / 2
    return Refusal(
        "These papers do not answer this: nothing in them says it.",
        _nearest(scored),
        ReplyStatus.OUTSIDE if outside else ReplyStatus.NOT_RECORDED,
    )


def _nearest(scored: Sequence[Scored]) -> tuple[Quotable, ...]:
    chosen: dict[str, Quotable] = {}
    for each in scored:
        chosen.setdefault(each.quotable.passage.id, each.quotable)
    return tuple(list(chosen.values())[:4])
