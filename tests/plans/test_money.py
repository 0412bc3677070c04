"""Money keeps the rules of its vintage, is counted with what was carried over, adds up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.plans.allocation import Claim, allocate
from dantoc_policy.plans.counterpart import counterpart, packaged_rates
from dantoc_policy.plans.disbursement import Disbursement, stated_rates
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.programme import money_rules, programmes
from dantoc_policy.plans.weights import own_weights, weights
from dantoc_policy.values.money import Money

NEW = "16/2026/QĐ-TTg"
OLD = "39/2021/QĐ-TTg"


class TestDisbursement:
    def test_the_reported_figures_of_bac_kan_in_2024(self):
        found = {rate.paid.capital: rate for rate in stated_rates(plans.get("bac-kan-review-2024"))}
        investment, recurrent = found["investment"], found["recurrent"]
        assert investment.nominal == Fraction(9400, 478)
        assert recurrent.nominal == Fraction(1600, 595)
        assert (investment.agrees, recurrent.agrees) == (True, True)
        # "trên 94" of "trên 478": neither amount is exact, so neither is the rate.
        assert investment.percent.number is None

    @pytest.mark.parametrize(
        ("rate", "comparator", "agrees"),
        [
            (20, "nearly", True),
            ("19.7", "reach", True),
            (20, "reach", True),
            ("19.6", "reach", False),
            (19, "nearly", False),
            (21, "nearly", False),
        ],
    )
    def test_a_printed_rate_is_held_against_its_amounts(self, rate, comparator, agrees):
        plan = Plan(
            id="p",
            title="p",
            funding=[
                {"id": "all", "stage": "available", "amount": "478 tỷ đồng"},
                {
                    "id": "paid",
                    "stage": "disbursed",
                    "amount": "94 tỷ đồng",
                    "of": "all",
                    "rate": rate,
                    "rate_comparator": comparator,
                },
            ],
        )
        (found,) = stated_rates(plan)
        assert found.agrees is agrees
        assert (found.problem is None) is agrees

    def test_what_remains_is_carried_over(self):
        first = Disbursement(planned=Money(100), paid=Money(30), year=2023)
        second = first.next_year(planned=Money(50), paid=Money(60))
        assert (second.carried_over, second.available, second.year) == (Money(70), Money(120), 2024)
        assert (second.rate, second.remaining) == (Fraction(1, 2), Money(60))

    def test_more_than_there_was_cannot_be_paid(self):
        Disbursement(planned=Money(10), paid=Money(10))
        with pytest.raises(InputError, match=r"money\.over_available"):
            Disbursement(planned=Money(10), paid=Money(11))
        with pytest.raises(InputError, match=r"money\.negative"):
            Disbursement(planned=Money(10), paid=Money(-1))

    def test_nothing_has_no_rate(self):
        assert Disbursement(planned=Money(0), paid=Money(0)).rate is None


class TestVintages:
    @pytest.mark.parametrize(
        ("vintage", "as_of", "rule", "may"),
        [
            (2021, date(2026, 12, 31), "1719/QĐ-TTg", True),
            (2021, date(2027, 1, 1), "1719/QĐ-TTg", False),
            (2025, date(2024, 12, 31), "1719/QĐ-TTg", False),
            (2025, date(2025, 6, 1), "1719/QĐ-TTg", True),
            (2025, date(2026, 6, 1), "1719/QĐ-TTg", True),
            (2026, date(2026, 6, 1), "417/QĐ-BNNMT", True),
            (2026, date(2027, 6, 1), "417/QĐ-BNNMT", None),
        ],
    )
    def test_money_keeps_the_rules_of_its_year(self, vintage, as_of, rule, may):
        found = money_rules(vintage, as_of)
        assert found.programme.rules[0] == rule
        assert found.may_be_spent is may

    @pytest.mark.parametrize(
        ("as_of", "until"),
        [
            (date(2023, 6, 1), None),
            (date(2025, 12, 10), date(2024, 12, 31)),
            (date(2025, 12, 11), date(2026, 12, 31)),
        ],
    )
    def test_an_act_counts_from_its_issue_on(self, as_of, until):
        assert money_rules(2023, as_of).until == until

    @pytest.mark.parametrize("year", [2020, 2031, 2036])
    def test_no_programme_no_rules(self, year):
        with pytest.raises(NotInForceError, match=r"programme\.none"):
            money_rules(year, date(2026, 1, 1))

    def test_the_ten_projects_and_the_two_components(self):
        first, new = programmes()["dtts-1"], programmes()["merged-1"]
        tops = [project.id for project in first.projects if project.part_of is None]
        assert tops == [f"p{number}" for number in range(1, 11)]
        assert sum(project.part_of is not None for project in first.projects) == 14
        assert {project.part_of for project in new.projects} >= {None}

    def test_the_absorbed_phase_gives_no_rules(self):
        assert programmes()["dtts-2"].state == "absorbed"
        assert money_rules(2027, date(2027, 1, 1)).programme.id == "merged-1"


class TestAllocation:
    @pytest.mark.parametrize(
        ("groups", "points"),
        [
            (("zone-3-commune",), 50),
            (("zone-2-commune",), 40),
            (("zone-1-commune",), 30),
            (("other-commune",), 25),
            (("zone-1-commune", "border-commune"), 50),
            (("zone-3-commune", "border-commune", "safe-zone-commune"), 50),
        ],
    )
    def test_a_commune_of_several_groups_takes_the_highest(self, groups, points):
        found = allocate(Money.billion(1), [Claim(name="a", groups=groups)], weights(NEW))
        assert found.shares[0].points == points
        assert found.shares[0].money == Money.billion(1)

    def test_each_difficult_village_counts(self):
        claim = Claim(name="a", groups=("zone-3-commune",), counts={"difficult-village": 7})
        assert allocate(Money.billion(1), [claim], weights(NEW)).shares[0].points == 57

    def test_no_result_is_official_while_the_decision_is_not_read(self):
        found = allocate(
            Money.billion(1), [Claim(name="a", groups=("other-commune",))], weights(NEW)
        )
        assert not found.official
        assert {problem.code for problem in found.problems} == {"allocation.open"}

    def test_points_of_the_first_phase_are_not_made_up(self):
        claim = Claim(name="a", groups=("zone-3-commune",))
        assert all(one.points is None for one in weights(OLD).criteria.values())
        with pytest.raises(InputError, match=r"allocation\.no_points"):
            allocate(Money.billion(1), [claim], weights(OLD))

    def test_own_points_say_that_they_are_not_verified(self):
        own = own_weights(OLD, [{"id": "zone-3-commune", "points": "4.5"}])
        found = allocate(Money.billion(1), [Claim(name="a", groups=("zone-3-commune",))], own)
        assert [problem.code for problem in found.problems] == ["allocation.unverified"]
        checked = own_weights(OLD, [{"id": "x", "points": 1, "verified": True}])
        assert allocate(Money.million(1), [Claim(name="a", groups=("x",))], checked).official

    def test_what_cannot_be_shared(self):
        with pytest.raises(InputError, match=r"allocation\.nothing_to_share"):
            allocate(Money.billion(1), [Claim(name="a")], weights(NEW))
        with pytest.raises(InputError, match=r"allocation\.unknown_criterion"):
            allocate(Money.billion(1), [Claim(name="a", groups=("zone-4",))], weights(NEW))
        with pytest.raises(InputError, match=r"allocation\.unknown_decision"):
            weights("1/2026/QĐ-TTg")

    def test_sums_of_receivers(self):
        claims = [
            Claim(name=name, receiver=receiver, groups=("zone-3-commune",))
            for name, receiver in (("a", "x"), ("b", "x"), ("c", "y"))
        ]
        found = allocate(Money.million(100), claims, weights(NEW)).by_receiver()
        assert sum(found.values()) == Money.million(100)
        assert list(found) == ["x", "y"]


GROUPS = [key for key in weights(NEW).criteria if key != "difficult-village"]


@given(
    st.integers(0, 10**15),
    st.lists(
        st.tuples(st.lists(st.sampled_from(GROUPS), min_size=1), st.integers(0, 30)), min_size=1
    ),
    st.sampled_from([1, 10**3, 10**6, 10**9]),
)
def test_shares_always_add_up_to_the_whole(vnd, rows, unit):
    claims = [
        Claim(name=str(at), groups=tuple(groups), counts={"difficult-village": villages})
        for at, (groups, villages) in enumerate(rows)
    ]
    found = allocate(Money(vnd), claims, weights(NEW), rounding=Money(unit))
    assert sum(share.money.vnd for share in found.shares) == vnd
    whole = sum(share.points for share in found.shares)
    for share in found.shares:  # nobody is a whole unit or more away from the exact share
        assert abs(share.money.vnd - vnd * share.points / whole) < 2 * unit


class TestCounterpart:
    @pytest.mark.parametrize(
        ("supplement", "local"), [("0.59", 15), ("0.6", 10), ("0.61", 10), (0, 15), (1, 10)]
    )
    def test_the_rate_follows_the_supplement(self, supplement, local):
        found = counterpart(Money(100), Fraction(supplement))
        assert found.local == Money(local)
        assert [problem.code for problem in found.problems] == ["counterpart.unverified"]

    def test_the_amounts_of_nghe_an(self):
        found = counterpart(Money.million(17890), Fraction("0.6"))
        assert found.is_kept_by(Money.million(1789))
        assert not found.is_kept_by(Money(1_788_999_999))

    def test_what_is_not_known_stays_so(self):
        for found in (
            counterpart(Money(100), None),
            counterpart(Money(100), Fraction(0), self_balancing=True),
        ):
            assert (found.local, found.is_kept_by(Money(100))) == (None, None)
            assert found.problems[0].code == "counterpart.unknown"

    def test_own_rates(self):
        own = [{**packaged_rates()[0], "min_local_over_central": "0.2", "verified": True}]
        found = counterpart(Money(101), Fraction("0.7"), rates=own)
        assert (found.local, found.problems) == (Money(21), ())

    def test_a_share_is_between_nothing_and_all(self):
        with pytest.raises(InputError, match=r"share\.out_of_range"):
            counterpart(Money(100), Fraction(60))
