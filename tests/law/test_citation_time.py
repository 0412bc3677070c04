"""A coarse guard: no hostile text takes much longer than an ordinary one that cites a lot."""

from __future__ import annotations

import time

import pytest
from benchmarks.citations import HOSTILE
from benchmarks.citing_texts import DENSE, vietnamese

from dantoc_policy.law.citations.find import find_citations

LENGTH = 200_000
# Some text takes three times as long; whatever grows with the square takes thousands.
AT_MOST = 20


def _seconds(text: str) -> float:
    """Give the shorter of two runs, in time of this process."""
    found = []
    for _ in range(2):
        begin = time.process_time()
        find_citations(text)
        found.append(time.process_time() - begin)
    return min(found)


@pytest.mark.slow
def test_hostile_text_is_read_about_as_fast_as_any() -> None:
    plain = _seconds("".join(vietnamese(2 * LENGTH, DENSE).documents)[:LENGTH])
    slow = {
        name: taken / plain
        for name, make in HOSTILE.items()
        if (taken := _seconds(make(LENGTH))) > AT_MOST * plain
    }
    assert slow == {}
