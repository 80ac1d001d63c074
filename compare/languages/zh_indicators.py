"""What a Chinese figure is a figure of: the noun before it, or the one it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.languages.zh_hedges import Figure
from compare.languages.zh_units import COUNTS
from compare.model import QuantityKind

LEADS = re.compile(
    r"[\s、:：”（()）的了]|因此|同时|此外|但(?!书)|[一二三四五六七八九十]是|又有?|\d{1,2}[.、]|[一二三四五六七八九〇○零]{4}年|用?(?<![十第前])[一二三四五六七八九十两]年(?:左右)?(?:来|间|内|里|时间|累计|以来)?(?!计划|行动|规划|期|级|制|义务|[一二两]贯|毛入)|[比较](?:去年|上年|上一年|上年度)(?:同期)?|其中|今年|明年|全年|年内|年末|年底前?|到?\d{4}\s*年(?:底|末)?前?|到[“”十一二三四五]{2,6}末|“?十[二三四五]五”?(?:期间|末)"
    r"|(?:主要)?预期目标(?:是|为)?|(?:奋斗|力争|工作|挑战)目标(?:是|为)?|目标(?:是|为)|[上下]半年|[一二三四]季度|全(?:市|省|国|区|县|州)(?!性|域|产业|重点|统一)|各地|力争|争取|确保|保证|努力|继续|进一步|预计|计划|建议|拟|冲刺|累计(?=减少|新增|完成|建成|实现)"
    r"|由(?:中央|地方|政府|财政)(?=代)|将|把|使|让|要|再|实现|完成|安排|推动|推进|并|均|也|共|以及|及其?|和|与|通过|着力|加快"
)
LEAD_STOP = re.compile(
    r"再生|再贷款|使用|让利|要素|将军|和美|及时|与地区|并网|并购|共同富裕|共享|加快发展|再就业|完成率|推进率|要事"
)
MOVED = (
    "(?:提高|提升|上升|升高|下降|降低|[升降增减]|减少|增加|扩大|缩小|压缩|压减|缩短|缩减|回[升落]"
    "|[上下]调|调整|拓展|增长)"
)
TRAILS = re.compile(
    r"(?:\s|分别|双双|平均|累计|至少|最少|最低|最多|力争|争取|确保|预计|预期|达到|控制在|控制|稳定在|稳定|保持在|保持|维持在|维持|不低于|不少于"
    r"|不高于|不超过|超过|突破|高于|低于|大于|继续|(?<=率)(?:拟)?按|拟按|突破|年均|平均每年|同比|翻了|全部|或|(?<=目标)拟?定|(?:主要)?预期目标|全年均值|巩固|一律|每人|[比较](?:去年|上年|上一年|上年度)(?:同期)?|(?<=年)累计|[一二三四五两]年|总体|基本|(?<![人户亩月])均|都|各|要|将|再|可|拟|动态|接近|约|近|超|逾|达|为|至|到|在|[合共总]计|共|按|是|的|有|实现|仍|全面|年内|全年|不足|不到|也|已|其中|现行"
    r"|(?<=[资额值入量速])完成|新?安排|高达|可降|同口径|可比口径|自然口径|每人每[年月]|原来|每平方[公千]?[里米]|[比较]?\d{4}\s*年[底末]?|(?<![通经])过|[：:“（(]"
    rf"|{MOVED}(?:了)?[到至为]人?均?|(?:{MOVED}|恢复)[到至][^，。；、]{{2,10}}的|不(?:[高低少]于|超过)[^，。；、]{{2,10}}的)$"
)
UP = re.compile(r"(?:增长|增加|提高|提升|上升|上涨|递增|(?<![新净])增)$")
DOWN = re.compile(r"(?:下降|降低|减少|压减|压缩|缩短|缩减|削减|回落|下调|减|降|节约|压降)$")
CHANGE = re.compile(r"(?:增长|增加|提高|提升|上升|上涨|下降|降低|减少|回落)")
TO = re.compile(r"(?:到|至|为|达到|达)\s*(?:不[高低]于)?$")
RATE = re.compile(r"(?:涨幅|增幅|增速|降幅|增长率|增长速度|增长(?:预期)?目标)$")
RISEN = re.compile(r"(?:增长|上涨|下降|降低)(?:[均都]|预期|目标|分别)*(?:为|达到?)$")
STOCK = re.compile(
    r"在建|(?<!盘活)(?<!消化)(?<!化解)(?<!处置)存量|保有量|余额|总量|总数|累计(?!减少|新增|完成|建成|实现)|规模(?:达到|突破|超过)|总规模|总面积|面积(?:增加|扩大)到|总产能|数量达"
)
STANDARD = re.compile(r"标准[^，。；]{0,4}(?:增加|提高)$")
VERB = re.compile(
    r"(?:新增|新建|新开工|新开|开工|建成(?!区)|新改建|新扩建|改造|建设|培育|引进|打造|创建|新认定|新引育|推出|筹建|组建|筹集|新改扩建"
    r"|提升|压减|降低|减少|提高|增加|组织|举办|实施|开展|优化|新引进|压缩|扩大|解决|发放|培训|完成|净增|整治|在建|谋定|投运|竣工|续建|储备|入库|签约|落地|投产|转移|淘汰|关停|拆除|化解|盘活|处置|清退|消化)"
)
FOLLOWS = re.compile(
    rf"[^“”、\d]{{6,}}、(?={VERB.pattern}(?![率量额数面])[^、]{{2}})"
)  # 实施某工程、新增主体500家
ONLY_VERBS = re.compile(
    rf"(?:{VERB.pattern}|和|及|以上|推进|支持|落实|用于|帮助|带动|惠及|为|办|办好|安装|更新|拿出|启动|建好|谋划|储备|招引|落地|投产|提质|积极|高标准|高质量|加快|完善)+"
)
HORIZON = re.compile(
    r"到\s*\d{4}\s*年(?:底|末)?(?!的)|\d{4}\s*年(?:底|末)前?|“?十[二三四五]五”?(?:期间|末|时期)"
    r"|(?:今后|未来|过去)?(?<![十第前\d一二三四五六七八九〇○零])[一二三四五六七八两]年"
    r"(?:内|来|间|累计|以来)?(?!期|级|制|前|义务|一贯|毛入|[^，。；]{0,4}(?:计划|行动|规划|攻坚))"
    r"|今明两年|(?<!全)年均|月均|[上下]半年|[一二三四]季度"
)
FAR = re.compile(r"到|.*[二三四五六七八两]年")
METRIC = re.compile(
    r"(?:居民|常住居民)?(?:人均)?(?:可支配|纯)?收入$|居民.*$|产业?增加值$|增加值$|水质达标率$|耕种收综合机械化率$|参保率$|税收$|利润$|营收$|投资$|产值$|排放(?:总)?量$|总额$|贷款余额$|覆盖率$|(?:通车|运营|营业)里程$|(?:人均[\u4e00-\u9fff]{0,6})?面积$|产量$|销售额$|失业率$"
)
WHOLE = re.compile(rf"{METRIC.pattern}|(?:(?<!需氧)量|[数额率值次耗]|比重)$")  # needs no shared end
PER = re.compile(
    r"(?:单位|每?[万亿]元)(?:(?:国内|地区)?生产总值|GDP|工业增加值)"
)  # what a list shares
SECTORS = re.compile(r"第?一、?第?二[、和]?第?三次?产业(?P<what>.*)")
GRADE = re.compile(r"[^级]{1,8}级(?:以上)?")
ITEM = re.compile(r"\s*[、和与及]\s*|以及")
REACHED = re.compile(r"(?:[均都要]|全部)*(?:达到?|超过|突破|不低于)$")
ASIDE = re.compile(r"[（(](?![市区旗]\))")  # 县(市) is one word
STOPS = re.compile(rf"^[、和及与]|、|{ASIDE.pattern}|[和及与]$")
TWIN = re.compile(r"(?:均|都|各|要)*\s*(?:增长|下降|降低|提高|减少|压减)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a figure: where they begin, the noun, and what the verb does to it."""

    start: int
    raw: str
    name: str
    listed: bool

    @property
    def is_change(self) -> bool:
        """Tell whether the figure is the size of a change, not the state that is reached."""
        return bool(UP.search(self.raw) or DOWN.search(self.raw) or RATE.search(self.raw))


def read_head(text: str, start: int, end: int) -> Head:
    """Read the words before a figure; adverbs, modals and copulas go, a cut keeps its verb.

    >>> read_head("今年单位国内生产总值能耗要再下降", 0, 16).name
    '单位国内生产总值能耗下降'
    >>> read_head("力争城镇新增就业达到", 0, 10).name
    '城镇新增就业'
    """
    begun = re.match(r"\s*(?:[、和及与或]|以及)\s*", text[start:end])
    position = start + (begun.end() if begun else 0)
    while not LEAD_STOP.match(text, position, end) and (lead := LEADS.match(text, position, end)):
        position = lead.end()
    while (follows := FOLLOWS.match(text, position, end)) and follows.end() < end:
        position = follows.end()
    raw = _strip_hedges(text[position:end])
    return Head(position, raw, _name(raw), bool(begun))


def _strip_hedges(words: str) -> str:
    words = words.rstrip()
    while (trail := HEDGE.search(words)) and not TO.search(words):
        words = words[: trail.start()]
    return words


HEDGE = re.compile(
    r"(?:\s|至少|最少|最低|最多|不低于|不少于|不高于|不超过|超过|接近|约|近|超|逾|跨越|[跨迈越]过|[迈跃登站]上|力争|拟按|再|平均)$"
)


def _name(raw: str) -> str:
    name, verb = raw, ""
    while name:
        if trail := TRAILS.search(name) or (UP.search(name) if len(name) > 2 else None):
            name = name[: trail.start()]
        elif not verb and (cut := DOWN.search(name)) and cut.start() > 1 and not TO.search(raw):
            name, verb = name[: cut.start()], cut.group()
        else:
            break
    return re.sub(r"\s+", "", name + verb if name else verb).rstrip("、")


def read_tail(text: str, figure: Figure, end: int, head: Head, more: bool) -> tuple[str, int]:
    """Read the noun that a figure counts (1686个亿元以上项目), where no noun stands before it."""
    verbal = not head.name or ONLY_VERBS.fullmatch(head.name)
    ordered = figure.hedge == "级"
    if not (verbal or ordered or figure.unit in COUNTS or (figure.bare and len(head.name) <= 4)):
        return "", figure.end
    stop = (STOPS if more else ASIDE).search(text[figure.end : end])
    after = figure.end + stop.start() if stop else end
    noun = text[figure.end : after].strip(" 、").removeprefix("的")
    noun = re.sub(r"^(?:幅度|速度|比例)(?=.{3})", "", REACHED.sub("", noun) if more else noun)
    if re.match(r"区间|之间|水平|上下|大关|目标", noun):
        return "", figure.end
    return (noun, after) if len(noun) > 1 else ("", figure.end)


def expand_list(head: Head) -> tuple[str, ...]:
    """Spell out the subjects that share what follows: 城镇、农村居民收入.

    >>> expand_list(read_head("城镇、农村居民人均可支配收入分别增长", 0, 18))
    ('城镇居民人均可支配收入', '农村居民人均可支配收入')
    >>> expand_list(read_head("城乡居民收入分别增长", 0, 10))
    ('城镇居民收入', '农村居民收入')
    >>> expand_list(read_head("单位GDP用水量、能耗分别下降", 0, 15))
    ('单位GDP用水量下降', '单位GDP能耗下降')
    """
    if sectors := SECTORS.match(head.name):
        return tuple(f"第{n}产业{sectors['what']}" for n in "一二三")
    items = [item for item in ITEM.split(head.name) if item]
    if len(items) == 1 and "城乡" in items[0]:
        return items[0].replace("城乡", "城镇"), items[0].replace("城乡", "农村")
    if graded := _share_noun(items):
        return graded
    verb = found.group() if (found := DOWN.search(head.name)) else ""
    metric = METRIC.search(items[-1].removesuffix(verb)) if items else None
    tail = metric.group() if metric and metric.start() else ""
    whole = [item if WHOLE.search(item) else item + tail for item in items[:-1]]
    names = (*(item + verb for item in whole), *items[-1:])
    per = PER.match(names[0]) if names else None
    return tuple(name if PER.match(name) else per[0] + name for name in names) if per else names


def _share_noun(items: Sequence[str]) -> tuple[str, ...]:
    """Give 新增省级、市级龙头企业 the noun and the verb that its items share."""
    graded = GRADE.match(items[-1]) if len(items) > 1 else None
    if not (graded and items[-1][graded.end() :] and all(map(GRADE.fullmatch, items[:-1]))):
        return ()
    verb = found.group() if (found := VERB.match(items[0])) else ""
    noun = items[-1][graded.end() :]
    return tuple(verb + item.removeprefix(verb) + noun for item in (*items[:-1], graded[0]))


def find_twins(head: Head) -> tuple[str, ...]:
    """Spell out the subjects of one figure: 二氧化硫、氮氧化物排放量要下降3%, A和B均增长5%."""
    every = re.search(r"(?<![人户亩月年])[均都]|双双", head.raw[len(head.name) :])
    rate = head.is_change and not TO.search(head.raw) and not re.search("[和与及]", head.name)
    items = ITEM.split(head.name)
    if not (every or rate) or "等" in head.name or not 2 <= len(items) <= 4:
        return ()
    if not all(2 < len(item) <= 20 for item in items):
        return ()
    if any(re.search(rf"{VERB.pattern}|[要把将对使让]|坚决", item) for item in items[:-1]):
        return ()
    return expand_list(head)


def find_kind(figure: Figure, head: Head) -> QuantityKind:
    """Tell a rate of change, a ratio, a state held and an amount delivered apart."""
    if CHANGE.fullmatch(head.raw) and figure.unit not in COUNTS:
        return QuantityKind.GROWTH
    change = (
        RATE.search(head.name)
        or RISEN.search(head.raw)
        or (head.is_change and not TO.search(head.raw))
    )
    if figure.unit in ("个百分点", "倍", "番"):
        return QuantityKind.GROWTH
    if figure.unit in ("%", "‰"):
        zero = (figure.spoken and not figure.low) or head.name.startswith(("压减", "压缩", "降低"))
        return QuantityKind.GROWTH if change or zero else QuantityKind.SHARE
    if STANDARD.search(head.raw):
        return QuantityKind.GROWTH
    if figure.hedge == "级" or STOCK.search(head.raw) and figure.unit not in COUNTS[:8]:
        return QuantityKind.STOCK
    return QuantityKind.LEVEL


def find_horizon(clause: str, before: str) -> str:
    """Find by when, or how often: 年均, 到2025年; what the clause says goes before the sentence."""
    if found := HORIZON.findall(clause):
        return re.sub(r"\s", "", found[-1])
    far = [word for word in HORIZON.findall(before) if FAR.match(word)]
    return re.sub(r"\s", "", far[-1]) if far else ""
