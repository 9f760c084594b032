"""What can be quoted of a passage, and where it stands."""

from dataclasses import replace

from fakes import a_passage
from written import a_document

from assistant.evidence.quoting import Quotable, nearest, place_in, quotables, widened
from corpus.papers import Force, Passage, Run

LONG = "Word " * 70


def words(parts: list[Quotable]) -> list[str]:
    return [part.text for part in parts]


def a_table(text: str, header: int = 0) -> Passage:
    """A table whose first ``header`` lines stand above it in the document, apart from it."""
    above = len("".join(text.splitlines(keepends=True)[:header]))
    runs = (Run(0, 0), Run(above, 1000)) if header else (Run(0, 1000),)
    passage = a_passage(text)
    span = replace(passage.span, start=1000, end=1000 + len(text) - above)
    return replace(passage, is_table=True, runs=runs, span=span)


def test_remarks_are_quoted_sentence_by_sentence() -> None:
    passage = a_passage("The bridge is old. Councillor Oake asked for its repair.")
    assert words(quotables(passage)) == [
        "The bridge is old.",
        "Councillor Oake asked for its repair.",
    ]


def test_a_decision_is_quoted_whole() -> None:
    passage = a_passage("RESOLVED that the ford be closed. It is deep.", force=Force.RESOLVED)
    assert words(quotables(passage)) == [passage.text]


def test_a_sentence_of_a_word_or_two_is_not_quoted_by_itself() -> None:
    assert words(quotables(a_passage("Noted. It is old."))) == ["Noted. It is old."]
    assert words(quotables(a_passage("Kirk Ness\n: 114\nFarside\n: 7"))) == [
        "Kirk Ness\n: 114",
        "Farside\n: 7",
    ]
    assert words(quotables(a_passage("None."))) == ["None."]


def test_an_item_of_a_list_is_led_by_its_lead_in() -> None:
    passage = a_passage("The Leader informed the Committee that:\nthe slipway is closed;")
    (item,) = quotables(passage)
    assert item.text == "the slipway is closed;"
    assert item.whole == "The Leader informed the Committee that: the slipway is closed;"


def test_a_row_is_led_by_the_header_and_the_band_above_it() -> None:
    table = a_table("Year | Visits\nBranches\n2023 | 311\n2024 | 307", header=2)
    rows = quotables(table)
    assert words(rows) == ["2023 | 311", "2024 | 307"]
    assert [lead.text for lead in rows[1].leads] == ["Year | Visits", "Branches"]


def test_a_band_without_rows_is_quoted_itself() -> None:
    assert words(quotables(a_table("No visits were counted."))) == ["No visits were counted."]


def test_a_long_row_is_quoted_cell_by_cell_led_by_its_first() -> None:
    row = quotables(a_table(f"Library | {LONG}| Closed on Sunday"))
    assert words(row) == ["Library", LONG.strip(), "Closed on Sunday"]
    assert row[2].whole == "Library Closed on Sunday"


def test_the_short_cells_of_a_long_row_stay_together_under_the_header() -> None:
    table = a_table(f"Place | Why | 2024 | 2025\nLow Mill | {LONG}| 311 | 307", header=1)
    parts = quotables(table)
    assert words(parts) == ["Low Mill", LONG.strip(), "311 | 307"]
    assert [lead.text for lead in parts[2].leads] == ["Place | Why | 2024 | 2025", "Low Mill"]


def test_a_short_sentence_is_widened_by_those_beside_it() -> None:
    passage = a_passage("Can it be mended? The Clerk replied that it could. It was agreed to wait.")
    middle = quotables(passage)[1]
    assert widened(middle).text == passage.text


def test_a_quotation_is_not_widened_beyond_a_short_one() -> None:
    passage = a_passage(f"The bridge is very old. {LONG.strip()}. It was agreed to wait.")
    assert widened(quotables(passage)[0]).text == "The bridge is very old."
    assert widened(quotables(passage)[1]) == quotables(passage)[1]


def test_the_nearest_are_one_part_of_each_passage() -> None:
    passages = [a_passage(f"The bridge {n} is old. It leaks a lot.") for n in range(6)]
    parts = [part for passage in passages for part in quotables(passage)]
    assert words(list(nearest(parts))) == [f"The bridge {n} is old." for n in range(4)]
    assert nearest([]) == ()


def test_a_quotation_is_placed_where_its_words_stand() -> None:
    document = a_document("The Clerk\nsaid that the bridge\nis old.")
    text = "The Clerk said that the bridge is old."
    passage = replace(a_passage(text), span=document.span(0, len(document.text)))
    start = text.index("that")
    span = place_in(document, Quotable(passage, start, len(text)))
    assert document.text[span.start : span.end] == "that the bridge\nis old."
    assert (span.line_start, span.line_end) == (2, 3)


def test_a_short_line_over_a_long_one_is_its_title() -> None:
    line = "The bridge is old and its piers will not bear another winter like the last one."
    (part,) = quotables(a_passage(f"The state of the bridge\n{line}"))
    assert (part.text, [lead.text for lead in part.leads]) == (line, ["The state of the bridge"])


def test_a_short_list_is_quoted_whole_under_its_lead_in() -> None:
    deep = "deep and wide and cold, " * 7
    passage = a_passage(f"The Clerk said that:\nthe ford is {deep}\nthe bridge is {deep}")
    for item in quotables(passage):
        assert widened(item).whole == " ".join(passage.text.split("\n", 1))


def test_a_long_list_is_not_quoted_whole() -> None:
    items = "\n".join(f"the bridge {n} {'is very old and ' * 8}leaks;" for n in range(9))
    item = quotables(a_passage(f"The Clerk said that:\n{items}"))[2]
    assert len(widened(item).text.split()) <= 65
    assert item.text in widened(item).text


def test_of_a_long_proposal_each_sentence_stands_for_itself() -> None:
    proposal = [f"The bridge {n} is to be mended before winter." for n in range(20)]
    assert words(quotables(a_passage(" ".join(proposal), force=Force.PROPOSED))) == proposal
    short = " ".join(proposal[:5])
    assert words(quotables(a_passage(short, force=Force.PROPOSED))) == [short]


def test_a_row_of_a_small_table_is_quoted_with_the_whole_of_it() -> None:
    rows = quotables(a_table("Stage | Day\nOpens | 9 May\nCloses | 8 June", header=1))
    assert widened(rows[0]).text == "Opens | 9 May\nCloses | 8 June"


def test_a_row_of_a_larger_table_is_not_widened_by_its_neighbours() -> None:
    visits = "\n".join(f"{year} | {'three hundred and ' * 4}seven" for year in range(2015, 2025))
    row = quotables(a_table(f"Year | Visits\n{visits}", header=1))[0]
    assert widened(row) == row


def test_a_sentence_that_begins_with_he_is_widened_back_to_whom_it_means() -> None:
    after = "The bridge had been closed twice in the winter and the ford was not safe either " * 4
    passage = a_passage(f"The Clerk spoke. He asked for a new bridge by May. {after.strip()}.")
    part = quotables(passage)[1]
    assert widened(part).text == "The Clerk spoke. He asked for a new bridge by May."


def test_a_quotation_begins_on_the_page_that_has_its_words() -> None:
    passage = a_passage("The ferry ran daily. The fare was £3. It is still.")
    fare = quotables(passage)[1]
    assert widened(fare).start == 0
    divided = replace(passage, span=replace(passage.span, page=4, page_end=5))
    assert widened(replace(fare, passage=divided)).text == "The fare was £3. It is still."


def test_the_cells_of_a_long_row_are_read_together() -> None:
    plan, fate = "Cut the grant " + "more " * 40, "This has been dropped " + "for good " * 10
    table = a_table(f"Plan | Progress\n50 | Ferry | {plan} | {fate}", header=1)
    cut = next(part for part in quotables(table) if part.text.startswith("Cut"))
    assert "This has been dropped" in widened(cut).text


def test_a_quotation_does_not_end_within_a_list() -> None:
    items = "\n".join(f"that the {word} is {'very ' * 12}old; and" for word in ("ford", "quay"))
    passage = a_passage(f"Mr Oake spoke. There were three grounds.\n{items}\nthat it leaks.")
    first = next(part for part in quotables(passage) if "ford" in part.text)
    assert widened(first).text.endswith("that it leaks.")


def test_a_concern_is_quoted_with_the_reply_to_it() -> None:
    concern = f"Councillor Oake expressed concern at the roof of the mill, {'and so on, ' * 12}."
    reply = f"The Director explained that no work had been agreed, {'and so on, ' * 8}."
    passage = a_passage(f"{concern} {reply} The mill opens at nine.")
    assert widened(quotables(passage)[0]).text == f"{concern} {reply}"


def test_no_further_sentence_than_the_reply_is_quoted_with_a_concern() -> None:
    concern = f"Councillor Oake expressed concern at the roof of the mill, {'and so on, ' * 12}."
    passage = a_passage(f"{concern} The mill opens at nine, {'and so on, ' * 8}.")
    assert widened(quotables(passage)[0]).text == concern


def test_a_concern_of_somebody_called_he_is_quoted_with_the_name_before_it() -> None:
    name = "Councillor Oake had sent a statement on the mill."
    concern = f"He expressed concern at its roof, {'and so on, ' * 8}."
    reply = f"The Director explained that no work had been agreed, {'and so on, ' * 8}."
    passage = a_passage(f"{name} {concern} {reply}")
    assert widened(quotables(passage)[1]).text == f"{name} {concern} {reply}"
