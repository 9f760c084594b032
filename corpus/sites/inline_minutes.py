"""Minutes and decisions that a site keeps item by item become one page, each with its heading."""

from datetime import date
from html import escape

from corpus.sites.markup import Element, fragment_of, is_true, text_of
from corpus.text.dates import long_date

_BODIES = (
    ("minutepublished", "minutesnonemptyhtmlbody", "Minutes"),
    ("decisionpublished", "decisionnonemptyhtmlbody", "Decisions"),
)


def page_of_minutes(meeting: Element, body: str, held_on: date) -> tuple[str, str] | None:
    """The title of the page and the page, or None where the site holds no published words.

    Minutes go before decisions. Restricted items are left out whole.
    """
    for published, field, title in _BODIES:
        if text_of(meeting, published).casefold() == "false":
            continue
        parts = [
            f"{_heading(item)}\n{words}"
            for item in meeting.iter("agendaitem")
            if not is_true(item, "isrestricted") and (words := fragment_of(item.find(field)))
        ]
        if parts:
            head = f"{title} of the meeting of the {body} held on {long_date(held_on)}"
            return title, _page(head, parts)
    return None


def _heading(item: Element) -> str:
    """The heading of an item; one with the number 0 is a heading over others."""
    title = escape(text_of(item, "agendaitemtitle"))
    if text_of(item, "agendaitemnumber") == "0":
        return f"<h2>{title}</h2>"
    number = text_of(item, "minutesitemnumber")
    if not number.strip("0"):
        number = text_of(item, "fulldisplaynumberformat")
    return f"<h3>{escape(number)} {title}</h3>"


def _page(head: str, parts: list[str]) -> str:
    title = escape(head)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )
