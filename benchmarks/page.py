"""The page of the documentation that holds the figures between markers."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path("docs/reference/benchmarks.md")
ROOT = Path(__file__).resolve().parent.parent
PACKAGES = (
    "polars",
    "narwhals",
    "numpy",
    "duckdb",
    "pydantic",
    "attrs",
    "openfisca-core",
    "eyecite",
)


def machine(rounds: int) -> str:
    """Describe the machine in general words, and what ran."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"no {package}")
    return (
        f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}, "
        f"{', '.join(found)}; {rounds} rounds of the tables."
    )


def write(name: str, new: str) -> None:
    """Put a text between the markers of its name; raise `ValueError` where there are none."""
    path = ROOT / PAGE
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    text, count = pattern.subn(lambda match: f"{match[1]}\n{new}\n\n{match[2]}", text)
    if count != 1:
        message = f"{PAGE} has {count} places for {name!r}, not one"
        raise ValueError(message)
    path.write_text(text, encoding="utf-8")
