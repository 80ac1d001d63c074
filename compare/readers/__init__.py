"""Readers: bytes to `Document`. A new format is one file and one line in `READERS`."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from compare.errors import NoText, TooLarge, UnknownFormat
from compare.model import Document, Note
from compare.readers import (
    from_doc,
    from_docx,
    from_html,
    from_md,
    from_mht,
    from_pdf,
    from_txt,
    from_zip,
)
from compare.readers.signatures import find_suffix, is_family, suffix_of

Reader = Callable[[bytes, str], Document]

READERS: Mapping[str, Reader] = {  # what a reader stands on is imported inside its read()
    ".doc": from_doc.read,
    ".docm": from_docx.read,
    ".docx": from_docx.read,
    ".htm": from_html.read,
    ".html": from_html.read,
    ".markdown": from_md.read,
    ".md": from_md.read,
    ".mht": from_mht.read,
    ".mhtml": from_mht.read,
    ".pdf": from_pdf.read,
    ".rtf": from_doc.read,
    ".shtml": from_html.read,
    ".txt": from_txt.read,
    ".wps": from_doc.read,
    ".xhtml": from_html.read,
    ".zip": from_zip.read,
}

LIMIT = 20_000_000  # bytes of a text or a web page; a national report is 60,000
BINARY_LIMIT = 200_000_000  # bytes of what may hold pictures: a scan of 300 pages is 100,000,000
_PIPED = {"-": ".txt"}  # standard input has no ending that could say more
_TEXTS = (".htm", ".html", ".markdown", ".md", ".mht", ".mhtml", ".shtml", ".txt", ".xhtml")


def read_document(data: bytes, name: str, format_in: str | None = None) -> Document:
    """Read bytes by what they are: by their signature, else by the ending of their name.

    ``format_in`` is the ending to go by, without the dot, whatever the name and the bytes say.
    Raises a `ReadError`.
    """
    found = None if format_in else find_suffix(data)
    suffix = f".{format_in}" if format_in else suffix_of(name) or found or _PIPED.get(name, "")
    renamed = found is not None and not is_family(suffix, found)
    chosen = found if renamed and found else suffix
    if chosen not in READERS:
        raise UnknownFormat(name, READERS)
    limit = LIMIT if chosen in _TEXTS else BINARY_LIMIT
    if len(data) > limit:
        raise TooLarge(name, len(data), limit)
    document = READERS[chosen](data, name)
    if not document.text.strip():
        raise NoText(name)
    if renamed:
        document = replace(document, notes=(_note_renamed(name, chosen), *document.notes))
    return document


def _note_renamed(name: str, suffix: str) -> Note:
    kind = suffix.lstrip(".")
    text = f"{name}: by its content this is {kind}, whatever its ending says; read as {kind}"
    return Note("renamed-file", text, facts=(("name", name), ("kind", kind)))
