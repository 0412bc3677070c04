"""`dantoc lint`: on documents of each kind, in each form, with its corrected copies."""

from __future__ import annotations

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.cli.fix import Fixer
from dantoc_policy.interfaces.cli.inputs import Inputs
from dantoc_policy.interfaces.cli.lint_forms import Linted
from dantoc_policy.interfaces.texts.read_text import read_text
from dantoc_policy.law.lint.check import corrected, lint_document
from dantoc_policy.law.lint.issue import Issue
from dantoc_policy.law.lint.rules import rules
from dantoc_policy.values.calendar_dates import parse_date

DAY = "2022-02-15"
TEXT = """Căn cứ Nghị định số 05/2011/NQ-CP ngày 14/01/2011 của Chính phủ;
Căn cứ Quyết định số 582/QĐ-TTg ngày 28/4/2017 của Thủ tướng Chính phủ;
thực hiện Kết luận số 65- KL/TW ngày 30/10/2019 của của Bộ Chính trị.
"""
RIGHT = (
    TEXT
    .replace("NQ-CP", "NĐ-CP")
    .replace("65- KL", "65-KL")
    .replace("của của", "của")
)  # fmt: skip
CLEAN = "Căn cứ Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ."
KINDS = ["txt", "md", "html", "docx", "pdf"]

TEXTS = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
    "additionalProperties": False,
}


def record(required, **properties):
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def several(items, least=0):
    return {"type": "array", "items": items, "minItems": least}


REGION = record(
    "startLine startColumn endLine endColumn charOffset charLength",
    startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT,
    charOffset={"type": "integer", "minimum": 0}, charLength={"type": "integer", "minimum": 0},
    snippet=TEXTS,
)  # fmt: skip
LOCATION = record(
    "physicalLocation logicalLocations",
    physicalLocation=record("artifactLocation", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=several(record("fullyQualifiedName", fullyQualifiedName={"type": "string"})),
)
FIX = record(
    "artifactChanges",
    artifactChanges=several(
        record(
            "artifactLocation replacements",
            artifactLocation=ARTIFACT,
            replacements=several(
                record("deletedRegion", deletedRegion=REGION, insertedContent=TEXTS), 1
            ),
        ),
        1,
    ),
)
RESULT = record(
    "ruleId ruleIndex level message locations",
    ruleId={"type": "string"}, ruleIndex={"type": "integer", "minimum": 0}, level=LEVEL,
    message=TEXTS, locations=several(LOCATION, 1), fixes=several(FIX, 1),
    properties={"type": "object"},
)  # fmt: skip
RULE = record(
    "id",
    id={"type": "string"}, shortDescription=TEXTS, fullDescription=TEXTS,
    defaultConfiguration=record("", level=LEVEL),
)  # fmt: skip
NOTICE = record(
    "message", message=TEXTS, level=LEVEL, descriptor=record("id", id={"type": "string"})
)
RUN = record(
    "tool results",
    tool=record(
        "driver",
        driver=record(
            "name", name={"type": "string"}, version={"type": "string"}, rules=several(RULE)
        ),
    ),
    language={"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    properties={"type": "object"},
    results=several(RESULT),
    invocations=several(
        record(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=several(NOTICE),
        )
    ),
)
# What is used of SARIF 2.1.0, and nothing else: the standard knows no other keys in these places.
SARIF = record(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=several(RUN, 1),
)


def lint(*args, width="100", given=None, day=DAY):
    runner = CliRunner(env={"COLUMNS": width})
    return runner.invoke(app, ["lint", *map(str, args), "--as-of", day], input=given)


def records(*args, status=1, **options):
    done = lint(*args, "--format", "jsonl", **options)
    assert done.exit_code == status, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def codes(found):
    return [record["code"] for record in found]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_document(document, kind):
    path = document(TEXT, f"văn bản.{kind}")
    found = {record["code"]: record for record in records(path)}
    assert {"W1", "W3", "W17", "F3"} <= set(found)
    text = read_text(path).text
    for record in found.values():
        assert list(record)[:6] == ["file", "code", "severity", "start", "end", "text"]
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["message"].startswith(record["vi"])
    assert (found["W1"]["suggestion"], found["W1"]["certain"]) == ("05/2011/NĐ-CP", True)
    assert found["W1"]["place"]["vi"].endswith("1")
    assert found["W17"]["place"]["en"].endswith(" 3")


def test_issues_are_those_of_the_library(plan):
    text = plan.read_text(encoding="utf-8")
    issues = lint_document(text, parse_date(DAY))
    assert [record["message"] for record in records(plan, "--lang", "en")] == [
        issue.message("en") for issue in issues
    ]


def test_force_is_that_of_the_day(document):
    path = document("Căn cứ Quyết định số 582/QĐ-TTg ngày 28/4/2017.", "a.txt")
    assert "F3" in codes(records(path, day="2021-06-04"))
    assert "F3" not in codes(records(path, day="03/6/2021", status=0))


@pytest.mark.parametrize("width", ["60", "80", "100", "160"])
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["lỗi W1  Tên loại", "→ 05/2011/NĐ-CP ✓", "căn cứ: ", "1 tệp", "dòng 13: Căn cứ"]),
        ("en", ["error W1  The word", "→ 05/2011/NĐ-CP ✓", "basis: ", "1 file", "line 13: Căn cứ"]),
    ],
)
def test_the_text_form_fits_the_screen(plan, width, lang, words):
    done = lint(plan, "--lang", lang, width=width)
    assert done.exit_code == 1
    assert max(map(len, done.stdout.splitlines())) <= int(width)
    assert not [line for line in done.stdout.splitlines() if line != line.rstrip()]
    assert all(word in done.stdout for word in words)
    assert "«05/2011/NQ-CP»" in done.stdout


def test_what_is_wrong_at_one_place_is_told_below_it_once(plan):
    assert lint(plan).stdout.count("«05/2011/NQ-CP»") == 1
    assert {"W1", "E1"} <= set(codes(records(plan)))


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (TEXT, "error", 1),
        (TEXT, "note", 1),
        ("Thực hiện Kết luận số 65- KL/TW ngày 30/10/2019 của Bộ Chính trị.", "error", 0),
        ("Thực hiện Kết luận số 65- KL/TW ngày 30/10/2019 của Bộ Chính trị.", "warning", 1),
        (CLEAN, "note", 0),
    ],
)
def test_the_exit_status_follows_fail_on(document, text, fail_on, status):
    assert lint(document(text, "a.txt"), "--fail-on", fail_on).exit_code == status


def test_a_clean_text(document):
    done = lint(document(CLEAN, "a.txt"))
    assert done.exit_code == 0
    assert "không có lỗi nào" in done.stdout
    assert "--fix" not in done.stdout


def test_standard_input(plan):
    piped, read = records("-", given=plan.read_bytes()), records(plan)
    assert codes(piped) == codes(read)
    assert {record["file"] for record in piped} == {"-"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_corrected_copy(document, tmp_path, kind, ending):
    path = document(TEXT, f"a.{kind}")
    before = path.read_bytes()
    target = tmp_path / f"fixed.{ending}"
    done = lint(path, "--fix", target)
    assert path.read_bytes() == before
    if ending == "docx" and kind != "docx":
        assert (done.exit_code, done.stdout) == (2, "")
        assert "[text.not_writable]" in done.stderr
        return
    assert done.exit_code == 1
    assert f"Đã ghi: {target} (3 chỗ đã sửa)" in done.stderr
    assert "--fix" not in done.stdout
    assert read_text(target).text.split() == RIGHT.split()
    assert codes(records(target)) == ["F3"]


def test_a_copy_of_the_plan_keeps_its_runs(plan, tmp_path):
    import docx

    word, target = plan.with_suffix(".docx"), tmp_path / "fixed.docx"
    assert lint(word, "--fix", target).exit_code == 1
    text = read_text(word).text
    assert read_text(target).text == corrected(text, lint_document(text, parse_date(DAY)))
    old, new = (docx.Document(str(path)) for path in (word, target))
    for before, after in zip(old.paragraphs, new.paragraphs, strict=True):
        assert [run.style.name for run in before.runs] == [run.style.name for run in after.runs]
        assert [(run.bold, run.italic) for run in before.runs] == [
            (run.bold, run.italic) for run in after.runs
        ]


def test_the_copy_of_a_text_is_what_the_library_gives(plan, tmp_path):
    text = plan.read_text(encoding="utf-8")
    right = corrected(text, lint_document(text, parse_date(DAY)))
    lint(plan, "--fix", tmp_path / "a.md")
    lint("-", "--fix", tmp_path / "b.txt", given=text.encode())
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == right
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == right


def test_several_copies_go_into_a_folder(document, tmp_path):
    paths = [document(TEXT, f"{kind}.{kind}") for kind in KINDS]
    folder = tmp_path / "đã sửa"
    folder.mkdir()
    assert lint(*paths, "--fix", folder).exit_code == 1
    names = {"docx.docx", "html.txt", "md.md", "pdf.txt", "txt.txt"}
    assert {path.name for path in folder.iterdir()} == names
    for path in folder.iterdir():
        assert read_text(path).text.split() == RIGHT.split()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif(document, tmp_path, kind, lang):
    path = document(TEXT, f"kế hoạch.{kind}")
    done = lint(path, tmp_path / "none.md", "--format", "sarif", "--lang", lang)
    assert done.exit_code == 2
    log = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    found = records(path, "--lang", lang)
    assert [result["ruleId"] for result in run["results"]] == codes(found)
    assert [result["message"]["text"] for result in run["results"]] == [
        record["message"] for record in found
    ]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(rules())
    text = path.read_text(encoding="utf-8") if kind in {"txt", "md"} else ""
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == path.as_uri()
        assert ("region" in physical) == bool(text)
        if text:
            region = physical["region"]
            line = text.splitlines()[region["startLine"] - 1]
            marked = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert marked == region["snippet"]["text"] == result["properties"]["text"]
    assert any("fixes" in result for result in run["results"]) == bool(text)
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["descriptor"]["id"] == "text.no_file"


def test_sarif_of_nothing_wrong(document):
    log = json.loads(lint(document(CLEAN, "a.md"), "--format", "sarif").stdout)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["invocations"][0]["executionSuccessful"]


def test_a_file_that_cannot_be_checked_is_never_clean(document):
    done = lint(document(CLEAN, "a.md"), "none.md")
    assert done.exit_code == 2
    assert "a.md: không có lỗi nào" in done.stdout
    assert "[text.no_file] none.md: " in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([], "argument.missing"),
        (["none.md"], "text.no_file"),
        (["PLAN", "--as-of", "hôm nay"], "date.unreadable"),
        (["PLAN", "--library", "none.json"], "file.missing"),
        (["PLAN", "--fix", "none/a.md"], "output.no_folder"),
        (["PLAN", "--fix", "PLAN"], "output.is_input"),
        (["PLAN", "--fix", "a.docx"], "text.not_writable"),
        (["PLAN", "PLAN", "--fix", "a.md"], "output.needs_folder"),
        (["PLAN", "--fail-on", "nothing"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(plan, args, code, lang):
    given = [str(plan) if arg == "PLAN" else arg for arg in args]
    day = [] if "--as-of" in args else ["--as-of", DAY]
    done = CliRunner().invoke(app, ["lint", *given, *day, "--lang", lang])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")


def test_today_is_never_assumed(plan):
    done = CliRunner().invoke(app, ["lint", str(plan)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "[argument.missing] --as-of" in done.stderr


def test_files_of_one_name_do_not_overwrite_each_other(plan, tmp_path):
    for name in ("a", "b", "out"):
        (tmp_path / name).mkdir()
    for name in ("a", "b"):
        (tmp_path / name / "x.md").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out"
    done = lint(tmp_path / "a" / "x.md", tmp_path / "b" / "x.md", "--fix", out)
    assert done.exit_code == 2
    assert "[output.exists]" in done.stderr
    assert lint(tmp_path / "a" / "x.md", "--fix", tmp_path / "a").exit_code == 2


def test_what_stands_in_two_paragraphs_of_word_is_left(document, tmp_path):
    path = document("Quyết định của\ncủa của Thủ tướng", "a.docx")
    file = read_text(path)

    def issue(code, start, end):
        return Issue(code=code, severity="warning", span=(start, end), vi="", en="",
                     text=file.text[start:end], suggestion="của", certain=True)  # fmt: skip

    fixer = Fixer.of(tmp_path / "b.docx", Inputs([str(path)], "vi"))
    fixer.write(Linted(file, [issue("W13", 11, 18), issue("W17", 19, 22)]))
    assert read_text(tmp_path / "b.docx").text == file.text
    assert fixer.left == 1
