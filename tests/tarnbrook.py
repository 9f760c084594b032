"""A small library of a fictional council, for the tests of the assistant."""

from pathlib import Path

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.filing.adding import add_papers
from assistant.opening import open_assistant
from assistant.replies import Answer, NotRecorded, Reply
from assistant.settings import Settings
from corpus.library import Library

HEAD = "TARNBROOK COUNCIL\n\nPaper of a fictional council, written for a test.\n\n"

MARCH = """CABINET

Minutes of the meeting held on Tuesday 12 March 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake, Cleo Fenn and Dorothy Marl

41/24 APOLOGIES FOR ABSENCE

Councillor Edwin Thwaite sent an apology.

42/24 ALLOTMENT RENTS

Cabinet considered a report of the Head of Parks. There were 212 people on the waiting list.

Councillor Oake said that rents had not been raised since 2015 and no longer paid for the water.

Councillor Fenn asked whether pensioners would be asked to pay the new rent.

RESOLVED – That

(1) the rent of an allotment plot be set at £48 a year from 1 April 2025; and

(2) the allotment waiting list be published every month.

43/24 FERRY FARES

Cabinet considered the fares of the Wharfside ferry.

It was MOVED by Councillor Quill and SECONDED by Councillor Oake: "That the adult fare on the \
ferry be raised to £3."

It was MOVED as an AMENDMENT by Councillor Fenn, and SECONDED by Councillor Oake: "That the \
ferry be free of charge on Sundays."

On being put to the vote, one member voted for the AMENDMENT and three against, and it was \
declared LOST.

The MOTION was then put and AGREED.

RESOLVED – That the adult fare on the ferry be raised to £3.

44/24 SWIMMING POOL ROOF

Cabinet considered a report of the Head of Leisure on the roof of the swimming pool.

RECOMMENDED to Council – That the swimming pool roof be replaced.

45/24 TREE REPLACEMENT SCHEME

Cabinet considered a report of the Head of Parks on the Tree Replacement Scheme (TRS), which \
was asked for by the Friends of Tarn Wood.

RESOLVED – That the TRS be given £12,500 in 2024/25.
"""

APRIL = """SCRUTINY COMMITTEE

Minutes of the meeting held on Tuesday 16 April 2024 at 6.00 pm in the Town Hall

PRESENT

Councillor Gwen Hallam (Chair)
Councillors Ivo Jessop and Kit Lorimer

10/24 CALL-IN: ALLOTMENT RENTS

The Chair said that the decision of Cabinet had been called in by five members.

Councillor Jessop said that nobody who rented a plot had been asked.

RESOLVED – To refer the decision of Cabinet of 12 March 2024 on allotment rents (Minute 42/24) \
back to Cabinet for reconsideration.

11/24 UPDATE FROM THE LEADER

The Leader informed the Committee that:

- On 20 February 2024 the Harbour Board resolved to close the slipway at Wharfside.
- Work on the new bandstand was going well.
"""

MAY = """Report to: Cabinet
Date of meeting: 14 May 2024
Title: The future of the ice rink

1. Summary

1.1 The ice rink was used by 9,400 people in 2023, half as many as in 2013.

1.2 The manager of the ice rink retires in the autumn.

2. Recommendations

2.1 Cabinet is recommended to agree that the ice rink be sold by auction.
"""

JULY = """CABINET

Minutes of the meeting held on Tuesday 9 July 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake and Cleo Fenn

50/24 ALLOTMENT RENTS: RECONSIDERATION

Cabinet considered the reference from the Scrutiny Committee (Minute 10/24).

RESOLVED – That the decision of 12 March 2024 (Minute 42/24) be reaffirmed, subject to the rent \
of an allotment plot being £40 a year from 1 April 2025.

51/24 MARKET STALL FEES

Cabinet considered a report of the Head of Markets.

RESOLVED – That the fee for a market stall be reduced to £12 a day.

52/24 BANDSTAND

Cabinet considered a report of the Head of Parks, which described the new bandstand.

RESOLVED – That the report be noted.
"""

JULY_2013 = """CABINET

Minutes of the meeting held on Tuesday 9 July 2013 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake, Cleo Fenn and Kit Lorimer

Apologies: Councillor Edwin Thwaite

Substitute: Councillor Ivo Jessop for Councillor Edwin Thwaite

2/13 FERRY FARES

It was moved by Councillor Ada Quill, seconded by Councillor Bram Oake, and RESOLVED that the \
adult fare on the ferry be £2. The vote was 5 for and 2 against.

3/13 THE PIER

A recorded vote was taken.

For (2): Ada Quill, Bram Oake. Against (1): Cleo Fenn.

RESOLVED – That the pier be painted.

4/13 SUNKEN BOATS

Councillor Fenn asked how many boats had sunk in the harbour.

The Harbour Master replied that two had sunk in the winter.

The Clerk read out comments by Councillor Oake on the boats.

5/13 KITES

RESOLVED – That consideration of kites on the common be DEFERRED.
"""

JULY_2014 = """CABINET

Minutes of the meeting held on Tuesday 8 July 2014 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake and Cleo Fenn

2/14 FERRY FARES

RESOLVED – That the adult fare on the ferry be £3.
"""

EARLIER = {"2013-07-09-cabinet-minutes.txt": JULY_2013, "2014-07-08-cabinet-minutes.txt": JULY_2014}
"""Minutes with a substitute, votes by number and by name, and a question with its reply."""

PAPERS = {
    "2024-03-12-cabinet-minutes.txt": MARCH,
    "2024-04-16-scrutiny-minutes.txt": APRIL,
    "2024-05-14-ice-rink-report.txt": MAY,
    "2024-07-09-cabinet-minutes.txt": JULY,
}


def a_library(folder: Path, papers: dict[str, str]) -> Library:
    """A library of whole texts, by name, in ``folder``; without an index by meaning."""
    sources = folder / "papers"
    sources.mkdir()
    for name, text in papers.items():
        (sources / name).write_text(text, encoding="utf-8")
    add_papers(Settings(folder / "library", "none", "none"), [sources])
    return Library(folder / "library")


def an_assistant(folder: Path, papers: dict[str, str] = PAPERS) -> Assistant:
    """An assistant over a library of ``papers`` in ``folder``, without models."""
    sources = folder / "papers"
    sources.mkdir()
    for name, text in papers.items():
        (sources / name).write_text(HEAD + text, encoding="utf-8")
    settings = Settings(folder / "library", "none", "none")
    add_papers(settings, [sources])
    return open_assistant(settings)


def said(reply: Reply) -> str:
    """What a person reads of an answer, without its citations; fails for a refusal."""
    assert isinstance(reply, Answer), getattr(reply, "reason", reply)
    return "\n".join((*(statement.text for statement in reply.statements), *reply.notes))


def refused(reply: Reply) -> NotRecorded:
    """The refusal; fails for an answer."""
    assert isinstance(reply, NotRecorded), said(reply)
    return reply


def told(assistant: Assistant, *questions: str) -> Reply:
    """The last reply of a conversation of these questions."""
    conversation: Conversation = NEW_CONVERSATION
    for question in questions:
        reply = assistant.ask(question, conversation)
        conversation = conversation.after(reply)
    return conversation.replies[-1]
