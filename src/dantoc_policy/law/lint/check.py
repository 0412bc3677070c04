"""Checking a text: every rule is run on it, and what is certain can be put right at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.law.document import Document
from dantoc_policy.law.lint.issue import Issue
from dantoc_policy.law.lint.rules import chosen
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.values.calendar_dates import check_day

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents

_GRAVITY = {"error": 0, "warning": 1, "note": 2}


def lint_text(
    text: str,
    as_of: date | None = None,
    *,
    library: Documents | None = None,
    rules: Iterable[str] | None = None,
) -> list[Issue]:
    """Check the citations of a text; the issues stand in the order of the text.

    Args:
        text: any running text; spans are character offsets into it as it is given.
        as_of: the day on which what is cited has to be in force; without it this is not checked.
        library: the documents to compare with, if not those of the package.
        rules: the codes of the rules to run, if not all of them.

    Raises:
        InputError: `lint.unknown_rule` where there is no rule of a code.

    >>> for issue in lint_text("Nghị quyết số 88/2019/NQ-QH14 ngày 18/11/2019 của Quốc hội"):
    ...     print(issue.code, issue.severity, issue.suggestion)
    W2 error 88/2019/QH14
    """
    if as_of is not None:
        check_day(as_of)
    return _run(Scene.of(text, as_of=as_of, library=library), rules)


def lint_document(
    text: str,
    as_of: date | None = None,
    document: Document | None = None,
    *,
    library: Documents | None = None,
    rules: Iterable[str] | None = None,
) -> list[Issue]:
    """Check a text that is a document itself: as `lint_text`, and against its own day and body.

    Args:
        text: the whole document with its heading.
        as_of: the day on which what is cited has to be in force; the document's own, if not given.
        document: what is known of the document; its heading is read where nothing is given.
        library: the documents to compare with, if not those of the package.
        rules: the codes of the rules to run, if not all of them.

    Raises:
        InputError: `lint.unknown_rule` where there is no rule of a code.

    >>> text = '''Số: 80/KH-UBND
    ... Bắc Kạn, ngày 15 tháng 6 năm 2020
    ... Thực hiện Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Tỉnh ủy Bắc Kạn'''
    >>> [issue.code for issue in lint_document(text, rules=["W20"])]
    ['W20']
    """
    if as_of is not None:
        check_day(as_of)
    scene = Scene.of(text, library=library).as_document(document, as_of)
    return _run(scene, rules)


def _run(scene: Scene, codes: Iterable[str] | None) -> list[Issue]:
    found = [issue for rule in chosen(codes) for issue in rule.run(scene)]
    return sorted(found, key=lambda issue: (issue.span, _GRAVITY[issue.severity]))


def corrections(issues: Iterable[Issue]) -> list[tuple[int, int, str]]:
    """Give what is certain to be put in, and between which places, in the order of the text.

    Where two of them meet, the graver is put in; the other no longer fits and is left out.

    >>> corrections(lint_text("Kết luận số: 65- KL/TW"))
    [(9, 12, 'số'), (13, 22, '65-KL/TW')]
    """
    certain = [issue for issue in issues if issue.certain and issue.suggestion is not None]
    taken: list[Issue] = []
    for issue in sorted(certain, key=lambda issue: (_GRAVITY[issue.severity], issue.span)):
        if not any(issue.start < other.end and other.start < issue.end for other in taken):
            taken.append(issue)
    return sorted((issue.start, issue.end, issue.suggestion or "") for issue in taken)


def corrected(text: str, issues: Iterable[Issue]) -> str:
    """Give a text with its certain corrections put in; whatever else it has stays as it is.

    Raises:
        InputError: `lint.other_text` where an issue is not of this text.

    >>> text = "Kết luận số: 65- KL/TW"
    >>> corrected(text, lint_text(text))
    'Kết luận số 65-KL/TW'
    """
    found = list(issues)
    for issue in found:
        if issue.certain and text[issue.start : issue.end] != issue.text:
            raise InputError.of(
                "lint.other_text",
                place=issue.code,
                vi=f"“{issue.text}” không có ở chỗ {issue.start} của văn bản này.",
                en=f"“{issue.text}” does not stand at {issue.start} of this text.",
                mend_vi="Đưa vào đúng văn bản đã kiểm tra.",
                mend_en="Give the text that was checked.",
            )
    pieces: list[str] = []
    done = 0
    for start, end, put in corrections(found):
        pieces += (text[done:start], put)
        done = end
    return "".join(pieces) + text[done:]
