"""Links between goals become changes: a status, traits, a word diff, a confidence."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.changes import find_changes
from compare.languages import get_language
from compare.languages.registry import load_registry
from compare.languages.zh_quantities import find_quantities
from compare.model import (
    Confidence,
    Document,
    Goal,
    GoalKind,
    Link,
    Report,
    RunKind,
    Span,
    Trait,
)
from compare.pipeline import read_report

ZH, REGISTRY = get_language("zh"), load_registry("zh")
HEADS = ("（一）稳就业", "（二）促增收")


def read_plan(*sections, year=2024, heads=HEADS):
    parts = "\n\n".join(
        f"{head}\n\n{''.join(goals)}" for head, goals in zip(heads, sections, strict=False)
    )
    return read_report(f"一、{year}年工作安排\n\n{parts}".encode(), language="zh")


def compare_plans(old, new, *links, sections=()):
    return find_changes(read_plan(old, year=2023), read_plan(new), links, sections, ZH, REGISTRY)


def traits_of(old, new):
    (change,) = compare_plans([old], [new], Link((0,), (0,), 0.95))
    return {trait.value for trait in change.traits}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("建设全国零工市场。", "建设全国零工市场。", {"verbatim"}, id="the-same-words"),
        pytest.param("建设全国零工市场。", "加快建设零工市场。", {"reworded"}, id="other-words"),
        pytest.param(
            "新增城镇就业10万人。",
            "新增城镇就业12万人。",
            {"reworded", "raised"},
            id="a-higher-figure",
        ),
        pytest.param(
            "新增城镇就业12万人。",
            "新增城镇就业10万人。",
            {"reworded", "lowered"},
            id="a-lower-figure",
        ),
        pytest.param(
            "推进老旧小区改造。",
            "推进老旧小区改造200个。",
            {"reworded", "quantified"},
            id="a-figure-came",
        ),
        pytest.param(
            "推进老旧小区改造200个。",
            "推进老旧小区改造。",
            {"reworded", "dequantified"},
            id="a-figure-went",
        ),
    ],
)
def test_a_carried_goal_shows_how_it_changed(old, new, expected):
    assert traits_of(old, new) >= expected


def test_a_lower_ceiling_is_tighter():
    found = traits_of("城镇调查失业率控制在5.5%以内。", "城镇调查失业率控制在5%以内。")
    assert {"lowered", "tightened"} <= found


def test_the_diff_spells_both_goals():
    (change,) = compare_plans(
        ["新增城镇就业10万人。"], ["力争新增城镇就业12万人。"], Link((0,), (0,), 0.95)
    )
    old = "".join(run.text for run in change.runs if run.kind is not RunKind.NEW)
    new = "".join(run.text for run in change.runs if run.kind is not RunKind.GONE)
    assert (old, new) == ("新增城镇就业10万人", "力争新增城镇就业12万人")


def test_one_goal_that_became_two_is_split_and_two_that_became_one_are_merged():
    one, two = ["新增就业和养老床位各2万个。"], ["新增城镇就业2万人，", "新增养老床位2万张。"]
    (split,) = compare_plans(one, two, Link((0,), (0, 1), 0.9))
    (merged,) = compare_plans(two, one, Link((0, 1), (0,), 0.9))
    assert "split" in split.traits
    assert "merged" in merged.traits
    assert "\n" in "".join(run.text for run in split.runs if run.kind is not RunKind.GONE)


def test_what_stands_on_one_side_only_was_added_or_dropped():
    links = (Link((), (0,), 0.9), Link((0,), (), 0.9))
    found = compare_plans(["建设零工市场体系。"], ["新建养老服务中心3家。"], *links)
    assert [change.status.value for change in found] == ["added", "dropped"]
    assert all(change.traits == () for change in found)


def test_changes_stand_in_the_order_of_the_new_report_and_what_was_dropped_comes_last():
    old = ["新增城镇就业10万人，", "建设零工市场体系。"]
    new = ["新建养老服务中心3家，", "新增城镇就业12万人。"]
    links = (Link((1,), (), 0.9), Link((0,), (1,), 0.9), Link((), (0,), 0.9))
    assert [change.link.new for change in compare_plans(old, new, *links)] == [(0,), (1,), ()]


@pytest.mark.parametrize(
    ("probability", "confidence"),
    [(0.95, Confidence.SURE), (0.8, Confidence.LIKELY), (0.55, Confidence.UNSURE)],
)
def test_confidence_follows_the_probability_of_the_verdict(probability, confidence):
    (change,) = compare_plans(
        ["新增就业10万人。"], ["新增就业12万人。"], Link((0,), (0,), probability)
    )
    assert change.confidence is confidence


@pytest.mark.parametrize(
    ("answers", "moved"),
    [
        pytest.param([Link((1,), (1,), 0.9)], True, id="its-section-lives-on-elsewhere"),
        pytest.param([Link((1,), (1, 2), 0.9)], False, id="its-section-was-split"),
        pytest.param([Link((1,), (2,), 0.9)], False, id="its-section-is-this-one"),
        pytest.param([], False, id="its-section-has-no-answer"),
    ],
)
def test_a_goal_has_moved_if_its_section_lives_on_without_it(answers, moved):
    old = read_plan(["新增城镇就业10万人。"], ["提高最低工资标准。"], year=2023)
    heads = "（一）市场", "（二）群众"
    new = read_plan(["建设零工市场体系。"], ["新增城镇就业12万人。"], heads=heads)
    changes = find_changes(old, new, [Link((0,), (1,), 0.9)], answers, ZH, REGISTRY)
    assert ("moved" in changes[0].traits) is moved


def test_what_went_from_one_section_to_another_has_moved_if_both_keep_their_names():
    plans = [
        read_plan(["新增就业10万人。"], ["修路20公里。"]),
        read_plan(["建设零工市场体系。"], ["新增就业12万人。"]),
    ]
    split = [Link((1,), (1, 2), 0.9), Link((2,), (2,), 0.9)]
    changes = find_changes(*plans, [Link((0,), (1,), 0.9)], split, ZH, REGISTRY)
    assert "moved" in changes[0].traits


def report(*goals, sentence):
    """Make a report of one sentence, cut into goals."""
    made = []
    for words in goals:
        at = sentence.index(words)
        quantities = tuple(
            quantity
            for quantity in find_quantities(sentence)
            if at <= quantity.figure.start < at + len(words)
        )
        made.append(
            Goal(
                kind=GoalKind.PLEDGE,
                year=None,
                span=Span(at, at + len(words)),
                sentence=Span(0, len(sentence)),
                wording=words,
                quantities=quantities,
            )
        )
    return Report(Document("r.txt", sentence, (), "", "txt"), "zh", None, "", "", (), tuple(made))


def compare(old, new, *links):
    return find_changes(old, new, links, (), ZH, REGISTRY)


OLD = report("新建学校70所", "新增学位6.2万个", sentence="新建学校70所，新增学位6.2万个")
NEW = report("新建学校70所", "新增学位6万个", sentence="新建学校70所，新增学位6万个")


def test_a_figure_meets_its_own_kind_even_where_the_goals_of_a_list_are_crossed():
    schools, places = compare(OLD, NEW, Link((1,), (0,), 0.9), Link((0,), (1,), 0.9))
    assert [pair.new.indicator for pair in schools.figures] == ["新建学校"]
    assert Trait.SAME_VALUE in schools.traits
    assert [pair.new.indicator for pair in places.figures] == ["新增学位"]
    assert Trait.LOWERED in places.traits


def test_each_pair_of_figures_stands_in_one_change():
    changes = compare(OLD, NEW, Link((0,), (0,), 0.9), Link((1,), (1,), 0.9))
    assert sorted(pair.new.indicator for change in changes for pair in change.figures) == [
        "新增学位",
        "新建学校",
    ]


def test_a_pair_stays_with_the_old_goal_where_the_new_one_met_nothing():
    change, *_ = compare(OLD, NEW, Link((1,), (0,), 0.9), Link((), (1,), 0.9))
    assert {pair.new.indicator for pair in change.figures} == {"新建学校", "新增学位"}


def test_a_goal_that_loses_its_figure_says_so():
    old = report("新建学校70所", sentence="新建学校70所")
    new = report("新建一批学校", sentence="新建一批学校")
    (change,) = compare(old, new, Link((0,), (0,), 0.9))
    assert Trait.DEQUANTIFIED in change.traits


@settings(max_examples=25)
@given(st.permutations(range(6)))
def test_what_only_changed_places_is_a_move_and_nothing_else(order):
    goals = (
        "建设全国零工市场。推进老旧小区改造。加快发展夜间经济。新增城镇就业10万人。"
        "建设农村公路100公里。改造农村危房300户。"
    ).split("。")
    goals = [f"{goal}。" for goal in goals[:-1]]
    links = [Link((old,), (new,), 0.95) for new, old in enumerate(order)]
    plans = goals, [goals[old] for old in order]
    changes = compare_plans(*(["\n\n".join(plan)] for plan in plans), *links)
    assert all({run.kind for run in change.runs} == {RunKind.SAME} for change in changes)
    assert all(Trait.VERBATIM in change.traits for change in changes)
    stayed = [change.link.old[0] for change in changes if Trait.MOVED not in change.traits]
    assert stayed == sorted(stayed)
    longest = max(n for n in range(7) for some in combinations(order, n) if [*some] == sorted(some))
    assert len(stayed) == longest
