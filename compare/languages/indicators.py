"""Indicators: one name for what reports call by many, and which way is better."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

CONTAINED = 0.85  # how alike two phrases are where one holds all of the other
OTHER_SCOPE = 0.3  # … and where they speak of different groups, sectors or levels
POLARITIES = {"more": 1, "less": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class Registry:
    """The indicators of a language; ``names`` leads from a folded phrase to the indicator."""

    wide: bool  # whether words run together, so that likeness goes by pairs of characters
    names: Mapping[str, str]
    polarities: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    alike: tuple[tuple[str, ...], ...]
    drop: re.Pattern[str]
    cut: re.Pattern[str]

    def fold(self, phrase: str) -> str:
        """Take away what does not change what is counted, in names and in phrases alike."""
        phrase = self.drop.sub(" ", self.cut.sub(" ", phrase.lower()))
        if self.wide:
            return re.sub(r"\s", "", phrase)
        return " ".join(sorted(re.findall(r"[\w&.'-]+", phrase)))


@cache
def load_registry(language: str) -> Registry:
    """Load the indicators of a language; one without any has an empty registry."""
    source = resources.files("compare.languages").joinpath("data", f"indicators-{language}.toml")
    data = tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}
    words = {key: tuple(values) for key, values in data.get("words", {}).items()}
    alike = tuple(tuple(row) for row in words.pop("alike", ()))
    wide = any(word[0] >= "\u4e00" for values in words.values() for word in values)
    drop, cut = (_join(words.get(key, ()), wide) for key in ("plain", "cut"))
    empty = Registry(wide, {}, {}, words, alike, drop, cut)
    names: dict[str, str] = {}
    polarities: dict[str, int] = {}
    for kind, polarity in POLARITIES.items():
        for row in data.get(kind, ()):
            polarities[row[0]] = polarity
            names |= {empty.fold(name) or name.lower(): row[0] for name in row}
    return Registry(wide, names, polarities, words, alike, drop, cut)


def _join(words: tuple[str, ...], wide: bool) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not choice:
        return re.compile(r"(?!)")
    return re.compile(choice if wide else rf"(?<![\w-])(?:{choice})(?![\w-])")


@lru_cache(maxsize=65536)
def find_name(phrase: str, language: str) -> str:
    """Return the name under which an indicator is known, or nothing.

    >>> find_name("新增城镇就业", "zh"), find_name("全市规模以上工业增加值", "zh")
    ('城镇新增就业', '规上工业增加值')
    >>> find_name("an unheard-of thing", "en")
    ''
    """
    registry = load_registry(language)
    return registry.names.get(registry.fold(phrase)) or registry.names.get(phrase.lower(), "")


def find_polarity(phrase: str, language: str) -> int:
    """Tell which way is better: 1 more, -1 less, 0 neither or unknown.

    A target to cut asks for more the larger it is.

    >>> find_polarity("城镇调查失业率", "zh"), find_polarity("单位国内生产总值能耗下降", "zh")
    (-1, 1)
    """
    registry = load_registry(language)
    lowered = phrase.lower()
    if registry.cut.search(lowered):
        return 1
    if name := find_name(phrase, language):
        return registry.polarities[name]
    less = any(word in lowered for word in registry.words.get("less", ()))
    more = any(word in lowered for word in registry.words.get("more", ()))
    return int(more) - int(less)


def measure_sameness(one: str, other: str, language: str, contained: float = CONTAINED) -> float:
    """Tell how far two phrases may name one indicator, from 0 to 1.

    Names that the registry knows decide alone. Else the words decide: phrases with different
    numbers in them, or of which only one speaks of a cut, name different things. ``contained``
    is what it is worth that one phrase holds all of the other.

    >>> measure_sameness("新增城镇就业", "城镇新增就业", "zh")
    1.0
    >>> measure_sameness("中央财政赤字", "地方财政赤字", "zh")
    0.0
    """
    registry = load_registry(language)
    if bool(registry.cut.search(one.lower())) != bool(registry.cut.search(other.lower())):
        return 0.0
    if one == other:
        return 1.0
    names = find_name(one, language), find_name(other, language)
    if all(names):
        return float(names[0] == names[1])
    if _numbers(one) != _numbers(other):
        return 0.0
    return _compare_words(one, other, language, contained)


def measure_overlap(one: str, other: str, language: str) -> float:
    """Tell how many of their words two sentences share, from 0 to 1; numbers do not count.

    Fewer than three words shared are chance.
    """
    left, right = (_tokens(re.sub(r"[\d.,%]+", " ", text), language) for text in (one, other))
    shared = len(left & right)
    return 2 * shared / (len(left) + len(right)) if shared > 2 else 0.0


def _numbers(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:\.\d+)?", phrase))


def _compare_words(one: str, other: str, language: str, contained: float) -> float:
    registry = load_registry(language)
    scopes = [
        {word for word in registry.words.get("scope", ()) if word in phrase.lower()}
        for phrase in (one, other)
    ]
    left, right = _tokens(one, language), _tokens(other, language)
    if not left or not right:
        return 0.0
    shared = len(left & right)
    likeness = 2 * shared / (len(left) + len(right))
    shorter = min(len(left), len(right))
    if shorter > 1:
        likeness = max(likeness, contained * shared / shorter)
    return min(likeness, OTHER_SCOPE) if scopes[0] != scopes[1] else likeness


@lru_cache(maxsize=65536)
def _tokens(phrase: str, language: str) -> frozenset[str]:
    registry = load_registry(language)
    folded = registry.fold(phrase)
    for verb in registry.words.get("verbs", ()):
        if registry.wide:
            folded = folded.removeprefix(verb)
    if not registry.wide:
        return frozenset(folded.split()) - set(registry.words.get("verbs", ()))
    letters = re.sub(r"[^\w.]", "", folded)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


@lru_cache(maxsize=65536)
def find_core(phrase: str, language: str) -> str:
    """Take verbs and plain words away, and give what goes by several words one.

    >>> find_core("推进高铁建设", "zh"), find_core("在建铁路", "zh")
    ('铁路', '铁路')
    """
    registry = load_registry(language)
    core = registry.fold(phrase)
    for row in registry.alike:
        for word in sorted(row[1:], key=len, reverse=True):
            core = core.replace(word, row[0])
    idle = (*registry.words.get("verbs", ()), *registry.words.get("ongoing", ()))
    if not registry.wide:
        return " ".join(word for word in core.split() if word not in idle)
    for word in sorted(idle, key=len, reverse=True):
        core = core.removeprefix(word).removesuffix(word) or core
    return core


def is_generic(phrase: str, language: str) -> bool:
    """Tell whether a phrase says too little to be found again without its sentence."""
    registry = load_registry(language)
    return phrase.strip().lower() in registry.words.get("generic", ())


def is_ongoing(phrase: str, language: str) -> bool:
    """Tell what is under way from what is done."""
    registry = load_registry(language)
    return any(word in phrase.lower() for word in registry.words.get("ongoing", ()))


def find_variants(phrase: str, language: str) -> tuple[str, ...]:
    """Return all that an indicator is called, itself first."""
    registry = load_registry(language)
    name = find_name(phrase, language)
    core = find_core(phrase, language)
    rows = (row for row in registry.alike if row[0] == core)
    known = (variant for variant, owner in registry.names.items() if owner == name)
    return (phrase, core, *(word for row in rows for word in row), *(known if name else ()))
