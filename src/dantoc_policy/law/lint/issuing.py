"""The body that issues: against the letters of the number, and against its own time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.issuer import Issuer, issuers
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.bodies import (
    bodies_of,
    is_placed,
    related,
)
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, issued, span_of
from dantoc_policy.law.resolving.unit_names import is_bare, meant_by
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_AFTER_DISTRICTS = Period(date(2025, 7, 1), None)
# The chairman signs in the name of the committee, and for himself, with the same letters.
_COMMITTEE = frozenset({"uy_ban_nhan_dan", "chu_tich_uy_ban_nhan_dan"})
_COUNCILS = {("UBND",), ("HĐND",)}
_COUNCIL_IDS = frozenset({"uy_ban_nhan_dan", "hoi_dong_nhan_dan"})
_COURT = frozenset({"toa_an_nhan_dan_toi_cao", "hoi_dong_tham_phan_toa_an_nhan_dan_toi_cao"})


@rule(
    "I1",
    "warning",
    name=Text("cơ quan ban hành trái với ký hiệu", "issuing body against the letters"),
    what=Text(
        "cơ quan viết sau chữ “của” phải là cơ quan có chữ viết tắt trong ký hiệu",
        "the body named behind the number must be the one its letters stand for",
    ),
    basis=basis.NUMBERING,
    wrong="Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Chính phủ",
    right="Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
)
def body_against_letters(scene: Scene) -> Iterator[Remark]:
    """A body in words that is none of those the letters stand for, nor before or after them."""
    for citation in scene.citations:
        number = citation.parsed
        if not citation.issuer_printed or citation.issuer_id is None or number is None:
            continue
        if number.family not in {"state", "assembly", "consolidated"} or scene.is_own(citation):
            continue
        printed = issuers()[citation.issuer_id]
        meant = _at_the_time(citation)
        if not meant or any(_one(printed, body) for body in meant):
            continue
        if not _comparable(citation, printed, meant):
            continue
        only = meant[0] if len(meant) == 1 and not meant[0].placed else None
        yield Remark(
            span=span_of(citation, "issuer"),
            vi=f"Ký hiệu là của {meant[0].name.vi}, không phải của {printed.name.vi}.",
            en=f"The letters stand for the {meant[0].name.en}, not for the {printed.name.en}.",
            suggestion=only.name.vi if only else None,
            citation=citation,
        )


def _at_the_time(citation: Citation) -> tuple[Issuer, ...]:
    """Give the bodies of the letters that existed when the document was issued."""
    bodies, when = bodies_of(citation), issued(citation)
    if when is None:
        return tuple(body for body in bodies if body.existed.end is None) or bodies
    return tuple(body for body in bodies if body.existed.overlaps(when)) or bodies


def _one(printed: Issuer, body: Issuer) -> bool:
    pair = {printed.id, body.id}
    return related(printed, body) or pair <= _COMMITTEE or pair <= _COURT


def _comparable(citation: Citation, printed: Issuer, meant: tuple[Issuer, ...]) -> bool:
    """Whether words and letters can be held against each other.

    Councils and committees are, and central bodies whose letters are no one else's; departments
    share their letters with ministries and drafting units.
    """
    if all(not body.placed and body.level == "central" for body in meant):
        return True
    council = citation.parsed is not None and citation.parsed.symbol.bodies in _COUNCILS
    return council and (printed.id in _COUNCIL_IDS or printed.level == "central")


@rule(
    "I2",
    "note",
    name=Text("không nêu địa danh của cơ quan", "place of the body not named"),
    what=Text(
        "ký hiệu không cho biết tỉnh, xã nào: địa danh lấy theo cơ quan ban hành văn bản trích dẫn",
        "the letters do not say which province or commune: the place is that of the citing body",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Quyết định số 39/2021/QĐ-UBND ngày 20/8/2021 của UBND tỉnh",
    right="Quyết định số 39/2021/QĐ-UBND ngày 20/8/2021 của UBND tỉnh Thái Nguyên",
)
def place_not_named(scene: Scene) -> Iterator[Remark]:
    """The first mention of a local document of which no mention says the place."""
    for same in scene.mentions.values():
        citation = same[0]
        if citation.parsed is None or scene.is_own(citation) or not is_placed(citation):
            continue
        if any(_has_name(mention.unit) for mention in same):
            continue
        inferred = _inferred(scene, same)
        yield Remark(
            span=citation.span,
            vi=f"Không nêu địa danh; hiểu là của {inferred}."
            if inferred
            else "Không nêu địa danh của cơ quan ban hành.",
            en=f"No place is named; taken to be that of {inferred}, whose text this is."
            if inferred
            else "The place of the issuing body is not named.",
            citation=citation,
        )


def _has_name(unit: str | None) -> bool:
    return unit is not None and not is_bare(unit)


def _inferred(scene: Scene, same: tuple[Citation, ...]) -> str | None:
    """Give the place of the text's own body, where the kind of place printed is that of it."""
    if scene.context.unit is None:
        return None
    kind = next((mention.unit for mention in same if mention.unit), None)
    places = meant_by(kind, scene.context.unit)
    return places[0] if len(places) == 1 else None


RULES = (body_against_letters, place_not_named)
