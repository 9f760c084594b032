"""The calls: each gives what the command of the same name writes with ``--json``."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Depends, FastAPI, Query, Request, Response
from fastapi.responses import HTMLResponse

from assistant.api.replying import FAULTS, tell_faults, written
from assistant.api.requests import Asked, AskedByAddress, Listed, Narrowing, asking_of
from assistant.as_json import HitJson, ReplyJson, hit_to_json
from assistant.as_json import to_json as reply_to_json
from assistant.desk.asking import Asking, Remembered
from assistant.desk.choosing import readable
from assistant.desk.opened import Desk
from assistant.fragments.templates import templates_in
from assistant.record import contents
from assistant.record.completeness import completeness
from assistant.record.contents import PapersJson
from assistant.record.exporting import RegisterJson, TimelineJson, timeline_to_json
from assistant.record.exporting import to_json as register_to_json
from assistant.record.register import newest_first, register
from assistant.record.standing import StatusJson, standing
from assistant.record.timeline import timeline
from corpus.errors import LibraryError

_TEMPLATES = templates_in(Path(__file__).with_name("templates"))
_DESCRIPTION = (
    "Answers questions over council papers in the papers’ own words, with citations. Each call "
    "gives what the command council-papers writes with --json."
)
_LARGEST = 100_000
"""Bytes of what is sent: ten questions as long as they may be, whatever their letters."""
Opening = Callable[[], Desk | None]
"""Gives the desk over the library as it stands now, or None where there is none yet."""


def service(opening: Opening) -> FastAPI:
    """The calls under ``/v1``, their description in ``/openapi.json``, a page on them at ``/``."""
    calls = FastAPI(
        title="Council papers",
        version=_version(),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        max_body_size=_LARGEST,
    )
    tell_faults(calls)
    for router in (_answering(opening), _recording(opening)):
        calls.include_router(router, prefix="/v1", responses=FAULTS)

    @calls.get("/", include_in_schema=False)
    def described(request: Request) -> HTMLResponse:
        base = request.scope.get("root_path", "")
        page = _TEMPLATES.get_template("calls.html")
        return HTMLResponse(page.render(document=calls.openapi(), base=base))

    return calls


def _answering(opening: Opening) -> APIRouter:
    router = APIRouter(tags=["questions"])
    remembered = Remembered()

    def answered(asking: Asking) -> Response:
        conversation = remembered.conversation(_opened(opening), asking)
        return written(reply_to_json(conversation.replies[-1]))

    @router.get("/ask", response_model=ReplyJson, summary="Answer a question")
    def ask(
        asked: Annotated[AskedByAddress, Depends()], narrowing: Annotated[Narrowing, Depends()]
    ) -> Response:
        """Every statement has its citations; what is not recorded is said not to be."""
        return answered(asking_of(asked, narrowing.filters))

    @router.post("/ask", response_model=ReplyJson, summary="Answer a question of a conversation")
    def ask_on(asked: Annotated[Asked, Body()]) -> Response:
        """The same, with the question and those before it as JSON."""
        return answered(asking_of(asked, asked.filters))

    @router.get("/search", response_model=list[HitJson], summary="Find passages")
    def search(
        query: Annotated[str, Query(description="At most 2,000 characters.")],
        narrowing: Annotated[Narrowing, Depends()],
        k: Annotated[int, Query(description="How many.", ge=1, le=100)] = 10,
    ) -> Response:
        """The passages nearest to the query, best first."""
        hits = _opened(opening).assistant.search(readable(query), k, narrowing.filters)
        return written([hit_to_json(rank, hit) for rank, hit in enumerate(hits, 1)])

    return router


def _recording(opening: Opening) -> APIRouter:
    router = APIRouter(tags=["the record"])

    @router.get("/decisions", response_model=RegisterJson, summary="List decisions")
    def decisions(
        listed: Annotated[Listed, Depends()], narrowing: Annotated[Narrowing, Depends()]
    ) -> Response:
        """The register, complete, with what it rests on."""
        library, filters = _opened(opening).assistant.library, narrowing.filters
        found = register(library, filters, listed.force, readable(listed.about))
        found = newest_first(found) if listed.newest_first else found
        return written(register_to_json(found, completeness(library, filters, len(found))))

    @router.get("/timeline", response_model=TimelineJson, summary="Follow a subject")
    def followed(
        about: Annotated[str, Query(description="Words of the subject.", min_length=1)],
        narrowing: Annotated[Narrowing, Depends()],
        newest_first: Annotated[bool, Query(description="Else oldest first.")] = False,
    ) -> Response:
        """What became of a subject, meeting by meeting."""
        library, filters, subject = _opened(opening).assistant.library, narrowing.filters, about
        stages = timeline(library, filters, readable(subject), backwards=newest_first)
        held = completeness(library, filters, sum(len(stage.steps) for stage in stages))
        return written(timeline_to_json(subject, stages, held))

    @router.get("/papers", response_model=PapersJson, summary="List papers")
    def papers(narrowing: Annotated[Narrowing, Depends()]) -> Response:
        """The papers, oldest meeting first, with their items or minutes and their people."""
        held = contents.contents(_opened(opening).assistant.library, narrowing.filters)
        return written(PapersJson(papers=[contents.to_json(each) for each in held]))

    @router.get("/status", response_model=StatusJson, summary="Say what is held and lacking")
    def status() -> Response:
        """What the library holds, what could not be read, and which searches are on."""
        desk = _opened(opening)
        return written(standing(desk.assistant.library, desk.settings))

    return router


def _opened(opening: Opening) -> Desk:
    desk = opening()
    if desk is None:
        raise LibraryError(
            "The library is empty: there are no papers to answer from yet. Add some with "
            "`council-papers add PATH`."
        )
    return desk


def _version() -> str:
    try:
        return version("council-papers")
    except PackageNotFoundError:
        return "not installed"
