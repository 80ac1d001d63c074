from compare.leftovers import find_leftovers
from compare.pipeline import read_report

TEXT = """政府工作报告
2021年
一、2020年工作回顾
城镇新增就业25万人，推进17项改革。
二、2021年工作安排
(一)建设3个中心
地区生产总值增长6%左右。推进5G网络和“1+12”工程建设，落实152号文件。
"""


def test_numbers_of_the_plan_that_are_no_target_are_found():
    report = read_report(TEXT.encode(), name="r.txt")
    found = [span.of(TEXT) for span in find_leftovers(report)]
    assert found == ["5", "1", "12", "152"]
    assert [q.value for goal in report.pledges for q in goal.quantities] == [6]
