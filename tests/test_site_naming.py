import pytest

from corpus.sites.naming import LONGEST, free_path, safe_name, suffix_of

ZIP, OLD_OFFICE = b"PK\x03\x04...", b"\xd0\xcf\x11\xe0..."


@pytest.mark.parametrize(
    ("beginning", "address", "suffix"),
    [
        (b"%PDF-1.7", "https://a.example/s1/Paper.doc", ".pdf"),
        (ZIP, "https://a.example/s1/Paper.docx", ".docx"),
        (ZIP, "https://a.example/s1/Paper", ".docx"),
        (ZIP, "https://a.example/s1/Paper.ODT", ".odt"),
        (ZIP, "https://a.example/s1/Budget.xlsx", None),
        (OLD_OFFICE, "https://a.example/s1/Paper.doc", ".doc"),
        (OLD_OFFICE, "https://a.example/s1/Budget.xls", None),
        (b"<html>", "https://a.example/s1/Paper.pdf", None),
    ],
)
def test_a_file_is_called_by_what_it_holds(
    beginning: bytes, address: str, suffix: str | None
) -> None:
    assert suffix_of(beginning, address) == suffix


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Planning: North/South?", "Planning North South"),
        ("../..", "paper"),
        ("NUL", "NUL paper"),
        ("Report.pdf", "Report"),
        ("x" * 300, "x" * LONGEST),
        ("Cyngor Sir – cofnodion", "Cyngor Sir – cofnodion"),
    ],
)
def test_a_name_can_stand_on_every_computer(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_name_that_is_taken_gets_the_sites_number() -> None:
    assert (
        free_path("Cabinet/Report.pdf", "s7", {"cabinet/report.pdf"}) == "Cabinet/Report (s7).pdf"
    )
