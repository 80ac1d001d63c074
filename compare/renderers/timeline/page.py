"""Everything a page of many years says, in the order it is read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from compare.languages.labels import Labels, find_labels
from compare.languages.themes import name_themes
from compare.model import Report
from compare.model.timelines import Timeline
from compare.renderers.timeline.charts import Chart, draw_charts
from compare.renderers.timeline.likeness import Likeness, list_sections, list_wholes, pick_likest
from compare.renderers.timeline.lives import (
    Kind,
    Life,
    LifeGroup,
    find_journey,
    group_lives,
    list_lives,
)
from compare.renderers.timeline.telling import Telling, pick_telling
from compare.renderers.timeline.trends import PhraseList, ThemeTrend, list_phrases, list_themes
from compare.renderers.timeline.years import (
    Column,
    Pair,
    YearTally,
    count_pairs,
    count_years,
    list_columns,
    name_pair,
)
from compare.renderers.view.places import Atlas
from compare.renderers.view.reading import say_note, say_reading

SCRIPT_WORDS = ("list.search_filter", "list.theme_filter", "separator", "comma")
OWN_WORDS = (
    "shown",
    "shown_first",
    "hits",
    "group_span",
    "group_born",
    "group_died",
    "born",
    "woke",
    "left",
    "pair",
    "pair_kept",
    "pair_gone",
    "pair_file",
)


LEAST, MOST = 3, 12  # targets in a chart that is worth drawing, and charts


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template needs; it adds markup and nothing else.

    ``pairs`` is the folder beside the page that holds the full comparisons, or empty.
    """

    labels: Labels
    timeline: Timeline
    issuer: str
    columns: tuple[Column, ...]
    atlases: tuple[Atlas, ...]
    years: tuple[YearTally, ...]
    lives: tuple[Life, ...]
    groups: tuple[LifeGroup, ...]
    telling: tuple[Telling, ...]
    charts: tuple[Chart, ...]
    themes: tuple[ThemeTrend, ...]
    phrases: tuple[PhraseList, ...]
    wholes: tuple[Likeness, ...]
    sections: tuple[tuple[Likeness, ...], ...]
    crossings: tuple[Pair, ...]
    notes: tuple[str, ...]
    pairs: str

    @property
    def span(self) -> str:
        """The first and the last year."""
        years = self.timeline.years
        return self.labels.say("timeline.years", first=years[0], last=years[-1])

    @property
    def missing(self) -> str:
        """The years without a report."""
        gaps = (column.name for column in self.columns if column.report is None)
        return self.labels.words["comma"].join(gaps)

    @property
    def language(self) -> str:
        """The language of the reports."""
        return self.timeline.reports[0].language

    @property
    def kinds(self) -> dict[Kind, int]:
        """How many lines are of each kind."""
        counts = Counter(kind for life in self.lives for kind in life.kinds)
        return {kind: counts[kind] for kind in Kind}

    @property
    def leading(self) -> tuple[Chart, ...]:
        """The indicators to draw: those that head plans, or else the longest."""
        long = [chart for chart in self.charts if len(chart.bars) >= LEAST]
        return tuple([chart for chart in long if chart.series.leads] or long)[:MOST]

    @property
    def likest(self) -> tuple[Likeness, ...]:
        """The sections of all years that were kept most."""
        return pick_likest(self.sections)

    @property
    def pair_rows(self) -> tuple[tuple[Pair, ...], ...]:
        """The crossings by their older report."""
        reports = range(len(self.timeline.reports) - 1)
        return tuple(tuple(p for p in self.crossings if p.old == old) for old in reports)

    @property
    def facts(self) -> dict[str, object]:
        """What the script needs: years, themes, the folder of pairs and a few words."""
        words = {word.split(".")[-1]: self.labels.words[word] for word in SCRIPT_WORDS}
        own = {word: self.labels.words[f"lives.{word}"] for word in OWN_WORDS}
        return {
            "years": self.timeline.years,
            "theme": {group.theme: self.name_theme(group.theme) for group in self.groups},
            "pairs": self.pairs,
            "words": words | own,
        }

    def name_theme(self, theme: str) -> str:
        """Name a theme in the page's language."""
        if not theme:
            return self.labels.say("list.unthemed")
        return _name_themes(self.timeline, self.labels.language).get(theme, theme)

    def find_journey(self, life: Life) -> tuple[str, str] | None:
        """Give the figure that a line began with and the one it has last."""
        return find_journey(life, self.timeline.reports)

    def name_year(self, report: int) -> str:
        """Name a report by its year."""
        return str(self.timeline.years[report])

    def find_file(self, pair: Pair) -> str:
        """Name the file of the full comparison of two reports, from where the page stands."""
        years = self.timeline.years
        return f"{self.pairs}/{name_pair(years[pair.old], years[pair.new])}"

    def name_file(self, report: Report) -> str:
        """Name a report's file, without the folders it lay in."""
        return PurePath(report.document.name).name

    def say_reading(self, report: Report) -> tuple[tuple[str, str], ...]:
        """Account for how a report was read."""
        return say_reading(report, self.labels)


def _name_themes(timeline: Timeline, language: str) -> Mapping[str, str]:
    return dict(timeline.theme_names) or name_themes(language)


def build_page(timeline: Timeline, lang: str | None = None, pairs: str = "") -> Page:
    """Work out a page in the given language, or in that of the reports."""
    labels = find_labels(lang or timeline.reports[-1].language)
    columns, lives = list_columns(timeline), list_lives(timeline)
    return Page(
        labels=labels,
        timeline=timeline,
        issuer=name_issuer(timeline),
        columns=columns,
        atlases=tuple(map(Atlas, timeline.reports)),
        years=count_years(timeline),
        lives=lives,
        groups=group_lives(lives),
        telling=pick_telling(lives),
        charts=draw_charts(timeline, columns, labels),
        themes=list_themes(timeline),
        phrases=list_phrases(timeline),
        wholes=list_wholes(timeline),
        sections=list_sections(timeline),
        crossings=count_pairs(timeline),
        notes=tuple(say_note(note, labels) for note in timeline.all_notes),
        pairs=pairs,
    )


def name_issuer(timeline: Timeline) -> str:
    """Name who speaks in most reports, the longer name first."""
    names = Counter(report.issuer for report in timeline.reports if report.issuer)
    return max(names, key=lambda name: (names[name], len(name)), default="")
