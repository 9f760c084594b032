"""A button that copies words, with their form where the place of pasting keeps it."""

from pathlib import Path

import streamlit as st

_BESIDE = Path(__file__).parent
_BUTTON = st.components.v2.component(
    "council_papers_copy",
    html='<button type="button">Copy</button><span role="status"></span>',
    css=(_BESIDE / "copying.css").read_text(encoding="utf-8"),
    js=(_BESIDE / "copying.js").read_text(encoding="utf-8"),
)


def copy_button(label: str, text: str, key: str, html: str = "") -> None:
    """Copies ``text``; where it is pasted with its form, ``html`` (escaped), if there is any."""
    _BUTTON(data={"label": label, "text": text, "html": html}, key=f"copy-{key}", width="content")
