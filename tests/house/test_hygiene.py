"""What must not stand in the repository."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "compare"

# Bracketed letters keep this file from finding itself.
PRIVATE = re.compile(rb"/(?:[w]ork|[h]ome|[r]oot|[U]sers)/\w|\.\./[s]hared\b")


def list_tracked() -> list[Path]:
    """List the files of the repository; of the folder, where it is not a git checkout."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout.decode()
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*")]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def test_no_file_speaks_of_somebodys_machine():
    found = {
        str(path.relative_to(ROOT)): match.group().decode()
        for path in list_tracked()
        if (match := PRIVATE.search(path.read_bytes()))
    }
    assert found == {}


def test_a_machines_path_is_recognised():
    assert PRIVATE.search(b"see /" + b"home/ada/reports")
    assert not PRIVATE.search(b"see https://example.org/homes/ada")


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_the_package_never_prints(path):
    calls = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    assert not any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "base", "common", "misc"])
def test_no_module_is_named_for_nothing(word):
    assert not [path for path in PACKAGE.rglob("*.py") if path.stem == word]


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_pattern_repeats_a_group_possessively(path):
    # Python before 3.11.5 (Debian 12 has 3.11.2) matches these wrongly: cpython issue 106052.
    assert re.search(r"\)[*+?]\+|\(\?>", path.read_text(encoding="utf-8")) is None
