"""The candidates of `make bench` classify alike, so that comparing their speed is honest."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import polars as pl
import pytest
from benchmarks import by_hand_python, candidates, ours, page
from benchmarks.rounds import Times
from benchmarks.sheet import OUTCOMES, Communes, communes

ROWS = 4000


@pytest.fixture(scope="module")
def sheet() -> Communes:
    return communes(ROWS, unknown=0.1)


@pytest.fixture(scope="module")
def expected(sheet: Communes) -> list[str | None]:
    found = ours.outcome(sheet.polars().lazy()).collect()
    return found["outcome"].cast(pl.String).to_list()


def test_the_sheet_meets_every_outcome_and_leaves_some_open(expected: list[str | None]) -> None:
    assert set(expected) == {*OUTCOMES, None}
    assert expected.count(None) > ROWS / 20


def test_no_row_of_the_sheet_contradicts_itself(sheet: Communes) -> None:
    assert ours.everything(sheet.polars().lazy()).collect()["problems"].null_count() == ROWS


def test_all_candidates_agree(sheet: Communes) -> None:
    candidates.agree(sheet, candidates.candidates(sheet))


def test_a_candidate_that_differs_is_noticed(sheet: Communes) -> None:
    own = candidates.candidates(sheet)[0]
    other = candidates.Candidate("other", lambda: np.zeros(ROWS, np.int8))
    with pytest.raises(AssertionError, match="other differs"):
        candidates.agree(sheet, [own, other])


def test_the_plain_function_agrees(sheet: Communes, expected: list[str | None]) -> None:
    assert [by_hand_python.outcome(sheet.row(number)) for number in range(ROWS)] == expected


@pytest.mark.skipif(not find_spec("openfisca_core"), reason="OpenFisca comes with `make bench`")
def test_openfisca_agrees_where_nothing_is_unknown() -> None:
    whole = communes(ROWS, unknown=0.0)
    found = candidates.candidates(whole)
    assert found[-1].name == candidates.OPENFISCA
    candidates.agree(whole, found)


def test_what_cannot_run_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.by_hand_c.compiler", lambda: None)
    monkeypatch.setattr("benchmarks.by_openfisca.installed", lambda: False)
    assert len(candidates.left_out()) == 2
    names = [found.name for found in candidates.candidates(communes(10))]
    assert candidates.C not in names
    assert candidates.OPENFISCA not in names


def test_ratios_are_of_one_round_each() -> None:
    times = Times({"one": [2.0, 30.0, 4.0, 5.0], "other": [1.0, 10.0, 2.0, 2.5]})
    assert times.ratio("one", "other") == 2.0
    assert times.spread("one", "other") == (2.0, 2.25)


def test_every_part_has_its_place_on_the_page() -> None:
    text = (page.ROOT / page.PAGE).read_text(encoding="utf-8")
    for name in ("machine", "tables", "decisions", "start", "determinacy", "memory"):
        assert text.count(f"<!-- {name} -->\n") == 1, name
        assert text.count(f"<!-- /{name} -->") == 1, name
