"""Indicators: one name for what reports call by many, and which way is better."""

import re
from functools import lru_cache
from os.path import commonprefix

from compare.languages.registry import Registry

CONTAINED = 0.85  # how alike two phrases are where one holds all of the other
QUALIFIER = 6  # characters: the longest word that sets two indicators of one sort apart
PARTICLES = "类性型式的"  # 限制类条目 and 限制性条目 are one
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
    exact = registry.names.get(
        phrase.lower()
    )  # deficit rate is no deficit, though rate says little
    return exact or registry.names.get(registry.fold(phrase), "")


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
    if differ_in_stage(one, other, registry):
        return 0.0
    if one == other:
        return 1.0
    names = find_name(one, registry), find_name(other, registry)
    if all(names):
        return float(names[0] == names[1])
    if _numbers(one) != _numbers(other):
        return 0.0
    return _compare_words(one, other, registry, contained)


def is_kindred(one: str, other: str, registry: Registry) -> bool:
    """Tell whether two phrases name two things of one sort, apart by a single qualifier.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> is_kindred("一般性转移支付", "均衡性转移支付", ZH)
    True
    >>> is_kindred("固定资产投资", "粮食产量", ZH)
    False
    """
    if bool(registry.cut.search(one.lower())) != bool(registry.cut.search(other.lower())):
        return False
    names = find_name(one, registry), find_name(other, registry)
    if all(names) and names[0] == names[1]:
        return False
    if not _differ_by_one(one, other, registry):
        return False
    scopes = [_list_scopes(phrase, registry) for phrase in (one, other)]
    return scopes[0] != scopes[1] or _is_replaced(one, other, registry)


def measure_mention(phrase: str, text: str, registry: Registry) -> float:
    """Tell what share of a phrase's words a text holds, from 0 to 1."""
    words = _tokens(phrase, registry)
    return len(words & _tokens(text, registry)) / len(words) if words else 0.0


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
    scopes = [_list_scopes(phrase, registry) for phrase in (one, other)]
    left, right = _tokens(one, registry), _tokens(other, registry)
    if not left or not right:
        return 0.0
    shared = len(left & right)
    likeness = 2 * shared / (len(left) + len(right))
    shorter = min(len(left), len(right))
    if shorter > 1:
        likeness = max(likeness, contained * shared / shorter)
    apart = scopes[0] != scopes[1] or _is_replaced(one, other, registry)
    return min(likeness, OTHER_SCOPE) if apart else likeness


@lru_cache(maxsize=65536)
def _list_scopes(phrase: str, registry: Registry) -> frozenset[str]:
    lowered = phrase.lower()
    return frozenset(word for word in registry.words.get("scope", ()) if word in lowered)


def _is_replaced(one: str, other: str, registry: Registry) -> bool:
    """Tell 一般性转移支付 and 均衡性转移支付 apart: one qualifier stands where another stood."""
    if not registry.wide:
        return False
    left, right = (part.strip(PARTICLES) for part in _find_difference(one, other, registry))
    return bool(left and right) and _differ_by_one(one, other, registry)


def _differ_by_one(one: str, other: str, registry: Registry) -> bool:
    """Tell whether two phrases share most of their words, and differ in one place by a few."""
    left, right = _find_difference(one, other, registry)
    if registry.wide:
        shared = len(_strip(one, registry)) - len(left)
        longest = max(len(left), len(right))
        return 0 < longest <= QUALIFIER and shared >= max(4, longest) and not set(left) & set(right)
    shared = len(_tokens(one, registry) & _tokens(other, registry))
    return 0 < max(len(left.split()), len(right.split())) <= 2 <= shared


def _find_difference(one: str, other: str, registry: Registry) -> tuple[str, str]:
    """Return what is left of two phrases without the words that both begin and end with."""
    if not registry.wide:
        words = _tokens(one, registry), _tokens(other, registry)
        return " ".join(sorted(words[0] - words[1])), " ".join(sorted(words[1] - words[0]))
    left, right = _strip(one, registry), _strip(other, registry)
    begin = len(commonprefix((left, right)))
    left, right = left[begin:], right[begin:]
    end = len(commonprefix((left[::-1], right[::-1])))
    return left[: len(left) - end], right[: len(right) - end]


@lru_cache(maxsize=65536)
def _strip(phrase: str, registry: Registry) -> str:
    """Take away the verbs that a phrase begins with."""
    folded = registry.fold(phrase)
    for verb in registry.words.get("verbs", ()):
        folded = folded.removeprefix(verb)
    return folded


@lru_cache(maxsize=65536)
def _tokens(phrase: str, registry: Registry) -> frozenset[str]:
    if not registry.wide:
        return frozenset(registry.fold(phrase).split()) - set(registry.words.get("verbs", ()))
    letters = re.sub(r"[^\w.]", "", _strip(phrase, registry))
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


def differ_in_stage(one: str, other: str, registry: Registry) -> bool:
    """Tell what is begun from what is finished.

    >>> from compare.languages.registry import load_registry
    >>> ZH = load_registry("zh")
    >>> [differ_in_stage(one, "公租房建成", ZH) for one in ("新开工公租房", "公租房")]
    [True, False]
    """
    return {_find_stage(one, registry), _find_stage(other, registry)} == {1, 2}


@lru_cache(maxsize=65536)
def _find_stage(phrase: str, registry: Registry) -> int:
    """Tell what is begun (1) and what is finished (2) from what is neither or both."""
    words = (registry.words.get(key, ()) for key in ("begun", "finished"))
    begun, finished = (any(word in phrase.lower() for word in stage) for stage in words)
    return begun + 2 * finished


def find_variants(phrase: str, registry: Registry) -> tuple[str, ...]:
    """Return all that an indicator is called, itself first."""
    name = find_name(phrase, registry)
    core = find_core(phrase, registry)
    rows = (row for row in registry.alike if row[0] == core)
    known = (variant for variant, owner in registry.names.items() if owner == name)
    return (phrase, core, *(word for row in rows for word in row), *(known if name else ()))
