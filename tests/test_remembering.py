"""What was read of a library is read again when the library has changed, and not before."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant

from corpus.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return an_assistant(tmp_path).library


def test_what_nobody_changed_is_not_read_again(library: Library) -> None:
    first, again = library.decisions(), library.decisions()
    assert first == again
    assert all(one is other for one, other in zip(first, again, strict=True))


def test_what_is_given_may_be_changed_without_harm(library: Library) -> None:
    library.passages().clear()
    library.papers().clear()
    library.undoings().clear()
    assert library.passages()
    assert library.papers()
    assert library.undoings()


def test_what_this_process_takes_out_is_gone(library: Library) -> None:
    source = library.papers()[0].source
    with library.writing():
        library.remove([source])
    assert source not in {paper.source for paper in library.papers()}
    assert source not in {passage.span.source for passage in library.passages()}


def test_what_another_takes_out_is_gone(library: Library) -> None:
    source = library.papers()[0].source
    assert library.decisions(about="allotment")
    other = Library(library.folder)
    with other.writing():
        other.remove([each.source for each in other.files()])
    assert source not in {paper.source for paper in library.papers()}
    assert library.decisions(about="allotment") == []


def test_what_a_failed_transaction_took_out_is_there_again(library: Library) -> None:
    before = library.decisions()

    def take_all_out_and_fail() -> None:
        with library.writing():
            library.remove([record.source for record in library.files()])
            assert library.decisions() == []
            raise InterruptedError

    with pytest.raises(InterruptedError):
        take_all_out_and_fail()
    assert library.decisions() == before
