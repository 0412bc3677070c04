"""Decision 33 by hand in SQL, on a table of DuckDB's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    import polars as pl

SQL = """
WITH asked AS (
  SELECT
    minority_households * 20 >= nullif(households, 0) * 3 AS in_area,
    poor_households * 10 >= nullif(households, 0) AS from_10,
    poor_households * 25 >= nullif(households, 0) * 3 AS from_12,
    poor_households * 20 >= nullif(households, 0) * 3 AS from_15,
    poor_households * 5 >= nullif(households, 0) AS from_20,
    in_mekong_delta AS delta,
    meets_new_rural_standard AS new_rural,
    poor_minority_households > 150 AS many,
    poor_minority_households * 5 > nullif(poor_households, 0) * 3
      OR illiterate_minority_people_15_60 * 5 >= nullif(minority_people_15_60, 0)
      OR untrained_workers * 5 > nullif(employed_workers, 0) * 4
      OR (road_to_district_km > 20
          AND unpaved_road_to_district_km * 2 > nullif(road_to_district_km, 0)) AS held_back
  FROM communes
), steps AS (
  SELECT *,
    from_20 OR (delta AND from_15) AS high,
    from_15 OR (delta AND from_12) AS middle
  FROM asked
), cases AS (
  SELECT in_area,
    in_area AND NOT new_rural
      AND (high OR (delta AND many) OR (middle AND NOT high AND held_back)) AS third,
    in_area AND (NOT from_10 OR new_rural) AS first
  FROM steps
)
SELECT CASE
    WHEN third THEN 0::TINYINT
    WHEN third IS NULL THEN -1::TINYINT
    WHEN first THEN 1::TINYINT
    WHEN first IS NULL THEN -1::TINYINT
    WHEN in_area THEN 2::TINYINT
    WHEN NOT in_area THEN 3::TINYINT
    ELSE -1::TINYINT
  END AS outcome
FROM cases
"""


def loaded(frame: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    """Give a connection with the sheet as a table of its own."""
    connection = duckdb.connect()
    connection.register("sheet", frame.to_arrow())
    connection.execute("CREATE TABLE communes AS SELECT * FROM sheet")
    connection.unregister("sheet")
    return connection


def outcome(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Give the code of every row's outcome, -1 where it is undetermined."""
    return connection.sql(SQL).pl()
