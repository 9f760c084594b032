"""The site of Tarnbrook: one meeting of its Cabinet with all that a meeting may have."""

from datetime import date

from council_site import CouncilSite, Item, Meeting, Paper, a_pdf

HELD_ON = date(2024, 3, 12)
TODAY = date(2024, 3, 20)
REPORT = "documents/s22710/Bus Shelters.pdf"
AGENDA = "documents/g3676/Agenda frontsheet 12th-Mar-2024 10.30 Cabinet.pdf"
MINUTES = "documents/g3676/Printed minutes 12th-Mar-2024 10.30 Cabinet.pdf"
PACK = "documents/g3676/Public reports pack 12th-Mar-2024 10.30 Cabinet.pdf"
SECRET = Paper(22719, "Land at Nether Fell", restricted=True)
SHELTERS = Paper(22710, "Bus Shelters")


def tarnbrook() -> CouncilSite:
    """The Cabinet of 12 March 2024, and another meeting of long ago."""
    cabinet = Meeting(
        3676,
        461,
        HELD_ON,
        [
            Item("Public business", number=0),
            Item("Bus shelters", number=7, minute=61, papers=[SHELTERS]),
            Item("Land", number=9, restricted=True, papers=[SECRET]),
        ],
        {
            "Agenda frontsheet": f"{AGENDA}?T=0",
            "Agenda reports pack": f"{PACK}?T=10",
            "Printed minutes": f"{MINUTES}?T=1",
        },
    )
    documents = {
        REPORT: a_pdf("Bus Shelters", "The shelters at the market are forty years old."),
        AGENDA: a_pdf("AGENDA", "1. APOLOGIES", "7. BUS SHELTERS"),
        PACK: a_pdf("AGENDA", "7. BUS SHELTERS"),
        MINUTES: a_pdf(
            "TARNBROOK DISTRICT COUNCIL",
            "MINUTES of a meeting of the CABINET held on Tuesday, 12 March 2024",
            "61 BUS SHELTERS",
            "RESOLVED that four bus shelters be replaced.",
        ),
    }
    return CouncilSite(meetings=[cabinet, Meeting(12, 141, date(2001, 5, 1))], documents=documents)
