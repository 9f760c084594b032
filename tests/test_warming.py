"""The desk can be opened before the first person comes."""

import gc
from pathlib import Path

from page_papers import library_with_papers

from assistant.desk.opened import close, desk, warm
from assistant.opening import NONE
from assistant.settings import Settings
from corpus.database import FILE_NAME


def test_whoever_comes_after_warming_finds_the_same_desk(tmp_path: Path) -> None:
    close()
    settings = Settings(library_with_papers(tmp_path), NONE, NONE)
    warm(settings)
    opened = desk(settings)
    assert opened is not None
    assert desk(settings) is opened
    assert gc.isenabled()


def test_a_library_that_cannot_be_opened_stops_no_server(tmp_path: Path) -> None:
    close()
    (tmp_path / FILE_NAME).write_text("no database")
    warm(Settings(tmp_path, NONE, NONE))
    assert gc.isenabled()


def test_there_may_be_no_library_yet(tmp_path: Path) -> None:
    close()
    warm(Settings(tmp_path / "none", NONE, NONE))
