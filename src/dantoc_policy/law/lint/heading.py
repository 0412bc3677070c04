"""The colon after "Số": in the heading of a document, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, plain
from dantoc_policy.values.text import Text

_REACH = 14
_CUE = re.compile(r"(?P<word>s[ốôo])(?P<colon>\s?:)(?P<gap>[\s*_]{0,4})\Z", re.IGNORECASE)
_BARE = re.compile(r"(?P<word>Số)(?P<gap>[\s*_]{1,4})\Z")
_MANY = re.compile(r"\b(?:cac|nhung|cac van ban)\b[^.;\n]{0,60}\Z")
_LINE_START = re.compile(r"(?:\A|\n)[\s*_#>|•-]{0,8}\Z")
_MANY_REACH = 80


@rule(
    "N3",
    "warning",
    name=Text("dấu hai chấm sau chữ “số”", "colon after “số”"),
    what=Text(
        "đầu văn bản của Nhà nước ghi “Số:”, của Đảng ghi “Số” không có dấu hai chấm; trong câu văn"
        " không có dấu hai chấm",
        "the heading of a State document has “Số:”, that of a Party document “Số”; in running text"
        " there is no colon",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Chương trình hành động số: 02/CTr-UBND ngày 02/12/2021 của UBND tỉnh Thái Nguyên",
    right="Chương trình hành động số 02/CTr-UBND ngày 02/12/2021 của UBND tỉnh Thái Nguyên",
)
def colon_after_cue(scene: Scene) -> Iterator[Remark]:
    """A colon in running text, one that a State heading lacks or a Party heading has."""
    for citation in scene.citations:
        if citation.parsed is None:
            continue
        start = citation.spans["code"][0]
        before = scene.given[max(0, start - _REACH) : start]
        if citation is scene.heading:
            yield from _of_heading(citation, before, start)
        elif not citation.heading and (cue := _CUE.search(before)):
            place = start - len(before) + cue.start()
            if not _may_stand(scene, place):
                yield Remark(
                    span=(place, start - len(cue["gap"])),
                    vi="Trong câu văn, sau chữ “số” không có dấu hai chấm.",
                    en="In running text there is no colon after “số”.",
                    suggestion=cue["word"] if cue["gap"][:1].isspace() else f"{cue['word']} ",
                    certain=True,
                    citation=citation,
                )


def _may_stand(scene: Scene, place: int) -> bool:
    """Whether the colon opens a list of numbers, or stands at the head of a line or a bracket."""
    before = scene.given[max(0, place - _MANY_REACH) : place]
    head = before if place > len(before) else f"\n{before}"
    return (
        before.rstrip(" *_\u00a0").endswith("(")
        or _LINE_START.search(head) is not None
        or _MANY.search(plain(before)) is not None
    )


def _of_heading(citation: Citation, before: str, start: int) -> Iterator[Remark]:
    party = citation.parsed is not None and citation.parsed.family == "party"
    cue = _CUE.search(before) if party else _BARE.search(before)
    if cue is None:
        return
    span = start - len(before) + cue.start(), start - len(cue["gap"])
    yield Remark(
        span=span,
        vi="Đầu văn bản của Đảng ghi “Số” không có dấu hai chấm."
        if party
        else "Đầu văn bản của Nhà nước ghi “Số:” có dấu hai chấm.",
        en="The heading of a Party document has “Số” without a colon."
        if party
        else "The heading of a State document has “Số:” with a colon.",
        suggestion=cue["word"] if party else f"{cue['word']}:",
        severity="note",
        citation=citation,
    )


RULES = (colon_after_cue,)
