"""What came of a proposal, further down in its minute than the words that match best.

A question on a motion is nearest to the motion. What the minute records in the end (carried,
lost, deferred, ruled out of order) stands below it and has few of its words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.quoted import quoted
from assistant.answers.resolving import OWN, point_of
from assistant.evidence.business import following
from assistant.evidence.decided_words import FORMAL, about
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import ALIKE, COVERED, HALF_COVERED
from assistant.evidence.quoting import Quotable, quotables
from assistant.understanding.questions import DECIDING, YES_NO
from corpus.papers import ADVISED, DECIDED, Decision, Force, PaperKind, Passage

ASKS_WHAT_CAME = re.compile(
    r"\W*(?:(?:so|and|but|then|ok)\W+)*(?:did|was|were|has|have|had|would|will)\b"
    r"|\W*(?:is|are)\b.{3,80}\bgoing to\b"
    r"|.*\b(?:in the end|end(?:ed)? up|what (?:happened|came|became)|results?|go(?:ne)? along"
    r"|went along|go(?:t|es)? (?:through|anywhere|ahead)|went (?:through|ahead)|w[io]n|succeed\w*"
    r"|how (?:was|were|is) .{3,120} left)\b",
    re.I | re.S,
)
CLOSES = re.compile(
    r"\bdeclared\b[^.]{0,60}\b(?:not in favour|carried|lost|defeated)\b"
    r"|\b(?:members?|votes?|councillors?|\d+) (?:were )?(?:in favour|for)\b[^.]{0,60}\bagainst\b"
    r"|\bnot (?:be )?(?:the )?(?:correct|right|proper|appropriate) (?:forum|body|place)\b"
    r"|\b(?:ruled|was|were|be) (?:ruled )?out of order\b|\bno seconder\b|\bnot seconded\b"
    r"|\boutside (?:the|its|their) (?:remit|powers|jurisdiction)\b"
    r"|\b(?:was|were|been) (?:unsuccessful|not successful|turned down|declined|ruled out)\b",
    re.I,
)
"""Ends a piece of business in words that are no resolution."""
POINTS_BACK = re.compile(
    r"\b(?:this|the|these|it|that)(?: (?:original|substantive|above|said))? (?:proposals?|motions?"
    r"|items?|matters?|requests?|recommendations?|amendments?|applications?|suggestions?|reports?"
    r"|nominations?|scheme)\b",
    re.I,
)
"""Names what was proposed without telling it."""
ONLY_ASKS = re.compile(
    r"\b(?:I|we) (?:will|shall|wish to|would like to|hereby) (?:move|propose|ask|call)\b"
    r"|^\W*(?:notice of motion|motion|question)\b",
    re.I,
)
"""The text of a motion or of a question, which says nothing of what is so."""
WAS_IT_DONE = re.compile(
    r"^\W*(?:(?:so|and|but)\W+)*(?:was|were|has|have|had|did|is|are)\b"
    r"(?!.*\b(?:propos|suggest|request|ask|rais|mov|call|second|discuss|mention|consider|want|say"
    r"|said|urg|support|oppos|favour|think|believ)\w*)",
    re.I | re.S,
)
"""Asks whether something is so, not whether anybody spoke for it."""
PROPOSES = re.compile(
    r"\b(?:proposed|suggested|requested|asked|urged|moved|called)\b[^.;]{0,120}"
    r"\b(?:(?:should|could|might|to) |that [^.;]{3,120} )be(?:en)?\b"
    r"|\b(?:proposed|suggested|requested|asked) (?:that )?(?-i:[A-Z])[^.;]{2,60}(?<!would)(?<!will)"
    r"(?<!may) be [a-z]+\b",
    re.I,
)
"""Words for something that is to be done, by somebody who does not decide it alone."""
REPLY = re.compile(r"\W*(?:repl(?:y|ies)|response|answer)\b", re.I)
"""A heading, or the first word, of what officers answer to it."""
MOST_WORDS = 110
NEAREST = 2
"""Passages found first, one of which may be the proposal that is asked about."""


def with_outcome(evidence: Evidence, points: Sequence[Point]) -> list[Point]:
    """``points``, and after the first what came of it, if that is asked for and recorded."""
    first = _with_its_fate(evidence, points[0])
    asked = evidence.question.standalone
    unanswered = ONLY_ASKS.search(first.quotables[-1].text) and YES_NO.match(asked)
    if not (ASKS_WHAT_CAME.match(asked) or DECIDING.search(asked) or unanswered):
        return [first, *points[1:]]
    came = _besides(outcomes_of(evidence, first), points)
    if not came:
        return [first, *points[1:]]
    words, kept = sum(map(_length, (first, *came))), [_as_proposed(evidence, first), *came]
    for point in points[1:]:
        words += _length(point)
        if words > MOST_WORDS:
            break
        kept.append(point)
    return kept


def only_proposed(evidence: Evidence, points: Sequence[Point]) -> bool:
    """Whether somebody only spoke for what is asked about, and its minute tells no end."""
    point, part = points[0], points[0].quotables[-1]
    of_minutes = part.passage.paper.kind is PaperKind.MINUTES
    is_debate = len(points) == 1 and point.force is Force.DISCUSSED and of_minutes
    if not is_debate or not WAS_IT_DONE.match(evidence.question.standalone):
        return False
    told = [each for each in quotables(part.passage) if part.start <= each.start < part.end]
    best = _best(evidence, told)
    if best is None or not PROPOSES.search(best.text):
        return False
    return not CLOSES.search(part.text) and not outcomes_of(evidence, point)


def how_it_was_left(evidence: Evidence, decided: Answering | Refusal) -> Answering | None:
    """How the minute found first leaves what it proposes.

    None where ``decided`` is as much about the subject, or the minute does not say; to
    recommend is not to decide.
    """
    if isinstance(decided, Answering) and not YES_NO.match(evidence.question.standalone):
        return None
    least = max(COVERED, _coverage(evidence, decided) + ALIKE)
    near = (hit for hit in evidence.hits[:NEAREST] if _is_debate(evidence, hit.passage))
    hit = next((hit for hit in near if _covers(evidence, hit.passage, least)), None)
    if hit is None:
        return None
    point = quoted(evidence.scored([hit])[0].quotable)
    came = _besides(outcomes_of(evidence, point), [point])
    if not came and not CLOSES.search(point.quotables[-1].text):
        return None
    if any(each.force in ADVISED for each in came):
        return None
    return Answering((_as_proposed(evidence, point), *came))


def _covers(evidence: Evidence, passage: Passage, least: float) -> bool:
    """Whether a passage of a meeting that is asked about has ``least`` of the subject."""
    covered = evidence.coverage(f"{_titles(passage)} {passage.text}")
    return evidence.admits(passage.paper) and covered >= least


def _coverage(evidence: Evidence, decided: Answering | Refusal) -> float:
    """How much of the subject the decisions found have, at most; 0 for none."""
    points = decided.points if isinstance(decided, Answering) else ()
    return max((evidence.coverage(about(p.decision)) for p in points if p.decision), default=0.0)


def outcomes_of(evidence: Evidence, point: Point) -> list[Point]:
    """How the business that ``point`` quotes ended: what came first, and last."""
    part = point.quotables[-1]
    ends = _ends(evidence, part) if _is_debate(evidence, part.passage) else []
    return [*ends[:1], *ends[1:][-1:]]


def _with_its_fate(evidence: Evidence, point: Point) -> Point:
    """``point`` with the force of what its passage decides but for the order of business."""
    passage = point.quotables[-1].passage
    forces = {
        decision.force
        for decision in _decisions(evidence, passage)
        if evidence.holdings.passage_at(decision.span) == passage
    }
    return replace(point, force=forces.pop()) if len(forces) == 1 else point


def _as_proposed(evidence: Evidence, point: Point) -> Point:
    """``point`` as debate: what its passage settles besides is only the order of business."""
    if point.force not in DECIDED:
        return point
    debate = replace(point.quotables[-1].passage, force=Force.DISCUSSED)
    best = _best(evidence, quotables(debate))
    return quoted(best) if best else replace(point, force=Force.DISCUSSED)


def _best(evidence: Evidence, parts: Sequence[Quotable]) -> Quotable | None:
    scores = evidence.scores(parts)
    best = max(zip(scores, parts, strict=True), key=lambda each: each[0], default=None)
    return best[1] if best else None


def _ends(evidence: Evidence, part: Quotable) -> list[Point]:
    """The ends of the business of ``part`` that stand below it, in order.

    In a minute that is not on the subject as a whole, the first one alone is sure to be its end.
    """
    decided = _decisions(evidence, part.passage)
    sure: list[Point] = []
    others: list[Point] = []
    for number, passage in enumerate(following(evidence.holdings.where, part.passage)):
        here = [d for d in decided if evidence.holdings.passage_at(d.span) == passage]
        for decision in here:
            on_it = evidence.coverage(decision.words) >= HALF_COVERED
            is_sure = on_it or number <= 1 or POINTS_BACK.search(decision.words)
            (sure if is_sure else others).append(point_of(evidence, decision, shortened=True))
        if not here:
            sure += _closing(evidence, passage, part.end if number == 0 else 0)
    if not _is_of_one_subject(evidence, part.passage):
        return sure[:1]
    return sure or others[-1:]


def _decisions(evidence: Evidence, passage: Passage) -> list[Decision]:
    """What the minute of ``passage`` decided, but for the order of business."""
    return [
        decision
        for decision in evidence.holdings.decisions
        if decision.paper.id == passage.paper.id
        and decision.item == passage.item
        and decision.force in OWN
        and not (decision.force in DECIDED and FORMAL.search(decision.words))
    ]


def _is_debate(evidence: Evidence, passage: Passage) -> bool:
    """Whether a passage is of minutes and settles nothing but the order of business."""
    return passage.paper.kind is PaperKind.MINUTES and all(
        evidence.holdings.passage_at(decision.span) != passage
        for decision in _decisions(evidence, passage)
    )


def _is_of_one_subject(evidence: Evidence, passage: Passage) -> bool:
    """Whether a passage stands under a heading of its own, or its minute is on the subject."""
    title = passage.item.title if passage.item else ""
    headed = any(heading.casefold() != title.casefold() for heading in passage.headings)
    return headed or evidence.coverage(title) >= HALF_COVERED


def _titles(passage: Passage) -> str:
    """The titles that a passage stands under in its minute."""
    return " ".join((passage.item.title if passage.item else "", *passage.headings))


def _closing(evidence: Evidence, passage: Passage, start: int) -> Iterator[Point]:
    """The sentences of a debate that end it, from ``start`` on, or the best of a reply."""
    parts = [part for part in quotables(passage) if part.end > start]
    closing = [part for part in parts if CLOSES.search(part.text)]
    if closing:
        yield Point(passage.force, (replace(closing[0], end=closing[-1].end),))
    elif REPLY.match(passage.text) or any(map(REPLY.match, passage.headings[-1:])):
        best = _best(evidence, parts)
        if best:
            yield quoted(best)


def _besides(came: Sequence[Point], points: Sequence[Point]) -> list[Point]:
    """What of ``came`` is not quoted in ``points`` already."""
    said = [part for point in points for part in point.quotables]
    kept = (
        replace(each, quotables=tuple(part for part in each.quotables if not _is_in(part, said)))
        for each in came
    )
    return [each for each in kept if each.quotables]


def _is_in(part: Quotable, said: Sequence[Quotable]) -> bool:
    return any(
        part.passage.id == other.passage.id and other.start <= part.start and part.end <= other.end
        for other in said
    )


def _length(point: Point) -> int:
    return sum(len(part.text.split()) for part in point.quotables)
