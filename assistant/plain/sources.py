"""A passage in its paper, by its place: as text and, where it has pages, as printed."""

from dataclasses import dataclass

from starlette.responses import Response

from assistant.citing import reference
from assistant.desk.asking import Asking
from assistant.desk.choosing import number_of
from assistant.desk.places import source_at
from assistant.desk.printed import NOT_FOUND, SCAN, PrintedPage, drawn, page_of, place_on
from assistant.fragments.excerpts import excerpt, is_whole
from assistant.fragments.sources import Source, source_html
from assistant.plain.addresses import (
    Link,
    address,
    asking_in,
    asking_parameters,
    place_in,
    place_parameters,
)
from assistant.plain.ask import source_address
from assistant.plain.drawing import View, fragment
from assistant.replies import Answer
from corpus.documents import Document
from corpus.errors import CouncilPapersError, NotHeldError
from corpus.originals import original_of

_STEP = 2000
"""Characters more at both ends for each wish to see more of the paper."""
_TEN_MINUTES = 600


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as printed, ready to be shown; ``fault`` says why it cannot be, or is empty."""

    name: str
    fault: str = ""
    image: str = ""
    alternative: str = ""
    marked: str = ""
    caution: str = ""
    before: str = ""
    after: str = ""
    quoted: str = ""


def show(view: View) -> Response:
    """The words that the address names, where they stand, with a reference to copy."""
    place = place_in(view.given)
    source, document = source_at(view.desk, place)
    wider = min(number_of("wider", view.given.get("wider") or "0"), len(document.text))
    paper, span = source.paper.span, source.span
    return view.page(
        "source.html",
        {
            "heading": source.short_name,
            "facts": fragment(source_html(source)),
            "text": fragment(excerpt(document, paper, span, wider)),
            "more": "" if is_whole(paper, span, wider) else _turned(view, "wider", wider + _STEP),
            "printed": _printed(view, source, document),
            "quoted": bool(source.quote),
            "reference": reference(source.paper, source.item, span if source.quote else paper),
            "itself": address(f"{view.base}/source", place_parameters(place)),
            **_among(view, asking_in(view.given)),
        },
    )


def image(view: View) -> Response:
    """A page as printed, as a PNG, with the words that the address names marked on it."""
    source, document = source_at(view.desk, place_in(view.given))
    page = _page(view, source, document)
    library = view.desk.assistant.library
    record = page_of(library, page)
    picture = drawn(page, record, place_on(page, record))
    headers = view.frame.kept(_TEN_MINUTES)
    return Response(picture.png, media_type="image/png", headers=headers)


def _page(view: View, source: Source, document: Document) -> PrintedPage:
    """The page that the address asks for, else that of the words. Raises NotHeldError."""
    number = number_of("Page", view.given.get("page") or str(source.span.page or 0))
    if not 1 <= number <= len(document.pages):
        raise NotHeldError(f"{document.source} has no page {number}.")
    return PrintedPage(document, source.quote, source.span, number)


def _printed(view: View, source: Source, document: Document) -> Printed | None:
    """None for a file that has no pages."""
    if source.span.page is None or source.span.page > len(document.pages):
        return None
    page = _page(view, source, document)
    number, last = page.number, len(document.pages)
    ways = {
        "before": _turned(view, "page", number - 1) if number > 1 else "",
        "after": _turned(view, "page", number + 1) if number < last else "",
        "quoted": "" if page.is_quoted else _turned(view, "page", source.span.page),
    }
    try:
        record = page_of(view.desk.assistant.library, page)
        original_of(record)
        marked = place_on(page, record)
    except CouncilPapersError as error:
        return Printed(page.name, f"The page as printed cannot be shown. {error}", **ways)
    where = [*place_parameters(place_in(view.given)), ("page", str(number))]
    caution = (
        (SCAN if page.is_scan else NOT_FOUND)
        if page.quote and page.is_quoted and not marked
        else ""
    )
    return Printed(
        page.name,
        image=address(f"{view.base}/page", where),
        alternative=page.alternative(marked),
        marked=f"Marked{page.runs_on}" if marked else "",
        caution=caution,
        **ways,
    )


def _turned(view: View, name: str, value: int) -> str:
    """The address of this page with one parameter changed."""
    rest = [pair for pair in view.given.multi_items() if pair[0] != name]
    return address(f"{view.base}/source", [*rest, (name, str(value))])


def _among(view: View, asking: Asking) -> dict[str, object]:
    """The answer from which the source was opened, and the sources beside it there."""
    none: dict[str, object] = {"answer": None, "before": None, "after": None, "counted": ""}
    if not asking.turns:
        return none
    reply = view.frame.site.remembered.conversation(view.desk, asking).replies[-1]
    cited = reply.citations if isinstance(reply, Answer) else reply.related
    number = number_of("n", view.given.get("n") or "1", 1)
    if number > len(cited):
        return none
    back = address(f"{view.base}/", asking_parameters(asking))

    def neighbour(other: int) -> Link | None:
        if not 1 <= other <= len(cited):
            return None
        citation = cited[other - 1]
        return Link(f"[{citation.number}]", source_address(view, asking, citation, other))

    return {
        "answer": Link(asking.turns[-1].question, back),
        "before": neighbour(number - 1),
        "after": neighbour(number + 1),
        "counted": f"Source {number} of {len(cited)}",
    }
