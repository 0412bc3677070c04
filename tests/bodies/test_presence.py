"""A body that only some provinces have: there, not there, or not known to be there."""

from datetime import date, timedelta

import pytest

from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.territory import territories
from dantoc_policy.errors import InputError

DAY = date(2025, 4, 1)
ABSENT = "Sở Dân tộc và Tôn giáo tỉnh Hà Tĩnh"
UNKNOWN = "Sở Dân tộc và Tôn giáo tỉnh Lào Cai"


@pytest.mark.parametrize("name", [ABSENT, "SDTTG Hà Tĩnh", "so_dan_toc_va_ton_giao/ha_tinh"])
@pytest.mark.parametrize("day", [None, date(2025, 1, 1), DAY, date(2026, 1, 1)])
def test_where_it_is_known_that_there_is_none_nothing_is_found(name, day):
    assert bodies.find(name, day) == []
    assert name not in bodies
    with pytest.raises(InputError) as caught:
        bodies.get(name, day)
    assert caught.value.code == "body.not_of_province"
    assert "tỉnh Hà Tĩnh không có cơ quan này" in caught.value.message("vi")
    assert "Ban Dân tộc" in caught.value.message("vi")
    assert "Committee for Ethnic Affairs" in caught.value.message("en")


@pytest.mark.parametrize("ask", [lambda: bodies.successor(ABSENT, DAY),
                                 lambda: bodies.predecessors(ABSENT),
                                 lambda: bodies.lineage(ABSENT)])  # fmt: skip
def test_and_nothing_is_followed(ask):
    with pytest.raises(InputError, match=r"body\.not_of_province"):
        ask()


def test_the_work_went_where_the_law_put_it_instead():
    answer = bodies.successor("Ban Dân tộc tỉnh Hà Tĩnh", DAY)
    assert [body.id for body in answer.bodies] == ["so_noi_vu/ha_tinh"]


def test_where_it_is_known_to_be_there_it_is():
    body = bodies.get("Sở Dân tộc và Tôn giáo tỉnh Điện Biên", DAY)
    assert body.presence.there
    assert body.is_verified("presence")
    assert body.verified
    assert not bodies.successor(body, DAY).presumed


def test_where_that_is_not_known_it_is_said():
    body = bodies.get(UNKNOWN, DAY)
    assert body.presence is None
    assert not body.is_verified("presence")
    assert not body.verified
    assert body.to_dict()["there"] is None
    own = [event for event in bodies.lineage(body) if event.body.id == body.id]
    assert own
    assert not any(event.verified for event in own)
    answer = bodies.successor(body, DAY)
    assert answer.presumed
    assert not answer.verified
    assert answer.to_dict()["presumed"] is True
    [note] = answer.notes()
    assert note.startswith("chưa rõ tỉnh Lào Cai có Sở Dân tộc và Tôn giáo hay không")
    assert "hưa rõ tỉnh Lào Cai có" in answer.text()
    assert "whether Lào Cai province had a Department of Ethnic" in answer.text("en")


def test_what_every_province_has_is_not_in_question():
    for name in ("Sở Y tế tỉnh Lạng Sơn", "Bộ Y tế", "Ban Dân tộc"):
        body = bodies.get(name)
        assert body.is_verified("presence")
        assert not bodies.successor(body, date(2025, 2, 1)).presumed


def test_a_body_of_two_cities_is_of_no_other_province():
    name = "Sở Quy hoạch - Kiến trúc"
    there = [
        one.id
        for one in territories().values()
        if bodies.find(f"{name} {one.text()}", one.existed.end or DAY.replace(year=2026))
    ]
    assert there == ["ha_noi", "ho_chi_minh", "ho_chi_minh@2025-07-01"]
    assert bodies.get(f"{name} thành phố Hà Nội").verified


def test_no_body_merges_into_a_province_that_has_none():
    for body in bodies:
        for territory in territories().values():
            if territory.into is not None and body.is_provincial and body.may_be_in(territory):
                into = territories()[territory.into]
                gone = body.existed.end is not None and body.existed.end < date(2025, 7, 1)
                assert gone or body.may_be_in(into), (body.id, territory.id)


@pytest.mark.parametrize("body", [b for b in bodies if b.is_provincial], ids=lambda b: b.id)
def test_every_body_of_a_province_is_found_by_its_own_text(body):
    for territory in territories().values():
        if not body.may_be_in(territory):
            continue
        local = body.in_territory(territory)
        day = local.existed.end or local.existed.start or DAY
        assert local.id in {found.id for found in bodies.find(local.text(), day)}, local.text()


def test_a_body_does_not_go_on_after_all_its_work_went():
    for body in bodies:
        for handover in body.handovers:
            if handover.extent == "all" and not handover.asked:
                assert body.existed.end == handover.on - timedelta(days=1), body.id


@pytest.mark.parametrize("name", ["Ban Tuyên giáo", "Ban Dân vận"])
@pytest.mark.parametrize("place", ["", " Bắc Kạn", " Lạng Sơn"])
def test_the_two_party_boards_ended_when_they_were_joined(name, place):
    key, joined = f"{name} Tỉnh ủy{place}", f"Ban Tuyên giáo và Dân vận Tỉnh ủy{place}"
    last, first = date(2025, 1, 31), date(2025, 2, 1)
    old, new = bodies.get(key, last), bodies.get(joined, first)
    assert (bodies.find(key, first), bodies.find(joined, last)) == ([], [])
    assert bodies.successor(old, last).bodies == (old,)
    assert bodies.successor(old, first).bodies == (new,)
    assert not old.is_verified("until")
    [after] = bodies.successor(old, date(2025, 7, 1)).bodies
    assert after.territory is None or date(2025, 7, 1) in after.territory.existed
