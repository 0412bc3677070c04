"""The library and its package: days, lineage, groups, functions, what is public."""

import json
import pkgutil
import subprocess
import sys
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dantoc_policy as dp
from dantoc_policy import bodies as package
from dantoc_policy.bodies.function import find_functions
from dantoc_policy.bodies.library import Bodies, bodies
from dantoc_policy.errors import InputError

WAVE_1, WAVE_2 = date(2025, 3, 1), date(2025, 7, 1)


def test_the_package_answers_as_the_library():
    assert dp.bodies.get("Sở Nội vụ") is bodies.get("so_noi_vu")
    assert len(dp.bodies) == len(bodies) == len(list(dp.bodies))
    assert "Sở Nội vụ" in dp.bodies
    assert 5 not in dp.bodies
    assert bodies.get("so_noi_vu/bac_kan") in dp.bodies
    assert isinstance(bodies.get("so_noi_vu"), dp.Body)
    assert repr(dp.bodies) == f"<Bodies: {len(bodies)}>"
    assert {"get", "find", "successor"} <= set(dir(dp.bodies))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dp.bodies.nonsense


def test_no_module_of_the_package_hides_a_name_of_the_library():
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}
    assert not {name for name in modules if hasattr(Bodies, name)}


def test_importing_the_package_reads_no_data():
    code = (
        "import sys, dantoc_policy as dp\n"
        "dp.Body\n"
        "from dantoc_policy.data import load\n"
        "sys.exit(load.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(deadline=None)  # the first call builds the index
@given(st.dates(min_value=date(1940, 1, 1), max_value=date(2030, 12, 31)))
def test_at_is_total_on_the_days_of_each_body(day):
    there = bodies.at(day)
    assert [body.id for body in there] == [body.id for body in bodies if day in body.existed]
    assert {body.id for body in bodies} >= {body.id for body in there}


def test_a_moment_is_no_day():
    for ask in (bodies.at, lambda day: bodies.find("Sở Nội vụ", day),
                lambda day: bodies.successor("Sở Nội vụ", day)):  # fmt: skip
        with pytest.raises(InputError) as error:
            ask(datetime(2025, 3, 1, 12))  # noqa: DTZ001
        assert error.value.code == "date.not_a_day"


def test_parents_change_with_the_law():
    union = bodies.get("Hội Nông dân")
    assert union.parent(WAVE_2) == "uy_ban_mat_tran_to_quoc_viet_nam"
    assert union.parent(date(2025, 6, 30)) is None
    assert bodies.get("Ban Tôn giáo Chính phủ").parent(date(2021, 1, 1)) == "bo_noi_vu"


def test_lineage_is_in_order_and_tells_the_whole_line():
    events = bodies.lineage("Sở Tài chính tỉnh Bắc Kạn")
    assert [event.kind for event in events] == [
        "ended", "re_formed", "handed_over", "ended", "set_up", "merged"
    ]  # fmt: skip
    assert events[-1].other.id == "so_tai_chinh/thai_nguyen@2025-07-01"
    assert events[-1].text("vi") == (
        "01/7/2025: Sở Tài chính tỉnh Bắc Kạn nhập vào Sở Tài chính tỉnh Thái Nguyên"
        " (Nghị quyết 202/2025/QH15)"
    )


def test_the_line_of_ethnic_affairs():
    events = bodies.lineage("uy_ban_dan_toc")
    assert [event.day.year for event in events if event.kind == "set_up"] == [1992, 2002, 2025]
    [to_ministry] = [e for e in events if e.kind == "handed_over" and e.body.id == "uy_ban_dan_toc"]
    assert to_ministry.basis.document == "176/2025/QH15"
    assert "ban_ton_giao_chinh_phu" not in {event.body.id for event in events}


@pytest.mark.parametrize("body", list(bodies), ids=lambda body: body.id)
def test_every_lineage_is_ordered_and_plain(body):
    events = bodies.lineage(body)
    days = [event.day for event in events]
    assert all(later >= day or event.kind == "ended" for day, later, event
               in zip(days, days[1:], events[1:], strict=False))  # fmt: skip
    assert len(set(events)) == len(events)
    json.dumps([event.to_dict() for event in events] + [body.to_dict()])
    for event in events:
        assert event.body.text("en") in event.text("en")


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("UBND các huyện, thành phố, thị xã", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND các huyện, thị xã, thành phố", "uy_ban_nhan_dan_cac_huyen"),
        ("Ủy ban nhân dân các huyện, thành phố", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND các huyện", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND cấp huyện", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND các quận, huyện", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND các huyện, thành phố trên địa bàn tỉnh", "uy_ban_nhan_dan_cac_huyen"),
        ("UBND các xã, phường, thị trấn", "uy_ban_nhan_dan_cac_xa"),
        ("UBND các xã, phường, đặc khu", "uy_ban_nhan_dan_cac_xa"),
        ("Các sở, ban, ngành", "so_ban_nganh"),
        ("các sở ban ngành tỉnh", "so_ban_nganh"),
        ("các Sở, ngành", "so_ban_nganh"),
        ("Các sở, ban, ngành, đoàn thể tỉnh", "so_ban_nganh_doan_the"),
        ("các bộ, cơ quan ngang bộ", "bo_co_quan_ngang_bo"),
        ("các bộ, ngành Trung ương", "bo_nganh_trung_uong"),
        ("cơ quan đầu mối", "co_quan_dau_moi"),
        ("các tổ chức chính trị - xã hội", "to_chuc_chinh_tri_xa_hoi"),
        ("Các tổ chức đoàn thể", "to_chuc_chinh_tri_xa_hoi"),
        ("đoàn thể Nhân dân", "to_chuc_chinh_tri_xa_hoi"),
        ("các ban, sở, ngành", "so_ban_nganh"),
        ("Các sở, ban, ngành có liên quan", "so_ban_nganh_lien_quan"),
        ("các sở, ngành liên quan", "so_ban_nganh_lien_quan"),
        ("các cơ quan Đảng", "co_quan_dang"),
        ("các cơ quan báo chí của tỉnh", "co_quan_bao_chi"),
        ("Các cơ quan báo chí, phát thanh, truyền hình", "co_quan_bao_chi"),
        ("các ngành liên quan", "co_quan_don_vi_lien_quan"),
        ("các đơn vị, địa phương", "co_quan_don_vi_lien_quan"),
        ("các cơ quan chức năng", "co_quan_don_vi_lien_quan"),
        ("các cấp, các ngành", "cac_cap_cac_nganh"),
        ("các ngành, các cấp", "cac_cap_cac_nganh"),
        ("thủ trưởng các cơ quan, đơn vị", "thu_truong_cac_co_quan"),
    ],
)
def test_groups_are_found_as_such(name, group):
    assert [found.id for found in bodies.find_class(name)] == [group]
    assert bodies.get_class(name).id == group


@pytest.mark.parametrize(
    "name",
    ["UBND huyện", "các huyện, thành phố", "UBND các huyện và xã", "Sở Nội vụ", "", "các", "UBND"],
)
def test_what_names_no_group(name):
    assert bodies.find_class(name) == []
    with pytest.raises(InputError) as error:
        bodies.get_class(name)
    assert error.value.code == "body.unknown_class"


def test_what_has_a_name_is_printed_by_it():
    body = bodies.get("Sở Nội vụ tỉnh Bắc Kạn")
    assert str(body) == "Sở Nội vụ tỉnh Bắc Kạn"
    assert body.text("en") == "Department of Home Affairs, Bắc Kạn"
    assert str(body.territory) == "tỉnh Bắc Kạn"
    assert str(bodies.get_class("so_ban_nganh")) == "các sở, ban, ngành"
    assert str(bodies.successor(body, WAVE_2)).startswith("Sở Nội vụ tỉnh Bắc Kạn, ngày 01/7/2025")
    assert str(bodies.lineage(body)[-1]).startswith("01/7/2025")
    assert "so_noi_vu" in repr(bodies.successor("so_noi_vu", WAVE_2))


def test_what_is_known_of_a_group_is_verified():
    assert bodies.get_class("so_ban_nganh").is_verified("members")
    assert not bodies.get_class("phong_chuyen_mon_cap_xa").is_verified("members")


def test_a_group_is_no_body():
    with pytest.raises(InputError) as error:
        bodies.get("các sở, ban, ngành")
    assert error.value.code == "body.is_group"


def test_who_belongs_to_a_group_depends_on_the_day():
    ministries = bodies.get_class("bo_co_quan_ngang_bo")
    assert [len(ministries.at(day)) for day in (date(2025, 2, 28), WAVE_1)] == [22, 17]
    assert ministries.is_complete(WAVE_1)
    assert not ministries.is_complete(date(2020, 1, 1))
    departments = bodies.get_class("co_quan_chuyen_mon_cap_tinh").at(WAVE_1)
    assert sum(not body.optional for body in departments) == 12
    assert [body.id for body in departments if body.optional] == [
        "so_ngoai_vu", "so_dan_toc_va_ton_giao", "so_du_lich", "so_quy_hoach_kien_truc"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["cơ quan đầu mối", "các ngành liên quan", "các cấp, các ngành", "thủ trưởng các cơ quan"],
)
def test_groups_that_name_a_role_have_no_members(name):
    role = bodies.get_class(name)
    assert role.members is None
    assert role.at(WAVE_1) is None


def test_a_group_that_ended_says_what_followed():
    districts = bodies.get_class("UBND các huyện, thành phố, thị xã")
    assert [body.id for body in districts.at(date(2025, 6, 30))] == ["uy_ban_nhan_dan_huyen"]
    assert districts.at(WAVE_2) == ()
    assert [(one.id, one.on) for one in districts.followed_by] == [
        ("uy_ban_nhan_dan_cac_xa", WAVE_2)
    ]


@pytest.mark.parametrize("group", bodies.classes.values(), ids=bodies.classes)
def test_every_group_is_named_by_its_own_names_and_plain(group):
    for name in (group.name.vi, *group.other_names):
        assert group in bodies.find_class(name), name
    assert all(one.id in bodies.classes for one in group.followed_by)
    assert json.dumps(group.to_dict())


@pytest.mark.parametrize("function", bodies.functions.values(), ids=bodies.functions)
def test_every_function_is_found_by_its_words(function):
    for phrase in (*function.words, function.name.vi, function.name.en):
        assert function in find_functions(phrase), phrase
        assert function in find_functions(f"Đẩy mạnh {phrase} ở vùng dân tộc thiểu số")
