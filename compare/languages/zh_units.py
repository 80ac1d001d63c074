"""Chinese numerals and the words that make a number an amount."""

import re
from decimal import Decimal

# One form for what only looks different; every character stays one character long.
FOLD = str.maketrans("０１２３４５６７８９％．／－—–～〜﹪（）　\xa0", "0123456789%./---~~%()  ")

DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
MULTIPLIERS = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(1000),
    "百": Decimal(100),
}
RATES = ("个百分点", "百分点", "%", "‰", "倍", "番")


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


MONEY = _list("人民币 美元 欧元 英镑 港元 港币 日元 澳元 新加坡元 元")
MEASURES = _list("""
    平方公里 平方千米 平方米 立方米 公里 千米 海里 公顷 亩 米 ㎡ 公斤 千克 微克 毫克 克 斤 担
    吨标准煤 吨标煤 标准煤 吨公里 吨 千瓦时 兆瓦时 度电 千瓦 兆瓦 吉瓦 瓦 千伏安 千伏
    标准箱 标箱 TEU kWh MWh GWh TWh kW MW GW KW km Gbps Mbps EFLOPS PFLOPS EFlops PFlops
    分钟 小时 个工作日 工作日 个自然日 岁 年 分贝
""")
COUNTS = _list("""
    人次 人天 人 户次 户 家次 家 个 名 位 所 座 条 项次 项 件次 件 套(间) 套 间 张 辆 台套 台
    架次 架 艘次 艘 列次 列 班次 批次 批 场次 场 处 宗 栋 幢 部 份 只 头 羽 株 棵 枚 门 门次
    头(只) 只(头)
    方面 种 类 片 块 对 支 群 期次 例 盏 组 本 册 笔 单 根 尾 匹 口 道 口井 趟 次 股 车次 天
""")
COMPOUND = re.compile(
    r"\s*[/每](?:万元|平方公里|立方米|平方米|升|百?公里|公顷|亩|人|年|月|日|天|小时|秒|户|吨|次|床|千瓦时|千瓦|千克|公斤|台|辆|度)"
)

# Words that look like a count and its measure but name a thing or a point in time.
NOT_A_UNIT = re.compile(
    r"个(?:五年|月|季度|百年|方面|环节|领域|维度|层面|阶段|民族|意识|自信|维护|确保|重大历史)"
    r"|条[^，。；、]{0,4}(?:规定|措施|意见|政策|举措|要求|建议)|[条个]路线|条主?线|条例|番半|件大事|[件项][^，。；]{0,8}实事|次会议|次全会|次全体|次代表大会|次人代会"
    r"|位[于居列一]|期间|部委|部门|项规定|名列|道路|类人群|级"
    r"|家自治|人制|家乡|家庭|人民|人大|门课|头部|类(?:及?以上|水|标准)|条件|条龙|场馆|台风|期|座谈|件套|对口|口岸|口径|口袋"
    r"|组织|组成|支持|支付|支撑|列入|列为|列车|部署|部分|份额|处于|处理|处置|间隔|间接|种植|种养|种业"
    r"|户籍|户口|人口|[人户亩]均|类似|片区|单位|单元|股份|根据|本科|米其林|克服|次数|天然|天津|位置|度假|批准"
)

# A number bare of unit is an amount of people or money where the words beside it say so.
PEOPLE = re.compile(
    r"人口|纳税人|居民|农民|群众|毕业生|学生|劳动力|职工|就业|脱贫|落户|参保|扩招|老年人|残疾人|旅客|大学生"
)
FUNDS = re.compile(
    r"投资|贷款|收入|支出|减税|降费|总值|资金|销售额|交易额|债券|税费|成交额|增加值|营收|外资"
)
ITEMS = (
    ("家庭", "户"),
    ("车", "辆"),
    ("村", "个"),
    ("项目", "个"),
    ("企业", "家"),
)  # what 清零 counts


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


UNIT = re.compile(rf"\s*(?P<unit>{_alternatives(RATES + MONEY + MEASURES + COUNTS)})")
MULTIPLIER = re.compile(rf"\s*(?P<more>[多余来])?\s*(?P<times>{_alternatives(tuple(MULTIPLIERS))})")
ARABIC = re.compile(r"\d[\d,.]*")
WELL_FORMED = re.compile(r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
HANZI = re.compile(r"[零〇一二两三四五六七八九十百千万亿点]+")
FRACTION = re.compile(
    r"(?P<under>[二三四五六七八九十百]+|百)分之(?P<over>[零一二两三四五六七八九十百点\d.]+)"
)


def read_arabic(text: str) -> Decimal | None:
    """Read a number in digits, or nothing where the digits are not one number.

    >>> read_arabic("1,200.5"), read_arabic("1.2.3"), read_arabic("1,00,000")
    (Decimal('1200.5'), None, None)
    """
    return Decimal(text.replace(",", "")) if WELL_FORMED.fullmatch(text) else None


def read_hanzi(text: str) -> Decimal | None:
    """Read a number in characters, or nothing where they are not one number.

    >>> read_hanzi("三百二十"), read_hanzi("十二"), read_hanzi("一点五万"), read_hanzi("两千亿")
    (Decimal('320'), Decimal('12'), Decimal('15000.0'), Decimal('200000000000'))
    >>> read_hanzi("九九八十一"), read_hanzi("百千万"), read_hanzi("千万")
    (None, None, None)
    """
    whole, times = text, Decimal(1)
    for word, value in MULTIPLIERS.items():
        if value >= 10**4 and word[0] in "万亿" and whole.endswith(word):
            whole, times = whole.removesuffix(word), value
            break
    whole, point, decimals = whole.partition("点")
    if point and not (decimals and set(decimals) <= set(DIGITS)):
        return None
    number = _read_below_ten_thousand(whole)
    if number is None:
        return None
    fraction = "".join(str(DIGITS[mark]) for mark in decimals) or "0"
    exact = Decimal(f"{number}.{fraction}") if point else Decimal(number)
    return exact * times


def _read_below_ten_thousand(text: str) -> int | None:
    total, digit, last = 0, -1, 10_000
    for position, mark in enumerate(text):
        if mark in PLACES:
            place = PLACES[mark]
            if place >= last or (digit < 1 and (mark != "十" or position > 0)):
                return None
            total, digit, last = total + max(digit, 1) * place, -1, place
        elif mark in DIGITS and digit < 1:
            digit = DIGITS[mark]
        else:
            return None
    return total + max(digit, 0) if text else None
