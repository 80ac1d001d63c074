"""Find a Chromium for the browser tests; as a script, start it, or fail for who has to install."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Look at $CHROMIUM, then on the PATH, then where Playwright keeps its own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or find_playwright_own()


def find_playwright_own() -> str | None:
    """Ask Playwright where its download would be, and whether it is there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def try_out(path: str) -> None:
    """Open a page, so that what is missing beside the Chromium is missed now."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        browser.new_page().set_content("<p>目标</p>")
        browser.close()


if __name__ == "__main__":
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium found")
    try_out(chromium)
    sys.stdout.write(f"{chromium}\n")
