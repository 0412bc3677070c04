"""What all records of places share."""

from __future__ import annotations

from dantoc_policy.records.fields import FiguresDate, Word
from dantoc_policy.records.record import Record


class PlaceRecord(Record):
    """A place with its facts: who it is, and where it lies."""

    name: Word = None
    code: Word = None
    province: Word = None
    figures_date: FiguresDate = None
