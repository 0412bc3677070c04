"""The documentation names what there is: every problem code, every page in the menu."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
# A code is a text of two words joined by a dot; what else looks so is a module or a file.
CODE = re.compile(r'"([a-z_]+\.[a-z_0-9]+)"')
KINDS = re.compile(r"`([a-z_]+)\.[a-z_0-9]+`")


def test_every_code_is_documented() -> None:
    page = (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")
    kinds = set(KINDS.findall(page))
    modules = {".".join(file.with_suffix("").parts[-2:]) for file in (ROOT / "src").rglob("*.py")}
    codes = {
        code
        for file in (ROOT / "src").rglob("*.py")
        for code in CODE.findall(file.read_text(encoding="utf-8"))
        if code.partition(".")[0] in kinds and code not in modules
    }
    assert len(codes) > 50
    assert sorted(code for code in codes if f"`{code}`" not in page) == []


def test_every_documented_code_exists() -> None:
    page = (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")
    sources = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    named = re.findall(r"`([a-z_]+\.[a-z_0-9]+)`", page)
    assert [code for code in named if f'"{code}"' not in sources] == []


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = {str(p.relative_to(ROOT / "docs")) for p in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if page not in menu} == set()
