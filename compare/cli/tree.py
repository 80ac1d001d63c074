"""An outline drawn for a terminal: the tree, what was left out, and the ledger of the reading."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import click

from compare.cli.layout import find_width, measure, pad, wrap
from compare.languages.labels import Labels
from compare.ledger import trust_heading
from compare.model import Confidence, Ignored, Report, Role, Section
from compare.renderers.view.places import Atlas
from compare.renderers.view.reading import say_note, say_reading

MARKS = {Confidence.SURE: " ", Confidence.LIKELY: "·", Confidence.UNSURE: "?"}
_MARKS = {trust.value: mark for trust, mark in MARKS.items()}
COLOURS = {Role.PLAN: "blue", Role.REVIEW: "green"}
PLACE = 5  # columns for the number of a line or a page
QUOTED = 60  # characters, at most, of a stretch that was left out
INDENT = 2


def draw_outline(report: Report, labels: Labels) -> Iterator[str]:
    """Draw an outline as lines no wider than the terminal."""
    sheet = _Sheet(report, labels)
    yield draw_head(report, labels)
    for part in (sheet.draw_tree, sheet.draw_ignored, sheet.draw_reading, sheet.draw_notes):
        lines = tuple(part())
        if lines:
            yield ""
            yield from lines


def draw_head(report: Report, labels: Labels) -> str:
    """Say in one line which report this is."""
    year = labels.say("year", year=report.year) if report.year else ""
    facts = (report.title or PurePath(report.document.name).name, report.issuer, year)
    return click.style(labels.words["separator"].join(filter(None, facts)), bold=True)


def name_heading(section: Section) -> str:
    """Set number and title of a heading side by side, as they are printed.

    1. Jobs, First, jobs, （一）就业, 第一 就业, 一是促进就业
    """
    number, title = section.number, section.title
    if not number:
        return title
    if number[-1].isascii() and number[-1].isalnum():
        return f"{number}{', ' if title[0].islower() else '. '}{title}"
    return f"{number}{' ' * number[-1].isnumeric()}{title}"


def place(atlas: Atlas, offset: int) -> str:
    """Say where a place of the text is: its page where there are pages, else its line."""
    number = atlas.report.document.page_at(offset) or atlas.count_lines(offset)
    return f"{number:>{PLACE}}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, and what stands right of it: what its part does, of which year, how many goals."""

    section: Section
    cells: tuple[str, str, str]


class _Sheet:
    """Draws the parts of an outline, each as the lines of its own."""

    def __init__(self, report: Report, labels: Labels) -> None:
        self.report, self.labels, self.say = report, labels, labels.say
        self.atlas = Atlas(report)
        self.width = find_width()
        self.starts = [goal.span.start for goal in report.goals]

    def draw_tree(self) -> Iterator[str]:
        """Draw the headings, a line each where they fit."""
        rows = tuple(self.list_rows(self.report.outline))
        if not rows:
            return
        keys = ("does", "of_year", "holds")
        heads = tuple(self.say(f"reading.{key}") for key in keys)
        columns = zip(heads, *(row.cells for row in rows), strict=True)
        wide = [max(map(measure, column)) for column in columns]
        room = self.width - PLACE - 3 - sum(wide) - INDENT * len(wide)
        paged = "page" if self.report.document.pages else "line"
        left = pad(self.say(f"reading.{paged}"), PLACE, right=True) + "   "
        yield click.style(
            left + pad(self.say("reading.heading"), room) + _set_cells(heads, wide), dim=True
        )
        for row in rows:
            yield from self.draw_row(row, room, wide)
        if any(trust is not Confidence.SURE for trust in map(self.trust, self.report.sections)):
            yield click.style(" " * (PLACE + 1) + self.say("reading.marks", **_MARKS), dim=True)

    def draw_row(self, row: _Row, room: int, wide: Sequence[int]) -> Iterator[str]:
        section = row.section
        before = " " * (INDENT * (section.level - 1))
        first, *rest = wrap(name_heading(section), room - len(before))
        title = click.style(pad(before + first, room), bold=section.level == 1)
        cells = click.style(_set_cells(row.cells, wide).rstrip(), fg=COLOURS.get(section.role))
        left = f"{place(self.atlas, section.span.start)} {MARKS[self.trust(section)]} "
        yield f"{left}{title}{cells}".rstrip()
        yield from (" " * (PLACE + 3) + before + line for line in rest)

    def trust(self, section: Section) -> Confidence:
        return trust_heading(section.evidence, self.report.document.format)

    def list_rows(
        self, sections: Sequence[Section], above: Section | None = None
    ) -> Iterator[_Row]:
        """List the headings; role and year are said where they are not those of the part above."""
        for section in sections:
            role = self.labels.name("role", section.role)
            year = str(section.year or "")
            start, end = (
                bisect_left(self.starts, at) for at in (section.span.start, section.span.end)
            )
            told = (
                "" if above and above.role is section.role else role,
                "" if above and above.year == section.year else year,
                f"{end - start or ''}",
            )
            yield _Row(section, told)
            yield from self.list_rows(section.children, section)

    def draw_ignored(self) -> Iterator[str]:
        """Draw what was not counted: where, how much, why, and how it begins."""
        if self.report.ignored:
            yield click.style(self.say("reading.ignored"), bold=True)
        for part in self.report.ignored:
            yield self.quote(part)

    def quote(self, part: Ignored) -> str:
        reason = self.labels.name("reason", part.reason)
        size = self.say("making.characters", n=f"{len(part.span):,}")
        left = f"{place(self.atlas, part.span.start)}   {size} · {reason}  "
        text = " ".join(part.span.of(self.report.document.text)[: QUOTED * 2].split())
        shown = wrap(text[:QUOTED], max(self.width - measure(left) - 1, 1))[0]
        return left + click.style(shown + "…" * (len(shown) < len(text)), dim=True)

    def draw_reading(self) -> Iterator[str]:
        """Draw the ledger in two columns."""
        rows = say_reading(self.report, self.labels)
        left = max(measure(name) for name, _ in rows) + INDENT
        yield click.style(self.say("reading.title"), bold=True)
        for name, text in rows:
            for k, line in enumerate(wrap(text, self.width - left)):
                yield pad("" if k else name, left) + line

    def draw_notes(self) -> Iterator[str]:
        """Draw what is doubtful about the reading."""
        if self.report.notes:
            yield click.style(self.say("notes.title"), bold=True)
        for note in self.report.notes:
            lines = wrap(say_note(note, self.labels), self.width - INDENT)
            for k, line in enumerate(lines):
                yield click.style(f"{'  ' if k else '! '}{line}", fg="yellow")


def _set_cells(cells: Sequence[str], wide: Sequence[int]) -> str:
    return "".join(
        " " * INDENT + pad(cell, width, right=k == len(wide) - 1)
        for k, (cell, width) in enumerate(zip(cells, wide, strict=True))
    )
