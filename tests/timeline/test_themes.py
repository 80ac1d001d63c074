"""Themes through the years: shares of goals and of text."""

import pytest
from yearly import write_years

from compare import build_timeline

ROADS, JOBS = "新建高速公路20公里", "新增城镇就业10万人以上"


def test_shares_go_with_what_the_plans_say():
    timeline = build_timeline(write_years([[ROADS, JOBS], [JOBS], [JOBS]]))
    (jobs,) = (course for course in timeline.themes if course.theme == "employment")
    assert jobs.goals == (0.5, 1, 1)
    assert jobs.text[0] < jobs.text[1]


def test_shares_of_text_add_up_to_one_at_most():
    timeline = build_timeline(write_years([[ROADS, JOBS, "深化改革"], [JOBS, ROADS]]))
    for report in range(2):
        assert 0 < sum(course.text[report] for course in timeline.themes) <= 1 + 1e-9


@pytest.mark.parametrize("plans", [[[], []], [["深化改革"], []]], ids=["none", "one-empty"])
def test_a_plan_without_goals_has_no_shares(plans):
    timeline = build_timeline(write_years(plans))
    assert all(course.goals[1] == 0 for course in timeline.themes)
