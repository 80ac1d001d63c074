"""Indicators: one name for what reports call by many, and which way is better."""

import re
from functools import lru_cache

from compare.languages.registry import Registry

CONTAINED = 0.85  # how alike two phrases are where one holds all of the other
OTHER_SCOPE = 0.3  # … and where they speak of different groups, sectors or levels


@lru_cache(maxsize=65536)
def find_name(phrase: str, registry: Registry) -> str:
    """Return the name under which an indicator is known, or nothing.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> find_name("新增城镇就业", ZH), find_name("全市规模以上工业增加值", ZH)
    ('城镇新增就业', '规上工业增加值')
    >>> find_name("an unheard-of thing", load_registry("en"))
    ''
    """
    return registry.names.get(registry.fold(phrase)) or registry.names.get(phrase.lower(), "")


def find_polarity(phrase: str, registry: Registry) -> int:
    """Tell which way is better: 1 more, -1 less, 0 neither or unknown.

    A target to cut asks for more the larger it is.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> find_polarity("城镇调查失业率", ZH), find_polarity("单位国内生产总值能耗下降", ZH)
    (-1, 1)
    """
    lowered = phrase.lower()
    if registry.cut.search(lowered):
        return 1
    if name := find_name(phrase, registry):
        return registry.polarities[name]
    less = any(word in lowered for word in registry.words.get("less", ()))
    more = any(word in lowered for word in registry.words.get("more", ()))
    return int(more) - int(less)


def measure_sameness(
    one: str, other: str, registry: Registry, contained: float = CONTAINED
) -> float:
    """Tell how far two phrases may name one indicator, from 0 to 1.

    Names that the registry knows decide alone. Else the words decide: phrases with different
    numbers in them, or of which only one speaks of a cut, name different things. ``contained``
    is what it is worth that one phrase holds all of the other.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> measure_sameness("新增城镇就业", "城镇新增就业", ZH)
    1.0
    >>> measure_sameness("中央财政赤字", "地方财政赤字", ZH)
    0.0
    """
    if bool(registry.cut.search(one.lower())) != bool(registry.cut.search(other.lower())):
        return 0.0
    if one == other:
        return 1.0
    names = find_name(one, registry), find_name(other, registry)
    if all(names):
        return float(names[0] == names[1])
    if _numbers(one) != _numbers(other):
        return 0.0
    return _compare_words(one, other, registry, contained)


def measure_overlap(one: str, other: str, registry: Registry) -> float:
    """Tell how many of their words two sentences share, from 0 to 1; numbers do not count.

    Fewer than three words shared are chance.
    """
    left, right = (_tokens(re.sub(r"[\d.,%]+", " ", text), registry) for text in (one, other))
    shared = len(left & right)
    return 2 * shared / (len(left) + len(right)) if shared > 2 else 0.0


def _numbers(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:\.\d+)?", phrase))


def _compare_words(one: str, other: str, registry: Registry, contained: float) -> float:
    scopes = [
        {word for word in registry.words.get("scope", ()) if word in phrase.lower()}
        for phrase in (one, other)
    ]
    left, right = _tokens(one, registry), _tokens(other, registry)
    if not left or not right:
        return 0.0
    shared = len(left & right)
    likeness = 2 * shared / (len(left) + len(right))
    shorter = min(len(left), len(right))
    if shorter > 1:
        likeness = max(likeness, contained * shared / shorter)
    return min(likeness, OTHER_SCOPE) if scopes[0] != scopes[1] else likeness


@lru_cache(maxsize=65536)
def _tokens(phrase: str, registry: Registry) -> frozenset[str]:
    folded = registry.fold(phrase)
    for verb in registry.words.get("verbs", ()):
        if registry.wide:
            folded = folded.removeprefix(verb)
    if not registry.wide:
        return frozenset(folded.split()) - set(registry.words.get("verbs", ()))
    letters = re.sub(r"[^\w.]", "", folded)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


@lru_cache(maxsize=65536)
def find_core(phrase: str, registry: Registry) -> str:
    """Take verbs and plain words away, and give what goes by several words one.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> find_core("推进高铁建设", ZH), find_core("在建铁路", ZH)
    ('铁路', '铁路')
    """
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


def is_generic(phrase: str, registry: Registry) -> bool:
    """Tell whether a phrase says too little to be found again without its sentence."""
    return phrase.strip().lower() in registry.words.get("generic", ())


def is_ongoing(phrase: str, registry: Registry) -> bool:
    """Tell what is under way from what is done."""
    return any(word in phrase.lower() for word in registry.words.get("ongoing", ()))


def find_variants(phrase: str, registry: Registry) -> tuple[str, ...]:
    """Return all that an indicator is called, itself first."""
    name = find_name(phrase, registry)
    core = find_core(phrase, registry)
    rows = (row for row in registry.alike if row[0] == core)
    known = (variant for variant, owner in registry.names.items() if owner == name)
    return (phrase, core, *(word for row in rows for word in row), *(known if name else ()))
