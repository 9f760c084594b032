import pytest
from written import blocks_of

from corpus.business.sections import sections_of
from corpus.papers import PaperKind
from corpus.people.appearances import appearances_of
from corpus.people.speakers import speech_in


def heard(sentence: str) -> list[tuple[str, str | None, str]]:
    """Capacity, title and name of everyone who acts in a sentence."""
    return [(c.value, each.person.title, each.person.name) for c, each in speech_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "title", "name"),
    [
        ("Councillor Ada Quill asked what it cost.", "Councillor", "Ada Quill"),
        ("Mr Oake replied that it was dear.", "Mr", "Oake"),
        ("In reply Cllr SMITH (Chair of Planning) said so.", "Cllr", "SMITH"),
        ("The Head of Transport, Jane Fenn, presented the report.", None, "Jane Fenn"),
        ("Jane Fenn, Head of Transport, introduced the report.", None, "Jane Fenn"),
        ("Cllr Marl, who had signed the call-in, said no.", "Cllr", "Marl"),
        ("Councillor Rill, on behalf of the group, thanked the staff.", "Councillor", "Rill"),
        ("The report was presented by Jane Fenn, Engineer.", None, "Jane Fenn"),
        ("In answer to a question from Cllr Marl, the Clerk agreed.", "Cllr", "Marl"),
        ("Mr Oake, a local resident, spoke against it.", "Mr", "Oake"),
        ("Dywedodd y Cyng. Mair Fenn fod y llwybr ar gau.", "Cyng.", "Mair Fenn"),
    ],
)
def test_whoever_is_said_to_speak_is_recorded(sentence: str, title: str | None, name: str) -> None:
    assert heard(sentence) == [("spoke", title, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chairman asked Mr Oake to explain.",
        "Councillors asked about the Councillor Development Fund.",
        "The Head of Transport replied that it was.",
        "Councillor Quill was thanked for her work.",
        "Natural England advised that there were newts.",
        "Mr Oake left the meeting.",
        "The committee received a report by Jane Fenn, Engineer.",
        "Members thanked Mr Oake for coming.",
    ],
)
def test_roles_bodies_and_those_only_spoken_of_are_not(sentence: str) -> None:
    assert heard(sentence) == []


def test_people_named_together_speak_together() -> None:
    assert heard("Cllr Quill, Cllr Oake and Mr John Fenn introduced the report.") == [
        ("spoke", "Cllr", "Quill"),
        ("spoke", "Cllr", "Oake"),
        ("spoke", "Mr", "John Fenn"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was proposed by Cllr Quill, seconded by Cllr Oake and agreed.",
        "Moved: Cllr Quill  Seconded: Cllr Oake",
        "RESOLVED (proposed Cllr Quill, seconded Cllr Oake, all in favour) to pay.",
        "Cllr Quill, seconded by Cllr Oake, moved that the report be noted.",
        "On the motion of Cllr Quill, seconded by Cllr Oake, Cllr Fenn was elected Chair.",
        "Motion by Cllr Quill, seconded by Cllr Oake: to close the ford.",
        "Cllr Quill moved and Cllr Oake seconded that it be closed.",
        "MOVED by Cllr Quill and SECONDED by Cllr Oake",
        "Cllr Quill proposed and Cllr Oake, Deputy Leader and Cabinet Member for Finance, seconded "
        "the motion.",
    ],
)
def test_movers_and_seconders_are_told_apart(sentence: str) -> None:
    assert heard(sentence) == [("moved", "Cllr", "Quill"), ("seconded", "Cllr", "Oake")]


def test_a_person_speaks_once_a_minute_however_they_are_named() -> None:
    text = """
    7 BUS FARES

    Councillor Ada Quill asked why. Mr Oake said that it was so. Councillor Quill asked again.

    8 TRAM FARES

    Councillor Ada Quill asked why.
    """
    parts = sections_of(PaperKind.MINUTES, blocks_of(text), None)
    lists = appearances_of(parts, PaperKind.MINUTES)
    assert [
        (part.item.number if part.item else None, part.blocks[e.block].text[e.start : e.end])
        for part, several in zip(parts, lists, strict=True)
        for e in several
    ] == [
        ("7", "Councillor Ada Quill asked why."),
        ("7", "Mr Oake said that it was so."),
        ("8", "Councillor Ada Quill asked why."),
    ]
