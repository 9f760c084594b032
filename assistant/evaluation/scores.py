"""Scores over a question set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median, median_low

from assistant.evaluation.grading import Verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1 and times in seconds; a share or median of nothing is None.

    Of the questions that the papers answer: ``answered`` and ``answerable_right`` are the
    shares that were answered and that were answered right, ``refused_wrongly`` the share
    that was not answered. Of the others, ``refused_rightly`` is the share that was refused,
    or whose false premise was corrected.

    ``citations_right`` is the share of citations that stand on the evidence (precision),
    ``evidence_cited`` that of the questions with evidence that have such a citation (recall),
    ``hit_at_k`` that of those whose first k passages found hold evidence. ``force_right`` is
    the share of answers that give the evidence its force, ``verbatim`` that of the quotes
    that stand in their source, ``median_words`` the length of what was answered.
    """

    questions: int
    accuracy: float | None
    answered: float | None
    answerable_right: float | None
    refused_rightly: float | None
    refused_wrongly: float | None
    citations_right: float | None
    evidence_cited: float | None
    hit_at_1: float | None
    hit_at_5: float | None
    hit_at_10: float | None
    force_right: float | None
    verbatim: float | None
    median_words: int | None
    median_seconds: float
    p95_seconds: float
    slowest_seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that went wrong, and why."""

    id: str | int
    kind: str
    question: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """``by_kind`` holds for each kind of question how many are right, and of how many.

    ``to_complete`` are questions of which nobody has said yet what is right, with what is
    known to be wrong still; they are in none of the other figures but the times.
    """

    figures: Figures
    by_kind: Mapping[str, tuple[int, int]]
    failures: tuple[Failure, ...]
    to_complete: tuple[Failure, ...] = ()


def score(verdicts: Sequence[Verdict]) -> Scores:
    """The scores of ``verdicts``, of which there is at least one."""
    counted = [each for each in verdicts if each.question.answerable is not None]
    return Scores(
        figures_of(verdicts),
        _by_kind(counted),
        tuple(_failure(verdict) for verdict in counted if not verdict.right),
        tuple(_failure(verdict) for verdict in verdicts if verdict not in counted),
    )


def figures_of(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of ``verdicts``, of which there is at least one."""
    seconds = sorted(verdict.given.seconds for verdict in verdicts)
    verdicts = [each for each in verdicts if each.question.answerable is not None]
    answerable = [verdict for verdict in verdicts if verdict.question.answerable]
    others = [verdict for verdict in verdicts if not verdict.question.answerable]
    with_evidence = [verdict for verdict in answerable if verdict.question.evidence]
    forces = [verdict.force_right for verdict in verdicts]
    words = [len(verdict.given.text.split()) for verdict in verdicts if verdict.given.answered]
    return Figures(
        questions=len(verdicts),
        accuracy=_share(verdict.right for verdict in verdicts),
        answered=_share(verdict.given.answered for verdict in answerable),
        answerable_right=_share(verdict.right for verdict in answerable),
        refused_rightly=_share(verdict.right for verdict in others),
        refused_wrongly=_share(not verdict.given.answered for verdict in answerable),
        citations_right=_share(right for each in with_evidence for right in each.on_evidence),
        evidence_cited=_share(verdict.cites_evidence for verdict in with_evidence),
        hit_at_1=_share(0 < verdict.rank <= 1 for verdict in with_evidence),
        hit_at_5=_share(0 < verdict.rank <= 5 for verdict in with_evidence),
        hit_at_10=_share(0 < verdict.rank <= 10 for verdict in with_evidence),
        force_right=_share(right for right in forces if right is not None),
        verbatim=_share(right for verdict in verdicts for right in verdict.given.verbatim),
        median_words=median_low(words) if words else None,
        median_seconds=median(seconds),
        p95_seconds=seconds[int(len(seconds) * 0.95)],
        slowest_seconds=seconds[-1],
    )


def to_text(scores: Scores) -> str:
    """The figures, then the kinds of question, then what went wrong."""
    figures: dict[str, float | None] = asdict(scores.figures)
    lines = [f"{name.replace('_', ' '):<16} {shown(value)}" for name, value in figures.items()]
    lines += ["", "right by kind of question"]
    lines += [f"  {kind:<14} {right} of {of}" for kind, (right, of) in scores.by_kind.items()]
    for failure in scores.failures:
        why = "; ".join(failure.faults)
        lines += ["", f"{failure.id} ({failure.kind}) {failure.question}", f"  {why}"]
    if scores.to_complete:
        lines += ["", "to be completed by a person (asked, not counted)"]
    for each in scores.to_complete:
        why = "; ".join(each.faults) or "no longer as it was complained of"
        lines += ["", f"{each.id} ({each.kind}) {each.question}", f"  {why}"]
    return "\n".join(lines)


def shown(value: float | None) -> str:
    """Such as "0.76" or "62"; "–" where there is nothing to score."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return str(value)
    return "<0.01" if 0 < value < 0.005 else f"{value:.2f}"


def _failure(verdict: Verdict) -> Failure:
    question = verdict.question
    return Failure(question.asked.id, question.kind, question.asked.question, verdict.faults)


def _by_kind(verdicts: Sequence[Verdict]) -> dict[str, tuple[int, int]]:
    rights: dict[str, list[bool]] = {}
    for verdict in sorted(verdicts, key=lambda verdict: verdict.question.kind):
        rights.setdefault(verdict.question.kind, []).append(verdict.right)
    return {kind: (sum(of_kind), len(of_kind)) for kind, of_kind in rights.items()}


def _share(rights: Iterable[bool]) -> float | None:
    counted = list(rights)
    return sum(counted) / len(counted) if counted else None
