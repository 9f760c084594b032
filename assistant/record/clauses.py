"""In which clauses of a decision quoted words stand, as councils cite them: "42/24(1)"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.replies import Citation
from corpus.papers import Clause, Decision

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_ROMAN = re.compile(r"[ivxl]+")
_ROMAN_NUMBERS = {"i": 1, "v": 5, "x": 10, "l": 50}
_OPENING = frozenset({"1", "a", "i"})
"""Labels that open a list below a clause."""


def decisions_at(decisions: Iterable[Decision], citation: Citation) -> list[Decision]:
    """Those of ``decisions`` whose words the citation touches, in their order."""
    passage, span = citation.passage, citation.span
    return [
        decision
        for decision in decisions
        if decision.paper.id == passage.paper.id
        and decision.span.start < span.end
        and span.start < decision.span.end
    ]


def clause_of(decisions: Sequence[Decision], citation: Citation) -> str:
    """The clause in which the quote stands: "(1)", "(2)(a)", "(1) and (3)", "2.1".

    ``decisions`` are those it touches. It is "" where the quote is a whole decision or in
    none, stands in a part without a number, or might stand in either of two clauses: a
    wrong clause is worse than none.
    """
    found = {told for decision in decisions for told in _told(decision, citation.quote)}
    return found.pop() if len(found) == 1 else ""


def _told(decision: Decision, quote: str) -> Iterator[str]:
    """The clauses for each place at which ``quote`` stands in the decision's words."""
    words, sought = _bare(decision.words), _bare(quote)
    extents = _extents(words, decision.clauses)
    paths = _paths(clause.number for clause in decision.clauses)
    for match in re.finditer(f"(?={re.escape(sought)})", words):
        end = match.start() + len(sought)
        touched = [
            path
            for path, (first, last) in zip(paths, extents, strict=False)
            if first < end and match.start() < last
        ]
        is_whole = len(touched) == len(paths) or not all(touched)
        yield "" if is_whole else _joined(_named(list(dict.fromkeys(touched)), paths))


def _extents(words: str, clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Where each clause stands in ``words``; none if one of them is not found."""
    extents: list[tuple[int, int]] = []
    at = 0
    for clause in clauses:
        text = _bare(clause.number + clause.words)
        at = words.find(text, at)
        if at < 0:
            return []
        extents.append((at, at + len(text)))
        at += len(text)
    return extents


def _paths(numbers: Iterable[str]) -> list[str]:
    """Each number below those that it hangs from: "2.", "a)", "b)" are (2), (2)(a), (2)(b).

    A clause without a number has the path "".
    """
    above: list[str] = []
    paths: list[str] = []
    for number in numbers:
        label = number.strip("()[]. \t")
        above = _below(above, label) if label else above
        bracketed = "".join(each if "." in each else f"({each})" for each in above)
        paths.append(bracketed if label else "")
    return paths


def _below(above: list[str], label: str) -> list[str]:
    """The labels that lead to ``label``, which comes after the last of ``above``."""
    if _DOTTED.fullmatch(label):
        return [label]
    for level in reversed(range(len(above))):
        if _follows(above[level], label):
            return [*above[:level], label]
    alike = [level for level, each in enumerate(above) if _form(each) == _form(label)]
    if alike:
        return [*above[: alike[-1]], label]
    return [*above, label] if label.casefold() in _OPENING else [label]


def _form(label: str) -> str:
    """How a label counts: with dots, in figures, in Roman numbers or in letters."""
    if "." in label or label.isdigit():
        return "." if "." in label else "1"
    return "i" if _ROMAN.fullmatch(label.casefold()) else "a"


def _follows(before: str, label: str) -> bool:
    """Whether ``label`` comes right after ``before``: 2 after 1, b after a, ii after i."""
    first, second = before.casefold(), label.casefold()
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    if _ROMAN.fullmatch(first) and _ROMAN.fullmatch(second) and _of(second) == _of(first) + 1:
        return True
    is_letter = len(first) == len(second) == 1 and first.isalpha() and second.isalpha()
    return is_letter and ord(second) == ord(first) + 1


def _of(roman: str) -> int:
    values = [_ROMAN_NUMBERS[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _named(touched: Sequence[str], paths: Sequence[str]) -> list[str]:
    """A clause for all that hang from it; else those, without the words that lead to them."""

    def hangs(below: str, clause: str) -> bool:
        return below.startswith(f"{clause}(")

    whole = [each for each in touched if all(p in touched for p in paths if hangs(p, each))]
    kept = [each for each in touched if not any(hangs(each, clause) for clause in whole)]
    return [p for p in kept if p in whole or not any(hangs(below, p) for below in kept)]


def _joined(paths: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(paths[:-1]), paths[-1]))) if paths else ""


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
