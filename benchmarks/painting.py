"""Time a page of thousands of goals in a real browser: first paint, scrolling, filter, search.

OLD and NEW are grown, as in growth.py, until both plans have ``--goals`` goals; with ``--page``
a page that is there already is timed instead. Every round opens the page in a browser of its own,
as a reader does who opens a file. A frame of the scroll is the time from one animation frame to
the next while the page goes from top to bottom, a screen at a time. A filter and a search count
from the click, or the last key, to the frame that shows what they found.
"""

import argparse
import os
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from growth import find_common, vary

BARS = {"first paint": 1000, "first contentful paint": 1000, "longest frame": 100}

PAINTS = """() => Object.fromEntries([
    ...performance.getEntriesByType("paint").map((entry) => [entry.name, entry.startTime]),
    ["ready", performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd],
])"""

SCROLL = """async (share) => {
    const frame = () => new Promise(requestAnimationFrame);
    const frames = [];
    await frame();
    let last = await frame();
    for (let before = -1; before !== scrollY;) {
        before = scrollY;
        scrollBy(0, share * innerHeight);
        const now = await frame();
        frames.push(now - last);
        last = now;
    }
    return frames;
}"""

# Until a frame after the one in which the number of rows shown is another one.
ACT = """async ([selector, text]) => {
    const frame = () => new Promise(requestAnimationFrame);
    const count = () => document.querySelector("#position").textContent;
    const before = count();
    await frame();
    const start = performance.now();
    const target = document.querySelector(selector);
    if (text) {
        target.value = text;
        target.dispatchEvent(new Event("input", { bubbles: true }));
    } else target.click();
    while (count() === before && performance.now() - start < 30000) await frame();
    await frame();
    return performance.now() - start;
}"""


def build_page(old: Path, new: Path, goals: int) -> bytes:
    """Compare two reports grown until each plan has so many goals, and write their page."""
    from compare import compare_reports, read_report, render

    reports = [read_report(path) for path in (old, new)]
    common = find_common([report.document.text for report in reports])
    grown = [grow_report(report, goals, common) for report in reports]
    print(", ".join(f"{len(report.pledges)} goals" for report in grown), end="; ")
    return render(compare_reports(*grown), "html")


def grow_report(report: Any, goals: int, common: frozenset[str]) -> Any:
    """Read a report whose plan is the plan of another, and variants of it, section by section."""
    from compare import read_report

    text = report.document.text
    sections = [section for section in report.sections if section.role == "plan"]
    plan = [f"# {report.title}", f"## {sections[0].heading.of(text)}"]
    for copy in range(goals // len(report.pledges) + 1):
        at = None
        for goal in report.pledges:
            heading = report.path_to(goal.span.start)[-1].heading
            if heading != at:
                plan.append(f"### {vary(heading.of(text), copy, common)}")
            at = heading
            plan.append(vary(goal.span.of(text).rstrip("。；，,;."), copy, common) + "。")
    grown = "\n\n".join(plan).encode("utf-8")
    return read_report(grown, name="plan.md", year=report.year, language=report.language)


def time_page(browser: Any, page: Path, width: int, term: str) -> dict[str, float]:
    """Open a page once, scroll through it, press a filter and search."""
    view = browser.new_page(viewport={"width": width, "height": 900})
    view.goto(page.as_uri(), wait_until="load")
    view.wait_for_timeout(500)
    paints = view.evaluate(PAINTS)
    frames = view.evaluate(SCROLL, 0.9)
    timed = {
        "first paint": paints["first-paint"],
        "first contentful paint": paints["first-contentful-paint"],
        "ready": paints["ready"],
        "longest frame": max(frames),
        "frame": statistics.median(frames),
        "filter": view.evaluate(ACT, ['.chip[data-value="dropped"]', ""]),
        "search": view.evaluate(ACT, ["#search", term]),
    }
    view.close()
    return timed


def measure(page: Path, rounds: int, width: int, term: str) -> list[dict[str, float]]:
    """Time a page round after round, in a fresh browser each."""
    from playwright.sync_api import sync_playwright

    from compare.renderers.to_pdf import find_browsers

    found = next(iter(find_browsers()), None)
    timed = []
    with sync_playwright() as playwright:
        for _ in range(rounds):
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            timed.append(time_page(browser, page, width, term))
            browser.close()
    return timed


def show(rounds: Sequence[dict[str, float]]) -> None:
    """Print the median and the range of what was timed, and whether it is within its bar."""
    for name in rounds[0]:
        times = sorted(timed[name] for timed in rounds)
        middle, bar = statistics.median(times), BARS.get(name)
        said = "" if bar is None else f"  (bar {bar}) {'ok' if middle < bar else 'OVER'}"
        print(f"{name:24} {middle:6.0f} ms  ({times[0]:.0f} to {times[-1]:.0f}){said}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path, nargs="?")
    parser.add_argument("new", type=Path, nargs="?")
    parser.add_argument("--page", type=Path, help="time this page")
    parser.add_argument("--keep", type=Path, help="write the page that is made here")
    parser.add_argument("--goals", type=int, default=5000, help="goals of each plan")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--term", default="就业", help="what is searched for")
    known = parser.parse_args()
    if not known.page and not known.new:
        parser.error("name two reports, or a page")
    with tempfile.TemporaryDirectory() as folder:
        page = known.page or known.keep or Path(folder, "page.html")
        if not known.page:
            page.write_bytes(build_page(known.old, known.new, known.goals))
        load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
        print(f"{page.stat().st_size / 1e6:.1f} MB; load {load} on {os.cpu_count()} cores")
        show(measure(page.resolve(), known.rounds, known.width, known.term))


if __name__ == "__main__":
    main()
