"""Chinese: government work reports (政府工作报告) and the plans that go with them."""

import re
from collections import Counter

from compare.languages.rules import Language, Part, ReasonCues
from compare.languages.zh_goals import GOALS
from compare.languages.zh_outline import OUTLINE
from compare.languages.zh_scripts import find_script
from compare.languages.zh_segmentation import split_words
from compare.model import Quantity
from compare.text import Repairs

_WIDE = r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—·℃㎡]"

# Full-width letters, digits and signs, one character for one: ９％ becomes 9%.
_WIDTHS = {
    code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()
}
_WIDTHS |= {ord("％"): "%", ord("．"): ".", ord("＋"): "+", ord("－"): "-", ord("～"): "~"}
_WIDTHS |= {ord("﹪"): "%", ord("㎡"): "㎡", ord("／"): "/", ord("＜"): "<", ord("＞"): ">"}
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_MARKS = (
    (re.compile(rf"(?<={_WIDE})[,:;!?()]|[,:;!?()](?={_WIDE})"), _FULL),
    (re.compile(r"(?<=[%\w])[,;](?=\D|$)|(?<=[%\w])[!?:](?=$|[^\w/.])"), _FULL),
)
REPAIRS = Repairs(widths=_WIDTHS, marks=_MARKS, wide=rf"{_WIDE}|.[%‰]", joined=True)


_FOLDED = str.maketrans("，：；！？（）“”‘’、。", ",:;!?()\"\"''..")


def fold(text: str) -> str:
    """Bring to one form what only looks different: widths, punctuation, case."""
    return text.translate(_WIDTHS).translate(_FOLDED).lower()


def _share(text: str) -> float:
    letters: list[str] = re.findall(r"[\u4e00-\u9fff]|[A-Za-z]+", text)
    return sum(len(word) == 1 and word > "\u4e00" for word in letters) / max(1, len(letters))


def _guess_issuer(text: str) -> str:
    """Guess the place a report speaks of: the province or city that it names most often."""
    from importlib import resources

    data = resources.files("compare.languages").joinpath("data", "places-zh.txt")
    names = data.read_text("utf-8").split()
    counts = Counter(re.findall("|".join(sorted(names, key=len, reverse=True)), text))
    return counts.most_common(1)[0][0] if counts else ""


def _find_quantities(text: str) -> tuple[Quantity, ...]:
    from compare.languages.zh_quantities import find_quantities

    return find_quantities(text)


def _mark_words(text: str) -> list[tuple[str, Part]]:
    from compare.languages.zh_phrases import mark_words

    return mark_words(text)


_WHY = r"主要(?:是(?!指|在|对|以)|考虑|为了|因为|由于|基于)|考虑(?:了|到)|综合考虑(?!各)"
_REASONS = ReasonCues(
    named=re.compile(rf"[^。;!?]{{0,60}}?(?:{_WHY})"),
    following=re.compile(rf"(?:这(?:个|一|样)?(?:目标|安排)?,?)?(?:{_WHY})|这样(?:安排|确定|设定)"),
    summary=re.compile(
        r"(?:上述|以上|这些)[^,。]{0,8}目标[^,。]{0,4},(?:考虑|体现|兼顾|统筹|综合)"
    ),
)

LANGUAGE = Language(
    code="zh",
    name="中文",
    share=_share,
    repairs=REPAIRS,
    outline=OUTLINE,
    goals=GOALS,
    split_words=split_words,
    fold=fold,
    find_quantities=_find_quantities,
    guess_issuer=_guess_issuer,
    reasons=_REASONS,
    find_script=find_script,
    mark_words=_mark_words,
)
