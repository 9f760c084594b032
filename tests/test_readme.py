"""The examples of the README are run as they stand there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import ROOT

from corpus.sample.build import build

README = (ROOT / "README.md").read_text("utf-8")
COMMAND = ".venv/bin/council-papers"
EXAMPLES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith(COMMAND)
]
SERVED = "serve"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person's folder with the papers of the sample in it."""
    folder = tmp_path_factory.mktemp("home")
    build(folder / "papers")
    return folder


def test_the_examples_set_the_library_and_use_it() -> None:
    assert "export COUNCIL_PAPERS_LIBRARY=data/my-library" in README
    assert [shlex.split(example)[1] for example in EXAMPLES] == ["add", "ask", SERVED]


def test_the_examples_of_the_readme_run_one_after_another(home: Path) -> None:
    told = ""
    for example in EXAMPLES:
        arguments = [
            str(home / part.removeprefix("~/")) if part.startswith("~/") else part
            for part in shlex.split(example)[1:]
        ]
        if arguments[0] == SERVED:  # test_site starts it
            arguments.append("--help")
        program = "from assistant.cli import main; main(prog_name='council-papers')"
        ran = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=home,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "COUNCIL_PAPERS_LIBRARY": "data/my-library",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        told += ran.stdout
    assert "[1]" in told
