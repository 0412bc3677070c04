"""Plans: targets, phases, responsible bodies, money and deadlines, and whether they are kept.

The package answers as the library that it holds: `dantoc_policy.plans()` gives the names of the
packaged plans, `dantoc_policy.plans.get("bac-kan-2020")` one of them.
"""

from __future__ import annotations

from dantoc_policy.values.library_package import answer_as_library

answer_as_library(__name__, "Plans")
