"""What pydantic finds wrong with a plan file, said in both languages, with how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from dantoc_policy.errors import Problem
from dantoc_policy.interfaces.plans.field_words import field_words
from dantoc_policy.values.unit import Unit

_Item = Mapping[str, Any]
_LONGEST_SHOWN = 60
_MOST_NAMED = 16
# Messages that begin so have the value as their subject.
_PREDICATES = ("is ", "cannot ", "must ")
# What a writer puts for a word of the list.
_MEANT = {
    word.casefold(): unit.value
    for unit in Unit
    if unit.numeric
    for word in (unit.text.vi, unit.text.en)
} | {
    "=": "reach",
    "đạt": "reach",
    ">=": "at_least",
    "tối thiểu": "at_least",
    "ít nhất": "at_least",
    ">": "above",
    "trên": "above",
    "<=": "at_most",
    "không quá": "at_most",
    "<": "below",
    "dưới": "below",
    "khoảng": "about",
    "gần": "nearly",
    "phấn đấu": "strive",
    "duy trì": "maintain",
    "cơ bản": "basically",
}
_FORMS: dict[str, tuple[str, str, str, str]] = {
    "string": (
        "phải là một chuỗi",
        "must be a text",
        'Số, ngày, true/false thì đặt trong ngoặc kép: “{}” → "{}".',
        'Put a number, a day, true or false in quotes: {} → "{}".',
    ),
    "whole": (
        "phải là số nguyên",
        "must be a whole number",
        "Ghi như 2025.",
        "Write it as 2025.",
    ),
    "day": (
        "không phải một ngày",
        "is no day",
        "Ghi như 2021-06-04.",
        "Write it as 2021-06-04.",
    ),
    "list": ("phải là một danh sách", "must be a list", "Ghi như [a, b].", "Write it as [a, b]."),
    "truth": (
        "phải là true hoặc false",
        "must be true or false",
        "Ghi true hoặc false.",
        "Write true or false.",
    ),
    "part": (
        "phải gồm các trường",
        "must be made of fields",
        "Ghi như {{id: …, …}}.",
        "Write it as {{id: …, …}}.",
    ),
    "key": (
        "không dùng làm mã được",
        "cannot be an identifier",
        "Chỉ dùng chữ thường không dấu, chữ số và - . _ như “ho-ngheo-2025”.",
        "Use lower-case letters without marks, digits and - . _ only, as in “ho-ngheo-2025”.",
    ),
    "empty": (
        "không được để trống",
        "must not be empty",
        "Ghi ít nhất một mục.",
        "Give at least one entry.",
    ),
    "positive": ("phải từ {ge} trở lên", "must be {ge} or more", "", ""),
    "bounded": ("không được quá {le}", "must be {le} or less", "", ""),
    "none": ("không được để trống", "must not be empty", "", ""),
}
_FORM_OF = {
    "string_type": "string",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_parsing_size": "whole",
    "int_from_float": "whole",
    "date_type": "day",
    "date_parsing": "day",
    "date_from_datetime_parsing": "day",
    "date_from_datetime_inexact": "day",
    "tuple_type": "list",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "model_type": "part",
    "model_attributes_type": "part",
    "string_pattern_mismatch": "key",
    "too_short": "empty",
    "greater_than_equal": "positive",
    "less_than_equal": "bounded",
    "is_instance_of": "none",
}


def worded(item: _Item, part: type[BaseModel] | None, field: str | int) -> Problem:
    """Say what one finding of pydantic means; `part` is what the field belongs to."""
    if "vi" in item.get("ctx", {}):
        return _own(item)
    kind: str = item["type"]
    maker = _MAKERS.get(kind)
    if maker is not None:
        return maker(item, part, str(field))
    return _form(item)


def _own(item: _Item) -> Problem:
    """Give what a record of this library says, with the value that it says it of."""
    context, given = item["ctx"], item.get("input")
    if item["type"] == "money.not_whole":
        # What the value itself says is meant for those who call it.
        return Problem(
            code=item["type"],
            vi=_showing("không phải số đồng nguyên.", given),
            en=_showing("is not a whole number of đồng.", given),
            mend_vi="Ghi số đồng nguyên, hoặc một chuỗi như “94,5 tỷ đồng”.",
            mend_en="Write whole đồng, or a text such as “94,5 tỷ đồng”.",
        )
    vi, en, mend_vi, mend_en = (str(context[name]) for name in ("vi", "en", "mend_vi", "mend_en"))
    if en.startswith(_PREDICATES):
        vi, en = _showing(vi, given), _showing(en, given)
    return Problem(code=item["type"], vi=vi, en=en, mend_vi=mend_vi, mend_en=mend_en)


def _missing(_: _Item, part: type[BaseModel] | None, field: str) -> Problem:
    meant = None if part is None else field_words(part.__name__, field)
    return Problem(
        code="plan.field_missing",
        vi="thiếu trường này" + (f" ({meant.vi})." if meant else "."),
        en="this field is missing" + (f" ({meant.en})." if meant else "."),
        mend_vi=f"Thêm {field}: …",
        mend_en=f"Add {field}: …",
    )


def _unknown_field(_: _Item, part: type[BaseModel] | None, field: str) -> Problem:
    known = tuple(part.model_fields) if part is not None else ()
    return Problem(
        code="plan.field_unknown",
        vi="không có trường này.",
        en="there is no such field.",
        mend_vi=_near(field, known, "Có phải", "Có"),
        mend_en=_near(field, known, "Did you mean", "There are"),
    )


def _unknown_value(item: _Item, _: type[BaseModel] | None, field: str) -> Problem:
    allowed = re.findall(r"'([^']*)'", item["ctx"]["expected"])
    given = item["input"]
    if given is None:
        return _form({**item, "type": "is_instance_of"})
    shown = _shown(given) or str(given)
    meant = _MEANT.get(str(given).strip().casefold())
    near = meant if meant in allowed else None
    return Problem(
        code="plan.value_unknown",
        vi=f"“{shown}” không dùng được cho {field}.",
        en=f"“{shown}” is no {field}.",
        mend_vi=_near(str(given), allowed, "Có phải", "Có", meant=near, every=True),
        mend_en=_near(str(given), allowed, "Did you mean", "There are", meant=near, every=True),
    )


_Maker = Callable[[_Item, type[BaseModel] | None, str], Problem]
_MAKERS: dict[str, _Maker] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _unknown_value,
    "literal_error": _unknown_value,
}


def _form(item: _Item) -> Problem:
    form = _FORM_OF.get(item["type"])
    if form is None:
        vi, en = f"không dùng được ({item['msg']})", f"cannot be used ({item['msg']})"
        return _of_form(vi, en, "", "", item.get("input"))
    vi, en, mend_vi, mend_en = _FORMS[form]
    shown, context = _shown(item.get("input")), item.get("ctx", {})
    if form == "string" and not shown:
        mend_vi = mend_en = ""
    return _of_form(
        vi.format(**context) if form in ("positive", "bounded") else vi,
        en.format(**context) if form in ("positive", "bounded") else en,
        mend_vi.format(shown, shown),
        mend_en.format(shown, shown),
        item.get("input"),
    )


def _of_form(vi: str, en: str, mend_vi: str, mend_en: str, given: object) -> Problem:
    return Problem(
        code="plan.wrong_form",
        vi=_showing(f"{vi}.", given),
        en=_showing(f"{en}.", given),
        mend_vi=mend_vi,
        mend_en=mend_en,
    )


def _shown(given: object) -> str:
    """Write a value as the file has it; nothing for a list, a mapping, or no value."""
    if given is None or isinstance(given, list | dict | tuple):
        return ""
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _showing(text: str, given: object) -> str:
    shown = _shown(given)
    return f"“{shown}” {text}" if shown else text


def _near(
    given: str,
    known: Collection[str],
    ask: str,
    there: str,
    *,
    meant: str | None = None,
    every: bool = False,
) -> str:
    """Ask for the nearest known word; name all of them where there are few, or none is near."""
    close = [meant] if meant else get_close_matches(given.casefold(), known, n=2)
    asked = f"{ask} {', '.join(close)}?" if close else ""
    if close and (not every or len(known) > _MOST_NAMED):
        return asked
    listed = f"{there}: {', '.join(known)}." if known else ""
    return f"{asked} {listed}".strip()
