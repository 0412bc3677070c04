"""The catalogue of days and time limits: compiled, sourced, of documents that there are."""

import importlib.util
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dantoc_policy.data import load
from dantoc_policy.law.library import documents

ROOT = Path(__file__).parents[2]
SOURCES = {row["id"] for row in load("sources")}
DAYS = load("values/swap_days")
LIMITS = load("values/statutory_limits")
ROWS = [DAYS["week"], *DAYS["known"], *DAYS["swaps"], *DAYS["days_off"], *LIMITS]


def test_the_compiled_files_are_what_the_catalogue_gives():
    spec = importlib.util.spec_from_file_location("build", ROOT / "tools/build_catalogue.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    wanted = {path: text for path, text in build.compiled().items() if path.parent.name == "values"}
    assert {path.stem for path in wanted} == {"statutory_limits", "swap_days"}
    assert {path: path.read_text(encoding="utf-8") for path in wanted} == wanted


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_row_has_a_source_and_says_whether_it_is_verified(row):
    assert row["source"] in SOURCES
    assert isinstance(row["verified"], bool)
    assert not (row["verified"] and row["source"] in ("memory", "derived"))
    assert set(row.get("unverified", ())) <= row.keys()


@pytest.mark.parametrize("row", [row for row in ROWS if "document" in row], ids=str)
def test_every_document_is_in_the_library(row):
    assert documents.get(row["document"]).number == row["document"]


def test_known_periods_follow_one_another():
    ends = [(date.fromisoformat(r["since"]), date.fromisoformat(r["until"])) for r in DAYS["known"]]
    for (_, until), (since, _) in pairwise(ends):
        assert (since - until).days == 1


def test_swaps_are_weekdays_for_saturdays_in_known_years():
    for row in DAYS["swaps"]:
        off, made_up = (date.fromisoformat(row[key]) for key in ("day_off", "made_up_on"))
        assert off.weekday() < 5
        assert made_up.weekday() == 5
        assert off.isoformat() <= DAYS["known"][-1]["until"]


def test_nothing_heavy_is_loaded_before_it_is_asked_for():
    modules = [path.stem for path in (ROOT / "src/dantoc_policy/values").glob("*.py")]
    code = "import sys\n"
    code += "".join(f"import dantoc_policy.values.{module}\n" for module in modules)
    code += "assert not {'babel', 'dateutil', 'holidays'} & set(sys.modules), 'loaded'"
    subprocess.run([sys.executable, "-c", code], check=True)
