"""Numbers in words, northern and southern."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.number_words import number_words, parse_number_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (25, "hai mươi lăm"),
        (101, "một trăm lẻ một"),
        (110, "một trăm mười"),
        (478, "bốn trăm bảy mươi tám"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1_000_000, "một triệu"),
        (1_984_000_000_000, "một nghìn chín trăm tám mươi bốn tỷ"),
        (10**12, "một nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-5, "âm năm"),
    ],
)
def test_writing_and_reading(number, words):
    assert number_words(number) == words
    assert parse_number_words(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một ngàn lẻ năm", 1005),
        ("một nghìn không trăm linh năm", 1005),
        ("hai mươi tư", 24),
        ("Hai mươi nhăm", 25),
        ("một tỉ rưỡi", 1_500_000_000),
        ("hai triệu rưỡi", 2_500_000),
        ("hai trăm rưỡi", 250),
        ("ba mươi lăm nghìn tỷ", 35 * 10**12),
    ],
)
def test_other_words(words, number):
    assert parse_number_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tỷ",
        "mươi",
        "trăm",
        "lẻ năm",
        "hai hai",
        "mười không",
        "một triệu hai",
        "năm rưỡi",
        "hai nghìn ba triệu",
        "hai tỷ đồng",
        "1 tỷ",
        "năm%",
        "một " * 200,
    ],
)
def test_unreadable(words):
    with pytest.raises(InputError, match=r"number\.unreadable"):
        parse_number_words(words)


def test_too_large():
    with pytest.raises(InputError, match=r"number\.too_large"):
        number_words(10**36)


@given(st.integers(-(10**36) + 1, 10**36 - 1))
def test_reading_reverses_writing(number):
    assert parse_number_words(number_words(number)) == number


WORDS = [
    "không",
    "một",
    "mốt",
    "hai",
    "tư",
    "năm",
    "lăm",
    "mười",
    "mươi",
    "trăm",
    "nghìn",
    "triệu",
    "tỷ",
    "lẻ",
    "linh",
    "rưỡi",
    "âm",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=20))
def test_reading_never_crashes(words):
    with suppress(InputError):
        assert isinstance(parse_number_words(words), int)
