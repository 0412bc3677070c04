"""Time limits end on the day that the Civil Code gives, and say by which clause."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.day_status import day_status
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.statutory_limits import statutory_limit, statutory_limits
from dantoc_policy.values.time_limits import WORDS, TimeLimit, named_day

DAYS = st.dates(date(2017, 1, 1), date(2060, 12, 31))
UNITS = st.sampled_from(["day", "working_day", "week", "month", "year"])


@pytest.mark.parametrize(
    ("start", "unit", "count", "last_day", "end"),
    [
        (date(2025, 1, 31), "month", 1, date(2025, 2, 28), date(2025, 2, 28)),
        (date(2025, 8, 31), "month", 6, date(2026, 2, 28), date(2026, 3, 2)),
        (date(2025, 2, 14), "day", 10, date(2025, 2, 24), date(2025, 2, 24)),
        (date(2024, 2, 29), "year", 1, date(2025, 2, 28), date(2025, 2, 28)),
        (date(2026, 2, 13), "day", 1, date(2026, 2, 14), date(2026, 2, 23)),
        (date(2026, 11, 23), "day", 1, date(2026, 11, 24), date(2026, 11, 25)),
        (date(2025, 4, 25), "day", 1, date(2025, 4, 26), date(2025, 4, 26)),
        (date(2026, 2, 13), "working_day", 5, date(2026, 2, 27), date(2026, 2, 27)),
        (date(2025, 8, 29), "working_day", 2, date(2025, 9, 4), date(2025, 9, 4)),
        (date(2026, 11, 20), "working_day", 3, date(2026, 11, 26), date(2026, 11, 26)),
        (date(2025, 12, 31), "working_day", 3, date(2026, 1, 7), date(2026, 1, 7)),
        (date(2026, 3, 2), "week", 2, date(2026, 3, 16), date(2026, 3, 16)),
        (date(2026, 3, 2), "half_month", 1, date(2026, 3, 17), date(2026, 3, 17)),
        (date(2025, 9, 1), "half_year", 1, date(2026, 3, 1), date(2026, 3, 2)),
    ],
)
def test_ends(start, unit, count, last_day, end):
    found = TimeLimit(unit, count).ends(start)
    assert (found.last_day, found.end) == (last_day, end)
    assert found.first_day == start + timedelta(days=1)
    assert found.moment == datetime(end.year, end.month, end.day) + timedelta(days=1)  # noqa: DTZ001


def test_a_limit_that_may_end_on_a_day_off_needs_no_calendar():
    found = TimeLimit("day", 1).ends(date(2126, 2, 15), roll=False)
    assert found.end == date(2126, 2, 16)
    assert found.verified


@pytest.mark.parametrize(
    ("start", "unit", "count", "clauses"),
    [
        (date(2025, 2, 14), "day", 10, [(147, 2), (148, 1), (148, 6)]),
        (date(2026, 3, 2), "week", 2, [(147, 2), (148, 2), (148, 6)]),
        (date(2025, 8, 31), "month", 6, [(147, 2), (148, 3), (148, 5), (148, 6)]),
        (date(2025, 3, 3), "year", 1, [(147, 2), (148, 4), (148, 6)]),
        (date(2026, 3, 2), "half_month", 1, [(147, 2), (146, 1), (148, 1), (148, 6)]),
        (date(2026, 3, 2), "working_day", 1, [(147, 2), (1, None), (112, 1), (148, 6)]),
    ],
)
def test_every_step_cites(start, unit, count, clauses):
    steps = TimeLimit(unit, count).ends(start).steps
    assert [(step.basis.article, step.basis.clause) for step in steps] == clauses


def test_the_day_of_an_event_is_not_counted():
    found = TimeLimit("day", 10).ends(date(2025, 2, 14), event=True)
    assert found.end == date(2025, 2, 24)
    assert found.steps[0].basis == LegalBasis("91/2015/QH13", 147, 3)


def test_explanation():
    head, *steps = str(TimeLimit("day", 1).ends(date(2026, 2, 13))).split("\n- ")
    assert head == "01 ngày: từ 13/02/2026 đến hết ngày 23/02/2026"
    assert [step.partition(" (")[0] for step in steps] == [
        "không tính ngày đầu tiên 13/02/2026, tính từ ngày 14/02/2026",
        "ngày cuối cùng là 14/02/2026",
        "14/02/2026 là ngày nghỉ",
        "kết thúc lúc 24 giờ ngày 23/02/2026",
    ]
    assert steps[2] == (
        "14/02/2026 là ngày nghỉ (ngày nghỉ hằng tuần), nên kết thúc vào ngày làm việc tiếp theo"
        " 23/02/2026 (khoản 5 Điều 148 Bộ luật Dân sự 91/2015/QH13)"
    )
    # The clause is from memory, so the article alone is printed.
    assert steps[3].endswith(" (Điều 148 Bộ luật Dân sự 91/2015/QH13)")
    english = TimeLimit("month", 1).ends(date(2025, 1, 31)).text("en")
    assert "the last month has no corresponding day, so it ends on its last day" in english
    assert "clause 3, Article 148, Civil Code 91/2015/QH13" in english


@pytest.mark.parametrize(
    ("limit", "start", "code"),
    [
        (TimeLimit("year", 1), date(2024, 2, 29), "time_limit.by_analogy"),
        (TimeLimit("half_month", 1), date(2026, 3, 2), "time_limit.by_analogy"),
        (TimeLimit("half_year", 1), date(2026, 3, 2), "time_limit.by_analogy"),
        (TimeLimit("day", 10), date(2016, 12, 31), "time_limit.older_law"),
        (TimeLimit("day", 1), date(2026, 12, 31), "calendar.unverified"),
        (TimeLimit("working_day", 3), date(2026, 11, 20), "calendar.unverified"),
        (TimeLimit("day", 1), date(2026, 11, 23), "calendar.unverified"),
    ],
)
def test_what_is_not_certain_is_said(limit, start, code):
    found = limit.ends(start)
    assert [problem.code for problem in found.problems] == [code]
    assert not found.verified
    assert found.problems[0].message("vi") in found.text("vi")


def test_what_is_certain_has_no_problems():
    assert TimeLimit("working_day", 15).ends(date(2026, 2, 13)).verified
    assert TimeLimit("day", 10).ends(date(2017, 1, 1)).verified


def test_hours_run_from_a_moment():
    moment = datetime(2026, 2, 13, 9, 30, tzinfo=UTC)
    assert TimeLimit("hour", 24).ends_at(moment) == moment + timedelta(hours=24)
    assert TimeLimit("minute", 90).ends_at(moment) == moment + timedelta(minutes=90)
    assert TimeLimit("day", 1).ends_at(moment) == datetime(2026, 2, 24, tzinfo=UTC)
    with pytest.raises(InputError, match=r"time_limit\.needs_a_moment"):
        TimeLimit("hour", 24).ends(date(2026, 2, 13))


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("year", timedelta(days=365)),
        ("half_year", timedelta(days=180)),
        ("month", timedelta(days=30)),
        ("half_month", timedelta(days=15)),
        ("week", timedelta(days=7)),
        ("day", timedelta(hours=24)),
        ("hour", timedelta(minutes=60)),
        ("minute", timedelta(minutes=1)),
        ("working_day", None),
    ],
)
def test_time_that_is_not_continuous(unit, length):
    assert TimeLimit(unit, 1).where_interrupted == length


@pytest.mark.parametrize(
    ("part", "year", "month", "day"),
    [
        ("start", 2024, 2, date(2024, 2, 1)),
        ("middle", 2024, 2, date(2024, 2, 15)),
        ("end", 2024, 2, date(2024, 2, 29)),
        ("end", 2025, 2, date(2025, 2, 28)),
        ("start", 2024, None, date(2024, 1, 1)),
        ("middle", 2024, None, date(2024, 6, 30)),
        ("end", 2024, None, date(2024, 12, 31)),
    ],
)
def test_beginning_middle_and_end(part, year, month, day):
    assert named_day(part, year, month) == day


@pytest.mark.parametrize(
    ("text", "unit", "count", "counted_from"),
    [
        ("15 ngày làm việc", "working_day", 15, None),
        ("05 ngày", "day", 5, None),
        ("30 (ba mươi) ngày", "day", 30, None),
        ("trong thời hạn mười lăm ngày làm việc", "working_day", 15, None),
        ("Trong thời hạn 02 tuần lễ.", "week", 2, None),
        ("không quá 06 tháng", "month", 6, None),
        ("nửa tháng", "half_month", 1, None),
        ("nửa năm", "half_year", 1, None),
        ("01 năm", "year", 1, None),
        ("24 giờ", "hour", 24, None),
        ("30 phút", "minute", 30, None),
        ("10\N{NO-BREAK SPACE}ngày, kể từ ngày ký", "day", 10, "ngày ký"),
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ;", "working_day", 5, "ngày nhận đủ hồ sơ"),
    ],
)
def test_reading(text, unit, count, counted_from):
    limit = TimeLimit.parse(text)
    assert (limit.unit, limit.count) == (unit, count)
    assert (limit.counted_from and limit.counted_from.vi) == counted_from


@pytest.mark.parametrize(
    "text", ["", "ngày", "15", "15 xã", "hai hai ngày", "ngày 15/12", "0 ngày"]
)
def test_unreadable(text):
    with pytest.raises(InputError, match=r"time_limit\.un"):
        TimeLimit.parse(text)


@pytest.mark.parametrize(
    ("unit", "count"),
    [("day", 0), ("day", -1), ("day", 1.0), ("day", True), ("half_month", 2), ("days", 1)],
)
def test_no_limit(unit, count):
    with pytest.raises(InputError, match=r"time_limit\.unusable"):
        TimeLimit(unit, count)


def test_beyond_the_calendar():
    with pytest.raises(InputError, match=r"time_limit\.out_of_range"):
        TimeLimit("year", 9000).ends(date(2025, 1, 1))
    with pytest.raises(InputError, match=r"time_limit\.out_of_range"):
        TimeLimit("day", 1).ends(date.max, roll=False)
    with pytest.raises(InputError, match=r"calendar\.out_of_range"):
        TimeLimit("year", 100).ends(date(2025, 1, 1))


@given(st.sampled_from(list(WORDS)), st.integers(1, 400))
def test_writing_then_reading(unit, count):
    limit = TimeLimit(unit, 1 if unit.startswith("half") else count)
    assert TimeLimit.parse(limit.text()) == limit
    assert limit.text("en")


@given(st.text(alphabet="0123 ngàytháứlmvệcnửơikểừ(),.", max_size=40))
def test_reading_never_crashes(text):
    with suppress(InputError):
        TimeLimit.parse(text)


@settings(deadline=None)  # the first day of a year loads its calendar
@given(DAYS, UNITS, st.integers(1, 30))
def test_a_limit_ends_on_a_working_day(start, unit, count):
    found = TimeLimit(unit, count).ends(start)
    assert start < found.last_day <= found.end
    assert day_status(found.end).working
    assert (found.end == found.last_day) is day_status(found.last_day).working


@settings(deadline=None)  # the first day of a year loads its calendar
@given(DAYS, st.integers(1, 60))
def test_longer_limits_end_later(start, count):
    for unit in ("day", "working_day", "month"):
        ends = [TimeLimit(unit, n).ends(start).end for n in (count, count + 1)]
        assert ends == sorted(ends)


def test_plain_data():
    found = TimeLimit("day", 1, basis=LegalBasis("91/2015/QH13", 148)).ends(date(2026, 2, 13))
    data = found.to_dict()
    assert (data["end"], data["verified"]) == ("2026-02-23", True)
    assert data["basis"]["document"] == "91/2015/QH13"
    assert data["steps"][0]["basis"]["clause"] == 2
    assert found.text().startswith("01 ngày (Điều 148 Bộ luật Dân sự 91/2015/QH13): từ 13/02/2026")


@pytest.mark.parametrize(
    ("basis", "vi"),
    [
        (LegalBasis("33/2020/QĐ-TTg", 7, 1), "khoản 1 Điều 7 Quyết định 33/2020/QĐ-TTg"),
        (LegalBasis("272/2025/NĐ-CP", 10), "Điều 10 Nghị định 272/2025/NĐ-CP"),
        (LegalBasis("50/2016/QĐ-TTg"), "Quyết định 50/2016/QĐ-TTg"),
    ],
)
def test_a_basis_reads_like_a_provision(basis, vi):
    assert str(basis) == vi
    provision = Provision(basis.document, basis.article, basis.clause)
    assert provision.text("vi") == vi
    assert provision.text("en") == basis.text("en")


# Limits that documents set.


@pytest.mark.parametrize(
    ("key", "article", "clause", "count"),
    [
        ("qd_33_2020.commune", 7, 1, 15),
        ("qd_33_2020.district", 7, 2, 30),
        ("qd_33_2020.province", 7, 3, 45),
        ("nd_272_2025.commune", 10, None, 25),
        ("nd_272_2025.province", 10, None, 45),
        ("nd_272_2025.ministry", 10, None, 15),
        ("qd_50_2016.all", None, None, 75),
        ("qd_50_2016.commune", None, None, 20),
        ("nd_255_2025.commune", None, None, 15),
    ],
)
def test_statutory_limits(key, article, clause, count):
    found = statutory_limit(key)
    assert (found.basis.article, found.basis.clause) == (article, clause)
    assert (found.limit.count, found.limit.unit) == (count, "working_day")
    assert found.text("vi").startswith(found.who.vi)
    assert found.text("en").endswith(found.limit.text("en"))


def test_all_statutory_limits_are_tested():
    assert len(statutory_limits()) == 9


def test_the_provinces_of_decree_272():
    found = statutory_limit("nd_272_2025.province")
    # 45 working days from 1 December 2025: less 01-02/01/2026, with the Saturday made up for.
    assert found.limit.ends(found.start).end == date(2026, 2, 3)


def test_no_such_statutory_limit():
    with pytest.raises(InputError, match=r"time_limit\.unknown.*qd_33_2020\.commune"):
        statutory_limit("qd_33_2020")
