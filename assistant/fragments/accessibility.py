"""The accessibility statement, in the order of the model statement of GOV.UK.

What is not met stands in ``NOT_MET``, so that the tests can hold the page to it.
"""

from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.citing import written_date

TESTED_ON = date(2026, 11, 22)
TESTED_WITH = "version 0.1.0 of this program, Streamlit 1.67, axe-core 4.12 and Chromium 156"
"""What the tests ran with when the statement was last looked over."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Something that does not work for everybody.

    ``criterion`` is one of WCAG 2.2, such as "3.1.2 Language of parts". ``instead`` says what
    a person can do until it is mended.
    """

    what: str
    criterion: str
    instead: str


CAN = (
    "change between a light and a dark page with the setting of your device",
    "zoom in to 400% without text running off the screen",
    "set your own spacing between lines, words and letters",
    "reach and use everything with a keyboard alone, and see where you are",
    "hear an answer, once and whole, when it arrives, if you use a screen reader",
    "turn off movement with the setting of your device: an answer then appears all at once",
    "tell what was decided from what was not without seeing colours",
)
NOT_MET = (
    Shortfall(
        "Words in Welsh, or in any language but English, are read out as if they were English.",
        "3.1.2 Language of parts",
        "Read the paper at the council’s own site, if a screen reader makes them unclear.",
    ),
    Shortfall(
        "In the text of a paper, headings and the headings of tables are not marked as such. "
        "They look bold, or like any other cell.",
        "1.3.1 Info and relationships",
        "The page “Papers” lists the items or minutes of each paper in a table with headings.",
    ),
    Shortfall(
        "When you copy the reference of an open passage, a tick appears. A screen reader does not "
        "tell you.",
        "4.1.3 Status messages",
        "Paste the reference to check it.",
    ),
    Shortfall(
        "A page shown as printed is a picture. Its description gives the marked words only.",
        "1.1.1 Non-text content",
        "Choose “As text” to read the words of the page.",
    ),
)


def accessibility_html(contact: str | None = None, plain_address: str | None = None) -> str:
    """The statement as HTML, from a heading of level 2 down; all text is escaped.

    ``contact`` is how to reach whoever serves the page; ``plain_address`` is that of the same
    pages without scripts, where these are served.
    """
    return (
        '<section class="cp-prose"><h2>Accessibility statement</h2>'
        f"{_can()}{_not_met()}{_plain(plain_address)}{_report(contact)}{_law()}{_tested()}</section>"
    )


def _can() -> str:
    return (
        "<p>This statement is about the pages of the council papers assistant. It is not about "
        "the papers, which the councils wrote.</p>"
        "<h3>How accessible these pages are</h3>"
        f"<p>You should be able to:</p>{_listed(CAN)}"
    )


def _not_met() -> str:
    told = [f"{each.what} {each.instead} (WCAG 2.2, {each.criterion})" for each in NOT_MET]
    return (
        "<h3>What does not work for everybody</h3>"
        "<p>These pages partly meet level AA of the Web Content Accessibility Guidelines, "
        f"version 2.2. We know that these parts do not:</p>{_listed(told)}"
        "<p>Papers themselves may be hard to read: scans, and tables without headings. Ask the "
        "council for a paper in another format.</p>"
    )


def _plain(address: str | None) -> str:
    if address is None:
        return ""
    link = f'<a href="{escape(address)}">plain version of these pages</a>'
    return (
        "<h3>A plain version</h3>"
        f"<p>There is a {link}. It gives the same answers and needs no scripts.</p>"
    )


def _report(contact: str | None) -> str:
    who = (
        f"Write to {escape(contact)}."
        if contact
        else "No address is given here. Tell whoever gave you the address of this page."
    )
    return (
        "<h3>How to report a problem</h3>"
        "<p>Tell us if something is hard to use, or if you need an answer or a paper in another "
        f"format. {who} Say which page it was, and what you used to read it.</p>"
    )


def _law() -> str:
    return (
        "<h3>If you are not happy with the reply</h3>"
        "<p>Where a council serves these pages to the public, the Public Sector Bodies (Websites "
        "and Mobile Applications) (No. 2) Accessibility Regulations 2018 apply. The Equality and "
        "Human Rights Commission enforces them. Contact the Equality Advisory and Support "
        "Service or, in Northern Ireland, the Equality Commission for Northern Ireland.</p>"
    )


def _tested() -> str:
    return (
        "<h3>How we tested these pages</h3>"
        f"<p>We last tested them on {written_date(TESTED_ON)}, with {TESTED_WITH}. "
        "Programs checked every page, light and dark, at full width and at 400% zoom, against "
        "the rules of axe-core for WCAG 2.2 A and AA. They also used the pages by keyboard alone, "
        "with other text spacing, with movement turned off and with the colours of the device."
        "</p><p>Programs find only some problems. Nobody with a disability has tested these pages "
        "yet, and nobody has tested them with a screen reader.</p>"
    )


def _listed(told: tuple[str, ...] | list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in told)}</ul>"
