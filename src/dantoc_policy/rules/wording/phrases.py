"""The phrases of which rules and decisions are worded, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Flag,
    Not,
    OneOf,
    Open,
)
from dantoc_policy.rules.exact.atom import Truth, alias_of
from dantoc_policy.rules.quantity import Amount, Choice, Factual, Multiple, Number, Threshold
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

Line = tuple[int, str]
MARKS: Mapping[Truth, str] = {True: "[x]", False: "[ ]", None: "[?]"}

_OPERATORS = {
    ">=": Text("từ {} trở lên", "at least {}"),
    ">": Text("trên {}", "over {}"),
    "<=": Text("không quá {}", "at most {}"),
    "<": Text("dưới {}", "under {}"),
}
_TRUTHS: Mapping[Truth, Text] = {
    True: Text("đúng", "true"),
    False: Text("sai", "false"),
    None: Text("chưa rõ", "not known"),
}
_ANSWERS: Mapping[Truth, Text] = {
    True: Text("có", "yes"),
    False: Text("không", "no"),
    None: Text("chưa rõ", "not known"),
}
# Shares such as 2/3 are printed as the fraction that the law names.
_LARGEST_DENOMINATOR = 12


@frozen
class Phrases:
    """Words the parts of a rule about one kind of record, in one language."""

    record: type[Factual]
    locale: Locale

    def get(self, vi: str, en: str) -> str:
        """Choose the language's phrase."""
        return vi if self.locale == "vi" else en

    def truth(self, truth: Truth) -> str:
        """Word a truth."""
        return _TRUTHS[truth].get(self.locale)

    def answer(self, truth: Truth) -> str:
        """Word what a sheet says to a yes-or-no fact."""
        return _ANSWERS[truth].get(self.locale)

    def fact(self, name: str) -> str:
        """Name a fact for people."""
        return self.record.facts()[name].label.get(self.locale)

    def cite(self, provision: Provision | None) -> str:
        """Give a provision in brackets, without its document; nothing for a whole document."""
        place = "" if provision is None else provision.place(self.locale)
        return f" ({place})" if place else ""

    def doubt(self, doubt: Text | None) -> str:
        """Mark what is not verified, with the reason."""
        if doubt is None:
            return ""
        return f" [{self.get('chưa kiểm chứng', 'not verified')}: {doubt.get(self.locale)}]"

    def joined(self, words: list[str]) -> str:
        """Join alternatives: "a, b or c"."""
        if len(words) == 1:
            return words[0]
        return f"{', '.join(words[:-1])}{self.get(' hoặc ', ' or ')}{words[-1]}"

    def number(self, value: Fraction | Decimal | int, unit: Unit, decimals: int = 2) -> str:
        """Word a number with its unit; a share as the law would print it."""
        value = Fraction(value)
        if unit is Unit.PERCENT:
            share = value / 100
            if value.denominator % 3 == 0 and share.denominator <= _LARGEST_DENOMINATOR:
                return f"{share.numerator}/{share.denominator}"
            return f"{format_number(value, self.locale, max_decimals=decimals)}%"
        word = unit.text.get(self.locale)
        number = format_number(value, self.locale, max_decimals=decimals)
        return f"{number} {word}" if word else number

    def figure(self, value: Any, unit: Unit) -> str:
        """Word a figure as a record gives it: a number, bounds, a truth or a word."""
        if isinstance(value, Bounds):
            return self._bounds(value, unit)
        if isinstance(value, bool):
            return self.answer(value)
        return self.number(value, unit) if isinstance(value, int | Decimal) else str(value)

    def _bounds(self, value: Bounds, unit: Unit) -> str:
        parts = []
        if value.low is not None:
            op = ">" if value.low_open else ">="
            parts.append(_OPERATORS[op].get(self.locale).format(self.number(value.low, unit)))
        if value.high is not None:
            op = "<" if value.high_open else "<="
            parts.append(_OPERATORS[op].get(self.locale).format(self.number(value.high, unit)))
        return ", ".join(parts)

    # Conditions.

    def compare(self, node: Compare, right: Threshold) -> str:
        """Word a comparison with the given threshold: "poor rate at least 20 %"."""
        name = self.quantity(node)
        if isinstance(right, Choice):
            then = self._against(node.op, right.then)
            otherwise = self._against(node.op, right.otherwise)
            when = self.inline(right.condition)
            return self.get(
                f"{name} {then} (nếu {when}) hoặc {otherwise} (nếu không)",
                f"{name} {then} (if {when}) or {otherwise} (otherwise)",
            )
        return f"{name} {self._against(node.op, right)}"

    def _against(self, op: str, right: Threshold) -> str:
        if isinstance(right, Choice):
            return f"{self._against(op, right.then)} / {self._against(op, right.otherwise)}"
        if isinstance(right, Multiple):
            shown = self._multiple(right)
        else:
            shown = self.number(right.value, right.unit)
        return _OPERATORS[op].get(self.locale).format(shown)

    def _multiple(self, right: Multiple) -> str:
        base = self.fact(right.fact.name)
        if right.factor == 1:
            return self.get(base, f"the {base}")
        factor = format_number(right.factor, self.locale)
        return self.get(f"{factor} lần {base}", f"{factor} times the {base}")

    def quantity(self, node: Compare) -> str:
        """Name what is compared: a fact, a sum, or a share by the name of its percentage."""
        if node.label is not None:
            return node.label.get(self.locale)
        left = node.left
        if isinstance(left, Amount):
            return " + ".join(self.fact(name) for name in left.names)
        alias = alias_of(self.record, left)
        if alias is not None:
            return self.fact(alias)
        # "tỷ lệ thôn …", not "tỷ lệ số thôn …".
        part = " + ".join(self.fact(name).removeprefix("số ") for name in left.part.names)
        whole = " + ".join(self.fact(name) for name in left.whole.names)
        return self.get(f"tỷ lệ {part} trên {whole}", f"share of {part} in {whole}")

    def join(self, node: Condition) -> str:
        """Word how a condition joins those below it."""
        if node.label is not None:
            return node.label.get(self.locale)
        if isinstance(node, AllOf):
            return self.get("tất cả các điều kiện sau", "all of")
        if isinstance(node, AnyOf):
            return self.get("một trong các điều kiện sau", "any of")
        if isinstance(node, AtLeast):
            count = self._count(node.count)
            return self.get(f"ít nhất {count} điều kiện sau", f"at least {count} of")
        return self.get("không phải", "not")

    def _count(self, count: int | Threshold) -> str:
        if isinstance(count, Choice):
            then, otherwise = self._count(count.then), self._count(count.otherwise)
            when = self.inline(count.condition)
            return self.get(
                f"{then} (nếu {when}; nếu không: {otherwise})",
                f"{then} (if {when}; else {otherwise})",
            )
        return str(int(count.value) if isinstance(count, Number) else count)

    def leaf(self, node: Condition) -> str:
        """Word a condition on a yes-or-no fact or a word: what it asks for."""
        if isinstance(node, Not):
            if node.label is not None:
                return node.label.get(self.locale)
            return f"{self.inline(node.part)}: {self.get('không', 'no')}"
        if isinstance(node, Flag):
            return f"{self.fact(node.fact.name)}: {self.get('có', 'yes')}"
        return self.inline(node)

    def inline(self, node: Condition) -> str:
        """Word a short condition in one piece, for "if ..." inside a line."""
        if isinstance(node, Compare):
            return self.compare(node, node.right)
        if isinstance(node, AllOf | AnyOf):
            word = self.get(" và ", " and ") if isinstance(node, AllOf) else None
            return (word or self.get(" hoặc ", " or ")).join(map(self.inline, node.parts))
        if isinstance(node, Flag):
            return self.fact(node.fact.name)
        if isinstance(node, OneOf):
            word = self.get("là một trong", "is one of")
            return f"{self.fact(node.fact.name)} {word}: {', '.join(node.values)}"
        if isinstance(node, Open):
            return node.question.get(self.locale)
        if isinstance(node, Not):
            return f"{self.get('không', 'not')} {self.inline(node.part)}"
        raise TypeError(node)


def fact_label(record: type[Factual], name: str, locale: Locale = "vi") -> str:
    """Name one fact of a record class for people.

    >>> from dantoc_policy.places.commune import Commune
    >>> fact_label(Commune, "poor_households")
    'số hộ nghèo'
    """
    return Phrases(record, locale).fact(name)


def is_leaf(node: Condition) -> bool:
    """Say whether a condition is worded in one line: a fact, or its opposite."""
    return not node.children or (isinstance(node, Not) and isinstance(node.part, Flag))


def printed(title: str, lines: list[Line], *, markdown: bool) -> str:
    """Lay out a title and indented lines, as plain text or as a Markdown list."""
    if markdown:
        body = "\n".join(f"{'  ' * depth}- {text}" for depth, text in lines)
        return f"**{title}**\n\n{body}\n"
    return "\n".join([title, *(f"{'  ' * (depth + 1)}{text}" for depth, text in lines)])
