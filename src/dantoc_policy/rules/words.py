"""The reading of a rule, or of one decision, as sentences in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

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
    Reading,
)
from dantoc_policy.rules.quantity import Amount, Choice, Factual, Multiple, Number, Threshold
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from dantoc_policy.rules.evaluation import Evaluation
    from dantoc_policy.rules.finding import Finding

Line = tuple[int, str]

_OPERATORS = {
    ">=": Text("từ {} trở lên", "at least {}"),
    ">": Text("trên {}", "over {}"),
    "<=": Text("không quá {}", "at most {}"),
    "<": Text("dưới {}", "under {}"),
}
_TRUTH = {
    True: Text("đúng", "true"),
    False: Text("sai", "false"),
    None: Text("chưa rõ", "not known"),
}
_MARK = {True: "[x]", False: "[ ]", None: "[?]"}


def describe(rule: Rule, locale: Locale = "vi", *, markdown: bool = False) -> str:
    """Give the rule as a list of sentences, case by case, each with its provision.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> print(describe(nd_272_2025.PROVINCE, "en").splitlines()[0])
    Whether a province belongs to the minority and mountainous area
    """
    lines: list[Line] = []
    for case in rule.cases:
        head = case.outcome.text.get(locale)
        lead = f"{head}{_cite(case.provision, locale)}"
        if case.when is None:
            rest = Text("các trường hợp còn lại", "all other cases").get(locale)
            lines.append((0, f"{lead}: {rest}"))
        else:
            lines.append((0, f"{lead}:"))
            lines += _node_lines(case.when, rule.record, locale, 1, case.provision)
        if case.doubt is not None:
            lines.append((1, _unverified(case.doubt, locale)))
    return _printed(rule.title.get(locale), lines, markdown=markdown)


def explain(evaluation: Evaluation, locale: Locale = "vi", *, markdown: bool = False) -> str:
    """Give one decision as sentences: the answer, its clauses, each finding, what is missing."""
    lines: list[Line] = [(0, line) for line in _summary(evaluation, locale)]
    record = evaluation.rule.record
    lines.append((0, Text("Căn cứ:", "Grounds:").get(locale)))
    still_open = False
    for case, finding in zip(evaluation.cases, evaluation.findings, strict=True):
        if finding is None:
            continue
        provision = _cite(case.provision, locale)
        name = case.outcome.text.get(locale)
        truth = _truth(finding, locale)
        if finding.truth and still_open:
            truth = Text("đúng, nếu không thuộc trường hợp trên", "true, if none of the above").get(
                locale
            )
        lines.append((1, f"{_MARK[finding.truth]} {name}{provision}: {truth}"))
        lines += _finding_lines(finding, record, locale, 2, case.provision)
        if finding.truth:
            break
        still_open = still_open or finding.truth is None
    for warning in evaluation.warnings:
        word = Text("Lưu ý", "Note").get(locale)
        lines.append((0, f"{word} ({warning.code}): {warning.message(locale)}"))
    return _printed(_answer(evaluation, locale), lines, markdown=markdown)


def _answer(evaluation: Evaluation, locale: Locale) -> str:
    name = evaluation.record.name
    if evaluation.decided is not None:
        answer = evaluation.decided.text.get(locale)
    else:
        texts = {case.outcome.key: case.outcome.text.get(locale) for case in evaluation.cases}
        joined = _joined([texts[key] for key in evaluation.possible], locale)
        answer = Text(f"chưa xác định; có thể là {joined}", f"undetermined; may be {joined}").get(
            locale
        )
    return f"{name}: {answer}" if name else answer[0].upper() + answer[1:]


def _summary(evaluation: Evaluation, locale: Locale) -> Iterator[str]:
    if evaluation.instrument is not None and evaluation.as_of is not None:
        from dantoc_policy.values.calendar_dates import format_date

        day = format_date(evaluation.as_of, locale)
        name = Provision(evaluation.instrument).text(locale)
        yield Text(f"Theo {name}, ngày {day}.", f"Under {name}, on {day}.").get(locale)
    if evaluation.provisions:
        clauses = "; ".join(provision.place(locale) for provision in evaluation.provisions)
        yield Text(f"Điều khoản quyết định: {clauses}.", f"Deciding clauses: {clauses}.").get(
            locale
        )
    if evaluation.missing:
        names = "; ".join(fact_label(evaluation.rule.record, n, locale) for n in evaluation.missing)
        yield Text(f"Còn thiếu: {names}.", f"Missing: {names}.").get(locale)
    if evaluation.readings:
        used = ", ".join(f"{key} = {option}" for key, option in evaluation.readings.items())
        yield Text(f"Cách hiểu đã dùng: {used}.", f"Readings used: {used}.").get(locale)


def _finding_lines(
    finding: Finding,
    record: type[Factual],
    locale: Locale,
    depth: int,
    above: Provision | None,
) -> Iterator[Line]:
    node, provision = finding.condition, finding.provision
    cited = _cite(provision, locale) if provision != above else ""
    if node.doubt is not None:
        cited += f" {_unverified(node.doubt, locale)}"
    mark = _MARK[finding.truth]
    if isinstance(node, Compare):
        value = _measured(finding, record, locale)
        asked = _compare_text(node, finding.threshold or node.right, record, locale)
        yield depth, f"{mark} {asked}{cited}: {value}"
    elif (isinstance(node, Not) and isinstance(node.part, Flag)) or not finding.children:
        yield depth, f"{mark} {_leaf_text(node, record, locale)}{cited}: {_truth(finding, locale)}"
    else:
        yield depth, f"{mark} {_join_text(node, locale, record)}{cited}: {_truth(finding, locale)}"
        for child in finding.children:
            yield from _finding_lines(child, record, locale, depth + 1, provision)


def _measured(finding: Finding, record: type[Factual], locale: Locale) -> str:
    """Give the figures of a comparison: value, the counts behind it, and the truth."""
    truth = _truth(finding, locale)
    value = finding.value
    assert isinstance(finding.condition, Compare)  # noqa: S101 - the caller looked
    left, info = finding.condition.left, record.facts()
    if not isinstance(value, Fraction):
        known = [
            f"{info[name].label.get(locale)} {_plain(number, info[name].unit, locale)}"
            for name, number in finding.facts.items()
        ]
        return f"{truth} ({'; '.join(known)})" if known else truth
    shown = _number_text(value, left.unit, locale)
    facts = finding.facts
    if not isinstance(left, Amount) and all(fact.name in facts for fact in left.facts):
        parts = " + ".join(_plain(facts[fact.name], Unit.NAME, locale) for fact in left.part.facts)
        whole = _plain(facts[left.whole.facts[0].name], Unit.NAME, locale)
        shown = f"{shown} ({parts} / {whole})"
    limit = finding.limit
    if isinstance(finding.threshold, Multiple) and limit is not None:
        word = Text("ngưỡng", "threshold").get(locale)
        shown = f"{shown}, {word} {_number_text(limit, left.unit, locale)}"
    return f"{shown} → {truth}"


def _node_lines(
    node: Condition, record: type[Factual], locale: Locale, depth: int, above: Provision | None
) -> Iterator[Line]:
    cited = _cite(node.provision, locale) if node.provision not in (None, above) else ""
    if node.doubt is not None:
        cited += f" {_unverified(node.doubt, locale)}"
    if isinstance(node, Compare):
        yield depth, f"{_compare_text(node, node.right, record, locale)}{cited}"
    elif isinstance(node, Reading):
        word = Text("có nhiều cách hiểu", "several readings").get(locale)
        yield depth, f"{node.key} ({word}: {node.question.get(locale)}){cited}"
        for key, option in node.options:
            default = Text(" (mặc định)", " (default)").get(locale) if key == node.default else ""
            yield depth + 1, f"{key}{default}:"
            yield from _node_lines(option, record, locale, depth + 2, node.provision or above)
    elif not node.children or (isinstance(node, Not) and isinstance(node.part, Flag)):
        yield depth, f"{_leaf_text(node, record, locale)}{cited}"
    else:
        yield depth, f"{_join_text(node, locale, record)}{cited}"
        parts = node.parts if isinstance(node, AllOf | AnyOf | AtLeast) else node.children
        for part in parts:
            yield from _node_lines(part, record, locale, depth + 1, node.provision or above)


def _join_text(node: Condition, locale: Locale, record: type[Factual]) -> str:
    if node.label is not None:
        return node.label.get(locale)
    if isinstance(node, AllOf):
        return Text("tất cả các điều kiện sau", "all of").get(locale)
    if isinstance(node, AnyOf):
        return Text("một trong các điều kiện sau", "any of").get(locale)
    if isinstance(node, AtLeast):
        count = _count_text(node.count, record, locale)
        return Text(f"ít nhất {count} điều kiện sau", f"at least {count} of").get(locale)
    return Text("không phải", "not").get(locale)


def _count_text(count: int | Threshold, record: type[Factual], locale: Locale) -> str:
    if isinstance(count, Choice):
        then = _count_text(count.then, record, locale)
        otherwise = _count_text(count.otherwise, record, locale)
        when = _inline(count.condition, record, locale)
        return Text(
            f"{then} (nếu {when}; nếu không: {otherwise})", f"{then} (if {when}; else {otherwise})"
        ).get(locale)
    return str(int(count.value) if isinstance(count, Number) else count)


def _compare_text(node: Compare, right: Threshold, record: type[Factual], locale: Locale) -> str:
    name = _quantity_label(node, record, locale)
    if isinstance(right, Choice):
        then = _compare_only(node.op, right.then, record, locale)
        otherwise = _compare_only(node.op, right.otherwise, record, locale)
        when = _inline(right.condition, record, locale)
        return Text(
            f"{name} {then} (nếu {when}) hoặc {otherwise} (nếu không)",
            f"{name} {then} (if {when}) or {otherwise} (otherwise)",
        ).get(locale)
    return f"{name} {_compare_only(node.op, right, record, locale)}"


def _compare_only(op: str, right: Threshold, record: type[Factual], locale: Locale) -> str:
    if isinstance(right, Choice):
        then = _compare_only(op, right.then, record, locale)
        otherwise = _compare_only(op, right.otherwise, record, locale)
        return f"{then} / {otherwise}"
    if isinstance(right, Multiple):
        factor = format_number(right.factor, locale)
        base = fact_label(record, right.fact.name, locale)
        shown = Text(f"{factor} lần {base}", f"{factor} times the {base}").get(locale)
    else:
        shown = _number_text(right.value, right.unit, locale)
    return _OPERATORS[op].get(locale).format(shown)


def _inline(node: Condition, record: type[Factual], locale: Locale) -> str:
    """Give a short condition in one piece, for "if ..." inside a line."""
    if isinstance(node, Compare):
        return _compare_text(node, node.right, record, locale)
    if isinstance(node, AllOf | AnyOf):
        word = {AllOf: Text(" và ", " and "), AnyOf: Text(" hoặc ", " or ")}[type(node)]
        return word.get(locale).join(_inline(part, record, locale) for part in node.parts)
    return _leaf_text(node, record, locale)


def _leaf_text(node: Condition, record: type[Factual], locale: Locale) -> str:
    if isinstance(node, Not):
        no = Text("không: ", "not: ").get(locale)
        return no + _inline(node.part, record, locale)
    if isinstance(node, Flag):
        return fact_label(record, node.fact.name, locale)
    if isinstance(node, OneOf):
        name = fact_label(record, node.fact.name, locale)
        word = Text("là một trong", "is one of").get(locale)
        return f"{name} {word}: {', '.join(node.values)}"
    if isinstance(node, Open):
        return node.question.get(locale)
    raise TypeError(node)


def _quantity_label(node: Compare, record: type[Factual], locale: Locale) -> str:
    if node.label is not None:
        return node.label.get(locale)
    from dantoc_policy.rules.atom import alias_of

    left = node.left
    if isinstance(left, Amount):
        return " + ".join(fact_label(record, fact.name, locale) for fact in left.facts)
    alias = alias_of(record, left)
    if alias is not None:
        return fact_label(record, alias, locale)
    # "tỷ lệ thôn …", not "tỷ lệ số thôn …".
    part = " + ".join(
        fact_label(record, fact.name, locale).removeprefix("số ") for fact in left.part.facts
    )
    whole = " + ".join(fact_label(record, fact.name, locale) for fact in left.whole.facts)
    return Text(f"tỷ lệ {part} trên {whole}", f"share of {part} in {whole}").get(locale)


def fact_label(record: type[Factual], name: str, locale: Locale = "vi") -> str:
    """Give the name of a fact for people."""
    return record.facts()[name].label.get(locale)


def _number_text(value: Fraction, unit: Unit, locale: Locale) -> str:
    if unit is Unit.PERCENT:
        reduced = value / 100
        if value.denominator % 3 == 0 and reduced.denominator <= 12:  # noqa: PLR2004
            return f"{reduced.numerator}/{reduced.denominator}"
        return f"{format_number(value, locale, max_decimals=2)}%"
    word = unit.text.get(locale)
    number = format_number(value, locale, max_decimals=2)
    return f"{number} {word}" if word else number


def _plain(value: Any, unit: Unit, locale: Locale) -> str:
    if isinstance(value, Bounds):
        return str(value)
    if isinstance(value, bool):
        return _TRUTH[value].get(locale)
    if isinstance(value, int | Decimal):
        return _number_text(Fraction(value), unit, locale)
    return str(value)


def _truth(finding: Finding, locale: Locale) -> str:
    return _TRUTH[finding.truth].get(locale)


def _unverified(doubt: Text, locale: Locale) -> str:
    word = Text("chưa kiểm chứng", "not verified").get(locale)
    return f"[{word}: {doubt.get(locale)}]"


def _cite(provision: Provision | None, locale: Locale) -> str:
    return "" if provision is None else f" ({provision.place(locale)})"


def _joined(words: list[str], locale: Locale) -> str:
    if len(words) == 1:
        return words[0]
    last = Text(" hoặc ", " or ").get(locale)
    return f"{', '.join(words[:-1])}{last}{words[-1]}"


def _printed(title: str, lines: list[Line], *, markdown: bool) -> str:
    if markdown:
        body = "\n".join(f"{'  ' * depth}- {text}" for depth, text in lines)
        return f"**{title}**\n\n{body}\n"
    return "\n".join([title, *(f"{'  ' * (depth + 1)}{text}" for depth, text in lines)])
