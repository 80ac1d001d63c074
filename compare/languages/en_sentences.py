"""Where English sentences and clauses end, and the marks and words that only open them."""

import re

# A full stop after these ends no sentence; each alternative has one width, as lookbehinds need.
_SHORT_FORMS = (
    "No Nos Mr Mrs Ms Dr St vs Sr Jr Prof Gen Sen Rep Gov Hon Fig Art Sec cf approx est vol pp al"
    " Inc Corp Ltd Co Jan Feb Aug Sept Oct Nov Dec Ave Dept Ch ca incl viz"
)
_NOT_AFTER = "".join(rf"(?<!\b{form})" for form in _SHORT_FORMS.split(" "))
# U.S. and e.g. end none either, unless a word follows that only begins sentences.
_LETTERS = r"(?:(?<!\b[A-Za-z])|(?=\.\s+(?:The|We|In|It|This|Our|To|A|As|For|These)\b))"
# The numeral of a heading ends none: II. Major tasks, 3. Jobs.
_NO_NUMERAL = "".join(rf"(?<!^{'[IVXA-H0-9]' * n})" for n in (1, 2, 3, 4))
# The number of a footnote may stand between the full stop and the blank: growth.12 We
_POINT = rf"{_NOT_AFTER}{_LETTERS}{_NO_NUMERAL}\.(?:(?<=[a-z)”\"]\.)\d{{1,2}})?"
_CLOSED = r"[\"”’')\]*]*"
_STOP = rf"(?:{_POINT}{_CLOSED}(?=\s+[^\sa-z]|\s*$)|[!?]+{_CLOSED}(?=\s|$))"
SENTENCE = re.compile(rf"(?:[^.!?]|(?!{_STOP})[.!?])*(?:{_STOP}|$)")

CLAUSE = re.compile(r"(?:\([^()]*\)|“[^”]{0,200}”|[^,;]|[,;](?=\S))*(?:[,;]\s*|$)")

_ORDINAL = (
    "First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Fifth(?:ly)?|Sixth|Seventh|Eighth|Ninth"
    "|Tenth|Finally|Lastly|Next|In addition|Moreover|Furthermore|Meanwhile|At the same time|Also"
    "|Here|Specifically|In particular|Therefore|Accordingly|Likewise|Similarly|In short|Thus"
    "|Then|Now"
)
MARK = (
    r"(?:[-–—•*▪◦●·■○‣]+|\(?\d{1,2}[.)](?!\d)|\([a-z]{1,4}\)|[a-h][.)]\s"
    r"|[A-H]\.\d{1,2}\.?\s)"
)
_GREETING = (
    r"(?:(?:My )?(?:Fellow|Esteemed|Dear|Honou?rable|Distinguished) [\w ]{2,40}"
    r"|M\w+ Speaker(?:, Sir)?)"
)
INTRO = re.compile(
    rf"(?:{MARK}\s*|{_GREETING},\s*|(?:{_ORDINAL}),\s+|(?i:(?:and|but|or"
    rf"|as well as)\s+(?:also\s+)?))+"
)
