"""What people install: built as a release is, used where nobody has seen this folder."""

import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import metadata
from pathlib import Path

import pytest

from compare.version import VERSION

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_licence_is_the_gpl_version_3_or_later():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.split()[:7] == ["GNU", "GENERAL", "PUBLIC", "LICENSE", "Version", "3,", "29"]
    assert "END OF TERMS AND CONDITIONS" in text
    assert metadata("compare-reports")["License-Expression"] == "GPL-3.0-or-later"


def test_what_is_installed_is_what_stands_here():
    assert metadata("compare-reports")["Version"] == VERSION


def test_the_seeds_are_byte_for_byte_what_their_readme_says():
    readme = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    stated = {name: digest for digest, name in re.findall(r"`(\w{64})  (\S+)`", readme)}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").iterdir()
        if path.name != "README.md"
    }
    assert stated == found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel built from a source distribution built from this folder."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    run(build)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.wheel
def test_the_wheel_holds_code_templates_and_data_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    packed = {name for name in names if ".dist-info/" not in name}
    code = {f"compare/{path}" for path in list_files(ROOT / "compare")}
    pages = {f"compare/templates/{path}" for path in list_files(ROOT / "templates")}
    assert pages
    assert packed == code | pages
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.wheel
def test_a_fresh_environment_compares_two_reports(wheel, seeds, tmp_path):
    environment = tmp_path / "venv"
    run([sys.executable, "-m", "venv", environment])
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    install = [scripts / "python", "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    run([*install, wheel])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    old, new = seeds / "hangzhou-2020.md", seeds / "hangzhou-2024.txt"
    command = [scripts / "compare-reports", "diff", old, new, "-o", "out.html"]
    run(command, elsewhere)
    page = (elsewhere / "out.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "杭州" in page


def run(command: list, folder: Path = ROOT) -> None:
    """Run a command; when it fails, the test shows what it said."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def list_files(folder: Path) -> set[str]:
    """List what git knows of a folder or would add to it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "."],
        cwd=folder,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return {name for name in listed.split("\0") if name and (folder / name).is_file()}
