"""Numbers of a Chinese report that count nothing it does: names, ranks, dates, what was before."""

import re

_NOUN = r"[\u4e00-\u9fff]{0,14}?"
_NAMED = re.compile(
    r"第(?:\d+[、和])*$|[±×/／]$"  # 第3位
    r"|(?:国道|省道|县道)(?:\d+、)*$"
    r"|(?<![最附])[每近]$|(?<![目之年以提])前$"  # 每1000人，近10年，前30%
    r"|[比较][^，。；]{0,8}(?:上年|去年|同期|全国|全省|预算)[^，。；\d]{0,10}$"
)
_NAMES = re.compile(
    r"(?:[、和]\d+)*(?:号|国道|省道|县道|热线|线|周年|岁|千伏|版|时速)"  # 12号线，30周年
    r"|强(?![化力度])"  # 500强
    r"|[万亿]*年(?:前|来|后|以上|以内|以下)"
    r"|月(?:底|末|初|中|份|上旬|中旬|下旬|\d)|日(?![均产])"
    rf"|分钟{_NOUN}圈"
    rf"|[万亿]*元?(?:以上|以下|级)(?:的)?{_NOUN}(?:项目|企业|产业|集群|平台|村|街|店|园区?){_NOUN}\d"
)
_PAIRS = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        (r"连续?(?:\d+年、)?$", r"个?(?:年|月|届|次|季)"),  # 连续6年
        # 由40元提高到45元
        (
            r"(?:[从由](?!业|于|此|事|而)|(?<![来])自(?!来|主|然|贸|动|治|身|愿))[^，。；：、]{0,16}$",
            r"[^，。；：]{0,12}?(?:[提增上扩升涨高加大长降减缩压低少小短]*[到至]|[提升降调扩]?为)",
        ),
        # 投资5亿元的广场：是多大的，不是做了多少
        (
            r"(?:投资|总额|产值|面积)额?(?:约|近|超过?|达|逾)?$",
            rf"[多余]?[万亿]*(?:元|平方米)(?:以上|以下)?(?:的|{_NOUN}(?:项目|工程|园|企业)(?!\d))",
        ),
        (r"\d[个家]$", r"[万亿]*元?级?以上"),
        (r"毕业生(?:预计|超过?|将|达到?|总?规模|人数|约|近)*$", r"[多余]?万人"),
    )
)


def counts_nothing(before: str, after: str) -> bool:
    """Tell by what stands around a number that nothing done or to be done is counted by it.

    >>> counts_nothing("推进地铁", "号线建设"), counts_nothing("新建地铁", "公里")
    (True, False)
    >>> counts_nothing("标准从人均", "元提高到45元"), counts_nothing("连续", "年居全国首位")
    (True, True)
    """
    return bool(_NAMED.search(before) or _NAMES.match(after)) or any(
        head.search(before) and tail.match(after) for head, tail in _PAIRS
    )
