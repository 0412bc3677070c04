"""What a check of a text finds: one issue, where it is, and what to write instead."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import Locale, Severity
from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.provision import Provision


@frozen(kw_only=True)
class Issue:
    """One finding: the rule's `code`, the place and what stands there, and what to write.

    `span` holds character offsets into the text as it was given, `text` what it has there.
    `suggestion` is what to write in that place; "" takes it out, None says that nobody but the
    writer can know. Only where `certain` may it be put in without asking. `basis` names the
    provisions that the rule rests on, `citation` the citation concerned.

    >>> from dantoc_policy.law.lint.check import lint_text
    >>> issue = lint_text("theo Kết luận số 65- KL/TW ngày 30/10/2019 của Bộ Chính trị")[0]
    >>> issue.code, issue.text, issue.suggestion, issue.certain
    ('W3', '65- KL/TW', '65-KL/TW', True)
    """

    code: str
    severity: Severity
    span: Span
    text: str
    vi: str
    en: str
    suggestion: str | None = None
    certain: bool = False
    basis: tuple[Provision, ...] = ()
    citation: Citation | None = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Where the issue begins in the text as given."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where the issue ends in the text as given (the place behind its last character)."""
        return self.span[1]

    def message(self, locale: Locale = "vi") -> str:
        """Give finding and remedy as one line in the given language."""
        found = self.vi if locale == "vi" else self.en
        if not self.suggestion:
            return found
        write = "Nên ghi" if locale == "vi" else "Write"
        return f"{found} {write} “{self.suggestion}”."

    def to_dict(self) -> dict[str, Any]:
        """Give the issue as plain JSON data."""
        return {
            "code": self.code,
            "severity": self.severity,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "vi": self.vi,
            "en": self.en,
            "suggestion": self.suggestion,
            "certain": self.certain,
            "basis": [provision.text("vi") for provision in self.basis],
            "citation": None if self.citation is None else self.citation.canonical,
        }
