"""Places: the facts that classify them, and the administrative units through time.

The package answers as the library of units that it holds, so that its name means one thing
whatever was imported before: `dantoc_policy.places.get("06", day)`, `len(dantoc_policy.places)`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dantoc_policy.places.library import Places
    from dantoc_policy.places.place import Place


class _Package(ModuleType):
    """A package that passes on to its library what it is asked for and does not hold itself."""

    @property
    def _library(self) -> Places:
        # From the module by its full name: asking the package for it would ask it here again.
        from dantoc_policy.places.library import places as library

        return library

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from dantoc_policy.places.library import Places

        if not hasattr(Places, name):
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(self._library, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._library)})

    def __iter__(self) -> Iterator[Place]:
        return iter(self._library)

    def __len__(self) -> int:
        return len(self._library)

    def __contains__(self, key: object) -> bool:
        return key in self._library

    def __repr__(self) -> str:
        return repr(self._library)


places = sys.modules[__name__]
places.__class__ = _Package
