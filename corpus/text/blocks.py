"""What text is made of: paragraphs, headings, list items and table rows."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.text.tracing import TracedText


class BlockKind(StrEnum):
    """What a block is.

    PAGE_LEFT_BLANK stands between the papers of a pack; DECISION is the content of a
    table's field of that name.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    PAGE_LEFT_BLANK = "page left blank"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row.

    ``level`` is that of a heading, 1 the highest, or None. ``indent`` counts the white
    space before a list item. ``page`` is that of its first line. ``bold`` says that the
    whole of it was marked as bold; ``linked`` that the target of a link was its last word;
    ``aside`` that it is a footnote or a note in the margin, which may stand in the middle of
    a sentence or list. ``last_line`` is the length of the last line that was joined to it.
    """

    kind: BlockKind
    body: TracedText
    page: int | None
    level: int | None = None
    indent: int = 0
    bold: bool = False
    linked: bool = False
    aside: bool = False
    last_line: int = 0

    @property
    def text(self) -> str:
        """Its cleaned text."""
        return self.body.text

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row, in order, stripped."""
        return tuple(cell.strip() for cell in self.text.split("\t"))
