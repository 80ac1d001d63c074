"""Every word the product itself says, by language; the reports speak for themselves."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LABELS = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language, by key."""

    language: str
    words: Mapping[str, str]

    def say(self, key: str, **facts: Any) -> str:
        """Fill a sentence with facts; ``key.one`` speaks where a fact named ``n`` is one.

        >>> find_labels("en").say("goals", n=1), find_labels("en").say("goals", n=2)
        ('1 goal', '2 goals')
        """
        if facts.get("n") == 1 and f"{key}.one" in self.words:
            key = f"{key}.one"
        return self.words[key].format(**facts)

    def name(self, family: str, member: str) -> str:
        """Name a member of a family (a trait, a signal, a reason), or give it back unnamed."""
        return self.words.get(f"{family}.{member}", member)


@cache
def find_labels(language: str) -> Labels:
    """Find the words of a language; English speaks for one that has none of its own.

    >>> find_labels("zh-Hans").language, find_labels("fr").language
    ('zh', 'en')
    """
    code = language.partition("-")[0]
    code = code if code in LABELS else "en"
    file = DATA / f"labels-{code}.toml"
    return Labels(code, dict(_flatten(tomllib.loads(file.read_text("utf-8")))))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flatten(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", value))
    return pairs
