"""Each instrument's own data: its days, years and poverty line, to the day."""

from __future__ import annotations

import datetime as dt

import pytest

from dantoc_policy.instruments.registry import instruments

D = dt.date


@pytest.mark.parametrize(
    ("code", "issued", "in_force", "governs", "poverty_standard", "units"),
    [
        (
            "05/2011/NĐ-CP",
            D(2011, 1, 14),
            (D(2011, 3, 4), None),
            (D(2011, 3, 4), None),
            None,
            {"ethnic_group"},
        ),
        (
            "39/2020/QĐ-TTg",
            D(2020, 12, 31),
            (D(2021, 2, 15), D(2025, 12, 31)),
            (D(2021, 1, 1), D(2025, 12, 31)),
            (D(2016, 1, 5), D(2021, 12, 31)),
            {"ethnic_group"},
        ),
        (
            "255/2025/NĐ-CP",
            D(2025, 9, 29),
            (D(2025, 11, 15), D(2030, 12, 31)),
            (D(2026, 1, 1), D(2030, 12, 31)),
            (D(2022, 1, 1), D(2026, 12, 31)),
            {"ethnic_group"},
        ),
        (
            "50/2016/QĐ-TTg",
            D(2016, 11, 3),
            (D(2016, 12, 20), D(2020, 12, 30)),
            (D(2016, 1, 1), D(2020, 12, 31)),
            (D(2016, 1, 5), D(2021, 12, 31)),
            {"commune", "village"},
        ),
        (
            "33/2020/QĐ-TTg",
            D(2020, 11, 12),
            (D(2020, 12, 31), D(2025, 12, 31)),
            (D(2021, 1, 1), D(2025, 12, 31)),
            (D(2016, 1, 5), D(2021, 12, 31)),
            {"commune", "village"},
        ),
        (
            "272/2025/NĐ-CP",
            D(2025, 10, 16),
            (D(2025, 12, 1), D(2030, 12, 31)),
            (D(2026, 1, 1), D(2030, 12, 31)),
            (D(2022, 1, 1), D(2026, 12, 31)),
            {"commune", "village", "province"},
        ),
    ],
)
def test_days_and_years(code, issued, in_force, governs, poverty_standard, units) -> None:
    found = instruments()[code]
    assert found.issued == issued
    assert (found.in_force.start, found.in_force.end) == in_force
    assert (found.governs.start, found.governs.end) == governs
    standard = found.poverty_standard
    assert (standard and (standard.start, standard.end)) == poverty_standard
    assert set(found.rules) == units
    assert found.title.vi
    assert found.title.en


def test_the_rest_of_decision_33_cites_its_own_clause() -> None:
    rules = instruments()["33/2020/QĐ-TTg"].rules
    for unit, clause in (("commune", 1), ("village", 2)):
        rest = rules[unit].cases[-1].provision
        assert rest is not None
        assert (rest.article, rest.clause, rest.sure) == (2, clause, "article")
