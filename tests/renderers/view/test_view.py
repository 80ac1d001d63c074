"""What an output says about a comparison, worked out without markup."""

from dataclasses import replace
from decimal import Decimal

import pytest
from comparisons import LINKS, PLAN_2020, PLAN_2024, make_comparison, make_report
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.labels import find_labels
from compare.model import (
    Comparator,
    Document,
    Goal,
    GoalKind,
    Ignored,
    Quantity,
    Report,
    Run,
    RunKind,
    Span,
    Trait,
)
from compare.renderers.view.figures import list_figures
from compare.renderers.view.highlights import MOST, Line, pick_highlights
from compare.renderers.view.marks import MarkKind, mark_pair
from compare.renderers.view.page import build_page, name_reports
from compare.renderers.view.places import Atlas, describe_path, shorten_title
from compare.renderers.view.ranges import draw_ranges
from compare.renderers.view.section_map import count_flows, draw_map
from compare.renderers.view.tally import Shift, count_changes, find_tone, say_headline
from compare.renderers.view.whole_text import cut_text
from compare.targets import find_leading

runs = st.lists(
    st.builds(Run, st.sampled_from(RunKind), st.text("新增就业25万人,“城市大脑” \n", min_size=1)),
    max_size=12,
)


def spell(runs, kind):
    return "".join(run.text for run in runs if run.kind in (RunKind.SAME, kind))


@pytest.fixture
def comparison():
    return make_comparison()


@pytest.fixture
def atlases(comparison):
    return Atlas(comparison.old), Atlas(comparison.new)


# Counting


def test_no_goal_is_counted_twice_or_left_out(comparison):
    tally = count_changes(comparison)
    assert tally.width == len(comparison.changes)
    assert tally.carried + tally.of(Shift.DROPPED) == tally.old == 10
    assert tally.continued + tally.of(Shift.ADDED) == tally.new


def test_a_merge_is_one_change_and_says_how_many_goals_went_into_it():
    comparison = make_comparison(links=[((2, 4), (5,), (Trait.REWORDED, Trait.MERGED))])
    tally = count_changes(comparison)
    assert (tally.carried, tally.continued, tally.of(Shift.CARRIED)) == (2, 1, 1)
    assert tally.regrouped
    assert tally.of(Shift.DROPPED) == tally.old - 2


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("zh", "2020年的10项目标，2024年一字未改。"),
        ("en", "2024 repeats all 10 goals of 2020 word for word."),
    ],
)
def test_a_report_that_changed_nothing_is_said_so(code, sentence):
    same = make_report(2024, PLAN_2020)
    links = [((i,), (i,), (Trait.VERBATIM,)) for i in range(10)]
    comparison = make_comparison(new=same, links=links)
    labels = find_labels(code)
    names = name_reports(comparison, labels)
    assert say_headline(count_changes(comparison), *names, labels) == sentence


def test_a_lower_ceiling_asks_for_more():
    assert find_tone(Shift.LOWERED, [Trait.LOWERED, Trait.TIGHTENED]) == "up"
    assert find_tone(Shift.LOWERED, [Trait.LOWERED]) == "down"


def test_reports_of_one_year_are_told_apart():
    comparison = make_comparison(new=make_report(2020, PLAN_2024))
    assert name_reports(comparison, find_labels("en")) == ("2020 (old)", "2020 (new)")


def test_reports_without_a_year_are_still_named():
    comparison = make_comparison()
    old, new = (replace(report, year=None) for report in (comparison.old, comparison.new))
    labels = find_labels("en")
    names = name_reports(replace(comparison, old=old, new=new), labels)
    assert names == ("the old report", "the new report")
    assert say_headline(count_changes(comparison), *names, labels).startswith(
        "The new report carries"
    )


# Figures and the lines that matter


def test_each_figure_of_both_plans_stands_in_the_ledger_once(comparison):
    figures = list_figures(comparison)
    held = [f.old for f in figures if f.old] + [f.new for f in figures if f.new]
    plans = (*comparison.old.pledges, *comparison.new.pledges)
    assert sorted(map(repr, held)) == sorted(repr(q) for goal in plans for q in goal.quantities)


def test_what_stands_under_the_plans_own_heading_leads(comparison):
    assert {q.indicator for q in find_leading(comparison.old)} == {
        "地区生产总值增长",
        "城镇调查失业率",
    }


def test_without_such_a_place_the_sentence_with_most_figures_leads():
    report = make_report(2020, [("(一)甲", ["新增就业25万人"]), ("(二)乙", ["改造小区300个"])])
    assert len(find_leading(report)) == 1


def test_lines_that_matter_come_by_rule(comparison, atlases):
    lines = pick_highlights(comparison, list_figures(comparison), *atlases)
    told = [
        (line.line, line.figure.indicator if line.figure else line.section.title) for line in lines
    ]
    assert told == [
        (Line.MOVED, "地区生产总值增长"),
        (Line.MOVED, "城镇调查失业率"),
        (Line.FRESH, "研发投入强度达到"),
        (Line.MOVED, "新增就业"),
        (Line.SECTION_GONE, "防疫情"),
    ]


def test_there_are_never_more_than_ten(comparison):
    plan = [("", [f"指标{i}增长{i}%" for i in range(1, 30)])]
    old, new = make_report(2020, plan), make_report(2024, plan)
    links = [((i,), (i,), (Trait.REWORDED, Trait.RAISED)) for i in range(29)]
    comparison = make_comparison(old, new, links)
    atlases = Atlas(old), Atlas(new)
    assert len(pick_highlights(comparison, list_figures(comparison), *atlases)) <= MOST


def test_open_ends_reach_out_and_stated_ends_have_dots():
    span = Span(0, 1)
    floor = Quantity(Decimal(5), None, "%", span, span, Comparator.AT_LEAST)
    ceiling = Quantity(None, Decimal(8), "%", span, span, Comparator.AT_MOST)
    first, second = draw_ranges((floor, ceiling))
    assert first.dots[0] == first.start < first.end
    assert second.start < second.end == second.dots[0]
    assert first.dots[0] < second.dots[0]


# Marks


@given(runs)
def test_marks_spell_both_texts(runs):
    pair = mark_pair(runs)
    for side, kind in ((pair.old, RunKind.GONE), (pair.new, RunKind.NEW)):
        assert "\n".join("".join(m.text for m in goal) for goal in side) == spell(runs, kind)


def test_close_texts_are_marked_word_by_word():
    same, gone, new = RunKind.SAME, RunKind.GONE, RunKind.NEW
    pair = mark_pair([Run(same, "推进城市大脑建设"), Run(gone, "25个"), Run(new, "30个")])
    assert not pair.calm
    assert [m.text for m in pair.old[0] if m.kind is MarkKind.GONE] == ["25个"]


def test_rewritten_texts_show_only_the_names_and_numbers_they_share():
    old, new = (
        "围绕“两个健康”推进民营经济试点,为30家企业服务",
        "做优“两个健康”品牌,力争惠及30家小店铺",
    )
    pair = mark_pair([Run(RunKind.GONE, old), Run(RunKind.NEW, new)])
    assert pair.calm
    for goal in (pair.old[0], pair.new[0]):
        assert {m.kind for m in goal} == {MarkKind.PLAIN, MarkKind.SHARED}
        assert [m.text for m in goal if m.kind is MarkKind.SHARED] == ["“两个健康”", "30家"]


def test_a_number_is_no_part_of_a_longer_one():
    pair = mark_pair(
        [Run(RunKind.GONE, "完成30个村的整治工作"), Run(RunKind.NEW, "新建130个站点,另有30个点位")]
    )
    assert [m.text for m in pair.new[0] if m.kind is MarkKind.SHARED] == ["30个"]


# Places


def test_goals_are_grouped_by_the_sections_that_tell_most(atlases):
    titles = [group.section.title for group in atlases[0].groups]
    assert titles == ["2020年工作安排", "稳就业", "强民生,办实事", "防疫情"]
    assert [group.opening for group in atlases[0].groups] == [True, False, False, False]
    assert sum(len(group.goals) for group in atlases[0].groups) == 10


def test_a_path_is_quoted_as_a_reader_would(atlases):
    assert describe_path(atlases[0].places[5].path) == "一 › (二) 强民生,办实事"
    assert atlases[0].places[5].line == 8


def test_headings_are_cut_at_their_first_clause_or_at_a_word(atlases):
    section = atlases[0].groups[2].section
    assert shorten_title(section) == "强民生,办实事"  # three characters would say too little
    assert shorten_title(section, 4) == "强民生…"


# The map


def test_ribbons_carry_every_carried_goal(comparison, atlases):
    flows = count_flows(comparison, *atlases)
    assert sum(flows.values()) == sum(len(link[0]) for link in LINKS)
    drawn = draw_map(comparison, *atlases)
    assert sum(ribbon.goals for ribbon in drawn.ribbons) == sum(flows.values())
    assert sum(node.kept for node in drawn.old) == sum(flows.values())


def test_bars_stand_in_reading_order_and_apart(comparison, atlases):
    drawn = draw_map(comparison, *atlases)
    for nodes in (drawn.old, drawn.new):
        for above, below in zip(nodes, nodes[1:], strict=False):
            assert above.y + above.height < below.y
        assert nodes[-1].y + nodes[-1].height <= drawn.height


# The whole text

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


@given(
    st.text("新增\n就业\r 。", max_size=60),
    st.lists(spans, max_size=8),
    st.lists(spans, max_size=4),
)
def test_the_whole_text_is_whole_and_holds_every_goal_once(text, goals, ignored):
    fit = [s for s in goals if s.start < s.end <= len(text) and s.of(text).strip()]
    report = Report(
        Document("x.txt", text, (), "", "txt"),
        "zh",
        None,
        "",
        "",
        (),
        tuple(Goal(GoalKind.PLEDGE, None, span, span, span.of(text)) for span in sorted(fit)),
        tuple(Ignored(s, "duplicate") for s in ignored if s.start < s.end <= len(text)),
    )
    paragraphs = cut_text(report)
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    assert ["".join(p.text for p in paragraph.pieces) for paragraph in paragraphs] == lines
    anchors = [a for paragraph in paragraphs for p in paragraph.pieces for a in p.anchors]
    assert sorted(anchors) == list(range(len(fit)))


def test_every_row_is_listed_once(comparison):
    page = build_page(comparison)
    listed = [row.number for group in page.groups for row in group.rows]
    assert sorted(listed) == list(range(len(comparison.changes)))
