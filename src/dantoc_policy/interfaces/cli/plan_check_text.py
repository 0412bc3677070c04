"""What `dantoc plan check` says: each kind of problem once, with all its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Styled

from dantoc_policy.errors import Locale, Problem, Severity
from dantoc_policy.interfaces.cli.lookup_text import capital, print_lines, screen
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.interfaces.plans.check import PlanCheck

_SEVERITIES: dict[Severity, tuple[Text, str]] = {
    "error": (Text("lỗi", "error"), "bold red"),
    "warning": (Text("cảnh báo", "warning"), "bold yellow"),
    "note": (Text("lưu ý", "note"), "bold cyan"),
}
# More places than these stand on running lines.
_LISTED = 5
_NOTHING = Text("Không thấy vấn đề nào.", "No problems found.")


def print_check(found: PlanCheck, locale: Locale) -> None:
    """Print what was found, errors first, and how much of each severity."""
    to = screen()
    head = found.name if found.plan is None else capital(found.plan.title.get(locale))
    emit(to, Styled(head, style="bold"))
    for severity in _SEVERITIES:
        by_code: dict[str, list[Problem]] = {}
        for problem in found.of(severity):
            by_code.setdefault(problem.code, []).append(problem)
        for code, problems in by_code.items():
            _print_kind(to, severity, code, problems, locale)
    emit(to, "")
    emit(to, Styled(summary(found, locale), style="bold"))


def summary(found: PlanCheck, locale: Locale) -> str:
    """Say how many problems of each severity there are."""
    if not found.problems:
        return _NOTHING.get(locale)
    said = []
    for severity, (one, _) in _SEVERITIES.items():
        number = len(found.of(severity))
        plural = "s" if locale == "en" and number != 1 else ""
        said.append(f"{number} {one.get(locale)}{plural}")
    return ", ".join(said) + "."


def _print_kind(
    to: Console, severity: Severity, code: str, problems: list[Problem], locale: Locale
) -> None:
    word, colour = _SEVERITIES[severity]
    many = f" × {len(problems)}" if len(problems) > 1 else ""
    emit(to, "")
    emit(to, Styled(f"{word.get(locale)} [{code}]{many}", style=colour))
    texts = {_said(problem, locale) for problem in problems}
    mends = {_mend(problem, locale) for problem in problems}
    if len(texts) == 1:
        # The same of many places is said once.
        print_lines(to, [f"  {next(iter(texts))}"])
        places = [problem.place for problem in problems]
        several = [f"  - {', '.join(places)}"] if len(places) > _LISTED else None
        print_lines(to, several or [f"  - {place}" for place in places])
    else:
        for problem in problems:
            print_lines(to, [f"  - {problem.place}: {_said(problem, locale)}"])
            if len(mends) > 1 and _mend(problem, locale):
                print_lines(to, [Styled(f"    → {_mend(problem, locale)}", style="dim")])
    if len(mends) == 1 and (mend := next(iter(mends))):
        print_lines(to, [Styled(f"  → {mend}", style="dim")])


def _said(problem: Problem, locale: Locale) -> str:
    return problem.vi if locale == "vi" else problem.en


def _mend(problem: Problem, locale: Locale) -> str:
    return problem.mend_vi if locale == "vi" else problem.mend_en
