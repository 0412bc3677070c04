"""What a user of an answer should know: unverified law, rounded figures, open questions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from dantoc_policy.errors import LOCALES, Problem
from dantoc_policy.rules.condition import Compare, Open
from dantoc_policy.rules.exact.atom import EXACT
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.quantity import Amount
from dantoc_policy.values.fact import rounding

if TYPE_CHECKING:
    from dantoc_policy.rules.evaluation import Evaluation
    from dantoc_policy.rules.finding import Finding


def warnings(evaluation: Evaluation) -> Iterator[Problem]:
    """Give the warnings of one evaluation, each once."""
    seen: set[tuple[str, str]] = set()
    for problem in _all(evaluation):
        if (problem.code, problem.vi) not in seen:
            seen.add((problem.code, problem.vi))
            yield problem


def _all(evaluation: Evaluation) -> Iterator[Problem]:
    if not evaluation.possible:
        yield Problem(
            code="facts.inconsistent",
            vi="các số liệu mâu thuẫn nhau: không có cách nào bổ sung số liệu còn thiếu cho khớp.",
            en="the figures contradict each other: nothing that is missing can reconcile them.",
            mend_vi="Kiểm tra lại số đếm và tỷ lệ.",
            mend_en="Check the counts and the percentages.",
        )
    for doubt in evaluation.doubts:
        yield Problem(
            code="law.unverified",
            severity="warning",
            vi=f"căn cứ chưa được kiểm chứng: {doubt.vi}.",
            en=f"the law behind this is not verified: {doubt.en}.",
        )
    for case in evaluation.findings:
        if case is not None:
            yield from _open_questions(case)
            for leaf in case.leaves():
                if evaluation.hangs_on(leaf.condition):
                    yield from _rounded(leaf)
                    yield from _of_nothing(leaf, evaluation)
    yield from _other_readings(evaluation)


def _open_questions(finding: Finding) -> Iterator[Problem]:
    """Tell of a question that the law leaves open, where the facts do raise it."""
    for child in finding.children:
        node = child.condition
        if isinstance(node, Open) and all(
            other.truth for other in finding.children if other is not child
        ):
            yield Problem(
                code="law.open",
                severity="note",
                place=node.key,
                vi=f"{node.question.vi}.",
                en=f"{node.question.en}.",
            )
        yield from _open_questions(child)


def _rounded(leaf: Finding) -> Iterator[Problem]:
    """Warn of a stated percentage so near its threshold that rounding could decide."""
    node = leaf.condition
    if not isinstance(node, Compare) or leaf.limit is None or leaf.alias is None:
        return
    stated = leaf.facts.get(leaf.alias)
    counted = all(type(leaf.facts.get(fact.name)) in EXACT for fact in node.left.facts)
    if type(stated) not in EXACT or stated is None or counted:
        return
    if abs(Fraction(stated) - leaf.limit) <= rounding(stated):
        printed = str(stated).replace(".", ",")
        yield Problem(
            code="figures.rounded_at_threshold",
            severity="warning",
            place=leaf.alias,
            vi=f"{printed}% là số đã làm tròn và nằm sát ngưỡng; chỉ số đếm mới cho kết quả chắc "
            "chắn.",
            en=f"{stated} % is a rounded figure right at the threshold; only the counts can settle "
            "it.",
        )


def _of_nothing(leaf: Finding, evaluation: Evaluation) -> Iterator[Problem]:
    """Tell of a share whose whole is empty, so that no threshold can be asked of it."""
    node = leaf.condition
    if leaf.truth is not None or not isinstance(node, Compare) or isinstance(node.left, Amount):
        return
    names = node.left.whole.names
    if any(evaluation.values[name] != 0 for name in names):
        return
    facts = evaluation.rule.record.facts()
    labels = {lang: ", ".join(facts[n].label.get(lang) for n in names) for lang in LOCALES}
    yield Problem(
        code="figures.share_of_nothing",
        severity="note",
        place=names[0],
        vi=f"{labels['vi']} bằng 0 nên không có tỷ lệ để so với ngưỡng; tiêu chí này không xác "
        "định được.",
        en=f"{labels['en']}: 0, so there is no share to hold against the threshold; this criterion "
        "stays undetermined.",
    )


def _other_readings(evaluation: Evaluation) -> Iterator[Problem]:
    """Tell where another reading of an ambiguous provision gives another outcome."""
    if evaluation.outcome is None:
        return
    used = evaluation.readings
    for key, reading in evaluation.rule.readings.items():
        for option, _ in reading.options:
            if option == used[key]:
                continue
            other = compiled(evaluation.rule.read({**used, key: option}))
            number = other.outcome(other.truths(evaluation.values))
            if number is None or other.rule.cases[number].outcome.key == evaluation.outcome:
                continue
            answer = other.rule.cases[number].outcome.text
            yield Problem(
                code="law.reading_decides",
                severity="warning",
                place=key,
                vi=f"kết quả tùy cách hiểu: theo {option} là {answer.vi}. {reading.question.vi}",
                en=f"the outcome hangs on a reading: under {option} it is {answer.en}. "
                f"{reading.question.en}",
            )
