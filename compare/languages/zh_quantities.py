"""Find the quantities of a Chinese sentence: figures that are figures of something."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator
from dataclasses import replace

from compare.languages.zh_figures import find_figures
from compare.languages.zh_hedges import Figure
from compare.languages.zh_indicators import Head, read_head, read_tail
from compare.languages.zh_naming import CEILED, REACH, Found, name_figures
from compare.languages.zh_units import COUNTS, FOLD, FUNDS, MEASURES, MONEY, PEOPLE
from compare.languages.zh_words import find_cleared, find_orders, find_places
from compare.model import Comparator, Quantity

GROUPED = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
BREAK = re.compile(r"[，。；：！？;!?\n]|:(?!\d)|,(?!\d{3}(?!\d))")
LIST = re.compile(r"\s*[、和及与或]+\s*|\s*以及\s*")
JOINT = re.compile(
    r"\d[万亿千百]\s*$|[A-Za-z0-9+×*:∶#&/.第前每]\s*$|[-—]$|(?:以下|上述|[这那某该]|[\d一两三四五六七八九十][个条项])\s*$"
)
STUCK = re.compile(r"\s*[+×∶:%]|[A-Za-z]|[年级线届期]|个?(?:以上|以下)?的?之一")
NOUN = r"(?!的?(?:增速|速度|水平|目标|增长))的?[\u4e00-\u9fff]"
CLASS = re.compile(
    rf"(?<=以上|以下|以内|之内){NOUN}|(?:[、和]\d+[万亿千百]*元(?:以上)?)*[^，。；、,;\d]{{0,10}}?(?:项目|企业|行政村|的?村|产业集群|机组|锅炉|农户|群体|人群|家庭|单体|门槛)"
)
LIMITED = re.compile(
    r"的?(?!资金|基金|投资|贷款|债券|税)[^，。；、,;\d]{0,10}?(?:企业|村|县|镇|乡|街道|园区|农户|家庭|单位|机构|学校|项目)"
)
FUNDED = re.compile(r"的?[^，。；、,;\d]{0,8}?(?:资金|基金|投资|贷款|债券|补助|税|费)")
RISING = (
    "(?:提高|增加|上升|扩大|调整|提升|降低|下降|减少|压缩|缩短|缩减|压减|拓展|增长|下调|上调"
    "|发展|[升降增减])"
)
BASELINE = re.compile(rf"\s*(?:的?(?P<noun>[^，。；、\d]{{0,4}}?))?{RISING}(?:到|至|为)")
FROM = re.compile(r"(?:由|从|现行|自)(?:\d{4}年)?[^，。；、\d]{0,10}$")
ASIDE = re.compile(r"[,，（(]?比(?:去年|上年|上一年|上年度)")
LEAD_IN = re.compile(r"\s*(?:围绕|依托|聚焦|针对|对标|面向|沿着|根据|按照)")
CIRCLE = re.compile(r"[^，。；、]{0,10}圈")
SIZED = re.compile(r"级|的\s*\d|口径|起征|上限|下限")
FACT = re.compile(r"个民族|亿多?(?:中国)?人民|亿中国人|\d个省(?:份|区|市|、)|类人|个项目类")
TAKEN_AS = re.compile(r"[^，。；、]{2,20}为")  # 以1条产业链为切入点
CANDIDATES = re.compile(r"[^，。；、]{0,4}候选")
INVESTED = re.compile(r"投资(?:额|约|近|超|达|超过)?$")
NAMED_BY = re.compile(r"的(?!目标|任务|规模|水平)")
PLANT = re.compile(r"[^，。；、,;\d的]{0,4}(?:矿|电厂|机组|焚烧厂|处理厂|水厂|生产线|泊位)")
DONE_TO = re.compile(
    r"(?:新[增建]|建[设成]|完成|实施|淘汰|关停|投[产运]|改造|推进|启动|开工|压减|退出|[达至]到|[至到为])$"
)
EVERY_DAY = re.compile(r"24\s*小时")
NO_COUNT = re.compile(r"[这每同各第哪某任另上下首几数多两那是有的了不为成同]$")
DELIVERY = re.compile(
    r"(?:投运|开工|建成|新增|新建|落地|谋定|引进|培育|创建|竣工|投产|投用|入选|签约|开业|新开|引育|组建)[了]?$"
)
CHANGED = re.compile(
    r"(?:缩短|压缩|减少|控制|压减|提速|降|不超过|提前|增加|达到|达|寿命|天数)[^，。；、]{0,6}$|时间"
)
GIVEN = re.compile(r"给予[^，。；、]{0,12}$")
MEASURED = re.compile(rf"(?:{'|'.join(map(re.escape, COUNTS))})$")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find what a sentence puts a number to; spans point into the text given.

    >>> (found,) = find_quantities("城镇新增就业25万人以上")
    >>> found.indicator, str(found.low), found.high, found.unit, str(found.comparator)
    ('城镇新增就业', '250000', None, '人', '>=')
    >>> find_quantities("加快5G网络建设，深化“152”工程，编制2021-2035年规划")
    ()
    """
    folded = GROUPED.sub(",", text.translate(FOLD))
    found = tuple(_read_sentence(folded))
    return name_figures(folded, found)


def _list_figures(text: str) -> list[Figure]:
    figures = [figure for figure in find_figures(text) if not _is_date(text, figure)]
    if re.search("清零|亿|第|前", text):
        figures += [*find_cleared(text), *find_orders(text), *find_places(text)]
        figures.sort(key=lambda figure: figure.start)
    return figures


def _read_sentence(text: str) -> Iterator[Found]:
    breaks = [match.start() for match in BREAK.finditer(text)]
    figures = _list_figures(text)
    done, cut, noun = 0, None, ""
    condition: Found | None = None
    for position, figure in enumerate(figures):
        place = bisect(breaks, figure.number)
        clause = breaks[place - 1] + 1 if place else 0
        follow = figures[position + 1].start if position + 1 < len(figures) else len(text)
        place = bisect_left(breaks, figure.end)
        stop = breaks[place] if place < len(breaks) else len(text)
        end = max(figure.end, stop if follow == figure.end else min(stop, follow))
        clause = max(clause, figure.number - REACH)
        start = max(clause, done)
        cut = cut if cut is not None and cut >= start else None
        before, tail = text[start : figure.number if cut is None else cut], text[figure.end : end]
        known = _supply_unit(figure, before, tail)
        if follow < len(text) and (rising := BASELINE.match(text, figure.end)):
            begun = FROM.search(text[start : figure.number])
            cut, noun = start + begun.start() if begun else figure.start, rising["noun"] or ""
            continue
        if known is None:
            continue
        head = read_head(text, start, figure.number if cut is None else cut)
        if _limits(text, known, head, clause, follow, stop):
            condition = Found(known, head, "", figure.end, clause)
            continue
        if not _counts(text, known, before, tail, clause):
            continue
        tail, done = (
            (noun, figure.end)
            if cut is not None
            else read_tail(text, known, end, head, end == follow)
        )
        cut, noun = None, ""
        limit = condition if condition and condition.clause == clause else None
        yield Found(known, head, tail, done, clause, limit)
        condition = None


def _is_date(text: str, figure: Figure) -> bool:
    """Tell 2035年 and 三年行动 from 平均受教育年限11年."""
    return figure.unit == "年" and "年限" not in text[max(0, figure.number - 12) : figure.number]


def _supply_unit(figure: Figure, before: str, tail: str) -> Figure | None:
    """Name the unit that the words beside a bare number give: 农村贫困人口减少1000万以上."""
    if not figure.bare:
        return figure
    if figure.low < 10_000:
        return None
    if PEOPLE.search(tail[:12]) or PEOPLE.search(before[-12:]):
        return replace(figure, unit="人")
    return replace(figure, unit="元") if FUNDS.search(before[-12:]) else None


def _limits(text: str, figure: Figure, head: Head, clause: int, follow: int, stop: int) -> bool:
    """Tell what must be reached to be counted: 收入超过20万元 in 收入超过20万元的村达到90%."""
    bound = figure.comparator not in (Comparator.EXACT, Comparator.ABOUT, Comparator.RANGE)
    if not (bound and head.name and figure.end < follow < stop and head.start >= clause):
        return False
    if figure.unit != "%" and figure.unit not in MONEY:
        return False
    return bool(LIMITED.match(text, figure.end))


def _counts(text: str, figure: Figure, before: str, tail: str, clause: int) -> bool:
    """Tell a figure from a name, a date, a size class or a remark that holds a number."""
    after = text[figure.end :][:24]
    near = text[max(0, figure.number - 4) : figure.number]
    if _is_named(figure, near, after) or FACT.search(text[figure.number : figure.end + 4]):
        return False
    if _is_aside(text, figure, clause) or CANDIDATES.match(after):
        return False
    if GIVEN.search(before):
        return False
    if figure.unit in COUNTS and tail and LEAD_IN.match(text, clause):
        return False
    if figure.unit in MONEY or figure.unit in MEASURES:
        return _is_amount(text, figure, before, tail, after)
    if figure.unit == "天":
        return bool(CHANGED.search(before))
    if figure.spoken and figure.unit in COUNTS:
        return _is_counted(figure, before, after)
    return True


def _is_named(figure: Figure, near: str, after: str) -> bool:
    """Tell a number of a name (新36条, 5G) from an amount."""
    if JOINT.search(near) or STUCK.match(after) or (figure.spoken and near.endswith(("数", "几"))):
        return True
    called = near.endswith("新") and figure.unit == "条"
    return called or (near.endswith("以") and bool(TAKEN_AS.match(after)))


def _is_aside(text: str, figure: Figure, clause: int) -> bool:
    """Tell 赤字2.8%，比去年高0.2个百分点 from 赤字率比去年高0.2个百分点, which names its thing."""
    if figure.unit == "%" or not (found := ASIDE.search(text, max(0, clause - 1), figure.number)):
        return False
    named = re.fullmatch(r"[^\d（(]{3,}", text[clause : found.start()])
    return not (named and figure.unit == "个百分点")


def _is_amount(text: str, figure: Figure, before: str, tail: str, after: str) -> bool:
    """Tell an amount from a size class: 10亿元以上项目, 3岁以下婴幼儿, 15分钟生活圈."""
    if figure.hedge == "级" or CEILED.search(before) and figure.comparator is Comparator.AT_MOST:
        return True
    if figure.unit == "年":
        return True
    if figure.unit in ("分钟", "小时", "个工作日", "工作日", "岁", "个自然日", "米"):
        near = bool(CHANGED.search(before)) and not CIRCLE.match(after)
        return near and not EVERY_DAY.match(text, figure.number)
    if figure.unit == "千伏" or SIZED.match(after) or (tail and before.endswith("年产")):
        return False
    if _is_size(figure, before, after):
        return False
    if figure.unit in MONEY and figure.hedge and MEASURED.search(text[: figure.number][-3:]):
        return False  # 引进1个50亿元以上项目
    sized = CLASS.match(text, figure.end)
    if figure.unit in MEASURES:
        sized = sized if figure.hedge.endswith(("以上", "以下", "以内")) else None
    return not (sized and not FUNDED.match(tail))


def _is_size(figure: Figure, before: str, after: str) -> bool:
    """Tell how large something is: 加快700万吨露天矿建设, 投资3.4亿元的训练中心."""
    if figure.unit in MONEY:
        return bool(INVESTED.search(before) and NAMED_BY.match(after))
    return bool(PLANT.match(after)) and not DONE_TO.search(before)


def _is_counted(figure: Figure, before: str, after: str) -> bool:
    """Tell a count in characters (开工一个、建成三家) from a turn of phrase (一个中国, 三个地)."""
    if NO_COUNT.search(before) or len(before.strip()) < 2:
        return False
    delivered = bool(DELIVERY.search(before))
    if re.match(r"[，。；、！,;]|$", after):
        return delivered or figure.low > 1
    return delivered and figure.low > 1 and not after.startswith("“")
