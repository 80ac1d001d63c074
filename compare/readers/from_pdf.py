"""PDF: paragraphs put together again from lines, with the page of every character.

What pages carry besides the text (running heads, page numbers, a table of contents) is set aside
after the paragraph that it interrupts. Pages without text that can be read are named.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from compare.errors import Damaged, Encrypted, NoTextLayer, TooLarge
from compare.model import Document, Note
from compare.readers.drafts import Draft
from compare.readers.pdf_furniture import find_furniture
from compare.readers.pdf_paragraphs import (
    Setting,
    count_words,
    find_levels,
    is_break,
    join,
    measure,
)
from compare.readers.pdf_pieces import Piece, read_pieces
from compare.readers.pdf_rows import Row, join_rows, order_pages

PAGES = 2_000  # pages read in one go
CHARACTERS = 4_000_000  # characters read in one go; they take about half a minute
_GARBLED = 0.05  # share of letters without meaning from which a page cannot be trusted
_SPARSE = 5  # characters: a page with fewer, but with a picture, is a picture


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page holds: rows in reading order, furniture with its kind, and doubts."""

    heads: tuple[tuple[Row, str], ...]
    rows: tuple[Row, ...]
    feet: tuple[tuple[Row, str], ...]


def read(data: bytes, name: str) -> Document:
    """Read the text layer. Raises `Damaged`, `Encrypted`, `NoTextLayer` or `TooLarge`."""
    pages, blank, garbled = _read_pages(data, name)
    if pages and len(blank) + len(garbled) == len(pages):
        raise NoTextLayer(name, len(pages))
    notes = tuple(
        _note_pages(name, code, what, numbers)
        for code, what, numbers in (
            ("pages-without-text", "no text to read, perhaps a picture", blank),
            ("garbled-pages", "many letters without meaning", garbled),
        )
        if numbers
    )
    draft, starts = _write(list(_sort_pages(pages)))
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, draft.text, draft.blocks, digest, "pdf", notes, starts)


def _read_pages(data: bytes, name: str) -> tuple[list[tuple[Piece, ...]], list[int], list[int]]:
    """Read the pieces of every page; say which pages are pictures and which are garbled."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Encrypted(name) from None
        raise Damaged(name, "not a PDF that can be opened; export or fetch it again") from None
    try:
        if len(pdf) > PAGES:
            raise TooLarge(name, len(pdf), PAGES, "pages")
        return _read_each(pdf, name)
    finally:
        pdf.close()


def _read_each(pdf: Any, name: str) -> tuple[list[tuple[Piece, ...]], list[int], list[int]]:
    import pypdfium2

    pages: list[tuple[Piece, ...]] = []
    blank, garbled = [], []
    size = 0
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            pieces = read_pieces(page)
            letters = "".join(piece.text for piece in pieces)
            if len(letters) < _SPARSE and _has_content(page):
                blank.append(number)
            elif _count_strange(letters) > _GARBLED * len(letters):
                garbled.append(number)
            page.close()
        except pypdfium2.PdfiumError:
            raise Damaged(name, f"page {number} cannot be read; export the file again") from None
        size += len(letters)
        if size > CHARACTERS:
            raise TooLarge(name, size, CHARACTERS, "characters")
        pages.append(pieces)
    return pages, blank, garbled


def _has_content(page: Any) -> bool:
    return any(True for _ in page.get_objects(max_depth=1))


def _count_strange(text: str) -> int:
    """Count the characters that mean nothing outside the file's own fonts."""
    return sum(
        c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" or c < "\t" for c in text
    )


def _note_pages(name: str, code: str, what: str, numbers: Sequence[int]) -> Note:
    listed = ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")
    facts = (("name", name), ("n", str(len(numbers))), ("pages", listed))
    return Note(code, f"{name}: {what} on {len(numbers)} page(s): {listed}", facts=facts)


def _sort_pages(pages: Sequence[Sequence[Piece]]) -> Iterator[_Page]:
    """Part the furniture of every page from its text, and order the text."""
    plain = [list(join_rows(pieces, i)) for i, pieces in enumerate(pages)]
    found = find_furniture(plain)
    bodies = []
    for rows, kinds, pieces in zip(plain, found, pages, strict=True):
        set_aside = [rows[k] for k in kinds]
        bodies.append([p for p in pieces if not any(_holds(row, p) for row in set_aside)])
    for rows, kinds, body in zip(plain, found, order_pages(bodies), strict=True):
        marked = [(rows[k], kind) for k, kind in sorted(kinds.items())]
        heads = tuple((row, kind) for row, kind in marked if kind != "footer")
        feet = tuple((row, kind) for row, kind in marked if kind == "footer")
        yield _Page(heads, body, feet)


def _holds(row: Row, piece: Piece) -> bool:
    return row.y0 <= (piece.y0 + piece.y1) / 2 <= row.y1


@dataclass(slots=True)
class _Paragraph:
    """Rows that belong together, and the furniture met while they went on."""

    rows: list[Row] = field(default_factory=list)
    furniture: list[tuple[Row, str]] = field(default_factory=list)


def _write(pages: Sequence[_Page]) -> tuple[Draft, tuple[int, ...]]:
    """Write the paragraphs down, and note where each page begins."""
    rows = [row for page in pages for row in page.rows]
    setting, words = measure(rows), count_words(rows)
    paragraphs = list(_join_paragraphs(pages, setting))
    levels = find_levels([p.rows for p in paragraphs], setting)
    draft, starts = Draft(), {0: 0}
    for paragraph, level in zip(paragraphs, levels, strict=True):
        text = ""
        offset = draft.next_start
        for row in paragraph.rows:
            text = join(text, row.text, words)
            starts.setdefault(row.page, offset + len(text) - len(row.text))
        if text:
            draft.add(text, level)
        for row, kind in paragraph.furniture:
            starts.setdefault(row.page, draft.add(row.text, skipped=kind).start)
    return draft, _fill(starts, len(pages), draft.size)


def _join_paragraphs(pages: Sequence[_Page], setting: Setting) -> Iterator[_Paragraph]:
    paragraph = _Paragraph()
    for page in pages:
        paragraph.furniture += page.heads
        for row in page.rows:
            if paragraph.rows and is_break(paragraph.rows[-1], row, setting):
                yield paragraph
                paragraph = _Paragraph()
            paragraph.rows.append(row)
        paragraph.furniture += page.feet
    yield paragraph


def _fill(starts: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    """Let a page without any text begin where the next one does."""
    filled = [end] * pages
    following = end
    for page in range(pages - 1, -1, -1):
        following = min(starts.get(page, following), following)
        filled[page] = following
    return tuple(filled)
