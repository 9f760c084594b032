"""The one place of custom style."""

from pathlib import Path

import streamlit as st

from assistant.fragments.sheet import SHEETS

SHEET = Path(__file__).with_name("page.css")
ICON = Path(__file__).with_name("icon.svg")


def apply_style() -> None:
    """Send the style sheets with the page."""
    for sheet in (*SHEETS, SHEET):
        st.html(sheet)
