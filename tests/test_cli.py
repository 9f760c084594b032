import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from command import library_in, papers_in, run

from assistant.cli import main
from assistant.cli.serving import OPTIONS, page

COMMANDS = [
    *("fetch", "add", "remove", "status", "search", "ask"),
    *("decisions", "papers", "people", "serve", "evaluate", "questions", "feedback"),
]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return library_in(tmp_path)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return papers_in(tmp_path / "papers")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_subcommand_has_help(command: str) -> None:
    shown = run(command, "--help")
    assert shown.exit_code == 0
    assert f"Usage: council-papers {command}" in shown.stdout


def test_the_readme_lists_every_command() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z]+)(?: [^`]*)?` \|", readme, re.MULTILINE)
    assert sorted(listed) == sorted(main.commands) == sorted(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ["ask"],
        ["search"],
        ["ask", "a question", "--batch", "in.jsonl"],
        ["ask", "a question", "--out", "out.jsonl"],
        ["ask", "a question", "--since", "19 March"],
        ["search", "buses", "--until", "2024-02-30"],
        ["decisions", "--kind", "gossip"],
        ["decisions", "--force", "shouted"],
        ["decisions", "--timeline"],
        ["decisions", "buses", "--timeline", "--csv"],
        ["decisions", "buses", "--timeline", "--force", "noted"],
        ["search", "buses", "-k", "0"],
        ["add"],
        ["unheard-of"],
    ],
)
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    failed = run(*words)
    assert failed.exit_code == 2
    assert "Usage:" in failed.stderr
    assert failed.stdout == ""


def test_the_exit_status_and_the_streams_are_those_of_a_real_process(tmp_path: Path) -> None:
    program = "from assistant.cli import main; main(prog_name='council-papers')"
    command = [sys.executable, "-c", program, "--library", str(tmp_path / "none"), "status"]
    here = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | here
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"Error: There is no library in {tmp_path / 'none'}.")


def test_adding_tells_what_was_read_and_again_what_is_unchanged(
    tmp_path: Path, papers: Path
) -> None:
    first = run("--library", tmp_path / "library", "add", papers)
    assert first.stdout.startswith("2 files read in ")
    assert "3 decisions" in first.stdout
    again = run("--library", tmp_path / "library", "add", papers)
    assert again.stdout.startswith("0 files read in ")
    assert "2 files unchanged" in again.stdout


def test_progress_goes_to_standard_error(tmp_path: Path, papers: Path) -> None:
    added = run("--library", tmp_path / "library", "add", papers)
    assert "1 of 2 files" in added.stderr
    assert "of 2 files" not in added.stdout


def test_a_file_that_fails_is_listed_and_stops_nothing(tmp_path: Path, papers: Path) -> None:
    (papers / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    added = run("--library", tmp_path / "library", "add", papers)
    assert added.exit_code == 0
    assert "2 files read" in added.stdout
    assert "1 file could not be read:\n  broken.pdf: " in added.stdout


def test_adding_nothing_that_can_be_read_fails(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    added = run("--library", tmp_path / "library", "add", tmp_path / "broken.pdf")
    assert added.exit_code == 1
    assert "broken.pdf: " in added.stdout


def test_adding_what_does_not_exist_fails(tmp_path: Path) -> None:
    failed = run("--library", tmp_path / "library", "add", tmp_path / "nothing")
    assert failed.exit_code == 1
    assert str(tmp_path / "nothing") in failed.stderr


def test_what_is_removed_is_held_no_longer(library: Path) -> None:
    assert run("--library", library, "remove", "report.txt").stdout == "Removed report.txt\n"
    held = json.loads(run("--library", library, "status", "--json").stdout)
    assert held["papers"] == {"minutes": 1}


def test_removing_what_is_not_held_fails(library: Path) -> None:
    failed = run("--library", library, "remove", "other.txt")
    assert failed.exit_code == 1
    assert "other.txt" in failed.stderr


def test_the_library_may_be_named_before_or_after_the_subcommand_or_by_environment(
    library: Path,
) -> None:
    before = run("--library", library, "status")
    after = run("status", "--library", library)
    assert before.exit_code == 0
    assert (
        before.stdout == after.stdout == run("status", COUNCIL_PAPERS_LIBRARY=str(library)).stdout
    )


def test_the_library_named_after_the_subcommand_goes_first(library: Path, tmp_path: Path) -> None:
    assert run("--library", tmp_path / "none", "status", "--library", library).exit_code == 0


def test_status_tells_what_is_held_and_what_is_lacking(library: Path) -> None:
    papers = library.parent / "papers"
    (papers / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    run("--library", library, "add", papers)
    held = json.loads(run("--library", library, "status", "--json").stdout)
    assert held["councils"] == ["Sampleton Council"]
    assert held["bodies"] == ["Cabinet"]
    assert (held["meetings"], held["oldest"], held["latest"]) == (2, "2024-03-19", "2024-05-14")
    assert held["papers"] == {"minutes": 1, "report": 1}
    assert held["papers_without"] == {
        **{"council": 0, "body": 0, "date": 0, "title": 0, "kind": 0},
        **{"item": 0, "status": 1},
    }
    assert (held["items"], held["minutes"], held["people"], held["acronyms"]) == (0, 3, 3, 0)
    assert [problem["source"] for problem in held["unreadable"]] == ["broken.pdf"]
    assert [each["source"] for each in held["reading"] if each["problem"]] == ["broken.pdf"]
    assert [search["on"] for search in held["searches"]] == [True, False, False]


NOTE = """Bus shelters: a note.

Park and ride (P&R) is used by 300 people a day.
"""
PACK = """SAMPLETON COUNCIL

CABINET

Tuesday, 14 May 2024 at 2.00 pm

AGENDA

1. APOLOGIES

2. BUS LANES

{blank}

MEETING: CABINET
MEETING DATE: 14 May 2024
TITLE: Street Lights

1 THE ISSUE
1.1 Half of the street lights are old.
"""


def test_status_counts_what_could_not_be_determined(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "note.txt").write_text(NOTE)
    (papers / "pack.txt").write_text(PACK.format(blank="This page is intentionally left blank"))
    run("--library", tmp_path / "library", "add", papers)
    held = json.loads(run("--library", tmp_path / "library", "status", "--json").stdout)
    assert held["papers"] == {"agenda": 1, "report": 1, "other": 1}
    without = held["papers_without"]
    assert (without["council"], without["body"], without["date"]) == (1, 1, 1)
    assert (without["kind"], without["item"], without["status"]) == (1, 1, 0)
    assert (held["items"], held["acronyms"]) == (2, 1)
    told = run("--library", tmp_path / "library", "status").stdout
    assert "not determined: council in 1, body in 1, date in 1" in told
    assert "kind in 1, item in 1 reports" in told


def test_status_is_told_in_words_too(library: Path) -> None:
    told = run("--library", library, "status").stdout
    assert "Meetings   2, 19 March 2024 to 14 May 2024" in told
    assert "Search by meaning: off (set to none)" in told


def test_a_port_in_use_is_told(library: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        failed = run("--library", library, "serve", "--port", port)
    assert failed.exit_code == 1
    assert f"127.0.0.1:{port}" in failed.stderr
    assert "--port" in failed.stderr


def test_the_page_that_is_served_is_the_installed_one() -> None:
    assert Path(page()).name == "app.py"


def flat(config: dict[str, Any], above: str = "") -> dict[str, object]:
    """The values of tables within tables, by names such as "theme.dark.textColor"."""
    named: dict[str, object] = {}
    for name, value in config.items():
        inner = flat(value, f"{above}{name}.") if isinstance(value, dict) else {above + name: value}
        named |= inner
    return named


def test_what_is_served_looks_as_the_checkout_says() -> None:
    config = tomllib.loads((Path(page()).parent / ".streamlit" / "config.toml").read_text())
    config["server"].pop("address")
    shown = {
        name: str(value).lower() if value in (True, False) else value
        for name, value in flat(config).items()
    }
    assert shown.items() <= OPTIONS.items()
