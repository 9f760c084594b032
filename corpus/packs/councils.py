"""Which council the papers of a file are of."""

import re
from collections.abc import Iterator, Sequence

from corpus.packs.heads import HEAD, down_to_attendance, head_of, naming_lines
from corpus.packs.names import TYPES, find_councils, key_of, most_named, same_name, titled
from corpus.packs.splitting import PaperText
from corpus.papers import PaperKind

SURE = 5
"""The least weight by which a council is the file's own, and not one that it mentions."""
SHORT_NAME = re.compile(
    r"\(\W{0,3}(?:hereafter\W{1,3})?(?:the\W{1,3})?council\W{0,3}\)", re.IGNORECASE
)
WELSH = re.compile(r"cyngor\b", re.IGNORECASE)
AUTHORITY = re.compile(
    r"[\w&,'’ -]{4,80} (?:joint board|drainage board|joint committee|authority|fire board"
    r"|regional transport partnership)",
    re.IGNORECASE,
)
HOST = re.compile(
    r"\b([a-z-]{3,40}?)(?:parishcouncil|towncouncil|communitycouncil|council)?"
    r"\s?\.(?:(?:gov|llyw)\.(?:uk|wales|scot|cymru)|(?:org|co)\.uk|ie|com)\b"
)


def council_of(papers: Sequence[PaperText]) -> str | None:
    """The council that the heads of a file's papers name most.

    A council that is only mentioned is the file's own where the text gives it a short name
    ("… Council (the Council)"), or where the address of a website or of e-mail is its name.
    """
    names = [pair for paper in papers for pair in _councils_named(paper)]
    english = [(name, weight) for name, weight in names if not WELSH.match(name)]
    for own in (english, names):
        best = most_named(own)
        if sum(weight for name, weight in own if same_name(name, best)) >= SURE:
            return best
    vouched = most_named(pair for paper in papers for pair in _councils_vouched_for(paper))
    return vouched or next((name for paper in papers if (name := _authority(paper))), None)


def _authority(paper: PaperText) -> str | None:
    """An authority that is no council and stands alone at the head: "... Drainage Board"."""
    for block in paper.blocks[:3]:
        if AUTHORITY.fullmatch(block.text.strip()):
            return titled(block.text.strip())
    return None


def _councils_named(paper: PaperText) -> Iterator[tuple[str, int]]:
    """Councils with what each mention weighs: a line of its own most, a sentence least."""
    minutes = paper.kind is PaperKind.MINUTES
    head = down_to_attendance(head_of(paper)) if minutes else paper.blocks[:HEAD]
    for line in naming_lines(paper.kind, head):
        for name in find_councils(line[:600]):
            yield name, 20
    for at, block in enumerate(head):
        text = block.text[:1500]
        for name in find_councils(text):
            if text.startswith(name) and len(text) <= len(name) + 40:
                yield name, 36 if at < 12 else 12
            elif at < 4 and len(text) < 120 and not text.endswith("."):
                yield name, SURE
            else:
                yield name, 2 if at < 12 else 1


def _councils_vouched_for(paper: PaperText) -> Iterator[tuple[str, int]]:
    text = "\n".join(block.text for block in paper.blocks)
    hosts = set(HOST.findall(text.casefold()))
    for name in find_councils(text):
        own = "".join(word for word in key_of(name).split() if word not in TYPES)
        if any(own in (host, host.removesuffix("pc").removesuffix("-")) for host in hosts):
            yield name, 2
    for match in SHORT_NAME.finditer(text):
        for name in find_councils(text[max(0, match.start() - 80) : match.start()])[-1:]:
            if text[: match.start()].rstrip().endswith(name):
                yield name, 1
