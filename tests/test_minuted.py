"""The decision of a minute stands beside a quotation that is easily misread without it."""

from pathlib import Path

import pytest
from tarnbrook import PAPERS, an_assistant

from assistant.answering import Assistant
from assistant.replies import Answer, Reply
from corpus.papers import Force

OCTOBER = """SCRUTINY COMMITTEE

Minutes of the meeting held on Tuesday 1 October 2024 at 6.00 pm in the Town Hall

12/24 THE SLIPWAY

The Committee heard that the slipway at Wharfside was slippery and that visitors had worries.

RESOLVED – That the Harbour Master report on the slipway in January.

13/24 UPDATE FROM THE LEADER

The Leader informed the Committee that on 24 September 2024 the Council had agreed that the \
swimming pool roof be replaced.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = PAPERS | {"2024-10-01-scrutiny-minutes.txt": OCTOBER}
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), papers)


def forces(reply: Reply) -> list[Force]:
    assert isinstance(reply, Answer)
    return [statement.force for statement in reply.statements]


def test_a_lost_amendment_stands_beside_what_was_decided(assistant: Assistant) -> None:
    reply = assistant.ask("Is the ferry free on Sundays?")
    assert forces(reply) == [Force.LOST, Force.RESOLVED]
    assert isinstance(reply, Answer)
    assert "be raised to £3" in reply.statements[1].text


def test_what_a_body_wanted_is_told_with_its_decision(assistant: Assistant) -> None:
    reply = assistant.ask("What did the committee want about worries at the slipway?")
    assert forces(reply) == [Force.DISCUSSED, Force.RESOLVED]


def test_what_was_recommended_is_told_with_what_became_of_it(assistant: Assistant) -> None:
    reply = assistant.ask("Did Cabinet decide to replace the swimming pool roof?")
    assert forces(reply) == [Force.RECOMMENDED, Force.REPORTED]


def test_a_recommendation_alone_is_no_decision(tmp_path: Path) -> None:
    reply = an_assistant(tmp_path).ask("Did Cabinet decide to replace the swimming pool roof?")
    assert not isinstance(reply, Answer)


LONG = " and so on" * 30
DEBATE = f"""CABINET

Minutes of the meeting held on 4 June 2024

1/24 THE WORK PROGRAMME

Councillor Oake spoke of the pier{LONG}. Councillor Fenn asked if the Council kept a list of \
moorings.

The Harbour Master replied that the law required one{LONG}. Councillor Quill thanked him{LONG}.
"""


def test_the_reply_that_opens_the_next_passage_is_told_with_the_question(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"june.txt": DEBATE})
    passages = [p.text for p in assistant.holdings.passages if "moorings" in p.text]
    assert "replied" not in passages[0]
    reply = assistant.ask("Does the Council keep a list of moorings?")
    assert isinstance(reply, Answer)
    assert any("The Harbour Master replied" in citation.quote for citation in reply.citations)
