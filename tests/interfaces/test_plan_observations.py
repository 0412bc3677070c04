"""Figures of somebody's own: sheets, lists, plans; what a bad row says; the sheet to fill in."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from dantoc_policy import InputError, plans
from dantoc_policy.interfaces.plans.measuring import measure, problems_of
from dantoc_policy.interfaces.plans.observation_sheet import write_observation_sheet
from dantoc_policy.interfaces.plans.observation_words import read_unit
from dantoc_policy.interfaces.plans.observations import read_observations
from dantoc_policy.interfaces.plans.problems import PlanFileError
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Status
from dantoc_policy.plans.target import Basis, Comparator
from dantoc_policy.values.unit import Unit

PLAN = plans.get("thai-nguyen-2021")
HEAD = "Chỉ số,Thời điểm,Giá trị,Đơn vị tính"


def one(sheet):
    assert not problems_of([sheet]), problems_of([sheet])
    [seen] = sheet.observations
    return seen


@pytest.fixture
def row(sheet):
    """Write one row below the usual headings, and read it."""

    def read(cells, head=HEAD):
        return read_observations(sheet(f"{head}\n{cells}\n"), PLAN)

    return read


@pytest.mark.parametrize(
    ("cells", "value", "unit"),
    [
        ('hygienic-water,2024,"95,2",%', Fraction(476, 5), Unit.PERCENT),
        ("hygienic-water,2024,95.2%,", Fraction(476, 5), Unit.PERCENT),
        ("hygienic-water,2024,95,phần trăm", Fraction(95), Unit.PERCENT),
        ('minority-income,2024,"43,4",triệu đồng', Fraction(43_400_000), Unit.VND),
        ("minority-income,2024,43.400.000,đồng", Fraction(43_400_000), Unit.VND),
        ("minority-income,2024,43400000,", Fraction(43_400_000), Unit.VND),
        ("households-relocated,2024,1.383,hộ", Fraction(1383), Unit.HOUSEHOLDS),
    ],
)
def test_numbers_and_units(row, cells, value, unit):
    seen = one(row(cells))
    assert (seen.value, seen.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("12/2024", "2024-12-01", "2024-12-31"),
        ("30/6/2024", "2024-06-30", "2024-06-30"),
        ("2021..2024", "2021-01-01", "2024-12-31"),
    ],
)
def test_days(row, text, first, last):
    seen = one(row(f"hygienic-water,{text},95,%"))
    assert (str(seen.date.start), str(seen.date.end)) == (first, last)


@pytest.mark.parametrize(
    ("cell", "comparator", "low", "high"),
    [
        ("trên 94", Comparator.ABOVE, 94, None),
        (">= 94", Comparator.AT_LEAST, 94, None),
        ("dưới 10", Comparator.BELOW, 10, None),
        ("không quá 10", Comparator.AT_MOST, 10, None),
        ("10-12", Comparator.RANGE, 10, 12),
    ],
)
def test_bounds(row, cell, comparator, low, high):
    seen = one(row(f"hygienic-water,2024,{cell},%"))
    assert (seen.comparator, seen.value, seen.value_high) == (comparator, low, high)


def test_bounds_of_money_in_millions(row):
    seen = one(row("minority-income,2024,trên 40,triệu đồng"))
    assert (seen.comparator, seen.value) == (Comparator.ABOVE, 40_000_000)


def test_all_columns_by_names_and_codes(row):
    head = (
        "indicator,population,date,value,unit,comparator,basis,baseline_year,kind,place,source,note"
    )
    cells = (
        "Thu nhập bình quân của người DTTS,minority_people,2024,2,lần,khoảng,times_baseline,2020,"
        "ước tính,vn:tinh:19@2004,Cục Thống kê,x"
    )
    seen = one(row(cells, head))
    assert seen.indicator == "minority-income"
    assert (seen.basis, seen.baseline_year) == (Basis.TIMES_BASELINE, 2020)
    assert (seen.comparator, seen.kind) == (Comparator.ABOUT, "estimate")
    assert (seen.place, seen.source) == ("vn:tinh:19@2004", "Cục Thống kê")


def test_the_date_may_be_headed_as_in_other_sheets(row):
    seen = one(row("hygienic-water,2024,95,%", "Chỉ số,Năm số liệu,Giá trị,Đơn vị tính"))
    assert seen.date.end == date(2024, 12, 31)


def test_every_unit_is_read_by_its_code_and_its_word():
    for unit in Unit:
        if unit.numeric:
            assert read_unit(unit.value) == (unit, 1)
            assert read_unit(unit.text.vi.upper())[0] is unit


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ("hygienic-watr,2024,95,%", "observation.indicator", "A2"),
        (",2024,95,%", "observation.missing", "A2"),
        ("hygienic-water,,95,%", "observation.missing", "B2"),
        ("hygienic-water,hôm qua,95,%", "period.unreadable", "B2"),
        ("hygienic-water,2024,nhiều,%", "number.unreadable", "C2"),
        ("hygienic-water,2024,95,cái", "observation.unit", "D2"),
        ("sedentarisation,2024,95,", "observation.missing", "D2"),
        ("hygienic-water,2024,95,%,thừa", "row.too_long", ""),
    ],
)
def test_a_bad_row_keeps_its_place(sheet, cells, code, place):
    found = read_observations(sheet(f"{HEAD}\n{cells}\nhygienic-water,2023,94,%\n"), PLAN)
    bad, good = found.rows
    assert (bad.number, good.number) == (2, 3)
    assert bad.observation is None
    assert good.observation is not None
    [problem] = bad.problems
    assert (problem.code, problem.severity) == (code, "error")
    assert problem.place.startswith(place)
    assert found.rejected == (bad,)
    assert json.loads(json.dumps(found.to_dict()))["rows"][0]["problems"][0]["code"] == code


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("population", "ai đó", "observation.population"),
        ("comparator", "hình như", "observation.comparator"),
        ("basis", "hằng tháng", "observation.basis"),
        ("kind", "nghe nói", "observation.kind"),
        ("baseline_year", "năm kia", "number.unreadable"),
    ],
)
def test_words_that_are_not_known(row, column, cell, code):
    found = row(f"hygienic-water,2024,95,%,{cell}", f"{HEAD},{column}")
    assert [problem.code for problem in problems_of([found])] == [code]


def test_two_words_of_one_bound(row):
    found = row("hygienic-water,2024,trên 95,%,dưới", f"{HEAD},comparator")
    assert [problem.code for problem in problems_of([found])] == ["observation.two_comparators"]


def test_a_row_without_a_value_is_still_to_be_filled_in(row):
    found = row("hygienic-water,2024,,%")
    assert found.observations == found.rejected == ()
    assert [problem.code for problem in found.rows[0].problems] == ["observation.no_value"]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Chỉ số,Giá trị\nhygienic-water,95\n", "a.csv", "observation.no_column"),
        ("a,b\n1,2\n", "a.csv", "file.no_header"),
        ("x", "a.docx", "file.unknown_format"),
        ("id: x\n", "a.yaml", "observation.no_list"),
        ("5\n", "a.yaml", "observation.no_list"),
        ("a: [\n", "a.yaml", "yaml.unreadable"),
        ("{", "a.json", "json.unreadable"),
    ],
)
def test_what_cannot_be_used_as_a_whole(sheet, text, name, code):
    with pytest.raises(InputError) as caught:
        read_observations(sheet(text, name), PLAN)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["no-such-plan", "no-such-file.csv", "no-such-file.yaml"])
def test_what_is_not_there(name):
    with pytest.raises(InputError) as caught:
        read_observations(name)
    assert caught.value.code in ("plan.unknown", "file.missing")


def test_files_in_other_encodings(sheet):
    for name in ("a.yaml", "a.csv"):
        path = sheet(f"{HEAD}\nhygienic-water,2024,95,phần trăm\n", name, "utf-16")
        with pytest.raises(InputError) as caught:
            read_observations(path)
        assert caught.value.code == "file.encoding"


LIST = """
- {indicator: hygienic-water, date: 2024, value: 95.2, unit: percent}
- {indicator: hygienic-watr, date: 2024, value: 95, unit: percent}
- {indicator: hygienic-water, date: 2024, value: 95, unit: "%"}
- {indicator: hygienic-water, population: ai, date: 2024, value: 95, unit: percent}
- 5
"""


@pytest.mark.parametrize("above", [0, 1])
def test_a_list_in_yaml(sheet, above):
    text = "observations:" + LIST if above else LIST.strip("\n")
    found = read_observations(sheet(text, "a.yaml"), PLAN)
    assert [seen.value for seen in found.observations] == [Fraction(476, 5)]
    assert [row.number for row in found.rows] == [at + above for at in range(1, 6)]
    said = [(problem.code, problem.place.partition(": ")[0]) for problem in problems_of([found])]
    assert said == [
        ("observation.indicator", f"a.yaml:{2 + above}"),
        ("plan.value_unknown", f"a.yaml:{3 + above}"),
        ("observation.population", f"a.yaml:{4 + above}"),
        ("plan.wrong_form", f"a.yaml:{5 + above}"),
    ]


def test_rows_and_lists_in_json(sheet):
    rows = [{"indicator": "hygienic-water", "date": 2024, "value": 95.2, "unit": "%"}]
    assert one(read_observations(sheet(json.dumps(rows), "a.json"))).value == Fraction(476, 5)
    rows[0]["unit"] = "percent"
    whole = json.dumps({"observations": rows})
    assert one(read_observations(sheet(whole, "b.json"))).value == Fraction(476, 5)


def test_the_figures_of_a_plan(sheet):
    of_plan = read_observations("national-2021")
    assert of_plan.observations == plans.get("national-2021").observations
    text = (
        "id: a\ntitle: a\nobservations:\n"
        "  - {indicator: hygienic-water, date: 2024, value: 95, unit: percent}\n"
    )
    found = read_observations(sheet(text, "plan.yaml"))
    assert (found.rows[0].number, one(found).value) == (4, 95)
    with pytest.raises(PlanFileError):
        read_observations(sheet(text.replace("percent", "cái"), "plan.yaml"))


def test_indicators_of_the_plan_itself(sheet):
    plan = Plan(
        id="a",
        title="a",
        populations=[{"id": "weavers", "name": "thợ dệt"}],
        indicators=[
            {"id": "looms", "name": "khung cửi", "unit": "persons", "population": "weavers"}
        ],
    )
    path = sheet("indicator,population,date,value\nkhung cửi,thợ dệt,2024,12\n")
    seen = one(read_observations(path, plan))
    assert (seen.indicator, seen.population, seen.unit) == ("looms", "weavers", Unit.PERSONS)
    assert read_observations(path).observations == ()


# --- The sheet to fill in --------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("key", ["thai-nguyen-2021", "bac-kan-2020", "national-2026"])
def test_the_sheet_has_one_row_for_each_measurable_target(tmp_path, key, name, locale):
    plan = plans.get(key)
    path = write_observation_sheet(tmp_path / name, plan, locale)
    found = read_observations(path, plan)
    assert len(found.rows) == sum(target.is_measurable for target in plan.targets)
    assert {problem.code for row in found.rows for problem in row.problems} == {
        "observation.no_value"
    }


def test_the_filled_sheet_is_read_and_measures(tmp_path):
    path = write_observation_sheet(tmp_path / "a.xlsx", PLAN)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    head = [cell.value for cell in page[1]]
    at = {name: head.index(name) + 1 for name in ("Chỉ số", "Thời điểm", "Giá trị", "Địa bàn")}
    for line in range(2, page.max_row + 1):
        if page.cell(line, at["Chỉ số"]).value == "hygienic-water":
            page.cell(line, at["Thời điểm"]).value = 2024
            page.cell(line, at["Giá trị"]).value = 96.5
            assert page.cell(line, at["Địa bàn"]).value == PLAN.place
    book.save(path)
    found = measure(PLAN, [path], date(2024, 12, 31))
    assert not found.has_errors
    met = [progress.target.id for progress in found.targets if progress.status is Status.MET]
    assert met == ["hygienic-water-2025"]


@pytest.mark.parametrize(
    ("name", "code"), [("a.json", "template.format"), ("a.xlsx", "output.exists")]
)
def test_the_sheet_is_not_written(tmp_path, name, code):
    (tmp_path / "a.xlsx").write_text("mine")
    with pytest.raises(InputError) as caught:
        write_observation_sheet(tmp_path / name, PLAN)
    assert caught.value.code == code
    assert (tmp_path / "a.xlsx").read_text() == "mine"


# --- Measuring -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "used"),
    [
        ("", True),
        ("vn:tinh:19@2004", True),
        ("tỉnh Thái Nguyên", True),
        ("Bắc Kạn", False),
        ("đâu đó", False),
    ],
)
def test_figures_of_other_places_are_not_used(sheet, place, used):
    path = sheet(f"{HEAD},Địa bàn\nhygienic-water,2024,97,%,{place}\n")
    found = measure(PLAN, [path], date(2024, 12, 31))
    assert (found.counts[Status.MET] == 1) is used
    assert len(found.elsewhere) == (0 if used else 1)
    plain = json.loads(json.dumps(found.to_dict()))
    assert len(plain["elsewhere"]) == (0 if used else 1)


def test_several_sources_together(sheet):
    paths = [
        sheet(f"{HEAD}\nhygienic-water,{year},{value},%\n", f"{year}.csv")
        for year, value in ((2020, 90), (2024, 95))
    ]
    found = measure(PLAN, [*paths, "national-2021"], date(2024, 12, 31))
    [water] = [p for p in found.targets if p.target.id == "hygienic-water-2025"]
    assert water.status is Status.ON_TRACK
    assert [len(source.rows) for source in found.sheets][:2] == [1, 1]
