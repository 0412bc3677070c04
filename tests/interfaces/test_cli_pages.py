"""What the pages show of the command is what it prints: their console blocks are run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    "how-to/cite.md",
    "how-to/lint.md",
    "how-to/look-up.md",
    "how-to/plan.md",
    "tutorials/lint-a-plan.md",
]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "..."


def commands(page):
    """Give the commands of a page in their order, each with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def fits(shown, printed):
    """Whether lines were printed so; a line of three dots stands for any number of them."""
    if ELLIPSIS not in shown:
        return shown == printed
    at = shown.index(ELLIPSIS)
    head, tail = shown[:at], shown[at + 1 :]
    if printed[:at] != head:
        return False
    return any(fits(tail, printed[start:]) for start in range(at, len(printed) + 1))


@pytest.mark.parametrize("page", PAGES)
def test_the_console_blocks_of_a_page_are_true(page, tmp_path):
    for file in (ROOT / "examples" / "data").glob("plan_*"):
        shutil.copy(file, tmp_path)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = os.environ | {"COLUMNS": "78", "PATH": path, "LC_ALL": "C.UTF-8"}
    status = 0
    assert commands(page)
    for command, shown in commands(page):
        if command == "echo $?":
            printed = [str(status)]
        else:
            done = subprocess.run(
                ["bash", "-c", command], cwd=tmp_path, env=env, check=False, text=True,
                encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            status, printed = done.returncode, done.stdout.splitlines()
        assert fits(shown, printed), f"$ {command}\n" + "\n".join(printed)
