"""What every test may ask for: the sample reports, the command, a Chromium."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import find_chromium
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is no fault: no example is timed.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"
NO_OCR = "the extra [ocr] is not installed"
NO_CHROMIUM = "no Chromium found: install one (Debian: chromium) or set CHROMIUM to its path"

# Without these, Chromium keeps calling home; a test that counts requests would count those too.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of sample reports."""
    return ROOT / "seeds"


@pytest.fixture
def run_command(tmp_path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run compare-reports as users do: a process of its own, in a folder of its own."""

    def run(*arguments: str | Path, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "compare", *map(str, arguments)],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, under CI=true it fails."""
    path = look_for_chromium()
    if path is None and IN_CI:
        pytest.fail(NO_CHROMIUM)
    if path is None:
        pytest.skip(NO_CHROMIUM)
    return path


@pytest.fixture(scope="session")
def browser(chromium) -> Iterator["Browser"]:
    """A headless Chromium under Playwright; ask it for ``new_page()`` or ``new_context()``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield launched
        launched.close()


@cache
def look_for_chromium() -> str | None:
    return find_chromium()


def pytest_collection_modifyitems(items) -> None:
    """Mark whatever asks for a browser, so that ``-m 'not browser'`` is always right."""
    for item in items:
        if {"browser", "chromium"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter) -> None:
    """Say it loudly when tests did not run for want of a program or a package."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for title, reason in (("BROWSER TESTS SKIPPED", NO_CHROMIUM), ("SCANS NOT TESTED", NO_OCR)):
        if any(reason in why for why in skipped):
            terminalreporter.section(title, red=True, bold=True)
            terminalreporter.line(reason, red=True)
