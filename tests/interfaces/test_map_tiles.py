"""The tile map: every province of both vintages, the archipelagos, values, colours."""

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.map_layout import ARCHIPELAGOS, layout
from dantoc_policy.interfaces.map_tiles import tile_map
from dantoc_policy.places.library import places

OLD, NEW = dt.date(2021, 6, 4), dt.date(2025, 7, 1)
SVG = "{http://www.w3.org/2000/svg}"


def tiles(drawn):
    """Give the colour of each tile by its title."""
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own
    return {
        group.find(f"{SVG}title").text: group.find(f"{SVG}rect").get("fill")
        for group in root.iter(f"{SVG}g")
    }


@pytest.mark.parametrize("day", [OLD, dt.date(2025, 6, 30), NEW, dt.date(2026, 5, 1)])
def test_every_province_of_the_day_has_a_tile_of_its_own(day):
    cells = layout(day)
    assert {place.code for place in places.at(day, "province")} == cells.keys() - ARCHIPELAGOS
    assert len(set(cells.values())) == len(cells)


@pytest.mark.parametrize("day", [OLD, NEW])
def test_neighbours_touch_and_the_archipelagos_lie_apart_in_the_east(day):
    cells = layout(day)
    land = {cell for code, cell in cells.items() if code not in ARCHIPELAGOS}
    for column, row in land:
        around = {(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)} - {(column, row)}
        assert around & land
    for code, (_, province) in ARCHIPELAGOS.items():
        assert cells[code][0] > max(column for column, _ in land)
        assert abs(cells[code][1] - cells[province][1]) <= 1


@pytest.mark.parametrize("day", [OLD, NEW])
def test_the_archipelagos_have_the_colour_of_their_provinces(day):
    drawn = tiles(tile_map({"Đà Nẵng": 1, "Khánh Hòa": 9, "Hà Nội": 5}, day))
    assert drawn["Hoàng Sa (Đà Nẵng): 1"] == drawn["Đà Nẵng: 1"]
    assert drawn["Trường Sa (Khánh Hòa): 9"] == drawn["Khánh Hòa: 9"]
    assert drawn["Đà Nẵng: 1"] != drawn["Hà Nội: 5"] != drawn["Khánh Hòa: 9"]


def test_numbers_from_light_to_dark_and_the_highest_is_darkest():
    values = {"01": 0, "04": 0.1, "08": 0.3, "11": 1}
    drawn = tiles(tile_map(values, NEW))
    assert drawn["Điện Biên: 1"] == "#006d2c"
    assert drawn["Hà Nội: 0"] == "#edf8fb"
    assert drawn["Tuyên Quang: 0,3"] == "#b2e2e2"


def test_what_has_no_value_is_grey():
    drawn = tiles(tile_map({}, NEW))
    assert set(drawn.values()) == {"#e4e4e4"}
    assert len(drawn) == 36
    assert tiles(tile_map({"01": None}, NEW))["Hà Nội: -"] == "#e4e4e4"


def test_texts_have_colours_apart_or_those_given():
    values = {place.code: place.type.name.vi for place in places.at(NEW, "province")}
    drawn = tile_map(values, NEW, title="Loại <đơn vị>", colours={"tỉnh": "silver"})
    assert len(set(tiles(drawn).values())) == 2
    assert "silver" in tiles(drawn).values()
    assert "Loại &lt;đơn vị&gt;" in drawn.svg
    assert drawn._repr_svg_() == str(drawn) == drawn.svg


def test_numbers_and_texts_do_not_mix():
    with pytest.raises(InputError, match=r"map\.mixed_values"):
        tile_map({"01": 1, "04": "x"}, NEW)


def test_a_key_must_be_a_province_of_the_day():
    with pytest.raises(InputError, match=r"place\.other_day"):
        tile_map({"Bắc Kạn": 1}, NEW)
    assert tiles(tile_map({"Bắc Kạn": 1}, OLD))["Bắc Kạn: 1"] == "#006d2c"


def test_what_has_no_value_may_be_named():
    drawn = tile_map({"01": "x"}, NEW, others="còn lại")
    assert tiles(drawn)["Cao Bằng: còn lại"] == "#e4e4e4"
    assert "chưa có số liệu" not in drawn.svg


def test_english_maps_have_english_names():
    drawn = tiles(tile_map({"01": 1}, NEW, locale="en"))
    assert {"Ha Noi: 1", "Hoang Sa (Da Nang): -", "Truong Sa (Khanh Hoa): -"} <= drawn.keys()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (None, "map.unusable"),
        ({"01": object()}, "map.unusable"),
        ({"01": True}, "map.unusable"),
        ({"01": float("inf")}, "map.unusable"),
        ({"01": 1, "Hà Nội": 2}, "map.doubled"),
        ({None: 1}, "place.not_a_key"),
    ],
)
def test_values_that_cannot_be_drawn_are_told(values, code):
    with pytest.raises(InputError) as caught:
        tile_map(values, NEW)
    assert caught.value.code == code


def test_numbers_of_any_kind_and_what_is_missing():
    drawn = tiles(tile_map({"01": Decimal("2.5"), "04": Fraction(1, 2), "08": math.nan}, NEW))
    assert {"Hà Nội: 2,5", "Cao Bằng: 0,5", "Tuyên Quang: -"} <= drawn.keys()


@pytest.mark.parametrize(
    ("name", "code"), [("none/map.svg", "output.no_folder"), ("map.png", "map.format")]
)
def test_where_it_cannot_be_saved(tmp_path, name, code):
    with pytest.raises(InputError) as caught:
        tile_map({"01": 1}, NEW).save(tmp_path / name)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_it_is_saved(tmp_path):
    path = tile_map({"01": 1234.5}, NEW, locale="en").save(tmp_path / "map.svg")
    assert "1.234,5" in path.read_text(encoding="utf-8")
    assert "no value" in path.read_text(encoding="utf-8")
