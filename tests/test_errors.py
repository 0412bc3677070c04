"""Errors carry a code, a place and a text in both languages."""

from __future__ import annotations

import pytest

from dantoc_policy import errors


def test_an_error_tells_code_place_text_and_remedy() -> None:
    error = errors.InputError.of(
        "a.b", place="x", vi="sai.", en="wrong.", mend_vi="Sửa.", mend_en="Mend it."
    )
    assert (error.code, error.message("vi"), error.message("en")) == (
        "a.b",
        "x: sai. Sửa.",
        "x: wrong. Mend it.",
    )
    assert str(error) == "[a.b] x: wrong. Mend it. / x: sai. Sửa."


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.DefinitionError, TypeError),
        (errors.InputError, ValueError),
        (errors.NotInForceError, LookupError),
        (errors.UndeterminedError, TypeError),
        (errors.MissingExtraError, ImportError),
    ],
)
def test_each_error_is_also_the_builtin_one(kind: type, builtin: type) -> None:
    assert issubclass(kind, builtin)
    assert issubclass(kind, errors.PolicyError)


def test_a_missing_extra_tells_how_to_install_it() -> None:
    assert 'pip install "dantoc-policy[sql]"' in str(
        errors.MissingExtraError.for_extra("sql", "sqlglot")
    )


def test_a_problem_is_json() -> None:
    problem = errors.Problem(code="c", vi="v", en="e", severity="note")
    assert problem.to_dict()["severity"] == "note"
