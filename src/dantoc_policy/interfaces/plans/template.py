"""The template of a plan file: a small plan that is sound, with a comment above each part."""

from __future__ import annotations

from pathlib import Path

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.plans.schema import SCHEMA_FILE
from dantoc_policy.interfaces.plans.write import first_line
from dantoc_policy.values.text import Text

_HEAD = Text(
    """Mẫu kế hoạch công tác dân tộc. Sửa các giá trị, bỏ những phần không cần.
Dòng đầu giúp trình soạn thảo gợi ý trường và giá trị; lấy lược đồ về cạnh tệp này bằng:
    dantoc schema plan > plan.schema.json
Kiểm tra: dantoc plan check TỆP-NÀY""",
    """The template of a plan of ethnic affairs. Change the values, take out what is not needed.
By the first line editors offer fields and values; put the schema beside this file with:
    dantoc schema plan > plan.schema.json
To check it: dantoc plan check THIS-FILE""",
)
_PARTS: tuple[tuple[Text, str], ...] = (
    (
        Text(
            """Mã của kế hoạch: chữ thường không dấu, chữ số, dấu gạch nối.
Chuỗi viết một lần bằng tiếng Việt, hoặc {vi: "…", en: "…"}.""",
            """The identifier of the plan: lower-case letters, digits, hyphens.
A text is written once, in any language, or as {vi: "…", en: "…"}.""",
        ),
        """id: xa-a-2026
title: Kế hoạch công tác dân tộc xã A giai đoạn 2026 - 2030
number: 01/KH-UBND
issued: 2026-01-15
issuer: UBND xã A""",
    ),
    (
        Text(
            """Văn bản được dẫn: basis (căn cứ), carries_out (được thực hiện), guides (hướng dẫn),
cites (chỉ nhắc đến).""",
            """The documents that it cites: basis, carries_out, guides, or only cites.""",
        ),
        """documents:
  - {number: 1719/QĐ-TTg, role: basis}""",
    ),
    (
        Text(
            """Giai đoạn: commitment (mục tiêu cam kết) hoặc orientation (định hướng).
Mã là năm thì đặt trong ngoặc kép.""",
            """The phases: a commitment or an orientation. Put a year in quotes where it is
an identifier.""",
        ),
        """phases:
  - {id: "2030", kind: commitment, period: 2026..2030, section: II.2}
  - {id: "2035", kind: orientation, period: 2031..2035, section: II.3}""",
    ),
    (
        Text(
            """Chỉ số và đối tượng riêng, khi thư viện chưa có.
direction: up (càng cao càng tốt), down (càng thấp càng tốt).""",
            """Indicators and populations of its own, where the library has none; direction: which
way is better, up or down.""",
        ),
        """populations:
  - {id: women-of-the-commune, name: phụ nữ trong xã}
indicators:
  - id: women-in-cooperatives
    name: phụ nữ tham gia hợp tác xã
    unit: persons
    direction: up
    population: women-of-the-commune""",
    ),
    (
        Text(
            """Chỉ tiêu.
comparator: reach (đạt), at_least (tối thiểu, trở lên), above (trên), at_most (không quá),
  below (dưới), about (khoảng), nearly (gần), range (từ value đến value_high), rank,
  by_reference (theo văn bản khác: reference), qualitative (không có con số).
basis, nếu giá trị không phải là mức đạt: each_year (từng năm), per_year_average (bình quân
  mỗi năm), times_baseline (gấp mấy lần năm gốc), percent_of_baseline.
unit: percent và percentage_points (điểm phần trăm) là hai đơn vị.
Số ghi như 26.7 hoặc "1/2". part_of: “trong đó”. due_year: bỏ trống là năm cuối giai đoạn.""",
            """The targets.
comparator: reach, at_least, above, at_most, below, about, nearly, range (from value to
  value_high), rank, by_reference (as another document says: reference), qualitative (no figure).
basis, where the value is not the level to be reached: each_year, per_year_average,
  times_baseline (how many times the baseline year), percent_of_baseline.
unit: percent and percentage_points are two units.
Numbers: 26.7 or "1/2". part_of: what it is nested in. due_year: the last year of the phase
unless given.""",
        ),
        """targets:
  - id: water
    phase: "2030"
    indicator: hygienic-water
    comparator: at_least
    value: 98.5
    unit: percent
    gist: từ 98,5% trở lên người DTTS dùng nước hợp vệ sinh
    section: II.2
  - id: poverty
    phase: "2030"
    indicator: poverty-rate
    comparator: range
    basis: per_year_average
    value: 3
    value_high: 4
    unit: percentage_points
    gist: tỷ lệ hộ nghèo DTTS giảm bình quân 3 - 4 điểm phần trăm mỗi năm
  - id: women
    phase: "2030"
    indicator: women-in-cooperatives
    comparator: above
    basis: times_baseline
    value: 1.5
    unit: times
    baseline_year: 2025
    force: strive
    gist: phấn đấu số phụ nữ tham gia hợp tác xã trên 1,5 lần năm 2025
  - id: water-later
    phase: "2035"
    indicator: hygienic-water
    comparator: qualitative
    gist: duy trì việc dùng nước hợp vệ sinh""",
    ),
    (
        Text(
            "Nhiệm vụ, và phân công: ai chủ trì (lead), ai phối hợp (coordinating).",
            "Tasks, and who leads and who coordinates on which targets.",
        ),
        """tasks:
  - id: water-works
    section: III.1
    lead: Phòng Kinh tế
    targets: [water]
    gist: sửa chữa công trình nước tập trung
assignments:
  - {row: 1, targets: [water, water-later], lead: Phòng Kinh tế}
  - row: 2
    targets: [poverty, women]
    lead: Phòng Văn hóa - Xã hội
    coordinating: [Hội Liên hiệp Phụ nữ xã, các thôn]""",
    ),
    (
        Text(
            """Báo cáo: hạn ghi như trong văn bản, ví dụ ngày 25 của tháng cuối quý.""",
            """Reports: when they are due, in Vietnamese, as documents write it.""",
        ),
        """reports:
  - id: yearly
    who: các thôn
    to: UBND xã A
    deadline: ngày 15/12 hằng năm
    gist: kết quả thực hiện kế hoạch""",
    ),
    (
        Text(
            """Kinh phí: số đồng nguyên, hoặc “1,2 tỷ đồng”.
stage: estimated (dự toán), planned (kế hoạch), assigned (giao), available (được sử dụng),
  disbursed (giải ngân).""",
            """Money: whole đồng, or a text such as “1,2 tỷ đồng”.
stage: estimated, planned, assigned, available, disbursed.""",
        ),
        """funding:
  - {id: plan-2026, stage: planned, source_of_funds: state, period: 2026, amount: "1,2 tỷ đồng"}""",
    ),
    (
        Text(
            "Số liệu đã có, kể cả số của năm gốc (kind: baseline).",
            "What was measured, the figures of the baseline year (kind: baseline) included.",
        ),
        """observations:
  - {indicator: hygienic-water, date: 2025, value: 91.2, unit: percent, kind: baseline}
  - {indicator: poverty-rate, date: 2025, value: 26.7, unit: percent, kind: baseline}""",
    ),
)


def plan_template(locale: Locale = "vi", *, schema: str | None = SCHEMA_FILE) -> str:
    """Give the text of the template, its comments in a language.

    `schema` is the path or URL of the JSON Schema, which the first line tells editors.

    >>> print(plan_template("en").splitlines()[0])
    # yaml-language-server: $schema=plan.schema.json
    """
    parts = (f"{_comment(said.get(locale))}\n{text}" for said, text in _PARTS)
    head = _comment(_HEAD.get(locale))
    return first_line(schema) + "\n\n".join((head, *parts)) + "\n"


def write_plan_template(
    path: str | Path, locale: Locale = "vi", *, schema: str | None = SCHEMA_FILE
) -> None:
    """Write the template to a new file.

    Raises:
        InputError: `output.exists`; `file.unknown_format` where it is not YAML;
            `output.unwritable`.
    """
    file = Path(path)
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise unusable(
            file,
            "file.unknown_format",
            "mẫu là tệp YAML.",
            "the template is a YAML file.",
            "Đặt đuôi .yaml.",
            "Name it .yaml.",
        )
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(plan_template(locale, schema=schema))
    except FileExistsError:
        raise unusable(
            file,
            "output.exists",
            "đã có tệp này.",
            "this file exists already.",
            "Đặt tên khác.",
            "Give another name.",
        ) from None
    except OSError as error:
        raise unusable(
            file,
            "output.unwritable",
            f"không ghi được tệp này ({error.strerror}).",
            f"this file cannot be written ({error.strerror}).",
        ) from None


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())
