"""What became of units: the 280 of Bắc Kạn and Thái Nguyên, splits, ends, composition."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.data import load
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.library import Places, places
from dantoc_policy.places.lineage import Step, read_steps
from dantoc_policy.places.place import read_places

BEFORE, MERGER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
PLACES = tuple(places)
PLACE = st.sampled_from(PLACES)
OLD = [place for place in places.at(BEFORE, "commune") if place.province in ("06", "19")]
NEW = places.children("19", MERGER, "commune")


def reached(links):
    return {
        (link.old.id, link.new and link.new.id): (link.share, link.certain, link.verified)
        for link in links
    }


# --- The steps ---------------------------------------------------------------------------------
def test_every_step_joins_units_of_neighbouring_days_by_a_dated_event():
    held = {place.id: place for place in PLACES}
    for step in read_steps():
        day = legal_events()[step.event].date
        assert held[step.old].valid.end == day - dt.timedelta(days=1), step
        if step.new is not None:
            assert held[step.new].valid.start == day, step
            assert held[step.new].level == held[step.old].level


def test_every_unit_that_ended_went_somewhere_or_its_level_ended():
    ended = [p for p in PLACES if p.valid.end is not None]
    stepped = {step.old for step in read_steps()}
    left = {p.id for p in ended} - stepped
    assert {next(p for p in PLACES if p.id == key).level for key in left} == {"district"}


def test_a_part_never_comes_alone():
    by_old = {}
    for step in read_steps():
        by_old.setdefault(step.old, []).append(step.share)
    for old, shares in by_old.items():
        assert shares in (["whole"], ["unknown"]) or (
            len(shares) > 1 and set(shares) == {"part"}
        ), old


def test_events_of_unknown_day_make_no_step():
    undated = {event.id for event in places.legal_events if event.date is None}
    assert undated == {"nq-814-2020", "quang-ninh-2026", "bac-ninh-2026"}
    assert undated & {step.event for step in read_steps()} == set()


# --- Provinces ---------------------------------------------------------------------------------
@pytest.mark.parametrize("row", load("places/provinces_63"), ids=lambda row: row["vi"])
def test_every_province_reaches_the_one_of_the_table_and_back(row):
    old = places.get(row["code"], dt.date.fromisoformat(row["until"] or "2025-06-30"))
    [link] = places.successors(old, MERGER)
    assert link.new.code == row["into"]
    assert link.share == "whole"
    back = places.predecessors(link.new, old.valid.end or BEFORE)
    assert old.id in {found.old.id for found in back}


@pytest.mark.parametrize(
    "row",
    [row for row in load("places/provinces_34") if row["since"] != "2026-04-30"],
    ids=lambda row: row["vi"],
)
def test_every_new_province_comes_from_those_of_the_table(row):
    links = places.predecessors(places.get(row["code"], MERGER), BEFORE)
    assert [link.old.code for link in links] == row["from"]
    assert {link.share for link in links} == {"whole"}
    assert {link.kind for link in links} == ({"merged"} if len(links) > 1 else {"same"})
    if len(links) > 1:
        assert {link.events for link in links} == {("nq-202-2025",)}


def test_hue_is_renamed_and_becomes_a_city():
    [link] = places.successors("Thừa Thiên Huế", dt.date(2025, 1, 1))
    assert (link.kind, link.changes) == ("renamed", {"name", "type"})
    [link] = places.successors("vn:tinh:75@2025-07-01", dt.date(2026, 4, 30))
    assert (link.kind, link.changes) == ("type_changed", {"type"})


# --- The 280 units -----------------------------------------------------------------------------
def test_the_280_become_92():
    assert (len(OLD), len(NEW)) == (280, 92)
    by_province = {"06": set(), "19": set()}
    for place in OLD:
        by_province[place.province] |= {x.new.code for x in places.successors(place, MERGER)}
    assert {code: len(found) for code, found in by_province.items()} == {"06": 37, "19": 55}
    assert by_province["06"] & by_province["19"] == set()


@pytest.mark.parametrize("place", OLD, ids=lambda place: place.id)
def test_every_old_commune_reaches_new_ones_and_back(place):
    links = places.successors(place, MERGER)
    assert links
    for link in links:
        assert link.new in NEW
        assert link.verified
        [back] = [x for x in places.predecessors(link.new, BEFORE) if x.old.id == place.id]
        assert back == link
    assert {link.share for link in links} == ({"whole"} if len(links) == 1 else {"part"})


def test_there_are_283_pairs_and_three_split_units():
    links = [link for place in OLD for link in places.successors(place, MERGER)]
    assert len(links) == 283
    split = {}
    for link in links:
        if link.share == "part":
            split.setdefault(link.old.code, set()).add(link.new.code)
    assert split == {
        "05461": {"05443", "05467"},
        "05467": {"05467", "05500"},
        "05932": {"05908", "05941"},
    }


def test_two_communes_go_on_unchanged():
    links = [link for place in OLD for link in places.successors(place, MERGER)]
    unchanged = {link.old.name.vi for link in links if link.kind == "unchanged"}
    assert unchanged == {"Thượng Quan", "Sảng Mộc"}


def test_five_new_communes_cross_the_old_districts():
    crossing = {
        place.name.vi
        for place in NEW
        if len({link.old.parent for link in places.predecessors(place, BEFORE)}) > 1
    }
    # Linh Sơn and the like lie in one city; the seat's district is that of the table.
    assert crossing == {"Phong Quang", "Đồng Phúc", "Bạch Thông", "Đại Phúc", "Tân Cương"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("p. Tân Thịnh", "05443"),
        ("Nguyễn Thị Minh Khai", "01840"),
        ("xã Bằng Thành", "01864"),
        ("Bằng Phúc", "01933"),
        ("Thần Xa", "05725"),
        ("tt. Đu", "05611"),
    ],
)
def test_single_communes(old, new):
    [link] = places.successors(places.get(old, BEFORE), MERGER)
    assert link.new.code == new


def test_a_commune_with_its_parts():
    links = places.predecessors("vn:xa:05488@2025-07-01", BEFORE)
    found = [(link.old.text(), link.old.parent) for link in links]
    assert found == [
        ("xã Phúc Xuân", "164"),
        ("xã Phúc Trìu", "164"),
        ("thị trấn Hùng Sơn", "171"),
        ("xã Tân Thái", "171"),
        ("xã Phúc Tân", "172"),
    ]


# --- 2020 to 2024 ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "day", "expected"),
    [
        ("Hương Nê", "2020-02-01", {"Hiệp Lực": "whole"}),
        ("Lương Hạ", "2020-02-01", {"Yến Lạc": "part", "Cường Lợi": "part"}),
        ("Lương Hạ", "2025-07-01", {"Na Rì": "part", "Cường Lợi": "part"}),
        ("Văn Học", "2020-02-01", {"Cường Lợi": "part", "Văn Vũ": "part"}),
        # The parts of Văn Học met again in 2025.
        ("Văn Học", "2025-07-01", {"Cường Lợi": "whole"}),
        ("Phong Huân", "2020-02-01", {"Yên Phong": "unknown"}),
        ("Bảo Cường", "2024-12-01", {"Chợ Chu": "whole"}),
        ("Bảo Cường", "2025-07-01", {"Định Hóa": "whole"}),
        ("Na Mao", "2025-07-01", {"Phú Thịnh": "whole"}),
        ("Vạn Thọ", "2024-12-01", {"Vạn Phú": "whole"}),
    ],
)
def test_communes_that_ended_earlier(old, day, expected):
    links = places.successors(old, dt.date.fromisoformat(day))
    assert {link.new.name.vi: link.share for link in links} == expected


def test_where_a_receiver_was_not_found_that_is_said():
    for day in (dt.date(2024, 12, 1), MERGER):
        [link] = places.successors("Tân Lợi", day)
        assert (link.new, link.kind, link.verified) == (None, "unknown", False)
        assert link.changes == frozenset()
        assert link.to_dict()["new"] is None


def test_what_is_known_from_memory_is_not_verified():
    def verified(name, day):
        return {link.verified for link in places.successors(name, dt.date.fromisoformat(day))}

    assert verified("Na Mao", "2024-12-01") == {False}
    assert verified("Tú Trĩ", "2020-02-01") == {False}
    assert verified("Rã Bản", "2020-02-01") == {True}
    assert verified("Vũ Loan", "2025-07-01") == {False}


def test_kinds():
    def kinds(key, day):
        return {link.kind for link in places.successors(key, dt.date.fromisoformat(day))}

    assert kinds("vn:xa:01954@2004", "2023-04-10") == {"type_changed"}
    assert kinds("vn:xa:05764@2004", "2023-04-10") == {"merged"}
    assert kinds("vn:xa:01954@2004", "2023-04-09") == {"same"}
    assert kinds("vn:xa:05845@2004", "2024-12-01") == {"merged"}


def test_a_chain_names_its_events_in_order():
    [link] = places.successors("vn:xa:05569@2004", MERGER)
    assert link.events == ("nq-1240-2024", "nq-1683-2025")
    assert len(link.sources) == 2


def test_predecessors_over_two_changes():
    links = places.predecessors("vn:xa:02152@2025-07-01", dt.date(2020, 1, 31))
    assert {(link.old.name.vi, link.share) for link in links} == {
        ("Cường Lợi", "whole"),
        ("Lương Hạ", "part"),
        ("Văn Học", "whole"),
        ("Vũ Loan", "whole"),
    }


# --- Directions --------------------------------------------------------------------------------
def test_days_on_the_other_side_are_refused():
    with pytest.raises(InputError, match="predecessors"):
        places.successors("vn:xa:01864@2025-07-01", BEFORE)
    with pytest.raises(InputError, match="successors"):
        places.predecessors("vn:tinh:06@2004", MERGER)


def test_predecessors_that_are_not_held_are_not_none():
    zone = places.get("đặc khu Côn Đảo")
    with pytest.raises(NotInForceError, match=r"place\.lineage_unknown"):
        places.predecessors(zone, BEFORE)
    assert places.came_from(zone) == ()


# --- Composition -------------------------------------------------------------------------------
@given(PLACE, DAYS, DAYS)
def test_successors_composed_over_time_are_the_direct_ones(place, first, second):
    first, second = sorted((first, second))
    if place.valid.start is not None and first < place.valid.start:
        return
    direct = places.successors(place, second)
    composed = {}
    for link in places.successors(place, first):
        if link.new is None:
            composed[None] = set()
            continue
        for further in places.successors(link.new, second):
            key = further.new and further.new.id
            composed.setdefault(key, set()).add((link.share, further.share))
    assert {link.new and link.new.id for link in direct} == composed.keys()
    for link in direct:
        ways = composed[link.new and link.new.id]
        if ways == {("whole", "whole")}:
            assert link.share == "whole"
        elif link.share == "whole":
            assert len(composed) == 1
        assert set(link.events) <= {event.id for event in places.legal_events}


@given(PLACE, DAYS, DAYS)
def test_predecessors_are_the_successors_read_backwards(place, first, second):
    first, second = sorted((first, second))
    if second not in place.valid:
        return
    try:
        back = places.predecessors(place, first)
    except NotInForceError:
        return
    for link in back:
        forward = places.successors(link.old, second)
        assert reached([link]).items() <= reached(forward).items()


@given(PLACE)
def test_on_its_own_days_a_unit_is_itself(place):
    day = place.valid.end or place.valid.start or MERGER
    for links in (places.successors(place, day), places.predecessors(place, day)):
        [link] = links
        assert (link.old, link.new, link.kind, link.share) == (place, place, "same", "whole")
        assert link.changes == frozenset()


def test_a_part_of_a_part_is_not_certain():
    a, b, c, d = (p for p in read_places() if p.id in {
        "vn:xa:05461@2004", "vn:xa:05443@2025-07-01", "vn:xa:05467@2025-07-01",
        "vn:xa:25270@2026-04-30",
    })  # fmt: skip
    from attrs import evolve

    end = dt.date(2026, 4, 29)
    b = evolve(b, valid=evolve(b.valid, end=end))

    def step(old, new, share, event):
        return Step(old.id, new and new.id, share, event, "memory", verified=False, note=None)

    steps = [
        step(a, b, "part", "nq-1683-2025"),
        step(a, c, "part", "nq-1683-2025"),
        step(b, d, "part", "nq-237-2026"),
        step(b, None, "part", "nq-237-2026"),
    ]
    library = Places((a, b, c, d), steps)
    found = {
        link.new and link.new.id: (link.share, link.certain)
        for link in library.successors(a, dt.date(2026, 5, 1))
    }
    assert found == {c.id: ("part", True), d.id: ("part", False), None: ("part", False)}
