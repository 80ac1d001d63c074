"""What an encoder of texts is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.floating[Any]]


class Embedder(Protocol):
    """Anything that turns texts into vectors: ours, or one of your own."""

    @property
    def name(self) -> str:
        """What it is called, with its version: other vectors need another name."""

    def encode(self, texts: Sequence[str]) -> "Rows":
        """Give a row for each text; the product of two strangers' rows is about 0."""
