import pytest

from compare.languages.themes import find_themes, list_keywords, name_themes, weigh_themes

CODES = ("zh", "en")


@pytest.mark.parametrize("code", CODES)
def test_every_theme_finds_itself_by_each_of_its_keywords(code):
    for theme, keywords in list_keywords(code).items():
        for keyword in keywords:
            assert theme in weigh_themes(f"，{keyword}。", code), keyword


def test_themes_are_the_same_in_every_language():
    assert [*name_themes("zh")] == [*name_themes("en")]


def test_a_long_keyword_is_not_broken_into_short_ones():
    assert "innovation" in weigh_themes("创新", "zh")
    assert weigh_themes("高新技术", "zh")["innovation"] == 4


def test_english_keywords_are_whole_words():
    assert find_themes("We will build railways.", "en") == ("investment",)
    assert find_themes("a starting point", "en") == ()


def test_a_text_without_keywords_has_no_theme():
    assert find_themes("大家好", "zh") == find_themes("", "zh") == ()


def test_a_language_without_a_file_has_no_themes():
    assert find_themes("bonjour", "fr") == ()
