"""English commitments: what promises, what only talks, and where one ends and the next begins."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from compare.languages.en_facts import is_fact
from compare.languages.en_numerals import counts_nothing
from compare.languages.en_sentences import CLAUSE, INTRO, MARK, SENTENCE
from compare.languages.rules import GoalCues

_MODAL = (
    r"will|shall|must(?:n['’]t)?|should|ought to|(?:is|are|am|was|were) to (?=be\b)|(?:'|’)ll"
    r"|(?<!the )needs? to|(?<=[Ww]e )need|ha(?:s|ve) to"
)
_INTENT = (
    r"(?:aim|plan|intend|expect|seek|strive|pledge|propose|hope|wish|commit)s? (?:to|that)\b"
    r"|(?:(?<=\b[Ww]e )|(?<=\bI )|(?<=ity )|(?<=ny )|(?<=cy )|(?<=ent )|(?<=tion ))"
    r"(?:expect|anticipate|forecast)s?\b(?=[^.;]*\d)"
    r"|(?:(?<=\bI )ask|(?<=\bI am )asking|(?<=\bI['’]m )asking|(?<=\bI )(?:propose|urge|call on))\b"
    r"|on track to\b|(?:is|are|am|remains?) (?:also |fully |firmly )?"
    r"(?:committed|determined|resolved|dedicated) to\b"
    r"|\b(?:aim|goal|target|objective|intention|ambition) (?:here )?is to\b"
    r"|(?<=[Ww]e )are (?:now |also )?(?!facing|seeing|experiencing|talking|living)\w+ing\b"
    r"|(?:is|are) (?:strictly |hereby |not )*(?:prohibited|forbidden|banned|permitted)\b"
    r"|\b[Ii]t is (?:also )?(?:necessary|essential|imperative|vital|important) (?:to|that)\b"
    r"|going to\b|\b[Ww]e (?:also )?(?:encourage|support|call on|call upon|target|propose)\b"
    r"|(?:is|are) (?:now )?(?:projected|expected|planned|scheduled|budgeted|estimated to be"
    r"|forecast|forecasted"
    r"|targeted|set|slated|due|needed|required|included|earmarked|allocated|proposed)\b"
    r"|ha(?:s|ve) (?:committed|pledged|agreed|decided|undertaken) to\b"
    r"|ha(?:s|ve) been (?:included|earmarked|allocated|set aside)\b|stands? ready to\b"
    r"|\btarget (?:is|of|for)\b"
)
# A promise made in passing (a move that will ease …) is none of the sentence's own.
_ASIDE = "".join(
    f"(?<!{word} )"
    for word in (
        *("that", "which", "who", "what", "how", "if", "where", "when"),
        *("what we", "how we", "how much we"),
    )
)
_BEGINS = r"(?:\b(?=[acdefghimnoprstuwIW])|(?=['’]))"  # what is quick to tell comes first
COMMITS = re.compile(rf"{_BEGINS}{_ASIDE}(?:(?:{_MODAL})\b|{_INTENT})")

_TALK = re.compile(
    r"(?:fellow|esteemed|dear|honou?rable|distinguished) [\w ]+,?$|thank you\b|let us\b"
    r"|let me\b"
    r"|on behalf of|as long as|so long as|only (?:by|if|when|through|in|then)\b|if we\b"
    r"|looking ahead"
    r"|I (?:now |would like to |wish to |want to |am (?!asking))"
    r"|I (?:will|shall) (?:now |first |next |also )?(?:begin|start|turn|move on|discuss|address"
    r"|outline|present|report|speak|touch on|elaborate|come back|not (?:repeat|dwell))"
    r"|(?:how|what|why|where) (?:we|the|our)\b[^.!?]*$"
    r"|(?:we|management) believes? (?!.*\b(?:must|should|need to)\b)"
    r"|[^:]{0,80}:$",
    re.IGNORECASE,
)
# What talk may hold further on, and the words without which it holds none of it: a quick look
# for these, in small letters, spares most sentences the slow one.
_TOLD = re.compile(
    r"\?|following|as follows|above|certainly|surely|definitely|undoubtedly|belief|confiden"
    r"|no assura|cannot|forward|rally|sincere|these"
)
_TELLS = re.compile(
    r"\?[”\"']?$|\b(?:do|are|take|into|consider) the following[.:]?$"
    r"|\bas follows[.:]?$"
    r"|\b(?:above|following) (?:targets?|goals?) (?:take|are|were|is|have|reflect)"
    r"|\b(?:we|you|I) (?:can|will) (?:certainly|surely|definitely|undoubtedly)\b"
    r"|\bit is our (?:firm )?belief\b|\b(?:am|are) (?:fully |still )?confident\b"
    r"|\bhave every confidence\b"
    r"|\bno assurance\b|\bcannot (?:assure|guarantee|predict)\b|\bforward-looking statements?\b"
    r"|\brally (?:even )?(?:more )?clos(?:er|ely)\b|\bsincere (?:gratitude|thanks|appreciation)\b"
    r"|\b(?:following|these) (?:\w+ )?(?:tasks|steps|things|guidelines|points"
    r"|priorities|relationships)(?: right)?[.:]?$|\b(?:following|as follows)\b.*:$",
    re.IGNORECASE,
)
# To fulfill our key annual tasks, we need to make everyone clear about their responsibilities.
_PREAMBLE = re.compile(
    r"(?:To|In order to|For (?:the |our )?government to)\s(?:accomplish|achieve|complete|deliver"
    r"|do|ensure|fulfill?|make sure|succeed)\b(?=[^,\d]{0,120}\b(?:goals?|objectives?|success"
    r"|targets?|tasks?|this year|work)\b)[^\d]{1,250},\s(?:we|governments?|all of us)\b"
    r"[^\d]{0,120}?\s(?:must|need to|should|have to)\b[^\d]*$"
)
_WE = re.compile(
    r"\b(?:[Ww]e|I|[Gg]overnments?|[Dd]epartments?|[Aa]genc\w+|[Cc]ompany|[Cc]ouncil)\b"
)
_POINTING = re.compile(
    r"(?:all (?:of )?)?(?:this|it|that|these|those|such|they|there|doing so|the above)\b",
    re.IGNORECASE,
)
# In this way, we will have full control: what comes of it, not what is to be done.
_RESULT = re.compile(
    r"(?:in this way|in so doing|by doing (?:so|this|that)|as a result|with (?:all )?(?:these|such)"
    r" (?:\w+ )?(?:efforts|measures|moves|policies|steps)), ",
    re.IGNORECASE,
)
_CAPTION = re.compile(  # State Capitol, Lead minister: Minister for Coasts
    r"(?:[A-Z][\w'’ -]{2,30}: )?"
    r"(?:(?:[A-Z][\w'’.&-]*|an?|and|for|in|of|on|or|the|to|with)\b[ ,.]*)+"
)
_TIME = re.compile(
    r"^(?:This|Next|The coming) (?:year|month|quarter|spring|autumn|time|financial|fiscal)"
)
_EFFECT = re.compile(
    r"\s*(?:(?:also|further|then|thus|not only|surely|still|long|continue to|have to"
    r"|inevitably)\s+)*"
    r"(?:enable|allow|help|make it|lead to|mean|be able to|form an?\b|shape (?:our|the)"
    r"|affect|benefit|burden|cost\b|employ|harm|hurt|increase (?:our|the|their) costs?\b|involve"
    r"|put (?:\w+ )?pressure|save\b|weigh on"
    r"|face|encounter|kick off|mark\b|serve as|depend"
    r"|be (?:crucial|difficult|critical|remembered|(?:an?|the|of) (?:[\w-]+ ){0,3}(?:years?"
    r"|challenges?"
    r"|tasks?|times?|periods?|process|missions?|steps?|significance|importance))\b|see\b|hold its"
    r"|remain (?:an?|for|difficult|grave|complex|severe|uncertain|sluggish|weak|under)\b)"
)
_INTENDS = re.compile(
    r"(?:aim|plan|intend|seek|strive|pledge|propose)s? to\b"
    r"|(?:aim|goal|target|objective|intention|ambition) (?:here )?is to\b"
)
_LABEL = re.compile(r"[A-Z][\w'’&/ -]{2,40}:\s+(?=[A-Z])")  # Staff: Train all managers
_DATE = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}, )?(?:19|20)\d\d\b")
_FORESEES = re.compile(
    r"\b[Ww]e (?:can expect|will (?:still |also )?(?:face|encounter|have to face|be facing))\b"
    r"|\b(?:uncertaint(?:y|ies)|instabilit(?:y|ies)) will\b"
)
_STATES = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|did|can|could|would|may"
    r"|might)\b"
)
_RELATES = re.compile(
    r"(?:(?:by|for|from|in|on|through|to|under|with) (?:which|whom)|which|that|who|whom|whose|where"
    r"|when|if|because|while|as(?! for)|(?:even )?though|although|since|once|after|before|unless"
    r"|until|than|whether|so that|so as)\b",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:\w+ly|also|further|better|not|never|always|both|jointly|duly|continue to)\s+)*"
_NO_OBJECT = re.compile(
    r"\s+(?:of|and|or|in|is|are|was|were|has|had|will|should|must|,)\b|\s*[,;.:]"
)


@cache
def load_verbs() -> frozenset[str]:
    """Load the verbs, in their base form, of what plans say is to be done."""
    data = resources.files("compare.languages").joinpath("data", "verbs-en.txt")
    return frozenset(data.read_text("ascii").split())


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{_ADVERBS}(?:{'|'.join(sorted(load_verbs()))})(?=\W)", re.IGNORECASE)


def bids(text: str) -> bool:
    """Tell whether a text begins with what is to be done: expand coverage, not reform of.

    >>> bids("expand coverage of basic insurance"), bids("reform of the tax system")
    (True, False)
    """
    match = _verb().match(text)
    if match is None:
        return False
    coupled = re.compile(r"\s+(?:and|or)\s+").match(text, match.end())  # guide and stabilize
    if coupled and _verb().match(text, coupled.end()):
        return True
    return not _NO_OBJECT.match(text, match.end())


@lru_cache(maxsize=4096)
def is_talk(sentence: str) -> bool:
    """Tell whether a sentence of a plan promises nothing: greetings, situation, effects, slogans.

    >>> is_talk("This will create favorable conditions."), is_talk("We will cut fees.")
    (True, False)
    """
    intro = INTRO.match(sentence)
    text = sentence[intro.end() :] if intro else sentence
    if len(text) < 4 or _TALK.match(text) or (_TOLD.search(text.lower()) and _TELLS.search(text)):
        return True
    if _FORESEES.search(text) or _PREAMBLE.match(text):
        return True
    promises = list(COMMITS.finditer(text))
    if promises:
        return all(_only_explains(text[: p.start()], p[0], text[p.end() :]) for p in promises)
    listed = bool(intro and re.match(MARK, intro[0]))
    if bids(re.sub(r"^to\s+", "", _LABEL.sub("", text))) or (listed and text[0].islower()):
        return bool(re.search(r"\b(?:was|were|has been|have been)\b", text))
    ended = re.search(r"[.!][”\"’)*]*$", text)
    short = len(text.split()) < 3 and not re.search(r"\d", text)
    caption = not listed and _CAPTION.fullmatch(_DATE.sub("", text))
    return bool(ended or short or caption or _STATES.search(text))


def _only_explains(subject: str, modal: str, rest: str) -> bool:
    """Tell whether a sentence only says what something will lead to, or what a year will be."""
    if _RESULT.match(subject):
        return True
    if _INTENDS.match(modal):
        return False
    clause = subject.rsplit(", ", 1)[-1]
    if (
        modal == "must"
        or _WE.search(clause)
        or re.match(r"\s*(?:not )?be (?:ensured|seen|made|no|zero)\b", rest)
    ):
        return False
    if _POINTING.match(clause) and not _TIME.match(clause):
        return True
    return modal not in ("should", "shall") and bool(_EFFECT.match(rest))


# We will, in accordance with law, act: the verb is still to come; We, at every level, must act.
_SUSPENDED = re.compile(r"(?:\b(?:will|shall|must|should|needs? to|ought to)|^We)$")
_LISTED = re.compile(r"[A-Z][\w-]*(?: (?!\w+ed\b)[a-z-]+){0,2}$")  # Roads, bridges, and ports will


@lru_cache(maxsize=4096)
def _starts_goal(clause: str) -> bool:
    intro = INTRO.match(clause)
    body = (clause[intro.end() :] if intro else clause).rstrip(" ,;.")
    if len(body.split()) < 4 or _RELATES.match(body) or _SUSPENDED.search(body):
        return False
    return bids(body) or bool(COMMITS.search(body))


_LEAD_IN = re.compile(
    r"(?!(?:Over|Under|Within|At|From|By|With)\s(?:least |most |about |around )?"
    r"(?!(?:19|20)\d\d\b)[$\d])"
    r"(?:To|By|With|In|On|Of|Here|At|For|From|Through|Over|During|Under|As|While|When|Where|If"
    r"|Based|Given"
    r"|Considering|Thanks|Throughout|Within|After|Before|Following|Although|Though|Even though"
    r"|Because|Since|Once|This year|Next year|However|Meanwhile|Against|Regardless|Despite|Amid"
    r"|Without|\w+ing|Guided|Faced|Consistent|Per|Upon|Unless)\b"
)


def _leads_in(clause: str) -> bool:
    intro = INTRO.match(clause)
    body = (clause[intro.end() :] if intro else clause).rstrip(" ")
    if not body.endswith(",") or _starts_goal(clause):
        return False
    body = body[:-1]
    if _SUSPENDED.search(body) or _LEAD_IN.match(body[:1].upper() + body[1:] if intro else body):
        return True
    return bool(_LISTED.match(body)) and not (_STATES.search(body) or COMMITS.search(body))


_HANGING = re.compile(
    r"\s*(?:and\s+)?(?:(?:thereby|thus|hence|while|also)\s+)*"
    r"(?:(?!during\b)[a-z]+ing\b|(?:(?:by|for|in|of|on|to|under|with) )?which\b|who(?:se)?\b"
    r"|where\b|(?:up |down )?from [$£€]?\d|up from\b|down from\b|compared\b"
    r"|so (?:that|as)\b|subject to\b|in order to\b|to [a-z]+\b"
    r"|with (?:an?|the|over|more|at|about|around|\d)\b"
    r"|(?:an?|the) [^,;]{0,40}?(?:increase|decrease|rise|drop|cut|reduction|growth|share|total)\b"
    r"|(?:about |around |some )?[\d.,]+[^,;]{0,30}\b"
    r"(?:higher|lower|more|less|fewer|up|down|of which)\b"
    r"|or \S+ percent\b"
    r"|respectively\b|each\b|nor\b|but also\b)"
)


def _find_times(paragraph: str) -> Iterator[tuple[int, int | None]]:
    from compare.languages.en_years import find_times

    return find_times(paragraph)


def _is_of_last(sentence: str, start: int, end: int, year: int) -> bool:
    from compare.languages.en_years import is_of_last

    return is_of_last(sentence, start, end, year)


def _hangs_on(clause: str) -> bool:
    return bool(_HANGING.match(clause))


GOALS = GoalCues(
    sentence=SENTENCE,
    clause=CLAUSE,
    intro=INTRO,
    is_talk=is_talk,
    starts_goal=_starts_goal,
    leads_in=_leads_in,
    hangs_on=_hangs_on,
    is_of_last=_is_of_last,
    find_times=_find_times,
    is_fact=is_fact,
    counts_nothing=counts_nothing,
)
