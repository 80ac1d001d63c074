"""The parts of a timeline that a paper has room for, as tables of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from compare.model.timelines import Series
from compare.renderers.timeline.chronicle import Chronicle, list_phrases
from compare.renderers.timeline.tables import rank, tabulate_years

THREADS = 60  # threads, series and phrases that a paper shows; the rest are in the workbook
SERIES = 16
PHRASES = 12
SIGNS = 8  # years that fit side by side


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper: its heading, a table, how wide its columns are, and a remark."""

    heading: str
    titles: tuple[str, ...]
    shares: tuple[int, ...]  # of the width, in percent
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


def compose_parts(chronicle: Chronicle) -> Iterator[Part]:
    """Compose a paper: years, targets, threads, themes, phrases, likeness; nothing empty."""
    parts = (
        _tell_years(chronicle),
        _tell_targets(chronicle),
        _tell_threads(chronicle),
        _tell_themes(chronicle),
        _tell_phrases(chronicle),
        _tell_similarity(chronicle),
    )
    yield from (part for part in parts if part.rows)


def _tell_years(chronicle: Chronicle) -> Part:
    table = tabulate_years(chronicle)
    titles = tuple(column.title for column in table.columns)
    rows = tuple(tuple(map(str, row)) for row in table.rows)
    return Part(table.name, titles, _share(len(titles), 22), rows)


def _tell_targets(chronicle: Chronicle) -> Part:
    say = chronicle.labels.say
    titles = tuple(say(key) for key in ("ledger.indicator", "chronicle.course"))
    series = sorted(chronicle.timeline.series, key=lambda s: (not s.leads, -len(s.points)))
    rows = tuple((one.indicator, _say_course(one, chronicle)) for one in series[:SERIES])
    return Part(say("chronicle.targets"), titles, (24, 76), rows, say("chronicle.targets_rule"))


def _say_course(series: Series, chronicle: Chronicle) -> str:
    """Say year by year what was set, and in brackets what came of it."""
    labels = chronicle.labels
    said = []
    for point in series.points:
        target = chronicle.print_target(point) or "–"
        result = chronicle.print_result(point)
        key = "chronicle.point" if result else "chronicle.point_alone"
        said.append(labels.say(key, year=point.year, target=target, result=result))
    return labels.words["paper.semicolon"].join(said)


def _tell_threads(chronicle: Chronicle) -> Part:
    say, years = chronicle.labels.say, chronicle.timeline.years
    keys = ("paper.id", "chronicle.wording", "chronicle.life", "chronicle.span")
    ranked = rank(chronicle)
    rows = tuple(
        (
            f"t{number + 1}",
            thread.wording,
            chronicle.draw_line(thread),
            f"{years[thread.first]}–{years[thread.last]}",
        )
        for number, thread in ranked[:THREADS]
    )
    rest = max(len(ranked) - THREADS, 0)
    remark = f"{say('chronicle.signs')} {say('chronicle.rest', n=rest) if rest else ''}".strip()
    titles = tuple(map(say, keys))
    return Part(say("chronicle.threads"), titles, (8, 52, 24, 16), rows, remark)


def _tell_themes(chronicle: Chronicle) -> Part:
    say = chronicle.labels.say
    recent = range(len(chronicle.years))[-SIGNS:]
    titles = (say("themes.theme"), *(chronicle.years[report] for report in recent))
    rows = tuple(
        (chronicle.name_theme(course.theme), *(f"{course.goals[r]:.1%}" for r in recent))
        for course in chronicle.timeline.themes
    )
    return Part(say("nav.themes"), titles, _share(len(titles), 20), rows, say("themes.caption"))


def _tell_phrases(chronicle: Chronicle) -> Part:
    say, labels, years = chronicle.labels.say, chronicle.labels, chronicle.timeline.years
    rows = []
    for kind in ("rising", "fading"):
        texts = [phrase.text for phrase in list_phrases(chronicle.timeline, kind, PHRASES)]
        rows.append((say(f"chronicle.{kind}"), labels.words["comma"].join(texts)))
    for key, kind in (("new_in", "fresh"), ("last_in", "gone")):
        for report, year in enumerate(years):
            texts = [p.text for p in list_phrases(chronicle.timeline, kind, PHRASES, report)]
            rows.append((say(f"chronicle.{key}", year=year), labels.words["comma"].join(texts)))
    told = tuple(row for row in rows if row[1])
    titles = say("chronicle.when"), say("chronicle.phrases")
    return Part(say("chronicle.phrases"), titles, (20, 80), told, say("chronicle.phrases_rule"))


def _tell_similarity(chronicle: Chronicle) -> Part:
    say = chronicle.labels.say
    titles = tuple(say(f"chronicle.{key}") for key in ("year", "cosine", "jaccard", "edits"))
    rows = tuple(
        (
            chronicle.years[found.comparison + 1],
            *(f"{measure:.2f}" for measure in (found.cosine, found.jaccard, found.edits)),
        )
        for found in chronicle.timeline.similarities
        if found.link is None
    )
    remark = say("chronicle.similarity_rule")
    return Part(say("chronicle.similarity"), titles, (25, 25, 25, 25), rows, remark)


def _share(columns: int, first: int) -> tuple[int, ...]:
    """Share the width: so much for the first column, the rest for the others alike."""
    return first, *[(100 - first) // (columns - 1)] * (columns - 1)
