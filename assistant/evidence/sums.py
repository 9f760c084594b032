"""Whether words give the money that is asked for: paid or raised, an estimate or the bill."""

import re
from collections.abc import Collection

SUM = re.compile(
    r"[£€]\s?(?P<after>\d[\d,.]*)"
    r"|(?P<before>\d[\d,.]*)(?:\s?(?:p|pence|euros?|pounds?)\b|\s?(?:m|k|bn|million)\b)"
    r"|\b(?:free|no (?:charge|cost)|nil|cost[- ]neutral)\b",
    re.I,
)
RAISING = re.compile(
    r"\brais(?:e|es|ed|ing)\b|\bproceeds\b|\btakings\b|\bprofits?\b|\bsurplus\b"
    r"|\b(?:money|how much) (?:\w+ ){1,6}(?:make|made|took|taken|bring in|brought in)\b",
    re.I,
)
"""Asks what came in."""
RAISED = re.compile(
    r"\brais(?:e|es|ed|ing)\b|\bproceeds\b|\btak(?:en|ings)\b|\btook\b|\bprofits?\b|\bsurplus\b"
    r"|\bcollect\w*|\bmade\b|\bincome\b|\bfundrais\w*|\bgenerat\w*|\bearn\w*",
    re.I,
)
SPENDING = re.compile(
    r"\bcosts?\b|\bprices?\b|\bpay\w*\b|\bpaid\b|\bcharg\w+|\bfees?\b|\bbill\b", re.I
)
"""Asks what went out."""
GATHERED = re.compile(r"\b(?:fund)?rais(?:e|es|ed|ing)\b|\bcollected\b|\bproceeds\b", re.I)
OUTGOING = re.compile(
    r"\bcost\w*|\bpric\w+|\bpa(?:y|id|ying|yments?|yable)\b|\bcharg\w+|\bfees?\b|\bbills?\b"
    r"|\bsp(?:en[dt]\w*)|\bbudget\w*|\bquot\w+|\binvoic\w+|\bcheques?\b|\brates?\b|\brent\b"
    r"|\bestimat\w+|\bexpend\w*|\btotal\w*|\ballocat\w+|\bexpens\w+",
    re.I,
)
FINAL = re.compile(r"\bfinal(?:ly)?\b|\bactual(?:ly)?\b|\bin the end\b|\beventual(?:ly)?\b", re.I)
"""Asks what it came to, not what it was thought that it would."""
EXPECTED = re.compile(
    r"\bestimat\w+|\bapprox\w*|\bexpected\b|\banticipat\w+|\bquot(?:e|es|ed|ation|ations)\b"
    r"|\bbudget\w*|\bforecast\w*",
    re.I,
)
SETTLED = re.compile(
    r"\bpaid\b|\bfinal\b|\bactual\w*|\binvoic\w+|\bcheques?\b|\bchq\b|\bpayments?\b|\boutturn\b"
    r"|\brevised\b|\bcame to\b",
    re.I,
)
OF_ITS_OWN = (
    (
        re.compile(r"\b(?:has|have|had|did|does|do|will|would|could|is|are) .*\bsaved?\b", re.I),
        re.compile(
            r"\bsav\w+|\breduc\w+|\bless\b|\blower\w*|\bcheaper\b|\bcut\w*|\befficienc\w+|\bavoid\w*",
            re.I,
        ),
    ),
    (
        re.compile(r"\bborrow(?:ed|s)?\b|\bow(?:e|es|ed|ing)\b", re.I),
        re.compile(
            r"\bborrow\w*|\bloans?\b|\bow(?:e|es|ed|ing)\b|\bdebts?\b|\blen[dt]\b|\bPWLB\b", re.I
        ),
    ),
    (
        re.compile(r"\bwhat(?:['’]s| is| was) the (?:\w+ ){0,2}budget for\b", re.I),
        re.compile(
            r"\bbudget\w*|\ballocat\w+|\bfund(?:s|ed|ing)?\b|\bprovision\b|\bset aside\b|\bprecept"
            r"|\bestimate[sd]?\b|\bspen[dt]\w*|\bexpenditure\b|\bgrants?\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\boverspen\w+|\bover budget\b", re.I),
        re.compile(
            r"\bover-?spen\w+|\bover\b|\bvarian\w+|\bpressures?\b|\bdeficits?\b|\bexceed\w*|\babove\b"
            r"|\bforecast\w*",
            re.I,
        ),
    ),
)
"""Money that is asked for by what became of it, and the words that say so of a sum."""
ALTOGETHER = re.compile(
    r"\b(?:total|altogether|all[- ]in|overall|in all|from start to finish|whole)\b", re.I
)
"""Asks for the whole, and a part is not the whole."""


def gives_a_sum(asked: str, text: str, besides: Collection[str]) -> bool:
    """Whether ``text`` has a sum of the sort ``asked`` for, that is not one of ``besides``."""
    sums = (match["after"] or match["before"] or "" for match in SUM.finditer(text))
    return any(each.strip(",.") not in besides for each in sums) and is_of_sort(asked, text)


def is_of_sort(asked: str, text: str) -> bool:
    """Whether the money of ``text`` went the way that is asked, as finally as is asked."""
    if RAISING.search(asked):
        return bool(RAISED.search(text))
    if any(asks.search(asked) and not says.search(text) for asks, says in OF_ITS_OWN):
        return False
    if ALTOGETHER.search(asked) and not ALTOGETHER.search(text):
        return False
    if SPENDING.search(asked) and GATHERED.search(text) and not OUTGOING.search(text):
        return False
    return not (FINAL.search(asked) and EXPECTED.search(text) and not SETTLED.search(text))
