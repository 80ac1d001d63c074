"""How a pair of texts is marked: word by word while they are close, calmly when they are not."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Run, RunKind
from compare.wording import settle_type

KEPT = 0.4  # of the shorter side; with less in common, word marks are confetti
WORD = re.compile(r"[0-9A-Za-z]+|[\u2e80-\u9fff\uf900-\ufaff]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s*(?:%|个百分点|[万亿]?[^\W\d_]?)")
NAME = re.compile(r"“[^“”]{2,24}”|《[^《》]{2,30}》|「[^「」]{2,24}」|\"[^\"]{3,40}\"")
LONG_NAME = 5, 3  # Chinese characters, or words in letters, that are no coincidence
LETTERS = re.compile(r"[A-Za-z]{2}")


class MarkKind(StrEnum):
    """What a mark says of its text."""

    PLAIN = "plain"
    GONE = "gone"
    NEW = "new"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text under one mark."""

    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides' marks, a tuple for each goal; ``calm`` where word marks would only confuse."""

    old: tuple[tuple[Mark, ...], ...]
    new: tuple[tuple[Mark, ...], ...]
    calm: bool


def mark_pair(runs: Sequence[Run]) -> Pair:
    """Mark both sides of a word diff.

    >>> same, gone, new = RunKind.SAME, RunKind.GONE, RunKind.NEW
    >>> pair = mark_pair([Run(same, "新增就业"), Run(gone, "25万人"), Run(new, "30万人")])
    >>> [mark.text for mark in pair.new[0] if mark.kind is MarkKind.NEW]
    ['30万人']
    """
    words = Counter[RunKind]()
    for run in runs:
        words[run.kind] += _measure(run.text)
    kept = words[RunKind.SAME]
    shorter = kept + min(words[RunKind.GONE], words[RunKind.NEW])
    calm = shorter > 0 and kept < KEPT * shorter
    if calm:
        old, new = _spell(runs, RunKind.GONE), _spell(runs, RunKind.NEW)
        shared = _find_shared(runs, old, new)
        return Pair(_split(_emphasise(old, shared)), _split(_emphasise(new, shared)), calm)
    return Pair(
        _split(_colour(settle_type(runs, RunKind.GONE), RunKind.GONE, MarkKind.GONE)),
        _split(_colour(settle_type(runs, RunKind.NEW), RunKind.NEW, MarkKind.NEW)),
        calm,
    )


def _spell(runs: Iterable[Run], kind: RunKind) -> str:
    return "".join(run.text for run in settle_type(runs, kind) if run.kind in (RunKind.SAME, kind))


def _measure(text: str) -> int:
    """Count words: a Chinese character is one, a Latin word or a number is one."""
    return len(WORD.findall(text))


def _colour(runs: Iterable[Run], kind: RunKind, mark: MarkKind) -> list[Mark]:
    return [
        Mark(mark if run.kind is kind else MarkKind.PLAIN, run.text)
        for run in runs
        if run.kind in (RunKind.SAME, kind)
    ]


def _find_shared(runs: Iterable[Run], old: str, new: str) -> list[str]:
    """Find the numbers, quoted names and long stretches that both texts hold."""
    exact = {
        match.group().strip()
        for pattern in (NUMBER, NAME)
        for match in pattern.finditer(old)
        if match.group().strip() in new and len(match.group().strip()) > 1
    }
    long = {
        run.text.strip()
        for run in runs
        if run.kind is RunKind.SAME
        and _measure(run.text) >= LONG_NAME[LETTERS.search(run.text) is not None]
    }
    return sorted(exact | long, key=len, reverse=True)


def _emphasise(text: str, shared: Sequence[str]) -> list[Mark]:
    if not shared:
        return [Mark(MarkKind.PLAIN, text)]
    pattern = re.compile("|".join(rf"(?<!\d){re.escape(part)}" for part in shared))
    marks, at = [], 0
    for match in pattern.finditer(text):
        marks.append(Mark(MarkKind.PLAIN, text[at : match.start()]))
        marks.append(Mark(MarkKind.SHARED, match.group()))
        at = match.end()
    marks.append(Mark(MarkKind.PLAIN, text[at:]))
    return [mark for mark in marks if mark.text]


def _split(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], ...]:
    """Cut at line breaks, which stand between goals of one side."""
    texts: list[list[Mark]] = [[]]
    for mark in marks:
        first, *others = mark.text.split("\n")
        texts[-1] += [Mark(mark.kind, first)] if first else []
        texts.extend([Mark(mark.kind, other)] if other else [] for other in others)
    return tuple(tuple(text) for text in texts)
