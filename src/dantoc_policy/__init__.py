"""Vietnamese ethnic-affairs planning: the law's answer, on a date, with its clause.

Names are loaded on first use, so that importing the library costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# Importing typing would cost more than all the rest; type checkers know this name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from dantoc_policy.bodies.body import Body
    from dantoc_policy.bodies.library import bodies
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
    from dantoc_policy.instruments.group_status import official_status
    from dantoc_policy.instruments.status_of import status_of
    from dantoc_policy.interfaces.plans.read import load_plan
    from dantoc_policy.law.citation import Citation
    from dantoc_policy.law.citations.find import find_citations
    from dantoc_policy.law.document import Document
    from dantoc_policy.law.force.status import LegalStatus
    from dantoc_policy.law.library import Documents, documents
    from dantoc_policy.law.lint.check import lint_text
    from dantoc_policy.law.lint.issue import Issue
    from dantoc_policy.law.number import DocumentNumber
    from dantoc_policy.law.provision import Provision
    from dantoc_policy.law.relation import Relation
    from dantoc_policy.law.resolve import resolve
    from dantoc_policy.peoples.facts import EthnicGroupFacts
    from dantoc_policy.peoples.group import EthnicGroup
    from dantoc_policy.peoples.library import peoples
    from dantoc_policy.places.commune import Commune
    from dantoc_policy.places.library import places
    from dantoc_policy.places.place import Place
    from dantoc_policy.places.province import Province
    from dantoc_policy.places.village import Village
    from dantoc_policy.plans.comparison import compare
    from dantoc_policy.plans.library import plans
    from dantoc_policy.plans.observation import Observation
    from dantoc_policy.plans.plan import Plan
    from dantoc_policy.plans.progress import Progress, progress
    from dantoc_policy.plans.target import Target
    from dantoc_policy.rules.decide import decide
    from dantoc_policy.rules.evaluation import Evaluation
    from dantoc_policy.values.bounds import Bounds
    from dantoc_policy.values.deadline import Deadline
    from dantoc_policy.values.money import Money
    from dantoc_policy.values.percent import Percent
    from dantoc_policy.values.period import Period
    from dantoc_policy.values.quantities import Figure, find_figures
    from dantoc_policy.values.share import Share
    from dantoc_policy.values.text import Text
    from dantoc_policy.values.time_limits import TimeLimit
    from dantoc_policy.values.timeline import Timeline
    from dantoc_policy.values.verdict import Verdict
    from dantoc_policy.values.working_days import (
        add_working_days,
        is_working_day,
        next_working_day,
        working_days_between,
    )

__version__ = "0.1.0"

_HOMES = {
    "Body": "bodies.body",
    "Bounds": "values.bounds",
    "Citation": "law.citation",
    "Commune": "places.commune",
    "Deadline": "values.deadline",
    "DefinitionError": "errors",
    "Document": "law.document",
    "DocumentNumber": "law.number",
    "Documents": "law.library",
    "EthnicGroup": "peoples.group",
    "EthnicGroupFacts": "peoples.facts",
    "Evaluation": "rules.evaluation",
    "Figure": "values.quantities",
    "InputError": "errors",
    "Issue": "law.lint.issue",
    "LegalStatus": "law.force.status",
    "MissingExtraError": "errors",
    "Money": "values.money",
    "NotInForceError": "errors",
    "Observation": "plans.observation",
    "Percent": "values.percent",
    "Period": "values.period",
    "Place": "places.place",
    "Plan": "plans.plan",
    "PolicyError": "errors",
    "PolicyWarning": "errors",
    "Problem": "errors",
    "Progress": "plans.progress",
    "Province": "places.province",
    "Provision": "law.provision",
    "Relation": "law.relation",
    "Share": "values.share",
    "Target": "plans.target",
    "Text": "values.text",
    "TimeLimit": "values.time_limits",
    "Timeline": "values.timeline",
    "UndeterminedError": "errors",
    "Verdict": "values.verdict",
    "Village": "places.village",
    "add_working_days": "values.working_days",
    "bodies": "bodies",
    "classify": "instruments.classify",
    "classify_table": "instruments.classify_table",
    "compare": "plans.comparison",
    "decide": "rules.decide",
    "documents": "law.library",
    "find_citations": "law.citations.find",
    "find_figures": "values.quantities",
    "is_working_day": "values.working_days",
    "lint_text": "law.lint.check",
    "load_plan": "interfaces.plans.read",
    "next_working_day": "values.working_days",
    "official_status": "instruments.group_status",
    "peoples": "peoples",
    "places": "places",
    "plans": "plans",
    "progress": "plans.progress",
    "resolve": "law.resolve",
    "status_of": "instruments.status_of",
    "working_days_between": "values.working_days",
}

__all__ = [
    "Body",
    "Bounds",
    "Citation",
    "Commune",
    "Deadline",
    "DefinitionError",
    "Document",
    "DocumentNumber",
    "Documents",
    "EthnicGroup",
    "EthnicGroupFacts",
    "Evaluation",
    "Figure",
    "InputError",
    "Issue",
    "LegalStatus",
    "MissingExtraError",
    "Money",
    "NotInForceError",
    "Observation",
    "Percent",
    "Period",
    "Place",
    "Plan",
    "PolicyError",
    "PolicyWarning",
    "Problem",
    "Progress",
    "Province",
    "Provision",
    "Relation",
    "Share",
    "Target",
    "Text",
    "TimeLimit",
    "Timeline",
    "UndeterminedError",
    "Verdict",
    "Village",
    "add_working_days",
    "bodies",
    "classify",
    "classify_table",
    "compare",
    "decide",
    "documents",
    "find_citations",
    "find_figures",
    "is_working_day",
    "lint_text",
    "load_plan",
    "next_working_day",
    "official_status",
    "peoples",
    "places",
    "plans",
    "progress",
    "resolve",
    "status_of",
    "working_days_between",
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
