"""The clauses below the words of a decision: which are its own, and where they end."""

import re
from collections.abc import Sequence

from corpus.decisions.deciding import BARE_OUTCOME, OUTCOME
from corpus.decisions.verbs import CAPITAL_VERB, LABEL, STARTS
from corpus.papers import Clause
from corpus.people.listing import people_in
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED

MAX_CLAUSES = 40
OPENS = re.compile(
    r"(?:[:–—-]|\bfollowing (?:\w+ ){0,2}(?:resolution|motion)s? (?:was|were) (?:\w+ )?(?:passed"
    r"|adopted|agreed|carried)\W*|\b(?:to|that|as follows|and|namely"
    r"|the following(?: \w+)?(?: \w+)?))\s*$",
    re.I,
)
"""The end of words that clauses must follow."""
LEADS_IN = re.compile(r"[:–—-]\s*$")
FIRST_CLAUSE = re.compile(r"\(?(?:i|a|1|\d+\.1)[).]?\s", re.I)
ENDS = re.compile(
    r"\W*(?:(?:rheswm|rhesymau)?\s*/?\s*reasons?\b|the meeting (?:ended|closed|rose|concluded"
    r"|finished|adjourned)|meeting (?:ended|closed)|\(?duration|chair(?:man|person)?\b|signed\b"
    r"|date\b|(?:recorded )?vot(?:e|es|ing)\b(?! (?:to|that))|(?:for|against|abstain\w*)\s*[(:–-]"
    r"|(?:motion|amendment) (?:by|carried|lost|\d)|note\s*:|notes?\s*\(|options? considered"
    r"|alternative options|\[?councillors?\b.{0,60}\b(?:left|re-?joined|returned|withdrew|entered"
    r"|requested|voted|abstained|asked|arrived)\b|proposed (?:by )?(?:cllr|councillor)"
    r"|moved (?:by )?(?:cllr|councillor)|seconded|(?:to )?action\b|to note\s*:|on (?:a"
    r"|the) (?:division|vote)"
    r"|on being put|there (?:being|voted|were)|in favour|unanimous|all in favour|background"
    r"|(?:councillor|cllr|provost|bailie)\b[^.]{3,50}\b(?:convener|chair\w*|provost|mayor)\W*$"
    r"|(?:report )?author\s*:|contact (?:officer|person)|implementation date|conflicts? of)",
    re.I,
)
"""Words that are no clause, whatever stands before them."""
CARRIES_ON = re.compile(
    r"[\"“'‘]?(?i:to|that|and|or|subject to|in addition|also|further)\b|[a-z]"
    r"|(?i:the|a|an)\b[^.]{3,200}?\bbe\b",
)
"""How a paragraph begins that has no number and yet belongs to what was resolved."""
ARABIC = re.compile(r"\(?(\d{1,3})[.)]\s")
"""Numbers of clauses go on from one another; another one is a paragraph's of the minute."""
RESOLVED_ITSELF = re.compile(r"\W*\d{1,3}[.)]\s+(?:it was )?RESOLVED\b")
"""A numbered paragraph that is a decision of its own."""
BEGINS_CLAUSE = re.compile(r"[\"“'‘]?(?:to|that|and|subject to|in addition|also|further)\b", re.I)


def clause_of(block: Block) -> Clause:
    """A clause with the number that its text begins with, or an empty one."""
    match = NUMBERED.match(block.text)
    if not match:
        return Clause("", without_gaps(block.text))
    return Clause(match[0].strip(), without_gaps(block.text[match.end() :]))


def without_gaps(text: str) -> str:
    """``text`` with single spaces for the tabs and gaps within its lines."""
    return re.sub(r"[^\S\n]+", " ", text)


def clauses_of(blocks: Sequence[Block]) -> tuple[Clause, ...]:
    """Each block as a clause; asides and a lead-in ("That the Cabinet:-") are none."""
    clauses = [clause_of(block) for block in blocks if not block.aside]
    listed = any(clause.number for clause in clauses)
    return tuple(
        clause
        for clause in clauses
        if not (listed and not clause.number and LEADS_IN.search(clause.words))
    )


def last_clause(blocks: Sequence[Block], at: int, *, label: bool) -> int:
    """The block with the last clause of a decision that begins at ``at``.

    Under a ``label`` ("Resolved") paragraphs without a number are clauses too.
    """
    opens = label or bool(OPENS.search(blocks[at].text))
    last = at
    listed = False
    number: int | None = None
    for following in range(at + 1, min(len(blocks), at + 1 + MAX_CLAUSES)):
        block = blocks[following]
        if block.aside:
            continue
        if block.kind is BlockKind.TABLE_ROW and opens and _all_rows(blocks[at + 1 : following]):
            last = following
            continue
        if _is_no_clause(block, first=label and last == at):
            break
        arabic = ARABIC.match(block.text)
        if arabic and last > at and int(arabic[1]) not in (1, number, (number or 0) + 1):
            break
        number = int(arabic[1]) if arabic else number
        numbered = block.kind is BlockKind.LIST_ITEM
        if last == at:
            if not opens and not (numbered and FIRST_CLAUSE.match(block.text)):
                break
        elif not numbered and not _carries_on(blocks[last], block, label=label, listed=listed):
            break
        listed = listed or numbered
        last = following
    return last


def _all_rows(blocks: Sequence[Block]) -> bool:
    """Whether rows stand right below the words that open them."""
    return all(block.kind is BlockKind.TABLE_ROW for block in blocks)


def _carries_on(before: Block, block: Block, *, label: bool, listed: bool) -> bool:
    """Whether a paragraph without a number goes on with the clauses."""
    if OPENS.search(before.text) and before.text.rstrip()[-1:] in ":–—-":
        return True
    if block.text[:1].islower() and not before.text.rstrip().endswith("."):
        return True
    if not label or (listed and not BEGINS_CLAUSE.match(block.text)):
        return False
    return bool(CARRIES_ON.match(block.text)) and not _narrates(block)


def _narrates(block: Block) -> bool:
    """Whether a paragraph begins with a person, who says or does something."""
    return any(each.start == 0 for each in people_in(block.text[:80]))


def _is_no_clause(block: Block, *, first: bool) -> bool:
    """Whether a block ends the clauses; right below a label a whole sentence may stand."""
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.HEADING) or ENDS.match(block.text):
        return True
    if LABEL.fullmatch(block.text) or BARE_OUTCOME.fullmatch(block.text):
        return True
    if RESOLVED_ITSELF.match(block.text):
        return True
    if first:
        return bool(STARTS.match(block.text))
    outcome = OUTCOME.match(block.text.removeprefix("The ").removeprefix("the "))
    return bool(outcome or CAPITAL_VERB.match(block.text))
