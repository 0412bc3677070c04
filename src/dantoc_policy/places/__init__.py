"""Places: the facts that classify them, and the administrative units through time.

The package answers as the library of units that it holds, so that its name means one thing
whatever was imported before: `dantoc_policy.places.get("06", day)`, `len(dantoc_policy.places)`.
"""

from __future__ import annotations

from dantoc_policy.values.library_package import answer_as_library

answer_as_library(__name__, "Places")
