"""English sentences that only title those after them: We will deepen all rural reforms."""

import re
from collections.abc import Sequence
from functools import lru_cache

from compare.languages.en_goals import bids, is_talk, load_verbs
from compare.languages.en_sentences import INTRO

_WORDS = 18  # a title has no more
_BODY = 2  # how many times longer than a title what it stands over is, at least
_LONGER = 1.3  # … and each sentence of it, on average
_PROMISER = re.compile(
    r"(?:we|the (?:government|company|agency|department|council|ministry|city))\s"
    r"(?:(?:also|all)\s)?(?:will|should|must|need to|shall)\s(?:be\b)?",
    re.IGNORECASE,
)
# What is done once and for all, or left to others, titles nothing.
_CONCRETE = frozenset(
    "abolish allow ban cancel complete draw encourage establish formulate grant hire hold host"
    " impose introduce issue launch let open prohibit publish release see set submit".split()
)
_SPECIFIC = re.compile(r"\d|[\"“”;:?!]|\bth(?:is|ese)\b")
_JOINED = re.compile(r"([\w’'-]+)(?:,|\s+and\b)\s+(?:(?:and|but also)\s+)?(?:to\s+)?(?=[a-z])")
_LINKS = frozenset(
    "a in of on to the and for with from that this these those its are was were will should must"
    " need our all more most other others their people people's not such than also well into over"
    " through under both each between work".split()
)


def titles(before: Sequence[str], sentence: str, after: Sequence[str]) -> bool:
    """Tell whether a sentence of a plan only titles those after it.

    It is short, has no figure and one thing to do; it opens its section, or stands well apart
    from the last of its kind, or those after it take up what it names and those before do not.
    The weights were fitted to the leads of two national reports.

    >>> body = ["Second-round land contracts in rural areas will be extended by 30 years, and",
    ...         "we will improve the measures on rural land and the income that it yields."]
    >>> titles([], "We will deepen all rural reforms.", body)
    True
    >>> titles([], "We will extend 30 contracts.", body), titles(body, body[1], [])
    (False, False)
    """
    aim, marked = _find_aim(sentence)
    if not aim or not _has_body(sentence, after, marked):
        return False
    if marked:  # the last of a list is none
        return not (before and before[-1].endswith(";"))
    if aim.partition(" ")[0].lower() in _CONCRETE:
        return False
    fresh = _find_words(aim).difference(*map(_find_words, before))
    taken_up = sum(not fresh.isdisjoint(_find_words(text)) for text in after[:3])
    apart = not any(_find_aim(text)[0] for text in before[-2:])
    told = sum(word.lower() not in _LINKS for word in aim.split())
    return 6 * (len(before) < 3) + 4 * apart + 2 * taken_up >= told


@lru_cache(maxsize=4096)
def _find_aim(sentence: str) -> tuple[str, bool]:
    """Return what a sentence that may be a title aims at, and whether it bears a mark or count."""
    intro = INTRO.match(sentence)
    text = sentence[intro.end() :] if intro else sentence
    promiser = _PROMISER.match(text)
    marked = bool(intro) and not re.match(r"(?i)and|but|or|as well", sentence)
    if not text.endswith(".") or not 3 <= len(text.split()) <= _WORDS or _SPECIFIC.search(text):
        return "", False
    if not promiser and not (marked and (bids(text) or re.search(r"\bwill be\b", text))):
        return "", False
    aim = text[promiser.end() :] if promiser else text
    return ("", False) if _has_two_actions(aim) else (aim, marked)


def _has_two_actions(aim: str) -> bool:
    """Tell expand trade and cut fees from prevent and control pollution."""
    return any(
        bids(aim[joint.end() :]) and joint[1].lower() not in load_verbs()
        for joint in _JOINED.finditer(aim)
    )


def _has_body(sentence: str, after: Sequence[str], marked: bool) -> bool:
    """Tell whether commitments follow that are long enough to have a title."""
    if not after or (marked and _find_aim(after[0])[1]):
        return False
    own, words = len(sentence.split()), [len(text.split()) for text in after if not is_talk(text)]
    return sum(words) >= _BODY * own and sum(words) >= _LONGER * own * len(words)


@lru_cache(maxsize=4096)
def _find_words(text: str) -> frozenset[str]:
    """Find the beginnings of the words that name things."""
    words = re.findall(r"[a-z][\w’'-]{2,}", text.lower())
    return frozenset(word[:6] for word in words if word not in _LINKS and word not in load_verbs())
