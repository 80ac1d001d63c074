"""Markdown as reports come in it: heading marks, rules and emphasis; the rest is plain text.

Heading marks are hints only: OCR writes ``####`` where the numbering says second level.
"""

import re

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
    blocks = sorted(headings + marks + find_rules(text), key=lambda block: block.span)
    return Document(source.name, text, tuple(blocks), source.digest, "md", notes)
