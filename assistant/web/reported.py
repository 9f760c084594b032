"""The last evaluation of a library, in plain English: how it was made, and its figures."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from assistant.citing import written_date
from assistant.counting import counted
from assistant.evaluation.report import Report
from assistant.evaluation.scores import Failure, Figures
from assistant.fragments.tables import table_html
from assistant.rendering import escape_markdown
from assistant.web.paging import on_page

_NOTHING = "nothing to measure"


def show_report(report: Report) -> None:
    """When and how the figures were made, the figures, and what went wrong."""
    scores = report.scores
    st.markdown(escape_markdown(_made(report)))
    st.code(report.command, language=None, wrap_lines=True)
    for heading, rows in _tables(scores.figures):
        st.subheader(heading, anchor=False)
        st.html(table_html(("Measured", "Result"), rows))
    st.subheader("By kind of question", anchor=False)
    kinds = ((kind, f"{right:,} of {of:,}") for kind, (right, of) in scores.by_kind.items())
    st.html(table_html(("Kind", "Right"), kinds))
    if scores.failures:
        st.subheader("What went wrong", anchor=False)
        st.html(_failures(on_page(scores.failures, "failures_page")))


def _made(report: Report) -> str:
    at = report.made_at
    asked = counted(report.scores.figures.questions, "question")
    return (
        f"On {written_date(at.date())} at {at:%H:%M} the program (version {report.version}) was "
        f"asked {asked} of {report.question_set}, to which the right answers are known. Papers "
        "added or removed since then are not in these figures. They were made by this command:"
    )


def _tables(figures: Figures) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What the questions are, and what was measured of them."""
    right = ("Answered right, or rightly said not to be recorded", _share(figures.accuracy))
    yield "All questions", [right, *_times(figures)]
    yield "Questions that the papers answer", list(_answerable(figures))
    refused = "Rightly said not to be recorded, or a mistake in the question put right"
    yield "Questions that the papers do not answer", [(refused, _share(figures.refused_rightly))]
    words = figures.median_words
    yield (
        "Answers",
        [
            ("Quotations that stand word for word in the paper", _share(figures.verbatim)),
            ("Sources that are the right place", _share(figures.citations_right)),
            ("Rightly told whether resolved, recommended, …", _share(figures.force_right)),
            ("Length of half of them, at most", counted(words, "word") if words else _NOTHING),
        ],
    )


def _answerable(figures: Figures) -> Iterator[tuple[str, str]]:
    yield "Answered right", _share(figures.answerable_right)
    yield "Answered, rightly or wrongly", _share(figures.answered)
    yield "Wrongly said not to be recorded", _share(figures.refused_wrongly)
    yield (
        "Answered with at least one source that is the right place",
        _share(figures.evidence_cited),
    )
    yield "Right place first among the passages found", _share(figures.hit_at_1)
    yield "Right place among the first 5 passages found", _share(figures.hit_at_5)
    yield "Right place among the first 10 passages found", _share(figures.hit_at_10)


def _times(figures: Figures) -> Iterator[tuple[str, str]]:
    yield "Time for half of them, at most", _seconds(figures.median_seconds)
    yield "Time for 95 in 100, at most", _seconds(figures.p95_seconds)
    yield "Time for the slowest", _seconds(figures.slowest_seconds)


def _share(share: float | None) -> str:
    """In per cent; neither "0%" nor "100%" where that is not exactly so."""
    if share is None:
        return _NOTHING
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def _seconds(seconds: float) -> str:
    return "under 0.1 seconds" if seconds < 0.05 else f"{seconds:.1f} seconds"


def _failures(failures: Sequence[Failure]) -> str:
    """A list that opens to show why."""
    return f'<ul class="cp-held">{"".join(map(_failure, failures))}</ul>'


def _failure(failure: Failure) -> str:
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in failure.faults)
    return (
        f"<li><details><summary>{escape(failure.question)}</summary>"
        f"<ul>{faults}</ul></details></li>"
    )
