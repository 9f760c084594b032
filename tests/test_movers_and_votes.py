"""Who moved and seconded a decision, and how the vote on it went."""

from pathlib import Path

import pytest
from tarnbrook import EARLIER, an_assistant, refused, said, told

from assistant.answering import Assistant
from assistant.replies import Answer
from assistant.understanding.questions import QuestionKind, kind_of
from corpus.filters import Filters
from corpus.papers import Force

FERRY = "What was decided about the ferry fares?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("earlier"), EARLIER)


@pytest.mark.parametrize(
    ("asked", "of_a_vote"),
    [
        ("Who moved the motion?", True),
        ("Who seconded it?", True),
        ("Was it unanimous?", True),
        ("How many abstained?", True),
        ("Was the ferry removed?", False),
        ("What was decided?", False),
    ],
)
def test_a_question_of_movers_or_votes_is_known(asked: str, of_a_vote: bool) -> None:
    assert (kind_of(asked) is QuestionKind.VOTE) is of_a_vote


@pytest.mark.parametrize("asked", ["Who moved the {} in 2013?", "Who seconded the {} in 2013?"])
def test_movers_and_seconders_are_told_in_the_words_of_the_minute(
    earlier: Assistant, asked: str
) -> None:
    reply = earlier.ask(asked.format("ferry fares"))
    assert isinstance(reply, Answer)
    assert "moved by Councillor Ada Quill, seconded by Councillor Bram Oake" in said(reply)
    assert reply.statements[0].force is Force.RESOLVED


def test_the_mover_of_an_amendment_is_told_with_its_being_lost(assistant: Assistant) -> None:
    reply = assistant.ask("Who moved the amendment on the ferry on Sundays?")
    assert isinstance(reply, Answer)
    assert "MOVED as an AMENDMENT by Councillor Fenn" in reply.statements[0].text
    assert reply.statements[0].force is Force.LOST


def test_the_mover_of_a_motion_is_not_the_one_of_its_amendment(assistant: Assistant) -> None:
    reply = assistant.ask("Who moved the motion that the adult fare on the ferry be raised?")
    assert isinstance(reply, Answer)
    assert "MOVED by Councillor Quill" in reply.statements[0].text


def test_a_decision_without_a_mover_is_said_to_have_none_recorded(earlier: Assistant) -> None:
    reply = refused(earlier.ask("Who moved the ferry fares in 2014?"))
    assert reply.reason == (
        "The decision of Cabinet, 8 July 2014, is recorded, but not who moved or seconded it."
    )
    assert "the adult fare on the ferry be £3" in reply.related[0].quote


def test_a_vote_is_told_by_its_numbers(earlier: Assistant) -> None:
    text = said(earlier.ask("How did the vote on the ferry fares go in 2013?"))
    assert text.endswith("minute 2/13 FERRY FARES: “The vote was 5 for and 2 against.”")


def test_a_vote_by_name_is_told_with_the_names(earlier: Assistant) -> None:
    text = said(earlier.ask("Who voted against painting the pier?"))
    assert "Against (1): Cleo Fenn." in text


def test_a_decision_without_a_vote_is_said_to_have_none_recorded(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How did the vote on the market stall fees go?"))
    assert reply.reason == (
        "The decision of Cabinet, 9 July 2024, is recorded, but not how the votes were cast."
    )


def test_the_vote_on_the_answer_before_is_told(earlier: Assistant) -> None:
    reply = told(earlier, "What was decided about the pier?", "How did the vote go?")
    assert "For (2): Ada Quill, Bram Oake." in said(reply)
    assert "5 for" not in said(reply)


def test_the_vote_of_another_year_is_not_told(earlier: Assistant) -> None:
    turns = ("What was decided about the ferry fares in 2014?", "How did the vote go?")
    assert "8 July 2014, is recorded, but not how" in refused(told(earlier, *turns)).reason


def test_the_vote_is_that_on_the_decision_told_first(earlier: Assistant) -> None:
    reply = refused(told(earlier, FERRY, "How did the vote go?"))
    assert reply.reason.startswith("The decision of Cabinet, 8 July 2014, is recorded, but not how")


def test_the_seconder_of_the_answer_before_is_told(assistant: Assistant) -> None:
    assert "SECONDED by Councillor Oake" in said(told(assistant, FERRY, "and who seconded that?"))


def test_a_follow_up_that_names_another_subject_is_not_answered_of_the_last(
    assistant: Assistant,
) -> None:
    reply = told(assistant, FERRY, "and who moved the market stall fees?")
    assert "but not who moved or seconded it" in refused(reply).reason


def test_what_a_report_proposes_was_not_voted_on(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Who moved the sale of the ice rink by auction?"))
    assert "The decision of" not in reply.reason


def test_votes_outside_the_filters_are_not_told(assistant: Assistant) -> None:
    reply = assistant.ask("How did the vote on the ferry go?", filters=Filters(body="Scrutiny"))
    assert not isinstance(reply, Answer) or "ferry" not in said(reply)


def test_who_moved_is_told_by_a_sentence_under_the_title_that_is_asked_about(
    tmp_path: Path,
) -> None:
    minutes = """CABINET

Minutes of the meeting held on Tuesday 8 July 2014 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)

2/14 LIGHTING OF THE QUAY

It was moved by Councillor Bram Oake and seconded by Councillor Cleo Fenn.

The Clerk said that lamps cost money.
"""
    assistant = an_assistant(tmp_path, {"2014-07-08-cabinet-minutes.txt": minutes})
    assert "moved by Councillor Bram Oake" in said(
        assistant.ask("Who moved the motion on the lighting of the quay?")
    )


def test_those_who_abstained_are_told_by_name(tmp_path: Path) -> None:
    paper = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n3/24 ELECTION OF A CHAIR\n\n"
        "The vote for Councillor Osk in the election of the Chair was that of three: Councillors "
        "Marl, Oake and Quill.\n\nRESOLVED – That Councillor Osk be elected.\n\n"
        "Abstain (2): Councillor Fenn, Councillor Wray\n"
    )
    reply = an_assistant(tmp_path, {"july.txt": paper}).ask(
        "Who voted how in the election of the Chair?"
    )
    assert "Councillor Fenn, Councillor Wray" in said(reply)


BEACON = """CABINET

Minutes of the meeting held on 9 July 2024

4/24 THE BEACON

Councillor Marl said that the beacon at Gull Point was dear.

One member voted for the beacon and five against it.
"""


def test_a_vote_that_is_only_counted_names_nobody(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"july.txt": BEACON})
    assert refused(assistant.ask("Who voted against the beacon at Gull Point?"))


def test_why_somebody_abstained_is_not_told_by_the_vote(earlier: Assistant) -> None:
    reply = earlier.ask("Why did Councillor Fenn abstain on the ferry fares?")
    assert not isinstance(reply, Answer) or "Abstain" not in said(reply)


SIDES = """CABINET

Minutes of the meeting held on 9 July 2024

5/24 ELECTION OF A WARDEN OF THE COMMON

The names of Mr Osk and Mrs Pell were put to the vote for Warden of the Common.

For Mr Osk: Councillors Marl, Oake and Quill (3)

For Mrs Pell: Councillors Lorimer and Jessop (2)

Abstentions: Councillors Fenn and Wray (2)

The Chair declared Mr Osk elected as Warden of the Common.
"""


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Who abstained in the election of a Warden of the Common?", "Fenn and Wray"),
        ("Who voted for Mrs Pell as Warden of the Common?", "Lorimer and Jessop"),
    ],
)
def test_who_was_on_a_side_is_told_by_the_list_of_that_side(
    tmp_path: Path, asked: str, names: str
) -> None:
    assert names in said(an_assistant(tmp_path, {"july.txt": SIDES}).ask(asked))


BALLOT = """COUNCIL

Minutes of the meeting held on 9 July 2024

1/24 ELECTION OF A MAYOR

Councillor Oake and Councillor Fenn were nominated as Mayor.

A vote was taken which resulted as follows:

For Councillor Oake

Councillors Marl, Oake and Quill (3)

For Councillor Fenn

Councillors Fenn and Wray (2)

The Chair declared Councillor Oake elected as Mayor.
"""


@pytest.mark.parametrize(
    "asked",
    [
        "How many votes did Councillor Fenn get in the election of the Mayor?",
        "Who voted for Councillor Fenn as Mayor?",
        "What was the vote for Mayor?",
    ],
)
def test_votes_for_candidates_are_told_with_the_candidates(tmp_path: Path, asked: str) -> None:
    words = said(an_assistant(tmp_path, {"july.txt": BALLOT}).ask(asked))
    assert "For Councillor Oake\nCouncillors Marl, Oake and Quill (3)" in words
    assert "For Councillor Fenn\nCouncillors Fenn and Wray (2)" in words


def test_a_vote_that_runs_over_several_passages_is_told_whole(tmp_path: Path) -> None:
    many = ", ".join(f"Oake ({first}{second})" for first in "ABCDEFGHIJ" for second in "KLMNOPQR")
    ballot = BALLOT.replace("Councillors Marl, Oake and Quill (3)", f"Councillors {many}. (80)")
    assistant = an_assistant(tmp_path, {"july.txt": ballot})
    words = said(assistant.ask("What was the vote for Mayor?"))
    assert "(80)" in words
    assert "For Councillor Fenn\nCouncillors Fenn and Wray (2)" in words


PASSED = """CABINET

Minutes of the meeting held on 9 July 2024

5/24 THE CYCLE LANE

It was MOVED as an AMENDMENT by Councillor Fenn that the cycle lane be on one side only.

On being put to the vote, two members voted for the AMENDMENT and three against, and it was LOST.

The motion was put and agreed.

RESOLVED – That a cycle lane be made on both sides.
"""


def test_the_vote_on_what_was_lost_is_not_that_on_what_was_agreed(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"july.txt": PASSED})
    assert "three against" in said(assistant.ask("How did the vote on the amendment go?"))
    reply = assistant.ask("By how many votes was the cycle lane on both sides agreed?")
    assert not isinstance(reply, Answer) or "three against" not in said(reply)
