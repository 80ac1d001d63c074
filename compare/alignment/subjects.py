"""What texts are about, as fine as an analyst tells goals apart: 医联体 is not 公立医院改革.

Each language has a file of subjects: programmes, kinds of projects, indicators, groups served,
institutions, reforms. A line holds a subject's key, the same in all languages, a TAB, and the
wordings it goes by, parted by ``|``; ``A~B`` stands for A with B soon after it in one clause.
Texts that share a subject may share no word: 光网城市, 光纤到户 and 宽带提速 are one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from compare.alignment.features import Features, code_points
from compare.alignment.vectors import DATA
from compare.languages import get_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.alignment.arrays import Keys, Places

_AND = "~"
_STOPS = re.compile(r"[\n，。；：、,.;:]")  # what a subject named by two wordings does not span
_TOP = 22  # bits of a wording's mark: one place of a text in a hundred looks like one by chance
_PRIME = 0x9E3779B1


class Subjects:
    """Finds the subjects of one language.

    Where words stand ``apart``, a wording begins a word and may have any ending: ``pension`` is
    found in pensions too.
    """

    def __init__(self, lines: Iterable[str], *, apart: bool) -> None:
        self._apart, self._reach = apart, 40 if apart else 10
        self._wordings = _read(lines)
        self._width = self._reach + max(map(len, self._wordings), default=0)
        self._further: dict[str, list[tuple[list[str], tuple[str, ...]]]] = {}
        for wording in [wording for wording in self._wordings if _AND in wording]:
            first, *others = wording.split(_AND)
            self._further.setdefault(first, []).append((others, self._wordings.pop(wording)))
        self._marks, self._sizes = _mark((*self._wordings, *self._further))

    def find(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """Name the subjects of each text, by their keys."""
        import numpy as np

        joined = "\n".join(" ".join(text.split()) for text in texts).lower().replace("’", "'")
        found: list[set[str]] = [set() for _ in texts]
        points = code_points(joined)
        rows = np.cumsum(points == ord("\n")).tolist()
        for start, end in self._look(points):
            wording = joined[start:end]
            found[rows[start]].update(self._wordings.get(wording, ()))
            if wording in self._further:
                near = joined[end : end + self._width]
                for others, keys in self._further[wording]:
                    if others[0] in near and self._goes_on(joined, end, others):
                        found[rows[start]].update(keys)
        return [frozenset(keys) for keys in found]

    def _look(self, points: "Keys") -> Iterator[tuple[int, int]]:
        """List the places, with their ends, where a wording may stand."""
        import numpy as np

        starts = _find_words(points) if self._apart else np.arange(len(points))
        hashes = np.zeros(len(starts), np.uint32)
        for size in range(1, self._sizes[-1] + 1 if self._sizes else 0):
            starts = starts[: np.searchsorted(starts, len(points) - size, "right")]
            hashes = hashes[: len(starts)] * np.uint32(_PRIME) + points[starts + size - 1]
            if size in self._sizes:
                places = starts[self._marks[_shorten(hashes)]].tolist()
                yield from zip(places, [place + size for place in places], strict=True)

    def _goes_on(self, text: str, end: int, others: Sequence[str]) -> bool:
        """Tell whether the further parts of a wording follow, each near the one before."""
        for part in others:
            place = text.find(part, end, end + self._reach + len(part))
            while self._apart and place > end and text[place - 1].isalnum():
                place = text.find(part, place + 1, end + self._reach + len(part))
            if place < 0 or _STOPS.search(text, end, place):
                return False
            end = place + len(part)
        return True


def _read(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the subjects that each wording stands for; a few stand for several."""
    known: dict[str, tuple[str, ...]] = {}
    for line in lines:
        key, _, wordings = line.partition("\t")
        alone: tuple[str, ...] = (key,)
        fresh = dict.fromkeys(wordings.split("|"), alone)
        for wording in fresh.keys() & known.keys():
            fresh[wording] = (*known[wording], key)
        known.update(fresh)
    return known


def _mark(wordings: Iterable[str]) -> "tuple[NDArray[np.bool_], Sequence[int]]":
    """Make a table of what wordings look like, and list their lengths in order."""
    import numpy as np

    marks = np.zeros(1 << _TOP, np.bool_)
    by_size: dict[int, list[str]] = {}
    for wording in wordings:
        by_size.setdefault(len(wording), []).append(wording)
    for size, some in by_size.items():
        points = code_points("".join(some)).reshape(-1, size)
        hashes = np.zeros(len(points), np.uint32)
        for place in range(size):
            hashes = hashes * np.uint32(_PRIME) + points[:, place]
        marks[_shorten(hashes)] = True
    return marks, sorted(by_size)


def _shorten(hashes: "Keys") -> "Keys":
    import numpy as np

    mixed = (hashes ^ (hashes >> np.uint32(15))) * np.uint32(_PRIME)
    found: Keys = mixed >> np.uint32(32 - _TOP)
    return found


def _find_words(points: "Keys") -> "Places":
    """Find where words of Latin letters and digits begin, in small letters."""
    import numpy as np

    inside = ((points >= ord("a")) & (points <= ord("z"))) | ((points > 0xBF) & (points < 0x250))
    inside |= (points >= ord("0")) & (points <= ord("9"))
    before = np.concatenate([[False], inside[:-1]])
    found: Places = np.nonzero(inside & ~before)[0]
    return found


@lru_cache(maxsize=4)
def load_subjects(language: str) -> Subjects:
    """Read the subjects of a language, once; there are none where it has no file."""
    path = DATA / f"subjects-{language}.tsv"
    if not path.is_file():
        return Subjects((), apart=False)
    apart = not get_language(language).repairs.joined
    return Subjects(path.read_text("utf-8").splitlines(), apart=apart)


def find_subjects(texts: Sequence[str], code: str) -> Features:
    """List the subjects of texts in a language, or in two whose codes a hyphen joins."""
    import numpy as np

    both = [load_subjects(language).find(texts) for language in code.split("-")]
    named = [sorted(set().union(*keys)) for keys in zip(*both, strict=True)]
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), [*map(len, named)])
    keys = [_number(key) for row in named for key in row]
    return Features(len(texts), rows, np.array(keys, np.uint32))


@lru_cache(maxsize=10_000)
def _number(key: str) -> int:
    return crc32(key.encode("ascii"))
