"""Public bodies of Viet Nam through time: their names, what they did, and who took over.

The package answers as the library that it holds, so that its name means one thing whatever was
imported before: `dantoc_policy.bodies.get("Sở Nội vụ")`, `len(dantoc_policy.bodies)`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dantoc_policy.bodies.body import Body
    from dantoc_policy.bodies.library import Bodies


class _Package(ModuleType):
    """A package that passes on to its library what it is asked for and does not hold itself."""

    @property
    def _library(self) -> Bodies:
        # From the module by its full name: asking the package for it would ask it here again.
        from dantoc_policy.bodies.library import bodies as library

        return library

    def __getattr__(self, name: str) -> Any:
        from dantoc_policy.bodies.library import Bodies

        if name.startswith("_") or not hasattr(Bodies, name):
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(self._library, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._library)})

    def __iter__(self) -> Iterator[Body]:
        return iter(self._library)

    def __len__(self) -> int:
        return len(self._library)

    def __contains__(self, key: object) -> bool:
        return key in self._library

    def __repr__(self) -> str:
        return repr(self._library)


bodies = sys.modules[__name__]
bodies.__class__ = _Package
