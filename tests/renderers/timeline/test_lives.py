"""Lines as they are drawn: where they begin, sleep, cross a gap and end."""

import pytest

from compare.model import Trait
from compare.model.timelines import Presence, Thread, Tie
from compare.renderers.timeline.lives import Kind, draw_life, tell_life
from compare.renderers.timeline.telling import Tale, pick_telling
from compare.renderers.timeline.years import Column

COLUMNS = tuple(Column(str(2012 + i), i) for i in range(4))
GAPPED = (*COLUMNS[:2], Column("2014", None), Column("2015", 2), Column("2016", 3))


def make_life(stated, traits=(), number=0, **ties):
    steps = tuple((0,) if sign == "#" else () for sign in stated)
    told = tuple(dict(traits).get(i, ()) for i in range(len(steps)))
    thread = Thread(steps, "新建学校", traits=told, **ties)
    return tell_life(number, thread)


@pytest.mark.parametrize(
    ("stated", "full", "hollow"),
    [
        pytest.param("####", "M0 12H40", "", id="open-at-both-ends"),
        pytest.param(".##.", "M11.2 12H28.8", "", id="begins-and-ends"),
        pytest.param("#..#", "M0 12H10M30 12H40", "M10 8.5H30V15.5H10Z", id="sleeps"),
        pytest.param("..#.", "M21.2 12H28.8", "", id="one-year"),
    ],
)
def test_a_line_is_full_where_stated_and_hollow_where_it_sleeps(stated, full, hollow):
    drawing = draw_life(make_life(stated), COLUMNS)
    assert (drawing.full, drawing.hollow, drawing.bridge) == (full, hollow, "")


def test_a_missing_report_is_bridged_within_a_line_only():
    assert draw_life(make_life("####"), GAPPED).bridge == "M20 12h10"
    assert draw_life(make_life("####"), GAPPED).full == "M0 12H20M30 12H50"
    assert draw_life(make_life("##.."), GAPPED).bridge == ""


def test_a_tick_says_which_way_a_number_went_and_what_that_asks_for():
    traits = {1: (Trait.RAISED, Trait.LOOSENED), 3: (Trait.LOWERED, Trait.TIGHTENED)}
    drawing = draw_life(make_life("####", traits), COLUMNS)
    assert drawing.ticks == (("down", "M15 12V2"), ("up", "M35 12V22"))


@pytest.mark.parametrize(
    ("stated", "kinds"),
    [
        ("####", [Kind.EVERY]),
        ("#.##", [Kind.BACK]),
        ("...#", [Kind.FRESH, Kind.ONCE]),
        ("##..", [Kind.ENDED]),
    ],
)
def test_kinds_say_how_a_line_lived(stated, kinds):
    assert list(make_life(stated).kinds) == kinds


def test_what_was_merged_has_not_ended():
    life = make_life("##..", heir=Tie(1, 2))
    assert Kind.ENDED not in life.kinds
    assert Presence.DROPPED not in life.presences


def test_the_lines_that_tell_most_are_each_told_of_once():
    moved = {2: (Trait.RAISED,)}
    shapes = ["####", "####", "#.##", ".###", "###.", "#...", "##.."]
    lives = [make_life(s, moved if n == 1 else {}, n) for n, s in enumerate(shapes)]
    told = {t.tale: [life.number for life in t.lives] for t in pick_telling(lives)}
    assert told == {Tale.STEADY: [1, 0], Tale.BACK: [2], Tale.STAYED: [3], Tale.ENDED: [4]}
