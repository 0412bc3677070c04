"""What `dantoc plan compare` says: the pairs of targets, by how ours stand to theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    capital,
    plain_table,
    print_head,
    print_lines,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.plans.comparison import Pair, PlanComparison
from dantoc_policy.plans.merged import Competition
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.strength import Strength
from dantoc_policy.plans.target import Target
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

_COLOURS = {
    Strength.STRONGER: "green",
    Strength.WEAKER: "bold yellow",
    Strength.EQUAL: "",
    Strength.NOT_COMPARABLE: "dim",
}
_ONLY = (Text("chỉ có ở đây", "only here"), Text("chỉ có ở kia", "only there"))


def print_comparison(found: PlanComparison, locale: Locale) -> None:
    """Print the counts, then the pairs of each relation, then what only one of the two has."""
    to = screen()
    ours, theirs = _name(found.plan), _name(found.other)
    print_head(to, Text(f"{ours} so với {theirs}", f"{ours} against {theirs}").get(locale))
    counts = Counter(pair.strength for pair in found if pair.strength)
    here = [pair.ours for pair in found if pair.strength is None and pair.ours]
    there = [pair.theirs for pair in found if pair.strength is None and pair.theirs]
    said = [f"{one.text.get(locale)}: {counts[one]}" for one in Strength if counts[one]]
    alone = zip(_ONLY, (here, there), strict=True)
    said += [f"{word.get(locale)}: {len(targets)}" for word, targets in alone if targets]
    emit(to, "; ".join(said))
    for strength in Strength:
        pairs = found.of(strength)
        if pairs:
            title = capital(strength.text.get(locale))
            print_section(to, Text(title, title), locale)
            _print_pairs(found, pairs, locale)
    for word, plan, targets in ((_ONLY[0], found.plan, here), (_ONLY[1], found.other, there)):
        if targets:
            print_section(to, Text(capital(word.vi), capital(word.en)), locale)
            print_lines(to, (f"- {_short(plan, target, locale)}" for target in targets))


def _print_pairs(found: PlanComparison, pairs: Sequence[Pair], locale: Locale) -> None:
    to = screen()
    why = any(pair.reasons for pair in pairs)
    columns = [Text(_name(found.plan), _name(found.plan)),
               Text(_name(found.other), _name(found.other))]  # fmt: skip
    ratios = [4, 4]
    if why:
        columns.append(Text("Vì sao", "Why"))
        ratios.append(4)
    table = plain_table(locale, columns, ratios)
    for pair in pairs:
        if pair.ours is None or pair.theirs is None or pair.strength is None:
            continue
        reasons = "; ".join(reason.get(locale) for reason in pair.reasons)
        cells: list[str | Styled] = [
            Styled(_short(found.plan, pair.ours, locale), style=_COLOURS[pair.strength]),
            _short(found.other, pair.theirs, locale),
        ]
        table.add_row(*cells, *([reasons] if why else []))
    emit(to, table)


def print_competing(found: Sequence[Competition], on: date, locale: Locale) -> None:
    """Print the targets that on a day hold for one and the same place."""
    to = screen()
    day = format_date(on, locale)
    print_section(
        to,
        Text(f"Ngày {day}, cùng áp cho một địa bàn", f"On {day}, for one and the same place"),
        locale,
    )
    if not found:
        none = Text("Không có chỉ tiêu nào: hai địa bàn không nhập làm một.",
                    "None: the two places are not one.")  # fmt: skip
        emit(to, none.get(locale))
        return
    for place in dict.fromkeys(one.place for one in found):
        emit(to, capital(place.text(locale)))
        columns = (Text("Chỉ số, năm", "Indicator, year"), Text("Các mức", "What is asked for"))
        table = plain_table(locale, columns, (3, 7))
        for one in found:
            if one.place == place:
                said = (f"{it.plan}: {it.gist.get(locale)}" for it in one.sayings)
                table.add_row(f"{one.indicator} ({one.due_year})", "\n".join(said))
        emit(to, table)
    emit(
        to,
        Text(
            "Kế hoạch không nói chỉ tiêu nào được giữ; ở đây cũng không chọn.",
            "Which of them holds the plans do not say, and it is not chosen here.",
        ).get(locale),
    )


def _name(plan: Plan) -> str:
    return plan.number or plan.id


def _short(plan: Plan, target: Target, locale: Locale) -> str:
    return f"{target.gist.get(locale)} ({plan.due_year(target)})"
