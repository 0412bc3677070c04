"""The ethnic groups of Viet Nam, their codes and names, and the official lists they are in.

The package answers as the library that it holds, so that its name means one thing whatever was
imported before: `dantoc_policy.peoples.get("Tày")`, `len(dantoc_policy.peoples)`.
"""

from __future__ import annotations

from dantoc_policy.values.library_package import answer_as_library

answer_as_library(__name__, "Peoples")
