"""Errors and problems: each has a stable code, a place, and a text in Vietnamese and English."""

from __future__ import annotations

from typing import Any, Literal, Self

from attrs import frozen

Locale = Literal["vi", "en"]
LOCALES: tuple[Locale, ...] = ("vi", "en")
Severity = Literal["error", "warning", "note"]


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong or worth knowing about an input: what, where, and how to mend it.

    `place` names the field, column or row; `mend_vi` and `mend_en` may be empty.

    >>> problem = Problem(code="share.disagrees", place="poor_rate", vi="...", en="24 against 31")
    >>> problem.message("en")
    'poor_rate: 24 against 31'
    """

    code: str
    vi: str
    en: str
    place: str = ""
    mend_vi: str = ""
    mend_en: str = ""
    severity: Severity = "error"

    def message(self, locale: Locale = "vi") -> str:
        """Give place, text and remedy as one line in the given language."""
        text, mend = (self.vi, self.mend_vi) if locale == "vi" else (self.en, self.mend_en)
        head = f"{self.place}: {text}" if self.place else text
        return f"{head} {mend}" if mend else head

    def to_dict(self) -> dict[str, Any]:
        """Give the problem as plain JSON data."""
        return {
            "code": self.code,
            "severity": self.severity,
            "place": self.place,
            "vi": self.vi,
            "en": self.en,
            "mend_vi": self.mend_vi,
            "mend_en": self.mend_en,
        }


class PolicyError(Exception):
    """The root of all errors of this library; `problem` says what, where and how to mend it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)

    @classmethod
    def of(
        cls, code: str, *, vi: str, en: str, place: str = "", mend_vi: str = "", mend_en: str = ""
    ) -> Self:
        """Build the error and its problem in one call."""
        return cls(Problem(code=code, vi=vi, en=en, place=place, mend_vi=mend_vi, mend_en=mend_en))

    @property
    def code(self) -> str:
        """The stable code of the problem."""
        return self.problem.code

    def message(self, locale: Locale = "vi") -> str:
        """Give the message in the given language."""
        return self.problem.message(locale)

    def __str__(self) -> str:
        return f"[{self.code}] {self.message('en')} / {self.message('vi')}"


class DefinitionError(PolicyError, TypeError):
    """A rule, a period or a timeline is written wrongly; raised where it is defined."""


class InputError(PolicyError, ValueError):
    """A value that came from outside cannot be used."""


class UndeterminedError(PolicyError, TypeError):
    """An undetermined verdict was used as if it were true or false."""


class NotInForceError(PolicyError, LookupError):
    """Nothing is in force on the given date."""


class PolicyWarning(UserWarning):
    """Something about a whole call that a user of its answer should know."""


class MissingExtraError(PolicyError, ImportError):
    """A feature needs a package of an extra that is not installed."""

    @classmethod
    def for_extra(cls, extra: str, package: str) -> Self:
        """Say which extra brings the missing package."""
        return cls.of(
            "extra.missing",
            place=package,
            vi=f"chưa cài gói {package}.",
            en=f"the package {package} is not installed.",
            mend_vi=f'Cài bằng: pip install "dantoc-policy[{extra}]"',
            mend_en=f'Install it with: pip install "dantoc-policy[{extra}]"',
        )
