"""Turn sentences into vectors of meaning, by a table of features and without a neural network.

A sentence's vector is the sum of its features' rows, each times the square root of how often it
occurs, brought to length 1. The rows were learned from an encoder's vectors of sentences of
public reports: ``training/`` says how (after Model2Vec and tokenlearn, Minish Lab 2024-25).

``data/vectors-*.npz`` holds, beside its ``provenance``: ``kinds`` of features; ``keys``, sorted;
``codes``, the bits of each row's numbers, lowest first, a plane of eight numbers a byte for each
bit; ``scales``, the step between two numbers of a row, whose middle is zero; and for the
features of the background ``rare_keys``, sorted, with ``rarities``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from compare.alignment.features import Features, hash_words
from compare.errors import UnknownLanguage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Table:
    """The features of a language: what they mean and how rare they are.

    ``rarities`` are inverse document frequencies, ln((n + 1) / (df + 1)) over ``documents``
    sentences of public reports.
    """

    language: str
    kinds: tuple[str, ...]
    keys: "NDArray[np.uint32]"
    codes: "NDArray[np.uint8]"
    scales: "NDArray[np.float32]"
    rare_keys: "NDArray[np.uint32]"
    rarities: "NDArray[np.float32]"
    documents: int
    provenance: str

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return 8 * int(self.codes.shape[2])

    def rows(self, places: "NDArray[np.int64]") -> "NDArray[np.float32]":
        """Unpack the rows at places of the table."""
        import numpy as np

        planes = np.unpackbits(self.codes[places], axis=2)
        bits = planes.shape[1]
        numbers = planes[:, 0]
        for bit in range(1, bits):
            numbers += planes[:, bit] << bit
        rows = numbers.astype(np.float32)
        rows -= (2**bits - 1) / 2
        rows *= self.scales[places, None]
        return rows


@lru_cache(maxsize=1)
def list_tables() -> tuple[str, ...]:
    """Name the languages that have a table."""
    return tuple(sorted(path.stem.removeprefix("vectors-") for path in DATA.glob("vectors-*.npz")))


@lru_cache(maxsize=4)
def load_table(language: str) -> Table:
    """Read the table of a language, once a process."""
    import numpy as np

    path = DATA / f"vectors-{language}.npz"
    if not path.is_file():
        raise UnknownLanguage(language, list_tables())
    with np.load(path, allow_pickle=False) as stored:
        return Table(
            language=language,
            kinds=tuple(str(stored["kinds"]).split()),
            keys=stored["keys"],
            codes=stored["codes"],
            scales=stored["scales"].astype(np.float32),
            rare_keys=stored["rare_keys"],
            rarities=stored["rarities"].astype(np.float32),
            documents=int(stored["documents"]),
            provenance=str(stored["provenance"]),
        )


def sum_rows(features: Features, table: Table) -> "NDArray[np.float32]":
    """Add up what the features of each text mean; a row may have any length.

    Text by text, and not by BLAS: for so little, its threads cost more than its sums.
    """
    import numpy as np

    places, known = find_keys(table.keys, features.keys)
    cells = np.sort(features.rows[known] * np.int64(len(table.keys)) + places[known])
    first = np.nonzero(np.diff(cells, prepend=-1))[0]
    weights = np.sqrt(np.diff(first, append=len(cells))).astype(np.float32)
    rows, places = np.divmod(cells[first], len(table.keys))
    used = np.zeros(len(table.keys), np.bool_)
    used[places] = True
    unpacked, columns = table.rows(np.nonzero(used)[0]), (np.cumsum(used) - 1)[places]
    bounds = np.searchsorted(rows, np.arange(features.texts + 1))
    vectors = np.zeros((features.texts, table.dimensions), np.float32)
    for text, (start, stop) in enumerate(pairwise(bounds.tolist())):
        found = unpacked[columns[start:stop]]
        vectors[text] = np.einsum("i,ij->j", weights[start:stop], found)
    return vectors


def normalize(vectors: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Bring rows to length 1, in place; a row of zeros stays one."""
    import numpy as np

    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors


def weigh_words(words: Sequence[str], language: str) -> "NDArray[np.float32]":
    """Say how rare words are in public reports: from 0 (in every sentence) to ``ln(n + 1)``."""
    return weigh_keys(hash_words(words), language)


def weigh_keys(keys: "NDArray[np.uint32]", language: str) -> "NDArray[np.float32]":
    """Say how rare features are in public reports; one that is not listed occurs once or never."""
    import numpy as np

    table = load_table(language)
    places, known = find_keys(table.rare_keys, keys)
    rarest = np.float32(np.log(table.documents + 1))
    return np.where(known, table.rarities[places], rarest)


def find_keys(
    stored: "NDArray[np.uint32]", keys: "NDArray[np.uint32]"
) -> "tuple[NDArray[np.int64], NDArray[np.bool_]]":
    """Give the place of each key among the stored ones, and whether it is there."""
    import numpy as np

    order = np.argsort(keys)  # sorted keys are found several times as fast
    places = np.empty(len(keys), np.int64)
    places[order] = np.minimum(np.searchsorted(stored, keys[order]), len(stored) - 1)
    return places, stored[places] == keys
