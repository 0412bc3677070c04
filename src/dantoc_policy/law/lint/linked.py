"""The documents of the library that a citation means, or whose number it at least has."""

from __future__ import annotations

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.document import Document
from dantoc_policy.law.lint.bodies import is_placed
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.resolve import resolved
from dantoc_policy.law.resolving.unit_names import is_bare, meant_by, same_unit


def linked(scene: Scene, citation: Citation) -> Document | None:
    """Give the one document that a citation means, or None where it may mean another."""
    key = (
        citation.text,
        citation.subject,
        citation.issue_date,
        citation.unit,
        citation.issuer_id,
        citation.term,
        citation.type,
    )
    if key not in scene.linked:
        scene.linked[key] = resolved(citation, scene.context, scene.library)
    return scene.linked[key]


def bearing(scene: Scene, citation: Citation) -> tuple[Document, ...]:
    """Give the documents of the library that bear the number, of whatever day and term."""
    number = citation.canonical
    if number is None or citation.parsed is None or number not in scene.library:
        return ()
    found = (match.document for match in scene.library.search(number))
    return tuple(
        document
        for document in found
        if document.number is not None
        and citation.type in {None, document.type}
        and _in_place(scene, citation, document)
    )


def _in_place(scene: Scene, citation: Citation, document: Document) -> bool:
    """Whether the places agree; "UBND tỉnh" means the province whose document the text is."""
    if document.unit is None or not is_placed(citation):
        return True
    if citation.unit is not None and not is_bare(citation.unit):
        return same_unit(citation.unit, document.unit)
    around = scene.context.unit
    if around is None:
        return False
    return any(same_unit(place, document.unit) for place in meant_by(citation.unit, around))
