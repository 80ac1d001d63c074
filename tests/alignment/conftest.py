from pathlib import Path

import pytest

from compare import read_report
from compare.alignment.encoder import Encoder
from compare.alignment.goals import link_units, list_units
from compare.languages import get_language

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def chinese():
    return Encoder(get_language("zh"))


@pytest.fixture(scope="session")
def reports():
    return tuple(read_report(SEEDS / name) for name in ("hangzhou-2020.md", "hangzhou-2024.txt"))


@pytest.fixture(scope="session")
def units(reports):
    return tuple(tuple(list_units(report)) for report in reports)


@pytest.fixture(scope="session")
def links(units, chinese):
    return link_units(*units, chinese)
