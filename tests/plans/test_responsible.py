"""Who a plan means by a name, and who stands in that place later: resolved, or said not to be."""

from datetime import date, datetime

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.plans.heir import heir
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsible import responsible, territory_of
from dantoc_policy.values.text import Text

MERGED = date(2025, 7, 1)


def plan(**fields):
    given = {"id": "p", "title": "Kế hoạch", "issued": "2021-12-02", "place": "vn:tinh:06@2004"}
    return Plan.model_validate({"kind": "plan", **given, **fields})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ban Dân tộc", "ban_dan_toc/bac_kan"),
        ("Ban Dân tộc tỉnh", "ban_dan_toc/bac_kan"),
        ("BAN DÂN TỘC TỈNH BẮC KẠN", "ban_dan_toc/bac_kan"),
        ("Sở LĐTBXH", "so_lao_dong_thuong_binh_va_xa_hoi/bac_kan"),
        ("Sở Y tế tỉnh Cao Bằng", "so_y_te/cao_bang"),  # another province, since it says so
        ("Ủy ban Dân tộc", "uy_ban_dan_toc"),
        ("Ủy ban Mặt trận Tổ quốc", "uy_ban_mat_tran_to_quoc_viet_nam/bac_kan"),
        ("UBND huyện", "uy_ban_nhan_dan_huyen"),
        ("các Sở, ban, ngành", "group:so_ban_nganh"),
        ("UBND các huyện, thành phố, thị xã", "group:uy_ban_nhan_dan_cac_huyen"),
        ("UBND các huyện, thị xã, thành phố", "group:uy_ban_nhan_dan_cac_huyen"),
    ],
)
def test_a_name_is_resolved_on_the_day_and_in_the_province_of_the_plan(name, key):
    found = responsible(plan(), name)
    assert (found.key, found.problems, found.resolved) == (key, (), True)
    assert found.to_dict()["vi"] == found.text()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Trường Cao đẳng", "body.unknown"),
        ("Trường Chính trị", "body.only_issuer"),
        ("UBND", "body.ambiguous"),
        ("Sở Dân tộc và Tôn giáo", "body.not_there"),  # it came in 2025
        ("", "body.unknown"),
    ],
)
def test_what_is_not_one_body_is_none_and_says_why(name, code):
    found = responsible(plan(), name)
    assert not found.resolved
    assert [(one.code, one.severity, one.place) for one in found.problems] == [
        (code, "warning", name)
    ]
    later = heir(plan(), found, MERGED)
    assert (later.determined, later.names(), later.text()) == (False, (), f"{name}?")
    assert later.problems == found.problems
    assert later.verified


def test_the_same_unknown_name_is_one_however_it_is_written():
    one, other = (responsible(plan(), name) for name in ("Trường Chính trị", "trường chính  trị"))
    assert one.key == other.key
    assert one.key != responsible(plan(), "Báo Bắc Kạn").key


def test_a_plan_without_a_place_has_bodies_of_no_province():
    national = plan(place=None)
    assert responsible(national, "Sở Y tế").key == "so_y_te"
    assert territory_of(national, date(2025, 1, 1)) is None
    group = heir(national, "UBND các huyện, thành phố, thị xã", MERGED)
    assert group.names() == ("Ủy ban nhân dân các xã, phường, đặc khu",)


def test_a_place_that_is_not_known_is_no_province():
    assert responsible(plan(place="xã Không Có"), "Sở Y tế").key == "so_y_te"


def test_a_plan_of_a_commune_has_the_departments_of_its_province():
    commune = plan(place="vn:xa:05461@2004", issued="2022-01-01")
    assert responsible(commune, "Sở Y tế").key == "so_y_te/thai_nguyen"
    # It may mean the Front of the commune as well.
    assert responsible(commune, "Mặt trận Tổ quốc").key == "uy_ban_mat_tran_to_quoc_viet_nam"


def test_a_plan_without_a_day_is_of_the_province_of_its_place():
    undated = plan(issued=None, place="vn:tinh:19@2004")
    assert territory_of(undated, None).id == "thai_nguyen"
    assert territory_of(undated, MERGED).id == "thai_nguyen@2025-07-01"
    assert responsible(undated, "Sở Y tế").key == "so_y_te/thai_nguyen"


def test_a_body_that_had_ended_before_the_province_began_is_not_put_there():
    found = responsible(plan(issued="2025-08-01", place="vn:tinh:19@2025-07-01"), "ban_dan_toc")
    assert found.resolved is False
    assert found.problems[0].code == "body.not_there"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 2, 28), "Ban Dân tộc tỉnh Bắc Kạn"),
        (date(2025, 3, 1), "Sở Dân tộc và Tôn giáo tỉnh Bắc Kạn"),
        (date(2025, 6, 30), "Sở Dân tộc và Tôn giáo tỉnh Bắc Kạn"),
        (MERGED, "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên"),
        (date(2025, 12, 15), "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên"),
    ],
)
def test_the_heir_is_that_of_the_day_and_of_the_merged_province(day, name):
    found = heir(plan(), "Ban Dân tộc", day)
    assert found.determined
    assert found.names() == (name,)
    assert found.changed is (day > date(2025, 2, 28))


@pytest.mark.parametrize(
    ("task", "heirs"),
    [
        (Text("giảm tỷ lệ hộ nghèo", "poverty"), {"so_nong_nghiep_va_moi_truong"}),
        ("giải quyết việc làm cho lao động", {"so_noi_vu"}),
        ("đào tạo nghề, giáo dục nghề nghiệp", {"so_giao_duc_va_dao_tao"}),
        ("poverty_reduction", {"so_nong_nghiep_va_moi_truong"}),
    ],
)
def test_the_text_of_the_task_tells_which_function_went_where(task, heirs):
    found = heir(plan(), "Sở Lao động - Thương binh và Xã hội", date(2025, 3, 1), task)
    assert found.determined
    assert {body.template for body in found.succession.bodies} == heirs
    assert {body.territory.id for body in found.succession.bodies} == {"bac_kan"}


@pytest.mark.parametrize("task", [None, "", "nhiệm vụ", "việc chung của tỉnh"])
def test_where_the_text_tells_no_function_all_are_listed(task):
    found = heir(plan(), "Sở LĐTBXH", date(2025, 3, 1), task)
    assert not found.determined
    assert found.changed
    assert len(found.names()) == len(found.possible) == 5
    assert found.text().startswith("chưa xác định (Sở Nội vụ tỉnh Bắc Kạn / ")
    assert found.text("en").startswith("undetermined (Department of Home Affairs, Bắc Kạn / ")
    assert found.to_dict()["missing"] == ["function"]


def test_groups_are_followed_too():
    districts = heir(plan(), "UBND các huyện, thành phố", MERGED)
    assert districts.changed
    assert [group.id for group in districts.groups] == ["uy_ban_nhan_dan_cac_xa"]
    # Not all communes of the merged province: only those of the plan's.
    assert districts.names() == (
        "Ủy ban nhân dân các xã, phường, đặc khu (địa bàn tỉnh Bắc Kạn đến hết ngày 30/6/2025)",
    )
    departments = heir(plan(), "các sở, ban, ngành", MERGED)
    assert departments.names() == ("các sở, ban, ngành tỉnh Thái Nguyên",)
    assert departments.names("en")[0].endswith(", Thái Nguyên province")
    before = heir(plan(), "các sở, ban, ngành", date(2025, 6, 30))
    assert (before.names(), before.changed) == (("các sở, ban, ngành",), False)
    role = heir(plan(), "các cơ quan, đơn vị liên quan", MERGED)
    assert (role.changed, role.determined) == (False, True)
    ministries = heir(plan(), "các bộ, ngành trung ương", MERGED)
    assert ministries.names() == ("các bộ, ngành trung ương",)


@pytest.mark.parametrize("day", ["2025-07-01", datetime(2025, 7, 1)])  # noqa: DTZ001 - no day
def test_a_day_is_a_day(day):
    for ask in (lambda: heir(plan(), "Sở Y tế", day), lambda: responsible(plan(), "Sở Y tế", day)):
        with pytest.raises(InputError) as caught:
            ask()
        assert caught.value.code == "date.not_a_day"


def test_who_did_not_exist_yet_has_no_heir():
    found = heir(plan(issued="2025-08-01", place="vn:tinh:19@2025-07-01"), "Sở Y tế", MERGED)
    assert found.determined
    early = heir(
        plan(issued="2025-08-01", place="vn:tinh:19@2025-07-01"), "Sở Y tế", date(2025, 6, 30)
    )
    assert not early.determined
    assert [one.code for one in early.problems] == ["body.not_yet"]


@pytest.mark.parametrize("name", plans())
def test_in_the_packaged_plans_every_body_resolves_or_says_why(name):
    held = plans.get(name)
    named = {who for part in (*held.targets, *held.tasks, *held.assignments) for who in part.lead}
    for who in sorted(named | {mention.name for mention in held.bodies}):
        found = responsible(held, who)
        assert found.resolved is not bool(found.problems), who
        assert heir(held, found, date(2025, 12, 15)).text()
