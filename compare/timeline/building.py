"""Many reports become a timeline: neighbours compared, then what had ended looked for again."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, product

from compare.cache import Cache
from compare.changes import find_changes
from compare.embedders import Embedder
from compare.languages.registry import Registry
from compare.languages.themes import Lexicon
from compare.model import Change, Comparison, Link, Note, Report
from compare.model.timelines import Timeline
from compare.pipeline import Comparer
from compare.printing import print_comparison, print_report
from compare.timeline.gathering import gather_reports
from compare.timeline.parting import Crossings
from compare.timeline.phrases import find_phrases
from compare.timeline.series import build_series
from compare.timeline.similarity import measure_similarities
from compare.timeline.themes import trace_themes
from compare.timeline.threads import trace_threads
from compare.timeline.waking import Bridges, list_ends, pick_sleepers

REACH = 3  # how many reports on a goal that is gone is looked for; time grows with it
Links = tuple[Link, ...]
Tick = Callable[[int, int], None]


def _ignore(done: int, pairs: int) -> None:
    """Tell nobody."""


def build_timeline(
    reports: Iterable[Report],
    *,
    themes: Lexicon | None = None,
    indicators: Registry | None = None,
    embedder: Embedder | None = None,
    cache: Cache | None = None,
    notes: Iterable[Note] = (),
    strict: bool = False,
    tick: Tick = _ignore,
) -> Timeline:
    """Say how goals, targets and themes fared over the years, whatever order reports come in.

    ``themes``, ``indicators`` and ``embedder`` are as in `compare_reports`; a ``cache`` knows the
    pairs of reports that were linked before. A report without a year, in another language than
    most, or beside another of its year, is left out with a note; a `TimelineError` if ``strict``,
    or if fewer than two are left. ``notes`` are of reports that could not even be read. ``tick``
    is told how many pairs of reports are done, and of how many.
    """
    gathered, doubts = gather_reports(reports, notes, strict=strict)
    comparer = Comparer(
        gathered[0].language, themes=themes, indicators=indicators, embedder=embedder, cache=cache
    )
    kept = tuple(map(comparer.tag, gathered))
    spans = _list_spans(len(kept))
    comparisons = []
    for done, pair in enumerate(pairwise(kept), 1):
        comparisons.append(comparer.compare(*pair))
        tick(done, len(kept) - 1 + len(spans))
    bridges, crossings = _look_farther(kept, comparisons, spans, comparer, tick)
    texts = [report.document.text for report in gathered]
    return Timeline(
        reports=tuple(map(print_report, kept, texts)),
        comparisons=tuple(map(print_comparison, comparisons, texts, texts[1:])),
        threads=trace_threads(kept, comparisons, bridges, crossings),
        series=build_series(kept, comparisons, comparer.registry),
        themes=trace_themes(kept, comparer.language, comparer.tagger, comparer.memory),
        phrases=find_phrases(kept, comparer.language, comparer.tagger.keywords, comparer.memory),
        similarities=measure_similarities(comparisons, comparer.language, comparer.memory),
        notes=doubts,
        settings=comparisons[0].settings,
        theme_names=comparer.theme_names,
    )


def _list_spans(reports: int) -> list[tuple[int, int]]:
    """List the pairs of reports, not neighbours, over which goals may sleep."""
    return [(old, old + gap) for gap in range(2, REACH + 1) for old in range(reports - gap)]


def _look_farther(
    reports: Sequence[Report],
    comparisons: Sequence[Comparison],
    spans: Sequence[tuple[int, int]],
    comparer: Comparer,
    tick: Tick,
) -> tuple[Bridges, Crossings]:
    """Link reports that are no neighbours: what is taken up again, and all that is linked."""
    ended, born = list_ends(comparisons)
    bridges, crossings = {}, {}
    for done, (old, new) in enumerate(spans, len(comparisons) + 1):
        pair = reports[old], reports[new]
        links = _link_across(*pair, comparer)
        crossings[old, new] = {ends for link in links for ends in product(link.old, link.new)}
        sleepers = pick_sleepers(links, ended[old], born[new])
        bridges[old, new] = _find_changes(*pair, sleepers, comparer)
        tick(done, len(comparisons) + len(spans))
    return bridges, crossings


def _link_across(old: Report, new: Report, comparer: Comparer) -> Links:
    """Link the goals of two reports, without saying why."""

    def link() -> Links:
        return tuple(Link(k.old, k.new, k.score) for k in comparer.link_goals(old, new))

    return comparer.memory.recall(Links, "across", link, old, new)


def _find_changes(
    old: Report, new: Report, sleepers: Links, comparer: Comparer
) -> tuple[Change, ...]:
    def find() -> tuple[Change, ...]:
        return find_changes(old, new, sleepers, (), comparer.language, comparer.registry)

    return comparer.memory.recall(tuple[Change, ...], "woken", find, old, new, more=sleepers)
