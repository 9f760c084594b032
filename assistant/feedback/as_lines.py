"""A remark as a line of JSON, checked once, here, when it is read."""

import json
from collections.abc import Mapping
from datetime import date

from assistant.batch import object_in
from assistant.feedback.remarks import CitedPlace, Fault, Remark
from assistant.filter_texts import filters_in, parts_in, text_of_parts, texts_of
from assistant.replies import ReplyStatus
from corpus.errors import BadRequestError
from corpus.papers import Force


def to_row(remark: Remark) -> dict[str, object]:
    """The remark as other programs read it; ``on`` is an ISO date."""
    return {
        "on": remark.made_on.isoformat(),
        "fault": remark.fault.value,
        "question": remark.asked,
        "standalone": remark.standalone,
        "filters": texts_of(remark.filters),
        "without": text_of_parts(remark.without),
        "status": remark.status.value,
        "cited": [
            {
                "number": place.number,
                "source": place.source,
                "page": place.page,
                "line_start": place.line_start,
                "line_end": place.line_end,
                "force": place.force.value,
                "reference": place.reference,
            }
            for place in remark.cited
        ],
        "faulted": list(remark.faulted),
        "right_force": remark.right_force.value if remark.right_force else None,
        "words": remark.words,
    }


def to_line(remark: Remark) -> str:
    """The remark on one line."""
    return json.dumps(to_row(remark), ensure_ascii=False)


def remark_in(line: str, where: str) -> Remark:
    """The remark that a line holds. Raises BadRequestError, naming ``where``."""
    row = object_in(line, where)
    try:
        filters = {name: str(text) for name, text in _mapping(row["filters"]).items()}
        right_force = row["right_force"]
        return Remark(
            date.fromisoformat(str(row["on"])),
            Fault(str(row["fault"])),
            str(row["question"]),
            str(row["standalone"]),
            ReplyStatus(str(row["status"])),
            tuple(_place(_mapping(place)) for place in _list(row["cited"])),
            filters_in(filters, where),
            parts_in(str(row["without"]), where),
            tuple(_whole(number) for number in _list(row["faulted"])),
            None if right_force is None else Force(str(right_force)),
            str(row["words"]),
        )
    except (LookupError, TypeError, ValueError) as error:
        raise BadRequestError(f"{where}: not a remark ({error}). Mend the line.") from error


def _place(row: Mapping[str, object]) -> CitedPlace:
    return CitedPlace(
        _whole(row["number"]),
        str(row["source"]),
        _whole_or_none(row["page"]),
        _whole_or_none(row["line_start"]),
        _whole_or_none(row["line_end"]),
        Force(str(row["force"])),
        str(row["reference"]),
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("not a whole number")
    return value


def _whole_or_none(value: object) -> int | None:
    return None if value is None else _whole(value)
