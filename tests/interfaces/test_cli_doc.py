"""`dantoc doc`: what the library knows, for people and for programs."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.law.document import Document

DECREE = "vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp"
OWN = {
    "number": "07/2022/QĐ-UBND",
    "type": "quyet_dinh",
    "issuers": ["uy_ban_nhan_dan"],
    "unit": "tỉnh Bắc Kạn",
    "issued": "2022-03-01",
    "effective": "2022-03-15",
    "subject": "quy định mẫu",
    "relations": [{"kind": "based_on", "target": "05/2011/NĐ-CP"}],
    "source": "memory",
}


def doc(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, ["doc", *map(str, args)])


def answer(*args):
    done = doc(*args, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps([OWN], ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("key", ["05/2011/NĐ-CP", "nd 05/2011/nd-cp", DECREE])
def test_show_finds_a_document_by_whatever_names_it(key):
    found = answer("show", key)
    assert found["id"] == DECREE
    assert found["issued"] == "2011-01-14"
    assert "amends" in {relation["kind"] for relation in found["incoming"]}
    fields = {name: found[name] for name in found if name in Document.model_fields}
    assert Document.model_validate(fields).id == DECREE


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["Nghị định số 05/2011/NĐ-CP ngày 14 tháng 01", "04/3/2011", "được sửa đổi"]),
        ("en", ["Decree 05/2011/NĐ-CP of 14 January 2011", "4 March 2011", "amended by"]),
    ],
)
def test_show_in_words(lang, words):
    done = doc("show", "Nghị", "định", "05/2011/NĐ-CP", "--lang", lang, width="80")
    assert done.exit_code == 0
    text = " ".join(done.stdout.split())
    assert all(word in text for word in words)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_what_no_source_confirms_is_said():
    assert "(chưa kiểm chứng)" in doc("history", "33/2020/QĐ-TTg").stdout
    assert (
        "(unverified)"
        in doc("status", "33/2020/QĐ-TTg", "--as-of", "2026-02-01", "--lang", "en").stdout
    )


@pytest.mark.parametrize(
    ("day", "status", "verified", "word"),
    [
        ("03/6/2021", "in_force", False, "còn hiệu lực"),
        ("2021-06-04", "expired", True, "hết hiệu lực"),
    ],
)
def test_status_on_a_day(day, status, verified, word):
    found = answer("status", "582/QĐ-TTg", "--as-of", day)
    assert (found["status"], found["verified"]) == (status, verified)
    assert word in doc("status", "582/QĐ-TTg", "--as-of", day).stdout.casefold()


def test_history_is_in_order():
    events = answer("history", "582/QĐ-TTg")["events"]
    assert [event["kind"] for event in events][::4] == ["issued", "repealed"]
    lines = doc("history", "582/QĐ-TTg").stdout.splitlines()
    assert lines[-1] == "- 04/6/2021: Bị bãi bỏ bởi Quyết định số 861/QĐ-TTg"


def test_search_by_words_and_on_a_day():
    assert answer("search", "33/2020")[0]["number"] == "33/2020/QĐ-TTg"
    first, *_ = answer("search", "Chương", "trình", "135", "--as-of", "2000-01-01")
    assert first["number"] == "135/1998/QĐ-TTg"
    assert "Quyết định số" in doc("search", "tiêu chí phân định", width="80").stdout
    assert answer("search", "không có từ nào như thế") == []
    assert doc("search", "không có từ nào như thế").stdout == "Không tìm thấy văn bản nào.\n"


def test_graph_grows_with_its_depth():
    near, far = (answer("graph", "33/2020/QĐ-TTg", "--depth", depth) for depth in (1, 2))
    assert 1 < len(near["nodes"]) < len(far["nodes"])
    assert len(answer("graph", "33/2020/QĐ-TTg", "--depth", 0)["nodes"]) == 1
    mermaid = doc("graph", "33/2020/QĐ-TTg", "--format", "mermaid").stdout
    assert mermaid.startswith("graph LR\n")
    tree = doc("graph", "33/2020/QĐ-TTg", "--depth", 2).stdout
    assert "└── bị thay thế bởi: Nghị định số 272/2025/NĐ-CP" in tree
    # Two relations to one document are both told, and what hangs on it once.
    tree = doc("graph", "05/2011/NĐ-CP", "--lang", "en").stdout
    assert tree.count("Decree 127/2024/NĐ-CP") == 2


@pytest.mark.parametrize("command", ["show", "status", "history", "search", "graph"])
def test_documents_of_ones_own(own, command):
    day = ["--as-of", "2022-04-01"] if command == "status" else []
    done = doc(command, "07/2022/QĐ-UBND", *day, "--library", own)
    assert done.exit_code == 0, done.output
    assert "07/2022/QĐ-UBND" in done.stdout
    if command != "search":
        assert doc(command, "07/2022/QĐ-UBND", *day).exit_code == 2


def test_a_faulty_entry_is_told_and_the_others_are_used(tmp_path):
    path = tmp_path / "own.json"
    entries = [OWN, {"number": "1/QĐ-UBND", "type": "quyet_dinh"}]
    path.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    done = doc("show", "07/2022/QĐ-UBND", "--library", path)
    assert done.exit_code == 0
    assert "[document.invalid]" in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["show", "99999/QĐ-TTg"], "document.unknown"),
        (["show", "24-NQ/TW"], "document.ambiguous"),
        (["status", "33/2020/QĐ-TTg"], "argument.missing"),
        (["status", "33/2020/QĐ-TTg", "--as-of", "hôm nay"], "date.unreadable"),
        (["history", "33/2020/QĐ-TTg", "--library", "none.yaml"], "file.missing"),
        (["graph", "xyz"], "document.unknown"),
        (["graph", "33/2020/QĐ-TTg", "--depth", "-1"], None),
        (["show"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(args, code, lang):
    done = doc(*args, "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")
    if code == "document.ambiguous":
        assert "24-NQ/TW@" in done.stderr


def test_an_ambiguous_number_is_told_apart_by_its_day():
    assert answer("show", "24-NQ/TW@2003")["issued"] == "2003-03-12"
