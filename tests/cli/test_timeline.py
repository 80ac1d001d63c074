"""The command for many years: what it writes, and how it takes bad input."""

import json

import pytest

PLANS = {
    2015: ["新增城镇就业10万人以上", "建成地铁3号线", "深化国有企业改革"],
    2016: ["新增城镇就业11万人以上", "深化国有企业改革"],
    2017: ["新增城镇就业12万人以上", "建成地铁3号线", "深化国有企业改革"],
}


@pytest.fixture
def years(tmp_path):
    """The files of three years."""
    return [write(tmp_path / f"{year}.txt", year, plan) for year, plan in PLANS.items()]


def write(path, year, plan, city="滨江市"):
    lines = "\n".join(f"{line}。" for line in plan)
    path.write_text(f"{year}年{city}政府工作报告\n一、{year}年工作安排\n{lines}\n", "utf-8")
    return path


@pytest.fixture
def follow(run_command, tmp_path):
    """Run the timeline command with a cache of its own; return the process."""

    def run(*arguments):
        return run_command("timeline", *arguments, "--cache-dir", tmp_path / "cache")

    return run


def read_years(done):
    assert done.returncode == 0, done.stderr
    return [report["year"] for report in json.loads(done.stdout)["reports"]]


def test_three_files_become_a_timeline(follow, years, tmp_path):
    done = follow(*years, "-o", "years.json")
    assert done.returncode == 0
    assert "2015–2017: 3 reports" in done.stdout
    assert "years.json" in done.stdout
    assert "left out" not in done.stderr
    written = json.loads((tmp_path / "years.json").read_text("utf-8"))
    (subway,) = (t for t in written["threads"] if "地铁" in t["wording"])
    assert subway["status"] == {"2015": "added", "2016": "dormant", "2017": "revived"}


def test_a_look_of_ones_own_is_used_and_a_broken_one_named(follow, years, tmp_path):
    look = tmp_path / "look"
    look.mkdir()
    write_page = (*years, "-o", "years.html", "--pairs", "--template-dir", "look")
    (look / "style.css").write_text("body { color: #123456 }", "utf-8")
    assert follow(*write_page).returncode == 0
    for page in ("years.html", "years-pairs/2015-2017.html"):
        assert "body { color: #123456 }" in (tmp_path / page).read_text("utf-8")
    (look / "timeline.html").write_text("{% if %}", "utf-8")
    done = follow(*write_page)
    assert done.returncode == 2
    assert "timeline.html, line 1: " in done.stderr
    missing = follow(*years, "-o", "years.html", "--template-dir", "nowhere")
    assert missing.stderr.strip() == "compare-reports: nowhere: no such folder of templates"
    paper = follow(*years, "-o", "years.md", "--template-dir", "look")
    assert "md: is not made from templates" in paper.stderr


def test_the_order_of_files_does_not_matter(follow, years):
    outputs = {
        follow(*files, "-o", "-", "--format", "json").stdout for files in (years, years[::-1])
    }
    assert len(outputs) == 1


def test_a_missing_year_is_named(follow, years):
    done = follow(years[0], years[2], "-o", "years.json")
    assert "no report of 2016" in done.stdout


def test_two_files_of_one_year_are_told(follow, years, tmp_path):
    other = write(tmp_path / "draft.txt", 2016, PLANS[2016][:1])
    done = follow(*years, other, "-o", "-", "--format", "json")
    assert read_years(done) == [2015, 2016, 2017]
    assert "draft.txt is of 2016 too" in done.stderr


def test_one_year_under_two_names_is_told(follow, years, tmp_path):
    twin = write(tmp_path / "copy.txt", 2016, PLANS[2016])
    done = follow(*years, twin, "-o", "-", "--format", "json")
    assert read_years(done) == [2015, 2016, 2017]
    assert "the same report" in done.stderr
    assert "copy.txt" in done.stderr


def test_a_year_that_cannot_be_found_can_be_given(follow, years, tmp_path):
    undated = tmp_path / "plan.txt"
    undated.write_text("滨江市政府工作报告\n新增城镇就业13万人以上。\n", "utf-8")
    done = follow(*years, undated, "-o", "-", "--format", "json")
    assert read_years(done) == [2015, 2016, 2017]
    assert "plan.txt: no year found" in done.stderr
    given = follow(*years, undated, "--year", "plan.txt=2018", "-o", "-", "--format", "json")
    assert read_years(given) == [2015, 2016, 2017, 2018]


@pytest.mark.parametrize("wrong", ["2018", "plan.txt=soon", "other.txt=2018", "plan.txt=20180"])
def test_a_year_given_wrongly_is_wrong_usage(follow, years, wrong):
    done = follow(*years, "--year", wrong)
    assert done.returncode == 2
    assert "FILE=YEAR" in done.stderr


def test_one_unreadable_file_among_many_is_named_and_left_out(follow, years, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    done = follow(*years, tmp_path / "broken.pdf", tmp_path / "none.txt", "-o", "y.json")
    assert done.returncode == 0
    assert done.stderr.count("left out") == 2
    assert "broken.pdf" in done.stderr
    assert "none.txt: no such file" in done.stderr
    warnings = json.loads((tmp_path / "y.json").read_text("utf-8"))["warnings"]
    assert [w["code"] for w in warnings].count("timeline-unreadable") == 2


def test_a_strict_run_stops_at_an_unreadable_file(follow, years, tmp_path):
    done = follow(*years, "none.txt", "--strict", "-o", "y.json")
    assert done.returncode == 2
    assert "none.txt: no such file" in done.stderr
    assert not (tmp_path / "y.json").exists()


def test_reports_of_several_issuers_are_told(follow, years, tmp_path):
    strange = write(tmp_path / "strange.txt", 2018, PLANS[2017], city="东海县")
    done = follow(*years, strange, "-o", "y.json")
    assert done.returncode == 0
    assert "strange.txt is by 东海县" in done.stderr
    strict = follow(*years, strange, "-o", "y.json", "--strict")
    assert strict.returncode == 2


def test_one_report_alone_is_no_timeline(follow, years):
    done = follow(years[0])
    assert done.returncode == 2
    assert "two years at least" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_kept_when_told_so(run_command, years, tmp_path):
    folder = tmp_path / "kept"
    command = ("timeline", *years, "-o", "y.json", "--cache-dir", folder)
    assert run_command(*command, "--no-cache").returncode == 0
    assert not folder.exists()
    assert run_command(*command).returncode == 0
    assert any(folder.iterdir())


def test_the_page_leads_to_the_comparison_of_every_two_years(follow, years, tmp_path):
    done = follow(*years, "-o", "out/years.html", "--pairs")
    assert done.returncode == 0, done.stderr
    written = {file.name for file in (tmp_path / "out" / "years-pairs").iterdir()}
    assert written == {"2015-2016.html", "2015-2017.html", "2016-2017.html"}
    page = (tmp_path / "out" / "years.html").read_text("utf-8")
    assert all(f'href="years-pairs/{name}"' in page for name in written)


def test_pairs_need_a_page(follow, years, tmp_path):
    done = follow(*years, "-o", "years.json", "--pairs")
    assert done.returncode == 2
    assert "--pairs goes with a page" in done.stderr
    assert not list(tmp_path.glob("years*"))


def test_a_format_that_is_none_is_named_before_the_work(follow, years):
    for output, fault in (("y.tiff", "tiff: unknown output format"), ("y", "no ending that names")):
        done = follow(*years[:1], "-o", output)
        assert done.returncode == 2
        assert fault in done.stderr
