"""Reports that nobody would compare, and some do: nothing is lost, nothing invented."""

import random
from dataclasses import replace

import pytest

from compare import compare_reports, read_report
from compare.model import Status, Trait

HEAD = "{year}年政府工作报告\n\n一、{year}年工作安排\n\n"
SECTIONS = ("（一）办好教育\n\n", "（二）发展农业\n\n")
SCHOOLS = (
    "新建幼儿园12所，新增学位3600个。",
    "推进义务教育优质均衡发展，建设名校集团。",
    "加强教师队伍建设，培训乡村教师500人。",
    "支持高校建设重点实验室。",
    "扩大普通高中招生规模，改善办学条件。",
    "发展职业教育，深化产教融合。",
    "规范校外培训，减轻学生课业负担。",
    "办好特殊教育和老年大学。",
)
FARMS = (
    "粮食播种面积稳定在200万亩。",
    "推广优良玉米品种，发展节水灌溉。",
    "防治草原退化，种草80万亩。",
    "建设牛羊育肥基地6个。",
    "建设高标准农田30万亩。",
    "新建粮食仓储设施10座。",
)
ROADS = (
    "建成地铁3号线，新增运营里程20公里。",
    "改造农村公路150公里。",
    "整治拥堵路口30个。",
    "开通机场高速公路。",
    "优化公交线网，新增公交专用道40公里。",
    "推进铁路西站综合交通枢纽建设。",
    "新建公共停车泊位8000个。",
    "更换新能源公交车200辆。",
)


def write(year, *parts):
    sections = zip(SECTIONS, parts, strict=False)
    text = HEAD.format(year=year) + "\n\n".join(head + "\n".join(own) for head, own in sections)
    return read_report(text.encode(), name=f"{year}.txt", language="zh")


def carried(comparison):
    return [change for change in comparison.changes if change.status is Status.CARRIED]


def test_two_reports_with_nothing_in_common_carry_nothing():
    comparison = compare_reports(write(2020, SCHOOLS), write(2021, ROADS))
    assert not carried(comparison)
    goals = comparison.old.pledges + comparison.new.pledges
    assert len(comparison.changes) == len(goals) > len(SCHOOLS + ROADS)


def test_a_shuffled_copy_is_carried_whole_and_moved_where_the_section_changed():
    old = write(2020, SCHOOLS, FARMS)
    sentences = [*SCHOOLS[1:], FARMS[0]], [*FARMS[1:], SCHOOLS[0]]
    for part in sentences:
        random.Random(3).shuffle(part)
    comparison = compare_reports(old, write(2021, *sentences))
    assert len(carried(comparison)) == len(comparison.changes) == len(old.pledges)
    moved = {
        old.pledges[change.link.old[0]].sentence.of(old.document.text)
        for change in comparison.changes
        if Trait.MOVED in change.traits
    }
    assert moved >= {FARMS[0], SCHOOLS[0]}  # and what changed its place within a section
    assert len(moved) < len(SCHOOLS + FARMS) / 2 + 1  # most keep their order


@pytest.mark.parametrize("empty", ["old", "new", "both"])
def test_an_empty_side_leaves_only_what_is_new_or_gone(empty):
    full = write(2020, SCHOOLS, FARMS)
    bare = replace(full, goals=())
    old = bare if empty != "new" else full
    new = bare if empty != "old" else full
    comparison = compare_reports(old, new)
    expected = {"old": {Status.ADDED}, "new": {Status.DROPPED}, "both": set()}[empty]
    assert {change.status for change in comparison.changes} == expected
    assert len(comparison.changes) == len(old.pledges) + len(new.pledges)


def test_one_goal_fifty_times_is_carried_fifty_times():
    old, new = (write(year, [SCHOOLS[0]] * 50) for year in (2020, 2021))
    comparison = compare_reports(old, new)
    assert len(carried(comparison)) == len(comparison.changes) == len(old.pledges)


def test_a_report_against_itself_under_another_year_changes_nothing(reports):
    old = reports[1]
    new = replace(old, year=(old.year or 2024) + 1)
    comparison = compare_reports(old, new)
    assert all(
        {Trait.VERBATIM} <= {*change.traits} <= {Trait.VERBATIM, Trait.SAME_VALUE}
        for change in comparison.changes
    )
