"""Vectors: searched, and kept on disk."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import SubjectEmbedder, a_meeting, a_paper, a_passage

from corpus.errors import IndexMismatchError, LibraryError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Passage
from index.hits import Vectors
from index.storage import open_index, remove_other_generations, write_index
from index.vectors import VectorSearcher

SCHOOL = a_passage("A new school for pupils.")
ROAD = a_passage("The road and the bus.")
BUDGET = a_passage("Savings in the budget.")
ALL = [SCHOOL, ROAD, BUDGET]


class OtherEmbedder(SubjectEmbedder):
    name = "subjects 2"


class Killed(BaseException):
    """What a test raises in place of a kill."""


class DyingEmbedder(SubjectEmbedder):
    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        raise Killed


def searcher_of(folder: Path, passages: Sequence[Passage]) -> VectorSearcher:
    embedder = SubjectEmbedder()
    return open_index(folder, write_index(folder, passages, embedder), passages, embedder)


def found(searcher: VectorSearcher, query: str, filters: Filters = NO_FILTERS) -> list[str]:
    return [hit.passage.id for hit in searcher.search(query, 10, filters)]


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "index").iterdir())


def test_the_nearest_in_meaning_comes_first(tmp_path: Path) -> None:
    hits = searcher_of(tmp_path, ALL).search("a teacher", 3, NO_FILTERS)
    assert hits[0].passage == SCHOOL
    # (1, 0, 0, 1) / √2 and (2, 0, 0, 1) / √5
    assert hits[0].score == pytest.approx(3 / 10**0.5)
    assert hits[0].score > hits[1].score


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_library_of_few_passages_is_written_opened_and_searched(
    tmp_path: Path, count: int
) -> None:
    assert len(found(searcher_of(tmp_path, ALL[:count]), "school")) == count


def test_filters_narrow_the_search_itself(tmp_path: Path) -> None:
    there = [a_passage(f"school {n}", paper=a_paper(source="there.txt")) for n in range(50)]
    here = [a_passage(f"road {n}", paper=a_paper(source="here.txt")) for n in range(3)]
    searcher = searcher_of(tmp_path, [*there, *here])
    hits = searcher.search("school", 3, Filters(source="here.txt"))
    assert sorted(hit.passage.id for hit in hits) == ["road 0", "road 1", "road 2"]
    assert len(found(searcher, "school", Filters(source="here.txt"))) == 3
    assert found(searcher, "school", Filters(source="nowhere.txt")) == []


def test_vectors_break_ties_by_id(tmp_path: Path) -> None:
    passages = [a_passage("a school", name) for name in ("c", "a", "b")]
    assert found(searcher_of(tmp_path, passages), "school") == ["a", "b", "c"]


@pytest.mark.parametrize("k", [-1, 0])
def test_no_vectors_are_found_where_none_are_asked_for(tmp_path: Path, k: int) -> None:
    assert searcher_of(tmp_path, ALL).search("school", k, NO_FILTERS) == []


def test_an_empty_query_is_near_nothing(tmp_path: Path) -> None:
    assert found(searcher_of(tmp_path, ALL), "  ") == []


def test_the_same_passages_in_any_order_make_the_same_generation(tmp_path: Path) -> None:
    embedder = SubjectEmbedder()
    name = write_index(tmp_path, ALL, embedder)
    assert write_index(tmp_path, ALL[::-1], embedder) == name
    assert len(embedder.embedded) == 3
    assert generations(tmp_path) == [name]
    assert found(open_index(tmp_path, name, ALL[::-1], embedder), "a bus")[0] == ROAD.id


def test_only_new_passages_are_embedded(tmp_path: Path) -> None:
    embedder = SubjectEmbedder()
    first = write_index(tmp_path, ALL[:2], embedder)
    embedder.embedded.clear()
    second = write_index(tmp_path, ALL, embedder, reuse=first)
    assert [text.splitlines()[-1] for text in embedder.embedded] == [BUDGET.text]
    assert found(open_index(tmp_path, second, ALL, embedder), "a bus")[0] == ROAD.id
    assert found(open_index(tmp_path, second, ALL, embedder), "money")[0] == BUDGET.id


def test_taking_a_paper_out_embeds_nothing(tmp_path: Path) -> None:
    embedder = SubjectEmbedder()
    first = write_index(tmp_path, ALL, embedder)
    embedder.embedded.clear()
    second = write_index(tmp_path, [SCHOOL, BUDGET], embedder, reuse=first)
    assert embedder.embedded == []
    assert ROAD.id not in found(open_index(tmp_path, second, [SCHOOL, BUDGET], embedder), "a bus")


def test_a_passage_whose_meeting_was_corrected_is_embedded_again(tmp_path: Path) -> None:
    embedder = SubjectEmbedder()
    first = write_index(tmp_path, ALL, embedder)
    corrected = replace(SCHOOL, paper=a_paper(a_meeting(held_on=date(2013, 3, 19))))
    embedder.embedded.clear()
    second = write_index(tmp_path, [corrected, ROAD, BUDGET], embedder, reuse=first)
    assert second != first
    assert len(embedder.embedded) == 1


def test_another_models_vectors_are_not_reused(tmp_path: Path) -> None:
    first = write_index(tmp_path, ALL, SubjectEmbedder())
    other = OtherEmbedder()
    assert write_index(tmp_path, ALL, other, reuse=first) != first
    assert len(other.embedded) == 3


def test_progress_counts_what_is_embedded(tmp_path: Path) -> None:
    passages = [a_passage(f"school {n}") for n in range(100)]
    seen: list[tuple[int, int]] = []
    write_index(tmp_path, passages, SubjectEmbedder(), on_progress=lambda *done: seen.append(done))
    assert seen == [(64, 100), (100, 100)]


def test_an_index_of_another_model_is_refused(tmp_path: Path) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    with pytest.raises(IndexMismatchError, match="subjects 1, but subjects 2") as caught:
        open_index(tmp_path, name, ALL, OtherEmbedder())
    assert "council-papers add" in str(caught.value)


@pytest.mark.parametrize("passages", [ALL[:2], [*ALL, a_passage("More.")], []])
def test_an_index_of_other_passages_is_refused(tmp_path: Path, passages: list[Passage]) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    with pytest.raises(IndexMismatchError, match="council-papers add"):
        open_index(tmp_path, name, passages, SubjectEmbedder())


@pytest.mark.parametrize("part", ["vectors.faiss", "passages.tsv", "manifest.json"])
def test_a_missing_part_is_refused(tmp_path: Path, part: str) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    (tmp_path / "index" / name / part).unlink()
    with pytest.raises(IndexMismatchError, match=rf"lacks a part.*{part}"):
        open_index(tmp_path, name, ALL, SubjectEmbedder())


@pytest.mark.parametrize("part", ["vectors.faiss", "passages.tsv", "manifest.json"])
def test_a_part_cut_short_is_refused_and_then_mended(tmp_path: Path, part: str) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    path = tmp_path / "index" / name / part
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(IndexMismatchError, match=rf"damaged part, {part}"):
        open_index(tmp_path, name, ALL, SubjectEmbedder())
    assert write_index(tmp_path, ALL, SubjectEmbedder(), reuse=name) == name
    assert len(found(open_index(tmp_path, name, ALL, SubjectEmbedder()), "school")) == 3


@pytest.mark.parametrize("manifest", ["[]", "{}", '{"format": 1, "embedder": "subjects 1"}'])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, manifest: str) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    (tmp_path / "index" / name / "manifest.json").write_text(manifest)
    with pytest.raises(IndexMismatchError, match=r"damaged part, manifest\.json"):
        open_index(tmp_path, name, ALL, SubjectEmbedder())


def test_an_index_of_a_later_format_is_refused(tmp_path: Path) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    path = tmp_path / "index" / name / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 99}))
    with pytest.raises(IndexMismatchError, match="another version"):
        open_index(tmp_path, name, ALL, SubjectEmbedder())


def test_parts_of_two_generations_do_not_pass_for_one(tmp_path: Path) -> None:
    one = write_index(tmp_path, ALL, SubjectEmbedder())
    two = write_index(tmp_path, ALL[:2], SubjectEmbedder())
    shutil.copy(tmp_path / "index" / two / "vectors.faiss", tmp_path / "index" / one)
    with pytest.raises(IndexMismatchError, match=r"damaged part, vectors\.faiss"):
        open_index(tmp_path, one, ALL, SubjectEmbedder())


def test_a_generation_under_anothers_name_is_refused(tmp_path: Path) -> None:
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    (tmp_path / "index" / name).rename(tmp_path / "index" / "0123456789abcdef")
    with pytest.raises(IndexMismatchError):
        open_index(tmp_path, "0123456789abcdef", ALL, SubjectEmbedder())


def test_a_killed_writing_leaves_the_last_good_generation(tmp_path: Path) -> None:
    good = write_index(tmp_path, ALL[:2], SubjectEmbedder())
    with pytest.raises(Killed):
        write_index(tmp_path, ALL, DyingEmbedder(), reuse=good)
    assert generations(tmp_path) == [good]
    assert len(found(open_index(tmp_path, good, ALL[:2], SubjectEmbedder()), "bus")) == 2


def test_what_a_killed_process_left_half_written_does_no_harm(tmp_path: Path) -> None:
    left = tmp_path / "index" / ".writing-x1"
    left.mkdir(parents=True)
    (left / "vectors.faiss").write_bytes(b"half")
    name = write_index(tmp_path, ALL, SubjectEmbedder())
    assert len(found(open_index(tmp_path, name, ALL, SubjectEmbedder()), "bus")) == 3
    remove_other_generations(tmp_path, name)
    assert generations(tmp_path) == [name]


def test_other_generations_stay_until_they_are_removed(tmp_path: Path) -> None:
    old = write_index(tmp_path, ALL[:2], SubjectEmbedder())
    new = write_index(tmp_path, ALL, SubjectEmbedder(), reuse=old)
    assert generations(tmp_path) == sorted([old, new])
    remove_other_generations(tmp_path, new)
    assert generations(tmp_path) == [new]


def test_removing_from_a_library_without_an_index_does_nothing(tmp_path: Path) -> None:
    remove_other_generations(tmp_path, None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file stands in the way")
    with pytest.raises(LibraryError, match="cannot be written"):
        write_index(tmp_path, ALL, SubjectEmbedder())
