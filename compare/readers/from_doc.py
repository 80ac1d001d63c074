"""Old Word, WPS and RTF, through LibreOffice or antiword where one is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from compare.errors import Damaged, MissingProgram
from compare.model import Document
from compare.readers import from_docx
from compare.readers.drafts import Draft
from compare.readers.passwords import unlock_office
from compare.readers.signatures import suffix_of
from compare.readers.sources import Source

_PATIENCE = 120  # seconds; LibreOffice needs two for a report, twenty for its first start
_OFFICE = ("soffice", "libreoffice")


def read(source: Source) -> Document:
    """Convert and read. Raises `MissingProgram`, `Encrypted` or `Damaged`."""
    data, name = unlock_office(source), source.name
    suffix = suffix_of(name).lstrip(".") or "doc"
    office = next((path for path in map(shutil.which, _OFFICE) if path), None)
    antiword = shutil.which("antiword")
    if office is None and (antiword is None or data.startswith(b"{\\rtf")):
        raise MissingProgram(name, "old Word files are read through LibreOffice", "LibreOffice")
    with tempfile.TemporaryDirectory(prefix="compare-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "report.rtf" if data.startswith(b"{\\rtf") else "report.doc")
        file.write_bytes(data)
        patience = max(0.0, min(_PATIENCE, source.seconds))
        if office:
            converted = _convert(office, file, name, patience)
            document = from_docx.read(source.hold(name, converted))
        else:
            document = _read_plain(str(antiword), file, name, patience)
    return replace(document, digest=source.digest, format=suffix)


def _convert(office: str, file: Path, name: str, patience: float) -> bytes:
    """Let LibreOffice write a .docx, with settings of its own so that no open window is met."""
    profile = (file.parent / "profile").as_uri()
    command = (office, f"-env:UserInstallation={profile}", "--headless", "--norestore")
    target = file.with_suffix(".docx")
    to_word = ("--convert-to", "docx", "--outdir", str(file.parent), str(file))
    _run((*command, *to_word), name, patience)
    if not target.is_file():
        raise Damaged(name, "LibreOffice cannot open it; save it as .docx")
    return target.read_bytes()


def _read_plain(antiword: str, file: Path, name: str, patience: float) -> Document:
    """Let antiword print the text, a paragraph a line."""
    printed = _run((antiword, "-w", "0", "-m", "UTF-8.txt", str(file)), name, patience)
    if not printed.strip():
        raise Damaged(name, "antiword cannot open it; save it as .docx")
    draft = Draft()
    for line in printed.decode("utf-8", errors="replace").splitlines():
        draft.add(line)
    return Document(name, draft.text, draft.blocks, "", "doc")


def _run(command: tuple[str, ...], name: str, patience: float) -> bytes:
    """Run a program that must end in time; what it started itself ends with it."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and only names that we made
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        problem = f"{command[0]} does not start ({error.strerror})"
        raise MissingProgram(name, problem, "it anew") from None
    with process:
        try:
            return process.communicate(timeout=patience)[0]
        except subprocess.TimeoutExpired:
            raise Damaged(
                name, f"not converted in {patience:.0f} seconds; save it as .docx"
            ) from None
        finally:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
