"""What a section of a plan speaks of more than the rest of both plans, and public reports, do."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import exp, log, sqrt

from compare.alignment.vectors import list_tables, weigh_words
from compare.languages import get_language
from compare.languages.rules import Language, Part
from compare.model import Goal, Report

MOST = 5  # keywords of a section
TWICE = 2  # what is said once may be chance
USUAL = 0.015  # share of the sentences of public reports from which a word says little
PRIOR = 100  # goals that the public reports count as
FIRM = 0.6  # share of a word's uses from which its neighbour makes one term of both
CLEAR = 2.5  # standard errors
_WORD = re.compile(r"[^\W\d_]{2,}")

Keywords = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a plan, goal by goal, in the order of ``starts``."""

    goals: Sequence[frozenset[str]]
    starts: Sequence[int]
    joined: Mapping[str, tuple[str, str]]  # the two words of what is not one

    def inside(self, first: int, end: int) -> Sequence[frozenset[str]]:
        """Give those of the goals between two places in the text."""
        return self.goals[bisect_left(self.starts, first) : bisect_left(self.starts, end)]


def find_keywords(old: Report, new: Report) -> tuple[Keywords, Keywords]:
    """Give the keywords of either report's sections, by position in ``Report.sections``.

    The strongest come first: those by whose log-likelihood the section's goals differ most from
    both plans, public reports counted in (Dunning, “Accurate Methods for the Statistics of
    Surprise and Coincidence”, 1993). A term counts once a goal. In a language whose public
    reports we have not counted there are none.
    """
    language = get_language(new.language)
    if language.code not in list_tables():
        return ((),) * len(old.sections), ((),) * len(new.sections)
    sides = _list_terms(old.pledges, language), _list_terms(new.pledges, language)
    judge = _Judge(*sides, language)
    one, two = (
        tuple(judge.pick(side.inside(s.span.start, s.span.end)) for s in report.sections)
        for report, side in zip((old, new), sides, strict=True)
    )
    return one, two


def _list_terms(goals: Sequence[Goal], language: Language) -> _Terms:
    """List the words of each goal, and the pairs of words that mostly stand together."""
    ordered = sorted(goals, key=lambda goal: goal.span)
    words = [w for w in language.split_words("\n".join(g.wording for g in ordered)) if w != " "]
    single = Counter(words)
    firm = {
        pair
        for pair, n in Counter(pairwise(words)).items()
        if n >= TWICE
        and n >= FIRM * max(single[pair[0]], single[pair[1]])
        and all(map(_WORD.fullmatch, pair))
    }
    glue = "" if language.repairs.joined else " "
    terms: list[set[str]] = [set()]
    for term in _join_words(words, firm, glue):
        if term == "\n":
            terms.append(set())
        elif _WORD.match(term):
            terms[-1].add(term)
    starts = [goal.span.start for goal in ordered]
    return _Terms([*map(frozenset, terms)], starts, {glue.join(pair): pair for pair in firm})


def _join_words(words: Sequence[str], firm: set[tuple[str, str]], glue: str) -> Iterator[str]:
    joined = False
    for pair in pairwise((*words, "")):
        if joined:
            joined = False
            continue
        joined = pair in firm
        yield glue.join(pair) if joined else pair[0]


class _Judge:
    """Knows how common every term is, in both plans and in public reports."""

    def __init__(self, old: _Terms, new: _Terms, language: Language) -> None:
        self._language = language
        self._size = len(old.goals) + len(new.goals)
        self._counts = Counter(chain.from_iterable((*old.goals, *new.goals)))
        self._usual = self._rate({**old.joined, **new.joined})
        self._named: dict[str, bool] = {}

    def _rate(self, joined: Mapping[str, tuple[str, str]]) -> Mapping[str, float]:
        """Give the share of sentences in public reports that hold a term, at most."""
        often = (term for term, n in self._counts.items() if n >= TWICE)
        cut = {term: joined.get(term, (term,)) for term in often}
        words = [*dict.fromkeys(chain.from_iterable(cut.values()))]
        if not words:
            return {}
        rarities = weigh_words(words, self._language.code).tolist()
        shares = {word: exp(-rarity) for word, rarity in zip(words, rarities, strict=True)}
        return {term: min(map(shares.__getitem__, own)) for term, own in cut.items()}

    def pick(self, goals: Sequence[frozenset[str]]) -> tuple[str, ...]:
        """Give the terms that are clearly more common in these goals, and name something."""
        strengths = {
            term: self._measure(n, len(goals), term)
            for term, n in Counter(chain.from_iterable(goals)).items()
            if n >= TWICE and self._usual[term] < USUAL
        }
        clear = [term for term, strength in strengths.items() if strength >= CLEAR]
        ranked = sorted(clear, key=lambda term: (-strengths[term], term))
        return tuple(filter(self._is_name, ranked[: 3 * MOST]))[:MOST]

    def _measure(self, n: int, size: int, term: str) -> float:
        """Say in standard errors how far a count is above what both plans and reports expect."""
        usual = (self._counts[term] + self._usual[term] * PRIOR) / (self._size + PRIOR)
        expected = usual * size
        return sqrt(2 * (n * log(n / expected) - n + expected)) if n > expected else 0.0

    def _is_name(self, term: str) -> bool:
        """Tell what names something from what is done to it: 医保 from 得到."""
        if term not in self._named:
            last = self._language.mark_words(term)[-1][1]
            self._named[term] = last in (Part.NAME, Part.QUOTE)
        return self._named[term]
