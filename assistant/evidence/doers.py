"""Whether words tell who did a thing, not only that it was done."""

import re

WHO_DID = re.compile(
    r"\b(?:who|which (?:\w+ ){0,2}(?:councillor|member|officer)s?)\s+(?:\w+ly\s+)?"
    r"(?P<verb>[a-z]{3,}ed)\b",
    re.I,
)
DONE = r"\b(?:been|was|were|being|be)\s+(?:\w+ly\s+)?{verb}\b(?!(?:\s+[\w’'-]+){{0,8}}\s+by\b)"
"""In the passive, and not by whom."""
WHO_WON = re.compile(
    r"\b(?:won|wins|winning)\b|\bgot "
    r"(?:in\b|the (?:\w+ )?(?:contract|job|work|seat|tender)\b(?! of \w+ing\b))",
    re.I,
)
WON = re.compile(
    r"\bwon\b|\bwin(?:s|ner|ners|ning)\b|\baward\w*|\belected\b|\bappoint\w*|\bsuccessful\w*"
    r"|\bselect\w*|\bchosen\b|\bsecured\b|\bpreferred bidder\b|\btender\w*|\bcontract(?:or|ed)\b"
    r"|\bdeclared\b",
    re.I,
)
WHO_LEFT = re.compile(
    r"\b(?:resign|retir)(?:ed|es?|ing|ation)?\b|\bquit\b|\bst(?:epped|eps?|ood|ands?) down\b"
    r"|\b(?:died|passed away)\b",
    re.I,
)
LEFT = re.compile(
    r"\bresign\w*|\bretir\w+|\bquit\b|\bst(?:ep\w*|ood|and\w*) (?:down|aside)\b|\bdied\b|\bdeath\b"
    r"|\bpass(?:ed|ing) away\b|\blate\b|\bleft\b|\bleav\w+|\bvacan\w+|\breplac\w+|\bsucce\w+"
    r"|\bformer\b",
    re.I,
)


def tells_who(asked: str, text: str) -> bool:
    """Whether ``text`` may tell who did what is ``asked``; true where that cannot be seen."""
    if WHO_WON.search(asked):
        return bool(WON.search(text))
    if WHO_LEFT.search(asked) and not LEFT.search(text):
        return False
    did = WHO_DID.search(asked)
    if did is None:
        return True
    verb = re.escape(did["verb"].casefold())
    all_told = len(re.findall(rf"\b{verb}\b", text, re.I))
    return not all_told or len(re.findall(DONE.format(verb=verb), text, re.I)) < all_told
