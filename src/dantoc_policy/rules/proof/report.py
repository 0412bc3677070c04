"""What a check of a rule found: claims, each proved or refuted by a record."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.rules.quantity import Factual
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text

Kind = Literal[
    "total", "disjoint", "adjacent", "reachable", "redundant", "monotone", "equivalent", "kleene"
]


@frozen(kw_only=True)
class Claim:
    """One statement about a rule, proved for all records or refuted by one.

    `facts` is that record, or, for a proved claim that something can happen, one where it does.
    `subject` names what the claim is about: outcomes, a provision, an atom, a fact. A claim that
    is not `required` informs only.
    """

    kind: Kind
    subject: str
    text: Text
    proved: bool
    facts: Mapping[str, Any] = field(factory=dict)
    required: bool = True

    @property
    def counterexample(self) -> Mapping[str, Any] | None:
        """The record that refutes the claim, None where it is proved."""
        return None if self.proved else self.facts

    def to_dict(self) -> dict[str, Any]:
        """Give the claim as plain JSON data."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "vi": self.text.vi,
            "en": self.text.en,
            "proved": self.proved,
            "required": self.required,
            "facts": {
                name: str(value) if isinstance(value, Fraction) else value
                for name, value in self.facts.items()
            },
        }


@frozen(kw_only=True)
class Report:
    """All claims about one rule under the chosen readings.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> from dantoc_policy.rules.check import check
    >>> check(nd_272_2025.PROVINCE).passed
    True
    """

    rule: Rule
    readings: Mapping[str, str]
    claims: tuple[Claim, ...]

    @property
    def passed(self) -> bool:
        """Whether every required claim is proved."""
        return not self.failed

    @property
    def failed(self) -> tuple[Claim, ...]:
        """The required claims that are refuted."""
        return tuple(claim for claim in self.claims if claim.required and not claim.proved)

    def of(self, kind: Kind) -> tuple[Claim, ...]:
        """Give the claims of one kind."""
        return tuple(claim for claim in self.claims if claim.kind == kind)

    def text(self, locale: Locale = "vi") -> str:
        """Give the report as lines: the claims, and records that refute or show them."""
        lines = [self.rule.title.get(locale)]
        if self.readings:
            used = ", ".join(f"{key} = {option}" for key, option in self.readings.items())
            lines.append(f"{Text('Cách hiểu', 'Readings').get(locale)}: {used}")
        for claim in self.claims:
            lines.append(f"[{'x' if claim.proved else ' '}] {claim.text.get(locale)}")
            if claim.facts:
                lines.append(f"    {_shown(claim.facts, self.rule.record, locale)}")
        return "\n".join(lines)


def _shown(facts: Mapping[str, Any], record: type[Factual], locale: Locale) -> str:
    info = record.facts()
    truth = {True: Text("có", "yes"), False: Text("không", "no"), None: Text("chưa rõ", "unknown")}
    parts = []
    for name, value in facts.items():
        label = info[name].label.get(locale) if name in info else name
        known = value is None or isinstance(value, bool)
        parts.append(f"{label}: {truth[value].get(locale) if known else value}")
    return "; ".join(parts)
