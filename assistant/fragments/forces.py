"""How the force of words is shown: a label to read, and a class to colour it by.

Only what a meeting decided is shown on a filled ground; all else is outlined, so that a
recommendation does not look like a decision even without its colour.
"""

from html import escape

from corpus.papers import Force, Paper, PaperKind, PaperStatus

_LABELS = {
    Force.RESOLVED: "Resolved",
    Force.NOTED: "Resolved to note",
    Force.DELEGATED: "Resolved to delegate",
    Force.RECOMMENDED: "Recommended to another body",
    Force.PROPOSED: "Proposed, not decided",
    Force.DEFERRED: "Deferred, not decided",
    Force.WITHDRAWN: "Withdrawn, not decided",
    Force.LOST: "Lost, not carried",
    Force.REPORTED: "Reported from another meeting",
}


def label(force: Force, kind: PaperKind) -> str:
    """What the words are, for people; ``kind`` is that of the paper they stand in."""
    if force is not Force.DISCUSSED:
        return _LABELS[force]
    if kind is PaperKind.MINUTES:
        return "In the minutes, not a decision"
    return "In a paper" if kind is PaperKind.OTHER else f"In {_article(kind)} {kind.value}"


def badge(force: Force, kind: PaperKind) -> str:
    """The label as a fragment of HTML, coloured by its force."""
    return f'<span class="cp-force cp-{force.value}">{escape(label(force, kind))}</span>'


def plain_badge(force: Force, kind: PaperKind) -> str:
    """The label without its colour, where the words do not answer what was asked."""
    return outlined(label(force, kind))


def draft_badge(paper: Paper) -> str:
    """A mark on what stands in minutes that nobody has confirmed yet; else ""."""
    return outlined("Draft minutes") if paper.status is PaperStatus.DRAFT else ""


def exempt_badge(paper: Paper) -> str:
    """A mark on what the public may not see; else ""."""
    return outlined("Exempt: not for the public") if paper.exempt else ""


def outlined(words: str) -> str:
    """Other words, looking as little decided as what is outlined."""
    return f'<span class="cp-force">{escape(words[:1].upper() + words[1:])}</span>'


def _article(kind: PaperKind) -> str:
    return "an" if kind.value[0] in "aeiou" else "a"
