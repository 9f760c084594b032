"""A figure over the years, and how a matter stands."""

from pathlib import Path

from tarnbrook import an_assistant, said

from assistant.replies import Answer


def minutes(day: str, text: str) -> str:
    return (
        f"TARNBROOK COUNCIL\n\nCABINET\n\nMinutes of the meeting held on {day}\n\n"
        f"1 HARBOUR\n\n{text}\n"
    )


RENTS = {
    f"{year}.txt": minutes(
        f"9 January {year}", f"RESOLVED – That the harbour rent for the year be £{fee}."
    )
    for year, fee in ((2019, 250), (2020, 260), (2021, 275))
}


def test_a_figure_is_followed_from_meeting_to_meeting(tmp_path: Path) -> None:
    text = said(an_assistant(tmp_path, RENTS).ask("How has the harbour rent changed since 2019?"))
    assert text.index("£250") < text.index("£260") < text.index("£275")


def test_words_without_a_figure_do_not_tell_of_one(tmp_path: Path) -> None:
    talk = minutes("9 June 2020", "Councillor Ada Quill spoke about the harbour rent.")
    papers = {**RENTS, "talk.txt": talk}
    text = said(an_assistant(tmp_path, papers).ask("How has the harbour rent changed since 2019?"))
    assert "£260" in text
    assert "Ada Quill" not in text


def test_the_latest_is_told_newest_first(tmp_path: Path) -> None:
    reply = an_assistant(tmp_path, RENTS).ask("What is the latest on the harbour rent?")
    assert isinstance(reply, Answer)
    assert reply.notes == ("Newest first.",)
    text = said(reply)
    assert text.index("£275") < text.index("£260")
    assert "£250" not in text


def test_reports_pulled_from_an_agenda_are_those_withdrawn(tmp_path: Path) -> None:
    papers = {
        "a.txt": minutes("9 July 2024", "RESOLVED – That the harbour be dredged."),
        "b.txt": minutes(
            "10 July 2024",
            "The Chair announced that this report had been withdrawn, so that the operator of "
            "the ferry might be consulted.",
        ),
    }
    text = said(an_assistant(tmp_path, papers).ask("Which reports were pulled in 2024, and why?"))
    assert "operator of the ferry" in text
    assert "dredged" not in text
