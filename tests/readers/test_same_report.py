"""The same report in every format gives the same outline and the same goals."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from formats import FORMATS, list_paragraphs

from compare.pipeline import read_report

ENOUGH = 0.98
PRINTED = sorted((Path(__file__).parents[1] / "printed").glob("hangzhou*"))


def score(found, expected):
    common = sum((Counter(found) & Counter(expected)).values())
    return 2 * common / (len(found) + len(expected))


def squeeze(text):
    return re.sub(r"\s+", "", text)


@pytest.fixture(
    scope="module", params=["hangzhou-2020.md", "hangzhou-2024.txt", "gongshu-2021.txt"]
)
def original(request, seeds):
    text = (seeds / request.param).read_text(encoding="utf-8")
    lines = list_paragraphs(text)
    return lines, read_report("\n".join(lines).encode(), name="report.txt")


def assert_same(report, expected):
    def list_titles(report):
        return [(s.level, squeeze(s.number + s.title)) for s in report.sections]

    def list_goals(report):
        return [squeeze(goal.wording) for goal in report.pledges]

    assert score(list_titles(report), list_titles(expected)) >= ENOUGH
    assert score(list_goals(report), list_goals(expected)) >= ENOUGH
    assert (report.year, report.issuer) == (expected.year, expected.issuer)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_reads_the_same_in_every_format(name, original):
    lines, expected = original
    assert_same(read_report(FORMATS[name](lines), name=name), expected)


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_a_report_reads_the_same_as_real_programs_write_it(path, seeds):
    if path.suffix == ".doc" and not shutil.which("soffice"):
        pytest.skip("no LibreOffice here to open an old Word file")
    expected = read_report(seeds / f"{path.name.partition('.')[0]}.txt")
    assert expected.pledges
    assert_same(read_report(path), expected)
