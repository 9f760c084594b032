import pytest

from corpus.packs.names import find_body, find_councils, most_named, same_name, titled


@pytest.mark.parametrize(
    "name",
    [
        "Tarnbrook Council",
        "Tarnbrook Borough Council",
        "TARNBROOK COUNTY COUNCIL",
        "Over and Nether Tarn Parish Council",
        "Royal Borough of Tarnbrook and Fell Council",
        "Tarnbrook-on-the-Fell Town Council",
        "Tarn & Fell Council",
        "Tarn, Fell and Dale Council",
        "City of Tarnbrook Council",
        "Tarn upon Fell City Council",
        "St. Tarn District Council",
        "Tarnbrook Combined Authority",
        "Tarn and Fell Fire and Rescue Authority",
        "Tarn Fells National Park Authority",
        "London Borough of Tarnbrook",
        "Royal Borough of Tarn and Fell",
    ],
)
def test_a_councils_name_is_found_whole(name: str) -> None:
    assert find_councils(f"The report of {name} on the bridge.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Council agreed.",
        "This Council notes the cost.",
        "Members of the Borough Council met.",
        "The Youth Council asked a question.",
        "Full Council, Parish Council and County Council",
        "March Meeting of Council",
        "The Committee held in Council",
        "the City of Culture",
    ],
)
def test_words_that_name_no_one_council_are_none(text: str) -> None:
    assert find_councils(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "MINUTES OF MEETING OF TARN CITY AND COUNTY COUNCIL HELD IN THE COUNCIL CHAMBER",
        "Report to TARN CITY AND COUNTY COUNCIL",
        "The role of TARN CITY AND COUNTY COUNCIL",
        "Circulated, TARN CITY AND COUNTY COUNCIL",
    ],
)
def test_a_name_ends_where_its_sentence_goes_on(text: str) -> None:
    assert find_councils(text) == ["TARN CITY AND COUNTY COUNCIL"]


def test_two_councils_in_one_sentence_are_two() -> None:
    assert find_councils("Tarn District Council and Fell County Council") == [
        "Tarn District Council",
        "Fell County Council",
    ]


@pytest.mark.parametrize("line", ["City of Tarnbrook", "CITY OF TARNBROOK", "Comhairle nan Tarn"])
def test_a_name_without_the_word_council_may_be_a_whole_line(line: str) -> None:
    assert find_councils(line) == [line]


def test_a_bilingual_line_names_the_council_twice() -> None:
    assert find_councils("CYNGOR SIR LLANFECHAN / LLANFECHAN COUNTY COUNCIL") == [
        "CYNGOR SIR LLANFECHAN",
        "LLANFECHAN COUNTY COUNCIL",
    ]


def test_the_word_that_begins_a_sentence_is_no_part_of_the_name() -> None:
    assert find_councils("Minutes of Tarnbrook Council") == ["Tarnbrook Council"]


def test_a_welsh_name_is_found() -> None:
    assert find_councils("Cofnodion Cyngor Cymuned Llanfechan") == ["Cyngor Cymuned Llanfechan"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("CABINET", "Cabinet"),
        ("Children and Families Scrutiny Panel", "Children and Families Scrutiny Panel"),
        ("THE PLANNING SUB-COMMITTEE", "Planning Sub-Committee"),
        ("Members of the Licensing Board:", "Licensing Board"),
        ("Tarnbrook Borough Council Audit Committee", "Audit Committee"),
        ("Home to School Transport Task Group", "Home to School Transport Task Group"),
        ("Licensing Sub-Committee A", "Licensing Sub-Committee A"),
        ("Planning Committee (North)", "Planning Committee (North)"),
        ("Area Planning Committee - South", "Area Planning Committee - South"),
        ("Local Plan Working Party", "Local Plan Working Party"),
        ("TARNBROOK COUNCIL HOUSING SPC", "Housing SPC"),
        ("Monthly Meeting of the Audit Committee", "Audit Committee"),
    ],
)
def test_a_line_that_names_a_body_gives_it_in_title_case(line: str, body: str) -> None:
    found = find_body(line)
    assert found is not None
    assert same_name(found, body)
    assert not found.isupper()


@pytest.mark.parametrize(
    "line",
    [
        "Leader of the Council",
        "Report to Cabinet",
        "Clerk to the Parish Council",
        "The Cabinet met at noon.",
        "Bridge repairs",
        "",
        "Panel members were present",
        "Councillors D Ferry (Chair), P Ford and B Brook Clerk J Mill Nether Fell District Council",
        "D Ferry (Vice Chairman) Quay Group",
    ],
)
def test_a_line_that_says_more_or_less_names_no_body(line: str) -> None:
    assert find_body(line) is None


def test_only_names_in_capitals_are_put_in_title_case() -> None:
    assert titled("CHILDREN AND YOUNG PEOPLE'S PANEL") == "Children and Young People's Panel"
    assert titled("Tarn and fell") == "Tarn and fell"


def test_names_are_the_same_but_for_case_and_signs() -> None:
    assert same_name("Tarn & Fell Council", "TARN AND FELL COUNCIL")
    assert not same_name("Tarn Council", "Fell Council")
    assert not same_name(None, None)


def test_the_name_of_greatest_weight_wins_in_its_best_spelling() -> None:
    names = [("TARN COUNCIL", 5), ("Fell Council", 6), ("Tarn Council", 2)]
    assert most_named(names) == "Tarn Council"
    assert most_named([]) is None
