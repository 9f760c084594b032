"""The register of decisions, and the timeline of one subject; both with addresses to send."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from starlette.responses import Response

from assistant.citing import meeting_in_words
from assistant.desk.choosing import FORCE_NAMES, filter_parameters, filters_of, forces_of, readable
from assistant.desk.minute_books import book_of
from assistant.desk.places import place_of_span
from assistant.fragments.charts import chart_html
from assistant.fragments.comparisons import beside_html
from assistant.fragments.drawn_timelines import drawn_timeline_html
from assistant.fragments.entries import entry_html
from assistant.fragments.sources import decided_source
from assistant.fragments.timelines import timeline_html
from assistant.plain.addresses import Link, Parameters, address, opening, place_parameters
from assistant.plain.drawing import View, fragment
from assistant.plain.narrowing import choices
from assistant.plain.paging import on_page
from assistant.record.comparing import Comparison, compared
from assistant.record.completeness import completeness
from assistant.record.exporting import timeline_to_json, to_csv, to_json
from assistant.record.register import Entry, newest_first, register
from assistant.record.timeline import Stage, timeline
from assistant.record.years import by_month, by_year, years_of
from corpus.filters import Filters

_TIMELINE, _YEARS = "timeline", "years"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked of the register.

    ``force`` is the name of a group of forces; ``form`` is empty for a list.
    """

    about: str
    force: str
    backwards: bool
    form: str
    filters: Filters

    @property
    def follows(self) -> bool:
        """Whether it is the timeline of a subject that is wanted."""
        return self.form == _TIMELINE

    @property
    def parameters(self) -> Parameters:
        """The address's parameters that say the same."""
        told = [("about", self.about)] if self.about else []
        told += [("force", self.force)]
        told += [("order", "newest")] if self.backwards else []
        told += [("show", self.form)] if self.form else []
        return [*told, *filter_parameters(self.filters)]


def wanted(view: View) -> Wanted:
    """What the address asks. Raises BadRequestError for what makes no sense."""
    given = view.given
    about = readable(given.get("about", "")).strip()
    force = given.get("force") or "decided"
    forces_of(force)
    shown = given.get("show", "")
    form = shown if shown == _YEARS or (shown == _TIMELINE and about) else ""
    return Wanted(about, force, given.get("order") == "newest", form, filters_of(given))


def show(view: View) -> Response:
    """The register a page at a time, or the timeline of a subject."""
    asked = wanted(view)
    values: dict[str, object] = {
        "wanted": asked,
        "forces": FORCE_NAMES,
        "choices": choices(view.desk.catalogue, asked.filters),
    }
    draw = {_TIMELINE: _timeline, _YEARS: _years}.get(asked.form, _list)
    return draw(view, asked, values)


def as_csv(view: View) -> Response:
    """All decisions that the address asks for, as a table for a spreadsheet."""
    shown = to_csv(_found(view, wanted(view)))
    # The mark at the front tells spreadsheets the encoding.
    return _download(view, shown.encode("utf-8-sig"), "decisions.csv", "text/csv")


def as_json(view: View) -> Response:
    """The same decisions, or the timeline, as the command writes them."""
    asked, library = wanted(view), view.desk.assistant.library
    if asked.follows:
        stages = _stages(view, asked)
        held = completeness(library, asked.filters, _steps(stages))
        told: object = timeline_to_json(asked.about, stages, held)
    else:
        found = _found(view, asked)
        told = to_json(found, completeness(library, asked.filters, len(found)))
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return _download(view, text.encode(), "decisions.json", "application/json")


def _list(view: View, asked: Wanted, values: dict[str, object]) -> Response:
    found = _found(view, asked)
    shown = on_page(view, found)
    held = completeness(view.desk.assistant.library, asked.filters, len(found))
    comparisons = compared(book_of(view.desk), shown.rows)
    meetings = [
        (
            heading,
            [(fragment(_entry(view, each, comparisons)), _link(view, each)) for each in entries],
        )
        for heading, entries in groupby(shown.rows, key=_heading)
    ]
    downloads = [_to(view, asked, form) for form in ("CSV", "JSON")] if found else []
    told = held.in_words()
    return view.page(
        "decisions.html",
        {
            **values,
            "rests_on": told,
            "shown": shown,
            "meetings": meetings,
            "drawn": "",
            "downloads": downloads,
        },
    )


def _timeline(view: View, asked: Wanted, values: dict[str, object]) -> Response:
    stages = _stages(view, asked)
    held = completeness(view.desk.assistant.library, asked.filters, _steps(stages))
    drawn = drawn_timeline_html(stages) + timeline_html(stages) if stages else ""
    return view.page(
        "decisions.html",
        {
            **values,
            "rests_on": held.in_words(),
            "shown": None,
            "meetings": [],
            "drawn": fragment(drawn),
            "downloads": [_to(view, asked, "JSON")] if stages else [],
        },
    )


def _years(view: View, asked: Wanted, values: dict[str, object]) -> Response:
    """Year by year, then each year month by month, newest first."""
    found = _found(view, asked)
    held = completeness(view.desk.assistant.library, asked.filters, len(found))
    charts = [chart_html(by_year(found), "Decisions by year")]
    charts += [
        chart_html(by_month(found, year), f"Decisions in {year}")
        for year in sorted(years_of(found), reverse=True)
    ]
    return view.page(
        "decisions.html",
        {
            **values,
            "rests_on": held.in_words(),
            "shown": None,
            "meetings": [],
            "drawn": fragment("".join(charts)) if found else "",
            "downloads": [_to(view, asked, form) for form in ("CSV", "JSON")] if found else [],
        },
    )


def _entry(view: View, entry: Entry, comparisons: Mapping[str, Comparison]) -> str:
    return entry_html(entry) + beside_html(comparisons.get(entry.decision.id), opening(view.base))


def _found(view: View, asked: Wanted) -> list[Entry]:
    library = view.desk.assistant.library
    found = register(library, asked.filters, forces_of(asked.force), asked.about)
    return newest_first(found) if asked.backwards else found


def _stages(view: View, asked: Wanted) -> list[Stage]:
    library = view.desk.assistant.library
    return timeline(library, asked.filters, asked.about, backwards=asked.backwards)


def _steps(stages: list[Stage]) -> int:
    return sum(len(stage.steps) for stage in stages)


def _heading(entry: Entry) -> str:
    heading = meeting_in_words(entry.decision.paper.meeting)
    return heading[:1].upper() + heading[1:]


def _link(view: View, entry: Entry) -> Link:
    place = place_parameters(place_of_span(entry.decision.span))
    name = decided_source(entry.decision).short_name
    return Link(f"Open {name}", address(f"{view.base}/source", place))


def _to(view: View, asked: Wanted, form: str) -> Link:
    path = f"{view.base}/decisions.{form.lower()}"
    return Link(f"Download these as {form}", address(path, asked.parameters))


def _download(view: View, content: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **view.frame.kept()}
    return Response(content, media_type=kind, headers=headers)
