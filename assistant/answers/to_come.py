"""What papers speak of as still to come is not told as done."""

import re

from assistant.answers.points import Answering, Refusal
from assistant.answers.refusing import not_yet
from assistant.evidence.gathering import Evidence
from corpus.papers import Force, PaperKind
from corpus.text.sentences import sentences

DID_A_BODY = re.compile(
    r"^\W*(?:(?:so|and|but)\W+)*(?:did|has|have|had)\s+(?:the\s+)?(?:[\w’'&-]+\s+){0,4}?"
    r"(?:cabinet|full council|committee|panel|board|members|councillors|scrutiny|executive)\b",
    re.I,
)
"""Asks whether those who decide at a meeting did something."""
BEFORE_A_MEETING = frozenset({PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.AGENDA})
CONTENTS = re.compile(
    r"\bwhat (?:did|does|do)\b.*\b(?P<document>report|letter|assessment|review|audit|survey"
    r"|inspection|study|findings|e-?mail|statement)\b.*\b(?:sa(?:y|id)|find|found|conclude|show|reveal"
    r"|recommend)\b",
    re.I,
)
"""Asks what stands in a document."""
OUTCOME = re.compile(
    r"\b(?:outcomes?|results?|findings|conclusions?|responses?) (?:of|to|from) (?:the |that )?"
    r"(?:[\w’'-]+ ){0,2}?(?P<what>consultation|inspection|review|inquiry|enquiry|investigation"
    r"|survey|audit|tender|procurement|appeal|pilot|trial|ballot|referendum|petition|bid)s?\b",
    re.I,
)
"""Asks what came of something that takes its time."""
BEGINS = (
    r"(?:opened|launched|commenced|begun|begin|started|undertaken|carried out|conducted|held"
    r"|commissioned|underway|under way|ongoing|out to)\b"
)
TO_FOLLOW = re.compile(
    r"\b(?:will|to) (?:\w+ ){0,2}?be (?:\w+ )?(?:published|submitted|provided|circulated|presented"
    r"|made available|reported|appended|tabled|sent)\b"
    r"|\bto follow\b|\blate (?:paper|appendix|report|item)\b|\bverbal (?:update|report)\b",
    re.I,
)
TELLS = re.compile(
    r"\b(?:found|finds|conclud\w+|said|says|stat(?:es|ed)|shows?|showed|reveal\w+|recommend\w+"
    r"|identif\w+|noted|judged|highlight\w+)\b",
    re.I,
)
FOUND_OUT = re.compile(
    r"\bwhat (?:did|was|were|has|have|had)\b.*\b(?:find|found|findings|outcomes?|results?|conclu\w+"
    r"|repl(?:y|ied)|respon\w+|answer\w*|sa(?:y|id))\b",
    re.I,
)
"""Asks what somebody found or answered."""
AWAITED = re.compile(r"\bawait(?:s|ed|ing)?\b|\bwait(?:s|ed|ing)? (?:for|to hear)\b", re.I)


def unless_to_come(evidence: Evidence, found: Answering | Refusal) -> Answering | Refusal:
    """``found``, unless it only tells of what was still to come when it was written.

    A report is written before the meeting that decides, and does not know what it decided; and
    that a letter is to follow does not tell what it says.
    """
    if isinstance(found, Refusal):
        return found
    parts = [point.quotables[-1] for point in found.points]
    if DID_A_BODY.match(evidence.asked):
        passage = parts[0].passage
        is_before = passage.paper.kind in BEFORE_A_MEETING and passage.force is Force.DISCUSSED
    else:
        contents, outcome = CONTENTS.search(evidence.asked), OUTCOME.search(evidence.asked)
        text = " ".join(part.text for part in parts)
        is_before = contents is not None and _is_to_follow(contents["document"], text)
        is_before |= bool(FOUND_OUT.search(evidence.asked)) and _is_awaited(text)
        is_before |= outcome is not None and _only_begins(outcome["what"], text)
    return not_yet(evidence, parts) if is_before else found


def _only_begins(what: str, text: str) -> bool:
    """Whether the sentences on a consultation and the like say that it begins, and no more."""
    said = (text[start:end] for start, end in sentences(text))
    on_it = [each for each in said if what.casefold() in each.casefold()]
    begins = re.compile(rf"\bbe (?:\w+ )?{BEGINS}|\b{what}\b[^.]{{0,60}}\b{BEGINS}", re.I)
    return any(map(begins.search, on_it)) and not any(map(TELLS.search, on_it))


def _is_awaited(text: str) -> bool:
    """Whether the last sentence that speaks of an answer says that it is waited for."""
    said = [text[start:end] for start, end in sentences(text)]
    telling = [each for each in said if AWAITED.search(each) or TELLS.search(each)]
    return bool(telling) and bool(AWAITED.search(telling[-1]))


def _is_to_follow(document: str, text: str) -> bool:
    """Whether the sentences on a document say that it is to follow, and none what it says."""
    said = [text[start:end] for start, end in sentences(text)]
    on_it = [each for each in said if document.casefold() in each.casefold()]
    following = [each for each in on_it if TO_FOLLOW.search(each)]
    return bool(following) and not any(
        TELLS.search(each) for each in on_it if each not in following
    )
