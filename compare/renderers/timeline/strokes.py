"""Markup that stands on a page of many years a thousand times: a template is too slow for it.

Templates ask for it as ``ink``. What is said, and in which order, is theirs.
"""

from collections.abc import Iterator

from markupsafe import Markup

from compare.model import Goal, Trait
from compare.model.timelines import Presence, Tie
from compare.renderers.safety import escape
from compare.renderers.timeline.lives import STEP, TALL, Life, draw_life
from compare.renderers.timeline.page import Page
from compare.renderers.view.places import say_spot
from compare.renderers.view.rows import TRAIT_SHAPES

SHAPES = {
    Presence.ADDED: "＋",
    Presence.CARRIED: "→",
    Presence.REVIVED: "↻",
    Presence.DORMANT: "…",
    Presence.DROPPED: "−",
}


class Ink:
    """Writes the lines of one page. All of it is escaped."""

    __slots__ = ("_box", "_lang", "_names", "_page", "_texts", "_traits", "_years")

    def __init__(self, page: Page) -> None:
        labels = page.labels
        self._page = page
        self._years = page.timeline.years
        self._lang = "" if page.language == labels.language else f' lang="{escape(page.language)}"'
        self._names = {p: escape(labels.name("presence", p)) for p in Presence}
        self._texts = [report.document.text for report in page.timeline.reports]
        self._traits: dict[Trait, str] = {}
        self._box = f'viewBox="0 0 {STEP * len(page.columns):g} {TALL:g}"'

    @property
    def lang(self) -> Markup:
        """Write the attribute that names the reports' language, if it needs naming."""
        return _finish(self._lang)

    def line(self, life: Life) -> Markup:
        """Draw a line. Strokes keep their width however wide the picture is."""
        drawn = draw_life(life, self._page.columns)
        paths = [("hollow", drawn.hollow), ("gap", drawn.bridge), ("full", drawn.full)]
        paths += [(f"tick {tone}", path) for tone, path in drawn.ticks]
        inked = "".join(f'<path class="{look}" d="{path}"/>' for look, path in paths if path)
        return _finish(
            f'<svg class="line" {self._box} preserveAspectRatio="none" aria-hidden="true">'
            f"{inked}</svg>"
        )

    def facts(self, life: Life) -> Markup:
        """Write what a line is called and what filters know of it, as attributes."""
        return _finish(" ".join(f'{k}="{escape(str(v))}"' for k, v in _list_facts(life)))

    def when(self, life: Life) -> Markup:
        """Write from when to when a line runs, and in how many reports it stands."""
        thread, say = life.thread, self._page.labels.say
        first, last = self._years[thread.first], self._years[thread.last]
        span = str(first) if first == last else f"{first}–{last}"
        stated = escape(say("lives.stated", n=thread.stated))
        return _finish(f"{span} <small>{stated}</small>")

    def steps(self, life: Life) -> Markup:
        """Write what each report says of a line, where it stands, and where it came from."""
        steps = "".join(self._write_step(life, report) for report in range(len(self._years)))
        ties = self._write_tie("origin", life.thread.origin) + self._write_tie(
            "heir", life.thread.heir
        )
        return _finish(f"{ties}<ol>{steps}</ol>")

    def _write_step(self, life: Life, report: int) -> str:
        presence = life.presences[report]
        if presence is None:
            return ""
        word, sign = self._names[presence], SHAPES[presence]
        if presence is Presence.ADDED and not report:
            word, sign = escape(self._page.labels.say("presence.open")), "·"
        traits = "".join(self._name_trait(trait) for trait in life.thread.traits[report])
        head = f'<h4>{self._years[report]} <b data-s="{sign}">{word}</b>{traits}</h4>'
        quotes = "".join(self._quote(report, goal) for goal in life.thread.steps[report])
        return f'<li class="{presence}" data-y="{report}">{head}<div>{quotes}</div></li>'

    def _quote(self, report: int, position: int) -> str:
        """Quote a goal with its figures marked, and say where it stands."""
        atlas = self._page.atlases[report]
        place = atlas.places[position]
        spot = say_spot(atlas.report.document, place, self._page.labels)
        where = f"{place.where} · {spot}" if place.where else spot
        words = "".join(_mark_figures(atlas.goals[position], self._texts[report]))
        return f"<p{self._lang}>{words}</p><cite>{escape(where)}</cite>"

    def _write_tie(self, side: str, tie: Tie | None) -> str:
        if tie is None:
            return ""
        labels = self._page.labels
        said = escape(labels.say(f"lives.{side}", year=self._years[tie.report]))
        wording = escape(self._page.timeline.threads[tie.thread].wording)
        link = f'<a href="#t{tie.thread + 1}"{self._lang}>{wording}</a>'
        return f'<p class="tie">{said}{escape(labels.words["colon"])}{link}</p>'

    def _name_trait(self, trait: Trait) -> str:
        if trait not in self._traits:
            name, shape = escape(self._page.labels.name("trait", trait)), TRAIT_SHAPES.get(trait)
            sign = f' data-s="{shape}"' if shape else ""
            self._traits[trait] = f' <span class="trait"{sign}>{name}</span>'
        return self._traits[trait]


def _mark_figures(goal: Goal, text: str) -> Iterator[str]:
    """Yield a goal's own words, its figures in bold."""
    at = goal.span.start
    for figure in sorted(quantity.figure for quantity in goal.quantities):
        if at <= figure.start and figure.end <= goal.span.end:
            yield escape(text[at : figure.start])
            yield f"<b>{escape(text[figure.start : figure.end])}</b>"
            at = figure.end
    yield escape(text[at : goal.span.end])


def _list_facts(life: Life) -> Iterator[tuple[str, object]]:
    thread = life.thread
    yield "class", "life"
    yield "id", life.id
    yield "data-y", ",".join(str(len(goals) or "") for goals in thread.steps)
    if kinds := life.kinds:
        yield "data-kind", " ".join(kinds)
    if thread.theme:
        yield "data-theme", thread.theme
    for name, tie in (("heir", thread.heir), ("origin", thread.origin)):
        if tie:
            yield f"data-{name}", f"{tie.thread + 1},{tie.report}"


def _finish(text: str) -> Markup:
    """Tell a template that everything in a text has been escaped."""
    return Markup(text)  # noqa: S704
