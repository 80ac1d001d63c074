import pytest

from compare.errors import BadThemes
from compare.languages.themes import (
    Tagger,
    find_themes,
    get_tagger,
    list_keywords,
    name_themes,
    parse_themes,
    weigh_themes,
)
from compare.model import Goal, GoalKind, Span

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


def make_goal(wording, *section):
    return Goal(GoalKind.PLEDGE, 2024, Span(0, 9), Span(0, 9), wording, section)


def test_a_goal_has_the_themes_of_its_wording_before_those_of_its_headings():
    tagger = get_tagger("zh")
    headings = ("教育", "耕地保护")
    ours, silent = tagger.tag([make_goal("加强信访", *headings), make_goal("再上台阶", *headings)])
    assert (ours.themes, silent.themes) == (("safety",), ("rural",))


def test_a_goal_is_tagged_the_same_whatever_stands_beside_it():
    tagger = get_tagger("zh")
    goals = [make_goal("加强信访", "教育"), make_goal("再上台阶", "教育"), make_goal("再上台阶")]
    assert tagger.tag(goals) == tuple(tagger.tag([goal])[0] for goal in goals)


def test_a_file_of_ones_own_names_other_themes():
    lexicon = parse_themes('[sea]\nname = "海洋"\nkeywords = ["渔港", "渔船"]'.encode(), "own.toml")
    assert Tagger(lexicon, "zh").find("建设渔港，保护耕地") == ("sea",)


def test_keywords_that_look_like_patterns_are_taken_as_they_are():
    lexicon = parse_themes(b'[net]\nkeywords = ["(5G+", "a.b"]', "own.toml")
    tagger = Tagger(lexicon, "zh")
    assert tagger.find("(5g+") == tagger.find("a.b") == ("net",)
    assert tagger.find("acb") == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "no themes", id="empty"),
        pytest.param(b"[sea", "not TOML", id="torn"),
        pytest.param(b"\xff\xfe", "UTF-8", id="not-utf-8"),
        pytest.param(b"sea = 3", "sea: stands outside", id="no-table"),
        pytest.param(b"[sea]\nname = 'Sea'", r"\[sea\]: keywords", id="no-keywords"),
        pytest.param(b"[sea]\nkeywords = []", r"\[sea\]: keywords", id="no-keyword"),
        pytest.param(b"[sea]\nkeywords = ['fish', 3]", r"\[sea\]: 3", id="a-number"),
        pytest.param(b"[sea]\nkeywords = ['fish', ' ']", r"\[sea\]: ' '", id="a-blank"),
        pytest.param(b"[sea]\nname = 1\nkeywords = ['f']", r"\[sea\]: the name", id="name"),
        pytest.param(b"[sea]\nkeyword = ['f']", r"\[sea\]: unknown keyword", id="misspelt"),
        pytest.param(b"['deep sea']\nkeywords = ['f']", r"\[deep sea\]: the key", id="key"),
    ],
)
def test_a_file_that_is_no_lexicon_is_named_with_the_entry_at_fault(data, words):
    with pytest.raises(BadThemes, match=rf"^own\.toml: .*{words}"):
        parse_themes(data, "own.toml")
