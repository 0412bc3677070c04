"""Each catalogued number stands on the line of the source file that it names.

The source files lie beside the checkout, not in it; without them these tests are skipped.
"""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from dantoc_policy.plans.library import plans
from dantoc_policy.values.unit import Unit

ROOT = Path(__file__).parents[2]
FILES = {name: plans.row(name).get("file") for name in plans()}
NAMES = [name for name, file in FILES.items() if file]
PERCENT = (Unit.PERCENT, Unit.PERCENTAGE_POINTS)
SCALES = {10**9: "tỷ", 10**6: "triệu", 1: "đồng"}


@cache
def text(file):
    """Give the lines of a source file, the first at 1, or None where it is not there."""
    found = sorted(ROOT.parent.glob(f"shared/*/{file}"))
    return ["", *found[0].read_text(encoding="utf-8").splitlines()] if found else None


@pytest.fixture(params=NAMES)
def plan(request):
    if text(FILES[request.param]) is None:
        pytest.skip(f"{FILES[request.param]} does not lie beside the checkout")
    return plans.get(request.param)


def digits(value):
    """Give the ways in which documents print a number, as a regular expression."""
    value = Fraction(value)
    if value.denominator == 1:
        ways = [f"{value.numerator}", f"{value.numerator:02}", f"{value.numerator:,}"]
        ways[2] = ways[2].replace(",", ".")
    else:
        decimal = str(float(value)).replace(".", ",")
        ways = [decimal, f"{value.numerator}/{value.denominator}"]
    return rf"(?<![\d.,])(?:{'|'.join(map(re.escape, ways))})(?!\d|[.,]\d)"


def says(line, value, unit=None):
    """Whether a line prints a number with its unit: "26,7 %", "3-4%", "02 lần", "1.290"."""
    value = Fraction(value)
    behind = ""
    if value == 0 and "không còn" in line:
        return True
    if unit in PERCENT:
        behind = r"\s*(?:[-–]\s*\d+(?:,\d+)?\s*)?%"
    elif unit is Unit.TIMES:
        # "1/2 bình quân chung", "60% bình quân chung", "02 lần".
        behind = r"\s*lần" if value.denominator == 1 else ""
        if value < 1 and says(line, value * 100, Unit.PERCENT):
            return True
    elif unit is Unit.RANK and value == 1:
        return "dẫn đầu" in line
    elif unit is Unit.VND:
        return any(
            re.search(rf"{digits(value / scale)}\s*{word}", line) for scale, word in SCALES.items()
        )
    return re.search(digits(value) + behind, line) is not None


def numbers(plan):
    """Give the name, line, value and unit of all that a plan counts or measures."""
    for target in plan.targets:
        for said in (target, *target.also):
            where = f"{target.id} {said.section}"
            unit = said.unit or target.unit
            yield where, said.line, said.value, unit
            yield where, said.line, said.value_high, unit
    for seen in plan.observations:
        yield seen.indicator, seen.line, seen.value, seen.unit
        yield seen.indicator, seen.line, seen.value_high, seen.unit
    for funding in plan.funding:
        yield funding.id, funding.line, funding.amount and funding.amount.vnd, Unit.VND
        yield funding.id, funding.line, funding.rate, Unit.PERCENT
    for project in plan.projects:
        yield project.id, project.line, project.contents, None


def years(plan):
    for phase in plan.phases:
        yield f"phase {phase.id}", phase.line, phase.last_day.year
    for target in plan.targets:
        yield target.id, target.line, target.baseline_year
        for said in (target, *target.also):
            yield f"{target.id} {said.section}", said.line, said.due_year


@pytest.mark.parametrize(
    ("line", "value", "unit", "said"),
    [
        ("thấp còi dưới 26,7 %.", "26.7", Unit.PERCENT, True),
        ("thấp còi dưới 26,7 %.", "6.7", Unit.PERCENT, False),
        ("thấp còi dưới 26,7 %.", 26, Unit.PERCENT, False),
        ("bình quân giảm 3-4%/năm", 3, Unit.PERCENTAGE_POINTS, True),
        ("bình quân giảm 3-4%/năm", 4, Unit.PERCENTAGE_POINTS, True),
        ("tăng trên 02 lần", 2, Unit.TIMES, True),
        ("tăng trên 02 điểm", 2, Unit.TIMES, False),
        ("bằng 1/2 bình quân", "1/2", Unit.TIMES, True),
        ("bằng 60% bình quân", "3/5", Unit.TIMES, True),
        ("trẻ 5 tuổi", 5, Unit.PERCENT, False),
        ("quà cho 1.290 người", 1290, Unit.PERSONS, True),
        ("quà cho 1.290 người", 290, Unit.PERSONS, False),
        ("8/8 huyện", 8, Unit.DISTRICTS, True),
        ("không còn xã nào", 0, Unit.COMMUNES, True),
        ("còn xã", 0, Unit.COMMUNES, False),
        ("dành 1.984 tỷ đồng", 1_984 * 10**9, Unit.VND, True),
        ("dành 1.984 triệu đồng", 1_984 * 10**9, Unit.VND, False),
        ("đầu tư 2,4 tỷ đồng", 24 * 10**8, Unit.VND, True),
    ],
)
def test_numbers_are_found_as_they_are_printed_and_no_others(line, value, unit, said):
    assert says(line, value, unit) is said


def test_every_plan_with_a_file_names_its_lines(plan):
    lines = text(plan.file)
    parts = (*plan.phases, *plan.targets, *plan.tasks, *plan.assignments, *plan.reports)
    parts += (*plan.projects, *plan.funding, *plan.observations, *plan.bodies)
    assert not [part for part in parts if part.line is None or not lines[part.line].strip()]
    assert not [cited for cited in plan.documents if not cited.lines]


def test_numbers_stand_on_their_lines(plan):
    lines = text(plan.file)
    held = [row for row in numbers(plan) if row[2] is not None]
    assert held
    assert not [row for row in held if not says(lines[row[1]], row[2], row[3])]


def test_years_stand_on_their_lines(plan):
    lines = text(plan.file)
    held = [row for row in years(plan) if row[2] is not None]
    assert not [row for row in held if not says(lines[row[1]], row[2])]


def test_days_of_reports_stand_on_their_lines(plan):
    lines = text(plan.file)
    for duty in plan.reports:
        if duty.deadline is not None:
            said = lines[duty.line]
            for day in re.findall(r"\d+/\d+", duty.deadline.text("vi")):
                assert day in said
            assert re.search("h[àằ]ng (năm|quý|tháng)", said)


def sentence(lines, at):
    """Give a line with those before and after it that a break of the page parts from it."""
    printed = [number for number, line in enumerate(lines) if line.strip()]
    first = last = printed.index(at)
    while goes_on(lines[printed[first]]):
        first -= 1
    while last + 1 < len(printed) and goes_on(lines[printed[last + 1]]):
        last += 1
    return " ".join(lines[number] for number in printed[first : last + 1])


def goes_on(line):
    """Whether a line goes on with a sentence: it begins with a small letter."""
    return line[:1].islower()


def test_a_sentence_that_a_page_parts_is_one():
    lines = ["", "- Theo Kế hoạch số 99", "", "của tỉnh.", "", "- Tiếp tục"]
    assert sentence(lines, 3) == sentence(lines, 1) == "- Theo Kế hoạch số 99 của tỉnh."
    assert sentence(lines, 5) == "- Tiếp tục"


def test_documents_are_cited_on_their_lines(plan):
    lines = text(plan.file)
    wrong = [
        (cited.number, line)
        for cited in plan.documents
        for line in cited.lines
        if not any(
            squeezed(name) in squeezed(sentence(lines, line))
            for name in (cited.number, cited.printed)
            if name
        )
    ]
    assert not wrong


def test_bodies_are_named_on_their_lines(plan):
    lines = text(plan.file)
    wrong = []
    for mention in plan.bodies:
        name = mention.name
        if mention.role == "issuer" and name not in lines[mention.line]:
            name = name.split(" tỉnh")[0]  # The heading breaks it over two lines.
        names = {name, name.replace("UBND", "Ủy ban nhân dân")}
        if not any(one.casefold() in lines[mention.line].casefold() for one in names):
            wrong.append(mention)
    assert not wrong


def test_documents_without_their_number_in_the_text_are_cited_by_name(plan):
    lines = text(plan.file)
    for cited in plan.documents:
        said = squeezed(" ".join(lines[line] for line in cited.lines))
        library = cited.number[0].isdigit() and squeezed(cited.number) not in said
        misprinted = library and cited.printed is not None and cited.printed[0].isdigit()
        assert cited.by_name is (library and not misprinted), cited.number


def squeezed(words):
    """Give a text without spaces and capitals: "65- KL/TW" is 65-KL/TW."""
    return "".join(words.split()).casefold()
