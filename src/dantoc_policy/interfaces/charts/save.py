"""Writing a picture to a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.interfaces.charts.style import load_altair
from dantoc_policy.interfaces.files.table import unusable

_PIXELS_PER_INCH = 144
FORMATS = (".png", ".svg", ".pdf", ".html", ".json")


def save_chart(chart: Any, path: str | Path) -> Path:
    """Write a picture as PNG, SVG, PDF, HTML or Vega-Lite JSON, and give the path.

    No browser is needed, and nothing is fetched: a page of HTML brings its own programs.

    Raises:
        InputError: `file.unknown_format`; `output.unwritable`.
        MissingExtraError: the extra `charts` is not installed.
    """
    file = Path(path)
    ending = file.suffix.lower()
    if ending not in FORMATS:
        raise unusable(
            file,
            "file.unknown_format",
            f"không vẽ được ra tệp {ending or 'không đuôi'}.",
            f"pictures cannot be written to files {ending or 'without an ending'}.",
            f"Dùng {', '.join(FORMATS)}.",
            f"Use {', '.join(FORMATS)}.",
        )
    content = _content(chart, ending)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise unusable(
            file,
            "output.unwritable",
            f"không ghi được tệp này ({error.strerror}).",
            f"this file cannot be written ({error.strerror}).",
        ) from None
    return file


def svg_of(chart: Any) -> str:
    """Give a picture as SVG; raises `MissingExtraError` without the extra `charts`."""
    return str(_converter().vegalite_to_svg(_specification(chart)))


def _content(chart: Any, ending: str) -> bytes:
    if ending == ".json":
        return f"{chart.to_json()}\n".encode()
    convert = _converter()
    makers: dict[str, Callable[[dict[str, Any]], Any]] = {
        ".png": lambda spec: convert.vegalite_to_png(spec, ppi=_PIXELS_PER_INCH),
        ".svg": convert.vegalite_to_svg,
        ".pdf": convert.vegalite_to_pdf,
        ".html": lambda spec: convert.vegalite_to_html(spec, bundle=True),
    }
    made = makers[ending](_specification(chart))
    return made.encode() if isinstance(made, str) else bytes(made)


def _specification(chart: Any) -> dict[str, Any]:
    # The limit on rows is for notebooks; here everything is written.
    with load_altair().data_transformers.disable_max_rows():
        found: dict[str, Any] = chart.to_dict()
        return found


def _converter() -> Any:
    load_altair()
    try:
        return import_module("vl_convert")
    except ImportError:
        raise MissingExtraError.for_extra("charts", "vl-convert-python") from None
