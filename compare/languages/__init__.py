"""Languages: everything that is Chinese or English about a report, and nowhere else."""

from collections.abc import Mapping

from compare.errors import UnknownLanguage
from compare.languages import en, zh
from compare.languages.rules import Language

LANGUAGES: Mapping[str, Language] = {
    "zh": zh.LANGUAGE,
    "en": en.LANGUAGE,
}


def get_language(code: str) -> Language:
    """Return the language of a code such as ``zh``; raises `UnknownLanguage`."""
    try:
        return LANGUAGES[code]
    except KeyError:
        raise UnknownLanguage(code, LANGUAGES) from None


def find_language(text: str) -> Language:
    """Return the language most of a text is written in."""
    sample = text[:20_000]
    return max(LANGUAGES.values(), key=lambda language: language.share(sample))
