"""The candidates of `make bench` classify alike, so that comparing their speed is honest."""

from __future__ import annotations

import random
from importlib.util import find_spec

import numpy as np
import polars as pl
import pytest
from benchmarks import (
    by_hand_python,
    candidates,
    citations,
    citing_texts,
    lookups,
    ours,
    page,
)
from benchmarks.rounds import Times
from benchmarks.sheet import OUTCOMES, Communes, communes

from dantoc_policy.law.citations.find import find_citations

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


@pytest.mark.parametrize("per_megabyte", citations.DENSITIES.values(), ids=citations.DENSITIES)
def test_texts_cite_as_densely_as_they_say(per_megabyte: int) -> None:
    texts = citing_texts.vietnamese(200_000, per_megabyte)
    english = citing_texts.english(200_000, per_megabyte)
    for built in (texts, english):
        assert built.size == sum(len(text.encode()) for text in built.documents)
        assert built.citations == pytest.approx(per_megabyte * built.megabytes, rel=0.02)
    found = sum(len(find_citations(text)) for text in texts.documents)
    assert found == pytest.approx(texts.citations, rel=0.02)
    assert citing_texts.vietnamese(200_000, per_megabyte) == texts


def test_each_text_has_numbers_of_its_own() -> None:
    one, other = (citing_texts.vietnamese(200_000, citing_texts.DENSE, seed) for seed in (1, 2))
    codes = [
        {found.canonical for text in built.documents for found in find_citations(text)}
        for built in (one, other)
    ]
    assert len(codes[0] & codes[1]) < len(codes[0]) / 4


def test_hostile_text_has_the_length_asked_for() -> None:
    for name, make in {**citations.HOSTILE, **citations.CITING}.items():
        assert len(make(1000)) == 1000, name


@pytest.mark.skipif(not citations.installed(), reason="eyecite comes with `make bench`")
def test_eyecite_finds_what_is_put_in() -> None:
    from eyecite import get_citations

    english = citing_texts.english(20_000, citing_texts.DENSE)
    found = sum(len(get_citations(text)) for text in english.documents)
    assert found == pytest.approx(english.citations, rel=0.02)


def test_every_name_that_is_looked_up_is_found() -> None:
    draw = random.Random(33)  # noqa: S311 - spellings, not secrets
    by_name = lookups._by_name()
    assert by_name.keys() == lookups.NAMES.keys()
    for names, find in by_name.values():
        for name in names:
            assert find(lookups.spelled(name, draw)), name


def test_ratios_are_of_one_round_each() -> None:
    times = Times({"one": [2.0, 30.0, 4.0, 5.0], "other": [1.0, 10.0, 2.0, 2.5]})
    assert times.ratio("one", "other") == 2.0
    assert times.spread("one", "other") == (2.0, 2.25)


def test_every_part_has_its_place_on_the_page() -> None:
    text = (page.ROOT / page.PAGE).read_text(encoding="utf-8")
    for name in (
        "machine", "tables", "decisions", "lookups", "start", "determinacy", "memory", "citations",
    ):  # fmt: skip
        assert text.count(f"<!-- {name} -->\n") == 1, name
        assert text.count(f"<!-- /{name} -->") == 1, name
