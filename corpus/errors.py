"""Every error that the command and the page show to a person.

    CouncilPapersError
    ├── UnreadableFileError      a file cannot be read: which, why, what to do
    ├── LibraryError             the library's folder cannot be opened or written
    ├── LibraryBusyError         another process is writing to the library
    ├── IndexMismatchError       the index does not belong to the library or the model
    ├── ModelUnavailableError    a model's weights are missing, changed or cannot be loaded
    ├── TooManyWaitingError      too many questions wait to be answered
    ├── SiteError                a council's site does not give what it was asked for
    │   └── SiteClosedError      it is not to be asked further now: it refuses, or is too busy
    └── BadRequestError          something was asked that makes no sense as asked
        └── NotHeldError         what was asked for is not in the library

Each message says what is wrong, with which file, and what to do.
"""


class CouncilPapersError(Exception):
    """The base that the command and the page catch."""


class UnreadableFileError(CouncilPapersError):
    """A file cannot be read; ``reason`` stands in the library's status."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}. {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class LibraryError(CouncilPapersError):
    """The library cannot be opened or written."""


class LibraryBusyError(LibraryError):
    """Another process is writing to the library."""


class IndexMismatchError(CouncilPapersError):
    """The parts of an index do not belong together, or to the library."""


class ModelUnavailableError(CouncilPapersError):
    """A model cannot be loaded."""


class BadRequestError(CouncilPapersError):
    """What was asked makes no sense as asked."""


class TooManyWaitingError(CouncilPapersError):
    """More questions wait to be answered than can be in any useful time."""


class NotHeldError(BadRequestError):
    """What was asked for is not in the library, or is kept out of it."""


class SiteError(CouncilPapersError):
    """A council's site, or a paper on it, cannot be fetched."""


class SiteClosedError(SiteError):
    """The site is not to be asked further now: it refuses programs, or cannot answer."""
