"""Which figures of a review of several years are those of its last one."""

import re
from collections.abc import Iterator

CLAUSE = re.compile(r"[，。；！？：,;!?](?!\d)")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年|(去年)")
SEVERAL = re.compile(
    r"[一两二三四五六七八九十几这]年(?:来|间|内|里|累计|共|中)|年均|累计|以来|每年|历年"
)
OPENING = re.compile(r"(?:其中|刚刚过去的|[即在到])*(?:\d{4}\s*年|去年)(?:底|末)?")
SPANS = re.compile(
    r"(?P<several>(?:过去|这)[三四五六七八九十]年|[三四五]年(?:来|间)|“?十[一二三四五]五”?(?:时期|期间))"
    r"|(?<![\d从由自比较])(?P<year>(?:19|20)\d\d)\s*年(?!是)|去年|[过这]去?一年|一年来|全年"
)
RISEN = re.compile(r"(?:由|从)[^，。；\d]{0,12}\d[^，。；]*?(?:到|至|为)\D{0,8}$")


def is_of_last(sentence: str, start: int, end: int, year: int) -> bool:
    """Tell whether a sentence dates the figure from start to end to the last year of a review.

    What it says of several years is never a figure of one. A rise from one amount to another
    without years ends where the review does.

    >>> text = "2012年，经济增长7.8%，比2007年提高1个百分点，五年新增4万公里"
    >>> places = [text.index(amount) for amount in ("7.8", "1个", "4万")]
    >>> [is_of_last(text, place, place + 1, 2012) for place in places]
    [True, False, False]
    >>> is_of_last("城镇化率从52.6%提高到58.5%", 13, 18, 2017)
    True
    """
    begun = [mark.end() for mark in CLAUSE.finditer(sentence, 0, start)]
    before = sentence[begun[-1] if begun else 0 : start]
    ended = CLAUSE.search(sentence, end)
    if SEVERAL.search(before) or SEVERAL.search(
        sentence, end, ended.start() if ended else len(sentence)
    ):
        return False
    if named := YEAR.findall(before):
        return _is(named[-1], year)
    if RISEN.search(before):
        return True
    opening = OPENING.match(sentence.lstrip())
    named = YEAR.findall(sentence, 0, start)
    return bool(opening and not SEVERAL.search(sentence, 0, start) and _is(named[-1], year))


def find_times(paragraph: str) -> Iterator[tuple[int, int | None]]:
    """Yield where a paragraph begins to speak of a year (0: not named), or of several (none).

    >>> list(find_times("过去五年，新建铁路3万公里。2020年，新建铁路5000公里"))
    [(0, None), (14, 2020)]
    """
    for found in SPANS.finditer(paragraph):
        yield found.start(), None if found["several"] else int(found["year"] or 0)


def _is(named: tuple[str, str], year: int) -> bool:
    return bool(named[1]) or int(named[0]) == year
