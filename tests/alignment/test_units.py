import pytest

from compare.alignment.units import Side, Unit, split_clauses


@pytest.mark.parametrize(
    "text",
    [
        "",
        "稳。",
        "推进改革，扩大开放；保障民生。",
        "Cut taxes, raise wages by 1,000 yuan.",
        "，，，",
    ],
)
def test_clauses_spell_the_wording(text):
    assert "".join(split_clauses(text)) == text


def test_a_figure_is_not_cut_at_its_comma():
    assert split_clauses("raise wages by 1,000 yuan") == ("raise wages by 1,000 yuan",)


def test_units_of_one_sentence_share_it():
    side = Side((Unit("甲", "甲，乙。", 0), Unit("乙", "甲，乙。", 0), Unit("丙", "丙。", 9)))
    assert side.sentences == ("甲，乙。", "丙。")
    assert side.sentence_of.tolist() == [0, 0, 1]


def test_equal_sentences_in_two_places_are_two():
    side = Side((Unit("甲", "甲。", 0), Unit("甲", "甲。", 9)))
    assert side.sentence_of.tolist() == [0, 1]


def test_bare_wordings_are_their_own_sentences():
    side = Side((Unit("甲"), Unit("甲")))
    assert side.sentences == ("甲", "甲")
    assert side.sentence_of.tolist() == [0, 1]
