"""Letters and spaces of a number: what typing, old fonts and text recognition leave in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.values.text import Text

_LINE = 200  # what is looked at of the line around a number


def repairs(scene: Scene, oddity: str, vi: str, en: str) -> Iterator[Remark]:
    """Give a remark for each number that has an oddity, with the number as it ought to be."""
    for code in scene.codes:
        if oddity in code.oddities:
            yield repair(code, vi, en)


def repair(code: PrintedCode, vi: str, en: str) -> Remark:
    """Give the remark that puts the repaired number in the place of the printed one."""
    return Remark(
        span=code.span,
        vi=vi,
        en=en,
        suggestion=code.repaired,
        certain=code.certain,
        citation=code.citation,
    )


@rule(
    "W3",
    "warning",
    name=Text("dấu cách thừa trong số, ký hiệu", "space inside the number"),
    what=Text(
        "số, ký hiệu viết liền; dấu cách đứng một bên dấu “/”, “-” hoặc giữa một nhóm chữ",
        "a number is printed without spaces; one stands beside a mark or inside a group of letters",
    ),
    basis=basis.NUMBERING,
    wrong="Kết luận số 65- KL/TW ngày 30/10/2019 của Bộ Chính trị",
    right="Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị",
)
def stray_space(scene: Scene) -> Iterator[Remark]:
    """A space on one side of a mark, or inside a group of letters."""
    return repairs(
        scene,
        "space",
        "Trong số, ký hiệu có dấu cách thừa.",
        "There is a stray space inside the number.",
    )


@rule(
    "N2",
    "warning",
    name=Text("dấu “/”, “-” có dấu cách hai bên", "marks with spaces on both sides"),
    what=Text(
        "giữa số, năm, chữ viết tắt có dấu “/”, “-” và không cách chữ",
        "the marks between number, year and letters stand without spaces",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị định số 56/2015/NĐ - CP ngày 09/6/2015 của Chính phủ",
    right="Nghị định số 56/2015/NĐ-CP ngày 09/6/2015 của Chính phủ",
)
def spaced_marks(scene: Scene) -> Iterator[Remark]:
    """Marks that stand between spaces."""
    return repairs(
        scene,
        "air",
        "Dấu “/”, “-” trong số, ký hiệu không đặt giữa hai dấu cách.",
        "The marks of a number do not stand between spaces.",
    )


@rule(
    "W4",
    "warning",
    name=Text("dấu định dạng trong số, ký hiệu", "markup inside the number"),
    what=Text(
        "dấu “*”, “_” của bản nhận dạng hoặc bản đánh dấu còn sót trong số, ký hiệu",
        "asterisks or underscores of text recognition or markup are left in the number",
    ),
    basis=basis.NUMBERING,
    wrong="Kế hoạch số **99**/KH-UBND ngày 19/5/2021 của UBND tỉnh Thái Nguyên",
    right="**Kế hoạch số 99/KH-UBND** ngày 19/5/2021 của UBND tỉnh Thái Nguyên",
)
def markup(scene: Scene) -> Iterator[Remark]:
    """Markup between the parts of a number; emphasis of the whole number is none."""
    return repairs(
        scene,
        "markup",
        "Trong số, ký hiệu còn dấu định dạng (“*”, “_”).",
        "Markup (“*”, “_”) is left inside the number.",
    )


@rule(
    "W5",
    "warning",
    name=Text("sai chữ Đ trong ký hiệu", "wrong letter for Đ"),
    what=Text(
        "chữ Đ (U+0110) gõ thành Ð (U+00D0), Ɖ (U+0189), D không gạch, hoặc D gõ thành Đ",
        "Đ (U+0110) typed as Ð (U+00D0), Ɖ (U+0189) or plain D, or D typed as Đ",
    ),
    basis=basis.LETTERS,
    wrong="Quyết định số 33/2020/QD-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
    right="Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
)
def wrong_bar(scene: Scene) -> Iterator[Remark]:
    """A look-alike of Đ, or D and Đ mixed up; HD, DA and CD without their bar are left alone."""
    for code in scene.codes:
        if code.oddities & {"look_alike", "bar"}:
            yield repair(
                code,
                "Chữ Đ trong ký hiệu gõ sai.",
                "The letter Đ of the symbol is not the right one.",
            )


@rule(
    "W6",
    "warning",
    name=Text("chữ Đ của phông chữ cũ", "Đ of an old font"),
    what=Text(
        "§ (TCVN3) hoặc Ñ (VNI) đứng chỗ chữ Đ: văn bản chuyển mã chưa hết",
        "§ (TCVN3) or Ñ (VNI) stands for Đ: the text was not wholly converted",
    ),
    basis=basis.LETTERS,
    wrong="Quyết định số 134/2004/Q§-TTg ngày 20/7/2004 của Thủ tướng Chính phủ",
    right="Quyết định số 134/2004/QĐ-TTg ngày 20/7/2004 của Thủ tướng Chính phủ",
)
def old_font(scene: Scene) -> Iterator[Remark]:
    """A letter of TCVN3 or VNI in place of Đ."""
    return repairs(
        scene,
        "old_font",
        "Ký hiệu còn chữ của phông TCVN3 hoặc VNI.",
        "The symbol still has a letter of a TCVN3 or VNI font.",
    )


@rule(
    "W7",
    "note",
    name=Text("chữ dựng sẵn và tổ hợp", "letters with loose accents"),
    what=Text(
        "văn bản dùng dấu rời (Unicode tổ hợp, NFD): tìm kiếm và so sánh sẽ bỏ sót",
        "the text has accents as characters of their own (NFD): searches will miss words",
    ),
    verified=False,
    wrong=unicodedata.normalize("NFD", "Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ"),
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def loose_accents(scene: Scene) -> Iterator[Remark]:
    """The first citation whose letters are not composed; one remark stands for the whole text."""
    for citation in scene.citations:
        if not unicodedata.is_normalized("NFC", citation.text):
            yield Remark(
                span=citation.span,
                vi="Văn bản dùng chữ tổ hợp (NFD); nên đổi sang chữ dựng sẵn (NFC).",
                en="The text uses loose accents (NFD); composed letters (NFC) are better.",
                suggestion=unicodedata.normalize("NFC", citation.text),
                citation=citation,
            )
            return


@rule(
    "W9",
    "warning",
    name=Text("sai chữ hoa, chữ thường trong ký hiệu", "wrong capitals in the symbol"),
    what=Text(
        "chữ viết tắt có chữ hoa, chữ thường theo bảng (TTg, CTr, TTr); dòng viết hoa không tính",
        "abbreviations have their own capitals (TTg, CTr, TTr); lines all in capitals are left"
        " alone",
    ),
    basis=basis.LETTERS,
    wrong="Quyết định số 106/QĐ-TTG ngày 19/01/2017 của Thủ tướng Chính phủ",
    right="Quyết định số 106/QĐ-TTg ngày 19/01/2017 của Thủ tướng Chính phủ",
)
def wrong_capitals(scene: Scene) -> Iterator[Remark]:
    """Letters of the symbol whose capitals are not those of the tables."""
    for code in scene.codes:
        if "capitals" in code.oddities and not _in_capitals(scene, code):
            yield repair(
                code,
                "Ký hiệu viết sai chữ hoa, chữ thường.",
                "The capitals of the symbol are not the usual ones.",
            )


def _in_capitals(scene: Scene, code: PrintedCode) -> bool:
    start, end = code.span
    before = scene.given[max(0, start - _LINE) : start].rpartition("\n")[2]
    behind = scene.given[end : end + _LINE].partition("\n")[0]
    return f"{before}{behind}".isupper()


@rule(
    "W22",
    "warning",
    name=Text("ký tự ẩn trong số, ký hiệu", "hidden characters inside the number"),
    what=Text(
        "ký tự không hiện hoặc mã HTML trong số, ký hiệu: người đọc không thấy, máy không tìm ra",
        "invisible characters or HTML entities in the number: no reader sees, no search finds it",
    ),
    verified=False,
    wrong="Quyết định số 1528/QĐ-\u200bUBND ngày 07/6/2019 của UBND tỉnh Bắc Kạn",
    right="Quyết định số 1528/QĐ-UBND ngày 07/6/2019 của UBND tỉnh Bắc Kạn",
)
def hidden_characters(scene: Scene) -> Iterator[Remark]:
    """Zero-width characters and entities inside a number."""
    return repairs(
        scene,
        "invisible",
        "Trong số, ký hiệu có ký tự ẩn hoặc mã HTML.",
        "The number has invisible characters or HTML entities in it.",
    )


RULES = (
    stray_space,
    spaced_marks,
    markup,
    wrong_bar,
    old_font,
    loose_accents,
    wrong_capitals,
    hidden_characters,
)
