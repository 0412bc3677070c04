"""Whether plain Kleene logic would decide a rule as exactly as the decision does.

Kleene logic asks each atom by itself; the exact decision asks what all completions share. Which
of the two is meant is a matter of partly known records, so it is looked for in samples of them
and not proved: a proof would need quantifiers, which take seconds where this takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from dantoc_policy.rules.exact.compiled import Compiled, compiled
from dantoc_policy.rules.exact.completion import Completions
from dantoc_policy.rules.proof.report import Claim
from dantoc_policy.rules.proof.samples import Sampler
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text


def kleene_exact(rule: Rule, *, samples: int = 100, seed: int = 0) -> Claim:
    """Look for a partly known record of which Kleene logic says less than the exact decision.

    Facts are known exactly or not at all: of bounds Kleene logic on exact figures knows nothing.
    A record that is found is stripped to the facts that make the difference. The claim informs
    only; it is no fault of a rule.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> kleene_exact(nd_272_2025.PROVINCE).proved
    True
    """
    prepared = compiled(rule.read())
    sampler, random = Sampler(rule.record, [rule.read()]), Random(seed)  # noqa: S311 - samples

    def pick(low: int, high: int, likely: list[int]) -> int:
        if likely and random.random() < 0.7:  # noqa: PLR2004 - mostly near a threshold
            return random.choice(likely)
        return random.randint(low, high)

    records = [sampler.partial(pick, bounds=False) for _ in range(samples)]
    weaker = [record for record in records if says_less(prepared, record)]
    logical = [record for record in weaker if says_less(prepared, record, figures=False)]
    found = _stripped(prepared, weaker[0]) if weaker else {}
    text = (
        Text(
            f"logic Kleene nói ít hơn trong {len(weaker)} / {samples} mẫu số liệu thiếu: "
            f"{len(logical)} do xét từng trường hợp, còn lại do các số liệu ràng buộc nhau",
            f"Kleene logic says less in {len(weaker)} of {samples} sampled partial records: "
            f"{len(logical)} by cases of one atom, the others by figures that confine each other",
        )
        if weaker
        else Text(
            f"logic Kleene nói đủ trong {samples} mẫu số liệu thiếu",
            f"Kleene logic says as much in {samples} sampled partial records",
        )
    )
    return Claim(
        kind="kleene", subject=rule.key, text=text, proved=not weaker, facts=found, required=False
    )


def says_less(prepared: Compiled, values: Mapping[str, Any], *, figures: bool = True) -> bool:
    """Whether all completions of a record share an outcome that Kleene logic does not give.

    Without `figures`, atoms are answered as if no two of them hung together.
    """
    truths = prepared.truths(values)
    if prepared.outcome(truths) is not None:
        return False
    completions = Completions(prepared, values, truths)
    if not figures:
        completions.theories.clear()
        completions.truths = truths
    cases = completions.possible()
    return len({prepared.rule.cases[case].outcome.key for case in cases}) == 1


def _stripped(prepared: Compiled, values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out every known fact without which Kleene logic still says less."""
    kept = dict(values)
    for name in values:
        without = {**kept, name: None}
        if kept[name] is not None and says_less(prepared, without):
            kept = without
    return {name: value for name, value in kept.items() if value is not None}
