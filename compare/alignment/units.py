"""What the matcher sees of a report: a list of units, each a wording and what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.model import Quantity

# Where a clause ends: Chinese marks anywhere, Western ones before a blank or the end.
CLAUSE_END = re.compile(r"(?<=[，；。！？：])|(?<=[,;.!?:])(?=\s|$)|(?<=[,;:])(?=[^\x00-\xff])")
SHORT = 4  # characters: a shorter clause names nothing by itself


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be matched.

    ``sentence`` is the sentence around it, or empty where the wording is all there is;
    ``section`` the path of headings that leads to it.
    """

    wording: str
    sentence: str = ""
    section: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()


def split_clauses(wording: str) -> list[str]:
    """Cut a wording at its commas; what is too short stays with the clause before it.

    >>> split_clauses("稳就业，促增收，确保居民收入稳步增长。")
    ['稳就业，', '促增收，', '确保居民收入稳步增长。']
    """
    clauses: list[str] = []
    for piece in CLAUSE_END.split(wording):
        if clauses and len(piece.strip()) < SHORT:
            clauses[-1] += piece
        elif piece.strip():
            clauses.append(piece)
    return clauses or [wording]


class Side:
    """The units of one report, with their clauses, sentences and sections told apart."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self.wordings = [unit.wording for unit in units]

    def __len__(self) -> int:
        return len(self.units)

    @cached_property
    def clauses(self) -> list[list[str]]:
        """The clauses of every unit."""
        return [split_clauses(wording) for wording in self.wordings]

    @cached_property
    def sentences(self) -> list[str]:
        """Every sentence once where units in a row share it, in order."""
        found: list[str] = []
        self.sentence_of = []
        for unit in self.units:
            sentence = unit.sentence or unit.wording
            if not found or found[-1] != sentence or not unit.sentence:
                found.append(sentence)
            self.sentence_of.append(len(found) - 1)
        return found
