"""The type of a document: the word before the number against the letters in it."""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.errors import Severity
from dantoc_policy.law.citation import Span
from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.document_type import DocumentType, document_types
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.linked import linked
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.lint.spelling import repairs
from dantoc_policy.law.number import read_number
from dantoc_policy.law.symbols.letters import state_issuers
from dantoc_policy.values.text import Text

# The letters of these leave no doubt which of them is meant, and their words are no cover terms.
_PLAIN = frozenset(
    {
        "chi_thi",
        "lenh",
        "luat",
        "nghi_dinh",
        "nghi_quyet",
        "phap_lenh",
        "quyet_dinh",
        "thong_tu",
        "thong_tu_lien_tich",
    }
)
# What is issued with a decision is cited by the decision's number.
_CARRIED = frozenset(
    {
        "chien_luoc",
        "chuong_trinh",
        "de_an",
        "dieu_le",
        "du_an",
        "huong_dan",
        "ke_hoach",
        "phuong_an",
        "quy_che",
        "quy_dinh",
        "quy_hoach",
    }
)
_CARRIERS = frozenset({"nghi_dinh", "nghi_quyet", "quyet_dinh", "thong_tu"})
# Laws of before 1997 are cited by the order that promulgated them.
_PROMULGATED = frozenset({"bo_luat", "luat", "phap_lenh"})


@rule(
    "W1",
    "error",
    name=Text("tên loại trái với ký hiệu", "word and letters of the type disagree"),
    what=Text(
        "tên loại văn bản viết trước số phải ứng với chữ viết tắt tên loại trong ký hiệu",
        "the word before the number and the letters in it must name one type of document",
    ),
    basis=(*basis.NUMBERING, *basis.LETTERS),
    wrong="Nghị định số 05/2011/NQ-CP ngày 14/01/2011 của Chính phủ về công tác dân tộc",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ về công tác dân tộc",
)
def type_against_letters(scene: Scene) -> Iterator[Remark]:
    """A type in words that the letters of the number contradict."""
    for code in scene.codes:
        citation = code.citation
        if "type.contradicts_symbol" not in citation.warnings or citation.type is None:
            continue
        kinds = types_of(code.number)
        severity = _weight(citation.type, kinds, code)
        if severity is None:
            continue
        word = document_types()[citation.type]
        letters = document_types()[kinds[0]]
        span, suggestion, certain = _mended(scene, code, letters)
        yield Remark(
            span=span,
            vi=f"Tên loại “{word.name.vi}” trái với ký hiệu, là của {letters.name.vi.lower()}.",
            en=f"The word says {word.name.en}, the letters of the number say {letters.name.en}.",
            suggestion=suggestion,
            certain=certain,
            severity=severity,
            citation=citation,
        )


def _mended(
    scene: Scene, code: PrintedCode, letters: DocumentType
) -> tuple[Span, str | None, bool]:
    """Say where to write what: other letters, or the other word where the library says so.

    It is certain only where the library has the document that the word and the number name.
    """
    citation, known = code.citation, linked(scene, code.citation)
    by_word = citation.canonical if citation.canonical != code.number.canonical else None
    if citation.type == "to_trinh" and code.number.symbol.types == "TT":
        by_word = code.repaired.replace("/TT-", "/TTr-")  # circulars have a year
    if known is not None and known.parsed == code.number and known.type == letters.id:
        start, end = citation.spans.get("type", code.span)
        word, printed = letters.name.vi, scene.given[start:end]
        if (start, end) != code.span and printed[:1].isalpha():
            return (start, end), word if printed[0].isupper() else word.lower(), False
    if known is not None and by_word is not None and known.parsed == read_number(by_word):
        return code.span, known.number, code.certain
    return code.span, by_word, False


def _weight(word: str, kinds: tuple[str, ...], code: PrintedCode) -> Severity | None:
    symbol = code.number.symbol
    if code.number.family in {"letter", "historic"} or not kinds:
        return None
    if word == "cong_van" and symbol.types in state_issuers().exact:
        return None  # departments whose letters are those of a type: TTr, CT
    if word in _PROMULGATED and "lenh" in kinds:
        return None
    if word == "thong_tri" and symbol.types in {"TT", "TTr"}:
        return None
    if word in _PLAIN and set(kinds) <= _PLAIN:
        return "error"
    return "note" if word in _CARRIED and set(kinds) & _CARRIERS else "warning"


@rule(
    "W2",
    "error",
    name=Text("thừa chữ tên loại", "letters too many"),
    what=Text(
        "văn bản của Quốc hội, Ủy ban Thường vụ Quốc hội có năm trong số thì không ghi tên loại",
        "numbers of the National Assembly and its Standing Committee that have a year have no"
        " letters of the type",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị quyết số 88/2019/NQ-QH14 ngày 18/11/2019 của Quốc hội",
    right="Nghị quyết số 88/2019/QH14 ngày 18/11/2019 của Quốc hội",
)
def letters_too_many(scene: Scene) -> Iterator[Remark]:
    """Letters of the type before QH or UBTVQH; up to 2008 the Standing Committee had them."""
    return repairs(
        scene,
        "assembly_letters",
        "Ký hiệu văn bản của Quốc hội, Ủy ban Thường vụ Quốc hội không có chữ viết tắt tên loại.",
        "Symbols of the National Assembly and its Standing Committee have no letters of the type.",
    )


RULES = (type_against_letters, letters_too_many)
