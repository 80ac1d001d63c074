"""Expressions that come and go: found by how they hold together, weighed by log-odds.

An expression is a run of words that occurs often, in which the words are bound to each other, and
that is not merely part of a longer one. What rises and what fades is told by the log-odds ratio
with an informative Dirichlet prior (Monroe, Colaresi & Quinn, Fightin' Words, 2008), so that a
word used twice does not outrank one used forty times.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from compare.languages.rules import Language, Part
from compare.memory import FORGETFUL, Memory
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


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a report that may stand in an expression, an empty one where they may not.

    ``parts`` says how often each word plays each part.
    """

    words: Words
    parts: tuple[tuple[str, Part, int], ...]


def find_phrases(
    reports: Sequence[Report],
    language: Language,
    keywords: frozenset[str],
    memory: Memory = FORGETFUL,
) -> tuple[Phrase, ...]:
    """Find the expressions whose use changed most, rising or fading, the strongest first.

    A single word counts only if it is one of the ``keywords``, or was quoted as a name.
    """

    def mark(report: Report) -> Marked:
        return memory.recall(Marked, "words", lambda: _mark_words(report, language), report)

    texts = [mark(report) for report in reports]
    sizes = [sum(map(bool, text.words)) for text in texts]
    uses = _count_runs([text.words for text in texts])
    judge = _Judge(uses, sum(sizes), _settle_parts(texts), keywords)
    whole = _keep_whole({words: uses[words] for words in uses if judge.is_expression(words)})
    glue = "" if language.repairs.joined else " "
    phrases = [Phrase(glue.join(words), uses, _weigh(uses, sizes)) for words, uses in whole.items()]
    return tuple(sorted(phrases, key=lambda phrase: (-abs(phrase.trend), phrase.text))[:MOST])


def _mark_words(report: Report, language: Language) -> Marked:
    words = [""]
    parts: Counter[tuple[str, Part]] = Counter()
    for sentence in list_sentences(report, language):
        for word, part in (*language.mark_words(sentence), ("", Part.NONE)):
            if part is not Part.NONE:
                words.append(word)
                parts[word, part] += 1
            elif words[-1]:
                words.append("")
    return Marked(tuple(words), tuple((*pair, count) for pair, count in parts.items()))


def _settle_parts(texts: Iterable[Marked]) -> Mapping[str, Part]:
    """Give every word the part that it plays most often."""
    counts: Counter[tuple[str, Part]] = Counter()
    for text in texts:
        for word, part, count in text.parts:
            counts[word, part] += count
    return {word: part for (word, part), _ in reversed(counts.most_common())}


def _count_runs(texts: Sequence[Words]) -> dict[Words, tuple[int, ...]]:
    """Count for each text every run of words that is used often enough in all of them.

    Longer runs are only looked for where both their parts are frequent (Agrawal & Srikant 1994).
    """
    words = [word for text in texts for word in text]
    owners = [owner for owner, text in enumerate(texts) for _ in text]
    places = [place for place, word in enumerate(words) if word]
    found: dict[Words, tuple[int, ...]] = {}
    for length in range(1, LONGEST + 1):
        runs = [tuple(words[place : place + length]) for place in places]
        totals = Counter(runs)
        counts: dict[Words, list[int]] = defaultdict(lambda: [0] * len(texts))
        frequent = set()
        for place, run in zip(places, runs, strict=True):
            if totals[run] >= LEAST:
                counts[run][owners[place]] += 1
                frequent.add(place)
        found |= {run: tuple(uses) for run, uses in counts.items()}
        places = [place for place in places if place in frequent and place + 1 in frequent]
    return found


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
