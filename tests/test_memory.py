"""What is remembered of reports goes by what they say, and by how it was asked."""

import dataclasses

import pytest
from yearly import write_report, write_years

from compare import build_timeline
from compare.cache import Cache
from compare.languages.registry import parse_indicators
from compare.languages.themes import parse_themes
from compare.memory import Memory
from compare.model import Span

PLANS = [["新增就业10万人", "深化改革"], ["新增就业12万人", "植树100亩"], ["深化改革", "植树200亩"]]
OWN_THEMES = "[trees]\nname = '树'\nkeywords = ['植树']".encode()
OWN_INDICATORS = "more = [['植树', '新增就业']]".encode()


def ask(cache, report, *, manner="", what="where", more=()):
    """Tell whether an answer was worked out anew."""
    asked = []

    def answer():
        asked.append(1)
        return Span(3, 5)

    assert Memory(cache, manner).recall(Span, what, answer, report, more=more) == Span(3, 5)
    return bool(asked)


@pytest.fixture
def report():
    return write_report(2016, ["深化改革"], ["新增就业10万人"])


@pytest.fixture
def cache(tmp_path, report):
    cache = Cache(tmp_path)
    assert ask(cache, report)
    return cache


def test_a_report_under_another_name_is_known(cache, report):
    assert not ask(cache, write_report(2016, ["深化改革"], ["新增就业10万人"], name="b.txt"))


def test_another_text_year_or_goal_is_not(cache, report):
    for other in (
        write_report(2016, ["深化改革。"], ["新增就业10万人"]),
        dataclasses.replace(report, year=2017),
        dataclasses.replace(report, goals=report.goals[:1]),
    ):
        assert ask(cache, other)


@pytest.mark.parametrize("other", [{"manner": "b"}, {"what": "when"}, {"more": (1, 2)}], ids=str)
def test_another_question_or_manner_is_answered_anew(cache, report, other):
    assert ask(cache, report, **other)


def test_without_a_cache_nothing_is_remembered(report):
    assert ask(None, report)
    assert ask(None, report)


@pytest.mark.parametrize(
    "own",
    [
        {"themes": parse_themes(OWN_THEMES, "own.toml")},
        {"indicators": parse_indicators(OWN_INDICATORS, "own.toml", "zh")},
    ],
    ids=lambda own: next(iter(own)),
)
def test_what_the_user_brings_is_heeded_beside_a_cache(tmp_path, own):
    reports, cache = write_years(PLANS), Cache(tmp_path)
    plain = build_timeline(reports, cache=cache)
    for _ in range(2):
        assert build_timeline(reports, cache=cache, **own) == build_timeline(reports, **own)
    assert build_timeline(reports, cache=cache) == plain
    assert build_timeline(reports, **own) != plain


def test_a_spoilt_cache_spoils_no_timeline(tmp_path):
    reports, cache = write_years(PLANS), Cache(tmp_path)
    fresh = build_timeline(reports, cache=cache)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes().replace(b"1", b"2"))
    assert build_timeline(reports, cache=cache) == fresh
