"""What a question names and another could be named instead of: a code, a band, a date, a place.

A follow-up that only names another one ("and in Quillby?", "no, band G") puts it in the place
of the one in the question before.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.holdings import Holdings
from assistant.understanding.another_date import dated_anew
from assistant.understanding.questions import subject_words
from assistant.understanding.references import references_in
from assistant.understanding.scope import places_of
from corpus.text.dates import month_number
from corpus.text.words import words_of

LABEL = re.compile(
    r"\b(?P<label>bands?|levels?|key stage|phases?|stages?|tiers?|grades?|options?|zones?|routes?"
    r"|lots?|appendix|table|quarter|period|year)\s+(?P<number>\d{1,3}[a-z]?|[A-Z])\b(?!['’])"
)
FILLERS = re.compile(
    r"\b(?:as a whole|overall|altogether|instead|as well|too|then"
    r"|(?:in |for )?(?:that|the same) (?:year|month|meeting|day))\b",
    re.I,
)
"""Says that the rest stays as it was."""
LEADS = ("in", "at", "for", "of", "to", "from", "by", "near", "on", "about", "with")
LEAD = re.compile(rf"\b(?P<lead>{'|'.join(LEADS)})\s+(?:the\s+)?$", re.I)
LED = re.compile(rf"^\W*(?P<lead>{'|'.join(LEADS)})\s+(?P<rest>.+)$", re.I | re.S)
ENDS = (
    r"(?=\s+(?:in|at|for|of|to|from|by|on|about|with|and|or|but|if|when|that|which|who|was|were"
    r"|is|are|did|do|does|has|have|had|will|would|can|could|should|be|been|being|get|got|between"
    r"|during|after|before|compared)\b|[,;:?.)]|\s*$)"
)
"""What stands behind a noun and its adjectives."""


def put_in_place(before: str, fresh: str, holdings: Holdings) -> str | None:
    """``before`` with what ``fresh`` names in the place of what is of its sort.

    None where ``before`` names nothing of its sort, so that there is nothing to replace.
    """
    rest = f" {FILLERS.sub(' ', fresh)}"
    whole = before
    for replace in (_code, _label, dated_anew):
        found = replace(whole, rest)
        if found:
            whole, rest = found
    placed = _place(whole, rest, holdings)
    if placed:
        return placed
    if whole != before:
        kept = rest.strip(" ,") if subject_words(rest) else ""
        return f"{whole} {kept}".strip()
    return _led_alike(before, rest)


def names_in(text: str, holdings: Holdings) -> list[str]:
    """The runs of words in ``text`` that are names, as written: "Nether Fell", "Q&NF"."""
    return [text[start:end] for start, end in _runs(text, holdings)]


def _code(before: str, fresh: str) -> tuple[str, str] | None:
    new, old = references_in(fresh), references_in(before)
    if not new or not old:
        return None
    start = fresh.index(new[0])
    return before.replace(old[0], new[0], 1), _without(fresh, (start, start + len(new[0])))


def _label(before: str, fresh: str) -> tuple[str, str] | None:
    for new in LABEL.finditer(fresh):
        for old in LABEL.finditer(before):
            if old["label"].rstrip("s").casefold() == new["label"].rstrip("s").casefold():
                whole = f"{before[: old.start()]}{new[0]}{before[old.end() :]}"
                return whole, _without(fresh, new.span())
    return None


def _place(before: str, fresh: str, holdings: Holdings) -> str | None:
    """``before`` asked of the place, or the other bearer of a name, that ``fresh`` names."""
    fresh_runs = list(_runs(fresh, holdings))
    old_runs = list(_runs(before, holdings))
    if not fresh_runs or not old_runs:
        return None
    start, end = fresh_runs[0]
    old = _counterpart(before, old_runs, fresh, (start, end), holdings)
    if old is None:
        return None
    return f"{before[: old[0]]}{fresh[start:end]}{before[old[1] :]}"


def _counterpart(
    before: str,
    runs: Sequence[tuple[int, int]],
    fresh: str,
    run: tuple[int, int],
    holdings: Holdings,
) -> tuple[int, int] | None:
    """The run of ``before`` that stands where ``run`` of ``fresh`` belongs."""
    if _is_council(fresh[slice(*run)], holdings):
        for old in runs:
            if _is_council(before[slice(*old)], holdings):
                return old
    lead = LEAD.search(fresh[: run[0]])
    leads = {
        old: found["lead"].casefold() for old in runs if (found := LEAD.search(before[: old[0]]))
    }
    if lead is None:
        return runs[0] if len(runs) == 1 else None
    alike = [old for old, led_by in leads.items() if led_by == lead["lead"].casefold()]
    return next(iter((*alike, *leads)), None)


def _is_council(name: str, holdings: Holdings) -> bool:
    forms = {form.casefold() for form in holdings.council_forms}
    stems = set(words_of(name))
    return name.casefold() in forms or any(
        stems & places_of(council, holdings) for council in holdings.councils
    )


def _runs(text: str, holdings: Holdings) -> Iterator[tuple[int, int]]:
    """Where names stand: words with a capital that do not open the text, and known names."""
    of_councils = {stem for council in holdings.councils for stem in places_of(council, holdings)}
    forms = {form.casefold() for form in holdings.council_forms}

    def is_name(word: "re.Match[str]") -> bool:
        written, folded = word[0], word[0].casefold()
        if month_number(folded):
            return False
        known = folded in holdings.names or folded in forms or set(words_of(folded)) & of_councils
        return bool(known) or (word.start() > 0 and written[0].isupper())

    start = end = -1
    for word in re.finditer(r"[^\W\d_][\w’'&-]*[^\W_]", text):
        if not is_name(word):
            continue
        if start >= 0 and re.fullmatch(r"\s+(?:&\s+)?", text[end : word.start()]):
            end = word.end()
            continue
        if start >= 0:
            yield start, end
        start, end = word.span()
    if start >= 0:
        yield start, end


def _led_alike(before: str, fresh: str) -> str | None:
    """``before`` with the words behind its preposition that are those of ``fresh``."""
    new = LED.match(fresh)
    if not new:
        return None
    old = re.search(
        rf"\b{new['lead']}\s+(?!\d|(?:{'|'.join(LEADS)})\b)(?P<rest>\S.*?){ENDS}", before, re.I
    )
    if not old or not subject_words(old["rest"]):
        return None
    return f"{before[: old.start('rest')]}{new['rest'].strip()}{before[old.end('rest') :]}"


def _without(text: str, span: tuple[int, int]) -> str:
    """``text`` less what stands at ``span`` and the words that lead to it."""
    return f"{re.sub(LEAD, '', text[: span[0]])}{text[span[1] :]}".strip()
