"""Cleaned text knows the way back to its source, character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages import get_language
from compare.model import Block, BlockKind, Document, Span
from compare.text import View, read_lines

ZH = get_language("zh")
REPAIRS = ZH.repairs
# What reports are made of, with all that goes wrong in them.
LETTERS = (
    "一二增长新建万亿元（三）、，。；：“”《》·—…年8９％%.．,;:?!()Aa-~～㎡"
    " \t\u3000\u00a0\u200b\ufeff\x07"
)
raw = st.text(alphabet=LETTERS, max_size=60)


def spell(text):
    """Leave off blanks and forms of punctuation: both depend on what stands beside."""
    return ZH.fold(text).replace(" ", "")


def clean(text):
    return REPAIRS.clean(text).text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("增长 8.5 %以上", "增长8.5%以上", id="blanks-beside-chinese"),
        pytest.param("增长８．５％", "增长8.5%", id="wide-digits"),
        pytest.param("新增就业,25万人;完成", "新增就业，25万人；完成", id="narrow-marks"),
        pytest.param("(三)推进改革:", "（三）推进改革：", id="brackets"),
        pytest.param("APEC 工商领导人", "APEC工商领导人", id="latin-and-chinese"),
        pytest.param("Made in China", "Made in China", id="latin-keeps-blanks"),
        pytest.param("1,000 家", "1,000家", id="comma-in-a-number"),
        pytest.param("12:30 召开", "12:30召开", id="colon-in-a-time"),
        pytest.param("全\u200b市\ufeff上\u00ad下", "全市上下", id="invisible"),
        pytest.param("\u3000\u3000各位代表：", "各位代表：", id="indentation"),
        pytest.param("增长5%,力争更好", "增长5%，力争更好", id="after-a-percentage"),
    ],
)
def test_what_only_looks_different_is_made_the_same(text, cleaned):
    assert clean(text) == cleaned


@given(raw)
def test_origins_grow_strictly_and_lie_in_the_source(text):
    origins = REPAIRS.clean(text, 100).origins
    assert list(origins) == sorted(set(origins))
    assert all(100 <= origin < 100 + len(text) for origin in origins)


@given(raw)
def test_each_character_is_its_source_or_that_characters_repair(text):
    view = REPAIRS.clean(text)
    marks = {mark for _, table in REPAIRS.marks for mark in table.items()}
    for cleaned, origin in zip(view.text, view.origins, strict=True):
        source = text[origin]
        narrow = source.translate(REPAIRS.widths)
        assert (
            cleaned in (source, narrow)
            or (cleaned == " " and source.isspace())
            or ((narrow, cleaned) in marks)
        )


@given(raw)
def test_nothing_but_blanks_and_the_invisible_is_left_out(text):
    kept = set(REPAIRS.clean(text).origins)
    left = {c for i, c in enumerate(text) if i not in kept}
    assert all(c.isspace() or c in "\u200b\ufeff\x07" for c in left)


@given(raw, st.data())
def test_a_span_of_the_view_covers_what_it_was_made_of(text, data):
    view = REPAIRS.clean(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    span = view.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    assert start == end or spell(clean(span.of(text))) == spell(view.cut(start, end).text)


@given(raw, raw)
def test_joined_views_stay_in_order(one, other):
    before, after = REPAIRS.clean(one), REPAIRS.clean(other, len(one))
    joined = before.join(after, "")
    assert joined.text == before.text + after.text
    assert list(joined.origins) == sorted(set(joined.origins))


def test_glue_stands_where_the_second_view_begins():
    joined = View("a", (0,)).join(View("b", (5,)), " ")
    assert (joined.text, joined.origins) == ("a b", (0, 5, 5))
    assert joined.span() == Span(0, 6)


def test_an_empty_stretch_points_to_its_place():
    assert View("增长", (4, 9)).span(1, 1) == Span(9, 9)
    assert View("", ()).span() == Span(0, 0)


def test_lines_carry_their_gaps_and_levels():
    text = "# 题\n\n\n正文\n---\n续\n"
    blocks = (
        Block(BlockKind.HEADING, Span(0, 3), 1),
        Block(BlockKind.MARK, Span(0, 2)),
        Block(BlockKind.RULE, Span(9, 12)),
    )
    lines = read_lines(Document("r.md", text, blocks, "", "md"), REPAIRS)
    assert [(line.view.text, line.level) for line in lines] == [
        ("题", 1),
        ("正文", None),
        ("续", None),
    ]
    assert lines[1].gap == 2


@given(st.text(alphabet=LETTERS + "\n\r\f\u2028", max_size=120))
def test_lines_are_the_text_in_order(text):
    lines = read_lines(Document("r.txt", text, (), "", "txt"), REPAIRS)
    spans = [line.span for line in lines]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    for line in lines:
        assert line.view.text == clean(line.span.of(text))
