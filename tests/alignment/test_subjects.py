"""What texts are about: one subject under many wordings, told apart from its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.alignment import Encoder
from compare.alignment.pairing import pair_units
from compare.alignment.signals import SIGNALS
from compare.alignment.subjects import DATA, Subjects, find_subjects, load_subjects
from compare.alignment.units import Side, Unit
from compare.languages import get_language

CODES = ("zh", "en")


def find(text, code="zh"):
    (found,) = load_subjects(code).find([text])
    return found


def read_lines(code):
    return (DATA / f"subjects-{code}.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("建设一批光网城市", "推进光纤到户"),
        ("一体推进不敢腐、不能腐、不想腐", "深入开展反腐败斗争"),
    ],
)
def test_wordings_without_a_word_in_common_are_of_one_subject(one, two):
    assert find(one) & find(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("建设医疗联合体", "深化公立医院改革"),
        ("推进煤炭清洁利用", "发展风电和光伏发电"),
        ("降低失业保险费率", "提高养老金标准"),
    ],
)
def test_neighbours_in_one_field_are_different_subjects(one, two):
    assert find(one)
    assert find(two)
    assert not find(one) & find(two)


def test_a_subject_has_one_key_in_all_languages():
    assert find("发展职业教育") & find("We will develop vocational education", "en")


def test_a_wording_may_have_an_ending_but_no_beginning():
    subjects = Subjects(["x.pension\tpension"], apart=True)
    assert subjects.find(["Pensions rise", "Suspensions rise"]) == [{"x.pension"}, frozenset()]


def test_a_wording_may_stand_in_quotes_or_after_a_dash():
    subjects = Subjects(["x.pension\tpension"], apart=True)
    assert subjects.find(["“pensions”", "pay—pensions"]) == [{"x.pension"}] * 2


def test_two_parts_must_stand_near_each_other_in_one_clause():
    subjects = Subjects(["x.rate\t保险~费率"], apart=False)
    texts = ["降低保险缴纳费率", "费率和保险", "完善保险，降低费率", "保险" + "一" * 11 + "费率"]
    assert subjects.find(texts) == [{"x.rate"}, *[frozenset()] * 3]


def test_a_wording_may_stand_for_several_subjects():
    subjects = Subjects(["x.a\t社区|老人", "x.b\t社区"], apart=False)
    assert subjects.find(["建设社区", "关爱老人"]) == [{"x.a", "x.b"}, {"x.a"}]


def test_a_language_without_a_file_has_no_subjects():
    assert load_subjects("xx").find(["发展职业教育", ""]) == [frozenset(), frozenset()]


def test_two_languages_are_read_with_the_wordings_of_both():
    found = find_subjects(["发展职业教育", "develop vocational education"], "zh-en")
    keys = [{*found.keys[found.rows == row].tolist()} for row in (0, 1)]
    assert keys[0] & keys[1]


@given(data=st.data(), code=st.sampled_from(CODES))
def test_every_wording_is_found_wherever_it_stands(data, code):
    key, _, wordings = data.draw(st.sampled_from(read_lines(code))).partition("\t")
    wording = data.draw(st.sampled_from(wordings.split("|"))).replace("~", " ")
    before, after = data.draw(st.tuples(st.text(max_size=5), st.text(max_size=5)))
    assert key in find(f"{before} {wording} {after}", code)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_texts_are_read_each_by_itself(texts):
    together = load_subjects("zh").find(texts)
    assert together == [find(text) for text in texts]


@pytest.mark.parametrize("code", CODES)
def test_the_file_of_a_language_is_in_order(code):
    rows = [line.split("\t") for line in read_lines(code)]
    keys = [key for key, _ in rows]
    assert keys == sorted({*keys})
    for key, wordings in rows:
        listed = wordings.split("|")
        assert listed == sorted({*listed}), key
        assert all(len(part) >= 2 for wording in listed for part in wording.split("~")), key
        assert wordings == wordings.lower(), key


def test_what_two_texts_are_both_about_speaks_for_them():
    old, new = ["建设一批光网城市", "办好学前教育"], ["实现光纤到户", "推进普惠性幼儿园扩容"]
    sides = [Side(tuple(map(Unit, texts))) for texts in (old, new)]
    pairing = pair_units(*sides, Encoder(get_language("zh")))
    values = SIGNALS["subjects"](pairing)
    for row, col, value in zip(pairing.own.rows, pairing.own.cols, values, strict=True):
        assert (value > 0) == (row == col)
