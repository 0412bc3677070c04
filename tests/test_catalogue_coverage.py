"""What has a source in the catalogue is counted rightly, and its files agree with each other."""

import copy
import importlib
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[1]
ABOUT = {"id", "source", "unverified", "note"}


@pytest.fixture(scope="module")
def tools():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "tools")
        names = ("build_catalogue", "catalogue_checks", "catalogue_coverage", "docs_pages")
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})


@pytest.fixture(scope="module")
def files(tools):
    return tools.build_catalogue.read_all()


@pytest.fixture(scope="module")
def counted(tools):
    contents = tools.build_catalogue.contents()
    return {found.name: found for found in tools.catalogue_coverage.coverage(contents)}


def states(tools, content, name="places/new"):
    return {found.field: found.state for found in tools.catalogue_coverage.data(name, content)}


# --- How one datum counts ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"a": 1, "source": "s/1"}, "sourced"),
        ({"a": 0, "source": "s/1"}, "sourced"),
        ({"a": [], "source": "s/1"}, "sourced"),
        ({"a": date(2021, 6, 4), "source": "s/1", "verified": True}, "sourced"),
        ({"a": 1, "source": "s/1", "verified": False}, "memory"),
        ({"a": 1, "source": "s/1", "unverified": ["a"]}, "memory"),
        ({"a": 1, "source": "s/1", "unverified": "b a"}, "memory"),
        ({"a": 1, "source": "s/1", "unverified": "ab"}, "sourced"),
        ({"a": 1, "source": "s/1", "a_verified": False}, "memory"),
        ({"a": 1, "source": "memory"}, "memory"),
        ({"a": 1, "source": "derived"}, "memory"),
        ({"a": 1, "source": "derived", "verified": True}, "sourced"),
        ({"a": 1, "source": "memory", "sources": {"a": "s/1"}}, "sourced"),
        ({"a": 1, "source": "s/1", "sources": {"a": "memory"}}, "memory"),
        ({"a": None, "source": "s/1"}, "null"),
        ({"a": None, "source": "memory", "unverified": ["a"]}, "null"),
        ({"a": 1}, "own"),
    ],
)
def test_a_value_counts_by_the_first_rule_that_fits(tools, row, state):
    assert states(tools, [row]) == {"a": state}


@pytest.mark.parametrize(
    ("inner", "state"),
    [
        ({}, "memory"),
        ({"source": "s/2"}, "sourced"),
        ({"verified": True}, "sourced"),
        ({"source": "s/2", "verified": False}, "memory"),
    ],
)
def test_what_is_nearer_counts(tools, inner, state):
    row = {"source": "s/1", "verified": False, "parts": [{"a": 1, **inner}]}
    assert states(tools, [row]) == {"parts.a": state}


def test_an_open_end_is_no_null(tools):
    row = {"since": None, "until": None, "source": "s/1"}
    assert states(tools, [row]) == {"since": "null", "until": "open"}


def test_what_an_entry_says_of_itself_is_no_datum(tools):
    row = {"id": "x", "source": "s/1", "note": "n", "line": 3, "vi": "a", "en": "b"}
    assert states(tools, [row]) == {"vi": "sourced", "en": "sourced"}


def test_a_plan_has_its_document_as_source(tools):
    plan = {"id": "p", "document": "1/KH-UBND", "targets": [{"value": 3}, {"value": None}]}
    found = [(d.field, d.state) for d in tools.catalogue_coverage.data("plans/p", plan)]
    assert found == [
        ("document", "sourced"),
        ("targets.value", "sourced"),
        ("targets.value", "null"),
    ]
    assert tools.catalogue_coverage.is_vocabulary("plans/words", [{"id": "x", "vi": "a"}])
    assert not tools.catalogue_coverage.is_vocabulary("plans/p", plan)
    assert not tools.catalogue_coverage.is_vocabulary("bodies/words", [{"id": "x", "vi": "a"}])


# --- The catalogue ----------------------------------------------------------------------------
def test_counts_add_up(tools, counted):
    for found in counted.values():
        assert sum(found.counts.values()) == found.total
        by_field = {state: fields.total() for state, fields in found.fields.items()}
        assert by_field == {state: count for state, count in found.counts.items() if count}
    *folders, everything = tools.catalogue_coverage.by_folder(counted.values())
    assert everything.name == "all"
    assert everything.total == sum(found.total for found in counted.values())
    assert sum((folder.counts for folder in folders), start=type(everything.counts)()) == (
        everything.counts
    )


def test_every_cell_of_a_table_is_counted_once(files, counted):
    tables = {path: held for path, held in files.items() if path.endswith(".csv")}
    assert len(tables) >= 6
    for name, rows in tables.values():
        assert counted[name].total == len(rows) * len(rows[0].keys() - ABOUT), name


def test_every_file_is_counted_but_the_sources(files, counted):
    assert counted.keys() == {name for name, _ in files.values()} - {"sources"}


def test_known_data_count_as_they_should(tools, files):
    def state(path, key, field):
        name, rows = files[path]
        [row] = [row for row in rows if key in (row.get("id"), row.get("number"))]
        return states(tools, [row], name)[field]

    assert state("places/events.yaml", "nq-814-2020", "date") == "null"
    assert state("places/events.yaml", "nq-814-2020", "document") == "memory"
    assert state("places/events.yaml", "nq-855-2020", "date") == "sourced"
    assert state("peoples/lists.yaml", "qd-1227-2021-i", "groups") == "sourced"
    assert state("bodies/bodies.yaml", "uy_ban_dan_toc_va_mien_nui", "en") == "memory"
    assert state("bodies/bodies.yaml", "uy_ban_dan_toc_va_mien_nui", "since") == "sourced"
    assert state("law/documents/regions.yaml", "447/QĐ-UBDT", "effective") == "memory"
    assert state("law/documents/regions.yaml", "447/QĐ-UBDT", "issued") == "sourced"
    assert state("places/official_lists.yaml", "qd-60-2026", "until") == "open"


def test_the_counts_of_the_library_are_those_of_the_report(counted):
    from dantoc_policy.peoples.library import peoples

    doubtful = sum(not group.is_verified("code_2008") for group in peoples)
    assert counted["peoples/groups"].fields["memory"]["code_2008"] == doubtful
    unknown = sum(not held.known for held in peoples.official_lists)
    assert counted["peoples/lists"].fields["null"]["groups"] == unknown


# --- The report -------------------------------------------------------------------------------
def test_the_page_shows_the_counts_of_now(tools, counted):
    page = (ROOT / "docs/reference/coverage.md").read_text(encoding="utf-8")
    shown = tools.docs_pages.on_page_markdown(page)
    assert shown.replace(tools.catalogue_coverage.markdown(counted.values()), "").strip() == (
        page.replace("<!-- catalogue_coverage -->", "").strip()
    )
    for found in counted.values():
        assert f"| `{found.name}` | {found.total:,} |" in shown


def test_the_short_table_has_one_line_a_folder(tools, counted):
    head, *lines = tools.catalogue_coverage.short_table(counted.values()).splitlines()
    assert [line.split()[0] for line in lines] == [
        *dict.fromkeys(name.partition("/")[0] for name in counted),
        "all",
    ]
    assert {len(line) for line in lines} == {len(head)}


# --- The checks -------------------------------------------------------------------------------
def test_nothing_is_wrong_across_the_files(tools, files):
    assert [str(fault) for fault in tools.catalogue_checks.faults(files)] == []


def broken(files, path, change):
    name, content = copy.deepcopy(files[path])
    change(content)
    return {**files, path: (name, content)}


def row_of(content, key):
    return next(row for row in content if key in (row.get("id"), row.get("code")))


@pytest.mark.parametrize(
    ("path", "key", "change", "told"),
    [
        ("bodies/bodies.yaml", "uy_ban_dan_toc", {"source": "places_bodies/no"},
         "there is no source 'places_bodies/no'"),
        ("bodies/bodies.yaml", "uy_ban_dan_toc", {"unverified": ["colour"]},
         "unverified names 'colour'"),
        ("bodies/bodies.yaml", "uy_ban_dan_toc", {"sources": {"vi": "memory"}},
         "'vi' rests on 'memory'"),
        ("bodies/bodies.yaml", "uy_ban_dan_toc", {"parents": [{"id": "atlantis"}]},
         "parents.id: there is no body 'atlantis'"),
        ("bodies/bodies.yaml", "uy_ban_dan_toc",
         {"basis": [{"document": "9999/1999/QĐ-TTg", "source": "memory", "verified": False}]},
         "document '9999/1999/QĐ-TTg'"),
        ("bodies/functions.yaml", "labour", {"source": "memory"}, "verified, and its source"),
        ("bodies/functions.yaml", "labour", {"id": "wages"}, "another entry is called 'wages'"),
        ("bodies/classes.yaml", "bo_co_quan_ngang_bo", {"members": ["atlantis"]},
         "members: there is no body 'atlantis'"),
        ("peoples/lists.yaml", "nd-57-2017", {"groups": ["hobbits"]},
         "groups: there is no ethnic group 'hobbits'"),
        ("peoples/lists.yaml", "qd-1227-2021-ii", {"where": {"tay": ["Bắc Kạn"]}},
         "where: 'tay' is not in the list"),
        ("peoples/groups.yaml", "kinh", {"branch": "klingon"}, "no language branch 'klingon'"),
        ("places/communes.csv", "01834", {"district": "999"}, "there is no district '999'"),
        ("places/communes.csv", "01834", {"province": "98"}, "there is no province '98'"),
        ("places/lineage.csv", None, {"new": "vn:xa:99999@2025-07-01"},
         "new: there is no unit 'vn:xa:99999@2025-07-01'"),
        ("places/lineage.csv", None, {"event": "flood"}, "event: there is no event 'flood'"),
        ("places/lineage.csv", None, {"source": None}, "no source for"),
        ("places/official_counts.csv", None, {"list": "qd-0"}, "list: there is no list 'qd-0'"),
        ("law/documents/regions.yaml", None, {"issuers": ["vua"]}, "there is no issuer 'vua'"),
        ("law/documents/regions.yaml", None, {"205": None}, "does a text lack its quotes?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_file_and_entry(tools, files, path, key, change, told):
    def put(content):
        (content[0] if key is None else row_of(content, key)).update(change)

    found = [str(fault) for fault in tools.catalogue_checks.faults(broken(files, path, put))]
    [first] = [line for line in found if told in line]
    assert first.startswith((f"catalogue/{path}: entry ", f"catalogue/{path}: {key}: "))
    assert key is None or key in first or change.get("id", "") in first


def test_faults_end_the_build_with_status_1(tools, monkeypatch, capsys):
    build, checks = tools.build_catalogue, tools.catalogue_checks
    there = {path: path.read_text(encoding="utf-8") for path in build.DATA.rglob("*.json")}
    monkeypatch.setattr(build, "compiled", lambda: there)
    monkeypatch.setattr(checks, "faults", lambda _: [])
    assert build.main(["--check"]) == 0
    fault = checks.Fault("places/communes.csv", "entry 1 (01834)", "is no place")
    monkeypatch.setattr(checks, "faults", lambda _: [fault])
    assert build.main(["--check"]) == 1
    assert "catalogue/places/communes.csv: entry 1 (01834): is no place" in capsys.readouterr().err
