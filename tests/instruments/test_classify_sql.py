"""The query over a table of places: whose criteria it writes, for which table, in which dialect."""

import datetime as dt

import duckdb
import pytest

from dantoc_policy.errors import InputError, NotInForceError, PolicyWarning
from dantoc_policy.instruments.classify_sql import classify_sql

DAY = dt.date(2021, 6, 4)
COLUMNS = {"minority_share": "minority_share", "poor_rate": "poor_rate"}


def answers(day, **more):
    with duckdb.connect() as connection:
        connection.sql(
            "CREATE TABLE places AS SELECT * FROM (VALUES ('A', 8.0, 3.0), ('B', 80.0, 30.0)) "
            "t(name, minority_share, poor_rate)"
        )
        return connection.sql(classify_sql("commune", day, columns=COLUMNS, **more)).fetchall()


def test_the_instrument_of_the_day_or_the_named_one_answers():
    assert answers(DAY) == [(8.0, 3.0, "outside", "outside"), (80.0, 30.0, None, "III|I|II")]
    assert answers(dt.date(2018, 6, 1), instrument="33/2020/QĐ-TTg") == answers(DAY)
    with pytest.raises(InputError, match="no_facts"):
        classify_sql("commune", dt.date(2026, 6, 1), columns={"minority_share": "minority_share"})
    with pytest.raises(NotInForceError):
        answers(dt.date(1999, 1, 1))


def test_what_is_kept_and_added_stands_in_that_order():
    assert answers(DAY, keep=["name"], add=["outcome"]) == [
        ("A", 8.0, 3.0, "outside"),
        ("B", 80.0, 30.0, None),
    ]


def test_table_dialect_and_readings_are_passed_on():
    text = classify_sql(
        "commune", DAY, dialect="spark", table="data.communes", readings={"A33-1": "R2"}
    )
    assert "data.communes" in text
    assert "stable_households" in text
    assert "`households`" in text


def test_only_unit_and_day_go_without_a_name():
    with pytest.raises(TypeError):
        classify_sql("commune", DAY, "spark")
    assert classify_sql(unit="commune", as_of=DAY) == classify_sql("commune", DAY)


@pytest.mark.parametrize("readings", [{"Z": "R1"}, {"A272-1": "R9"}])
def test_a_reading_that_nobody_offers_is_refused(readings):
    with pytest.raises(InputError, match="reading"):
        classify_sql("commune", DAY, readings=readings)


def test_a_day_of_two_instruments_is_told():
    with pytest.warns(PolicyWarning, match="272/2025"):
        classify_sql("commune", dt.date(2025, 12, 10))
    classify_sql("commune", dt.date(2025, 12, 10), instrument="33/2020/QĐ-TTg")
