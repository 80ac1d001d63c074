"""Where a goal stands, as a reader would say it: path of headings, line, groups of goals."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from compare.languages.labels import Labels
from compare.model import Document, Report, Section, Span

ENOUGH_GROUPS = 4
TITLE_BREAK = re.compile(r"[,;:\uff0c\uff1b\uff1a\u3002]\s*|\.\s")
BLANKS = re.compile(r"\s+")
LOOSE = re.compile(r"(?<!\w) | (?!\w)|(?<=[^\x00-\xff]) | (?=[^\x00-\xff])")


@dataclass(frozen=True, slots=True)
class Place:
    """A span's section path and its first line, counted from 1; ``where`` says the path."""

    path: tuple[Section, ...]
    line: int
    span: Span
    where: str


@dataclass(frozen=True, slots=True)
class Group:
    """The pledges of one section of the plan; ``goals`` are positions in ``Report.pledges``.

    ``opening`` tells that these stand under the heading itself, before its first subsection.
    """

    section: Section | None
    goals: tuple[int, ...]
    opening: bool = False


class Atlas:
    """Everything about places in one report, worked out once."""

    __slots__ = ("_edges", "_paths", "goals", "group_of", "groups", "places", "report", "starts")

    def __init__(self, report: Report) -> None:
        self.report = report
        self.goals = report.pledges
        self.starts = [0, *(m.end() for m in re.finditer("\n", report.document.text))]
        spans = [section.span for section in report.sections]
        self._edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._paths: dict[int, tuple[tuple[Section, ...], str]] = {}
        self.places = tuple(self.find_place(goal.span) for goal in self.goals)
        self.groups = _group([place.path for place in self.places])
        self.group_of = {
            goal: number for number, group in enumerate(self.groups) for goal in group.goals
        }

    def find_place(self, span: Span) -> Place:
        """Look up a span's section path and line."""
        between = bisect_right(self._edges, span.start)
        if between not in self._paths:
            path = self.report.path_to(span.start)
            self._paths[between] = path, describe_path(path)
        path, where = self._paths[between]
        return Place(path, self.count_lines(span.start), span, where)

    def count_lines(self, offset: int) -> int:
        """Count the lines down to a place, from 1, as an editor does."""
        return bisect_right(self.starts, offset)


def shorten_title(section: Section, limit: int = 18) -> str:
    """Cut a heading to its first clause, for tables and pictures.

    >>> from compare.model import Role
    >>> place = Span(0, 20), Span(0, 18), Role.PLAN
    >>> shorten_title(Section("(一)", "突出创新引领,全力塑造新优势。", 2, *place))
    '突出创新引领'
    """
    title = BLANKS.sub(" ", section.title).strip()
    wide = any(letter >= "\u2e80" for letter in title)
    limit = limit if wide else limit * 2 + limit // 2
    head = next((part for part in TITLE_BREAK.split(title) if part), title)
    head = head if len(head) >= 4 else title
    return head if len(head) <= limit else head[: limit - 1].rstrip() + "…"


def shorten_number(section: Section) -> str:
    """Strip a printed number to itself.

    >>> from compare.model import Role
    >>> shorten_number(Section("二、", "", 1, Span(0, 9), Span(0, 2), Role.PLAN))
    '二'
    >>> shorten_number(Section("Objective 2.1.", "", 1, Span(0, 14), Span(0, 14), Role.PLAN))
    'Objective 2.1'
    """
    number = LOOSE.sub("", BLANKS.sub(" ", section.number))
    return number.strip("、.．").replace("（", "(").replace("）", ")")


def name_section(section: Section, limit: int = 18) -> str:
    """Name a section by number and first clause."""
    return f"{shorten_number(section)} {shorten_title(section, limit)}".strip()


def _group(paths: list[tuple[Section, ...]]) -> tuple[Group, ...]:
    """Group pledges by sections of the depth that tells most with few groups."""
    deepest = max((len(path) for path in paths), default=0)
    cuts = [_cut(paths, depth) for depth in range(1, max(deepest, 1) + 1)]
    best = next((cut for cut in cuts if len(cut) >= ENOUGH_GROUPS), max(cuts, key=len))
    depth = max((len(key) for key in best), default=0)
    return tuple(
        Group(
            paths[members[0]][len(key) - 1] if key else None,
            tuple(members),
            0 < len(key) < depth,
        )
        for key, members in best.items()
    )


def _cut(paths: list[tuple[Section, ...]], depth: int) -> dict[tuple[Span, ...], list[int]]:
    cut: dict[tuple[Span, ...], list[int]] = {}
    for number, path in enumerate(paths):
        key = tuple(section.heading for section in path[:depth])
        cut.setdefault(key, []).append(number)
    return cut


def describe_path(path: tuple[Section, ...]) -> str:
    """Say a path as a reader would quote it: ``二 › (三) 扩大有效需求``."""
    if not path:
        return ""
    above = [shorten_number(section) or shorten_title(section, 10) for section in path[:-1]]
    return " › ".join((*above, name_section(path[-1], 14)))


def say_spot(document: Document, place: Place, labels: Labels) -> str:
    """Say where in a document: the page where it has pages, else the line."""
    page = document.page_at(place.span.start)
    return (
        labels.say("paper.page", page=page) if page else labels.say("list.place", line=place.line)
    )
