"""The packaged plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dantoc_policy.data import load
from dantoc_policy.errors import InputError

if TYPE_CHECKING:
    from dantoc_policy.plans.plan import Plan

_SHARED = ("indicators", "populations")


class Plans:
    """The packaged plans by name; called, it gives the names.

    >>> "bac-kan-2020" in plans()
    True
    >>> plans.get("bac-kan-2020").number
    '303/KH-UBND'
    """

    def __call__(self) -> tuple[str, ...]:
        """Give the names of the packaged plans."""
        return _names()

    def get(self, name: str) -> Plan:
        """Give a packaged plan by its name or by the number of its document.

        Raises:
            InputError: `plan.unknown`.
        """
        numbers = (key for key in _names() if self.row(key).get("number") == name)
        found = name if name in _names() else next(numbers, None)
        if found is None:
            raise InputError.of(
                "plan.unknown",
                vi=f"không có kế hoạch “{name}”.",
                en=f"there is no plan “{name}”.",
                mend_vi=f"Có: {', '.join(_names())}; hoặc cho đường dẫn của tệp.",
                mend_en=f"There are: {', '.join(_names())}; or give the path of a file.",
            )
        return _packaged(found)

    def row(self, name: str) -> Mapping[str, Any]:
        """Give the data of a packaged plan as the catalogue has it."""
        content: Mapping[str, Any] = load(f"plans/{name}")
        return content

    def __iter__(self) -> Iterator[Plan]:
        return (_packaged(name) for name in _names())

    def __len__(self) -> int:
        return len(_names())

    def __contains__(self, name: object) -> bool:
        return name in _names()

    def __repr__(self) -> str:
        return f"Plans({', '.join(_names())})"


@cache
def _names() -> tuple[str, ...]:
    held = (entry.name for entry in (files("dantoc_policy.data") / "plans").iterdir())
    names = sorted(name.removesuffix(".json") for name in held if name.endswith(".json"))
    return tuple(name for name in names if name not in _SHARED)


@cache
def _packaged(name: str) -> Plan:
    from dantoc_policy.plans.plan import Plan

    return Plan.model_validate(plans.row(name))


plans = Plans()
