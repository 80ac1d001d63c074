"""What the signals are made of: both lists of texts as rare features and as vectors of meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from compare.alignment.features import extract_features
from compare.alignment.sparse import Sparse, count_features, keep_shared, normalize_rows
from compare.alignment.units import split_clauses
from compare.alignment.vectors import encode, list_tables, weigh_keys
from compare.languages.rules import Language

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Keys, Places

# Features that tell texts apart: in Chinese a word is two characters, in English it has endings.
KINDS: Mapping[str, tuple[str, ...]] = {"zh": ("word", "char-2", "char-3")}
OTHER_KINDS = ("word", "pair", "char-4")
MARKS = "，。；：、！？,.;:!? "
SPAN = 128  # length of the makeshift vectors of a language without a table


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts and the clauses they are made of, flat."""

    wordings: tuple[str, ...]
    clauses: tuple[str, ...]
    starts: "Places"  # where each text's clauses begin, and at last where they end

    def __len__(self) -> int:
        return len(self.wordings)


def cut_texts(wordings: Sequence[str]) -> Texts:
    """Cut every wording into clauses."""
    import numpy as np

    cut = [split_clauses(wording) for wording in wordings]
    starts = np.cumsum([0, *map(len, cut)])
    return Texts(tuple(wordings), tuple(clause for row in cut for clause in row), starts)


class Encoder:
    """Turns texts of one language into vectors of meaning, each text once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._places: dict[str, int] = {}
        self._blocks: list[Floats] = []

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Give a row of length 1 for each text; the marks at its end say nothing."""
        import numpy as np

        texts = [text.rstrip(MARKS) for text in texts]
        fresh = [text for text in dict.fromkeys(texts) if text not in self._places]
        if fresh:
            self._places.update(zip(fresh, count(len(self._places))))
            self._blocks = [np.concatenate([*self._blocks, self._encode(fresh)])]
        if not texts:
            return np.zeros((0, 1), np.float32)
        return self._blocks[0][[self._places[text] for text in texts]]

    def _encode(self, texts: Sequence[str]) -> "Floats":
        code, words = self.language.code, self.language.split_words
        if code in list_tables():
            return encode(texts, words, code)
        kinds = KINDS.get(code, OTHER_KINDS)
        return project_rows(*count_features(extract_features(texts, words, kinds)))


class Material:
    """Both lists of texts, ready to be compared; every part is made when first asked for."""

    def __init__(self, old: Sequence[str], new: Sequence[str], encoder: Encoder) -> None:
        self.old, self.new = cut_texts(old), cut_texts(new)
        self.encoder = encoder
        self.language = encoder.language

    @cached_property
    def terms(self) -> tuple[Sparse, Sparse]:
        """Words and n-grams of both sides, weighted by how rare they are in these two lists."""
        import numpy as np

        counts, _ = self._counts
        spread = np.bincount(counts.columns, minlength=counts.width)
        weights = np.log((len(counts) + 1) / (spread + 0.5)).astype(np.float32)
        whole = normalize_rows(counts, weights)
        return keep_shared(*self._part(whole))

    @cached_property
    def rarities(self) -> tuple[Sparse, Sparse]:
        """The same features, each with how rare it is among reports at large, to the square."""
        import numpy as np

        counts, keys = self._counts
        spread = np.bincount(counts.columns, minlength=counts.width).astype(np.float32)
        rarity = np.log((len(counts) + 1) / (spread + 0.5)) / np.log(len(counts) + 1.5)
        if self.language.code in list_tables():
            known = weigh_keys(keys, self.language.code)
            rarity = np.minimum(rarity, known / known.max(initial=1))
        values = (np.maximum(rarity, 0) ** 2).astype(np.float32)[counts.columns]
        return keep_shared(*self._part(Sparse(counts.starts, counts.columns, values, counts.width)))

    @cached_property
    def vectors(self) -> tuple["Floats", "Floats"]:
        """The meaning of each text, rows of length 1."""
        return self.encoder.encode(self.old.wordings), self.encoder.encode(self.new.wordings)

    @cached_property
    def clause_vectors(self) -> tuple["Floats", "Floats"]:
        """The meaning of each clause."""
        return self.encoder.encode(self.old.clauses), self.encoder.encode(self.new.clauses)

    @cached_property
    def _counts(self) -> tuple[Sparse, "Keys"]:
        kinds = KINDS.get(self.language.code, OTHER_KINDS)
        texts = (*self.old.wordings, *self.new.wordings)
        return count_features(extract_features(texts, self.language.split_words, kinds))

    def _part(self, both: Sparse) -> tuple[Sparse, Sparse]:
        return both.take(0, len(self.old)), both.take(len(self.old), len(both))


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
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors
