"""What the matcher sees of a report: a list of units, each a wording and what stands around it."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from compare.model import Quantity

if TYPE_CHECKING:
    from compare.alignment.arrays import Places

# Where a clause ends: Chinese marks anywhere, Western ones before a blank or the end.
CLAUSE_END = re.compile(r"(?<=[，；。！？：])|(?<=[,;.!?:])(?=\s|$)|(?<=[,;:])(?=[^\x00-\xff])")
SHORT = 4  # characters: a shorter clause names nothing by itself


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be matched.

    ``sentence`` is the sentence around it, and empty where the wording is all there is;
    ``place`` tells two sentences of the same words apart; ``section`` is the path of headings;
    ``figures`` are those of the goal.
    """

    wording: str
    sentence: str = ""
    place: int = -1
    section: tuple[str, ...] = ()
    figures: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class Side:
    """The units of one report, with their sentences and sections told apart."""

    units: tuple[Unit, ...]

    def __len__(self) -> int:
        return len(self.units)

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """What each unit says."""
        return tuple(unit.wording for unit in self.units)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in order, each once however many units it holds."""
        return tuple(units[0].sentence or units[0].wording for units in self._by_sentence)

    @cached_property
    def sentence_of(self) -> "Places":
        """The position of each unit's sentence."""
        import numpy as np

        return np.repeat(np.arange(len(self._by_sentence)), [*map(len, self._by_sentence)])

    @cached_property
    def section_of(self) -> "Places":
        """A number for each unit's section."""
        return number(unit.section for unit in self.units)

    @cached_property
    def _by_sentence(self) -> list[list[Unit]]:
        keys = {index: _name_sentence(unit, index) for index, unit in enumerate(self.units)}
        groups = groupby(keys, key=keys.__getitem__)
        return [[self.units[index] for index in group] for _, group in groups]


def _name_sentence(unit: Unit, index: int) -> Hashable:
    return (unit.place, unit.sentence) if unit.sentence else index


def number(things: Iterable[Hashable]) -> "Places":
    """Give things numbers in the order they first appear.

    >>> number("abac").tolist()
    [0, 1, 0, 2]
    """
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], np.int64)


@lru_cache(maxsize=50_000)
def split_clauses(wording: str) -> tuple[str, ...]:
    """Cut a wording at its commas; what is too short stays with the clause before it.

    >>> split_clauses("稳就业，促增收，确保居民收入稳步增长。")
    ('稳就业，', '促增收，', '确保居民收入稳步增长。')
    """
    clauses: list[str] = []
    for piece in CLAUSE_END.split(wording):
        if clauses and len(piece.strip()) < SHORT:
            clauses[-1] += piece
        elif piece.strip():
            clauses.append(piece)
    return tuple(clauses) or (wording,)
