"""Verdict follows strong Kleene logic and never passes an unknown for a truth value."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import UndeterminedError
from dantoc_policy.values.verdict import Verdict

TRUE, FALSE, UNKNOWN = Verdict.TRUE, Verdict.FALSE, Verdict.UNDETERMINED
VERDICTS = st.sampled_from(Verdict)
# Kleene's order: false below unknown below true; "and" is the lower, "or" the higher.
RANK = {FALSE: 0, UNKNOWN: 1, TRUE: 2}


@pytest.mark.parametrize(("left", "right"), list(product(Verdict, repeat=2)))
def test_and_is_the_lower_and_or_the_higher(left, right):
    assert (left & right) is min(left, right, key=RANK.__getitem__)
    assert (left | right) is max(left, right, key=RANK.__getitem__)


def test_not_swaps_true_and_false_and_keeps_unknown():
    assert [~verdict for verdict in (TRUE, FALSE, UNKNOWN)] == [FALSE, TRUE, UNKNOWN]


@given(VERDICTS, VERDICTS)
def test_de_morgan(a, b):
    assert ~(a & b) is (~a | ~b)
    assert ~(a | b) is (~a & ~b)


@given(VERDICTS, VERDICTS, VERDICTS)
def test_lattice_laws(a, b, c):
    assert (a & b) is (b & a)
    assert (a | b) is (b | a)
    assert (a & (b & c)) is ((a & b) & c)
    assert (a | (b | c)) is ((a | b) | c)
    assert (a & (b | c)) is ((a & b) | (a & c))
    assert (a | (b & c)) is ((a | b) & (a | c))
    assert (a & (a | b)) is a
    assert (a | (a & b)) is a
    assert ~~a is a


@given(VERDICTS)
def test_neutral_and_absorbing(a):
    assert (a & TRUE) is a
    assert (a | FALSE) is a
    assert (a & FALSE) is FALSE
    assert (a | TRUE) is TRUE


def test_excluded_middle_does_not_hold_for_the_unknown():
    assert (UNKNOWN | ~UNKNOWN) is UNKNOWN
    assert (UNKNOWN & ~UNKNOWN) is UNKNOWN


@given(VERDICTS, VERDICTS)
def test_an_answer_survives_every_completion(a, b):
    """What is decided with unknowns is what each way of knowing them decides."""
    completions = {verdict: [verdict] for verdict in (TRUE, FALSE)} | {UNKNOWN: [TRUE, FALSE]}
    for x, y in product(completions[a], completions[b]):
        if (a & b).known:
            assert (x & y) is (a & b)
        if (a | b).known:
            assert (x | y) is (a | b)


@pytest.mark.parametrize("truth", [True, False, None])
def test_of_and_truth_are_inverse(truth):
    assert Verdict.of(truth).truth is truth
    assert Verdict.of(truth).known is (truth is not None)


def test_bool_of_the_known_is_plain():
    assert bool(TRUE) is True
    assert bool(FALSE) is False


@pytest.mark.parametrize("use", [bool, lambda verdict: 1 if verdict else 0, lambda v: not v])
def test_bool_of_unknown_raises(use):
    with pytest.raises(UndeterminedError) as caught:
        use(UNKNOWN)
    assert caught.value.code == "verdict.undetermined"
    assert "chưa xác định" in caught.value.message("vi")
