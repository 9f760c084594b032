import pytest

from corpus.papers import Person
from corpus.people.listing import people_in
from corpus.people.naming import people_at, people_named, same_person


def read(text: str) -> list[Person]:
    return [each.person for each in people_in(text)]


def names(text: str) -> list[str]:
    return [f"{each.person.title or ''} {each.person.name}".strip() for each in people_in(text)]


def test_a_title_a_name_and_a_role_in_brackets_are_told_apart() -> None:
    assert read("Councillor Ada Quill (Chair)") == [Person("Ada Quill", "Councillor", "Chair")]


def test_a_plural_title_is_that_of_each_name_that_follows() -> None:
    assert names("Cllrs A Quill, B. Oake and Mrs C de Vere-Hay") == [
        "Cllr A Quill",
        "Cllr B. Oake",
        "Mrs C de Vere-Hay",
    ]
    assert names("Aldermen: R Marl (Chairperson), W J Fenn") == [
        "Alderman R Marl",
        "Alderman W J Fenn",
    ]


def test_one_name_is_enough_after_a_title_but_not_without_one() -> None:
    assert names("Councillors Quill, Oake (J), O’Fenn and Novak Uí Marl") == [
        "Councillor Quill",
        "Councillor Oake (J)",
        "Councillor O’Fenn",
        "Councillor Novak Uí Marl",
    ]
    assert names("Quill") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ada Quill – Director of Children's Services", "Director of Children's Services"),
        ("Ada Quill, Head of Policy, Culture and Housing", "Head of Policy, Culture and Housing"),
        ("Ada Quill\tHead of Legal", "Head of Legal"),
        ("Ada Quill\nHead of Legal", "Head of Legal"),
        ("Head of Legal, Ada Quill", "Head of Legal"),
        ("Head of Legal (Ada Quill)", "Head of Legal"),
        ("Clerk Ada Quill", "Clerk"),
        ("Clerk: Ada Quill", "Clerk"),
        ("Ada Quill in the Chair", "in the Chair"),
        ("Ada Quill (substitute for Bram Oake)", "substitute for Bram Oake"),
    ],
)
def test_a_role_may_stand_before_or_after_the_name(text: str, role: str) -> None:
    assert read(text) == [Person("Ada Quill", None, role)]


def test_each_role_goes_to_its_own_person() -> None:
    text = (
        "Deputy Chief Executive (Mr. P. Oake), Director, Community and Leisure (Ms. J. Marl Fenn), "
        "Mr Bram Thwaite, Solicitor and Clerk Mrs D Lusk"
    )
    assert read(text) == [
        Person("P. Oake", "Mr.", "Deputy Chief Executive"),
        Person("J. Marl Fenn", "Ms.", "Director, Community and Leisure"),
        Person("Bram Thwaite", "Mr", "Solicitor"),
        Person("D Lusk", "Mrs", "Clerk"),
    ]


def test_the_role_before_a_colon_may_hold_commas() -> None:
    text = "Cabinet Member for Early Years, Children & Youth: Councillor Ada Quill"
    role = "Cabinet Member for Early Years, Children & Youth"
    assert read(text) == [Person("Ada Quill", "Councillor", role)]


def test_how_or_why_someone_was_there_or_not_is_no_role() -> None:
    assert read("Cllr Quill (via Teams), Cllr Oake (illness), Cllr Marl (from 7.15 pm)") == [
        Person("Quill", "Cllr"),
        Person("Oake", "Cllr"),
        Person("Marl", "Cllr"),
    ]


def test_letters_after_a_name_belong_to_the_words_but_not_to_the_name() -> None:
    text = "Mr R C Love, OBE, Cllr MARL MBE JP"
    assert names(text) == ["Mr R C Love", "Cllr MARL"]
    assert [text[each.start : each.end] for each in people_in(text)] == [
        "Mr R C Love, OBE",
        "Cllr MARL MBE JP",
    ]


def test_lists_run_over_cells_and_over_lines_that_were_joined() -> None:
    assert names("Cllr A Quill\tCllr B Oake\tCara Fenn") == [
        "Cllr A Quill",
        "Cllr B Oake",
        "Cara Fenn",
    ]
    assert read("Cllr A Quill – Member for Finance Cllr B Oake – Leader") == [
        Person("A Quill", "Cllr", "Member for Finance"),
        Person("B Oake", "Cllr", "Leader"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Development Fund",
        "Mr Speaker",
        "Councillors",
        "the Provost",
        "Democratic Services",
        "Members of the public",
        "Head of Housing",
        "Young People",
    ],
)
def test_bodies_offices_and_funds_are_no_people(text: str) -> None:
    assert people_in(text) == []
    assert people_named(text) == []


def test_titles_of_every_nation_and_pulpit_are_known() -> None:
    assert names("Ald. Quill, Provost Jean Oake, Bailie Fenn, Revd Pat Marl, Baroness Lusk") == [
        "Ald. Quill",
        "Provost Jean Oake",
        "Bailie Fenn",
        "Revd Pat Marl",
        "Baroness Lusk",
    ]
    assert names("Cynghorwyr Aled Quill, Mair ap Fenn a’r Cynghorydd Sir Non Oake") == [
        "Cynghorydd Aled Quill",
        "Cynghorydd Mair ap Fenn",
        "Cynghorydd Sir Non Oake",
    ]


def test_running_text_names_people_by_their_titles_with_the_role_beside() -> None:
    text = "The Leader of the Council, Councillor Ada Quill, thanked Mr Oake (Head of Parks)."
    assert [each.person for each in people_named(text)] == [
        Person("Ada Quill", "Councillor", "Leader of the Council"),
        Person("Oake", "Mr", "Head of Parks"),
    ]


def test_what_begins_after_a_name_is_not_its_role() -> None:
    text = "In answer to Councillor Ada Quill, the Head of Legal said that it was."
    assert [each.person for each in people_named(text)] == [Person("Ada Quill", "Councillor")]


def test_people_without_titles_are_read_where_they_begin() -> None:
    found = people_at("Jane Quill and Ben Oake (Head of Parks) presented the plan.", 0)
    assert [each.person for each in found] == [
        Person("Jane Quill"),
        Person("Ben Oake", None, "Head of Parks"),
    ]
    assert people_at("Natural England advised", 0) == []


def test_short_and_long_forms_may_name_one_person() -> None:
    assert same_person(Person("Ada Quill", "Councillor"), Person("Quill", "Cllr"))
    assert same_person(Person("A Quill"), Person("Ada Quill"))
    assert not same_person(Person("Ada Quill"), Person("Bram Quill"))
    assert not same_person(Person("Quill", "Mr"), Person("Quill", "Mrs"))
    assert not same_person(Person("Collins (J)"), Person("Collins (M)"))
