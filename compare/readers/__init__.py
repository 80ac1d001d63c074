"""Readers: bytes to `Document`. A new format is one file and one line in `READERS`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module

from compare.errors import NoText, TooLarge, UnknownFormat
from compare.model import Document, Note
from compare.readers.signatures import find_suffix, is_family, suffix_of
from compare.readers.sources import Source
from compare.terms import TERMS, Terms

Reader = Callable[[Source], Document]

READERS: Mapping[str, str] = {  # each is imported when it is needed
    ".doc": "compare.readers.from_doc",
    ".docm": "compare.readers.from_docx",
    ".docx": "compare.readers.from_docx",
    ".htm": "compare.readers.from_html",
    ".html": "compare.readers.from_html",
    ".markdown": "compare.readers.from_md",
    ".md": "compare.readers.from_md",
    ".mht": "compare.readers.from_mht",
    ".mhtml": "compare.readers.from_mht",
    ".pdf": "compare.readers.from_pdf",
    ".rtf": "compare.readers.from_doc",
    ".shtml": "compare.readers.from_html",
    ".txt": "compare.readers.from_txt",
    ".wps": "compare.readers.from_doc",
    ".xhtml": "compare.readers.from_html",
    ".zip": "compare.readers.from_zip",
}

_PICTURES = 10  # a text or a web page may have this part of the bytes of what holds pictures
_PIPED = {"-": ".txt"}  # standard input has no ending that could say more
_MARKED = (".doc", ".rtf", ".wps")  # which are told by their first bytes, if they are any
_TEXTS = (".htm", ".html", ".markdown", ".md", ".mht", ".mhtml", ".shtml", ".txt", ".xhtml")


def read_document(
    data: bytes, name: str, format_in: str | None = None, terms: Terms = TERMS
) -> Document:
    """Read bytes by what they are: by their signature, else by the ending of their name.

    ``format_in`` is the ending to go by, without the dot, whatever the name and the bytes say.
    Raises a `ReadError`.
    """
    return read_source(Source(name, data, terms), format_in)


def read_source(source: Source, format_in: str | None = None) -> Document:
    """Do the same on the terms that the source brings."""
    name = source.name
    found = None if format_in else find_suffix(source.data)
    suffix = f".{format_in}" if format_in else suffix_of(name) or found or _PIPED.get(name, "")
    if found is None and suffix in _MARKED and not format_in:
        found = ".txt"  # no converter is asked to guess
    renamed = found is not None and not is_family(suffix, found)
    chosen = found if renamed and found else suffix
    if chosen not in READERS:
        raise UnknownFormat(name, READERS)
    limit = source.terms.size // (_PICTURES if chosen in _TEXTS else 1)
    if len(source.data) > limit:
        raise TooLarge(name, len(source.data), limit, option="megabytes")
    read: Reader = import_module(READERS[chosen]).read
    document = read(source)
    source.check_length(len(document.text))
    if not document.text.strip():
        raise NoText(name)
    if renamed:
        document = replace(document, notes=(_note_renamed(name, chosen), *document.notes))
    return document


def _note_renamed(name: str, suffix: str) -> Note:
    kind = suffix.lstrip(".")
    text = f"{name}: by its content this is {kind}, whatever its ending says; read as {kind}"
    return Note("renamed-file", text, facts=(("name", name), ("kind", kind)))
