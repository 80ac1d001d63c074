"""What a timeline says in the reader's language, for every format that is not for programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from compare.languages.labels import Labels, find_labels
from compare.languages.themes import name_themes
from compare.model import Quantity, Trait
from compare.model.timelines import Phrase, Point, Presence, Thread, Timeline
from compare.renderers.view.figures import print_figure
from compare.renderers.view.promises import SHAPES as VERDICTS
from compare.renderers.view.reading import say_note

MARKS = {
    Presence.ADDED: "＋",
    Presence.CARRIED: "→",
    Presence.DORMANT: "○",
    Presence.REVIVED: "↻",
    Presence.DROPPED: "−",
}
MISSING, NOTHING = "·", "　"  # a year without a report; a year before or after its life
RELIABLE = 1.96  # beyond it, a z-score is more than chance nineteen times in twenty


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A timeline and the words to tell it in; ``years`` names each report by its year."""

    labels: Labels
    timeline: Timeline
    issuer: str
    years: tuple[str, ...]
    headline: str
    notes: tuple[str, ...]

    @property
    def title(self) -> str:
        """Who reported, and over which years."""
        first, last = self.timeline.years[0], self.timeline.years[-1]
        return self.labels.say("chronicle.title", issuer=self.issuer, first=first, last=last)

    def name_theme(self, theme: str) -> str:
        """Name a theme; what has none is said to have none."""
        names = dict(self.timeline.theme_names) or name_themes(self.labels.language)
        return names.get(theme, theme) or self.labels.say("list.unthemed")

    def draw_line(self, thread: Thread) -> str:
        """Draw a thread's life, a sign for every year from the first report to the last."""
        years = self.timeline.years
        signs = dict.fromkeys(range(years[0], years[-1] + 1), MISSING)
        for report, presence in enumerate(thread.presences):
            moved = Trait.RAISED in thread.traits[report], Trait.LOWERED in thread.traits[report]
            sign = MARKS[presence] if presence else NOTHING
            if presence is Presence.CARRIED and moved[0] != moved[1]:
                sign = "▲" if moved[0] else "▼"
            signs[years[report]] = sign
        return "".join(signs.values()).rstrip(NOTHING)

    def quote(self, thread: Thread, report: int) -> str:
        """Give what a report says of a thread, a line a goal."""
        pledges = self.timeline.reports[report].pledges
        return "\n".join(pledges[goal].wording for goal in thread.steps[report])

    def print_target(self, point: Point) -> str:
        """Give a target as its plan prints it."""
        return self._print(point.target, self.timeline.years.index(point.year))

    def print_result(self, point: Point) -> str:
        """Give a result as the report that holds it prints it, with the sign of its verdict."""
        if point.source is None:
            return ""
        shape = VERDICTS[point.verdict] if point.verdict else ""
        return f"{self._print(point.result, point.source)} {shape}".strip()

    def _print(self, quantity: Quantity | None, report: int) -> str:
        return print_figure(quantity, self.timeline.reports[report]) if quantity else ""


def open_chronicle(timeline: Timeline, lang: str | None) -> Chronicle:
    """Find the words for a timeline, in the given language or in that of the reports."""
    labels = find_labels(lang or timeline.reports[-1].language)
    names = {report.issuer for report in timeline.reports} - {""}
    long = max(names, key=len, default="")
    issuer = long if all(name in long for name in names) else " / ".join(sorted(names))
    years = tuple(labels.say("year", year=year) for year in timeline.years)
    notes = tuple(dict.fromkeys(say_note(note, labels) for note in timeline.all_notes))
    return Chronicle(labels, timeline, issuer, years, _say_headline(timeline, labels), notes)


def _say_headline(timeline: Timeline, labels: Labels) -> str:
    reports = len(timeline.reports)
    return labels.say(
        "chronicle.headline",
        first=timeline.years[0],
        last=timeline.years[-1],
        reports=reports,
        goals=f"{sum(len(report.pledges) for report in timeline.reports):,}",
        threads=f"{len(timeline.threads):,}",
        whole=f"{sum(thread.stated == reports for thread in timeline.threads):,}",
        back=f"{sum(Presence.REVIVED in thread.presences for thread in timeline.threads):,}",
    )


def list_phrases(
    timeline: Timeline, kind: str, most: int, report: int | None = None
) -> list[Phrase]:
    """List phrases that are rising, fading, fresh (first used) or gone (last used) in a report.

    Fresh and gone ones go by how often they were used, the others by how surely they changed.
    None is part of another in the list; the first report has no fresh ones, the last none gone.
    """
    end = len(timeline.reports) - 1
    tests: Mapping[str, Callable[[Phrase], bool]] = {
        "rising": lambda phrase: phrase.trend >= RELIABLE,
        "fading": lambda phrase: phrase.trend <= -RELIABLE,
        "fresh": lambda phrase: phrase.first == report and report > 0,
        "gone": lambda phrase: phrase.last == report and report < end,
    }
    found = [phrase for phrase in timeline.phrases if tests[kind](phrase)]
    if report is not None:
        found.sort(key=lambda phrase: -phrase.total)
    picked: list[Phrase] = []
    for phrase in found:
        if not any(phrase.text in other.text or other.text in phrase.text for other in picked):
            picked.append(phrase)
        if len(picked) == most:
            break
    return picked
