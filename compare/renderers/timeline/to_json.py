"""JSON of many years as promised to others: see ``schemas/timeline-1.json`` in the package."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compare.languages.themes import name_themes
from compare.model.timelines import Phrase, Point, Series, Similarity, Thread, Tie, Timeline
from compare.renderers.records import (
    Names,
    describe_generator,
    write_comparison,
    write_note,
    write_number,
    write_quote,
    write_report,
    write_target,
)


def render(timeline: Timeline, *, lang: str | None = None) -> bytes:
    """Render a timeline as UTF-8 JSON; only the names of themes are in ``lang``."""
    return _dump(_Writer(timeline, lang).write())


def _dump(value: Mapping[str, Any]) -> bytes:
    """Write an entry of a list on each line: ten times as fast as lines for all, and to be read."""
    parts = []
    for key, part in value.items():
        lines = [json.dumps(entry, ensure_ascii=False) for entry in _list_entries(part)]
        text = ",\n".join(lines)
        parts.append(f"{json.dumps(key)}: " + (f"[\n{text}\n]" if isinstance(part, list) else text))
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _list_entries(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


class _Writer:
    """Writes a timeline; ids of goals and sections begin with their report's year: 2018g12."""

    def __init__(self, timeline: Timeline, lang: str | None) -> None:
        self.timeline, self.reports, self.years = timeline, timeline.reports, timeline.years
        self.names = [Names(str(report.year), report) for report in self.reports]
        ours = name_themes(lang or self.reports[-1].language)
        self.theme_names = dict(timeline.theme_names) or ours

    def write(self) -> dict[str, Any]:
        """Write all of it."""
        timeline = self.timeline
        return {
            "schema": "compare-reports/timeline/1",
            "generator": describe_generator(timeline.settings),
            "reports": [write_report(*pair) for pair in zip(self.reports, self.names, strict=True)],
            "missing": list(timeline.missing),
            "comparisons": list(self._list_comparisons()),
            "threads": [self._write_thread(i, t) for i, t in enumerate(timeline.threads, 1)],
            "targets": [self._write_series(series) for series in timeline.series],
            "themes": list(self._list_themes()),
            "phrases": [self._write_phrase(phrase) for phrase in timeline.phrases],
            "similarity": [self._write_similarity(found) for found in timeline.similarities],
            "warnings": [write_note(note) for note in timeline.all_notes],
        }

    def _list_comparisons(self) -> Iterable[dict[str, Any]]:
        for place, comparison in enumerate(self.timeline.comparisons):
            years = {"old": self.years[place], "new": self.years[place + 1]}
            yield years | write_comparison(comparison, self.names[place], self.names[place + 1])

    def _write_thread(self, number: int, thread: Thread) -> dict[str, Any]:
        steps = zip(self.years, thread.steps, self.names, strict=True)
        return {
            "id": f"t{number}",
            "wording": thread.wording,
            "theme": thread.theme or None,
            "first": self.years[thread.first],
            "last": self.years[thread.last],
            "span": self.years[thread.last] - self.years[thread.first] + 1,
            "survival": round(thread.survival, 3),
            "may_be_older": thread.is_open,
            "goals": {
                str(year): [ids.goals[i] for i in found] for year, found, ids in steps if found
            },
            "status": self._by_year([p and p.value for p in thread.presences]),
            "traits": self._by_year([[t.value for t in traits] for traits in thread.traits]),
            "split_from": self._write_tie(thread.origin),
            "merged_into": self._write_tie(thread.heir),
        }

    def _by_year(self, values: Sequence[Any]) -> dict[str, Any]:
        """Write what goes by report under the years; nothing is left out."""
        return {str(year): value for year, value in zip(self.years, values, strict=True) if value}

    def _write_tie(self, tie: Tie | None) -> dict[str, Any] | None:
        if tie is None:
            return None
        return {"thread": f"t{tie.thread + 1}", "year": self.years[tie.report]}

    def _write_series(self, series: Series) -> dict[str, Any]:
        return {
            "indicator": series.indicator,
            "unit": series.unit,
            "kind": series.kind.value,
            "leads": series.leads,
            "years": {str(point.year): self._write_point(point) for point in series.points},
        }

    def _write_point(self, point: Point) -> dict[str, Any]:
        target = result = None
        if point.target:
            own = self.reports[self.years.index(point.year)].document
            target = write_target(point.target, own)
        if point.result and point.source is not None:
            document, value = self.reports[point.source].document, point.result
            result = {
                **write_quote(value.span, document),
                "value": write_number(value.value),
                "unit": value.unit,
                "report": self.years[point.source],
            }
        return {
            "target": target,
            "result": result,
            "verdict": point.verdict and point.verdict.value,
            "margin": write_number(point.margin),
        }

    def _list_themes(self) -> Iterable[dict[str, Any]]:
        for course in self.timeline.themes:
            shares = zip(self.years, course.goals, course.text, strict=True)
            yield {
                "theme": course.theme,
                "name": self.theme_names.get(course.theme, course.theme),
                "years": {
                    str(year): {"goals": round(goals, 4), "text": round(text, 4)}
                    for year, goals, text in shares
                },
            }

    def _write_phrase(self, phrase: Phrase) -> dict[str, Any]:
        return {
            "text": phrase.text,
            "first": self.years[phrase.first],
            "last": self.years[phrase.last],
            "trend": round(phrase.trend, 3),
            "counts": self._by_year(phrase.counts),
        }

    def _write_similarity(self, found: Similarity) -> dict[str, Any]:
        place, old, new = found.comparison, [], []
        if found.link is not None:
            link = self.timeline.comparisons[place].sections[found.link]
            old = [self.names[place].section_at[i] for i in link.old]
            new = [self.names[place + 1].section_at[i] for i in link.new]
        return {
            "old": self.years[place],
            "new": self.years[place + 1],
            "old_sections": old,
            "new_sections": new,
            "cosine": round(found.cosine, 4),
            "jaccard": round(found.jaccard, 4),
            "edits": round(found.edits, 4),
        }
