"""Adding papers by the page.

They are kept in the library's own folder, so that they can be cited and shown.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.counting import counted
from assistant.desk.opened import UPLOADS, close
from assistant.filing.adding import add_papers
from assistant.filing.tallying import AddReport, Problem, Progress
from assistant.filing.unpacking import ARCHIVES
from assistant.fragments.tables import facts_html
from assistant.record.reading import in_words
from assistant.rendering import escape_markdown
from assistant.settings import Settings
from corpus.errors import CouncilPapersError, LibraryError
from corpus.library import FileRecord
from corpus.readers import SUFFIXES


def upload_box(settings: Settings) -> None:
    """A place to add papers, where the page is not shared."""
    if settings.is_shared:
        st.info("This page is shared. Whoever keeps the library adds papers to it.")
        return
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Papers to add",
            sorted(SUFFIXES | ARCHIVES),
            accept_multiple_files=True,
            help="PDF (scans too), Word and the like, web pages, plain text, or a zip of these",
        )
        wanted = st.form_submit_button("Add to the library", width="stretch")
    if wanted and files:
        _add(settings, files)
    elif wanted:
        st.info("Choose one or more papers first.")


def show_added(files: Sequence[FileRecord]) -> None:
    """What became of the papers added last, until ``forget_added``; ``files`` are held now.

    Not once only: a run of the page may be cut short by the next.
    """
    report: AddReport | None = st.session_state.get("added")
    if report:
        _tell(report, {record.source: record for record in files})


def forget_added() -> None:
    """Say no more what became of the papers added last."""
    st.session_state.pop("added", None)


def safe_name(name: str) -> str:
    """A file name without folders or signs that a file system or a browser might obey."""
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    wanted = PurePosixPath(re.sub(r"[^\w .()-]+", "-", last))
    stem = wanted.stem.strip(" .-")[:100] or "paper"
    return stem + wanted.suffix.lower()


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Write ``content`` into ``folder`` under a safe name; the same paper is kept once.

    Another paper of the same name gets a number. Raises LibraryError.
    """
    wanted = Path(safe_name(name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, number = folder / wanted, 1
        while path.exists() and path.read_bytes() != content:
            number += 1
            path = folder / f"{wanted.stem}-{number}{wanted.suffix}"
        path.write_bytes(content)
    except OSError as error:
        raise LibraryError(
            f"{folder}: {wanted} cannot be kept ({error.strerror}). "
            "Make room there, or let this program write there."
        ) from error
    return path


def _add(settings: Settings, files: list[UploadedFile]) -> None:
    forget_added()
    bar = st.progress(0.0, "Reading the papers …")

    def show(progress: Progress) -> None:
        bar.progress(_share(progress), _progress_in_words(progress))

    try:
        folder = settings.library / UPLOADS
        paths = [keep(folder, file.name, file.getvalue()) for file in files]
        report = add_papers(settings, paths, show)
    except CouncilPapersError as error:
        bar.empty()
        st.error(escape_markdown(str(error)))
        return
    _forget(paths, report.exempt)
    close()
    st.session_state["added"] = report
    st.rerun()


def _forget(paths: Sequence[Path], exempt: Sequence[Problem]) -> None:
    """An exempt paper, or a zip that holds one, must not lie in a public library's folder."""
    names = {part for problem in exempt for part in PurePosixPath(problem.source).parts}
    for path in paths:
        if path.name in names:
            path.unlink(missing_ok=True)


def _share(progress: Progress) -> float:
    """Reading is taken for one half of the work, embedding for the other."""
    read = progress.files_done / max(progress.files, 1)
    embedded = progress.embedded / max(progress.to_embed, 1)
    return min(1.0, (read + embedded) / 2)


def _progress_in_words(progress: Progress) -> str:
    told = f"{progress.files_done} of {counted(progress.files, 'file')} read"
    if progress.to_embed:
        told += f", {progress.embedded:,} of {counted(progress.to_embed, 'passage')} ready"
    if progress.seconds_left is not None:
        told += f", about {counted(max(1, round(progress.seconds_left)), 'second')} left"
    return escape_markdown(told)


def _tell(report: AddReport, held: Mapping[str, FileRecord]) -> None:
    if report.read:
        gained = f"{counted(report.decisions, 'decision')} found"
        st.success(f"{counted(len(report.read), 'file')} added: {_names(report.read)}. {gained}.")
        read = ((name, in_words(held[name])) for name in report.read if name in held)
        st.html(facts_html(read))
    if report.unchanged:
        st.info(f"Already in the library: {_names(report.unchanged)}")
    for notice in report.notices:
        st.warning(escape_markdown(notice))
    for problem in report.unreadable:
        st.error(escape_markdown(f"{problem.source} was not added: {problem.reason}"))
    for problem in report.exempt:
        st.error(escape_markdown(f"{problem.source}: kept out as exempt. {problem.reason}"))
    for problem in report.let_in:
        st.warning(escape_markdown(f"{problem.source}: exempt, and let in. {problem.reason}"))


def _names(sources: Sequence[str]) -> str:
    return escape_markdown(", ".join(sources))
