"""The answer to who holds what a body held: determined, or all that is possible and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.condition import Condition
from dantoc_policy.bodies.events import BodyEvent
from dantoc_policy.bodies.function import Function
from dantoc_policy.bodies.handover import Extent, share_text
from dantoc_policy.errors import Locale
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

Missing = Literal["function", "place", "presence", "record"]
MISSING: Mapping[Missing, Text] = {
    "function": Text("nhiệm vụ thuộc chức năng nào", "the function that the task is of"),
    "place": Text("tỉnh, thành phố nào", "the province"),
    "presence": Text("tỉnh này có cơ quan đó hay không", "whether the province has the body"),
    "record": Text(
        "chức năng nào chuyển về đâu (chưa có tư liệu)", "what went where (not recorded)"
    ),
}


def _id(body: Body) -> str:
    return repr(body.id)


@frozen
class Holder:
    """A body that holds, or may hold, what was asked for: which functions, and where only."""

    body: Body
    extent: Extent
    functions: tuple[Function, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def text(self, locale: Locale = "vi") -> str:
        """Say the body with its functions and conditions."""
        said = [share_text(self.extent, self.functions, locale)] if self.extent != "all" else []
        said += [condition.text(locale) for condition in self.conditions]
        name = self.body.text(locale)
        return f"{name}: {', '.join(said)}" if said else name

    def to_dict(self) -> dict[str, Any]:
        """Give the holder as plain JSON data."""
        return {
            "body": self.body.id,
            "vi": self.body.text("vi"),
            "en": self.body.text("en"),
            "extent": self.extent,
            "functions": [one.id for one in self.functions],
            "conditions": [
                {"body": one.body.id, "there": one.there, "text": one.text()}
                for one in self.conditions
            ],
        }


@frozen(kw_only=True)
class Succession:
    """Who holds on a day what a body held, and by which events it came there.

    `bodies` are the holders where the answer is determined. Where it is not, `possible` lists each
    with what it took over, and `missing` says what would settle it: the `function`, the `place`
    (province), the `presence` of an optional body there, or a `record` that the library lacks.
    `names_no_function` is the text of a task that would have to name a function and names none.

    >>> from dantoc_policy.bodies.library import bodies
    >>> answer = bodies.successor("Sở TT&TT", date(2025, 8, 1))
    >>> answer.bodies, answer.missing, len(answer.possible)
    ((), ('function',), 3)
    >>> [body.name.vi for body in bodies.successor("Sở TT&TT", date(2025, 8, 1), "báo chí").bodies]
    ['Sở Văn hóa, Thể thao và Du lịch']
    """

    body: Body = field(repr=_id)
    as_of: date
    functions: tuple[Function, ...]
    possible: tuple[Holder, ...]
    missing: tuple[Missing, ...]
    path: tuple[BodyEvent, ...] = field(repr=False)
    names_no_function: str | None = field(default=None, repr=False)

    @property
    def determined(self) -> bool:
        """Whether it is certain who the holders are."""
        return not self.missing

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that hold it, or none where that is not determined."""
        if not self.determined:
            return ()
        return tuple({holder.body.id: holder.body for holder in self.possible}.values())

    @property
    def presumed(self) -> bool:
        """Whether it is only presumed that the body was there: nobody knows of its province."""
        of_some = self.body.optional and self.body.territory is not None
        return of_some and self.body.presence is None

    @property
    def verified(self) -> bool:
        """Whether sources confirm every event on the way, and that the body was there."""
        return self.body.is_verified("presence") and all(event.verified for event in self.path)

    def notes(self, locale: Locale = "vi") -> tuple[str, ...]:
        """Say what the answer presumes, and which functions a text could have named."""
        vi, found = locale == "vi", list[str]()
        if self.presumed and self.body.territory is not None:
            place, name = self.body.territory.text(locale), self.body.name.get(locale)
            said = f"chưa rõ {place} có {name} hay không; câu trả lời coi là có"
            other = f"it is not known whether {place} had a {name}; the answer presumes that it had"
            found.append(f"{said}." if vi else f"{other}.")
        if self.names_no_function is not None:
            listed = "; ".join(one.name.get(locale) for one in self.body.functions)
            said = f"“{self.names_no_function}” không nêu chức năng nào; có thể là: {listed}."
            other = f"“{self.names_no_function}” names no function; it may be: {listed}."
            found.append(said if vi else other)
        return tuple(found)

    def text(self, locale: Locale = "vi") -> str:
        """Say the answer: who, or who may be and what is missing; then the events.

        >>> from dantoc_policy.bodies.library import bodies
        >>> print(bodies.successor("Sở KH&ĐT", date(2025, 8, 1)).text("en"))
        Department of Planning and Investment, on 1 August 2025: Department of Finance.
        - 1 March 2025: Department of Planning and Investment to ... (Decree 45/2025/NĐ-CP)
        """
        vi = locale == "vi"
        about = "; ".join(one.name.get(locale) for one in self.functions)
        head = self.body.text(locale) + (f" ({about})" if about else "")
        on = f"{'ngày' if vi else 'on'} {format_date(self.as_of, locale)}"
        if self.determined:
            names = ", ".join(body.text(locale) for body in self.bodies)
            lines = [f"{head}, {on}: {names}."]
        else:
            lacks = "; ".join(MISSING[name].get(locale) for name in self.missing)
            said = f"chưa xác định, còn thiếu: {lacks}" if vi else f"undetermined, missing: {lacks}"
            lines = [f"{head}, {on}: {said}."]
            lines += [f"  * {holder.text(locale)}" for holder in self.possible]
        lines += [f"  {note[0].upper()}{note[1:]}" for note in self.notes(locale)]
        return "\n".join([*lines, *(f"- {event.text(locale)}" for event in self.path)])

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain JSON data."""
        return {
            "body": self.body.id,
            "as_of": self.as_of.isoformat(),
            "functions": [one.id for one in self.functions],
            "determined": self.determined,
            "bodies": [body.id for body in self.bodies],
            "possible": [holder.to_dict() for holder in self.possible],
            "missing": list(self.missing),
            "names_no_function": self.names_no_function,
            "presumed": self.presumed,
            "path": [event.to_dict() for event in self.path],
            "verified": self.verified,
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()
