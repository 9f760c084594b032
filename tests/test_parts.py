"""Questions of several parts: each is answered, in one quotation where they stand together."""

from pathlib import Path

from tarnbrook import an_assistant, said

MINUTES = """CABINET

Minutes of the meeting held on Tuesday 12 March 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake, Cleo Fenn and Dorothy Marl

1/24 TWINNING VISIT

Cabinet considered a twinning visit to Quillby.

The Clerk said that the twinning visit would cost about £5,100.

Councillor Oake moved and Councillor Fenn seconded that the twinning visit be made.

The vote on the twinning visit: 3 members abstained.

2/24 BOATS

Cabinet considered boats.

The Clerk said that new boats cost £90,000 and pay for themselves in 8 years.
"""


def test_a_sum_is_told_beside_a_vote_where_both_are_asked_for(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"minutes.txt": MINUTES})
    text = said(assistant.ask("What would the twinning visit cost and who seconded it?"))
    assert "Councillor Fenn seconded" in text
    assert "£5,100" in text


def test_a_sum_of_another_minute_is_not_told_beside_a_vote(tmp_path: Path) -> None:
    minutes = MINUTES.replace("would cost about £5,100", "would be in May")
    assistant = an_assistant(tmp_path, {"minutes.txt": minutes})
    text = said(assistant.ask("What would the twinning visit cost and who seconded it?"))
    assert "£90,000" not in text


def test_two_parts_that_stand_in_one_sentence_are_one_quotation(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"minutes.txt": MINUTES})
    text = said(assistant.ask("What do new boats cost and how long till they pay for themselves?"))
    assert text.count("£90,000") == 1
    assert "8 years" in text
