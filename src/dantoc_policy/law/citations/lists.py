"""What the members of a list share: the type of the first, the issuer of the last."""

from __future__ import annotations

import re
from itertools import pairwise

from dantoc_policy.law.citations.code_pattern import Code
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.spelling import fold

_JOIN = re.compile(r"[\s,;*_\"”]{0,4}(?:va|hoac|cung|&)?[\s,;*_]{0,4}(?:so)?[\s:]{0,2}\Z")
_LONGEST = 12


def share_in_lists(text: str, drafts: list[Draft]) -> None:
    """Give each member of a list the type before it and the issuer after it."""
    joined = [_joined(text, earlier, later) for earlier, later in pairwise(drafts)]
    for place, is_joined in enumerate(joined):
        earlier, later = drafts[place], drafts[place + 1]
        if is_joined and later.type is None and earlier.type and _may_be(later, earlier.type):
            later.type = earlier.type
            later.shared.add("type")
            if later.body is None and earlier.body_before:
                later.body, later.body_before = earlier.body, True
                later.shared.add("issuer")
        same = earlier.body_before and later.body is None and is_joined
        if same and _one_issuer(text, earlier, later):
            later.body, later.body_before = earlier.body, True
            later.shared.add("issuer")
        if is_joined and later.type is None and earlier.before.cover and not _kinds(later):
            later.type = "cong_van"
    for place in range(len(joined) - 1, -1, -1):
        earlier, later = drafts[place], drafts[place + 1]
        if (
            joined[place]
            and earlier.body is None
            and later.body
            and _one_issuer(text, earlier, later)
        ):
            earlier.body = later.body
            earlier.shared.add("issuer")
        if (
            joined[place]
            and earlier.written is None
            and later.day
            and _same_day(text, earlier, later)
        ):
            earlier.written = later.written
            earlier.shared.add("date")


def goes_on(text: str, earlier: Draft | None, code: Code) -> bool:
    """Whether a code is a further member of a list, with the letters of the member before it."""
    if earlier is None or earlier.code.number is None or code.number is None:
        return False
    gap = text[earlier.end : code.start]
    same = earlier.code.number.symbol.text == code.number.symbol.text
    return same and len(gap) <= _LONGEST and _JOIN.match(fold(gap)) is not None


def _joined(text: str, earlier: Draft, later: Draft) -> bool:
    gap = text[earlier.end : later.start]
    if earlier.subject is not None or len(gap) > _LONGEST or "\n" in gap.strip(" "):
        return False
    return _JOIN.match(fold(gap)) is not None


def _same_day(text: str, earlier: Draft, later: Draft) -> bool:
    """Whether the day behind the last member is that of the one before it too.

    It is where the text says "cùng ngày", and where bare numbers of one series share the word
    before them ("số 27-HĐBT, số 28-HĐBT ngày 9-3-1988"), unless a year speaks against it.
    """
    first, last = earlier.code.number, later.code.number
    assert later.day is not None  # noqa: S101 - for the type checkers
    if first and first.year not in {None, later.day.year}:
        return False
    place = later.spans.get("date")
    if place and "cung ngay" in fold(text[later.code.end : place[1]]):
        return True
    return bool(
        first
        and last
        and "type" in later.shared
        and first.year == last.year
        and first.symbol.text == last.symbol.text
    )


def _may_be(draft: Draft, kind: str) -> bool:
    """Whether the letters leave room for the type."""
    kinds = _kinds(draft)
    return not kinds or kind in kinds


def _kinds(draft: Draft) -> tuple[str, ...]:
    return types_of(draft.code.number) if draft.code.number else ()


def _one_issuer(text: str, earlier: Draft, later: Draft) -> bool:
    """Whether the issuer behind the last member is that of the one before it too.

    A semicolon before a new type begins another item. Three bodies issue as TW, so that there
    the types must be the same.
    """
    first, second = earlier.code.number, later.code.number
    if first is None or second is None:
        return first is second
    if first.symbol.bodies != second.symbol.bodies:
        return False
    own_type = "type" not in later.shared
    if own_type and ";" in text[earlier.end : later.start]:
        return False
    return not (own_type and first.symbol.bodies == ("TW",) and earlier.type != later.type)
