"""The reading of a rule as sentences in Vietnamese or English; see `explain` for decisions."""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import Compare, Condition, Joined, Reading
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.wording.phrases import Line, Phrases, is_leaf, printed


def describe(rule: Rule, locale: Locale = "vi", *, markdown: bool = False) -> str:
    """Give the rule as a list of sentences, case by case, each with its provision.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> print(describe(nd_272_2025.PROVINCE, "en").splitlines()[0])
    Whether a province belongs to the minority and mountainous area
    """
    phrases = Phrases(rule.record, locale)
    lines: list[Line] = []
    for case in rule.cases:
        lead = f"{case.outcome.text.get(locale)}{phrases.cite(case.provision)}"
        if case.when is None:
            rest = phrases.get("các trường hợp còn lại", "all other cases")
            lines.append((0, f"{lead}: {rest}"))
        else:
            lines.append((0, f"{lead}:{phrases.doubt(case.doubt)}"))
            lines += _lines(phrases, case.when, 1, case.provision)
    return printed(rule.title.get(locale), lines, markdown=markdown)


def _lines(
    phrases: Phrases, node: Condition, depth: int, above: Provision | None
) -> Iterator[Line]:
    cited = phrases.cite(node.provision) if node.provision not in (None, above) else ""
    cited += phrases.doubt(node.doubt)
    below = node.provision or above
    if isinstance(node, Compare):
        yield depth, f"{phrases.compare(node, node.right)}{cited}"
    elif isinstance(node, Reading):
        question = node.question.get(phrases.locale)
        word = phrases.get("có nhiều cách hiểu", "several readings")
        yield depth, f"{node.key} ({word}: {question}){cited}"
        for key, option in node.options:
            default = phrases.get(" (mặc định)", " (default)") if key == node.default else ""
            yield depth + 1, f"{key}{default}:"
            yield from _lines(phrases, option, depth + 2, below)
    elif is_leaf(node):
        yield depth, f"{phrases.leaf(node)}{cited}"
    else:
        yield depth, f"{phrases.join(node)}{cited}"
        for part in node.parts if isinstance(node, Joined) else node.children:
            yield from _lines(phrases, part, depth + 1, below)
