"""Zip archives whose bytes depend on nothing but what is in them and the date they bear."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_FIRST_YEAR = 1980
"""The format knows no earlier one."""
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """An archive of ``files`` by their names, in this order, all dated to ``day``."""
    stream = io.BytesIO()
    moment = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system, entry.external_attr = 3, _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def unzipped(archive: bytes) -> dict[str, bytes]:
    """The files of an archive by their names, in its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
