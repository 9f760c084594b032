"""Plain tables, whose heads a screen reader tells with each cell, and lists of facts."""

from collections.abc import Iterable, Sequence
from html import escape


def table_html(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that scrolls by itself where it is too wide; all text is escaped."""
    name = f"Table: {', '.join(heads)}"
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<div class="cp-scroll" role="region" aria-label="{escape(name)}" tabindex="0"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def facts_html(facts: Iterable[tuple[str, str | None]]) -> str:
    """Names and what they stand for; those without are left out."""
    shown = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(told)}</dd>" for name, told in facts if told
    )
    return f'<dl class="cp-facts">{shown}</dl>' if shown else ""


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"
