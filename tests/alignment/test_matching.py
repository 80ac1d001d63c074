from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.alignment.matching import Stars, assign, make_links, pair_equals
from compare.alignment.scoring import Scored

NODES = st.integers(0, 7)
EDGES = st.dictionaries(st.tuples(NODES, NODES), st.floats(0, 1, width=32), max_size=30)


def scored(edges, measured=()):
    pairs = sorted(edges)
    rows, cols = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    chances = np.array([edges[pair] for pair in pairs], np.float32)
    same = np.array([1.0 if pair in measured else 0.5 for pair in pairs], np.float32)
    return Scored(rows, cols, {"indicator": same}, chances, chances)


@given(EDGES)
def test_groups_are_stars_of_likely_pairs(edges):
    for olds, news in assign(scored(edges)).groups():
        assert min(len(olds), len(news)) == 1
        assert all(edges[old, new] >= 0.5 for old in olds for new in news)


@given(EDGES)
def test_nobody_stands_in_two_groups(edges):
    groups = assign(scored(edges)).groups()
    for side in (0, 1):
        members = [member for group in groups for member in group[side]]
        assert len(members) == len(set(members))


@given(EDGES)
def test_a_pair_of_two_free_ones_is_never_left(edges):
    stars = assign(scored(edges))
    for (old, new), chance in edges.items():
        if chance >= 0.5:
            assert old in stars.partners[0] or new in stars.partners[1]


@given(EDGES)
def test_links_hold_everything_once(edges):
    found = scored(edges)
    links = make_links(found, assign(found), (8, 8))
    for side in ("old", "new"):
        assert sorted(place for link in links for place in getattr(link, side)) == list(range(8))


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        pytest.param({(0, 0): 0.9, (0, 1): 0.8}, [((0,), (0, 1))], id="split"),
        pytest.param({(0, 0): 0.9, (1, 0): 0.8}, [((0, 1), (0,))], id="merge"),
        pytest.param({(0, 0): 0.4}, [], id="unlikely"),
        pytest.param(
            {(0, 0): 0.9, (1, 0): 0.8, (1, 1): 0.7}, [((0,), (0,)), ((1,), (1,))], id="chain"
        ),
    ],
)
def test_assign(edges, expected):
    assert assign(scored(edges)).groups() == expected


def test_what_is_equally_likely_is_paired_in_reading_order():
    edges = {(old, new): 0.75 for old in range(5) for new in range(5)}
    assert assign(scored(edges)).groups() == [((i,), (i,)) for i in range(5)]


def test_equal_wordings_come_before_any_chance():
    stars = assign(scored({(0, 1): 0.99}), pair_equals(["甲", "乙"], ["甲", "乙"]))
    assert stars.groups() == [((0,), (0,)), ((1,), (1,))]


def test_nothing_joins_what_is_equal():
    edges = scored({(0, 0): 0.99, (1, 0): 0.9, (0, 1): 0.9})
    assert assign(edges, [(0, 0)]).groups() == [((0,), (0,))]


def test_what_is_unlike_its_neighbour_does_not_share_its_partner():
    found = scored({(0, 0): 0.9, (1, 0): 0.8})
    alike = np.array([0.9, 0.1], np.float32)
    apart = replace(found, fit=alike)
    assert assign(apart).groups() == [((0,), (0,))]


def test_what_sets_a_figure_for_one_indicator_takes_in_nothing_else():
    edges = {(0, 0): 0.9, (0, 1): 0.8, (0, 2): 0.8}
    assert assign(scored(edges, measured={(0, 0)})).groups() == [((0,), (0,))]
    assert assign(scored(edges, measured={(0, 0), (0, 2)})).groups() == [((0,), (0, 2))]


def test_a_star_refuses_to_join_two_groups():
    stars = Stars()
    assert stars.add(0, 0)
    assert stars.add(1, 1)
    assert not stars.add(0, 1)


def test_the_runner_up_is_no_partner():
    found = scored({(0, 0): 0.9, (0, 1): 0.3, (1, 1): 0.2})
    by_old = {link.old: link for link in make_links(found, assign(found), (2, 2))}
    assert by_old[0,].rival == (1, pytest.approx(0.3))
    assert by_old[1,].new == ()
    assert by_old[1,].rival == (1, pytest.approx(0.2))


def test_a_pair_is_as_sure_as_its_sentences_and_its_goals_allow():
    found = replace(scored({(0, 0): 0.9, (1, 1): 0.9}), fit=np.array([0.6, 1], np.float32))
    assert [link.score for link in make_links(found, assign(found), (2, 2))] == [
        pytest.approx(0.6),
        pytest.approx(0.9),
    ]


def test_what_is_dropped_is_as_sure_as_nothing_fits_it():
    found = replace(scored({(0, 0): 0.1}), fit=np.array([0.3], np.float32))
    assert [link.score for link in make_links(found, assign(found), (1, 1))] == [
        pytest.approx(0.7),
        pytest.approx(0.7),
    ]
