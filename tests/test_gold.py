"""The outlines of the sample reports, against what a careful reader finds (see gold/README.md)."""

import re
from collections import Counter
from pathlib import Path

import pytest

from compare.pipeline import read_report

GOLD = sorted(Path(__file__).with_name("gold").glob("*.outline.txt"))


def read_gold(path):
    """Return (level, words, role) of every line."""
    found, role = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = line.strip()
        if heading and not heading.startswith("#"):
            level = (len(line) - len(line.lstrip(" "))) // 2 + 1
            heading, _, said = heading.partition(" · ")
            role = said or role
            found.append((level, bare(heading), role))
    return found


def bare(text):
    return "".join(re.findall(r"\w+", text))


def read_outline(seeds, path):
    (seed,) = seeds.glob(path.name.removesuffix(".outline.txt") + ".*")
    sections = read_report(seed).sections
    return [(s.level, bare(s.number + s.title), s.role.value) for s in sections]


def score(found, gold):
    right = sum((Counter(found) & Counter(gold)).values())
    return 2 * right / (len(found) + len(gold))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_parts_and_sections_are_those_a_careful_reader_finds(seeds, path):
    found = [heading for heading in read_outline(seeds, path) if heading[0] <= 2]
    assert found == [heading for heading in read_gold(path) if heading[0] <= 2]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_most_lead_sentences_are_those_a_careful_reader_finds(seeds, path):
    found, gold = read_outline(seeds, path), read_gold(path)
    assert score(found, gold) >= 0.97, set(found) ^ set(gold)


def test_there_is_gold_for_every_sample_report(seeds):
    names = {path.name.removesuffix(".outline.txt") for path in GOLD}
    assert names == {path.stem for path in seeds.iterdir() if path.stem != "README"}
