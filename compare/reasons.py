"""Why a target changed, where the new report says so (调低赤字率，主要是…)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compare.languages.indicators import find_variants
from compare.languages.registry import Registry
from compare.languages.rules import Language
from compare.model import Change, FigurePair, Goal, Quantity, Report, Span, Trait

MOSTLY = 2 / 3  # of a name's words: a verb may have been read with it (set the deficit ratio)
PARAGRAPHS = 3  # an explanation stands in the target's paragraph, or in one of the next two


def explain_changes(
    changes: Iterable[Change], new: Report, language: Language, registry: Registry
) -> tuple[Change, ...]:
    """Attach to each figure that changed the sentence of the new report that says why."""
    homes = {
        figure: goal
        for goal in new.pledges
        for quantity in goal.quantities
        for figure in (quantity, quantity.condition)
        if figure
    }

    def explain(pair: FigurePair) -> FigurePair:
        if set(pair.traits) <= {Trait.SAME_VALUE}:
            return pair
        reason = find_reason(pair.new, homes[pair.new], new, language, registry)
        return replace(pair, reason=reason)

    return tuple(replace(c, figures=tuple(map(explain, c.figures))) for c in changes)


def find_reason(
    target: Quantity, goal: Goal, report: Report, language: Language, registry: Registry
) -> Span | None:
    """Find the sentence on a target that gives a reason, or one that does so for all targets.

    One that names the target is better than the next sentence, and that better than one on all.
    """
    text, cues = report.document.text, language.reasons
    best: tuple[int, Span] | None = None
    for position, sentence in enumerate(_list_sentences(goal.sentence, text, language)):
        words = language.fold(sentence.of(text))
        named = cues.named.search(words)
        if named and _names(named[0], target.indicator, registry):
            return sentence
        if position == 1 and cues.following.match(words):
            best = (0, sentence)
        elif position and best is None and cues.summary.match(words):
            best = (1, sentence)
    return best[1] if best else None


def _list_sentences(first: Span, text: str, language: Language) -> Iterator[Span]:
    """Yield a sentence and those after it, to the end of a few paragraphs."""
    start, left = first.start, PARAGRAPHS
    while left and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for match in language.goals.sentence.finditer(text[start:end]):
            lead = len(match[0]) - len(match[0].lstrip())
            if match[0].strip():
                yield Span(start + match.start() + lead, start + match.end())
        left -= bool(text[start:end].strip())
        start = end + 1


def _names(words: str, indicator: str, registry: Registry) -> bool:
    """Tell whether words hold an indicator's name, or another it goes by."""
    folded = registry.fold(words)
    variants = {registry.fold(name) or name for name in find_variants(indicator, registry)}
    if registry.wide:
        return any(len(name) > 2 and name in folded for name in variants)
    told = set(folded.split())
    names = [set(name.split()) for name in variants]
    return any(len(told & name) > 1 and len(told & name) >= MOSTLY * len(name) for name in names)
