"""Vectors kept on disk from run to run, so that no text is encoded twice."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.embedders.nouns import Embedder
from compare.embedders.store import Store

if TYPE_CHECKING:
    from compare.embedders.nouns import Rows

Tell = Callable[[int, int], None]

BATCH = 32  # texts encoded at a time, and then kept


class Kept:
    """An embedder that remembers; of a text only a digest is written down."""

    def __init__(self, embedder: Embedder, folder: Path, tell: Tell | None = None) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._store = Store(folder / "vectors.sqlite")
        self._tell = tell

    def encode(self, texts: Sequence[str]) -> "Rows":
        """Give a row for each text, from the store where it is known."""
        import numpy as np

        keys = [hashlib.sha256(f"{self.name}\n{text}".encode("utf-8", "replace")) for text in texts]
        by_key = {key.digest()[:16]: text for key, text in zip(keys, texts, strict=True)}
        known = self._store.read(list(by_key))
        fresh = {key: text for key, text in by_key.items() if key not in known}
        rows = known | self._encode(fresh)
        return np.array([rows[key.digest()[:16]] for key in keys], np.float32)

    def _encode(self, fresh: Mapping[bytes, str]) -> dict[bytes, "Rows"]:
        """Encode texts of like length together, and keep what is done at once."""
        import numpy as np

        keys = sorted(fresh, key=lambda key: len(fresh[key]))
        done: dict[bytes, Rows] = {}
        for first in range(0, len(keys), BATCH):
            batch = keys[first : first + BATCH]
            rows = self._embedder.encode([fresh[key] for key in batch]).astype(np.float16)
            done.update(zip(batch, rows, strict=True))
            self._store.write({key: done[key] for key in batch})
            if self._tell:
                self._tell(len(done), len(keys))
        return done
