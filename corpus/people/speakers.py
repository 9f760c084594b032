"""Who spoke in a minute, and who moved and seconded what it decided."""

import re
from collections.abc import Iterator

from corpus.papers import Capacity
from corpus.people.naming import FoundPerson, people_at, people_named
from corpus.people.personal_names import TITLE

_SAID = (
    r"(?:asked|said|replied|reported|presented|stated|explained|commented|queried|questioned"
    r"|suggested|requested|responded|informed|advised|introduced|outlined|highlighted|confirmed"
    r"|added|expressed|raised|thanked|welcomed|congratulated|spoke|addressed|commended|praised"
    r"|emphasi[sz]ed|stressed|observed|remarked|clarified|acknowledged|announced|argued|urged"
    r"|sought|enquired|inquired|wished to|pointed out|referred|drew|reminded|reiterated"
    r"|summari[sz]ed|updated|detailed|described|indicated|called for|demanded|voiced|mentioned"
    r"|told|offered|conveyed|extended|answered|thought|hoped|feared|pleaded|insisted|maintained"
    r"|promised|concluded|apologi[sz]ed (?:for|that)|paid tribute|assured|shared|complained"
    r"|supported|opposed|echoed|disagreed|agreed (?:that|with)|felt|believed|considered|noted"
    r"|recommended that|proposed that|gave|provided|made a|made the|made some|read (?:out|a)"
    r"|took members|talked|quoted|cited|challenged|criticised|criticized|warned|recalled|posed"
    r"|briefed|demonstrated|elaborated|intimated|submitted that|spoken|contended|wondered"
    r"|appealed|invited|encouraged|corrected|continued|remained concerned|was (?:pleased|concerned"
    r"|disappointed|happy|of the (?:view|opinion))|dywedodd|gofynnodd|adroddodd|cyflwynodd)"
)
_GIVEN = r"(?:gave|provided)\s+(?!apolog|(?:his|her|their) apolog|notice)"
_THEN = (
    r"(?:\s*,?\s*(?:(?:a|an|the) [^,.]{3,60},|who (?:had|was|were|has|is) [^,]{3,100},"
    r"|who|also|then|further|again|both|subsequently|therefore|however|next|all|each"
    r"|in (?:response|reply|summary|conclusion)|on behalf of [^,.]{3,60}|at this (?:point|juncture)"
    r"|in (?:proposing|moving|seconding|introducing|presenting|closing)[^,.]{0,40}?"
    r"|as [^,.]{3,60}|briefly"
    r"|verbally|formally|kindly|duly|helpfully|strongly|had also|attended(?: the meeting)? and"
    r"|joined the meeting and|took the chair and|was invited to speak and),?)*\s*"
)
SPOKE = re.compile(rf"{_THEN}(?:{_GIVEN}|(?!gave|provided){_SAID}\b|:\s)", re.I)
SPOKE_IN_WELSH = re.compile(
    r"(?:dywedodd|gofynnodd|adroddodd|cyflwynodd|eglurodd|holodd|rhoddodd|nododd)\s+(?:y\s+"
    r"|yr\s+)?$",
    re.I,
)
FROM = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|comments?|presentation|verbal (?:report|update)|address"
    r"|statements?|representations|update|concerns?|points?|briefing)\s+(?:(?:raised|made|asked"
    r"|given|put|posed|provided|delivered)\s+)?(?:from|by)\s+(?:the\s+)?$"
    r"|\b(?:presented|introduced|outlined|asked|raised|explained|addressed)\s+by\s+(?:the\s+)?$",
    re.I,
)
_MOVE = (
    r"(?:moved|proposed|mov(?:er|ing)|proposer|motion|amendment|proposal|prop|cynigiwyd|nominated)"
)
_SECOND = r"(?:seconded|seconder|sec|second|eiliwyd)"
MOVED_BY = re.compile(
    rf"\b{_MOVE}\.?(?:\s+and (?:duly )?(?=seconded))?\s*(?:,?\s*(?:was|were|be))?\s*"
    r"(?:by|of|gan|:|-|–)*\s*(?:the\s+|y\s+)?$",
    re.I,
)
SECONDED_BY = re.compile(rf"\b{_SECOND}\.?\s*(?:by|gan|:|-|–)*\s*(?:the\s+|y\s+)?$", re.I)
_AS_WHAT = (
    r"(?:,\s+(?=(?:the |an? )?(?:Deputy|Vice|Leader|Cabinet|Chair|Member|Lead|Head|Director|Mayor"
    r"|Portfolio))(?:(?!\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b)[^.;]){3,140}?,)?"
)
"""The post of whoever moves or seconds, between commas."""
MOVES = re.compile(
    rf"{_AS_WHAT}"
    r"\s*(?:,?\s*(?:and )?(?:duly )?seconded by [^,]{3,80},?)?\s*,?\s*"
    r"(?:then |also |formally |duly )*(?:moved|proposed)\b"
    r"(?!\s+(?:to (?:leave|move house)|by)\b)",
    re.I,
)
SECONDS = re.compile(rf"{_AS_WHAT}\s*(?:then |also |formally |duly )*seconded\b(?!\s+by\b)", re.I)
_BY = re.compile(r"\b(?:by|of|gan)\s+(?:the\s+|y\s+)?$", re.I)
_AFTER_COMMA = re.compile(r",\s+(?=[A-Z])")


def speech_in(sentence: str) -> Iterator[tuple[Capacity, FoundPerson]]:
    """Who speaks, moves or seconds in a sentence, in order; names by role alone are none."""
    seen: set[int] = set()
    for group in _groups(sentence):
        before, after = sentence[: group[0].start], sentence[group[-1].end :]
        capacity = _capacity(before, after, titled=bool(group[0].person.title))
        if capacity is None:
            continue
        those = _up_to_the_next_title(sentence, group) if _BY.search(before) else group
        for each in those:
            if each.start not in seen:
                seen.add(each.start)
                yield capacity, each


def _up_to_the_next_title(sentence: str, group: list[FoundPerson]) -> list[FoundPerson]:
    """Those of a group before a comma that begins anew: "by Mr A, Mr B was elected"."""
    for at in range(1, len(group)):
        joint = sentence[group[at - 1].end : group[at].start]
        if "and" not in joint and group[at].person.title and TITLE.match(sentence, group[at].start):
            return group[:at]
    return group


def _groups(sentence: str) -> list[list[FoundPerson]]:
    """The people named together, wherever a sentence may name whoever acts in it."""
    opening = re.match(r"(?:[\s\[(•*-]|\d{1,3}[.)]\s|\(?[a-z]{1,3}\)\s)*", sentence)
    starts = {opening.end() if opening else 0}
    starts |= {match.end() for match in _AFTER_COMMA.finditer(sentence)}
    starts |= {match.end() for match in re.finditer(r"\b(?:by|and|but)\s+(?=[A-Z])", sentence)}
    groups: dict[int, list[FoundPerson]] = {}
    for start in sorted(starts):
        if group := people_at(sentence, start):
            groups[group[0].start] = group
    covered = {each.start for group in groups.values() for each in group}
    for each in people_named(sentence):
        if each.start not in covered:
            group = people_at(sentence, each.start)
            groups[each.start] = group if group and group[0].start == each.start else [each]
            covered |= {other.start for other in groups[each.start]}
    return [groups[start] for start in sorted(groups)]


def _capacity(before: str, after: str, titled: bool) -> Capacity | None:
    if SECONDED_BY.search(before):
        return Capacity.SECONDED
    if MOVED_BY.search(before):
        return Capacity.MOVED
    if SECONDS.match(after):
        return Capacity.SECONDED
    if MOVES.match(after):
        return Capacity.MOVED
    if re.match(r"\s*:\s", after) and before.strip():
        return None
    if SPOKE.match(after) or FROM.search(before) or SPOKE_IN_WELSH.search(before):
        return (
            Capacity.SPOKE
            if titled or not before.strip() or before.endswith((", ", "by ", "and ", "but "))
            else None
        )
    return None
