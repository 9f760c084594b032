"""The style sheets that go with the fragments."""

from pathlib import Path

RECORD_SHEET = Path(__file__).with_name("record.css")
"""How the record looks on every page: colours, force, citations, tables."""
MEETINGS_SHEET = Path(__file__).with_name("meetings.css")
"""Meetings, briefs, and what was recommended beside what was resolved."""
DRAWINGS_SHEET = Path(__file__).with_name("drawings.css")
"""Charts and drawn timelines: their inks, and classes for lengths and places in per cent."""
PRINT_SHEET = Path(__file__).with_name("print.css")
"""The same on paper."""
SHEETS = (RECORD_SHEET, MEETINGS_SHEET, DRAWINGS_SHEET, PRINT_SHEET)
"""All of them, in the order in which a page loads them."""
