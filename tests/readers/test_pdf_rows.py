"""Pieces of pages to rows: whatever their places, every one is read once."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from compare.readers import from_pdf
from compare.readers.pdf_pieces import Piece

WORDS = ("一、目标", "新增就业10万人", "第 1 页", "12", "目录", "…………… 3", "。", "the goal", "政府")
PLACES = st.integers(0, 800)
SIZES = st.sampled_from([0.5, 8, 12, 12, 16, 40])


def lay(text, x, y, size=12, wide=1.0):
    return Piece(text, x, y, x + len(text) * size * wide, y + size, size, bold=False, space=0.0)


def read(pages):
    draft, starts = from_pdf._write(list(from_pdf._sort_pages(pages)))
    return draft.text, starts


def count_characters(text):
    return Counter(re.sub(r"\s", "", text))


free = st.builds(
    lay, st.sampled_from(WORDS), PLACES, PLACES, SIZES, st.sampled_from([0.01, 0.5, 1])
)
grid = st.builds(
    lambda text, column, line: lay(text, 72 + 250 * column, 72 + 18 * line),
    st.sampled_from(WORDS),
    st.integers(0, 1),
    st.integers(0, 30),
)
apart = st.builds(
    lambda y, gap: replace(lay("指标 目标", 72, y), x1=120 + gap, blanks=((3, 96, 96 + gap),)),
    PLACES,
    st.integers(8, 300),
)
LEADERS = [  # a line of contents that lies across others
    [
        lay("（一）……………… 3", 445, 450),
        lay("指标12单位", 248, 443),
        lay("第 1 页", 238, 448, 22),
    ],
    [lay("回顾. . . . . . 7", 248, 380), lay("亿元. . . . . . 7", 505, 636, 16)],
]


@given(st.lists(st.lists(free | grid | apart, max_size=40), min_size=1, max_size=4))
@example(LEADERS)
def test_every_piece_is_read_once(pages):
    text, starts = read([tuple(page) for page in pages])
    assert count_characters(text) == count_characters("".join(p.text for q in pages for p in q))
    assert list(starts) == sorted(starts)
    assert len(starts) == len(pages)
