"""Answers kept from run to run: the same as new ones, bounded, and never in the way."""

import os

import pytest
from yearly import write_years

from compare import build_timeline, read_report
from compare.cache import Cache, digest
from compare.model import Span


class Counted:
    """An answer that counts how often it was worked out."""

    def __init__(self, answer):
        self.answer, self.times = answer, 0

    def __call__(self):
        self.times += 1
        return self.answer


@pytest.fixture
def answer():
    return Counted(Span(3, 5))


def test_an_answer_is_worked_out_once(tmp_path, answer):
    for _ in range(3):
        assert Cache(tmp_path).recall(Span, "where?", answer) == Span(3, 5)
    assert answer.times == 1


def test_another_question_is_answered_anew(tmp_path, answer):
    for question in ("where?", "when?"):
        Cache(tmp_path).recall(Span, question, answer)
    assert answer.times == 2


@pytest.mark.parametrize("rubbish", [b"", b"[3]", b'["a", 5]', b"\xff", b"[" * 100_000])
def test_a_spoilt_answer_is_worked_out_again(tmp_path, answer, rubbish):
    cache = Cache(tmp_path)
    cache.recall(Span, "where?", answer)
    (path,) = tmp_path.iterdir()
    path.write_bytes(rubbish)
    assert cache.recall(Span, "where?", answer) == Span(3, 5)
    assert answer.times == 2
    assert cache.recall(Span, "where?", answer) == Span(3, 5)
    assert answer.times == 2


def test_an_answer_with_one_digit_changed_is_worked_out_again(tmp_path, answer):
    cache = Cache(tmp_path)
    cache.recall(Span, "where?", answer)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes().replace(b"[3, 5]", b"[3, 6]"))
    assert cache.recall(Span, "where?", answer) == Span(3, 5)
    assert answer.times == 2


def test_a_folder_that_cannot_be_used_keeps_nothing(tmp_path, answer):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    for _ in range(2):
        assert Cache(blocked).recall(Span, "where?", answer) == Span(3, 5)
    assert answer.times == 2


def test_what_was_not_asked_for_longest_goes_first(tmp_path, answer):
    cache = Cache(tmp_path, most=150)  # two answers of some seventy bytes
    for age, question in enumerate("abc"):
        cache.recall(Span, question, answer)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (1000 + age, 1000 + age))
    assert len(list(tmp_path.iterdir())) == 2
    cache.recall(Span, "c", answer)
    assert answer.times == 3
    cache.recall(Span, "a", answer)
    assert answer.times == 4


def test_nothing_unfinished_stays(tmp_path, answer):
    Cache(tmp_path).recall(Span, "where?", answer)
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_questions_are_told_apart_by_all_their_parts():
    assert len({digest("a", "b"), digest("ab"), digest("a", None), digest(("a", "b"))}) == 4


def test_a_report_that_was_read_before_is_read_no_more(tmp_path, seeds, monkeypatch):
    cache = Cache(tmp_path)
    first = read_report(seeds / "gongshu-2021.txt", cache=cache)
    monkeypatch.setattr("compare.pipeline.read_document", lambda *_: pytest.fail("read again"))
    assert read_report(seeds / "gongshu-2021.txt", cache=cache) == first


def test_a_timeline_from_the_cache_is_the_same(tmp_path, monkeypatch):
    reports = write_years([["新增就业10万人", "深化改革"], ["新增就业12万人"], ["深化改革"]])
    fresh = build_timeline(reports)
    cache = Cache(tmp_path)
    assert build_timeline(reports, cache=cache) == fresh
    monkeypatch.setattr(
        "compare.pipeline.Comparer.link_goals", lambda *_: pytest.fail("linked again")
    )
    assert build_timeline(reports, cache=cache) == fresh
    assert build_timeline(reports[:2], cache=cache).comparisons == fresh.comparisons[:1]
