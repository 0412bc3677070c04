"""That something holds only where a province has, or has not, a body that not all have."""

from __future__ import annotations

from attrs import field, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.errors import Locale


def _id(body: Body) -> str:
    return repr(body.id)


@frozen
class Condition:
    """That a province has an optional body, or that it has it not.

    >>> from dantoc_policy.bodies.library import bodies
    >>> Condition(bodies.get("so_du_lich"), False).text("en")
    'where there is no Department of Tourism'
    """

    body: Body = field(repr=_id)
    there: bool

    @property
    def opposite(self) -> Condition:
        """What holds where this does not."""
        return Condition(self.body, not self.there)

    def text(self, locale: Locale = "vi") -> str:
        """Say the condition."""
        name = self.body.name.get(locale)
        if locale == "vi":
            return f"nơi {'có' if self.there else 'không có'} {name}"
        return f"where there is {'a' if self.there else 'no'} {name}"
