"""The ethnic groups of Viet Nam, their codes and names, and the official lists they are in.

The package answers as the library that it holds, so that its name means one thing whatever was
imported before: `dantoc_policy.peoples.get("Tày")`, `len(dantoc_policy.peoples)`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dantoc_policy.peoples.group import EthnicGroup
    from dantoc_policy.peoples.library import Peoples


class _Package(ModuleType):
    """A package that passes on to its library what it is asked for and does not hold itself."""

    @property
    def _library(self) -> Peoples:
        # From the module by its full name: asking the package for it would ask it here again.
        from dantoc_policy.peoples.library import peoples as library

        return library

    def __getattr__(self, name: str) -> Any:
        from dantoc_policy.peoples.library import Peoples

        if name.startswith("_") or not hasattr(Peoples, name):
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(self._library, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._library)})

    def __iter__(self) -> Iterator[EthnicGroup]:
        return iter(self._library)

    def __len__(self) -> int:
        return len(self._library)

    def __contains__(self, key: object) -> bool:
        return key in self._library

    def __repr__(self) -> str:
        return repr(self._library)


peoples = sys.modules[__name__]
peoples.__class__ = _Package
