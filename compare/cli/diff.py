"""``compare-reports diff``: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import (
    CROSS_LANGUAGE,
    EMBEDDER,
    FORMAT_IN,
    INDICATORS,
    LANGUAGE,
    PINS,
    READING,
    REPORT,
    RESULTS,
    TEMPLATES,
    THEMES,
    forbid_two_pipes,
    read_input,
    year_option,
)
from compare.cli.output import STDOUT, warn, write_whole
from compare.cli.progress import wake_embedder
from compare.renderers import RENDERERS

if TYPE_CHECKING:
    from compare.model import Comparison, Pins


@click.command()
@click.argument("old", type=REPORT)
@click.argument("new", type=REPORT)
@click.option(
    "-o",
    "--output",
    type=REPORT,
    metavar="OUT",
    help="File to write; - is standard output.  [default: reports/OLD-vs-NEW.html]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(RENDERERS)),
    help="Format of the result; by default the ending of OUT decides, else html.",
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of the result; by default that of the reports.",
)
@FORMAT_IN
@READING
@LANGUAGE
@year_option("--old-year", "OLD")
@year_option("--new-year", "NEW")
@PINS
@THEMES
@INDICATORS
@RESULTS
@EMBEDDER
@CROSS_LANGUAGE
@TEMPLATES
@click.option("--check", is_flag=True, help="Exit with status 1 if anything changed.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def diff(
    old: Path,
    new: Path,
    output: Path | None,
    format_: str | None,
    lang: str | None,
    format_in: str | None,
    language: str | None,
    old_year: int | None,
    new_year: int | None,
    pins: Path | None,
    themes: Path | None,
    indicators: Path | None,
    results: tuple[Path, ...],
    embedder: str | None,
    cross_language: bool,
    template_dir: Path | None,
    check: bool,
    quiet: bool,
) -> None:
    """Say what became of every goal of OLD in NEW.

    OLD and NEW are two reports of one organisation: .docx, .pdf, .html, .txt, .md, .doc, a .zip
    of one of these, or - for standard input. The page shows what was carried, raised, lowered,
    dropped and added, side by side, with every claim's place in the source; it is one file,
    works offline and can be mailed. Papers to attach: .docx, .xlsx, .csv, .md, .pdf.

    \b
    Examples:
        compare-reports diff 2020.md 2024.txt
        compare-reports diff 2020.md 2024.txt -o change.html --lang en
        compare-reports diff 2020.md 2024.txt -o briefing.docx
        compare-reports diff 2020.pdf 2024.docx -o - --format json | jq .goals
    """
    from compare.pipeline import compare_reports, read_indicators, read_themes
    from compare.renderers import render

    target, chosen = _choose_output(old, new, output, format_)
    decided = _read_decisions(pins)
    before = read_input(old, format_in, language, old_year, decided.roles_of("old"))
    after = read_input(new, format_in, language, new_year, decided.roles_of("new"))
    comparison = compare_reports(
        before,
        after,
        results=[read_input(path, format_in, language, None) for path in results],
        pins=decided,
        themes=read_themes(themes) if themes else None,
        indicators=read_indicators(indicators, before.language) if indicators else None,
        embedder=wake_embedder(embedder, quiet=quiet, needed=cross_language),
        cross_language=cross_language,
    )
    write_whole(render(comparison, chosen, lang=lang, template_dir=template_dir), target)
    _tell(comparison, target, lang, quiet=quiet)
    raise click.exceptions.Exit(int(check and comparison.has_changes))


def _read_decisions(path: Path | None) -> "Pins":
    from compare.model import Pins
    from compare.pipeline import read_pins

    return read_pins(path) if path else Pins()


def _choose_output(
    old: Path, new: Path, output: Path | None, format_: str | None
) -> tuple[Path, str]:
    """Give the file to write and its format, where at most one report is piped in."""
    forbid_two_pipes(old, new)
    if output:
        return output, format_ or ("html" if output == STDOUT else output.suffix)
    names = "-vs-".join("stdin" if path == STDOUT else path.stem for path in (old, new))
    ending = format_ or "html"
    return Path("reports") / f"{names}.{ending}", ending


def _tell(comparison: "Comparison", target: Path, lang: str | None, *, quiet: bool) -> None:
    if quiet:
        return
    warn([note.text for note in comparison.all_notes])
    if target != STDOUT:
        from compare.cli.summary import summarize

        summarize(comparison, lang)
        click.echo(f"\n{target}")
