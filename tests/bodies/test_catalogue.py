"""The catalogue of bodies: sourced, cross-referenced, compiled, in agreement with the issuers."""

import importlib.util
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.territory import MERGED, MERGERS, territories
from dantoc_policy.data import load
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.library import documents

ROOT = Path(__file__).parents[2]
FILES = ("bodies", "classes", "functions", "mergers")
ROWS = {row["id"]: row for row in load("bodies/bodies")}
CLASSES = {row["id"]: row for row in load("bodies/classes")}
FUNCTIONS = {row["id"]: row for row in load("bodies/functions")}
HANDOVERS = [(name, one) for name, row in ROWS.items() for one in row.get("handovers", ())]
SOURCES = {row["id"] for row in load("sources")}
UNSOURCED = {"memory", "derived"}
ONE_DAY = timedelta(days=1)


def parts(value):
    """Give every mapping inside a part of the catalogue."""
    if isinstance(value, list):
        return [found for item in value for found in parts(item)]
    if not isinstance(value, dict):
        return []
    return [value, *(found for item in value.values() for found in parts(item))]


def sources_in(value):
    found = {part["source"] for part in parts(value) if isinstance(part.get("source"), str)}
    for part in parts(value):
        found |= set(part["sources"].values()) if "sources" in part else set()
    return found


def test_the_compiled_files_are_what_the_catalogue_gives():
    spec = importlib.util.spec_from_file_location("build", ROOT / "tools/build_catalogue.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    wanted = {path: text for path, text in build.compiled().items() if path.parent.name == "bodies"}
    assert {path.stem for path in wanted} == set(FILES)
    assert {path: path.read_text(encoding="utf-8") for path in wanted} == wanted


@pytest.mark.parametrize("name", FILES)
def test_every_source_resolves(name):
    assert sources_in(load(f"bodies/{name}")) - SOURCES == set()


@pytest.mark.parametrize("name", FILES)
def test_nothing_without_a_source_is_verified(name):
    for part in parts(load(f"bodies/{name}")):
        assert not (part.get("verified") and part.get("source") in UNSOURCED), part
        unsourced = {k for k, source in part.get("sources", {}).items() if source in UNSOURCED}
        assert unsourced <= set(part.get("unverified", ())), part


def test_unverified_and_sources_name_fields_that_there_are():
    for row in (*ROWS.values(), *CLASSES.values()):
        assert set(row.get("unverified", ())) <= row.keys(), row["id"]
        assert row.get("sources", {}).keys() <= row.keys(), row["id"]


def test_identifiers_are_unique_and_plain():
    for name in FILES[:3]:
        names = [row["id"] for row in load(f"bodies/{name}")]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", one) for one in names)


def test_every_document_is_of_the_library():
    named = {
        (part["document"], part.get("issued"))
        for name in FILES
        for part in parts(load(f"bodies/{name}"))
        if "document" in part
    }
    assert len(named) > 25
    for key, issued in named | {(MERGERS, None)}:
        found = documents.get(key, issued=issued and date.fromisoformat(issued))
        assert key in {found.number, found.name}


@pytest.mark.parametrize("name", [name for name in ROWS if name in issuers()])
def test_bodies_that_issue_documents_agree_with_the_issuers(name):
    body, entry = bodies.get(name), issuers()[name]
    assert (body.name, body.placed) == (entry.name, entry.placed)
    assert body.issuer == name
    # The issuers may leave a day open, or have the year alone; they never say another one.
    start, end = body.existed.start, body.existed.end
    assert entry.existed.start in {None, start, start and start.replace(month=1, day=1)}
    assert entry.existed.end in {None, end, end and end.replace(month=12, day=31)}
    if entry.successors:
        whole = {h.receiver for h in body.handovers if not h.asked}
        assert set(entry.successors) == whole


def test_the_other_bodies_with_an_issuer_are_parts_of_it():
    split = {name: row["issuer"] for name, row in ROWS.items() if "issuer" in row}
    assert len(split) == 9
    for name, issuer in split.items():
        assert name not in issuers()
        assert ROWS[name]["vi"].startswith(issuers()[issuer].name.vi)
        assert bodies.get(name).issuer == issuer


def test_an_issuer_with_the_letters_of_a_body_prints_them():
    for name in ("uy_ban_dan_toc", "ban_dan_toc", "so_dan_toc_va_ton_giao", "so_noi_vu"):
        assert bodies.get(name).abbreviations[0] in issuers()[name].letters


@pytest.mark.parametrize(("name", "row"), HANDOVERS, ids=[f"{n}-{r['to']}" for n, r in HANDOVERS])
def test_every_handover_is_between_bodies_of_its_day(name, row):
    [handover] = [
        h for h in bodies.get(name).handovers
        if (h.receiver, h.note) == (row["to"], row.get("note"))
        and list(h.names) == (row["functions"] if isinstance(row.get("functions"), list) else [])
    ]  # fmt: skip
    giver, receiver = bodies.get(name), bodies.get(handover.receiver)
    assert giver.exists(handover.on - ONE_DAY)
    assert receiver.exists(handover.on)
    assert set(handover.names) <= FUNCTIONS.keys()
    if handover.optional is not None:
        assert bodies.get(handover.optional).optional


def test_the_functions_of_a_body_part_without_overlap():
    for body in bodies:
        given = [name for handover in body.handovers for name in handover.names]
        assert len(given) == len(set(given)), body.id
        conditional = {h.optional for h in body.handovers if h.extent == "all"}
        whole = [h for h in body.handovers if h.extent == "all"]
        assert len(whole) <= (2 if conditional - {None} else 1), body.id


def test_every_function_is_handed_over_or_remembered():
    moved = {name for _, row in HANDOVERS if isinstance(row.get("functions"), list)
             for name in row["functions"]}  # fmt: skip
    whole = {"agriculture", "environment", "planning", "ethnic_affairs"}
    assert moved | whole == FUNCTIONS.keys()


def test_parents_and_places_are_known():
    for body in bodies:
        assert all(parent.id in ROWS for parent in body.parents)
        assert all(one.territory in territories() for one in body.where)
        assert not body.where or body.optional


def test_the_central_bodies_are_not_placed_and_the_divisions_are():
    assert {body.placed for body in bodies if body.level == "central"} == {False}
    assert {body.placed for body in bodies if body.kind in {"department", "division"}} == {True}


def test_territories_are_63_provinces_and_then_34():
    before = [one for one in territories().values() if MERGED - ONE_DAY in one.existed]
    after = [one for one in territories().values() if MERGED in one.existed]
    assert (len(before), len(after)) == (63, 34)
    assert len({one.code for one in before}) == 63
    assert len({one.code for one in after}) == 34
    assert sum(one.into is None for one in before) == 11
    assert {one.into for one in before if one.into} <= {one.id for one in after}
    cities = {one.name for one in after if one.kind.vi == "thành phố"}
    assert cities == {"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("bac_kan", "thai_nguyen"), ("yen_bai", "lao_cai"), ("long_an", "tay_ninh"),
     ("binh_dinh", "gia_lai"), ("kien_giang", "an_giang"), ("kon_tum", "quang_ngai")],
)  # fmt: skip
def test_provinces_went_into_the_right_ones(old, new):
    assert territories()[old].into == f"{new}@2025-07-01"


def test_provinces_keep_their_bodies_when_only_their_kind_changes():
    for name in ("UBND tỉnh Thừa Thiên Huế", "UBND thành phố Huế"):
        assert bodies.get(name).id == "uy_ban_nhan_dan_tinh/hue"
    for name in ("UBND tỉnh Đồng Nai", "UBND thành phố Đồng Nai"):
        assert bodies.get(name, date(2026, 5, 1)).id == "uy_ban_nhan_dan_tinh/dong_nai@2025-07-01"


def test_the_ministries_are_18_and_4_and_then_14_and_3():
    def count(kind, day):
        return sum(body.kind == kind and body.exists(day) for body in bodies)

    before, after = date(2025, 2, 28), date(2025, 3, 1)
    assert [count("ministry", day) for day in (before, after)] == [18, 14]
    assert [count("ministerial", day) for day in (before, after)] == [4, 3]
