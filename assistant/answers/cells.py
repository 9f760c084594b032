"""A figure asked for by its coordinates: the label of a row, the column, the year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from assistant.answers.quoted import CLOSE
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.tabled import TableRow, is_same
from assistant.evidence.years import AskedYears, asked_years, is_of_years
from assistant.understanding.questions import YES_NO, QuestionKind
from assistant.understanding.slots import Slot
from assistant.understanding.wanting import FIGURES, Wanted
from corpus.acronyms import spelt_out
from corpus.text.words import words_of

LOOKED_AT = 150
"""Rows with the most of the subject's words, whose labels are held against the question."""
WEIGHED = 3
"""Rows that the reranker reads for a question."""
COVERED = 0.5
"""A row is about the subject if it has this share of its words, with what leads to it ..."""
BESIDES = 0.3
"""... and this share of those that are not in its label: all rows of a table have labels ..."""
NAMED = 0.6
"""... and is named if the question has this share of the words of its label ..."""
BEGUN = 0.4
"""... or this, with the first of them: people say "parks" for "Parks and Gardens"."""
LEAST, LEAST_OF_ANY = -5.0, 0.0
"""The reranker's least score of a row where a figure is asked for, and where none is."""
SURE_OF_A_CELL = 4.0
"""What a row counts by itself whose label, column and subject the question names."""
MAY_WANT_A_CELL = FIGURES | {Wanted.ANYTHING}
OF_THE_COUNCIL = re.compile(
    r"(?:la|local authority|authority|(?:county |city |borough |district )?council)", re.I
)
"""The label of the row that is of the council itself, among those of others."""
OF_THE_COUNTRY = re.compile(r"(?:nat(?:ional)?|england)(?: average)?(?: \(.*\))?", re.I)
ASKED_NATIONALLY = re.compile(r"\bnational(?:ly)?\b|\bengland\b|\bcountry as a whole\b", re.I)
"""The row of the whole country is called either."""
ASKS = re.compile(r"\b(?:wh\w+|how|is|are|was|were|do|does|did|has|have|had|will)\b", re.I)
"""A question without such a word is only the name of what is looked for."""
OF_ANY_CELL = frozenset(
    words_of(
        "number figure amount compare compared comparison versus month months quarter end between"
    )
)
"""Stems of words that ask for a cell, and say of none what it is."""
A_YEAR = re.compile(r"(?:19|20)?\d\d(?:/\d+)?")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row that a question names; ``coverage`` is the share of the subject that it has."""

    row: TableRow
    coverage: float
    named: frozenset[str]
    """The question's words that are those of its label."""


def cells_first(evidence: Evidence, slot: Slot, scored: Sequence[Scored]) -> list[Scored]:
    """``scored``, and before them the rows that the question names and that say more of it."""
    if not scored or not _may_want_a_cell(evidence, slot):
        return list(scored)
    named = (each for each in rows_named(evidence, slot) if each.coverage >= COVERED)
    of_it = (each for each in named if coverage_besides(evidence, [each]) >= BESIDES)
    rows = list(islice(of_it, WEIGHED))
    own = evidence.scores([each.row.part for each in rows])
    is_plain = slot.wanted in FIGURES or not ASKS.search(slot.asked)
    least = LEAST if is_plain else LEAST_OF_ANY
    years = asked_years(slot.asked, evidence.scope)
    of_years = (each for each in scored if is_of_years(years, each.quotable.passage))
    said = next((evidence.coverage(each.quotable.whole) for each in of_years), 0.0)
    top = scored[0].score + CLOSE / 2
    first = [
        Scored(each.row.part, top + each.coverage, max(score, SURE_OF_A_CELL))
        for each, score in zip(rows, own, strict=True)
        if score >= least and evidence.coverage(each.row.part.whole) > said
    ]
    places = {_place(each) for each in first}
    return [*first, *(each for each in scored if _place(each) not in places)]


def coverage_besides(evidence: Evidence, rows: Sequence[NamedRow]) -> float:
    """The share of the subject, the labels of ``rows`` left out, that the first of them has."""
    labels = frozenset[str]().union(*(each.named for each in rows))
    besides = [word for word in _subject(evidence) if word not in labels]
    tabled, rarity = evidence.tools.tabled, evidence.tools.rarity
    return tabled.coverage(besides, rarity, rows[0].row)


def rows_named(evidence: Evidence, slot: Slot) -> list[NamedRow]:
    """The rows of figures that the question names, of its councils and years, best first."""
    tabled, years = evidence.tools.tabled, asked_years(slot.asked, evidence.scope)
    coverages = tabled.coverages(_subject(evidence), evidence.tools.rarity)
    asked = set(words_of(spelt_out(slot.asked, evidence.holdings.acronyms)))
    found = [
        NamedRow(row, float(coverages[at]), named)
        for at in np.argsort(-coverages, kind="stable")[:LOOKED_AT].tolist()
        if (row := tabled.rows[at])
        and (named := _named(evidence, row, asked))
        and _is_in_scope(evidence, row, years)
        and fits(slot, row.part, evidence.holdings.acronyms)
    ]
    return sorted(found, key=lambda each: -each.coverage)


def _subject(evidence: Evidence) -> list[str]:
    """The subject without years, which are coordinates, and words that only ask for a cell."""
    subject = (word for word in evidence.subject if word not in OF_ANY_CELL)
    return [word for word in subject if not A_YEAR.fullmatch(word)]


def _may_want_a_cell(evidence: Evidence, slot: Slot) -> bool:
    is_fact = evidence.question.kind is QuestionKind.FACT and not YES_NO.match(slot.asked)
    return is_fact and slot.wanted in MAY_WANT_A_CELL


def _named(evidence: Evidence, row: TableRow, asked: set[str]) -> frozenset[str]:
    """The words of ``asked`` that name the row; none if too few of its label's are among them."""
    of_the_country = ASKED_NATIONALLY.search(evidence.asked)
    if of_the_country and OF_THE_COUNTRY.fullmatch(row.label):
        return frozenset(words_of(of_the_country[0]))
    if OF_THE_COUNCIL.fullmatch(row.label) and evidence.scope.councils and not of_the_country:
        return frozenset(words_of(row.label))
    weight = evidence.tools.rarity.weight
    label = [word for word in dict.fromkeys(words_of(row.label)) if not word.isdigit()]
    pairs = [(word, other) for word in label for other in asked if is_same(word, other)]
    total = sum(map(weight, label))
    named = {word for word, _ in pairs}
    share = sum(map(weight, sorted(named))) / total if total else 0.0
    least = BEGUN if label and label[0] in named else NAMED
    return frozenset(other for _, other in pairs) if share >= least else frozenset()


def _is_in_scope(evidence: Evidence, row: TableRow, years: AskedYears) -> bool:
    paper = row.passage.paper
    of_council = not evidence.scope.councils or paper.meeting.council in (
        None,
        *evidence.scope.councils,
    )
    admitted = evidence.question.filters.admit(paper)
    return of_council and admitted and is_of_years(years, row.passage)


def _place(each: Scored) -> tuple[str, int]:
    return each.quotable.passage.id, each.quotable.start
