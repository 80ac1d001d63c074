"""How alike two wordings are, and what differs: the only door to rapidfuzz and Levenshtein."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from compare.model import Run, RunKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A number with its scale and unit is one unit of a diff: 1000家, 5.5%, 2.5个百分点, 11 million.
NUMBER = re.compile(
    r"""
    [0-9０-９]+ (?: (?: [.,:/．，-] | [%％]?[-–—－~～] ) [0-9０-９]+ )*
    (?: [ ]? (?: % | ％ | ‰ | ℃ | (?:percent|per\ cent|million|billion|trillion) \b )
      | [十百千万亿]*
        (?: 个百分点 | 平方公里 | 平方米 | 立方米 | 公里 | 千瓦时 | 千瓦 | 公斤 | 公顷
          | 人次 | 小时 | 分钟 | [A-Za-z]+
          | [个家人次件条项座所处户年月日岁元亩吨米套间辆台只名位种类届期倍成天周级批]
        )?
    )
    """,
    re.VERBOSE,
)
# Marks that only look different: how a text was set is no change to it.
TYPE = {
    ord(mark): plain
    for marks, plain in (("‘’‚‛′`", "'"), ("“”„‟″", '"'), ("‐‑‒–—―−", "-"), ("\u00a0", " "))
    for mark in marks
}
SET = re.compile(f"[{''.join(map(chr, TYPE))}]")
ISLAND = 2  # characters: what stays the same between two changes and is no longer is noise


def measure_likeness(old: str, new: str) -> float:
    """Tell how much of two wordings is the same characters in the same order, 0–1.

    >>> measure_likeness("推进改革", "深化改革")
    0.5
    """
    import Levenshtein

    return float(Levenshtein.ratio(old, new))


def measure_likenesses(old: Sequence[str], new: Sequence[str]) -> "NDArray[np.float32]":
    """Do the same for the first of either list, the second of either list, and so on."""
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cpdist

    return cpdist(old, new, scorer=Indel.normalized_similarity, dtype=np.float32)


def measure_kept(old: Sequence[str], new: Sequence[str]) -> float:
    """Tell which share of the words of two texts need not be taken out or put in, 0–1.

    >>> measure_kept(["deepen", "reform"], ["deepen", "tax", "reform"])
    0.8
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)


def find_median(wordings: Sequence[str]) -> str:
    """Find the wording that is nearest to all the others (the set median), the shorter of equals.

    >>> find_median(["深化改革", "继续深化改革", "继续深化医药改革"])
    '继续深化改革'
    """
    import Levenshtein  # whose own setmedian (0.27.5) misses it in a third of random sets

    def measure(wording: str) -> tuple[int, int, str]:
        far = sum(Levenshtein.distance(wording, other) for other in wordings)
        return far, len(wording), wording

    return min(wordings, key=measure)


def diff_words(old: str, new: str, split: Callable[[str], Sequence[str]]) -> tuple[Run, ...]:
    r"""Mark what went and what came, in words and whole numbers with their units.

    ``split`` must be lossless. What stays the same for one or two characters only, between two
    changes, is taken as changed too: such islands cannot be read.

    >>> def split(text):
    ...     return re.findall(r"\S+|\s", text)
    >>> runs = diff_words("cut 1,100 jobs", "cut 900 jobs", split)
    >>> [(run.kind.value, run.text) for run in runs]
    [('same', 'cut '), ('gone', '1,100'), ('new', '900'), ('same', ' jobs')]
    """
    from rapidfuzz.distance import Indel

    if old == new:
        return (Run(RunKind.SAME, old),) if old else ()
    if not (old and new):
        return tuple(_change(old, new))
    old_words, new_words = split_units(old, split), split_units(new, split)
    keys = old_words, new_words
    if set(SET.findall(old)) != set(SET.findall(new)) or old[0].isupper() or new[0].isupper():
        keys = _fold(old_words), _fold(new_words)
    stretches: list[Stretch] = [
        (
            code.tag == "equal",
            old_words[code.src_start : code.src_end],
            new_words[code.dest_start : code.dest_end],
        )
        for code in Indel.opcodes(*keys)
    ]
    return tuple(_make_runs(_drown_islands(stretches)))


def settle_type(runs: Iterable[Run], side: RunKind) -> Iterator[Run]:
    """Take what differs in type alone for the same, as it stands on one ``side``.

    >>> runs = [Run(RunKind.GONE, "China’s"), Run(RunKind.NEW, "China's")]
    >>> [(run.kind.value, run.text) for run in settle_type(runs, RunKind.NEW)]
    [('same', "China's")]
    """
    waiting: Run | None = None
    for run in runs:
        if waiting and run.kind is RunKind.NEW and differ_in_type(waiting.text, run.text):
            yield Run(RunKind.SAME, waiting.text if side is RunKind.GONE else run.text)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = run if run.kind is RunKind.GONE else None
        if not waiting:
            yield Run(run.kind, run.old) if run.old and side is RunKind.GONE else run
    if waiting:
        yield waiting


def differ_in_type(old: str, new: str) -> bool:
    """Tell whether two texts are the same but for quotes, dashes, blanks and a first capital.

    >>> differ_in_type("Ensure “growth”", 'ensure "growth"'), differ_in_type("us", "US")
    (True, False)
    """
    return _plain(old) == _plain(new)


def _plain(text: str) -> str:
    text = "".join(text.translate(TYPE).split())
    return text[:1].lower() + text[1:]


def _fold(words: Sequence[str]) -> list[str]:
    """Set words alike; a sentence's first letter is small."""
    first, *others = (word.translate(TYPE) for word in words)
    return [first[:1].lower() + first[1:], *others]


def split_units(text: str, split: Callable[[str], Sequence[str]]) -> list[str]:
    """Split a text into words, but keep a number and its unit in one piece."""
    whole = [match.span() for match in NUMBER.finditer(text)]
    units: list[str] = []
    offset = start = turn = 0
    for word in split(text):
        offset += len(word)
        while turn < len(whole) and whole[turn][1] <= offset:
            turn += 1
        if turn < len(whole) and whole[turn][0] < offset:
            continue  # inside a number: wait for its end
        units.append(text[start:offset])
        start = offset
    return units + [text[start:]] * (start < len(text))


Stretch = tuple[bool, Sequence[str], Sequence[str]]


def _drown_islands(stretches: list[Stretch]) -> Iterator[Stretch]:
    last = len(stretches) - 1
    for index, (same, gone, came) in enumerate(stretches):
        text = "".join(gone) if same and 0 < index < last else ""
        small = text and len(text.strip()) <= ISLAND and not any(map(str.isdigit, text))
        yield same and not small, gone, came


def _make_runs(stretches: Iterator[Stretch]) -> Iterator[Run]:
    gone = came = ""
    for same, old, new in stretches:
        if not same:
            gone, came = gone + "".join(old), came + "".join(new)
            continue
        for alike, words in groupby(
            zip(old, new, strict=True), key=lambda pair: pair[0] == pair[1]
        ):
            was, now = map("".join, zip(*words, strict=True))
            if not alike:  # but for how it is set: a change by itself, or part of the one beside it
                gone, came = gone + was, came + now
                continue
            yield from _change(gone, came)
            gone = came = ""
            yield Run(RunKind.SAME, was)
    yield from _change(gone, came)


def _change(gone: str, came: str) -> Iterator[Run]:
    if gone:
        yield Run(RunKind.GONE, gone)
    if came:
        yield Run(RunKind.NEW, came)
