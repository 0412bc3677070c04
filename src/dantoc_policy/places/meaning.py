"""What a name has meant, and where that is on a day."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from dantoc_policy.places.lineage import Lineage, Link
from dantoc_policy.places.place import Place, show_id
from dantoc_policy.places.unit_type import show_size


@frozen
class Meaning:
    """A unit that a name meant, and where it is on the day asked for."""

    place: Place = field(repr=show_id)
    links: tuple[Link, ...] = field(repr=show_size)

    @property
    def is_former(self) -> bool:
        """Whether the unit so called is no more on the day."""
        return not any(link.kind == "same" for link in self.links)


def goes_on(place: Place, others: list[Place], lineage: Lineage) -> bool:
    """Whether all of a unit went on in one of some others, which bear its name too."""
    later = (
        other
        for other in others
        if other.valid.start is not None and place.valid.precedes(other.valid)
    )
    return any(
        link.new is not None and link.new.id == other.id and link.share == "whole"
        for other in later
        for link in lineage.forward(place, other.valid.start or date.min)
    )
