"""Files of the user's own: further reports, and indicators."""

import json

OLD = """政府工作报告
2020年
一、2019年工作回顾
城镇新增就业25万人。
二、2020年工作安排
城镇新增就业26万人。
群众满意度达到90%。
居民人均可支配收入增长6%。
"""
NEW = """政府工作报告
2021年
一、2020年工作回顾
居民好评率达到95%。居民收入稳步提高。
二、2021年工作安排
城镇新增就业27万人。
群众满意度达到92%。
"""
LATER = NEW.replace("居民好评率达到95%", "城镇新增就业28万人")


def diff(run_command, tmp_path, *options):
    for name, text in (("old", OLD), ("new", NEW), ("later", LATER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = ("diff", "old.txt", "new.txt", "-o", "-", "--format", "json")
    return run_command(*command, *options)


def judge(done):
    assert done.returncode == 0, done.stderr
    deliveries = json.loads(done.stdout)["delivery"]
    return {d["target"]["indicator"]: (d["verdict"], d["source"]) for d in deliveries}


def test_a_later_report_may_say_what_came_of_targets(run_command, tmp_path):
    done = diff(run_command, tmp_path, "--results", "later.txt")
    assert judge(done) == {
        "城镇新增就业": ("exceeded", "r1"),
        "居民人均可支配收入": ("vague", "new"),
    }
    result = json.loads(done.stdout)
    (later,) = result["results"]
    assert (later["id"], later["path"]) == ("r1", "later.txt")
    said = result["delivery"][0]["result"]
    assert LATER[said["start"] : said["end"]] == said["text"] == "城镇新增就业28万人"


def test_indicators_of_ones_own_are_known(run_command, tmp_path):
    text = 'more = [["群众满意度", "居民好评率"]]'
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    done = diff(run_command, tmp_path, "--indicators", "mine.toml")
    assert judge(done)["群众满意度"] == ("exceeded", "new")
    assert json.loads(done.stdout)["generator"]["settings"] == {"indicators": "mine.toml"}


def test_the_page_names_the_file_a_result_is_from(run_command, tmp_path):
    done = diff(run_command, tmp_path, "--results", "later.txt", "--format", "html")
    assert "later.txt" in done.stdout


def test_a_report_that_says_nothing_of_the_year_is_named(run_command, tmp_path):
    done = diff(run_command, tmp_path, "--results", "old.txt")
    assert "old.txt" in " ".join(w["message"] for w in json.loads(done.stdout)["warnings"])


def test_a_malformed_file_of_indicators_is_named_with_the_entry(run_command, tmp_path):
    (tmp_path / "mine.toml").write_text('more = [["a"], 3]', encoding="utf-8")
    done = diff(run_command, tmp_path, "--indicators", "mine.toml")
    assert done.returncode == 2
    assert done.stderr.strip().startswith("compare-reports: mine.toml: more, row 2: ")


def test_a_look_of_ones_own_is_used_and_a_broken_one_named(run_command, tmp_path):
    (tmp_path / "style.css").write_text("body { color: #123456 }", encoding="utf-8")
    options = ("--format", "html", "--template-dir", ".")
    assert "body { color: #123456 }" in diff(run_command, tmp_path, *options).stdout
    (tmp_path / "comparison.html").write_text("{% if %}", encoding="utf-8")
    done = diff(run_command, tmp_path, *options)
    assert done.returncode == 2
    assert "comparison.html, line 1: " in done.stderr


def test_a_missing_file_is_named(run_command, tmp_path):
    for option in ("--indicators", "--results"):
        done = diff(run_command, tmp_path, option, "nowhere.toml")
        assert done.returncode == 2
        assert "nowhere.toml" in done.stderr
