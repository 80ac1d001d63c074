"""Find the quantities of an English sentence: figures that are figures of something."""

import re
from collections.abc import Iterator

from compare.languages.en_counts import REACH, name_unit
from compare.languages.en_figures import find_figures, may_hold_figure
from compare.languages.en_hedges import Figure
from compare.model import Comparator, Quantity, QuantityKind, Span

FOLD = str.maketrans("\u00a0\u2009\u202f’‘％﹪", "   ''%%")
FRESH = (
    r"the|an?|its|our|their|this|localities|will|we|cut|increase|create|allocate|reduce|raise|build"
    r"|over|more|about|around|some|nearly|almost|at least|no less|not less|up to|\d|US\$|\$"
)
BREAK = re.compile(
    rf"[;:.!?](?=\s|$)|,(?=\s)|\((?!s\)|[A-Z&\d-]{{2,12}}\))|(?<![A-Zs])\)"
    rf"|(?<!\s\d)\sand(?=\s(?:{FRESH})\b)|\s(?:while|with|including|of which|but|to provide)(?=\s)"
)
UP = (
    r"increas\w*|growth target|gr[eo]w\w*|rais\w*|ris\w*|rose|expand\w*|up|growth|climb\w*"
    r"|improv\w*"
)
DOWN = r"decreas\w*|cut\w*|reduc\w*|lower\w*|f[ae]ll\w*|drop\w*|declin\w*|down|shorten\w*|trim\w*"
CHANGE = re.compile(
    rf"\b(?:{UP}|{DOWN})\b(?:\s(?:by|of|at|another|further|in|between))*\s*$", re.IGNORECASE
)
CUT = re.compile(rf"\b(?:{DOWN})\b", re.IGNORECASE)
ANNUAL = re.compile(r"annual (?:growth )?(?:rate|increase) of\s*$")
ONLY_VERBS = re.compile(
    r"(?:need to |already |have |has |thus )*(?:see|seen|allocate|invest|spend|spent|achiev|provid"
    r"|buil[dt]|construct|issu|appropriat|complet|accounting|realiz|set aside)\w*(?: or \w+)?"
    r"|(?:begin|start|launch)\w* (?:construction|work)(?: on)?|carry out an? trials?(?: on)?"
    r"|(?:.* )?consist(?:s|ed|ing)?|creation"
    r"|just|well|(?:[\w ]+ )?(?:provides|allocates|commits|devotes|invests|spends)"
    r"|(?:[\w ]+ )?(?:will|should|plans? to) (?:provide|allocate|commit|devote|invest|spend)"
    r"|(?:install|process|plant|protect|answer)(?:ed|ing)?"
    r"|(?:generat|restor|sav|resolv|serv|clos|mov|sourc)(?:e[ds]?|ing)"
    r"|(?:answer|convert|cover|fill|open)(?:ed|s|ing)?",
    re.IGNORECASE,
)
STATE = re.compile(  # unemployment remained stable at a low level of 5%
    r"\s(?:remain|stay|stood|hover|stabiliz|kept|was|were)\w*\s(?:\w+\s){0,3}?(?:stable|steady|low)\b.*$"
)
HALVED = re.compile(r"halv(?:e[ds]?|ing)\b", re.IGNORECASE)
AFTER = re.compile(r"\s(?:increase|growth|rise|decrease|drop|cut|reduction|decline)\b")
RELATIVE = re.compile(r"\s(?:more|less|higher|lower|fewer|greater)\sthan\b")
BY = re.compile(
    r"\bby(?:\s(?:another|a further|an additional|an average of|up to|at least|no less than"
    r"|not less than|more than|over|around|about|approximately|nearly|close to|almost|some))*\s*$"
)
CHANGED = re.compile(rf"(?:{UP}|{DOWN})", re.IGNORECASE)
AUXILIARY = re.compile(
    rf"(?:\s(?:will|should|must|were|was|been|be|has|have|thus|further|is|are))+(?=\s(?:{DOWN})$)"
)
_OFFICE = (  # The Bureau will close 92 percent of its cases
    r"(?-i:(?:[Tt]he )?(?:[A-Z]\w+ )?(?:Administration|Agency|Authority|Board|Bureau|Commission"
    r"|Company|Council|Department|Government|Group|Ministry|Office|University))"
    r"(?= (?:will|shall|must|should|aims|plans|intends|seeks|expects)\b)"
)
LEADS = re.compile(
    rf"\s*[-–—•*▪◦]+\s*|\s*{_OFFICE}|"
    r"\s*(?:(?:this|next|last|over the|in the coming) year,?(?!['’])|we|i|will|should"
    r"|must|shall|not|never|let|to|also|and|or|of which|of this|including|with|while|but|a|an|the"
    r"|our|its|further|another|continue|ensure|see|make|sure|that|bring|keep|maintain|about|around"
    r"|by|are|of|aims|plans|intends|seeks|hope|plan|expects?|anticipates?|(?:in )?projecting"
    r"|have set the target for"
    r"|which (?:will|would) (?:bring|drop|lower|raise|keep)|(?:which )?mean(?:s|ing)|this"
    r"|representing|year['’]s)\b",
    re.IGNORECASE,
)
LED = re.compile(
    r".*\b(?:will bring\s(?=(?:the|our|its)\s)"
    r"|(?:(?:aim|plan|intend|expect|seek|hope|pledge|propose|strive)s?|committed) to\s)",
    re.IGNORECASE,
)
# Cut waiting times to 60 days: the figure is what is left, not the cut.
MOVED = re.compile(rf"(?:{UP}|{DOWN})\s(?:(?:the|our|its)\s)?(?!(?:to|in|of)\b)", re.IGNORECASE)
FALLEN = re.compile(rf"(?<=\w)(?:\s(?:will|has|have|to|be|been|was|were))*\s(?:{DOWN})(?:\sto)?$")
WHEN = r"(?:in|for|by|during)\s(?:Q[1-4]|FY\s?\d{2,4}|the \w+ (?:quarter|half))(?:\s\d{4})?"
LABEL = re.compile(
    r"(?:^[-–—*▪◦\s]*|[.;•]\s*)([A-Z][^.;:]{2,80}):\s*$"
)  # Share of channels kept open: 85%
TRAILS = re.compile(
    r"[\s,]*(?:\b(?:(?:for|in) )?(?:this|last) year|\bfor (?:19|20)\d\d"
    r"|\bfrom\s[A-Z]{0,3}[$£€¥]?[\d.,]+(?:\s(?:percent|[mbtr]+illion))?"
    r"|\b(?:(?:not|never|cannot|\w+n't)(?:\s(?:be|go|fall|drop|decline|decrease|allowed)){0,2}"
    r"|do|does|did|will|should|must|shall|may|can|to|be|being|is|are|was|were|has|have|had|been|by|of|at"
    r"|for|in|on|reach(?:ed|es)?|remain(?:s|ed)?|stay(?:s|ed)?|kept|keep|held|hold|set|now"
    r"|in the range|peak(?:s|ed)?"
    r"|maintained|stands?|stood|total(?:ed|led|s)?|projected|budgeted|expected|forecast(?:ed)?"
    r"|targeted|estimated|came|went|gone|brought|another|additional|a|an|the|further|average|some"
    r"|about|around"
    r"|approximately|roughly|nearly|almost|at least|no less than|not less than|no more than"
    r"|not more than|more than|less than|over|above|below|under|within|up|close"
    r"|exceed(?:s|ed|ing)?|increased?|increases|grow|grew|grown|improve[ds]?|narrow(?:ed|s)?|widen(?:ed|s)?|rises?|risen|rose|raised?"
    r"|expand(?:ed)?|account(?:s|ed)?|from|between|well))$",
    re.IGNORECASE,
)
HORIZON = re.compile(
    r"\bby (?:the end of )?(?:(?:fiscal year |FY|mid-)\s?|[A-Z][a-z]{2,8} )?\d{4}\b"
    r"|\bannual average\b"
    r"|\bover (?:the next )?(?!past|last)\w+ years\b|\bwithin \w+ (?:years|months)\b",
    re.IGNORECASE,
)
BASELINE = re.compile(r"\s(?:up\s)?from\s[^,;]{0,60}\d[^,;]{0,60}\sto(?:\s\w+){0,3}$")
BESIDE = re.compile(
    r"(?:over|on|compared|lower|higher|below|above|up|down|from|year|(?:more|less|fewer) than)\b"
)
AGAINST = re.compile(  # 560 billion yuan over last year: the change, not the amount
    r"\s(?:(?:more|less|higher|lower|fewer) than|over|from|compared with)\s(?:that of\s)?"
    r"(?:last|the previous|the preceding) (?:fiscal |financial )?year\b"
)
DANGLING = re.compile(r"\s(?:by|in|for|to|of|at|on|and|from)\s*$")
MEASURED = re.compile(r"\s*(?:of|in|for|on)\s+(?:the\s|a\s)?")
_BE = r"(?:(?:will|should|be|is|was)\s)*"
HELD = re.compile(  # the increase in prices kept at 3%: it is a rate of change
    rf"\b(?:increases?|rises?|growth)\s(?:in\s[\w() ]{{2,60}}?\s{_BE}(?:(?:kept|held|set)\s)?"
    rf"(?:to|at|within)?|{_BE}(?:kept|held|set)\s(?:to|at|within)?|at|within)\s*$",
    re.IGNORECASE,
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find what a sentence puts a number to; spans point into the text given.

    >>> (found,) = find_quantities("We will create over 11 million new urban jobs.")
    >>> found.indicator, str(found.low), found.unit, str(found.comparator)
    ('new urban jobs', '11000000', 'jobs', '>')
    >>> find_quantities("The 13th Five-Year Plan, G20, 5G and Article 12 of 2019.")
    ()
    """
    return tuple(_read(text.translate(FOLD))) if may_hold_figure(text) else ()


def _read(text: str) -> Iterator[Quantity]:
    breaks = [(match.start(), match.end()) for match in BREAK.finditer(text)]
    figures = find_figures(text)
    done, last, place = 0, "", 0
    for position, figure in enumerate(figures):
        while place < len(breaks) and breaks[place][1] <= figure.number:
            place += 1
        start = max(done, breaks[place - 1][1] if place else 0, figure.number - REACH)
        follow = figures[position + 1].start if position + 1 < len(figures) else len(text)
        known, noun, after = name_unit(text, figure, min(follow, figure.end + REACH))
        if known is None:
            continue
        head = _read_head(text, start, figure.start)
        indicator, begin, end = head[0], head[1], after
        indicator = "" if ONLY_VERBS.fullmatch(indicator) else indicator
        if not indicator and not noun and (label := LABEL.search(text, 0, figure.start)):
            indicator = re.split(r"(?:\s\(?(?:within|under|over|of|by|in|per))?\s\S?\d", label[1])[
                0
            ]
        grown = AFTER.match(text, figure.end) or CHANGED.fullmatch(indicator)
        if noun or not indicator or grown:
            tail, end = (noun, after) if noun else _read_tail(text, known, breaks, place, follow)
            if grown and last and known.unit == "%" and text.startswith(" of ", figure.end):
                indicator = f"{last} as a percentage of {tail}"
            else:
                indicator = _join(indicator, tail, last, bool(grown))
        if halved := HALVED.match(text, figure.number):
            indicator = f"{head[0]} halved" if head[0] else f"{halved[0].lower()} {indicator}"
        taken = end if text.startswith(" of ", figure.end) else after
        done, last = max(figure.end, taken), indicator
        yield _build(text, known, indicator, Span(min(begin, figure.start), end), start)


def _join(head: str, tail: str, last: str, grown: bool) -> str:
    """Put together what stands before and after a figure: a drop of 3% in …, a 3% increase."""
    if last and BESIDE.match(tail):
        return f"{last} {tail}" if "lower" in tail or "higher" in tail else last
    if grown and not CHANGED.fullmatch(head):
        return tail if " in " in tail or not last else f"{last} {tail}".strip()
    if grown and tail:
        return f"{head} in {tail}"
    return tail or head or last


def _read_head(text: str, start: int, end: int) -> tuple[str, int]:
    """Read the noun before a figure; a cut keeps its verb, for less of it is the aim."""
    begin = start
    while (lead := LEADS.match(text, begin, end)) and lead.end() > begin:
        begin = lead.end()
    if led := LED.match(text, begin, end):
        return _read_head(text, led.end(), end)
    words = text[begin:end].strip()
    reached = words.endswith(" to") or text.startswith(("below ", "under "), end)
    words = STATE.sub("", BASELINE.sub("", words))
    if reached:
        words = FALLEN.sub("", MOVED.sub("", words, count=1) if MOVED.match(words) else words)
    cut = CUT.search(words)
    while trail := TRAILS.search(words):
        words = words[: trail.start()]
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    if not cut and re.fullmatch(rf"(?:{UP}|{WHEN})?", words, re.IGNORECASE):
        return "", end
    return AUXILIARY.sub("", words.strip()), begin


def _read_tail(
    text: str, figure: Figure, breaks: list[tuple[int, int]], place: int, follow: int
) -> tuple[str, int]:
    """Read the noun after an amount: 200,000 kilometers of rural roads will be built."""
    stop = next((begin for begin, _ in breaks[place : place + 8] if begin >= figure.end), len(text))
    stop = min(stop, follow, figure.end + REACH)
    lead = MEASURED.match(text, figure.end, stop)
    words = text[lead.end() if lead else figure.end : stop].strip()
    words = re.sub(r"^(?:will|should|must|is|are|was|were|be)\s(?:be\s)?", "", words)
    words = re.sub(
        r"^(?:as (?:many|much)|an? (?:hour|day|week|month|year)|per \w+)\b\s?", "", words
    )
    words = re.sub(r"^(?:forecast(?:ed)?|expected|projected|planned|targeted)$", "", words)
    words = re.split(r"\s(?:will|should|must|were|was|are|is|has|have)\s", words)[0]
    words = re.sub(r"^(?:the|its|our|their)\s", "", DANGLING.sub("", words[:120])).strip()
    return words, stop if words else figure.end


def _build(text: str, figure: Figure, indicator: str, span: Span, start: int) -> Quantity:
    comparator = figure.comparator
    least = comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)
    most = comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)
    found = HORIZON.search(text, max(0, figure.start - REACH), figure.end + 60)
    return Quantity(
        low=None if most else figure.low,
        high=None if least else figure.high,
        unit=figure.unit,
        span=span,
        figure=Span(figure.start, figure.end),
        comparator=comparator,
        kind=_find_kind(text, figure, start),
        indicator=indicator,
        hedge=figure.hedge,
        horizon=found.group() if found else "",
    )


def _find_kind(text: str, figure: Figure, start: int) -> QuantityKind:
    before = text[start : figure.start]
    if figure.hedge.endswith(("ed", "ing")) and figure.unit == "%":
        return QuantityKind.SHARE
    change = (
        BY.search(before)
        or ANNUAL.search(before)
        or HELD.search(before)
        or (CHANGE.search(before) and not figure.hedge.endswith(("above", "below", "under")))
        or AFTER.match(text, figure.end)
        or RELATIVE.match(text, figure.end)
        or HALVED.match(text, figure.number)
    )
    if figure.unit in ("percentage points", "times") or AGAINST.match(text, figure.end):
        return QuantityKind.GROWTH
    if figure.unit in ("%", "basis points"):
        return QuantityKind.GROWTH if change else QuantityKind.SHARE
    return QuantityKind.LEVEL
