"""Which body, or group of bodies, the words of the command line mean."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.bodies.library import bodies
from dantoc_policy.errors import InputError, Locale, PolicyError
from dantoc_policy.interfaces.cli.common import say
from dantoc_policy.interfaces.cli.lookup import mended


def key_of(key: str, within: str | None) -> str:
    """Give the key of a body of a province; an identifier becomes the name that it stands for.

    >>> key_of("ban_dan_toc", "tỉnh Bắc Kạn"), key_of("UBND tỉnh", None)
    ('Ban Dân tộc tỉnh Bắc Kạn', 'UBND tỉnh')
    """
    if within is None:
        return key
    known = next((body for body in bodies if body.id == key), None)
    return f"{key if known is None else known.name.vi} {within}"


def one_body_or_group(key: str, as_of: date | None, within: str | None) -> Body | BodyClass:
    """Give the one body that a name means, or the group of bodies that it names.

    Raises:
        InputError: as `Bodies.get`.
        NotInForceError: as `Bodies.get`.

    >>> one_body_or_group("các sở, ban, ngành", None, None).id
    'so_ban_nganh'
    """
    if within is None and key in bodies.classes:
        return bodies.get_class(key)
    try:
        return bodies.get(key_of(key, within), as_of)
    except InputError as error:
        if error.code != "body.is_group":
            raise
        return bodies.get_class(key)


def found_bodies(key: str, as_of: date | None, within: str | None) -> list[Body | BodyClass]:
    """Give the bodies and the groups that a name, or an identifier, may mean."""
    read = key_of(key, within)
    found: list[Body | BodyClass] = list(bodies.find(read, as_of))
    if not found and read in bodies:
        one = bodies.get(read)
        found = [one] if as_of is None or one.exists(as_of) else []
    groups = bodies.find_class(key)
    if key in bodies.classes:
        groups = [bodies.classes[key]]
    return [*found, *groups]


def hint(key: str, as_of: date | None, within: str | None, locale: Locale) -> None:
    """Say on stderr what is nearly called so, or when what is called so was there."""
    try:
        bodies.get(key_of(key, within), as_of)
    except PolicyError as error:
        say(evolve(mended(error.problem), severity="note"), locale)
