"""How much of each report speaks of each theme: of its goals, and of its text."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from compare.languages.rules import Language
from compare.languages.themes import Tagger
from compare.memory import FORGETFUL, Memory
from compare.model import Report
from compare.model.timelines import ThemeCourse
from compare.timeline.texts import list_sentences

Shares = tuple[tuple[str, float], ...]


def trace_themes(
    reports: Sequence[Report], language: Language, tagger: Tagger, memory: Memory = FORGETFUL
) -> tuple[ThemeCourse, ...]:
    """Trace the share of every theme through the reports, the most spoken of first."""

    def share_text(report: Report) -> Shares:
        return memory.recall(
            Shares, "themes", lambda: _share_text(report, language, tagger), report
        )

    goals = [_share_goals(report) for report in reports]
    texts = [dict(share_text(report)) for report in reports]
    courses = [
        ThemeCourse(
            theme,
            tuple(shares.get(theme, 0.0) for shares in goals),
            tuple(shares.get(theme, 0.0) for shares in texts),
        )
        for theme in dict.fromkeys(theme for shares in (*goals, *texts) for theme in shares)
    ]
    return tuple(sorted(courses, key=lambda course: (-sum(course.goals), course.theme)))


def _share_goals(report: Report) -> Mapping[str, float]:
    counts = Counter(theme for goal in report.pledges for theme in goal.themes)
    return {theme: count / len(report.pledges) for theme, count in counts.items()}


def _share_text(report: Report, language: Language, tagger: Tagger) -> Shares:
    sentences = list_sentences(report, language)
    counts: dict[str, float] = defaultdict(float)
    for sentence in sentences:
        found = tagger.find(sentence)
        for theme in found:
            counts[theme] += len(sentence) / len(found)
    total = sum(map(len, sentences)) or 1
    return tuple((theme, count / total) for theme, count in counts.items())
