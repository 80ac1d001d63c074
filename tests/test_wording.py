import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import RunKind
from compare.wording import (
    ISLAND,
    diff_words,
    differ_in_type,
    measure_likeness,
    measure_likenesses,
    settle_type,
    split_units,
)

WORDS = re.compile(r"[A-Za-z]+|\d+|新增|工业|就业|企业|下降|增长|优先|[一-鿿]|.", re.DOTALL)
texts = st.text(alphabet="新增就业人口人人次工业，。1234567890.5% abc的了“”\"’' AB–-", max_size=60)


def split(text):
    return WORDS.findall(text)


def spell(runs, side):
    return "".join(run.text for run in runs if run.kind in (RunKind.SAME, side))


def show(runs):
    marks = {RunKind.SAME: "{}", RunKind.GONE: "[-{}-]", RunKind.NEW: "{{+{}+}}"}
    return "".join(marks[run.kind].format(run.text) for run in runs)


@given(texts, texts)
def test_a_diff_holds_both_texts(old, new):
    runs = diff_words(old, new, split)
    assert "".join(run.text for run in runs if run.kind is not RunKind.NEW) == old
    assert "".join(run.text for run in runs if run.kind is not RunKind.GONE) == new


@given(texts, texts)
def test_runs_of_one_kind_never_meet_and_none_is_empty(old, new):
    runs = diff_words(old, new, split)
    assert all(run.text for run in runs)
    assert all(one.kind is not two.kind for one, two in zip(runs, runs[1:], strict=False))


@given(texts)
def test_units_spell_the_text(text):
    assert "".join(split_units(text, split)) == text


@given(texts, texts)
def test_no_run_ends_inside_a_number(old, new):
    runs = diff_words(old, new, split)
    for side in (RunKind.NEW, RunKind.GONE):
        pieces = [run.text for run in runs if run.kind is not side]
        for one, two in zip(pieces, pieces[1:], strict=False):
            assert not (one[-1].isdigit() and (two[0].isdigit() or two[0] == "%"))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("增长5.5%左右", "5.5%"),
        ("新增1000家企业", "1000家"),
        ("下降2.5个百分点", "2.5个百分点"),
        ("over 11 million jobs", "11 million"),
        ("a deficit of 2.8% of GDP", "2.8%"),
        ("1,000亿元以上", "1,000亿元"),
        ("增长6%－6.5%", "6%－6.5%"),
    ],
)
def test_a_number_keeps_its_unit(text, unit):
    assert unit in split_units(text, split)


def test_an_island_of_two_characters_is_drowned():
    runs = diff_words("工业增长优先", "就业增长第一", split)
    assert show(runs) == "[-工业增长优先-]{+就业增长第一+}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("China’s “new” economy", 'China\'s "new" economy'),
        ("Ensure stable growth", "ensure stable growth"),
        ("growth of 5–6 percent", "growth of 5-6 percent"),
    ],
)
def test_how_a_text_is_set_is_no_change(old, new):
    runs = diff_words(old, new, re.compile(r"\w+|\W").findall)
    assert spell(runs, RunKind.GONE) == old
    assert spell(runs, RunKind.NEW) == new
    assert differ_in_type(old, new)
    for side, text in ((RunKind.GONE, old), (RunKind.NEW, new)):
        settled = list(settle_type(runs, side))
        assert {run.kind for run in settled} == {RunKind.SAME}
        assert "".join(run.text for run in settled) == text


@given(texts, texts)
def test_settled_runs_still_spell_the_side_they_are_settled_for(old, new):
    runs = diff_words(old, new, split)
    for side, text in ((RunKind.GONE, old), (RunKind.NEW, new)):
        assert spell(settle_type(runs, side), side) == text


@given(texts, texts)
def test_there_are_no_islands_but_numbers(old, new):
    runs = diff_words(old, new, split)
    for run in runs[1:-1]:
        word = run.text.strip()
        if run.kind is RunKind.SAME and not any(map(str.isdigit, word)):
            assert len(word) > ISLAND


def test_a_number_that_stays_is_no_island():
    runs = diff_words("工业5%优先", "就业5%第一", split)
    assert show(runs) == "[-工业-]{+就业+}5%[-优先-]{+第一+}"


def test_likeness_runs_from_nothing_to_all():
    assert measure_likeness("工业", "农林") == 0
    assert measure_likeness("工业", "工业") == 1
    assert list(measure_likenesses(["工业", "ab"], ["工业", "cd"])) == [1, 0]


def test_a_mark_set_otherwise_beside_a_change_is_part_of_it():
    runs = diff_words("“", '"0', split)
    assert [(run.kind, run.text) for run in runs] == [(RunKind.GONE, "“"), (RunKind.NEW, '"0')]
