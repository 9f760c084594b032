"""What the library holds: its files, and what of them could not be read."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.citing import written_date
from assistant.counting import counted
from assistant.web.desk import Desk
from assistant.web.paging import on_page
from corpus.filters import Filters
from corpus.library import FileRecord
from corpus.papers import Paper, PaperKind

_UNTITLED = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Above these stand the names of council and body, which the table tells anyway."""


def show(desk: Desk, filters: Filters) -> None:
    """The papers within ``filters``; what could not be read stands first, always."""
    held = desk.catalogue
    st.title("Papers", anchor=False)
    st.html(f'<p class="cp-soft">{escape(held.in_words())}</p>')
    if held.unread:
        st.subheader("Not read, or not wholly", anchor=False)
        st.html(_table(("File", "Why"), [(r.source, _why(r)) for r in held.unread]))
    papers = [paper for paper in held.papers if filters.admit(paper)]
    st.subheader(f"{counted(len(papers), 'paper')} in {_files(papers)}", anchor=False)
    shown = on_page(_in_order(papers), "papers_page")
    st.html(_table(("Meeting", "Paper", "File"), [_row(paper) for paper in shown]))


def _in_order(papers: Sequence[Paper]) -> list[Paper]:
    def by_date(paper: Paper) -> tuple[str, str, int]:
        held_on = paper.meeting.held_on
        return (held_on.isoformat() if held_on else "", paper.source, paper.span.start)

    return sorted(papers, key=by_date)


def _files(papers: Sequence[Paper]) -> str:
    return counted(len({paper.source for paper in papers}), "file")


def _row(paper: Paper) -> tuple[str, str, str]:
    meeting = paper.meeting
    held_on = written_date(meeting.held_on) if meeting.held_on else "date not stated"
    title = "" if paper.kind in _UNTITLED or not paper.title else f": {paper.title}"
    return (
        f"{meeting.body or 'Body not stated'}, {held_on}",
        f"{paper.kind.value.capitalize()}{title}",
        paper.source,
    )


def _why(record: FileRecord) -> str:
    if record.problem:
        return record.problem
    pages = ", ".join(str(page) for page in record.unread_pages[:12])
    more = " and more" if len(record.unread_pages) > 12 else ""
    return f"No text could be read on page {pages}{more} (of {record.pages}): probably scanned."


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        '<div class="cp-scroll cp-stacked cp-papers" tabindex="0"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
