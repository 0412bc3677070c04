"""Recognising the groups of letters of a symbol, however they are spelled."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import frozen

from dantoc_policy.law.document_type import types_of_letters, types_of_party_letters
from dantoc_policy.law.issuer import issuers, issuers_of_letters
from dantoc_policy.law.spelling import fold

# Marks that stand for Đ in texts of old fonts (TCVN3, VNI) and in look-alike letters.
LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "§": "Đ", "Ñ": "Đ", "ñ": "đ"})


@frozen
class Spellings:
    """A closed set of letter groups, found by exact spelling, then case, then without marks."""

    exact: frozenset[str]
    by_case: dict[str, str]
    by_fold: dict[str, str]

    @classmethod
    def of(cls, groups: Iterable[str]) -> Spellings:
        """Index groups; where two fold alike, the first named is meant."""
        ordered = list(groups)
        by_case: dict[str, str] = {}
        by_fold: dict[str, str] = {}
        for group in ordered:
            by_case.setdefault(group.casefold(), group)
            by_fold.setdefault(fold(group), group)
        return cls(frozenset(ordered), by_case, by_fold)

    def find(self, printed: str) -> str | None:
        """Give the group that a printed one means, or None.

        >>> state_types().find("QD"), state_types().find("HD"), state_types().find("XYZ")
        ('QĐ', 'HD', None)
        """
        if printed in self.exact:
            return printed
        small = printed.casefold()
        found = self.by_case.get(small)
        if found is None and fold(printed) == small:  # marks may be missing, not wrong
            found = self.by_fold.get(small)
        return found


@cache
def state_types() -> Spellings:
    """Letters of types in State symbols."""
    return Spellings.of(types_of_letters())


@cache
def party_types() -> Spellings:
    """Letters of types in Party symbols."""
    return Spellings.of(types_of_party_letters())


@cache
def state_issuers() -> Spellings:
    """Letters of bodies that number as the State does."""
    return Spellings.of(_letters_of(party=False))


@cache
def party_issuers() -> Spellings:
    """Letters of bodies that number as the Party does."""
    return Spellings.of(_letters_of(party=True))


@cache
def party_only() -> frozenset[str]:
    """Letters that stand for bodies of the Party alone: in a State form they are misplaced."""
    return frozenset(
        letters
        for letters, bodies in issuers_of_letters().items()
        if all(issuers()[body].family == "party" for body in bodies)
    )


def _letters_of(*, party: bool) -> list[str]:
    """Give the letters of such bodies; a misspelling of a body's own letters is none of them."""
    return [
        letters
        for letters, bodies in issuers_of_letters().items()
        if any((issuers()[body].family in PARTY_FORM) is party for body in bodies)
        and not all(_misspelled(letters, issuers()[body].letters[0]) for body in bodies)
    ]


def _misspelled(letters: str, right: str) -> bool:
    return letters != right and fold(letters) == fold(right)


# The Youth Union numbers its documents as the Party does.
PARTY_FORM = frozenset({"party", "youth"})
