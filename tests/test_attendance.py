from written import blocks_of

from corpus.business.sections import Section, sections_of
from corpus.papers import Capacity, PaperKind
from corpus.people.appearances import AppearanceText, appearances_in, appearances_of


def sections(text: str) -> list[Section]:
    return sections_of(PaperKind.MINUTES, blocks_of(text), None)


def found(text: str) -> list[tuple[Section, AppearanceText]]:
    parts = sections(text)
    lists = appearances_of(parts, PaperKind.MINUTES)
    return [(part, each) for part, several in zip(parts, lists, strict=True) for each in several]


def there(text: str) -> list[tuple[str, str, str | None]]:
    """Capacity, name and role of everyone found, in order."""
    return [(e.capacity.value, e.person.name, e.person.role) for _, e in found(text)]


CLOSE = """

    8 BUS FARES

    There was a report.

    9 CLOSE

    It ended at noon.
"""


def test_labels_say_who_was_present_who_attended_and_who_was_not_there() -> None:
    head = """
    Present:- Councillors: Ada Quill (Chair), Bram Oake and Cleo Fenn

    Also in attendance: Petra Lusk, Head of Legal; Hugh Marl, Solicitor

    Apologies: Councillor Dora Thwaite

    Absent: Councillor Evan Rill
    """
    assert there(head + CLOSE) == [
        ("present", "Ada Quill", "Chair"),
        ("present", "Bram Oake", None),
        ("present", "Cleo Fenn", None),
        ("in attendance", "Petra Lusk", "Head of Legal"),
        ("in attendance", "Hugh Marl", "Solicitor"),
        ("apologies", "Dora Thwaite", None),
        ("absent", "Evan Rill", None),
    ]


def test_a_label_on_a_line_of_its_own_holds_for_the_lines_below() -> None:
    head = """
    PRESENNOL / PRESENT

    Cllr A Quill (Cadeirydd)
    Cllr B Oake

    SWYDDOGION / OFFICERS IN ATTENDANCE

    Mrs J Lusk
    Clerk to the Council
    """
    assert there(head + CLOSE) == [
        ("present", "A Quill", "Cadeirydd"),
        ("present", "B Oake", None),
        ("in attendance", "J Lusk", "Clerk to the Council"),
    ]


def test_a_label_holds_below_the_headings_of_groups() -> None:
    head = """
    PRESENT

    Councillors Quill and Oake

    INDEPENDENT MEMBERS

    Mr Idris Marl
    """
    assert [name for _, name, _ in there(head + CLOSE)] == ["Quill", "Oake", "Idris Marl"]


def test_the_cells_of_a_sederunt_are_people_and_their_roles() -> None:
    head = """
    SEDERUNT:\tCouncillor Ada Quill (Convener)\tCouncillor Bram Oake
    \tBailie Cleo Fenn
    ATTENDING:\tPetra Lusk, Chief Executive
    """
    assert there(head + CLOSE) == [
        ("present", "Ada Quill", "Convener"),
        ("present", "Bram Oake", None),
        ("present", "Cleo Fenn", None),
        ("in attendance", "Petra Lusk", "Chief Executive"),
    ]


def test_a_cell_may_say_in_what_capacity_its_row_attended() -> None:
    head = """
    ATTENDANCE

    Name\tRole\tAttendance
    Councillor Ada Quill\tChair\tPresent
    Councillor Bram Oake\tMember\tApologies
    """
    assert there(head + CLOSE) == [
        ("present", "Ada Quill", "Chair"),
        ("apologies", "Bram Oake", "Member"),
    ]


def test_a_substitute_in_a_list_is_not_merely_present() -> None:
    head = "Present: Cllrs Quill, Oake (substitute for Cllr Fenn) and Marl (In place of Cllr Rill)"
    assert there("    " + head + CLOSE) == [
        ("present", "Quill", None),
        ("substitute", "Oake", "substitute for Cllr Fenn"),
        ("substitute", "Marl", "In place of Cllr Rill"),
    ]


def test_the_words_of_a_list_are_the_name_with_its_role() -> None:
    text = "    Present: Councillors Ada Quill (Chair) and Bram Oake" + CLOSE
    assert [p.blocks[e.block].text[e.start : e.end] for p, e in found(text)] == [
        "Councillors Ada Quill (Chair)",
        "Bram Oake",
    ]


def test_sentences_tell_of_apologies_and_substitutes() -> None:
    text = """
    7 APOLOGIES AND SUBSTITUTIONS

    Apologies for absence were received from Councillors Ada Quill and B Oake. Mr Marl (Parent
    Governor) had also sent his apologies. Councillor Cleo Fenn substituted for Councillor Quill.
    """
    assert there(text + CLOSE) == [
        ("apologies", "Ada Quill", None),
        ("apologies", "B Oake", None),
        ("apologies", "Marl", "Parent Governor"),
        ("substitute", "Cleo Fenn", None),
    ]
    assert all(part.item and part.item.number == "7" for part, _ in found(text + CLOSE))


def test_a_substitute_may_stand_in_brackets_after_whom_they_replace() -> None:
    text = """
    7 APOLOGIES

    Apologies were received from Councillor Quill (Councillor Oake substituting).
    """
    assert there(text + CLOSE) == [("substitute", "Oake", None), ("apologies", "Quill", None)]


def test_a_minute_of_apologies_may_be_no_more_than_names() -> None:
    text = "    7 APOLOGIES\n\n    Cllr Quill (illness), Cllr Oake" + CLOSE
    assert there(text) == [("apologies", "Quill", None), ("apologies", "Oake", None)]


def test_there_were_none_names_nobody() -> None:
    text = """
    5 APOLOGIES

    There were none.

    6 SUBSTITUTES

    None.

    7 DECLARATIONS OF INTEREST

    No declarations of interest were made. The Chair reminded Councillor Quill of her interests.
    """
    assert there(text + CLOSE) == []


def test_declarations_are_sentences_or_entries_of_their_minute() -> None:
    text = """
    7 DECLARATIONS OF INTEREST

    Councillor Ada Quill declared a personal but not prejudicial interest in minute 8.

    Councillor Oake – item 5 – governor of the school

    An interest was also declared by Mr Fenn in item 9.
    """
    assert there(text + CLOSE) == [
        ("declared an interest", "Ada Quill", None),
        ("declared an interest", "Oake", None),
        ("declared an interest", "Fenn", None),
    ]


def test_an_interest_may_be_declared_under_another_minute() -> None:
    text = """
    7 BUS SHELTERS

    Councillor Quill declared an interest as a driver and left the room.

    (Having declared an interest Councillor Oake left the meeting.)
    """
    assert there(text + CLOSE) == [("declared an interest", "Quill", None)]


def test_who_attended_for_one_item_stands_in_its_minute() -> None:
    text = """
    7 BUS SHELTERS

    John Quill (Head of Transport) and Cath Oake, Engineer, were in attendance for this item.
    """
    assert there(text + CLOSE) == [
        ("in attendance", "John Quill", "Head of Transport"),
        ("in attendance", "Cath Oake", "Engineer"),
    ]


def test_the_lists_of_the_head_have_no_item() -> None:
    text = "    Present: Councillor Ada Quill" + CLOSE
    assert [part.item for part, _ in found(text)] == [None]


def test_only_minutes_record_appearances() -> None:
    part = sections("    Present: Councillor Ada Quill" + CLOSE)[0]
    assert [each.capacity for each in appearances_in(part, PaperKind.MINUTES)] == [Capacity.PRESENT]
    assert appearances_in(part, PaperKind.AGENDA) == []
    assert appearances_of([part, part], PaperKind.REPORT) == [[], []]
