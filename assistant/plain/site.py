"""The plain pages as one application: which view answers at which address."""

from collections.abc import Callable

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assistant.desk.opened import Desk
from assistant.plain import about, ask, decisions, empty, meetings, papers, sources
from assistant.plain.addresses import Link
from assistant.plain.drawing import SHEETS, Frame, Opening, Site, View
from corpus.errors import BadRequestError, CouncilPapersError, NotHeldError

_A_YEAR = 365 * 24 * 3600
_VIEWS: dict[str, Callable[[View], Response]] = {
    "/": ask.show,
    "/source": sources.show,
    "/page": sources.image,
    "/decisions": decisions.show,
    "/decisions.csv": decisions.as_csv,
    "/decisions.json": decisions.as_json,
    "/meetings": meetings.show,
    "/meetings/{name:path}": meetings.show_one,
    "/papers": papers.show,
    "/about": about.show,
}
_NOT_FOUND = "There is no page at this address. It may have been typed or copied in part."
_UNFORESEEN = "The program met something that it does not know. Its log says what."


def plain_site(opening: Opening, beside: tuple[Link, ...] = ()) -> FastAPI:
    """The pages over the library that ``opening`` gives, to be mounted under a path."""
    shared = Site(opening, beside)
    site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, max_body_size=0)
    for path, show in _VIEWS.items():
        site.add_api_route(path, _answering(shared, show), methods=["GET", "HEAD"])
    site.add_api_route("/accessibility", _stating(shared), methods=["GET", "HEAD"])
    site.add_api_route("/style/{name}", _sheet, methods=["GET", "HEAD"])
    _tell_faults(site, shared)
    return site


def _answering(site: Site, show: Callable[[View], Response]) -> Callable[[Request], Response]:
    def answered(request: Request) -> Response:
        desk = site.opening()
        frame = Frame(site, request, desk)
        has_papers = desk is not None and bool(desk.catalogue.papers)
        return show(View(frame, desk)) if desk and has_papers else empty.show(frame)

    return answered


def _stating(site: Site) -> Callable[[Request], Response]:
    def stated(request: Request) -> Response:
        return about.accessibility(Frame(site, request, _desk_if_any(site)))

    return stated


def _sheet(name: str) -> Response:
    if name not in SHEETS:
        raise HTTPException(404)
    headers = {"Cache-Control": f"public, max-age={_A_YEAR}, immutable"}
    return FileResponse(SHEETS[name], media_type="text/css", headers=headers)


def _tell_faults(site: FastAPI, shared: Site) -> None:
    """Let every fault be told as a page in plain English; none shows a traceback."""

    def told(request: Request, status: int, heading: str, message: str) -> Response:
        frame = Frame(shared, request, _desk_if_any(shared))
        return frame.page("fault.html", {"heading": heading, "message": message}, status)

    def ours(request: Request, error: CouncilPapersError) -> Response:
        if isinstance(error, NotHeldError):
            return told(request, 404, "Not in this library", str(error))
        if isinstance(error, BadRequestError):
            return told(request, 422, "This cannot be asked so", str(error))
        return told(request, 503, "The library cannot be asked now", str(error))

    def of_http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return told(request, 404, "Page not found", _NOT_FOUND)
        return told(request, error.status_code, "This cannot be done", f"{error.detail}.")

    def unforeseen(request: Request, _: Exception) -> Response:
        return told(request, 500, "Something went wrong", _UNFORESEEN)

    site.exception_handler(CouncilPapersError)(ours)
    site.exception_handler(HTTPException)(of_http)
    site.exception_handler(Exception)(unforeseen)


def _desk_if_any(site: Site) -> Desk | None:
    """The desk, by which a page of a fault knows whether the library is public."""
    try:
        return site.opening()
    except CouncilPapersError:  # that is the fault which is told
        return None
