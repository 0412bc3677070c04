"""Each unit has a word, and says what kind of values it takes."""

import pytest

from dantoc_policy.values.unit import Unit

COUNTED = {
    *("HOUSEHOLDS", "PERSONS", "WORKERS", "VILLAGES", "COMMUNES", "SCHOOLS", "ROOMS"),
    *("RANK", "PROVINCES", "DISTRICTS", "PROJECTS", "MODELS", "CLASSES", "CONFERENCES"),
    "COLLECTIVES",
}


@pytest.mark.parametrize("unit", Unit)
def test_numeric_units_have_a_word_in_both_languages(unit):
    assert bool(unit.text.vi) is bool(unit.text.en) is unit.numeric


def test_only_counts_are_whole():
    assert {unit.name for unit in Unit if unit.whole} == COUNTED


def test_whole_units_are_numeric():
    assert all(unit.numeric for unit in Unit if unit.whole)


def test_truth_and_name_are_not_numbers():
    assert {unit for unit in Unit if not unit.numeric} == {Unit.TRUTH, Unit.NAME}


def test_no_two_units_share_a_word():
    words = [unit.text.vi for unit in Unit if unit.numeric]
    assert len(words) == len(set(words))
