from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compare.model import Comparator, Quantity, QuantityKind, Span
from compare.quantities import (
    convert,
    is_loosened,
    is_lowered,
    is_raised,
    is_same_value,
    is_tightened,
)

SIGNS = {sign.value: sign for sign in Comparator}


def quantity(text="= 5", unit="%", indicator="产值", kind=QuantityKind.LEVEL, horizon=""):
    sign, *numbers = text.split()
    low, high = Decimal(numbers[0]), Decimal(numbers[-1])
    return Quantity(
        low=None if sign in ("<=", "<") else low,
        high=None if sign in (">=", ">") else high,
        unit=unit,
        span=Span(0, 4),
        figure=Span(2, 4),
        comparator=SIGNS[sign],
        kind=kind,
        indicator=indicator,
        horizon=horizon,
    )


@pytest.mark.parametrize(
    ("old", "new", "up", "down"),
    [
        pytest.param("= 5", "= 6", True, False, id="point-up"),
        pytest.param(">= 5", "= 6", True, False, id="number-alone"),
        pytest.param("<= 5.5", "<= 5", False, True, id="ceiling-down"),
        pytest.param("~ 6.5", "range 6 6.5", False, True, id="point-to-lower-range"),
        pytest.param("range 6 6.5", "~ 6", False, True, id="range-to-its-lower-end"),
        pytest.param("range 6 7", "~ 6.5", False, False, id="point-within-range"),
        pytest.param("<= 5.5", "~ 5.5", False, False, id="same-number"),
    ],
)
def test_raised_and_lowered_speak_of_the_number(old, new, up, down):
    assert is_raised(quantity(old), quantity(new)) is up
    assert is_lowered(quantity(old), quantity(new)) is down


def test_units_of_different_things_do_not_compare():
    percent, people = quantity("= 5"), quantity("= 600", unit="人")
    assert not is_raised(percent, people)
    assert not is_lowered(percent, people)
    assert not is_same_value(percent, people)


def test_units_of_one_thing_do():
    assert is_same_value(quantity("= 1", unit="公顷"), quantity("= 15", unit="亩"))
    assert is_lowered(quantity("= 13330000", unit="公顷"), quantity("= 150000000", unit="亩"))


@pytest.mark.parametrize(
    ("old", "new", "polarity", "tighter", "looser"),
    [
        pytest.param(">= 5", ">= 6", 0, True, False, id="floor-up"),
        pytest.param("<= 5", "<= 6", 0, False, True, id="ceiling-up"),
        pytest.param("<= 5.5", "~ 5.5", -1, False, True, id="ceiling-softened"),
        pytest.param("~ 3", ">= 3", 1, True, False, id="floor-hardened"),
        pytest.param("= 29", "= 28", -1, True, False, id="less-is-better"),
        pytest.param("= 29", "= 28", 1, False, True, id="more-is-better"),
        pytest.param("= 29", "= 28", 0, False, False, id="nobody-knows"),
        pytest.param(">= 5", "<= 6", 0, False, False, id="floor-to-ceiling"),
    ],
)
def test_tighter_is_what_asks_for_more(old, new, polarity, tighter, looser):
    assert is_tightened(quantity(old), quantity(new), polarity) is tighter
    assert is_loosened(quantity(old), quantity(new), polarity) is looser


numbers = st.decimals("0.1", "1000", places=1)
quantities = st.builds(
    lambda sign, low, more: quantity(f"{sign} {low} {low + more if sign == 'range' else low}"),
    st.sampled_from(list(SIGNS)),
    numbers,
    numbers,
)


@given(quantities, quantities)
def test_what_went_up_did_not_go_down(one, other):
    assert not (is_raised(one, other) and is_lowered(one, other))
    assert is_raised(one, other) is is_lowered(other, one)


@given(quantities, quantities, st.sampled_from([-1, 0, 1]))
def test_what_is_tighter_is_looser_the_other_way(one, other, polarity):
    assert not (is_tightened(one, other, polarity) and is_loosened(one, other, polarity))
    assert is_tightened(one, other, polarity) is is_loosened(other, one, polarity)


@given(numbers, st.sampled_from([("亩", "公顷"), ("公斤", "吨"), ("公里", "米"), ("小时", "分钟")]))
def test_there_and_back_is_the_same(number, units):
    there = convert(number, *units)
    assume(there is not None)
    assert abs(convert(there, *reversed(units)) - number) < Decimal("1e-20")
