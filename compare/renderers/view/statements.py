"""Lines of the page in plain words, for formats that have no marks of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from compare.languages.labels import Labels
from compare.model import Confidence, Report, Trait
from compare.renderers.view.figures import Figure
from compare.renderers.view.highlights import Highlight, Line
from compare.renderers.view.page import Page, Side
from compare.renderers.view.places import name_section, say_spot
from compare.renderers.view.promises import Promise
from compare.renderers.view.reading import say_reading
from compare.renderers.view.rows import SHAPES, TRAIT_SHAPES, Quote, Row
from compare.version import VERSION

LONG = 60


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the changes that matter most: what, what either report says, and what happened.

    ``id`` names the change, as everywhere; it is empty where a whole section is spoken of.
    """

    what: str
    old: str
    new: str
    happened: str
    tone: str
    id: str


def say_highlight(highlight: Highlight, page: Page) -> Statement:
    """Say one of the changes that matter most."""
    labels, line, figure = page.labels, highlight.line, highlight.figure
    shape = "−" if line in (Line.GONE, Line.SECTION_GONE) else "＋"
    facts = {"n": highlight.count, "total": highlight.total}
    if figure is None:
        side = page.old if line is Line.SECTION_GONE else page.new
        section = highlight.section
        name = name_section(section, LONG) if section else labels.say("list.without_section")
        what = f"{name} ({side.name})"
        said = labels.say(f"highlights.{line.value}", **facts)
        return Statement(what, "", "", f"{shape} {said}", highlight.tone, "")
    moved = line is Line.MOVED
    happened = (
        say_moves(figure, labels) if moved else f"{shape} {labels.say(f'highlights.{line.value}')}"
    )
    return Statement(
        figure.indicator or figure.new_text or figure.old_text,
        figure.old_text,
        figure.new_text,
        happened,
        highlight.tone,
        f"c{figure.change + 1}",
    )


def say_moves(figure: Figure, labels: Labels) -> str:
    """Say how a figure moved, each move by shape and word."""
    if not figure.moved:
        return labels.say("ledger.same") if figure.paired else ""
    return labels.words["separator"].join(
        f"{TRAIT_SHAPES.get(trait, '')} {_name_move(trait, figure, labels)}".strip()
        for trait in figure.moves
    )


def say_traits(row: Row, labels: Labels) -> str:
    """Say how a goal changed, beyond what its status says."""
    words = [labels.name("trait", trait) for trait in row.extra_traits]
    if row.change.confidence is Confidence.UNSURE:
        words.append(f"? {labels.say('list.doubt')}")
    return labels.words["separator"].join(words)


def say_shift(row: Row, labels: Labels) -> str:
    """Say a row's status by shape and word."""
    return f"{SHAPES[row.shift]} {labels.name('shift', row.shift)}"


def say_places(side: Side, quotes: Iterable[Quote], labels: Labels) -> str:
    """Say where goals stand: section, then the page where there are pages, else the line."""
    found: dict[str, None] = {}
    for quote in quotes:
        at, path = say_spot(side.report.document, quote.place, labels), quote.place.where
        found[f"{path}{labels.words['separator']}{at}" if path else at] = None
    return labels.words["comma"].join(found)


def quote_goals(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Give the wording of each goal of one side."""
    return tuple("".join(mark.text for mark in quote.marks) for quote in quotes)


def say_result(promise: Promise, page: Page) -> str:
    """Say the result of a target, and in which report it stands if not in the new one."""
    if not promise.source or not promise.result:
        return promise.result
    report = page.comparison.sources[promise.source]
    return f"{promise.result} ({_name_report(report, page.labels)})"


def list_sources(page: Page) -> tuple[tuple[str, str], ...]:
    """List the reports, each with how it was read and its checksum, then program and settings."""
    labels, comparison = page.labels, page.comparison
    separator = labels.words["separator"]
    reports = [(side.name, side.report) for side in (page.old, page.new)]
    reports += [(_name_report(report, labels), report) for report in comparison.results]
    sources = [
        source
        for name, report in reports
        for source in (
            (name, separator.join(_describe(report, labels))),
            *((f"{name} {what}", said) for what, said in say_reading(report, labels)),
        )
    ]
    settings = separator.join(f"{key} = {value}" for key, value in comparison.settings)
    return (
        *sources,
        (labels.say("making.version"), f"compare-reports {VERSION}"),
        (labels.say("making.settings"), settings or labels.say("making.default")),
    )


def _name_report(report: Report, labels: Labels) -> str:
    """Name a further report by its year, or by its file."""
    file = PurePath(report.document.name).name
    return labels.say("year", year=report.year) if report.year else file


def _describe(report: Report, labels: Labels) -> Iterable[str]:
    file = PurePath(report.document.name).name
    yield from dict.fromkeys(filter(None, (report.title, file)))
    yield f"{labels.say('making.sha256')} {report.document.digest}"


def _name_move(trait: Trait, figure: Figure, labels: Labels) -> str:
    if trait is Trait.BOUND_CHANGED and figure.new:
        return labels.name("bound", figure.new.comparator)
    return labels.name("trait", trait)
