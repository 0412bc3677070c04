"""The notebooks of examples/ run, and say what their pages say."""

import importlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("altair")
ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))
# The kernel's own libraries warn about their next versions.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def tools():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "tools")
        names = ("docs_notebooks", "docs_pictures")
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > 5
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_has_a_page(path):
    pages = (page.read_text(encoding="utf-8") for page in (ROOT / "docs/tutorials").glob("*.md"))
    assert any(f"<!-- notebook: {path.stem} -->" in page for page in pages)


def test_the_question_about_thai_nguyen_is_answered(tools):
    page = tools.docs_notebooks.notebook_page("thai_nguyen_2025")
    assert page.startswith("# Thái Nguyên có kịp mục tiêu năm 2025?")
    assert "Xã khu vực III: 36 → 15" in page
    # The answer hangs on the year from which half is counted.
    assert "Năm gốc 2020: số xã đặc biệt khó khăn giảm một nửa: đạt" in page
    assert "Năm gốc 2021: số xã đặc biệt khó khăn giảm một nửa: không đo được" in page
    assert "Số liệu đo được chỉ tiêu: 0" in page
    assert page.count("data:image/svg+xml") == 6
    # What is made up says so.
    assert page.index("BỊA") < page.index("MADE_UP = {")


def test_the_plan_of_a_commune_is_written_checked_and_exported(tools):
    page = tools.docs_notebooks.notebook_page("commune_plan")
    assert page.count("xa-a.yaml:") == 6  # three problems, in two languages
    assert "“water” is weaker than 02/CTr-UBND" in page
    assert "BEGIN:VCALENDAR" in page
    assert page.count("data:image/svg+xml") == 3


def test_pictures_of_the_pages_are_drawn(tools):
    for name in tools.docs_pictures.PICTURES:
        drawn = tools.docs_pictures.picture(name)
        assert 'alt=""' not in drawn
        assert "data:image/svg+xml;base64," in drawn
