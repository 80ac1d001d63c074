"""Formats other than text, from end to end."""

import json
import subprocess
import sys

import pytest
from documents import make_docx, make_pdf, paragraph, set_lines, wrap

LINES = (
    "2024年政府工作报告",
    "一、2023年工作回顾",
    "过去一年，全市地区生产总值增长5%，新增就业20万人，各项工作取得了新的成绩。",
    "二、2024年工作安排",
    "（一）稳定和扩大就业",
    "新增城镇就业20万人以上，城镇调查失业率控制在5.5%以内。支持高校毕业生就业创业。",
)
DOCX = make_docx(map(paragraph, LINES))
PDF = make_pdf([set_lines(LINES[:3]), set_lines([*LINES[3:5], *wrap(LINES[5], 34)])])
TEXT = "\n".join(LINES).encode()


def pipe(data, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "compare", *arguments], input=data, capture_output=True, check=False
    )


def list_goals(stdout):
    return [goal["text"] for goal in json.loads(stdout)["goals"]]


@pytest.mark.parametrize("data", [DOCX, PDF, TEXT], ids=["docx", "pdf", "txt"])
def test_a_report_comes_in_by_standard_input(data):
    done = pipe(data, "goals", "-", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert list_goals(done.stdout) == list_goals(
        pipe(TEXT, "goals", "-", "--format", "json").stdout
    )
    assert list_goals(done.stdout)


def test_the_format_of_standard_input_can_be_given():
    done = pipe(TEXT, "outline", "-", "--format-in", "md", "--format", "json")
    assert json.loads(done.stdout)["format"] == "md"
    wrong = pipe(TEXT, "outline", "-", "--format-in", "pdf")
    assert wrong.returncode == 2
    assert b"Traceback" not in wrong.stderr


def test_one_report_may_come_by_standard_input_but_not_both(tmp_path):
    (tmp_path / "2024.docx").write_bytes(DOCX)
    one = pipe(PDF, "diff", "-", str(tmp_path / "2024.docx"), "-o", "-", "--format", "json")
    assert one.returncode == 0, one.stderr
    assert {row["status"] for row in json.loads(one.stdout)["goals"]} == {"carried"}
    both = pipe(PDF, "diff", "-", "-")
    assert both.returncode == 2
    assert b"standard input" in both.stderr


def test_places_in_paged_formats_have_their_page():
    report = json.loads(pipe(PDF, "goals", "-", "--format", "json").stdout)
    assert {goal["page"] for goal in report["goals"]} == {2}
    assert [section["page"] for section in report["sections"]] == [1, 2, 2]
    plain = json.loads(pipe(TEXT, "goals", "-", "--format", "json").stdout)
    assert "page" not in plain["goals"][0]


def test_a_link_to_a_report_is_followed_and_one_to_nothing_is_named(tmp_path):
    (tmp_path / "kept").write_bytes(PDF)
    link, loose = tmp_path / "2024.pdf", tmp_path / "gone.txt"
    link.symlink_to(tmp_path / "kept")
    loose.symlink_to(tmp_path / "nowhere")
    assert pipe(b"", "outline", str(link)).returncode == 0
    done = pipe(b"", "outline", str(loose))
    assert (done.returncode, b"gone.txt: no such file" in done.stderr) == (2, True)


@pytest.mark.parametrize("data", [DOCX, PDF], ids=["docx", "pdf"])
def test_a_pipe_that_ends_early_is_a_broken_file(data):
    done = pipe(data[: len(data) // 2], "outline", "-")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
