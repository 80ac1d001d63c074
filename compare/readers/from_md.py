"""Markdown as reports come in it: heading marks, rules and emphasis; the rest is plain text.

Heading marks are hints only: OCR writes ``####`` where the numbering says second level.
"""

import re
from collections.abc import Iterator

from compare.model import Block, BlockKind, Document, Span
from compare.readers.decoding import decode
from compare.readers.from_txt import find_rules
from compare.readers.sources import Source

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S).*$", re.MULTILINE)
_MARKS = (
    re.compile(r"^ {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.MULTILINE),
    re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE),
    re.compile(r"\*\*|__|`"),
    re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"),
    re.compile(r"\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)"),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(
        r"</?(?:br|p|div|span|b|i|strong|em|center|font|a|img|hr)\b[^<>\n]*>", re.IGNORECASE
    ),
)


_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*])(\*)[^\s*](?:[^*\n]*[^\s*])?(\*)(?![A-Za-z0-9*])")
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*\r?$", re.MULTILINE)
_COLUMNS = re.compile(
    r"^[ \t]*\|[^\n]*\|[ \t]*\r?\n[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\r?$", re.MULTILINE
)


def read(source: Source) -> Document:
    """Decode the text and note its headings, rules and marks."""
    text, notes = decode(source.data, source.name)
    headings = tuple(
        Block(BlockKind.HEADING, Span(*match.span()), len(match[1]))
        for match in _HEADING.finditer(text)
    )
    marks = tuple(
        Block(BlockKind.MARK, Span(*match.span()))
        for pattern in _MARKS
        for match in pattern.finditer(text)
    )
    found = (*headings, *marks, *_find_pairs(text), *_find_tables(text), *find_rules(text))
    blocks = sorted(found, key=lambda block: block.span)
    return Document(source.name, text, tuple(blocks), source.digest, "md", notes)


def _find_pairs(text: str) -> Iterator[Block]:
    """Find the stars around *words*."""
    for match in _EMPHASIS.finditer(text):
        yield from (Block(BlockKind.MARK, Span(*match.span(group))) for group in (1, 2))


def _find_tables(text: str) -> Iterator[Block]:
    """Find the names of the columns of tables, and the bars between their cells."""
    for match in _COLUMNS.finditer(text):
        yield Block(BlockKind.SKIPPED, Span(*match.span()), reason="columns")
    for row in _ROW.finditer(text):
        for bar in re.finditer(r"\|", row[0]):
            start = row.start() + bar.start()
            yield Block(BlockKind.MARK, Span(start, start + 1))
