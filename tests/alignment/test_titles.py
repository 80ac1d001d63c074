"""Titles that are goals: carried where the other report sets as a goal what they say."""

from compare import compare_reports, read_report
from compare.model import Evidence, Status

OLD = """政府工作报告

二、2023年工作安排

（一）优化营商环境

{old}

落实减税降费政策。加快建设智慧政务大厅。
"""
NEW = """政府工作报告

二、2024年工作安排

（一）优化营商环境

{new}

落实减税降费政策。加快建设智慧政务大厅。
"""
TITLED = (
    "深化“放管服”改革。推进审批制度改革，取消行政许可事项30项，"
    "新增“一件事”联办事项50个，压减企业开办时间20%。"
)
SET = "新建高中两所，深化“放管服”改革，办好社区食堂。"


def read(text):
    return read_report(text.encode(), name="报告.txt")


def compare(old, new):
    return compare_reports(read(OLD.format(old=old)), read(NEW.format(new=new)))


def list_changes(comparison):
    return {
        (
            tuple(comparison.old.pledges[i].wording for i in change.link.old),
            tuple(comparison.new.pledges[i].wording for i in change.link.new),
        ): change.status
        for change in comparison.changes
    }


def test_a_title_is_no_goal_by_itself():
    report = read(NEW.format(new=TITLED))
    assert any(section.evidence is Evidence.LEAD for section in report.sections)
    assert "深化“放管服”改革" not in {goal.wording for goal in report.pledges}


def test_a_goal_that_became_a_title_is_carried():
    pair = ("深化“放管服”改革",), ("深化“放管服”改革",)
    assert list_changes(compare(SET, TITLED))[pair] is Status.CARRIED


def test_a_title_that_became_a_goal_is_carried():
    pair = ("深化“放管服”改革",), ("深化“放管服”改革",)
    assert list_changes(compare(TITLED, SET))[pair] is Status.CARRIED


def test_a_title_that_is_a_goal_points_to_its_place():
    new = compare(SET, TITLED).new
    goal = next(goal for goal in new.pledges if goal.wording == "深化“放管服”改革")
    assert goal.span.of(new.document.text) == goal.wording
    assert [goal.span for goal in new.goals] == sorted(goal.span for goal in new.goals)


def test_a_title_that_both_reports_have_stays_a_title():
    comparison = compare(TITLED, TITLED)
    for report in (comparison.old, comparison.new):
        assert "深化“放管服”改革" not in {goal.wording for goal in report.pledges}


def test_a_title_beside_a_goal_that_says_the_same_stays_a_title():
    comparison = compare(SET, TITLED + SET)
    said = [goal.wording for goal in comparison.new.pledges]
    assert said.count("深化“放管服”改革") == 1
