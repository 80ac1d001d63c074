"""Plain text: a line is a paragraph, or a part of one that a page break cut."""

import re

from compare.model import Block, BlockKind, Document, Span
from compare.readers.decoding import decode
from compare.readers.sources import Source

RULE = re.compile(
    r"^[ \t]*(?:[-*_=~·•—－]{3,}|(?:[-*_] ){2,}[-*_]|\|[-:| \t]*-{3}[-:| \t]*)[ \t]*\r?$",
    re.MULTILINE,
)


def read(source: Source) -> Document:
    """Decode the text; nothing in it is markup but lines that only divide."""
    text, notes = decode(source.data, source.name)
    return Document(source.name, text, find_rules(text), source.digest, "txt", notes)


def find_rules(text: str) -> tuple[Block, ...]:
    """Find the lines that only divide, such as ``---``."""
    return tuple(Block(BlockKind.RULE, Span(*match.span())) for match in RULE.finditer(text))
