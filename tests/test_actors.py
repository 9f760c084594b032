"""What somebody did or said is not told by what others did or said."""

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.answers.actors import actor_in

MINUTES = """CABINET

Minutes of the meeting held on 4 June 2024

1/24 THE HARBOUR WALL

The Harbour Master reported that the traders had asked for a lower wall. The police had sent the \
figures on collisions. It was agreed to write to the minister about the wall.

RESOLVED – That the harbour wall be raised by one metre.

The Harbour Master warned that the wall would be dear.

2/24 SCHOOL APPEALS

Of the nine appeals, the tribunal had found for the parents in seven.

RESOLVED – That the report on school appeals be noted.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("actors"), {"june.txt": MINUTES})


@pytest.mark.parametrize(
    ("asked", "actor"),
    [
        ("Did the police back the harbour wall?", "police"),
        ("What did the bus company propose?", "company"),
        ("Which schools have agreed to take part?", "schools"),
        ("Was the wall approved by the fire service?", "fire service"),
        ("What did the Cabinet decide about the school?", ""),
        ("Did the Council agree to pay the contractor?", ""),
        ("What was agreed with the bus operator?", ""),
        ("Who proposed the school?", ""),
        ("Which residents spoke at Cabinet?", "residents"),
        ("Was the contractor approved?", ""),
        ("Which schools were refused money?", ""),
        ("Did Cabinet back the school proposal?", ""),
        ("Has the council agreed to the company's request?", ""),
        ("What did the Leader say about the wall?", "Leader"),
        ("What did the officers say back?", ""),
        ("What did the Minister write back?", "Minister"),
    ],
)
def test_somebody_outside_the_council_is_known_by_what_they_are(asked: str, actor: str) -> None:
    assert actor_in(asked) == actor


@pytest.mark.parametrize(
    ("asked", "actor"),
    [
        ("Did the police back the harbour wall?", "police"),
        ("Was the harbour wall approved by the fire service?", "fire service"),
        ("Have the parents agreed to the harbour wall?", "parents"),
        ("What did the minister write back about the harbour wall?", "minister"),
        ("What did the mayor say about the harbour wall?", "mayor"),
    ],
)
def test_a_decision_of_the_council_is_not_that_of_somebody_else(
    assistant: Assistant, asked: str, actor: str
) -> None:
    reply = refused(assistant.ask(asked))
    assert f"record nothing that the {actor} said or did on it" in reply.reason


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What did the tribunal decide on the school appeals?", "found for the parents in seven"),
        ("What did the traders want for the harbour wall?", "asked for a lower wall"),
    ],
)
def test_what_somebody_else_did_is_told_where_the_papers_say_it(
    assistant: Assistant, asked: str, told: str
) -> None:
    words = said(assistant.ask(asked))
    assert told in words
    assert "RESOLVED" not in words


def test_what_the_council_decided_is_told_as_before(assistant: Assistant) -> None:
    assert "raised by one metre" in said(assistant.ask("What was decided on the harbour wall?"))
