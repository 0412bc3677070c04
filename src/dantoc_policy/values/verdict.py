"""The three-valued answer: true, false or undetermined (strong Kleene logic)."""

from __future__ import annotations

from enum import Enum

from dantoc_policy.errors import UndeterminedError


class Verdict(Enum):
    """True, false or undetermined; `&`, `|` and `~` follow Kleene, `bool()` of unknown raises.

    >>> Verdict.TRUE | Verdict.UNDETERMINED
    <Verdict.TRUE: 'true'>
    >>> Verdict.TRUE & Verdict.UNDETERMINED
    <Verdict.UNDETERMINED: 'undetermined'>
    >>> bool(Verdict.UNDETERMINED)
    Traceback (most recent call last):
    dantoc_policy.errors.UndeterminedError: [verdict.undetermined] ...
    """

    TRUE = "true"
    FALSE = "false"
    UNDETERMINED = "undetermined"

    @classmethod
    def of(cls, truth: bool | None) -> Verdict:
        """Wrap a Python truth value; None is undetermined."""
        if truth is None:
            return cls.UNDETERMINED
        return cls.TRUE if truth else cls.FALSE

    @property
    def truth(self) -> bool | None:
        """The plain Python value: True, False, or None where undetermined."""
        return None if self is Verdict.UNDETERMINED else self is Verdict.TRUE

    @property
    def known(self) -> bool:
        """Whether the verdict is true or false."""
        return self is not Verdict.UNDETERMINED

    def __and__(self, other: object) -> Verdict:
        if not isinstance(other, Verdict):
            return NotImplemented
        if Verdict.FALSE in (self, other):
            return Verdict.FALSE
        return Verdict.TRUE if self is other is Verdict.TRUE else Verdict.UNDETERMINED

    def __or__(self, other: object) -> Verdict:
        if not isinstance(other, Verdict):
            return NotImplemented
        return ~(~self & ~other)

    def __invert__(self) -> Verdict:
        return Verdict.of(None if self.truth is None else not self.truth)

    def __bool__(self) -> bool:
        if self is Verdict.UNDETERMINED:
            raise UndeterminedError.of(
                "verdict.undetermined",
                vi="kết luận chưa xác định không thể dùng như đúng hoặc sai.",
                en="an undetermined verdict cannot be used as true or false.",
                mend_vi="Hỏi `.truth is None` hoặc so sánh với Verdict.UNDETERMINED.",
                mend_en="Ask `.truth is None`, or compare with Verdict.UNDETERMINED.",
            )
        return self is Verdict.TRUE
