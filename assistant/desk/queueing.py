"""The queue before the desk: who asks first is answered first, as many at once as is useful."""

import os
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Lock

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.opened import Desk
from assistant.replies import Reply
from assistant.understanding.questions import ScopePart
from corpus.errors import TooManyWaitingError
from corpus.filters import NO_FILTERS, Filters

AT_ONCE = os.cpu_count() or 1
"""Questions answered side by side: more than there are cores would all be answered later."""
MOST_WAITING = 200
"""Questions that may wait; at half a second each the last has its reply in two minutes."""


class Ticket:
    """The place of a question in a queue, and its reply once it is there."""

    def __init__(self, queue: "Queue") -> None:
        """``queue`` gives it what it waits for."""
        self._queue = queue
        self._is_given_up = False
        self.coming: Future[Reply] = Future()

    @property
    def ahead(self) -> int:
        """Questions that will be begun before this one; 0 for one that is begun or over."""
        return self._queue.ahead_of(self)

    def wait(self, seconds: float | None = None) -> Reply | None:
        """The reply, as soon as it is there; None if it is not, after so many ``seconds``.

        Without ``seconds`` it waits as long as it takes. None at once for a question that was
        cancelled. Raises what asking raises: CouncilPapersError.
        """
        if self._is_given_up:
            return None
        try:
            reply = self.coming.result(seconds)
        except CancelledError:
            return None
        except TimeoutError:
            if not self.coming.done():
                return None
            reply = self.coming.result()  # it came, or asking failed, at the last moment
        return None if self._is_given_up else reply

    def cancel(self) -> None:
        """Give the question up: one that waits leaves the queue, and others move up.

        One that is being answered is left to finish, and its reply is dropped.
        """
        self._is_given_up = True
        self.coming.cancel()
        self._queue.forget(self)


class Queue:
    """Questions in the order in which they came; some are answered at once, the others wait."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """``at_once`` are answered side by side, and at most ``most_waiting`` wait."""
        self._pool = ThreadPoolExecutor(max(1, at_once), thread_name_prefix="question")
        self._most_waiting = most_waiting
        self._lock = Lock()
        self._waiting: list[Ticket] = []

    def ask(
        self,
        desk: Desk,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
        without: frozenset[ScopePart] = frozenset(),
    ) -> Ticket:
        """A ticket for the reply of ``desk``'s assistant. Raises TooManyWaitingError."""
        ticket = Ticket(self)

        def answer() -> None:
            self.forget(ticket)
            if not ticket.coming.set_running_or_notify_cancel():
                return
            try:
                reply = desk.assistant.ask(asked, conversation, filters, without)
            except BaseException as error:  # whoever waits must hear of it, or waits for ever
                ticket.coming.set_exception(error)
            else:
                ticket.coming.set_result(reply)

        with self._lock:
            if len(self._waiting) >= self._most_waiting:
                raise TooManyWaitingError(
                    f"{len(self._waiting)} questions are waiting to be answered. Ask again in "
                    "a minute."
                )
            self._waiting.append(ticket)
            self._pool.submit(answer)
        return ticket

    def ahead_of(self, ticket: Ticket) -> int:
        """Tickets that wait before ``ticket``; 0 where it does not wait."""
        with self._lock:
            return self._waiting.index(ticket) if ticket in self._waiting else 0

    def forget(self, ticket: Ticket) -> None:
        """``ticket`` waits no longer."""
        with self._lock:
            if ticket in self._waiting:
                self._waiting.remove(ticket)


_OF_THIS_PROCESS = Queue()
"""All doors of a process share the machine, so they share one queue."""


def ask(
    desk: Desk,
    asked: str,
    conversation: Conversation = NEW_CONVERSATION,
    filters: Filters = NO_FILTERS,
    without: frozenset[ScopePart] = frozenset(),
) -> Ticket:
    """A ticket for the reply, from the one queue of this process. Raises TooManyWaitingError."""
    return _OF_THIS_PROCESS.ask(desk, asked, conversation, filters, without)
