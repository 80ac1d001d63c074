"""Keyword themes: which fields of policy a text speaks about.

Each language has a file of themes, read when first asked for; the themes' keys are the same in
all of them, so that a theme found in one language can be named in another. A user's own file of
the same form takes their place.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from compare.errors import BadThemes
from compare.model import Goal

MOST = 3  # themes a text can have
SHARE = 0.5  # a further theme needs this share of the strongest one's weight

Tree = dict[str, "Tree"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of policy: the key it goes by, its name, and the words that speak of it."""

    key: str
    name: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The themes of one file, under the name that the file goes by."""

    name: str
    themes: tuple[Theme, ...]


def parse_themes(data: bytes, name: str) -> Lexicon:
    """Read a file of themes. Raises `BadThemes`, which names the file and the entry at fault."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadThemes(name, f"not TOML in UTF-8 ({error})") from None
    if not tables:
        raise BadThemes(name, "no themes in it")
    return Lexicon(name, tuple(_parse_theme(key, table, name) for key, table in tables.items()))


def _parse_theme(key: str, table: Any, name: str) -> Theme:
    if not re.fullmatch(r"[\w-]+", key):
        raise BadThemes(name, f"[{key}]: the key may hold letters, digits, - and _ only")
    if not isinstance(table, dict):
        raise BadThemes(name, f"{key}: stands outside every [theme]")
    if strange := sorted(table.keys() - {"name", "keywords"}):
        raise BadThemes(name, f"[{key}]: unknown {', '.join(strange)}")
    called, keywords = table.get("name", key), table.get("keywords")
    if not (isinstance(called, str) and called.strip()):
        raise BadThemes(name, f"[{key}]: the name must be words in quotes")
    if not (isinstance(keywords, list) and keywords):
        raise BadThemes(name, f"[{key}]: keywords are missing")
    for keyword in keywords:
        if not (isinstance(keyword, str) and keyword.strip()):
            raise BadThemes(name, f"[{key}]: {keyword!r} is no keyword")
    return Theme(key, called, tuple(dict.fromkeys(word.strip() for word in keywords)))


class Tagger:
    """Finds the themes of a lexicon in texts of one language."""

    def __init__(self, lexicon: Lexicon, code: str) -> None:
        self._themes: dict[str, tuple[str, ...]] = {}
        for theme in lexicon.themes:
            for keyword in map(str.lower, theme.keywords):
                self._themes[keyword] = (*self._themes.get(keyword, ()), theme.key)
        # Words of letters stand alone and may have an ending; characters stand anywhere.
        edge = r"(?<![a-z0-9])" if code == "en" else ""
        end = r"(?:'?s|es|ed|ing|d)?(?![a-z0-9])" if code == "en" else ""
        words = _write(_grow(self._themes)) if self._themes else r"(?!)"
        self._pattern = re.compile(f"{edge}({words}){end}")
        self.weigh = lru_cache(maxsize=8192)(self._weigh)

    @property
    def keywords(self) -> frozenset[str]:
        """Every keyword, in lower case."""
        return frozenset(self._themes)

    def _weigh(self, text: str) -> Counter[str]:
        """Add up how much each theme is spoken of: a long keyword says more than a short one."""
        weights: Counter[str] = Counter()
        for match in self._pattern.finditer(text.lower()):
            for theme in self._themes[match[1]]:
                weights[theme] += len(match[1])
        return Counter(dict(sorted(weights.items())))

    def find(self, text: str) -> tuple[str, ...]:
        """Name the themes a text speaks about, the strongest first."""
        weights = self.weigh(text)
        least = SHARE * max(weights.values(), default=0)
        return tuple(theme for theme, weight in weights.most_common(MOST) if weight >= least)

    def tag(self, goals: Iterable[Goal]) -> tuple[Goal, ...]:
        """Give each goal its themes: those of its wording, or of the nearest heading with any."""
        headings: dict[tuple[str, ...], tuple[str, ...]] = {(): ()}
        tagged = []
        for goal in goals:
            if goal.section not in headings:
                found = map(self.find, reversed(goal.section))
                headings[goal.section] = next(filter(None, found), ())
            tagged.append(replace(goal, themes=self.find(goal.wording) or headings[goal.section]))
        return tuple(tagged)


@cache
def load_themes(code: str) -> Lexicon:
    """Read our own themes in a language; none where the language has no file."""
    file = resources.files("compare.languages").joinpath("data", f"themes-{code}.toml")
    if not file.is_file():
        return Lexicon(file.name, ())
    return parse_themes(file.read_bytes(), file.name)


@cache
def get_tagger(code: str) -> Tagger:
    """Make the tagger of our own themes in a language, once."""
    return Tagger(load_themes(code), code)


def list_keywords(code: str) -> Mapping[str, tuple[str, ...]]:
    """Give every theme's keywords in a language; none where the language has no file.

    >>> "GDP" in list_keywords("zh")["macro"], list_keywords("xx")
    (True, {})
    """
    return {theme.key: theme.keywords for theme in load_themes(code).themes}


def name_themes(code: str) -> Mapping[str, str]:
    """Give every theme's name in a language.

    >>> name_themes("zh")["rural"], name_themes("en")["rural"]
    ('乡村振兴', 'Agriculture and rural areas')
    """
    return {theme.key: theme.name for theme in load_themes(code).themes}


def find_themes(text: str, code: str) -> tuple[str, ...]:
    """Name the themes of ours that a text speaks about, the strongest first.

    >>> find_themes("加强耕地保护，发展现代农业。", "zh")
    ('rural',)
    """
    return get_tagger(code).find(text)


def weigh_themes(text: str, code: str) -> Counter[str]:
    """Add up how much each theme of ours is spoken of."""
    return get_tagger(code).weigh(text)


def _grow(words: Iterable[str]) -> Tree:
    """Put words into a tree of characters; an empty key ends a word."""
    tree: Tree = {}
    for word in words:
        branch = tree
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[""] = {}
    return tree


def _write(tree: Tree) -> str:
    """Write a tree as a pattern that tries the longest word first."""
    branches = [re.escape(sign) + _write(branch) for sign, branch in tree.items() if sign]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
