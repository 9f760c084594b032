"""Questions asked one after another, as an address holds them: what was said rests on them."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk import queueing
from assistant.desk.opened import Desk
from assistant.replies import Reply
from assistant.understanding.questions import ScopePart
from corpus.filters import NO_FILTERS, Filters

MOST_QUESTIONS = 10
"""Of a conversation: a follow-up rests on the question before it, never on one so long ago."""
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was typed, and without which parts of its scope it is asked."""

    question: str
    without: frozenset[ScopePart] = frozenset()


@dataclass(frozen=True, slots=True)
class Asking:
    """Questions in the order in which they were asked, all within ``filters``."""

    turns: tuple[Turn, ...] = ()
    filters: Filters = NO_FILTERS

    @property
    def before(self) -> "Asking":
        """The same without the latest question."""
        return Asking(self.turns[:-1], self.filters)


def ask(
    desk: Desk,
    asked: str,
    conversation: Conversation = NEW_CONVERSATION,
    filters: Filters = NO_FILTERS,
    without: frozenset[ScopePart] = frozenset(),
) -> Reply:
    """The reply to one question, from the queue of this process. Raises CouncilPapersError."""
    return queueing.ask(desk, asked, conversation, filters, without).coming.result()


class Remembered:
    """The conversations held last, so that a page on a source need not ask all anew.

    Safe to use from any thread; what was said is forgotten once the library changes.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[Asking, Conversation] = OrderedDict()
        self._assistant: Assistant | None = None
        self._lock = Lock()

    def conversation(self, desk: Desk, asking: Asking) -> Conversation:
        """The conversation of these questions. Raises BadRequestError."""
        if not asking.turns:
            return NEW_CONVERSATION
        known = self._known(desk, asking)
        if known is not None:
            return known
        before = self.conversation(desk, asking.before)
        latest = asking.turns[-1]
        reply = ask(desk, latest.question, before, asking.filters, latest.without)
        return self._keep(desk, asking, before.after(reply))

    def _known(self, desk: Desk, asking: Asking) -> Conversation | None:
        with self._lock:
            if self._assistant is not desk.assistant:
                self._assistant = desk.assistant
                self._held.clear()
            if asking in self._held:
                self._held.move_to_end(asking)
            return self._held.get(asking)

    def _keep(self, desk: Desk, asking: Asking, held: Conversation) -> Conversation:
        with self._lock:
            if self._assistant is desk.assistant:
                self._held[asking] = held
                while len(self._held) > _KEPT:
                    self._held.popitem(last=False)
        return held
