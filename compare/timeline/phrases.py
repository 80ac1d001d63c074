"""Expressions that come and go: found by how they hold together, weighed by log-odds.

An expression is a run of words that occurs often, in which the words are bound to each other, and
that is not merely part of a longer one. What rises and what fades is told by the log-odds ratio
with an informative Dirichlet prior (Monroe, Colaresi & Quinn, Fightin' Words, 2008), so that a
word used twice does not outrank one used forty times.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from compare.languages.rules import Language, Part
from compare.model import Report
from compare.model.timelines import Phrase
from compare.timeline.texts import list_sentences

LEAST = 4  # uses in all reports, less and it is chance
LONGEST = 8  # words
BOUND = 3.0  # least pointwise mutual information of two parts of an expression, in nats
WHOLE = 0.7  # share of its uses in a longer one that makes it merely part of that
PRIOR = 0.1  # the prior weighs as much as this share of all text
MOST = 800  # expressions kept, those that changed most

Words = tuple[str, ...]
Run = Sequence[tuple[str, Part]]  # words of one sentence that may stand in one expression


def find_phrases(
    reports: Sequence[Report], language: Language, keywords: frozenset[str]
) -> tuple[Phrase, ...]:
    """Find the expressions whose use changed most, rising or fading, the strongest first.

    A single word counts only if it is one of the ``keywords``, or was quoted as a name.
    """
    runs = [list(_list_runs(report, language)) for report in reports]
    sizes = [sum(map(len, report)) for report in runs]
    marked = Counter(pair for report in runs for run in report for pair in run)
    parts = {word: part for (word, part), _ in reversed(marked.most_common())}
    uses = _count_runs(runs)
    judge = _Judge(uses, sum(sizes), parts, keywords)
    whole = _keep_whole({words: uses[words] for words in uses if judge.is_expression(words)})
    glue = "" if language.repairs.joined else " "
    phrases = [Phrase(glue.join(words), uses, _weigh(uses, sizes)) for words, uses in whole.items()]
    return tuple(sorted(phrases, key=lambda phrase: (-abs(phrase.trend), phrase.text))[:MOST])


def _list_runs(report: Report, language: Language) -> Iterator[Run]:
    """Yield the stretches of words that nothing divides."""
    for sentence in list_sentences(report, language):
        run: list[tuple[str, Part]] = []
        for word, part in language.mark_words(sentence):
            if part is not Part.NONE:
                run.append((word, part))
            elif run:
                yield run
                run = []
        if run:
            yield run


def _count_runs(reports: Sequence[Iterable[Run]]) -> dict[Words, tuple[int, ...]]:
    """Count for each report every run of words that is used often enough in all of them.

    Longer runs are only looked for where both their parts are frequent (Agrawal & Srikant 1994).
    """
    texts = [[tuple(word for word, _ in run) for run in report] for report in reports]
    found: dict[Words, tuple[int, ...]] = {}
    frequent: set[Words] = set()
    for length in range(1, LONGEST + 1):
        counts = [_count_grams(text, length, frequent) for text in texts]
        totals: Counter[Words] = Counter()
        for count in counts:
            totals.update(count)
        frequent = {words for words, total in totals.items() if total >= LEAST}
        found |= {words: tuple(count[words] for count in counts) for words in frequent}
    return found


def _count_grams(text: Iterable[Words], length: int, frequent: Collection[Words]) -> Counter[Words]:
    counts: Counter[Words] = Counter()
    for run in text:
        for start in range(len(run) - length + 1):
            gram = run[start : start + length]
            if length == 1 or (gram[1:] in frequent and gram[:-1] in frequent):
                counts[gram] += 1
    return counts


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells expressions from words that only happen to stand together."""

    uses: Mapping[Words, tuple[int, ...]]
    size: int  # of all text, in words
    parts: Mapping[str, Part]
    keywords: frozenset[str]

    def is_expression(self, words: Words) -> bool:
        """Tell whether words say something by themselves, and belong together."""
        parts = [self.parts[word] for word in words]
        if len(words) == 1:
            return parts[0] is Part.QUOTE or words[0].lower() in self.keywords
        if parts[0] in (Part.INNER, Part.ENDING) or parts[-1] is Part.INNER:
            return False
        naming = any(part in (Part.NAME, Part.QUOTE) for part in parts)
        return naming and self._bind(words) >= BOUND

    def _bind(self, words: Words) -> float:
        """Measure how much more often words stand together than chance has it, at the weakest."""
        total = sum(self.uses[words])
        return min(
            log(total * self.size / (sum(self.uses[words[:at]]) * sum(self.uses[words[at:]])))
            for at in range(1, len(words))
        )


def _keep_whole(uses: Mapping[Words, tuple[int, ...]]) -> dict[Words, tuple[int, ...]]:
    """Leave out what is hardly ever used but as a part of one longer expression."""
    parts: dict[Words, int] = defaultdict(int)
    for words, counts in uses.items():
        for length in range(1, len(words)):
            for start in range(len(words) - length + 1):
                part = words[start : start + length]
                parts[part] = max(parts[part], sum(counts))
    return {words: counts for words, counts in uses.items() if parts[words] < WHOLE * sum(counts)}


def _weigh(uses: Sequence[int], sizes: Sequence[int]) -> float:
    """Give the z-score of the log-odds ratio, the later half of the reports to the earlier."""
    half = len(uses) // 2
    before, after = sum(uses[:half]), sum(uses[half:])
    totals = sum(sizes[:half]), sum(sizes[half:])
    prior, mass = PRIOR * (before + after), PRIOR * sum(totals)

    def find_odds(count: int, total: int) -> float:
        return log((count + prior) / (total + mass - count - prior))

    variance = 1 / (before + prior) + 1 / (after + prior)
    return (find_odds(after, totals[1]) - find_odds(before, totals[0])) / sqrt(variance)
