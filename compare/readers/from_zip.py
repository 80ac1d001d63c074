"""A zip archive with one report in it."""

from pathlib import PurePosixPath

from compare.errors import ReadError
from compare.model import Document
from compare.readers.archives import Archive
from compare.readers.sources import Source

_LIMIT = 100_000_000  # bytes that the report may unpack to


def read(source: Source) -> Document:
    """Unpack the only report and read it. Raises `ReadError` where there is none, or several."""
    from compare.readers import READERS, read_source

    archive = Archive(source.data, source.name, source.terms.passwords)
    reports = [
        part
        for part in archive.names
        if PurePosixPath(part).suffix.lower() in READERS.keys() - {".zip"}
        and not part.startswith("__MACOSX/")
        and not PurePosixPath(part).name.startswith((".", "~$"))
    ]
    if len(reports) != 1:
        found = ", ".join(show_name(part) for part in reports[:5]) or "nothing that can be read"
        raise ReadError(
            source.name, f"an archive must hold one report, found {found}; unpack it first"
        )
    name = f"{source.name}/{show_name(reports[0])}"
    return read_source(source.hold(name, archive.read(reports[0], _LIMIT)))


def show_name(part: str) -> str:
    """Return a readable name: Chinese Windows writes GBK where zip says code page 437.

    >>> show_name("╣ñ╫≈▒¿╕µ.txt")
    '工作报告.txt'
    """
    try:
        return part.encode("cp437").decode("gb18030")
    except UnicodeError:
        return part
