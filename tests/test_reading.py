"""The report on how each file was read."""

from dataclasses import replace

from assistant.record.reading import Readings, in_words, readings, to_json
from corpus.documents import Origin, Page, Withheld
from corpus.library import FileRecord

SCAN = "it is a scan and was not read: Tesseract is not installed"


def pdf(*pages: Page, problem: str | None = None, **others: object) -> FileRecord:
    return FileRecord("pack.pdf", "/papers", "d", "pdf", pages, problem, **others)  # type: ignore[arg-type]


PACK = pdf(
    Page(1),
    Page(2, "11", confidence=93),
    Page(3, confidence=88),
    Page(4, problem=SCAN),
    Page(5, problem="it is damaged"),
    Page(6, problem=SCAN),
    Page(7, problem=SCAN),
)
TEXT = FileRecord("minutes.txt", "/papers", "d", "text", (), None)
BROKEN = FileRecord("broken.pdf", "/papers", "d", None, (), "it is damaged. Download it again.")


def test_every_page_is_told_as_it_was_read() -> None:
    assert in_words(PACK) == (
        "7 pages, 1 read as text. Read from a scan, at least 88 % sure: pages 2–3. "
        f"Not read: pages 4 and 6–7 ({SCAN}). Not read: page 5 (it is damaged)."
    )


def test_a_file_that_was_wholly_read_says_so() -> None:
    assert in_words(pdf(Page(1), Page(2))) == "2 pages, all read as text."
    assert in_words(TEXT) == "Read."


def test_a_file_that_could_not_be_read_says_why() -> None:
    assert in_words(BROKEN) == "Not read: it is damaged. Download it again."


def test_a_file_of_which_a_part_was_kept_out_is_not_called_read() -> None:
    record = FileRecord(
        "a.txt", "/", "d", "text", (), None, withheld=(Withheld("marked exempt", 3, 9),)
    )
    assert in_words(record) == "Read but for what is exempt. Kept out: lines 3–9: marked exempt."
    assert to_json(record)["exempt"] == ["lines 3–9: marked exempt"]


def test_a_file_that_was_wholly_kept_out_is_not_called_read() -> None:
    record = replace(TEXT, withheld=(Withheld("marked exempt", 1, 9),), is_held=False)
    assert in_words(record) == "Kept out: lines 1–9: marked exempt."
    assert readings([record]).files == 0


def test_pages_that_were_kept_out_are_not_called_unread() -> None:
    record = pdf(
        Page(1), Page(2, problem="exempt: marked"), withheld=(Withheld("marked exempt", 2, 2),)
    )
    assert in_words(record) == "2 pages, 1 read as text. Kept out: page 2: marked exempt."
    assert readings([record]) == Readings(files=1, as_text=1, recognised=0, unread=0)
    assert to_json(record)["others"] == []


def test_other_programs_are_told_of_each_page_that_was_not_simply_read() -> None:
    told = to_json(PACK)
    assert (told["pages"], told["as_text"]) == (7, 1)
    assert told["others"][0] == {"page": 2, "printed": "11", "confidence": 93, "unread": None}
    assert [page["page"] for page in told["others"]] == [2, 3, 4, 5, 6, 7]


def test_where_a_file_was_fetched_from_is_told() -> None:
    fetched = pdf(Page(1), origin=Origin("https://council.example/1.pdf"))
    assert to_json(fetched)["address"] == "https://council.example/1.pdf"
    assert to_json(TEXT)["address"] is None


def test_all_files_are_counted_together() -> None:
    told = readings([PACK, TEXT, replace(BROKEN, is_held=False)])
    assert told == Readings(files=2, as_text=1, recognised=2, unread=4)
    assert told.in_words() == ("2 files; 7 pages of PDF: 1 as text, 2 by text recognition, 4 not")
    assert readings([TEXT]).in_words() == "1 file"
