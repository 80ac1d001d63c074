"""Readers: bytes to `Document`. A new format is one file and one line in `READERS`."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from compare.errors import NoText, TooLarge, UnknownFormat
from compare.model import Document
from compare.readers import from_md, from_txt

Reader = Callable[[bytes, str], Document]

READERS: Mapping[str, Reader] = {
    ".md": from_md.read,
    ".markdown": from_md.read,
    ".txt": from_txt.read,
}

LIMIT = 20_000_000  # bytes; a national report is 60,000


def read_document(data: bytes, name: str) -> Document:
    """Read bytes by the ending of their name.

    Raises `UnknownFormat`, `TooLarge`, `NoText` or `Damaged`.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnknownFormat(name, READERS)
    if len(data) > LIMIT:
        raise TooLarge(name, len(data), LIMIT)
    document = reader(data, name)
    if not document.text.strip():
        raise NoText(name)
    return document
