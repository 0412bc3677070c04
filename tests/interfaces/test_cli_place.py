"""`dantoc place`: units and their states, names, lineage, status and map, read and as data."""

from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise

import pytest
from typer.testing import CliRunner

from dantoc_policy import places
from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.cli.place_states import states_of

OLD_BANG_THANH, BANG_THANH = "vn:xa:01858@2004", "vn:xa:01864@2025-07-01"
GIA_SANG = "vn:xa:05461@2004"
COMMANDS = {
    "show": [BANG_THANH],
    "find": ["Trung Thành", "--as-of", "2025-07-01"],
    "lineage": [GIA_SANG, "--to", "2026-02-01"],
    "status": ["Cường Lợi", "--as-of", "2023-06-30"],
}
SHEET = (
    "Tên xã,Số hộ,Số hộ DTTS,Số hộ nghèo,Số hộ nghèo DTTS,Đạt chuẩn nông thôn mới\n"
    "xã Cường Lợi,500,480,100,99,không\nBằng Thành,500,480,300,299,không\n"
)


def place(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, ["place", *map(str, args)])


def answer(*args):
    done = place(*args, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def words(*args, **options):
    done = place(*args, **options)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_fits_the_screen(command, lang, width):
    done = place(command, *COMMANDS[command], "--lang", lang, width=width)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert not [line for line in lines if line != line.rstrip() or line.startswith(" \u2500")]


@pytest.mark.parametrize("command", COMMANDS)
def test_one_json_value_or_one_a_line(command):
    lines = place(command, *COMMANDS[command], "--format", "jsonl").stdout.splitlines()
    assert len(lines) >= 1
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert answer(command, *COMMANDS[command])


def test_show_has_all_states_of_one_unit_whichever_names_it():
    found = answer("show", "Bằng Thành")
    assert found["id"] == BANG_THANH
    assert [state["id"] for state in found["states"]] == [OLD_BANG_THANH, BANG_THANH]
    assert [state["code"] for state in found["states"]] == ["01858", "01864"]
    assert found["states"][0]["full_name"]["vi"] == "xã Bằng Thành, huyện Pác Nặm, tỉnh Bắc Kạn"
    assert found["states"][1]["within"] == "vn:tinh:19@2025-07-01"
    [change] = found["changes"]
    assert change["events"][0]["document"] == "1683/NQ-UBTVQH15"
    assert len(change["links"]) == 4
    assert [other["name"]["vi"] for other in found["others_of_code"]] == ["Bộc Bố"]
    assert (found["as_of"], found["region"]) == (None, None)
    for key in (OLD_BANG_THANH, BANG_THANH):
        assert answer("show", key)["states"] == found["states"]


def test_show_on_a_day_has_the_state_and_the_region_of_the_day():
    old = answer("show", "01864", "--as-of", "30/6/2025")
    new = answer("show", "01864", "--as-of", "2025-07-01")
    assert (old["id"], new["id"]) == ("vn:xa:01864@2004", BANG_THANH)
    assert old["region"]["document"] == "81/2023/QH15"


def test_show_in_words():
    text = words("show", "tỉnh Thái Nguyên", width="80")
    assert text.startswith("Tỉnh Thái Nguyên Mã định danh vn:tinh:19@2025-07-01")
    assert "Nghị quyết số 202/2025/QH15: 63 tỉnh thành còn 34" in text
    assert "tỉnh Bắc Kạn (06) → tỉnh Thái Nguyên (19): toàn bộ, sáp nhập" in text
    english = words("show", "01864", "--as-of", "2026-02-01", "--lang", "en")
    assert "Region Northern Midlands and Mountains" in english
    assert "Other units of the code - Boc Bo commune" in english


def test_a_district_ended_without_successors_and_the_document_is_named():
    assert "203/2025/QH15: cấp huyện kết thúc hoạt động" in words("show", "Pác Nặm")
    text = words("lineage", "Pác Nặm", "--lang", "en")
    assert "Resolution 203/2025/QH15" in text
    assert "no successor" in text


def test_a_town_that_took_in_the_commune_of_its_name_is_one_unit_with_its_own_past():
    [town] = [
        p for p in places.find("thị trấn Quân Chu") if str(p.valid) == "2023-04-10..2025-06-30"
    ]
    states = answer("show", town.id)["states"]
    types = [state["type"]["id"] for state in states]
    assert types[:2] == ["thi_tran", "thi_tran"]
    commune = "vn:xa:05851@2004"
    assert [state["id"] for state in answer("show", commune)["states"]] == [commune]


def test_find_gives_the_units_of_all_days_or_says_where_they_are_on_one():
    assert [one["id"] for one in answer("find", "phường Gia Sàng")] == [
        GIA_SANG,
        "vn:xa:05467@2025-07-01",
    ]
    former, there = answer("find", "trung thành", "--as-of", "2025-07-01")
    assert (former["on_day"], there["on_day"]) == (False, True)
    assert [link["new"] for link in former["became"]] == ["vn:xa:05500@2025-07-01"]
    assert "→ phường Tích Lương" in words("find", "trung thành", "--as-of", "2025-07-01")


def test_find_by_code_and_within():
    assert [one["name"]["vi"] for one in answer("find", "15")] == ["Yên Bái", "Lào Cai"]
    [old, new] = answer("find", "15", "--as-of", "2025-07-01")
    assert (old["on_day"], new["on_day"]) == (False, True)
    assert len(answer("find", "01864")) == 2
    [one] = answer("find", "01864", "--within", "tỉnh Bắc Kạn")
    assert one["name"]["vi"] == "Bộc Bố"
    [one] = answer("find", "tan thinh", "--within", "TP Thai Nguyen")
    assert one["code"] == "05452"


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_find_of_nothing_is_no_failure_and_says_what_is_near(form):
    done = place("find", "Bằng Thnh", "--format", form)
    assert done.exit_code == 0
    assert "Không tìm thấy" in done.stdout if form == "text" else "vn:" not in done.stdout
    assert "lưu ý [place.unknown]" in done.stderr
    assert BANG_THANH in done.stderr


def test_lineage_keeps_every_part():
    found = answer("lineage", GIA_SANG, "--to", "2026-02-01")
    [tree] = found["trees"]
    assert (tree["direction"], tree["root"]) == ("forward", GIA_SANG)
    ends = ["vn:xa:05443@2025-07-01", "vn:xa:05467@2025-07-01"]
    assert [(link["new"], link["share"]) for link in tree["links"]] == [
        (end, "part") for end in ends
    ]
    assert [branch["place"] for branch in tree["branches"]] == ends
    assert len(tree["branches"][0]["beside"]) == 7
    lines = place("lineage", GIA_SANG, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["new"] for line in lines] == ends


def test_lineage_goes_backwards_to_a_day_before():
    found = answer("lineage", "tỉnh Thái Nguyên", "--to", "2021-06-04")
    [tree] = found["trees"]
    assert tree["direction"] == "backward"
    assert {link["old"] for link in tree["links"]} == {"vn:tinh:06@2004", "vn:tinh:19@2004"}
    text = words("lineage", "05443", "--as-of", "2026-01-01")
    assert text.count("toàn bộ, sáp nhập: ") == 7
    assert "một phần: phường Gia Sàng" in text
    assert "phần khác vào: phường Gia Sàng (05467)" in text


def test_lineage_over_several_steps_and_where_nothing_is_known():
    # A name without a day is followed both ways, from the first state and from the last.
    directions = [tree["direction"] for tree in answer("lineage", "Huế")["trees"]]
    assert directions == ["forward", "backward"]
    assert "which unit is not known (unverified)" in words(
        "lineage", "vn:xa:05704@2004", "--lang", "en"
    )
    assert "Không có thay đổi nào trong thư viện." in words("lineage", "tỉnh Lạng Sơn")
    assert "đến ngày 04/6/2021" in words("lineage", "tỉnh Bắc Kạn", "--to", "2021-06-04")


def test_where_the_library_does_not_hold_the_units_before_it_says_so():
    island = "vn:xa:quang-ninh.co-to@2025-07-01"
    assert "thư viện không có các đơn vị trước đây" in words("lineage", island)
    [tree] = answer("lineage", island, "--to", "2024-01-01")["trees"]
    assert (tree["branches"], tree["links"]) == ([], [])


def test_a_unit_is_the_same_whichever_of_its_states_names_it():
    for unit in places:
        states = states_of(unit)
        assert unit in states
        assert all(states_of(state) == states for state in states)
        assert all(old.valid.precedes(new.valid) for old, new in pairwise(states))


def test_each_tree_has_the_links_of_the_library():
    day = dt.date(2026, 2, 1)
    for unit in list(places.at(dt.date(2019, 6, 1)))[::9]:
        trees = answer("lineage", unit.id, "--to", day.isoformat())["trees"]
        given = [link for tree in trees for link in tree["links"]]
        ended = unit.valid.end is not None
        assert given == [link.to_dict() for link in places.successors(unit, day) if ended]


def test_status_has_the_three_layers_and_their_provisions(tmp_path):
    found = answer("status", "Cường Lợi", "--as-of", "2023-06-30")
    assert (found["computed"], found["official"]["region"], found["effective"]) == (None, "II", "I")
    assert "Quyết định 861/QĐ-TTg" in found["citations"]
    sheet = tmp_path / "xa.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    for more in ([], ["--row", "2"], ["--row", "Cường Lợi"]):
        found = answer("status", "Cường Lợi", "--as-of", "2021-06-05", "--facts", sheet, *more)
        assert found["computed"]["outcome"] == "III"
        assert found["computed"]["instrument"] == "33/2020/QĐ-TTg"
        assert found["differs"]
    since = answer("status", "Cường Lợi", "--as-of", "2021-12-31", "--recognised", "01/12/2021")
    assert since["effective"] == "I"


def test_status_of_a_larger_unit_is_what_lists_count():
    text = words("status", "tỉnh", "Bắc", "Kạn", "--as-of", "2022-01-01")
    assert "861/QĐ-TTg: 108 xã (khu vực I: 34, khu vực II: 7, khu vực III: 67)" in text
    assert "khu vực III (" not in text
    text = words("status", "19", "--as-of", "2026-06-01", "--lang", "en")
    assert text.endswith(
        "The library has no list that counts the communes of this unit on this day."
    )


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_counts_fit_the_screen(lang, width):
    done = place("status", "06", "--as-of", "2022-01-01", "--lang", lang, width=width)
    assert max(map(len, done.stdout.splitlines())) <= int(width)


def test_map_of_a_sheet_and_of_names(tmp_path):
    sheet, out = tmp_path / "tinh.csv", tmp_path / "map.svg"
    sheet.write_text("Tỉnh;Tỷ lệ\nThái Nguyên;12,5\n20;20,1\n04;-\n", encoding="utf-8-sig")
    done = place("map", sheet, "--as-of", "2025-07-01", "-o", out, "--title", "Tỷ lệ <1>")
    assert (done.exit_code, done.stdout) == (0, "")
    drawn = out.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "<title>Thái Nguyên: 12,5</title>" in drawn
    assert "<title>Cao Bằng: -</title>" in drawn
    assert "Tỷ lệ &lt;1&gt;" in drawn
    sheet.write_text("Thái Nguyên,miền núi\n", encoding="utf-8")
    assert "miền núi" in place("map", sheet, "--as-of", "2025-07-01").stdout
    shown = place("map", "--highlight", "Bắc Kạn", "--as-of", "2025-06-30", "--lang", "en").stdout
    assert "<title>Bac Kan: chosen</title>" in shown
    assert "<title>Cao Bang: other provinces</title>" in shown
    assert ">other provinces<" in shown
    assert "no value" not in shown
    twice = place("map", "--highlight", "Bắc Kạn", "--highlight", "06", "--as-of", "2025-06-30")
    assert twice.exit_code == 0


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["show", "Thái Nguyên"], "place.ambiguous"),
        (["show", "01864"], "place.ambiguous"),
        (["show", "Bộc Bố", "--as-of", "2026-01-01"], "place.other_day"),
        (["show", "Không Có"], "place.unknown"),
        (["show", "06", "--as-of", "31/02/2024"], "date.unreadable"),
        (["show", "06", "--as-of", "2000-01-01"], "place.not_covered"),
        (["find", "06", "--as-of", "mai"], "date.unreadable"),
        (["find", "Bắc Kạn", "--as-of", "2000-01-01"], "place.not_covered"),
        (["lineage", "Tân Thịnh"], "place.ambiguous"),
        (["lineage", "06", "--to", "sau này"], "date.unreadable"),
        (["lineage", "06", "--as-of", "2025-07-01"], "place.other_day"),
        (["status", "Thái Nguyên", "--as-of", "2022-01-01"], "place.ambiguous"),
        (["status", "Không Có", "--as-of", "2022-01-01"], "place.unknown"),
        (["status", "Cường Lợi"], "argument.missing"),
        (["status", "Cường Lợi", "--as-of", "all"], "date.unreadable"),
        (["status", "Cường Lợi", "--as-of", "2022-01-01", "--facts", "none.csv"], "file.missing"),
        (["map", "--as-of", "2025-07-01"], "argument.missing"),
        (["map", "--highlight", "Bắc Kạn"], "argument.missing"),
        (["map", "--highlight", "Bắc Kạn", "--as-of", "2025-07-01"], "place.other_day"),
        (["map", "none.csv", "--as-of", "2025-07-01"], "file.missing"),
        (["map", ".", "--as-of", "2025-07-01"], "file.not_a_file"),
        (["show", "tỉnh Bắc Kạn", "--as-of", "2025-07-01"], "place.other_day"),
        (["lineage", "TP Thái Nguyên", "--as-of", "2025-07-01"], "place.other_day"),
        (["status", "huyện Ba Bể", "--as-of", "2025-08-01"], "place.other_day"),
        (["status", "Tân Phú", "--as-of", "2025-08-01"], "place.not_all_held"),
        (["show", "phường Bộc Bố", "--as-of", "2025-06-30"], "place.other_type"),
        (["map", "a.csv", "--highlight", "04", "--as-of", "2025-07-01"], None),
        (["show"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(args, code, lang):
    done = place(*args, "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")
    if code == "place.ambiguous":
        assert done.stderr.count("vn:") >= 2
        assert "--within" in done.stderr or args[0] == "status"


def test_a_row_that_is_not_there_or_cannot_be_read_is_told(tmp_path):
    sheet = tmp_path / "xa.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    given = ["status", "Cường Lợi", "--as-of", "2021-06-05", "--facts", sheet]
    done = place(*given, "--row", "9")
    assert done.exit_code == 2
    assert "[row.not_found]" in done.stderr
    sheet.write_text(SHEET.replace("480,100,99", "480,100,600"), encoding="utf-8")
    done = place(*given)
    assert done.exit_code == 2
    assert done.stderr.startswith("lỗi [")


@pytest.mark.parametrize("row", ["2", "3", "Bằng Thành"])
def test_facts_of_another_commune_are_refused(tmp_path, row):
    sheet = tmp_path / "xa.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    given = ["--as-of", "2021-06-05", "--facts", sheet, "--row", row]
    done = place("status", "Cường Lợi", *given)
    if row == "2":
        assert done.exit_code == 0
        assert place("status", "02152", *given).exit_code == 0
        return
    assert (done.exit_code, done.stdout) == (2, "")
    assert "[row.other_place]" in done.stderr
    assert "Bằng Thành" in done.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tỉnh,giá trị\nHà Nội,abc\nThái Nguyên,3\n", "map.mixed_values"),
        ("Hà Nội,1\nHà Nội,2\n", "map.doubled"),
        ("Hà Nội,1\nThành phố Hà Nội,3\n", "map.doubled"),
        ("a\n1\n", "map.no_values"),
    ],
)
def test_a_sheet_for_a_map_that_contradicts_itself_is_told(tmp_path, text, code):
    sheet = tmp_path / "tinh.csv"
    sheet.write_text(text, encoding="utf-8")
    done = place("map", sheet, "--as-of", "2025-06-30")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr


def test_full_names_as_printed():
    for name in ("xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn", "Bộc Bố, Pác Nặm"):
        assert answer("show", name)["id"] == "vn:xa:01864@2004"
        assert [one["code"] for one in answer("find", name)] == ["01864"]


def test_bytes_that_are_no_utf_8_are_told(tmp_path):
    sheet = tmp_path / "tinh.csv"
    sheet.write_bytes("Thái Nguyên,5".encode("utf-16"))
    assert "[file.encoding]" in place("map", sheet, "--as-of", "2025-07-01").stderr
