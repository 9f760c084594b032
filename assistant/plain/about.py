"""What a person should know before relying on an answer, and who can use these pages."""

from collections import Counter

from markupsafe import Markup
from starlette.responses import Response

from assistant.fragments.accessibility import accessibility_html
from assistant.fragments.tables import facts_html, table_html
from assistant.plain.drawing import Frame, View, fragment
from assistant.record.completeness import sittings
from assistant.record.searches import SearchJson, searches

_SEARCHES = {
    "keywords": "By the words of the question",
    "meaning": "By its meaning",
    "reranking": "Putting the best passages first",
}


def show(view: View) -> Response:
    """What the assistant does and does not, what it holds, and how it searches."""
    desk = view.desk
    on = searches(desk.settings, desk.assistant.library)
    rows = [(_SEARCHES.get(each["name"], each["name"]), _state(each)) for each in on]
    return view.page(
        "about.html",
        {
            "is_public": desk.catalogue.is_public,
            "held": desk.catalogue.in_words(),
            "counts": _counts(view),
            "searches": fragment(table_html(("Search", "Now"), rows)),
            "notices": desk.assistant.notices,
        },
    )


def accessibility(frame: Frame) -> Response:
    """The accessibility statement: these pages are the plain version of which it tells."""
    contact = frame.desk.settings.contact if frame.desk else None
    statement = accessibility_html(contact, f"{frame.base}/")
    return frame.page("accessibility.html", {"statement": fragment(statement)})


def _counts(view: View) -> Markup:
    held, decisions = view.desk.catalogue, view.desk.assistant.holdings.decisions
    kinds = Counter(paper.kind for paper in held.papers)
    facts = (
        ("Councils", f"{len(held.councils):,}"),
        ("Bodies", f"{len(held.bodies()):,}"),
        ("Meetings", f"{len(sittings(held.papers)):,}"),
        ("Files", f"{len(held.files):,}"),
        ("Papers", ", ".join(f"{kind.value} ({kinds[kind]:,})" for kind in held.kinds)),
        ("Decisions", f"{len(decisions):,}"),
    )
    return fragment(facts_html(facts))


def _state(search: SearchJson) -> str:
    if not search["on"]:
        return f"off ({search['reason']})"
    return f"on, with the model {search['model']}" if search["model"] else "on"
