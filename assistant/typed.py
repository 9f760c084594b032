"""What a person typed, made fit to be kept or passed on."""

import re

LEFT_OUT = "[address left out]"
_ADDRESS = re.compile(
    r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/])(?:\+44[ -]?(?:\(0\))?|0)\d(?:[ -]?\d){8,9}(?![\w/])"
)
"""An e-mail address or a telephone number."""


def one_line(text: str) -> str:
    """``text`` on one line, without control signs."""
    sound = text.encode("utf-8", "replace").decode()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in sound).split())


def without_addresses(text: str) -> str:
    """``text`` without the addresses and telephone numbers by which a person is reached."""
    return _ADDRESS.sub(LEFT_OUT, text)
