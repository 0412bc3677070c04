"""The public face: every name resolves, nothing heavy is imported before it is used."""

from __future__ import annotations

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


def test_one_decision_loads_no_data_frame_library() -> None:
    code = (
        "import sys, datetime, dantoc_policy as dp\n"
        "dp.classify(dp.Commune(), datetime.date(2021, 6, 4)).outcome\n"
        "sys.exit(any(m in sys.modules for m in ('narwhals', 'polars', 'numpy', 'babel')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
