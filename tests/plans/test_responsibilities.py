"""The matrix of bodies and duties: nothing doubled, nothing left out, one body under many names."""

from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given

from dantoc_policy.errors import InputError
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsibilities import FIRST_COLUMNS, responsibilities
from dantoc_policy.testing.plans import plans as drawn_plans

TARGET = {
    "phase": "2025",
    "indicator": "hygienic-water",
    "comparator": "reach",
    "value": 96,
    "unit": "percent",
}


def target(key, **fields):
    return {"id": key, "gist": f"chỉ tiêu {key}", **TARGET, **fields}


@pytest.fixture
def small():
    return Plan.model_validate(
        {
            "id": "small",
            "kind": "plan",
            "title": "Kế hoạch",
            "issued": "2021-12-02",
            "place": "vn:tinh:19@2004",
            "phases": [{"id": "2025", "kind": "commitment", "period": "2021..2025"}],
            "targets": [
                target("a", lead="Sở Y tế", line=3),
                target("b", gist="giảm tỷ lệ hộ nghèo"),
                target("c", lead=["Sở Y tế", "Ban Dân tộc"]),
                target("d", part_of="a"),
            ],
            "assignments": [
                # The body of target a again, under another name and in another role besides.
                {"row": 1, "targets": ["a"], "lead": "SYT", "coordinating": "Sở Y tế tỉnh"},
                {"row": 2, "targets": ["b"], "lead": "Sở LĐTBXH", "section": "Phụ lục", "line": 9},
                {"row": 3, "targets": ["b"], "lead": [], "coordinating": "các sở, ban, ngành"},
            ],
            "tasks": [
                {"id": "t", "section": "IV", "lead": "Trường Chính trị", "gist": "đào tạo cán bộ"}
            ],
            "reports": [
                {
                    "id": "a",
                    "who": "UBND các huyện",
                    "to": "Ban Dân tộc",
                    "onward": "UBND tỉnh",
                    "gist": "kết quả",
                }
            ],
        }
    )


def test_one_body_under_several_names_counts_once(small):
    found = responsibilities(small)
    health = next(load for load in found.load if load.who.key == "so_y_te/thai_nguyen")
    assert (health.leads, health.coordinating, health.tasks, health.reports) == (2, 1, 0, 0)
    assert health.names == ("Sở Y tế", "Sở Y tế tỉnh")  # SYT says nothing new of target a
    assert found.load[0] == health
    assert [one.key for one in found.of("target", "a", "lead")] == ["so_y_te/thai_nguyen"]
    keys = [one.key for one in found.bodies]
    assert keys[0] == "so_y_te/thai_nguyen"
    assert len(keys) == len(set(keys)) == 7


def test_a_duty_says_where_it_stands(small):
    duties = responsibilities(small).duties
    [poverty] = [duty for duty in duties if (duty.of, duty.role) == ("b", "lead")]
    assert (poverty.row, poverty.section, poverty.line) == (2, "Phụ lục", 9)
    [own] = [duty for duty in duties if (duty.kind, duty.of, duty.role) == ("target", "a", "lead")]
    assert (own.row, own.line) == (None, 3)
    roles = [(duty.role, duty.who.name) for duty in duties if duty.kind == "report"]
    assert roles == [
        ("reports", "UBND các huyện"),
        ("receives", "Ban Dân tộc"),
        ("receives", "UBND tỉnh"),
    ]


def test_orphans_and_doubled_leads(small):
    found = responsibilities(small)
    # That somebody leads on the whole does not say who leads on the part.
    assert [one.id for one in found.orphans] == ["d"]
    [doubled] = found.doubled
    assert (doubled.kind, doubled.of) == ("target", "c")
    assert [one.name for one in doubled.leads] == ["Sở Y tế", "Ban Dân tộc"]


def test_what_does_not_hold_is_said_with_its_place(small):
    problems = [(one.code, one.place) for one in responsibilities(small).problems]
    assert problems == [
        ("responsibility.row_without_lead", "assignments.2.lead"),
        ("responsibility.no_lead", "d"),
        ("responsibility.two_leads", "c"),
        ("responsibility.two_roles", "a"),
        ("body.only_issuer", "Trường Chính trị"),
    ]


def test_a_framework_need_not_say_who_leads(small):
    framework = responsibilities(small.model_copy(update={"kind": "framework"}))
    assert "responsibility.no_lead" not in {one.code for one in framework.problems}
    assert framework.orphans


def test_bodies_that_ended_have_the_heir_of_the_function(small):
    found = responsibilities(small)
    assert not found.ended(date(2025, 2, 28))
    ended = {(one.duty.of, one.duty.role): one.heir.text() for one in found.ended(date(2025, 3, 1))}
    assert ended == {
        ("b", "lead"): "Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên",
        ("c", "lead"): "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên",
        ("a", "receives"): "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên",
    }
    merged = found.ended(date(2025, 7, 1))
    # Unknown names and groups that go on are not said to have ended.
    assert {one.duty.who.key for one in merged} == {
        "so_y_te/thai_nguyen",
        "so_lao_dong_thuong_binh_va_xa_hoi/thai_nguyen",
        "ban_dan_toc/thai_nguyen",
        "uy_ban_nhan_dan_tinh/thai_nguyen",
        "group:uy_ban_nhan_dan_cac_huyen",
    }
    assert merged[0].to_dict()["heir"]["determined"] is True


@pytest.mark.parametrize("day", ["2025-07-01", datetime(2025, 7, 1)])  # noqa: DTZ001 - no day
def test_a_day_is_a_day(small, day):
    with pytest.raises(InputError) as caught:
        responsibilities(small).ended(day)
    assert caught.value.code == "date.not_a_day"


def test_what_is_shown_says_the_names_and_no_more(small):
    found = responsibilities(small)
    ended = next(one for one in found.ended(date(2025, 3, 1)) if one.duty.of == "b")
    assert repr(ended) == (
        "Ended(duty=Duty('Sở LĐTBXH', 'lead', 'target', 'b'),"
        " heir='Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên')"
    )
    assert repr(ended.heir) == (
        "Heir('Sở LĐTBXH', 2025-03-01, 'Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên')"
    )
    assert repr(found.load[0]) == (
        "Load(who='Sở Y tế', leads=2, coordinating=1, tasks=0, reports=0)"
    )
    assert repr(found.bodies[0]) == "Responsible('Sở Y tế', 'so_y_te/thai_nguyen')"


def test_the_matrix_has_a_row_for_each_item_and_a_column_for_each_body(small):
    found = responsibilities(small)
    rows = found.matrix("en")
    bodies = [one.name for one in found.bodies]
    assert [tuple(row) for row in rows] == [(*FIRST_COLUMNS, *bodies)] * 6
    first = rows[0]
    assert first["Sở Y tế"] == "lead, coordinating"
    assert first["Ban Dân tộc"] is None
    # A report of the same identifier is another row.
    assert [(row["kind"], row["id"]) for row in rows].count(("report", "a")) == 1
    assert rows[-1]["UBND các huyện"] == "reports"
    assert found.matrix()[0]["Sở Y tế"] == "chủ trì, phối hợp"


@given(drawn_plans())
def test_the_matrix_the_rows_and_the_load_count_the_same(plan):
    found = responsibilities(plan)
    rows = [(row["kind"], row["of"], row["role"], row["body_id"]) for row in found.rows()]
    assert len(rows) == len(set(rows))
    cells = sum(
        cell is not None and len(cell.split(", "))
        for row in found.matrix()
        for name, cell in row.items()
        if name not in FIRST_COLUMNS
    )
    assert cells == len(rows)
    counted = Counter((kind, role) for kind, _, role, _ in rows)
    assert sum(load.leads for load in found.load) == counted["target", "lead"]
    assert sum(load.coordinating for load in found.load) == counted["target", "coordinating"]
    lead = {of for kind, of, role, _ in rows if (kind, role) == ("target", "lead")}
    assert {target.id for target in found.orphans} == {one.id for one in plan.targets} - lead


@pytest.mark.parametrize("name", plans())
def test_in_the_packaged_plans_every_lead_resolves_or_is_listed(name):
    found = responsibilities(plans.get(name))
    listed = {problem.place for problem in found.problems}
    for one in found.bodies:
        assert one.resolved or one.name in listed
    assert found.to_dict()["plan"] == name


def test_the_appendix_of_thai_nguyen_has_one_lead_in_each_row():
    plan = plans.get("thai-nguyen-2021")
    found = responsibilities(plan)
    assert len(plan.assignments) == 10
    for row in plan.assignments:
        for key in row.targets:
            [lead] = found.of("target", key, "lead")
            assert lead.body is not None or lead.group is not None
    assert not {"responsibility.row_without_lead", "responsibility.two_roles"} & {
        problem.code for problem in found.problems
    }
