"""What a user decides is kept to; what fits nothing or contradicts itself is said."""

import json
import tomllib
from dataclasses import replace

import pytest
from comparisons import make_comparison, make_report
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import BadPins
from compare.model import Decision, Pin, Pins, Quote, Role, RolePin
from compare.pins import list_doubts, parse_pins, settle_pins, write_doubts
from compare.pipeline import compare_reports, read_report

OLD = """\
2020年政府工作报告

一、2020年工作安排

新增城镇就业25万人。建设农村公路100公里。推进城市大脑建设。听取群众意见，改进政府工作。

二、其他事项

建成地铁3号线。加强耕地保护。
"""
NEW = """\
2021年政府工作报告

一、2021年工作安排

城镇新增就业20万人以上。建设农村公路120公里。深化城市大脑建设。加快发展夜间经济。

二、其他事项

建成地铁4号线。加强耕地保护。
"""
TOGETHER, APART = Decision


@pytest.fixture(scope="module")
def reports():
    return read_report(OLD.encode(), name="old.txt"), read_report(NEW.encode(), name="new.txt")


def pin(decision, old, new):
    return Pin(decision, Quote(old), Quote(new))


def list_links(comparison):
    return sorted((change.link.old, change.link.new) for change in comparison.changes)


def list_pairs(comparison):
    links = (change.link for change in comparison.changes)
    return {(old, new) for link in links for old in link.old for new in link.new}


def list_codes(comparison):
    return [note.code for note in comparison.notes]


positions = st.integers(0, 5), st.integers(0, 5)


@given(*positions)
def test_what_is_pinned_together_is_linked(reports, old, new):
    quotes = reports[0].pledges[old].wording, reports[1].pledges[new].wording
    comparison = compare_reports(*reports, pins=Pins((pin(TOGETHER, *quotes),)))
    assert (old, new) in list_pairs(comparison)
    assert list_codes(comparison) == []


@given(*positions)
def test_what_is_pinned_apart_is_not_linked(reports, old, new):
    quotes = reports[0].pledges[old].wording, reports[1].pledges[new].wording
    comparison = compare_reports(*reports, pins=Pins((pin(APART, *quotes),)))
    assert (old, new) not in list_pairs(comparison)


@given(st.lists(st.tuples(st.sampled_from(Decision), *positions), max_size=12))
def test_whatever_is_pinned_each_goal_stands_in_one_row(reports, decided):
    old, new = (report.pledges for report in reports)
    pins = tuple(pin(d, old[a].wording, new[b].wording) for d, a, b in decided)
    links = list_links(compare_reports(*reports, pins=Pins(pins)))
    assert sorted(i for link in links for i in link[0]) == [*range(len(old))]
    assert sorted(i for link in links for i in link[1]) == [*range(len(new))]


def test_a_report_pinned_to_itself_changes_nothing(seeds):
    report = read_report(seeds / "hangzhou-2024.txt")
    text = report.document.text
    quotes = [
        Quote(goal.wording, text.count("\n", 0, goal.span.start) + 1) for goal in report.pledges
    ]
    pins = Pins(tuple(Pin(TOGETHER, quote, quote) for quote in quotes))
    pinned, free = compare_reports(report, report, pins=pins), compare_reports(report, report)
    assert list_links(pinned) == list_links(free)
    assert [note for note in pinned.notes if note not in free.notes] == []


def test_a_pinned_link_says_so(reports):
    pins = Pins((pin(TOGETHER, "听取群众意见", "夜间经济"),))
    (change,) = (c for c in compare_reports(*reports, pins=pins).changes if c.link.old == (3,))
    assert change.link.evidence[0] == ("pinned", 1.0)
    assert change.confidence == "sure"


@pytest.mark.parametrize(
    ("pins", "code"),
    [
        pytest.param([pin(TOGETHER, "修建运河", "夜间经济")], "pin-unfit", id="gone"),
        pytest.param([pin(APART, "建", "夜间经济")], "pin-vague", id="several"),
        pytest.param(
            [pin(TOGETHER, "城市大脑", "夜间经济"), pin(APART, "推进城市", "发展夜间")],
            "pins-contradict",
            id="both",
        ),
        pytest.param(
            [
                pin(TOGETHER, a, b)
                for a, b in (("公路", "公路"), ("公路", "地铁"), ("地铁", "地铁"))
            ],
            "pins-tangle",
            id="chain",
        ),
    ],
)
def test_a_pin_that_cannot_be_kept_to_is_a_warning(reports, pins, code):
    comparison = compare_reports(*reports, pins=Pins(tuple(pins)))
    assert code in list_codes(comparison)
    if code != "pin-vague":
        kept = compare_reports(*reports, pins=Pins(tuple(pins[:-1] if len(pins) > 2 else ())))
        assert list_links(comparison) == list_links(kept)


def test_a_pin_survives_other_blanks_and_breaks(reports):
    spaced = read_report(NEW.replace("夜间经济", "夜间\n经济").encode(), name="new.txt")
    ties, notes = settle_pins(
        Pins((pin(TOGETHER, "听取 群众意见", "加快发展夜间经济"),)), reports[0], spaced
    )
    assert len(ties.together) == 1
    assert notes == ()


def test_a_line_tells_goals_apart_that_read_alike():
    report = make_report(2020, [("(一)甲", ["建设零工市场"]), ("(二)乙", ["建设零工市场"])])
    lines = [report.document.text.count("\n", 0, g.span.start) + 1 for g in report.pledges]
    found = [
        settle_pins(
            Pins((Pin(APART, Quote("建设零工市场", line), Quote("建设零工市场", lines[0])),)),
            report,
            report,
        )
        for line in lines
    ]
    assert [ties.apart for ties, _ in found] == [{(0, 0)}, {(1, 0)}]
    assert [notes for _, notes in found] == [(), ()]


def test_a_heading_can_be_pinned_to_what_its_section_does():
    free = read_report(OLD.encode(), name="old.txt")
    pins = (RolePin("old", Quote("其他事项"), Role.REVIEW),)
    pinned = read_report(OLD.encode(), name="old.txt", roles=pins)
    assert [section.role for section in pinned.sections] == [Role.PLAN, Role.REVIEW]
    told = [goal.wording for goal in pinned.pledges]
    assert told == [goal.wording for goal in free.pledges][: len(told)]
    assert "建成地铁3号线" not in told


def test_a_heading_that_no_cue_speaks_of_can_be_the_plan():
    text = OLD.replace("2020年工作安排", "工作回顾")
    pins = (RolePin("old", Quote("其他事项"), Role.PLAN),)
    assert read_report(text.encode(), name="a.txt").pledges == ()
    pinned = read_report(text.encode(), name="a.txt", roles=pins)
    assert [goal.wording for goal in pinned.pledges] == ["建成地铁3号线", "加强耕地保护"]


@pytest.mark.parametrize(
    ("roles", "code"),
    [
        pytest.param([("财政预算", Role.PLAN)], "role-unfit", id="gone"),
        pytest.param([("其他", Role.PLAN), ("事项", Role.REVIEW)], "roles-contradict", id="both"),
    ],
)
def test_a_role_that_cannot_be_kept_to_is_a_warning(roles, code):
    pins = tuple(RolePin("old", Quote(words), role) for words, role in roles)
    pinned = read_report(OLD.encode(), name="old.txt", roles=pins)
    assert code in [note.code for note in pinned.notes]
    assert pinned.outline == read_report(OLD.encode(), name="old.txt").outline


@pytest.mark.parametrize("ending", ["toml", "json"])
def test_what_is_asked_can_be_read_back_and_answered(reports, ending):
    comparison = compare_reports(*reports)
    doubts = list_doubts(comparison, 3)
    asked = write_doubts(comparison, doubts, ending)
    assert parse_pins(asked.encode(), f"pins.{ending}").goals == ()
    empty = 'decision = ""' if ending == "toml" else '"decision": ""'
    answered = parse_pins(asked.replace(empty, empty[:-1] + 'apart"').encode(), f"a.{ending}")
    assert len(answered.goals) == len(doubts) == 3
    again = compare_reports(*reports, pins=answered)
    assert not list_pairs(again) & {(doubt.old, doubt.new) for doubt in doubts}


def test_doubts_come_the_least_certain_first_and_each_pair_once():
    doubts = list_doubts(make_comparison(), 50)
    distances = [abs(doubt.score - 0.5) for doubt in doubts]
    assert distances == sorted(distances)
    assert len({(doubt.old, doubt.new) for doubt in doubts}) == len(doubts)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_can_be_asked_about(wording):
    comparison = make_comparison()
    goals = tuple(replace(goal, wording=wording) for goal in comparison.old.goals)
    comparison = replace(comparison, old=replace(comparison.old, goals=goals))
    asked = write_doubts(comparison, list_doubts(comparison, 1))
    assert tomllib.loads(asked)["pins"][0]["old"]["quote"] == wording


GOOD = {"decision": "together", "old": "甲", "new": {"quote": "乙", "line": 3}}


def test_pins_are_read_from_every_form():
    table = '[[pins]]\ndecision = "together"\nold = "甲"\nnew = {quote = "乙", line = 3}'
    role = {"side": "new", "heading": "丙", "role": "plan"}
    expected = Pin(TOGETHER, Quote("甲"), Quote("乙", 3))
    assert parse_pins(table.encode(), "a.toml").goals == (expected,)
    found = parse_pins(json.dumps({"pins": [GOOD], "roles": [role]}).encode(), "a.json")
    assert found.goals == (expected,)
    assert found.roles_of("new") == (RolePin("new", Quote("丙"), Role.PLAN),)
    assert found.roles_of("old") == ()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param([], "lists named pins", id="list"),
        pytest.param({"pin": []}, "unknown pin", id="misspelt"),
        pytest.param({"pins": {}}, "pins: must be a list", id="no-list"),
        pytest.param({"pins": [GOOD, 3]}, "pins, entry 2: must be a table", id="no-table"),
        pytest.param({"pins": [{**GOOD, "decision": "maybe"}]}, "entry 1: decision", id="word"),
        pytest.param({"pins": [{**GOOD, "old": " "}]}, "entry 1: old must quote", id="blank"),
        pytest.param({"pins": [{**GOOD, "new": {"quote": "乙", "line": 0}}]}, "line 0", id="line"),
        pytest.param({"pins": [{**GOOD, "older": "丁"}]}, "unknown older", id="key"),
        pytest.param({"roles": [{"heading": "丙", "role": "plan"}]}, "side", id="no-side"),
        pytest.param(
            {"roles": [{"side": "new", "heading": "丙", "role": "goal"}]}, "role 'goal'", id="role"
        ),
    ],
)
def test_a_file_that_is_none_is_named_with_the_entry_at_fault(found, words):
    with pytest.raises(BadPins, match=rf"^mine\.json: .*{words}"):
        parse_pins(json.dumps(found).encode(), "mine.json")


@pytest.mark.parametrize("name", ["pins.toml", "pins.json", "pins.xlsx"])
def test_a_torn_or_foreign_file_is_refused(name):
    for data in (b"{[", b"[" * 100_000, b"a = " + b"[" * 100_000, b"\xff"):
        with pytest.raises(BadPins, match=name):
            parse_pins(data, name)


def test_a_warning_has_room_for_one_line(reports):
    pins = Pins((pin(APART, "不在\n其中" * 90, "夜间经济"),))
    (note,) = (n for n in compare_reports(*reports, pins=pins).notes if n.code == "pin-unfit")
    assert "\n" not in note.text
    assert len(note.text) < 150
