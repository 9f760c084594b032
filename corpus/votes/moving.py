"""Who moved and who seconded what: the grammar of members' names and of motions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŴŶŸŽ"
_SPACE = r"[^\S\n\t]"
TITLE = (
    r"(?:(?:County|Town|City|Parish|Community|Honorary)\s)?"
    r"(?:Councill?or|COUNCILLOR|C(?:lle?|oun)rs?|CLLR|C[lI1]{1,2}i?r|Coun|Cmhlr|[CG]yng(?:horydd)?"
    r"|Alder(?:man|woman)|Ald|Baill?ie|(?:(?:Lord|Lady|Deputy|Depute|Past)\s)*(?:Provost|Mayor)"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Canon|Fr|Father|Sir|Dame|Lord|Lady"
    r"|Baroness|Col(?:onel)?|Major|Capt(?:ain)?)\b\.?"
)
PLURAL_TITLE = r"(?:Councillors|COUNCILLORS|Cllrs|Members|Aldermen|Bailies|Messrs|Cynghorwyr)\b\.?"
_ROLE = (
    r"(?:(?:Vice|Deputy|Depute)[\s-])?(?i:chair(?:man|woman|person)?|convener|leader"
    r"|cathaoirleach|mayor|provost|president)(?:\sof\sthe\s(?:Council|Opposition))?\b"
)
_NO_NAME = (
    r"(?!(?i:sec|second|seconder|seconded|prop|proposed|proposer|moved|mover|resolved|agreed|that"
    r"|motion|amendment|votes?|voting|carried|all|unanimous\w*|and|for|against|abst\w+|on|it|the"
    r"|this|to|in|with|recommend\w*|decision|decided|lost|members|councillors|by|noted|approved"
    r"|eiliwyd|cynigiwyd|cytunwyd|reasons?|total)\b)"
    r"(?!(?:Councillor|Cllr|Cyng|Alderman|Mr|Mrs|Ms|Miss)\b)"
)
_WORD = (
    rf"(?:(?:d[aeiu]|du|la|le|van|von|der|den|ap|ab|al|el|bin|y|of){_SPACE}+)*"
    rf"{_NO_NAME}(?:(?:[{_CAPITAL}]\.\s?)+|[{_CAPITAL}][\w'’-]*)"
)
_INITIAL = rf"(?:{_SPACE}*\([{_CAPITAL}]\.?\))?"
NAME = rf"{_WORD}(?:{_SPACE}*(?:(?<=\.)|(?<={_SPACE})){_WORD}){{0,5}}{_INITIAL}"
_TITLES = rf"(?:{TITLE}\s*(?:\((?:Mrs|Miss|Ms|Mr|Dr)\.?\){_SPACE}*)?)+"
TITLED = rf"{_TITLES}{NAME}"


def person(group: str) -> str:
    """The pattern of one member, named ``group``, with the role before it left out."""
    return (
        rf"(?:(?:y|yr|[Tt]he){_SPACE}+(?=[CG]yn|{_ROLE}|{TITLE})|{PLURAL_TITLE}\s+)?"
        rf"(?:(?:{_ROLE})[,(\s]{{1,3}}(?={TITLE}\s))?"
        rf"(?P<{group}>{TITLED}|{_ROLE}|{NAME})"
    )


@dataclass(frozen=True, slots=True)
class Move:
    """A motion or amendment that was moved, at ``start`` to ``end`` of a text."""

    mover: str | None
    seconder: str | None
    of_amendment: bool
    start: int
    end: int


_BY = r"(?i:\s*(?:was\s+)?(?:made\s+)?(?:by|of|from|gan(?:\s+yr?)?)\b\s*[:–-]?\s*)"
_MARK = r"\s*[:–-]\s*"
_ADVERBS = r"(?i:(?:(?:then|also|formally|duly|subsequently|accordingly|had|further)\s+){0,2})"
_SECONDED = r"(?i:\b(?:seconded|seconder|sec|eiliwyd|eilydd|2nd)\b\.?)"
_MOVED = r"(?i:\b(?:moved|proposed|proposer|mover|prop|cynigiwyd|cynigydd)\b\.?)"
BOTH = re.compile(
    rf"{_MOVED}\s*(?i:and|&|/)\s*{_SECONDED}(?:{_BY}|{_MARK}|\s+){person('mover')}"
    rf"\s*(?:,|/|(?i:\band\b)|&)\s*(?:{_SECONDED}{_BY})?{person('seconder')}"
    r"(?!\s*(?:,|and\b)\s*(?:Councillor|Cllr|[A-Z]))"
)
AHEAD = re.compile(
    rf"{person('mover')},?\s+\(?{_SECONDED}{_BY}{person('seconder')}\)?,?\s+"
    rf"{_ADVERBS}(?i:moved|proposed)\b(?!\s+by\b)"
)
PASSIVE = re.compile(
    r"(?P<what>(?i:\b(?:motion|amendment|proposal|proposition|cynnig)\b)(?:\s*\(?\d+\)?)?"
    rf"(?P<of>{_BY})|{_MOVED}(?:(?P<by>{_BY})|{_MARK}|\s+)){person('mover')}"
)
ACTIVE = re.compile(
    rf"{person('mover')},?\s+{_ADVERBS}(?i:moved|proposed)\b(?!\s+(?:by|and\s+seconded\s+by)\b)"
)
OF_ANOTHER = re.compile(
    rf"{person('seconder')}\s+{_ADVERBS}(?i:seconded)\s+{person('mover')}(?<=s)"
    r"\s+(?:motion|proposal|amendment|proposition)"
)
SECONDED = re.compile(rf"{_SECONDED}(?:(?P<by>{_BY})|{_MARK}|\s+){person('seconder')}")
_OFFICE = rf"(?:,(?:(?!{TITLE}\s|(?i:moved|proposed|seconded))[^.;\n]){{3,120}}?)?"
SECONDS = re.compile(rf"{person('seconder')}{_OFFICE},?\s+{_ADVERBS}(?i:seconded)\b(?!\s+by\b)")
TITLED_OR_ROLE = re.compile(rf"{TITLE}|{_ROLE}")
AMENDMENT_LINE = re.compile(r"\W*(?:\w+ ){0,2}amendment\b[^.\n]{0,50}", re.I)
MOTION_LINE = re.compile(r"\W*(?:\w+ ){0,2}(?:motion|recommendations?)\b[^.\n]{0,50}", re.I)
MOVES_AMENDMENT = re.compile(
    r"[^\w.\n]*(?:\w+\s+){0,4}?(?:(?:an?|the|this|following|further|second|third|by way of)\s+)*"
    r"amendment\b",
    re.I,
)
AMENDMENT_FATE = re.compile(
    r"\b(?P<what>motion|amendment)\b[^.\n]{0,60}"
    r"\b(?:lost|carried|defeated|fell|withdrawn|rejected|accepted|agreed)\b",
    re.I,
)
MENTIONED = re.compile(r"mov(?:ed|er)|propos(?:ed|er|al)|prop\b|second|2nd|motion by|eil|cyn", re.I)
NEAR = 80
"""Characters within which a name without title must find its seconder to be a mover's."""


INITIALS = re.compile(r"\((?P<mover>[A-Z]{2,3})\s*/\s*(?P<seconder>[A-Z]{2,3})\)")
"""As parish clerks note it: "(AB/CD)"."""


def moves_in(text: str) -> list[Move]:
    """The motions and amendments moved in ``text`` (blocks joined by line breaks), in order."""
    moves = [
        Move(match["mover"], match["seconder"], False, match.start(), match.end())
        for match in INITIALS.finditer(text)
    ]
    if not MENTIONED.search(text):
        return moves
    for match in _movers(text):
        seconder = match.groupdict().get("seconder")
        seconder = _plain(seconder) if seconder else None
        amends = _of_amendment(text, match)
        moves.append(Move(_plain(match["mover"]), seconder, amends, match.start(), match.end()))
    return _seconded(text, moves)


def _movers(text: str) -> Iterator["re.Match[str]"]:
    """Matches that name a mover, the widest first, in order and without overlap."""
    found: list[re.Match[str]] = []
    for pattern in (BOTH, AHEAD, OF_ANOTHER, PASSIVE, ACTIVE):
        for match in pattern.finditer(text):
            if all(match.end() <= m.start() or match.start() >= m.end() for m in found) and (
                _is_strong(text, match)
            ):
                found.append(match)
    return iter(sorted(found, key=lambda match: match.start()))


def _is_strong(text: str, match: "re.Match[str]") -> bool:
    """Whether the words are a member's name: "proposed Car Park" names none."""
    if match.re in (BOTH, AHEAD, OF_ANOTHER) or re.match(TITLE, match["mover"]):
        return True
    if match.re is PASSIVE and (match["by"] or TITLED_OR_ROLE.match(match["mover"])):
        return True
    if match.re is ACTIVE and TITLED_OR_ROLE.match(match["mover"]):
        return bool(re.match(r"[^.;\n]*\bseconded\b", text[match.end() :]))
    return bool(re.match(rf"[\s,;/.)]*(?:and\s+)?{_SECONDED}", text[match.end() :][:NEAR]))


def _seconded(text: str, moves: list[Move]) -> list[Move]:
    """Moves with the seconder that stands between each and the next one."""
    done: list[Move] = []
    for at, move in enumerate(moves):
        end = moves[at + 1].start if at + 1 < len(moves) else len(text)
        match = None if move.seconder else _second(text, move.end, end)
        if match:
            seconder = _plain(match["seconder"])
            done.append(replace(move, seconder=seconder, end=match.end()))
        else:
            done.append(move)
        fate = AMENDMENT_FATE.search(text, done[-1].end, end)
        if fate and fate["what"].casefold() == "amendment":
            done[-1] = replace(done[-1], of_amendment=True)
        if MOVES_AMENDMENT.match(text, done[-1].end):
            done[-1] = replace(done[-1], of_amendment=True)
    first = moves[0].start if moves else len(text)
    alone = _second(text, 0, first)
    if alone and (alone.re is SECONDS or alone["by"]):
        amended = _of_amendment(text, alone)
        lone = Move(None, _plain(alone["seconder"]), amended, alone.start(), alone.end())
        done.insert(0, lone)
    return done


def _second(text: str, start: int, end: int) -> "re.Match[str] | None":
    """The first that tells who seconded; a name without title only right behind the mover."""
    found = [m for p in (SECONDED, SECONDS) for m in p.finditer(text, start, end)]
    sure = (
        m
        for m in found
        if TITLED_OR_ROLE.match(m["seconder"])
        or (m.re is SECONDED and m["by"])
        or 0 < start >= m.start() - NEAR
    )
    return min(sure, key=lambda match: match.start(), default=None)


def _of_amendment(text: str, match: "re.Match[str]") -> bool:
    """Whether it is an amendment that is moved, by the sentence or the label line above."""
    what = match.groupdict().get("what")
    if what:
        return what.casefold().startswith("amendment")
    opening = max(text.rfind(mark, 0, match.start()) for mark in ("\n", ". ", ";")) + 1
    own = text[opening : match.end()]
    if re.search(r"\bamendment\b", own, re.I):
        return not re.search(r"\bmotion\b", own, re.I) or bool(
            re.search(r"\bamendment\b[^.]*\bmotion\b", own, re.I)
        )
    if MOVES_AMENDMENT.match(text, match.end()):
        return True
    for line in reversed(text[: match.start()].split("\n")):
        if AMENDMENT_LINE.fullmatch(line):
            return True
        if MOTION_LINE.fullmatch(line):
            return False
    return False


def _plain(name: str) -> str:
    """A name as printed, without the mark of the genitive or of the line's end."""
    name = re.sub(r"['’]s?$", "", " ".join(name.split()))
    return name.strip(" ,;:")
