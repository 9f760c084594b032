"""Long lists, a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

PAGE = 25
"""Rows on one page: some screens, not hundreds."""

Row = TypeVar("Row")


def on_page(rows: Sequence[Row], key: str, label: str = "Page") -> Sequence[Row]:
    """The rows of the page that a person chose; no choice is drawn where one page holds all."""
    pages = -(-len(rows) // PAGE)
    if pages <= 1:
        return rows
    chosen = min(st.session_state.get(key, 1), pages)
    st.session_state[key] = chosen
    st.html(f'<p class="cp-soft">{label} {chosen} of {pages}</p>')
    page = st.pagination(pages, key=key)
    return rows[(page - 1) * PAGE : page * PAGE]
