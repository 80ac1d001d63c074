"""A web page saved with all its parts in one file (.mht)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.errors import Damaged
from compare.model import Document
from compare.readers import from_html
from compare.readers.sources import Source

if TYPE_CHECKING:
    from email.message import Message

_PARTS = 5_000  # parts of a saved page: pictures, styles, frames


def read(source: Source) -> Document:
    """Read the page itself: the largest HTML part. Raises `Damaged` where there is none."""
    from email import message_from_bytes

    try:
        pages = [
            _decode(part)
            for _, part in zip(range(_PARTS), message_from_bytes(source.data).walk(), strict=False)
        ]
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError):
        raise Damaged(source.name, "a saved page that is broken; save it again as .html") from None
    page = max(pages, key=len, default=b"")
    if not page:
        raise Damaged(source.name, "a saved page without any HTML in it; save it again as .html")
    document = from_html.read(source.hold(source.name, page))
    return replace(document, digest=source.digest, format="mht")


def _decode(part: "Message") -> bytes:
    if part.get_content_type() != "text/html":
        return b""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    charset = part.get_content_charset()
    if charset and not payload.startswith(b"\xef\xbb\xbf"):  # the part's own word comes first
        return f'<meta charset="{charset}">'.encode() + payload
    return payload
