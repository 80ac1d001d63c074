"""Name the figures of a Chinese sentence, alone or in a list, and make quantities of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.languages.zh_hedges import Figure
from compare.languages.zh_indicators import (
    CHANGE,
    DOWN,
    TO,
    VERB,
    Head,
    expand_list,
    find_horizon,
    find_kind,
    find_twins,
    read_head,
)
from compare.languages.zh_units import COUNTS, MONEY
from compare.languages.zh_words import is_place
from compare.model import Comparator, Quantity, QuantityKind, Span

PLACED = "位次"  # what a place in a list is a figure of: 经济总量位次
REACH = 160  # characters: how far before a figure its subject may begin
HELPS = re.compile(r"惠及|带动|服务|吸纳|覆盖|受益|撬动|拉动")  # verbs that are never shared
RELATIVE = re.compile(
    r"(?:[高低快慢]于|超过?|好于|(?:分别)?[比较]|提[高升]|上升|下降|降低|回落|增加|减少|同比)"
)
SHARE = re.compile(r"占.{2,}|占比|比重|(?:覆盖|普及|利用|达标|完成|参与|合格|达产)率")
LED_BY = re.compile(
    r"^(?:加[大强]|健全|完善|推[进动]|深化|优化|提[高升]|扩大|实施|开展|建[立设]|构建)+"
)
LONGEST_OWNER = 20  # characters: what is longer is a clause of its own
ACT = re.compile(
    rf"(?:基本)?(?:{VERB.pattern}|完工|供应|验收|交付|动工|开园|达产|认定|落户|摘牌|销售)"
)  # 开工小微企业园10个、竣工20个
TOTAL = re.compile(
    r"(?:总数|总量|规模|总里程|总规模|总额|总面积|数量|存量|余额)"
)  # of what was named last
CEILED = re.compile(r"(?:消除|消灭)[^，。；、]*$")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure, the words before it, the noun it counts, and where its clause begins.

    ``condition`` is what the noun must reach to be counted.
    """

    figure: Figure
    head: Head
    tail: str
    end: int
    clause: int
    condition: "Found | None" = None


def name_figures(text: str, found: Sequence[Found]) -> tuple[Quantity, ...]:
    """Make a quantity, or one for each of several subjects, of what was found in a sentence."""
    made: list[Quantity] = []
    position = 0
    while position < len(found):
        item = found[position]
        last = next((one for one in reversed(made) if not one.indicator.endswith(PLACED)), None)
        run = _run_length(text, found, position)
        names = expand_list(item.head)
        apart = "分别" in text[item.head.start : item.figure.number] or not item.head.name
        if run > 1 and (apart or len(names) == run):
            shared = _share(found[position : position + run])
            if len(names) != run:
                names = _name_before(text, item, run, made)
            made += [_build(text, one, name, None) for name, one in zip(names, shared, strict=True)]
        else:
            run = 1
            twins = () if is_place(item.figure) else find_twins(item.head)
            names = twins or (_name_one(text, item, last),)
            made += [_build(text, item, name, last) for name in names]
        position += run
    return tuple(made)


def _name_before(text: str, item: Found, run: int, made: Sequence[Quantity]) -> tuple[str, ...]:
    """Look for the subjects of a 分别 list in what comes before; else all share one name."""
    if not item.head.name and len(made) >= run:
        return tuple(quantity.indicator for quantity in made[-run:])
    clause = re.split(r"[，。；：,;]", text[max(0, item.clause - REACH) : max(0, item.clause - 1)])[
        -1
    ]
    names = expand_list(read_head(clause, 0, len(clause)))
    shared = item.head.name
    return tuple(name + shared for name in names) if len(names) == run else (shared,) * run


def _share(found: Sequence[Found]) -> Iterator[Found]:
    """Let the one hedge of a list, at its end or its head, bind all: 分别达到95%、65%以上."""
    model = max((found[0].figure, found[-1].figure), key=lambda figure: bool(figure.hedge))
    plain = sum(item.figure.comparator is Comparator.EXACT for item in found)
    for item in found:
        figure = item.figure
        if plain == len(found) - 1 and model.hedge:
            figure = replace(figure, comparator=model.comparator, hedge=model.hedge)
        yield replace(item, figure=figure, head=replace(found[0].head, start=item.head.start))


def _run_length(text: str, found: Sequence[Found], first: int) -> int:
    """Count the figures that follow each other with nothing but 、 or 和 between."""
    place = first + 1
    while place < len(found):
        between = text[found[place - 1].figure.end : found[place].figure.number]
        if is_place(found[place].figure) or not re.fullmatch(
            r"\s*(?:[、和及与]|以及)\s*(?:约|近|超|超过)?\s*", between
        ):
            break
        place += 1
    return place - first


def _name_one(text: str, item: Found, last: Quantity | None) -> str:
    if is_place(item.figure):
        owner = item.head.name or (last.indicator if last else "")
        return owner.removesuffix(PLACED) + PLACED
    name = (item.head.name + item.tail).replace("力争", "")
    if last and TOTAL.fullmatch(name):
        return VERB.sub("", last.indicator, count=1).removesuffix(name) + name
    if SHARE.fullmatch(name):
        return _find_owner(text, item, last) + name
    if last and item.figure.unit == last.unit and ACT.fullmatch(name):
        return (ACT.sub("", last.indicator, count=1) or last.indicator) + name
    if last and CHANGE.fullmatch(name) and item.figure.unit in MONEY:
        return last.indicator + name
    if not item.head.name.strip("、增长下降提高") and not item.tail:
        if last:  # 负债率下降2个百分点，降至60%: what is left is no cut
            return DOWN.sub("", last.indicator) if TO.search(item.head.raw) else last.indicator
        clause = re.split(
            r"[，。；：,;]", text[max(0, item.clause - REACH) : max(0, item.clause - 1)]
        )[-1]
        return read_head(clause, 0, len(clause)).name[-24:]
    if (
        last
        and (item.figure.unit == "个百分点" or re.match("(?:分别)?[比较是]", name))
        and RELATIVE.match(name)
    ):
        return last.indicator + name
    verb = VERB.match(last.indicator) if last and item.head.listed else None
    own = VERB.match(name) or HELPS.match(name)
    return verb.group() + name if verb and not own else name


def _find_owner(text: str, item: Found, last: Quantity | None) -> str:
    """Find whose share it is: 研发投入增长10%，占比达到3%; 健全收运体系，覆盖率达到95%."""
    clause = text[max(0, item.clause - REACH) : max(0, item.clause - 1)]
    begin = max(clause.rfind(mark) for mark in "，,；;。：") + 1
    if last and item.clause - len(clause) - 1 + begin <= last.figure.start < item.figure.start:
        return re.sub("占比$|占.*比重$", "", last.indicator)
    before = clause[begin:]
    if re.search(r"\d", before) or len(before) > LONGEST_OWNER:
        return ""
    return LED_BY.sub("", read_head(before, 0, len(before)).name)


def _build(text: str, item: Found, indicator: str, last: Quantity | None) -> Quantity:
    figure, head = item.figure, item.head
    kind = find_kind(figure, head)
    inherits = last and last.unit == figure.unit and (head.listed or indicator == last.indicator)
    if inherits and last and kind is QuantityKind.SHARE:
        kind = last.kind
    comparator, low, high = figure.comparator, figure.low, figure.high
    if comparator is Comparator.AT_MOST and CEILED.search(head.raw):
        comparator = Comparator.AT_LEAST
    if figure.hedge == "突破" and item.tail and figure.unit in COUNTS:
        comparator, figure = Comparator.EXACT, replace(figure, hedge="")  # 突破12项关键技术
    limit = item.condition
    modal = re.search(r"力争|争取|奋斗目标|冲刺", text[item.clause : figure.start])
    return Quantity(
        low=None if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN) else low,
        high=None if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN) else high,
        unit=figure.unit,
        span=Span(min(head.start, figure.start), max(item.end, figure.end)),
        figure=Span(figure.start, figure.end),
        comparator=comparator,
        kind=kind,
        indicator=indicator,
        hedge="…".join(word for word in (modal.group() if modal else "", figure.hedge) if word),
        horizon=find_horizon(
            text[item.clause : figure.end], text[max(0, item.clause - REACH) : item.clause]
        ),
        condition=_build(text, limit, limit.head.name, None) if limit else None,
    )
