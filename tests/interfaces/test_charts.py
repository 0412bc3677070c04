"""Pictures of plans show what progress, responsibilities and money say, in both languages."""

import json
import sys
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from PIL import Image

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.charts import (
    dashboard,
    disbursement_chart,
    matrix_chart,
    save_chart,
    style,
    table,
    target_chart,
)
from dantoc_policy.interfaces.charts.save import FORMATS, svg_of
from dantoc_policy.interfaces.charts.target_lines import drawn
from dantoc_policy.plans.comparison import compare
from dantoc_policy.plans.conflicts import contradictions
from dantoc_policy.plans.deadlines import deadlines
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.merged import competing
from dantoc_policy.plans.money import Funding
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Status, progress, progress_of
from dantoc_policy.plans.responsibilities import responsibilities
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

DAY = date(2023, 12, 31)
LOCALES = ("vi", "en")


def target(key, indicator, comparator, value, unit, **more):
    return {
        "id": key,
        "phase": "2025",
        "indicator": indicator,
        "comparator": comparator,
        "value": value,
        "unit": unit,
        "gist": {"vi": f"chỉ tiêu {key}", "en": f"target {key}"},
        **more,
    }


PLAN = Plan.model_validate(
    {
        "id": "xa-a",
        "title": {"vi": "Kế hoạch xã A", "en": "Plan of commune A"},
        "number": "07/KH-UBND",
        "phases": [{"id": "2025", "kind": "commitment", "period": "2021..2025"}],
        "targets": [
            target(
                "poverty",
                "poverty-rate",
                "at_least",
                2,
                "percentage_points",
                basis="per_year_average",
            ),
            target(
                "income",
                "minority-income",
                "above",
                2,
                "times",
                basis="times_baseline",
                baseline_year=2020,
            ),
            target("water", "hygienic-water", "reach", 96, "percent"),
            target(
                "villages",
                "especially-difficult-villages",
                "reach",
                50,
                "percent",
                basis="percent_of_baseline",
            ),
            target("stunting", "child-stunting", "range", 10, "percent", value_high=12),
            target("unity", "unity-of-peoples", "qualitative", None, None),
        ],
        "assignments": [
            {"row": 1, "targets": ["poverty", "income"], "lead": "Sở A", "coordinating": "Sở B"},
            {"row": 2, "targets": ["water"], "lead": "Sở B"},
        ],
        "funding": [
            {"id": "all", "stage": "available", "amount": "478 tỷ đồng", "comparator": "above"},
            {
                "id": "paid",
                "stage": "disbursed",
                "of": "all",
                "amount": "94 tỷ đồng",
                "rate": 20,
                "rate_comparator": "nearly",
                "as_of": "2024-07-23",
            },
        ],
    }
)
SEEN = tuple(
    Observation.model_validate(
        dict(zip(("indicator", "date", "value", "unit", "comparator"), row, strict=False))
    )
    for row in (
        ("poverty-rate", 2020, "20.5", "percent"),
        ("poverty-rate", 2023, "16.2", "percent"),
        ("minority-income", 2020, 20_000_000, "vnd"),
        ("minority-income", 2023, 45_000_000, "vnd"),
        ("hygienic-water", 2020, 88, "percent"),
        ("hygienic-water", 2023, 91, "percent", "above"),
        ("especially-difficult-villages", 2020, 40, "villages"),
        ("especially-difficult-villages", 2023, 20, "villages"),
    )
)


def values(chart):
    """All rows of data of a chart, from all its layers."""
    spec = chart.to_dict()
    layers = [spec, *spec.get("layer", ())]
    return [row for layer in layers for row in layer.get("data", {}).get("values", ())]


def drawn_of(key, day=DAY, seen=SEEN, locale="vi"):
    return drawn(PLAN, progress(PLAN.target(key), seen, day, plan=PLAN), seen, locale)


# --- One target -----------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", plans())
def test_every_measurable_target_can_be_drawn(key, locale):
    plan = plans.get(key)
    for one in plan.targets:
        if one.is_measurable:
            chart = target_chart(plan, one, plan.observations, DAY, locale=locale)
            assert style.named(plan, locale) in chart.to_dict()["title"]["subtitle"][0]


def test_the_title_says_plan_day_and_status():
    title = target_chart(PLAN, "poverty", SEEN, DAY).to_dict()["title"]
    assert title["text"] == ["Chỉ tiêu poverty"]
    assert title["subtitle"][0] == "07/KH-UBND, tính đến ngày 31/12/2023: chậm tiến độ"
    title = target_chart(PLAN, "poverty", SEEN, DAY, locale="en").to_dict()["title"]
    assert title["subtitle"][0] == "07/KH-UBND, as of 31 December 2023: behind"


@pytest.mark.parametrize(
    ("key", "first", "goal"),
    [("poverty", 20.5, 10.5), ("income", 20.0, 40.0), ("water", 88.0, 96.0), ("villages", 40, 20)],
)
def test_the_path_goes_from_baseline_to_goal_in_levels(key, first, goal):
    path = drawn_of(key).lines["path"]
    assert (path[0], path[-1]) == ((2020.0, first), (2025.0, goal))
    assert drawn_of(key).goal == goal


def test_the_pace_leads_from_the_newest_figure_to_the_year_that_progress_names():
    found = progress(PLAN.target("poverty"), SEEN, DAY, plan=PLAN)
    forecast = drawn_of("poverty").lines["forecast"]
    assert forecast[0] == (2023.0, 16.2)
    assert forecast[-1][0] == found.reach_year == 2027
    assert forecast[-1][1] == pytest.approx(float(Fraction(162, 10) - found.pace * 4))


def test_no_pace_is_drawn_where_the_target_is_met_or_not_measurable():
    assert progress(PLAN.target("villages"), SEEN, DAY, plan=PLAN).status is Status.MET
    assert drawn_of("villages").lines["forecast"] == ()
    found = progress(PLAN.target("water"), SEEN, DAY, plan=PLAN)
    assert found.status is Status.NOT_MEASURABLE
    assert drawn_of("water").lines["forecast"] == ()


def test_a_bound_is_told_from_a_figure():
    points = drawn_of("water").points
    assert [(point.text, point.bound) for point in points] == [("88", "exact"), ("trên 91", "over")]


def test_a_cut_of_at_least_asks_for_a_level_of_at_most():
    assert drawn_of("poverty").goal_text == "mục tiêu: không quá 10,5%"
    assert drawn_of("poverty", locale="en").goal_text == "target: at most 10.5 %"
    assert drawn_of("poverty", seen=()).goal_text == "mục tiêu: từ 2 điểm %/năm"


def test_money_is_drawn_in_millions():
    assert drawn_of("income").unit == "triệu đồng"
    assert drawn_of("income").goal_text == "mục tiêu: trên 40 triệu đồng"


def test_a_range_is_a_band():
    shown = drawn_of("stunting")
    assert (shown.goal, shown.goal_high, shown.lines["goal"]) == (10.0, 12.0, ())
    assert shown.goal_text == "mục tiêu: 10% - 12%"


def test_what_has_no_figure_is_not_drawn():
    with pytest.raises(InputError, match=r"chart\.no_figure"):
        target_chart(PLAN, "unity", SEEN, DAY)
    with pytest.raises(InputError, match=r"plan\.unknown_target"):
        target_chart(PLAN, "nothing", SEEN, DAY)


# --- The dashboard --------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_the_dashboard_tells_each_status_by_colour_shape_and_word(locale):
    rows = values(dashboard(PLAN, SEEN, DAY, locale=locale))
    found = progress_of(PLAN, SEEN, DAY)
    assert len({one.status for one in found}) == 3
    texts = [row["text"] for row in rows if isinstance(row.get("text"), str)]
    for one in found:
        looks = {(style.COLOURS[one.status], style.SHAPES[one.status])}
        assert looks <= {(row["colour"], row.get("shape")) for row in rows if "colour" in row}
        number = sum(other.status is one.status for other in found)
        assert f"{number} {one.status.text.get(locale)}" in texts
    assert len({*style.COLOURS.values()}) == len({*style.SHAPES.values()}) == len(Status)


def test_the_dashboard_says_why_a_target_is_not_measurable():
    rows = values(dashboard(PLAN, SEEN, DAY))
    texts = [row["text"] for row in rows if isinstance(row.get("text"), str)]
    assert {"định tính", "chưa có số liệu", "số liệu chưa đủ rõ"} <= set(texts)
    assert "đạt: 50%" in texts
    assert "chậm tiến độ: 1,43" in texts


@pytest.mark.parametrize("key", plans())
def test_no_two_tiles_lie_upon_each_other(key):
    plan = plans.get(key)
    rows = values(dashboard(plan, plan.observations, DAY))
    tiles = [row for row in rows if "tip" in row]
    assert len(tiles) == len(plan.targets)
    assert len({(row["x"], row["y"]) for row in tiles}) == len(tiles)
    strips = [row["y2"] for row in tiles]
    assert max(strips, default=0) <= dashboard(plan, (), DAY).to_dict()["height"]


def test_a_phase_alone_can_be_drawn():
    plan = plans.get("thai-nguyen-2021")
    tiles = [row for row in values(dashboard(plan, (), DAY, phase="2030")) if "tip" in row]
    assert len(tiles) == sum(one.phase == "2030" for one in plan.targets)


# --- Responsibilities -----------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_the_matrix_has_every_duty_and_every_target_without_a_lead(locale):
    plan = plans.get("thai-nguyen-2021")
    held = responsibilities(plan)
    chart = matrix_chart(held, date(2021, 12, 2), locale=locale)
    rows = [row for row in values(chart) if "role" in row]
    unique = {tuple(row.items()) for row in rows}
    duties = [duty for duty in held.duties if duty.kind == "target"]
    assert len(unique) == len(duties) + len(held.orphans)
    assert "*" not in json.dumps(chart.to_dict(), ensure_ascii=False).replace('"*"', "")


def test_bodies_that_are_gone_are_named_with_who_stands_in_their_place():
    plan = plans.get("thai-nguyen-2021")
    notes = [row["text"] for row in values(matrix_chart(plan, date(2025, 7, 1))) if "text" in row]
    assert any("Sở Dân tộc và Tôn giáo" in line for note in notes for line in note)
    # A department that only changed its province has no note.
    assert not any("* Sở Giáo dục" in line for note in notes for line in note)


@pytest.mark.parametrize("kind", ["target", "task", "report"])
@pytest.mark.parametrize("key", plans())
def test_every_plan_has_a_matrix_of_its_columns(key, kind):
    plan = plans.get(key)
    if not {"target": plan.targets, "task": plan.tasks, "report": plan.reports}[kind]:
        with pytest.raises(InputError, match=r"chart\.nothing_assigned"):
            matrix_chart(plan, DAY, kind=kind)
        return
    chart = matrix_chart(plan, DAY, kind=kind)
    encodings = chart.to_dict()["layer"][0]["encoding"]
    bodies, items = (encodings[name]["scale"]["domain"] for name in ("x", "y"))
    rows = [row for row in values(chart) if "role" in row]
    assert {row["body"] for row in rows} == set(bodies)
    assert {row["item"] for row in rows} == set(items)
    assert len(set(items)) == len(items)


# --- Money ----------------------------------------------------------------------------------


def test_disbursement_says_what_was_computed_and_what_was_printed():
    [row] = {row["text"]: row for row in values(disbursement_chart(PLAN))}.values()
    assert row["text"] == "94 tỷ đồng / trên 478 tỷ đồng = 19,7% (văn bản ghi gần 20%)"
    assert (row["paid"], row["there"]) == (94.0, 478.0)
    title = disbursement_chart(PLAN, locale="en").to_dict()["title"]
    assert title["subtitle"] == ["07/KH-UBND, on 23 July 2024"]


def test_two_disbursements_of_one_capital_have_two_bars():
    more = Funding(id="later", stage="disbursed", of="all", amount="101 tỷ đồng")
    plan = PLAN.model_copy(update={"funding": (*PLAN.funding, more)})
    rows = {row["text"]: row for row in values(disbursement_chart(plan))}
    assert len({row["capital"] for row in rows.values()}) == 2


def test_a_plan_without_disbursement_has_no_picture():
    with pytest.raises(InputError, match=r"chart\.no_disbursement"):
        disbursement_chart(plans.get("bac-kan-2020"))


# --- Files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", FORMATS)
def test_pictures_are_saved_in_every_form(tmp_path, ending):
    file = save_chart(disbursement_chart(PLAN), tmp_path / f"chart{ending}")
    begin = {".png": b"\x89PNG", ".svg": b"<svg", ".pdf": b"%PDF", ".json": b"{"}
    assert file.read_bytes().lstrip().startswith(begin.get(ending, b"<"))


def test_vietnamese_letters_are_in_the_picture():
    assert "Giải ngân so với vốn được sử dụng" in svg_of(disbursement_chart(PLAN))
    # Signs that no font of ours has would set the line in another one.
    marks = set("✓✗●▲▼→≥≤")
    charts = (
        target_chart(PLAN, "poverty", SEEN, DAY),
        dashboard(PLAN, SEEN, DAY),
        matrix_chart(PLAN, DAY),
    )
    for chart in charts:
        assert not marks & set(json.dumps(chart.to_dict(), ensure_ascii=False))


def test_png_is_drawn_and_not_blank(tmp_path):
    file = save_chart(target_chart(PLAN, "poverty", SEEN, DAY), tmp_path / "a.png")
    with Image.open(BytesIO(file.read_bytes())) as image:
        assert image.width > 1200
        assert len(image.convert("RGB").getcolors(maxcolors=1 << 24) or ()) > 20


def test_unknown_forms_and_unwritable_files_are_refused(tmp_path):
    chart = disbursement_chart(PLAN)
    with pytest.raises(InputError, match=r"file\.unknown_format"):
        save_chart(chart, tmp_path / "a.docx")
    with pytest.raises(InputError, match=r"output\.unwritable"):
        save_chart(chart, tmp_path / "no" / "a.json")


@pytest.mark.parametrize(
    ("package", "call"),
    [
        ("altair", lambda path: dashboard(PLAN, SEEN, DAY)),
        ("altair", lambda path: target_chart(PLAN, "poverty", SEEN, DAY)),
        ("altair", lambda path: matrix_chart(PLAN, DAY)),
        ("altair", lambda path: disbursement_chart(PLAN)),
        ("vl_convert", lambda path: save_chart(disbursement_chart(PLAN), path / "a.png")),
    ],
)
def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch, tmp_path, package, call):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=r"dantoc-policy\[charts\]"):
        call(tmp_path)


# --- Tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_tables_of_everything(locale):
    plan, other = plans.get("thai-nguyen-2021"), plans.get("national-2021")
    both = [plan, plans.get("bac-kan-2020")]
    shown = [
        (plan, len(plan.targets)),
        (compare(plan, other), len(compare(plan, other))),
        (contradictions(plan), len(contradictions(plan))),
        (competing(both, date(2025, 7, 1)), len(competing(both, date(2025, 7, 1)))),
        (progress_of(plan, (), DAY), len(plan.targets)),
        (responsibilities(plan), len(responsibilities(plan).bodies)),
        (deadlines(plan, Period.parse("2025")), len(deadlines(plan, Period.parse("2025")))),
    ]
    for found, count in shown:
        made = table(found, locale)
        assert len(made) == count > 0
        assert {len(row) for row in made.rows} == {len(made.headings)}
        assert made.to_frame().shape == (count, len(made.headings))
        assert made._repr_html_().count("<tr>") == count + 1


def test_a_cell_is_escaped():
    odd = PLAN.targets[0].model_copy(update={"gist": Text("a < b & c", "a < b & c")})
    plan = PLAN.model_copy(update={"targets": (odd,)})
    assert "A &lt; b &amp; c" in table(plan)._repr_html_()


@pytest.mark.parametrize("found", [[], 5, [1, 2], [PLAN, PLAN]])
def test_what_is_no_result_gives_no_table(found):
    with pytest.raises(InputError, match=r"table\.unknown"):
        table(found)
