"""One decision as sentences: the answer, its clauses, each finding, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import AtLeast, Compare, Condition, Flag, Not
from dantoc_policy.rules.quantity import Amount, Multiple
from dantoc_policy.rules.wording.phrases import MARKS, Line, Phrases, is_leaf, printed
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from dantoc_policy.rules.evaluation import Evaluation
    from dantoc_policy.rules.finding import Finding

_DECIMALS, _MOST_DECIMALS = 2, 6


def explain(evaluation: Evaluation, locale: Locale = "vi", *, markdown: bool = False) -> str:
    """Give one decision with its grounds, in the given language.

    >>> from dantoc_policy.instruments import qd_33_2020
    >>> from dantoc_policy.places.commune import Commune
    >>> from dantoc_policy.rules.decide import decide
    >>> commune = Commune(name="A", minority_share=90, poor_rate=4, in_mekong_delta=False)
    >>> print(explain(decide(qd_33_2020.COMMUNE, commune), "en").splitlines()[0])
    A: region I
    """
    phrases = Phrases(evaluation.rule.record, locale)
    lines: list[Line] = [(0, line) for line in _summary(evaluation, phrases)]
    lines.append((0, phrases.get("Căn cứ:", "Grounds:")))
    lines += _Grounds(phrases).lines(evaluation)
    for warning in evaluation.warnings:
        word = phrases.get("Lưu ý", "Note")
        lines.append((0, f"{word} ({warning.code}): {warning.message(locale)}"))
    return printed(_answer(evaluation, phrases), lines, markdown=markdown)


def _answer(evaluation: Evaluation, phrases: Phrases) -> str:
    name, decided = evaluation.record.name, evaluation.decided
    if decided is not None:
        answer = decided.text.get(phrases.locale)
    elif not evaluation.possible:
        answer = phrases.get(
            "số liệu mâu thuẫn, không kết luận", "contradictory figures, no answer"
        )
    else:
        texts = {c.outcome.key: c.outcome.text.get(phrases.locale) for c in evaluation.cases}
        joined = phrases.joined([texts[key] for key in evaluation.possible])
        answer = phrases.get(f"chưa xác định; có thể là {joined}", f"undetermined; may be {joined}")
    return f"{name}: {answer}" if name else answer[0].upper() + answer[1:]


def _summary(evaluation: Evaluation, phrases: Phrases) -> Iterator[str]:
    locale = phrases.locale
    if evaluation.instrument is not None and evaluation.as_of is not None:
        from dantoc_policy.values.calendar_dates import format_date

        day = format_date(evaluation.as_of, locale)
        name = Provision(evaluation.instrument).text(locale)
        yield phrases.get(f"Theo {name}, ngày {day}.", f"Under {name}, on {day}.")
    if evaluation.provisions:
        # Where no number is known, the document itself is what can be cited.
        clauses = "; ".join(p.place(locale) or p.text(locale) for p in evaluation.provisions)
        yield phrases.get(f"Điều khoản quyết định: {clauses}.", f"Deciding clauses: {clauses}.")
    if evaluation.missing:
        names = "; ".join(phrases.fact(name) for name in evaluation.missing)
        yield phrases.get(f"Còn thiếu: {names}.", f"Missing: {names}.")
        shares = "; ".join(phrases.fact(name) for name in _instead(evaluation))
        if shares:
            yield phrases.get(
                f"Nếu không có số đếm, có thể cho: {shares}.",
                f"Where counts are not known, these will do: {shares}.",
            )
    if evaluation.readings:
        used = ", ".join(f"{key} = {option}" for key, option in evaluation.readings.items())
        yield phrases.get(f"Cách hiểu đã dùng: {used}.", f"Readings used: {used}.")


def _instead(evaluation: Evaluation) -> Iterator[str]:
    """Give the percentages that would do instead of missing counts."""
    missing = set(evaluation.missing)
    for name, info in evaluation.rule.record.facts().items():
        if info.share_of and missing.issuperset({*info.share_of.parts, info.share_of.whole}):
            yield name


class _Grounds:
    """Words the findings; what was listed once is only counted when it comes again."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.listed: set[tuple[Condition, ...]] = set()

    def lines(self, evaluation: Evaluation) -> Iterator[Line]:
        phrases, still_open = self.phrases, False
        for case, finding in zip(evaluation.cases, evaluation.findings, strict=True):
            if finding is None:
                continue
            truth = phrases.truth(finding.truth)
            if finding.truth and still_open:
                truth = phrases.get(
                    "đúng, nếu không thuộc trường hợp trên", "true, if none of the above"
                )
            name = case.outcome.text.get(phrases.locale)
            mark = MARKS[finding.truth]
            yield 1, f"{mark} {name}{phrases.cite(case.provision)}: {truth}"
            yield from self._finding(finding, 2, case.provision)
            still_open = still_open or finding.truth is None

    def _finding(self, finding: Finding, depth: int, above: Provision | None) -> Iterator[Line]:
        node, phrases = finding.condition, self.phrases
        cited = phrases.cite(finding.provision) if finding.provision != above else ""
        cited += phrases.doubt(node.doubt)
        mark, truth = MARKS[finding.truth], phrases.truth(finding.truth)
        if isinstance(node, Compare):
            asked = phrases.compare(node, finding.threshold or node.right)
            yield depth, f"{mark} {asked}{cited}: {self._measured(finding, node)}"
        elif is_leaf(node):
            said = self._said(finding, node)
            yield depth, f"{mark} {phrases.leaf(node)}{cited}{said} → {truth}"
        else:
            again = self._listed(node)
            count = self._count(finding) if isinstance(node, AtLeast) else ""
            above_text = phrases.get(" (đã nêu trên)", " (listed above)") if again else ""
            yield depth, f"{mark} {phrases.join(node)}{cited}: {count}{truth}{above_text}"
            for child in () if again else finding.children:
                yield from self._finding(child, depth + 1, finding.provision)

    def _listed(self, node: Condition) -> bool:
        again = node.children in self.listed
        self.listed.add(node.children)
        return again

    def _count(self, finding: Finding) -> str:
        met = sum(child.truth is True for child in finding.children)
        unknown = sum(child.truth is None for child in finding.children)
        text = f"{met}/{len(finding.children)} {self.phrases.get('đạt', 'met')}"
        if unknown:
            text += f", {unknown} {self.phrases.get('chưa rõ', 'not known')}"
        return f"{text} → "

    def _said(self, finding: Finding, node: Condition) -> str:
        """Say what the record answers to the question of a yes-or-no fact."""
        flag = node.part if isinstance(node, Not) else node
        if not isinstance(flag, Flag):
            return ""
        leaf = finding.children[0] if finding.children else finding
        value = leaf.value if isinstance(leaf.value, bool) else None
        word = self.phrases.get("số liệu", "the record says")
        return f"; {word}: {self.phrases.answer(value)}"

    def _measured(self, finding: Finding, node: Compare) -> str:
        """Give the figures of a comparison: value, the counts behind it, and the truth."""
        phrases, left, facts = self.phrases, node.left, finding.facts
        info = phrases.record.facts()
        truth = phrases.truth(finding.truth)
        if not isinstance(finding.value, Fraction):
            known = [
                f"{info[name].label.get(phrases.locale)} {phrases.figure(value, info[name].unit)}"
                for name, value in facts.items()
            ]
            return f"{'; '.join(known)} → {truth}" if known else truth
        decimals = _telling(phrases, finding.value, finding.limit, left.unit)
        shown = phrases.number(finding.value, left.unit, decimals)
        if not isinstance(left, Amount) and all(fact.name in facts for fact in left.facts):
            part = " + ".join(phrases.figure(facts[name], Unit.NAME) for name in left.part.names)
            whole = " + ".join(phrases.figure(facts[name], Unit.NAME) for name in left.whole.names)
            shown = f"{shown} ({part} / {whole})"
        if isinstance(finding.threshold, Multiple) and finding.limit is not None:
            limit = phrases.number(finding.limit, left.unit, decimals)
            shown = f"{shown}, {phrases.get('ngưỡng', 'threshold')} {limit}"
        return f"{shown} → {truth}"


def _telling(phrases: Phrases, value: Fraction, limit: Fraction | None, unit: Unit) -> int:
    """Give how many decimals a figure needs, so that it does not look like a threshold it misses.

    33.196 against 33.195 is no 33.2 against 33.2.
    """
    if limit is None or value == limit:
        return _DECIMALS
    for decimals in range(_DECIMALS, _MOST_DECIMALS):
        if phrases.number(value, unit, decimals) != phrases.number(limit, unit, decimals):
            return decimals
    return _MOST_DECIMALS
