"""Figures of a plan that promise nothing: what was so last year, or already is."""

import re

from compare.model import Quantity

CLAUSE = re.compile(r"[，。；！？：,;!?](?!\d)")
PAST = re.compile(
    r"\s*(?:但是?|而|其中|我们?|截至|截止|到|从)*(?:去年|上年|上一年|前年|过去[一二三四五六七八九十几]年|目前|当前|现在|现有)"
)
DONE = re.compile(r"已(?:经|累计)?(?!有的)[^，。；要将拟再]{0,24}$")
# Whatever is willed, or follows from it, is no fact: 去年提高了10%，今年要再提高10%.
WILLED = re.compile(
    r"要|将|拟|力争|争取|确保|计划|预期|目标|安排|[提扩增][高大加]到|[降压]到|再|继续|今年|明年|年内|基础上|标准"
)
GRADUATES = re.compile(r"(?:高校|高等学校|应届|大学)*毕业生(?:人数|规模|总数|将高?)?")


def is_fact(text: str, quantity: Quantity) -> bool:
    """Tell a figure that a plan only mentions from one that it promises.

    >>> from compare.languages.zh_quantities import find_quantities
    >>> texts = "去年物价上涨2.6%", "目前已建成500个项目", "比去年提高2.6%", "今年毕业生727万人"
    >>> [is_fact(text, find_quantities(text)[0]) for text in texts]
    [True, True, False, True]
    """
    start = quantity.figure.start
    begun = [mark.end() for mark in CLAUSE.finditer(text, 0, start)]
    before = text[begun[-1] if begun else 0 : start]
    ended = CLAUSE.search(text, quantity.figure.end)
    after = text[quantity.figure.end : ended.start() if ended else len(text)]
    if quantity.unit == "人" and GRADUATES.fullmatch(quantity.indicator):
        return True
    if PAST.match(before):
        return not WILLED.search(before) and not WILLED.search(after)
    return bool(DONE.search(before)) and not WILLED.search(before)
