"""Every word of the product, in every language it speaks."""

import re
from string import Formatter

import pytest

from compare.languages.labels import LABELS, find_labels
from compare.model import Comparator, Confidence, Trait, Verdict
from compare.renderers.view.highlights import Line
from compare.renderers.view.tally import Shift

FAMILIES = {
    "trait": Trait,
    "shift": Shift,
    "confidence": Confidence,
    "verdict": Verdict,
    "bound": Comparator,
}


def list_facts(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_all_languages_say_the_same_things():
    english = find_labels("en").words
    for code in LABELS:
        words = find_labels(code).words
        assert {key for key in words if not key.endswith(".one")} == {
            key for key in english if not key.endswith(".one")
        }
        for key, sentence in words.items():
            assert list_facts(sentence) == list_facts(english[key]), key


@pytest.mark.parametrize("code", LABELS)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_closed_set_has_a_name(code, family):
    words = find_labels(code).words
    assert [m for m in FAMILIES[family] if f"{family}.{m}" not in words] == []


@pytest.mark.parametrize("code", LABELS)
def test_every_signal_has_a_name(code):
    signals = pytest.importorskip("compare.alignment.signals").SIGNALS
    words = find_labels(code).words
    assert [signal for signal in signals if f"signal.{signal}" not in words] == []


def test_chinese_is_set_with_chinese_marks():
    for key, sentence in find_labels("zh").words.items():
        plain = re.sub(r"\{[^}]*\}", "", sentence)
        assert not re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", plain), key


def test_absence_is_never_called_more_than_absence():
    said = " ".join(w for code in LABELS for w in find_labels(code).words.values()).lower()
    for verdict in ("abandon", "放弃", "取消", "broken promise", "食言"):
        assert verdict not in said


def test_lines_that_matter_have_words():
    for code in LABELS:
        words = find_labels(code).words
        assert all(f"highlights.{line}" in words for line in Line if line is not Line.MOVED)
