"""Bytes to text: the encodings that reports come in.

Byte-order marks first, then strict UTF-8, then GB18030 against Big5 by how common the characters
are that come out. A short list of common characters beats statistical detectors on report-length
text, and it says so when it is in doubt.
"""

import codecs
import re

from compare.errors import Damaged
from compare.model import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive (perhaps a Word file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or WPS file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF file"),
)
# The commonest characters of simplified and of traditional official prose.
_COMMON = frozenset(
    "的一是不了在有和人中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "经济社会展政府全建设改革加强推进新高实施企业民市区城基本重点提水平制度保障教育服务产质量"
    "個為來們時會發動經濟社會政務國際對過學業產實強進設報區縣與務員請現長開關"
    "，。、；：“”（）年月日％%"
)
_CHINESE = ("gb18030", "big5hkscs")
_LIKELY = 0.2  # share of common characters from which on a decoding is believed
_TOLERATED = 0.002  # share of bytes that may be unreadable before the file counts as damaged


def decode(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text, with no newline translated, and any doubt about it.

    Raises `Damaged` for what is not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Damaged(name, f"this is {what}, not text; give it its own ending")
    if b"\0" in data:
        raise Damaged(name, "binary data, not text; save the report as UTF-8 text")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_guessed(data, name)


def _decode_marked(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Note, ...]]:
    text = data.decode(encoding, errors="replace")
    return text, note_losses(text, len(data), encoding, name)


def _decode_guessed(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    best = max((_try_decoding(data, encoding) for encoding in _CHINESE), key=count_common)
    if count_common(best) > _LIKELY:
        return best, ()
    tolerated = max(3, _TOLERATED * len(data))
    for encoding in ("utf-8", *_CHINESE):
        broken = data.decode(encoding, errors="replace")
        sound = count_common(broken) > _LIKELY or (encoding == "utf-8" and _has_wide(broken))
        if sound and broken.count("\ufffd") <= tolerated:
            return broken, note_losses(broken, len(data), encoding, name)
    western = data.decode("cp1252", errors="replace")
    if len(re.findall(r"[A-Za-z\s]", western)) > 0.8 * len(western):
        return western, note_losses(western, len(data), "cp1252", name)
    raise Damaged(name, "its characters cannot be decoded; save the report as UTF-8 text")


def _try_decoding(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _has_wide(text: str) -> bool:
    return any("\x7f" < c != "\ufffd" for c in text)


def count_common(text: str) -> float:
    """Return the share of non-ASCII characters that are common ones."""
    wide = [c for c in text if c > "\x7f"]
    return sum(c in _COMMON for c in wide) / len(wide) if wide else 0.0


def note_losses(text: str, size: int, encoding: str, name: str) -> tuple[Note, ...]:
    """Note the characters that did not decode. Raises `Damaged` where they are too many."""
    lost = text.count("\ufffd")
    if lost > max(20, 0.05 * size):
        raise Damaged(name, f"not {encoding} as its first bytes promise; save it as UTF-8 text")
    if not lost:
        return ()
    facts = (("name", name), ("n", str(lost)), ("encoding", encoding))
    return (Note("unreadable-characters", f"{name}: {lost} characters unreadable", facts=facts),)
