"""(b) One commune: the answer, its grounds, what is missing, the sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks import by_hand_python
from benchmarks.markdown import number, table, verdict
from benchmarks.ours import DAY
from benchmarks.rounds import Times, timed
from benchmarks.sheet import communes
from dantoc_policy import Commune, Evaluation, classify

RECORDS = 200
AIM = 50.0
HAND = "plain Python function on a dict"
FULL = "`classify`, then all findings"


def section(rounds: int) -> str:
    """Time single decisions on complete and on partly known communes."""
    complete = _records(0.0, decided=True)
    open_ = _records(0.3, decided=False)
    rows = {
        "complete": timed(_work(complete), rounds),
        "undetermined": timed(_work(open_), rounds),
    }
    names = list(rows["complete"].seconds)
    lines = [
        [name, *(cell for times in rows.values() for cell in _cells(times, name))] for name in names
    ]
    head = [""]
    for kind in rows:
        head += [f"{kind}: µs", "× by hand"]
    value = 1e6 * rows["complete"].median(FULL) / RECORDS
    aim = table(
        ["aim", "µs", ""],
        [["decision with all findings below 50 µs", number(value), verdict(value, AIM)]],
    )
    return f"{table(head, lines)}\n\n{aim}"


def _cells(times: Times, name: str) -> list[str]:
    return [number(1e6 * times.median(name) / RECORDS), number(times.ratio(name, HAND))]


def _records(unknown: float, *, decided: bool) -> list[dict[str, Any]]:
    """Give communes as dicts: decided ones, or ones on which the figures say too little."""
    sheet = communes(20 * RECORDS, unknown=unknown, seed=1)
    found: list[dict[str, Any]] = []
    for number_ in range(sheet.rows):
        row = sheet.row(number_)
        if (classify(_commune(row), DAY).outcome is not None) is decided and row["households"]:
            found.append(row)
        if len(found) == RECORDS:
            return found
    raise AssertionError


def _commune(row: dict[str, Any]) -> Commune:
    return Commune(**row)


def _work(rows: list[dict[str, Any]]) -> dict[str, Callable[[], object]]:
    records = [_commune(row) for row in rows]

    def each(work: Callable[[Evaluation], object]) -> Callable[[], object]:
        def run() -> None:
            for record in records:
                work(classify(record, DAY))

        return run

    return {
        HAND: lambda: [by_hand_python.outcome(row) for row in rows],
        "`classify(...).outcome`": each(lambda answer: answer.outcome),
        FULL: each(lambda answer: (answer.outcome, answer.findings)),
        f"{FULL} and the deciding provisions": each(
            lambda answer: (answer.outcome, answer.findings, answer.provisions)
        ),
        "`classify`, then the missing facts": each(lambda answer: (answer.outcome, answer.missing)),
        "`classify`, then the sentences in Vietnamese": each(lambda answer: answer.explain("vi")),
        "validating the figures: `Commune(...)`": lambda: [_commune(row) for row in rows],
    }
