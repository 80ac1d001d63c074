from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_cases import read_cases, write_row

from compare.languages.en_quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "rows"), [pytest.param(text, rows, id=text) for text, rows in read_cases("en")]
)
def test_an_english_expression_is_read_as_the_table_says(text, rows):
    assert [write_row(quantity) for quantity in find_quantities(text)] == rows


@pytest.mark.parametrize("text", [text for text, _ in read_cases("en")])
def test_places_point_into_the_text_given(text):
    for quantity in find_quantities(text):
        assert quantity.span.start <= quantity.figure.start < quantity.figure.end
        assert quantity.figure.end <= quantity.span.end <= len(text)


WORDS = ["5", "1,200", "1.2.3", "percent", "million", "over", "by", "from", "to", "and", "of", "%"]
WORDS += ["half", "a", "third", "$", "yuan", "jobs", "–", "between", "than", "more", ",", ".", "("]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(deadline=None)
def test_no_text_is_too_odd(words):
    for quantity in find_quantities(" ".join(words)):
        assert quantity.value >= 0
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@given(st.decimals("0.1", "999", places=1), st.sampled_from(["million", "billion", "trillion"]))
def test_what_is_written_is_read_back(number, scale):
    worth = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    (quantity,) = find_quantities(f"We will invest {number} {scale} yuan")
    assert (quantity.low, quantity.unit) == (number * worth, "yuan")


def test_a_percentage_stays_the_number_of_percent():
    (quantity,) = find_quantities("GDP growth of 6.5 percent")
    assert (quantity.low, quantity.unit) == (Decimal("6.5"), "%")


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "5 to ",
        "half ",
        "over ",
        "5-",
        "from 5 to 6 percent ",
        "one in ",
        "3 of 4 ",
        "9 a per 1,000 ",
    ],
)
def test_endless_repetition_comes_to_an_end(unit):
    find_quantities(unit * 2000 + "5%")
