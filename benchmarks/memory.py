"""(e) Peak memory: a Parquet file through the lazy path into a Parquet file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.markdown import number, table
from benchmarks.sheet import communes

BASE = """
import json, sys, time
import polars as pl
source, target = sys.argv[1:]
def peak():
    with open("/proc/self/status", encoding="ascii") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
start = time.perf_counter()
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
print(json.dumps([peak(), time.perf_counter() - start]))
"""
STATUS = Path("/proc/self/status")


def section(rows: int) -> str:
    """Measure each piece of work in a process of its own."""
    if not STATUS.exists():
        return "Left out here: this system has no `/proc/self/status`."
    with TemporaryDirectory() as folder:
        sizes = [rows // 10, rows]
        sources = {size: Path(folder) / f"{size}.parquet" for size in sizes}
        for size, path in sources.items():
            communes(size).polars().write_parquet(path)
        target = Path(folder) / "out.parquet"
        lines = []
        for name, work in WORK.items():
            cells = []
            for path in sources.values():
                megabytes, _ = _measured(work, path, target)
                cells.append(number(megabytes))
            lines.append([name, *cells])
        weights = [number(path.stat().st_size / 2**20) for path in sources.values()]
    lines.append(["the file itself", *weights])
    return table(["MB at peak", *(f"{size:,} rows" for size in sizes)], lines)


def _measured(work: str, source: Path, target: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", BASE + work + END, str(source), str(target)],
        check=True,
        capture_output=True,
        text=True,
    )
    megabytes, seconds = json.loads(done.stdout)
    return megabytes, seconds
