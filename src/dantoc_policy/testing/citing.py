"""Strategies for what cites documents: numbers of every family, running text with its citations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, get_args

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import MissingExtraError
from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.document_type import document_type, document_types
from dantoc_policy.law.issuer import Issuer, issuers
from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.law.symbols.letters import PARTY_FORM
from dantoc_policy.law.symbols.symbol import Family

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError.for_extra("testing", "hypothesis") from None

Draw = Callable[[st.SearchStrategy[Any]], Any]
FAMILIES: tuple[Family, ...] = tuple(name for name in get_args(Family) if name != "unknown")
_YEARS = st.integers(1997, 2030)
_DAYS = st.dates(date(1997, 1, 1), date(2030, 12, 31))
_UNITS = st.sampled_from(["VP", "KGVX", "NC", "TH", "CSDT"])
_HISTORIC = ("64-CP", "327-CT", "193-HĐBT", "36-HĐCP", "43-SL", "121-TCTK/PPCĐ", "44-LCT/HĐNN8")


def document_numbers(family: Family | None = None) -> st.SearchStrategy[DocumentNumber]:
    """Draw numbers of documents as they are rightly printed, of one family or of all.

    >>> from hypothesis import find
    >>> find(document_numbers("assembly"), lambda number: number.year == 2021).family
    'assembly'
    """
    if family is None:
        return st.sampled_from(FAMILIES).flatmap(document_numbers)
    printed = st.one_of(_PRINTED[family]())
    return printed.map(DocumentNumber.parse).filter(lambda number: number.family == family)


@frozen
class CitingText:
    """A running text, and the numbers that it cites in their order."""

    text: str
    numbers: tuple[DocumentNumber, ...]


def citation_texts(*, most: int = 4) -> st.SearchStrategy[CitingText]:
    """Draw running text that cites up to so many documents, with look-alikes between them.

    >>> from hypothesis import find
    >>> found = find(citation_texts(), lambda drawn: len(drawn.numbers) == 2)
    >>> all(str(number) in found.text for number in found.numbers)
    True
    """
    found: st.SearchStrategy[CitingText] = _texts(most)
    return found


# --- numbers ------------------------------------------------------------------------------


def _ordinals(*, plain: bool = False) -> st.SearchStrategy[str]:
    """Draw what stands first: 02, 402, 30a, 66.7."""
    whole = st.integers(1, 9999).map(lambda number: f"{number:02}")
    if plain:
        return whole
    return whole | st.builds("{}{}".format, whole, st.sampled_from("ab")) | st.just("66.7")


@cache
def _letters(*columns: str) -> list[str]:
    """Give the printed letters of all types, from the first column that a type has."""
    joined = {"TTLT", "NQLT", "VBHN"}
    found = [
        next((letters[0] for column in columns if (letters := getattr(kind, column))), None)
        for kind in document_types().values()
    ]
    return [letters for letters in found if letters and letters not in joined]


@cache
def _bodies(*, party: bool, placed: bool = True) -> list[str]:
    """Give the printed letters of all bodies that number in one of the two forms."""

    def fits(body: Issuer) -> bool:
        return (body.family in PARTY_FORM) is party and (placed or not body.placed)

    found = [body.letters[0] for body in issuers().values() if body.letters and fits(body)]
    return [letters for letters in found if not set(letters) & set("-./")]


def _state() -> list[st.SearchStrategy[str]]:
    types, bodies = st.sampled_from(_letters("letters")), st.sampled_from(_bodies(party=False))
    return [
        st.builds("{}/{}/{}-{}".format, _ordinals(), _YEARS, types, bodies),
        st.builds("{}/{}-{}".format, _ordinals(), types, bodies),
        st.builds("{}/{}-{}-{}".format, _ordinals(plain=True), types, bodies, _UNITS),
    ]


def _assembly() -> list[st.SearchStrategy[str]]:
    terms = [
        (term["term"], year)
        for term in load("law/terms")["national_assembly"]
        for year in range(int(term["since"][:4]), int(term.get("until", "2030")[:4]))
        if term["term"] > 11  # noqa: PLR2004 - the first term whose numbers have no type letters
    ]
    bodies = st.sampled_from(["QH", "UBTVQH"])
    return [
        st.builds(
            lambda number, term, body: f"{number}/{term[1]}/{body}{term[0]}",
            _ordinals(plain=True),
            st.sampled_from(terms),
            bodies,
        ),
        st.builds(
            lambda number, term: f"{number}/NQ-UBTVQH{term[0]}",
            _ordinals(plain=True),
            st.sampled_from(terms),
        ),
    ]


def _letter() -> list[st.SearchStrategy[str]]:
    types = set(_letters("letters"))
    bodies = [letters for letters in _bodies(party=False) if letters not in types]
    return [st.builds("{}/{}-{}".format, _ordinals(plain=True), st.sampled_from(bodies), _UNITS)]


def _joint() -> list[st.SearchStrategy[str]]:
    bodies = st.lists(
        st.sampled_from(_bodies(party=False, placed=False)), min_size=2, max_size=3, unique=True
    ).map("-".join)
    types = st.sampled_from(["TTLT", "NQLT"])
    return [st.builds("{}/{}/{}-{}".format, _ordinals(plain=True), _YEARS, types, bodies)]


def _consolidated() -> list[st.SearchStrategy[str]]:
    bodies = st.sampled_from(_bodies(party=False, placed=False))
    return [st.builds("{}/VBHN-{}".format, _ordinals(plain=True), bodies)]


def _party() -> list[st.SearchStrategy[str]]:
    types, bodies = st.sampled_from(_letters("party")), st.sampled_from(_bodies(party=True))
    return [st.builds("{}-{}/{}".format, _ordinals(plain=True), types, bodies)]


def _historic() -> list[st.SearchStrategy[str]]:
    symbols = [printed.partition("-")[2] for printed in _HISTORIC]
    return [st.builds("{}-{}".format, _ordinals(plain=True), st.sampled_from(symbols))]


_PRINTED: dict[str, Callable[[], list[st.SearchStrategy[str]]]] = {
    "assembly": _assembly,
    "state": _state,
    "letter": _letter,
    "joint": _joint,
    "consolidated": _consolidated,
    "party": _party,
    "historic": _historic,
}


# --- texts --------------------------------------------------------------------------------

_FILLERS = st.sampled_from(
    [
        "Tỷ lệ hộ nghèo giảm 3-4%/năm trong giai đoạn 2021 - 2030",
        "Đến nay 8/8 huyện đã họp xong, đạt 1/2 kế hoạch",
        "Hội nghị họp vào tháng 10/2024, tổng vốn 4.000.000 đồng",
        "Uỷ ban nhân dân các xã rà soát số hộ đặc biệt khó khăn",
        "Điện thoại: 0208 3651 864 - Fax: 0208 3651 864",
    ]
)
_LEADS = st.sampled_from(["Căn cứ ", "Thực hiện ", "theo ", "Theo quy định tại ", ""])
_PINPOINTS = st.sampled_from(["", "", "Điều 5 ", "điểm đ khoản 2 Điều 3 "])
_TAILS = st.sampled_from(["", " về công tác dân tộc", " của Chính phủ", " của UBND tỉnh Bắc Kạn"])


@st.composite
def _texts(draw: Draw, most: int) -> CitingText:
    numbers: list[DocumentNumber] = draw(st.lists(document_numbers(), max_size=most))
    sentences: list[str] = draw(st.lists(_FILLERS, max_size=2))
    for number in numbers:
        place = draw(st.integers(0, 1))
        sentences += [draw(_FILLERS)] * place
        sentences.append(_citing(draw, number))
    return CitingText(draw(st.sampled_from([". ", "; ", ".\n\n"])).join(sentences), tuple(numbers))


def _citing(draw: Draw, number: DocumentNumber) -> str:
    kinds = types_of(number)
    kind = draw(st.sampled_from(kinds)) if kinds else _word_for(number)
    word = document_type(kind).name.vi
    day = draw(st.none() | _DAYS)
    written = "" if day is None else draw(_written(day))
    lead, pinpoint, tail = draw(_LEADS), draw(_PINPOINTS), draw(_TAILS)
    return f"{lead}{pinpoint}{word[0].upper()}{word[1:]} số {number}{written}{tail}"


def _word_for(number: DocumentNumber) -> str:
    return "nghi_quyet" if number.family == "assembly" else "nghi_dinh"


def _written(day: date) -> st.SearchStrategy[str]:
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"  # noqa: PLR2004 - as decreed
    return st.sampled_from(
        [
            f" ngày {day.day:02}/{month}/{day.year}",
            f" ngày {day.day:02} tháng {month} năm {day.year}",
            f", ngày {day.day}-{day.month}-{day.year}",
        ]
    )
