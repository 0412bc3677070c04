"""The marks between the parts of a number: dashes, slashes, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.lint.spelling import repair, repairs
from dantoc_policy.law.symbols.letters import party_issuers, party_types, state_issuers, state_types
from dantoc_policy.values.text import Text

# The reading of citations stops at a doubled mark, so such numbers are looked for here.
_DOUBLED = re.compile(
    r"(?<![\w/-])(?P<number>[0-9]{1,5}[a-zđ]?)(?P<first>//?|--?)(?:(?P<year>(?:19"
    r"|20)[0-9]{2})(?P<next>//?))?"
    r"(?P<types>[^\W\d_]{1,5})(?P<last>--?|//?)(?P<body>[^\W\d_]{2,12}(?:[0-9]{2})?)(?![\w/-])"
)


@rule(
    "W10",
    "warning",
    name=Text("thiếu hoặc thừa dấu nối", "dash lost or doubled"),
    what=Text(
        "giữa tên loại và cơ quan có đúng một dấu nối",
        "one mark, and no more than one, stands between type and body",
    ),
    basis=basis.NUMBERING,
    wrong="Quyết định số 2468/QĐUBND ngày 02/11/2018 của UBND tỉnh Kiên Giang",
    right="Quyết định số 2468/QĐ-UBND ngày 02/11/2018 của UBND tỉnh Kiên Giang",
)
def lost_dash(scene: Scene) -> Iterator[Remark]:
    """A dash that is missing, or marks that are doubled."""
    yield from repairs(
        scene,
        "dash",
        "Thiếu dấu nối trong số, ký hiệu.",
        "A dash is missing in the number.",
    )
    yield from _doubled_marks(scene)


def _doubled_marks(scene: Scene) -> Iterator[Remark]:
    for match in _DOUBLED.finditer(scene.source.text):
        marks = (match["first"], match["next"] or "", match["last"])
        if not any(len(mark) > 1 for mark in marks):
            continue
        types = state_types().find(match["types"]) or party_types().find(match["types"])
        body = state_issuers().find(match["body"]) or party_issuers().find(match["body"])
        if types is None or body is None:
            continue
        yield Remark(
            span=scene.source.span(*match.span()),
            vi="Thừa dấu trong số, ký hiệu.",
            en="A mark of the number is doubled.",
            suggestion=re.sub(r"([-/])\1", r"\1", match[0]),
        )


@rule(
    "W11",
    "warning",
    name=Text("lẫn cách ghi của Đảng và Nhà nước", "marks of Party and State mixed up"),
    what=Text(
        "Nhà nước: số/loại-cơ quan; Đảng: số-loại/cơ quan",
        "State: number/type-body; Party: number-type/body",
    ),
    basis=(*basis.PARTY, *basis.NUMBERING),
    wrong="Kết luận số 65/KL-TW ngày 30/10/2019 của Bộ Chính trị",
    right="Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị",
)
def swapped_separators(scene: Scene) -> Iterator[Remark]:
    """A Party number with the State's marks, or the other way round."""
    for code in scene.codes:
        if "separators" not in code.oddities:
            continue
        if code.number.family == "party":
            vi = "Văn bản của Đảng ghi số, dấu nối, loại rồi dấu gạch chéo, cơ quan."
            en = "Party numbers have the dash before the type and the slash before the body."
        else:
            vi = "Văn bản của Nhà nước ghi số, dấu gạch chéo, loại rồi dấu nối, cơ quan."
            en = "State numbers have the slash before the type and the dash before the body."
        yield repair(code, vi, en)


@rule(
    "W12",
    "warning",
    name=Text("dấu gạch lạ trong số, ký hiệu", "odd dash or slash"),
    what=Text(
        "dấu gạch dài, dấu trừ, dấu nối không ngắt, gạch phân số thay cho “-” và “/”",
        "en dashes, minus signs, non-breaking hyphens, fraction slashes in place of “-” and “/”",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị định số 05/2011/NĐ–CP ngày 14/01/2011 của Chính phủ",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def odd_marks(scene: Scene) -> Iterator[Remark]:
    """Marks of typesetting where the plain ones belong."""
    return repairs(
        scene,
        "odd_mark",
        "Dấu “-” hoặc “/” trong số, ký hiệu là ký tự khác trông giống.",
        "A dash or slash of the number is another character that looks like it.",
    )


@rule(
    "W13",
    "note",
    name=Text("số, ký hiệu bị ngắt dòng", "line break inside the number"),
    what=Text(
        "số, ký hiệu đứng trọn trên một dòng",
        "a number stands on one line",
    ),
    verified=False,
    wrong="Nghị quyết số 24-NQ/\nTW ngày 12/3/2003 của Ban Chấp hành Trung ương Đảng khóa IX",
    right="Nghị quyết số 24-NQ/TW ngày 12/3/2003 của Ban Chấp hành Trung ương Đảng khóa IX",
)
def line_break(scene: Scene) -> Iterator[Remark]:
    """A number that goes over the end of a line; whether it may be joined is the writer's call."""
    return repairs(
        scene,
        "line_break",
        "Số, ký hiệu bị ngắt sang dòng sau.",
        "The number is broken over two lines.",
    )


RULES = (lost_dash, swapped_separators, odd_marks, line_break)
