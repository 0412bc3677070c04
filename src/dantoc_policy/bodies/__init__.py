"""Public bodies of Viet Nam through time: their names, what they did, and who took over.

The package answers as the library that it holds, so that its name means one thing whatever was
imported before: `dantoc_policy.bodies.get("Sở Nội vụ")`, `len(dantoc_policy.bodies)`.
"""

from __future__ import annotations

from dantoc_policy.values.library_package import answer_as_library

answer_as_library(__name__, "Bodies")
