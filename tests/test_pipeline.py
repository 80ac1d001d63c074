"""What holds of every report that is read, however it is written."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import messy, tidy

from compare.errors import (
    CompareError,
    Damaged,
    LanguageMismatch,
    NoText,
    ReadError,
    UnknownFormat,
    UnknownLanguage,
)
from compare.languages import get_language
from compare.model import GoalKind, Role
from compare.pipeline import compare_reports, read_report

fold = get_language("zh").fold
SEEDS = ["hangzhou-2020.md", "hangzhou-2021-digest.txt", "hangzhou-2024.txt", "gongshu-2021.txt"]


def read(text, name="report.txt"):
    return read_report(text.encode(), name=name, language="zh")


def spell(text):
    """Leave off what cleaning may change: blanks, widths, what is invisible, markup."""
    return "".join(c for c in fold(text) if c.isprintable() and c not in " #*_>-~`\u3000").strip()


def check_places(report):
    """Everything said of the report stands in it, where it is said to stand."""
    text = report.document.text
    for goal in report.goals:
        assert spell(goal.span.of(text)) == spell(goal.wording), goal
        assert goal.sentence.start <= goal.span.start < goal.span.end <= goal.sentence.end
        assert goal.section == tuple(s.title for s in report.path_to(goal.span.start))
        for quantity in goal.quantities:
            assert goal.span.start <= quantity.span.start <= quantity.figure.start
            assert quantity.figure.end <= quantity.span.end <= goal.span.end
            assert any(c.isdigit() for c in quantity.figure.of(text)) or quantity.figure
    for section in report.sections:
        heading = section.heading
        assert section.span.start == heading.start < heading.end <= section.span.end <= len(text)
        assert spell(section.title) in spell(heading.of(text))


def check_order(report):
    """Goals stand one after the other; sections lie inside their parents, side by side."""
    spans = [goal.span for goal in report.goals]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))

    def check(sections, start, end, level):
        for section in sections:
            assert section.level > level
            assert start <= section.span.start <= section.span.end <= end
            check(section.children, section.heading.end, section.span.end, section.level)
            start = section.span.end

    check(report.outline, 0, len(report.document.text), 0)


def check_roles(report):
    """Pledges stand under plans, outcomes under reviews, and nothing where text is ignored."""
    for goal in report.goals:
        assert not any(goal.span.overlaps(ignored.span) for ignored in report.ignored)
        path = report.path_to(goal.span.start)
        if path:
            role = {GoalKind.PLEDGE: Role.PLAN, GoalKind.OUTCOME: Role.REVIEW}[goal.kind]
            assert path[-1].role is role


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("check", [check_places, check_order, check_roles])
def test_the_sample_reports_are_read_soundly(seeds, seed, check):
    check(read_report(seeds / seed))


@given(messy, st.sampled_from(["r.txt", "r.md"]))
def test_whatever_is_read_points_to_its_place(text, name):
    if text.strip():
        try:
            report = read(text, name)
        except NoText:
            return
        check_places(report)
        check_order(report)
        check_roles(report)


@given(st.binary(max_size=300), st.sampled_from(["r.txt", "r.md", "r"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        report = read_report(data, name=name)
    except CompareError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert report.goals or report.notes


@given(st.text(max_size=200), st.sampled_from(["zh", "en"]))
def test_any_text_is_read_or_refused(text, language):
    with suppress(CompareError):
        read_report(text.encode("utf-8", "ignore"), name="r.md", language=language)


def wordings(report):
    return [(goal.kind, goal.wording) for goal in report.goals]


@given(tidy)
def test_line_ends_do_not_matter(parts):
    text = "\n\n".join(parts)
    assert wordings(read(text)) == wordings(read(text.replace("\n", "\r\n")))


@given(tidy, st.sampled_from(["\n\n\n", "\n\n\n\n", "\n \n", "\n\u3000\n\n"]))
def test_more_blank_lines_do_not_matter(parts, gap):
    assert wordings(read("\n\n".join(parts))) == wordings(read(gap.join(parts)))


@given(tidy, st.sampled_from(["utf-8-sig", "utf-16", "utf-32", "gb18030"]))
def test_the_encoding_does_not_matter(parts, encoding):
    text = "2024年政府工作报告，推进改革发展，保障和改善民生。\n\n" + "\n\n".join(parts)
    other = read_report(text.encode(encoding), name="r.txt", language="zh")
    assert other.document.text == text
    assert wordings(other) == wordings(read(text))


@given(tidy)
def test_reading_twice_gives_the_same(parts):
    assert read("\n\n".join(parts)) == read("\n\n".join(parts))


@pytest.mark.parametrize(
    ("data", "name", "error", "words"),
    [
        (b"", "empty.txt", NoText, "empty.txt"),
        (b" \r\n\t", "blank.md", NoText, "blank.md"),
        (b"\0\1\2", "binary.txt", Damaged, "binary.txt"),
        (b"text", "report.xyz", UnknownFormat, "report.xyz"),
    ],
)
def test_what_cannot_be_read_is_named(data, name, error, words):
    with pytest.raises(error, match=words):
        read_report(data, name=name)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read_report(tmp_path / "no.txt")
    with pytest.raises(ReadError, match="folder"):
        read_report(tmp_path)


def test_a_language_that_nobody_knows_is_refused():
    with pytest.raises(UnknownLanguage, match="known are"):
        read_report("新增就业".encode(), language="tlh")


def test_year_and_language_can_be_given():
    report = read_report("建成地铁3号线，新增就业10万人。".encode(), language="zh", year=2031)
    assert (report.year, report.language) == (2031, "zh")


def test_two_languages_are_not_compared():
    chinese = read_report("新增城镇就业10万人以上。".encode(), language="zh")
    english = read_report(b"We will create 10 million jobs this year.", language="en")
    with pytest.raises(LanguageMismatch, match="--language"):
        compare_reports(chinese, english)


def test_a_report_against_itself_is_carried_word_for_word(seeds):
    report = read_report(seeds / "hangzhou-2024.txt")
    comparison = compare_reports(report, report)
    assert all(change.status == "carried" for change in comparison.changes)
    assert all("verbatim" in change.traits for change in comparison.changes)
    assert [change.link.old for change in comparison.changes] == [
        change.link.new for change in comparison.changes
    ]
    assert "same-file" in [note.code for note in comparison.notes]
