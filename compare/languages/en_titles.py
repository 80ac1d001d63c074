"""What an English report says of itself in its first lines: its title, its year, whose it is."""

import re

# The years of a span (2016 through 2020), of a horizon (by 2030) and of a law (the Act of 1934)
# date no report; a financial year (2023–24, 2023 to 2024) is called by its first.
_NEXT = "|".join(
    rf"(?<={year:02})\s?(?:[-–/]|to)\s?(?:20)?{(year + 1) % 100:02}(?!\d)" for year in range(100)
)
YEAR = re.compile(
    r"(?<![\d.,-])(?<![-–]\s)(?<![–/])(?<!through )(?<!\bby )(?<!\bto )(?<!\b[Aa]ct of )"
    rf"(?<!\bACT OF )((?:19|20)\d\d)"
    rf"(?:(?={_NEXT})|(?!\d|[.,]\d|\s?[-–]\s?\d|\s(?:through|to)\s\d|%))"
)

_PLANS = (
    "action|annual|business|corporate|delivery|departmental|operating|operational|service|strategic"
)
TITLED = re.compile(
    r"^(?!.*[a-z)][.!?;:]$)(?!on behalf|i\b|in\b|this\b|let\b).*"
    r"\b(?:report on the work of the government|work report|form 10-k|progress report"
    r"|annual (?:performance )?(?:report|plan)|performance (?:plan|report|budget)"
    r"|budget (?:speech|statement|address|\d{4})|policy address"
    r"|state of the (?:union|nation|city|state|province)"
    rf"|(?:{_PLANS}) plan|\d{{4}}[-–/]\d{{2,4}} (?:budget|plan|report)"
    r"|(?:\d{4}|annual|yearly) (?:report|plan)|plan for \d{4}"
    r"|report (?:(?:for|of) )?(?:the year )?\d{4})\b",
    re.IGNORECASE,
)

_PROPER = r"(?:[A-Z][\w&'’.-]*|of|the|and|for)"
_OFFICES = "Department|Ministry|Office|Agency|Bureau|Commission|Council|City|County|State"
# To whom companies report, and what begins a sentence, is no issuer.
_NOT = r"(?!The\b|This\b|Our\b|In\b|By\b|(?i:Securities and Exchange)\b)"
_KINDS = (
    "Inc|Incorporated|Corp|Company|Corporation|Co|Ltd|Limited|LLC|PLC|Group|Holdings"
    "|Administration|Agency|Department|Authority|Commission|Board|Bureau|Service|Foundation|Trust"
    "|University|Council"
)
_PAPERS = "FY|Fiscal|Annual|Performance|Strategic|Single|Budget|20\\d\\d|Report|Plan"
ISSUER = re.compile(
    r"\bon behalf of (?:the )?((?:[A-Z][\w'’-]+ ?(?:of (?:the )?)?){1,6}?)"
    r"(?=[,.]|\s(?:I|we|to|for)\b|$)"
    r"|\b(?:Premier|Prime Minister|President|Chair(?:man|woman|person)?) of the"
    r" ((?:[A-Z][\w-]+ ?)+)"
    rf"|^((?:U\.S\. )?(?:{_OFFICES}|Government|University|Bank) (?:of|for) (?:the )?"
    rf"(?:[A-Z][\w&'’-]*(?:\s(?=[A-Zo])|(?=\W|$)))(?:{_PROPER}(?:\s(?=[A-Zofta])|(?=\W|$)))*?)"
    rf"(?=$|[,:;–—]|\s(?i:{_PAPERS})\b)"
    rf"|^((?:{_OFFICES.upper()}) (?:OF|FOR) [A-Z][A-Z &'’-]+)$"
    rf"|^({_NOT}(?:[A-Z][\w&'’.-]*,? ){{1,6}}(?i:{_KINDS})\b)\.?"
    rf"(?=$|\s?[,:;–—(]|\s(?i:{_PAPERS})\b)",
    re.MULTILINE,
)
