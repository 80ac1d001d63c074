import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_cases import read_cases, write_row

from compare.languages.zh_quantities import find_quantities
from compare.languages.zh_units import read_hanzi
from compare.model import Comparator

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "rows"), [pytest.param(text, rows, id=text) for text, rows in read_cases("zh")]
)
def test_a_chinese_expression_is_read_as_the_table_says(text, rows):
    assert [write_row(quantity) for quantity in find_quantities(text)] == rows


def test_the_table_is_as_long_as_promised():
    assert len(read_cases("zh")) + len(read_cases("en")) > 300


@pytest.mark.parametrize("text", [text for text, _ in read_cases("zh")])
def test_places_point_into_the_text_given(text):
    for quantity in find_quantities(text):
        assert quantity.span.start <= quantity.figure.start < quantity.figure.end
        assert quantity.figure.end <= quantity.span.end <= len(text)
        assert re.search(
            r"[\d零一二两三四五六七八九十百千万亿半过番清级]", quantity.figure.of(text)
        )


@given(
    st.text(
        "0123456789.,%％ 万亿千百十一二三增长个家元人以上左右，。、由到至-—“”第分之成半",
        max_size=60,
    )
)
@settings(deadline=None)
def test_no_text_is_too_odd(text):
    for quantity in find_quantities(text):
        assert quantity.value >= 0
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@given(st.integers(1, 99_999), st.integers(0, 99))
def test_a_number_is_read_exactly(whole, hundredths):
    text = f"地区生产总值增长{whole}.{hundredths:02}%"
    (quantity,) = find_quantities(text)
    assert quantity.low == quantity.high == Decimal(f"{whole}.{hundredths:02}")


@given(
    st.decimals("0.1", "9999", places=1),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "人", "亩", "平方米", "家"]),
    st.sampled_from([("", "="), ("以上", ">="), ("以内", "<="), ("左右", "~")]),
)
def test_what_is_written_is_read_back(number, times, unit, hedge):
    worth = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[times]
    (quantity,) = find_quantities(f"完成总量{number}{times}{unit}{hedge[0]}")
    assert (quantity.value, quantity.unit) == (number * worth, unit)
    assert quantity.comparator is Comparator(hedge[1])


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
def test_characters_count_like_digits(hundreds, tens, ones):
    text = f"{DIGITS[hundreds]}百{DIGITS[tens]}十{DIGITS[ones]}"
    assert read_hanzi(text) == hundreds * 100 + tens * 10 + ones


def test_twelve_numbers_in_a_clause_are_twelve_figures():
    text = "新增" + "、".join(f"项目{n}个" for n in range(1, 13))
    assert [quantity.value for quantity in find_quantities(text)] == list(range(1, 13))


@pytest.mark.parametrize(
    "unit", ["约", "的", "5%、", "1-", "“", "清零", "到2020年", "5%提高", "居全国第", "比2.3:1"]
)
def test_endless_repetition_comes_to_an_end(unit):
    find_quantities(unit * 2000 + "5%")
