"""Questions that the papers do not answer, though they look as if they did."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.citing import written_date
from assistant.evaluation.making.drafts import Draft, Place
from assistant.evaluation.making.recorded import Record, Settled
from assistant.understanding.questions import DECIDING, subject_words
from corpus.papers import Meeting, PaperKind

FEWEST_WORDS = 30
"""Of a minute: shorter ones are a formality."""
YEARS_AWAY = 5
LONGEST_BODY = 12
"""Words of a name; a longer one was misread."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DISPOSED = re.compile(rf"{DECIDING.pattern}|\bnot(?:ed|ing|e)\b|\brecommend", re.IGNORECASE)
"""Words by which a minute may record a decision that was not read as one."""


def only_proposed(record: Record) -> Iterator[Draft]:
    """What a report proposes, and no paper says was decided."""
    for entry in record.proposed:
        decision = entry.decision
        title = decision.item.title if decision.item else decision.paper.title
        subject = record.titles.subject(title)
        is_report = decision.paper.kind is PaperKind.REPORT
        if subject and is_report and not _may_be_decided(record, subject):
            yield _undecided(
                f"What was decided about {subject}?",
                "The papers hold a proposal, and no decision on it.",
                decision.paper.meeting,
                Place(decision.span, decision.words),
            )


def only_discussed(record: Record) -> Iterator[Draft]:
    """What minutes tell of at length without a decision, there or elsewhere."""
    for business in record.business:
        subject = record.titles.subject(business.item.title)
        if not subject or business.paper.kind is not PaperKind.MINUTES:
            continue
        passages = record.passages_of(business)
        text = " ".join(passage.text for passage in passages)
        if len(text.split()) < FEWEST_WORDS or _DISPOSED.search(text):
            continue
        if not _may_be_decided(record, subject):
            yield _undecided(
                f"What was decided about {subject}?",
                "The minutes record a discussion, and no decision.",
                business.paper.meeting,
                Place(passages[0].span, passages[0].text),
            )


def unminuted(record: Record) -> Iterator[Draft]:
    """Who was at a meeting whose minutes are not held."""
    known = {(each.paper.meeting.body, each.paper.meeting.held_on) for each in record.appearances}
    for sitting in record.unminuted:
        if (sitting.body, sitting.held_on) in known:
            continue
        meeting = Meeting(sitting.council or None, sitting.body, sitting.held_on)
        where = f"the meeting of {record.body(meeting)} on {written_date(sitting.held_on)}"
        why = "The minutes of that meeting are not held."
        yield _undecided(f"Who sent apologies to {where}?", why, meeting)
        yield _undecided(f"Who was present at {where}?", why, meeting)


def other_year(record: Record) -> Iterator[Draft]:
    """What was decided, asked of a year from which the library holds nothing on it."""
    for settled in record.settled:
        year = _year_without(record, settled)
        if year is not None:
            asked = f"What did {record.body(settled.meeting)} decide about {settled.subject}"
            why = f"No paper of {year} is held, and none tells of that year."
            yield _undecided(f"{asked} in {year}?", why, settled.meeting)


def other_body(record: Record) -> Iterator[Draft]:
    """What was decided, asked of a body whose papers never speak of it."""
    for settled in record.settled:
        body = _body_without(record, settled)
        if body is not None:
            asked = record.body(replace(settled.meeting, body=body))
            yield _undecided(
                f"What did {asked} decide about {settled.subject}?",
                f"No paper of the {body} tells of it.",
                settled.meeting,
            )


def _undecided(question: str, why: str, meeting: Meeting, *near: Place) -> Draft:
    return Draft(question, "negative", False, why, meeting, evidence=near)


def _may_be_decided(record: Record, subject: str) -> bool:
    """Whether a decision has words of the subject, or minutes that sound as if they decided."""
    words = subject_words(subject)
    return bool(record.decided.about(words)) or any(
        passage.paper.kind in (PaperKind.MINUTES, PaperKind.DECISION_NOTICE)
        and DECIDING.search(passage.text)
        for passage in record.told.about(words)
    )


def _year_without(record: Record, settled: Settled) -> int | None:
    """The nearest year of no paper that nothing on the subject names; earlier ones first."""
    held_on = settled.meeting.held_on
    if held_on is None:
        return None
    papers = record.holdings.papers
    known = {paper.meeting.held_on.year for paper in papers if paper.meeting.held_on}
    for passage in record.told.about(settled.words):
        known |= {int(year) for year in _YEAR.findall(passage.text)}
    years = (held_on.year + sign * away for away in range(1, YEARS_AWAY + 1) for sign in (-1, 1))
    return next((year for year in years if year not in known), None)


def _body_without(record: Record, settled: Settled) -> str | None:
    """A body of the same council whose minutes are held, and of which none speaks of it."""
    told = record.told.about(settled.words)
    treated = {passage.paper.meeting.body for passage in told}
    text = " ".join(passage.text for passage in told).casefold()
    minuted = {
        paper.meeting.body
        for paper in record.holdings.papers
        if paper.kind is PaperKind.MINUTES and paper.meeting.council == settled.meeting.council
    }
    bodies = sorted(body for body in minuted - treated if body and body.casefold() not in text)
    return next((body for body in bodies if len(body.split()) <= LONGEST_BODY), None)
