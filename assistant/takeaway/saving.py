"""Saving an extract to a file, in the form that the file's name asks for."""

from enum import StrEnum
from pathlib import Path

from assistant.replacing import replacing
from assistant.takeaway.extracts import Extract
from assistant.takeaway.packs import seal_of, to_pack
from assistant.takeaway.texts import to_markdown, to_text
from assistant.takeaway.word import to_word
from corpus.errors import BadRequestError
from corpus.library import Library


class Form(StrEnum):
    """In what form an extract is taken away; the value is the suffix of its file."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    WORD = ".docx"
    PACK = ".zip"


FORMS_IN_WORDS = "text (.txt), Markdown (.md), Word (.docx) or a pack of evidence (.zip)"


def form_of(path: Path) -> Form:
    """The form that the name of a file asks for. Raises BadRequestError for any other."""
    try:
        return Form(path.suffix.lower())
    except ValueError as error:
        raise BadRequestError(
            f"{path}: an answer can be saved as {FORMS_IN_WORDS}. End the name with one of these."
        ) from error


def content_of(extract: Extract, form: Form, library: Library) -> bytes:
    """The extract in one form, texts in UTF-8. ``library`` is the one that was asked.

    Raises BadRequestError where a pack cannot be made.
    """
    if form is Form.PACK:
        return to_pack(extract, library)
    if form is Form.WORD:
        return to_word(extract)
    return (to_text if form is Form.TEXT else to_markdown)(extract).encode()


def save_extract(path: Path, extract: Extract, library: Library) -> str:
    """Write the extract to ``path`` at once or not at all; what was written, for people.

    Raises BadRequestError for a name of no known form, and where it cannot be written.
    """
    form = form_of(path)
    content = content_of(extract, form, library)
    with replacing(path) as stream:
        stream.write(content)
    return f"Saved in {path}." + (f" Its seal is {seal_of(content)}." if form is Form.PACK else "")
