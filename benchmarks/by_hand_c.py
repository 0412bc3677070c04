"""Decision 33 by hand in C, compiled when it is needed; only where there is a compiler."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.sheet import NAMES, Communes

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOURCE = Path(__file__).with_name("kernel.c")
FLAGS = ("-O3", "-march=native", "-shared", "-fPIC")


def compiler() -> str | None:
    """The C compiler of this machine, None where there is none."""
    return shutil.which("gcc") or shutil.which("cc")


@cache
def _kernel() -> ctypes._NamedFuncPointer:
    path = compiler()
    assert path is not None
    # The library stays loaded, its file is not needed any more.
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "kernel.so"
        subprocess.run([path, *FLAGS, "-o", made, SOURCE], check=True)
        found = ctypes.CDLL(str(made)).outcome
    found.restype = None
    return found


def prepared(sheet: Communes, threads: int = 1) -> Callable[[], NDArray[np.int8]]:
    """Give a function that gives the code of every row's outcome, -1 where undetermined."""
    kernel = _kernel()
    values = (ctypes.c_void_p * len(NAMES))(*(sheet.values[name].ctypes.data for name in NAMES))
    known = (ctypes.c_void_p * len(NAMES))(*(sheet.known[name].ctypes.data for name in NAMES))
    edges = [sheet.rows * number // threads for number in range(threads + 1)]

    def run() -> NDArray[np.int8]:
        found = np.empty(sheet.rows, np.int8)
        out = ctypes.c_void_p(found.ctypes.data)

        def part(number: int) -> None:
            start, stop = ctypes.c_long(edges[number]), ctypes.c_long(edges[number + 1])
            kernel(values, known, start, stop, out)

        if threads == 1:
            part(0)
        else:
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(part, range(threads)))
        return found

    return run
