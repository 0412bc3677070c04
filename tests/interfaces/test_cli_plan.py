"""`dantoc plan`: plans listed, shown, checked, measured, compared, read and as data."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from dantoc_policy import load_plan, plans
from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.plans.check import check_plan
from dantoc_policy.interfaces.plans.check_money import check_money, sums
from dantoc_policy.interfaces.plans.words import FIELDS, KINDS, PHASE_KINDS, bound_text
from dantoc_policy.plans.conflicts import conflicts_between, contradictions
from dantoc_policy.plans.money import Capital, Source, Stage
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.rows import COLUMNS, target_rows

OURS, NATION = "thai-nguyen-2021", "national-2021"
MADE_UP = "examples/data/plan_observations_made_up.csv"
MEASURED = ["--observations", MADE_UP, "--as-of", "2024-12-31"]
YEAR = ["--from", "2025-01-01", "--to", "2025-12-31"]
COMMANDS = {
    "list": [],
    "show": [OURS],
    "check": [OURS, "--against", NATION],
    "targets": [OURS],
    "progress": [OURS, *MEASURED],
    "compare": ["bac-kan-2020", OURS, "--as-of", "2025-07-01"],
    "matrix": [OURS, "--as-of", "2025-08-01"],
    "deadlines": [OURS, *YEAR],
    "funding": ["bac-kan-review-2024"],
}
SMALL = """
id: xa-a-2026
title: Kế hoạch xã A
issued: 2026-01-15
place: vn:xa:01864@2025-07-01
phases:
  - {id: "2030", kind: commitment, period: 2026..2030}
targets:
  - id: water
    phase: "2030"
    indicator: hygienic-water
    comparator: at_least
    value: 90
    unit: percent
    lead: UBND xã
    gist: {vi: từ 90% có nước hợp vệ sinh, en: at least 90% with hygienic water}
"""


def plan(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, ["plan", *map(str, args)])


def answer(*args, status=0):
    done = plan(*args, "--format", "json")
    assert done.exit_code == status, done.output
    return json.loads(done.stdout)


def words(*args, status=0, **options):
    done = plan(*args, **options)
    assert done.exit_code == status, done.output
    return " ".join(done.stdout.split())


def codes(found):
    return {problem["code"] for problem in found["problems"]}


@pytest.fixture
def small(tmp_path):
    """Write a small plan, with changes, and give its path."""

    def write(*changes, more="", name="plan.yaml"):
        text = SMALL + more
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_fits_the_screen(command, lang, width):
    done = plan(command, *COMMANDS[command], "--lang", lang, width=width)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert not [line for line in lines if line != line.rstrip()]


RECORDS = {
    "list": lambda whole: whole,
    "show": lambda whole: [whole],
    "check": lambda whole: whole["problems"],
    "targets": lambda whole: whole,
    "progress": lambda whole: whole["targets"],
    "compare": lambda whole: whole["pairs"],
    "matrix": lambda whole: whole["duties"],
    "deadlines": lambda whole: whole,
    "funding": lambda whole: whole["funding"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_one_json_value_or_one_a_line(command):
    lines = plan(command, *COMMANDS[command], "--format", "jsonl").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert records == RECORDS[command](answer(command, *COMMANDS[command]))
    assert records


# --- list, show, targets ---------------------------------------------------------------------


def test_every_plan_is_listed_and_shown():
    found = {row["id"]: row for row in answer("list")}
    assert tuple(found) == plans()
    for one in plans:
        row = found[one.id]
        assert (row["number"], row["kind"], row["place"]) == (one.number, one.kind, one.place)
        assert row["counts"]["targets"] == len(one.targets)
        shown = answer("show", one.id)
        assert shown["targets"] == list(target_rows(one))
        assert [phase["id"] for phase in shown["phases"]] == [phase.id for phase in one.phases]
        text = words("show", one.id, "--lang", "en")
        assert KINDS[one.kind].en in text
        assert all(PHASE_KINDS[phase.kind].en in text for phase in one.phases)


def test_show_tells_sections_and_who_leads():
    text = words("show", OURS, width="120")
    assert "2021 - 2025 (cam kết)" in text
    assert "Mục II.3" in text
    assert "Sở Nội vụ" in text
    # Nobody leads in a framework, so there is no column for it.
    assert "Chủ trì" not in words("show", "national-2026")


def test_a_plan_is_known_by_its_number_and_by_its_file(small):
    assert answer("show", "303/KH-UBND")["id"] == "bac-kan-2020"
    assert answer("show", small())["id"] == "xa-a-2026"


def test_targets_are_exactly_the_rows():
    rows = answer("targets", OURS)
    assert rows == list(target_rows(plans.get(OURS)))
    assert tuple(rows[0]) == COLUMNS
    kept = answer("targets", OURS, "--phase", "2030", "--indicator", "poverty-rate")
    assert [row["id"] for row in kept] == ["poverty-rate-2030"]


def test_targets_as_csv():
    done = plan("targets", OURS, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert tuple(rows[0]) == COLUMNS
    plain = list(target_rows(plans.get(OURS)))
    assert [row["id"] for row in rows] == [row["id"] for row in plain]
    assert rows[3]["coordinating"] == "; ".join(plain[3]["coordinating"])


@pytest.mark.parametrize(
    ("option", "code"),
    [("--phase", "plan.no_such_phase"), ("--indicator", "plan.no_such_indicator")],
)
def test_targets_of_what_the_plan_has_not(option, code):
    done = plan("targets", OURS, option, "poverty")
    assert done.exit_code == 2
    assert code in done.stderr
    assert {"--phase": "2025", "--indicator": "poverty-rate"}[option] in done.stderr


def test_bounds_in_signs():
    found = {target.id: bound_text(target, "en") for one in plans for target in one.targets}
    assert found["minority-income-2025"] == "> 2 times of 2020"
    assert found["rank-in-region-2025"] == "first"
    assert found["rank-in-country-2030"] == "among the first 15"
    assert found["minority-staff-districts-2025"].startswith("as in ")
    assert all(found.values())


# --- check -----------------------------------------------------------------------------------


def test_what_the_packaged_plans_have():
    found = answer("check", OURS, "--against", NATION)
    assert found["errors"] == 0
    assert codes(found) >= {
        "plan.misprinted",
        "plan.contradiction",
        "plan.weaker",
        "responsibility.no_lead",
        "body.unknown",
    }
    weaker = [one for one in found["problems"] if one["code"] == "plan.weaker"]
    assert [one["place"] for one in weaker] == ["targets[3] (poverty-rate-2025)"]
    assert "88/2019/NQ-QH14" in words("check", OURS)
    assert "plan.weaker" not in codes(answer("check", OURS))


@pytest.mark.parametrize("name", plans())
def test_no_packaged_plan_has_errors(name):
    assert not [one for one in check_plan(plans.get(name)) if one.severity == "error"]


def test_a_sound_plan_has_no_problems(small):
    done = plan("check", small())
    assert done.exit_code == 0
    assert "Không thấy vấn đề nào." in done.stdout


def test_the_template_has_no_errors(tmp_path):
    path = tmp_path / "plan.yaml"
    assert plan("new", path).exit_code == 0
    assert plan("check", path).exit_code == 0


def test_an_unsound_file_tells_all_with_lines(small):
    path = small(("unit: percent", 'unit: "%"'), ('phase: "2030"', 'phase: "2031"'))
    found = answer("check", path, status=1)
    assert (found["plan"], found["errors"]) == (None, 2)
    assert [one["place"].partition(": ")[0] for one in found["problems"]] == [
        "plan.yaml:10",
        "plan.yaml:14",
    ]
    text = words("check", path, "--lang", "en", status=1)
    assert "Did you mean percent?" in text
    assert text.endswith("2 errors, 0 warnings, 0 notes.")


def test_other_commands_stop_at_an_unsound_file_and_tell_all(small):
    path = small(("unit: percent", 'unit: "%"'), ('phase: "2030"', 'phase: "2031"'))
    done = plan("show", path)
    assert done.exit_code == 2
    assert done.stderr.count("plan.yaml:") == 2


@pytest.mark.parametrize("name", ["nothing.yaml", "no-such-plan"])
def test_what_cannot_be_read_at_all(name):
    done = plan("check", name)
    assert done.exit_code == 2
    assert "file.missing" in done.stderr or "plan.unknown" in done.stderr


# What is added to the plan, the problem that it makes, and what stands on the line of the problem.
WRONG = {
    "letters": (
        "documents:\n  - {number: 1719/QĐ-TTG, role: basis}\n",
        "number.letters",
        "1719/QĐ-TTG",
    ),
    "unknown": (
        "documents:\n  - {number: 999/QĐ-TTg, role: basis}\n",
        "document.unknown",
        "999/QĐ-TTg",
    ),
    "day": (
        "documents:\n  - {number: 1719/QĐ-TTg, issued: 2021-10-15}\n",
        "plan.document_day",
        "2021-10-15",
    ),
    "misprint": (
        "documents:\n  - {number: 05/2011/NĐ-CP, printed: 05/2011/NQ-CP}\n",
        "plan.misprinted",
        "05/2011/NQ-CP",
    ),
    "later": (
        "documents:\n  - {number: 417/QĐ-BNNMT, role: basis}\n",
        "plan.document_later",
        "417/QĐ-BNNMT",
    ),
    "expired": (
        "documents:\n  - {number: 50/2016/QĐ-TTg, role: basis}\n",
        "plan.document_expired",
        "50/2016",
    ),
    "body": (
        "assignments:\n  - {row: 1, targets: [water], lead: Phòng Bay}\n",
        "body.unknown",
        "Phòng Bay",
    ),
    "doubled row": (
        """assignments:
  - {row: 1, targets: [water], lead: UBND xã}
  - {row: 1, targets: [water], lead: UBND xã, coordinating: Ban Dân tộc}
""",
        "assignment.row_doubled",
        "Ban Dân tộc",
    ),
    "missing row": (
        "assignments:\n  - {row: 2, targets: [water], lead: UBND xã}\n",
        "assignment.row_missing",
        "assignments:",
    ),
    "not in the appendix": (
        """    section: II
  - {id: two, phase: "2030", indicator: literacy, comparator: qualitative, gist: chữ, section: II}
assignments:
  - {row: 1, targets: [water], lead: UBND xã, section: II}
""",
        "assignment.target_missing",
        "id: two",
    ),
    "only in the appendix": (
        """    also:
      - {section: Phụ lục, value: 90}
  - {id: two, phase: "2030", indicator: literacy, comparator: qualitative, gist: chữ, section: II}
assignments:
  - {row: 1, targets: [water, two], lead: UBND xã, section: Phụ lục}
""",
        "assignment.not_stated",
        "id: two",
    ),
    "two leads": (
        "assignments:\n  - {row: 1, targets: [water], lead: Sở Nội vụ}\n",
        "responsibility.two_leads",
        "id: water",
    ),
    "no lead": (
        """  - {id: two, phase: "2030", indicator: literacy, comparator: qualitative, gist: chữ}
""",
        "responsibility.no_lead",
        "id: two",
    ),
    "units": (
        "observations:\n  - {indicator: hygienic-water, date: 2025, value: 5, unit: km}\n",
        "plan.unlike_units",
        "unit: percent",
    ),
    "sum": (
        """funding:
  - {id: a, stage: planned, amount: 10}
  - {id: b, stage: planned, capital: investment, part_of: a, amount: 6}
  - {id: c, stage: planned, capital: recurrent, part_of: a, amount: 5}
""",
        "money.parts_disagree",
        "id: a,",
    ),
    "rate": (
        """funding:
  - {id: a, stage: available, amount: 478 tỷ đồng}
  - {id: b, stage: disbursed, of: a, amount: 94 tỷ đồng, rate: 25}
""",
        "money.rate_disagrees",
        "rate: 25",
    ),
    "share": (
        """funding:
  - {id: a, stage: planned, amount: 100}
  - {id: b, stage: planned, of: a, amount: 20, rate: 25}
""",
        "money.rate_disagrees",
        "rate: 25",
    ),
    "paid": (
        """funding:
  - {id: a, stage: available, amount: 10}
  - {id: b, stage: disbursed, of: a, amount: 11}
""",
        "money.over_available",
        "id: b,",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_with_its_line(small, case):
    more, code, stands = WRONG[case]
    path = small(more=more)
    lines = path.read_text(encoding="utf-8").splitlines()
    [line] = [at for at, text in enumerate(lines, 1) if stands in text]
    done = plan("check", path, "--format", "json")
    problems = json.loads(done.stdout)["problems"]
    places = [one["place"] for one in problems if one["code"] == code]
    assert [place.partition(": ")[0] for place in places] == [f"plan.yaml:{line}"], problems
    errors = any(one["severity"] == "error" for one in problems)
    assert done.exit_code == (1 if errors else 0)
    for lang in ("vi", "en"):
        assert f"[{code}]" in plan("check", path, "--lang", lang).stdout


def test_a_contradiction_and_a_weaker_target(small):
    also = "    also:\n      - {section: III, value: 95}\n"
    found = answer("check", small(more=also), "--against", "national-2021")
    assert codes(found) >= {"plan.contradiction"}
    low = small(
        ("value: 90", "value: 5"),
        ("hygienic-water", "new-rural-communes"),
        ("at_least", "reach"),
        ("    unit: percent", "    unit: percent\n    population: communes"),
    )
    assert codes(answer("check", low, "--against", "national-2026")) == {"plan.weaker"}
    text = words("check", low, "--against", "national-2026")
    assert "“water” thấp hơn 257/2025/QH15" in text


def test_parts_that_are_open_are_no_disagreement():
    def money(**parts):
        rows = [{"id": "a", "stage": "planned", "amount": 10, **parts.pop("whole", {})}]
        rows += [
            {"id": key, "stage": "planned", "part_of": "a", "capital": "investment", **part}
            for key, part in parts.items()
        ]
        return Plan(id="p", title="p", funding=rows)

    def agrees(**parts):
        return [one.agrees for one in sums(money(**parts))]

    assert agrees(b={"amount": 4}, c={"amount": 6}) == [True]
    assert agrees(b={"amount": 4}, c={"amount": 5}) == [False]
    assert agrees(b={"amount": 4}, c={"amount": None}) == [None]
    assert agrees(b={"amount": 14}, c={"amount": None}) == [False]
    assert agrees(b={"amount": 4}, c={"amount": 5}, whole={"comparator": "at_most"}) == [None]
    assert agrees(b={"amount": 4}, c={"amount": 7}, whole={"comparator": "at_least"}) == [None]
    assert agrees(b={"amount": 4}, c={"amount": 5, "comparator": "above"}) == [None]
    assert agrees(b={"amount": 4}, c={"amount": 7, "comparator": "above"}) == [False]
    # Two divisions of one whole, by capital and by source, are two sums.
    two = money(
        b={"amount": 10},
        c={"amount": 10, "capital": "all", "source_of_funds": "central"},
    )
    assert [one.agrees for one in sums(two)] == [True, True]
    # What differs from the whole in nothing is the rest of a division.
    rest = money(b={"amount": 4}, c={"amount": 6, "capital": "all"})
    assert [one.agrees for one in sums(rest)] == [True]
    assert not list(check_money(rest))


def test_every_field_of_a_conflict_has_its_words():
    found = [*conflicts_between(list(plans))]
    found += [one for plan in plans for one in contradictions(plan)]
    assert {field for one in found for field in one.fields} <= set(FIELDS)


# --- progress --------------------------------------------------------------------------------


def test_progress_by_a_sheet():
    found = answer("progress", OURS, *MEASURED)
    status = {row["target"]: row["status"] for row in found["targets"]}
    assert status["hygienic-water-2025"] == "on_track"
    assert status["minority-income-2025"] == "behind"
    assert status["solid-schools-2025"] == "met"
    assert sum(found["counts"].values()) == len(status) == len(plans.get(OURS).targets)
    assert found["observations"][0]["rejected"] == 0
    text = words("progress", OURS, *MEASURED, width="120")
    assert "đúng tiến độ" in text
    assert "Chưa có số liệu trong kỳ" in text


def test_progress_needs_its_day():
    done = plan("progress", OURS)
    assert done.exit_code == 2
    assert "argument.missing" in done.stderr


def test_a_plan_is_measured_by_its_own_figures():
    found = answer("progress", NATION, "--as-of", "2025-12-31")
    assert found["counts"]["met"] >= 1
    assert {seen["indicator"] for seen in found["unused"]} >= {"value-chain-projects"}


def test_figures_of_the_nation_are_none_of_a_province():
    found = answer("progress", OURS, "--observations", NATION, "--as-of", "2025-12-31")
    assert found["counts"]["not_measurable"] == len(found["targets"])
    # Two figures that the national plan holds are those of this province.
    of_nation = [seen for seen in plans.get(NATION).observations if seen.place == "vn"]
    assert len(found["elsewhere"]) == len(of_nation)
    assert "Số liệu của địa bàn khác" in words(
        "progress", OURS, "--observations", NATION, "--as-of", "2025-12-31"
    )


def test_bad_rows_are_told_and_the_others_used(sheet):
    path = sheet(
        "indicator,date,value,unit\n"
        "hygienic-water,2020,90,%\n"
        "hygienic-watr,2021,90,%\n"
        "hygienic-water,2024,95,%\n"
    )
    done = plan("progress", OURS, "--observations", path, "--as-of", "2024-12-31", "--lang", "en")
    assert done.exit_code == 1
    assert "A3 (indicator): there is no indicator “hygienic-watr”" in done.stderr
    assert "on track" in done.stdout


def test_unlike_units_are_told_by_target(sheet):
    path = sheet("indicator,date,value,unit\nhygienic-water,2020,90,%\nhygienic-water,2024,9,km\n")
    found = answer("progress", OURS, "--observations", path, "--as-of", "2024-12-31")
    [water] = [row for row in found["targets"] if row["target"] == "hygienic-water-2025"]
    assert [one["code"] for one in water["notes"]] == ["plan.unlike_units"]
    assert "km" in words("progress", OURS, "--observations", path, "--as-of", "2024-12-31")


# --- compare, matrix, deadlines, funding -----------------------------------------------------


def test_compare():
    found = answer("compare", OURS, NATION)
    by_target = {pair["ours"]: pair for pair in found["pairs"]}
    assert by_target["poverty-rate-2025"]["strength"] == "weaker"
    assert "competing" not in found
    text = words("compare", OURS, NATION, "--lang", "en")
    assert "Weaker" in text
    assert "Only there" in text


def test_competing_targets_since_the_merger():
    before = answer("compare", "bac-kan-2020", OURS, "--as-of", "2025-06-30")
    after = answer("compare", "bac-kan-2020", OURS, "--as-of", "2025-07-01")
    assert before["competing"] == []
    assert "hygienic-water" in {one["indicator"] for one in after["competing"]}
    assert "Không có chỉ tiêu nào" in words(
        "compare", "bac-kan-2020", OURS, "--as-of", "2025-06-30"
    )
    text = words("compare", "bac-kan-2020", OURS, "--as-of", "01/7/2025")
    assert "Ngày 01/7/2025, cùng áp cho một địa bàn Tỉnh Thái Nguyên" in text


def test_matrix():
    found = answer("matrix", OURS, "--as-of", "2025-08-01")
    load = {row["body"]: row["leads"] for row in found["load"]}
    assert load["Sở Nội vụ"] == 7
    heirs = {one["of"]: one["heir"]["vi"] for one in found["ended"] if one["role"] == "lead"}
    assert heirs["poverty-rate-2025"] == ["Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên"]
    assert "ended" not in answer("matrix", OURS)
    text = words("matrix", OURS)
    assert "Chưa có cơ quan chủ trì (14)" in text
    assert "Không còn vào ngày" not in text
    assert "Cơ quan nào cũng còn." in words("matrix", OURS, "--as-of", "2022-01-01")


def test_deadlines_and_their_calendar(tmp_path):
    calendar = tmp_path / "plan.ics"
    found = answer("deadlines", "bac-kan-2020", *YEAR)
    days = [one["day"] for one in found if one["kind"] == "report"]
    assert "2025-12-15" in days
    done = plan("deadlines", "bac-kan-2020", *YEAR, "--ics", calendar)
    assert done.exit_code == 0
    assert str(calendar) in done.stdout
    written = calendar.read_text(encoding="utf-8")
    assert written.count("BEGIN:VEVENT") == len(found)
    text = words("deadlines", "bac-kan-2020", *YEAR)
    assert "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên (văn bản ghi: Ban Dân tộc tỉnh)" in text
    empty = ["--from", "2019-01-01", "--to", "2019-12-31"]
    assert "Không có gì đến hạn." in words("deadlines", "bac-kan-2020", *empty)


@pytest.mark.parametrize(
    "given",
    [
        ["--from", "2025-01-01"],
        ["--to", "2025-01-01"],
        ["--from", "x", "--to", "2025-01-01"],
        ["--from", "2025-02-01", "--to", "2025-01-01"],
    ],
)
def test_deadlines_need_two_days(given):
    done = plan("deadlines", OURS, *given)
    assert done.exit_code == 2
    assert done.stderr.startswith("lỗi [")


def test_funding():
    found = answer("funding", "bac-kan-review-2024")
    assert [round(rate["percent"], 1) for rate in found["rates"]] == [19.7, 2.7]
    assert [rate["agrees"] for rate in found["rates"]] == [True, True]
    nation = answer("funding", "national-2026")
    assert [one["agrees"] for one in nation["sums"]] == [True, True, True]
    assert nation["problems"] == []
    assert "≈ 1.044.000 tỷ đồng" in words("funding", "national-2026")
    assert "nearly 20%, fits" in words("funding", "bac-kan-review-2024", "--lang", "en")
    assert "Kế hoạch không nêu kinh phí." in words("funding", "bac-kan-2020")


def test_funding_that_does_not_fit(small):
    more = WRONG["rate"][0]
    assert "không khớp" in words("funding", small(more=more))
    assert "does not fit" in words("funding", small(more=more), "--lang", "en")


def test_every_kind_of_money_has_its_words():
    from dantoc_policy.interfaces.plans.words import CAPITALS, SOURCES, STAGES

    for known, kinds in ((CAPITALS, Capital), (SOURCES, Source), (STAGES, Stage)):
        assert set(known) == set(kinds.__args__)


# --- new -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_new_writes_the_template_once(tmp_path, lang):
    path = tmp_path / "plan.yaml"
    assert plan("new", path, "--lang", lang).exit_code == 0
    assert load_plan(path).issued == date(2026, 1, 15)
    before = path.read_bytes()
    done = plan("new", path)
    assert done.exit_code == 2
    assert "output.exists" in done.stderr
    assert path.read_bytes() == before


def test_new_names_its_files_itself(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert plan("new").exit_code == 0
    assert plan("new", "--observations", OURS).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ke-hoach.yaml",
        f"{OURS}-observations.xlsx",
    ]
