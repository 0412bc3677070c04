"""The relations between the documents of a library, with both ends found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from dantoc_policy.errors import Problem
from dantoc_policy.law.document import Document, shown
from dantoc_policy.law.registry.register import Register
from dantoc_policy.law.relation import NAMES, Relation


@frozen
class Link:
    """One relation: what `source` does to `target`."""

    source: Document = field(repr=shown)
    relation: Relation
    target: Document = field(repr=shown)

    @property
    def dashed(self) -> bool:
        """Whether the relation is not verified; pictures draw it dashed."""
        return not self.relation.verified


class Links:
    """All relations whose target is in the library, from either end; the rest are problems."""

    def __init__(self, documents: Iterable[Document], register: Register) -> None:
        self._from: dict[str, list[Link]] = {}
        self._to: dict[str, list[Link]] = {}
        self.problems: list[Problem] = []
        for document in documents:
            for place, relation in enumerate(document.relations):
                found = register.target(relation.target) or register.candidates(relation.target)
                if len(found) == 1:
                    link = Link(document, relation, found[0])
                    self._from.setdefault(document.id, []).append(link)
                    self._to.setdefault(found[0].id, []).append(link)
                else:
                    self.problems.append(_unresolved(document, place, relation, found))

    def outgoing(self, document: Document) -> list[Link]:
        """Give what a document does to others."""
        return self._from.get(document.id, [])

    def incoming(self, document: Document) -> list[Link]:
        """Give what others do to a document."""
        return self._to.get(document.id, [])

    def __iter__(self) -> Iterator[Link]:
        return (link for links in self._from.values() for link in links)


def _unresolved(
    document: Document, place: int, relation: Relation, found: list[Document]
) -> Problem:
    named = ", ".join(candidate.id for candidate in found)
    verb_vi, verb_en = NAMES[relation.kind][0].vi, NAMES[relation.kind][0].en
    if found:
        return Problem(
            code="document.ambiguous_target",
            place=f"{document.id}: relations.{place}",
            vi=f"{verb_vi} “{relation.target}”, có thể là {named}.",
            en=f"{verb_en} “{relation.target}”, which may be {named}.",
            mend_vi="Thêm @ và ngày ban hành, hoặc dùng mã định danh.",
            mend_en="Add @ and the day of issue, or use the identifier.",
        )
    return Problem(
        code="document.unresolved_target",
        place=f"{document.id}: relations.{place}",
        vi=f"{verb_vi} “{relation.target}”, không có trong thư viện.",
        en=f"{verb_en} “{relation.target}”, which is not in the library.",
        mend_vi="Thêm văn bản đó, dù chỉ có số, ký hiệu, loại và cơ quan ban hành.",
        mend_en="Add that document, if only with number, type and issuer.",
    )
