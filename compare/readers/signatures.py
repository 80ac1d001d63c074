"""What a file is by its first bytes, whatever its name says."""

import re
from pathlib import PurePath

from compare.readers.passwords import OLE, PACKAGE

_PRELUDE = re.compile(rb"<!--.*?-->|<\?xml[^>]*>", re.DOTALL)
_HTML = (b"<!doctype html", b"<html")
_FAMILIES = {  # endings that stand for the same kind of bytes
    ".htm": ".html",
    ".xhtml": ".html",
    ".shtml": ".html",
    ".mhtml": ".mht",
    ".wps": ".doc",
    ".docm": ".docx",
    ".dotx": ".docx",
}


def find_suffix(data: bytes) -> str | None:
    """Return the ending that the bytes deserve; None for plain text and what is not known.

    >>> find_suffix(b"%PDF-1.7 ..."), find_suffix("一、目标".encode())
    ('.pdf', None)
    """
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in start[:1024]:
        return ".pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ".docx" if b"word/" in data and b"[Content_Types].xml" in data else ".zip"
    if start.startswith(OLE):
        return ".docx" if PACKAGE in data else ".doc"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if _PRELUDE.sub(b"", start).lstrip().lower().startswith(_HTML):
        return ".html"
    if re.match(rb"[\w-]+:", start) and b"MIME-Version:" in start and b"multipart/" in start:
        return ".mht"
    return None


def is_family(suffix: str, found: str) -> bool:
    """Tell whether an ending goes with the kind of bytes found."""
    return _FAMILIES.get(suffix, suffix) == found


def suffix_of(name: str) -> str:
    """Return the ending of a name, in small letters."""
    return PurePath(name).suffix.lower()
