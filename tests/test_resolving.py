"""Questions about decisions, answered from the register."""

from datetime import date
from pathlib import Path

import pytest
from tarnbrook import HEAD, MARCH, an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, ReplyStatus
from corpus.filters import Filters
from corpus.papers import Force

RENTS = "What was decided about allotment rents?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def test_decisions_are_answered_newest_first(assistant: Assistant) -> None:
    reply = assistant.ask(RENTS)
    assert isinstance(reply, Answer)
    minutes = [c.passage.item.number for c in reply.citations if c.passage.item]
    assert minutes == ["50/24", "10/24", "42/24"]
    assert reply.notes == ("Newest first.",)


def test_when_something_was_decided_is_told_in_fewer_words(assistant: Assistant) -> None:
    reply, whole = assistant.ask("When did the Cabinet decide about rents?"), assistant.ask(RENTS)
    assert isinstance(reply, Answer)
    days = {c.passage.paper.meeting.held_on for c in reply.citations}
    assert days >= {date(2024, 3, 12), date(2024, 7, 9)}
    assert len(said(reply).split()) < len(said(whole).split())


def test_an_earlier_decision_says_what_later_ones_did_to_it(assistant: Assistant) -> None:
    *_, earliest = said(assistant.ask(RENTS)).split("Resolved, ")
    assert earliest.startswith(
        "Cabinet, 12 March 2024, minute 42/24 (later referred back on 16 April 2024, "
        "reaffirmed with changes on 9 July 2024):"
    )


def test_a_timeline_is_answered_oldest_first(assistant: Assistant) -> None:
    reply = assistant.ask("Give me a timeline of the allotment rents")
    assert isinstance(reply, Answer)
    minutes = [c.passage.item.number for c in reply.citations if c.passage.item]
    assert list(dict.fromkeys(minutes)) == ["42/24", "10/24", "50/24"]
    assert reply.notes == ("Oldest first.",)


def test_what_one_body_decided_leaves_the_others_out(assistant: Assistant) -> None:
    text = said(assistant.ask("What did the Scrutiny Committee decide about allotment rents?"))
    assert "minute 10/24" in text
    assert "minute 42/24" not in text
    assert "minute 50/24" not in text


def test_a_lost_amendment_is_never_shown_as_carried(assistant: Assistant) -> None:
    for asked in ("What was decided about the ferry?", "Was the ferry made free on Sundays?"):
        reply = assistant.ask(asked)
        assert isinstance(reply, Answer)
        free = [s for s in reply.statements if "free of charge" in s.text]
        assert free, asked
        for statement in free:
            assert statement.force is Force.LOST
            assert statement.text.startswith("Lost, not decided, Cabinet, 12 March 2024")
            assert "declared LOST" in statement.text


def test_a_recommendation_alone_is_not_a_decision(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was resolved about the swimming pool roof?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "recommended by the Cabinet on 12 March 2024, which is not a decision" in reply.reason
    assert reply.related[0].quote.startswith("RECOMMENDED to Council")


def test_a_proposal_of_a_report_is_never_a_decision(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was decided about the ice rink?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "proposes something on it, which is not a decision" in reply.reason
    assert "the minutes of that meeting are not held" in reply.reason
    assert "be sold by auction" in reply.related[0].quote


def test_a_recommendation_that_is_asked_for_is_given_as_one(assistant: Assistant) -> None:
    reply = assistant.ask("What was the Cabinet recommended to do about the ice rink?")
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [Force.PROPOSED]
    assert said(reply).startswith("Proposed, not a decision (report, Cabinet, 14 May 2024):")


def test_what_another_body_decided_is_reported(assistant: Assistant) -> None:
    reply = assistant.ask("What did the Harbour Board decide about the slipway?")
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [Force.REPORTED]
    assert said(reply).startswith("Reported in passing (minutes, Scrutiny Committee, 16 April 2024")


def test_the_minutes_of_a_named_date_that_are_not_held_are_said_so(assistant: Assistant) -> None:
    for asked in ("What was decided on 14 May 2024?", "List every decision of 14 May 2024"):
        reply = refused(assistant.ask(asked))
        assert reply.status is ReplyStatus.NOT_RECORDED
        assert "the minutes of the meeting are not held (Cabinet, 14 May 2024)" in reply.reason


def test_a_body_of_which_nothing_is_held_is_said_so_with_those_held(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What did the Planning Committee decide about the ice rink?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "“Planning Committee”" in reply.reason
    assert "Papers are held of: Cabinet; Scrutiny Committee." in reply.reason


@pytest.mark.parametrize(
    "asked", ["List every decision of 12 March 2024", "What was decided on 12 March 2024?"]
)
def test_every_decision_of_a_meeting_is_listed(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [
        Force.RESOLVED,
        Force.LOST,
        Force.RESOLVED,
        Force.RECOMMENDED,
        Force.RESOLVED,
    ]
    assert reply.notes == (
        "4 decisions and 1 motion or item lost or withdrawn in the minutes of 1 meeting.",
    )


def test_a_long_decision_in_a_list_says_how_many_of_its_clauses_are_quoted(
    tmp_path: Path,
) -> None:
    clauses = [f"({n}) kite {n} be flown from the {'high ' * 30}hill" for n in range(1, 10)]
    minutes = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n"
        "1 BANDSTAND\n\nRESOLVED – That a bandstand be built.\n\n"
        "2 KITES\n\nRESOLVED – That\n\n" + ";\n\n".join(clauses) + ".\n"
    )
    text = said(
        an_assistant(tmp_path, {"a.txt": minutes}).ask("List every decision of 9 July 2024")
    )
    assert text.count("kite") == 3
    assert "2 (3 of 9 clauses): “RESOLVED – That”" in text


def test_a_summary_of_a_subject_tells_no_other_decision_of_that_day(tmp_path: Path) -> None:
    clauses = "\n".join(f"({n}) the ferry sail {n} miles {'each way ' * 6};" for n in range(1, 7))
    minutes = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n"
        "1 MINUTES\n\nRESOLVED – That the minutes of 11 June 2024 be confirmed.\n\n"
        f"2 FERRY\n\nRESOLVED – That\n{clauses}\n\n"
        "3 BANDSTAND\n\nRESOLVED – That a bandstand be built.\n"
    )
    asked = "Summarise everything Cabinet resolved on the ferry on 9 July 2024"
    text = said(an_assistant(tmp_path, {"a.txt": minutes}).ask(asked))
    assert all(f"sail {n} miles" in text for n in range(1, 7))
    assert "bandstand" not in text
    assert "confirmed" not in text


def test_an_undone_decision_in_a_list_is_said_to_be_so(assistant: Assistant) -> None:
    text = said(assistant.ask("List every decision about allotment rents"))
    assert "minute 42/24 (later referred back on 16 April 2024" in text


def test_a_list_of_one_force_holds_no_other(assistant: Assistant) -> None:
    reply = assistant.ask("List all decisions that were only noted")
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [Force.NOTED]
    assert reply.notes == ("1 decision in the minutes of 1 meeting.",)


def test_a_decision_only_to_note_is_called_so(assistant: Assistant) -> None:
    text = said(assistant.ask("What was decided about the bandstand?"))
    assert text.startswith("Resolved only to note, Cabinet, 9 July 2024, minute 52/24 BANDSTAND:")


def test_a_subject_in_a_year_without_a_decision_on_it_is_refused(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was decided about allotment rents in 2019?"))
    assert reply.status is ReplyStatus.NOT_RECORDED


def test_filters_are_never_widened(assistant: Assistant) -> None:
    filters = Filters(body="Scrutiny")
    reply = assistant.ask(RENTS, filters=filters)
    assert isinstance(reply, Answer)
    assert {c.passage.paper.meeting.body for c in reply.citations} == {"Scrutiny Committee"}
    refusal = refused(assistant.ask("What did Cabinet decide about ferry fares?", filters=filters))
    assert all(filters.admit(c.passage.paper) for c in refusal.related)
    assert refusal.searched.bodies == ("Scrutiny Committee",)


def test_a_decision_that_two_files_print_is_told_once(tmp_path: Path) -> None:
    again = MARCH.replace("no longer paid for the water", "did not pay for the water any more")
    assistant = an_assistant(tmp_path, {"march.txt": HEAD + MARCH, "again.txt": HEAD + again})
    reply = assistant.ask("What was decided about allotment rents?")
    assert isinstance(reply, Answer)
    assert len(reply.statements) == 1


MOTIONS = """CABINET

Minutes of the meeting held on Tuesday 12 March 2024 at 2.00 pm in the Town Hall

6/24 KITES ON THE MOOR

It was agreed to refer this motion to the Parks, Open Spaces, Moors, Commons and Village Greens \
Strategic Policy Committee.
"""


def test_that_something_was_referred_is_an_answer_to_whether_it_was(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"minutes.txt": MOTIONS})
    reply = assistant.ask("Was the motion on kites on the moor referred to a committee?")
    assert "Recommended to another body, Cabinet, 12 March 2024" in said(reply)
    assert refused(assistant.ask("Was it resolved to allow kites on the moor?"))
