"""Lists and tables that are asked for as such are quoted whole."""

from pathlib import Path

from tarnbrook import an_assistant, said

REPORT = """Report to: Cabinet

Meeting: Cabinet, 14 May 2024

Title: Ferry review

1 Purpose

1.1 The ferry review is described below.

2 Aims of the ferry review

2.1 The ferry review has the following aims:

{items}

2.2 Fares are not part of it.
"""
AIMS = [
    f"aim {word} is that the {word} be looked at by the ferrymen, by the Clerk and by the users "
    "of every landing stage on either bank of the river"
    for word in ("quay", "boat", "crew")
]
PLAN = """Report to: Cabinet

Meeting: Cabinet, 14 May 2024

Title: Ferry review

1 Purpose

Timetable of the ferry review\t\t
Date\tStage
May 2024\tTerms of the ferry review
July 2024\tHearings of the ferry review
October 2024\tFirst draft of the ferry review
March 2025\tReport of the ferry review, which the Scrutiny Committee is to hear before the Cabinet
May 2025\tAnswer of the Cabinet to each of the proposals that the Scrutiny Committee has made
July 2025\tFirst look at what has come of the proposals that the Cabinet has accepted by then
"""


def test_a_list_that_is_asked_for_is_quoted_to_its_last_item(tmp_path: Path) -> None:
    report = REPORT.format(items="\n".join(f"- {aim};" for aim in AIMS))
    assistant = an_assistant(tmp_path, {"2024-05-14-cabinet-report.txt": report})
    text = said(assistant.ask("List the aims of the ferry review"))
    assert all(aim in text for aim in AIMS)
    assert "Fares are not part" not in text


def test_a_timetable_that_is_asked_for_is_quoted_to_its_last_row(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {"2024-05-14-cabinet-report.txt": PLAN})
    text = said(assistant.ask("What is the timetable of the ferry review?"))
    assert text.index("May 2024 | Terms") < text.index("July 2025 | First look")
