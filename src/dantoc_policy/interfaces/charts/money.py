"""The picture of disbursement: what was paid out of what was there, by kind of capital."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.charts import style
from dantoc_policy.interfaces.charts.style import pick
from dantoc_policy.plans.disbursement import StatedRate, stated_rates
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.money import Money
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from altair import LayerChart

_WIDTH, _ROW, _LETTERS = 620, 84, 26
_BILLION = 1_000_000_000
_CAPITAL = {
    "all": Text("toàn bộ vốn", "all capital"),
    "investment": Text("vốn đầu tư", "investment"),
    "recurrent": Text("vốn sự nghiệp", "recurrent"),
}


def disbursement_chart(plan: Plan, *, locale: Locale = "vi") -> LayerChart:
    """Draw each disbursement that a document reports: the money there was, the part paid out.

    The rate is reckoned from the amounts; where the document prints one, it stands beside it.

    Raises:
        InputError: `chart.no_disbursement` where the plan reports none.
        MissingExtraError: the extra `charts` is not installed.

    >>> from dantoc_policy.plans.library import plans
    >>> drawn = disbursement_chart(plans.get("bac-kan-review-2024"), locale="en")
    >>> drawn.to_dict()["title"]["text"]
    ['Disbursement: paid out of the money there was']
    """
    alt = style.load_altair()
    rates = stated_rates(plan)
    if not rates:
        raise InputError.of(
            "chart.no_disbursement",
            place=plan.id,
            vi="kế hoạch này không có số giải ngân.",
            en="this plan reports no disbursement.",
            mend_vi="Ghi funding với stage: disbursed, và of: mã của số vốn được sử dụng.",
            mend_en="Write funding with stage: disbursed, and of: the money that it is part of.",
        )
    rows = [
        _row(rate, name, locale) for rate, name in zip(rates, _names(rates, locale), strict=True)
    ]
    data = alt.Chart(alt.Data(values=rows))
    unit = pick(locale, "tỷ đồng", "VND billion")
    x = alt.X("there:Q", axis=style.number_axis(alt, locale, unit, tickCount=6))
    y = alt.Y(
        "capital:N",
        sort=None,
        axis=alt.Axis(
            title=None,
            ticks=False,
            domain=False,
            labelExpr="split(datum.label, '\\n')",
            labelLimit=0,
            labelPadding=10,
            labelFontSize=13,
        ),
    )
    words = pick(locale, "vốn được sử dụng", "there was"), pick(locale, "đã giải ngân", "paid out")
    colours = alt.Scale(domain=list(words), range=["#cfe3f1", style.BLUE])
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolType="square")

    def bars(field: str, word: str, size: int) -> Any:
        return (
            data.mark_bar(size=size, stroke=style.BLUE, strokeWidth=1)
            .encode(
                x=x if field == "there" else alt.X(f"{field}:Q"),
                y=y,
                color=alt.Color("word:N", scale=colours, legend=legend),
            )
            .transform_calculate(word=f"'{word}'")
        )

    texts = data.mark_text(
        align="left", baseline="middle", dy=-32, fontSize=12.5, color=style.INK
    ).encode(x=alt.datum(0), y=y, text="text:N")
    heading = pick(
        locale, "Giải ngân so với vốn được sử dụng", "Disbursement: paid out of the money there was"
    )
    chart = alt.layer(bars("there", words[0], 34), bars("paid", words[1], 18), texts)
    chart = chart.properties(
        width=_WIDTH,
        height=_ROW * len(rows),
        title=style.titled(alt, [heading], _under(plan, rates, locale)),
    )
    pictured: LayerChart = style.dressed(chart)
    return pictured


def _under(plan: Plan, rates: tuple[StatedRate, ...], locale: Locale) -> list[str]:
    days = {rate.paid.as_of or rate.paid.period for rate in rates}
    day = next(iter(days)) if len(days) == 1 else None
    when = "" if day is None else f", {day.text(locale)}"
    return [*style.wrapped(f"{style.named(plan, locale)}{when}", 96)]


def _row(rate: StatedRate, name: str, locale: Locale) -> dict[str, Any]:
    paid, there = rate.paid.amount, rate.available.amount
    computed = format_number(rate.nominal, locale, max_decimals=1)
    space = pick(locale, "", " ")
    part = _amount(paid, rate.paid.comparator, locale)
    whole = _amount(there, rate.available.comparator, locale)
    said = [f"{part} / {whole} = {computed}{space}%"]
    if rate.paid.rate is not None:
        word = style.BOUNDS.get(rate.paid.rate_comparator)
        printed = f"{word.get(locale)} " if word else ""
        number = format_number(rate.paid.rate, locale)
        told = pick(locale, "văn bản ghi", "printed")
        said.append(f"({told} {printed}{number}{space}%)")
    return {
        "capital": "\n".join(style.wrapped(name, _LETTERS)),
        "there": _billions(there),
        "paid": _billions(paid),
        "text": " ".join(said),
    }


def _names(rates: tuple[StatedRate, ...], locale: Locale) -> list[str]:
    """Name the kinds of capital; where one has several amounts, by what each of them is."""
    names = [style.upper_first(_CAPITAL[rate.paid.capital].get(locale)) for rate in rates]
    return [
        name if names.count(name) == 1 else f"{name}: {_which(rate, locale)}"
        for rate, name in zip(rates, names, strict=True)
    ]


def _which(rate: StatedRate, locale: Locale) -> str:
    return f"{rate.paid.gist.get(locale)} ({rate.paid.id})" if rate.paid.gist else rate.paid.id


def _amount(money: Money | None, comparator: Comparator, locale: Locale) -> str:
    word = style.BOUNDS.get(comparator)
    text = "" if money is None else money.text_in(locale=locale, max_decimals=1)
    return f"{word.get(locale)} {text}" if word else text


def _billions(money: Money | None) -> float:
    return 0.0 if money is None else money.vnd / _BILLION
