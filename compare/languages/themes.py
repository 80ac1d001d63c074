"""Keyword themes: which fields of policy a text speaks about.

Each language has a file of themes, read when first asked for; the themes' keys are the same in
all of them, so that a theme found in one language can be named in another.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

MOST = 3  # themes a text can have
SHARE = 0.5  # a further theme needs this share of the strongest one's weight

Tree = dict[str, "Tree"]


def list_keywords(code: str) -> Mapping[str, tuple[str, ...]]:
    """Give every theme's keywords in a language; none where the language has no file.

    >>> "GDP" in list_keywords("zh")["macro"], list_keywords("xx")
    (True, {})
    """
    return {theme: tuple(table["keywords"]) for theme, table in _read(code).items()}


def name_themes(code: str) -> Mapping[str, str]:
    """Give every theme's name in a language.

    >>> name_themes("zh")["rural"], name_themes("en")["rural"]
    ('乡村振兴', 'Agriculture and rural areas')
    """
    return {theme: table["name"] for theme, table in _read(code).items()}


def find_themes(text: str, code: str) -> tuple[str, ...]:
    """Name the themes a text speaks about, the strongest first.

    >>> find_themes("加强耕地保护，发展现代农业。", "zh")
    ('rural',)
    """
    weights = weigh_themes(text, code)
    least = SHARE * max(weights.values(), default=0)
    return tuple(theme for theme, weight in weights.most_common(MOST) if weight >= least)


def weigh_themes(text: str, code: str) -> Counter[str]:
    """Add up how much each theme is spoken of: a long keyword says more than a short one."""
    weights: Counter[str] = Counter()
    pattern, themes = _compile(code)
    if pattern is not None:
        for match in pattern.finditer(text.lower()):
            for theme in themes[match[1]]:
                weights[theme] += len(match[1])
    return Counter(dict(sorted(weights.items())))


@cache
def _read(code: str) -> Mapping[str, Mapping[str, str]]:
    file = resources.files("compare.languages").joinpath("data", f"themes-{code}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@cache
def _compile(code: str) -> tuple[re.Pattern[str] | None, Mapping[str, tuple[str, ...]]]:
    themes: dict[str, tuple[str, ...]] = {}
    for theme, keywords in list_keywords(code).items():
        for keyword in map(str.lower, keywords):
            themes[keyword] = (*themes.get(keyword, ()), theme)
    if not themes:
        return None, themes
    # Words of letters stand alone and may have an ending; characters stand anywhere.
    edge = r"(?<![a-z0-9])" if code == "en" else ""
    end = r"(?:'?s|es|ed|ing|d)?(?![a-z0-9])" if code == "en" else ""
    return re.compile(f"{edge}({_write(_grow(themes))}){end}"), themes


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
