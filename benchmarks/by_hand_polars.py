"""Decision 33 by hand in lazy Polars: one `with_columns` for each level of what builds on what."""

from __future__ import annotations

import polars as pl
from polars import col

from benchmarks.sheet import OUTCOMES

WORDS = ("III", "II", "I", "outside")
ENUM = pl.Enum(OUTCOMES)


def stated(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Add what the rule asks, as columns that are used more than once."""
    households = pl.when(col("households") > 0).then(col("households"))
    held_back = (
        (col("poor_minority_households") * 5 > _some("poor_households") * 3)
        | (col("illiterate_minority_people_15_60") * 5 >= _some("minority_people_15_60"))
        | (col("untrained_workers") * 5 > _some("employed_workers") * 4)
        | (
            (col("road_to_district_km") > 20)
            & (col("unpaved_road_to_district_km") * 2 > _some("road_to_district_km"))
        )
    )
    delta, poor = col("in_mekong_delta"), col("poor_households")
    return (
        frame.with_columns(_households=households)
        .with_columns(
            _in_area=col("minority_households") * 20 >= col("_households") * 3,
            _from_10=poor * 10 >= col("_households"),
            _from_12=poor * 25 >= col("_households") * 3,
            _from_15=poor * 20 >= col("_households") * 3,
            _from_20=poor * 5 >= col("_households"),
            _held_back=held_back,
        )
        .with_columns(
            _high=col("_from_20") | (delta & col("_from_15")),
            _middle=col("_from_15") | (delta & col("_from_12")),
        )
        .with_columns(
            _iii=col("_in_area")
            & ~col("meets_new_rural_standard")
            & (
                col("_high")
                | (delta & (col("poor_minority_households") > 150))
                | (col("_middle") & ~col("_high") & col("_held_back"))
            ),
            _i=col("_in_area") & (~col("_from_10") | col("meets_new_rural_standard")),
        )
    )


def _some(name: str) -> pl.Expr:
    """A whole of which there is a share."""
    return pl.when(col(name) > 0).then(col(name))


def outcome(third: pl.Expr, second: pl.Expr, first: pl.Expr, rest: pl.Expr) -> pl.Expr:
    """Take the first case that holds, nothing where an earlier one is unknown."""
    three, one, area = col("_iii"), col("_i"), col("_in_area")
    return (
        pl.when(three)
        .then(third)
        .when(three.is_null())
        .then(None)
        .when(one)
        .then(first)
        .when(one.is_null())
        .then(None)
        .when(area)
        .then(second)
        .when(~area)
        .then(rest)
    )


def as_text(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give the outcome of every row as a word."""
    return stated(frame).select(outcome=outcome(*map(pl.lit, WORDS)))


def as_enum(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give the outcome of every row as one of four names."""
    return stated(frame).select(outcome=outcome(*(pl.lit(word, dtype=ENUM) for word in WORDS)))


def as_code(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give the outcome of every row as a small number, -1 where it is undetermined."""
    codes = [pl.lit(code, dtype=pl.Int8) for code in (0, 2, 1, 3)]
    return stated(frame).select(outcome=outcome(*codes).fill_null(-1))
