"""One decision as HTML: its force, its words, who moved it, the vote, what became of it."""

from html import escape

from assistant.citing import caution, item_in_words, place
from assistant.fragments.forces import badge, draft_badge, exempt_badge
from assistant.fragments.tables import facts_html
from assistant.record.register import Entry
from assistant.record.votes import vote_in_words
from assistant.rendering import without_gaps
from corpus.documents import Span


def entry_html(entry: Entry, *, titled: bool = True) -> str:
    """A fragment of HTML; all text is escaped. Without its title it stands under its item."""
    decision = entry.decision
    title = item_in_words(decision.item) or decision.paper.title
    marks = badge(decision.force, decision.paper.kind) + draft_badge(decision.paper)
    marks += exempt_badge(decision.paper)
    heading = f"<h3>{marks} {escape(title)}</h3>" if titled else f"<p>{marks}</p>"
    return (
        f'<article class="cp-entry">{heading}'
        f'<p class="cp-words">{escape(without_gaps(decision.words))}</p>'
        f"{later_html(entry)}{_facts(entry)}</article>"
    )


def later_html(entry: Entry) -> str:
    """What later decisions did to it; "" for nothing."""
    return f'<p class="cp-later">Later {escape(entry.undone_by)}</p>' if entry.undone_by else ""


def scan(span: Span) -> str:
    """From what the words were read, if that is not certain; "" where it is."""
    return caution(span).removeprefix("read from ")


def _facts(entry: Entry) -> str:
    decision = entry.decision
    return facts_html(
        (
            ("On the proposal", decision.subject),
            ("Moved by", decision.mover),
            ("Seconded by", decision.seconder),
            ("Read from", scan(decision.span)),
            ("Vote", vote_in_words(decision.vote) if decision.vote else None),
            ("On the decision of", entry.undoes),
            ("Exempt", decision.paper.exempt),
            ("Also in", "; ".join(place(other.span) for other in entry.also_in)),
        )
    )
