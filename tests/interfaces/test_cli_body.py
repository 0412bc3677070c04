"""`dantoc body`: bodies, groups of them, and who holds what they held, read and as data."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from dantoc_policy import bodies
from dantoc_policy.bodies.body import Kind, Level
from dantoc_policy.bodies.body_parts import Role
from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.cli.body_words import KINDS, LEVELS, ROLES

LABOUR = "Sở LĐTBXH"
COMMANDS = {
    "show": ["uy_ban_dan_toc"],
    "find": ["UBND"],
    "successors": [LABOUR, "--as-of", "2025-08-01"],
}


def body(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, ["body", *map(str, args)])


def answer(*args):
    done = body(*args, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def words(*args, **options):
    done = body(*args, **options)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_fits_the_screen(command, lang, width):
    done = body(command, *COMMANDS[command], "--lang", lang, width=width)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("command", COMMANDS)
def test_one_json_value_or_one_a_line(command):
    lines = body(command, *COMMANDS[command], "--format", "jsonl").stdout.splitlines()
    records, whole = [json.loads(line) for line in lines], answer(command, *COMMANDS[command])
    assert records == (whole if command == "find" else [whole])


def test_every_body_and_every_group_is_shown():
    for one in bodies:
        found = answer("show", one.id)
        plain = one.to_dict()
        assert {key: found[key] for key in plain} == plain
        assert not found["is_group"]
        assert len(found["events"]) == len(bodies.lineage(one))
        assert words("show", one.id, "--lang", "en").startswith(one.text("en")[:1].upper())
    for group in bodies.classes.values():
        found = answer("show", group.id)
        assert (found["is_group"], found["id"]) == (True, group.id)
        assert words("show", group.id)


def test_every_kind_level_and_role_has_its_words():
    for kinds, known in ((KINDS, Kind), (LEVELS, Level), (ROLES, Role)):
        assert set(kinds) == set(known.__args__)


def test_show_in_words():
    text = words("show", "Ủy ban Dân tộc", "--as-of", "2024-01-01", width="80")
    assert "Mã định danh uy_ban_dan_toc" in text
    assert "Thuộc Chính phủ" in text
    assert "Nghị định số 66/2022/NĐ-CP (quy định chức năng)" in text
    assert "- 28/02/2025: Ủy ban Dân tộc kết thúc hoạt động" in text
    english = words("show", "so_dan_toc_va_ton_giao", "--lang", "en")
    assert "only some provinces have one" in english


def test_show_of_one_province():
    for key in ("Ban Dân tộc", "ban_dan_toc"):
        found = answer("show", key, "--within", "tỉnh Bắc Kạn")
        assert found["id"] == "ban_dan_toc/bac_kan"
    assert answer("show", "ban_dan_toc/bac_kan")["territory"] == "bac_kan"


def test_a_group_has_the_members_of_the_day():
    old = answer("show", "các sở, ban, ngành", "--as-of", "2021-12-02")
    new = answer("show", "các sở, ban, ngành", "--as-of", "2025-08-01")
    assert "ban_dan_toc" in old["members_on_day"]
    assert "ban_dan_toc" not in new["members_on_day"]
    text = words("show", "UBND các huyện, thị xã, thành phố", "--as-of", "2025-07-01")
    assert "Gồm 01/7/2025 không có cơ quan nào" in text
    assert "Từ 01/7/2025 Ủy ban nhân dân các xã" in text
    assert "có thể còn cơ quan khác" in words("show", "các sở, ban, ngành")


def test_find():
    assert [one["id"] for one in answer("find", "UBND")] == [
        "uy_ban_nhan_dan_tinh",
        "uy_ban_nhan_dan_huyen",
        "uy_ban_nhan_dan_xa",
    ]
    assert len(answer("find", "UBND", "--as-of", "2025-07-01")) == 2
    [one] = answer("find", "Sở", "Nông", "nghiệp", "--as-of", "2025-03-01")
    assert one["id"] == "so_nong_nghiep_va_moi_truong"
    [one] = answer("find", "các sở, ban, ngành")
    assert one["is_group"]
    [one] = answer("find", "ban_dan_toc")
    assert one["vi"] == "Ban Dân tộc"
    [one] = answer("find", "so_ban_nganh")
    assert one["is_group"]
    assert answer("find", "ban_dan_toc", "--as-of", "2026-01-01") == []
    assert "nhóm cơ quan" in words("find", "các sở, ban, ngành")


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_find_of_nothing_is_no_failure_and_says_why(form):
    done = body("find", LABOUR, "--as-of", "2026-01-01", "--format", form)
    assert done.exit_code == 0
    assert done.stdout.strip() == {"text": "Không tìm thấy cơ quan nào.", "json": "[]"}.get(
        form, ""
    )
    assert "lưu ý [body.not_there]" in done.stderr


def test_a_body_that_was_split_is_undetermined_until_a_function_is_given():
    found = answer("successors", LABOUR, "--as-of", "2025-08-01")
    assert (found["determined"], found["missing"], found["bodies"]) == (False, ["function"], [])
    assert len(found["possible"]) == 5
    text = words("successors", LABOUR, "--as-of", "2025-08-01")
    assert "Chưa xác định, còn thiếu: nhiệm vụ thuộc chức năng nào." in text
    assert "- ? Sở Nông nghiệp và Môi trường: giảm nghèo" in text


@pytest.mark.parametrize("function", ["poverty_reduction", "Giảm tỷ lệ hộ nghèo DTTS 2%/năm"])
def test_a_function_or_a_task_decides(function):
    given = ["successors", LABOUR, "--as-of", "2025-08-01", "--function", function]
    assert answer(*given)["bodies"] == ["so_nong_nghiep_va_moi_truong"]
    assert "- → Sở Nông nghiệp và Môi trường Diễn biến - 01/3/2025" in words(*given)


def test_a_text_that_names_no_function_is_told_which_there_are():
    given = ["successors", LABOUR, "--as-of", "2025-08-01", "--function", "nấu ăn"]
    assert answer(*given)["names_no_function"] == "nấu ăn"
    text = words(*given)
    assert "“nấu ăn” không nêu chức năng nào; có thể là: lao động; tiền lương;" in text
    assert "names no function; it may be: labour; wages;" in words(*given, "--lang", "en")


def test_what_some_provinces_have_is_known_not_known_or_not_there():
    name, day = "Sở Dân tộc và Tôn giáo", ["--as-of", "2025-04-01"]
    assert answer("show", name, "--within", "tỉnh Điện Biên")["there"] is True
    assert answer("show", name, "--within", "tỉnh Lào Cai", *day)["there"] is None
    text = words("show", name, "--within", "tỉnh Lào Cai", *day)
    assert "chưa rõ tỉnh Lào Cai có hay không" in text
    held = words("successors", name, "--within", "tỉnh Lào Cai", *day, "--lang", "en")
    assert "It is not known whether Lào Cai province had a" in held
    for ask in (["find", name], ["show", name], ["successors", name]):
        done = body(*ask, "--within", "tỉnh Hà Tĩnh", *day)
        assert done.exit_code == (0 if ask[0] == "find" else 2)
        assert "[body.not_of_province]" in done.stderr
        assert "Ban Dân tộc tỉnh Hà Tĩnh" in done.stderr


def test_several_functions_and_a_province_and_the_day_of_the_text():
    two = ["--function", "labour", "--function", "poverty_reduction"]
    found = answer("successors", LABOUR, "--as-of", "2025-08-01", *two)
    assert set(found["bodies"]) == {"so_noi_vu", "so_nong_nghiep_va_moi_truong"}
    found = answer("successors", "ban_dan_toc", "--within", "Bắc Kạn", "--as-of", "2025-08-01")
    assert found["bodies"] == ["so_dan_toc_va_ton_giao/thai_nguyen@2025-07-01"]
    given = ["successors", "Sở Nội vụ", "--as-of", "2025-08-01", "--function", "religion"]
    assert answer(*given)["bodies"] != answer(*given, "--since", "2025-03-02")["bodies"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["show", "Ủy ban Dân tộc"], "body.ambiguous"),
        (["show", LABOUR, "--as-of", "2026-01-01"], "body.not_there"),
        (["show", "Không Có Ai"], "body.unknown"),
        (["show", "Bộ Chính trị"], "body.only_issuer"),
        (["show", "UBND tỉnh", "--as-of", "mai"], "date.unreadable"),
        (["find", "UBND", "--as-of", "2025-13-01"], "date.unreadable"),
        (["successors", LABOUR], "argument.missing"),
        (["successors", LABOUR, "--as-of", "all"], "date.unreadable"),
        (["successors", "UBND", "--as-of", "2025-01-01"], "body.ambiguous"),
        (["successors", "các sở, ban, ngành", "--as-of", "2025-08-01"], "body.is_group"),
        (["successors", "bo_dan_toc_va_ton_giao", "--as-of", "2020-01-01"], "body.not_yet"),
        (
            ["successors", LABOUR, "--as-of", "2025-08-01", "--function", "xyz"],
            "body.unknown_function",
        ),
        (["successors"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(args, code, lang):
    done = body(*args, "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")
    if code == "body.ambiguous":
        assert "--as-of" in done.stderr
        assert done.stderr.count("uy_ban_") >= 2
    for call in ("successor(", "predecessors(", "get_class("):
        assert call not in done.stderr
