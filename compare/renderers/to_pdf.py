"""PDF: the page, printed by a browser found on the machine, or by weasyprint."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from compare.errors import NoPrinter
from compare.model import Comparison
from compare.renderers import to_html

SECONDS = 180
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# The page needs no network and nothing that this user's own browser knows.
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
)


def render(
    comparison: Comparison, *, lang: str | None = None, template_dir: Path | None = None
) -> bytes:
    """Render a comparison as the PDF of its page. Raises `NoPrinter` as `print_page` does."""
    return print_page(to_html.render(comparison, lang=lang, template_dir=template_dir))


def print_page(html: bytes) -> bytes:
    """Print a page as PDF. Raises `NoPrinter` where nothing can print it."""
    failure = ""
    for browser in find_browsers():
        try:
            return _print_by_browser(browser, html)
        except (OSError, subprocess.SubprocessError) as error:
            failure = f"{Path(browser).name}: {_say_failure(error)}"
    if find_spec("weasyprint"):
        return _print_by_weasyprint(html)
    raise NoPrinter(failure)


def find_browsers() -> Iterator[str]:
    """Find browsers that print: the one named in CHROMIUM alone, else all on this machine."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else [*NAMES, *PLACES]:
        if found := shutil.which(name):
            yield found


def _print_by_browser(browser: str, html: bytes) -> bytes:
    with TemporaryDirectory(prefix="compare-reports-", ignore_cleanup_errors=True) as folder:
        page, paper = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_bytes(html)
        command = [browser, *FLAGS, f"--user-data-dir={Path(folder, 'profile')}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # a browser's own sandbox refuses to run as root
        subprocess.run(  # noqa: S603
            [*command, f"--print-to-pdf={paper}", page.as_uri()],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return paper.read_bytes()


def _say_failure(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return f"took more than {SECONDS} seconds"
    if isinstance(error, subprocess.CalledProcessError):
        return f"exit status {error.returncode}"
    return "wrote no file"


def _print_by_weasyprint(html: bytes) -> bytes:
    from weasyprint import HTML

    document: bytes = HTML(string=html.decode("utf-8"), url_fetcher=_refuse).write_pdf()
    return document


def _refuse(url: str, *_: object) -> dict[str, object]:
    raise ValueError(f"the page asks for nothing, yet here for {url}")
