"""The head of a paper, where it says whether it is for the public."""

import re
from collections.abc import Sequence

from corpus.exempt.law import paragraph_in
from corpus.exempt.markings import Marking, Sort, is_denied, marking_of, titled_marking
from corpus.exempt.statements import is_label, says_yes, stated_anywhere, stated_in_head
from corpus.packs.kinds import APPENDIX
from corpus.packs.letterheads import is_attendance
from corpus.packs.openings import SIGNED
from corpus.packs.splitting import PaperText
from corpus.papers import PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

_LONGEST_HEAD = 18
_LONGEST_ANSWER = 60
_LABELLED = 3
"""Within so many blocks "Appendix B (exempt)" names the paper itself, and lists no other."""
_TITLES = 10
_BUSINESS = re.compile(
    r"\(?\d{1,2}(?:\.\d+)*[.)]?\s+\S|(?:purpose|summary|introduction|background|recommendations?"
    r"|executive summary|decisions?|the (?:issue|report)|apologies)\b.{0,40}$",
    re.I,
)
"""Begins what stands below a head."""
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]?\s+\S")
_FIRST_PART = re.compile(r"\W*part (?:i|1|one|a)\b", re.I)
_WITH_HELD_PAPERS = (
    *(PaperKind.REPORT, PaperKind.MINUTES, PaperKind.AGENDA, PaperKind.DECISION_NOTICE),
)
"""Kinds of papers of which "PART II", alone, says that they are closed; others have parts."""
_OF_ITEMS = (PaperKind.AGENDA, PaperKind.WORK_PROGRAMME)
"""Papers that say of their items that they are exempt."""
_WITH_EXEMPT_MATTERS = (
    *(PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.MINUTES),
    *(PaperKind.DECISION_NOTICE,),
)
"""Papers that "EXEMPT INFORMATION", alone, closes; in others it is the heading of a chapter."""
_WITHIN = {PaperKind.WORK_PROGRAMME: 3, PaperKind.OTHER: 8}
"""Blocks in which these may be marked: below stand items, or nobody knows what."""
_OF_ITSELF = (
    *(PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.OTHER),
    *(PaperKind.DECISION_NOTICE, PaperKind.GUIDANCE),
)
"""Kinds of papers that say in their body that they are exempt: others tell it of papers."""


def closed_by_head(paper: PaperText, before: PaperText | None) -> str | None:
    """Why a paper is closed, by what its head says, or it says of itself; None if open.

    ``before`` is the paper before it in the file.
    """
    head = head_of(paper)
    listed = before is not None and _is_listing(before, paper)
    for at, block in enumerate(head):
        following = paper.blocks[at + 1].text if at + 1 < len(paper.blocks) else ""
        word = _said(paper, at, following, listed=listed)
        if word and not _answered_no(block, following):
            return reason_of(word, head)
    if paper.kind in _OF_ITSELF:
        for block in paper.blocks:
            if word := stated_anywhere(block.text):
                return reason_of(word, [block])
    return None


def head_of(paper: PaperText) -> list[Block]:
    """The blocks above the business of a paper."""
    head: list[Block] = []
    for block in paper.blocks[:_LONGEST_HEAD]:
        begins = head and block.kind is not BlockKind.TABLE_ROW and _BUSINESS.match(block.text)
        if begins and not marking_of(block.text) and not any(find_dates(block.text)):
            break
        if paper.kind is PaperKind.MINUTES and head and is_attendance(block):
            break
        head.append(block)
    return head


def reason_of(word: str, near: Sequence[Block]) -> str:
    """Such as "marked exempt, paragraph 3 of Schedule 12A": none of it is copied."""
    paragraph = paragraph_in(" ".join(block.text for block in near if len(block.text) < 1000))
    return f"marked {word}, {paragraph}" if paragraph else f"marked {word}"


def _said(paper: PaperText, at: int, following: str, *, listed: bool) -> str | None:
    """The word by which the block ``at`` of a paper's head closes the paper, or None."""
    block = paper.blocks[at]
    is_agenda = paper.kind in _OF_ITEMS
    marking = marking_of(block.text)
    if marking is None and not is_agenda and at < _TITLES:
        marking = titled_marking(block.text)
    if marking and _is_fit(marking, paper, at) and not (listed and marking.is_labelled):
        return marking.word
    if is_agenda:
        return None
    answered = is_label(block.text) and len(following) <= _LONGEST_ANSWER
    return stated_in_head(block.text) or (answered and says_yes(following)) or None


def _is_fit(marking: Marking, paper: PaperText, at: int) -> bool:
    if marking.is_labelled and at >= _LABELLED:
        return False
    if at >= _WITHIN.get(paper.kind, _LONGEST_HEAD):
        return False
    if marking.sort is Sort.MATTER:
        return paper.kind in _WITH_EXEMPT_MATTERS
    if marking.sort is Sort.HELD:
        is_first = not any(_FIRST_PART.match(block.text) for block in paper.blocks)
        return paper.kind in _WITH_HELD_PAPERS and is_first
    return True


def _answered_no(block: Block, following: str) -> bool:
    """Whether a marking is only a question to which the next line answers "None"."""
    return len(block.text) <= 80 and len(following) <= 120 and is_denied(following)


def _is_listing(before: PaperText, paper: PaperText) -> bool:
    """Whether "Appendix 2 (exempt)" is a line of a list, not the head of that appendix."""
    if paper.kind is not PaperKind.APPENDIX or len(paper.blocks) < 2:
        return False
    following = paper.blocks[1].text
    if APPENDIX.fullmatch(following) or SIGNED.match(following):
        return True
    return before.kind is PaperKind.AGENDA and bool(_NUMBERED.match(following))
