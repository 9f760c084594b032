"""Questions of fact, answered by the sentences and rows that say so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence import Evidence, Scored
from assistant.points import Answering, Point, Refusal
from assistant.questions import QuestionKind, kind_of, parts_of
from assistant.quoting import Quotable, widened
from assistant.refusing import not_decided, not_given, nothing_found
from corpus.papers import ADVISED, Decision, Force, Passage
from index.hits import Hit

MOST_WORDS = 110
MOST_POINTS = 3
"""Quotations of one answer, and words in all of them."""
CLOSE = 2.0
"""Further quotations are given if they score within this of the best."""
UNRELATED = -0.1
"""If the best sentence and the best passage both score below this ..."""
UNCOVERED = 0.5
"""... and the passage has less than this share of the subject's words, nothing answers."""
FEW = 8
"""Words. A shorter quotation ("There were none.") is read with the title of its item."""
HARDLY_COVERED = 0.2
"""A passage with less than this share of the subject's words is about something else."""
WRONG_TYPE = 6.0
"""A figure or date is looked for in sentences that score within this of the best."""
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|million|half|third|quarter|none|no)\b",
    re.I,
)
NAME = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]|\b[A-Z][a-z]+ [A-Z][a-z]+ \(|"
    r"\b(?:Director|Manager|Officer|Head of|Leader|Clerk|Chair(?:man)?)\b"
)
REASON = re.compile(
    r"\b(?:reasons?|because|so that|in order (?:to|that)|due to|as a result|since|therefore)\b",
    re.I,
)
FITS = 1.5
"""What words of the kind that the question asks for add to a score."""
YES_NO = re.compile(
    r"\W*(?:so |and |but )?(?:did|do|does|is|are|was|were|has|have|had|can|will|must|may)\b", re.I
)
WHEN = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:19|20)\d\d\b|\b(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day\b|\d\s*(?:am|pm|noon)\b|\b(?:spring|summer|autumn|winter|daily|"
    r"weekly|monthly|(?:next|last|this|each|every) (?:week|month|year|term))\b"
    r"|\d (?:day|week|month|year)s?",
    re.I,
)


def answer_fact(evidence: Evidence, preferred: Sequence[Hit] = ()) -> Answering | Refusal:
    """The quotations that answer each part of the question, or that nothing answers.

    They are taken from ``preferred`` if there are such hits.
    """
    if preferred:
        return _answer_part(evidence, preferred)
    first, *others = parts_of(evidence.question.standalone)
    if others:
        evidence = evidence.about(replace(evidence.question, standalone=first, kind=kind_of(first)))
    if len(evidence.scope.councils) > 1 or len(evidence.scope.periods) > 1:
        compared = _compared(evidence)
        if compared:
            return Answering(tuple(compared))
    found = _answer_part(evidence)
    if isinstance(found, Refusal):
        return found
    decision = _undecided(evidence, found.points[0])
    if decision:
        return not_decided(evidence, [decision])
    points = list(found.points)
    for part in others:
        question = replace(
            evidence.question, standalone=f"{part} (about: {first})", kind=kind_of(part)
        )
        more = _best_besides(evidence.about(question), points)
        if more:
            points = _with(points, more)
    return Answering(tuple(points))


def _answer_part(evidence: Evidence, hits: Sequence[Hit] | None = None) -> Answering | Refusal:
    scored = evidence.scored(hits)
    if not scored:
        return _nothing(evidence, scored)
    fitting = [each for each in scored if _has_type(evidence.question.kind, each.quotable)]
    if not fitting or fitting[0].score < scored[0].score - WRONG_TYPE:
        return _wrong_type(evidence, scored)
    fitting.sort(key=lambda each: -each.score - _bonus(evidence, each.quotable))
    best = fitting[0]
    covered = evidence.coverage(_with_titles(best.quotable.passage))
    unrelated = max(best.own, evidence.hits[0].score) < UNRELATED
    elsewhere = bool(evidence.subject) and covered < HARDLY_COVERED
    if hits is None and (elsewhere or (unrelated and covered < UNCOVERED)):
        return _nothing(evidence, scored)
    year = _year_missing(evidence, best.quotable.passage)
    if year:
        return not_given(f"anything of {year}", [each.quotable for each in scored])
    return Answering(tuple(_points(fitting)))


def _undecided(evidence: Evidence, point: Point) -> Decision | None:
    """The recommendation or proposal that is the best answer to a yes/no question.

    "Do care leavers swim free?" is not answered by a recommendation that they should.
    """
    if point.force not in ADVISED or not YES_NO.match(evidence.asked):
        return None
    span = point.quotables[-1].passage.span
    return next(
        (
            decision
            for decision in evidence.holdings.decisions
            if decision.span.source == span.source
            and decision.span.start < span.end
            and span.start < decision.span.end
        ),
        None,
    )


def _best_besides(evidence: Evidence, points: Sequence[Point]) -> Point | None:
    """The best quotation that is not in ``points``, if it is about the question at all."""
    kind = evidence.question.kind
    for each in evidence.scored():
        if each.own < UNRELATED:
            return None
        point = Point(each.quotable.passage.force, (each.quotable,))
        if _has_type(kind, each.quotable) and not _is_said(point, points):
            return _point(each.quotable)
    return None


def _compared(evidence: Evidence) -> list[Point]:
    """The best quotation for each council, or each period, that the question names."""
    scope, filters = evidence.scope, evidence.question.filters
    if len(scope.councils) > 1:
        sides = [replace(filters, council=council) for council in scope.councils]
    else:
        sides = [replace(filters, since=p.since, until=p.until) for p in scope.periods]
    points: list[Point] = []
    for side in sides:
        found = evidence.about(replace(evidence.question, filters=side))
        scored = found.scored()
        if scored and max(scored[0].own, found.hits[0].score) >= UNRELATED:
            points.append(_point(scored[0].quotable))
    return points if len(points) == len(sides) else []


def _points(scored: Sequence[Scored]) -> list[Point]:
    """The best quotation, and others about as good."""
    best = scored[0]
    points: list[Point] = []
    words = 0
    for each in scored:
        if each.score < best.score - CLOSE or len(points) == MOST_POINTS:
            break
        point = _point(each.quotable)
        length = sum(len(part.text.split()) for part in point.quotables)
        passage = each.quotable.passage
        again = passage.force is not Force.PROPOSED and any(
            passage.id == p.quotables[-1].passage.id for p in points
        )
        if again or _is_said(point, points) or (points and words + length > MOST_WORDS):
            continue
        points.append(point)
        words += length
    return points


def _point(part: Quotable) -> Point:
    wide = widened(part)
    leads = tuple(lead for lead in part.leads if not wide.start <= lead.start < wide.end)
    return Point(part.passage.force, (*leads, wide), with_title=len(wide.text.split()) < FEW)


def _with(points: Sequence[Point], more: Point) -> list[Point]:
    """``points`` and ``more``; the two are one quotation where they overlap."""
    part = more.quotables[-1]
    for at, point in enumerate(points):
        said = point.quotables[-1]
        if said.passage.id != part.passage.id:
            continue
        start, end = min(said.start, part.start), max(said.end, part.end)
        if len(part.passage.text[start:end].split()) <= MOST_WORDS:
            joint = (*point.quotables[:-1], Quotable(part.passage, start, end))
            return [*points[:at], replace(point, quotables=joint), *points[at + 1 :]]
    return [*points, *([] if _is_said(more, points) else [more])]


def _is_said(point: Point, points: Sequence[Point]) -> bool:
    """Whether the words of ``point`` stand in one of ``points`` already, or overlap it."""
    part = point.quotables[-1]
    for other in points:
        for said in other.quotables:
            if part.text in said.text or said.text in part.text:
                return True
            same = part.passage.id == said.passage.id
            if same and part.start < said.end and said.start < part.end:
                return True
    return False


def _has_type(kind: QuestionKind, part: Quotable) -> bool:
    if kind is QuestionKind.FIGURE:
        return bool(NUMBER.search(part.whole))
    if kind is QuestionKind.DATE:
        return bool(WHEN.search(part.whole))
    return True


def _year_missing(evidence: Evidence, passage: Passage) -> int | None:
    """A year that the question names and neither the passage nor its meeting has."""
    held_on = passage.paper.meeting.held_on
    text = _with_titles(passage)
    for period in evidence.scope.periods:
        year = period.since.year
        short = f"/{year % 100:02d}"
        if not period.holds(held_on) and str(year) not in text and short not in text:
            return year
    return None


def _bonus(evidence: Evidence, part: Quotable) -> float:
    """What naming a person adds where the question asks who, and a reason where it asks why."""
    if evidence.question.kind is QuestionKind.PERSON:
        return FITS * bool(NAME.search(part.text))
    if re.search(r"\b(?:why|reasons?)\b", evidence.asked, re.I):
        return FITS * bool(REASON.search(part.text))
    return 0.0


def _with_titles(passage: Passage) -> str:
    title = passage.item.title if passage.item else ""
    return " ".join((title, *passage.headings, passage.text))


def _wrong_type(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    what = "a date or time" if evidence.question.kind is QuestionKind.DATE else "a figure"
    return not_given(what, [each.quotable for each in scored])


def _nothing(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    return nothing_found(evidence, [each.quotable for each in scored])
