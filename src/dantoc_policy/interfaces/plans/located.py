"""What a plan file holds as plain data, and the line on which each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.plans.fields import may_be_thousands
from dantoc_policy.values.text import Text

Steps = tuple[str | int, ...]
"""The way to a part of the data: `("targets", 3, "unit")`."""

Form = Literal["yaml", "json"]
_NOTHING = Text("", "")
TOO_LONG = Text("số quá dài", "a number is too long")
TOO_DEEP = Text("lồng quá sâu", "nested too deeply")
_HALF = Text("có nửa ký tự Unicode", "half of a Unicode character")
# Larger exponents are left as text: no record takes them, and int() of one would never end.
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")


@frozen
class Located:
    """The data of one file; `lines` gives for every entry of it the line, the first being 1.

    `problems` are those of the form of the file, such as a field that is there twice.

    >>> found = Located(Path("a.yaml"), {"targets": []}, {(): 1, ("targets",): 4})
    >>> found.place(("targets", 0, "unit"))
    'a.yaml:4: targets[0].unit'
    """

    file: Path
    data: Any
    lines: Mapping[Steps, int]
    problems: Sequence[Problem] = field(default=())

    def line(self, steps: Steps) -> int:
        """Give the line of an entry; that of what is around it where it is not there."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def place(self, steps: Steps) -> str:
        """Give file, line and way of an entry."""
        way = written(steps)
        return f"{self.file.name}:{self.line(steps)}" + (f": {way}" if way else "")


def written(steps: Steps) -> str:
    """Write the way to an entry.

    >>> written(("targets", 3, "also", 0, "unit"))
    'targets[3].also[0].unit'
    """
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(parts).removeprefix(".")


def steps_of(way: str) -> Steps:
    """Give the steps of a way that problems of a plan have as their place.

    >>> steps_of("targets.3.also.0.unit")
    ('targets', 3, 'also', 0, 'unit')
    """
    return tuple(int(step) if step.isdecimal() else step for step in way.split(".") if step)


def decimal(text: str) -> Decimal | str:
    """Give a decimal as it is written, and not the nearest binary number.

    What is none stays a text, and so does what may be meant as thousands: the record refuses it.

    >>> decimal("26.70"), decimal(".inf"), decimal("1.000")
    (Decimal('26.70'), '.inf', '1.000')
    """
    return Decimal(text) if _DECIMAL.fullmatch(text) and not may_be_thousands(text) else text


def whole(text: str) -> int:
    """Give a whole number; raises `OverflowError` for one of thousands of digits."""
    try:
        return int(text)
    except ValueError:  # Python converts no longer ones
        raise OverflowError from None


def check_characters(file: Path, line: int, form: Form, text: str) -> None:
    """Refuse a text that an escape has left with half of a character: no file can hold it.

    Raises:
        InputError: `yaml.unreadable`, `json.unreadable`.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise unreadable(file, line, form, _HALF) from None


def doubled(file: Path, line: int, steps: Steps, first: int) -> Problem:
    """Say that a field is there twice in one mapping."""
    return Problem(
        code="plan.field_doubled",
        place=f"{file.name}:{line}: {written(steps)}",
        vi=f"trường này đã có ở dòng {first}.",
        en=f"this field is there on line {first} already.",
        mend_vi="Bỏ một trong hai.",
        mend_en="Take out one of the two.",
    )


def unreadable(
    file: Path, line: int | None, form: Form, what: Text, mend: Text = _NOTHING
) -> InputError:
    """Say that a text is not of its form."""
    name = form.upper()
    return InputError.of(
        "yaml.unreadable" if form == "yaml" else "json.unreadable",
        place=file.name if line is None else f"{file.name}:{line}",
        vi=f"không phải {name} đọc được ({what.vi}).",
        en=f"this is no readable {name} ({what.en}).",
        mend_vi=mend.vi,
        mend_en=mend.en,
    )
