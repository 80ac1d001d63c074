"""What the signals are made of: both lists of texts as rare features and as vectors of meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.alignment.encoder import Encoder
from compare.alignment.sparse import Sparse, keep_shared, normalize_rows
from compare.alignment.units import split_clauses
from compare.alignment.vectors import list_tables, weigh_keys

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Keys, Places

OTHERS = 500  # texts thought of beside those given when subjects are weighed


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
        rarity = _weigh_columns(counts, len(counts))
        if self.language.code in list_tables():
            known = weigh_keys(keys, self.language.code)
            rarity = np.minimum(rarity, known / known.max(initial=1))
        values = (np.maximum(rarity, 0) ** 2).astype(np.float32)[counts.columns]
        return keep_shared(*self._part(Sparse(counts.starts, counts.columns, values, counts.width)))

    @cached_property
    def subjects(self) -> tuple[Sparse, Sparse]:
        """What each text is about, each subject with how rare it is: 1 for once or never.

        Among a few texts what two share is not common for that: others are thought of as well.
        """
        import numpy as np

        counts = self.encoder.count_subjects((*self.old.wordings, *self.new.wordings))
        values = _weigh_columns(counts, len(counts) + OTHERS).astype(np.float32)[counts.columns]
        return self._part(Sparse(counts.starts, counts.columns, values, counts.width))

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
        return self.encoder.count((*self.old.wordings, *self.new.wordings))

    def _part(self, both: Sparse) -> tuple[Sparse, Sparse]:
        return both.take(0, len(self.old)), both.take(len(self.old), len(both))


def _weigh_columns(counts: Sparse, texts: int) -> "Floats":
    """Say how rare each column is among so many texts: 1 where one of them holds it, or none."""
    import numpy as np

    spread = np.bincount(counts.columns, minlength=counts.width).astype(np.float32)
    rarity: Floats = np.log((texts + 1) / (spread + 0.5)) / np.log(texts + 1.5)
    return rarity
