"""Vietnamese ethnic-affairs planning: the law's answer, on a date, with its clause.

Names are loaded on first use, so that importing the library costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# Importing typing would cost more than all the rest; type checkers know this name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from dantoc_policy.errors import (
        DefinitionError,
        InputError,
        MissingExtraError,
        NotInForceError,
        PolicyError,
        PolicyWarning,
        Problem,
        UndeterminedError,
    )
    from dantoc_policy.instruments.classify import classify
    from dantoc_policy.instruments.classify_table import classify_table
    from dantoc_policy.law.provision import Provision
    from dantoc_policy.places.commune import Commune
    from dantoc_policy.places.province import Province
    from dantoc_policy.places.village import Village
    from dantoc_policy.rules.decide import decide
    from dantoc_policy.rules.evaluation import Evaluation
    from dantoc_policy.values.bounds import Bounds
    from dantoc_policy.values.money import Money
    from dantoc_policy.values.percent import Percent
    from dantoc_policy.values.period import Period
    from dantoc_policy.values.share import Share
    from dantoc_policy.values.text import Text
    from dantoc_policy.values.timeline import Timeline
    from dantoc_policy.values.verdict import Verdict

__version__ = "0.1.0"

_HOMES = {
    "Bounds": "values.bounds",
    "Commune": "places.commune",
    "DefinitionError": "errors",
    "Evaluation": "rules.evaluation",
    "InputError": "errors",
    "MissingExtraError": "errors",
    "Money": "values.money",
    "NotInForceError": "errors",
    "Percent": "values.percent",
    "Period": "values.period",
    "PolicyError": "errors",
    "PolicyWarning": "errors",
    "Problem": "errors",
    "Province": "places.province",
    "Provision": "law.provision",
    "Share": "values.share",
    "Text": "values.text",
    "Timeline": "values.timeline",
    "UndeterminedError": "errors",
    "Verdict": "values.verdict",
    "Village": "places.village",
    "classify": "instruments.classify",
    "classify_table": "instruments.classify_table",
    "decide": "rules.decide",
}

__all__ = [
    "Bounds",
    "Commune",
    "DefinitionError",
    "Evaluation",
    "InputError",
    "MissingExtraError",
    "Money",
    "NotInForceError",
    "Percent",
    "Period",
    "PolicyError",
    "PolicyWarning",
    "Problem",
    "Province",
    "Provision",
    "Share",
    "Text",
    "Timeline",
    "UndeterminedError",
    "Verdict",
    "Village",
    "classify",
    "classify_table",
    "decide",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
