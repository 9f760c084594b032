"""What the library holds: its papers and what stands in each; what could not be read."""

from html import escape

import streamlit as st

from assistant.counting import counted
from assistant.desk.catalogue import Catalogue
from assistant.desk.opened import Desk
from assistant.fragments.held import held_html
from assistant.fragments.tables import facts_html
from assistant.record.reading import in_words, readings
from assistant.web.paging import on_page
from assistant.web.removing import removal_box, show_removed
from assistant.web.uploading import show_added, upload_box
from corpus.filters import Filters


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
        st.header("Not read, or read only in part", anchor=False)
        st.html(facts_html((record.source, in_words(record)) for record in held.unread))
    _exempt(held)
    papers = [each for each in held.contents if filters.admit(each.paper)]
    files = len({each.paper.source for each in papers})
    heading = f"{counted(len(papers), 'paper')} in {counted(files, 'file')}"
    st.header(heading, anchor=False)
    shown = on_page(papers, "papers_page")
    st.html(held_html(shown))
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
