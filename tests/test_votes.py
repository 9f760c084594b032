from assistant.record.votes import moved_in_words, vote_in_words, vote_to_json
from corpus.papers import Vote

DIVISION = Vote(
    words="For (2): Ada Quill, Bram Oake. Against (1): Cleo Fenn.",
    in_favour=2,
    against=1,
    names_in_favour=("Ada Quill", "Bram Oake"),
    names_against=("Cleo Fenn",),
)
MISCOUNTED = Vote("For (3): Ada\nQuill, Bram Oake.", 3, names_in_favour=("Ada Quill", "Bram Oake"))


def test_a_vote_that_reconciles_is_told_by_its_numbers_and_names() -> None:
    assert vote_in_words(DIVISION) == "2 for (Ada Quill, Bram Oake), 1 against (Cleo Fenn)"
    assert vote_in_words(Vote("nine to none", 9, 0)) == "9 for, 0 against"


def test_a_vote_that_does_not_reconcile_is_only_quoted() -> None:
    assert vote_in_words(MISCOUNTED) == "“For (3): Ada Quill, Bram Oake.”"


def test_a_vote_without_numbers_is_quoted() -> None:
    assert vote_in_words(Vote("Carried unanimously.")) == "“Carried unanimously.”"


def test_a_vote_is_given_to_programs_with_its_words_numbers_and_names() -> None:
    assert vote_to_json(DIVISION) == {
        "words": DIVISION.words,
        "for": 2,
        "against": 1,
        "abstained": None,
        "names_for": ["Ada Quill", "Bram Oake"],
        "names_against": ["Cleo Fenn"],
        "names_abstained": [],
        "reconciles": True,
    }


def test_programs_are_given_no_number_of_a_vote_that_does_not_reconcile() -> None:
    given = vote_to_json(MISCOUNTED)
    assert (given["words"], given["reconciles"]) == (MISCOUNTED.words, False)
    assert (given["for"], given["names_for"]) == (None, [])


def test_who_moved_and_seconded_is_told_as_far_as_it_is_known() -> None:
    assert moved_in_words("Cllr Quill", "Cllr Oake") == "moved by Cllr Quill, seconded by Cllr Oake"
    assert moved_in_words(None, "Cllr Oake") == "seconded by Cllr Oake"
    assert moved_in_words(None, None) == ""
