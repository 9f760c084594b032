"""The style sheet that goes with the fragments."""

from pathlib import Path

RECORD_SHEET = Path(__file__).with_name("record.css")
"""How the record looks on every page: colours, force, citations, tables."""
