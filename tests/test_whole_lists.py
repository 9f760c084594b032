"""Lists, schedules and declarations, told whole where all of them are asked for."""

from pathlib import Path

from tarnbrook import an_assistant, said

from assistant.replies import Answer

REPORT = """TARNBROOK COUNCIL

CABINET

Report to: Cabinet
Date of meeting: 14 May 2024
Title: Sale of the ferry

1 Aims

The ferry scheme has the following three aims:
(a) to keep the crossing open in winter;
(b) to carry bicycles free of charge;
(c) to be rid of the old boiler.
The harbour master has been told of the ferry scheme.
"""


def minutes(day: str, number: str, text: str) -> str:
    return (
        f"TARNBROOK COUNCIL\n\nCABINET\n\nMinutes of the meeting held on {day}\n\n"
        f"{number} DECLARATIONS OF INTEREST\n\n{text}\n"
    )


def test_a_list_is_quoted_whole_where_all_of_it_is_asked_for(tmp_path: Path) -> None:
    text = said(
        an_assistant(tmp_path, {"a.txt": REPORT}).ask("What are the aims of the ferry scheme?")
    )
    assert "open in winter" in text
    assert "bicycles" in text
    assert "boiler" in text
    assert "harbour master" not in text


def test_every_meeting_at_which_a_member_declared_an_interest_is_told(tmp_path: Path) -> None:
    declared = "Councillor Ada Quill declared a pecuniary interest in the {} as owner of a boat."
    papers = {
        "a.txt": minutes("9 July 2024", "1", declared.format("ferry")),
        "b.txt": minutes("10 September 2024", "1", declared.format("slipway")),
    }
    asked = "List the meetings at which Councillor Quill declared an interest"
    reply = an_assistant(tmp_path, papers).ask(asked)
    assert isinstance(reply, Answer)
    assert "ferry" in said(reply)
    assert "slipway" in said(reply)
    assert reply.notes == ("2 declarations in the minutes of 2 meetings.",)
