"""What was worked out about reports, and need not be again."""

from collections.abc import Callable
from typing import TypeVar

from compare.cache import Cache, digest
from compare.model import Report

T = TypeVar("T")


class Memory:
    """Answers about reports, from a cache where there is one.

    A report goes by all that was read in it, whatever its file is called. ``manner`` is what else
    decides about every answer.
    """

    def __init__(self, cache: Cache | None = None, *manner: object) -> None:
        self._cache, self._manner = cache, manner
        self._names: dict[int, tuple[Report, str]] = {}

    def recall(
        self, kind: type[T], what: str, answer: Callable[[], T], *reports: Report, more: object = ()
    ) -> T:
        """Give what there is to say about reports: a noun of a kind, kept or worked out.

        ``more`` is what decides about this answer besides.
        """
        if self._cache is None:
            return answer()
        names = tuple(map(self._name, reports))
        return self._cache.recall(kind, digest(what, self._manner, names, more), answer)

    def _name(self, report: Report) -> str:
        if id(report) not in self._names:
            told = report.language, report.year, report.document.text, report.ignored
            name = digest(*told, report.outline, report.goals)
            self._names[id(report)] = report, name  # while it is held, its number is its own
        return self._names[id(report)][1]


FORGETFUL = Memory()  # works out all anew
