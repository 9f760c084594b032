"""Taking papers out of the library by the page, after a second thought."""

from collections.abc import Sequence

import streamlit as st

from assistant.counting import counted
from assistant.desk.opened import UPLOADS, close
from assistant.filing.adding import remove_papers
from assistant.rendering import escape_markdown
from assistant.settings import Settings
from corpus.errors import CouncilPapersError
from corpus.library import FileRecord

_REMOVED = "removed"


def removal_box(settings: Settings, files: Sequence[FileRecord]) -> None:
    """A choice of files to take out. What was added from elsewhere stays where it is."""
    by_name = {record.source: record for record in files}
    chosen = st.multiselect(
        "Files to remove",
        list(by_name),
        placeholder="Choose files",
        help="They are removed from the library; your own copies are not touched.",
    )
    if st.button("Remove from the library", disabled=not chosen, width="stretch"):
        _confirm(settings, [by_name[name] for name in chosen])


def show_removed() -> None:
    """What was removed last, until ``forget_removed``."""
    removed: list[str] | None = st.session_state.get(_REMOVED)
    if removed:
        names = escape_markdown(", ".join(removed))
        st.success(f"{counted(len(removed), 'file')} removed: {names}")


def forget_removed() -> None:
    """Say no more what was removed last."""
    st.session_state.pop(_REMOVED, None)


@st.dialog("Remove from the library?")
def _confirm(settings: Settings, records: Sequence[FileRecord]) -> None:
    names = ", ".join(record.source for record in records)
    st.markdown(
        escape_markdown(names) + "\n\nAnswers will no longer use or cite what stands in "
        f"{'it' if len(records) == 1 else 'them'}. Add the files again to bring them back."
    )
    with st.container(horizontal=True):
        wanted = st.button(f"Remove {counted(len(records), 'file')}", type="primary")
        if st.button("Keep"):
            st.rerun()
    if wanted:
        _remove(settings, records)


def _remove(settings: Settings, records: Sequence[FileRecord]) -> None:
    try:
        removed = remove_papers(settings, [record.source for record in records])
    except CouncilPapersError as error:
        st.error(escape_markdown(str(error)))
        return
    _delete_copies(settings, records)
    close()
    st.session_state[_REMOVED] = removed
    st.rerun()


def _delete_copies(settings: Settings, records: Sequence[FileRecord]) -> None:
    """Copies that came by the page and lie in the library's own folder."""
    uploads = (settings.library / UPLOADS).resolve()
    for record in records:
        copy = uploads / record.source
        if copy.resolve().parent == uploads and record.root == str(uploads):
            copy.unlink(missing_ok=True)
