"""What a timeline says as tables of plain cells."""

from collections.abc import Callable, Iterator, Sequence

from compare.model import Quantity
from compare.model.timelines import Presence, Similarity, Thread, Tie
from compare.renderers.timeline.chronicle import Chronicle
from compare.renderers.view.places import name_section
from compare.renderers.view.tables import Cell, Column, Table
from compare.version import VERSION

LONG = 60
STATES = (
    Presence.CARRIED,
    Presence.ADDED,
    Presence.REVIVED,
    Presence.DROPPED,
    Presence.DORMANT,
)


def tabulate_summary(chronicle: Chronicle) -> Table:
    """Tabulate the headline, what each report does with its threads, doubts and sources."""
    say, colon = chronicle.labels.say, chronicle.labels.words["colon"]
    counts = tabulate_years(chronicle)
    width = len(counts.columns)
    lines: list[tuple[Cell, ...]] = [(chronicle.title,), (chronicle.headline,), ("",)]
    lines += [tuple(column.title for column in counts.columns), *counts.rows, ("",)]
    lines += [(f"{say('notes.title')}{colon}{note}",) for note in chronicle.notes]
    lines += [(say("chronicle.signs"),), *((line,) for line in list_sources(chronicle))]
    rows = tuple((*line, *[""] * (width - len(line))) for line in lines)
    columns = (Column("", 40), *(Column("", 14) for _ in range(width - 1)))
    return Table(say("nav.top"), columns, rows, (0, 3))


def tabulate_years(chronicle: Chronicle) -> Table:
    """Count year by year what reports do with threads; a year without a report says so.

    What is new in the first report nobody knows.
    """
    say, timeline = chronicle.labels.say, chronicle.timeline
    titles = [say("chronicle.report"), say("chronicle.goals")]
    titles += [chronicle.labels.name("presence", state) for state in STATES]
    rows: list[tuple[Cell, ...]] = []
    for year in range(timeline.years[0], timeline.years[-1] + 1):
        if year not in timeline.years:
            rows.append((say("chronicle.no_report", year=year), *[""] * (len(STATES) + 1)))
            continue
        at = timeline.years.index(year)
        found = [thread.presences[at] for thread in timeline.threads]
        goals = len(timeline.reports[at].pledges)
        counts = [found.count(state) if at else "" for state in STATES]
        rows.append((chronicle.years[at], goals, *counts))
    return Table(say("chronicle.years"), tuple(Column(title, 14) for title in titles), tuple(rows))


def list_sources(chronicle: Chronicle) -> Iterator[str]:
    """Say how it was made, of what, and by which program."""
    say, colon = chronicle.labels.say, chronicle.labels.words["colon"]
    yield say("chronicle.method")
    for name, report in zip(chronicle.years, chronicle.timeline.reports, strict=True):
        digest = f"{say('making.sha256')} {report.document.digest}"
        yield f"{name}{colon}{report.title or report.document.format} · {digest}"
    yield f"{say('making.version')}{colon}compare-reports {VERSION}"


def tabulate_threads(chronicle: Chronicle) -> Table:
    """Tabulate every thread with its life and its wording in each report, the longest first."""
    say = chronicle.labels.say
    columns = [Column(say("paper.id"), 7), Column(say("themes.theme"), 14)]
    columns += [Column(say("chronicle.wording"), 40), Column(say("chronicle.life"), 18)]
    columns += [Column(say("chronicle.first"), 8), Column(say("chronicle.last"), 8)]
    columns += [Column(say("chronicle.stated"), 8), Column(say("chronicle.survival"), 8)]
    columns += [Column(say("chronicle.ties"), 20)]
    columns += [Column(name, 30) for name in chronicle.years]
    rows = tuple(_list_thread(number, thread, chronicle) for number, thread in rank(chronicle))
    return Table(say("chronicle.threads"), tuple(columns), rows)


def rank(chronicle: Chronicle) -> list[tuple[int, Thread]]:
    """List threads with their positions, those that most reports state first."""
    numbered = enumerate(chronicle.timeline.threads)
    return sorted(numbered, key=lambda entry: (-entry[1].stated, entry[0]))


def _list_thread(number: int, thread: Thread, chronicle: Chronicle) -> tuple[Cell, ...]:
    years = chronicle.timeline.years
    reports = range(len(years))
    return (
        f"t{number + 1}",
        chronicle.name_theme(thread.theme),
        thread.wording,
        chronicle.draw_line(thread),
        years[thread.first],
        years[thread.last],
        thread.stated,
        round(thread.survival, 2),
        say_ties(thread, chronicle),
        *(chronicle.quote(thread, report) for report in reports),
    )


def say_ties(thread: Thread, chronicle: Chronicle) -> str:
    """Say which thread one left, and which it went into."""
    ties = ("split", thread.origin), ("merged", thread.heir)
    return chronicle.labels.words["comma"].join(
        _say_tie(f"chronicle.{key}", tie, chronicle) for key, tie in ties if tie
    )


def _say_tie(key: str, tie: Tie, chronicle: Chronicle) -> str:
    year = chronicle.timeline.years[tie.report]
    return chronicle.labels.say(key, thread=f"t{tie.thread + 1}", year=year)


def tabulate_steps(chronicle: Chronicle) -> Table:
    """Tabulate every thread year by year, a row a year: for programs that like it long."""
    labels, say = chronicle.labels, chronicle.labels.say
    titles = [say("paper.id"), say("themes.theme"), say("chronicle.wording"), say("chronicle.year")]
    titles += [say("paper.status"), say("paper.traits"), say("paper.text")]
    rows = [
        (
            f"t{number}",
            chronicle.name_theme(thread.theme),
            thread.wording,
            year,
            labels.name("presence", presence),
            labels.words["separator"].join(labels.name("trait", t) for t in thread.traits[report]),
            chronicle.quote(thread, report),
        )
        for number, thread in enumerate(chronicle.timeline.threads, 1)
        for report, year in enumerate(chronicle.timeline.years)
        if (presence := thread.presences[report])
    ]
    return Table(say("chronicle.threads"), tuple(Column(t, 14) for t in titles), tuple(rows))


def tabulate_targets(chronicle: Chronicle) -> Table:
    """Tabulate each indicator year by year, a row a year: what was set, and what came of it."""
    labels, say = chronicle.labels, chronicle.labels.say
    titles = ["ledger.indicator", "chronicle.year", "delivery.target", "chronicle.value"]
    titles += ["chronicle.unit", "chronicle.hedge", "delivery.result", "chronicle.result_value"]
    titles += ["delivery.verdict", "delivery.margin"]
    widths = (34, 8, 20, 14, 10, 12, 30, 14, 14, 14)
    columns = [Column(say(title), width) for title, width in zip(titles, widths, strict=True)]
    rows: list[tuple[Cell, ...]] = []
    for series in chronicle.timeline.series:
        for point in series.points:
            target = point.target
            cells: tuple[Cell, ...] = (
                *(series.indicator, point.year, chronicle.print_target(point), _value(target)),
                *(series.unit, target.hedge if target else "", chronicle.print_result(point)),
                _value(point.result),
                labels.name("verdict", point.verdict) if point.verdict else "",
                None if point.margin is None else float(point.margin),
            )
            rows.append(cells)
    return Table(say("chronicle.targets"), tuple(columns), tuple(rows))


def _value(quantity: Quantity | None) -> float | None:
    return float(quantity.value) if quantity else None


def tabulate_themes(chronicle: Chronicle) -> Table:
    """Tabulate the share of goals and of text that each theme has in each report, in percent."""
    say = chronicle.labels.say
    columns = [Column(say("themes.theme"), 22)]
    for key in ("chronicle.of_goals", "chronicle.of_text"):
        columns += [Column(say(key, year=name), 12) for name in chronicle.years]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (chronicle.name_theme(c.theme), *(round(100 * s, 1) for s in (*c.goals, *c.text)))
        for c in chronicle.timeline.themes
    )
    return Table(say("nav.themes"), tuple(columns), rows)


def tabulate_phrases(chronicle: Chronicle) -> Table:
    """Tabulate expressions with their uses in each report, those that changed most first."""
    say, years = chronicle.labels.say, chronicle.timeline.years
    keys = ("phrase", "trend", "first", "last", "uses")
    columns = [Column(say(f"chronicle.{key}"), 32 if key == "phrase" else 10) for key in keys]
    columns += [Column(name, 8) for name in chronicle.years]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (p.text, round(p.trend, 2), years[p.first], years[p.last], p.total, *p.counts)
        for p in chronicle.timeline.phrases
    )
    return Table(say("chronicle.phrases"), tuple(columns), rows)


def tabulate_similarity(chronicle: Chronicle) -> Table:
    """Tabulate how much of each report, and of its sections, is that of the year before."""
    say = chronicle.labels.say
    keys = ("year", "section", "cosine", "jaccard", "edits")
    columns = [Column(say(f"chronicle.{key}"), 44 if key == "section" else 12) for key in keys]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            chronicle.years[found.comparison + 1],
            name_compared(found, chronicle),
            *(round(measure, 3) for measure in (found.cosine, found.jaccard, found.edits)),
        )
        for found in chronicle.timeline.similarities
    )
    return Table(say("chronicle.similarity"), tuple(columns), rows)


def name_compared(found: Similarity, chronicle: Chronicle) -> str:
    """Name the section of the later report that was compared, or the whole of it."""
    if found.link is None:
        return chronicle.labels.say("chronicle.whole")
    comparison = chronicle.timeline.comparisons[found.comparison]
    sections = [comparison.new.sections[i] for i in comparison.sections[found.link].new]
    return " / ".join(name_section(section, LONG) for section in sections)


TABLES: Sequence[Callable[[Chronicle], Table]] = (
    tabulate_summary,
    tabulate_threads,
    tabulate_targets,
    tabulate_themes,
    tabulate_phrases,
    tabulate_similarity,
)
