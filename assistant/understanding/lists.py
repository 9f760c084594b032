"""Questions that ask for all of a kind."""

import re

_ALL = re.compile(
    r"\b(?:list|all (?:of )?the|every|key dates|milestones|time ?(?:table|scales?)|schedule"
    r"|project plan|work programme|(?:stage|step|phase|year|month) by (?:stage|step|phase|year"
    r"|month)|in full)\b"
    r"|\b(?:what|which) (?:are|were) (?:the )?(?:[\w-]+ ){0,3}?(?!ou?r\b)[a-z]{2,}[^s\W]s\b"
    r"|\b(?:what|which) (?:[\w’'-]+ ){0,2}[a-z]{2,}[^s\W]s (?:are|were|do|did|will|would|have)\b",
    re.I,
)


def asks_for_all(asked: str) -> bool:
    """Whether it says so, or names several: "list the grants", "what are the aims"."""
    return bool(_ALL.search(asked))
