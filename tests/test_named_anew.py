"""What a question names exactly is in the words that are quoted for it."""

from pathlib import Path

from tarnbrook import an_assistant, refused, said, told

SITES = {
    "a.txt": "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n1 SITES\n\n"
    "Site TQ/12/034 at Quillby was found to be too wet for berths.\n"
}


def test_a_reference_that_a_paper_has_is_answered(tmp_path: Path) -> None:
    reply = an_assistant(tmp_path, SITES).ask("What was found at site TQ/12/034?")
    assert "too wet for berths" in said(reply)


def test_a_reference_that_no_paper_has_is_not_answered_for_another(tmp_path: Path) -> None:
    sites = an_assistant(tmp_path, SITES)
    reply = told(sites, "What was found at site TQ/12/034?", "and on TQ/12/035?")
    assert "TQ/12/035" in refused(reply).reason


def test_another_thing_is_not_answered_by_the_words_of_the_first(tmp_path: Path) -> None:
    papers = {
        "a.txt": "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n1 MOORINGS\n\n"
        "The Wharfside ferry is moored at the old pier in the winter.\n\n2 KITES\n\n"
        "Cabinet heard that kites had been flown on the common.\n"
    }
    moorings = an_assistant(tmp_path, papers)
    first = "Where is the Wharfside ferry moored in the winter?"
    assert "old pier" in said(moorings.ask(first))
    assert refused(told(moorings, first, "and the kites?"))
