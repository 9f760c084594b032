"""What a search is narrowed to, in words."""

from assistant.citing import written_date
from corpus.filters import Filters


def filters_in_words(filters: Filters) -> str:
    """Filters for people, such as "Cabinet, minutes, from 1 March 2012"; "" for none."""
    parts = (
        filters.council,
        filters.body,
        filters.kind and filters.kind.value,
        filters.since and f"from {written_date(filters.since)}",
        filters.until and f"to {written_date(filters.until)}",
        filters.source,
    )
    return ", ".join(part for part in parts if part)
