"""The timeline of a subject as an HTML list: no script, read in order by any reader."""

from collections.abc import Sequence
from html import escape

from assistant.citing import item_in_words, meeting_in_words, place
from assistant.fragments.entries import later_html, scan
from assistant.fragments.forces import badge, draft_badge, exempt_badge, outlined
from assistant.fragments.tables import facts_html
from assistant.record.timeline import Stage, Step
from assistant.rendering import shortened

_TOLD = 60
"""Words of a decision: enough to know it by; the list tells them all."""


def timeline_html(stages: Sequence[Stage]) -> str:
    """The meetings in order, under each what happened there; all text is escaped."""
    return f'<ol class="cp-timeline">{"".join(map(_stage, stages))}</ol>'


def _stage(stage: Stage) -> str:
    heading = escape(meeting_in_words(stage.meeting))
    steps = "".join(f"<li>{_step(step)}</li>" for step in stage.steps)
    return f"<li><h2>{heading[:1].upper()}{heading[1:]}</h2><ul>{steps}</ul></li>"


def _step(step: Step) -> str:
    title = escape(item_in_words(step.item) or step.paper.title)
    where = f'<p class="cp-soft">{escape(place(step.span))}</p>'
    entry = step.entry
    if entry is None:
        return f"{outlined(step.what)}{_marks(step)} <strong>{title}</strong>{where}"
    did = dict.fromkeys(each.how for each in entry.earlier)
    marks = badge(entry.decision.force, step.paper.kind) + "".join(map(outlined, did))
    words = escape(shortened(entry.decision.words, _TOLD))
    subject = shortened(entry.decision.subject or "", _TOLD)
    facts = (
        ("On the proposal", subject),
        ("On the decision of", entry.undoes),
        ("Read from", scan(step.span)),
    )
    return (
        f"{marks}{_marks(step)} <strong>{title}</strong>"
        f'<p class="cp-words">{words}</p>{later_html(entry)}'
        f"{facts_html(facts)}{where}"
    )


def _marks(step: Step) -> str:
    return draft_badge(step.paper) + exempt_badge(step.paper)
