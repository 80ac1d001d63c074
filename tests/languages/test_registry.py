import pytest

from compare.errors import BadIndicators
from compare.languages.indicators import find_name, find_polarity, measure_sameness
from compare.languages.registry import load_registry, parse_indicators


def parse(text, language="zh"):
    return parse_indicators(text.encode(), "mine.toml", language)


def test_a_users_indicators_are_added_to_ours():
    own = parse('less = [["平均候诊时间", "患者候诊时长"]]')
    assert find_name("患者候诊时长", own) == "平均候诊时间"
    assert find_polarity("平均候诊时间", own) == -1
    assert find_name("新增城镇就业", own) == "城镇新增就业"
    assert find_name("患者候诊时长", load_registry("zh")) == ""


def test_a_row_that_names_one_of_ours_joins_it():
    own = parse('neutral = [["就业增量", "城镇新增就业"]]')
    assert find_name("新增城镇就业", own) == "就业增量"
    assert find_polarity("新增城镇就业", own) == 0
    assert measure_sameness("就业增量", "新增就业", own) == 1


def test_a_user_may_add_words_too():
    own = parse('[words]\nplain = ["全镇"]\nalike = [["公交", "巴士"]]')
    assert find_name("全镇城镇新增就业", own) == "城镇新增就业"
    assert ("公交", "巴士") in own.alike


def test_a_name_as_it_is_listed_goes_before_one_without_its_plain_words():
    english = load_registry("en")
    assert find_name("Deficit rate", english) == find_name("deficit ratio", english)
    assert find_name("deficit", english) != find_name("deficit rate", english)


def test_english_indicators_match_whatever_the_quotes_and_the_order():
    own = parse('more = [["residents\' satisfaction"]]', "en")
    for phrase in ("Residents’ satisfaction", "the satisfaction of residents'"):
        assert find_name(phrase, own) == "residents' satisfaction"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('more = [["a"]\nless = 1', "line 2", id="not-toml"),
        pytest.param('better = [["a"]]', "better", id="unknown-entry"),
        pytest.param('more = [["a"], "b"]', "more, row 2", id="a-word-for-a-row"),
        pytest.param('less = [["a"], []]', "less, row 2", id="an-empty-row"),
        pytest.param('less = [["a", 3]]', "less, row 1", id="a-number-for-a-name"),
        pytest.param('less = "a"', "less", id="no-rows"),
        pytest.param('words = ["a"]', "words", id="no-table-of-words"),
        pytest.param('[words]\ncut = "down"', "words.cut", id="no-list-of-words"),
        pytest.param('[words]\nalike = [["a"], "b"]', "words.alike", id="no-list-of-lists"),
    ],
)
def test_a_malformed_file_is_named_with_the_place(text, place):
    with pytest.raises(BadIndicators) as error:
        parse(text)
    assert str(error.value).startswith("mine.toml: ")
    assert place in str(error.value)


def test_what_is_not_utf_8_is_said_to_be():
    with pytest.raises(BadIndicators, match="mine.toml: not TOML in UTF-8"):
        parse_indicators(b'more = [["\xff"]]', "mine.toml", "zh")
