"""Shares of counts meet thresholds exactly."""

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.percent import Percent, pct
from dantoc_policy.values.share import Share

ORDERINGS = [operator.lt, operator.le, operator.gt, operator.ge]
SHARES = st.integers(1, 10**12).flatmap(
    lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole))
)


def test_fraction_and_percent():
    assert Share(214, 1000).fraction == Fraction(107, 500)
    assert Share(214, 1000).percent == pct(21.4)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (199, (True, True, False, False)),
        (200, (False, True, False, True)),
        (201, (False, False, True, True)),
    ],
)
def test_around_a_threshold(part, expected):
    assert tuple(compare(Share(part, 1000), pct(20)) for compare in ORDERINGS) == expected


def test_a_share_that_rounds_to_the_threshold_does_not_reach_it():
    share = Share(199_999_999_999_999_999, 10**18)
    assert float(share.fraction) == 0.2
    assert share < pct(20)


@given(SHARES, st.fractions(0, 100))
def test_comparison_is_that_of_fractions(share, points):
    percent = Percent(points)
    for compare in ORDERINGS:
        assert compare(share, percent) is compare(share.fraction, percent.share)
        assert compare(percent, share) is compare(percent.share, share.fraction)


@given(SHARES)
def test_a_share_is_neither_above_nor_below_its_percentage(share):
    assert share <= share.percent <= share
    assert not share < share.percent
    assert not share > share.percent


@pytest.mark.parametrize(("part", "whole"), [(-1, 5), (6, 5), (1, 0), (0, -1)])
def test_not_a_part(part, whole):
    with pytest.raises(InputError) as caught:
        Share(part, whole)
    assert caught.value.code == "share.out_of_range"


@pytest.mark.parametrize(("part", "whole"), [(1.0, 5), (True, 5), (1, "5"), (None, 5)])
def test_not_counts(part, whole):
    with pytest.raises(InputError) as caught:
        Share(part, whole)
    assert caught.value.code == "share.not_counts"


@pytest.mark.parametrize(
    "use",
    [lambda share: share.fraction, lambda share: share.percent]
    + [lambda share, compare=compare: compare(share, pct(20)) for compare in ORDERINGS],
)
def test_nothing_has_no_share(use):
    with pytest.raises(InputError) as caught:
        use(Share(0, 0))
    assert caught.value.code == "share.of_nothing"


@pytest.mark.parametrize("compare", ORDERINGS)
@pytest.mark.parametrize("other", [20, 0.2, Fraction(1, 5), Share(1, 5)])
def test_compares_with_percent_only(compare, other):
    with pytest.raises(TypeError):
        compare(Share(1, 5), other)


@pytest.mark.parametrize(
    ("share", "vi", "en"),
    [
        (Share(214, 1000), "214/1.000 (21,4%)", "214/1,000 (21.4%)"),
        (Share(1, 3), "1/3 (33,33%)", "1/3 (33.33%)"),
        (Share(317, 1024), "317/1.024 (30,96%)", "317/1,024 (30.96%)"),
        (Share(0, 0), "0/0", "0/0"),
    ],
)
def test_text(share, vi, en):
    assert share.text() == share.text("vi") == str(share) == vi
    assert share.text("en") == en
