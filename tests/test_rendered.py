"""Texts set as PDF for the benchmarks."""

from dataclasses import replace
from pathlib import Path

from assistant.evaluation.gold import Evidence, GoldQuestion, read_gold
from benchmarks.rendered import BLANK, on_pages, render, render_all
from corpus.readers import read

LONG = "The ferry crosses the river at noon. " * 160
TEXT = f"# Minutes\n\nThe **Panel** met.\n\n{BLANK}\n\n{LONG}\n\nWork\tCost\nBridge\t£90\n"


def paper(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT)
    return path


def test_each_line_is_known_to_stand_on_its_page(tmp_path: Path) -> None:
    pages = render(paper(tmp_path), tmp_path / "minutes.pdf")
    assert (pages[1], pages[3], pages[5]) == ([1], [1], [2])
    assert pages[7] == [3, 4], "a long paragraph goes on over a page"
    assert pages[9] == pages[10] == [4]


def test_the_words_are_those_of_the_text(tmp_path: Path) -> None:
    render(paper(tmp_path), tmp_path / "minutes.pdf")
    lines = [line.text for line in read(tmp_path / "minutes.pdf", "minutes.pdf").lines if line.text]
    assert lines[:3] == ["Minutes", "The Panel met.", BLANK]
    assert lines[-2:] == ["Work\tCost", "Bridge\t£90"]


def test_evidence_is_looked_for_on_the_pages_of_its_lines(tmp_path: Path) -> None:
    text = paper(tmp_path)
    questions = tmp_path / "questions.jsonl"
    questions.write_text(
        '{"id": "a", "question": "What does it cost?", "kind": "figure", "answerable": true, '
        '"must_include": ["90"], "must_not_include": [], "evidence": '
        '[{"file": "minutes.txt", "line_start": 7, "line_end": 10, "quote": "Bridge"}]}\n'
    )
    gold: list[GoldQuestion] = read_gold(questions)
    (moved,) = on_pages(gold, render_all([text], tmp_path))
    fourth = Evidence("minutes.pdf", 4, None, None)
    assert moved.evidence == (replace(fourth, page=3, also_in=(fourth,)),)
