"""JSON as the command writes it, and what went wrong as JSON with a message."""

import json

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from typing_extensions import TypedDict

from corpus.errors import BadRequestError, CouncilPapersError, NotHeldError


class MessageJson(TypedDict):
    """What could not be done, and what to do, in plain English."""

    message: str


FAULTS: dict[int | str, dict[str, object]] = {
    422: {"model": MessageJson, "description": "What was asked makes no sense as asked."},
    503: {"model": MessageJson, "description": "The library cannot be opened, or holds nothing."},
}
"""How every call may fail, for the OpenAPI document."""


def written(value: object, status: int = 200) -> Response:
    """``value`` as the command writes it with ``--json``."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return Response(text, status, media_type="application/json")


def tell_faults(calls: FastAPI) -> None:
    """Let every fault of ``calls`` be told as a MessageJson; none shows a traceback."""
    calls.exception_handler(CouncilPapersError)(_ours)
    calls.exception_handler(RequestValidationError)(_not_valid)
    calls.exception_handler(HTTPException)(_of_http)
    calls.exception_handler(Exception)(_unforeseen)


def _message(message: str, status: int) -> Response:
    return written(MessageJson(message=message), status)


def _ours(_: Request, error: CouncilPapersError) -> Response:
    if isinstance(error, NotHeldError):
        return _message(str(error), 404)
    return _message(str(error), 422 if isinstance(error, BadRequestError) else 503)


def _not_valid(_: Request, error: RequestValidationError) -> Response:
    told = (
        f"{' '.join(str(part) for part in fault['loc'][1:]) or 'the request'}: {fault['msg']}"
        for fault in error.errors()
    )
    return _message(f"{'; '.join(told)}.", 422)


def _of_http(_: Request, error: HTTPException) -> Response:
    return _message(f"{error.detail}.", error.status_code)


def _unforeseen(_: Request, __: Exception) -> Response:
    return _message("Something went wrong in the program. Its log says what.", 500)
