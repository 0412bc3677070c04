"""Sheets in every format, made by other libraries than the ones that read them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

DAY = dt.date(2021, 6, 4)
CASES = Path(__file__).parents[2] / "examples" / "data" / "communes_published.csv"


@pytest.fixture
def cases() -> Path:
    return CASES


@pytest.fixture
def sheet(tmp_path):
    """Write a text as a csv file in the given encoding and give its path."""

    def write(text: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write
