"""Functions of bodies: the fields of work that went from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.bodies.spelling import Word, places_of, words
from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.values.text import Text
from dantoc_policy.values.text_argument import check_text


@frozen
class Function:
    """A field of work, or a single task, that was handed over; `words` find it in a text.

    >>> functions()["poverty_reduction"].name.vi
    'giảm nghèo'
    """

    id: str
    name: Text
    words: tuple[str, ...] = field(repr=False)
    source: str = field(repr=False)
    verified: bool = field(repr=False)

    def places_in(self, text: Sequence[Word]) -> frozenset[frozenset[int]]:
        """Give the places of each phrase that names the function, in Vietnamese or English."""
        named = (*self.words, self.name.vi, self.name.en)
        return frozenset(found for phrase in named for found in places_of(text, phrase))

    def to_dict(self) -> dict[str, Any]:
        """Give the function as plain JSON data."""
        return {
            "id": self.id,
            "vi": self.name.vi,
            "en": self.name.en,
            "words": list(self.words),
            "source": self.source,
            "verified": self.verified,
        }


@cache
def functions() -> Mapping[str, Function]:
    """Give all functions by their identifiers."""
    rows = load("bodies/functions")
    return {
        row["id"]: Function(
            id=row["id"],
            name=Text(row["vi"], row["en"]),
            words=tuple(row["words"]),
            source=row["source"],
            verified=row["verified"],
        )
        for row in rows
    }


def find_functions(text: str) -> tuple[Function, ...]:
    """Give the functions that a text names, such as that of a task.

    A word counts for none where it stands inside of a longer phrase that names another one.

    >>> [found.id for found in find_functions("Giảm tỷ lệ hộ nghèo bình quân 2%/năm")]
    ['poverty_reduction']
    >>> [found.id for found in find_functions("đào tạo nghề cho lao động nông thôn")]
    ['vocational_education']
    """
    read = words(check_text(text))
    named = {one: one.places_in(read) for one in functions().values()}
    every = frozenset[frozenset[int]]().union(*named.values())
    return tuple(
        one
        for one, places in named.items()
        if any(not any(here < longer for longer in every) for here in places)
    )


def read_functions(asked: Function | str | Iterable[Function | str]) -> tuple[Function, ...]:
    """Give the functions that are meant by identifiers, or those that a text names, if any.

    Raises:
        InputError: `body.unknown_function` where one word is neither.

    >>> read_functions(["press", "labour"])[0].name.vi, read_functions("việc khác")
    ('báo chí, xuất bản', ())
    """
    if isinstance(asked, Function):
        return (asked,)
    if not isinstance(asked, str):
        return tuple(dict.fromkeys(found for one in asked for found in read_functions(one)))
    if asked in functions():
        return (functions()[asked],)
    found = find_functions(asked)
    if found or len(asked.split()) > 1:
        return found
    known = "; ".join(f"{one.id} ({one.name.vi})" for one in functions().values())
    raise InputError.of(
        "body.unknown_function",
        vi=f"không có chức năng “{asked}”.",
        en=f"there is no function “{asked}”.",
        mend_vi=f"Dùng một trong: {known}.",
        mend_en=f"Use one of: {known}.",
    )
