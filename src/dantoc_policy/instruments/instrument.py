"""A legal instrument that decides something: its document, its time, its rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import field, frozen

from dantoc_policy.errors import Problem
from dantoc_policy.law.provision import Depth, Provision
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text


@frozen(kw_only=True)
class Question:
    """A point that the text of an instrument leaves open and that no rule of it can hold.

    `readings` names the answers that are offered, `default` the one that is used.
    """

    key: str
    text: Text
    readings: Mapping[str, Text]
    default: str


@frozen(kw_only=True)
class Instrument:
    """One decision or decree with the rules it contains, by kind of place, or for groups.

    `in_force` is when its criteria decide, `governs` the years it is made for,
    `poverty_standard` the years whose poverty line its figures must follow (None where it asks for
    none), `caveats` what every answer about a kind of place must say. `statuses` are the rules for
    each status by itself where one unit may have several and the rule in `rules` names the first.
    `by_name_only` says that the instrument defines terms, so that no day alone chooses it.
    """

    key: str
    code: str
    title: Text
    issued: dt.date
    in_force: Period
    governs: Period
    poverty_standard: Period | None
    rules: Mapping[str, Rule]
    statuses: Mapping[str, tuple[Rule, ...]] = field(factory=dict)
    questions: tuple[Question, ...] = ()
    caveats: Mapping[str, tuple[Problem, ...]] = field(factory=dict)
    by_name_only: bool = False

    @property
    def name(self) -> Text:
        """The instrument as it is cited."""
        whole = Provision(self.code)
        return Text(whole.text("vi"), whole.text("en"))

    def provision(
        self, article: int, clause: int | None = None, point: str | None = None
    ) -> Provision:
        """Give a provision of this instrument."""
        return Provision(self.code, article, clause, point)


def citing(code: str) -> _Citing:
    """Give a function that builds provisions of one document: `d33(3, 1)`."""
    return _Citing(code)


@frozen
class _Citing:
    code: str

    def __call__(
        self,
        article: int,
        clause: int | None = None,
        point: str | None = None,
        *,
        sure: Depth = "point",
    ) -> Provision:
        return Provision(self.code, article, clause, point, sure)
