"""The register of decisions as a table, with a file to take away."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.citing import place, written_date
from assistant.completeness import completeness
from assistant.register import Entry, register, to_csv
from assistant.web.desk import Desk
from assistant.web.forces import badge
from assistant.web.paging import on_page
from assistant.web.turns import without_gaps
from corpus.filters import Filters
from corpus.papers import DECIDED, Force

_CHOICES = {
    "Decided": tuple(force for force in Force if force in DECIDED),
    "Not decided": (Force.DEFERRED, Force.WITHDRAWN, Force.LOST),
    "Proposed": (Force.PROPOSED,),
    "Told of other meetings": (Force.REPORTED,),
    "All": (),
}


def show(desk: Desk, filters: Filters) -> None:
    """The decisions within ``filters``, oldest first."""
    st.title("Decisions", anchor=False)
    about = st.text_input("About", placeholder="Words of the decision or its title")
    choice = st.segmented_control(
        "Force", list(_CHOICES), default="Decided", key="forces", required=True
    )
    forces = _CHOICES[choice or "Decided"]
    library = desk.assistant.library
    found = register(library, filters, forces, about.strip())
    told = completeness(library, filters, len(found)).in_words()
    st.html(f'<p class="cp-soft">{escape(told)}</p>')
    if not found:
        st.info("No such decision is recorded in the papers that are held.")
        return
    st.html(_table(on_page(found, "decisions_page")))
    table = to_csv(found).encode("utf-8-sig")  # so that spreadsheets know the signs
    st.download_button("Download these as CSV", table, "decisions.csv", "text/csv")


def _table(entries: Sequence[Entry]) -> str:
    rows = "".join(_row(entry) for entry in entries)
    head = "<th scope='col'>Meeting</th><th scope='col'>Decision</th>"
    return (
        '<div class="cp-scroll cp-stacked cp-register" tabindex="0"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(entry: Entry) -> str:
    decision = entry.decision
    meeting, item = decision.paper.meeting, decision.item
    later = f"Later {entry.undone_by}" if entry.undone_by else ""
    held_on = written_date(meeting.held_on) if meeting.held_on else "Date not stated"
    title = " ".join(filter(None, (item.number, item.title))) if item else decision.paper.title
    return (
        f"<tr><td><span class='cp-day'>{held_on}</span><br>"
        f"{escape(meeting.body or 'Body not stated')}</td>"
        f"<td>{badge(decision.force, decision.paper.kind)} <strong>{escape(title)}</strong>"
        f"<p class='cp-words'>{escape(without_gaps(decision.words))}</p>"
        f"<p class='cp-later'>{escape(later)}</p>"
        f"<span class='cp-soft'>{escape(place(decision.span))}</span></td></tr>"
    )
