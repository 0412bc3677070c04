"""Refusing what is no text where a name or a passage is asked for."""

from __future__ import annotations

from dantoc_policy.errors import InputError


def check_text(given: object) -> str:
    """Give back a text; anything else, such as the None of an empty cell, is refused.

    Raises:
        InputError: `argument.not_text`.

    >>> check_text("Sở Nội vụ")
    'Sở Nội vụ'
    >>> check_text(None)
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [argument.not_text] ...
    """
    if not isinstance(given, str):
        raise InputError.of(
            "argument.not_text",
            vi=f"{given!r} không phải là chữ.",
            en=f"{given!r} is no text.",
            mend_vi="Cho một chuỗi (str).",
            mend_en="Give a str.",
        )
    return given
