"""The public face: every name resolves, nothing heavy is imported before it is used."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import dantoc_policy as dp

HEAVY = (
    "pydantic",
    "attrs",
    "babel",
    "dateutil",
    "narwhals",
    "polars",
    "pandas",
    "numpy",
    "z3",
    "holidays",
    "icalendar",
    "altair",
    "yaml",
)


@pytest.mark.parametrize("name", dp.__all__)
def test_every_public_name_resolves(name: str) -> None:
    assert getattr(dp, name) is not None


def test_the_list_is_sorted_and_whole() -> None:
    assert dp.__all__ == sorted(dp.__all__)
    assert set(dp.__all__) <= set(dir(dp))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dp.nonsense


@pytest.mark.parametrize("heavy", HEAVY)
def test_importing_loads_nothing_heavy(heavy: str) -> None:
    code = f"import sys, dantoc_policy; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import dantoc_policy.plans",
        "import dantoc_policy.plans.plan",
        "import dantoc_policy.plans.library",
        "from dantoc_policy.plans.library import plans",
        "from dantoc_policy import plans",
        "dp.Plan, dp.Target, dp.load_plan",
        "dp.load_plan('bac-kan-2020')",
    ],
)
def test_the_plans_answer_whatever_was_imported_before(before: str) -> None:
    code = (
        f"import dantoc_policy as dp\n{before}\n"
        "assert 'bac-kan-2020' in dp.plans() and 'bac-kan-2020' in dp.plans\n"
        "assert dp.plans.get('bac-kan-2020') is dp.load_plan('bac-kan-2020')\n"
        "assert len(dp.plans) == len(dp.plans()) == len(list(dp.plans))\n"
        "import dantoc_policy.plans.plan, dantoc_policy.plans.money\n"
        "assert dp.plans.get('bac-kan-2020').id in dp.plans()\n"
        "assert isinstance(dp.load_plan('bac-kan-2020'), dp.Plan)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_module_of_plans_hides_a_name_of_the_library() -> None:
    from dantoc_policy import plans
    from dantoc_policy.plans.library import Plans

    modules = {module.name for module in pkgutil.iter_modules(plans.__path__)}
    assert not {name for name in modules if hasattr(Plans, name)}


def test_one_decision_loads_no_data_frame_library() -> None:
    code = (
        "import sys, datetime, dantoc_policy as dp\n"
        "dp.classify(dp.Commune(), datetime.date(2021, 6, 4)).outcome\n"
        "sys.exit(any(m in sys.modules for m in ('narwhals', 'polars', 'numpy', 'babel')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
