"""Limits and passwords, given on the command line."""

import pytest
from documents import make_pdf, set_lines
from locked import lock_pdf

PDF = make_pdf([set_lines(["一、2024年工作安排", "新增城镇就业20万人以上。"]), [], []])


@pytest.fixture
def locked(tmp_path):
    path = tmp_path / "locked.pdf"
    path.write_bytes(lock_pdf(PDF, "0000"))
    return path


def test_a_password_comes_from_a_file(run_command, locked, tmp_path):
    secret = tmp_path / "passwords.txt"
    secret.write_text("1234\n0000\n")
    done = run_command("goals", locked, "--password-file", secret)
    assert done.returncode == 0
    assert "新增城镇就业20万人以上" in done.stdout


def test_a_password_comes_from_the_environment(run_command, locked, monkeypatch):
    monkeypatch.setenv("COMPARE_REPORTS_PASSWORD", "0000")
    assert run_command("outline", locked).returncode == 0


def test_without_a_password_the_way_out_is_named(run_command, locked):
    done = run_command("outline", locked)
    assert done.returncode == 2
    assert "--password-file" in done.stderr


def test_a_limit_is_kept_to(run_command, tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(PDF)
    done = run_command("outline", path, "--limit", "pages=2", "--limit", "seconds=60")
    assert done.returncode == 2
    assert "long.pdf: 3 pages" in done.stderr
    assert run_command("outline", path, "--limit", "pages=3").returncode == 0


@pytest.mark.parametrize("limit", ["pages", "pages=", "pages=x", "pages=-1", "words=3", "pages=²"])
def test_a_limit_that_is_none_is_wrong_usage(limit, run_command, locked):
    done = run_command("outline", locked, "--limit", limit)
    assert done.returncode == 2
    assert "megabytes=" in done.stderr


def test_a_missing_file_of_passwords_is_wrong_usage(run_command, locked, tmp_path):
    done = run_command("outline", locked, "--password-file", tmp_path / "none.txt")
    assert done.returncode == 2
    assert "none.txt" in done.stderr
