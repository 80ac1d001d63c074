"""What the README shows can be done as it shows it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ compare-reports (.+)$", README, re.MULTILINE)
SCRIPTS = re.findall(r"^```python\n(.+?)^```$", README, re.MULTILINE | re.DOTALL)
TARGETS = re.findall(r"\]\(([^)#:]+)\)", README)


@pytest.fixture
def folder(tmp_path, seeds):
    (tmp_path / "seeds").symlink_to(seeds, target_is_directory=True)
    return tmp_path


def test_there_are_five_examples():
    assert len(COMMANDS) + len(SCRIPTS) >= 5


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command, folder):
    run = [sys.executable, "-m", "compare", *shlex.split(command)]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_of_the_readme_runs(script, folder):
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("target", TARGETS)
def test_a_link_of_the_readme_leads_somewhere(target):
    assert (ROOT / target).exists()
