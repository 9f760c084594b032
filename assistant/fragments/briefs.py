"""A member's brief as a page to read or to print."""

from collections.abc import Sequence
from html import escape

from assistant.citing import caution, reference, short_reference
from assistant.fragments.entries import later_html
from assistant.fragments.forces import badge, draft_badge, exempt_badge, outlined
from assistant.fragments.links import PaperLink, linked, on_the_site
from assistant.fragments.meetings import interests_html, papers_html
from assistant.record.briefing import Brief, BriefItem, OpenRequest
from assistant.record.register import Entry
from assistant.rendering import shortened, without_gaps
from corpus.papers import Decision

_LONGEST = 150
"""Words of one decision in a brief; its reference leads to the rest."""
_STANDING = (
    "This heading stands in the minutes of many meetings: what was decided under it may be of "
    "another subject."
)
_NOTHING = "Nothing earlier was found on this subject."
_NO_SUBJECT = "Its title tells no subject that could be looked for."
_DIFFERING = "Several papers for this item recommend different things:"


def brief_html(brief: Brief, link_of: PaperLink = on_the_site) -> str:
    """The items of the agenda in order, each with what the record holds; all is escaped."""
    told = [f'<p class="cp-soft">{escape(brief.searched)}</p>']
    if not brief.items:
        told.append("<p>No agenda with items is held of this meeting, so there is no brief.</p>")
    items = "".join(_item(item, link_of) for item in brief.items)
    return f'<div class="cp-brief">{"".join(told)}{items}</div>'


def _item(item: BriefItem, link_of: PaperLink) -> str:
    number = f"{item.item.number} " if item.item.number else ""
    heading = f"<h2>{escape(number + item.item.title)}</h2>"
    if item.is_procedural:
        return f'<section class="cp-brief-item cp-procedure">{heading}</section>'
    none = "" if item.has_record else f"<p>{_NOTHING if item.tells_subject else _NO_SUBJECT}</p>"
    more = (
        f"{item.more} earlier ones are left out here; the register holds them." if item.more else ""
    )
    standing = item.is_standing and (item.before or item.elsewhere)
    parts = (
        _part("Papers for this item", papers_html(item.heard.papers, link_of)),
        _recommended(item, link_of),
        f'<p class="cp-soft">{_STANDING}</p>' if standing else "",
        _part("What this body decided before", _entries(item.before, link_of)),
        _part("What other bodies decided", _entries(item.elsewhere, link_of)),
        f'<p class="cp-soft">{escape(more)}</p>' if more else "",
        _part("Asked for, and not seen since", _requests(item.requests, link_of)),
        _part(
            "Interests declared earlier",
            interests_html([interest.declared for interest in item.interests]),
        ),
        none,
    )
    return f'<section class="cp-brief-item">{heading}{"".join(parts)}</section>'


def _recommended(item: BriefItem, link_of: PaperLink) -> str:
    shown = "".join(_said(decision, "", link_of) for decision in item.recommended)
    note = f"<p>{_DIFFERING}</p>" if item.differing else ""
    return _part("What is recommended", f"<ul>{note}{shown}</ul>" if shown else "")


def _entries(entries: Sequence[Entry], link_of: PaperLink) -> str:
    shown = "".join(_said(entry.decision, later_html(entry), link_of) for entry in entries)
    return f"<ul>{shown}</ul>" if shown else ""


def _said(decision: Decision, besides: str, link_of: PaperLink) -> str:
    """The words with their force and place; long ones are cut, and end in "…"."""
    words = without_gaps(decision.words)
    cut = words if len(words.split()) <= _LONGEST else shortened(words, _LONGEST)
    when = short_reference(decision.paper, decision.item)
    return (
        f"<li>{badge(decision.force, decision.paper.kind)}{draft_badge(decision.paper)}"
        f"{exempt_badge(decision.paper)}<strong>{escape(when)}</strong>"
        f'<p class="cp-words">{escape(cut)}</p>{besides}{_place(decision, link_of)}</li>'
    )


def _place(decision: Decision, link_of: PaperLink) -> str:
    told = reference(decision.paper, decision.item, decision.span)
    unsure = caution(decision.span)
    where = linked(told, link_of(decision.paper, decision.span))
    return f'<p class="cp-soft">{where}{escape(f" ({unsure})" if unsure else "")}</p>'


def _requests(requests: Sequence[OpenRequest], link_of: PaperLink) -> str:
    return "".join(_request(each, link_of) for each in requests)


def _request(opened: OpenRequest, link_of: PaperLink) -> str:
    request = opened.request
    told = reference(request.paper, request.item, request.span)
    where = linked(told, link_of(request.paper, request.span))
    return (
        f"<p>{outlined(request.standing.value)}{exempt_badge(request.paper)}"
        f"<strong>{escape(opened.in_words())}</strong></p>"
        f'<p class="cp-words">“{escape(request.words)}”</p><p class="cp-soft">{where}</p>'
    )


def _part(name: str, inside: str) -> str:
    return f"<h3>{escape(name)}</h3>{inside}" if inside else ""
