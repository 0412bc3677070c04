"""A Text holds both languages, and Vietnamese is the one that shows."""

import pytest
from attrs.exceptions import FrozenInstanceError

from dantoc_policy.values.text import Text

NAME = Text("khu vực III", "region III")


def test_each_language():
    assert NAME.get("vi") == "khu vực III"
    assert NAME.get("en") == "region III"


def test_vietnamese_is_the_default():
    assert NAME.get() == str(NAME) == f"{NAME}" == NAME.vi


def test_is_a_value():
    assert Text("xã", "commune") == Text("xã", "commune")
    assert len({Text("xã", "commune"), Text("xã", "commune"), Text("xã", "ward")}) == 2
    with pytest.raises(FrozenInstanceError):
        NAME.vi = "khu vực I"
