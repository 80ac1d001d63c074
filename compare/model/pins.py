"""What a user has decided about two reports, to be kept to in every run."""

from dataclasses import dataclass
from enum import StrEnum

from compare.model.reports import Role


class Decision(StrEnum):
    """Whether two goals go together, or never do."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a goal or heading is known by; ``line`` (from 1) tells it from others like it."""

    text: str
    line: int | None = None

    def stands_in(self, text: str) -> bool:
        """Tell whether the words stand in a text; blanks, breaks and case do not count.

        >>> Quote("新增 就业").stands_in("城镇新增就业25万人")
        True
        """
        return squeeze(self.text) in squeeze(text)


def squeeze(text: str) -> str:
    """Leave out what may differ between a text and a quote of it: blanks, breaks and case."""
    return "".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Pin:
    """What was decided about a goal of the old report and one of the new."""

    decision: Decision
    old: Quote
    new: Quote


@dataclass(frozen=True, slots=True)
class RolePin:
    """What the sections do whose headings hold these words; ``side`` is old or new."""

    side: str
    heading: Quote
    role: Role


@dataclass(frozen=True, slots=True)
class Pins:
    """All that a file of pins decides; ``name`` is the name it goes by."""

    goals: tuple[Pin, ...] = ()
    roles: tuple[RolePin, ...] = ()
    name: str = ""

    def roles_of(self, side: str) -> tuple[RolePin, ...]:
        """Give what was decided about the headings of the old or of the new report."""
        return tuple(pin for pin in self.roles if pin.side == side)
