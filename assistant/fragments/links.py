"""Where a fragment leads: each page says how it addresses papers and meetings."""

from collections.abc import Callable
from html import escape

from assistant.citing import link
from corpus.documents import Span
from corpus.papers import Paper

PaperLink = Callable[[Paper, Span], str]
"""The address of words of a paper; "" for none."""
MeetingLink = Callable[[str], str]
"""The address of a meeting's page, from the address that names the meeting; "" for none."""


def on_the_site(paper: Paper, span: Span) -> str:
    """On the council's own site, if the paper was fetched from it."""
    address = link(span, paper.origin) if paper.origin else ""
    return address if address.startswith(("https://", "http://")) else ""


def no_page(address: str) -> str:
    """Meetings that have no page of their own."""
    return ""


def linked(words: str, address: str) -> str:
    """The words as a link, or as they are without an address; escaped."""
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)
