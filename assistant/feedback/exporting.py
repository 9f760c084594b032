"""Remarks as a question set for ``evaluate``, and as words.

A remark says what is wrong, seldom what would be right. What it does say is checked at once:
that words are not cited again, or not with that force. What would be right is left to be
filled in by a person; until then ``evaluate`` asks the question and does not count it.
"""

import json
from collections.abc import Sequence

from assistant.citing import written_date
from assistant.counting import counted
from assistant.feedback.remarks import CitedPlace, Fault, Remark
from assistant.filter_texts import text_of_parts, texts_of

_TO_DO = {
    Fault.WRONG_PASSAGE: "Say in “answerable” whether the papers answer this; if they do, put the "
    "right place in “evidence”.",
    Fault.WRONG_FORCE: "Say in “force” which force the words in “evidence” have, and put true "
    "in “answerable”.",
    Fault.PAPER_MISSING: "Add the paper and put its place in “evidence”, with true in "
    "“answerable”; or put false there, if no such paper is to be had.",
    Fault.OUT_OF_DATE: "Put the place of the newer words in “evidence”, with true in "
    "“answerable”; or false, if the papers hold none.",
}


def to_question(number: int, remark: Remark) -> str:
    """The line of a question set; ``number`` makes the id."""
    complete = is_complete(remark)
    row: dict[str, object] = {
        "id": f"feedback-{number:03}",
        "question": remark.standalone,
        "kind": remark.fault.value,
        "answerable": True if complete else None,
        "evidence": [],
        "filters": texts_of(remark.filters),
        "without": text_of_parts(remark.without),
        "follow_up_of": None,
    }
    places = [_evidence(place) for place in remark.complained_of]
    if remark.fault is Fault.WRONG_FORCE:
        row["evidence"] = places
        row["force"] = remark.right_force.value if remark.right_force else None
        row["not_force"] = sorted(
            {each.force.value for each in remark.complained_of} - {row["force"]}
        )
    elif remark.fault is Fault.WRONG_PASSAGE and (remark.faulted or len(places) == 1):
        row["not_evidence"] = places
    else:
        row["not_enough"] = places
    row["note"] = _note(remark, "" if complete else _TO_DO[remark.fault])
    return json.dumps(row, ensure_ascii=False)


def is_complete(remark: Remark) -> bool:
    """Whether the remark says what would be right, so that it can be counted as it is."""
    return remark.right_force is not None and bool(remark.complained_of)


def to_text(remarks: Sequence[Remark]) -> str:
    """A paragraph for each remark, and how many there are of each kind."""
    told = [_in_words(remark) for remark in remarks]
    numbers = [
        f"{sum(remark.fault is fault for remark in remarks)} {fault.value}"
        for fault in Fault
        if any(remark.fault is fault for remark in remarks)
    ]
    total = counted(len(remarks), "remark")
    return "\n\n".join([*told, f"{total}: {', '.join(numbers)}" if numbers else f"{total}."])


def _in_words(remark: Remark) -> str:
    lines = [f"{written_date(remark.made_on)}: {remark.fault.value}", f"  {remark.asked}"]
    if remark.standalone != remark.asked:
        lines.append(f"  understood as: {remark.standalone}")
    lines += [f"  [{place.number}] {place.reference}" for place in remark.complained_of]
    lines += ["  the answer was: not recorded"] if not remark.cited else []
    lines += [f"  the force should be: {remark.right_force.value}"] if remark.right_force else []
    lines += [f"  “{remark.words}”"] if remark.words else []
    return "\n".join(lines)


def _evidence(place: CitedPlace) -> dict[str, object]:
    if place.page is not None:
        return {"file": place.source, "page": place.page}
    return {"file": place.source, "line_start": place.line_start, "line_end": place.line_end}


def _note(remark: Remark, to_do: str) -> str:
    said = f"{written_date(remark.made_on)}, {remark.fault.value}."
    own = f" “{remark.words}”" if remark.words else ""
    return f"{said}{own} {to_do}".strip()
