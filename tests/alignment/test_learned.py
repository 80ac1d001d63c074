import tomllib

import numpy as np
import pytest

from compare.alignment.learned import (
    WEIGHTS,
    Logistic,
    load_weights,
    sign_table,
    to_log_odds,
    to_probability,
)
from compare.alignment.signals import SIGNALS
from compare.alignment.vectors import list_tables


def test_weights_were_fitted_to_the_tables_that_ship():
    tables = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["tables"]
    assert tables == {code: sign_table(code) for code in list_tables()}


def test_likeness_never_speaks_against_a_pair():
    weights = load_weights()
    for model in (weights.mix, weights.link, weights.carried, weights.sections):
        assert all(weight >= 0 for weight in model.weights.values())


def test_every_signal_has_what_is_usual():
    assert set(load_weights().usual) == {*SIGNALS, "best"}


def test_a_model_is_a_weighted_sum():
    model = Logistic(-1.0, {"a": 2.0, "b": 0.5})
    values = {"a": np.array([0.0, 1.0]), "b": np.array([2.0, 4.0]), "unused": np.array([9.0, 9.0])}
    assert model.weigh(values).tolist() == [0.0, 3.0]


@pytest.mark.parametrize("chance", [0.01, 0.5, 0.99])
def test_log_odds_and_back(chance):
    assert to_probability(to_log_odds(np.array([chance])))[0] == pytest.approx(chance)
