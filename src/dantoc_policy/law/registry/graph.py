"""Documents and their relations as a graph."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Sized
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.links import Link
from dantoc_policy.law.relation import NAMES, RelationKind


def _counted(items: Sized) -> str:
    return str(len(items))


@frozen
class Graph:
    """Documents as nodes, their relations as edges from the one that acts to the other.

    >>> from dantoc_policy.law.library import documents
    >>> near = documents.graph().around("05/2011/NĐ-CP", kinds={"amends", "consolidates"})
    >>> print(near.to_mermaid("en"))
    graph LR
      ...
    """

    nodes: tuple[Document, ...] = field(repr=_counted)
    edges: tuple[Link, ...] = field(repr=_counted)

    def around(
        self,
        key: Document | str,
        depth: int = 1,
        *,
        kinds: Collection[RelationKind] | None = None,
    ) -> Graph:
        """Give the part of the graph that is so many relations away from a document, or fewer.

        Relations are followed in both directions; `kinds` keeps to some kinds.
        """
        edges = [edge for edge in self.edges if kinds is None or edge.relation.kind in kinds]
        reached = {self._find(key).id}
        newest = reached
        for _ in range(depth):
            ends = [(edge.source.id, edge.target.id) for edge in edges]
            newest = {b for a, b in ends if a in newest} | {a for a, b in ends if b in newest}
            newest -= reached
            reached = reached | newest
        return self._only(reached, edges)

    def _only(self, ids: Collection[str], edges: Sequence[Link]) -> Graph:
        return Graph(
            tuple(node for node in self.nodes if node.id in ids),
            tuple(edge for edge in edges if edge.source.id in ids and edge.target.id in ids),
        )

    def _find(self, key: Document | str) -> Document:
        wanted = key if isinstance(key, str) else key.id
        found = [node for node in self.nodes if wanted in (node.id, node.number, node.name)]
        if len(found) != 1:
            raise InputError.of(
                "document.unknown",
                vi=f"sơ đồ không có đúng một văn bản “{wanted}”.",
                en=f"the graph has not exactly one document “{wanted}”.",
                mend_vi="Dùng mã định danh của văn bản.",
                mend_en="Use the identifier of the document.",
            )
        return found[0]

    def to_mermaid(self, locale: Locale = "vi") -> str:
        """Write the graph for Mermaid; relations that are not verified are dashed."""
        names = {node.id: f"d{place}" for place, node in enumerate(self.nodes)}
        lines = [
            f'  {names[node.id]}["{_quoted(node.citation(locale, first=False))}"]'
            for node in self.nodes
        ]
        for edge in self.edges:
            verb = NAMES[edge.relation.kind][0].get(locale)
            arrow = "-.->" if edge.dashed else "-->"
            lines.append(f"  {names[edge.source.id]} {arrow}|{verb}| {names[edge.target.id]}")
        return "\n".join(["graph LR", *lines])

    def to_dict(self) -> dict[str, Any]:
        """Give the graph as plain JSON data: nodes by their identifiers, edges between them."""
        return {
            "nodes": [
                {
                    "id": node.id,
                    "number": node.number,
                    "title": node.title,
                    "type": node.type,
                    "issued": node.issued and node.issued.isoformat(),
                }
                for node in self.nodes
            ],
            "edges": [
                {
                    "source": edge.source.id,
                    "target": edge.target.id,
                    "kind": edge.relation.kind,
                    "provisions": list(edge.relation.provisions),
                    "verified": edge.relation.verified,
                }
                for edge in self.edges
            ],
        }

    def __len__(self) -> int:
        return len(self.nodes)


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;")
