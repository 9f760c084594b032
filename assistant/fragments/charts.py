"""Decisions by month or year as bars; the same numbers stand in a table below."""

from collections.abc import Sequence
from html import escape

from assistant.counting import counted
from assistant.fragments.forces import label
from assistant.fragments.tables import table_html
from assistant.record.years import Counted, Period
from corpus.papers import Force, PaperKind

_ROOM, _WIDE = 7, 20
"""From this length in per cent a part has room for its number: on a wide screen, on any."""


def chart_html(found: Counted, title: str) -> str:
    """A figure: a drawing with words that tell what it shows, its key, a table to open."""
    if not found.total:
        return f'<p class="cp-soft">{escape(title)}: no dated decision is held.{_rest(found)}</p>'
    most = max(period.total for period in found.periods)
    one_year = len({period.first.year for period in found.periods}) == 1
    rows = "".join(_row(period, most, with_year=not one_year) for period in found.periods)
    table = table_html(
        ("Period", *(named(force) for force in found.forces), "All"),
        [_numbers(period, found.forces) for period in found.periods],
    )
    return (
        f'<figure class="cp-chart"><figcaption>{escape(title)}</figcaption>'
        f'<div role="img" aria-label="{escape(in_words(found, title))}">{rows}</div>'
        f"{key_html(found.forces)}"
        f"<details><summary>The numbers as a table</summary>{table}</details>"
        f'<p class="cp-soft">{escape(_rest(found).strip())}</p></figure>'
    )


def in_words(found: Counted, title: str) -> str:
    """What the drawing shows, such as "Decisions in 2024: 12 entries. Most in March 2024 …"."""
    most = max(found.periods, key=lambda period: period.total)
    forces = ", ".join(f"{_sum(found, force)} {named(force).lower()}" for force in found.forces)
    return (
        f"Bar chart. {title}: {counted(found.total, 'entry', 'entries')}: {forces}. "
        f"Most in {most.name}: {most.total}. The numbers stand in the table below."
    )


def key_html(forces: Sequence[Force]) -> str:
    """What each ink stands for."""
    listed = "".join(
        f'<li><span class="cp-swatch cp-ink-{force.value}"></span>{escape(named(force))}</li>'
        for force in forces
    )
    return f'<ul class="cp-key">{listed}</ul>'


def named(force: Force) -> str:
    """The force for people, without the paper that it stands in."""
    return label(force, PaperKind.MINUTES)


def _row(period: Period, most: int, *, with_year: bool) -> str:
    """A bar; its parts end where the sum of all so far lies, so that they fill its length."""
    parts, so_far, end = [], 0, 0
    for force, number in period.counts:
        so_far += number
        length = max(1, round(100 * so_far / most) - end)
        end += length
        size = "cp-slim" if length < _WIDE else "cp-wide"
        told = f'<b class="{size}">{number}</b>' if length >= _ROOM else ""
        parts.append(
            f'<span class="cp-part cp-ink-{force.value} cp-w{min(length, 100)}">{told}</span>'
        )
    total = f"{period.total:,}" if period.total else "–"
    name = period.name if with_year else period.name.removesuffix(f" {period.first.year}")
    return (
        f'<div class="cp-row"><span class="cp-row-name">{escape(name)}</span>'
        f'<span class="cp-bar">{"".join(parts)}</span>'
        f'<span class="cp-row-total">{total}</span></div>'
    )


def _numbers(period: Period, forces: Sequence[Force]) -> list[str]:
    counts = dict(period.counts)
    return [period.name, *(str(counts.get(force, 0)) for force in forces), str(period.total)]


def _sum(found: Counted, force: Force) -> int:
    return sum(dict(period.counts).get(force, 0) for period in found.periods)


def _rest(found: Counted) -> str:
    undated = found.undated
    told = counted(undated, "entry", "entries")
    return (
        f" {told} of meetings without a date {'is' if undated == 1 else 'are'} not shown."
        if undated
        else ""
    )
