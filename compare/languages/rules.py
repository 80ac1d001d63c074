"""What a language must say about itself; everything else in the house is language-free."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Quantity, Role
from compare.text import Repairs

_NOTHING = re.compile(r"(?!)")


def _never(_: str) -> bool:
    return False


def _promises(_sentence: str, _figure: Quantity) -> bool:
    return False


def _dates_nothing(_sentence: str, _start: int, _end: int, _year: int) -> bool:
    return False


def _names_no_time(_paragraph: str) -> Iterator[tuple[int, int | None]]:
    return iter(())


def _never_both(_: str, __: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


def _titles_nothing(_before: Sequence[str], _sentence: str, _after: Sequence[str]) -> bool:
    return False


def _no_manner(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """One style of numbered heading, such as ``（三）``.

    ``pattern`` matches at the start of a paragraph, the printed number in group ``number``.
    ``level`` is the depth that the style has. An ``itemised`` style also numbers the items of
    plain lists: it heads only what has a body.
    """

    name: str
    pattern: re.Pattern[str]
    level: int
    itemised: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of a table are told by their names."""

    plan: re.Pattern[str]  # what is planned
    unit: re.Pattern[str]  # what the figures count
    passed: re.Pattern[str]  # what says nothing of the plan: numbers of rows, what was reached


@dataclass(frozen=True, slots=True)
class OutlineCues:
    """How headings, roles, furniture and the particulars of a report are told."""

    numberings: tuple[Numbering, ...]
    bullet: re.Pattern[str]  # begins a paragraph whose first sentence is its heading
    label: re.Pattern[str]  # 关键词： at the start of a heading that is one of a series
    rank_line: Callable[[str, bool], int]  # an unnumbered line's level; 0: no heading
    goes_on: Callable[[str, str, bool], bool]  # are two lines one? was the 1st full?
    is_lead: Callable[[str, Role], bool]  # may this first sentence title its paragraph?
    is_sublead: Callable[[str, Role], bool]  # may this sentence title those after it?
    review: re.Pattern[str]  # in a heading: what was done
    plan: re.Pattern[str]  # in a heading: what comes
    other: re.Pattern[str]  # in a heading: another span of years than the report's own
    furniture: re.Pattern[str]  # a line of a web page or newspaper that is not the report
    period: re.Pattern[str]  # in what ``other`` matches: years, not an annex or a foreword
    footer: re.Pattern[str]  # a line from which on nothing belongs to the report
    year: re.Pattern[str]  # a year as written, its digits in group 1
    title: re.Pattern[str]  # a line that is the title of a report
    issuer: re.Pattern[str]  # who reports, in group 1
    headline: int  # a heading is at most this many characters long
    prose: int  # a line this long is prose, not a heading
    banner: re.Pattern[str] = _NOTHING  # an unnumbered line whose words head a part
    find_manner: Callable[[str], str] = _no_manner  # how a sentence may title its paragraph, as
    # others beside it do in the same manner: counted, with the same opening, with two clauses
    ordinal: re.Pattern[str] = _NOTHING  # begins one of a counted series of sentences (一是)
    address: re.Pattern[str] = _NOTHING  # begins a paragraph that turns to the audience
    runs_in: Callable[[str], bool] = _always  # may a numbered sentence title those after it?
    titles: Callable[[Sequence[str], str, Sequence[str]], bool] = _titles_nothing
    # of a plan, the sentences near it before and after: does the one between title those after?
    alone: re.Pattern[str] = _NOTHING  # a number in a line of its own, above its title
    closed: bool = False  # do levels that a report leaves out close up?
    columns: Columns | None = None  # of tables with targets
    sparse: re.Pattern[str] = _NOTHING  # numbers of a form, some of which may be left out
    contents: re.Pattern[str] = _NOTHING  # a line above a list of the headings to come
    aside: re.Pattern[str] = _NOTHING  # a heading of any level: what it heads is no plan


@dataclass(frozen=True, slots=True)
class GoalCues:
    """How commitments are told from talk, and where one ends and the next begins."""

    sentence: re.Pattern[str]  # matches up to and with the mark that ends a sentence
    clause: re.Pattern[str]  # matches up to and with the mark that ends a clause
    intro: re.Pattern[str]  # words that announce goals and belong to none (预期目标是：)
    is_talk: Callable[[str], bool]  # a sentence of a plan that promises nothing
    starts_goal: Callable[[str], bool]  # a clause that can stand as a goal of its own
    leads_in: Callable[[str], bool]  # a clause that only prepares the next (以…为契机)
    sets_scene: Callable[[str, str], bool] = _never_both  # is the first clause but the second's
    # occasion or topic?
    is_aside: Callable[[str], bool] = _never  # a paragraph of a review that reports nothing
    hangs_on: Callable[[str], bool] = _never  # a clause that is part of the one before (其中…)
    is_fact: Callable[[str, Quantity], bool] = _promises  # a figure that a plan only mentions
    counts_nothing: Callable[[str, str], bool] = _never_both  # is a number, by what stands before
    # and after it, a name, a rank, a date, or what was so before?
    is_of_last: Callable[[str, int, int, int], bool] = _dates_nothing  # in a review of several
    # years, does a sentence date the figure from the one place to the other to the last of them?
    find_times: Callable[[str], Iterator[tuple[int, int | None]]] = _names_no_time  # where a
    # paragraph of a review begins to speak of a year (0: not named), or of several (none)


@dataclass(frozen=True, slots=True)
class ReasonCues:
    """How a report says why a target is what it is; matched against folded sentences."""

    named: re.Pattern[str] = _NOTHING  # holds the name of the target, and the words of a reason
    following: re.Pattern[str] = _NOTHING  # begins a sentence that explains the one before it
    summary: re.Pattern[str] = _NOTHING  # begins a sentence that explains all targets above


class Part(StrEnum):
    """What part a word may have in an expression.

    A NAME or QUOTE says what it is about, a WORD only fits: it may begin one. An ENDING may end
    one and an INNER word stand inside; NONE ends it.
    """

    NAME = "name"
    QUOTE = "quote"
    WORD = "word"
    ENDING = "ending"
    INNER = "inner"
    NONE = ""


def _as_it_is(_: str) -> Mapping[int, str]:
    return {}


def _unmarked(_: str) -> "list[tuple[str, Part]]":
    return []


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the house knows about one language."""

    code: str
    name: str
    share: Callable[[str], float]  # 0–1: how much of a text is written in it
    repairs: Repairs
    outline: OutlineCues
    goals: GoalCues
    split_words: Callable[[str], Sequence[str]]  # lossless: joined, they spell the text
    fold: Callable[[str], str]  # one form for what only looks different; for matching only
    find_quantities: Callable[[str], tuple[Quantity, ...]]  # spans point into the text given
    guess_issuer: Callable[[str], str]  # when no line of the report names it
    reasons: ReasonCues = ReasonCues()
    find_script: Callable[[str], Mapping[int, str]] = _as_it_is  # to the one script that is read
    mark_words: Callable[[str], "list[tuple[str, Part]]"] = _unmarked  # for finding expressions
    crossing: bool = False  # made of two, which share neither words nor names of indicators
    leaning: float = 0.0  # log-odds added to pairs of long lists, as many are alike by chance
