"""A source, wherever it is opened: what it is called, and the facts that stand above its words."""

from dataclasses import dataclass
from html import escape

from assistant.citing import (
    caution,
    item_in_words,
    link,
    place,
    reference,
    short_reference,
    written_date,
)
from assistant.fragments.forces import badge, exempt_badge, label
from assistant.replies import Citation, folded
from corpus.documents import Span
from corpus.papers import Decision, Force, Item, Paper, PaperKind, PaperStatus


@dataclass(frozen=True, slots=True)
class Source:
    """Words that can be opened in their paper; ``name`` is what they are called there.

    ``clause`` is that of a decision, such as "(2)", or "".
    """

    name: str
    paper: Paper
    item: Item | None
    force: Force
    quote: str
    span: Span
    also_in: tuple[Span, ...] = ()
    clause: str = ""

    @property
    def reference(self) -> str:
        """Where the words stand, ready to paste."""
        return reference(self.paper, self.item, self.span, self.clause)

    @property
    def quoted(self) -> str:
        """The exact words, what they are and where they stand, ready to paste."""
        unsure = f", {caution(self.span)}" if caution(self.span) else ""
        told = f"{label(self.force, self.paper.kind)}: {self.reference}{unsure}"
        return f"“{folded(self.quote)}” ({told})"

    @property
    def short_name(self) -> str:
        """Body, date, minute or item and page, as far as they are known."""
        name = short_reference(self.paper, self.item, self.span.page)
        return name if self.span.confidence is None else f"{name} (read from a scan)"


def cited_source(citation: Citation, clause: str = "") -> Source:
    """What a citation points to, called by its mark."""
    passage = citation.passage
    return Source(
        f"Source [{citation.number}]",
        passage.paper,
        passage.item,
        passage.force,
        citation.quote,
        citation.span,
        citation.also_in,
        clause,
    )


def decided_source(decision: Decision) -> Source:
    """Where a decision stands, called by its minute."""
    name = item_in_words(decision.item) or decision.paper.title
    paper, item = decision.paper, decision.item
    return Source(name, paper, item, decision.force, decision.words, decision.span)


def source_html(source: Source) -> str:
    """Its force and its name, then where it stands; all text is escaped."""
    paper, meeting = source.paper, source.paper.meeting
    facts = (
        ("Council", meeting.council or "not stated"),
        ("Body", meeting.body or "not stated"),
        ("Date", written_date(meeting.held_on) if meeting.held_on else "not stated"),
        ("Paper", _kind(paper)),
        ("Minute" if paper.kind is PaperKind.MINUTES else "Item", item_in_words(source.item)),
        ("Place", place(source.span)),
        ("Certainty", caution(source.span)),
        ("Exempt", paper.exempt),
        ("Also in", "; ".join(place(span) for span in source.also_in)),
    )
    shown = "".join(f"<dt>{name}</dt><dd>{escape(told)}</dd>" for name, told in facts if told)
    shown += _published(source)
    force = badge(source.force, paper.kind) + exempt_badge(paper)
    return f'{force} <strong>{escape(source.name)}</strong><dl class="cp-facts">{shown}</dl>'


def _published(source: Source) -> str:
    """Where the council publishes the file and its meeting, as links; "" if nobody knows."""
    origin = source.paper.origin
    if origin is None:
        return ""
    file, meeting = link(source.span, origin), origin.meeting_address
    shown = f"<dt>Published at</dt><dd>{_anchor(file, file)}"
    if meeting and meeting != file:
        shown += f" ({_anchor(meeting, 'the meeting’s page')})"
    return f"{shown}</dd>"


def _anchor(address: str, words: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(words)}</a>'


def _kind(paper: Paper) -> str:
    status = {
        PaperStatus.DRAFT: " (draft)",
        PaperStatus.CONFIRMED: " (confirmed)",
        PaperStatus.UNKNOWN: "",
    }
    return paper.kind.value.capitalize() + status[paper.status]
