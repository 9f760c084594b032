"""The one place of custom style, and of the one script that goes with it."""

from pathlib import Path

import streamlit as st

from assistant.fragments.sheet import SHEETS

SHEET = Path(__file__).with_name("page.css")
SCRIPT = Path(__file__).with_name("page.js")
ICON = Path(__file__).with_name("icon.svg")


def apply_style() -> None:
    """Send the style sheets with the page, and what lets a screen reader tell its news."""
    for sheet in (*SHEETS, SHEET):
        st.html(sheet)
    script = SCRIPT.read_text(encoding="utf-8")
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def name_view(title: str) -> None:
    """Call the page after the view that it shows: the title is heard before all else."""
    st.set_page_config(f"{title} – Council papers")
