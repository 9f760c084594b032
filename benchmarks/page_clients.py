"""The page's server, and clients that speak to it as a browser's page does, without drawing it."""

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 300
"""Seconds after which a server, or a page, is given up."""
REPLIES = ('class="cp-statement', 'class="cp-refusal')
"""What a reply is shown in: its first words stand in the first of them."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Seconds from the question to its first words and to its end; None where none came."""

    first_words: float | None
    whole: float | None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``started`` is when it was, as time.perf_counter gives it."""

    port: int
    process: int
    started: float

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://127.0.0.1:{self.port}"

    def processor_seconds(self) -> float:
        """What it has used of the processor so far, in all threads; Linux only, else 0."""
        try:
            told = Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


class Page:
    """One open page: a session of the server."""

    def __init__(self, socket_: ClientConnection) -> None:
        self._socket = socket_
        self._box = ""
        self._page = ""

    async def load(self) -> None:
        """Open the page; returns when it is there, with its question box."""
        await self._send(BackMsg())
        async for _ in self._until_finished():
            pass
        if not self._box:
            raise LookupError("the page came without a question box")

    async def ask(self, question: str) -> Waited:
        """Type ``question`` and press Enter; returns when the reply is whole."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._box
        state.chat_input_value.data = question
        started, first = time.perf_counter(), None
        await self._send(message)
        async for html in self._until_finished():
            if first is None and any(reply in html for reply in REPLIES):
                first = time.perf_counter() - started
        whole = time.perf_counter() - started
        return Waited(first, whole, "" if first is not None else "no reply was shown")

    async def _send(self, message: BackMsg) -> None:
        message.rerun_script.page_script_hash = self._page
        await self._socket.send(message.SerializeToString())

    async def _until_finished(self) -> AsyncIterator[str]:
        """The HTML that is shown, until the page is drawn."""
        async with asyncio.timeout(PATIENCE):
            async for told in self._socket:
                message = ForwardMsg.FromString(told)
                kind = message.WhichOneof("type")
                if kind == "navigation":
                    self._page = message.navigation.page_script_hash
                elif kind == "delta":
                    element = message.delta.new_element
                    if element.WhichOneof("type") == "chat_input":
                        self._box = element.chat_input.id
                    yield element.html.body
                elif kind == "script_finished":
                    return


@asynccontextmanager
async def opened(server: Server) -> AsyncIterator[Page]:
    """A page that is not loaded yet."""
    stream = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    protocols, origin = [Subprotocol("streamlit")], Origin(server.address)
    async with connect(stream, origin=origin, subprotocols=protocols, max_size=None) as connected:
        yield Page(connected)


async def ask_at_once(server: Server, questions: Sequence[str]) -> list[Waited]:
    """Each question by a person of their own; all press Enter when all pages are there."""
    ready = asyncio.Barrier(len(questions))

    async def person(question: str) -> Waited:
        async with opened(server) as page:
            await page.load()
            await ready.wait()
            return await _asked(page, question)

    return list(await asyncio.gather(*map(person, questions)))


async def ask_in_turn(server: Server, questions: Sequence[str]) -> list[Waited]:
    """Each question by a person of their own, one after another."""
    waited = []
    for question in questions:
        async with opened(server) as page:
            await page.load()
            waited.append(await _asked(page, question))
    return waited


async def _asked(page: Page, question: str) -> Waited:
    try:
        return await page.ask(question)
    except (OSError, TimeoutError) as error:
        return Waited(None, None, f"{type(error).__name__}: {error}")


@contextmanager
def serving(library: Path) -> Iterator[Server]:
    """The server as ``council-papers serve`` starts it, once it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    program = "from assistant.cli import main; main()"
    command = [sys.executable, "-c", program, "--library", str(library), "serve", "--port"]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await_health(port)
        yield Server(port, process.pid, started)
    finally:
        process.terminate()
        process.wait(30)


def _await_health(port: int) -> None:
    for _ in range(PATIENCE * 10):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The page's server did not start.")
