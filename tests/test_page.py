"""The page without a browser: what each view shows, over a real library."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fakes import a_meeting, a_paper
from page_papers import LATER, library_with_papers
from streamlit.testing.v1 import AppTest

from assistant.conversation import Conversation
from assistant.desk import opened as desk
from assistant.desk.examples import examples
from assistant.filing.adding import add_papers
from assistant.fragments.excerpts import excerpt
from assistant.fragments.forces import badge
from assistant.fragments.statements import lead_and_words, notes_html
from assistant.replies import Reply, Statement
from assistant.settings import Settings, from_environment
from assistant.understanding.questions import ScopePart
from assistant.web.uploading import keep, safe_name
from corpus.documents import Document, Line
from corpus.library import Library
from corpus.papers import Decision, Force, Item, PaperKind

APP = str(Path(__file__).parents[1] / "app.py")
DATED = "What did Cabinet resolve about allotment rents in March 2024?"
NO_DATE = "Not narrowed to a date: **put it back**"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library of two papers, searched by keywords alone."""
    folder = library_with_papers(tmp_path)
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(folder))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    yield folder
    desk.close()


def test_an_answer_shows_the_force_and_the_source_of_each_statement(library: Path) -> None:
    page = _asked("What was resolved about allotment rents?")
    assert "£48 a year" in _html(page)
    assert '<span class="cp-force cp-resolved">Resolved</span>' in _html(page)
    assert any("Cabinet, 12 March 2024, minute 42/24" in label for label in _sources(page))


def test_a_conversation_keeps_its_turns_until_a_new_one_is_begun(library: Path) -> None:
    page = _asked("What was resolved about allotment rents?")
    page.chat_input[0].set_value("What was recommended about the swimming pool roof?").run()
    assert "allotment rents?" in _html(page)
    assert "swimming pool roof?" in _html(page)
    _button(page, "New conversation").click().run()
    assert "cp-asked" not in _html(page)


def test_a_stopped_question_is_told_and_can_be_asked_again(library: Path) -> None:
    page = _opened()
    page.session_state["stopped"] = "What was resolved about allotment rents?"
    page.run()
    assert "You stopped this question." in _html(page)
    assert "cp-statement" not in _html(page)
    _button(page, "Ask it again").click().run()
    assert "£48 a year" in _html(page)
    assert "You stopped this question." not in _html(page)


def test_what_could_be_asked_next_is_offered_and_asked_when_pressed(library: Path) -> None:
    page = _asked("What was resolved about allotment rents?")
    assert "You could ask next" in _html(page)
    offered = next(b for b in page.button if (b.key or "").startswith("example-1-"))
    question = offered.label
    offered.click().run()
    assert f">{question}<" in _html(page)
    assert _html(page).count("cp-asked") == 2


def test_a_refusal_says_that_it_is_not_recorded_before_it_shows_anything(library: Path) -> None:
    page = _asked("What was resolved about the ice rink?")
    shown = _html(page)
    assert "Not recorded in these papers" in shown
    assert "cp-statement" not in shown
    nearest = shown.find("These passages do not answer the question")
    assert 0 < shown.find("Searched") < nearest < shown.find("cp-related")
    assert "cp-force cp-resolved" not in shown


def test_the_notices_of_the_assistant_stand_with_every_reply(library: Path) -> None:
    page = _asked("What was resolved about allotment rents?")
    assert "words of your question" in _html(page)


def test_a_filter_narrows_what_a_question_may_find(library: Path) -> None:
    page = _opened()
    page.sidebar.selectbox(key="kind").select("Report").run()
    page.chat_input[0].set_value("What was resolved about allotment rents?").run()
    assert "£48 a year" not in _html(page)
    assert "Narrowed by your filters to: report" in _html(page)
    assert not _chips(page)


def test_what_a_question_says_of_where_to_look_is_shown_as_chips(library: Path) -> None:
    page = _asked(DATED)
    assert _chips(page) == ["*Do not narrow to* Cabinet", "*Do not narrow to* March 2024"]


def test_two_dates_are_one_chip_because_they_are_taken_away_together(library: Path) -> None:
    page = _asked("What was resolved about allotment rents in March 2024 and May 2024?")
    assert _chips(page) == ["*Do not narrow to* March 2024 or May 2024"]


def test_a_part_that_is_taken_away_asks_the_same_question_again_without_it(library: Path) -> None:
    page = _asked(DATED)
    _button(page, "*Do not narrow to* March 2024").click().run()
    (reply,) = _replies(page)
    assert reply.question.asked == DATED
    assert reply.question.without == {ScopePart.DATE}
    assert _chips(page) == ["*Do not narrow to* Cabinet", NO_DATE]
    _button(page, "*Do not narrow to* Cabinet").click().run()
    assert _replies(page)[0].question.without == {ScopePart.DATE, ScopePart.BODY}
    assert _html(page).count("cp-asked") == 1


def test_a_part_that_was_taken_away_can_be_put_back(library: Path) -> None:
    page = _asked(DATED)
    _button(page, "*Do not narrow to* March 2024").click().run()
    _button(page, NO_DATE).click().run()
    assert not _replies(page)[0].question.without
    assert _chips(page) == ["*Do not narrow to* Cabinet", "*Do not narrow to* March 2024"]


def test_asking_again_replaces_the_latest_turn_and_leaves_the_earlier_ones(library: Path) -> None:
    page = _asked("What was recommended about the swimming pool roof?")
    first = _replies(page)[0]
    page.chat_input[0].set_value(DATED).run()
    _button(page, "*Do not narrow to* Cabinet").click().run()
    replies = _replies(page)
    assert len(replies) == 2
    assert replies[0] == first
    assert replies[1].question.without == {ScopePart.BODY}


def test_asking_again_keeps_the_filters_of_the_question(library: Path) -> None:
    page = _opened()
    page.sidebar.selectbox(key="kind").select("Report").run()
    page.chat_input[0].set_value(DATED).run()
    page.sidebar.selectbox(key="kind").select("All kinds").run()
    _button(page, "*Do not narrow to* March 2024").click().run()
    assert _replies(page)[0].question.filters.kind is PaperKind.REPORT


def test_an_earlier_question_says_what_it_was_narrowed_to_and_has_no_chips(library: Path) -> None:
    page = _asked(DATED)
    _button(page, "*Do not narrow to* March 2024").click().run()
    page.chat_input[0].set_value("What was recommended about the swimming pool roof?").run()
    assert "Narrowed to: Cabinet · Not narrowed to a date" in _html(page)
    assert not _chips(page)


def test_a_new_conversation_is_not_asked_what_was_left_of_the_last(library: Path) -> None:
    page = _asked(DATED)
    page.session_state["asked_without"] = frozenset({ScopePart.DATE})
    _button(page, "New conversation").click().run()
    assert not page.exception
    assert not _replies(page)


def test_notes_are_listed_as_notes_and_their_signs_are_escaped() -> None:
    shown = notes_html(["Only <b>one</b> of two.", "Newest first."])
    assert shown.startswith('<aside class="cp-notes" aria-label="Note">')
    assert "<li>Only &lt;b&gt;one&lt;/b&gt; of two.</li><li>Newest first.</li>" in shown


def test_clearing_the_filters_admits_everything_again(library: Path) -> None:
    page = _opened()
    page.sidebar.date_input(key="since").set_value(date(2024, 5, 14)).run()
    _button(page, "Clear these filters").click().run()
    assert page.sidebar.date_input(key="since").value is None
    assert _button(page, "Clear these filters").disabled


def test_the_page_says_what_the_library_holds_and_that_it_is_fictional(library: Path) -> None:
    page = _opened()
    assert "from 12 March 2024 to 14 May 2024" in _html(page)
    assert any("fictional" in note.value for note in page.info)


def test_papers_that_another_process_adds_are_held_without_a_restart(
    library: Path, tmp_path: Path
) -> None:
    page = _opened()
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    add_papers(Settings(library, "none", "none"), [tmp_path / "later.txt"])
    page.run()
    assert "from 12 March 2024 to 9 July 2024" in _html(page)


def test_asking_does_not_open_the_library_anew(library: Path) -> None:
    page = _asked("What was resolved about allotment rents?")
    opened = desk.desk(from_environment())
    page.chat_input[0].set_value("Who was present on 12 March 2024?").run()
    assert desk.desk(from_environment()) is opened


def test_an_example_question_is_asked_by_pressing_it(library: Path) -> None:
    page = _opened()
    example = next(button for button in page.button if button.key == "example-0")
    example.click().run()
    assert "cp-asked" in _html(page)
    assert not page.exception


def test_a_missing_library_is_met_with_how_to_add_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(tmp_path / "nothing"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert "empty" in page.info[0].value
    assert "council-papers" in page.code[0].value
    assert not page.chat_input


def test_a_damaged_library_is_told_in_words_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"not a database at all, but long enough" * 99)
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(tmp_path))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert "cannot be opened" in page.error[0].value


def test_the_quoted_words_are_marked_and_all_signs_are_escaped() -> None:
    document = _document("Before <script>alert(1)</script>.", "", "The fee is £5 & no more.")
    start = document.text.index("£5")
    shown = excerpt(
        document, document.span(0, len(document.text)), document.span(start, start + 12)
    )
    assert "<mark>£5 &amp; no more</mark>" in shown
    assert "&lt;script&gt;" in shown


def test_an_excerpt_shows_nothing_beyond_its_paper() -> None:
    document = _document("Another paper.", "", "This paper says so.", "", "A third paper.")
    start = document.text.index("This")
    paper = document.span(start, start + len("This paper says so."))
    shown = excerpt(document, paper, document.span(start, start + 10))
    assert "Another" not in shown
    assert "third" not in shown


def test_a_quoted_cell_of_a_table_is_marked_in_its_row() -> None:
    document = _document("Year\tPupils", "2023\t410", "2024\t389")
    start = document.text.index("389")
    shown = excerpt(document, document.span(0, len(document.text)), document.span(start, start + 3))
    assert "<td>2024</td><td><mark>389</mark></td>" in shown


@pytest.mark.parametrize("force", [Force.RECOMMENDED, Force.PROPOSED, Force.LOST, Force.DEFERRED])
def test_what_is_not_a_decision_is_never_called_resolved(force: Force) -> None:
    assert "Resolved" not in badge(force, PaperKind.MINUTES)
    assert "cp-resolved" not in badge(force, PaperKind.MINUTES)


def test_examples_come_from_the_library_and_leave_procedure_out(library: Path) -> None:
    held = Library(library)
    questions = examples(held.papers(), held.decisions())
    assert "What was resolved about “Allotment rents”?" in questions
    assert len(questions) == len(set(questions)) <= 4


def test_examples_name_no_subject_twice_and_no_procedure() -> None:
    paper = a_paper(a_meeting())
    titles = ("BUS FARES POLICY", "BUS FARES POLICY: CALL-IN", "FORWARD WORK PROGRAMME")
    words = [
        Decision(title, paper, Item(None, title), Force.RESOLVED, "That", (), None, paper.span)
        for title in titles
    ]
    subjects = [question for question in examples([paper], words) if "“" in question]
    assert subjects == ["What was resolved about “Bus fares policy”?"]


@pytest.mark.parametrize(
    ("text", "lead", "words"),
    [
        ("Resolved, Cabinet, minute 4: “That X.”", "Cabinet, minute 4", "“That X.”"),
        ("“That X: “Y”.”", "", "“That X: “Y”.”"),
        ("No quotation.", "", "No quotation."),
        ("Resolved, minute 4 (one of 2 clauses): “X”", "Minute 4 (one of 2 clauses)", "“X”"),
    ],
)
def test_the_lead_in_is_told_apart_from_the_words_of_the_record(
    text: str, lead: str, words: str
) -> None:
    assert lead_and_words(Statement(text, Force.RESOLVED, (1,))) == (lead, words)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\Cabinet (draft).PDF", "Cabinet (draft).pdf"),
        ("<b>minutes.txt", "b-minutes.txt"),
        ("...", "paper"),
        ("Cyngor Gŵyr.txt", "Cyngor Gŵyr.txt"),
    ],
)
def test_an_uploaded_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_an_upload_never_overwrites_another_paper_of_its_name(tmp_path: Path) -> None:
    first = keep(tmp_path / "uploads", "minutes.txt", b"one")
    again = keep(tmp_path / "uploads", "minutes.txt", b"one")
    other = keep(tmp_path / "uploads", "minutes.txt", b"two")
    assert first == again != other
    assert (first.read_bytes(), other.read_bytes()) == (b"one", b"two")


def _opened() -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    return page


def _asked(question: str) -> AppTest:
    page = _opened()
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def _html(page: AppTest) -> str:
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def _sources(page: AppTest) -> list[str]:
    return [button.label for button in page.button if (button.key or "").startswith("cite")]


def _chips(page: AppTest) -> list[str]:
    return [button.label for button in page.button if (button.key or "").startswith("scope-")]


def _replies(page: AppTest) -> tuple[Reply, ...]:
    conversation: Conversation = page.session_state["conversation"]
    return conversation.replies


def _button(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(button for button in page.button if button.label == label)


def _document(*lines: str) -> Document:
    return Document(
        "paper.txt", "text", tuple(Line(text, at, at) for at, text in enumerate(lines, 1))
    )
