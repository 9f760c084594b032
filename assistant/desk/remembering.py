"""What a reply said when a link to it was made, in few enough characters for an address.

Written as ``status.papers.library.said.statements.citations.check``, such as
``a.16.k3m9ax.q7n2bd.r4f6tz1_2.dd2k4…``; the brief form leaves statements and citations out.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from assistant.citing import reference
from assistant.holdings import Holdings
from assistant.replies import Answer, Citation, Reply, ReplyStatus, Statement, folded
from corpus.errors import BadRequestError
from corpus.papers import Force

_OF_WORDS, _OF_PLACE, _OF_PASSAGE = 7, 6, 7
_OF_CITATION = _OF_WORDS + _OF_PLACE + _OF_PASSAGE
_OF_SAID = 6
"""Characters of a mark, of five bits each: enough that two of one library hardly ever agree."""
_STATUSES = {
    ReplyStatus.ANSWERED: "a",
    ReplyStatus.NOT_RECORDED: "n",
    ReplyStatus.OUTSIDE: "o",
    ReplyStatus.UNCLEAR: "u",
    ReplyStatus.EMPTY_LIBRARY: "e",
}
_FORCES = {
    Force.RESOLVED: "r",
    Force.NOTED: "n",
    Force.RECOMMENDED: "m",
    Force.DELEGATED: "d",
    Force.DEFERRED: "f",
    Force.WITHDRAWN: "w",
    Force.LOST: "l",
    Force.PROPOSED: "p",
    Force.REPORTED: "t",
    Force.DISCUSSED: "c",
}
_STATUS_OF = {letter: status for status, letter in _STATUSES.items()}
_FORCE_OF = {letter: force for force, letter in _FORCES.items()}
_STATEMENT = re.compile(r"(?P<force>[a-z])(?P<said>[a-z2-7]{6})(?P<cited>\d{1,4}(?:_\d{1,4})*)")
_CITATION = re.compile(rf"[a-z2-7]{{{_OF_WORDS + _OF_PLACE}}}[0-9a-z]{{{_OF_PASSAGE}}}")


@dataclass(frozen=True, slots=True)
class CitedThen:
    """Marks of a citation's words and of where they stood; the beginning of its passage's id."""

    words: str
    place: str
    passage: str


@dataclass(frozen=True, slots=True)
class StatedThen:
    """The force of a statement, a mark of its text, and its citations by their numbers."""

    force: Force
    said: str
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What was replied.

    ``papers`` counts those that were searched, ``library`` marks all their passages.
    ``said`` marks everything that was told. ``is_brief`` says that the statements and the
    citations were left out, for want of room.
    """

    status: ReplyStatus
    papers: int
    library: str
    said: str
    statements: tuple[StatedThen, ...] = ()
    citations: tuple[CitedThen, ...] = ()
    is_brief: bool = False


def record_of(reply: Reply, holdings: Holdings) -> Record:
    """What ``reply`` says, of a library that holds ``holdings``."""
    admit = reply.question.filters.admit
    papers = sum(1 for paper in holdings.papers if admit(paper))
    passages = sorted(passage.id for passage in holdings.passages if admit(passage.paper))
    library = _mark("\n".join(passages), _OF_SAID)
    said = _mark(_told(reply), _OF_SAID)
    if not isinstance(reply, Answer):
        return Record(reply.status, papers, library, said)
    return Record(
        *(reply.status, papers, library, said),
        tuple(map(_stated, reply.statements)),
        tuple(map(cited_now, reply.citations)),
    )


def cited_now(citation: Citation) -> CitedThen:
    """The marks of a citation."""
    paper, item = citation.passage.paper, citation.passage.item
    return CitedThen(
        _mark(folded(citation.quote), _OF_WORDS),
        _mark(reference(paper, item, citation.span), _OF_PLACE),
        passage_mark(citation.passage.id),
    )


def passage_mark(id: str) -> str:
    """The mark of a passage by its id."""
    return id[:_OF_PASSAGE]


def said_now(statement: Statement) -> str:
    """The mark of a statement's text."""
    return _mark(statement.text, _OF_SAID)


def written(record: Record, asked: str, *, brief: bool = False) -> str:
    """The record of the reply to ``asked``, for an address: letters, digits, ".", "_" and "-"."""
    parts = [_STATUSES[record.status], str(record.papers), record.library, record.said]
    if record.statements and not (brief or record.is_brief):
        parts += [
            "-".join(
                f"{_FORCES[each.force]}{each.said}{'_'.join(map(str, each.cited))}"
                for each in record.statements
            ),
            "-".join(f"{each.words}{each.place}{each.passage}" for each in record.citations),
        ]
    text = ".".join(parts)
    return f"{text}.{_mark(f'{asked}|{text}', _OF_SAID)}"


def read_record(text: str, asked: str) -> Record:
    """The record that ``written`` wrote for ``asked``. Raises BadRequestError for any other."""
    head, _, check = text.rpartition(".")
    parts = head.split(".")
    status = _STATUS_OF.get(parts[0])
    whole = len(parts) == 6
    if (
        check != _mark(f"{asked}|{head}", _OF_SAID)
        or status is None
        or len(parts) not in (4, 6)
        or not re.fullmatch(r"[0-9]{1,9}", parts[1])
    ):
        raise _damaged()
    is_brief = status is ReplyStatus.ANSWERED and not whole
    return Record(
        *(status, int(parts[1]), parts[2], parts[3]),
        tuple(map(_statement, parts[4].split("-"))) if whole else (),
        tuple(map(_citation, parts[5].split("-"))) if whole else (),
        is_brief=is_brief,
    )


def _told(reply: Reply) -> str:
    if not isinstance(reply, Answer):
        return reply.reason
    cited = (cited_now(citation) for citation in reply.citations)
    places = (f"{each.words}{each.place}" for each in cited)
    texts = (f"{each.force}{each.text}{each.citations}" for each in reply.statements)
    return "\n".join((*texts, *reply.notes, *places))


def _stated(statement: Statement) -> StatedThen:
    return StatedThen(statement.force, said_now(statement), statement.citations)


def _statement(text: str) -> StatedThen:
    match = _STATEMENT.fullmatch(text)
    if match is None or match["force"] not in _FORCE_OF:
        raise _damaged()
    cited = tuple(int(number) for number in match["cited"].split("_"))
    return StatedThen(_FORCE_OF[match["force"]], match["said"], cited)


def _citation(text: str) -> CitedThen:
    if not _CITATION.fullmatch(text):
        raise _damaged()
    place, passage = _OF_WORDS, _OF_WORDS + _OF_PLACE
    return CitedThen(text[:place], text[place:passage], text[passage:_OF_CITATION])


def _mark(text: str, length: int) -> str:
    """Letters and digits by which to know ``text`` again, not to read it."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return base64.b32encode(digest).decode().lower()[:length]


def _damaged() -> BadRequestError:
    return BadRequestError(
        "What the link holds of the earlier answer was cut off or changed on its way. Ask for "
        "the link again, or make a new one."
    )
