"""List the words of public reports in Chinese, as rjieba cuts them: texts are cut by this list.

python training/words.py SENTENCES/zh.txt.gz compare/languages/data/words-zh.txt
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import rjieba
from encode import read_sentences

WORD = re.compile("[\u3400-\u9fff]{2,5}")  # a longer one is two words put together


def main() -> None:
    """Count words and write those that occur often enough to be no slip, sorted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="one sentence a line, .txt or .txt.gz")
    parser.add_argument("words", type=Path, help="the list to write, one word a line")
    parser.add_argument("--least", type=int, default=2, help="leave out what is rarer")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for sentence in read_sentences(options.sentences):
        counts.update(filter(WORD.fullmatch, rjieba.cut(sentence)))
    words = sorted(word for word, count in counts.items() if count >= options.least)
    options.words.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{options.words.name}: {len(words)} words")


if __name__ == "__main__":
    main()
