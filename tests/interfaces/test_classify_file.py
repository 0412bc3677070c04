from __future__ import annotations

import csv
import datetime as dt
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dantoc_policy import Commune, classify
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.interfaces.classify_file import classify_file
from dantoc_policy.interfaces.files.write import write_file

DAY = dt.date(2021, 6, 4)


def by_id(classified):
    at = classified.columns.table.columns.index("id")
    return {result.row.cells[at]: result for result in classified}


def test_published_cases_as_the_law_forces_them(cases):
    classified = classify_file(cases, DAY)
    found = by_id(classified)
    possible = {key: set(result.evaluation.possible) for key, result in found.items()}
    # 17.9 % minority, 5.92 % poor, new-rural: Điều 4.
    assert found["C01"].outcome == "I"
    # New-rural is never III, and from 15 % minority it is I.
    assert possible["C02"] == {"I", "outside"}
    # From 20 % poor and not new-rural: III, if in the area at all.
    for key in ("C04", "C06", "C08", "C12"):
        assert possible[key] == {"III", "outside"}
        assert "minority_households" in found[key].evaluation.missing
    # The same, with new-rural unknown.
    assert possible["C13"] == possible["C26"] == {"III", "I", "outside"}
    # 92 % minority, 15.1 % poor, of them over 60 % minority: III, unless new-rural.
    assert possible["C21"] == {"III", "I"}
    assert found["C21"].evaluation.missing == ("meets_new_rural_standard",)
    # Between 15 and 20 %, not new-rural: II, or III with one more criterion.
    assert possible["C25"] == {"III", "II", "outside"}
    # Without a rate everything is open.
    for key in ("C16", "C18", "C23"):
        assert possible[key] == {"III", "I", "II", "outside"}
    # 95 % minority, 5.4 % poor.
    assert found["C28"].outcome == "I"
    assert classified.summary.rows == 14
    assert classified.summary.outcomes == {"I": 2}
    assert classified.summary.undetermined == 12


def test_figures_of_another_poverty_line_are_warned_of(cases):
    found = by_id(classify_file(cases, DAY))
    warned = {
        key
        for key, result in found.items()
        if any(problem.code == "figures.other_poverty_standard" for problem in result.problems)
    }
    assert warned == {"C02", "C04", "C06", "C08", "C12", "C25"}
    assert not any(result.has_errors for result in found.values())


def test_a_row_says_the_same_as_one_record(sheet):
    classified = classify_file(
        sheet(
            "name,province,households,minority_households,poor_households\nA,Sóc Trăng,99,50,15\n"
        ),
        DAY,
    )
    record = Commune(
        name="A", province="Sóc Trăng", households=99, minority_households=50, poor_households=15
    )
    (result,) = classified
    assert result.evaluation.to_dict() == classify(record, DAY).to_dict()


def test_record_keys(cases):
    classified = classify_file(cases, DAY, readings={"A33-3": "R2"})
    record = classified.record(next(iter(classified)))
    assert list(record) == [
        *("row", "name", "outcome", "possible", "verdict", "provisions", "missing", "problems"),
        *("instrument", "as_of", "readings"),
    ]
    assert record["row"] == 2
    assert record["readings"]["A33-3"] == "R2"


def test_contradictory_figures_decide_nothing(sheet):
    classified = classify_file(sheet("name,households,poor_households\nA,10,20\nB,10,1\n"), DAY)
    first, second = classified
    record = classified.record(first)
    assert record["outcome"] is None
    assert record["verdict"] == "undetermined"
    assert record["possible"] == record["provisions"] == record["missing"] == []
    assert record["problems"]
    assert second.evaluation is not None
    assert classified.summary.contradictory == classified.summary.with_errors == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"unit": "district"}, "unit.unknown"),
        ({"instrument": "1/1999/QĐ-TTg"}, "instrument.unknown"),
        ({"readings": {"A33-9": "R1"}}, "reading.unknown"),
        ({"readings": {"A33-3": "R9"}}, "reading.unknown"),
        ({"unit": "province"}, "instrument.none_in_force"),
    ],
)
def test_what_makes_everything_unusable(cases, options, code):
    with pytest.raises((InputError, NotInForceError)) as error:
        classify_file(cases, DAY, **options)
    assert error.value.code == code


def test_a_sheet_of_villages_read_as_communes_is_told(sheet):
    path = sheet("Tên thôn,Số hộ,Có điện lưới,Có đường đến trung tâm xã\nA,40,có,có\n")
    (note,) = classify_file(path, DAY).notes
    assert note.code == "unit.other_fits_better"
    assert not classify_file(path, DAY, unit="village").notes


def test_an_output_can_be_classified_again(cases, tmp_path):
    once = classify_file(cases, DAY)
    write_file(tmp_path / "once.csv", once, once, "vi")
    again = classify_file(tmp_path / "once.csv", DAY)
    write_file(tmp_path / "again.csv", again, again, "vi")
    with (tmp_path / "again.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert all(row["outcome"] == row["dantoc_outcome"] for row in rows)


def test_the_input_is_never_overwritten(cases, tmp_path):
    path = tmp_path / "in.csv"
    path.write_bytes(cases.read_bytes())
    classified = classify_file(path, DAY)
    with pytest.raises(InputError, match=r"output\.is_input"):
        write_file(path, classified, classified, "vi")
    assert path.read_bytes() == cases.read_bytes()


def test_a_failure_leaves_no_half_file(cases, tmp_path):
    classified = classify_file(cases, DAY)

    def failing():
        yield next(iter(classified))
        raise InputError.of("test", vi="hỏng", en="broken")

    with pytest.raises(InputError):
        write_file(tmp_path / "out.csv", classified, failing(), "vi")
    assert not list(tmp_path.iterdir())


# --- nothing is lost ------------------------------------------------------------------------

CELL = st.one_of(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\x00\r", exclude_categories=["Cs"]),
        max_size=12,
    ),
    st.sampled_from(["1.383", "5,92", ">50", "có", "không", "-", "x", "12", "0", "từ 10 đến 20"]),
)
HEADINGS = ["Tên xã", "Số hộ", "Số hộ DTTS", "Tỷ lệ hộ nghèo (%)", "Đạt chuẩn NTM", "Ghi chú"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    order=st.permutations(HEADINGS),
    rows=st.lists(st.lists(CELL, min_size=6, max_size=6), max_size=6),
    delimiter=st.sampled_from([",", ";", "\t"]),
    ending=st.sampled_from(["csv", "json", "jsonl", "parquet"]),
)
def test_every_row_and_every_cell_comes_out(tmp_path, order, rows, delimiter, ending):
    # A first row of plain figures keeps the header from being taken for one of several rows.
    rows = [["A", "1", "1", "1", "1", "1"], *rows]
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([order, *rows])
    classified = classify_file(path, DAY)
    target = tmp_path / f"out.{ending}"
    write_file(target, classified, classified, "vi")
    again = classify_file(target, DAY)
    out = list(again.columns.table.scan())
    assert len(out) == len(rows)
    assert again.columns.table.columns[:6] == tuple(order)
    for row, cells in zip(out, rows, strict=True):
        assert list(row.cells[:6]) == cells


def test_memory_stays_bounded(tmp_path):
    head = "name,households,minority_households,poor_households,note\n"
    peaks = []
    for count in (200, 1600):
        path = tmp_path / f"{count}.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write(head)
            file.writelines(f"A{at},100,50,{at % 9},{'x' * 1000}\n" for at in range(count))
        classify_file(path, DAY)  # what is loaded once does not count
        tracemalloc.start()
        classified = classify_file(path, DAY)
        write_file(tmp_path / "out.jsonl", classified, classified, "vi")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert classified.summary.rows == count
    assert peaks[1] < peaks[0] + 1_000_000
