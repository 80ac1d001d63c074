"""How rows are listed: under which heading, and behind which filters."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from compare.languages.labels import Labels
from compare.model import Confidence, Trait
from compare.renderers.view.places import Atlas, Group, name_section
from compare.renderers.view.rows import SHAPES, TRAIT_SHAPES, Row
from compare.renderers.view.tally import Shift

LONG = 60
SHIFTED = frozenset({Trait.RAISED, Trait.LOWERED})  # what a shift says already


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: ``family`` and ``value`` as rows carry them, and how many rows pass."""

    family: str
    value: str
    shape: str
    rows: int


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one section: of the new plan, or, for what it does not repeat, of the old one."""

    side: str
    title: str
    rows: tuple[Row, ...]

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows that have something to tell."""
        return tuple(row for row in self.rows if not row.unchanged)

    @property
    def unchanged(self) -> tuple[Row, ...]:
        """The rows that a page folds away."""
        return tuple(row for row in self.rows if row.unchanged)


def name_group(group: Group, labels: Labels, limit: int = LONG) -> str:
    """Name a group of goals by its section."""
    if group.section is None:
        return labels.say("list.without_section")
    opening = f" {labels.say('map.opening')}" if group.opening else ""
    return f"{name_section(group.section, limit)}{opening}"


def group_rows(rows: Iterable[Row], old: Atlas, new: Atlas, labels: Labels) -> tuple[RowGroup, ...]:
    """Group rows in the new report's order, then what only the old one has in its own order."""
    by_group: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        key = ("old", row.old_group or 0) if row.new_group is None else ("new", row.new_group)
        by_group.setdefault(key, []).append(row)
    return tuple(
        RowGroup(
            side,
            name_group((old if side == "old" else new).groups[number], labels),
            tuple(sorted(by_group[side, number], key=_find_order)),
        )
        for side, number in sorted(by_group)
    )


def list_chips(rows: Iterable[Row]) -> tuple[Chip, ...]:
    """List the filters that something passes, with the number of rows that do."""
    shifts, traits, unsure = Counter[Shift](), Counter[Trait](), 0
    for row in rows:
        shifts[row.shift] += 1
        traits.update(row.change.traits)
        unsure += row.change.confidence is Confidence.UNSURE
    chips = [Chip("shift", shift, SHAPES[shift], shifts[shift]) for shift in Shift if shifts[shift]]
    chips += [
        Chip("trait", trait, TRAIT_SHAPES.get(trait, ""), traits[trait])
        for trait in Trait
        if traits[trait] and trait not in SHIFTED
    ]
    return (*chips, *([Chip("confidence", Confidence.UNSURE, "?", unsure)] if unsure else []))


def _find_order(row: Row) -> tuple[int, ...]:
    return row.change.link.new or row.change.link.old
