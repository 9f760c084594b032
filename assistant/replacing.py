"""Writing a file that a person named: all of it or nothing."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpus.errors import BadRequestError


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A stream of bytes that is put in the place of ``path`` once it is complete.

    Raises BadRequestError where the folder cannot be written to.
    """
    try:
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise BadRequestError(
            f"{path}: cannot be written ({error.strerror}). Name a file in a folder that exists."
        ) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except OSError as error:
        raise BadRequestError(
            f"{path}: cannot be written ({error.strerror}). Name another file."
        ) from error
    finally:
        Path(aside).unlink(missing_ok=True)
