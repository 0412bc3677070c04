"""Whether what a text cites is in force on the day for which the text is checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from dantoc_policy.errors import Severity
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.status import LegalStatus, StatusCode
from dantoc_policy.law.lint.linked import bearing, linked
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, key_of
from dantoc_policy.values.text import Text

_BASIS = re.compile(r"(?:\A|[\n;.])[\s*_•–-]{0,8}can cu\b[^;\n]*\Z")
_REACH = 300
# Words by which a text speaks of what is over, and so rightly cites what has ended.
_OF_THE_PAST = re.compile(
    r"\b(?:thay the|thay cho|thay|bai bo|huy bo|het hieu luc|truoc day|tong ket|danh gia ket qua"
    r"|ket qua thuc hien"
    r"|giai doan truoc|da duoc|dinh chinh|sua doi|keo dai)\b[^.;\n]{0,80}\Z"
)


@frozen
class Standing:
    """A citation, the one document that it means, and its status on the day."""

    citation: Citation
    status: LegalStatus
    as_basis: bool

    @property
    def document(self) -> Document:
        """The document that is cited."""
        return self.status.document


def standings(scene: Scene, *codes: StatusCode) -> Iterator[Standing]:
    """Give each citation of a document that has one of some statuses on the day.

    Of several mentions the first counts, and each that is a legal basis.
    """
    if scene.as_of is None:
        return
    seen: set[str] = set()
    for citation in sorted((*scene.citations, *scene.named), key=_place):
        document = None if scene.is_own(citation) else linked(scene, citation)
        if document is None:
            continue
        as_basis = is_basis(scene, citation)
        if document.id in seen and not as_basis:
            continue
        seen.add(document.id)
        status = scene.library.status(document, scene.as_of)
        if status.status in codes:
            yield Standing(citation, status, as_basis)


def _place(citation: Citation) -> int:
    return citation.start


def is_basis(scene: Scene, citation: Citation) -> bool:
    """Whether a citation stands in a line that begins with "Căn cứ"."""
    start = max(0, citation.start - _REACH)
    before = scene.between(start, citation.start)
    return _BASIS.search(before if start else f"\n{before}") is not None


def _of_the_past(scene: Scene, citation: Citation) -> bool:
    return _OF_THE_PAST.search(scene.between(citation.start - _REACH, citation.start)) is not None


def _remark(found: Standing, severity: Severity | None = None) -> Remark:
    return Remark(
        span=found.citation.span,
        vi=found.status.text("vi"),
        en=found.status.text("en"),
        severity=severity,
        citation=found.citation,
    )


@rule(
    "F1",
    "warning",
    name=Text("văn bản chưa có hiệu lực", "not yet in force"),
    what=Text(
        "văn bản đã ban hành nhưng chưa có hiệu lực vào ngày kiểm tra",
        "the document was issued, and had not taken effect on the day of the check",
    ),
    as_of=date(2025, 11, 1),
    wrong="Thực hiện Nghị định số 272/2025/NĐ-CP ngày 16/10/2025 của Chính phủ",
    right="Thực hiện Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def not_yet_in_force(scene: Scene) -> Iterator[Remark]:
    """A document before its first day of effect."""
    for found in standings(scene, "not_yet"):
        yield _remark(found, None if found.status.certain else "note")


@rule(
    "F2",
    "warning",
    name=Text("văn bản hết hiệu lực", "no longer in force"),
    what=Text(
        "văn bản đã hết hiệu lực vào ngày kiểm tra; trừ chỗ nói về thay thế, bãi bỏ, tổng kết",
        "the document had ended on the day of the check; unless the words speak of replacing,"
        " repealing or looking back",
    ),
    as_of=date(2026, 1, 1),
    wrong="Thực hiện Quyết định số 582/QĐ-TTg ngày 28/4/2017 của Thủ tướng Chính phủ",
    right="Quyết định này thay thế Quyết định số 582/QĐ-TTg ngày 28/4/2017 của Thủ tướng Chính phủ",
)
def no_longer_in_force(scene: Scene) -> Iterator[Remark]:
    """A document that has ended, with what came after it; legal bases are the affair of F3."""
    for found in standings(scene, "expired"):
        if not found.as_basis and not _of_the_past(scene, found.citation):
            yield _remark(found, None if found.status.certain else "note")


@rule(
    "F3",
    "error",
    name=Text("căn cứ đã hết hiệu lực", "legal basis that has ended"),
    what=Text(
        "căn cứ ban hành phải là văn bản đang có hiệu lực",
        "the legal basis of a document must be in force",
    ),
    as_of=date(2026, 1, 1),
    wrong="Căn cứ Quyết định số 582/QĐ-TTg ngày 28/4/2017 của Thủ tướng Chính phủ;",
    right="Căn cứ Quyết định số 861/QĐ-TTg ngày 04/6/2021 của Thủ tướng Chính phủ;",
)
def ended_basis(scene: Scene) -> Iterator[Remark]:
    """A document in a line of legal bases that has ended."""
    for found in standings(scene, "expired"):
        if found.as_basis:
            sure = found.status.certain and found.status.verified
            yield _remark(found, None if sure else "warning")


@rule(
    "F4",
    "warning",
    name=Text("văn bản ngưng hiệu lực", "suspended"),
    what=Text(
        "văn bản đang ngưng hiệu lực, toàn bộ hoặc một phần, vào ngày kiểm tra",
        "the document was suspended, wholly or in part, on the day of the check",
    ),
    as_of=date(2023, 6, 1),
    wrong="Thực hiện Nghị định số 65/2022/NĐ-CP ngày 16/9/2022 của Chính phủ",
    right="Thực hiện Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
)
def suspended(scene: Scene) -> Iterator[Remark]:
    """A document between its suspension and its return."""
    for found in standings(scene, "suspended", "partly_suspended"):
        yield _remark(found, None if found.status.status == "suspended" else "note")


@rule(
    "F5",
    "note",
    name=Text("căn cứ đã được sửa đổi", "legal basis that was amended"),
    what=Text(
        "căn cứ đã được sửa đổi, bổ sung mà văn bản không nêu văn bản sửa đổi",
        "the legal basis was amended, and the text does not name the amending document",
    ),
    as_of=date(2025, 1, 2),
    wrong="Căn cứ Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ về công tác dân tộc;",
    right="Căn cứ Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ về công tác dân tộc,"
    " được"
    " sửa đổi, bổ sung theo Nghị định số 127/2024/NĐ-CP ngày 10/10/2024 của Chính phủ;",
)
def amended_basis(scene: Scene) -> Iterator[Remark]:
    """A legal basis whose amendments in force are not cited anywhere in the text."""
    cited = {citation.canonical for citation in (*scene.citations, *scene.named)}
    for found in standings(scene, "in_force", "partly_expired"):
        unnamed = [by for by in found.status.amended_by if by.number not in cited]
        if found.as_basis and unnamed:
            yield Remark(
                span=found.citation.span,
                vi=f"Đã được sửa đổi, bổ sung bởi {'; '.join(by.title for by in unnamed)}.",
                en=f"Amended by {'; '.join(by.title_en for by in unnamed)}.",
                citation=found.citation,
            )


@rule(
    "F6",
    "note",
    name=Text("thư viện không có văn bản này", "not in the library"),
    what=Text(
        "thư viện không có văn bản mang số này nên không kiểm tra được hiệu lực",
        "the library has no document of this number, so that its force cannot be checked",
    ),
    basis=(),
    as_of=date(2021, 6, 4),
    wrong="Theo Quyết định số 9876/QĐ-TTg ngày 04/5/2020 của Thủ tướng Chính phủ",
    right="Theo Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
)
def not_in_library(scene: Scene) -> Iterator[Remark]:
    """The first mention of a document that the library does not know, where a day is asked for."""
    if scene.as_of is None:
        return
    seen = set()
    for citation in scene.citations:
        key = key_of(citation)
        if citation.parsed is None or key in seen or scene.is_own(citation):
            continue
        seen.add(key)
        if not any(bearing(scene, mention) for mention in scene.mentions[key]):
            yield Remark(
                span=citation.span,
                vi="Thư viện không có văn bản này, chưa kiểm tra được hiệu lực.",
                en="The library does not have this document; its force was not checked.",
                citation=citation,
            )


RULES = (
    not_yet_in_force,
    no_longer_in_force,
    ended_basis,
    suspended,
    amended_basis,
    not_in_library,
)
