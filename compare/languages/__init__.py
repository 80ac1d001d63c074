"""Languages: everything that is Chinese or English about a report, and nowhere else.

A new language is one file and one line in `LANGUAGES`. Each is loaded when it is needed: the
patterns of a language that no report is written in cost a tenth of a comparison.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from compare.errors import UnknownLanguage
from compare.languages.rules import Language

LANGUAGES: Mapping[str, str] = {
    "zh": "compare.languages.zh",
    "en": "compare.languages.en",
}

_MOST = 0.5  # of a text in one language: the others need not be tried


def get_language(code: str) -> Language:
    """Return the language of a code such as ``zh``; raises `UnknownLanguage`."""
    if code not in LANGUAGES:
        raise UnknownLanguage(code, LANGUAGES)
    return _load(LANGUAGES[code])


@cache
def _load(module: str) -> Language:
    language: Language = import_module(module).LANGUAGE
    return language


def find_language(text: str) -> Language:
    """Return the language most of a text is written in."""
    sample = text[:20_000]
    shares: dict[str, float] = {}
    for code in LANGUAGES:
        shares[code] = get_language(code).share(sample)
        if shares[code] > _MOST:
            return get_language(code)
    return get_language(max(shares, key=lambda code: shares[code]))
