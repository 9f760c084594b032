"""Votes as they may be shown: counted only where numbers and names agree, else quoted."""

from typing_extensions import TypedDict

from corpus.papers import Vote

VoteJson = TypedDict(
    "VoteJson",
    {
        "words": str,
        "for": int | None,
        "against": int | None,
        "abstained": int | None,
        "names_for": list[str],
        "names_against": list[str],
        "names_abstained": list[str],
        "reconciles": bool,
    },
)
"""Numbers are None and names empty where they are not recorded or do not agree."""


def vote_to_json(vote: Vote) -> VoteJson:
    """The vote as other programs read it."""
    shown = vote if vote.reconciles else Vote(vote.words)
    return {
        "words": vote.words,
        "for": shown.in_favour,
        "against": shown.against,
        "abstained": shown.abstained,
        "names_for": list(shown.names_in_favour),
        "names_against": list(shown.names_against),
        "names_abstained": list(shown.names_abstained),
        "reconciles": vote.reconciles,
    }


def vote_in_words(vote: Vote) -> str:
    """Such as "2 for (Ann Example, Bo Example), 1 against", or the record's words, quoted."""
    sides = (
        (vote.in_favour, "for", vote.names_in_favour),
        (vote.against, "against", vote.names_against),
        (vote.abstained, "abstained", vote.names_abstained),
    )
    told = [
        f"{number} {side} ({', '.join(names)})" if names else f"{number} {side}"
        for number, side, names in sides
        if number is not None
    ]
    return ", ".join(told) if told and vote.reconciles else f"“{' '.join(vote.words.split())}”"


def moved_in_words(mover: str | None, seconder: str | None) -> str:
    """Such as "moved by Ann Example, seconded by Bo Example"; "" where neither is named."""
    named = (mover and f"moved by {mover}", seconder and f"seconded by {seconder}")
    return ", ".join(part for part in named if part)
