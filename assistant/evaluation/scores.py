"""Scores over a question set."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import TypedDict

from assistant.evaluation.grading import Verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1 and times in seconds; a share of nothing is None.

    ``answerable`` and ``unanswerable`` are the shares that are right of the questions that
    the papers answer and of the others. ``citation_hit`` is the share of the answerable
    ones with a citation on the evidence; ``hit_at_k`` that of those whose first k passages
    found hold evidence. ``verbatim`` is the share of quotes that stand in their source.
    """

    questions: int
    accuracy: float | None
    answerable: float | None
    unanswerable: float | None
    citation_hit: float | None
    verbatim: float | None
    hit_at_1: float | None
    hit_at_5: float | None
    hit_at_10: float | None
    median_seconds: float
    slowest_seconds: float


@dataclass(frozen=True, slots=True)
class Scores:
    """``by_kind`` holds for each kind of question how many are right, and of how many."""

    figures: Figures
    by_kind: dict[str, tuple[int, int]]
    failures: tuple[Verdict, ...]


class FailureJson(TypedDict):
    """A question that went wrong, and why."""

    id: str | int
    kind: str
    question: str
    faults: list[str]


class ScoresJson(TypedDict):
    """The scores as other programs read them."""

    figures: dict[str, float | None]
    by_kind: dict[str, list[int]]
    failures: list[FailureJson]


def score(verdicts: Sequence[Verdict]) -> Scores:
    """The scores of ``verdicts``, of which there is at least one."""
    answerable = [verdict for verdict in verdicts if verdict.question.answerable]
    others = [verdict for verdict in verdicts if not verdict.question.answerable]
    ranks = [verdict.rank for verdict in answerable if verdict.question.evidence]
    seconds = [verdict.given.seconds for verdict in verdicts]
    figures = Figures(
        questions=len(verdicts),
        accuracy=_share(verdict.right for verdict in verdicts),
        answerable=_share(verdict.right for verdict in answerable),
        unanswerable=_share(verdict.right for verdict in others),
        citation_hit=_share(verdict.cites_evidence for verdict in answerable),
        verbatim=_share(right for verdict in verdicts for right in verdict.given.verbatim),
        hit_at_1=_share(0 < rank <= 1 for rank in ranks),
        hit_at_5=_share(0 < rank <= 5 for rank in ranks),
        hit_at_10=_share(0 < rank <= 10 for rank in ranks),
        median_seconds=median(seconds),
        slowest_seconds=max(seconds),
    )
    failures = tuple(verdict for verdict in verdicts if not verdict.right)
    return Scores(figures, _by_kind(verdicts), failures)


def to_json(scores: Scores) -> ScoresJson:
    """The scores as other programs read them."""
    return ScoresJson(
        figures=asdict(scores.figures),
        by_kind={kind: list(counts) for kind, counts in scores.by_kind.items()},
        failures=[
            FailureJson(
                id=failure.question.asked.id,
                kind=failure.question.kind,
                question=failure.question.asked.question,
                faults=list(failure.faults),
            )
            for failure in scores.failures
        ],
    )


def to_text(scores: Scores) -> str:
    """The figures, then the kinds of question, then what went wrong."""
    figures: dict[str, float | None] = asdict(scores.figures)
    lines = [f"{name.replace('_', ' '):<16} {shown(value)}" for name, value in figures.items()]
    lines += ["", "right by kind of question"]
    lines += [f"  {kind:<14} {right} of {of}" for kind, (right, of) in scores.by_kind.items()]
    for failure in to_json(scores)["failures"]:
        why = "; ".join(failure["faults"])
        lines += ["", f"{failure['id']} ({failure['kind']}) {failure['question']}", f"  {why}"]
    return "\n".join(lines)


def shown(value: float | None) -> str:
    """Such as "0.76" or "62"; "–" where there is nothing to score."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return str(value)
    return "<0.01" if 0 < value < 0.005 else f"{value:.2f}"


def _by_kind(verdicts: Sequence[Verdict]) -> dict[str, tuple[int, int]]:
    rights: dict[str, list[bool]] = {}
    for verdict in sorted(verdicts, key=lambda verdict: verdict.question.kind):
        rights.setdefault(verdict.question.kind, []).append(verdict.right)
    return {kind: (sum(of_kind), len(of_kind)) for kind, of_kind in rights.items()}


def _share(rights: Iterable[bool]) -> float | None:
    counted = list(rights)
    return sum(counted) / len(counted) if counted else None
