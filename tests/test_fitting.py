"""Whether words give what is asked for."""

from dataclasses import replace

import pytest
from fakes import a_passage

from assistant.evidence.fitting import fits
from assistant.evidence.quoting import Quotable
from assistant.evidence.sorts import figures_in
from assistant.understanding.slots import slot_of
from corpus.papers import Item

SCHEME = {"TRS": "Tree Replacement Scheme"}
LET = "How many plots are let?"
OF_40 = "How many of the 40 plots are let?"
COST = "How much does a plot cost?"
SHARE = "What percentage of plots are let?"
CLOSED = "When was the slipway closed?"
CLOSES = "When will the slipway close?"
ASKED = "Who asked for the scheme?"
WON = "Which ferry company won?"
GOT_IT = "Who won the contract for the new ferry?"
WHICH_TWO = "Which two councillors objected?"
WHICH_SCHOOLS = "Name the two schools with the widest gap"
SUCCESSOR = "Who is taking over from the Head of Parks?"
GRADE = "What grade did the inspectors give the nursery?"
TURNED = "How much did it cost to turn the mill into a hall?"
MADE = "How much money did the regatta make?"
FINALLY = "How much did the roof finally cost?"
IN_ALL = "What is the whole pier to cost?"
CALLED = "Who called in the decision on the pier?"
GOT = "Who won the ferry contract?"
BEFORE = "What were they paying a cut before it went up to £150?"
WHY = "Why was it closed?"


def gives(asked: str, text: str, title: str = "", *, is_table: bool = False) -> bool:
    """Whether ``text``, in an item of this title, gives what is ``asked``."""
    passage = replace(a_passage(text), is_table=is_table)
    if title:
        passage = replace(passage, item=Item("1", title))
    return fits(slot_of(asked), Quotable(passage, 0, len(text)), SCHEME)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (LET, "There are 212 plots."),
        (LET, "No plots are let."),
        (LET, "Twelve of them are."),
        (OF_40, "Of the 40 plots none were dug."),
        (COST, "A plot is £48."),
        (COST, "A plot is 48p a week."),
        (COST, "Plots are free of charge."),
        (SHARE, "80% are let."),
        (SHARE, "Half of the plots are let."),
        (CLOSED, "It closed in June."),
        (CLOSED, "It closed on 1/4/2024."),
        (CLOSES, "It closes at 5 pm on that day."),
        (ASKED, "Councillor Quill asked for the scheme."),
        (ASKED, "The Head of Parks asked for it."),
        ("Who runs the ferry?", "It is run by the Wharfside Trust."),
        (WON, "The winner was Marlow Ferries."),
        (WHICH_SCHOOLS, "It was Osk Primary and the Marlow Academy."),
        (WHICH_SCHOOLS, "The gap was widest at St Osk's."),
        ("What is the name of the chair?", "It was chaired by Councillor Ada Quill."),
        (WHY, "It was closed because it leaked."),
        (WHY, "It was closed to avoid an accident."),
        ("What does TRS stand for?", "The Tree Replacement Scheme (TRS) was begun."),
        ("What does FRQ mean?", "It has funds for repair of quays (FRQ)."),
        ("What does FRQ mean?", "FRQ | Fund to restore the old quays"),
        ("What does FRQ mean?", "FRQ Fund to restore the old quays"),
        (ASKED, "Ada Quill asked if there was a scheme."),
        (WHICH_TWO, "Councillors Ada Quill and Bram Oake objected."),
        (GOT_IT, "After tenders the work was awarded to Marlowcraft to build it."),
        (SUCCESSOR, "Mrs Cleo Fenn has been appointed to the post."),
        (GRADE, "The nursery was found to require improvement."),
        (TURNED, "Turning it into a hall cost £46,000, of which £9,000 had been raised."),
        (MADE, "The regatta raised £900 for the lifeboat."),
        (FINALLY, "The invoice was £52,000 against an estimate of £40,000."),
        (BEFORE, "A cut was paid at £120."),
        (IN_ALL, "The pier will cost £2 million in all."),
        (CALLED, "The decision was called in by Councillors Oake and Fenn."),
        (CALLED, "Councillor Oake called in the decision."),
        (GOT, "The contract was awarded to the Wharfside Trust."),
        ("Where is the bandstand?", "It is by the lake."),
    ],
)
def test_words_that_give_it_fit(asked: str, text: str) -> None:
    assert gives(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (LET, "The plots were looked at."),
        (LET, "In 2019 the plots were looked at."),
        (LET, "On 12 March 2024 the plots were let (Minute 42/24)."),
        (LET, "1.2 The plots were let."),
        (OF_40, "The 40 plots were dug."),
        (COST, "There are 48 plots."),
        (SHARE, "212 plots are let."),
        (SHARE, "Plots are let."),
        (CLOSED, "It was closed."),
        (ASKED, "It was asked for."),
        (SUCCESSOR, "The Director will advertise the post."),
        (GRADE, "The inspectors came to the nursery in May."),
        (TURNED, "The Friends of the Mill had raised £46,000 towards turning it into a hall."),
        (MADE, "A cheque of £200 was received towards the insurance of the regatta."),
        (FINALLY, "The roof was estimated at £40,000."),
        (BEFORE, "The rate was increased to £150 a cut."),
        (IN_ALL, "The pier will cost £200,000 in the first year."),
        (CALLED, "The decision, which was called in, was upheld by the Scrutiny Committee."),
        (GOT, "The ferry is run together with the Wharfside Trust."),
        ("Who did Councillor Quill ask?", "Councillor Quill asked for the scheme."),
        ("Who runs the ferry?", "It is run by the council."),
        (WON, "The company won."),
        (WHICH_SCHOOLS, "Two schools, says the Head of Parks, have Children of Service Personnel."),
        ("What is the name of the chair?", "It is chaired by an Independent Member."),
        (WHY, "It was closed."),
        (WHY, "It has been closed since May."),
        ("What does TRS stand for?", "The TRS was given more."),
        ("What does FRQ mean?", "The quays (FRQ) were repaired."),
        ("What does FRQ mean?", "FRQ funds went to the quays."),
        (WHICH_TWO, "Councillor Ada Quill objected to the Scrutiny Committee."),
        ("On what date will the pier be sold?", "The Harbour Plan 2024-39 does not sell the pier."),
        ("On what date will the pier be sold?", "It is to be sold in 2025."),
        ("When will the pier be sold?", "The Harbour Plan 2024-39 does not sell the pier."),
        ("Who is the chair of the trust?", "Mrs Cleo Fenn is head of the harbour."),
        ("Who is the chair of the trust?", "The Head of Parks looks after the trust."),
        ("How much has the pilot saved?", "The pilot is run for £78,400."),
        ("By how much is the budget overspent?", "The budget is £1.2 million."),
        ("How much will be borrowed?", "It will cost £4.2 million."),
        ("What interest rate does it pay on the loan?", "The balance is £0.15m."),
        (WHY, "He asked if it would be closed."),
        ("Which councillor resigned?", "Councillor Ada Quill sent an apology."),
        ("How many starts has it managed so far?", "It has a target of 31,500 starts."),
        ("How many drivers were fined?", "There were 800 warning notices."),
        ("How many pupils were excluded?", "There are 800 pupils."),
        ("How many children are waiting for a plan?", "There are 800 children with a plan."),
        ("What is the budget for the pier?", "The pier will save £48,000."),
        (GOT_IT, "Procurement was through the Council's standard processes."),
    ],
)
def test_words_that_do_not_give_it_do_not_fit(asked: str, text: str) -> None:
    assert not gives(asked, text)


@pytest.mark.parametrize("text", ["It may be closed.", "They march over the slipway."])
def test_a_word_that_is_spelt_like_a_month_is_no_date(text: str) -> None:
    assert not gives(CLOSED, text)


def test_a_table_gives_a_sum_or_a_share_without_its_sign() -> None:
    assert gives(COST, "Plot | 48", is_table=True)
    assert gives(SHARE, "Plots let | 80", is_table=True)
    assert not gives(COST, "Plot | see below", is_table=True)


def test_a_figure_is_of_the_unit_that_is_asked_for() -> None:
    assert gives("How much is it per mile?", "It is 45p per mile.")
    assert not gives("How much is it per mile?", "It is 45p per hour.")
    assert gives("How much is it per mile?", "It is 45p.", title="CHARGES PER MILE")


def test_a_figure_is_of_the_label_that_is_asked_for() -> None:
    asked = "How many pupils are in Year 9?"
    assert gives(asked, "There are 30 in Year 9.")
    assert gives(asked, "There are 30 pupils.", title="PUPILS OF YEAR 9")
    assert not gives(asked, "There are 30 in Year 7.")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1.2 There are 12 plots.", ["12"]),
        ("(a) five, £1,200 and 3.5%", ["five", "1,200", "3.5"]),
        ("In 2012/13 and by 31.12.2024 there were 7.", ["7"]),
        ("On 12 March 2024, in Years 7 and 8", []),
        ("Minutes 42/24 and paragraph 3", []),
    ],
)
def test_dates_labels_and_numbers_of_paragraphs_are_no_figures(
    text: str, figures: list[str]
) -> None:
    assert figures_in(text) == figures


def test_a_figure_of_the_question_is_none_of_the_answer() -> None:
    assert figures_in("Of the 40 there are 12.", frozenset({"40"})) == ["12"]


def test_a_figure_that_opens_a_sentence_is_no_number_of_a_paragraph() -> None:
    assert figures_in("212 people are on the list.") == ["212"]
    assert figures_in("12. There are 212 people on the list.") == ["212"]


def test_a_table_of_another_level_has_not_the_label() -> None:
    asked = "How many reached level 3?"
    assert gives(asked, "Level 3 | 41", is_table=True)
    assert not gives(asked, "Attainment at level 2, 3 schools | 41", is_table=True)


def test_people_of_other_ages_are_not_those_asked_about() -> None:
    asked = "How many 16 and 17 year olds row the ferry?"
    assert gives(asked, "Of those aged 16 or 17, 12 row it.")
    assert not gives(asked, "Of those aged 18 to 25, 187 row it.")


def test_people_said_to_be_aged_so_are_of_those_ages() -> None:
    asked = "What share of care leavers aged 22 to 25 have work?"
    assert gives(asked, "Of care leavers aged 22 to 25, 40 per cent have work.")
    assert not gives(asked, "It drops to 46 per cent for 19-21 year olds.")


def test_the_figure_of_all_is_not_that_of_a_group_of_them() -> None:
    asked = "What share of our harbour apprentices are women?"
    assert gives(asked, "Of harbour apprentices 40 per cent are women.")
    assert gives(asked, "Of the apprentices 40 per cent are women.", title="THE HARBOUR")
    assert not gives(asked, "Women are 68 per cent of apprentices.")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("On what date will the pier be sold?", "It is to be sold on 2 March."),
        ("When will the pier be sold?", "It is to be sold in 2025."),
        ("Who is the chair of the trust?", "The trust has Mrs Cleo Fenn for its chairman."),
        ("How much has the pilot saved?", "The pilot cut spending by £8,400."),
        ("By how much is the budget overspent?", "The overspend is £1.2 million."),
        ("How much will be borrowed?", "A loan of £0.5 million will pay for the rest."),
        ("What interest rate does it pay on the loan?", "It pays 4.2 per cent."),
        ("Which councillor resigned?", "Councillor Ada Quill had left the Council."),
        ("How many starts has it managed so far?", "There have been 1,500 starts."),
        ("How many drivers were fined?", "Penalties were paid by 800 drivers."),
        ("How many children are waiting for a plan?", "The list has 80 children."),
        ("What is the budget for the pier?", "The pier is allocated £48,000."),
        ("Who is the director of harbours?", "The Director of Harbours, Cleo Fenn, began in May."),
    ],
)
def test_words_of_the_sort_that_is_asked_for_fit(asked: str, text: str) -> None:
    assert gives(asked, text)


def test_a_row_gives_a_figure_of_its_own_and_not_of_its_header() -> None:
    assert gives(SHARE, "Plots let | 80", is_table=True)
    assert not gives(SHARE, "Plots let | GREEN", is_table=True)
