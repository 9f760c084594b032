"""Questions of fact, answered by the sentences and rows that say so, or refused."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, ReplyStatus
from corpus.papers import Force


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def test_a_fact_is_answered_by_the_sentence_that_says_so(assistant: Assistant) -> None:
    text = said(assistant.ask("How many people are on the allotment waiting list?"))
    assert "There were 212 people on the waiting list." in text


def test_what_only_was_discussed_is_told_with_its_place_and_no_force(assistant: Assistant) -> None:
    reply = assistant.ask("Who asked for the Tree Replacement Scheme?")
    assert isinstance(reply, Answer)
    assert reply.statements[0].force is Force.DISCUSSED
    assert reply.statements[0].text.startswith("Minutes, Cabinet, 12 March 2024, minute 45/24:")


def test_a_figure_that_no_passage_found_has_is_refused(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How much did the bandstand cost?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "do not give an amount of money" in reply.reason
    assert any("bandstand" in each.quote for each in reply.related)


def test_a_date_that_no_passage_found_has_is_refused(assistant: Assistant) -> None:
    reply = refused(assistant.ask("When was the bandstand opened?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "do not give a date" in reply.reason


def test_a_year_that_the_passage_has_not_is_refused(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How many people used the ice rink in 2019?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "say nothing about 2019" in reply.reason
    assert "9,400 people in 2023" in said(assistant.ask("How many used the ice rink in 2023?"))


def test_a_yes_or_no_is_not_answered_by_a_proposal(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Will the ice rink be sold by auction?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "in a report to the Cabinet for 14 May 2024, which is not a decision" in reply.reason


def test_a_subject_that_no_paper_has_is_outside(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How tall are the volcanoes?"))
    assert reply.status is ReplyStatus.OUTSIDE
    assert "“tall”, “volcanoes”" in reply.reason


def test_each_part_of_a_question_is_answered(assistant: Assistant) -> None:
    asked = "How much is a market stall a day, and who asked for the Tree Replacement Scheme?"
    text = said(assistant.ask(asked))
    assert "£12 a day" in text
    assert "Friends of Tarn Wood" in text


def test_a_short_quotation_has_the_title_of_its_item(assistant: Assistant) -> None:
    text = said(assistant.ask("Who sent an apology for absence on 12 March 2024?"))
    assert "minute 41/24 APOLOGIES FOR ABSENCE:" in text
    assert "Edwin Thwaite" in text


def test_two_years_are_compared_side_by_side(tmp_path: Path) -> None:
    papers = {
        f"{year}.txt": f"CABINET\n\nMinutes of the meeting held on 9 July {year}\n\n1 FERRY\n\n"
        f"The Clerk said that {count} people had used the ferry.\n"
        for year, count in ((2023, 300), (2024, 450))
    }
    reply = an_assistant(tmp_path, papers).ask("How many used the ferry in 2023 and in 2024?")
    assert isinstance(reply, Answer)
    assert [s.text.split("that ")[1] for s in reply.statements] == [
        "300 people had used the ferry.”",
        "450 people had used the ferry.”",
    ]


def test_a_decision_is_set_side_by_side_only_where_one_is_asked_for(tmp_path: Path) -> None:
    papers = {
        f"{year}.txt": f"CABINET\n\nMinutes of the meeting held on 9 July {year}\n\n1 FERRY\n\n"
        f"The Clerk said that {count} people had used the ferry.\n\n"
        "RESOLVED – That the ferry be painted.\n"
        for year, count in ((2023, 300), (2024, 450))
    }
    text = said(
        an_assistant(tmp_path, papers).ask("People who had used the ferry: 2023 versus 2024?")
    )
    assert "300 people" in text
    assert "450 people" in text


def test_a_lost_amendment_is_not_set_side_by_side_with_a_decision(tmp_path: Path) -> None:
    june = "Councillor Quill said that the fare of the ferry was £2.\n"
    july = (
        "Councillor Oake moved that the fare of the ferry be £9. The amendment was lost.\n\n"
        "RESOLVED – That the fare of the ferry be £3.\n"
    )
    papers = {
        f"{month}.txt": f"CABINET\n\nMinutes of the meeting held on 9 {month} 2024\n\n1 FERRY"
        f"\n\n{text}"
        for month, text in (("June", june), ("July", july))
    }
    text = said(an_assistant(tmp_path, papers).ask("Fare of the ferry: June 2024 versus July 2024"))
    assert "£2" in text
    assert "£3" in text


def test_a_name_that_no_paper_has_is_not_answered_by_what_is_said_of_others(
    assistant: Assistant,
) -> None:
    asked = "How many people are on the allotment waiting list at Otterbourne?"
    assert "say nothing about Otterbourne" in refused(assistant.ask(asked)).reason


@pytest.mark.parametrize(
    "asked",
    [
        "What is the salary of the Head of Parks?",
        "Which party runs the allotments?",
        "What's the insurance for the allotments?",
    ],
)
def test_a_thing_that_no_paper_names_is_not_answered_by_what_is_said_of_others(
    assistant: Assistant, asked: str
) -> None:
    assert "No paper here has the word" in refused(assistant.ask(asked)).reason


def test_the_reasons_recorded_for_a_decision_answer_why(tmp_path: Path) -> None:
    minutes = """CABINET

Minutes of the meeting held on Tuesday 8 July 2014 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)

2/14 LIGHTING OF THE QUAY

Cabinet considered the lighting of the quay, so that boats are seen.

RESOLVED – That the lighting of the quay be changed, for the reasons given below.

Reasons: lamps of the old kind are no longer made.
"""
    quay = an_assistant(tmp_path, {"2014-07-08-cabinet-minutes.txt": minutes})
    text = said(quay.ask("Why was the lighting of the quay changed?"))
    assert "lamps of the old kind are no longer made" in text


USE = (
    "CABINET\n\nMinutes of the meeting held on 8 April 2025\n\n1 FERRY\n\n"
    "The Clerk said that 450 people had used the ferry at 30 September 2024.\n\n"
    "2 FERRY\n\nThe Clerk said that 300 people had used the ferry at 31 May 2024.\n\n"
    "3 MINUTES\n\nRESOLVED – That the minutes of the previous meeting be confirmed.\n"
)


def test_a_figure_of_another_month_is_not_set_beside_the_one_asked_for(tmp_path: Path) -> None:
    asked = "How many people had used the ferry at September 2024?"
    text = said(an_assistant(tmp_path, {"april.txt": USE}).ask(asked))
    assert "450 people" in text
    assert "300 people" not in text


def test_confirming_the_minutes_tells_nothing_of_a_fact(tmp_path: Path) -> None:
    reply = an_assistant(tmp_path, {"april.txt": USE}).ask("What previous bandstand was there?")
    assert "confirmed" not in getattr(reply, "reason", "") + "".join(
        statement.text for statement in getattr(reply, "statements", ())
    )


LEANING = """Report to: Cabinet
Date of meeting: 14 May 2024
Title: The lime kiln

1.1 Letting the lime kiln to a potter was considered as well. This option was not taken forward \
as it would need a second chimney.
"""


def test_a_reason_is_found_in_the_sentence_that_leans_on_what_was_found(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"report.txt": LEANING})
    asked = "Why was letting the lime kiln to a potter not considered further?"
    assert "a second chimney" in said(assistant.ask(asked))
