"""The names that users build on."""

import inspect

import pytest

import compare

PROMISED = {"align_texts", "build_timeline", "compare_reports", "read_report", "render"}


def test_the_promised_names_are_public():
    assert set(compare.__all__) >= PROMISED


@pytest.mark.parametrize("name", getattr(compare, "__all__", ()))
def test_a_public_name_says_what_it_is(name):
    thing = getattr(compare, name)
    assert inspect.getdoc(thing) or isinstance(thing, str)


def test_the_public_names_stand_in_order():
    names = list(compare.__all__)
    assert names == sorted(names, key=str.casefold)
