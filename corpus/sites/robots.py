"""What sites allow programs to fetch, by their robots.txt."""

from dataclasses import dataclass

from protego import Protego

from corpus.sites.manners import NAME


@dataclass(frozen=True, slots=True)
class Rules:
    """The robots.txt of one host. Without text, all is allowed or all is forbidden."""

    text: str = ""
    forbids_all: bool = False

    def allow(self, address: str) -> bool:
        """Whether this program may fetch ``address``."""
        return not self.forbids_all and bool(self._parsed().can_fetch(address, NAME))

    @property
    def pause(self) -> float:
        """The seconds that it wants between two requests; 0 if it does not say."""
        return float(self._parsed().crawl_delay(NAME) or 0)

    def _parsed(self) -> Protego:
        return Protego.parse(self.text)


def rules_of(status: int, text: str) -> Rules:
    """The rules that an answer to the request for robots.txt makes (RFC 9309, section 2.3.1).

    A site without one allows all. One that refuses to show it wants no programs.
    """
    if status == 200:
        return Rules(text)
    return Rules(forbids_all=status in (401, 403) or status >= 500)
