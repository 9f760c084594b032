"""What was recommended beside what was resolved, the differences marked in words too."""

from collections.abc import Sequence
from html import escape

from assistant.citing import reference
from assistant.fragments.forces import badge, draft_badge, exempt_badge
from assistant.fragments.links import PaperLink, linked, on_the_site
from assistant.record.comparing import Comparison, Outcome
from assistant.record.wording import Part
from assistant.rendering import without_gaps
from corpus.papers import Decision

_LEFT_OUT = ("del", "not resolved: ")
_PUT_IN = ("ins", "not in the recommendation: ")


def comparison_html(comparison: Comparison, link_of: PaperLink = on_the_site) -> str:
    """Two columns, which stack where there is no room; only the verdict where none is held."""
    told = f'<p class="cp-verdict">{escape(comparison.in_words())}</p>'
    if not comparison.recommended:
        return f'<div class="cp-beside">{told}</div>'
    asked, resolved = comparison.recommended, comparison.resolved
    marks = _key() if comparison.outcome is Outcome.WITH_CHANGES else ""
    left = _side("Recommended", asked, _marked(comparison.recommended_parts, *_LEFT_OUT), link_of)
    right = _side(
        "In the minutes", [resolved], _marked(comparison.resolved_parts, *_PUT_IN), link_of
    )
    return f'<div class="cp-beside">{told}{marks}<div class="cp-sides">{left}{right}</div></div>'


def beside_html(comparison: Comparison | None, link_of: PaperLink = on_the_site) -> str:
    """The comparison, to be opened under its decision; "" where there is none."""
    if comparison is None or comparison.outcome is Outcome.NONE:
        return ""
    return (
        "<details><summary>Recommended beside resolved: "
        f"{escape(comparison.outcome.value)}</summary>"
        f"{comparison_html(comparison, link_of)}</details>"
    )


def _side(name: str, decisions: Sequence[Decision], words: str, link_of: PaperLink) -> str:
    first = decisions[0]
    marks = badge(first.force, first.paper.kind) + draft_badge(first.paper)
    marks += exempt_badge(first.paper)
    where = "".join(
        f'<p class="cp-soft">{linked(_reference(each), link_of(each.paper, each.span))}</p>'
        for each in decisions
    )
    return (
        f'<section class="cp-side" aria-label="{escape(name)}"><h4>{escape(name)}</h4>{marks}'
        f'<p class="cp-words">{words}</p>{where}</section>'
    )


def _marked(parts: Sequence[Part], element: str, said: str) -> str:
    """Parts that differ stand in ``element``, and are announced before they are read."""
    return "".join(
        f'<{element}><span class="cp-unseen">[{escape(said)}</span>{escape(_plain(part.words))}'
        f'<span class="cp-unseen">]</span></{element}>{_gap(part.words)}'
        if part.differs
        else escape(without_gaps(part.words))
        for part in parts
    )


def _plain(words: str) -> str:
    return without_gaps(words).rstrip()


def _gap(words: str) -> str:
    """The white space after a part, outside of its mark."""
    return words[len(words.rstrip()) :].replace("\n\n", "\n")


def _key() -> str:
    """What the marks mean."""
    return (
        '<p class="cp-soft"><del>Struck through</del>: recommended, not resolved in these words. '
        "<ins>Underlined</ins>: resolved, not in the recommendation.</p>"
    )


def _reference(decision: Decision) -> str:
    return reference(decision.paper, decision.item, decision.span)
