from compare.changes import find_changes
from compare.languages import get_language
from compare.languages.zh_quantities import find_quantities
from compare.model import Document, Goal, GoalKind, Link, Report, Span, Trait


def report(*goals, sentence):
    """Make a report of one sentence, cut into goals."""
    made = []
    for words in goals:
        at = sentence.index(words)
        quantities = tuple(
            quantity
            for quantity in find_quantities(sentence)
            if at <= quantity.figure.start < at + len(words)
        )
        made.append(
            Goal(
                kind=GoalKind.PLEDGE,
                year=None,
                span=Span(at, at + len(words)),
                sentence=Span(0, len(sentence)),
                wording=words,
                quantities=quantities,
            )
        )
    return Report(Document("r.txt", sentence, (), "", "txt"), "zh", None, "", "", (), tuple(made))


def compare(old, new, *links):
    return find_changes(old, new, links, (), get_language("zh"))


OLD = report("新建学校70所", "新增学位6.2万个", sentence="新建学校70所，新增学位6.2万个")
NEW = report("新建学校70所", "新增学位6万个", sentence="新建学校70所，新增学位6万个")


def test_a_figure_meets_its_own_kind_even_where_the_goals_of_a_list_are_crossed():
    schools, places = compare(OLD, NEW, Link((1,), (0,), 0.9), Link((0,), (1,), 0.9))
    assert [pair.new.indicator for pair in schools.figures] == ["新建学校"]
    assert Trait.SAME_VALUE in schools.traits
    assert [pair.new.indicator for pair in places.figures] == ["新增学位"]
    assert Trait.LOWERED in places.traits


def test_each_pair_of_figures_stands_in_one_change():
    changes = compare(OLD, NEW, Link((0,), (0,), 0.9), Link((1,), (1,), 0.9))
    assert sorted(pair.new.indicator for change in changes for pair in change.figures) == [
        "新增学位",
        "新建学校",
    ]


def test_a_pair_stays_with_the_old_goal_where_the_new_one_met_nothing():
    change, *_ = compare(OLD, NEW, Link((1,), (0,), 0.9), Link((), (1,), 0.9))
    assert {pair.new.indicator for pair in change.figures} == {"新建学校", "新增学位"}


def test_a_goal_that_loses_its_figure_says_so():
    old = report("新建学校70所", sentence="新建学校70所")
    new = report("新建一批学校", sentence="新建一批学校")
    (change,) = compare(old, new, Link((0,), (0,), 0.9))
    assert Trait.DEQUANTIFIED in change.traits
