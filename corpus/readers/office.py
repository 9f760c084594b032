"""Other word processors' files (.doc, .odt, .rtf, .docm), put into .docx by LibreOffice."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

from corpus.documents import Document
from corpus.errors import UnreadableFileError
from corpus.readers.word import read_word

SECONDS_A_FILE = 180
"""How long a conversion may take: some fifty times what a long report needs."""

_ONE_AT_A_TIME = threading.Lock()  # each takes some 200 MB of memory
_OLD = b"\xd0\xcf\x11\xe0"  # a compound file, as Office wrote before 2007
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a stream's name, [MS-OFFCRYPTO] 1.3.3
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""  # no macro is run, and no picture that a paper links to is fetched


def read_office(path: Path, source: str) -> Document:
    """Read what LibreOffice can put into .docx; a line's place is as in the Word reader.

    Its own settings and copies lie in a temporary folder, which is gone at the end.
    """
    beginning = _beginning(path, source)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    suffix = _suffix(beginning) or path.suffix.lower()
    if program is None:
        raise UnreadableFileError(
            source,
            f"LibreOffice, which reads {suffix} files, is not installed",
            "Install LibreOffice (libreoffice-writer), or save it as .docx or PDF and add that.",
        )
    with tempfile.TemporaryDirectory(prefix="council-papers-") as folder, _ONE_AT_A_TIME:
        given = Path(folder, f"paper{suffix}")
        shutil.copyfile(path, given)
        converted = _converted(program, given, source)
        if not converted.is_file():
            raise UnreadableFileError(
                source,
                "LibreOffice could not read it: it is damaged, or protected by a password",
                "Open it in a word processor, save it as .docx without a password and add that.",
            )
        return read_word(converted, source)


def _converted(program: str, given: Path, source: str) -> Path:
    """The .docx that ``program`` makes of ``given``; it is not there where that failed."""
    profile, out = given.parent / "profile", given.parent / "converted"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    options += ["--nolockcheck", "--nodefault", "--convert-to", "docx"]
    try:
        running = subprocess.Popen(
            [program, *options, "--outdir", str(out), str(given)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableFileError(
            source,
            f"LibreOffice does not run ({error.strerror or error})",
            "Install it anew, or save the paper as .docx or PDF and add that.",
        ) from error
    try:
        running.wait(SECONDS_A_FILE)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(
            source,
            f"LibreOffice did not read it within {SECONDS_A_FILE} seconds",
            "Save it as .docx or PDF and add that.",
        ) from error
    finally:
        _end(running)
    return out / "paper.docx"


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the program with all that it started, should it still run."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _beginning(path: Path, source: str) -> bytes:
    """The bytes that tell the format. Raises UnreadableFileError for what is encrypted."""
    content = path.read_bytes()
    if content.startswith(_OLD) and _ENCRYPTED in content:
        raise UnreadableFileError(
            source,
            "it is protected by a password",
            "Open it with the password, save it as .docx without one and add that.",
        )
    return content[:64]


def _suffix(beginning: bytes) -> str | None:
    """The suffix that LibreOffice expects of such a file; None where its own will do."""
    if beginning.startswith(_OLD):
        return ".doc"
    return ".rtf" if beginning.lstrip().startswith(b"{\\rtf") else None
