"""What the tests of the rules share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dantoc_policy.law.lint.check import lint_document, lint_text
from dantoc_policy.law.lint.issue import Issue

Found = Callable[..., list[Issue]]


@pytest.fixture
def found() -> Found:
    """Give the issues of one rule in a text."""

    def find(code: str, text: str, as_of: date | None = None, **named) -> list[Issue]:
        return lint_text(text, as_of, rules=[code], **named)

    return find


@pytest.fixture
def in_document() -> Found:
    """Give the issues of one rule in a text that is a document."""

    def find(code: str, text: str, *args, **named) -> list[Issue]:
        return lint_document(text, *args, rules=[code], **named)

    return find
