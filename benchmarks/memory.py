"""(e) Peak memory: a Parquet file through the lazy path into a Parquet file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.markdown import number, table
from benchmarks.sheet import communes

BASE = """
import sys
import polars as pl
target, *source = sys.argv[1:]
def peak():
    with open("/proc/self/status", encoding="ascii") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
"""
WORK = {
    "Polars copies the file": "found = pl.scan_parquet(source)",
    "`classify_table`, outcome only": """
from benchmarks import ours
found = ours.classify_table(pl.scan_parquet(source), "commune", ours.DAY, add=["outcome"])
""",
    "`classify_table`, all five columns": """
from benchmarks import ours
found = ours.everything(pl.scan_parquet(source))
""",
}
END = """
found.sink_parquet(target)
print(peak())
"""
STATUS = Path("/proc/self/status")


def section(rows: int) -> str:
    """Measure each piece of work in a process of its own."""
    if not STATUS.exists():
        return "Left out here: this system has no `/proc/self/status`."
    with TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.parquet", Path(folder) / "large.parquet"
        communes(rows // 10).polars().write_parquet(small)
        communes(rows).polars().write_parquet(large)
        sources = {rows // 10: [small], rows: [large], 3 * rows: [large] * 3}
        lines = [
            [name, *(number(_peak(work, source, folder)) for source in sources.values())]
            for name, work in WORK.items()
        ]
        weights = [sum(path.stat().st_size for path in paths) for paths in sources.values()]
    lines.append(["the files themselves", *(number(weight / 2**20) for weight in weights)])
    return table(["MB at peak", *(f"{size:,} rows" for size in sources)], lines)


def _peak(work: str, source: list[Path], folder: str) -> float:
    """Give the megabytes that a process of its own held at most."""
    done = subprocess.run(
        [sys.executable, "-c", BASE + work + END, f"{folder}/out.parquet", *source],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)
