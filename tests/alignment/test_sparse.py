import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from compare.alignment.candidates import find_nearest, find_sharing, rank_within
from compare.alignment.sparse import Sparse, keep_shared, multiply_pairs

TABLES = st.tuples(
    arrays(np.float32, (5, 6), elements=st.sampled_from([0, 0, 0, 0.5, 1])),
    arrays(np.float32, (4, 6), elements=st.sampled_from([0, 0, 0, 0.5, 1])),
)


def to_sparse(table):
    rows, columns = np.nonzero(table)
    starts = np.searchsorted(rows, np.arange(len(table) + 1))
    return Sparse(starts, columns, table[rows, columns], table.shape[1])


@given(TABLES)
def test_products_are_those_of_the_whole_tables(tables):
    rows, cols = np.divmod(np.arange(20), 4)
    found = multiply_pairs(*keep_shared(*map(to_sparse, tables)), rows, cols)
    np.testing.assert_allclose(found, (tables[0] @ tables[1].T).ravel(), atol=1e-6)


@given(TABLES)
def test_those_that_share_a_feature_are_found(tables):
    sides = keep_shared(*map(to_sparse, tables))
    found = set(zip(*(part.tolist() for part in find_sharing(*sides, 5)), strict=True))
    assert found == set(
        zip(*map(np.ndarray.tolist, np.nonzero(tables[0] @ tables[1].T)), strict=True)
    )


def test_the_nearest_are_found_whatever_the_block(monkeypatch):
    monkeypatch.setattr("compare.alignment.candidates.BLOCK", 7)
    generator = np.random.default_rng(0)
    old, new = generator.normal(size=(9, 3)), generator.normal(size=(5, 3))
    rows, cols = find_nearest(old, new, 2)
    best = np.sort((old @ new.T), axis=1)[:, -2:]
    found = np.sort((old @ new.T)[rows, cols].reshape(9, 2), axis=1)
    np.testing.assert_allclose(found, best)


def test_ranks_start_anew_in_every_group():
    groups = np.array([3, 1, 3, 1, 3])
    scores = np.array([0.2, 0.5, 0.9, 0.6, 0.1])
    assert rank_within(groups, scores).tolist() == [1, 1, 0, 0, 2]
