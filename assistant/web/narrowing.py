"""The filters of the sidebar, the same for every view."""

from datetime import date

import streamlit as st

from assistant.desk.catalogue import Catalogue
from corpus.filters import Filters

_KEYS = ("council", "body", "since", "until", "kind")


def narrowed(held: Catalogue) -> Filters:
    """Draw the filters; what a person chose of them."""
    with st.sidebar:
        st.header("Search only in", anchor=False)
        council = _choice("Council", held.councils, "council", "All councils")
        body = _choice("Body", held.bodies(council), "body", "All bodies")
        since, until = _dates(held.dates)
        kinds = {kind.value.capitalize(): kind for kind in held.kinds}
        kind = _choice("Kind of paper", list(kinds), "kind", "All kinds")
        chosen = Filters(council, body, since, until, kinds[kind] if kind else None)
        st.button(
            "Clear these filters",
            on_click=_clear,
            disabled=chosen == Filters(),
            width="stretch",
        )
    return chosen


def _choice(label: str, names: list[str], key: str, everything: str) -> str | None:
    if st.session_state.get(key) not in names:
        st.session_state[key] = everything
    chosen: str = st.selectbox(label, [everything, *names], key=key)
    return None if chosen == everything else chosen


def _dates(held: list[date]) -> tuple[date | None, date | None]:
    first, last = (held[0], held[-1]) if held else (date(1974, 4, 1), date(2100, 1, 1))
    since = st.date_input("From", None, first, last, key="since", format="DD/MM/YYYY")
    until = st.date_input("To", None, first, last, key="until", format="DD/MM/YYYY")
    if since and until and since > until:
        st.warning("The first date is after the last: no meeting can match.")
    return since, until


def _clear() -> None:
    for key in _KEYS:
        st.session_state[key] = None
