"""The page around every view: navigation, filters, the note on what is held, uploads."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.desk.opened import Desk, desk
from assistant.record.exempt import NOT_PUBLIC
from assistant.rendering import escape_markdown
from assistant.settings import Settings, from_environment
from assistant.web import about, ask, decisions, meetings, papers
from assistant.web.addressing import leave_address
from assistant.web.narrowing import narrowed
from assistant.web.styling import ICON, apply_style, name_view
from assistant.web.uploading import show_added, upload_box
from corpus.errors import CouncilPapersError
from corpus.filters import Filters
from corpus.library import FileRecord


def show() -> None:
    """Draw the page. An error of ours is told in its own words, never as a traceback."""
    st.set_page_config("Council papers", ICON, "centered")
    apply_style()
    settings = from_environment()
    try:
        opened = desk(settings)
    except CouncilPapersError as error:
        st.title("Ask the council papers", anchor=False)
        st.error(escape_markdown(str(error)))
        return
    if opened and opened.catalogue.papers:
        _views(opened)
    else:
        _empty(settings, opened.catalogue.unread if opened else [])


def _views(opened: Desk) -> None:
    def asking() -> None:
        _heading(opened)
        ask.show(opened, filters)

    def deciding() -> None:
        leave_address()
        decisions.show(opened, filters)

    def meeting() -> None:
        leave_address()
        meetings.show(opened, filters)

    def holding() -> None:
        leave_address()
        papers.show(opened, filters)

    def telling() -> None:
        leave_address()
        about.show(opened)

    view = st.navigation(
        [
            st.Page(asking, title="Ask", icon=":material/forum:", url_path="ask", default=True),
            st.Page(deciding, title="Decisions", icon=":material/gavel:", url_path="decisions"),
            st.Page(meeting, title="Meetings", icon=":material/groups:", url_path="meetings"),
            st.Page(holding, title="Papers", icon=":material/folder_open:", url_path="papers"),
            st.Page(telling, title="About", icon=":material/info:", url_path="about"),
        ],
        position="top",
    )
    name_view(view.title)
    if not opened.catalogue.is_public:
        st.warning(NOT_PUBLIC, icon=":material/lock:")
    filters = _sidebar(opened)
    try:
        view.run()
    except CouncilPapersError as error:
        st.error(escape_markdown(str(error)))


def _sidebar(opened: Desk) -> Filters:
    with st.sidebar:
        st.button(
            "New conversation",
            icon=":material/add_comment:",
            on_click=ask.new_conversation,
            width="stretch",
        )
    return narrowed(opened.catalogue)


def _heading(opened: Desk) -> None:
    st.title("Ask the council papers", anchor=False)
    st.html(
        '<p class="cp-lead">Answers in the record’s own words, each with its source.</p>'
        f'<p class="cp-soft">{escape(opened.catalogue.in_words())}</p>'
    )
    if opened.catalogue.fictional:
        names = escape_markdown(" and ".join(opened.catalogue.fictional))
        st.info(
            f"These papers of {names} are **fictional**: a sample to try the page with.",
            icon=":material/science:",
        )


def _empty(settings: Settings, unread: Sequence[FileRecord]) -> None:
    st.title("Ask the council papers", anchor=False)
    st.info("The library is empty: there are no papers to answer from yet.")
    kinds = "PDF, Word, web pages, plain text, or a zip of these"
    st.markdown(f"Add papers here ({kinds}), or with the command")
    st.code(
        f"council-papers --library {settings.library} add FOLDER", language=None, wrap_lines=True
    )
    show_added(unread)
    for record in unread:
        st.warning(escape_markdown(f"{record.source}: {record.problem or 'holds no text'}"))
    upload_box(settings)
