"""Counts and times in words, for the page and the command."""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Such as "1 file" or "2,000 files"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def time_left(seconds: float) -> str:
    """Such as "20 s" or "3 min"."""
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
