"""What a reader should know before believing a result."""

from dataclasses import replace

import pytest

from compare.doubts import doubt_comparison, make_note
from compare.languages.labels import find_labels
from compare.pipeline import read_report

REVIEW = "一、2023年工作回顾\n\n增长6%。\n\n"
PLAN = "二、2024年工作安排\n\n新增就业10万人，建成地铁3号线，改造老旧小区200个。"


def read(text, year=None):
    return read_report(text.encode(), name="r.txt", language="zh", year=year)


def codes(notes):
    return [note.code for note in notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(REVIEW + PLAN, [], id="all-is-well"),
        pytest.param(PLAN, ["no-review", "numbering-start"], id="only-a-plan"),
        pytest.param(REVIEW, ["no-plan", "no-goals"], id="only-a-review"),
        pytest.param("新增就业10万人。", ["no-year", "no-headings"], id="a-bare-sentence"),
        pytest.param(
            "一、工作安排\n\n各位代表！", ["no-year", "no-review", "no-goals"], id="only-talk"
        ),
    ],
)
def test_what_a_report_lacks_is_said(text, expected):
    assert codes(read(text).notes) == expected


def test_a_note_names_the_file():
    assert all("r.txt" in note.text for note in read("各位代表！").notes)


@pytest.mark.parametrize(
    ("years", "expected"),
    [((2023, 2024), []), ((2024, 2023), ["years-reversed"]), ((2024, 2024), ["same-year"])],
)
def test_years_that_do_not_follow_each_other_are_doubted(years, expected):
    old, new = (read(f"{PLAN}新建学校{i}所。", year) for i, year in enumerate(years, 1))
    assert codes(doubt_comparison(old, new)) == expected


def test_the_same_file_twice_is_doubted_once():
    report = read(PLAN)
    assert codes(doubt_comparison(report, report)) == ["same-file"]


def test_a_digest_beside_a_full_report_is_doubted():
    digest, full = read(PLAN, 2023), read(PLAN + "推进城市更新，改善人居环境。" * 40, 2024)
    assert codes(doubt_comparison(digest, full)) == ["unequal-length"]


def test_an_excerpt_of_the_other_report_is_told():
    goals = [f"新建{what}{n}所。" for n, what in enumerate(("学校", "医院", "公园", "书房") * 3, 5)]
    whole, part = read(PLAN + "".join(goals)), read("二、2024年工作安排\n\n" + "".join(goals[:9]))
    assert codes(doubt_comparison(part, whole)) == ["excerpt"]
    other = read(PLAN + "".join(goal.replace("新建", "改造") for goal in goals))
    assert codes(doubt_comparison(whole, other)) == ["same-year"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("杭州市", "杭州市人民政府", []),
        ("杭州", "杭州市人民政府", []),
        ("杭州市人民政府", "宁波市人民政府", ["other-issuer"]),
        ("", "宁波市人民政府", []),
    ],
)
def test_two_issuers_are_doubted(old, new, expected):
    before = replace(read(PLAN, 2023), issuer=old)
    after = replace(read(PLAN + "新建学校12所。", 2024), issuer=new)
    assert codes(doubt_comparison(before, after)) == expected


def test_a_note_can_be_said_again_in_another_language():
    note = make_note("no-plan", name="r.txt")
    chinese = find_labels("zh").say(f"note.{note.code}", **dict(note.facts))
    assert "r.txt" in chinese
    assert chinese != note.text
