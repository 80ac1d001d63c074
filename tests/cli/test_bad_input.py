"""What cannot be used is refused in one clear line; what can be doubted is used and said so."""

import html
import json
import resource

import pytest

REPORT = """\
{year}年政府工作报告

一、{past}年工作回顾

过去一年，全市地区生产总值增长{growth}%，新增就业{jobs}万人。

二、{year}年工作安排

（一）稳定和扩大就业

新增城镇就业{jobs}万人以上，城镇调查失业率控制在5.5%以内。支持高校毕业生就业创业。

（二）推进乡村振兴

建成高标准农田30万亩，改造农村危房2000户。加快建设数字乡村。
"""

ENGLISH = """\
Report on the Work of the Government, 2019

I. A review of our work in 2018

Over the past year the economy grew by 6.6 percent and 13.61 million jobs were created.

II. The work of the government in 2019

We will create over 11 million urban jobs and keep the surveyed unemployment rate at around
5.5 percent. We will cut taxes for small businesses and build 200,000 kilometers of rural roads.
"""


def write_report(path, year=2023, growth="5", jobs="20"):
    text = REPORT.format(year=year, past=year - 1, growth=growth, jobs=jobs)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path):
    return write_report(tmp_path / "good.txt")


def assert_refused(done, *names):
    """One line on standard error that names what is meant; no result, no traceback."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert all(name in line for name in names), line
    assert done.stdout == ""


UNUSABLE = {
    "empty": ("empty.txt", b""),
    "only-blanks": ("blank.txt", " \n\u3000\t\n\u00a0\r\n".encode()),
    "binary": ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8),
    "zeros": ("zeros.md", b"\x00" * 4096),
    "undecodable": ("torn.txt", b"\xff" * 400),
    "undecodable-in-the-middle": ("torn.md", "目标".encode() * 90 + b"\xff\xff" * 90),
    "unknown-ending": ("report.xyz", "目标".encode() * 90),
    "no-ending": ("report", "目标".encode() * 90),
}


@pytest.mark.parametrize(("name", "data"), UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_file_that_cannot_be_read_is_refused(name, data, side, good, tmp_path, run_command):
    bad = tmp_path / name
    bad.write_bytes(data)
    pair = (bad, good) if side == "old" else (good, bad)
    assert_refused(run_command("diff", *pair, "-o", "out.html"), name)
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize("command", ["outline", "goals"])
@pytest.mark.parametrize("name", ["missing.txt", "folder", "folder.txt"])
def test_one_report_is_refused_like_two(command, name, tmp_path, run_command):
    if name.startswith("folder"):
        (tmp_path / name).mkdir()
    assert_refused(run_command(command, name), name)


@pytest.mark.parametrize("name", ["missing.txt", "missing/missing.txt"])
def test_a_missing_file_is_named(name, good, run_command):
    assert_refused(run_command("diff", good, name), name)


@pytest.mark.parametrize("name", ["folder", "folder.txt"])
def test_a_folder_is_no_report(name, good, tmp_path, run_command):
    (tmp_path / name).mkdir()
    assert_refused(run_command("diff", name, good), name)


def test_reports_in_two_languages_are_refused(good, tmp_path, run_command):
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    assert_refused(run_command("diff", good, "english.txt"), "good.txt", "english.txt")


DOUBTFUL = {
    "no-headings": "我们要新增就业20万人。支持高校毕业生就业创业。建成高标准农田30万亩。\n" * 3,
    "no-plan": "2024年政府工作报告\n\n一、2023年工作回顾\n\n新增就业20万人，完成改造2000户。\n",
    "no-year": "政府工作报告\n\n一、工作安排\n\n新增就业20万人以上。加快建设数字乡村。\n",
    "slogans": "奋进新时代！\n再创新辉煌！\n",
    "numbers": "1 2 3\n4 5 6\n",
}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_doubt_travels_into_every_output(text, good, tmp_path, run_command):
    (tmp_path / "doubtful.txt").write_text(text, encoding="utf-8")
    said = run_command("diff", good, "doubtful.txt", "--format", "json", "-o", "-")
    assert said.returncode == 0, said.stderr
    warnings = [warning["message"] for warning in json.loads(said.stdout)["warnings"]]
    assert warnings
    shown = run_command("diff", good, "doubtful.txt", "-o", "out.html", "--lang", "en")
    assert shown.returncode == 0, shown.stderr
    page = html.unescape((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert [message for message in warnings if message not in page] == []


def test_two_reports_without_a_goal_are_compared_and_doubted(tmp_path, run_command):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(DOUBTFUL["no-plan"] + name, encoding="utf-8")
    done = run_command("diff", "one.txt", "two.txt", "--format", "json", "-o", "-")
    assert list_warnings(done)
    assert json.loads(done.stdout)["goals"] == []
    assert run_command("diff", "one.txt", "two.txt", "-o", "out.html").returncode == 0


def list_warnings(done):
    assert done.returncode == 0, done.stderr
    return {warning["code"] for warning in json.loads(done.stdout)["warnings"]}


def test_a_report_against_itself_is_carried_whole_and_said_to_be_the_same(good, run_command):
    done = run_command("diff", good, good, "--format", "json", "-o", "-")
    rows = json.loads(done.stdout)["goals"]
    assert rows
    assert {row["status"] for row in rows} == {"carried"}
    assert all("verbatim" in row["traits"] and "moved" not in row["traits"] for row in rows)
    assert list_warnings(done)


def test_an_old_report_later_than_the_new_one_is_doubted(good, tmp_path, run_command):
    later = write_report(tmp_path / "later.txt", year=2025)
    right = run_command("diff", good, later, "--format", "json", "-o", "-")
    wrong = run_command("diff", later, good, "--format", "json", "-o", "-")
    assert list_warnings(wrong) - list_warnings(right)


def write_pair(tmp_path):
    return write_report(tmp_path / "a.txt"), write_report(tmp_path / "b.txt", 2024, "6", "25")


@pytest.mark.parametrize("output", ["a-folder", "a.txt/out.html"])
def test_a_place_that_cannot_be_written_is_refused(output, tmp_path, run_command):
    (tmp_path / "a-folder").mkdir()
    old, new = write_pair(tmp_path)
    done = run_command("diff", old, new, "--format", "html", "-o", output)
    assert_refused(done, output.partition("/")[0])
    assert list((tmp_path / "a-folder").iterdir()) == []


def test_an_unknown_output_format_is_refused(tmp_path, run_command):
    old, new = write_pair(tmp_path)
    done = run_command("diff", old, new, "-o", "out.xyz")
    assert done.returncode == 2
    assert "xyz" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.xyz").exists()


def test_a_full_disk_leaves_the_old_page_as_it_was(tmp_path, run_command):
    old, new = write_pair(tmp_path)
    page = tmp_path / "out.html"
    page.write_text("what was here before")
    before = sorted(path.name for path in tmp_path.iterdir())
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limit[1]))
    try:
        done = run_command("diff", old, new, "-o", page)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert_refused(done, "out.html")
    assert page.read_text() == "what was here before"
    assert sorted(path.name for path in tmp_path.iterdir()) == before
