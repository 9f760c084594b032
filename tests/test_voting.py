from collections.abc import Sequence

import pytest

from corpus.papers import Vote
from corpus.text.blocks import Block, BlockKind
from corpus.text.tracing import traced
from corpus.votes.voting import Voting, voting_of


def blocks(*texts: str) -> list[Block]:
    """Paragraphs; a text that begins with "# " is a heading."""
    made: list[Block] = []
    for text in texts:
        kind = BlockKind.HEADING if text.startswith("# ") else BlockKind.PARAGRAPH
        made.append(Block(kind, traced(text.removeprefix("# "), 0), None))
    return made


def voting(own: str, before: Sequence[str] = (), after: Sequence[str] = ()) -> Voting:
    return voting_of(blocks(*before), blocks(*own.split("\n")), blocks(*after))


def vote(own: str, before: Sequence[str] = (), after: Sequence[str] = ()) -> Vote:
    found = voting(own, before, after).vote
    assert found is not None
    return found


def numbers(found: Vote) -> tuple[int | None, int | None, int | None]:
    return found.in_favour, found.against, found.abstained


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        (
            "It was moved by Councillor Ann Reed, seconded by Councillor B O’Marsh, and RESOLVED"
            " that the report be approved.",
            "Councillor Ann Reed",
            "Councillor B O’Marsh",
        ),
        (
            "Proposed by Cllr A. Reed, seconded by Cllr. B Marsh: agreed.",
            "Cllr A. Reed",
            "Cllr. B Marsh",
        ),
        ("RESOLVED to pay the invoice (proposed AR, seconded BM).", "AR", "BM"),
        (
            "Councillor Reed, seconded by Councillor Marsh, moved that the fee be kept. Carried.",
            "Councillor Reed",
            "Councillor Marsh",
        ),
        (
            "On the motion of Councillor Reed, seconded by Alderman Marsh, it was agreed to wait.",
            "Councillor Reed",
            "Alderman Marsh",
        ),
        (
            "On the proposal of Bailie Reed, seconded by Provost Marsh, it was agreed to wait.",
            "Bailie Reed",
            "Provost Marsh",
        ),
        (
            "RESOLVED that the mast be refused. Prop. Cllr Reed Sec. Cllr Marsh",
            "Cllr Reed",
            "Cllr Marsh",
        ),
        ("Moved: Cllr Reed\nSeconded: Cllr Marsh\nRESOLVED to wait.", "Cllr Reed", "Cllr Marsh"),
        ("Proposed/Seconded: AR/BM Resolved to wait.", "AR", "BM"),
        (
            "Mrs Reed moved and the Reverend Canon Marsh seconded that the fee be kept. Agreed.",
            "Mrs Reed",
            None,
        ),
        (
            "Councillor Mrs A Reed-Hay proposed and Cllr (Dr) Marsh seconded that it wait. Agreed.",
            "Councillor Mrs A Reed-Hay",
            "Cllr (Dr) Marsh",
        ),
        (
            "It was moved by the Leader of the Council, Councillor Reed, seconded by the Deputy"
            " Leader, Councillor Marsh, and agreed to wait.",
            "Councillor Reed",
            "Councillor Marsh",
        ),
        (
            "Councillor Marsh seconded Councillor Reed’s proposal and it was agreed.",
            "Councillor Reed",
            "Councillor Marsh",
        ),
        (
            "Proposed by the Chairman, seconded by Cllr van der Marsh and agreed.",
            "Chairman",
            "Cllr van der Marsh",
        ),
        (
            "Cynigiwyd gan y Cyng. A. Reed, eiliwyd gan y Cyng. B. Marsh a chytunwyd.",
            "Cyng. A. Reed",
            "Cyng. B. Marsh",
        ),
        (
            "Proposed by Councillor Reed (J), seconded by Councillor Reed (M): agreed.",
            "Councillor Reed (J)",
            "Councillor Reed (M)",
        ),
        ("Proposed and seconded by Councillors Reed and Marsh. RESOLVED to wait.", "Reed", "Marsh"),
    ],
)
def test_mover_and_seconder_are_named_as_printed(
    words: str, mover: str, seconder: str | None
) -> None:
    found = voting(words)
    assert found.mover == mover
    if seconder is not None:
        assert found.seconder == seconder


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the proposed Quay Road Local Plan 2020 be published.",
        "RESOLVED that the motion of no confidence in the policy be deferred.",
        "The Chairman moved to the next item and it was agreed to adjourn.",
        "RESOLVED that the fee under section 106 be kept.",
    ],
)
def test_what_is_proposed_or_moved_without_a_member_has_no_mover(words: str) -> None:
    assert (voting(words).mover, voting(words).seconder) == (None, None)


def test_mover_and_seconder_on_lines_of_their_own_above_are_the_decisions() -> None:
    above = ["# 4 Minutes", "Moved by: Cllr Reed;", "Seconded by: Cllr Marsh;"]
    found = voting("And Resolved:\nThat the minutes be signed.", above)
    assert (found.mover, found.seconder) == ("Cllr Reed", "Cllr Marsh")


def test_mover_and_seconder_on_a_line_right_below_are_the_decisions() -> None:
    found = voting("Resolved to cut the hedge.", [], ["Proposed Cllr Reed, seconded Cllr Marsh"])
    assert (found.mover, found.seconder) == ("Cllr Reed", "Cllr Marsh")


def test_a_motion_that_comes_after_is_of_another_decision() -> None:
    later = ["It was proposed by Cllr Reed, seconded by Cllr Marsh, to paint the gate."]
    assert voting("It was agreed to cut the hedge.", [], later) == Voting()


def test_the_mover_of_an_amendment_is_not_the_mover_of_the_motion() -> None:
    above = [
        "Councillor Reed, seconded by Councillor Marsh, moved that the bridge be closed.",
        "Councillor Fenn, seconded by Councillor Brook, moved an amendment to keep it open.",
        "The amendment was LOST by 2 votes to 9.",
    ]
    found = voting("RESOLVED that the bridge be closed.", above)
    assert (found.mover, found.seconder, found.vote) == (
        "Councillor Reed",
        "Councillor Marsh",
        None,
    )


def test_a_lost_amendment_has_its_own_mover_and_vote() -> None:
    above = ["Councillor Reed, seconded by Councillor Marsh, moved that the bridge be closed."]
    lost = (
        "Councillor Fenn, seconded by Councillor Brook, moved an amendment to keep it open.\n"
        "The amendment was LOST by 2 votes to 9."
    )
    found = voting(lost, above)
    assert (found.mover, found.seconder) == ("Councillor Fenn", "Councillor Brook")
    assert found.vote == Vote("by 2 votes to 9", 2, 9)


def test_a_lost_motion_has_the_fewer_votes_in_favour() -> None:
    found = vote("The proposal was defeated by 7 votes to 4 with 1 abstention.")
    assert found == Vote("by 7 votes to 4 with 1 abstention", 4, 7, 1)


def test_what_was_moved_and_then_called_an_amendment_is_one() -> None:
    above = [
        "Moved by Councillor Reed, seconded by Councillor Marsh:",
        "That the bridge be closed for three winters.",
        "Councillor Fenn moved, and Councillor Brook seconded, that three winters read five.",
        "Amendment carried.",
    ]
    found = voting("The motion as amended was put and it was resolved:\nThat it be closed.", above)
    assert (found.mover, found.seconder) == ("Councillor Reed", "Councillor Marsh")


def test_two_motions_and_no_word_which_one_leave_the_mover_open() -> None:
    above = [
        "It was moved by Cllr Reed, seconded by Cllr Marsh, that the bridge be closed.",
        "It was moved by Cllr Fenn, seconded by Cllr Brook, that the bridge be painted.",
        "Several members spoke for a long time about the weight of lorries and of the bridge.",
    ]
    assert voting("RESOLVED that the bridge be closed.", above).mover is None


def test_the_amendment_that_was_adopted_gives_its_mover_and_leads_the_vote() -> None:
    above = [
        "Motion by Councillor Reed, seconded by Councillor Marsh: to close the bridge.",
        "Amendment by Councillor Fenn, seconded by Councillor Brook: to keep it open.",
        "Votes cast: Motion 3, Amendment 8",
    ]
    found = voting("Decision\nTo keep the bridge open.", above)
    assert (found.mover, found.seconder) == ("Councillor Fenn", "Councillor Brook")
    assert found.vote is not None
    assert numbers(found.vote) == (8, 3, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Votes: For 7, Against 4, Abstained 1", (7, 4, 1)),
        ("(Votes: For 7, Against 4, Abstained 1)", (7, 4, 1)),
        ("7 votes in favour, 4 against and 1 abstention.", (7, 4, 1)),
        ("Voting: 7 for, 4 against, no abstentions.", (7, 4, 0)),
        ("For: 7 Against: 4 Abstentions: 0", (7, 4, 0)),
        ("The vote was nine votes to four.", (9, 4, None)),
        ("There voted twenty-one in favour and nineteen against.", (21, 19, None)),
        ("There voted one hundred and two in favour and three against.", (102, 3, None)),
        ("A show of hands gave 14 members in favour and 4 against.", (14, 4, None)),
        ("All in favour.", (None, None, None)),
        ("Carried unanimously.", (None, None, None)),
        ("Agreed nem. con.", (None, None, None)),
    ],
)
def test_a_line_of_votes_below_gives_its_numbers(
    line: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    found = vote("RESOLVED that the bridge be closed.", [], [line])
    assert (found.words, numbers(found)) == (line, expected)


def test_lists_of_names_run_on_over_blocks_and_page_breaks() -> None:
    above = [
        "Members debated the bridge.",
        "The result of the voting was as follows:",
        "For (4)",
        "Councillors Ash, Birch, Elm",
        "(J), Elm (M).",
        "Against (2)",
        "Mr A Fenn and Mrs B Fenn",
        "Abstain (0)",
        "12",
    ]
    found = vote("The motion was carried.", above)
    assert found.names_in_favour == ("Ash", "Birch", "Elm (J)", "Elm (M)")
    assert found.names_against == ("Mr A Fenn", "Mrs B Fenn")
    assert numbers(found) == (4, 2, 0)
    assert found.words == "\n".join(above[2:-1])
    assert found.reconciles


def test_a_side_on_a_line_of_its_own_stays_with_its_names() -> None:
    below = ["For", "Councillors Ash, Birch (2)", "Against the motion", "Councillor Elm (1)"]
    found = vote("Motion carried.", [], below)
    assert (found.words, numbers(found)) == ("\n".join(below), (2, 1, None))


def test_the_motion_above_an_amendment_is_not_itself_one() -> None:
    above = [
        "The motion was proposed by Cllr Reed and seconded by Cllr Marsh.",
        "Cllr Fenn proposed an amendment which was seconded by Cllr Brook as follows:",
        "That the bridge be painted.",
    ]
    assert voting("The Mayor declared the amendment carried.", above).mover == "Cllr Fenn"


def test_a_number_that_is_not_that_of_the_names_is_kept_as_recorded() -> None:
    found = vote("Motion carried.", [], ["For (3): A Ash, B Birch", "Against (1): C Cedar"])
    assert (found.in_favour, found.names_in_favour) == (3, ("A Ash", "B Birch"))
    assert not found.reconciles


def test_a_division_between_motion_and_amendment_counts_for_what_was_adopted() -> None:
    words = (
        "On a division, there voted:- For the motion (3) - Convener; and Councillors Ash and"
        " Birch. For the amendment (1) - Provost Elm."
    )
    found = vote("The Committee resolved:-\nto adopt the motion.", [words])
    assert (found.words, numbers(found)) == (words, (3, 1, None))
    assert found.names_in_favour == ("Convener", "Ash", "Birch")
    assert found.names_against == ("Provost Elm",)


def test_the_vote_inside_a_decision_is_its_phrase() -> None:
    assert vote("RESOLVED (proposed AR, seconded BM, all in favour) to pay.").words == (
        "all in favour"
    )
    lost = vote("The proposal was not carried, one being for and three against.")
    assert lost == Vote("one being for and three against", 1, 3)


def test_that_members_agreed_unanimously_is_no_vote_of_its_own() -> None:
    assert voting("AGREED unanimously that Mr Ash be appointed.").vote is None
    assert voting("On being put to the vote it was RESOLVED that it be REFUSED.").vote is None


def test_a_casting_vote_is_recorded_in_words() -> None:
    words = "The motion was carried on the Chair's casting vote."
    assert vote(words) == Vote(words)


def test_members_named_in_a_sentence_are_those_who_voted_so() -> None:
    found = vote(
        "RESOLVED to close the bridge.",
        [],
        ["Councillors Ash and Birch voted against and Councillor Elm abstained."],
    )
    assert found.names_against == ("Ash", "Birch")
    assert found.names_abstained == ("Elm",)


@pytest.mark.parametrize(
    "line",
    [
        "Of the 40 responses to the consultation 30 were in favour and 10 against.",
        "For the avoidance of doubt items 4-8 were taken together.",
        "For: Information",
        "Amendment 2",
        "The officer replied that there was room for twenty-six.",
        "Two councillors for the working group were found.",
        "£10 for the hall was set aside, and a further £5 against the loss of rent.",
    ],
)
def test_what_only_looks_like_a_vote_is_none(line: str) -> None:
    assert voting("RESOLVED to close the bridge.", [line], [line]).vote is None


def test_the_list_under_a_lost_amendment_is_not_the_vote_on_the_motion() -> None:
    above = ["Amendment lost.", "For (2)", "A Ash, B Birch", "Against (1)", "C Cedar"]
    assert voting("RESOLVED to close the bridge.", above).vote is None


def test_the_vote_on_a_later_amendment_is_not_that_of_the_decision() -> None:
    later = ["Councillor Ash moved an amendment.", "For the amendment (2)", "Against (3)"]
    assert voting("RESOLVED to close the bridge.", [], later).vote is None


def test_an_order_of_business_borrows_no_mover_and_no_vote_from_above() -> None:
    above = [
        "It was proposed by Cllr Reed, seconded by Cllr Marsh, that the bridge be closed.",
        "There were 2 votes in favour and 9 against.",
        "The Chairman said that this was that.",
    ]
    assert voting("It was agreed that item 3 would be taken next.", above) == Voting()


def test_votes_for_candidates_are_the_vote_on_who_was_elected() -> None:
    found = vote(
        "The Mayor declared Councillor Reed elected.",
        (
            "A vote was taken which resulted as follows:",
            "# For Councillor Reed",
            "Councillors Ash, Marsh, Oake. (3) For Councillor Tarn",
            "Councillors Pond, Tarn. (2)",
            "There were no abstentions.",
        ),
    )
    assert found.words.startswith("For Councillor Reed\nCouncillors Ash, Marsh, Oake. (3)")
    assert found.words.endswith("There were no abstentions.")
    assert numbers(found) == (None, None, 0)
    assert not found.names_in_favour


def test_numbers_of_votes_after_the_candidates_are_the_vote() -> None:
    found = vote(
        "Councillor Reed was elected Chair.",
        (
            "Councillor Reed and Councillor Tarn were nominated.",
            "The vote was:",
            "Councillor Reed – 7 votes",
            "Councillor Tarn – 4 votes",
        ),
    )
    assert found == Vote("Councillor Reed – 7 votes\nCouncillor Tarn – 4 votes")
