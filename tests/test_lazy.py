"""Data is read when it is asked for: no import reads any, no answer reads more than it needs."""

import json
import subprocess
import sys

import pytest

# Says which compiled files were opened while the code ran, and which libraries were built.
WATCHED = """
import json, sys
read = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].endswith(".json"):
        read.append(args[0].replace("\\\\", "/").partition("/data/")[2])
sys.addaudithook(watch)
{code}
libraries = [name for name in sys.modules if name.startswith("dantoc_policy.")
             and name.endswith(".library")]
print(json.dumps([read, libraries]))
"""


def watched(code):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED.format(code=code)],
        capture_output=True,
        text=True,
        check=True,
    )
    read, libraries = json.loads(done.stdout.splitlines()[-1])
    return {name.removesuffix(".json") for name in read}, set(libraries)


@pytest.mark.parametrize(
    "code",
    [
        "import dantoc_policy",
        "import dantoc_policy as dp; dir(dp)",
        "import dantoc_policy.places, dantoc_policy.peoples, dantoc_policy.bodies",
        "import dantoc_policy.plans",
    ],
)
def test_importing_reads_nothing_and_builds_nothing(code):
    assert watched(code) == (set(), set())


@pytest.mark.parametrize(
    "code",
    [
        "import dantoc_policy.instruments.classify",
        "from dantoc_policy import Commune, Village, classify",
        "import dantoc_policy.places.library, dantoc_policy.bodies.library",
        "import dantoc_policy.peoples.library, dantoc_policy.plans.library",
    ],
)
def test_importing_what_decides_reads_no_places_peoples_bodies_or_plans(code):
    read, _ = watched(code)
    assert {name for name in read if name.startswith(("places", "peoples", "bodies", "plans"))} == (
        set()
    )


DECISION = """
import datetime
from dantoc_policy import Commune, classify
commune = Commune(households=10, minority_households=5, poor_households=3{more})
classify(commune, datetime.date(2021, 6, 4)).outcome
"""


def test_a_decision_reads_regions_only_where_a_province_has_to_be_placed():
    read, libraries = watched(DECISION.format(more=""))
    assert {name for name in read if name.startswith("places")} == set()
    assert "dantoc_policy.places.library" not in libraries
    read, libraries = watched(DECISION.format(more=', province="Sóc Trăng"'))
    assert {name for name in read if name.startswith("places")} == {
        "places/provinces_63",
        "places/regions",
    }
    assert "dantoc_policy.places.library" not in libraries


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("import dantoc_policy as dp; dp.peoples.get('tay')", "peoples"),
        ("import dantoc_policy as dp; dp.bodies.get('so_noi_vu')", "bodies"),
        ("import dantoc_policy as dp; dp.places.get('vn:tinh:06@2004')", "places"),
    ],
)
def test_a_look_up_reads_its_own_kind(code, kind):
    read, _ = watched(code)
    assert kind in {name.partition("/")[0] for name in read}
    assert {name.partition("/")[0] for name in read} <= {kind, "law"}
