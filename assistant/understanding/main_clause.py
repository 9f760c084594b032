"""What the main clause of a question asks, apart from the words that only describe things in it.

"Is the ferry in the approved programme?" asks of a programme, not of an approval.
"""

import re

_DONE = (
    r"(?:approved|agreed|adopted|accepted|endorsed|ratified|rejected|refused|recommended|proposed)"
)
ATTRIBUTE = re.compile(
    rf"(?P<of>\b(?:the|an?|our|its|their|this|these|any|\w+['’]s)\s+(?:(?:new|newly|current|latest"
    rf"|formally|previously|already|finally)\s+)?)(?P<done>{_DONE}\b\s+)"
    r"(?=[a-z0-9£])(?!(?:by|on|in|at|to|for|with|and|or|about|that|as|when|of|from|this|it)\b)",
    re.I,
)
"""What became of a thing before, as a part of its name: "the agreed budget"."""
COMPARED = re.compile(
    r"\b(?:in|into|to|from|with|against|beyond|than|over)\s+(?:the\s+|its\s+|their\s+|these\s+"
    r"|those\s+)?(?:[\w-]+['’]?s?['’]?\s+){0,3}?(?:recommendations?|proposals?)\b",
    re.I,
)
"""Recommendations that something was added to, left out of or compared with."""
CHANGED = re.compile(
    r"\b(?:add(?:ed)?|chang\w+|remov\w+|drop(?:ped)?|left out|leave out|insert\w*|amend\w*|alter\w*"
    r"|strengthen\w*|delet\w+|depart\w*|differ\w*|go(?:ne)? (?:further|beyond))\b",
    re.I,
)
A_BODY = (
    r"(?:the\s+)?(?:[\w&-]+\s+){0,3}?"
    r"(?:cabinet|council|committee|panel|board|executive|scrutiny|members)"
)
CHANGED_BY_A_BODY = re.compile(rf"\bdid\s+{A_BODY}\s+(?:\w+\s+)?(?:{CHANGED.pattern})", re.I)
"""What a body did to what was put to it is its decision."""
SUPPOSED = re.compile(
    r"^\W*if\b.{3,120}?(?:,|(?=\b(?:are|is|do|does|did|will|would|can|could|should|have|has|what"
    r"|who|how|when|where)\s+(?:we|they|it|he|she|there|the|our)\b))",
    re.I,
)
"""What is only supposed: "If we adopt the plan, is the pier saved?"."""
POSSIBLE = re.compile(
    r"\b(?:happy|content|ready|willing|able|due|expected|likely|planned|needed|required|fit|keen"
    r"|prepared|supposed)\s+(?:for\s+[^,?]{3,80}?\s+)?to\s+(?:be\s+|have\s+)?\w+",
    re.I,
)
"""What could be done, or somebody would like: it was not asked whether it was."""
MEASURED = re.compile(
    r"\bhappened (?:to|with)\s+(?:the\s+|our\s+)?(?:[\w'’-]+\s+){0,4}?(?:overspen\w+|underspen\w+"
    r"|deficits?|surplus\w*|debts?|reserves?|balances?|numbers?|rates?|totals?|costs?|prices?|figures?"
    r"|budgets?|attendances?|absences?|turnout|demand|spending|income|shares?|percentages?|levels?)\b",
    re.I,
)
"""What is told of by figures, not by decisions."""
ADVISED = re.compile(
    r"\badvi[sc]\w*\b.{0,60}\b(?:report|paper)\b|\b(?:report|paper)\b.{0,60}\badvi[sc]\w*\b", re.I
)
"""Advice in a report is its recommendation."""
WHY = re.compile(r"^\W*(?:(?:so|and|but|ok|then)\W+)*(?:why|how come|for what reasons?)\b", re.I)


def main_clause(asked: str) -> str:
    """``asked`` less the words that say which thing is meant by what became of it."""
    without = POSSIBLE.sub(" ", SUPPOSED.sub(" ", asked))
    without = ATTRIBUTE.sub(lambda match: match["of"], without)
    return COMPARED.sub(" ", without) if CHANGED.search(without) else without


def is_changed_by_a_body(asked: str) -> bool:
    """Whether it asks what a body made of what was recommended to it."""
    return bool(CHANGED_BY_A_BODY.search(asked) and COMPARED.search(asked))
