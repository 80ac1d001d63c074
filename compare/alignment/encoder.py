"""Turns texts into counted features and into vectors of meaning, each clause of them once."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from compare.alignment.features import Features, extract_parts, join_parts
from compare.alignment.sparse import Sparse, count_features, expand_ranges, normalize_rows
from compare.alignment.subjects import find_subjects
from compare.alignment.units import split_clauses
from compare.alignment.vectors import list_tables, load_table, normalize, sum_rows
from compare.embedders import Embedder
from compare.languages.rules import Language

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Keys, Places

# Features that tell texts apart: in Chinese a word is two characters, in English it has endings.
KINDS: Mapping[str, tuple[str, ...]] = {"zh": ("word", "char-2", "char-3")}
OTHER_KINDS = ("word", "pair", "char-4")
MARKS = "，。；：、！？,.;:!? "
SPAN = 128  # length of the makeshift vectors of a language without a table
BLOCK = 4_000  # texts whose clauses are added up at a time


class _Shelf:
    """Keys of clauses: those of one stand together, in the order the clauses came in."""

    def __init__(self) -> None:
        import numpy as np

        self._keys = np.zeros(0, np.uint32)
        self._starts = np.zeros(1, np.int64)  # where those of a clause begin, and the last ones end

    def add(self, found: Features) -> None:
        """Add the keys of further clauses."""
        import numpy as np

        order = np.argsort(found.rows, kind="stable")
        ends = np.cumsum(np.bincount(found.rows, minlength=found.texts))
        self._starts = np.concatenate([self._starts, self._starts[-1] + ends])
        self._keys = np.concatenate([self._keys, found.keys[order]])

    def gather(self, places: "Places", starts: "Places") -> Features:
        """Give each text the keys of its clauses: text ``i`` has ``places[starts[i]:…]``."""
        import numpy as np

        lengths = np.diff(self._starts)[places]
        owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        keys = self._keys[expand_ranges(self._starts[places], lengths)]
        return Features(len(starts) - 1, np.repeat(owners, lengths), keys)


class Encoder:
    """Knows every clause it was ever asked about; the same encoder may serve many questions.

    An ``embedder`` says what clauses mean in place of the language's table.
    """

    def __init__(self, language: Language, embedder: Embedder | None = None) -> None:
        import numpy as np

        self.language = language
        self.embedder = embedder
        self._kinds = KINDS.get(language.code, OTHER_KINDS)
        self._places: dict[str, int] = {}
        self._features, self._subjects = _Shelf(), _Shelf()
        self._table = load_table(language.code) if language.code in list_tables() else None
        width = self._table.dimensions if self._table else SPAN
        self._vectors = np.zeros((0, width), np.float32)  # of all clauses, of any length

    def learn(self, texts: Sequence[str]) -> None:
        """Read texts that will be asked about: in one go takes less time than one by one."""
        self._find(texts)

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Give a row of length 1 for each text: the sum of what its clauses mean."""
        import numpy as np

        places, starts = self._find(texts)
        sums = np.zeros((len(texts), self._vectors.shape[1]), np.float32)
        for first in range(0, len(texts), BLOCK):
            ends = starts[first : first + BLOCK + 1]
            vectors = self._vectors[places[ends[0] : ends[-1]]]
            np.add.reduceat(vectors, ends[:-1] - ends[0], out=sums[first : first + BLOCK])
        return normalize(sums)

    def count(self, texts: Sequence[str]) -> tuple[Sparse, "Keys"]:
        """Count the features that tell texts apart; give the keys of the columns too."""
        return count_features(self._features.gather(*self._find(texts)))

    def count_subjects(self, texts: Sequence[str]) -> Sparse:
        """Count how many clauses of each text speak of each subject."""
        return count_features(self._subjects.gather(*self._find(texts)))[0]

    def _find(self, texts: Sequence[str]) -> tuple["Places", "Places"]:
        """Give the places of all clauses of the texts, and where each text's begin."""
        import numpy as np

        cut = [[clause.rstrip(MARKS) for clause in split_clauses(text)] for text in texts]
        clauses = [*chain.from_iterable(cut)]
        fresh = [clause for clause in dict.fromkeys(clauses) if clause not in self._places]
        if fresh:
            self._learn(fresh)
        starts = np.cumsum([0, *map(len, cut)])
        return np.array([self._places[clause] for clause in clauses], np.int64), starts

    def _learn(self, clauses: Sequence[str]) -> None:
        import numpy as np

        table = self._table
        kinds = dict.fromkeys((*self._kinds, *(table.kinds if table else ())))
        parts = extract_parts(clauses, self.language.split_words, kinds)
        features = join_parts(len(clauses), [parts[kind] for kind in self._kinds])
        if self.embedder:
            lengths = np.array([[len(clause)] for clause in clauses], np.float32)
            meant = self.embedder.encode(clauses) * np.sqrt(lengths)
        elif table:
            meant = sum_rows(join_parts(len(clauses), [parts[k] for k in table.kinds]), table)
        else:
            meant = project_rows(*count_features(features))
        self._places.update(zip(clauses, range(len(self._places), 10**9), strict=False))
        self._features.add(features)
        self._subjects.add(find_subjects(clauses, self.language.code))
        known = self._vectors.reshape(-1, meant.shape[1])  # an embedder's width shows only now
        self._vectors = np.concatenate([known, meant])


def project_rows(counts: Sparse, keys: "Keys") -> "Floats":
    """Make vectors where no table knows what features mean: each has a direction of its own.

    Their product is close to that of the features themselves (random projection).
    """
    import numpy as np

    spread = np.bincount(counts.columns, minlength=counts.width)
    weights = np.log((len(counts) + 1) / (spread + 0.5)).astype(np.float32)
    rows = normalize_rows(counts, weights)
    places = (keys[:, None] * np.uint32(2654435761) + np.arange(4, dtype=np.uint32) * 40503) >> 5
    vectors = np.zeros((len(counts), SPAN), np.float32)
    for place in places.T:
        sign = 1 - 2 * (place[rows.columns] >> 7 & 1).astype(np.float32)
        np.add.at(vectors, (rows.rows(), place[rows.columns] % SPAN), rows.values * sign / 2)
    return vectors
