"""The register of decisions, and the timeline of one subject; both with addresses to send."""

import json
from dataclasses import dataclass
from itertools import groupby

from starlette.responses import Response

from assistant.citing import meeting_in_words
from assistant.desk.choosing import FORCE_NAMES, filter_parameters, filters_of, forces_of, readable
from assistant.desk.places import place_of_span
from assistant.fragments.entries import entry_html
from assistant.fragments.sources import decided_source
from assistant.fragments.timelines import timeline_html
from assistant.plain.addresses import Link, Parameters, address, place_parameters
from assistant.plain.drawing import View, fragment
from assistant.plain.narrowing import choices
from assistant.plain.paging import on_page
from assistant.record.completeness import completeness
from assistant.record.exporting import timeline_to_json, to_csv, to_json
from assistant.record.register import Entry, newest_first, register
from assistant.record.timeline import Stage, timeline
from corpus.filters import Filters


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked of the register; ``force`` is the name of a group of forces."""

    about: str
    force: str
    backwards: bool
    follows: bool
    filters: Filters

    @property
    def parameters(self) -> Parameters:
        """The address's parameters that say the same."""
        told = [("about", self.about)] if self.about else []
        told += [("force", self.force)]
        told += [("order", "newest")] if self.backwards else []
        told += [("show", "timeline")] if self.follows else []
        return [*told, *filter_parameters(self.filters)]


def wanted(view: View) -> Wanted:
    """What the address asks. Raises BadRequestError for what makes no sense."""
    given = view.given
    about = readable(given.get("about", "")).strip()
    force = given.get("force") or "decided"
    forces_of(force)
    follows = bool(about) and given.get("show") == "timeline"
    return Wanted(about, force, given.get("order") == "newest", follows, filters_of(given))


def show(view: View) -> Response:
    """The register a page at a time, or the timeline of a subject."""
    asked = wanted(view)
    values: dict[str, object] = {
        "wanted": asked,
        "forces": FORCE_NAMES,
        "choices": choices(view.desk.catalogue, asked.filters),
    }
    return _timeline(view, asked, values) if asked.follows else _list(view, asked, values)


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
    meetings = [
        (heading, [(fragment(entry_html(each)), _link(view, each)) for each in entries])
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
            "timeline": "",
            "downloads": downloads,
        },
    )


def _timeline(view: View, asked: Wanted, values: dict[str, object]) -> Response:
    stages = _stages(view, asked)
    held = completeness(view.desk.assistant.library, asked.filters, _steps(stages))
    return view.page(
        "decisions.html",
        {
            **values,
            "rests_on": held.in_words(),
            "shown": None,
            "meetings": [],
            "timeline": fragment(timeline_html(stages)) if stages else "",
            "downloads": [_to(view, asked, "JSON")] if stages else [],
        },
    )


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
