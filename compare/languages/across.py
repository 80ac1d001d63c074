"""What two languages have in common, where a report in one is held against one in the other."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from compare.languages.rules import Language
from compare.model import Quantity

# With this an official translation of a national report is found to carry 94 goals of 100 of the
# original (2016), and from one year to the next as many as in one language (2014, 2018).
LEANING = 1.3


def join_languages(old: Language, new: Language) -> Language:
    """Make a language for comparing texts in two, by meaning, names and figures alone."""
    cutter = old if old.repairs.joined else new  # words of the other stand apart anyway
    return replace(
        cutter,
        code=f"{old.code}-{new.code}",
        name=f"{old.name} – {new.name}",
        find_quantities=partial(_find_quantities, (old, new)),
        find_script=partial(_find_script, (old, new)),
        crossing=True,
        leaning=LEANING,
    )


def _choose(languages: tuple[Language, Language], text: str) -> Language:
    return max(languages, key=lambda language: language.share(text))


def _find_quantities(languages: tuple[Language, Language], text: str) -> tuple[Quantity, ...]:
    return _choose(languages, text).find_quantities(text)


def _find_script(languages: tuple[Language, Language], text: str) -> Mapping[int, str]:
    return _choose(languages, text).find_script(text)
