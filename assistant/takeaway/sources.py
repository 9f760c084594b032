"""A cited place as it is told in what is taken away: its reference, and what one must know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citing import caution, coordinates, link, place, reference, short_reference
from assistant.fragments.forces import label
from assistant.holdings import Holdings
from assistant.record.clauses import clause_of, decisions_at
from assistant.replies import Citation
from corpus.papers import Decision, Force

_MOST_COPIES = 3
"""Places named that hold the same words: more are counted."""


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with the force and the clause of its words.

    ``later`` tells what later decisions did to the one that it quotes, oldest first.
    """

    citation: Citation
    force: Force
    clause: str
    later: tuple[str, ...]

    @property
    def number(self) -> int:
        """Its mark in the reply."""
        return self.citation.number

    @property
    def force_in_words(self) -> str:
        """Such as "Proposed, not decided"."""
        return label(self.force, self.citation.passage.paper.kind)

    @property
    def reference(self) -> str:
        """The whole reference, ready to paste."""
        passage = self.citation.passage
        return reference(passage.paper, passage.item, self.citation.span, self.clause)

    @property
    def coordinates(self) -> str:
        """Body, date, minute and clause, page."""
        passage = self.citation.passage
        return coordinates(passage.paper, passage.item, self.citation.span, self.clause)

    @property
    def address(self) -> str:
        """Where the council publishes it, at its page; "" where nobody knows."""
        origin = self.citation.passage.paper.origin
        return link(self.citation.span, origin) if origin else ""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know besides, each a phrase."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        for what in self.later:
            yield f"Later: {what}"
        unsure = caution(self.citation.span)
        if unsure:
            yield f"These words were {unsure}: compare them with the page"
        copies = [place(span) for span in self.citation.also_in]
        if copies:
            more = len(copies) - _MOST_COPIES
            told = "; ".join(copies[:_MOST_COPIES])
            yield f"The same words stand in {told}{f' and {more} more' if more > 0 else ''}"


def source_of(citation: Citation, force: Force, holdings: Holdings) -> Source:
    """The source of a citation whose words have this force."""
    decisions = decisions_at(holdings.decisions, citation)
    later = dict.fromkeys(_later(decisions, holdings))
    return Source(citation, force, clause_of(decisions, citation), tuple(later))


def _later(decisions: Sequence[Decision], holdings: Holdings) -> Iterator[str]:
    for decision in decisions:
        for undoing in holdings.undone.get(decision.id, ()):
            later = undoing.later
            yield f"{undoing.how} ({short_reference(later.paper, later.item)})"
