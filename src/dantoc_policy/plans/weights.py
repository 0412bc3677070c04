"""The points by which money of a programme is shared out, packaged or a user's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.values.text import Text

_PACKAGED = {
    "16/2026/QĐ-TTg": "programmes/allocation_2026",
    "39/2021/QĐ-TTg": "programmes/allocation_2021",
}


@frozen(kw_only=True)
class Criterion:
    """What counts, and how many points one of it is worth; None: not known."""

    id: str
    name: Text
    points: Fraction | None
    source: str | None
    verified: bool


@frozen(kw_only=True)
class Weights:
    """The criteria of one decision.

    `doubts` say what else keeps a result from being official: points that the text leaves open,
    a number of the decision that no source prints.
    """

    document: str
    criteria: Mapping[str, Criterion]
    doubts: tuple[Text, ...] = ()

    def get(self, key: str) -> Criterion:
        """Give a criterion; raises `InputError` (`allocation.unknown_criterion`)."""
        if key not in self.criteria:
            known = ", ".join(self.criteria)
            raise InputError.of(
                "allocation.unknown_criterion",
                place=key,
                vi=f"{self.document} không có tiêu chí “{key}”.",
                en=f"{self.document} has no criterion “{key}”.",
                mend_vi=f"Có: {known}.",
                mend_en=f"There are: {known}.",
            )
        return self.criteria[key]


def weights(document: str) -> Weights:
    """Give the points of a packaged decision, 16/2026/QĐ-TTg or 39/2021/QĐ-TTg.

    Those of 39/2021/QĐ-TTg are all unknown: no readable page printed its appendices.

    Raises:
        InputError: `allocation.unknown_decision`.

    >>> weights("16/2026/QĐ-TTg").get("zone-3-commune").points
    Fraction(50, 1)
    >>> weights("39/2021/QĐ-TTg").get("zone-3-commune").points is None
    True
    """
    if document not in _PACKAGED:
        raise InputError.of(
            "allocation.unknown_decision",
            place=document,
            vi=f"không có điểm phân bổ của {document}.",
            en=f"there are no points of {document}.",
            mend_vi=f"Có: {', '.join(_PACKAGED)}; hoặc own_weights(...).",
            mend_en=f"There are: {', '.join(_PACKAGED)}; or own_weights(...).",
        )
    content = load(_PACKAGED[document])
    doubts = [Text(row["name"]["vi"], row["name"]["en"]) for row in content.get("open", ())]
    association = content.get("association")
    if association and not association["verified"]:
        doubts.append(
            Text(
                "nguồn in hệ số mà không in số của quyết định",
                "the source prints the coefficients without the number of the decision",
            )
        )
    return own_weights(document, content["criteria"], doubts)


def own_weights(
    document: str, rows: Iterable[Mapping[str, Any]], doubts: Sequence[Text] = ()
) -> Weights:
    """Build weights from rows of `id`, `name`, `points`, `source`, `verified`.

    A row that does not say `verified: true` is not verified. Raises `InputError`
    (`allocation.row_unreadable`) for a row without `id`, or whose points are no number.

    >>> own = own_weights("12/2026/NQ-HĐND", [{"id": "village", "points": "1.5"}])
    >>> own.get("village").points, own.get("village").verified
    (Fraction(3, 2), False)
    """
    criteria = (_criterion(row) for row in rows)
    return Weights(
        document=document,
        criteria={criterion.id: criterion for criterion in criteria},
        doubts=tuple(doubts),
    )


def _criterion(row: Mapping[str, Any]) -> Criterion:
    key, points = row.get("id"), row.get("points")
    name = row.get("name") or key
    both = (name["vi"], name["en"]) if isinstance(name, Mapping) else (str(name), str(name))
    try:
        amount = None if points is None else Fraction(str(points))
    except (ValueError, ZeroDivisionError):
        amount = Fraction(-1)
    if not isinstance(key, str) or not key or (amount is not None and amount < 0):
        raise InputError.of(
            "allocation.row_unreadable",
            place=str(key or ""),
            vi=f"không đọc được dòng điểm {dict(row)!r}.",
            en=f"the row of points {dict(row)!r} cannot be read.",
            mend_vi='Ghi id và points, như {"id": "village", "points": "1.5"}.',
            mend_en='Write id and points, such as {"id": "village", "points": "1.5"}.',
        )
    return Criterion(
        id=key,
        name=Text(*both),
        points=amount,
        source=row.get("source"),
        verified=row.get("verified") is True,
    )
