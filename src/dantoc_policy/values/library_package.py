"""Packages that answer as the library they hold, because both go by one name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any


class LibraryPackage(ModuleType):
    """A package that passes on to its library what it is asked for and does not hold itself.

    The library is the object in the module `library` of the package that has the package's name:
    `dantoc_policy.places` answers as `dantoc_policy.places.library.places`, whatever was imported
    before.
    """

    _class_name: str

    def _held(self, name: str) -> Any:
        # From the module by its full name: asking the package for it would ask it here again.
        return getattr(import_module(f"{self.__name__}.library"), name)

    @property
    def _library(self) -> Any:
        return self._held(self.__name__.rpartition(".")[2])

    def __getattr__(self, name: str) -> Any:
        # The class knows what the library answers; the library itself is built when it has to.
        if name.startswith("_") or not hasattr(self._held(self._class_name), name):
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(self._library, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._library)})

    def __call__(self, *given: Any) -> Any:
        """Call the library, where it can be called."""
        return self._library(*given)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._library)

    def __len__(self) -> int:
        return len(self._library)

    def __contains__(self, key: object) -> bool:
        return key in self._library

    def __repr__(self) -> str:
        return repr(self._library)


def answer_as_library(package: str, class_name: str) -> None:
    """Make a package answer as its library of a class; called at the end of its `__init__`."""
    module = sys.modules[package]
    # The lazy face of the library takes the name from the package, so it leads back to it.
    module.__dict__.update({"_class_name": class_name, package.rpartition(".")[2]: module})
    module.__class__ = LibraryPackage
