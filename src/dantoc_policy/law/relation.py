"""How one document bears on another."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from dantoc_policy.values.text import Text

RelationKind = Literal[
    "amends",
    "approves",
    "based_on",
    "consolidates",
    "continues",
    "corrects",
    "details",
    "extends",
    "guides",
    "implements",
    "issued_with",
    "promulgates",
    "refers",
    "repeals",
    "replaces",
    "resumes",
    "supplements",
    "suspends",
]

# Each kind as the source acts on the target, and as the target sees it.
NAMES: dict[RelationKind, tuple[Text, Text]] = {
    "amends": (Text("sửa đổi, bổ sung", "amends"), Text("được sửa đổi bởi", "amended by")),
    "approves": (Text("phê duyệt", "approves"), Text("được phê duyệt bởi", "approved by")),
    "based_on": (Text("căn cứ", "based on"), Text("là căn cứ của", "basis of")),
    "consolidates": (
        Text("hợp nhất", "consolidates"),
        Text("được hợp nhất tại", "consolidated in"),
    ),
    "continues": (
        Text("tiếp tục thực hiện", "continues"),
        Text("được tiếp tục thực hiện bởi", "continued by"),
    ),
    "corrects": (Text("đính chính", "corrects"), Text("được đính chính bởi", "corrected by")),
    "details": (
        Text("quy định chi tiết", "details"),
        Text("được quy định chi tiết bởi", "detailed by"),
    ),
    "extends": (
        Text("kéo dài thời hạn áp dụng", "extends"),
        Text("được kéo dài bởi", "extended by"),
    ),
    "guides": (Text("hướng dẫn", "guides"), Text("được hướng dẫn bởi", "guided by")),
    "implements": (Text("thực hiện", "implements"), Text("được thực hiện bởi", "implemented by")),
    "issued_with": (Text("ban hành kèm theo", "issued with"), Text("kèm theo", "carries")),
    "promulgates": (Text("công bố", "promulgates"), Text("được công bố bởi", "promulgated by")),
    "refers": (Text("dẫn chiếu", "refers to"), Text("được dẫn chiếu bởi", "referred to by")),
    "repeals": (Text("bãi bỏ", "repeals"), Text("bị bãi bỏ bởi", "repealed by")),
    "replaces": (Text("thay thế", "replaces"), Text("bị thay thế bởi", "replaced by")),
    "resumes": (
        Text("cho tiếp tục có hiệu lực", "resumes"),
        Text("được tiếp tục có hiệu lực bởi", "resumed by"),
    ),
    "supplements": (Text("bổ sung", "supplements"), Text("được bổ sung bởi", "supplemented by")),
    "suspends": (Text("ngưng hiệu lực", "suspends"), Text("bị ngưng hiệu lực bởi", "suspended by")),
}
# The source implements the target: when that ends, the law of the day says what becomes of it.
IMPLEMENTING: frozenset[RelationKind] = frozenset({"details", "guides"})
# The source changes the wording of the target, which stays in force.
CHANGING: frozenset[RelationKind] = frozenset({"amends", "supplements"})


class Relation(BaseModel):
    """What a document does to another one, from the side of the document that does it.

    `target` names a document of the library: by its number, with the day it was issued where the
    number alone is not enough, or by its identifier. `provisions` names the parts of the target
    that are concerned, as they are printed; empty means the whole. `effective` is the day
    it takes effect, where it is not the day the source itself does; `until` ends a suspension.

    >>> Relation(kind="continues", target="24-NQ/TW@2003-03-12").whole
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: RelationKind
    target: str
    provisions: tuple[str, ...] = ()
    effective: date | None = None
    until: date | None = None
    source: str | None = None
    verified: bool = True
    note: str | None = None

    @property
    def whole(self) -> bool:
        """Whether the whole target is concerned."""
        return not self.provisions
