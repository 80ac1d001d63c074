"""English headings: numbered, announced, or told by their look; what they say of their parts."""

import re

from compare.languages.en_goals import COMMITS, load_verbs
from compare.languages.en_leads import titles
from compare.languages.en_sentences import INTRO
from compare.languages.en_titles import ISSUER, TITLED, YEAR
from compare.languages.rules import Columns, Numbering, OutlineCues
from compare.model import Role

_SEP = r"(?:\s*[.:–—-]+\s*|\s+(?=[A-Z“\"])|$)"
_COUNT = r"(?:[IVX]{1,5}|\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
_NAMED = (
    r"(?i:(?:strategic|performance|agency|priority|annual|cross-agency|management|key"
    r"|long-term)\s+){0,2}"
    r"(?i:goal|objective|priority|pillar|theme|outcome|aim|initiative|strategy|task|measure)"
)

# The order of every outline; the levels that a report leaves out close up.
PART, CHAPTER, ITEM, ROMAN, CAPITALS, LETTER, FIRST, SECOND, THIRD, TITLE, LIST, DEEP = range(1, 13)
# A number alone in its line, above its title: CHAPTER I
_BARE = re.compile(rf"(?i:part|chapter|section|annex|appendix)\s+{_COUNT}[.:]?")
_NUMBERINGS = (
    Numbering("part", re.compile(rf"(?P<number>(?i:part)\s+{_COUNT}){_SEP}"), PART),
    Numbering(
        "chapter",
        re.compile(
            rf"(?P<number>(?i:chapter|section|annex|appendix|title)\s+(?:{_COUNT}|[A-H]\b)){_SEP}"
        ),
        CHAPTER,
    ),
    Numbering("item", re.compile(rf"(?P<number>(?i:item)\s+\d{{1,2}}[A-C]?){_SEP}"), ITEM),
    Numbering("goal 1.1.1", re.compile(rf"(?P<number>{_NAMED}\s+\d+\.\d+\.\d+){_SEP}"), THIRD),
    Numbering(
        "goal 1.1", re.compile(rf"(?P<number>{_NAMED}\s+\d+\.(?:\d+|[A-H]\b)){_SEP}"), SECOND
    ),
    Numbering(
        "goal 1", re.compile(rf"(?P<number>{_NAMED}\s+(?:\d+|[IVX]{{1,4}}|[A-H])\b){_SEP}"), FIRST
    ),
    Numbering(
        "I.",
        re.compile(
            r"(?P<number>X{0,2}(?:IX|IV|V?I{1,3}|V|(?<=X)))(?:[.)]\s+(?![A-Z]\.)|\s+[–—-]\s+)(?=[^\sa-z])"
        ),
        ROMAN,
    ),
    Numbering(
        "A.",
        re.compile(r"(?P<number>[A-H])\.\s+(?=(?:An?\s)?[A-Z][A-Za-z]+)(?!.*[a-z]\.$)"),
        LETTER,
    ),
    Numbering("1.1.1", re.compile(r"(?P<number>\d{1,2}\.\d{1,2}\.\d{1,2})\.?\s+(?=[A-Z])"), THIRD),
    Numbering("1.1", re.compile(r"(?P<number>\d{1,2}\.\d{1,2})\.?\s+(?=[A-Z])"), SECOND),
    Numbering(
        "1.", re.compile(r"(?P<number>\d{1,2})\.(?=[^\d\s]|\s+[^a-z\s])\s*"), FIRST, itemised=True
    ),
    Numbering(
        "(1)",
        re.compile(r"(?P<number>\(\d{1,2}\)|\d{1,2}\))\s*(?=\S)(?!.*[.;,]$)"),
        LIST,
        itemised=True,
    ),
    Numbering(
        "(a)",
        re.compile(r"(?P<number>\([a-zA-Z]{1,3}\))\s*(?=\S)(?!.*[.;,]$)"),
        DEEP,
        itemised=True,
    ),
)

_REVIEW = re.compile(
    r"\breview\b|\bin retrospect\b|\bpast (?:\w+ )?years?\b|\blast year\b|\blooking back\b"
    r"|\byear in review\b"
    r"|\b(?:major |main |key |our )?(?:achievements|accomplishments)\b|\bwhat we (?:did"
    r"|achieved|have done)\b"
    r"|\bprogress (?:report|made|to date|update)\b|\bperformance (?:report|results|summary"
    r"|review)\b"
    r"|\b(?:annual|program|key) results\b|\bresults (?:in|for|achieved)\b|\b20\d\d results\b"
    r"|\boutturn\b"
    r"|\bwork (?:done|completed|accomplished)\b|\bimplementation of the 20\d\d\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\bplans?\b|\btargets?\b|\btasks?\b|\bgoals?\b|\bobjectives?\b|\bpriorit\w+|\brequirements\b"
    r"|\bwhat (?:we|the government|our) (?:\w+ )?(?:will|propose|plan|intend)"
    r"|\bpolicy (?:direction|orientation)"
    r"|\barrangements\b|\bsuggestions\b|\bproposals?\b|\bmeasures\b|\bsteps to be taken\b"
    r"|\binitiatives?\b"
    r"|\bstrateg\w+|\boutlook\b|\blooking (?:ahead|forward)\b|\bagenda\b|\bnext (?:year|steps)\b"
    r"|\b(?:coming|new) (?:financial |fiscal )?year\b|\bcommitments?\b|\bareas of work\b"
    r"|\bthe year ahead\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bfive-year plan\b|\b(?:next|coming|past|last) (?:three|four|five|ten) years\b|\blong-term\b"
    r"|\blong-range\b"
    r"|\b20\d\d\s?(?:[-–]|to|through)\s?20\d\d\b|\bappendi(?:x|ces)\b|\bannex\b|\bglossary\b"
    r"|\backnowledg"
    r"|\b(?:message|letter|statement) from\b|\bforeword\b|\bacronyms\b|\btable of contents\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?=.{1,200}$)"
    r"(?:page \d+(?: of \d+)?|[-–]?\s?\d{1,3}\s?[-–]?|table of contents|contents|back to top"
    r"|print this page"
    r"|share(?: this.*)?|skip to .*|click here.*|cookie.{0,80}|subscribe.{0,60}"
    r"|home(?: [>»|].*)?|search"
    r"|(?:source|editor|author|updated|published|last (?:updated|modified)|posted(?: on)?)\s?:.*"
    r"|(?:font size|photo|image|advertisement)\b.{0,60}|.*(?:\.\s?){5,}\s*\d{1,3})$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^(?:copyright\b|©|all rights reserved|privacy policy|terms of (?:use|service)|public domain"
    r"|this work is in the public domain)",
    re.IGNORECASE,
)
_SPEAKS = (
    r"(?:let me|allow me to|i(?:\s(?:will|shall|would like to|wish to|want to))?)(?:\s(?:now"
    r"|next|first|also"
    r"|then|finally|wish to|want to|would like to))*"
)
# I will begin with a review of our work; Let me now turn to what we propose for 2018.
_ANNOUNCEMENT = re.compile(
    rf"(?:[\w ]{{4,40}}, (?:sir, )?)?(?:(?:and|so|now|next|finally),? )*{_SPEAKS}"
    r"\s(?:begin with|start with|turn(?: now| next)? to|move on to|discuss|address|outline"
    r"|present|brief you on"
    r"|report on|review|summari[sz]e|set out|propose|go on to|come to)\b(?!.*\bcomments\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:delivered|presented|submitted|prepared|by)\b|\b(?:session|congress)\b"
    r"|\b(?:premier|president|minister|secretary|chair\w*|governor|mayor|chancellor|treasurer"
    r"|director|ceo)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:a )?(?:message|letter|statement|remarks|foreword)\b", re.IGNORECASE)
_UNCAPITALISED = (
    "a an and as at but by for from in into its nor of on or our over per the through to under up"
    " via with within without toward towards across"
)


def _rank_line(text: str, numbered: bool) -> int:
    """Return the level of a line that has no number: announced, in capitals, or in Title Case."""
    if _ANNOUNCEMENT.match(text):
        return ROMAN
    if _BARE.fullmatch(text):
        return PART
    words = re.findall(r"[^\W\d_][\w'’.&-]*", text)
    if re.search(r"[.!?,;:=]$|\.{3}", text) or not 1 <= len(words) <= 14 or not text[0].isalnum():
        return 0
    if _BYLINE.search(text) and not _FROM.match(text):
        return 0
    figures = re.sub(r"\b(?:FY\s?)?(?:19|20)\d\d\b", "", text)
    if sum(map(str.isdigit, figures)) or len("".join(words)) < 4 or re.search(r"\s{3}|\t|\|", text):
        return 0
    if text.upper() == text:
        return CAPITALS
    if all(word[0].isupper() or word in _UNCAPITALISED.split() for word in words):
        return TITLE
    promises = COMMITS.search(text) and not re.match(r"(?:What|How|Where) (?:we|the)\b", text)
    plain = not numbered and len(words) <= 9 and text[0].isupper() and not promises
    return TITLE if plain else 0


_END = 40  # characters that show whether a line ends a sentence
_ENDED = re.compile(r"[.!?:;]([\"”’')*\]]|\d{1,2})*$|;\s(?:and|or)$")
_OPEN = re.compile(
    r"(?:[a-z]-|,|\b(?:the|of|and|to|in|for|a|an|by|with|on|at|from|our|that|or|as))$"
)
_ITEM = re.compile(r"[-–—•*▪◦●·■○‣]|\(?\w{1,3}[.)]\s")


def _goes_on(before: str, after: str, full: bool) -> bool:
    """Tell whether two lines are one: a line broken to fit the page, or in mid-sentence.

    >>> _goes_on("We will strengthen the", "United Nations.", False)
    True
    """
    end = before[-_END:]
    if _ITEM.match(after) or re.search(r"[:;]$|;\s(?:and|or)$", end):
        return False
    caps = [text.upper() == text for text in (before, after)]
    if caps[0] != caps[1]:
        return False
    if after[0].islower() and not (_ENDED.search(end) and not re.search(r"\.[A-Z]\.$", end)):
        return True
    if full:
        return not caps[0]
    return bool(_OPEN.search(end)) and not _ANNOUNCEMENT.match(after) and len(before) > 20


def _is_lead(sentence: str, _role: Role) -> bool:
    """Tell whether a first sentence is a heading run in: Customer service."""
    words = sentence.rstrip(".—–: ").split()
    if (
        not re.search(r"[^\W\d_]{3}", sentence)
        or len(words) > 8
        or not sentence.rstrip().endswith((".", "—", "–"))
    ):
        return False
    verbless = not any(word.lower().rstrip("s") in load_verbs() for word in words[1:])
    verbless &= not re.search(
        r"\b(?:we|is|are|was|were|has|have|had|it|they|can|could|would|did|i)\b|\w{3}ed\b",
        sentence,
        re.IGNORECASE,
    )
    return (
        verbless
        and sentence[0].isupper()
        and not COMMITS.search(sentence)
        and not INTRO.match(sentence)
    )


OUTLINE = OutlineCues(
    numberings=_NUMBERINGS,
    bullet=re.compile(
        r"^[-–—•*▪◦●·■○‣]+\s*(?=[A-Z][\w'’&/ -]{3,50}[.:–—]\s+[A-Z])(?!(?i:[^.:]*\b(?:will|we)\b))"
    ),
    label=re.compile(r"(?!)()"),
    rank_line=_rank_line,
    goes_on=_goes_on,
    is_lead=_is_lead,
    runs_in=lambda sentence: _is_lead(sentence.strip(), Role.PLAN),
    is_sublead=lambda _sentence, _role: False,
    titles=titles,
    ordinal=re.compile(
        r"(?:[-–—•*▪◦●·■○‣]+\s*|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
        r"|Final|Last)(?:ly)?,\s+)+"
    ),
    review=_REVIEW,
    plan=_PLAN,
    other=_OTHER,
    period=re.compile(r"\d|years?\b", re.IGNORECASE),
    furniture=_FURNITURE,
    banner=_ANNOUNCEMENT,
    footer=_FOOTER,
    year=YEAR,
    title=TITLED,
    columns=Columns(
        plan=re.compile(
            r"\b(?:targets?|goals?|plan(?:ned)?|budget|forecast|expected)\b", re.IGNORECASE
        ),
        unit=re.compile(r"^units?\b", re.IGNORECASE),
        passed=re.compile(
            r"^(?:no\.?|#)$|\b(?:actuals?|results?|outturn|previous|change|lead|status)\b|^\d{4}$",
            re.IGNORECASE,
        ),
    ),
    issuer=ISSUER,
    headline=200,
    prose=150,
    alone=_BARE,
    closed=True,
    sparse=re.compile(r"item\b", re.IGNORECASE),
    contents=re.compile(r"(?:table of )?contents", re.IGNORECASE),
    aside=re.compile(
        r"\b(?:risk factors|forward-looking statements|legal proceedings|appendi(?:x|ces)"
        r"|annex(?:es)?|glossary|acronyms|acknowledge?ments|foreword)\b",
        re.IGNORECASE,
    ),
)
