"""A subject over meetings, drawn: a line in proportion to time, a mark for each force.

The list of ``timelines`` tells the same in words, and stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.citing import meeting_in_words, written_date
from assistant.counting import counted
from assistant.fragments.charts import key_html, named
from assistant.record.timeline import Stage
from assistant.record.years import ORDER
from corpus.papers import Force

_APART = 10
"""Per cent of the line that a mark needs on a narrow screen; nearer ones stand below."""
_EDGE = 4
"""Per cent left free at both ends, so that the first and the last mark are whole."""


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    place: int
    force: Force | None


def drawn_timeline_html(stages: Sequence[Stage]) -> str:
    """The drawing and its key; all text is escaped. "" where no meeting is dated.

    A number stands for a meeting, an ink for what was done there.
    """
    dated = sorted(
        (stage for stage in stages if stage.meeting.held_on),
        key=lambda stage: (stage.meeting.held_on or date.min, stage.meeting.body or ""),
    )
    if not dated:
        return ""
    marks = _marks(dated)
    lanes = "".join(
        f'<div class="cp-lane">{"".join(map(_mark, lane))}</div>' for lane in _lanes(marks)
    )
    first, last = _day(dated[0]), _day(dated[-1])
    ends = "".join(f"<span>{written_date(day)}</span>" for day in dict.fromkeys((first, last)))
    listed = "".join(f"<li>{_told(stage)}</li>" for stage in dated)
    forces = [force for force in ORDER if any(mark.force is force for mark in marks)]
    undated = len(stages) - len(dated)
    rest = f'<p class="cp-soft">{counted(undated, "meeting")} without a date left out.</p>'
    return (
        '<figure class="cp-drawn"><figcaption class="cp-unseen">The timeline, drawn</figcaption>'
        f'<div role="img" aria-label="{escape(_in_words(dated))}">'
        f'<div class="cp-axis">{_ticks(first, last)}</div>{lanes}</div>'
        f'<p class="cp-ends">{ends}</p>{key_html(forces)}'
        f'<ol class="cp-numbered">{listed}</ol>{rest if undated else ""}</figure>'
    )


def _marks(stages: Sequence[Stage]) -> list[_Mark]:
    first, last = _day(stages[0]), _day(stages[-1])
    marks = []
    for number, stage in enumerate(stages, 1):
        place = _place(_day(stage), first, last)
        forces: Sequence[Force | None] = _forces(stage) or (None,)
        marks += [_Mark(number, place, force) for force in forces]
    return marks


def _forces(stage: Stage) -> list[Force]:
    """What was done at a meeting, each force once, in the order of ORDER."""
    found = {step.entry.decision.force for step in stage.steps if step.entry}
    return [force for force in ORDER if force in found]


def _lanes(marks: Sequence[_Mark]) -> list[list[_Mark]]:
    """The marks in as few lines as keep them apart."""
    lanes: list[list[_Mark]] = []
    for mark in marks:
        free = [lane for lane in lanes if mark.place - lane[-1].place >= _APART]
        if free:
            free[0].append(mark)
        else:
            lanes.append([mark])
    return lanes


def _mark(mark: _Mark) -> str:
    ink = mark.force.value if mark.force else "considered"
    return f'<span class="cp-mark cp-ink-{ink} cp-at{mark.place}"><b>{mark.number}</b></span>'


def _ticks(first: date, last: date) -> str:
    """The beginning of each year on the line; of every so many years on a long one."""
    years = range(first.year + 1, last.year + 1)
    each = 1 + len(years) // 8
    return "".join(
        f'<span class="cp-tick cp-at{_place(date(year, 1, 1), first, last)}">{year}</span>'
        for year in years
        if (year - years[0]) % each == 0
    )


def _place(day: date, first: date, last: date) -> int:
    """Per cent along the line; in its middle if all is of one day."""
    days = (last - first).days
    return round(_EDGE + (100 - 2 * _EDGE) * (day - first).days / days) if days else 50


def _told(stage: Stage) -> str:
    did = "; ".join(named(force) for force in _forces(stage)) or "considered, no decision recorded"
    words = meeting_in_words(stage.meeting)
    return f"{escape(words)}: <strong>{escape(did)}</strong>"


def _in_words(stages: Sequence[Stage]) -> str:
    first, last = (written_date(_day(stage)) for stage in (stages[0], stages[-1]))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    return f"Timeline of {counted(len(stages), 'meeting')} {when}. The list below tells them."


def _day(stage: Stage) -> date:
    return stage.meeting.held_on or date.min
