"""Take texts apart into numbered features: words, pairs of words, character n-grams.

A feature's key is a 32-bit hash of its characters and its kind: the same on every machine, and
one in a hundred thousand unknown features falls on a known one's key. Figures are alike (5.5%
and 6% are both 0%), punctuation parts what stands on either side of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Part = tuple[NDArray[np.int64], NDArray[np.uint32]]

Words = Callable[[str], Sequence[str]]

_WIDTHS = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: " ", 0x00A0: " "}
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_HAN_BLANK = re.compile(f"(?<=[{_HAN}]) +(?=[{_HAN}])")
_BREAK = re.compile(r"[^\w%\n]+|_+")

_SKIP = frozenset(("", " ", "%"))

KINDS = ("word", "pair", "char-1", "char-2", "char-3", "char-4")

_PRIME = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93


@dataclass(frozen=True, slots=True)
class Features:
    """Every feature of every text: ``keys[i]`` occurs in the text number ``rows[i]``."""

    texts: int
    rows: "NDArray[np.int32]"
    keys: "NDArray[np.uint32]"


def fold_texts(texts: Sequence[str]) -> list[str]:
    """Bring texts to the form features are taken from.

    >>> fold_texts(["ＧＤＰ增长５．５％左右，稳 就业", "Grants of $1,200"])
    ['gdp增长0%左右 稳就业', 'grants of 0']
    """
    joined = "\n".join(" ".join(text.split()) for text in texts).translate(_WIDTHS).lower()
    joined = _HAN_BLANK.sub("", _FIGURE.sub("0", joined))
    return [text.strip() for text in _BREAK.sub(" ", joined).split("\n")]


@lru_cache(maxsize=100_000)
def stem_word(word: str) -> str:
    """Take the commonest English endings off a word, and leave other scripts alone.

    >>> [stem_word(word) for word in ("policies", "reforms", "reforming", "改革")]
    ['policy', 'reform', 'reform', '改革']
    """
    if len(word) < 5 or not word.isascii():
        return word
    for ending, left in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 4 - len(left):
            return word[: -len(ending)] + left
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def extract_features(texts: Sequence[str], words: Words, kinds: Sequence[str]) -> Features:
    """List the features of texts.

    ``kinds`` holds ``word``, ``pair`` (two words in a row) and ``char-1`` to ``char-4``;
    from ``char-3`` on, n-grams may begin or end with the blank beside a word.
    """
    return join_parts(len(texts), [*extract_parts(texts, words, kinds).values()])


def extract_parts(texts: Sequence[str], words: Words, kinds: Iterable[str]) -> dict[str, "Part"]:
    """List the features of each kind apart: the rows of the texts, and the keys beside them."""
    folded, kinds = fold_texts(texts), frozenset(kinds)
    sizes = sorted(int(kind[5:]) for kind in kinds if kind.startswith("char-"))
    found = _hash_characters(folded, sizes)
    if kinds & {"word", "pair"}:
        found |= _hash_words(folded, words, kinds)
    return found


def join_parts(texts: int, parts: Sequence["Part"]) -> Features:
    """Put features of some kinds together."""
    import numpy as np

    rows, keys = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Features(texts, rows.astype(np.int32), keys)


def hash_words(words: Sequence[str]) -> "NDArray[np.uint32]":
    """Give the keys that words have in any text; they must hold a letter or a figure."""
    return _mix(_hash_strings([stem_word(word) for word in fold_texts(words)]), "word")


def _hash_words(folded: Sequence[str], words: Words, kinds: Collection[str]) -> dict[str, "Part"]:
    import numpy as np

    cut = [[stem_word(word) for word in words(text) if word[:1] not in _SKIP] for text in folded]
    rows = np.repeat(np.arange(len(cut)), [len(row) for row in cut])
    hashes = _hash_strings([word for row in cut for word in row])
    found = {"word": (rows, _mix(hashes, "word"))} if "word" in kinds else {}
    if "pair" in kinds:
        same = rows[1:] == rows[:-1]
        pairs = hashes[:-1] * np.uint64(_PRIME) + hashes[1:]
        found["pair"] = rows[1:][same], _mix(pairs[same], "pair")
    return found


def _hash_strings(strings: Sequence[str]) -> "NDArray[np.uint64]":
    """Hash strings that are not empty: the sum of code points times powers of a prime."""
    import numpy as np

    lengths = np.array([len(text) for text in strings], np.int64)
    if not len(lengths):
        return np.zeros(0, np.uint64)
    starts = np.cumsum(lengths) - lengths
    powers = np.full(lengths.max(), _PRIME, np.uint64)
    powers[0] = 1
    place = np.arange(lengths.sum()) - np.repeat(starts, lengths)
    return np.add.reduceat(_count_points("".join(strings)) * np.cumprod(powers)[place], starts)


def _hash_characters(folded: Sequence[str], sizes: Sequence[int]) -> dict[str, "Part"]:
    import numpy as np

    points = _count_points(" " + " \n ".join(folded) + " ")
    rows = np.cumsum(points == ord("\n") + 1)
    blank = (points == ord(" ") + 1) | (points == ord("\n") + 1)
    found = {}
    hashes, power = points, 1
    for size in range(1, max(sizes, default=0) + 1):
        if size > 1:
            power = power * _PRIME % 2**64
            hashes = hashes[:-1] + points[size - 1 :] * np.uint64(power)
        if size in sizes:
            whole = _windows(blank, size)
            kind = f"char-{size}"
            found[kind] = rows[: len(hashes)][whole], _mix(hashes[whole], kind)
    return found


def _windows(blank: "NDArray[np.bool_]", size: int) -> "NDArray[np.bool_]":
    """Tell where an n-gram begins: no blank in it, but for the outer ones of a long n-gram."""
    import numpy as np

    first, last = (1, size - 1) if size > 2 else (0, size)
    inner = np.cumsum(np.concatenate([[0], blank]))
    count = len(blank) - size + 1
    clear: NDArray[np.bool_] = inner[last : last + count] == inner[first : first + count]
    return clear


def code_points(text: str) -> "NDArray[np.uint32]":
    """Give the code point of each character."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint32)


def _count_points(text: str) -> "NDArray[np.uint64]":
    """Give the code points counted from 1, so that a hash tells every character."""
    import numpy as np

    return code_points(text).astype(np.uint64) + 1


def _mix(hashes: "NDArray[np.uint64]", kind: str) -> "NDArray[np.uint32]":
    """Spread hashes over 32 bits, each kind in its own way."""
    import numpy as np

    mixed = (hashes ^ np.uint64(KINDS.index(kind) * _MIX % 2**64)) * np.uint64(_MIX)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(_MIX)
    return (mixed >> np.uint64(32)).astype(np.uint32)
