"""What the library holds: its papers and what stands in each; what could not be read."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.citing import item_in_words, place, written_date
from assistant.counting import counted
from assistant.desk.catalogue import Catalogue
from assistant.desk.opened import Desk
from assistant.fragments.tables import facts_html, table_html
from assistant.record.contents import Contents
from assistant.record.people import by_capacity
from assistant.record.reading import in_words, readings
from assistant.web.paging import on_page
from assistant.web.removing import removal_box, show_removed
from assistant.web.uploading import show_added, upload_box
from corpus.documents import Span
from corpus.filters import Filters
from corpus.papers import Business, PaperKind, PaperStatus

_UNTITLED = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Above these stand the names of council and body, which the list tells anyway."""
_STATUS = {
    PaperStatus.DRAFT: "Draft, not yet confirmed",
    PaperStatus.CONFIRMED: "Confirmed",
    PaperStatus.UNKNOWN: "Not stated whether draft or confirmed",
}


def show(desk: Desk, filters: Filters) -> None:
    """The papers within ``filters``; what could not be read stands first, always."""
    held = desk.catalogue
    st.title("Papers", anchor=False)
    st.html(f'<p class="cp-soft">{escape(held.in_words())}</p>')
    show_added(held.files)
    show_removed()
    if not desk.settings.is_shared:
        _keeping(desk)
    if held.unread:
        st.header("Not read, or not wholly", anchor=False)
        st.html(facts_html((record.source, in_words(record)) for record in held.unread))
    _exempt(held)
    papers = [each for each in held.contents if filters.admit(each.paper)]
    files = len({each.paper.source for each in papers})
    heading = f"{counted(len(papers), 'paper')} in {counted(files, 'file')}"
    st.header(heading, anchor=False)
    shown = on_page(papers, "papers_page")
    st.html(f'<ul class="cp-held">{"".join(map(_paper, shown))}</ul>')
    st.header("How each file was read", anchor=False)
    st.html(f'<p class="cp-soft">{escape(readings(held.files).in_words())}.</p>')
    read = on_page(held.files, "files_page", "Page of files")
    st.html(facts_html((record.source, in_words(record)) for record in read))
    if held.acronyms:
        st.header("Abbreviations the papers define", anchor=False)
        defined = sorted(held.acronyms.items())
        st.html(facts_html(on_page(defined, "acronyms_page", "Page of abbreviations")))


def _keeping(desk: Desk) -> None:
    with st.expander("Add papers", icon=":material/upload_file:"):
        upload_box(desk.settings)
    with st.expander("Remove papers", icon=":material/delete:"):
        removal_box(desk.settings, desk.catalogue.files)


def _exempt(held: Catalogue) -> None:
    """What was kept out, and what was let in, as exempt."""
    for heading, is_held in (("Kept out as exempt", False), ("Exempt, and let in", True)):
        listed = [paper for paper in held.exempt if paper.is_held is is_held]
        if listed:
            st.header(heading, anchor=False)
            st.html(facts_html((paper.source, paper.reason) for paper in listed))


def _paper(held: Contents) -> str:
    """A line that opens to show what the paper holds."""
    paper = held.paper
    meeting = paper.meeting
    held_on = written_date(meeting.held_on) if meeting.held_on else "Date not stated"
    title = "" if paper.kind in _UNTITLED or not paper.title else f": {paper.title}"
    draft = " (draft)" if paper.status is PaperStatus.DRAFT else ""
    draft += " (EXEMPT)" if paper.exempt else ""
    named = f"{held_on}, {meeting.body or 'body not stated'}"
    kind = f"{paper.kind.value.capitalize()}{draft}{title}"
    return (
        f'<li><details><summary><span class="cp-day">{escape(named)}</span>'
        f"<span>{escape(kind)}</span></summary>{_inside(held)}</details></li>"
    )


def _inside(held: Contents) -> str:
    paper = held.paper
    is_minutes = paper.kind is PaperKind.MINUTES
    people = (
        (c.value.capitalize(), "; ".join(names)) for c, names in by_capacity(held.appearances)
    )
    facts = (
        ("Council", paper.meeting.council or "Not stated"),
        ("Title", paper.title),
        ("Status", _STATUS[paper.status] if is_minutes else ""),
        ("Exempt", paper.exempt),
        ("Belongs to item", item_in_words(paper.item)),
        ("Place", place(paper.span)),
        *people,
    )
    return facts_html(facts) + _business(held.business, "Minutes" if is_minutes else "Items")


def _business(business: Sequence[Business], heading: str) -> str:
    if not business:
        return ""
    rows = ((each.item.number or "", each.item.title, _where(each.span)) for each in business)
    return table_html(("Number", heading, "Place"), rows)


def _where(span: Span) -> str:
    """Without the file, which stands above."""
    return place(span).replace(f" of {span.source}", "", 1).capitalize()
