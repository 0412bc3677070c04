"""Digits of a number: letters in their place, years cut or turned round, the leading zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.lint.spelling import repair, repairs
from dantoc_policy.law.number import read_number
from dantoc_policy.law.symbols.letters import state_issuers, state_types
from dantoc_policy.values.text import Text

# What text recognition takes a digit for, and the letters it takes for a zero.
_DIGITS = str.maketrans("OolI", "0011")
_ZEROS = ("Đ", "O")
_TERM = re.compile(r"(?P<body>(?:UBTV)?QH)(?P<term>[0-9OolI]{2})")
_TERM_BEHIND = re.compile(r"[ \u00a0]?(?P<term>[0-9OolI]{2})(?![\w/-])")
# Number and year that the reading of citations does not take for such.
_YEARS = re.compile(
    r"(?<![\w/.,-])(?P<first>[0-9]{1,4}[a-zđ]?)/(?P<second>[0-9]{1,4})/"
    r"(?P<symbol>(?P<types>[^\W\d_]{1,5})-(?P<body>[^\W\d_]{2,12})|(?:UBTV)?QH[0-9]{2})(?![\w/])"
)
_SHORT, _LONG = 2, 4
_FIRST_YEAR, _LAST_YEAR = 1945, 2045
_CENTURY = 100


@rule(
    "W14",
    "warning",
    name=Text("lẫn chữ với chữ số", "letters and digits mixed up"),
    what=Text(
        "chữ O, l, I đứng chỗ chữ số, hoặc số 0 đứng chỗ chữ Đ: lỗi nhận dạng",
        "O, l or I stands for a digit, or 0 for Đ: text recognition went wrong",
    ),
    basis=basis.NUMBERING,
    wrong="Quyết định số l2/2018/QĐ-TTg ngày 06/3/2018 của Thủ tướng Chính phủ",
    right="Quyết định số 12/2018/QĐ-TTg ngày 06/3/2018 của Thủ tướng Chính phủ",
)
def misread_digits(scene: Scene) -> Iterator[Remark]:
    """Letters where digits belong, or digits where letters do."""
    vi = "Số, ký hiệu lẫn chữ với chữ số."
    en = "Letters and digits of the number are mixed up."
    for code in scene.codes:
        if "misread" in code.oddities:
            yield repair(code, vi, en)
        elif code.number.family == "unknown" and (meant := _meant(code)):
            yield Remark(span=code.span, vi=vi, en=en, suggestion=meant, citation=code.citation)
        elif code.number.symbol.text in {"QH", "UBTVQH"} and code.number.year is not None:
            behind = scene.given[code.span[1] : code.span[1] + 6]
            if term := _TERM_BEHIND.match(behind):
                yield Remark(
                    span=(code.span[0], code.span[1] + term.end()),
                    vi=vi,
                    en=en,
                    suggestion=f"{code.repaired}{term['term'].translate(_DIGITS)}",
                    citation=code.citation,
                )


def _meant(code: PrintedCode) -> str | None:
    """Give the number that letters of no table stand for, where one exchange makes it known."""
    head, slash, symbol = code.repaired.rpartition("/")
    if match := _TERM.fullmatch(symbol):
        return f"{head}{slash}{match['body']}{match['term'].translate(_DIGITS)}"
    for letter in _ZEROS if "0" in symbol else ():
        found = read_number(f"{head}{slash}{symbol.replace('0', letter)}")
        if found is not None and found.symbol.types and found.symbol.known:
            return found.canonical
    return None


@rule(
    "W15",
    "warning",
    name=Text("năm ghi tắt hoặc đảo chỗ", "year cut short or out of place"),
    what=Text(
        "năm ban hành ghi đủ bốn chữ số, sau số thứ tự",
        "the year has four digits and stands behind the ordinal",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị định số 05/11/NĐ-CP của Chính phủ về công tác dân tộc",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ về công tác dân tộc",
)
def odd_year(scene: Scene) -> Iterator[Remark]:
    """A year of two digits, one before the ordinal, or one whose digits are swapped."""
    for match in _YEARS.finditer(scene.source.text):
        types, body = match["types"], match["body"]
        if types and not (state_types().find(types) and state_issuers().find(body)):
            continue
        meant = _number_and_year(match["first"], match["second"])
        if meant is None:
            continue
        number, year, vi, en = meant
        yield Remark(
            span=scene.source.span(*match.span()),
            vi=vi,
            en=en,
            suggestion=None if year is None else f"{number}/{year}/{match['symbol']}",
        )


def _number_and_year(first: str, second: str) -> tuple[str, int | None, str, str] | None:
    if len(second) == _SHORT:
        if _is_year(first):
            vi, en = "Năm đứng trước số thứ tự.", "The year stands before the ordinal."
            return second, int(first), vi, en
        short = int(second)
        year = short + (2000 if short < _LAST_YEAR % _CENTURY else 1900)
        return first, year, "Năm ghi thiếu chữ số.", "The year has two digits only."
    if len(second) == _LONG and not second.startswith(("19", "20")):
        swapped = {
            int(second[:place] + second[place + 1] + second[place] + second[place + 2 :])
            for place in range(3)
        }
        fitting = [year for year in swapped if _is_year(str(year))]
        vi, en = "Năm trong số, ký hiệu không thể có.", "There is no such year."
        return first, fitting[0] if len(fitting) == 1 else None, vi, en
    if len(second) < _SHORT + 2 and _is_year(first):
        return (
            second,
            int(first),
            "Năm đứng trước số thứ tự.",
            "The year stands before the ordinal.",
        )
    return None


def _is_year(text: str) -> bool:
    return text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR


@rule(
    "N1",
    "warning",
    name=Text("thiếu số 0 trước số dưới 10", "zero missing before a number below 10"),
    what=Text("số thứ tự nhỏ hơn 10 có số 0 phía trước", "ordinals below 10 have a leading zero"),
    basis=basis.NUMBERING,
    wrong="Nghị định số 5/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def leading_zero(scene: Scene) -> Iterator[Remark]:
    """A number of one digit; those of before 1997 had no zero."""
    return repairs(
        scene,
        "zero",
        "Số nhỏ hơn 10 phải có số 0 phía trước.",
        "A number below 10 has a leading zero.",
    )


RULES = (misread_digits, odd_year, leading_zero)
