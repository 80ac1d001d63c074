"""What a comparison says as tables of plain cells, one row a change, a figure or a section."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Link, Quantity, Section
from compare.renderers.records import relate_sections
from compare.renderers.view.figures import Figure
from compare.renderers.view.page import Page, Side
from compare.renderers.view.places import name_section
from compare.renderers.view.promises import Promise
from compare.renderers.view.rows import Row
from compare.renderers.view.statements import (
    list_sources,
    quote_goals,
    say_highlight,
    say_moves,
    say_places,
    say_result,
    say_shift,
    say_traits,
)

Cell = str | int | float | None
LONG = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, and how many letters wide it should be."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; a figure is a number, everything else text.

    ``heads`` are positions of rows that head what follows them.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[int, ...] = ()


def tabulate_summary(page: Page) -> Table:
    """Tabulate the headline, the counts, what matters most, doubts and sources."""
    labels, say = page.labels, page.labels.say
    title = say("title", issuer=page.issuer, old=page.old.name, new=page.new.name)
    rows: list[tuple[Cell, ...]] = [(title, "", "", ""), (page.headline, "", "", "")]
    rows += [("", "", "", ""), (say("nav.goals"), "", "", "")]
    rows += [
        (labels.name("shift", part.value), changes, "", "") for part, changes in page.tally.parts
    ]
    rows += [("", "", "", "")]
    heads = (0, 3, len(rows))
    rows += [(say("nav.highlights"), page.old.name, page.new.name, say("ledger.change"))]
    for line in (say_highlight(highlight, page) for highlight in page.highlights):
        rows.append((line.what, line.old, line.new, f"{line.happened} {line.id}".strip()))
    if page.promises:
        rows += [("", "", "", ""), (page.say_promises(), "", "", "")]
    rows += [("", "", "", "")]
    for note in page.notes:
        rows.append((f"{say('notes.title')}{labels.words['colon']}{note}", "", "", ""))
    rows += [(name, what, "", "") for name, what in list_sources(page)]
    columns = tuple(Column("", width) for width in (56, 22, 22, 48))
    return Table(say("nav.top"), columns, tuple(rows), heads)


def tabulate_goals(page: Page) -> Table:
    """Tabulate every change: what became of a goal and of its figures, where they stand."""
    labels, say = page.labels, page.labels.say
    columns = [Column(say("paper.id"), 7), Column(say("paper.status"), 10)]
    columns += [Column(say("paper.traits"), 22)]
    for side in (page.old, page.new):
        columns += [Column(say("paper.wording", name=side.name), 60)]
    for side in (page.old, page.new):
        columns += [Column(say("paper.place", name=side.name), 30)]
    columns += [Column(say("themes.theme"), 18), Column(labels.name("confidence", "title"), 12)]
    columns += [Column(say("paper.score"), 8), Column(say("why.reason"), 40)]
    columns += [Column(say("nav.ledger"), 36), Column(say("nav.delivery"), 36)]
    ledger: dict[str, list[Figure]] = {}
    promises = {promise.quantity: promise for promise in page.promises}
    for figure in page.figures:
        ledger.setdefault(f"c{figure.change + 1}", []).append(figure)
    rows = tuple(
        (*_list_cells(row, page), *_sum_figures(ledger.get(row.id, ()), promises, page))
        for row in page.rows
    )
    return Table(say("nav.goals"), tuple(columns), rows)


def _list_cells(row: Row, page: Page) -> tuple[Cell, ...]:
    labels = page.labels
    return (
        row.id,
        say_shift(row, labels).partition(" ")[2],
        say_traits(row, labels),
        "\n".join(quote_goals(row.old)),
        "\n".join(quote_goals(row.new)),
        say_places(page.old, row.old, labels),
        say_places(page.new, row.new, labels),
        labels.words["comma"].join(page.name_theme(theme) for theme in row.themes),
        labels.name("confidence", row.change.confidence),
        round(row.change.link.score, 3),
        "\n".join(span.of(page.new.report.document.text) for span in row.reasons),
    )


def _sum_figures(
    figures: Sequence[Figure], promises: Mapping[Quantity, Promise], page: Page
) -> tuple[str, str]:
    """Put a change's figures into a cell, a line each, and what came of the old ones in another."""
    lines, results = [], []
    for figure in figures:
        texts = " → ".join(text for text in (figure.old_text, figure.new_text) if text)
        lines.append(f"{figure.indicator} {texts}")
        if figure.old and (promise := promises.get(figure.old)):
            verdict = page.labels.name("verdict", promise.verdict)
            told = f"{figure.indicator} {say_result(promise, page)}".rstrip()
            results.append(f"{told}{page.labels.words['colon']}{verdict}")
    return "\n".join(lines), "\n".join(results)


def tabulate_targets(page: Page) -> Table:
    """Tabulate every figure of both plans, with what came of the old ones."""
    say = page.labels.say
    promises = {promise.quantity: promise for promise in page.promises}
    columns = [Column(say("paper.id"), 7), Column(say("ledger.indicator"), 34)]
    for side in (page.old, page.new):
        columns += [Column(say("paper.target", name=side.name), 18)]
        columns += [Column(say("paper.value", name=side.name), 14)]
        columns += [Column(say("paper.unit", name=side.name), 10)]
    columns += [Column(say("ledger.change"), 26), Column(say("delivery.result"), 18)]
    columns += [Column(say("delivery.verdict"), 12), Column(say("delivery.margin"), 12)]
    columns += [Column(say("paper.reason"), 40)]
    rows = []
    for figure in page.figures:
        promise = promises.get(figure.old) if figure.old else None
        rows.append((*_list_figure(figure, page), *_list_result(promise, page)))
    return Table(say("nav.ledger"), tuple(columns), tuple(rows))


def _list_figure(figure: Figure, page: Page) -> tuple[Cell, ...]:
    sides = ((figure.old, figure.old_text), (figure.new, figure.new_text))
    numbers = (
        cell
        for quantity, text in sides
        for cell in (text, _give_number(quantity), quantity.unit if quantity else "")
    )
    moves = say_moves(figure, page.labels)
    if not figure.paired:
        side = page.old if figure.side == "old" else page.new
        moves = page.labels.say(f"ledger.only_{figure.side}", name=side.name)
    return (f"c{figure.change + 1}", figure.indicator, *numbers, moves)


def _list_result(promise: Promise | None, page: Page) -> tuple[Cell, ...]:
    if promise is None:
        return ("",) * 4
    verdict = page.labels.name("verdict", promise.verdict)
    return (say_result(promise, page), verdict, promise.margin, promise.rule)


def _give_number(quantity: Quantity | None) -> float | None:
    value: Decimal | None = quantity.value if quantity else None
    return None if value is None else float(value)


def tabulate_sections(page: Page) -> Table:
    """Tabulate where the sections of the old report went, with the goals each holds."""
    say = page.labels.say
    columns = [Column(say("ledger.change"), 10)]
    for side in (page.old, page.new):
        columns += [Column(say("map.old_section", name=side.name), 50)]
        columns += [Column(say("paper.goals", name=side.name), 12)]
    columns += [Column(say("paper.score"), 8)]
    rows = [
        (
            _name_relation(link, page),
            *_list_sections(page.old, link.old),
            *_list_sections(page.new, link.new),
            round(link.score, 3),
        )
        for link in page.comparison.sections
    ]
    return Table(say("nav.map"), tuple(columns), tuple(rows))


def _name_relation(link: Link, page: Page) -> str:
    relation = relate_sections(link)
    family = "trait" if relation in ("split", "merged") else "shift"
    return page.labels.name(family, relation)


def _list_sections(side: Side, positions: Sequence[int]) -> tuple[Cell, Cell]:
    sections = [side.report.sections[position] for position in positions]
    goals = [_count_goals(side, section) for section in sections]
    return " / ".join(name_section(section, LONG) for section in sections), sum(goals)


def _count_goals(side: Side, section: Section) -> int:
    return sum(goal.span.start in section.span for goal in side.report.pledges)


TABLES: Sequence[Callable[[Page], Table]] = (
    tabulate_summary,
    tabulate_goals,
    tabulate_targets,
    tabulate_sections,
)
