"""The instrument in force on a day as one SQL query over a table of places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from warnings import warn

from dantoc_policy.errors import PolicyError, PolicyWarning
from dantoc_policy.instruments.registry import select
from dantoc_policy.rules.sql import to_sql


def classify_sql(  # noqa: PLR0913 - all but the first two are named
    unit: str,
    as_of: dt.date,
    *,
    dialect: str = "duckdb",
    table: str = "places",
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    add: Sequence[str] = ("outcome", "possible"),
) -> str:
    """Write the query that classifies a table of communes, villages or provinces; see `to_sql`.

    A query does not look up provinces: the table itself says which places lie in the Mekong Delta
    and the Southeast. Raises `NotInForceError` where no instrument covers the day, `InputError` for
    a reading that no instrument offers. Warns (`PolicyWarning`) where two instruments cover the day
    and none is named.

    >>> text = classify_sql("province", dt.date(2026, 6, 1), table="provinces")
    >>> "'in_area'" in text and text.startswith("WITH")
    True
    """
    selection = select(unit, as_of, instrument, readings)
    for note in selection.notes if instrument is None else ():
        warn(str(PolicyError(note)), PolicyWarning, stacklevel=2)
    return to_sql(
        selection.instrument.rules[unit],
        dialect=dialect,
        table=table,
        readings=readings,
        columns=columns,
        keep=keep,
        add=add,
    )
