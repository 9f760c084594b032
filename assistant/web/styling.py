"""The one place of custom style."""

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("page.css")
ICON = Path(__file__).with_name("icon.svg")


def apply_style() -> None:
    """Send the style sheet with the page."""
    st.html(SHEET)
