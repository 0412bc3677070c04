"""The answer of a rule for one record: outcome, grounds, what is missing, how far another is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import Condition
from dantoc_policy.rules.exact.atom import Values
from dantoc_policy.rules.exact.compiled import Compiled, Truths
from dantoc_policy.rules.exact.completion import Completions
from dantoc_policy.rules.finding import Finding, findings
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

if TYPE_CHECKING:
    from dantoc_policy.rules.distance import Change


@frozen(eq=False, repr=False)
class Evaluation:
    """What a rule says of a record, with its grounds.

    `outcome` is None where the known facts do not force one; `possible` then names the outcomes
    that some completion of the unknown facts reaches, and `missing` the facts that would tell.
    `values` are the facts that were read, those derived from the province included.
    """

    compiled: Compiled
    rule: Rule
    record: Any
    values: Values
    _chosen: Mapping[str, str] | None
    _truths: Truths
    _possible: tuple[int, ...]
    _completions: Completions | None = None
    instrument: str | None = None
    as_of: dt.date | None = None
    notes: tuple[Problem, ...] = field(default=(), kw_only=True)

    @property
    def outcome(self) -> str | None:
        """The key of the outcome, None where undetermined."""
        return self.possible[0] if len(self.possible) == 1 else None

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """The keys of the outcomes that are still possible, in the order of the cases."""
        return tuple(dict.fromkeys(self._case(number).outcome.key for number in self._possible))

    @property
    def decided(self) -> Outcome | None:
        """The outcome with its name in both languages, None where undetermined."""
        if len(self.possible) != 1:
            return None
        return self._case(self._possible[0]).outcome

    @property
    def verdict(self) -> Verdict:
        """True or false by whether the outcome gives the sought status; or undetermined."""
        return Verdict.of(None if self.decided is None else self.decided.holds)

    @cached_property
    def findings(self) -> tuple[Finding | None, ...]:
        """What was found for each case; None for one that takes the rest or was not reached."""
        return findings(self.compiled, self.values, self._truths)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that decide: the case's own and those of the grounds that hold.

        One that is cited several times stands where it is cited last.
        """
        if len(self._possible) != 1:
            return ()
        case, finding = self._case(self._possible[0]), self.findings[self._possible[0]]
        cited = [case.provision] if case.provision else []
        if finding is not None:
            cited += [
                leaf.provision for leaf in finding.grounds() if not leaf.children and leaf.provision
            ]
        # Provisions whose deeper numbers are not printed can look alike.
        return tuple({provision.text(): provision for provision in reversed(cited)}.values())[::-1]

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that can still change the outcome; empty where it is determined."""
        if self._completions is None or self.outcome is not None:
            return ()
        return self._completions.missing()

    @cached_property
    def doubts(self) -> tuple[Text, ...]:
        """Why the answer rests on law that is not verified; empty where all of it is."""
        found: list[Text | None] = []
        last = self._possible[-1] if self._possible else -1
        for number, finding in enumerate(self.findings[: last + 1]):
            found.append(self._case(number).doubt)
            if finding is not None:
                found += [
                    node.doubt
                    for node in finding.condition.walk()
                    if node.doubt is not None and self.hangs_on(node)
                ]
        return tuple(dict.fromkeys(doubt for doubt in found if doubt))

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases of the rule as it was read."""
        return self.compiled.rule.cases

    @property
    def readings(self) -> Mapping[str, str]:
        """Which reading of each ambiguous provision was taken."""
        return self.rule.readings_used(self._chosen)

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """What a user of the answer should know: doubts, rounded figures, notes of the caller."""
        from dantoc_policy.rules.wording.warn import warnings

        return (*self.notes, *warnings(self))

    def hangs_on(self, node: Condition) -> bool:
        """Say whether the outcome is open, or would be if this condition's atoms were unknown."""
        truths = list(self._truths)
        for number in self.compiled.used[id(node)]:
            truths[number] = None
        return self.compiled.outcome(truths) is None

    def explain(self, locale: Locale = "vi", *, markdown: bool = False) -> str:
        """Give the answer with its grounds as sentences, in Vietnamese or English."""
        from dantoc_policy.rules.wording.explain import explain

        return explain(self, locale, markdown=markdown)

    def distance(
        self, to: str, *, cost: Mapping[str, float] | None = None, limit: int = 5
    ) -> tuple[Change, ...]:
        """Give the smallest changes of facts that lead to another outcome, cheapest first."""
        from dantoc_policy.rules.distance import distance

        return distance(self, to, cost=cost, limit=limit)

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain JSON data."""
        return {
            "name": self.record.name,
            "outcome": self.outcome,
            "possible": list(self.possible),
            "verdict": self.verdict.value,
            "provisions": [provision.text() for provision in self.provisions],
            "missing": list(self.missing),
            "instrument": self.instrument,
            "as_of": self.as_of and self.as_of.isoformat(),
            "readings": dict(self.readings),
            "warnings": [warning.to_dict() for warning in self.warnings],
            "findings": [
                {"outcome": self._case(number).outcome.key, **finding.to_dict()}
                for number, finding in enumerate(self.findings)
                if finding is not None
            ],
        }

    def _case(self, number: int) -> Case:
        return self.compiled.rule.cases[number]

    def __repr__(self) -> str:
        answer = self.outcome or f"undetermined, possible {'|'.join(self.possible)}"
        return f"<Evaluation {self.record.name or ''}: {answer}>"
