"""Many questions from one file, asked of an assistant that is opened once."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.filter_texts import filters_in, parts_in
from assistant.replacing import replacing
from assistant.replies import Reply
from assistant.understanding.questions import ScopePart
from corpus.errors import BadRequestError
from corpus.filters import Filters
from index.hits import Hit

Id = str | int


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """A line of a batch. ``follow_up_of`` is the id of the question before it, or None.

    ``filters`` go before those of the batch, None where the line has none; ``without`` are
    parts of its scope to do without.
    """

    id: Id
    question: str
    follow_up_of: Id | None = None
    filters: Filters | None = None
    without: frozenset[ScopePart] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a batch and its reply; ``seconds`` are those of this question alone."""

    question: BatchQuestion
    reply: Reply
    seconds: float


@dataclass(frozen=True, slots=True)
class Found:
    """A question of a batch and what a search for it found, best first."""

    question: BatchQuestion
    hits: tuple[Hit, ...]
    seconds: float


def read_batch(path: Path) -> list[BatchQuestion]:
    """The questions in the order of the file. Raises BadRequestError with file and line."""
    questions: dict[Id, BatchQuestion] = {}
    lines: dict[Id, int] = {}
    for number, line in numbered_lines(path):
        question = _question(line, f"{path}, line {number}")
        if question.id in questions:
            raise BadRequestError(
                f"{path}, line {number}: the id {question.id!r} stands already in line "
                f"{lines[question.id]}. Give every question an id of its own."
            )
        questions[question.id], lines[question.id] = question, number
    for question in questions.values():
        _check_parents(question, questions, f"{path}, line {lines[question.id]}")
    return list(questions.values())


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, counted from 1. Raises BadRequestError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequestError(
            f"{path}: cannot be read ({error}). Give a file of one JSON object a line, in UTF-8."
        ) from error
    return ((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def object_in(line: str, where: str) -> dict[str, object]:
    """The JSON object that ``line`` holds. Raises BadRequestError, naming ``where``."""
    try:
        value = json.loads(line)
    except ValueError as error:
        raise BadRequestError(f"{where}: not JSON ({error}). Mend the line.") from error
    if not isinstance(value, dict):
        raise BadRequestError(f"{where}: not a JSON object. Write it as {_EXAMPLE}.")
    return value


def ask_all(
    assistant: Assistant, questions: Iterable[BatchQuestion], filters: Filters
) -> Iterator[Asked]:
    """Each question with its reply, in order; a follow-up is asked after its parent."""
    asking = _Asking(assistant, questions, filters)
    return (asking.ask(question) for question in asking.questions.values())


def search_all(
    assistant: Assistant, questions: Iterable[BatchQuestion], k: int, filters: Filters
) -> Iterator[Found]:
    """Each question with its best ``k`` passages; a follow-up is made whole first."""
    asking = _Asking(assistant, questions, filters)
    return (asking.search(question, k) for question in asking.questions.values())


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write ``lines`` aside and put them in the place of ``path`` once they are complete.

    Raises BadRequestError where the folder cannot be written to.
    """
    with replacing(path) as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)


class _Asking:
    """Holds the replies so far, so that a conversation is held only once."""

    def __init__(
        self, assistant: Assistant, questions: Iterable[BatchQuestion], filters: Filters
    ) -> None:
        self.assistant = assistant
        self.questions = {question.id: question for question in questions}
        self.filters = filters
        self._asked: dict[Id, Asked] = {}
        self._after: dict[Id, Conversation] = {}

    def ask(self, question: BatchQuestion) -> Asked:
        if question.id not in self._asked:
            before = self._before(question)
            filters = self._filters(question)
            started = time.perf_counter()
            try:
                reply = self.assistant.ask(question.question, before, filters, question.without)
            except BadRequestError as error:  # one odd question must not lose the others
                reply = self.assistant.not_understood(question.question, filters, error)
            seconds = time.perf_counter() - started
            self._asked[question.id] = Asked(question, reply, seconds)
            self._after[question.id] = before.after(reply)
        return self._asked[question.id]

    def search(self, question: BatchQuestion, k: int) -> Found:
        before = self._before(question)
        filters = self._filters(question)
        started = time.perf_counter()
        hits: list[Hit] = []
        with suppress(BadRequestError):  # one odd question must not lose the others
            whole = self.assistant.understand(question.question, before, filters).standalone
            hits = self.assistant.search(whole, k, filters)
        return Found(question, tuple(hits), time.perf_counter() - started)

    def _filters(self, question: BatchQuestion) -> Filters:
        return self.filters if question.filters is None else question.filters

    def _before(self, question: BatchQuestion) -> Conversation:
        if question.follow_up_of is None:
            return NEW_CONVERSATION
        self.ask(self.questions[question.follow_up_of])
        return self._after[question.follow_up_of]


def _is_id(value: object) -> TypeGuard[Id]:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _check_parents(
    question: BatchQuestion, questions: Mapping[Id, BatchQuestion], where: str
) -> None:
    seen = {question.id}
    parent = question.follow_up_of
    while parent is not None:
        if parent not in questions:
            raise BadRequestError(f"{where}: it follows {parent!r}, which the file does not hold.")
        if parent in seen:
            raise BadRequestError(f"{where}: it follows itself, by way of {parent!r}.")
        seen.add(parent)
        parent = questions[parent].follow_up_of


def _question(line: str, where: str) -> BatchQuestion:
    value = object_in(line, where)
    id, question, parent = value.get("id"), value.get("question"), value.get("follow_up_of")
    if not _is_id(id):
        raise BadRequestError(f"{where}: no id. Write the line as {_EXAMPLE}.")
    if not isinstance(question, str):
        raise BadRequestError(f"{where}: no question. Write the line as {_EXAMPLE}.")
    if parent is not None and not _is_id(parent):
        raise BadRequestError(f"{where}: follow_up_of is neither an id nor null.")
    return BatchQuestion(
        *(id, question, parent),
        filters=_filters(value.get("filters"), where),
        without=parts_in(str(value.get("without") or ""), where),
    )


def _filters(value: object, where: str) -> Filters | None:
    if not value:
        return None
    if not isinstance(value, dict):
        raise BadRequestError(f'{where}: filters are written as {{"body": "Cabinet"}}.')
    return filters_in({name: str(text) for name, text in value.items() if text}, where)


_EXAMPLE = '{"id": "q1", "question": "…", "follow_up_of": null}'
