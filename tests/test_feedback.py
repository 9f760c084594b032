"""What people say is wrong with answers: what is kept of it, and what can be made of it."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from command import run
from tarnbrook import an_assistant

from assistant.answering import Assistant
from assistant.conversation import Conversation
from assistant.evaluation.gold import read_gold
from assistant.evaluation.running import run as run_gold
from assistant.evaluation.scores import score, to_text
from assistant.feedback.exporting import to_question
from assistant.feedback.keeping import MOST_BYTES, NAME, keep, kept
from assistant.feedback.remarks import Complaint, Fault, Remark, remark_on
from assistant.replies import ReplyStatus
from assistant.understanding.questions import ScopePart
from corpus.errors import BadRequestError, LibraryBusyError, LibraryError
from corpus.filters import Filters
from corpus.papers import Force

DAY = date(2025, 1, 2)
RENTS = "What was resolved about allotment rents?"
ROOF = "What was recommended about the swimming pool roof?"
ICE = "What was resolved about the ice rink?"
PLAIN = Remark(DAY, Fault.PAPER_MISSING, ICE, ICE, ReplyStatus.NOT_RECORDED)


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return an_assistant(tmp_path)


def exported(path: Path, *remarks: Remark) -> Path:
    lines = [to_question(number, remark) for number, remark in enumerate(remarks, 1)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_remark_is_kept_with_its_question_and_what_was_cited(assistant: Assistant) -> None:
    folder = assistant.library.folder
    filters = Filters(body="Cabinet", since=date(2024, 1, 1))
    reply = assistant.ask(RENTS, filters=filters, without=frozenset({ScopePart.DATE}))
    remark = remark_on(reply, Fault.OUT_OF_DATE, DAY, Complaint("There is a newer rent."))
    keep(folder, remark)
    assert kept(folder).remarks == (remark,)
    assert remark.cited[0].source == "2024-07-09-cabinet-minutes.txt"
    assert (remark.filters, remark.without) == (filters, {ScopePart.DATE})
    assert remark.words == "There is a newer rent."


def test_a_follow_up_is_kept_as_it_was_understood(assistant: Assistant) -> None:
    first = assistant.ask("What was resolved about ferry fares?")
    second = assistant.ask("Who moved it?", Conversation((first,)))
    remark = remark_on(second, Fault.WRONG_PASSAGE, DAY)
    assert (remark.asked, remark.standalone) == (
        "Who moved it?",
        "Who moved it? (about: ferry fares)",
    )


def test_remarks_are_added_to_those_before(tmp_path: Path) -> None:
    for words in ("one", "two"):
        keep(tmp_path, replace(PLAIN, words=words))
    assert [remark.words for remark in kept(tmp_path).remarks] == ["one", "two"]


def test_a_library_without_remarks_has_none(tmp_path: Path) -> None:
    assert kept(tmp_path).remarks == ()
    assert list(tmp_path.iterdir()) == []


def test_many_who_remark_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(10) as people:
        list(people.map(lambda n: keep(tmp_path, replace(PLAIN, words=f"word {n}")), range(40)))
    found = kept(tmp_path)
    assert sorted(remark.words for remark in found.remarks) == sorted(
        f"word {number}" for number in range(40)
    )
    assert found.unreadable == ()


def test_a_line_cut_off_by_a_kill_is_named_and_costs_no_other_remark(tmp_path: Path) -> None:
    keep(tmp_path, PLAIN)
    with (tmp_path / NAME).open("ab") as stream:
        stream.write('{"on": "2025-01-02", "fault": "wr“'.encode()[:-1])
    keep(tmp_path, PLAIN)
    found = kept(tmp_path)
    assert found.remarks == (PLAIN, PLAIN)
    assert len(found.unreadable) == 1
    assert f"{NAME}, line 2: not JSON" in found.unreadable[0]


@pytest.mark.parametrize(
    "line",
    ["[]", "{}", '{"on": "then"}', json.dumps({"on": "2025-01-02", "fault": "too long"}), "\x00"],
)
def test_a_line_that_is_no_remark_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / NAME).write_text(f"{line}\n", encoding="utf-8")
    found = kept(tmp_path)
    assert found.remarks == ()
    assert "line 1" in found.unreadable[0]


def test_a_page_that_anyone_may_open_cannot_fill_the_disk(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\n" * MOST_BYTES)
    with pytest.raises(LibraryError, match="is full"):
        keep(tmp_path, PLAIN)


def test_a_folder_that_is_not_there_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("")
    with pytest.raises(LibraryError) as raised:
        keep(tmp_path / "library", PLAIN)
    assert not isinstance(raised.value, LibraryBusyError)


def test_nobody_can_be_reached_by_what_is_kept(assistant: Assistant) -> None:
    words = "Ask ada.quill@tarnbrook.example,\x07 or 01234 567 890.\nMinute 42/24 has it."
    remark = remark_on(assistant.ask(RENTS), Fault.WRONG_PASSAGE, DAY, Complaint(words))
    assert remark.words == ("Ask [address left out], or [address left out]. Minute 42/24 has it.")


def test_a_person_is_told_when_their_words_are_too_many(assistant: Assistant) -> None:
    with pytest.raises(BadRequestError, match="501 characters"):
        remark_on(assistant.ask(RENTS), Fault.WRONG_PASSAGE, DAY, Complaint("x" * 501))


def test_citations_that_the_answer_has_not_cannot_be_pointed_at(assistant: Assistant) -> None:
    remark = remark_on(assistant.ask(ROOF), Fault.WRONG_PASSAGE, DAY, Complaint(faulted=(1, 77)))
    assert remark.faulted == (1,)


def test_what_is_to_be_completed_is_asked_and_not_counted(
    assistant: Assistant, tmp_path: Path
) -> None:
    path = exported(tmp_path / "set.jsonl", PLAIN)
    gold = read_gold(path)
    assert gold[0].answerable is None
    scores = score(list(run_gold(assistant, gold)))
    assert scores.figures.questions == 0
    assert scores.figures.accuracy is None
    assert scores.failures == ()
    assert scores.to_complete[0].faults == ("still not answered",)
    assert "to be completed by a person (asked, not counted)" in to_text(scores)


def test_a_wrong_passage_that_is_cited_again_is_told(assistant: Assistant, tmp_path: Path) -> None:
    remark = remark_on(assistant.ask(ROOF), Fault.WRONG_PASSAGE, DAY, Complaint(faulted=(1,)))
    gold = read_gold(exported(tmp_path / "set.jsonl", remark))
    assert gold[0].not_evidence[0].file == "2024-03-12-cabinet-minutes.txt"
    scores = score(list(run_gold(assistant, gold)))
    assert scores.to_complete[0].faults == ("cites what does not answer",)


def test_a_fault_that_is_mended_is_told_too(assistant: Assistant, tmp_path: Path) -> None:
    remark = remark_on(assistant.ask(ROOF), Fault.WRONG_PASSAGE, DAY, Complaint(faulted=(1,)))
    place = replace(remark.cited[0], line_start=1, line_end=1)
    gold = read_gold(exported(tmp_path / "set.jsonl", replace(remark, cited=(place,))))
    scores = score(list(run_gold(assistant, gold)))
    assert scores.to_complete[0].faults == ()
    assert "no longer as it was complained of" in to_text(scores)


def test_an_answer_out_of_date_is_told_while_it_cites_nothing_else(
    assistant: Assistant, tmp_path: Path
) -> None:
    remark = remark_on(assistant.ask(RENTS), Fault.OUT_OF_DATE, DAY)
    gold = read_gold(exported(tmp_path / "set.jsonl", remark))
    scores = score(list(run_gold(assistant, gold)))
    assert scores.to_complete[0].faults == ("cites nothing but what was not enough",)
    first_alone = replace(remark, cited=remark.cited[:1])
    gold = read_gold(exported(tmp_path / "set.jsonl", first_alone))
    assert score(list(run_gold(assistant, gold))).to_complete[0].faults == ()


def test_a_wrong_force_is_told_while_it_is_given(assistant: Assistant, tmp_path: Path) -> None:
    remark = remark_on(assistant.ask(ROOF), Fault.WRONG_FORCE, DAY)
    gold = read_gold(exported(tmp_path / "set.jsonl", remark))
    scores = score(list(run_gold(assistant, gold)))
    assert scores.to_complete[0].faults == ("force is recommended, which it is not",)


def test_a_remark_that_says_the_right_force_is_counted_as_it_is(
    assistant: Assistant, tmp_path: Path
) -> None:
    complaint = Complaint(right_force=Force.RESOLVED)
    remark = remark_on(assistant.ask(ROOF), Fault.WRONG_FORCE, DAY, complaint)
    gold = read_gold(exported(tmp_path / "set.jsonl", remark))
    scores = score(list(run_gold(assistant, gold)))
    assert (scores.figures.questions, scores.to_complete) == (1, ())
    assert scores.failures[0].faults[0] == "force is recommended, not resolved"


def test_a_question_is_asked_again_within_its_filters(assistant: Assistant, tmp_path: Path) -> None:
    reply = assistant.ask(RENTS, filters=Filters(body="Scrutiny Committee"))
    gold = read_gold(exported(tmp_path / "set.jsonl", remark_on(reply, Fault.WRONG_PASSAGE, DAY)))
    given = next(iter(run_gold(assistant, gold))).given
    assert {span.source for span in given.found} == {"2024-04-16-scrutiny-minutes.txt"}


def test_the_command_lists_what_was_said(assistant: Assistant) -> None:
    folder = assistant.library.folder
    keep(
        folder, remark_on(assistant.ask(ROOF), Fault.WRONG_FORCE, DAY, Complaint("It was agreed."))
    )
    keep(folder, PLAIN)
    listed = run("--library", folder, "feedback")
    assert listed.exit_code == 0
    assert "2 January 2025: wrong force" in listed.stdout
    assert "Cabinet, minutes of 12 March 2024, minute 44/24" in listed.stdout
    assert "“It was agreed.”" in listed.stdout
    assert listed.stdout.endswith("2 remarks: 1 wrong force, 1 paper missing\n")
    rows = json.loads(run("--library", folder, "feedback", "--json").stdout)["feedback"]
    assert [row["fault"] for row in rows] == ["wrong force", "paper missing"]


def test_the_command_exports_a_set_that_evaluate_reads(
    assistant: Assistant, tmp_path: Path
) -> None:
    folder, out = assistant.library.folder, tmp_path / "set.jsonl"
    keep(folder, PLAIN)
    written = run("--library", folder, "feedback", "--export", out)
    assert written.exit_code == 0
    assert "1 of them is to be completed" in written.stderr
    scored = run("--library", folder, "evaluate", out, "--no-report")
    assert scored.exit_code == 0
    assert "still not answered" in scored.stdout


def test_the_command_names_a_line_that_it_cannot_read(assistant: Assistant) -> None:
    folder = assistant.library.folder
    (folder / NAME).write_text("half a li")
    listed = run("--library", folder, "feedback")
    assert listed.exit_code == 0
    assert "line 1: not JSON" in listed.stderr
    assert listed.stdout == "0 remarks.\n"


def test_the_command_says_when_there_is_no_library(tmp_path: Path) -> None:
    listed = run("--library", tmp_path / "none", "feedback")
    assert listed.exit_code == 1
    assert "There is no library" in listed.stderr


def test_a_batch_may_give_each_question_its_filters(assistant: Assistant, tmp_path: Path) -> None:
    rows = [
        {"id": 1, "question": RENTS, "filters": {"body": "Scrutiny"}},
        {"id": 2, "question": RENTS},
        {"id": 3, "question": RENTS, "filters": {"since": "soon"}},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows[:2]))
    asked = run("--library", assistant.library.folder, "ask", "--batch", path)
    bodies = [json.loads(line)["searched"]["bodies"] for line in asked.stdout.splitlines()]
    assert bodies == [["Scrutiny Committee"], ["Cabinet", "Scrutiny Committee"]]
    path.write_text(json.dumps(rows[2]))
    refused = run("--library", assistant.library.folder, "ask", "--batch", path)
    assert refused.exit_code == 1
    assert "line 1: 'soon' is not a date" in refused.stderr
