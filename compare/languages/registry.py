"""Where indicators are listed: ours for each language, and what a user adds for one comparison."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from compare.errors import BadIndicators

POLARITIES = {"more": 1, "less": -1, "neutral": 0}
STRAIGHT = str.maketrans("‘’‛–—‐‑−", "'''-----")


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The indicators of a language; ``names`` leads from a folded phrase to the indicator.

    ``source`` is the file that a user's own came from.
    """

    wide: bool  # whether words run together, so that likeness goes by pairs of characters
    names: Mapping[str, str]
    polarities: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    alike: tuple[tuple[str, ...], ...]
    drop: re.Pattern[str]
    cut: re.Pattern[str]
    source: str = ""

    @property
    def content(self) -> tuple[object, ...]:
        """All that decides about figures, in plain values."""
        return self.wide, self.names, self.polarities, self.words, self.alike

    def fold(self, phrase: str) -> str:
        """Take away what does not change what is counted, in names and in phrases alike."""
        phrase = self.drop.sub(" ", self.cut.sub(" ", phrase.lower().translate(STRAIGHT)))
        if self.wide:
            return re.sub(r"\s", "", phrase)
        return " ".join(sorted(re.findall(r"[\w&.'-]+", phrase)))


@cache
def load_registry(language: str) -> Registry:
    """Load the indicators of a language; one without any has an empty registry."""
    return _build(_load(language), {})


def parse_indicators(data: bytes, name: str, language: str) -> Registry:
    """Add the indicators of a user's file, in the form of ours, to those of a language.

    Rows that share a name with ours are one indicator with them, called as in the file.
    Raises `BadIndicators`, which names the file and the entry at fault.
    """
    try:
        own = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadIndicators(name, f"not TOML in UTF-8 ({error})") from None
    if fault := next(_find_faults(own), ""):
        raise BadIndicators(name, fault)
    return _build(_load(language), own, name)


def _load(language: str) -> dict[str, Any]:
    source = resources.files("compare.languages").joinpath("data", f"indicators-{language}.toml")
    return tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}


def _find_faults(data: Mapping[str, Any]) -> Iterator[str]:
    """Say what is no list of indicators, entry by entry."""
    if unknown := data.keys() - {*POLARITIES, "words"}:
        yield f"unknown entry {min(unknown)!r}; known are {', '.join(POLARITIES)} and [words]"
    for kind in POLARITIES:
        rows = data.get(kind, [])
        if not isinstance(rows, list):
            yield f'{kind}: should be a list of rows such as ["name", "other name"]'
            return
        for number, row in enumerate(rows, 1):
            if not _is_words(row) or not row:
                yield f'{kind}, row {number}: should be names such as ["name", "other name"]'
    yield from _find_wrong_words(data.get("words", {}))


def _find_wrong_words(words: Any) -> Iterator[str]:
    if not isinstance(words, dict):
        yield "words: should be a table of lists, under [words]"
        return
    for key, values in words.items():
        rows = values if key == "alike" and isinstance(values, list) else [values]
        if not all(_is_words(row) for row in rows):
            yield f"words.{key}: should be a list of words"


def _is_words(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(word, str) and word.strip() for word in row)


def _build(data: Mapping[str, Any], own: Mapping[str, Any], source: str = "") -> Registry:
    ours, added = data.get("words", {}), own.get("words", {})
    words = {key: (*ours.get(key, ()), *added.get(key, ())) for key in {**ours, **added}}
    alike = tuple(tuple(row) for row in words.pop("alike", ()))
    wide = any(word[0] >= "\u4e00" for values in words.values() for word in values)
    drop, cut = (_join(words.get(key, ()), wide) for key in ("plain", "cut"))
    empty = Registry(wide, {}, {}, words, alike, drop, cut)
    names: dict[str, str] = {}
    polarities: dict[str, int] = {}
    for kind, row in _list_rows(data):
        polarities[row[0]] = POLARITIES[kind]
        names |= {_key(name, empty): row[0] for name in row}
    names |= {name.lower(): row[0] for _, row in _list_rows(data) for name in row}
    for kind, row in _list_rows(own):
        polarities[row[0]] = POLARITIES[kind]
        joined = {names[key] for name in row if (key := _key(name, empty)) in names}
        names |= {key: row[0] for key, name in names.items() if name in joined}
        names |= {key: row[0] for name in row for key in (_key(name, empty), name.lower())}
    return Registry(wide, names, polarities, words, alike, drop, cut, source)


def _list_rows(data: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for kind in POLARITIES:
        for row in data.get(kind, ()):
            yield kind, row


def _key(name: str, registry: Registry) -> str:
    return registry.fold(name) or name.lower()


def _join(words: tuple[str, ...], wide: bool) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not choice:
        return re.compile(r"(?!)")
    return re.compile(choice if wide else rf"(?<![\w-])(?:{choice})(?![\w-])")
