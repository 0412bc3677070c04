"""Plan files: exact reading, every problem with its line, round trips, schema, template."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import dantoc_policy as dp
from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.plans.field_words import field_words, parts
from dantoc_policy.interfaces.plans.json_form import read_json
from dantoc_policy.interfaces.plans.located import steps_of
from dantoc_policy.interfaces.plans.problems import PlanFileError
from dantoc_policy.interfaces.plans.read import read_with_lines
from dantoc_policy.interfaces.plans.schema import SCHEMA_FILE, plan_schema
from dantoc_policy.interfaces.plans.template import plan_template, write_plan_template
from dantoc_policy.interfaces.plans.wording import worded
from dantoc_policy.interfaces.plans.write import plan_text, write_plan
from dantoc_policy.interfaces.plans.yaml_form import read_yaml
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.testing.plans import plans

HEAD = """\
id: p
title: Kế hoạch
phases:
  - {id: "2025", kind: commitment, period: 2021..2025}
"""
TARGET = """\
targets:
  - id: water
    phase: "2025"
    indicator: hygienic-water
    comparator: reach
    value: 98
    unit: percent
    gist: nước hợp vệ sinh
"""
SCHEMA = jsonschema.Draft202012Validator(plan_schema())


@pytest.fixture
def load(tmp_path):
    """Load a text as a plan file."""

    def loaded(text, name="ke-hoach.yaml"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return dp.load_plan(file)

    return loaded


@pytest.fixture
def problems(load):
    """Give what is wrong with a text."""

    def found(text, name="ke-hoach.yaml"):
        with pytest.raises(PlanFileError) as caught:
            load(text, name)
        return caught.value.problems

    return found


def replaced(old, new):
    assert (HEAD + TARGET).count(old) == 1
    return (HEAD + TARGET).replace(old, new)


# --- which plan ---------------------------------------------------------------------------


def test_a_packaged_plan_is_loaded_by_name_or_number():
    assert dp.load_plan("bac-kan-2020") is dp.plans.get("bac-kan-2020")
    assert dp.load_plan("303/KH-UBND") is dp.plans.get("bac-kan-2020")


@pytest.mark.parametrize("name", ["ke-hoach.yaml", "ke-hoach.YML"])
def test_a_path_may_be_a_text_or_a_path(tmp_path, name):
    file = tmp_path / name
    file.write_text(HEAD, encoding="utf-8")
    assert dp.load_plan(str(file)) == dp.load_plan(file)
    assert dp.load_plan(file).id == "p"


def test_a_name_that_is_nothing_names_what_there_is():
    with pytest.raises(InputError, match="bac-kan-2020") as caught:
        dp.load_plan("bac-kan")
    assert caught.value.code == "plan.unknown"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.yaml", None, "file.missing"),
        ("a.yaml", b"", "file.empty"),
        ("a.json", b" \n", "file.empty"),
        ("a.txt", b"id: p", "file.unknown_format"),
        ("a", b"id: p", "file.unknown_format"),
        ("a.yaml", "id: Kế".encode("utf-16"), "file.encoding"),
        ("a.yaml", "id: K\xea".encode("cp1252"), "file.encoding"),
        ("a\0.yaml", None, "file.unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_at_all(tmp_path, name, content, code):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        dp.load_plan(file)
    assert (caught.value.code, caught.value.problem.place) == (code, name)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InputError) as caught:
        dp.load_plan(tmp_path)
    assert caught.value.code == "file.not_a_file"


@pytest.mark.parametrize("ending", ["", ".yaml"])
@pytest.mark.parametrize("kind", [str, Path])
def test_a_name_that_no_file_can_have(ending, kind):
    with pytest.raises(InputError) as caught:
        dp.load_plan(kind("x" * 5000 + ending))
    assert caught.value.code == "file.unreadable"
    assert caught.value.problem.place == "x" * 60 + "…"


@pytest.mark.parametrize("name", ["a/" * 5000 + "b", "a/" * 5000 + "b.yaml"])
def test_a_path_that_no_file_can_have(name):
    with pytest.raises(InputError) as caught:
        dp.load_plan(name)
    # Some versions of Python say of such a path that it is not there.
    assert caught.value.code in ("file.unreadable", "plan.unknown")


def test_a_path_that_leads_to_no_file(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "round.yaml").symlink_to(tmp_path / "round.yaml")
    for path, code in (("a.yaml/b.yaml", "file.missing"), ("round.yaml", "file.unreadable")):
        with pytest.raises(InputError) as caught:
            dp.load_plan(str(tmp_path / path))
        assert caught.value.code == code


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    # No file mode keeps root out.
    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(InputError) as caught:
        dp.load_plan(tmp_path / "a.yaml")
    assert caught.value.code == "file.not_permitted"


def test_a_byte_order_mark_is_no_part_of_the_text(load):
    assert load(b"\xef\xbb\xbf" + HEAD.encode()).id == "p"


def test_json_needs_no_yaml_and_yaml_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml", None)
    plan = dp.plans.get("bac-kan-2020")
    write_plan(plan, tmp_path / "a.json")
    assert dp.load_plan(tmp_path / "a.json") == plan
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    for call in (lambda: dp.load_plan(tmp_path / "a.yaml"), lambda: plan_text(plan)):
        with pytest.raises(MissingExtraError, match=r"dantoc-policy\[yaml\]"):
            call()


# --- values as they are written -----------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("26.70", Decimal("26.70")),
        ("0.1", Decimal("0.1")),
        ("-1.5e+3", Decimal("-1.5e+3")),
        ("98", 98),
        ("0", 0),
        ("-5", -5),
        ("-0", "-0"),
        ("1.000", "1.000"),  # for one who writes Vietnamese, a thousand
        ("1000.000", Decimal("1000.000")),
        ("1.00", Decimal("1.00")),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        ("1:30", "1:30"),
        ("1/2", "1/2"),
        ('"98"', "98"),
        ("2021..2025", "2021..2025"),
        ("2020-06-04", date(2020, 6, 4)),
        ('"2020-06-04"', "2020-06-04"),
        ("2020-02-30", "2020-02-30"),
        ("2020-06-04 10:00:00", "2020-06-04 10:00:00"),
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("on", "on"),
        ("~", None),
        ("", None),
        ("null", None),
        (".inf", ".inf"),
        ("1.0e+999999999", "1.0e+999999999"),
        ("!!python/object:os.system x", "x"),
    ],
)
def test_yaml_values_stay_as_they_are_written(written, read):
    data = read_yaml(Path("a.yaml"), f"a: {written}\n").data
    assert data == {"a": read}
    assert type(data["a"]) is type(read)


def test_the_names_of_fields_are_texts():
    assert read_yaml(Path("a.yaml"), "2025: a\nno: b\n").data == {"2025": "a", "no": "b"}


@pytest.mark.parametrize(
    ("written", "exact"),
    [("26.70", "267/10"), ("0.1", "1/10"), ("1/3", "1/3"), ('"26.7"', "267/10"), ("1e2", "100")],
)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_numbers_reach_the_record_exactly(load, written, exact, form):
    if form == "json":
        written = f'"{written}"' if "/" in written else written
        text = json.dumps(read_yaml(Path("a"), HEAD + TARGET).data).replace("98", written)
    else:
        text = replaced("98", written)
    assert load(text, f"a.{form}").targets[0].value == Fraction(exact)


def test_a_list_that_is_named_once_may_stand_in_two_places(load):
    tasks = """\
tasks:
  - {id: a, section: I, gist: g, lead: &who [Sở Y tế, các xã]}
  - {id: b, section: I, gist: g, lead: *who}
"""
    assert [task.lead for task in load(HEAD + tasks).tasks] == [("Sở Y tế", "các xã")] * 2


# --- problems of the form -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        ("id: p\ntitle: [a\nb: c", "a.yaml:3", "quotes"),
        ("id: p\ntitle: %x", "a.yaml:2", "quotes"),
        ("id: p\ntitle: a: b", "a.yaml:2", "quotes"),
        ("id: p\nphases:\n\t- a", "a.yaml:3", "spaces"),
        ("id: p\n---\nid: q", "a.yaml:2", "One plan a file"),
        ("a: &a {b: 1}\nc:\n  <<: *a", "a.yaml:3", "Write out"),
        ("id: p\nline: " + "9" * 5000, "a.yaml:2", ""),
        ('id: p\ntitle: "\\ud800"', "a.yaml:2", ""),
        ('id: p\n"\\ud800": t', "a.yaml:2", ""),
        ("id: p\n? [a]\n: b", "a.yaml:2", ""),
        ("id: p\na: \x01", "a.yaml:2", ""),
        ("id: p\na: &a [*a]", "a.yaml:2", ""),
        ("id: p\na: &a {b: *a}", "a.yaml:2", ""),
        ("id: p\na: *b", "a.yaml:2", ""),
        ("[" * 5000, "a.yaml", ""),
    ],
)
def test_what_is_no_yaml_has_its_line(load, text, place, mend):
    with pytest.raises(InputError) as caught:
        load(text, "a.yaml")
    assert not isinstance(caught.value, PlanFileError)
    assert (caught.value.code, caught.value.problem.place) == ("yaml.unreadable", place)
    assert mend in caught.value.message("en")


def test_aliases_do_not_grow_without_bound(load):
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 10)]
    with pytest.raises(InputError) as caught:
        load("\n".join(rows))
    assert caught.value.code == "yaml.unreadable"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"id": "p",\n "a": }', "a.json:2"),
        ('{"id": NaN}', "a.json"),
        ("[" * 100_000, "a.json"),
        ('{"id": ' + "9" * 5000 + "}", "a.json"),
        ('{"id": "p",\n "title": "\\ud800"}', "a.json:2"),
        ('{"id": "p",\n "\\udc00\\ud800": 1}', "a.json:2"),
    ],
)
def test_what_is_no_json_has_its_line(load, text, place):
    with pytest.raises(InputError) as caught:
        load(text, "a.json")
    assert (caught.value.code, caught.value.problem.place) == ("json.unreadable", place)


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.yaml", "- id: p"), ("a.yaml", "# chưa có gì"), ("a.yaml", "a"), ("a.json", "[]")],
)
def test_a_file_that_is_no_plan(problems, name, text):
    (found,) = problems(text, name)
    assert (found.code, found.place) == ("plan.not_a_plan", f"{name}:1")


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_field_is_there_once(problems, form):
    text = {
        "yaml": HEAD + TARGET.replace("    gist", "    value: 97\n    gist"),
        "json": '{"id": "p",\n"title": "t",\n"phases": [],\n"title": "u"}',
    }[form]
    (found,) = problems(text, f"a.{form}")
    assert found.code == "plan.field_doubled"
    line, first, way = {"yaml": (12, 10, "targets[0].value"), "json": (4, 2, "title")}[form]
    assert found.place == f"a.{form}:{line}: {way}"
    assert f"line {first} " in found.en
    assert f"dòng {first}." in found.vi


# --- problems of what it says -------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "mends"),
    [
        ("id: p\n", "id: Xã A\n", "plan.wrong_form", "1: id", ["“ho-ngheo-2025”"]),
        ("title: Kế hoạch\n", "", "plan.field_missing", "1: title", ["title: …"]),
        (
            "title: Kế hoạch",
            "titel: Kế hoạch",
            ["plan.field_missing", "plan.field_unknown"],
            ["1: title", "2: titel"],
            ["title"],
        ),
        ("unit:", "colour:", "plan.field_unknown", "11: targets[0].colour", ["unit"]),
        ("unit: percent", "unit: '%'", "plan.value_unknown", "11: targets[0].unit", ["percent?"]),
        ("unit: percent", "unit: hộ", "plan.value_unknown", "11: targets[0].unit", ["households?"]),
        ("unit: percent", "unit: pct", "plan.value_unknown", "11: targets[0].unit", ["percent"]),
        ("reach", "above_all", "plan.value_unknown", "9: targets[0].comparator", ["above", "rank"]),
        ("reach", "'>='", "plan.value_unknown", "9: targets[0].comparator", ["at_least?"]),
        ("commitment", "x", "plan.value_unknown", "4: phases[0].kind", ["orientation"]),
        ("value: 98", "value: 26,7", "number.unreadable", "10: targets[0].value", ["26.7"]),
        ('"2025"\n', "2025\n", "plan.wrong_form", "7: targets[0].phase", ['"2025"']),
        ('"2025"\n', '"2052"\n', "plan.unknown_key", "7: targets[0].phase", ["2025"]),
        (
            "hygienic-water",
            "hygenic-water",
            "plan.unknown_key",
            "8: targets[0].indicator",
            ["hygienic-water"],
        ),
        ("2021..2025", "2021..", "plan.phase_open", "4: phases[0]", ["2021..2025"]),
        ("2021..2025", "2025..2021", "period.reversed", "4: phases[0].period", []),
        ("2021..2025", "sau", "period.unreadable", "4: phases[0].period", ["2021..2025"]),
        (
            "value: 98",
            "value: 98\n    due_year: x",
            "plan.wrong_form",
            "11: targets[0].due_year",
            [],
        ),
        ("value: 98", "value: 98\n    line: 0", "plan.wrong_form", "11: targets[0].line", []),
        (
            "value: 98",
            "value: 98\n    lead: 3",
            "plan.wrong_form",
            "11: targets[0].lead",
            ["[a, b]"],
        ),
        (
            "value: 98",
            "value: 98\n    verified: ja",
            "plan.wrong_form",
            "11: targets[0].verified",
            [],
        ),
        ("nước hợp vệ sinh", "{vi: nước, sạch, en: w}", "plan.text", "12: targets[0].gist", []),
        ("nước hợp vệ sinh", "", "plan.wrong_form", "12: targets[0].gist", []),
        ("98", "", "plan.value_missing", "10: targets[0].value", ["qualitative"]),
        ("    value: 98\n", "", "plan.value_missing", "6: targets[0].value", ["qualitative"]),
        ("id: p\n", "id: p\nissued: 20200604\n", "date.unreadable", "2: issued", ["2021-06-04"]),
        ("id: p\n", "id: p\nissued: 4/6/2020\n", "date.unreadable", "2: issued", ["2021-06-04"]),
        ("id: p\n", "id: p\nissued: 2020-02-30\n", "date.unreadable", "2: issued", ["2021-06-04"]),
        ("id: p\n", "id: p\ntasks: a\n", "plan.wrong_form", "2: tasks", ["[a, b]"]),
        ("id: p\n", "id: p\ntasks: [a]\n", "plan.wrong_form", "2: tasks[0]", ["{id: …, …}"]),
        (
            "id: p\n",
            "id: p\nfunding: [{id: a, stage: planned, amount: 94.5}]\n",
            "money.not_whole",
            "2: funding[0].amount",
            ["94,5 tỷ đồng"],
        ),
        (
            "id: p\n",
            "id: p\nfunding: [{id: a, stage: planned, amount: -5}]\n",
            "money.negative",
            "2: funding[0].amount",
            [],
        ),
        ("value: 98", "value: 1.000", "number.two_ways", "10: targets[0].value", ["1000", " 1"]),
        ("value: 98", "value: '1.000'", "number.two_ways", "10: targets[0].value", ["1000"]),
        (
            "value: 98",
            "value: 98\n    due_year: 2999",
            "plan.wrong_form",
            "11: targets[0].due_year",
            [],
        ),
        (
            "id: p\n",
            "id: p\nassignments:\n - {row: 1, targets: [], lead: x}\n",
            "plan.wrong_form",
            "3: assignments[0].targets",
            [],
        ),
        (
            "id: p\n",
            "id: p\nassignments:\n - row: 1\n   targets:\n    - water\n    - watre\n   lead: x\n",
            "plan.unknown_key",
            "6: assignments[0].targets[1]",
            ["water"],
        ),
    ],
)
def test_each_problem_has_code_line_and_mend(problems, old, new, code, place, mends):
    found = problems(replaced(old, new))
    assert [one.code for one in found] == ([code] if isinstance(code, str) else code)
    places = [place] if isinstance(place, str) else place
    assert [one.place for one in found] == [f"ke-hoach.yaml:{one}" for one in places]
    for mend in mends:
        assert mend in found[-1].mend_vi
        assert mend in found[-1].mend_en
    for one in found:
        assert one.vi != one.en
        assert one.mend_vi != one.mend_en or not one.mend_vi
        assert "Input should" not in one.vi + one.en


def test_a_word_of_a_list_is_neither_nothing_nor_a_list(problems):
    seen = "observations:\n  - {indicator: literacy, date: 2021, value: 9, unit: UNIT}\n"
    (empty,) = problems(HEAD + seen.replace("UNIT", ""))
    assert (empty.code, empty.place) == ("plan.wrong_form", "ke-hoach.yaml:6: observations[0].unit")
    assert empty.en == "must not be empty."
    (listed,) = problems(HEAD + seen.replace("UNIT", "[percent]"))
    assert listed.code == "plan.value_unknown"
    assert "['percent']" in listed.vi


def test_a_text_that_is_a_list_is_told_without_its_value(problems):
    (found,) = problems(replaced("title: Kế hoạch", "title: Kế hoạch\nissuer: [a]"))
    assert (found.vi, found.mend_vi) == ("phải là một chuỗi.", "")


def test_what_has_no_words_of_ours_is_still_told():
    item = {"type": "new_kind", "msg": "Input should be new", "input": "x" * 99}
    found = worded(item, None, "unit")
    assert found.code == "plan.wrong_form"
    assert found.en == f"“{'x' * 60}…” cannot be used (Input should be new)."


def test_a_missing_field_says_what_it_is(problems):
    (found,) = problems(replaced(", period: 2021..2025", ""))
    assert found.place == "ke-hoach.yaml:4: phases[0].period"
    meant = field_words("Phase", "period")
    assert meant.vi in found.vi
    assert meant.en in found.en


def test_all_problems_are_told_at_once_in_the_order_of_the_file(problems):
    text = """\
id: p
titel: x
phases:
  - {id: "2025", kind: commitment, period: 2021..2025}
  - {id: "2025", kind: orientation, period: 2026..2030}
targets:
  - {id: a, phase: "2025", indicator: nope, comparator: trên, value: 1, unit: percent, gist: g}
  - id: b
    phase: "2030"
    indicator: hygienic-water
    comparator: range
    value: 5
    value_high: 3
    basis: times_baseline
    unit: percent
    gist: g
    gist: h
assignments:
  - {row: 1, targets: [a, c, 5], lead: x}
"""
    found = problems(text)
    assert [(one.place.removeprefix("ke-hoach.yaml:"), one.code) for one in found] == [
        ("1: title", "plan.field_missing"),
        ("2: titel", "plan.field_unknown"),
        ("5: phases[1].id", "plan.doubled"),
        ("7: targets[0].comparator", "plan.value_unknown"),
        ("7: targets[0].indicator", "plan.unknown_key"),
        ("8: targets[1].baseline_year", "plan.baseline_missing"),
        ("9: targets[1].phase", "plan.unknown_key"),
        ("13: targets[1].value_high", "plan.range_reversed"),
        ("15: targets[1].unit", "plan.unit_of_basis"),
        ("17: targets[1].gist", "plan.field_doubled"),
        ("19: assignments[0].targets[2]", "plan.wrong_form"),
        ("19: assignments[0].targets[1]", "plan.unknown_key"),
    ]


def test_the_error_has_all_and_leads_with_the_first(load):
    with pytest.raises(PlanFileError) as caught:
        load(replaced("value: 98", "value: x").replace("id: p\n", "id: P\n"))
    error = caught.value
    assert error.problem is error.problems[0]
    assert error.code == "plan.wrong_form"
    assert isinstance(error, InputError)
    lines = error.message("vi").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["ke-hoach.yaml:1:", "ke-hoach.yaml:10:"]
    assert str(error).count("\n") == 1
    assert "[number.unreadable]" in str(error)


def test_a_sound_plan_has_its_lines(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD + TARGET, encoding="utf-8")
    plan, located = read_with_lines(tmp_path / "a.yaml")
    assert plan == dp.load_plan(tmp_path / "a.yaml")
    assert located.place(steps_of("targets.0.unit")) == "a.yaml:11: targets[0].unit"
    assert located.place(steps_of("targets.0.lead")) == "a.yaml:6: targets[0].lead"
    assert located.place(steps_of("tasks.9")) == "a.yaml:1: tasks[9]"
    assert located.place(steps_of("")) == "a.yaml:1"


def test_json_has_lines_too(problems):
    text = json.dumps(
        read_yaml(Path("a"), replaced("percent", "percents")).data, indent=1, ensure_ascii=False
    )
    (found,) = problems(text, "a.json")
    line = 1 + text[: text.index('"unit"')].count("\n")
    assert found.place == f"a.json:{line}: targets[0].unit"


JSON_TEXTS = st.text() | st.sampled_from(['"', "\\", "{", "[", "a: b", "\n", ","])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | JSON_TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(JSON_TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(JSON_VALUES, st.sampled_from([None, 0, 2]))
def test_every_entry_of_json_has_a_line(value, indent):
    text = json.dumps(value, indent=indent)
    found = read_json(Path("a.json"), text)
    assert found.data == value
    assert not found.problems
    expected = {(): 1}

    def walk(value, steps):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in items:
            expected[(*steps, step)] = None
            if isinstance(item, dict | list):
                walk(item, (*steps, step))

    if isinstance(value, dict | list):
        walk(value, ())
    assert set(found.lines) == set(expected)
    if indent is not None and isinstance(value, dict):
        # With an indent every entry is on its own line.
        assert len(set(found.lines.values())) == len(found.lines)


# --- writing ------------------------------------------------------------------------------


@settings(max_examples=60)
@given(plans())
def test_plans_survive_yaml_and_json(drawn):
    assert Plan.model_validate(read_yaml(Path("a"), plan_text(drawn)).data) == drawn
    text = plan_text(drawn, "json")
    assert Plan.model_validate(read_json(Path("a"), text).data) == drawn
    SCHEMA.validate(json.loads(text))


@pytest.mark.parametrize("name", dp.plans())
@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_packaged_plans_survive_files(tmp_path, name, ending):
    plan = dp.plans.get(name)
    write_plan(plan, tmp_path / f"plan{ending}")
    assert dp.load_plan(tmp_path / f"plan{ending}") == plan


@pytest.mark.parametrize("ending", [".yaml", ".json"])
@pytest.mark.parametrize("text", ["a\x85b", "a\u2028b", "a\nb", "<<", "1.000", "\ufeffa", "😀"])
def test_texts_survive_files(tmp_path, ending, text):
    plan = Plan.model_validate({"id": "p", "title": "t", "number": text})
    write_plan(plan, tmp_path / f"plan{ending}")
    assert dp.load_plan(tmp_path / f"plan{ending}").number == text


@pytest.mark.parametrize("ending", [".yaml", ".json"])
@pytest.mark.parametrize(
    "amount",
    ["1e99", "-1e-99", "9" * 100, "0." + "1234567890" * 9, "1/" + "7" * 100, "1.25e-90", "1e22"],
)
def test_what_is_read_can_be_read_again(load, tmp_path, ending, amount):
    plan = load(replaced("value: 98", f"value: {amount}"))
    write_plan(plan, tmp_path / f"plan{ending}")
    assert dp.load_plan(tmp_path / f"plan{ending}") == plan


@pytest.mark.parametrize("amount", [10**100, -(10**100), Fraction(1, 10**100), "1/1e9"])
def test_what_could_not_be_read_again_is_no_amount(amount):
    part = read_yaml(Path("a"), HEAD + TARGET).data
    part["targets"][0]["value"] = amount
    with pytest.raises(ValidationError, match=r"number\.(too_large|unreadable)"):
        Plan.model_validate(part)


def test_money_beyond_all_sense_is_refused(problems):
    money = "funding: [{id: a, stage: planned, amount: MONEY}]\n"
    (found,) = problems(HEAD + money.replace("MONEY", "9" * 101))
    assert found.code == "number.too_large"


def test_half_of_a_character_is_not_written(tmp_path):
    file = tmp_path / "plan.json"
    file.write_text("{}", encoding="utf-8")
    plan = Plan.model_validate({"id": "p", "title": "Kế hoạch \ud800"})
    for call in (lambda: write_plan(plan, file), lambda: plan_text(plan, "yaml")):
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.code == "plan.text"
        assert "\\ud800" in caught.value.message("vi")
    assert file.read_text("utf-8") == "{}"


def test_what_is_written_is_what_people_write():
    text = plan_text(Plan.model_validate(read_yaml(Path("a"), plan_template()).data))
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\nid: xa-a-2026\n")
    assert "\nissued: 2026-01-15\n" in text
    assert "\ntitle: Kế hoạch công tác dân tộc xã A giai đoạn 2026 - 2030\n" in text
    assert '\n  - id: "2030"\n    kind: commitment\n' in text
    assert "\n    value: 98.5\n" in text
    assert "null" not in text
    assert plan_text(dp.plans.get("bac-kan-2020"), schema=None).startswith("id: ")


def test_a_plan_is_written_to_yaml_and_json_only(tmp_path):
    with pytest.raises(InputError) as caught:
        write_plan(dp.plans.get("bac-kan-2020"), tmp_path / "plan.txt")
    assert caught.value.code == "file.unknown_format"
    with pytest.raises(InputError) as caught:
        write_plan(dp.plans.get("bac-kan-2020"), tmp_path / "none" / "plan.json")
    assert caught.value.code == "output.unwritable"
    with pytest.raises(InputError) as caught:
        write_plan(dp.plans.get("bac-kan-2020"), tmp_path / "a\0.json")
    assert caught.value.code == "output.unwritable"


# --- schema -------------------------------------------------------------------------------


def test_the_schema_is_a_schema_with_an_identifier():
    schema = plan_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA_FILE
    assert ">>>" not in json.dumps(schema)


@pytest.mark.parametrize("name", dp.plans())
def test_packaged_plans_are_of_the_schema(name):
    SCHEMA.validate(dp.plans.row(name))
    SCHEMA.validate(dp.plans.get(name).to_dict())


def plain(text):
    """Give a YAML text as editors see it: days are texts."""
    return json.loads(json.dumps(read_yaml(Path("a"), text).data, default=str))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: p\n", ""),
        ("id: p\n", "id: Xã A\n"),
        ("title: Kế hoạch", "titel: Kế hoạch"),
        ("title: Kế hoạch", "title: {en: a}"),
        ("title: Kế hoạch", "title: {vi: a, b, en: c}"),
        ("percent", "percents"),
        ("reach", "trên"),
        ("reach", "range"),
        ("reach", "qualitative"),
        ("reach", "by_reference"),
        ("    value: 98\n", ""),
        ("    unit: percent\n", ""),
        ("value: 98", "value:"),
        ("value: 98", "value: 98\n    value_high: 99"),
        ("value: 98", "value: [98]"),
        ("value: 98", "value: 98\n    line: 0"),
        ("commitment", "promise"),
        ('"2025"\n', "2025\n"),
        ("targets:", "assignments: [{row: 1, targets: [], lead: x}]\ntargets:"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(problems, old, new):
    assert not SCHEMA.is_valid(plain(replaced(old, new)))
    assert problems(replaced(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 98", "value: 98.5"),
        ("value: 98", "value: 197/2"),
        ("value: 98", "value: 98\n    lead: Sở Y tế"),
        ("value: 98", "value: 98\n    lead: [Sở Y tế, các xã]"),
        ("title: Kế hoạch", "title: {vi: a, en: b}"),
        ("title: Kế hoạch", "title: {vi: a}"),
        ("2021..2025", "2025"),
        ("id: p\n", "id: p\nissued: 2020-06-04\n"),
        ("hygienic-water", "own\n    population: households"),
        ("reach", "range\n    value_high: 99"),
    ],
)
def test_the_schema_takes_what_the_reader_takes(load, old, new):
    text = replaced(old, new)
    if "own" in new:
        text += "indicators: [{id: own, name: n, population: households}]\n"
    assert load(text)
    SCHEMA.validate(plain(text))


def test_the_schema_offers_codes_and_explains_all_fields():
    schema = plan_schema()
    assert schema["$defs"]["IndicatorCode"]["enum"] == list(indicators())
    assert schema["$defs"]["PopulationCode"]["enum"] == list(populations())
    for name, part in parts().items():
        fields = (schema if name == "Plan" else schema["$defs"][name])["properties"]
        for field in part.model_fields:
            assert field_words(name, field) is not None, f"{name}.{field} has no words"
            assert " / " in fields[field]["description"]
    for name in ("Target", "Statement", "Observation"):
        fields = schema["$defs"][name]["properties"]
        assert fields["indicator"]["anyOf"][0] == {"$ref": "#/$defs/IndicatorCode"}
        assert fields["population"]["anyOf"][0] == {"$ref": "#/$defs/PopulationCode"}
    for name in ("Comparator", "Basis", "Force", "Sector"):
        found = schema["$defs"][name]
        assert len(found["enumDescriptions"]) == len(found["enum"])
        assert all(found["enumDescriptions"])


def test_the_command_prints_the_schema():
    printed = subprocess.run(
        [sys.executable, "-m", "dantoc_policy", "schema", "plan"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout
    assert json.loads(printed) == plan_schema()


# --- template -----------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_template_is_a_sound_plan(tmp_path, locale):
    write_plan_template(tmp_path / "mau.yaml", locale)
    plan = dp.load_plan(tmp_path / "mau.yaml")
    assert len(plan.targets) == 4
    SCHEMA.validate(plain(plan_template(locale)))
    assert not {word for target in plan for word in plan.lead(target)} - {
        "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
    }


def test_the_templates_differ_in_comments_only():
    vi, en = plan_template("vi"), plan_template("en")
    first = f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert vi.splitlines()[0] == en.splitlines()[0] == first
    comments = [
        [line for line in text.splitlines()[1:] if line.startswith("#")] for text in (vi, en)
    ]
    assert not {*comments[0]} & {*comments[1]} - {"#     dantoc schema plan > plan.schema.json"}
    assert read_yaml(Path("a"), vi).data == read_yaml(Path("a"), en).data
    assert max(map(len, (vi + en).splitlines())) <= 100
    assert plan_template(schema="../x.json").startswith("# yaml-language-server: $schema=../x.json")
    assert plan_template(schema=None).startswith("# Mẫu")


def test_every_part_of_a_plan_that_a_template_has_is_commented():
    lines = plan_template().splitlines()
    for name in ("documents", "phases", "targets", "tasks", "reports", "funding", "observations"):
        assert lines[lines.index(f"{name}:") - 1].startswith("#")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("there.yaml", "output.exists"),
        ("new.json", "file.unknown_format"),
        ("none/new.yaml", "output.unwritable"),
    ],
)
def test_a_template_overwrites_nothing(tmp_path, name, code):
    (tmp_path / "there.yaml").write_text("id: p", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        write_plan_template(tmp_path / name)
    assert caught.value.code == code
    assert (tmp_path / "there.yaml").read_text(encoding="utf-8") == "id: p"
