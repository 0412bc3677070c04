"""Run the notebooks of examples/ and write them as pages of the documentation, pictures included.

A page of docs/tutorials/ has the line `<!-- notebook: thai_nguyen_2025 -->`; what stands there on
the site is the notebook as it came out of the library of this checkout.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from docs_pictures import as_image

FOLDER = Path(__file__).parents[1] / "examples/notebooks"
_SECONDS = 300


@cache
def notebook_page(name: str) -> str:
    """Give a notebook with its outputs as Markdown; its title comes first."""
    return "\n\n".join(_cell(cell) for cell in run(FOLDER / f"{name}.ipynb").cells)


def run(path: Path) -> Any:
    """Run a notebook in a fresh kernel; raises where a cell does."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        # The kernel talks to this machine alone; that it does so without encryption is no news.
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
        timeout=_SECONDS,
    )
    return client.execute()


def _cell(cell: Any) -> str:
    if cell.cell_type == "markdown":
        return str(cell.source)
    shown = [f"```python\n{cell.source}\n```", *(_output(output) for output in cell.outputs)]
    return "\n\n".join(text for text in shown if text)


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return "" if output.name == "stderr" else _plain(output.text)
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return as_image(data["image/svg+xml"])
    if "text/html" in data:
        # One line: an empty one would end the block of HTML.
        return f'<div class="md-typeset__scrollwrap">{_one_line(data["text/html"])}</div>'
    return _plain(data.get("text/plain", ""))


def _plain(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```" if text.strip() else ""


def _one_line(html: str) -> str:
    return " ".join(html.split())
