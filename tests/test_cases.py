"""Small reports on disk, each with what should come of it (see cases/reports/README.md)."""

import re
from pathlib import Path

import pytest

from compare.pipeline import read_report

CASES = sorted(
    path.parent for path in Path(__file__).with_name("cases").glob("reports/*/expected.txt")
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def read_expected(case):
    """Return the facts (``year: 2024``) and the lists (``[goals]`` and what follows)."""
    facts, lists = {}, {}
    current = None
    for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[.+\]", line):
            current = lists.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("#"):
            if current is None:
                key, _, value = line.partition(":")
                facts[key.strip()] = value.strip()
            else:
                current.append(line)
    return facts, lists


def read_case(case):
    (report,) = case.glob("report.*")
    return read_report(report.read_bytes(), name=report.name)


def bare(text):
    return "".join(re.findall(r"\w+", text))


def spell_outline(lines):
    role, spelt = "", []
    for line in lines:
        heading, _, said = line.strip().partition(" · ")
        role = said or role
        spelt.append(((len(line) - len(line.lstrip())) // 2 + 1, bare(heading), role))
    return spelt


@every_case
def test_the_facts_are_found(case):
    facts, _ = read_expected(case)
    report = read_case(case)
    found = {
        "year": str(report.year or "none"),
        "issuer": report.issuer or "none",
        "notes": ", ".join(note.code for note in report.notes),
    }
    assert {key: found[key] for key in facts} == facts


@every_case
def test_the_outline_is_found(case):
    _, lists = read_expected(case)
    if "outline" not in lists:
        pytest.skip("this case is not about its outline")
    sections = read_case(case).sections
    found = [(s.level, bare(s.number + s.title), s.role.value) for s in sections]
    assert found == spell_outline(lists["outline"])


@every_case
def test_the_goals_are_found(case):
    _, lists = read_expected(case)
    wordings = [goal.wording for goal in read_case(case).pledges]
    assert wordings == lists.get("goals", wordings)
    for words in lists.get("not goals", ()):
        assert not [wording for wording in wordings if words in wording]


@every_case
def test_what_is_not_the_report_is_ignored_with_its_reason(case):
    _, lists = read_expected(case)
    report = read_case(case)
    stretches = [(i.reason, i.span.of(report.document.text)) for i in report.ignored]
    for line in lists.get("ignored", ()):
        reason, _, words = line.partition(": ")
        assert any(reason == why and words in text for why, text in stretches), line


@every_case
def test_ignored_stretches_hold_no_goal(case):
    report = read_case(case)
    for ignored in report.ignored:
        assert not any(goal.span.overlaps(ignored.span) for goal in report.goals)
