"""What the rules of numbering say against one number, apart from any text."""

from __future__ import annotations

from datetime import date

from dantoc_policy.errors import Problem
from dantoc_policy.law.document_type import document_type
from dantoc_policy.law.lint.check import lint_text
from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.law.symbols.symbol import Repair
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

# The rules about a number, its type, era and day; all others are about a text that cites it.
_ABOUT_NUMBERS = frozenset({"W1", "W2", "W19", "N1", "I1"})
_GROUPS_ABOUT_NUMBERS = frozenset("TED")
# What reading has put right already, so that the number as meant no longer shows it.
_READ: dict[Repair, tuple[str, Text]] = {
    "letters": ("number.letters", Text("chữ trong ký hiệu viết sai", "its letters are misspelt")),
    "dash": ("number.dash", Text("thiếu dấu gạch nối", "a dash is missing")),
    "separators": (
        "number.separators",
        Text("dấu ngăn cách là của loại số khác", "the separators are of another family"),
    ),
}


def check_number(
    number: DocumentNumber, kind: str | None = None, issued: date | None = None
) -> tuple[Problem, ...]:
    """Give what is wrong with a number, of a type and a day where they are known.

    Raises:
        InputError: `document.unknown_type` where there is no such type.

    >>> number = DocumentNumber.parse("88/2019/NQ-QH15")
    >>> [problem.code for problem in check_number(number, "nghi_quyet")]
    ['W2', 'W19']
    """
    read = [
        Problem(
            code=_READ[repair][0],
            place=str(number),
            vi=f"{_READ[repair][1].vi}.",
            en=f"{_READ[repair][1].en}.",
            mend_vi=f"Ghi {number.canonical}.",
            mend_en=f"Write {number.canonical}.",
            severity="warning",
        )
        for repair in number.repairs
        if repair in _READ
    ]
    name = f"{document_type(kind).name.vi} số " if kind else "số "
    day = f" ngày {format_date(issued)}" if issued else ""
    return (
        *read,
        *(
            Problem(
                code=issue.code,
                place=number.printed,
                vi=issue.vi,
                en=issue.en,
                mend_vi=f"Ghi {issue.suggestion}." if issue.suggestion else "",
                mend_en=f"Write {issue.suggestion}." if issue.suggestion else "",
                severity=issue.severity,
            )
            for issue in lint_text(f"{name}{number.printed}{day}")
            if issue.code in _ABOUT_NUMBERS or issue.code[0] in _GROUPS_ABOUT_NUMBERS
        ),
    )
