"""How a document is named and cited, in full the first time and short afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dantoc_policy.law.document_type import document_types
from dantoc_policy.law.issuer import issuers
from dantoc_policy.values.calendar_dates import format_date

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale
    from dantoc_policy.law.document import Document

# These are called by their names; a number is added, not needed.
NAMED = frozenset({"hien_phap", "bo_luat", "luat", "phap_lenh"})
# A subject that begins so follows the issuer without "về" in acts and in what carries them out.
_VERBS = (
    "ban hành",
    "bãi bỏ",
    "bổ sung",
    "công bố",
    "công nhận",
    "điều chỉnh",
    "hướng dẫn",
    "kiện toàn",
    "phê duyệt",
    "quy định",
    "sửa đổi",
    "thành lập",
    "thực hiện",
    "triển khai",
)
_WITH_VE = frozenset({"nghi_quyet", "ket_luan", "chi_thi", "cong_van", "thong_bao"})


def title(document: Document) -> str:
    """Give the Vietnamese title: type and number, or the name of a law or an unnumbered text.

    >>> from dantoc_policy.law.document import Document
    >>> title(
    ...     Document(
    ...         number="33/2020/QĐ-TTg",
    ...         type="quyet_dinh",
    ...         issuers=("thu_tuong_chinh_phu",),
    ...         source="memory",
    ...     )
    ... )
    'Quyết định số 33/2020/QĐ-TTg'
    """
    if document.name and (document.number is None or document.type in NAMED):
        return document.name
    return f"{_word(document, 'vi')} số {document.number}"


def title_en(document: Document) -> str:
    """Give the English title: the type and the number, which is not translated."""
    word = _word(document, "en")
    if document.number is not None:
        return f"{word} {document.number}"
    if document.type == "hien_phap":
        return f"{word} of {document.year}" if document.year else word
    return f"{word} “{document.name}”"


def citation(document: Document, locale: Locale, *, first: bool) -> str:
    """Cite a document: the first time with day, issuer and subject, then by number or name.

    Laws, codes and ordinances are cited by their names, later with the year, which tells laws of
    one name apart; their number is given the first time.
    """
    return _in_full(document, locale) if first else _short(document, locale)


def _short(document: Document, locale: Locale) -> str:
    if locale == "en":
        return title_en(document)
    if document.type in NAMED and document.name and document.year:
        return f"{document.name} năm {document.year}"
    return title(document)


def _in_full(document: Document, locale: Locale) -> str:
    if locale == "en":
        return _in_english(document)
    parts = [title(document)]
    named = parts[0] == document.name
    if named and document.number:
        parts.append(f"số {document.number}")
    if document.issued is not None:
        parts.append(format_date(document.issued, "vi", form="long"))
    elif document.year and document.number and str(document.year) not in document.number:
        parts.append(f"năm {document.year}")
    if named:
        return " ".join(parts)
    parts.append(f"của {issued_by(document, 'vi')}")
    if document.subject:
        bare = document.subject.startswith(_VERBS) and document.type not in _WITH_VE
        linked = "" if bare else "hợp nhất " if document.type == "van_ban_hop_nhat" else "về "
        parts.append(f"{linked}{document.subject}")
    return " ".join(parts)


def _in_english(document: Document) -> str:
    constitution = document.type == "hien_phap" and document.issued is not None
    text = _word(document, "en") if constitution else title_en(document)
    if document.issued is not None:
        text += f" of {format_date(document.issued, 'en')}"
    if document.type not in NAMED:
        text += f" of the {issued_by(document, 'en')}"
    return f"{text} ({document.subject_en})" if document.subject_en else text


def issued_by(document: Document, locale: Locale = "vi") -> str:
    """Name the bodies that issued a document, with the place or the term that belongs to them.

    >>> from dantoc_policy.law.document import Document
    >>> plan = Document(
    ...     number="303/KH-UBND",
    ...     type="ke_hoach",
    ...     issuers=("uy_ban_nhan_dan",),
    ...     unit="tỉnh Bắc Kạn",
    ...     source="memory",
    ... )
    >>> issued_by(plan)
    'Ủy ban nhân dân tỉnh Bắc Kạn'
    """
    names: list[str] = []
    for key in document.issuers:
        body = issuers().get(key)
        name = key if body is None else body.name.get(locale)
        if document.unit and (body is None or body.placed):
            name = f"{name} {document.unit}" if locale == "vi" else f"{name}, {document.unit}"
        if document.term and key == "ban_chap_hanh_trung_uong_dang":
            name += f" khóa {document.term}" if locale == "vi" else f", term {document.term}"
        names.append(name)
    joined = " và " if locale == "vi" else " and the "
    return joined.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _word(document: Document, locale: Locale) -> str:
    kind = document_types().get(document.type)
    word = document.type if kind is None else kind.name.get(locale)
    return f"{word[:1].upper()}{word[1:]}"
