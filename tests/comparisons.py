"""Small comparisons made in code, for whatever reads a `Comparison`."""

import re
from decimal import Decimal

from compare.model import (
    Change,
    Comparator,
    Comparison,
    Confidence,
    Delivery,
    Document,
    FigurePair,
    Goal,
    GoalKind,
    Link,
    Note,
    Quantity,
    QuantityKind,
    Report,
    Role,
    Run,
    RunKind,
    Section,
    Span,
    Status,
    Trait,
)
from compare.wording import diff_words

FIGURE = re.compile(r"(\D*?)(\d+(?:\.\d+)?)(%|万人|个)?(以上|左右|以内)?$")
BOUNDS = {
    "以上": Comparator.AT_LEAST,
    "左右": Comparator.ABOUT,
    "以内": Comparator.AT_MOST,
    None: Comparator.EXACT,
}
PLAN_2020 = [
    ("", ["地区生产总值增长6.5%左右", "城镇调查失业率5.5%以内"]),
    ("(一)稳就业", ["新增就业25万人", "推进城市大脑建设", "建设零工市场"]),
    ("(二)强民生,办实事", ["改造老旧小区300个", "扩大普惠托育"]),
    ("(三)防疫情", ["守牢外防输入防线", "储备防疫物资", "完善应急机制"]),
]
PLAN_2024 = [
    ("", ["地区生产总值增长5.5%左右", "城镇调查失业率5%以内", "研发投入强度达到3.95%"]),
    ("(一)促创新", ["深化城市大脑建设", "建设概念验证中心3个"]),
    ("(二)惠民生", ["新增就业25万人以上", "扩大普惠托育"]),
]
LINKS = [
    ((0,), (0,), (Trait.REWORDED, Trait.LOWERED)),
    ((1,), (1,), (Trait.REWORDED, Trait.LOWERED, Trait.TIGHTENED)),
    ((2,), (5,), (Trait.REWORDED, Trait.SAME_VALUE, Trait.BOUND_CHANGED, Trait.MOVED)),
    ((3,), (3,), (Trait.REWORDED, Trait.MOVED)),
    ((6,), (6,), (Trait.VERBATIM,)),
]


def make_report(year, parts, *, language="zh", issuer="杭州市人民政府", name="", notes=()):
    """Make a report of one plan; each part is a heading (or none) and its goals."""
    heading = f"一、{year}年工作安排"
    text = f"政府工作报告\n\n{heading}\n"
    children, goals = [], []
    top = text.index(heading)
    for title, wordings in parts:
        start = len(text)
        text += f"{title}\n" if title else ""
        for wording in wordings:
            span = Span(len(text), len(text) + len(wording))
            text += f"{wording}。"
            path = (heading, title) if title else (heading,)
            goals.append(make_goal(wording, span, path, year))
        text += "\n"
        if title:
            number, rest = re.match(r"([(（].[)）])?(.*)", title).groups()
            place = Span(start, len(text) - 1), Span(start, start + len(title))
            children.append(Section(number or "", rest, 2, *place, Role.PLAN, year))
    span, own = Span(top, len(text)), Span(top, top + len(heading))
    plan = Section("一、", heading[2:], 1, span, own, Role.PLAN, year, tuple(children))
    document = Document(name or f"{year}.txt", text, (), "0" * 64, "txt")
    return Report(
        document, language, year, issuer, "政府工作报告", (plan,), tuple(goals), notes=notes
    )


def make_goal(wording, span, path, year):
    figure = FIGURE.match(wording)
    quantities = (make_quantity(figure, span),) if figure else ()
    sentence = Span(span.start, span.end + 1)
    return Goal(GoalKind.PLEDGE, year, span, sentence, wording, path, quantities, ("rural",))


def make_quantity(match, span):
    indicator, number, unit, hedge = match.groups()
    bound, value = BOUNDS[hedge], Decimal(number)
    low = None if bound is Comparator.AT_MOST else value
    high = None if bound is Comparator.AT_LEAST else value
    figure = Span(span.start + len(indicator), span.end)
    kind = QuantityKind.LEVEL
    return Quantity(low, high, unit or "", span, figure, bound, kind, indicator, hedge or "")


def make_comparison(old=None, new=None, links=LINKS, *, notes=(), deliveries=()):
    """Compare two reports by the links given; what stands in no link was dropped or added."""
    old = old or make_report(2020, PLAN_2020)
    new = new or make_report(2024, PLAN_2024)
    changes = [carry(old, new, *link) for link in links]
    linked = {i for link in links for i in link[0]}, {i for link in links for i in link[1]}
    for number, goal in enumerate(new.pledges):
        if number not in linked[1]:
            runs = (Run(RunKind.NEW, goal.wording),)
            changes.append(Change(Status.ADDED, Link((), (number,), 0.9), (), runs))
    for number, goal in enumerate(old.pledges):
        if number not in linked[0]:
            runs = (Run(RunKind.GONE, goal.wording),)
            link = Link((number,), (), 0.9, (), (0, 0.1) if new.pledges else None)
            changes.append(Change(Status.DROPPED, link, (), runs, Confidence.SURE))
    return Comparison(old, new, (), tuple(changes), deliveries, notes)


def carry(old, new, olds, news, traits):
    before = "\n".join(old.pledges[i].wording for i in olds)
    after = "\n".join(new.pledges[i].wording for i in news)
    pairs = tuple(
        FigurePair(p, q, tuple(t for t in traits if t is not Trait.REWORDED))
        for p, q in zip(
            old.pledges[olds[0]].quantities, new.pledges[news[0]].quantities, strict=False
        )
    )
    evidence = (("meaning", 0.93), ("terms", 0.41))
    link = Link(tuple(olds), tuple(news), 0.8, evidence, (0, 0.2))
    runs = diff_words(before, after, list)
    return Change(Status.CARRIED, link, tuple(traits), runs, Confidence.UNSURE, pairs)


def make_delivery(report, goal, verdict, result=None):
    """Judge the first figure of a goal of the old report."""
    return Delivery(report.pledges[goal].quantities[0], goal, result, verdict)


NOTE = Note("same-year", "both reports are of 2020", None, (("year", "2020"),))
