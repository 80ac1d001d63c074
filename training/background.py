"""Count in how many sentences of public reports a word or a few characters in a row occur.

The result (``keys``, ``rarities``, ``documents``) tells words every report is full of from those
that name something; distil.py puts it into the table that is shipped.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from counting import count_features, count_texts, rate_rarity
from encode import read_sentences

KINDS = {"zh": ("word", "char-2", "char-3"), "en": ("word", "pair", "char-4")}


def main() -> None:
    """Count the features of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="one sentence a line, .txt or .txt.gz")
    parser.add_argument("background", type=Path, help="the .npz to write")
    parser.add_argument("--language", required=True, choices=sorted(KINDS))
    parser.add_argument("--least", type=int, default=5, help="leave out what is rarer")
    options = parser.parse_args()
    sentences = read_sentences(options.sentences)
    counts, keys = count_features(sentences, options.language, KINDS[options.language])
    found = count_texts(counts)
    kept = found >= options.least
    rarities = rate_rarity(len(sentences), found[kept])
    np.savez(
        options.background,
        keys=keys[kept],
        rarities=rarities.astype(np.float16),
        documents=len(sentences),
    )
    print(f"{options.background.name}: {kept.sum()} features of {len(sentences)} sentences")


if __name__ == "__main__":
    main()
