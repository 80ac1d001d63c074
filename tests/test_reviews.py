import pytest

from compare.languages.en_years import find_times, is_of_last


@pytest.mark.parametrize(
    ("sentence", "figure", "of_last"),
    [
        ("In 2012, GDP grew by 7.8% and prices rose by 2.6%.", "2.6%", True),
        ("Spending accounted for 1.97% of GDP in 2012, up from 1.4% in 2007.", "1.97%", True),
        ("Spending accounted for 1.97% of GDP in 2012, up from 1.4% in 2007.", "1.4%", False),
        ("The rate rose from 8.4% in 2007 to 13.3% by the end of last year.", "13.3%", True),
        ("The urbanization level rose from 45.9% to 52.6%.", "52.6%", True),
        ("Outlays reached 4% of GDP in 2011.", "4%", False),
        ("Revenue grew by an annual average of 25.5%.", "25.5%", False),
        ("Over the past five years, 58.7 million jobs were created.", "58.7", False),
        ("A total of 58.7 million jobs were created.", "58.7", False),
    ],
)
def test_words_date_a_figure_of_several_years_to_the_last(sentence, figure, of_last):
    start = sentence.index(figure)
    assert is_of_last(sentence, start, start + len(figure), 2012) is of_last


def test_a_paragraph_turns_from_several_years_to_one():
    paragraph = "Over the past five years, roads were built. In 2020, 5 more were opened."
    assert [year for _, year in find_times(paragraph)] == [None, 2020]
