"""Reading the provisions that a text names: lists, ranges, inner to outer and outer to inner."""

from __future__ import annotations

import re

from attrs import define, field

from dantoc_policy.law.provision import POINTS, Provision
from dantoc_policy.law.spelling import fold

# Units of a document from the widest to the narrowest, with their folded names.
_UNITS = {
    "phu luc": "appendix",
    "phan": "part",
    "chuong": "chapter",
    "muc": "section",
    "tieu muc": "subsection",  # parts a section; an article is found without it
    "dieu": "article",
    "khoan": "clause",
    "diem": "point",
}
_WIDTH = {unit: place for place, unit in enumerate(_UNITS.values())}
_TOKEN = re.compile(
    r"(?P<unit>\bphu luc|\bphan|\bchuong|\btieu muc|\bmuc|\bdieu|\bkhoan|\bdiem)(?=\s|[0-9])"
    r"|(?P<range>\bden\b|-)"
    r"|(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?\b|\b[ivxlc]{1,6}\b|\b[a-z]\b)"
    r"|(?P<join>[,;&]|\bva\b|\bhoac\b)"
)
_LONGEST_RANGE = 400


@define
class _Group:
    """A unit and its numbers: "khoản 1, 2"; `joined` where a comma or "và" stands before it."""

    unit: str
    joined: bool
    values: list[str] = field(factory=list)


def read_provisions(text: str, document: str) -> tuple[Provision, ...]:
    """Give the provisions of a document that a text names, in the order of the text.

    A number belongs to the nearest wider unit behind it: "điểm a, b khoản 1, khoản 2 Điều 3"
    names three provisions. The other order ("Điều 3 khoản 1 điểm a") is read too, and ranges are
    counted out; the letters of points have their own alphabet.

    >>> [p.place() for p in read_provisions("điểm a, b khoản 1, khoản 2 Điều 3", "")]
    ['điểm a khoản 1 Điều 3', 'điểm b khoản 1 Điều 3', 'khoản 2 Điều 3']
    >>> [p.point for p in read_provisions("điểm c đến điểm e khoản 1 Điều 3", "")]
    ['c', 'd', 'đ', 'e']
    """
    groups = _groups(text)
    if _outer_first(groups):
        groups.reverse()
    found: list[dict[str, str]] = []
    wider: dict[str, str] = {}
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        width = _WIDTH[group.unit]
        wider = {unit: value for unit, value in wider.items() if _WIDTH[unit] < width}
        holds = place > 0 and _WIDTH[groups[place - 1].unit] > width
        # What is narrower hangs on the first of several numbers: "điểm a khoản 1, 2".
        leaves = group.values[1:] if holds else group.values
        found.extend({**wider, group.unit: value} for value in reversed(leaves))
        wider[group.unit] = group.values[0]
    return tuple(_provision(places, document) for places in reversed(found))


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    joined = ranging = False
    folded = fold(text)
    for match in _TOKEN.finditer(folded):
        if match["unit"]:
            unit = _UNITS[match["unit"]]
            if not (ranging and groups and groups[-1].unit == unit):
                groups.append(_Group(unit, joined))
                ranging = False
            joined = False
        elif match["range"]:
            ranging = bool(groups and groups[-1].values)
        elif match["join"]:
            joined, ranging = True, False
        elif groups:
            _add(groups, text[match.start() : match.end()], ranging=ranging)
            joined = ranging = False
    return [group for group in groups if group.values]


def _add(groups: list[_Group], printed: str, *, ranging: bool) -> None:
    group = groups[-1]
    if group.unit == "article" and "." in printed:  # Điều 5.2
        article, _, clause = printed.partition(".")
        group.values.append(article)
        groups.insert(len(groups) - 1, _Group("clause", joined=False, values=[clause]))
    elif ranging and group.values:
        group.values.extend(_between(group.unit, group.values[-1], printed))
    else:
        group.values.append(_spelled(group.unit, printed))


def _spelled(unit: str, printed: str) -> str:
    return printed.lower() if unit in {"article", "clause", "point"} else printed.upper()


def _between(unit: str, first: str, last: str) -> list[str]:
    """Count from behind the first to the last; what cannot be counted is the last alone."""
    last = _spelled(unit, last)
    if unit == "point" and first in POINTS and last in POINTS:
        return list(POINTS[POINTS.index(first) + 1 : POINTS.index(last) + 1]) or [last]
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [last]


def _outer_first(groups: list[_Group]) -> bool:
    """Whether the text goes from wide to narrow: "Điều 3 khoản 1 điểm a"."""
    if len(groups) < 2 or any(group.joined for group in groups):  # noqa: PLR2004 - a pair
        return False
    widths = [_WIDTH[group.unit] for group in groups]
    return widths == sorted(widths) and len(set(widths)) == len(widths)


def _provision(places: dict[str, str], document: str) -> Provision:
    def number(unit: str) -> int | str | None:
        value = places.get(unit)
        return int(value) if value and value.isdigit() else value

    return Provision(
        document,
        number("article"),
        number("clause"),
        places.get("point"),
        section=places.get("section"),
        chapter=places.get("chapter"),
        part=places.get("part"),
        appendix=places.get("appendix"),
    )
