"""Every kind of table gives the same answers, and none of them contradicts the scalar one."""

import datetime as dt
import sys
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from pydantic import ValidationError

from dantoc_policy.errors import InputError, MissingExtraError, NotInForceError, PolicyWarning
from dantoc_policy.instruments.classify import UNITS, classify
from dantoc_policy.instruments.classify_table import classify_table
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.exact.atom import NumberAtom
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.quantity import Amount, Multiple
from dantoc_policy.rules.sql import to_sql
from dantoc_policy.rules.terms.answers import ADD, facts_of
from dantoc_policy.values.unit import Unit

DAY = dt.date(2021, 6, 4)
RULES = [(code, unit) for code, instrument in instruments().items() for unit in instrument.rules]
WHOLES = (0, 1, 7, 20, 60, 100, 151, 200, 1000, 4500)
ROWS = 120


# --- rows on and beside every threshold -------------------------------------------------------


class Rows:
    """Random records of one rule whose figures keep close to its thresholds."""

    def __init__(self, code, unit):
        self.rule = instruments()[code].rules[unit].read()
        self.model = UNITS[unit]
        self.facts = self.model.facts()
        self.names = sorted(facts_of(self.rule))
        self.atoms = [a for a in compiled(self.rule).atoms if isinstance(a, NumberAtom)]

    def row(self, random):
        known = random.choice((0.55, 0.8, 0.97, 1.0))
        values, pending = {}, list(self.names)
        while pending:
            name = pending.pop(0)
            above = [w for w in self._wholes(name) if w in pending]
            if above:
                pending.append(name)
                continue
            if random.random() < known:
                values[name] = self._value(random, name, values)
        # As in real sheets, a percentage mostly stands where the counts do not.
        for name in [n for n in values if self.facts[n].share_of]:
            share = self.facts[name].share_of
            if random.random() < 0.6:
                for part in share.parts:
                    values.pop(part, None)
            elif random.random() < 0.8 or values.get(share.whole):
                values.pop(name)
                counts = [values.get(part) for part in (*share.parts, share.whole)]
                if None not in counts and counts[-1] and random.random() < 0.5:
                    exact = Fraction(100) * sum(map(Fraction, counts[:-1])) / Fraction(counts[-1])
                    off = random.choice((0, 0, 0, 0.3))
                    values[name] = min(100.0, round(float(exact) + off, random.choice((0, 1, 2))))
        return {name: values.get(name) for name in self.names}

    def _wholes(self, name):
        info = self.facts[name]
        return [w for w in (info.part_of, info.share_of and info.share_of.whole) if w]

    def _value(self, random, name, values):
        unit = self.facts[name].unit
        if unit is Unit.TRUTH:
            return random.random() < 0.5
        edge = self._edge(random, name, values)
        step = random.choice((-1, 0, 1))
        if unit is Unit.PERCENT:
            value = random.choice((3.3, 20.0, 50.0)) if edge is None else float(edge)
            return min(100.0, max(0.0, round(value + random.choice((0, 0.01, 1)) * step, 2)))
        if unit.whole:
            free = random.choice(WHOLES)
            near = free if edge is None else random.choice((floor, ceil))(edge) + step
        else:
            free = random.choice((0.0, 0.3, 1.05, 15.0, 20.0, 33.3))
            near = free if edge is None else float(edge) + step / 10
        top = min((values[w] for w in self._tops(name) if w in values), default=None)
        if edge is not None or top is None:
            free = near if random.random() < 0.8 else free
        value = max(0, free)
        if top is not None and random.random() < 0.98:
            value = min(value, top)
        return value if unit.whole else round(value, 3)

    def _tops(self, name):
        return [
            whole
            for relation in self.model.relations()
            for factor, part in relation.terms
            if factor < 0 and part == name
            for other, whole in relation.terms
            if other > 0
        ]

    def _edge(self, random, name, values):
        """Give a figure at which some atom turns."""
        edges = []
        for atom in self.atoms:
            limit = atom.right
            if isinstance(limit, Multiple):
                if limit.fact.name == name:
                    edges.append(Fraction(13, 10))
                base = values.get(limit.fact.name)
                points = None if base is None else limit.factor * Fraction(base)
            else:
                points = limit.value
            if points is None:
                continue
            if isinstance(atom.left, Amount):
                edges += [points] * (atom.left.facts[0].name == name)
            elif atom.alias == name:
                edges.append(points)
            elif atom.left.part.facts[0].name == name:
                whole = values.get(atom.left.whole.facts[0].name)
                if whole is not None:
                    rest = sum(Fraction(values.get(f.name) or 0) for f in atom.left.part.facts[1:])
                    edges.append(points / 100 * Fraction(whole) - rest)
        return random.choice(edges) if edges else None

    # What the scalar reading says.

    def record(self, row):
        # A column of floating numbers does not tell 29 from 29.0: both are 29 to the table.
        exact = {
            name: int(value) if isinstance(value, float) and value.is_integer() else value
            for name, value in row.items()
        }
        return self.model(**exact)

    def expected(self, row):
        """Give the row's answers by Kleene logic, or None for a record that is refused."""
        try:
            record = self.record(row)
        except ValidationError:
            return None
        prepared = compiled(self.rule)
        truths = prepared.truths(record.__dict__)
        number = prepared.outcome(truths)
        found = {"problems": None, "missing": None, "provision": None, "outcome": None}
        open_ = [self.rule.cases[case].outcome.key for case in prepared.open_cases(truths)]
        found["possible"] = "|".join(open_)
        if number is not None:
            found["outcome"] = self.rule.cases[number].outcome.key
            found["provision"] = "; ".join(p.text() for p in decide(self.rule, record).provisions)
        else:
            found["missing"] = {
                name
                for asked in prepared.asked(truths)
                for name in prepared.atoms[asked].names
                if row[name] is None
            }
        return found

    def frame(self, rows):
        kinds = {Unit.TRUTH: pl.Boolean, Unit.PERCENT: pl.Float64}
        schema = {}
        for name in self.names:
            unit = self.facts[name].unit
            schema[name] = pl.Int64 if unit.whole else kinds.get(unit, pl.Float64)
        return pl.DataFrame({"name": [f"R{n}" for n in range(len(rows))]}).with_columns(
            pl.DataFrame(rows, schema=schema, orient="row")
        )


@pytest.fixture(params=RULES, ids="-".join)
def rows(request):
    return Rows(*request.param), request.param


def same_rule(rows):
    """Give the keywords with which `classify_table` uses the rule of the rows."""
    _, (code, unit) = rows
    return {"unit": unit, "as_of": DAY, "instrument": code}


FEW = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FEW
@given(random=st.randoms(use_true_random=True))
def test_all_tables_give_what_kleene_logic_gives(rows, random):
    maker, _ = rows
    made = [maker.row(random) for _ in range(ROWS)]
    frame = maker.frame(made)
    found = classify_table(frame, **same_rule(rows))
    assert found.columns == [*frame.columns, *ADD]
    assert_frame_equal(found.select(frame.columns), frame)
    for row, answer in zip(made, found.iter_rows(named=True), strict=True):
        expected = maker.expected(row)
        if expected is None:
            assert answer["problems"], row
            assert [answer[name] for name in ADD[:-1]] == [None] * 4
            continue
        if answer["missing"] is not None:
            answer["missing"] = set(filter(None, answer["missing"].split("|")))
        assert {name: answer[name] for name in expected} == expected, row

    results = found.select(ADD)
    lazy = classify_table(frame.lazy(), **same_rule(rows))
    assert isinstance(lazy, pl.LazyFrame)
    assert_frame_equal(lazy.collect(), found)
    table = frame.to_arrow()
    assert_frame_equal(polars(classify_table(table, **same_rule(rows))), found)
    for kept in pandas_kinds(frame):
        again = classify_table(kept, **same_rule(rows))
        assert list(again.columns) == found.columns
        assert again.index.equals(kept.index)
        pd.testing.assert_frame_equal(again[list(kept.columns)], kept)
        shown = {name: [None if v is pd.NA or v != v else v for v in again[name]] for name in ADD}  # noqa: PLR0124
        assert shown == results.to_dict(as_series=False)
    relation = duckdb.from_arrow(table)
    answered = classify_table(relation, **same_rule(rows))
    assert isinstance(answered, duckdb.DuckDBPyRelation)
    assert_frame_equal(polars(answered.to_arrow_table()), found)


@FEW
@given(random=st.randoms(use_true_random=True))
def test_sql_text_gives_the_same(rows, random):
    maker, _ = rows
    frame = maker.frame([maker.row(random) for _ in range(ROWS)])
    found = classify_table(frame, **same_rule(rows))
    with duckdb.connect() as connection:
        connection.register("places", frame.to_arrow())
        # Of the outcome alone, terms are not kept in columns but written into each other.
        for add in (ADD, ["outcome", "possible"], ["outcome"]):
            text = to_sql(maker.rule, table="places", keep=["name"], add=add)
            answered = polars(connection.sql(text).to_arrow_table())
            assert set(answered.columns) == {"name", *maker.names, *add}
            assert_frame_equal(answered.select("name", *add), found.select("name", *add))
            narrow = classify_table(frame.lazy(), **same_rule(rows), add=add).collect()
            assert_frame_equal(narrow.select(add), found.select(add))


@settings(parent=FEW, max_examples=2)
@given(random=st.randoms(use_true_random=True))
def test_the_exact_answer_is_never_contradicted(rows, random):
    maker, (code, _) = rows
    made = [row for row in (maker.row(random) for _ in range(40)) if maker.expected(row)]
    found = classify_table(maker.frame(made), **same_rule(rows), add=["outcome", "possible"])
    for row, outcome, possible in zip(made, found["outcome"], found["possible"], strict=True):
        exact = classify(maker.record(row), DAY, instrument=code)
        assert set(exact.possible) <= set(possible.split("|")), row
        assert outcome in (None, exact.outcome), row


def polars(table):
    return pl.from_arrow(table)


def pandas_kinds(frame):
    """Give the frame with NumPy's, nullable and Arrow dtypes, under an index of its own."""
    index = list(range(len(frame), 0, -1))
    plain = pd.DataFrame({column: objects(frame[column]) for column in frame.columns}, index=index)
    arrow = frame.to_arrow().to_pandas(types_mapper=pd.ArrowDtype)
    return plain, plain.convert_dtypes(), arrow


def objects(series):
    values = series.to_list()
    if series.dtype == pl.Boolean and None in values:
        return pd.array(values, dtype=object)
    return values


# --- the pitfalls of each kind ----------------------------------------------------------------

VALUES = {
    "Tên xã": ["A", "B", "C", "D"],
    "Tỉnh": ["Sóc Trăng", "tỉnh Quảng Nam", None, "TP. Cần Thơ"],
    "Số hộ": [100, 200, None, 0],
    "Số hộ DTTS": [90, 20, 5, 0],
    "Tỷ lệ hộ nghèo (%)": [16.0, None, 3.0, 4.0],
    "Đạt chuẩn NTM": [False, None, True, None],
    "Ghi chú": ["x", "y", None, "z"],
}
EXPECTED = ["III", "outside", None, None]


def outcomes(frame, **more):
    found = classify_table(frame, "commune", DAY, **{"add": ["outcome"], **more})
    column = found["outcome"]
    values = column.to_pylist() if isinstance(found, pa.Table) else list(column)
    return [value if isinstance(value, str) else None for value in values]


def test_headings_and_provinces_are_understood():
    assert outcomes(pl.DataFrame(VALUES)) == EXPECTED


def test_arrow_is_answered_without_polars(monkeypatch):
    whole = classify_table(pa.table(VALUES), "commune", DAY)
    monkeypatch.setitem(sys.modules, "polars", None)
    assert classify_table(pa.table(VALUES), "commune", DAY).equals(whole)
    assert outcomes(pd.DataFrame(VALUES).astype({"Đạt chuẩn NTM": object})) == EXPECTED


def test_lazy_tables_fold_provinces_on_their_own_engine():
    spelt = [
        "SÓC TRĂNG",
        " tỉnh  Cà Mau",
        "Tp.Cần Thơ",
        "Bà Rịa – Vũng Tàu",
        "Hoà Bình",
        "TPHCM",
        "?",
    ]
    spelt += [
        "S\u006f\u0301c Tra\u0306ng",
        "đồng tháp",
        None,
        "TP. HCM",
        "Đắc Lắc",
        "Thành phố Huế",
    ]
    values = {"province": spelt, "poor_rate": 16.0, "minority_share": 80.0}
    values["meets_new_rural_standard"] = False
    frame = pl.DataFrame(values)
    expected = [
        classify(UNITS["commune"](**row), DAY).outcome for row in frame.iter_rows(named=True)
    ]
    assert expected[:3] == ["III"] * 3
    assert outcomes(frame) == expected
    lazy = classify_table(frame.lazy(), "commune", DAY).collect()
    assert lazy["outcome"].to_list() == expected
    relation = classify_table(duckdb.from_arrow(frame.to_arrow()), "commune", DAY)
    assert relation.to_arrow_table()["outcome"].to_pylist() == expected


@pytest.mark.parametrize("day", [dt.date(2025, 6, 30), dt.date(2025, 7, 1)])
def test_a_lazy_table_knows_the_provinces_of_its_day(day):
    provinces = ["Bến Tre", "Vĩnh Long", "Tây Ninh", "Thừa Thiên Huế", "Huế", "Sơn La", None]
    commune = {"minority_share": 80.0, "poor_rate": 16.0, "poor_households": 160}
    commune |= {"poor_minority_households": 60, "illiterate_rate": 10.0, "untrained_rate": 10.0}
    commune |= {"road_to_district_km": 5.0, "meets_new_rural_standard": False}
    frame = pl.DataFrame([{"province": province, **commune} for province in provinces])
    expected = [
        classify(UNITS["commune"](**row), day).outcome for row in frame.iter_rows(named=True)
    ]
    assert len(set(expected)) > 1
    eager = classify_table(frame, "commune", day)
    assert eager["outcome"].to_list() == expected
    assert_frame_equal(classify_table(frame.lazy(), "commune", day).collect(), eager)


NAN = float("nan")


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"minority_share": [80.0], "poor_rate": [NAN]}),
        pa.table({"minority_share": [80.0], "poor_rate": [NAN]}),
        pa.table({"minority_share": [80.0], "poor_rate": pa.nulls(1)}),
        pa.table({"minority_share": [80.0], "poor_rate": pa.nulls(1, pa.string())}),
        pl.DataFrame({"minority_share": [80.0], "poor_rate": [None]}),
        pd.DataFrame({"minority_share": [80.0], "poor_rate": [NAN]}),
        pd.DataFrame({"minority_share": [80.0], "poor_rate": [None]}, dtype=object),
        pd.DataFrame(
            {"minority_share": [80.0], "poor_rate": pd.arrays.ArrowExtensionArray(pa.array([NAN]))}
        ),
        pd.DataFrame({"minority_share": [80.0], "poor_rate": pd.NA, "in_mekong_delta": pd.NA}),
        pl.DataFrame({"minority_share": [Decimal("80.0")], "poor_rate": [None]}),
        pl.DataFrame({"minority_share": pl.Series([80], dtype=pl.UInt8), "poor_rate": [NAN]}),
    ],
)
def test_nothing_known_is_never_taken_for_something(frame):
    assert outcomes(frame) == [None]


def test_nan_in_a_relation_is_unknown():
    relation = duckdb.sql("SELECT 80.0 AS minority_share, 'NaN'::DOUBLE AS poor_rate")
    assert classify_table(relation, "commune", DAY).to_arrow_table()["outcome"].to_pylist() == [
        None
    ]


@pytest.mark.parametrize(
    "dtype", [pl.Int8, pl.UInt8, pl.Int32, pl.UInt64, pl.Float32, pl.Decimal(9, 2)]
)
def test_narrow_numbers_do_not_overflow(dtype):
    frame = pl.DataFrame({"households": [100, 100], "minority_households": [15, 14]})
    assert outcomes(frame.cast(dtype)) == [None, "outside"]


def test_floats_of_32_bits_count_for_what_they_print():
    frame = pl.DataFrame(
        {"households": [10_000], "minority_households": [2000], "minority_share": [20.0]}
    )
    found = classify_table(
        frame.with_columns(pl.lit(5.92).cast(pl.Float32).alias("poor_rate"), poor_households=592),
        "commune",
        DAY,
    )
    assert found["problems"].to_list() == [None]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("meets_new_rural_standard", ["true", None]),
        ("meets_new_rural_standard", [1, 0]),
        ("poor_rate", ["12", None]),
        ("poor_rate", ["12,5", "3"]),
        ("households", [True, False]),
    ],
)
@pytest.mark.parametrize("kind", [pl.DataFrame, pl.LazyFrame, pa.table, pd.DataFrame])
def test_columns_of_the_wrong_type_are_refused(kind, column, values):
    with pytest.raises(InputError) as caught:
        classify_table(kind({"minority_share": [80.0, 10.0], column: values}), "commune", DAY)
    assert caught.value.code == "table.column_type"
    assert column in caught.value.message("vi")
    assert column in caught.value.message("en")


def test_mixed_objects_are_refused():
    frame = pd.DataFrame({"minority_share": [80.0, 10.0], "meets_new_rural_standard": [True, "x"]})
    with pytest.raises(InputError, match="column_type"):
        classify_table(frame, "commune", DAY)


BAD = {
    "number.negative": {"households": -5},
    "number.too_large": {"households": 10**14},
    "percent.over_100": {"poor_rate": 120.0},
    "facts.inconsistent": {"households": 100, "poor_households": 101},
    "share.disagrees": {"households": 100, "minority_households": 80, "minority_share": 75.0},
}


@pytest.mark.parametrize("code", BAD)
def test_contradictory_rows_are_not_decided_and_others_are(code):
    good = {"minority_share": 8.0, "households": 100, "poor_households": 5, "poor_rate": 5.0}
    good |= {"minority_households": 8}
    bad = {**dict.fromkeys(good), "minority_share": 8.0, **BAD[code]}
    frame = pl.DataFrame([good, bad, good])
    found = classify_table(frame, "commune", DAY)
    assert code in found["problems"][1].split("|")
    assert found["problems"].null_count() == 2
    assert found["outcome"].to_list() == ["outside", None, "outside"]
    assert found["possible"].to_list() == ["outside", None, "outside"]
    unchecked = classify_table(frame, "commune", DAY, check=False)
    assert unchecked["problems"].null_count() == 3


def test_the_share_of_several_counts_is_that_of_their_sum():
    values = {"households": [100, 100], "poor_households": [7, 7]}
    values |= {"near_poor_households": [8, 8], "poor_and_near_poor_rate": [15.0, 56.0]}
    found = classify_table(pl.DataFrame(values), "commune", dt.date(2026, 6, 1))
    assert found["problems"].to_list() == [None, "share.disagrees"]


def test_a_share_is_not_larger_than_the_one_it_is_part_of():
    values = {"poor_rate": [30.0, 20.4], "poor_and_near_poor_rate": [20.0, 20.0]}
    found = classify_table(pl.DataFrame(values), "commune", DAY)
    assert found["problems"].to_list() == ["facts.inconsistent", None]


def test_the_last_household_that_a_stated_share_allows_is_no_problem():
    """2.8 % of 1,000 households are up to 28.5, so 29; as floating numbers a hair less than 29."""
    values = {"households": [1000] * 2, "poor_rate": [2.8] * 2}
    values["poor_minority_households"] = [29, 30]
    found = classify_table(pl.DataFrame(values), "commune", DAY)
    assert found["problems"].to_list() == [None, "facts.inconsistent"]


def test_lengths_that_were_added_up_as_floating_numbers_are_no_problem():
    values = {"commune_road_km": [0.3] * 2, "paved_commune_road_km": [0.1 + 0.2, 0.300001]}
    found = classify_table(pl.DataFrame(values), "commune", dt.date(2026, 6, 1))
    assert found["problems"].to_list() == [None, "facts.inconsistent"]


def test_six_decimals_of_a_percentage_are_looked_at():
    values = {"households": [10**9] * 3, "minority_households": [123_456_780] * 3}
    values["minority_share"] = [12.345678, 12.3456783, 12.3456787]
    found = classify_table(pl.DataFrame(values), "commune", DAY)
    assert found["problems"].to_list() == [None, None, "share.disagrees"]


def test_a_count_that_is_not_whole_is_a_problem():
    frame = pd.DataFrame(
        {"households": [100.5, 100.0, NAN], "minority_households": [3.0, 3.0, 3.0]}
    )
    found = classify_table(frame, "commune", DAY, add=["outcome", "problems"])
    assert list(found["problems"].fillna("")) == ["number.not_whole", "", ""]
    assert list(found["outcome"].fillna("")) == ["", "outside", ""]


@pytest.mark.parametrize(
    ("part", "whole", "region"),
    [(0.7, 1.05, "area"), (0.2, 0.3, "area"), (0.699, 1.05, "out"), (66.6, 99.9, "area")],
)
def test_shares_of_lengths_are_exact_as_decimals(part, whole, region):
    values = {"natural_area_km2": [whole], "area_at_or_above_200m_km2": [part]}
    values |= {"communes": [3], "mountainous_communes": [0], "minority_communes": [0]}
    values |= {"population": [100], "minority_population": [1]}
    day = dt.date(2026, 6, 1)
    found = classify_table(pl.DataFrame(values), "province", day)["outcome"].to_list()
    assert found == ["in_area" if region == "area" else "outside"]


# --- how the columns are called ---------------------------------------------------------------


def test_taken_names_ask_for_a_prefix():
    frame = pl.DataFrame({"minority_share": [8.0], "Outcome": ["I"]})
    with pytest.raises(InputError, match="prefix=") as caught:
        classify_table(frame, "commune", DAY)
    assert caught.value.code == "table.column_taken"
    found = classify_table(frame, "commune", DAY, prefix="kq_", add=["outcome", "missing"])
    assert found.columns == ["minority_share", "Outcome", "kq_outcome", "kq_missing"]


def test_working_columns_never_meet_those_of_the_table():
    frame = pl.DataFrame({"minority_share": [8.0], "_dantoc_case1": [1], "_DANTOC__x": [2]})
    found = classify_table(frame, "commune", DAY, add=["outcome"])
    assert found.columns == [*frame.columns, "outcome"]


def test_two_pandas_columns_of_one_name_are_refused():
    frame = pd.DataFrame([[8.0, 80.0]], columns=["a", "a"])
    with pytest.raises(InputError) as caught:
        outcomes(frame, columns={"minority_share": "a"})
    assert caught.value.code == "heading.doubled"
    assert "'a'" in caught.value.message("vi")


def test_columns_can_be_named():
    frame = pl.DataFrame({"a": [8.0], "minority_share": [80.0]})
    assert outcomes(frame, columns={"minority_share": "a"}) == ["outside"]
    for columns, code in (
        ({"a": "a"}, "table.unknown_fact"),
        ({"poor_rate": "b"}, "table.unknown_column"),
    ):
        with pytest.raises(InputError) as caught:
            outcomes(frame, columns=columns)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("frame", "more", "code"),
    [
        ({"x": [1]}, {}, "table.no_facts"),
        ({"province": ["Cà Mau"]}, {}, "table.no_facts"),
        ({"minority_share": [1.0]}, {"add": ["region"]}, "table.unknown_result"),
        ({"minority_share": [1.0]}, {"readings": {"A33-1": "R9"}}, "reading.unknown"),
        ({"minority_share": [1.0]}, {"readings": {"Z": "R1"}}, "reading.unknown"),
        ({"minority_share": [1.0]}, {"instrument": "1/2000"}, "instrument.unknown"),
        (
            {"minority_share": [1.0], "Tỷ lệ hộ nghèo (%)": [1.0], "Tỷ lệ nghèo (%)": [2.0]},
            {},
            "heading.doubled",
        ),
    ],
)
def test_unusable_questions_are_refused(frame, more, code):
    for kind in (pl.DataFrame, pd.DataFrame, pa.table):
        with pytest.raises(InputError) as caught:
            outcomes(kind(frame), **more)
        assert caught.value.code == code


def test_a_day_and_a_known_kind_of_table_are_needed():
    frame = pl.DataFrame({"minority_share": [1.0]})
    with pytest.raises(InputError, match="not_a_date"):
        classify_table(frame, "commune")
    with pytest.raises(NotInForceError):
        classify_table(frame, "commune", dt.date(1999, 1, 1))
    with pytest.raises(InputError, match="unknown_kind"):
        classify_table([{"minority_share": 1.0}], "commune", DAY)


def test_readings_change_the_answer():
    frame = pl.DataFrame(
        {
            "minority_share": [80.0],
            "poor_rate": [5.0],
            "in_mekong_delta": [True],
            "poor_minority_households": [151],
            "meets_new_rural_standard": [False],
        }
    )
    assert outcomes(frame) == ["III"]
    assert outcomes(frame, readings={"A33-3": "R2"}) == ["I"]


def test_a_file_streams_through(tmp_path):
    pl.DataFrame(VALUES).write_parquet(tmp_path / "in.parquet")
    lazy = classify_table(pl.scan_parquet(tmp_path / "in.parquet"), "commune", DAY)
    lazy.sink_parquet(tmp_path / "out.parquet")
    assert pl.read_parquet(tmp_path / "out.parquet")["outcome"].to_list() == EXPECTED


def test_empty_tables_stay_empty():
    for kind in (pl.DataFrame(VALUES), pa.table(VALUES), pd.DataFrame(VALUES)):
        found = classify_table(kind[:0], "commune", DAY)
        assert len(found) == 0
        assert "problems" in (found.column_names if isinstance(found, pa.Table) else found.columns)


def test_pandas_keeps_its_own_style():
    plain = pd.DataFrame({"minority_share": [8.0, 80.0]})
    as_found = pd.Series(["outside", None]).dtype
    assert classify_table(plain, "commune", DAY)["outcome"].dtype == as_found
    nullable = classify_table(plain.convert_dtypes(), "commune", DAY)["outcome"]
    assert isinstance(nullable.dtype, pd.StringDtype)
    assert nullable[1] is pd.NA
    arrow = plain.convert_dtypes(dtype_backend="pyarrow")
    assert isinstance(classify_table(arrow, "commune", DAY)["outcome"].dtype, pd.ArrowDtype)


def test_without_pyarrow_pandas_names_the_extra(monkeypatch):
    frame = pd.DataFrame({"minority_share": [8.0]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"dantoc-policy\[pandas\]"):
        classify_table(frame, "commune", DAY)


# --- Dask and Spark ---------------------------------------------------------------------------


def test_dask_keeps_partitions_and_index():
    dask = pytest.importorskip("dask")
    frames = pytest.importorskip("dask.dataframe")
    plain = pd.DataFrame(VALUES, index=[3, 4, 7, 9]).astype({"Đạt chuẩn NTM": object})
    with dask.config.set({"dataframe.convert-string": False}):
        source = frames.from_pandas(plain, npartitions=2)
        found = classify_table(source, "commune", DAY)
        assert isinstance(found, frames.DataFrame)
        assert found.divisions == source.divisions
        computed = found.compute()
        pd.testing.assert_frame_equal(computed, classify_table(plain, "commune", DAY))
    # By default Dask turns objects into strings, and with them the truth.
    with pytest.raises(InputError, match="convert-string"):
        classify_table(frames.from_pandas(plain, npartitions=2), "commune", DAY)
    nullable = frames.from_pandas(plain.convert_dtypes(), npartitions=2)
    shown = classify_table(nullable, "commune", DAY).compute()["outcome"]
    assert [value if isinstance(value, str) else None for value in shown] == EXPECTED


@pytest.fixture(scope="module")
def spark():
    import shutil

    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not installed")
    sql = pytest.importorskip("pyspark.sql")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.slow
@pytest.mark.xdist_group("spark")
@pytest.mark.parametrize(("code", "unit"), RULES)
def test_spark_gives_the_same_natively_and_in_sql(spark, code, unit):
    import random

    maker = Rows(code, unit)
    source = random.Random(7)  # noqa: S311
    frame = maker.frame([maker.row(source) for _ in range(60)])
    more = {"unit": unit, "as_of": DAY, "instrument": code}
    found = classify_table(frame, **more)
    lent = spark.createDataFrame(
        [tuple(row) for row in frame.iter_rows()], schema=spark_schema(frame.schema)
    )
    answered = classify_table(lent, **more)
    assert type(answered) is type(lent)
    assert answered.columns == found.columns
    assert [tuple(row) for row in answered.collect()] == found.rows()
    lent.createOrReplaceTempView("places")
    text = to_sql(maker.rule, dialect="spark", table="places", keep=["name"], add=ADD)
    rows = spark.sql(text).select("name", *ADD).collect()
    assert [tuple(row) for row in rows] == found.select("name", *ADD).rows()


@pytest.mark.slow
@pytest.mark.xdist_group("spark")
def test_spark_knows_nan_provinces_and_headings(spark):
    names = ["Số hộ", "Số hộ DTTS", "Tỷ lệ hộ nghèo (%)", "Tỉnh", "NTM"]
    rows = [(100, 90, 16.0, " TỈNH  Sóc Trăng", False), (100, 90, NAN, "Cà Mau", False)]
    schema = (
        "`Số hộ` int, `Số hộ DTTS` int, `Tỷ lệ hộ nghèo (%)` double, `Tỉnh` string, NTM boolean"
    )
    frame = spark.createDataFrame(rows, schema=schema)
    assert frame.columns == names
    found = classify_table(frame, "commune", DAY, add=["outcome"]).collect()
    assert [row["outcome"] for row in found] == ["III", None]


def spark_schema(schema):
    kinds = {pl.Boolean: "boolean", pl.Float64: "double", pl.Int64: "bigint", pl.String: "string"}
    return ", ".join(f"{name} {kinds[type(dtype)]}" for name, dtype in schema.items())


def test_a_day_with_two_instruments_is_told() -> None:
    frame = pl.DataFrame({"minority_population": [20]})
    with pytest.warns(PolicyWarning, match=r"33/2020.*272/2025") as told:
        classify_table(frame, "commune", dt.date(2025, 12, 15))
    # The line that asked is shown, not one of the package.
    assert [warning.filename for warning in told] == [__file__]
