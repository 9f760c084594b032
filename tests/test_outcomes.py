"""A question of what came of something is answered by how its minute ends."""

from pathlib import Path

import pytest
from tarnbrook import PAPERS, an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, Reply
from corpus.papers import Force

NOVEMBER = """SCRUTINY COMMITTEE

Minutes of the meeting held on Tuesday 5 November 2024 at 6.00 pm in the Town Hall

12/24 NOTICE OF MOTION FROM COUNCILLOR JESSOP

Councillor Jessop moved that the Council write to the Minister to ask for a lighthouse museum \
at Gull Point.

The Chair stated that this Committee would not be the correct forum for a lighthouse museum.

13/24 FOOTBRIDGE AT NETHER FELL

A report was circulated which sought approval to take the footbridge at Nether Fell in charge.

Members said that the footbridge was in need of paint and that the handrail had come loose.

It was proposed by Councillor Lorimer, seconded by Councillor Jessop and agreed to defer this \
item to the next meeting.

14/24 TENNIS COURTS

It was agreed that standing orders be suspended to allow Mrs Pell to speak on the tennis courts.

Councillor Hallam proposed that the tennis courts in Quillby Park be floodlit until ten.

There were two members in favour of the proposal and four members against the proposal.

16/24 SUNDAY MARKET

Councillor Jessop proposed that the Sunday market be extended to the quay in December.

The Head of Markets said that she would look at the plan of the quay.

15/24 BANDSTAND

Councillor Lorimer said that the bandstand roof leaked and asked when it had last been mended.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = PAPERS | {"2024-11-05-scrutiny-minutes.txt": NOVEMBER}
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), papers)


def told(reply: Reply) -> list[tuple[Force, str]]:
    assert isinstance(reply, Answer)
    return [(statement.force, statement.text) for statement in reply.statements]


def test_what_was_proposed_is_told_with_its_being_deferred(assistant: Assistant) -> None:
    forces = [force for force, _ in told(assistant.ask("Was the footbridge taken in charge?"))]
    assert forces[-1] is Force.DEFERRED


def test_a_vote_that_no_resolution_records_is_told(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Did the committee agree to floodlight the tennis courts in Quillby Park?"
    )
    assert "four members against" in told(reply)[-1][1]


def test_the_order_of_business_is_no_decision_on_a_subject(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Did the committee agree to floodlight the tennis courts in Quillby Park?"
    )
    assert all(force is not Force.RESOLVED for force, _ in told(reply))


def test_a_motion_that_is_ruled_out_is_told_with_the_ruling(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Did the committee agree to write to the Minister about a lighthouse museum?"
    )
    assert "would not be the correct forum" in " ".join(text for _, text in told(reply))


def test_a_debate_that_ends_in_nothing_is_no_decision(assistant: Assistant) -> None:
    reply = assistant.ask("Did the committee agree to mend the bandstand roof?")
    assert not isinstance(reply, Answer)


def test_what_comes_after_other_business_is_not_its_outcome(tmp_path: Path) -> None:
    parts = """SCRUTINY COMMITTEE

Minutes of the meeting held on Tuesday 3 December 2024 at 6.00 pm in the Town Hall

21/24 ANY OTHER BUSINESS

(a) Councillor Jessop asked for a mirror at the bend in Mill Lane.

(b) The hire of the band was discussed. It was agreed that this be refused.
"""
    assistant = an_assistant(tmp_path, PAPERS | {"2024-12-03-scrutiny-minutes.txt": parts})
    reply = assistant.ask("Was a mirror put up at the bend in Mill Lane?")
    assert not isinstance(reply, Answer) or "refused" not in " ".join(t for _, t in told(reply))


def test_others_decisions_are_told_by_the_papers_that_tell_them(tmp_path: Path) -> None:
    report = """CABINET

Report to the meeting of Tuesday 14 May 2024

LIDO AT QUILLBY

The Inspector refused the appeal on the lido at Quillby and agreed with the residents.
"""
    assistant = an_assistant(tmp_path, PAPERS | {"2024-05-14-cabinet-report.txt": report})
    reply = assistant.ask("What did the inspector decide about the lido at Quillby?")
    assert "refused the appeal" in told(reply)[0][1]


def test_what_was_only_proposed_was_not_done(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Was the Sunday market extended to the quay?"))
    assert "what came of it is not recorded" in reply.reason
    assert "Scrutiny Committee on 5 November 2024" in reply.reason


def test_who_proposed_it_is_told(assistant: Assistant) -> None:
    asked = "Was it proposed that the Sunday market be extended to the quay?"
    assert "Councillor Jessop proposed" in said(assistant.ask(asked))


def test_whether_something_is_going_to_happen_is_told_by_its_outcome(assistant: Assistant) -> None:
    reply = assistant.ask("Are the tennis courts going to be floodlit until ten?")
    assert "four members against the proposal" in said(reply)
