"""What is said when the papers do not answer: what was looked for, and what is not held."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answers.points import Point, Refusal
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import in_scope, matches_of
from assistant.evidence.quoting import Quotable, nearest
from assistant.replies import ReplyStatus
from assistant.understanding.questions import topic_of
from assistant.understanding.wanting import Wanted
from corpus.papers import Decision, Force, Meeting, PaperKind
from corpus.text.dates import long_date

MOST_DAYS = 6
ABOUT = re.compile(
    r"\b(?:about|regarding|concerning|with regard to|on the (?:subject|matter) of)\b"
    r"|\b(?:decid|resol|agree|recommend|approv|vot)\w* (?:on|over|for)\b",
    re.I,
)
"""Says what the question is about in words that can be said back."""
SAID = frozenset({"who", "what", "how"})
"""Words that open what papers say, and do not give."""


def minutes_are_not_held(evidence: Evidence, meetings: Sequence[Meeting]) -> Refusal:
    """The meeting is known, its minutes are not held."""
    named = "; ".join(f"{m.body or 'the meeting'}, {_day(m)}" for m in meetings[:3])
    return Refusal(
        "This is not recorded in these papers: the minutes of the meeting are not "
        f"held ({named}). The papers held for it are not a record of what was decided.",
        _nearest(evidence),
    )


def no_such_meeting(evidence: Evidence) -> Refusal:
    """No paper is held of a meeting on the dates asked about."""
    scope = evidence.scope
    of = f" of {' or '.join(scope.bodies)}" if scope.bodies else ""
    when = " or ".join(
        f"{'on' if period.since == period.until else 'in'} {period.in_words()}"
        for period in scope.periods
    )
    return Refusal(
        f"No papers of a meeting{of} {when} are held, so who was there is not recorded here."
        f"{_minutes_held(evidence)}",
        _nearest(evidence),
        is_near_miss=True,
    )


def no_agenda(evidence: Evidence) -> Refusal:
    """No agenda is held of the meeting asked about, or none with items that can be told."""
    held = sorted(
        {
            paper.meeting.held_on
            for paper in evidence.holdings.papers
            if paper.kind is PaperKind.AGENDA and paper.meeting.held_on
        }
    )
    if not held:
        return Refusal("No agendas are held here.", ())
    shown = ", ".join(long_date(day) for day in held[-MOST_DAYS:])
    return Refusal(f"No such agenda is held here. Agendas are held of {shown}.", ())


def body_is_not_held(evidence: Evidence, body: str) -> Refusal:
    """No paper of the body asked about is held."""
    held = "; ".join(evidence.holdings.bodies) or "none"
    return Refusal(
        f"No papers of a body called “{body}” are held, so what it decided is not recorded "
        f"here. Papers are held of: {held}.",
        _nearest(evidence),
    )


def not_decided(evidence: Evidence, recommended: Sequence[Decision]) -> Refusal:
    """It was only recommended to another body, or proposed in a report."""
    newest = max(recommended, key=lambda d: d.paper.meeting.held_on or date.min)
    meeting = newest.paper.meeting
    by = f"by the {meeting.body or 'body'} on {_day(meeting)}"
    if newest.force is Force.PROPOSED:
        by = f"in a report to the {meeting.body or 'body'} for {_day(meeting)}"
    return Refusal(
        f"No decision {_subject(evidence)} is recorded in these papers. It was recommended {by}, "
        f"which is not a decision."
        f"{_minutes_held(evidence)}",
        nearest([*(_words(evidence, d) for d in recommended), *_nearest(evidence)]),
    )


def nothing_recorded(evidence: Evidence) -> Refusal:
    """No decision on the subject, with what reports propose on it."""
    proposed = _proposals(evidence)
    return Refusal(
        f"No decision {_subject(evidence)} is recorded in these papers."
        f"{_pending(evidence, proposed)}{_minutes_held(evidence)}",
        nearest([*(_words(evidence, d) for d in proposed), *_nearest(evidence)]),
    )


def nothing_recommended(evidence: Evidence) -> Refusal:
    """No recommendation on the subject, in minutes or in a report."""
    return Refusal(
        f"No recommendation {_subject(evidence)} is recorded in these papers.", _nearest(evidence)
    )


def nothing_found(evidence: Evidence, parts: Sequence[Quotable]) -> Refusal:
    """No passage answers; the words of the question that no paper has are named."""
    unknown = evidence.unknown_words
    outside = bool(evidence.subject) and len(unknown) >= len(evidence.subject) / 2
    words = ", ".join(f"“{word}”" for word in unknown[:4])
    which = f" No paper here has the words {words}." if len(unknown) > 1 else ""
    which = f" No paper here has the word {words}." if len(unknown) == 1 else which
    return Refusal(
        f"No passage of these papers was found that answers this.{which}",
        nearest(parts) if len(unknown) < len(evidence.subject) else (),
        ReplyStatus.OUTSIDE if outside else ReplyStatus.NOT_RECORDED,
    )


def no_vote(evidence: Evidence, decisions: Sequence[Decision], what: str) -> Refusal:
    """The decision is recorded, and ``what`` ("the numbers of votes") is not."""
    meeting = decisions[0].paper.meeting
    return Refusal(
        f"The decision of {meeting.body or 'the meeting'}, {_day(meeting)}, is recorded, but not "
        f"{what}.",
        nearest(_words(evidence, d) for d in decisions),
    )


def not_given(what: str, parts: Sequence[Quotable]) -> Refusal:
    """The subject is there, and ``what`` was asked for ("a figure") is not."""
    return Refusal(
        f"The papers found touch on the subject, but do not {telling(what)}.",
        nearest(parts),
        is_near_miss=True,
    )


def no_such_reference(evidence: Evidence, reference: str) -> Refusal:
    """No paper has the reference that is asked about; the nearest are of other business."""
    return Refusal(
        f"No paper here has the reference “{reference}”. The passages below are about others.",
        _nearest(evidence),
        is_near_miss=True,
    )


def telling(what: str) -> str:
    """What papers do not do: "give a figure", "say who it was", "answer the question"."""
    if what == Wanted.ANYTHING:
        return "answer the question"
    return f"{'say' if what.split(maxsplit=1)[0] in SAID else 'give'} {what}"


def nothing_done_by(whom: str, parts: Sequence[Quotable]) -> Refusal:
    """What somebody did or said is asked for, and the papers found tell of others."""
    return Refusal(
        f"The papers found touch on the subject, but record nothing that the {whom} said or did "
        "on it.",
        nearest(parts),
        is_near_miss=True,
    )


def nothing_about(what: str, parts: Sequence[Quotable]) -> Refusal:
    """The subject is there, and nothing of a name or a time that the question gives."""
    return Refusal(
        f"The papers found touch on the subject, but say nothing about {what}.",
        nearest(parts),
        is_near_miss=True,
    )


def not_yet(evidence: Evidence, parts: Sequence[Quotable]) -> Refusal:
    """The papers speak of it as something to come, and none held tells what came of it."""
    return Refusal(
        "These papers speak of it only as still to come; what came of it is not recorded in them."
        f"{_minutes_held(evidence)}",
        nearest(parts),
    )


def no_outcome(evidence: Evidence, point: Point) -> Refusal:
    """It was proposed at a meeting, whose minutes do not say what came of it."""
    part = point.quotables[-1]
    meeting = part.passage.paper.meeting
    return Refusal(
        f"It was proposed or asked for at the {meeting.body or 'meeting'} on {_day(meeting)}; what "
        f"came of it is not recorded there.{_minutes_held(evidence)}",
        nearest([part, *_nearest(evidence)]),
    )


def unclear() -> Refusal:
    """Nothing was asked that could be looked for."""
    return Refusal(
        "It is not clear what is asked. Name a subject, a meeting or a person, for instance "
        "“What was decided about …?”",
        (),
        ReplyStatus.UNCLEAR,
    )


def _subject(evidence: Evidence) -> str:
    asked = ABOUT.search(evidence.asked)
    topic = topic_of(evidence.asked) if asked else None
    return f"about “{topic}”" if topic else "on this"


def _proposals(evidence: Evidence) -> list[Decision]:
    """What reports propose on the subject: it is no decision, and it is the nearest to one."""
    admit = evidence.question.filters.admit
    proposed = [
        d for d in evidence.holdings.decisions if d.force is Force.PROPOSED and admit(d.paper)
    ]
    matches = matches_of(evidence, in_scope(evidence, proposed))
    return [match.decision for match in matches if match.fits][:2]


def _pending(evidence: Evidence, proposed: Sequence[Decision]) -> str:
    """That something was proposed to a meeting whose minutes are not held."""
    if not proposed:
        return ""
    meeting = proposed[0].paper.meeting
    to = f" to the {meeting.body}" if meeting.body else ""
    on = f" for the meeting of {_day(meeting)}" if meeting.held_on else ""
    held = evidence.holdings.meetings().get(meeting, True)
    missing = "" if held else "; the minutes of that meeting are not held"
    return f" A report{to}{on} proposes something on it, which is not a decision{missing}."


def _minutes_held(evidence: Evidence) -> str:
    admit = evidence.question.filters.admit
    days = sorted(
        {
            paper.meeting.held_on
            for paper in evidence.holdings.papers
            if paper.kind is PaperKind.MINUTES and paper.meeting.held_on and admit(paper)
        }
    )
    if not days:
        return " No minutes are held."
    shown = ", ".join(long_date(day) for day in days[-MOST_DAYS:])
    more = f"{len(days) - MOST_DAYS} earlier meetings and of " if len(days) > MOST_DAYS else ""
    return f" The library holds the minutes of {more}{shown}."


def _words(evidence: Evidence, decision: Decision) -> Quotable:
    passage = evidence.holdings.passage_at(decision.span)
    if passage is None:
        raise LookupError(f"no passage holds the decision {decision.id}")
    return Quotable(passage, 0, len(passage.text))


def _nearest(evidence: Evidence) -> tuple[Quotable, ...]:
    """The best sentence of each of the best passages."""
    return nearest(each.quotable for each in evidence.scored())


def _day(meeting: Meeting) -> str:
    return long_date(meeting.held_on) if meeting.held_on else "a date not stated"
