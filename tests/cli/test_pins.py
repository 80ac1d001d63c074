"""Decisions and themes from files, as users give them."""

import json
import tomllib

import pytest

OLD = (
    "2020年工作安排\n\n新增城镇就业25万人。建设农村公路100公里。推进城市大脑建设。听取群众意见。\n"
)
NEW = "2021年工作安排\n\n城镇新增就业20万人以上。建设农村公路120公里。深化城市大脑建设。\n"
PIN = '[[pins]]\ndecision = "apart"\nold = "农村公路100公里"\nnew = "农村公路"\n'


@pytest.fixture
def pair(tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def load(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_pin_is_kept_to_and_the_result_names_its_file(pair, tmp_path, run_command):
    pins = tmp_path / "pins.toml"
    pins.write_text(PIN, encoding="utf-8")
    command = ["diff", *pair, "--format", "json", "-o", "-"]
    free, pinned = load(run_command(*command)), load(run_command(*command, "--pins", pins))
    pairs = [
        {(old, new) for row in found["goals"] for old in row["old"] for new in row["new"]}
        for found in (free, pinned)
    ]
    assert ("og2", "ng2") in pairs[0]
    assert pairs[1] == pairs[0] - {("og2", "ng2")}
    assert pinned["generator"]["settings"] == {"pins": "pins.toml"}


def test_a_pin_that_fits_nothing_is_a_warning(pair, tmp_path, run_command):
    pins = tmp_path / "pins.toml"
    pins.write_text(PIN.replace("100公里", "900公里"), encoding="utf-8")
    done = run_command("diff", *pair, "--format", "json", "-o", "-", "--pins", pins)
    codes = [warning["code"] for warning in load(done)["warnings"]]
    assert "pin-unfit" in codes
    assert "农村公路900公里" in done.stderr


@pytest.mark.parametrize("ending", ["toml", "json"])
def test_pins_to_decide_on_can_be_given_back_as_they_are(pair, ending, tmp_path, run_command):
    name = f"pins.{ending}"
    assert run_command("pins", "init", *pair, "-n", "2", "-o", name).returncode == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    asked = tomllib.loads(text) if ending == "toml" else json.loads(text)
    assert [pin["decision"] for pin in asked["pins"]] == ["", ""]
    command = ["diff", *pair, "--format", "json", "-o", "-"]
    free, pinned = load(run_command(*command)), load(run_command(*command, "--pins", name))
    assert free["goals"] == pinned["goals"]


def test_themes_of_ones_own_take_the_place_of_ours(pair, tmp_path, run_command):
    themes = tmp_path / "own.toml"
    themes.write_text('[roads]\nname = "Roads"\nkeywords = ["公路"]\n', encoding="utf-8")
    found = load(run_command("diff", *pair, "--format", "json", "-o", "-", "--themes", themes))
    assert found["themes"] == [{"theme": "roads", "name": "Roads", "old": 0.25, "new": 0.3333}]
    assert [goal["themes"] for goal in found["new"]["goals"]] == [[], ["roads"], []]
    assert run_command("diff", *pair, "-o", "page.html", "--themes", themes).returncode == 0
    assert "Roads" in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        pytest.param("--pins", '[[pins]]\nold = "a"\n', "pins, entry 1", id="pins"),
        pytest.param("--themes", "[sea]\nname = 'Sea'\n", "[sea]", id="themes"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(option, text, words, pair, tmp_path, run_command):
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    for name, fault in (("mine.toml", words), ("none.toml", "no such file")):
        done = run_command("diff", *pair, "-o", "-", option, name)
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert name in line
        assert fault in line
