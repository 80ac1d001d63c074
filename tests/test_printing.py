"""Traditional and simplified compare as equals; what is quoted stays as it is printed."""

import pytest

from compare import build_timeline, compare_reports, read_report, render
from compare.languages.zh_scripts import find_script
from compare.model import Decision, Pin, Pins, Quote, Role, RolePin, RunKind, Status, Trait
from compare.printing import print_words, unify_report
from compare.wording import settle_type

TABLE = find_script("國")
TRADITIONAL = str.maketrans({other: chr(code) for code, other in TABLE.items()})


def convert(text):
    """Write a text in traditional characters: for each, some character that is read as it."""
    return text.translate(TRADITIONAL)


@pytest.fixture(scope="module", params=["hangzhou-2024.txt", "gongshu-2021.txt"])
def pair(request, seeds):
    text = (seeds / request.param).read_text(encoding="utf-8")
    return tuple(read_report(t.encode(), name=request.param) for t in (text, convert(text)))


def test_a_report_is_read_alike_in_both_scripts(pair):
    plain, traditional = pair
    assert [(s.span, s.level, s.role) for s in plain.sections] == [
        (s.span, s.level, s.role) for s in traditional.sections
    ]
    assert [(g.span, g.kind, len(g.quantities)) for g in plain.goals] == [
        (g.span, g.kind, len(g.quantities)) for g in traditional.goals
    ]
    assert plain.year == traditional.year


def test_who_reports_is_named_as_printed_and_is_the_same_office():
    text = "各位代表：现在，我代表国务院，向大会报告政府工作。\n\n二、2024年工作安排\n\n"
    text += "发展经济，建设学校30所。"
    old = read_report(text.encode(), name="a.txt")
    new = read_report(convert(text).replace("2024", "2025").encode(), name="b.txt")
    assert (old.issuer, new.issuer) == ("国务院", convert("国务院"))
    assert "other-issuer" not in {note.code for note in compare_reports(old, new).notes}
    assert build_timeline([old, new]).notes == ()


def test_all_goals_are_carried_word_for_word_between_the_scripts(pair):
    for old, new in (pair, pair[::-1]):
        changes = compare_reports(old, new).changes
        assert {change.status for change in changes} == {Status.CARRIED}
        assert all(Trait.VERBATIM in change.traits for change in changes)


def test_what_is_quoted_stays_as_it_is_printed(pair):
    plain, traditional = pair
    assert traditional.document.text == convert(plain.document.text)
    for goal, other in zip(plain.goals, traditional.goals, strict=True):
        assert other.wording.translate(TABLE) == goal.wording
        assert set(other.wording) - set(other.span.of(traditional.document.text)) <= set(
            goal.wording
        )
    comparison = compare_reports(plain, traditional)
    assert (comparison.old.goals, comparison.new.goals) == (plain.goals, traditional.goals)
    assert comparison.new.document == traditional.document


OLD = """2023年政府工作报告

二、2023年工作安排

新增城镇就业20万人以上，支持高校毕业生就业创业。发展数字经济。
"""
NEW = OLD.replace("2023", "2024").replace("20万人", "25万人")


def read(text):
    return read_report(text.encode(), name="a.txt")


def test_a_diff_spells_each_side_in_its_own_script():
    old, new = read(OLD), read(convert(NEW))
    plain = compare_reports(old, read(NEW)).changes
    changes = compare_reports(old, new).changes
    assert [(c.link, c.traits) for c in changes] == [(c.link, c.traits) for c in plain]
    for change in changes:
        for side, report, goals in (
            (RunKind.GONE, old, change.link.old),
            (RunKind.NEW, new, change.link.new),
        ):
            runs = settle_type(change.runs, side)
            spelled = "".join(run.text for run in runs if run.kind in (RunKind.SAME, side))
            assert spelled == "\n".join(report.pledges[i].wording for i in goals)
    assert any(Trait.RAISED in change.traits for change in changes)


def test_a_timeline_quotes_each_report_in_its_own_script():
    reports = read(OLD), read(convert(NEW)), read(NEW.replace("2024", "2025"))
    timeline = build_timeline(reports)
    assert [r.document.text for r in timeline.reports] == [r.document.text for r in reports]
    first, second = timeline.comparisons
    assert first.new.goals == second.old.goals == reports[1].goals
    assert {len(thread.steps) for thread in timeline.threads} == {3}


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_every_output_quotes_both_scripts(form):
    shown = render(compare_reports(read(OLD), read(convert(NEW))), form).decode()
    assert "支持高校毕业生就业创业" in shown
    assert convert("支持高校毕业生就业创业") in shown


def test_pins_may_be_written_in_the_script_of_the_report():
    roles = (RolePin("new", Quote(convert("工作安排")), Role.REVIEW),)
    report = read_report(convert(NEW).encode(), name="a.txt", roles=roles)
    assert report.pledges == ()
    pin = Pin(Decision.APART, Quote("发展数字经济"), Quote(convert("发展数字经济")))
    comparison = compare_reports(read(OLD), read(convert(NEW)), pins=Pins((pin,)))
    assert Status.DROPPED in {change.status for change in comparison.changes}


def test_a_simplified_report_with_a_traditional_name_is_left_alone():
    text = OLD + "纪念國父，" + "国家发展经济，为人民服务，对外开放。" * 30
    assert find_script(text) == {}
    report = read(text)
    assert unify_report(report, find_script(text)) is report


def test_every_character_has_one_answer():
    assert all(len(other) == 1 for other in TABLE.values())
    assert not {ord(other) for other in TABLE.values()} & TABLE.keys()


def test_words_that_the_source_does_not_hold_stay():
    assert print_words("发展A", "", "") == "发展A"
