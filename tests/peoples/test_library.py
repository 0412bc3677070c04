"""The library of groups: keys, codes, days, records, and the package that stands for it."""

import datetime as dt
import pickle
import subprocess
import sys

import attrs
import jsonschema
import pytest

import dantoc_policy as dp
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.peoples.codes import code_scheme
from dantoc_policy.peoples.group import EthnicGroup, Households, Population
from dantoc_policy.peoples.library import Peoples, peoples
from dantoc_policy.values.text import Text

GROUPS = tuple(peoples)


def test_a_group_is_a_key_of_itself():
    assert peoples.get(peoples.get("tay")) is peoples.get("Tày")


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_a_group_is_found_by_identifier_and_by_each_code(group):
    assert peoples.get(group.id) is group
    assert peoples.by_code(group.code_1979, "1979") is group
    assert peoples.by_code(int(group.code_2008), 2008) is group
    assert (group.code("1979"), group.code("2008")) == (group.code_1979, group.code_2008)


@pytest.mark.parametrize("ask", [peoples.by_code, peoples.get, peoples.find])
@pytest.mark.parametrize("code", ["11", 11, " 11"])
def test_a_bare_code_is_refused_with_both_readings(ask, code):
    with pytest.raises(InputError) as caught:
        ask(code)
    assert caught.value.code == "people.code_scheme"
    assert "Ngái" in caught.value.message("vi")
    assert "Ê đê" in caught.value.message("vi")
    assert "Ngai" in caught.value.message("en")
    assert "E de" in caught.value.message("en")


def test_a_bare_code_is_refused_even_where_both_orders_agree():
    with pytest.raises(InputError, match=r"people\.code_scheme"):
        peoples.by_code("02")


@pytest.mark.parametrize("ask", [peoples.get, peoples.find])
@pytest.mark.parametrize("key", [None, 4.5, True, ["Tày"]])
def test_what_is_no_text_is_refused(ask, key):
    with pytest.raises(InputError) as caught:
        ask(key)
    assert caught.value.code == "argument.not_text"
    assert repr(key) in caught.value.message("en")


def test_codes_of_no_group():
    for scheme in ("1979", "2008"):
        for code in ("00", "99", "x"):
            with pytest.raises(InputError, match=r"people\.unknown_code"):
                peoples.by_code(code, scheme)
    with pytest.raises(InputError, match="foreigner"):
        peoples.by_code("55", "2008")
    with pytest.raises(InputError) as caught:
        peoples.by_code("55", "1979")
    assert "foreigner" not in str(caught.value)


def test_other_orders_of_codes_are_refused():
    with pytest.raises(InputError, match=r"people\.unknown_scheme"):
        peoples.by_code("02", "1989")
    with pytest.raises(InputError, match=r"people\.unknown_scheme"):
        peoples.get("tay").code("gso")
    assert code_scheme(1979) is code_scheme("1979")


def test_groups_on_a_day():
    assert len(peoples.at(dt.date(1979, 3, 2))) == 54
    assert peoples.at(dt.date(2026, 1, 1)) == GROUPS
    with pytest.raises(NotInForceError) as caught:
        peoples.at(dt.date(1979, 3, 1))
    assert caught.value.code == "people.no_list"
    assert "02/3/1979" in caught.value.message("vi")
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        peoples.at(dt.datetime(2021, 1, 1))  # noqa: DTZ001


def test_iteration_length_and_membership():
    assert len(peoples) == len(GROUPS) == 54
    assert [group.code_1979 for group in peoples] == sorted(group.code_1979 for group in peoples)
    assert GROUPS[0] in peoples
    assert "la-hu" in peoples
    assert "người Mông" in peoples
    assert "Xyz" not in peoples
    assert 11 not in peoples
    assert repr(peoples) == "<Peoples: 54>"


def test_populations_by_year():
    la_hu = peoples.get("La Hủ")
    assert la_hu.population(2019) == Population(12113, "ethnic_groups/census-wiki", True)
    assert la_hu.population(2009).count == 9651
    assert la_hu.populations.keys() == {2009, 2019}
    assert la_hu.households["census_2019"] == Households(2834, "gaps_filled/kontum-4a", True)
    assert not peoples.get("Ngái").population(2009).verified
    with pytest.raises(NotInForceError) as caught:
        peoples.get("Tày").population(2009)
    assert caught.value.code == "people.no_population"
    assert "2019" in caught.value.message("en")


def test_a_population_is_no_number_of_households():
    assert Population(1, "memory", False) != Households(1, "memory", False)


def test_languages():
    assert peoples.get("Tày").branch == Text("Tày-Thái", "Tay-Thai")
    assert peoples.get("Chăm").family.en == "Austronesian"
    [part] = peoples.get("Sán Chay").other_branches
    assert (part.part, part.branch.vi) == ("Sán Chỉ", "Hán")


def test_what_is_confirmed():
    tho = peoples.get("tho-24")
    assert tho.is_verified("code_1979")
    assert not tho.is_verified("code_2008")
    assert tho.source_of("other_names") == "memory"
    assert tho.source_of("code_1979") == tho.source


def test_a_group_is_frozen_hashable_and_survives_pickling():
    group = peoples.get("tay")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        group.name = Text("x", "x")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        group.population(2019).count = 1
    assert pickle.loads(pickle.dumps(group)) == group  # noqa: S301
    assert len(set(GROUPS)) == 54
    assert (str(group), group.text("vi"), group.text("en")) == ("Tày", "dân tộc Tày", "Tay")


def test_groups_are_as_their_schema_says():
    schema = peoples.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    for group in peoples:
        check.validate(group.to_dict())
    with pytest.raises(jsonschema.ValidationError):
        check.validate({**GROUPS[0].to_dict(), "code": "01"})


def test_a_library_of_ones_own():
    own = Peoples(GROUPS[:2], ())
    assert len(own) == 2
    assert own.find("Thái") == []
    assert own.official_status("Tày", dt.date(2022, 1, 1)).listings == ()


def test_the_package_answers_as_its_library():
    assert dp.EthnicGroup is EthnicGroup
    assert len(dp.peoples) == 54
    assert list(dp.peoples) == list(GROUPS)
    assert dp.peoples.get("Tày") is peoples.get("Tày")
    assert "Tày" in dp.peoples
    assert repr(dp.peoples) == repr(peoples)
    assert {"get", "find", "library"} <= set(dir(dp.peoples))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dp.peoples.nonsense


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import dantoc_policy.peoples.group",
        "import dantoc_policy.peoples.library as library",
        "from dantoc_policy import peoples, EthnicGroup",
        "from dantoc_policy.peoples import names",
        "import dantoc_policy as dp; dp.peoples; import dantoc_policy.peoples.lists as lists",
    ],
)
def test_the_name_means_the_library_whatever_was_imported_before(before):
    code = f"{before}\nimport dantoc_policy as dp\nassert dp.peoples.get('Tày').code_1979 == '02'"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_package_reads_no_data():
    code = (
        "import dantoc_policy.peoples, sys\n"
        "sys.exit(any(m in sys.modules for m in ('attrs', 'dantoc_policy.data')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
