"""What holds of links whatever the reports: nothing lost, nothing twice, no side preferred."""

import random

import pytest

from compare import read_report
from compare.alignment import align_texts, link_goals
from compare.alignment.goals import link_units
from compare.alignment.units import Unit

PARK = ["今天天气很好，我们去公园散步。", "猫坐在垫子上睡觉。", "他弹了一首钢琴曲。"]


def carried(links):
    return [link for link in links if link.old and link.new]


def ends(links):
    return {(link.old, link.new) for link in links}


def assert_complete(links, old, new):
    assert sorted(place for link in links for place in link.old) == list(range(old))
    assert sorted(place for link in links for place in link.new) == list(range(new))


def test_every_goal_stands_in_exactly_one_link(links, units):
    assert_complete(links, *map(len, units))


def test_a_group_has_one_goal_on_one_side(links):
    assert all(min(len(link.old), len(link.new)) == 1 for link in carried(links))


def test_scores_are_shares(links):
    assert all(0 <= link.score <= 1 for link in links)
    assert all(0 <= link.rival[1] <= 1 for link in links if link.rival)


def test_some_goals_are_carried_and_some_are_not(links, units):
    old = {place for link in carried(links) for place in link.old}
    assert 0.1 < len(old) / len(units[0]) < 0.9


def test_turning_the_sides_around_turns_the_links_around(links, units, chinese):
    turned = link_units(units[1], units[0], chinese)
    assert ends(links) == {(link.new, link.old) for link in turned}


def test_the_same_comparison_gives_the_same_links(links, units, chinese):
    assert links == link_units(*units, chinese)


def test_a_report_against_itself_is_carried_in_place(reports):
    links = link_goals(reports[1], reports[1])
    assert ends(links) == {((i,), (i,)) for i in range(len(reports[1].pledges))}


def test_a_report_against_a_shuffled_copy_is_all_carried(units, chinese):
    order = list(range(len(units[1])))
    random.Random(7).shuffle(order)
    links = link_units(units[1], [units[1][place] for place in order], chinese)
    assert len(carried(links)) == len(order)
    for link in links:
        assert units[1][link.old[0]].wording == units[1][order[link.new[0]]].wording


def test_texts_with_nothing_in_common_are_not_linked(units):
    wordings = [unit.wording for unit in units[1]]
    links = align_texts(wordings, PARK * 5, "zh")
    assert_complete(links, len(wordings), 15)
    assert not carried(links)


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 3), (3, 0), (1, 1)])
def test_short_and_empty_lists(old, new):
    assert_complete(align_texts(PARK[:old], PARK[:new], "zh"), old, new)


@pytest.mark.parametrize("count", [20, 50, 80])
def test_one_goal_repeated_is_paired_in_order(units, chinese, count):
    links = link_units([units[1][5]] * 50, [units[1][5]] * count, chinese)
    assert_complete(links, 50, count)
    for link in carried(links):
        assert link.old[0] == link.new[0]
    assert len(carried(links)) == min(50, count)


def test_a_rewording_is_found_among_strangers():
    old = [
        "加强农村饮水安全工程建设。",
        "新增城镇就业1100万人以上。",
        "推进国有企业混合所有制改革。",
    ]
    new = ["深化国资国企改革，发展混合所有制经济。", "城镇新增就业1200万人。", "办好冬奥会。"]
    assert {((1,), (1,)), ((2,), (0,)), ((0,), ()), ((), (2,))} == ends(align_texts(old, new, "zh"))


def test_english_is_matched_whatever_the_endings():
    old = ["We will cut taxes for small businesses.", "Protect wetlands."]
    new = ["Taxes on small firms will be cut further.", "Build 5 new hospitals."]
    assert ((0,), (0,)) in ends(align_texts(old, new, "en"))


def test_evidence_is_named_and_strongest_first(links):
    for link in carried(links):
        values = [value for _, value in link.evidence]
        assert values == sorted(values, reverse=True)
        assert "meaning" in dict(link.evidence) or not link.evidence


def test_the_sentence_around_a_clause_counts(chinese):
    sentence = "加强西溪湿地保护，提升水质，建设绿道。"
    old = [Unit("提升水质", sentence, 0), Unit("提升水质", "改造供水管网，提升水质。", 40)]
    new = [
        Unit("改善水质", "西溪湿地保护利用，改善水质。", 0),
        Unit("改善水质", "更新供水管网，改善水质。", 40),
    ]
    best = {link.old: link.new for link in carried(link_units(old, new, chinese))}
    assert best == {(0,): (0,), (1,): (1,)}


OLD_PLAN = "2020年政府工作报告\n\n2020年工作安排\n\n地区生产总值增长6.5%左右，城镇新增就业25万人。"
NEW_PLAN = (
    "2021年政府工作报告\n\n2021年工作安排\n\n"
    "服务业增加值增长5.5%以上，地区生产总值增长5.5%左右，城镇新增就业30万人以上。"
)


def test_figures_of_one_indicator_answer_each_other_and_of_two_never():
    old, new = (read_report(text.encode(), name="r.txt") for text in (OLD_PLAN, NEW_PLAN))
    said = {
        (old.pledges[link.old[0]].wording, new.pledges[link.new[0]].wording)
        for link in carried(link_goals(old, new))
    }
    assert said == {
        ("地区生产总值增长6.5%左右", "地区生产总值增长5.5%左右"),
        ("城镇新增就业25万人", "城镇新增就业30万人以上"),
    }
