"""The pages of a PDF: their pieces of text, and which of them could not be read as text.

A page without a text layer, or with one that means nothing, is recognised from its picture where
that is possible (see `recognition`).
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from compare.errors import Damaged, Encrypted, NoTextLayer, TooLarge
from compare.readers.pdf_pieces import Piece, read_pieces
from compare.readers.pdf_rules import join_cells
from compare.readers.sources import Source

if TYPE_CHECKING:
    from compare.readers.recognition import Recognised, Recogniser

_GARBLED = 0.05  # share of letters without meaning from which a page cannot be trusted
_SPARSE = 5  # characters: a page with fewer, but with a picture, is a picture
_BROKEN = "cannot be read; export the file again"

Pieces = tuple[Piece, ...]


@dataclass(slots=True)
class Pages:
    """The pieces of every page; the numbers, from 1, of those that are in doubt."""

    pieces: list[Pieces] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    turned: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)


def read_pages(source: Source) -> Pages:
    """Read what can be read.

    Raises `Damaged`, `Encrypted`, `NoTextLayer`, `TooLarge` or `TooSlow`.
    """
    with closing(_open(source)) as pdf:
        if len(pdf) > source.terms.pages:
            raise TooLarge(source.name, len(pdf), source.terms.pages, "pages", "pages")
        pages = _read_layers(pdf, source)
        _recognise(pdf, source, pages)
    return pages


def _open(source: Source) -> Any:
    """Open with the first password that fits; without any, where none is needed."""
    import pypdfium2

    passwords = source.terms.passwords
    for password in (None, *passwords):
        try:
            return pypdfium2.PdfDocument(source.data, password=password)
        except pypdfium2.PdfiumError as error:
            if "password" not in str(error).lower() and "security" not in str(error).lower():
                problem = "not a PDF that can be opened; export or fetch it again"
                raise Damaged(source.name, problem) from None
    raise Encrypted(source.name, len(passwords))


@contextmanager
def _guard(source: Source, page: int, pages: int) -> Iterator[None]:
    """Name the page at which a file breaks off, or the time is up."""
    import pypdfium2

    source.check_time(page, pages)
    try:
        yield
    except pypdfium2.PdfiumError:
        raise Damaged(source.name, f"page {page} {_BROKEN}") from None


def _read_layers(pdf: Any, source: Source) -> Pages:
    pages = Pages()
    size = 0
    for number in range(1, len(pdf) + 1):
        with _guard(source, number, len(pdf)), closing(pdf[number - 1]) as page:
            pieces = join_cells(read_pieces(page), page)
            letters = "".join(piece.text for piece in pieces)
            if len(letters) < _SPARSE and _has_content(page):
                pages.blank.append(number)
            elif _count_strange(letters) > _GARBLED * len(letters):
                pages.garbled.append(number)
        size += len(letters)
        source.check_length(size)
        pages.pieces.append(pieces)
    return pages


def _has_content(page: Any) -> bool:
    return any(True for _ in page.get_objects(max_depth=1))


def _count_strange(text: str) -> int:
    """Count the characters that mean nothing outside the file's own fonts."""
    return sum(
        c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" or c < "\t" for c in text
    )


def _recognise(pdf: Any, source: Source, pages: Pages) -> None:
    """Put what is recognised in the place of what could not be read.

    Raises `NoTextLayer` where there is nothing else.
    """
    doubtful = sorted((*pages.blank, *pages.garbled))
    if not doubtful:
        return
    from compare.readers.recognition import SURE, find_recogniser, level_sizes

    recognise = find_recogniser() if source.terms.scans else None
    found = _recognise_each(pdf, source, doubtful, recognise) if recognise else []
    levelled = level_sizes([page.pieces for page in found])
    for number, page, pieces in zip(doubtful, found, levelled, strict=False):
        if sum(len(piece.text) for piece in pieces) >= _SPARSE:
            pages.pieces[number - 1] = pieces
            pages.recognised.append(number)
            pages.turned += [number] if page.turned else []
            pages.unsure += [number] if page.sureness < SURE else []
    pages.blank = [number for number in pages.blank if number not in pages.recognised]
    pages.garbled = [number for number in pages.garbled if number not in pages.recognised]
    if len(pages.blank) + len(pages.garbled) == len(pdf):
        installed = not source.terms.scans or recognise is not None
        raise NoTextLayer(source.name, len(pdf), installed)


def _recognise_each(
    pdf: Any, source: Source, numbers: list[int], recognise: "Recogniser"
) -> "list[Recognised]":
    if len(numbers) > source.terms.scans:
        what = "pages that are pictures"
        raise TooLarge(source.name, len(numbers), source.terms.scans, what, "scans")
    found = []
    for turn, number in enumerate(numbers, 1):
        if source.terms.progress:
            source.terms.progress(source.name, turn, len(numbers))
        with _guard(source, number, len(pdf)), closing(pdf[number - 1]) as page:
            found.append(recognise(page))
    return found
