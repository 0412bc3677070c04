"""A rule of the check: what it is called, what it looks for, an example, and the function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from dantoc_policy.errors import Severity
from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.lint.issue import Issue
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.law.lint.scene import Scene

Check = Callable[["Scene"], "Iterable[Remark]"]


@frozen(kw_only=True)
class Remark:
    """What the function of a rule gives: an issue without what the rule itself knows.

    `severity` is set where this finding weighs less than the rule's findings do as a rule.
    """

    span: Span
    vi: str
    en: str
    suggestion: str | None = None
    certain: bool = False
    severity: Severity | None = None
    citation: Citation | None = None


@frozen(kw_only=True)
class Rule:
    """One rule; `wrong` and `right` are texts in which it finds something and nothing.

    `severity` is that of its gravest findings. `verified` says whether a source at hand confirms
    `basis`, the provisions it rests on. Where `whole` is set, the rule looks at the text as a
    document of its own, which `lint_document` does and `lint_text` does not; `as_of` is the day
    of the examples where the rule asks for one.

    >>> from dantoc_policy.law.lint.rules import rules
    >>> rules()["W2"].name.en
    'letters too many'
    """

    code: str
    name: Text
    severity: Severity
    what: Text
    wrong: str
    right: str
    basis: tuple[Provision, ...] = ()
    verified: bool = True
    whole: bool = False
    as_of: date | None = None
    check: Check = field(repr=False)

    def run(self, scene: Scene) -> Iterator[Issue]:
        """Give the issues of this rule in a text."""
        for remark in self.check(scene):
            start, end = remark.span
            yield Issue(
                code=self.code,
                severity=remark.severity or self.severity,
                span=remark.span,
                text=scene.given[start:end],
                vi=remark.vi,
                en=remark.en,
                suggestion=remark.suggestion,
                certain=remark.certain and remark.suggestion is not None,
                basis=self.basis,
                citation=remark.citation,
            )

    def to_dict(self) -> dict[str, Any]:
        """Give the rule as plain JSON data."""
        return {
            "code": self.code,
            "name": {"vi": self.name.vi, "en": self.name.en},
            "severity": self.severity,
            "what": {"vi": self.what.vi, "en": self.what.en},
            "wrong": self.wrong,
            "right": self.right,
            "basis": [provision.text("vi") for provision in self.basis],
            "verified": self.verified,
            "whole": self.whole,
            "as_of": self.as_of.isoformat() if self.as_of else None,
        }


def rule(code: str, severity: Severity, **about: Any) -> Callable[[Check], Rule]:
    """Make the function below it a rule; `about` holds the other fields of the rule."""

    def make(check: Check) -> Rule:
        return Rule(code=code, severity=severity, check=check, **about)

    return make
