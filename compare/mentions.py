"""Indicators that a review names without a number: 居民收入稳步增长, 物价总体平稳.

What stands before such words must be the indicator's own name: 就业形势总体稳定 says nothing of
城镇新增就业, and 居民收入差距缩小 nothing of 居民收入.
"""

import re
from collections.abc import Iterable, Mapping

from compare.languages.indicators import find_name, is_generic
from compare.languages.registry import Registry
from compare.model import Goal, Report, Span

CLAUSE = re.compile(r"[^，,、；;。:：.!?！？\n]+")


def list_mentions(
    outcomes: Iterable[Goal], report: Report, registry: Registry
) -> Mapping[str, Span]:
    """Find the clauses that name an indicator and say how it fares, by the indicator's name.

    An indicator of which the review gives any figure at all is not among them.
    """
    outcomes = tuple(outcomes)
    told = {name_indicator(q.indicator, registry) for goal in outcomes for q in goal.quantities}
    states = _join(registry.words.get("states", ()), registry.wide)
    mentions: dict[str, Span] = {}
    for goal in outcomes:
        for clause in CLAUSE.finditer(report.document.text, goal.span.start, goal.span.end):
            state = states.search(clause[0])
            if goal.quantities or not state or re.search(r"\d", clause[0]):
                continue
            name = name_indicator(clause[0][: state.start()].strip(), registry)
            if name and name not in told:
                mentions.setdefault(name, Span(*clause.span()))
    return mentions


def name_indicator(phrase: str, registry: Registry) -> str:
    """Give an indicator one name, or none where the phrase says too little to be sure."""
    folded = registry.fold(phrase)
    short = len(folded) < 3 if registry.wide else len(folded.split()) < 2 and not phrase.isupper()
    if short or is_generic(phrase, registry):  # 经济, economy
        return ""
    return find_name(phrase, registry) or folded


def _join(words: Iterable[str], wide: bool) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in words)
    if not choice:
        return re.compile(r"(?!)")
    return re.compile(choice if wide else rf"(?<![\w-])(?:{choice})(?![\w-])", re.IGNORECASE)
