"""Bodies at a time when they did not exist: not yet begun, or ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.force.level import level_of_unit
from dantoc_policy.law.issuer import Issuer, issuers
from dantoc_policy.law.lint.bodies import bodies_of_letters, sure_days
from dantoc_policy.law.lint.eras import within
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, issued, span_of
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_AFTER_DISTRICTS = Period(date(2025, 7, 1), None)


@rule(
    "E8",
    "error",
    name=Text("cơ quan cấp huyện sau 30/6/2025", "district body after 30 June 2025"),
    what=Text(
        "cấp huyện kết thúc ngày 30/6/2025; sau ngày đó không có văn bản của huyện, quận, thị xã,"
        " thành phố thuộc tỉnh, thị trấn",
        "the district level ended on 30 June 2025: its bodies, and those of townships, issued"
        " nothing"
        " later",
    ),
    basis=(Provision("72/2025/QH15"),),
    wrong="Kế hoạch số 215/KH-UBND ngày 01/7/2025 của UBND huyện Chợ Đồn",
    right="Kế hoạch số 215/KH-UBND ngày 30/6/2025 của UBND huyện Chợ Đồn",
)
def district_body(scene: Scene) -> Iterator[Remark]:
    """A document of a district, a provincial town or a township dated after the level ended."""
    for citation in scene.citations:
        if within(citation, _AFTER_DISTRICTS) and _of_district(citation):
            yield Remark(
                span=span_of(citation, "issuer"),
                vi="Cấp huyện và thị trấn kết thúc ngày 30/6/2025, trước ngày ban hành.",
                en="Districts and townships ended on 30 June 2025, before the day of issue.",
                severity=None if citation.issue_date else "warning",
                citation=citation,
            )


def _of_district(citation: Citation) -> bool:
    unit = fold(citation.unit or "")
    if unit.startswith("thi tran "):
        return True
    if level_of_unit(citation.unit, citation.issue_date) == "district":
        return True
    key = citation.issuer_id
    return key is not None and issuers()[key].level == "district"


@rule(
    "E9",
    "error",
    name=Text("cơ quan chưa có hoặc không còn", "body that did not exist"),
    what=Text(
        "cơ quan trong ký hiệu phải tồn tại vào ngày ban hành",
        "the body in the letters must have existed on the day of issue",
    ),
    basis=(Provision("176/2025/QH15"),),
    wrong="Quyết định số 150/QĐ-UBDT ngày 01/3/2025 của Ủy ban Dân tộc",
    right="Quyết định số 150/QĐ-UBDT ngày 28/02/2025 của Ủy ban Dân tộc",
)
def body_of_its_time(scene: Scene) -> Iterator[Remark]:
    """A body that had ended, or had not begun, when the document was issued."""
    for code in scene.codes:
        citation = code.citation
        when = issued(citation)
        if when is None or when.start is None or _of_district(citation):
            continue
        if code.number.family == "historic":  # bodies of before 1997 are known too little
            continue
        if citation.year not in {None, when.start.year}:
            continue
        absent = list(_absent(code, when))
        for span, letters, bodies in absent[:1]:
            body, side = _nearest(bodies, when)
            sure = side in sure_days(body.id) and not body.placed
            after = _with_successor(code.repaired, letters, body, when) if letters else None
            yield Remark(
                span=span,
                vi=_said(body, side, "vi"),
                en=_said(body, side, "en"),
                suggestion=after if side == "until" else None,
                severity=None if sure else "note",
                citation=citation,
            )


def _absent(code: PrintedCode, when: Period) -> Iterator[tuple[Span, str, tuple[Issuer, ...]]]:
    """Give where letters or a name stand for bodies none of which existed at a time."""
    citation = code.citation
    for letters in code.number.symbol.bodies:
        bodies = bodies_of_letters(letters)
        if bodies and not any(body.existed.overlaps(when) for body in bodies):
            yield code.span, letters, bodies
    if citation.issuer_printed and citation.issuer_id is not None:
        named = issuers()[citation.issuer_id]
        same = tuple(body for body in issuers().values() if body.name.vi == named.name.vi)
        if not any(body.existed.overlaps(when) for body in same):
            yield span_of(citation, "issuer"), "", same


def _nearest(bodies: tuple[Issuer, ...], when: Period) -> tuple[Issuer, str]:
    """Give the body that existed nearest to a time, and the side on which the time lies."""

    def far(body: Issuer) -> int:
        if when.precedes(body.existed):
            assert body.existed.start and when.end  # noqa: PT018, S101 - it precedes
            return (body.existed.start - when.end).days
        assert body.existed.end and when.start  # noqa: PT018, S101 - it comes after
        return (when.start - body.existed.end).days

    nearest = min(bodies, key=far)
    return nearest, "since" if when.precedes(nearest.existed) else "until"


def _said(body: Issuer, side: str, locale: str) -> str:
    if side == "since":
        day = body.existed.start
        assert day is not None  # noqa: S101 - the time precedes it
        if locale == "vi":
            return f"{body.name.vi} có từ ngày {format_date(day)}."
        return f"The {body.name.en} exists since {format_date(day, 'en')} only."
    day = body.existed.end
    assert day is not None  # noqa: S101 - the time comes after it
    after = [issuers()[key].name for key in body.successors]
    if locale == "vi":
        names = "; ".join(name.vi for name in after)
        then = f", sau đó là {names}" if names else ""
        return f"{body.name.vi} tồn tại đến ngày {format_date(day)}{then}."
    names = "; ".join(name.en for name in after)
    then = f"; after it came: {names}" if names else ""
    return f"The {body.name.en} existed until {format_date(day, 'en')}{then}."


def _with_successor(code: str, letters: str, body: Issuer, when: Period) -> str | None:
    """Give the number with the letters of the one body that came after."""
    after = [issuers()[key] for key in body.successors]
    fitting = [later for later in after if later.letters and later.existed.overlaps(when)]
    if len(fitting) != 1 or code.count(letters) != 1:
        return None
    return code.replace(letters, fitting[0].letters[0])


RULES = (district_body, body_of_its_time)
