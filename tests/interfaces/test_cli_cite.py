"""`dantoc cite`: on documents of each kind, in each form, in both languages."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dantoc_policy import find_citations
from dantoc_policy.interfaces.cli.app import app

KEYS = [
    *("file", "start", "end", "text", "code", "canonical", "type", "number", "year", "symbol"),
    *("issuer", "issue_date", "provisions", "resolved", "warnings"),
]
TEXT = """Căn cứ Nghị định số 05/2011/NQ-CP ngày 14/01/2011 của Chính phủ;
Theo điểm a khoản 2 Điều 3 Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020;
thực hiện Nghị quyết số 24-NQ/TW và Luật Tín ngưỡng, tôn giáo, giảm 3-4%/năm.
Nghị định này còn hiệu lực."""
KINDS = ["txt", "md", "html", "docx", "pdf"]


def cite(*args, width="100", given=None):
    runner = CliRunner(env={"COLUMNS": width})
    return runner.invoke(app, ["cite", *map(str, args)], input=given)


def records(*args, **options):
    done = cite(*args, "--format", "jsonl", **options)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_document(document, kind):
    path = document(TEXT, f"văn bản.{kind}")
    decree, decision, resolution = records(path)
    for record in (decree, decision, resolution):
        assert list(record)[: len(KEYS)] == KEYS
        assert record["file"] == str(path)
    assert (decree["code"], decree["canonical"]) == ("05/2011/NQ-CP", "05/2011/NĐ-CP")
    assert (decree["type"], decree["issue_date"]) == ("nghi_dinh", "2011-01-14")
    assert decree["resolved"] == "vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp"
    assert decree["warnings"]
    assert decision["provisions"][0]["point"] == "a"
    assert resolution["resolved"] is None
    assert len(resolution["candidates"]) > 1
    place = {"html": "paragraph", "docx": "paragraph"}.get(kind, "line")
    assert [record["place"][place] for record in (decree, decision, resolution)] == [1, 2, 3]


def test_offsets_and_fields_are_those_of_the_library(plan):
    text = plan.read_text(encoding="utf-8")
    found = find_citations(text)
    for record, citation in zip(records(plan), found, strict=True):
        assert text[record["start"] : record["end"]] == record["text"] == citation.text
        plain = citation.to_dict()
        assert {key: record[key] for key in plain} == plain


def test_standard_input_is_a_file(plan):
    given = plan.read_bytes()
    piped, read = records("-", given=given), records(plan)
    assert [record.pop("file") for record in piped] == ["-"] * len(read)
    assert piped == [{key: record[key] for key in record if key != "file"} for record in read]
    assert cite("-", given="Số 5".encode("utf-16")).exit_code == 0
    assert "[text.guessed_encoding]" in cite("-", given="này".encode("cp1258")).stderr


def test_names_and_short_forms_when_asked_for(document):
    path = document(TEXT, "a.txt")
    manners = {
        option: [record["manner"] for record in records(path, *option)]
        for option in ((), ("--named",), ("--context",), ("--named", "--context"))
    }
    assert "name" not in manners[()] + manners["--context",]
    assert "name" in manners["--named",]
    assert "reference" in manners["--context",]
    assert {"name", "reference"} <= set(manners["--named", "--context"])


def test_csv_has_the_same_flat(document, tmp_path):
    path = document(TEXT, "a.md")
    rows = list(csv.DictReader(io.StringIO(cite(path, "--format", "csv").stdout)))
    assert list(rows[0])[: len(KEYS)] == KEYS
    for row, record in zip(rows, records(path), strict=True):
        same = ("file", "text", "code", "canonical", "type", "issue_date", "resolved")
        assert {key: row[key] or None for key in same} == {key: record[key] for key in same}
    assert (rows[1]["provisions"], rows[1]["place"]) == ("điểm a khoản 2 Điều 3", "dòng 2")
    target = tmp_path / "out.csv"
    assert cite(path, "-o", target).exit_code == 0
    # Excel reads a csv as Unicode where it begins with a byte order mark.
    assert target.read_bytes().startswith(b"\xef\xbb\xbffile,")


@pytest.mark.parametrize("width", ["60", "80", "100", "160"])
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["12 viện dẫn", "Số, ký hiệu", "→ 05/2011/NĐ-CP", "Quyết định", "không khớp"]),
        ("en", ["12 citations", "Code", "→ 05/2011/NĐ-CP", "decision", "does not fit"]),
    ],
)
def test_the_table_fits_the_screen(plan, width, lang, words):
    done = cite(plan, "--lang", lang, width=width)
    assert done.exit_code == 0
    assert max(map(len, done.stdout.splitlines())) <= int(width)
    assert not [line for line in done.stdout.splitlines() if line != line.rstrip()]
    assert all(word in done.stdout for word in words)


def test_what_a_citation_may_be_is_told_where_it_is_not_clear(document):
    shown = cite(document(TEXT, "a.txt")).stdout
    assert "1 chưa rõ là văn bản nào" in shown
    assert "? Nghị quyết số 24-NQ/TW, 12/3/2003" in shown


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_the_text_with_its_citations_marked(plan, kind):
    shown = cite(plan.with_suffix(f".{kind}"), "--show", width="400").stdout
    assert "«Nghị định số 05/2011/NQ-CP ngày 14/01/2011 của Chính phủ»[3] về công tác" in shown
    assert shown.count("«") == shown.count("»") == 12
    assert "giảm tỷ lệ hộ nghèo 3-4%/năm;" in shown


def test_a_citation_over_two_lines_is_marked_over_both(document):
    path = document("theo Quyết định số 33/2020/QĐ-TTg\nngày 12/11/2020\nhết", "a.txt")
    shown = cite(path, "--show").stdout
    assert "\ntheo «Quyết định số 33/2020/QĐ-TTg\nngày 12/11/2020»[1]\nhết\n" in shown


def test_what_would_steer_a_terminal_is_not_printed(document):
    path = document("\x1b[2JQuyết định số 33/2020/QĐ-TTg \u202e[red]x[/red]", "a.txt")
    shown = cite(path, "--show").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[red]x[/red]" in shown


def test_bad_files_are_told_and_the_others_done(document, tmp_path):
    good = document(TEXT, "a.txt")
    broken = tmp_path / "b.docx"
    broken.write_bytes(b"PK no")
    folder = tmp_path / "thư mục.txt"
    folder.mkdir()
    done = cite(broken, good, tmp_path / "none.md", folder, "c.doc", "--format", "jsonl")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3
    codes = ("text.unreadable", "text.no_file", "text.not_a_file", "text.unknown_format")
    for code, name in zip(codes, (broken, tmp_path / "none.md", folder, "c.doc"), strict=True):
        assert f"[{code}] {name}: " in done.stderr
    assert len(done.stderr.splitlines()) == len(codes)


def test_a_text_without_citations(document):
    done = cite(document("Không có gì.", "a.txt"), document("", "b.txt"))
    assert done.exit_code == 0
    assert done.stdout.count("không có viện dẫn nào") == 2
    assert "[text.empty]" in done.stderr


@pytest.mark.parametrize(
    ("name", "form"), [("o.jsonl", "jsonl"), ("o.csv", "csv"), ("o.txt", "text")]
)
def test_the_output_has_the_form_of_its_name(plan, tmp_path, name, form):
    target = tmp_path / name
    done = cite(plan, "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    printed = cite(plan, "--format", form).stdout
    assert target.read_bytes().decode("utf-8-sig") == printed
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_library_of_ones_own(document, tmp_path):
    path = document("Quyết định số 7/QĐ-UBND ngày 01/3/2022 của UBND tỉnh Bắc Kạn", "a.txt")
    own = tmp_path / "own.json"
    entry = {"number": "07/QĐ-UBND", "type": "quyet_dinh", "issuers": ["uy_ban_nhan_dan"],
             "unit": "tỉnh Bắc Kạn", "issued": "2022-03-01", "source": "memory"}  # fmt: skip
    own.write_text(json.dumps([entry], ensure_ascii=False), encoding="utf-8")
    assert records(path)[0]["resolved"] is None
    assert records(path, "--library", own)[0]["resolved"].endswith("/2022-03-01/07-qd-ubnd")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([], "argument.missing"),
        (["none.md"], "text.no_file"),
        (["none.md", "c.doc"], "text.unknown_format"),
        (["PLAN", "--library", "none.json"], "file.missing"),
        (["PLAN", "-o", "none/a.csv"], "output.no_folder"),
        (["PLAN", "-o", "PLAN"], "output.is_input"),
        (["PLAN", "--format", "xml"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(plan, args, code, lang):
    done = cite(*(plan if arg == "PLAN" else arg for arg in args), "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")


def test_where_nothing_could_be_read_nothing_is_written(tmp_path):
    assert cite("none.md", "-o", tmp_path / "o.csv").exit_code == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("package", "kind"), [("docx", "docx"), ("pypdfium2", "pdf"), ("lxml", "html")]
)
def test_a_missing_extra_is_told_with_the_command_that_brings_it(document, package, kind):
    path, plain = document(TEXT, f"a.{kind}"), document(TEXT, "a.md")
    code = (
        f"import sys\nsys.modules[{package!r}] = None\n"
        f"sys.argv[1:] = ['cite', {str(path)!r}, {str(plain)!r}, '--format', 'jsonl']\n"
        "from dantoc_policy.interfaces.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, text=True, encoding="utf-8"
    )
    assert done.returncode == 0
    assert 'pip install "dantoc-policy[texts]"' in done.stderr
    assert len(done.stdout.splitlines()) == 3
