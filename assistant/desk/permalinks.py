"""Links to a conversation: its questions in an address, and what was answered then.

A link is opened by asking its questions anew; the papers may say something else by now.

    v=1.k3m9ax          version, and a check on the questions and filters
    on=2024-05-31       the day on which the link was made
    q=…&body=Cabinet    the first question with its filters; without=date
    q2=…&r2=…           the second one, and what was answered to it then
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlencode, urlsplit

from assistant.answering import LONGEST_QUESTION
from assistant.conversation import Conversation
from assistant.desk.linked import (
    OF_A_TURN,
    Link,
    LinkedTurn,
    Parameters,
    asking,
    check_of,
    numbered,
)
from assistant.desk.remembering import Record, read_record, record_of, written
from assistant.filter_texts import NAMES, filters_in, parts_in
from assistant.holdings import Holdings
from assistant.typed import one_line
from corpus.errors import BadRequestError

VERSION = "1"
MOST_TURNS = 40
LONGEST_ADDRESS = 8000
"""Characters that browsers, servers and mail programs all pass on."""
_ROOM_OF_ONE = 1800
"""Characters of the query for one question: some mail programs cut addresses at 2,000."""
_ROOM = LONGEST_ADDRESS - 250
"""Characters of the query; the rest is for the address of the page."""
_NAME = re.compile(r"(?P<name>[a-z]+)(?P<turn>[2-9]|[1-9]\d)?")


def to_parameters(
    conversation: Conversation, holdings: Holdings, made_on: date | None = None
) -> Parameters:
    """The query of an address that asks ``conversation`` anew, and holds what was answered.

    Where that takes too much room it is told in brief, and then left out, of the oldest
    answers first; the questions are always there. Raises BadRequestError for a conversation
    that fits no address.
    """
    replies = conversation.replies
    if len(replies) > MOST_TURNS:
        raise BadRequestError(
            f"This conversation has {len(replies)} questions; a link can hold {MOST_TURNS}. "
            "Begin a new conversation, and link to that."
        )
    turns = [
        LinkedTurn(one_line(r.question.asked), r.question.filters, r.question.without)
        for r in replies
    ]
    head = [("v", f"{VERSION}.{check_of(turns)}")] if turns else []
    head += [("on", made_on.isoformat())] if turns and made_on else []
    questions = asking(turns)
    records = [record_of(reply, holdings) for reply in replies]
    answers = _fitting([*head, *questions], turns, records)
    parameters = [*head, *questions, *answers]
    if len(_encoded(parameters)) > _ROOM:
        raise BadRequestError(
            "The questions of this conversation are too long for a link. Begin a new "
            "conversation with the question that matters, and link to that."
        )
    return parameters


def from_parameters(parameters: Iterable[tuple[str, str]]) -> Link:
    """What an address asks for. Names that no link has are passed over.

    Raises BadRequestError where a question or a filter cannot be read: another question
    would be answered than the one that was linked to. What cannot be read of the earlier
    answers is left out, and a notice says so.
    """
    given = _given(parameters)
    turns = [_turn(given, number) for number in range(1, _turns_in(given) + 1)]
    if not turns:
        return Link()
    version, _, check = given.get(("v", 1), "").partition(".")
    made_on = _day(given.get(("on", 1), ""))
    has_records = any(name == "r" for name, _ in given)
    if version != VERSION:
        notice = "The link was not made by this version of the program: the answers are new, "
        notice += "and cannot be compared with the earlier ones."
        return Link(tuple(turns), made_on, (notice,) if version or has_records else ())
    if check != check_of(turns):
        return Link(tuple(turns), made_on, (_CHANGED,))
    read = [_with_record(turn, given.get(("r", n), "")) for n, turn in enumerate(turns, 1)]
    notices = tuple(
        f"The link was cut off or changed on its way: the answer to question {number} cannot be "
        "compared with the earlier one."
        for number, turn in enumerate(read, 1)
        if turn.record is None and given.get(("r", number))
    )
    return Link(tuple(read), made_on, notices)


def address(base: str, parameters: Sequence[tuple[str, str]]) -> str:
    """The absolute address of a link; ``base`` is that of the page: "https://…/ask".

    Raises BadRequestError where ``base`` is no address of a page, or the whole is too long.
    """
    try:
        parts = urlsplit(base.strip())
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequestError(
            f"{base[:80]!r} is not the address of a page. Give one such as https://host/ask."
        )
    whole = parts._replace(query=_encoded(parameters), fragment="").geturl()
    if len(whole) > LONGEST_ADDRESS:
        raise BadRequestError(
            f"The link would have {len(whole):,} characters; at most {LONGEST_ADDRESS:,} are "
            "passed on everywhere. Link to a shorter conversation."
        )
    return whole


_CHANGED = (
    "The link was cut off or changed after it was made. Check that these are the questions and "
    "the filters that were meant: the answers cannot be compared with the earlier ones."
)


def _fitting(
    before: Parameters, turns: Sequence[LinkedTurn], records: Sequence[Record]
) -> Parameters:
    """As much of the records as there is room for, the newest in most detail."""
    room = _ROOM_OF_ONE if len(turns) == 1 else _ROOM
    forms: list[list[str]] = [
        [written(record, turn.asked), written(record, turn.asked, brief=True), ""]
        for turn, record in zip(turns, records, strict=True)
    ]
    chosen = [0] * len(forms)

    def pairs() -> Parameters:
        return [
            (numbered("r", number), form[at])
            for number, (form, at) in enumerate(zip(forms, chosen, strict=True), 1)
            if form[at]
        ]

    for at in (1, 2):
        for turn in range(len(forms)):
            if len(_encoded([*before, *pairs()])) <= room:
                return pairs()
            chosen[turn] = at
    return pairs()


def _given(parameters: Iterable[tuple[str, str]]) -> dict[tuple[str, int], str]:
    """The values by name and turn. Raises BadRequestError for one that is given twice."""
    given: dict[tuple[str, int], str] = {}
    for key, value in parameters:
        match = _NAME.fullmatch(key)
        if match is None or match["name"] not in (*OF_A_TURN, "v", "on"):
            continue
        name = (match["name"], int(match["turn"] or 1))
        if given.setdefault(name, value) != value:
            raise _unreadable(f"it gives “{key}” twice")
    return given


def _turns_in(given: Iterable[tuple[str, int]]) -> int:
    """How many questions there are, without gaps. Raises BadRequestError."""
    asked = {number for name, number in given if name == "q"}
    named = {number for name, number in given if name in OF_A_TURN} if asked else set()
    if len(asked) > MOST_TURNS:
        raise _unreadable(f"it has more than {MOST_TURNS} questions")
    if asked != set(range(1, len(asked) + 1)) or named - asked:
        raise _unreadable("one of its questions is missing")
    return len(asked)


def _turn(given: dict[tuple[str, int], str], number: int) -> LinkedTurn:
    where = f"The link, question {number}"
    asked = one_line(given["q", number])
    if not asked:
        raise _unreadable(f"question {number} is empty")
    if len(asked) > LONGEST_QUESTION:
        raise _unreadable(f"question {number} has more than {LONGEST_QUESTION:,} characters")
    texts = {name: given.get((name, number), "") for name in (*NAMES, "without")}
    return LinkedTurn(asked, filters_in(texts, where), parts_in(texts["without"], where))


def _with_record(turn: LinkedTurn, text: str) -> LinkedTurn:
    """The turn with its record; without one where there is none that can be read."""
    try:
        record = read_record(text, turn.asked) if text else None
    except BadRequestError:
        record = None
    return LinkedTurn(turn.asked, turn.filters, turn.without, record)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _encoded(parameters: Sequence[tuple[str, str]]) -> str:
    return urlencode(parameters, errors="replace")


def _unreadable(why: str) -> BadRequestError:
    return BadRequestError(
        f"This link cannot be opened: {why}. It may have been cut off on its way. Ask for it "
        "again, or type the question."
    )
