"""Everything a page says, in the order it is read."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath

from compare.languages.labels import Labels, find_labels
from compare.model import Comparison, Report
from compare.renderers.view.figures import Figure, list_figures
from compare.renderers.view.highlights import Highlight, pick_highlights
from compare.renderers.view.lists import Chip, RowGroup, group_rows, list_chips, name_group
from compare.renderers.view.places import Atlas
from compare.renderers.view.promises import Promise, list_promises, say_promises
from compare.renderers.view.reading import say_note, say_reading
from compare.renderers.view.reasons import Reason, list_reasons
from compare.renderers.view.rows import Row, list_rows
from compare.renderers.view.section_map import SectionMap, count_flows, draw_map
from compare.renderers.view.tally import Shift, Tally, count_changes, say_headline
from compare.renderers.view.themes import ThemeLine, count_themes, name_own_themes
from compare.renderers.view.whole_text import Paragraph, cut_text

SCRIPT_WORDS = (
    "list.shown",
    "list.unchanged",
    "list.copy",
    "list.copied",
    "list.section_filter",
    "list.theme_filter",
    "list.search_filter",
    "list.only_old",
    "list.unthemed",
    "list.citation",
    "list.characters",
    "separator",
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports: ``key`` is old or new, ``name`` what a sentence calls it.

    ``rows`` finds the row of a goal, by its position in ``report.pledges``.
    """

    key: str
    name: str
    report: Report
    atlas: Atlas
    text: tuple[Paragraph, ...]
    rows: dict[int, Row]

    @property
    def overview(self) -> dict[Shift, str]:
        """Where in the text the goals of each part stand, as strokes on a strip 1000 tall."""
        length = len(self.report.document.text) or 1
        strokes: dict[Shift, list[str]] = {}
        for goal, place in enumerate(self.atlas.places):
            at, tall = 1000 * place.span.start / length, 1000 * len(place.span) / length
            strokes.setdefault(self.rows[goal].shift, []).append(f"M4 {at:.0f}v{max(tall, 1):.0f}")
        return {shift: "".join(paths) for shift, paths in strokes.items()}

    @property
    def title(self) -> str:
        """What the report calls itself, or what its file is called."""
        return self.report.title or self.file

    def say_reading(self, labels: Labels) -> tuple[tuple[str, str], ...]:
        """Account for how the report was read."""
        return say_reading(self.report, labels)

    @property
    def file(self) -> str:
        """The name of the file, without the folders it lay in."""
        return PurePath(self.report.document.name).name


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template needs; it adds markup and nothing else."""

    labels: Labels
    comparison: Comparison
    issuer: str
    old: Side
    new: Side
    tally: Tally
    headline: str
    highlights: tuple[Highlight, ...]
    figures: tuple[Figure, ...]
    reasons: tuple[Reason, ...]
    promises: tuple[Promise, ...]
    map: SectionMap
    flows: Counter[tuple[int, int]]
    themes: tuple[ThemeLine, ...]
    rows: tuple[Row, ...]
    groups: tuple[RowGroup, ...]
    chips: tuple[Chip, ...]
    notes: tuple[str, ...]

    @property
    def facts(self) -> dict[str, object]:
        """What the script needs to group rows anew: the names of groups, and a few words."""
        return {
            "old": [name_group(group, self.labels) for group in self.old.atlas.groups],
            "new": [name_group(group, self.labels) for group in self.new.atlas.groups],
            "theme": {line.theme: self.name_theme(line.theme) for line in self.themes},
            "themes": [line.theme for line in self.themes],
            "sources": {side.key: self._cite(side) for side in (self.old, self.new)},
            "names": {"old": self.old.name, "new": self.new.name},
            "words": {word.split(".")[-1]: self.labels.words[word] for word in SCRIPT_WORDS},
        }

    def say_promises(self) -> str:
        """Say in one sentence what came of the targets."""
        return say_promises(self.promises, self.labels)

    def _cite(self, side: Side) -> str:
        """Name a report as a citation does."""
        issuer, title = side.report.issuer, side.report.title
        if not issuer or not title:
            return issuer or title
        return self.labels.say("cite", issuer=issuer, title=title)

    def name_theme(self, theme: str) -> str:
        """Name a theme in the page's language."""
        return name_own_themes(self.comparison, self.labels.language).get(theme, theme)


def build_page(comparison: Comparison, lang: str | None = None) -> Page:
    """Work out a page in the given language, or in that of the reports."""
    labels = find_labels(lang or comparison.new.language)
    names = name_reports(comparison, labels)
    old, new = Atlas(comparison.old), Atlas(comparison.new)
    tally = count_changes(comparison)
    figures = list_figures(comparison)
    highlights = pick_highlights(comparison, figures, old, new)
    rows = list_rows(comparison, old, new, _rank(highlights))
    old_rows = {goal: row for row in rows for goal in row.change.link.old}
    new_rows = {goal: row for row in rows for goal in row.change.link.new}
    return Page(
        labels,
        comparison,
        name_issuer(comparison),
        Side("old", names[0], comparison.old, old, cut_text(comparison.old), old_rows),
        Side("new", names[1], comparison.new, new, cut_text(comparison.new), new_rows),
        tally,
        say_headline(tally, *names, labels),
        highlights,
        figures,
        list_reasons(figures, new),
        list_promises(comparison, new, labels),
        draw_map(comparison, old, new),
        count_flows(comparison, old, new),
        count_themes(comparison),
        rows,
        group_rows(rows, old, new, labels),
        list_chips(rows),
        tuple(say_note(note, labels) for note in comparison.all_notes),
    )


def name_reports(comparison: Comparison, labels: Labels) -> tuple[str, str]:
    """Name the reports by their years; where these do not tell them apart, say which is which."""
    years = comparison.old.year, comparison.new.year
    old, new = (labels.say("year", year=year) if year else "" for year in years)
    if old and new and old != new:
        return old, new
    return (
        labels.say("old", year=old) if old else labels.say("old_alone"),
        labels.say("new", year=new) if new else labels.say("new_alone"),
    )


def name_issuer(comparison: Comparison) -> str:
    """Name who speaks in both reports, by the longer of two names for the same office."""
    names = {comparison.old.issuer, comparison.new.issuer} - {""}
    long = max(names, key=len, default="")
    return long if all(name in long for name in names) else " / ".join(sorted(names))


def _rank(highlights: tuple[Highlight, ...]) -> dict[int, int]:
    """Put the changes the page leads with before all others."""
    ranks: dict[int, int] = {}
    for rank, highlight in enumerate(highlights):
        if highlight.figure:
            ranks.setdefault(highlight.figure.change, rank)
    return ranks
