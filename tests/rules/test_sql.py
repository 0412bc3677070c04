"""The SQL text: it parses in every dialect, and NULL, NaN and zero mean what they should."""

import subprocess
import sys

import duckdb
import pytest
import sqlglot

from dantoc_policy.errors import InputError
from dantoc_policy.instruments import nd_272_2025, qd_33_2020, qd_50_2016
from dantoc_policy.rules.sql import to_sql
from dantoc_policy.rules.terms.answers import ADD, facts_of

RULES = [
    qd_50_2016.COMMUNE,
    qd_50_2016.VILLAGE,
    qd_33_2020.COMMUNE,
    qd_33_2020.VILLAGE,
    nd_272_2025.COMMUNE,
    nd_272_2025.VILLAGE,
    nd_272_2025.PROVINCE,
]
COLUMNS = {
    "minority_share": "Tỷ lệ DTTS",
    "poor_rate": "nghèo %",
    "meets_new_rural_standard": "ntm",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_text_is_one_select_of_its_dialect(rule, dialect):
    text = to_sql(rule, dialect=dialect, table="data.places", keep=["name"], add=ADD)
    (parsed,) = sqlglot.parse(text, dialect=dialect)
    assert parsed.named_selects[0] == "name"
    assert parsed.named_selects[-len(ADD) :] == list(ADD)
    assert set(parsed.named_selects) == {"name", *facts_of(rule.read()), *ADD}
    tables = {table.sql() for table in parsed.find_all(sqlglot.exp.Table)}
    assert "data.places" in tables


def ask(rule, values, **more):
    with duckdb.connect() as connection:
        connection.sql(f"CREATE TABLE places AS {values}")
        answered = connection.sql(to_sql(rule, table="places", add=["outcome", "problems"], **more))
        return [row[-2:] for row in answered.fetchall()]


@pytest.mark.parametrize("kind", ["DOUBLE", "FLOAT", "DECIMAL(9, 3)", "INTEGER", "HUGEINT"])
def test_any_kind_of_number_is_read(kind):
    rows = ask(
        qd_33_2020.COMMUNE,
        f'SELECT share::{kind} AS "Tỷ lệ DTTS", poor::{kind} AS "nghèo %", ntm::BOOLEAN AS ntm '  # noqa: S608
        "FROM (VALUES (80, 9, false), (14, NULL, NULL), (80, 12, true), (80, NULL, NULL)) "
        "AS t(share, poor, ntm)",
        columns=COLUMNS,
    )
    assert rows == [(None, None), ("outside", None), ("I", None), (None, None)]


def test_nan_is_null_and_contradictions_are_not_decided():
    rows = ask(
        qd_33_2020.COMMUNE,
        "SELECT * FROM (VALUES ('NaN'::DOUBLE, 9.0, true), (140, 9, true), (10, -1, true)) "
        't("Tỷ lệ DTTS", "nghèo %", ntm)',
        columns=COLUMNS,
    )
    assert rows == [(None, None), (None, "percent.over_100"), (None, "number.negative")]


def test_a_count_that_is_not_whole_is_not_decided():
    rows = ask(
        qd_33_2020.COMMUNE,
        "SELECT * FROM (VALUES (100.5, 3.0), (100.0, 3.0)) t(households, minority_households)",
        columns={name: name for name in ("households", "minority_households")},
    )
    assert rows == [(None, "number.not_whole"), ("outside", None)]


@pytest.mark.parametrize(
    ("stated", "agrees"),
    [
        ("14.4645", True),
        ("14.466", False),
        ("14.46", True),
        ("14.47", False),
        ("14.5", True),
        ("14.4", False),
        ("14", True),
        ("15", False),
    ],
)
def test_a_stated_percentage_is_held_to_its_last_decimal(stated, agrees):
    """144,645 of 1,000,000: off by less than half a unit of the last decimal, or by more."""
    rows = ask(
        qd_33_2020.COMMUNE,
        f"SELECT 1000000 AS households, 144645 AS minority_households, {stated} AS minority_share",
        columns={name: name for name in ("households", "minority_households", "minority_share")},
    )
    assert rows == [("outside", None) if agrees else (None, "share.disagrees")]


def test_large_counts_do_not_overflow():
    columns = {"communes": "communes", "minority_communes": "minority_communes"}
    rows = ask(
        nd_272_2025.PROVINCE,
        "SELECT * FROM (VALUES (9223372036854775807, 9223372036854775807), (3, 2), (3, 1)) "
        "t(communes, minority_communes)",
        columns=columns,
    )
    assert rows == [(None, "number.too_large"), ("in_area", None), (None, None)]


def test_readings_are_chosen():
    def text(**readings):
        return to_sql(qd_33_2020.COMMUNE, readings=readings)

    assert "stable_households" not in text()
    assert "stable_households" in text(**{"A33-1": "R2"})


def test_unusable_questions_are_refused():
    with pytest.raises(InputError) as caught:
        to_sql(qd_33_2020.COMMUNE, dialect="klingon")
    assert caught.value.code == "sql.unknown_dialect"
    with pytest.raises(InputError, match="no_facts"):
        to_sql(qd_33_2020.COMMUNE, columns={"villages": "villages"})


@pytest.mark.parametrize(
    ("package", "extra", "use"),
    [
        ("sqlglot", "sql", "from dantoc_policy.rules.sql import to_sql"),
        ("narwhals", "tables", "import dantoc_policy as dp; dp.classify_table"),
    ],
)
def test_what_is_not_installed_is_named_with_its_extra(package, extra, use):
    script = f"import sys; sys.modules['{package}'] = None; {use}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert f"dantoc-policy[{extra}]" in done.stderr
    assert "MissingExtraError" in done.stderr
