"""A vote that the minutes do not tell is not told from words about something else."""

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.answers.unvoted import HOW_IT_WENT, names_voters

MINUTES = """CABINET

Minutes of the meeting held on 12 March 2024

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake and Cleo Fenn

3 NEWS

Councillor Quill told the Cabinet that on 27 February 2024 Quillby Parish had agreed to mend the \
mill race.

4 KITES

Councillor Oake spoke of kites. Members withdrew, as they would vote on the kites in private.

RESOLVED – That kites be flown on the moor.

5 THE FERRY

Councillor Fenn asked to be recorded as having abstained on the ferry.

RESOLVED – That the ferry be painted.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("unvoted"), {"march.txt": MINUTES})


def test_that_something_was_agreed_does_not_tell_the_vote(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was the vote of Quillby Parish on the mill race?"))
    assert "how the votes were cast" in reply.reason


def test_who_voted_is_not_told_by_who_spoke(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Which of them voted for flying the kites?"))
    assert "how the votes were cast" in reply.reason


def test_who_abstained_is_told_where_it_is_recorded(assistant: Assistant) -> None:
    assert "Councillor Fenn" in said(assistant.ask("Who abstained on painting the ferry?"))


def test_why_somebody_abstained_is_a_reason_and_no_vote(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Why did Councillor Fenn abstain on painting the ferry?"))
    assert "reason" in reply.reason


@pytest.mark.parametrize(
    "text",
    [
        "Three members voted for and eight against.",
        "It was carried by seven votes to two.",
        "For (7): Cllrs Quill and Oake",
        "Against\nCouncillors Fenn and Marl",
        "It was agreed unanimously.",
        "On a show of hands it was lost.",
    ],
)
def test_numbers_and_lists_tell_how_it_went(text: str) -> None:
    assert HOW_IT_WENT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "People were asked to vote no in the poll of 14 May 2024.",
        "On 27 February 2025 the Council agreed.",
        "No money was moved for 2025.",
    ],
)
def test_other_numbers_do_not(text: str) -> None:
    assert not HOW_IT_WENT.search(text)


def test_a_voter_is_named_in_the_sentence_of_the_vote() -> None:
    assert names_voters("Councillor Fenn voted against it.")
    assert not names_voters("Councillor Fenn spoke. Four were against it.")


MARCH = """CABINET

Minutes of the meeting held on 19 March 2024

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake, Cleo Fenn and Dorothy Marl

6 THE PIER

Councillor Fenn moved an amendment that the pier be sold.

For (1): Cleo Fenn. Against (3): Ada Quill, Bram Oake, Dorothy Marl.

The amendment was LOST.

RESOLVED – That the pier be painted, by 2 votes to 2 and the casting vote of the Chair.
"""


def test_names_of_another_vote_are_not_those_of_as_many_as_are_asked_for(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assistant = an_assistant(tmp_path_factory.mktemp("pier"), {"march.txt": MARCH})
    reply = refused(assistant.ask("Which two members voted against painting the pier?"))
    assert "how the votes were cast" in reply.reason
    asked = "Which three members voted against the amendment on the pier?"
    assert "Bram Oake" in said(assistant.ask(asked))
