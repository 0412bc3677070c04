"""The compiled catalogue: what `catalogue/` holds, as JSON, read once when first asked for."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Read one compiled file by its path without ending, such as `law/document_types`.

    The content is shared: whoever asks must not change it.

    >>> any(row["id"] == "quyet_dinh" for row in load("law/document_types"))
    True
    """
    return json.loads((files(__name__) / f"{name}.json").read_text(encoding="utf-8"))
