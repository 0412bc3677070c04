"""What holds for every number and every text, whatever it looks like."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.number import DocumentNumber, clean_code
from dantoc_policy.law.spelling import fold
from dantoc_policy.testing.citing import FAMILIES
from dantoc_policy.testing.strategies import CitingText, citation_texts, document_numbers

QUICK = settings(max_examples=60, deadline=None)

# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
def test_a_number_printed_and_read_is_the_same(family: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(document_numbers(family))  # type: ignore[arg-type]
    def check(number: DocumentNumber) -> None:
        again = DocumentNumber.parse(str(number))
        assert (again, again.number, again.symbol) == (number, number.number, number.symbol)
        assert (str(again), hash(again)) == (str(number), hash(number))
        assert again.repairs == ()

    check()


@QUICK
@given(document_numbers(), st.sampled_from([str.upper, str.lower, clean_code, "{} ".format]))
def test_a_number_is_the_same_in_any_case(
    number: DocumentNumber, change: Callable[[str], str]
) -> None:
    assert DocumentNumber.parse(change(str(number))) == number


@QUICK
@given(st.integers(1, 99999), st.integers(0, 3), st.sampled_from(["QĐ-TTg", "2020/NĐ-CP"]))
def test_leading_zeros_count_for_nothing(value: int, zeros: int, rest: str) -> None:
    plain = DocumentNumber.parse(f"{value}/{rest}")
    padded = DocumentNumber.parse(f"{('0' * zeros + str(value))[-6:]}/{rest}")
    assert (plain, hash(plain)) == (padded, hash(padded))
    assert plain != DocumentNumber.parse(f"{value + 1 if value < 99999 else 1}/{rest}")


def test_two_is_two_however_it_is_padded() -> None:
    assert len({DocumentNumber.parse(f"{two}/CTr-UBND") for two in ("2", "02", "002")}) == 1


# --- spans ------------------------------------------------------------------------------------


def _check_spans(text: str, found: list[Citation]) -> None:
    for citation in found:
        assert text[citation.start : citation.end] == citation.text != ""
        for part, (first, last) in citation.spans.items():
            assert 0 <= first < last <= len(text), part
        first, last = citation.spans["code"]
        assert citation.start <= first < last <= citation.end
    for one, other in pairwise(found):
        assert one.end <= other.start


@QUICK
@given(citation_texts())
def test_every_citation_is_found_where_it_is_printed(drawn: CitingText) -> None:
    found = find_citations(drawn.text)
    assert [citation.parsed for citation in found] == [*drawn.numbers]
    _check_spans(drawn.text, found)
    for citation in found:
        code, kind = citation.spans["code"], citation.spans["type"]
        assert drawn.text[slice(*code)] == citation.code == citation.canonical
        assert drawn.text[slice(*kind)] in citation.text
        assert citation.warnings == ()


# --- the same text in other marks -------------------------------------------------------------

TONES = ("oa", "oe", "uy")
DASHES, SLASHES = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "/\u2044\u2215\uff0f"
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")


def _other_tone(text: str) -> str:
    """Move the tone of hoà, khoá, thuỷ to the other vowel, or back: hòa, khóa, thủy."""
    found = unicodedata.normalize("NFD", text)
    for tone in "\u0300\u0301\u0303\u0309\u0323":
        for first, second in TONES:
            new, old = f"{first}{tone}{second}", f"{first}{second}{tone}"
            for one, other in ((new, old), (new.capitalize(), old.capitalize())):
                found = found.replace(one, "\0").replace(other, one).replace("\0", other)
    return unicodedata.normalize("NFC", found)


def _disguised(text: str, variant: int) -> str:
    """Print each character of a text in one of its forms, with unseen marks between."""
    draw = random.Random(variant)  # noqa: S311 - no secret
    printed = []
    for letter in text:
        forms = [letter] * 4
        forms += [unicodedata.normalize("NFD", letter), f"&#{ord(letter)};", f"&#x{ord(letter):x};"]
        forms += ["\u00d0", "\u0189"] if letter == "Đ" else ["\u00f0"] if letter == "đ" else []
        forms += DASHES if letter == "-" else SLASHES if letter == "/" else ""
        forms += ["\u00a0"] if letter == " " else []
        printed.append(draw.choice(forms))
        if draw.random() < 0.05:
            printed.append(draw.choice(UNSEEN))
    return "".join(printed)


def _canonical(text: str) -> list[str | None]:
    return [citation.canonical for citation in find_citations(text)]


@QUICK
@given(citation_texts(most=3), st.integers(0, 999_999))
def test_any_mix_of_marks_gives_the_same_codes(drawn: CitingText, variant: int) -> None:
    text = _disguised(drawn.text, variant)
    found = find_citations(text)
    assert [citation.canonical for citation in found] == [str(each) for each in drawn.numbers]
    _check_spans(text, found)
    parts = ("type", "issuer_id", "issue_date", "issue_year", "provisions")
    for citation, plain in zip(found, find_citations(drawn.text), strict=True):
        for part in parts:
            assert (part, getattr(citation, part)) == (part, getattr(plain, part))


@QUICK
@given(citation_texts(most=3))
def test_unicode_forms_and_the_place_of_tones_change_nothing(drawn: CitingText) -> None:
    expected = [str(number) for number in drawn.numbers]
    for form in ("NFC", "NFD"):
        assert _canonical(unicodedata.normalize(form, drawn.text)) == expected
    assert _canonical(_other_tone(drawn.text)) == expected


def test_the_tone_does_move() -> None:
    assert _other_tone("Uỷ ban, khoá, hòa, Thủy") == "Ủy ban, khóa, hoà, Thuỷ"


@QUICK
@given(citation_texts(most=3))
def test_capitals_change_nothing(drawn: CitingText) -> None:
    found = find_citations(drawn.text.upper())
    assert [citation.parsed for citation in found] == [*drawn.numbers]
    types = [citation.type for citation in find_citations(drawn.text)]
    assert [citation.type for citation in found] == types


# --- anything at all --------------------------------------------------------------------------

# Pieces of citations put together at random reach further than random letters do.
PIECES = st.sampled_from(
    [
        *"0123456789/-.,;:()*_|\"' \n\t",
        "QĐ", "NĐ-CP", "TTg", "KL/TW", "QH14", "UBND", "24", "2020", "số", "của", "ngày", "năm",
        "Quyết định ", "Nghị quyết số ", "Điều 1, 2 ", "&#x2F;", "&amp;", "\u0301", "\u00ad",
        "\u200b", "Ð", "§", "30/02/2020", "31/12/2020", "khóa IX", "Ủy ban nhân dân tỉnh ", "và ",
    ]
)  # fmt: skip
ANYTHING = (
    st.text(st.characters(), max_size=200)  # with lone surrogates
    | st.lists(PIECES, max_size=60).map("".join)
    | st.binary(max_size=200).map(lambda given: given.decode("latin-1"))
    | st.binary(max_size=200).map(lambda given: given.decode("utf-8", "replace"))
    | st.binary(max_size=200).map(lambda given: given.decode("utf-8", "surrogateescape"))
)


@settings(max_examples=300, deadline=None)
@example("")
@example("/" * 50)
@example("1/" * 50)
@example("\ud800/QĐ-TTg 12/\udfffQĐ-TTg")
@example("Số: 0/0-0")
@given(ANYTHING)
def test_no_text_breaks_it(text: str) -> None:
    _check_spans(text, find_citations(text))


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_a_text_made_ready_is_ready(text: str) -> None:
    ready = SourceText.of(text).text
    assume("&" not in ready)  # "&amp;amp;" is one entity on top of another
    # Accents that stand apart from their letter, behind an unseen mark, are no letter's.
    assume(not any(unicodedata.combining(mark) for mark in ready))
    assert SourceText.of(ready).text == ready
    assert fold(fold(ready)) == fold(ready)
    assert clean_code(clean_code(ready)) == clean_code(ready)


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_places_lead_back_in_order(text: str) -> None:
    source = SourceText.of(text)
    places = [source.place(index) for index in range(len(source.text) + 1)]
    assert places == sorted(places)
    assert not places or (places[0] >= 0 and places[-1] <= len(text))


def test_only_text_is_read() -> None:
    with pytest.raises(TypeError):
        find_citations(b"33/2020")  # type: ignore[arg-type]
