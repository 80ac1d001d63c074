"""PDF: paragraphs put together again from lines, with the page of every character.

What pages carry besides the text (running heads, page numbers, a table of contents) is set aside
after the paragraph that it interrupts. Pages without text that can be read are named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compare.model import Document, Note
from compare.readers.drafts import Draft
from compare.readers.pdf_furniture import find_furniture
from compare.readers.pdf_pages import read_pages
from compare.readers.pdf_paragraphs import (
    Setting,
    count_words,
    find_levels,
    is_break,
    measure,
)
from compare.readers.pdf_pieces import Piece
from compare.readers.pdf_rows import Row, join_rows, order_pages
from compare.readers.seams import join
from compare.readers.sources import Source

_LOOSE = 3  # lines apart, one below the other, that look like a table


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page holds: rows in reading order, furniture with its kind, and doubts."""

    heads: tuple[tuple[Row, str], ...]
    rows: tuple[Row, ...]
    feet: tuple[tuple[Row, str], ...]


def read(source: Source) -> Document:
    """Read the text layer, or what is recognised in its place; see `read_pages` for errors."""
    pages = read_pages(source)
    sorted_pages = list(_sort_pages(pages.pieces))
    unread = [k for k, page in enumerate(sorted_pages, 1) if _has_loose_rows(page.rows)]
    notes = tuple(
        _note_pages(source.name, code, what, numbers)
        for code, what, numbers in (
            ("unread-tables", "lines apart like a table that could not be read as one", unread),
            ("pages-without-text", "no text, perhaps a picture ([ocr] reads those)", pages.blank),
            ("garbled-pages", "many letters without meaning", pages.garbled),
            ("recognised-pages", "text recognised from a picture, to be checked", pages.recognised),
            ("turned-pages", "a scan upside down or on its side, turned", pages.turned),
            ("unsure-pages", "a picture that can hardly be read", pages.unsure),
        )
        if numbers
    )
    draft, starts = _write(sorted_pages)
    return Document(source.name, draft.text, draft.blocks, source.digest, "pdf", notes, starts)


def _note_pages(name: str, code: str, what: str, numbers: Sequence[int]) -> Note:
    listed = ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")
    facts = (("name", name), ("n", str(len(numbers))), ("pages", listed))
    return Note(code, f"{name}: {what} on {len(numbers)} page(s): {listed}", facts=facts)


def _has_loose_rows(rows: Sequence[Row]) -> bool:
    """Tell whether a few lines in a row are set apart by blanks, but are no cells."""
    loose = "".join("|" if "\t" in r.text and not r.pieces[0].cell else "-" for r in rows)
    return "|" * _LOOSE in loose


def _sort_pages(pages: Sequence[Sequence[Piece]]) -> Iterator[_Page]:
    """Part the furniture of every page from its text, and order the text."""
    plain = [list(join_rows(pieces, i)) for i, pieces in enumerate(pages)]
    found = find_furniture(plain)
    bodies = [
        [piece for k, row in enumerate(rows) if k not in kinds for piece in row.pieces]
        for rows, kinds in zip(plain, found, strict=True)
    ]
    for rows, kinds, body in zip(plain, found, order_pages(bodies), strict=True):
        marked = [(rows[k], kind) for k, kind in sorted(kinds.items())]
        heads = tuple((row, kind) for row, kind in marked if kind != "footer")
        feet = tuple((row, kind) for row, kind in marked if kind == "footer")
        yield _Page(heads, body, feet)


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
