"""What a question names exactly, or a follow-up names anew, and words to quote must have."""

from collections.abc import Sequence

from assistant.evidence.gathering import Evidence, Scored
from assistant.understanding.following import OPENING, is_elliptical
from assistant.understanding.questions import subject_words
from assistant.understanding.references import references_in
from corpus.papers import Passage
from corpus.text.words import words_of
from index.context import in_context


def naming(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """Those of ``scored`` whose passages have what the question names exactly.

    That is a reference ("TQ/12/034"); and where a follow-up asks the same of another thing, the
    passage that its parent was answered from must name that thing to answer this too.
    """
    codes = {code.casefold() for code in references_in(evidence.question.standalone)}
    kept = [each for each in scored if not _is_the_old_answer(evidence, each)]
    return [each for each in kept if _has_all(codes, each.quotable.passage)] or kept


def named_anew(evidence: Evidence) -> str:
    """What a follow-up asks, without the words that join it to the question before."""
    return OPENING.sub("", evidence.question.asked).strip(" ?.!")


def _has_all(codes: set[str], passage: Passage) -> bool:
    text = in_context(passage).casefold() if codes else ""
    return all(code in text for code in codes)


def _is_the_old_answer(evidence: Evidence, scored: Scored) -> bool:
    passage, parent = scored.quotable.passage, evidence.parent
    if parent is None or passage.id != parent.id or not is_elliptical(evidence.asked):
        return False
    fresh = set(subject_words(named_anew(evidence)))
    return not fresh & set(words_of(in_context(passage)))
