"""Titles that are goals: what one report sets as a goal, another may say in a lead sentence.

深化“放管服”改革 heads a paragraph this year and was a clause of one last year: to call it dropped
would be wrong. A title that no goal of the other report answers to stays a title.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.alignment.encoder import Encoder
from compare.languages.themes import Tagger
from compare.model import Evidence, Goal, GoalKind, Report, Role, Section, Span

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats

_STOPS = "。；.; "
SENTENCES = frozenset({Evidence.LEAD, Evidence.INNER, Evidence.COUNTED})
SAME = 0.74  # likeness in meaning; all 35 titles found so in five pairs of reports were read


def count_titles(report: Report, other: Report, encoder: Encoder, tagger: Tagger) -> Report:
    """Give a report those of its titles as goals that say what the other one sets as a goal."""
    titles = tuple(_list_titles(report.document.text, report.outline, ()))
    if not (titles and report.pledges and other.pledges):
        return report
    own, theirs, found = (
        encoder.encode([goal.wording for goal in goals])
        for goals in (report.pledges, other.pledges, titles)
    )
    saying = tagger.tag(titles[place] for place in _find_saying(found, own, theirs))
    if not saying:
        return report
    goals = *report.goals, *saying
    return replace(report, goals=tuple(sorted(goals, key=lambda goal: goal.span)))


def _find_saying(titles: "Floats", own: "Floats", theirs: "Floats") -> list[int]:
    """Find the titles that say a goal of the other report, and better than any goal does."""
    import numpy as np

    likeness = titles @ theirs.T
    nearest = likeness.argmax(axis=1)
    best = likeness[np.arange(len(titles)), nearest]
    rival = (theirs[nearest] @ own.T).max(axis=1)
    places: list[int] = np.nonzero((best >= SAME) & (best > rival))[0].tolist()
    return places


def _list_titles(text: str, sections: Sequence[Section], path: tuple[str, ...]) -> Iterator[Goal]:
    for section in sections:
        if section.role is Role.PLAN and section.evidence in SENTENCES:
            words = section.heading.of(text).rstrip(_STOPS)
            place = Span(section.heading.start, section.heading.start + len(words))
            yield Goal(GoalKind.PLEDGE, section.year, place, place, section.title, path)
        yield from _list_titles(text, section.children, (*path, section.title))
