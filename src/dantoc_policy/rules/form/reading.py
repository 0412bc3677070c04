"""How a rule is read from its JSON form: node by node, each with its path for messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NoReturn, cast, get_args

from attrs import evolve, frozen

from dantoc_policy.errors import DefinitionError, InputError
from dantoc_policy.law.provision import Depth, Provision
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
    Operator,
    Reading,
)
from dantoc_policy.rules.form import FORMAT, VERSION
from dantoc_policy.rules.quantity import (
    Amount,
    Choice,
    Fact,
    Factual,
    Multiple,
    Number,
    Quantity,
    Ratio,
    Threshold,
)
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

_EXACT = re.compile(r"-?\d+(/[1-9]\d*)?", re.ASCII)
_NOTES = ("provision", "label", "doubt")


def read_rule(
    data: object,
    find: Callable[[str], type[Factual] | None],
    records: Mapping[str, type[Factual]],
) -> Rule:
    """Read a whole document; `find` gives the packaged record classes, `records` more.

    >>> from dantoc_policy.rules.codec import record_class
    >>> read_rule({"format": "other"}, record_class, {})
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [rule_json.format] ...
    """
    document = _Value(data, "$")
    if document.get("format").raw != FORMAT or document.get("version").raw != VERSION:
        _refuse(
            "rule_json.format",
            document.path,
            f"không phải định dạng {FORMAT} phiên bản {VERSION}",
            f"is not of the format {FORMAT}, version {VERSION}",
        )
    document.only("format", "version", "key", "title", "record", "cases", "overlaps", "redundant")
    name = document.get("record")
    record = records.get(name.string()) or find(name.string())
    if record is None:
        _refuse(
            "rule_json.record",
            name.path,
            f"không có loại bản ghi {name.raw!r}",
            f"there is no record class {name.raw!r}",
        )
    reader = _Reader(record)
    overlaps = [pair.items(least=2, most=2) for pair in document.items("overlaps", optional=True)]
    try:
        return Rule(
            key=document.get("key").string(),
            title=document.get("title").text(),
            record=record,
            cases=tuple(reader.case(case) for case in document.items("cases", least=1)),
            overlaps=frozenset((one.string(), other.string()) for one, other in overlaps),
            redundant=frozenset(
                atom.string() for atom in document.items("redundant", optional=True)
            ),
        )
    except DefinitionError as error:
        problem = error.problem
        _refuse(problem.code, f"$.cases ({problem.place})", problem.vi, problem.en)


@frozen
class _Value:
    """A part of the document with its path."""

    raw: Any
    path: str

    def get(self, key: str) -> _Value:
        """Give a member; None where it is left out."""
        if not isinstance(self.raw, Mapping):
            _refuse("rule_json.value", self.path, "phải là một đối tượng", "must be an object")
        return _Value(cast("Mapping[str, Any]", self.raw).get(key), f"{self.path}.{key}")

    def only(self, *keys: str) -> None:
        """Refuse members of other names: a misspelt one must not be passed over."""
        for key in self.raw:
            if key not in keys:
                _refuse(
                    "rule_json.unknown_key",
                    f"{self.path}.{key}",
                    "không có thuộc tính này",
                    "there is no such member",
                )

    def items(
        self, key: str = "", *, optional: bool = False, least: int = 0, most: int | None = None
    ) -> list[_Value]:
        """Give the items of a list, as many as there may be."""
        found = self.get(key) if key else self
        if optional and found.raw is None:
            return []
        if not isinstance(found.raw, list | tuple):
            _refuse("rule_json.value", found.path, "phải là một danh sách", "must be a list")
        if len(found.raw) < least or (most is not None and len(found.raw) > most):
            count = str(least) if most == least else f">= {least}"
            _refuse("rule_json.value", found.path, f"số phần tử: {count}", f"items: {count}")
        return [_Value(item, f"{found.path}[{n}]") for n, item in enumerate(found.raw)]

    def string(self) -> str:
        """Give a string."""
        if not isinstance(self.raw, str):
            _refuse("rule_json.value", self.path, "phải là chuỗi chữ", "must be a string")
        return self.raw

    def whole(self) -> int:
        """Give a whole number; a truth is none."""
        if not isinstance(self.raw, int) or isinstance(self.raw, bool):
            _refuse("rule_json.value", self.path, "phải là số nguyên", "must be a whole number")
        return self.raw

    def exact(self) -> Fraction:
        """Give a whole number or a fraction."""
        whole = isinstance(self.raw, int) and not isinstance(self.raw, bool)
        if not whole and not (isinstance(self.raw, str) and _EXACT.fullmatch(self.raw)):
            _refuse(
                "rule_json.number",
                self.path,
                'phải là số nguyên hoặc phân số như "2/3"',
                'must be a whole number or a fraction such as "2/3"',
            )
        return Fraction(self.raw)

    def text(self) -> Text:
        """Give a text in both languages."""
        found = Text(self.get("vi").string(), self.get("en").string())
        self.only("vi", "en")
        return found

    def one_of(self, *words: str) -> str:
        """Give one of the given words."""
        if self.raw not in words:
            _refuse(
                "rule_json.word",
                self.path,
                f"phải là một trong: {', '.join(words)}",
                f"must be one of: {', '.join(words)}",
            )
        return str(self.raw)


class _Reader:
    """Reads the nodes of a rule over one record class."""

    def __init__(self, record: type[Factual]) -> None:
        self.record = record
        self.info = record.facts()

    def case(self, value: _Value) -> Case:
        outcome = value.get("outcome")
        holds = outcome.get("holds")
        if not isinstance(holds.raw, bool):
            _refuse("rule_json.value", holds.path, "phải là true/false", "must be true or false")
        found = Outcome(outcome.get("key").string(), outcome.get("text").text(), holds.raw)
        outcome.only("key", "text", "holds")
        value.only("outcome", "when", "provision", "doubt")
        when = value.get("when")
        return Case(
            outcome=found,
            when=None if when.raw is None else self.node(when),
            provision=_provision(value.get("provision")),
            doubt=_optional_text(value.get("doubt")),
        )

    def node(self, value: _Value) -> Condition:
        kinds: Mapping[str, tuple[Callable[[_Value], Condition], tuple[str, ...]]] = {
            "compare": (self._compare, ("left", "op", "right")),
            "flag": (self._flag, ("fact",)),
            "one_of": (self._one_of, ("fact", "values")),
            "open": (self._open, ("key", "question")),
            "not": (self._not, ("part",)),
            "all_of": (self._joined, ("parts",)),
            "any_of": (self._joined, ("parts",)),
            "at_least": (self._joined, ("parts", "count")),
            "reading": (self._reading, ("key", "question", "default", "options")),
        }
        read, keys = kinds[value.get("kind").one_of(*kinds)]
        value.only("kind", *keys, *_NOTES)
        return evolve(
            read(value),
            provision=_provision(value.get("provision")),
            label=_optional_text(value.get("label")),
            doubt=_optional_text(value.get("doubt")),
        )

    def _compare(self, value: _Value) -> Compare:
        op = value.get("op").one_of(">=", ">", "<=", "<")
        left = self._quantity(value.get("left"))
        right = self._threshold(value.get("right"))
        if left.unit is not right.unit:
            _clash(value.path, left.unit, right.unit)
        return Compare(left=left, op=cast("Operator", op), right=right)

    def _flag(self, value: _Value) -> Flag:
        return Flag(fact=self._fact(value.get("fact"), Unit.TRUTH))

    def _one_of(self, value: _Value) -> OneOf:
        words = tuple(word.string() for word in value.items("values"))
        return OneOf(fact=self._fact(value.get("fact"), Unit.NAME), values=words)

    def _open(self, value: _Value) -> Open:
        return Open(key=value.get("key").string(), question=value.get("question").text())

    def _not(self, value: _Value) -> Not:
        return Not(part=self.node(value.get("part")))

    def _joined(self, value: _Value) -> Condition:
        parts = tuple(self.node(part) for part in value.items("parts"))
        kind = value.get("kind").raw
        if kind != "at_least":
            return AllOf(parts=parts) if kind == "all_of" else AnyOf(parts=parts)
        count = value.get("count")
        if isinstance(count.raw, Mapping):
            choice = self._threshold(count)
            if not isinstance(choice, Choice) or choice.unit is not Unit.NAME:
                _refuse("rule_json.value", count.path, "phải là số đếm", "must be a count")
            return AtLeast(parts=parts, count=choice)
        return AtLeast(parts=parts, count=count.whole())

    def _reading(self, value: _Value) -> Reading:
        options = value.items("options", least=1)
        for option in options:
            option.get("key")
            option.only("key", "when")
        found = tuple((item.get("key").string(), self.node(item.get("when"))) for item in options)
        default = value.get("default").one_of(*(key for key, _ in found))
        return Reading(
            key=value.get("key").string(),
            options=found,
            default=default,
            question=value.get("question").text(),
        )

    def _quantity(self, value: _Value) -> Quantity:
        if value.get("kind").one_of("amount", "ratio") == "amount":
            value.only("kind", "facts")
            return self._amount(value.get("facts"))
        value.only("kind", "part", "whole")
        part, whole = self._amount(value.get("part")), self._amount(value.get("whole"))
        if part.unit is not whole.unit:
            _clash(value.path, part.unit, whole.unit)
        return Ratio(part, whole)

    def _amount(self, value: _Value) -> Amount:
        found = tuple(self._fact(name) for name in value.items(least=1))
        for fact in found:
            if not fact.unit.numeric or fact.unit is not found[0].unit:
                _clash(value.path, found[0].unit, fact.unit)
        return Amount(found)

    def _threshold(self, value: _Value) -> Threshold:
        kind = value.get("kind").one_of("number", "multiple", "choice")
        if kind == "number":
            value.only("kind", "value", "unit")
            unit = value.get("unit").one_of(*(unit.value for unit in Unit))
            return Number(value.get("value").exact(), Unit(unit))
        if kind == "multiple":
            value.only("kind", "factor", "fact")
            return Multiple(value.get("factor").exact(), self._fact(value.get("fact")))
        value.only("kind", "condition", "then", "otherwise")
        then = self._threshold(value.get("then"))
        otherwise = self._threshold(value.get("otherwise"))
        if then.unit is not otherwise.unit:
            _clash(value.path, then.unit, otherwise.unit)
        return Choice(self.node(value.get("condition")), then, otherwise)

    def _fact(self, value: _Value, unit: Unit | None = None) -> Fact:
        name = value.string()
        if name not in self.info:
            _refuse(
                "rule_json.fact",
                value.path,
                f"{self.record.__name__} không có số liệu {name!r}",
                f"{self.record.__name__} has no fact {name!r}",
            )
        if unit is not None and self.info[name].unit is not unit:
            _clash(value.path, unit, self.info[name].unit)
        return Fact(self.record.__name__, name, self.info[name])


def _provision(value: _Value) -> Provision | None:
    if value.raw is None:
        return None
    article, clause, point = (value.get(key) for key in ("article", "clause", "point"))
    sure = value.get("sure").one_of(*get_args(Depth))
    document = value.get("document").string()
    value.only("document", "article", "clause", "point", "sure")
    return Provision(
        document,
        None if article.raw is None else article.whole(),
        None if clause.raw is None else clause.whole(),
        None if point.raw is None else point.string(),
        cast("Depth", sure),
    )


def _optional_text(value: _Value) -> Text | None:
    return None if value.raw is None else value.text()


def _clash(path: str, one: Unit, other: Unit) -> NoReturn:
    _refuse(
        "rule_json.unit",
        path,
        f"hai đơn vị khác nhau: {one.value} và {other.value}",
        f"unlike units: {one.value} and {other.value}",
    )


def _refuse(code: str, path: str, vi: str, en: str) -> NoReturn:
    raise InputError.of(code, place=path, vi=f"{vi.rstrip('.')}.", en=f"{en.rstrip('.')}.")
