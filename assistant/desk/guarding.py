"""What goes with every answer to a browser, so that a page can do nothing but be read."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Served = Callable[[Message, Receive, Send], Awaitable[None]]
"""An ASGI application, as its specification describes it."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
"""No script, nothing from elsewhere; no question that is told to the site a link leads to."""


class Guarded:
    """``served``, with HEADERS in every response.

    What does not say itself how long it may be kept is asked for anew each time.
    """

    def __init__(self, served: Served) -> None:
        self._served = served

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                named = {name.lower() for name, _ in headers}
                wanted = {**HEADERS, "Cache-Control": "private, no-cache"}
                headers += [
                    (name.lower().encode(), value.encode())
                    for name, value in wanted.items()
                    if name.lower().encode() not in named
                ]
                message["headers"] = headers
            await send(message)

        await self._served(scope, receive, with_headers)
