"""English: reports to parliaments, agencies' yearly plans, budget speeches, companies' reports."""

import re
from collections import Counter

from compare.languages.en_goals import GOALS
from compare.languages.en_outline import OUTLINE
from compare.languages.rules import Language, Part, ReasonCues
from compare.model import Quantity
from compare.text import Repairs

_BLANKS = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
_SIGNS = {
    ord("﹪"): "%",
    ord("％"): "%",
    ord("‑"): "-",
    ord("‐"): "-",
    ord("−"): "-",
    ord("′"): "'",
}
# The marks of footnotes: 6.5[1] percent, growth†; the exponent of km² is none. And what ties
# an item of a list to the next: in all sectors; and
_NOISE = re.compile(
    r"(?=\[)(?<=[\w.,;:%)”\"])\[\d{1,2}\]"
    r"|(?=[¹²³⁴⁵⁶⁷⁸⁹⁰†‡])(?<=[\w.,;:%)”\"])(?<!\bm)(?<!\b[ckd]m)[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+"
    r"|(?<=;)\s+(?:and|or)\s*$"
)
REPAIRS = Repairs(widths=_BLANKS | _SIGNS, marks=(), wide=None, joined=False, noise=_NOISE)

_WORD = re.compile(
    r"(?:[A-Z]{1,3})?[$€£¥]\d+(?:[.,]\d+)*(?:[a-zA-Z]{1,2}\b)?"  # US$2.38
    r"|\d+(?:[.,]\d+)*(?:[%‰]|[A-Za-z]{1,3}\b)?"  # 2,000 · 4.5% · 13th · 5G
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_](?:[^\W_]|['’‑-](?=[^\W_]))*"  # people's · long-term · COVID-19
    r"|\s+|.",
    re.DOTALL,
)


def split_words(text: str) -> list[str]:
    """Cut a text into words; joined again they are the text.

    >>> split_words("The U.S. cut 4.5% of long-term costs.")[2:9:2]
    ['U.S.', 'cut', '4.5%', 'of']
    """
    return _WORD.findall(text)


_FOLDED = str.maketrans("‘’‛′“”„″–—‐‑−", "''''\"\"\"\"-----")


def fold(text: str) -> str:
    """Bring to one form what only looks different: case, quotes, dashes, blanks."""
    return text.translate(_BLANKS).translate(_FOLDED).lower()


_COMMON = frozenset({"the", "of", "and", "to", "in", "a", "for", "will", "we", "on", "is", "with"})
_USUAL = 0.15  # what share of the words of English prose is common ones, at least


def _share(text: str) -> float:
    """Tell how much of a text is English: its letters say much, its commonest words the rest."""
    words: list[str] = re.findall(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[^\W\d_]+", text)
    latin = [word.lower() for word in words if word.isascii()]
    common = sum(word in _COMMON for word in latin) / max(1, len(latin))
    return len(latin) / max(1, len(words)) * (0.5 + 0.5 * min(1, common / _USUAL))


_OFFICE = re.compile(
    r"\b(?:State Council|(?:Department|Ministry|City|State"
    r"|Government) of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)"
)


def _guess_issuer(text: str) -> str:
    """Guess the office a report speaks for: the one that it names most often."""
    counts = Counter(_OFFICE.findall(text))
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return name if count > 1 else ""


def _find_quantities(text: str) -> tuple[Quantity, ...]:
    from compare.languages.en_quantities import find_quantities

    return find_quantities(text)


def _mark_words(text: str) -> list[tuple[str, Part]]:
    from compare.languages.en_phrases import mark_words

    return mark_words(text)


_REASONS = ReasonCues(
    named=re.compile(
        r"(?:\breasons? (?:for|why|that|behind)|\bin (?:setting|lowering|raising|reducing)"
        r"|\bby (?:setting|lowering|raising)) [^.;]{0,120}"
        r"|[^.;]{0,120}\b(?:mainly|primarily|largely|chiefly) (?:because|to|due to|in order to)\b"
        r"|[^.;]{0,120}\btak(?:es?|en|ing) (?:fully )?into (?:account|consideration)\b[^.;]{0,120}"
    ),
    following=re.compile(
        r"(?:the|our) (?:main |chief )?reasons? (?:is|are)\b"
        r"|this is (?:mainly |primarily )?(?:because|to)\b"
        r"|(?:mainly|primarily) because\b"
    ),
    summary=re.compile(
        r"(?:the above|these|all these) (?:\w+ )?targets?\b.{0,20}\b(?:tak|reflect)"
    ),
)

# The official translations of the national reports of 2012–2019 tell the story of the originals:
# with this, the shares of goals carried from year to year are alike in both.
_LEANING = -0.45

LANGUAGE = Language(
    code="en",
    name="English",
    share=_share,
    repairs=REPAIRS,
    outline=OUTLINE,
    goals=GOALS,
    split_words=split_words,
    fold=fold,
    find_quantities=_find_quantities,
    guess_issuer=_guess_issuer,
    reasons=_REASONS,
    mark_words=_mark_words,
    leaning=_LEANING,
)
