"""Which stretches of a text are citations already, and which citation is the text's own number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from dantoc_policy.law.citation import Citation, Span


@frozen
class Occupied:
    """The stretches that citations take, in order; they do not overlap."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, citations: Sequence[Citation]) -> Occupied:
        """Take the spans of citations, which stand in the order of the text."""
        spans = sorted(citation.span for citation in citations)
        return cls(tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def meets(self, span: Span) -> bool:
        """Whether a span has a character in common with a citation.

        >>> taken = Occupied((10,), (20,))
        >>> taken.meets((0, 10)), taken.meets((19, 30)), taken.meets((20, 30))
        (False, True, False)
        """
        return bisect_right(self.ends, span[0]) < bisect_left(self.starts, span[1])


def own_citation(citations: Sequence[Citation]) -> Citation | None:
    """Give the number in the heading of a text, which is that of the text itself."""
    return next((citation for citation in citations if citation.heading), None)
