"""``compare-reports timeline``: many years."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.options import (
    EMBEDDER,
    INDICATORS,
    LANGUAGE,
    READING,
    REPORT,
    TEMPLATES,
    THEMES,
    read_input,
)
from compare.cli.output import STDOUT, warn, write_whole
from compare.cli.progress import wake_embedder
from compare.errors import ReadError, UnknownOutput
from compare.renderers import TIMELINE_RENDERERS

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from compare.cache import Cache
    from compare.model import Note, Report
    from compare.model.timelines import Timeline

USUAL = next(iter(TIMELINE_RENDERERS))


@click.command()
@click.argument("files", type=REPORT, nargs=-1, required=True, metavar="FILE FILE…")
@click.option(
    "-o",
    "--output",
    type=REPORT,
    metavar="OUT",
    help=f"File to write; - is standard output.  [default: reports/timeline-FIRST-LAST.{USUAL}]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(TIMELINE_RENDERERS)),
    help=f"Format of the result; by default the ending of OUT decides, else {USUAL}.",
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of the result; by default that of the reports.",
)
@READING
@LANGUAGE
@click.option(
    "--year",
    "years",
    metavar="FILE=YEAR",
    multiple=True,
    help="Year of a report, where none or a wrong one is found in it; may be given again.",
)
@THEMES
@INDICATORS
@EMBEDDER
@TEMPLATES
@click.option(
    "--cache-dir",
    type=REPORT,
    metavar="DIR",
    help="Where to keep what was worked out, so that a year more costs a year.  [default: the"
    " user's folder for caches]",
)
@click.option("--no-cache", is_flag=True, help="Keep nothing, and use nothing kept.")
@click.option(
    "--strict",
    is_flag=True,
    help="Stop at the first report that cannot be used, rather than leave it out with a warning.",
)
@click.option(
    "--pairs",
    is_flag=True,
    help="Also write the full comparison of every two years, into the folder OUT-pairs beside the"
    " page, whose table of years then leads to them.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def timeline(
    files: tuple[Path, ...],
    output: Path | None,
    format_: str | None,
    lang: str | None,
    language: str | None,
    years: tuple[str, ...],
    themes: Path | None,
    indicators: Path | None,
    embedder: str | None,
    template_dir: Path | None,
    cache_dir: Path | None,
    no_cache: bool,
    strict: bool,
    pairs: bool,
    quiet: bool,
) -> None:
    """Follow every goal, target and theme through the reports of many years.

    FILEs are reports of one organisation in any order, one a year; a year without a report is
    shown as missing. Each goal is traced from its first year to its last: carried, asleep,
    taken up again, dropped, split and merged; each target with its results.

    \b
    Examples:
        compare-reports timeline 2016.txt 2017.txt 2018.docx 2019.pdf
        compare-reports timeline reports/*.txt -o years.json
    """
    from compare.cache import Cache
    from compare.pipeline import read_indicators, read_themes
    from compare.renderers import render

    chosen = _choose_format(output, format_, pairs)
    cache = None if no_cache else Cache(cache_dir)
    dated = _parse_years(years, files)
    reports, left_out = _read_all(files, language, dated, cache, strict, quiet)
    spoken = reports[0].language if reports else "en"
    settings: dict[str, Any] = {
        "themes": read_themes(themes) if themes else None,
        "indicators": read_indicators(indicators, spoken) if indicators else None,
        "embedder": wake_embedder(embedder, quiet=quiet),
        "cache": cache,
    }
    found = _build(reports, quiet, notes=left_out, strict=strict, **settings)
    target = output or _name_output(found, chosen)
    looks: dict[str, Any] = {"lang": lang, "template_dir": template_dir}
    if pairs:
        _write_pairs(found, target, looks, quiet, settings)
    else:
        write_whole(render(found, chosen, **looks), target)
    _tell(found, target, quiet=quiet)


def _choose_format(output: Path | None, given: str | None, pairs: bool) -> str:
    chosen = given or (USUAL if output in (None, STDOUT) else output.suffix.lstrip("."))
    if pairs and (chosen != "html" or output == STDOUT):
        raise click.UsageError("--pairs goes with a page: let OUT end in .html")
    if chosen not in TIMELINE_RENDERERS:  # said before the work, not after it
        raise UnknownOutput(chosen, TIMELINE_RENDERERS)
    return chosen


def _parse_years(given: tuple[str, ...], files: tuple[Path, ...]) -> dict[Path, int]:
    """Read FILE=YEAR; the file goes by its path or by its name."""
    years: dict[Path, int] = {}
    for entry in given:
        name, _, year = entry.rpartition("=")
        named = [file for file in files if name in (str(file), file.name)]
        if not (named and year.isdecimal() and 1900 <= int(year) <= 2200):
            raise click.BadParameter(f"{entry}: write FILE=YEAR, with one of the files given")
        years |= dict.fromkeys(named, int(year))
    return years


def _read_all(
    files: tuple[Path, ...],
    language: str | None,
    years: dict[Path, int],
    cache: "Cache | None",
    strict: bool,
    quiet: bool,
) -> tuple[list["Report"], list["Note"]]:
    """Read every file; one that cannot be read is noted, or the end of it if ``strict``."""
    from compare.doubts import make_note

    reports, notes = [], []
    with _show_progress("reading", len(files), quiet) as bar:
        for file in files:
            try:
                reports.append(read_input(file, None, language, years.get(file), cache=cache))
            except ReadError as error:
                if strict:
                    raise
                notes.append(make_note("timeline-unreadable", problem=str(error)))
            bar.update(1)
    return reports, notes


def _build(reports: list["Report"], quiet: bool, **settings: Any) -> "Timeline":
    from compare.timeline import build_timeline

    with _show_progress("comparing", 1, quiet) as bar:

        def tick(done: int, pairs: int) -> None:
            bar.length = pairs
            bar.update(done - bar.pos)

        return build_timeline(reports, tick=tick, **settings)


def _write_pairs(
    found: "Timeline",
    target: Path,
    looks: dict[str, Any],
    quiet: bool,
    settings: dict[str, Any],
) -> None:
    """Write the page last, so that it leads nowhere in vain."""
    from compare.renderers import render
    from compare.renderers.timeline.to_html import render as render_page
    from compare.renderers.timeline.years import name_pair
    from compare.timeline import compare_pairs

    folder = target.with_name(f"{target.stem}-pairs")
    count = len(found.reports) * (len(found.reports) - 1) // 2
    with _show_progress("pairs", count, quiet) as bar:
        for one in compare_pairs(found, **settings):
            name = name_pair(one.old.year or 0, one.new.year or 0)
            write_whole(render(one, "html", **looks), folder / name)
            bar.update(1)
    write_whole(render_page(found, **looks, pairs=folder.name), target)


def _show_progress(label: str, length: int, quiet: bool) -> "ProgressBar[int]":
    """Show a bar on a terminal's standard error; a pipe or a log is spared."""
    shown = not quiet and sys.stderr.isatty()
    file = sys.stderr if shown else io.StringIO()
    return click.progressbar(length=length, label=f"{label:9}", file=file)


def _name_output(timeline: "Timeline", ending: str) -> Path:
    return Path("reports") / f"timeline-{timeline.years[0]}-{timeline.years[-1]}.{ending}"


def _tell(timeline: "Timeline", target: Path, *, quiet: bool) -> None:
    if quiet:
        return
    warn([note.text for note in timeline.all_notes])
    if target == STDOUT:
        return
    missing = f"; no report of {', '.join(map(str, timeline.missing))}" * bool(timeline.missing)
    years = f"{timeline.years[0]}–{timeline.years[-1]}"
    click.echo(f"{years}: {len(timeline.reports)} reports{missing}")
    whole = sum(thread.stated == len(timeline.reports) for thread in timeline.threads)
    click.echo(f"{len(timeline.threads)} threads of goals, {whole} of them in every report")
    click.echo(f"\n{target}")
