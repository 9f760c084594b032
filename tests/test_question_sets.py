import json
from datetime import date
from pathlib import Path

import pytest
from command import run
from fakes import a_meeting, a_paper, a_passage
from tarnbrook import PAPERS, an_assistant

from assistant.batch import write_lines
from assistant.evaluation.gold import Evidence, read_gold
from assistant.evaluation.making.building import ANSWERED, NOT_ANSWERED, built
from assistant.evaluation.making.drafts import Draft, Place, to_line
from assistant.evaluation.making.recorded import record_of
from assistant.evaluation.making.subjects import Shelf, Titles
from assistant.evaluation.making.telling import telling
from assistant.evaluation.running import run as asked
from corpus.documents import Span
from corpus.errors import BadRequestError
from corpus.library import Library
from corpus.papers import Business, Force, Item

HEAD = "Minutes of the meeting held on Tuesday {day} at 2.00 pm in the Town Hall\n\n"
SEPTEMBER = f"""CABINET

{HEAD.format(day="10 September 2024")}PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake and Cleo Fenn

60/24 APOLOGIES FOR ABSENCE

Apologies were received from Councillor Edwin Thwaite.

61/24 SKATE PARK LIGHTING

The Head of Parks described the lamps of the skate park, which are forty years old. Councillor \
Fenn said that they flicker, that the moths like them and that two of the eleven had gone out \
in the spring. The Chair thanked her.

62/24 HARBOUR WALL REPAIRS

It was MOVED by Councillor Oake and SECONDED by Councillor Fenn: "That the harbour wall be \
repaired."

RESOLVED – That the harbour wall be repaired at a cost of £86,000.

On being put to the vote there were 5 members in favour and 2 against.
"""
AGENDA = """CABINET

Tuesday 8 October 2024 at 2.00 pm in the Town Hall

AGENDA

1. APOLOGIES FOR ABSENCE

2. MOORING FEES
"""
TARNBROOK = {
    **PAPERS,
    "2024-09-10-cabinet-minutes.txt": SEPTEMBER,
    "2024-10-08-cabinet-agenda.txt": AGENDA,
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), TARNBROOK).library


@pytest.fixture(scope="module")
def drafts(library: Library) -> dict[str, Draft]:
    """Everything that can be asked, by its question."""
    record = record_of(library)
    makers = (*ANSWERED, *NOT_ANSWERED)
    return {draft.question: draft for make in makers for draft in make(record)}


def test_what_was_decided_is_asked_with_its_amounts_its_place_and_its_force(
    drafts: dict[str, Draft],
) -> None:
    draft = drafts["What was decided about market stall fees?"]
    assert draft.answerable
    assert draft.must_include[0] == ("£12",)
    assert draft.force is Force.RESOLVED
    assert draft.evidence[0].words.startswith("RESOLVED – That the fee for a market stall")


def test_a_recommendation_is_asked_for_as_one(drafts: dict[str, Draft]) -> None:
    draft = drafts["What did the Cabinet recommend about swimming pool roof?"]
    assert (draft.kind, draft.force) == ("recommendation", Force.RECOMMENDED)


def test_a_subject_of_several_meetings_is_asked_about_with_a_date(
    drafts: dict[str, Draft],
) -> None:
    assert "What did the Cabinet decide about allotment rents on 12 March 2024?" in drafts
    assert "When did the Cabinet decide about allotment rents?" not in drafts


def test_the_day_of_a_decision_is_asked_for(drafts: dict[str, Draft]) -> None:
    draft = drafts["When did the Cabinet decide about market stall fees?"]
    assert draft.must_include == (("9 July 2024", "2024-07-09"),)


def test_who_moved_and_how_many_voted_is_asked_where_it_is_recorded(
    drafts: dict[str, Draft],
) -> None:
    on = "harbour wall repairs on 10 September 2024?"
    moved = drafts[f"Who moved and seconded the motion on {on}"]
    assert moved.must_include == (("Oake",), ("Fenn",))
    voted = drafts[f"How many members voted for and against on {on}"]
    assert voted.must_include == (("5", "five"), ("2", "two"))


def test_who_was_there_is_asked_with_every_name(drafts: dict[str, Draft]) -> None:
    draft = drafts["Who was present at the meeting of the Cabinet on 9 July 2024?"]
    assert draft.must_include == (("Quill",), ("Oake",), ("Fenn",))
    draft = drafts["Who sent apologies to the meeting of the Cabinet on 10 September 2024?"]
    assert draft.must_include == (("Thwaite",),)


def test_procedure_is_never_asked_about(drafts: dict[str, Draft]) -> None:
    assert not any("apologies for absence" in question.casefold() for question in drafts)


@pytest.mark.parametrize(
    "question",
    [
        "What was decided about The future of the ice rink?",
        "What was decided about skate park lighting?",
        "Who sent apologies to the meeting of the Cabinet on 8 October 2024?",
        "What did the Cabinet decide about market stall fees in 2023?",
        "What did the Scrutiny Committee decide about market stall fees?",
    ],
    ids=["only proposed", "only discussed", "no minutes", "another year", "another body"],
)
def test_what_looks_answered_and_is_not_is_asked_too(
    drafts: dict[str, Draft], question: str
) -> None:
    draft = drafts[question]
    assert not draft.answerable
    assert draft.answer
    assert draft.must_include == ()


def test_another_body_is_not_asked_about_what_it_dealt_with(drafts: dict[str, Draft]) -> None:
    assert "What did the Scrutiny Committee decide about allotment rents?" not in drafts


def test_a_third_of_the_questions_have_no_answer_and_none_stands_twice(library: Library) -> None:
    drafts = built(library, 15)
    assert [draft.answerable for draft in drafts] == [True] * 10 + [False] * 5
    assert len({draft.question for draft in drafts}) == 15
    assert len({draft.kind for draft in drafts}) >= 5


def test_the_same_papers_give_the_same_questions(library: Library) -> None:
    again = built(Library(library.folder))
    assert [to_line(1, draft) for draft in again] == [to_line(1, each) for each in built(library)]


def test_the_questions_can_be_read_and_scored(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, TARNBROOK)
    drafts = built(assistant.library)
    write_lines(tmp_path / "set.jsonl", [to_line(n, draft) for n, draft in enumerate(drafts, 1)])
    gold = read_gold(tmp_path / "set.jsonl")
    assert [question.asked.question for question in gold] == [draft.question for draft in drafts]
    decided = [
        verdict
        for verdict in asked(assistant, gold)
        if verdict.question.kind == "decision" and verdict.question.answerable
    ]
    assert decided
    assert all(verdict.right for verdict in decided), [v.faults for v in decided]


def test_the_command_writes_the_set_and_tells_what_is_in_it(
    library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "set.jsonl"
    shown = run("--library", library.folder, "questions", out, "--most", 6)
    assert shown.exit_code == 0
    assert f"6 questions written to {out}: " in shown.stdout
    assert "The papers answer 4, and do not answer 2." in shown.stdout
    assert json.loads(out.read_text().splitlines()[0])["id"] == "q001"
    assert len(read_gold(out)) == 6


def test_papers_that_give_no_questions_are_an_error(tmp_path: Path) -> None:
    library = an_assistant(tmp_path, {"note.txt": "The ferry was late."}).library
    with pytest.raises(BadRequestError, match="give no questions"):
        built(library)


def test_bodies_of_one_name_are_told_with_their_council(tmp_path: Path) -> None:
    elsewhere = SEPTEMBER.replace("CABINET", "EASTWICK COUNCIL\n\nCABINET")
    both = {"a.txt": SEPTEMBER, "b.txt": elsewhere.replace("10 September", "17 September")}
    record = record_of(an_assistant(tmp_path, both).library)
    paper = record.holdings.papers[1]
    councils = {each.meeting.council for each in record.holdings.papers}
    assert councils == {"Tarnbrook Council", "Eastwick Council"}
    assert record.body(paper.meeting) == f"the Cabinet of {paper.meeting.council}"


def test_an_answer_without_its_place_cannot_be_drafted() -> None:
    with pytest.raises(ValueError, match="nothing answers"):
        Draft("Why?", "date", True, "Because.", a_meeting())


def test_words_over_a_page_break_are_evidence_on_both_pages(tmp_path: Path) -> None:
    place = Place(Span("pack.pdf", 0, 9, None, None, 4, 5), "RESOLVED –\nyes")
    draft = Draft("Was it?", "decision", True, "yes", a_meeting(), evidence=(place,))
    (tmp_path / "set.jsonl").write_text(to_line(7, draft))
    (question,) = read_gold(tmp_path / "set.jsonl")
    assert question.asked.id == "q007"
    assert question.evidence == tuple(Evidence("pack.pdf", page, None, None) for page in (4, 5))


TOLD = Shelf([("a", "the common harbour wall"), ("b", "the common quay"), ("c", "a common rent")])


def test_a_shelf_finds_what_has_enough_of_the_words() -> None:
    assert TOLD.about(["harbour", "common"]) == ["a"]
    assert TOLD.about(["harbour", "common"], share=0.5) == ["a", "b", "c"]


PASSAGES = Shelf([(a_passage(text), text) for text in ("granite", "common stones", "common")])


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("That £1,250 be spent by 1 May 2025 on granite.", (("£1,250",), ("1 May 2025",))),
        ("That the common granite be 7.5% thicker.", (("7.5%",), ("thicker",))),
        ("That the harbour report be noted.", (("note",),)),
        ("That it be so.", ()),
    ],
)
def test_amounts_and_dates_tell_more_than_words(
    words: str, phrases: tuple[tuple[str, ...], ...]
) -> None:
    assert telling(words, "harbour wall", PASSAGES) == phrases


def business(title: str, *days: int, body: str = "Cabinet") -> list[Business]:
    span = Span("a.txt", 0, 1, 1, 1, None)
    meetings = [a_meeting(body=body, held_on=date(2024, 3, day)) for day in days]
    return [Business(a_paper(each), Item("1", title), span) for each in meetings]


def test_titles_of_most_meetings_tell_nothing() -> None:
    titles = Titles([*business("Leader's regular remarks 3", 1, 2, 3), *business("Bus stop", 1)])
    assert titles.subject("Leader's regular remarks 4") is None
    assert titles.subject("Harbour wall repairs") == "Harbour wall repairs"


def test_titles_of_several_bodies_tell_nothing() -> None:
    both = [*business("Health and safety", 1), *business("Health and safety", 2, body="Council")]
    assert Titles(both).subject("Health and safety") is None


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("MINUTES - 12TH MARCH 2024", None),
        ("Any Other Business", None),
        ("Drainage", None),
        ("MOTION: FERRY FARES", "ferry fares"),
        ("16.05.15 Ferry fares", "Ferry fares"),
        ("Ferry fares (Minute 43/24).", "Ferry fares"),
    ],
)
def test_titles_are_told_as_a_question_holds_them(title: str, subject: str | None) -> None:
    assert Titles([]).subject(title) == subject
