"""What a question names exactly, or a follow-up names anew, and words to quote must have."""

from collections.abc import Sequence

from assistant.evidence.gathering import Evidence, Scored
from assistant.understanding.coordinates import CODE
from assistant.understanding.following import OPENING, is_elliptical
from assistant.understanding.questions import subject_words
from corpus.papers import Passage
from corpus.text.words import words_of
from index.context import in_context


def naming(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """Those of ``scored`` whose passages have what the question names exactly.

    That is a reference ("TQ/12/034"); and where a follow-up asks the same of another thing, the
    passage that its parent was answered from must name that thing to answer this too.
    """
    codes = {code.casefold() for code in CODE.findall(evidence.question.standalone)}
    kept = [each for each in scored if not _is_the_old_answer(evidence, each)]
    having = [each for each in kept if _has_all(codes, each.quotable.passage)]
    unheard = any(
        not evidence.tools.rarity.holds(stem) for code in codes for stem in words_of(code)
    )
    return having if having or unheard else kept


def named_exactly(evidence: Evidence) -> str:
    """What ``naming`` looks for, as written."""
    return ", ".join(CODE.findall(evidence.question.standalone)) or _fresh(evidence)


def _has_all(codes: set[str], passage: Passage) -> bool:
    text = in_context(passage).casefold() if codes else ""
    return all(code in text for code in codes)


def _is_the_old_answer(evidence: Evidence, scored: Scored) -> bool:
    passage, parent = scored.quotable.passage, evidence.parent
    if parent is None or passage.id != parent.id or not is_elliptical(evidence.asked):
        return False
    fresh = set(subject_words(_fresh(evidence)))
    return not fresh & set(words_of(in_context(passage)))


def _fresh(evidence: Evidence) -> str:
    return OPENING.sub("", evidence.question.asked).strip(" ?.!")
