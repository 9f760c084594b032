"""Personal titles, names and roles: the words that make a name, and those that cannot."""

import re

_COUNCILLOR = (
    r"(?:(?:county|city|town|parish|district|borough|community|unitary)\s+)?"
    r"(?:councill?ors?|cllrs?|clrs?|coun)|cynghorydd(?:\s+sir)?|cynghorwyr|cyng|cyngh|cmhlr"
    r"|comhairleoir"
    r"|(?:hon(?:orary|\.)?\s+)?(?:alderm[ae]n|alderwoman|ald)|baill?ies?|(?:lord\s+)?provost"
)
_COURTESY = (
    r"mr|mrs|ms|miss|mx|messrs|dr|prof(?:essor)?|sir|dame|lord|lady|baroness|baron|viscount"
    r"|(?:the\s+)?rev(?:eren)?'?d|(?:the\s+)?rev|canon|senator|rabbi|imam|sheikh|father|fr"
)
_RANK = (
    r"(?:wing\s+|lt\.?\s+)?(?:commander|colonel|col)|captain|capt|major|brigadier"
    r"|(?:temporary\s+|detective\s+|police\s+)?(?:chief\s+)?(?:superintendent|supt|inspector|insp)"
    r"|sergeant|sgt|p\.?c(?:\.?s\.?o)?"
)
_ONE = rf"(?:{_COUNCILLOR}|{_COURTESY}|{_RANK})\b\.?"
TITLE = re.compile(rf"\b(?P<title>{_ONE}(?:\s+(?:{_COURTESY})\b\.?){{0,2}})(?=[\s:A-Z])\s*", re.I)
PLURALS = {
    "councillors": "Councillor",
    "councilors": "Councilor",
    "cllrs": "Cllr",
    "clrs": "Clr",
    "aldermen": "Alderman",
    "bailies": "Bailie",
    "baillies": "Baillie",
    "messrs": "Mr",
    "cynghorwyr": "Cynghorydd",
}
_POST_NOMINAL = (
    r"(?:OBE|MBE|CBE|KBE|DBE|GBE|BEM|JP|DL|QC|KC|MP|MSP|MS|AM|MLA|MEP|TD|T\.D\.?|QPM|QFSM|QGM|PhD"
    r"|FRSA|DFC|DSO|MC|CB|CMG|KCB|CVO|MVO|LVO|RD|O\.B\.E\.?|M\.B\.E\.?|J\.P\.?|C\.B\.E\.?)"
)
POST_NOMINALS = re.compile(rf"(?:,?\s+\(?{_POST_NOMINAL}\)?(?![\w.]))+")
_SUFFIX = re.compile(r",?\s+(?:Jnr|Jr|Snr|Sr|Junior|Senior|II|III)\b\.?")
_CAPITAL = "A-ZÀ-ÖØ-ÞŴŶ"
_TOKEN = re.compile(
    rf"(?P<initials>[{_CAPITAL}](?:\.-?\s?[{_CAPITAL}](?![^\W\d_]))*\.|[{_CAPITAL}](?![\w'’-]))"
    r"|(?P<particle>(?:de|du|van|von|der|den|ter|le|la|di|da|dos|del|della|ap|ab|al|el|bin|bint"
    r"|ibn|Uí|Ní|St\.)(?=\s+\S))"
    rf"|(?P<word>(?:[ODdNM]['’‘]\s?)?[{_CAPITAL}][^\W\d_]*(?:[-'’](?!s\b)[^\W\d_]+)*)"
    rf"|(?P<nickname>[(\"'“‘][{_CAPITAL}][a-z]+[)\"'”’](?=\s+[{_CAPITAL}]))"
)
_GAP = re.compile(r"[ \u00a0]+")
_BRACKETED_INITIAL = re.compile(rf"\s?\([{_CAPITAL}][a-z]?\.?\)")
MAX_WORDS = 6

ROLES = frozenset(
    "chair chairs chairman chairmen chairperson chairwoman cadeirydd convener convenor vice "  # noqa: SIM905
    "vice-chair vice-chairman vice-chairperson vice-convener depute deputy director officer "
    "officers manager managers head leader clerk clerc member members solicitor executive adviser "
    "advisor representative representatives auditor accountant engineer planner surveyor secretary "
    "treasurer administrator coordinator co-ordinator assistant consultant commissioner governor "
    "headteacher principal president mayor minister analyst specialist architect lawyer barrister "
    "counsel registrar archivist librarian trustee partner associate trainee apprentice substitute "
    "observer applicant agent objector supporter resident chaplain monitoring moderator inspector "
    "superintendent sergeant commander technician practitioner nurse worker supervisor strategist "
    "spokesperson portfolio lead professor teacher lecturer swyddog cyfarwyddwr "
    "arweinydd maer pennaeth rheolwr is-gadeirydd cathaoirleach".split()
)
"""Words by which a phrase says what someone is."""
_PLAUSIBLE_NAMES = frozenset({"head", "partner", "mayor", "sergeant", "major"})
_NEVER_NAMES = frozenset(
    "council councils committee committees subcommittee sub-committee cabinet panel board boards "  # noqa: SIM905
    "commission forum group groups team teams department directorate division section unit service "
    "services development fund funding department planning housing finance financial legal "
    "governance transport transportation highways education school schools childrens children's "
    "children’s children adult adults social health healthcare public community communities "
    "environment environmental economy economic regeneration corporate resources strategy "
    "policy performance property procurement audit risk democratic electoral licensing leisure "
    "culture cultural tourism waste parking safeguarding learning skills inclusion nhs police fire "
    "rescue trust ltd limited plc llp university college hospital authority partnership strategic "
    "association society union federation constituency ward wards agenda item items minute minutes "
    "report reports appendix meeting meetings motion amendment question questions statement "
    "petition present apologies apology absence absent attendance attending attendees none nil the "
    "this that these those there it he she they we you all no not any some each both when where "
    "who which if as at in on of for by to from with an or but also following further having "
    "after before during since although however therefore then thus whilst because under "
    "monday tuesday wednesday thursday friday saturday sunday january february july september "
    "october november december speaker chairman chairperson chair leadership business "
    "administration operations operational customer communications communication digital "
    "information technology ict it hr pensions treasury revenue capital assets asset estates "
    "infrastructure growth investment inward neighbourhood neighbourhoods places localities "
    "locality area region regional county borough district town parish city village national "
    "government ministry office offices protection standards trading building control "
    "conservation heritage design sustainability climate energy water rail network uk resolved "
    "agreed noted recommended declared abstained moved seconded proposed approved confirmed "
    "carried lost decision decisions recommendation recommendations interest interests "
    "declaration declarations election appointment training allowance allowances budget review "
    "scrutiny select overview general purposes standing joint special annual ordinary "
    "extraordinary adjourned next previous last project programme program scheme plan plans act "
    "regulations notice code conduct research marketing youth early years families family "
    "parenting commissioning independent labour conservative conservatives liberal democrat "
    "democrats party unionist nationalist plaid cymru snp reform elected members' member's "
    "co-opted co-optees coopted voting non-voting invited guests visitors press media via "
    "remotely teams zoom online virtual virtually until pages resolution resolutions "
    "vote votes against abstentions abstain total start time date venue location room chamber "
    "guildhall civic applications application site schedule list professional external internal "
    "integrated human organisational organisation organisations organizational change "
    "transformation improvement support engagement cohesion equality equalities diversity "
    "wellbeing well-being mental prevention disability disabilities send autism care carers "
    "homelessness homes tenants tenant assurance insurance accountancy archaeology forestry "
    "countryside fisheries maritime harbour harbours airport airports bus buses traffic lighting "
    "drainage flood flooding drains footpaths cemetery allotments playground telecom broadband "
    "statements minuted people senior staff chief acting interim detective garda crime policing "
    "intelligence clerical technical agreement construction consulting consultants solutions tax "
    "motor shared prop sec seconder proposer mover associates partners "
    "administrative engineering enterprises".split()
) | (ROLES - _PLAUSIBLE_NAMES)
"""Words that no one is called, at least not in the papers of a council."""
_PLACES = frozenset(
    "road street lane avenue drive close crescent park gardens house hall court centre square "  # noqa: SIM905
    "bridge river valley north south east west northern southern eastern western central upper "
    "lower great church library museum station farm wood woods estate field fields green common "
    "hill head st clerk lead bay port isle island market england scotland wales britain ireland "
    "europe british english bank spa united rovers".split()
)
"""Words that end the name of a place more often than that of a person without a title."""

_IN_POSTS = frozenset(
    "a an and at for from in interim local member of on our outgoing incoming acting newly elected "  # noqa: SIM905
    "parish public the to upon with town ward y".split()
)
_OPENS_A_SENTENCE = re.compile(
    r"(?:at|in|as|on|for|to|with|by|following|welcome|prior|after|before|\d|[ivx]+[.)])\b", re.I
)


def singular(title: str) -> tuple[str, bool]:
    """``title`` as printed but in the singular, and whether it was a plural."""
    title = re.sub(r"^(?:the|y)\s+", "", title.strip(" :"), flags=re.I)
    words = title.split()
    for at, word in enumerate(words):
        one = PLURALS.get(word.casefold().rstrip("."))
        if one:
            words[at] = one.upper() if word.isupper() else one
            return " ".join(words), True
    return " ".join(words), False


def name_end(text: str, start: int, titled: bool) -> int | None:
    """Where the name that begins at ``start`` ends, or None where there is no name.

    After a title one word is a name, without one it takes two. Letters after a name (OBE)
    are not part of it.
    """
    at, end, words, full = start, start, 0, 0
    while words < MAX_WORDS and (token := _TOKEN.match(text, at)):
        if _stops(text, token, titled, words) or _follows_a_whole(text, start, end, token):
            break
        full += bool(token["word"]) and len(token["word"]) > 1
        words += 1
        at = token.end()
        if token["particle"] is None and token["nickname"] is None:
            end = at
        gap = _GAP.match(text, at)
        if gap is None and not (token["initials"] and token[0].endswith(".")):
            break
        at = gap.end() if gap else at
    if not full or (not titled and words < 2):
        return None
    for more in (_BRACKETED_INITIAL, _SUFFIX):
        if match := more.match(text, end):
            end = match.end()
    return end


def is_role(text: str) -> bool:
    """Whether a phrase says what someone is: "Head of Legal", "the Chair"."""
    return any(word in ROLES for word in _words(text)) and len(text) <= 160


def is_post(text: str) -> bool:
    """Whether a phrase is no more than the name of a post: "Head of Legal", "outgoing Mayor"."""
    if not is_role(text) or _OPENS_A_SENTENCE.match(text):
        return False
    words = re.findall(r"(?<![\w'’-])[a-z][\w'’-]*", text)
    return all(word in ROLES or word in _IN_POSTS for word in words)


def is_of_a_role(text: str) -> bool:
    """Whether a phrase is of a role or a service, and so no name."""
    return any(word in ROLES or word in _NEVER_NAMES for word in _words(text))


def is_of_a_place(name: str) -> bool:
    """Whether a name without a title is rather that of a place."""
    return any(word in _PLACES for word in _words(name)[1:])


def _stops(text: str, token: "re.Match[str]", titled: bool, words: int) -> bool:
    """Whether a word cannot be part of the name that has as many ``words`` so far."""
    word = token[0].casefold().strip("()\"'“”‘’.")
    if token["initials"] or token["particle"]:
        return False
    if words and POST_NOMINALS.match(" " + text[token.start() :]):
        return True
    if (
        words
        and (match := TITLE.match(text, token.start()))
        and (match[0].strip(" :") != token[0] or _capital_follows(text, token.end()))
    ):
        return True
    if word == "head" and re.match(r"\s+of\b", text[token.end() :]):
        return True
    return word in _NEVER_NAMES or (word in _PLAUSIBLE_NAMES - {"head"} and not titled)


def _follows_a_whole(text: str, start: int, end: int, token: "re.Match[str]") -> bool:
    """Whether a name is whole before a lone letter or acronym: "A Example EDC"."""
    if token["initials"]:
        has_surname = re.search(r"[^\W\d_]{2}", text[start:end])
        return bool(has_surname) and not _ends_a_name(text, token.end())
    is_acronym = 1 < len(token[0]) <= 4 and token[0].isupper()
    return is_acronym and bool(re.fullmatch(r"[A-Z]\.? \w+[a-z]", text[start:end]))


def _capital_follows(text: str, at: int) -> bool:
    return bool(re.match(rf"\.?\s+[{_CAPITAL}]", text[at:]))


def _ends_a_name(text: str, at: int) -> bool:
    return bool(re.match(r"\s*(?:[,;)\n\t(]|$|\s(?:and|&)\s|[–-])", text[at:]))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text.casefold())
