"""Finding the citations of a text: each step is a module of its own, this one joins them."""

from __future__ import annotations

import re

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.before import FAR, NEAR, read_before, read_title
from dantoc_policy.law.citations.code_pattern import Code, find_codes
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import (
    LEAD,
    TERM,
    read_body,
    read_place_of_body,
    with_further,
)
from dantoc_policy.law.citations.letterhead import read_letterhead
from dantoc_policy.law.citations.likely import is_citation
from dantoc_policy.law.citations.lists import goes_on, share_in_lists
from dantoc_policy.law.citations.meaning import finish, sole_issuer
from dantoc_policy.law.citations.pinpoints import has_pinpoint, read_pinpoints
from dantoc_policy.law.citations.portal import read_catalogue_form
from dantoc_policy.law.citations.press import has_act, read_between, read_press
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.subject import read_subject
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold

_BEHIND = 150
# Laws and ordinances have their number behind their title; LCT and CTN promulgated them.
_TITLED_SYMBOL = re.compile(r"(?:\A|TV)QH[0-9]+\Z|LCT|L/CTN|HĐNN")
_TYPE_CELL = re.compile(r"\s?\|\s?(?P<type>[a-z]+(?: [a-z]+){0,3}?)\s?(?=\||\n|\Z)")
_CLOSER = re.compile(r"[*_]{0,3}[)\]]?")


def find_citations(text: str, *, named: bool = False, context: bool = False) -> list[Citation]:
    """Find the documents that a text cites, in the order of the text.

    Args:
        text: any running text; spans are character offsets into it as it is given.
        named: also find documents cited by a name only ("Luật Tín ngưỡng, tôn giáo").
        context: also find short forms that refer back ("Nghị quyết số 88", "Quyết định này").

    Raises:
        TypeError: the text is no string.

    >>> [c.canonical for c in find_citations("theo Nghị định số 05/2011/NQ-CP, 2%/năm")]
    ['05/2011/NĐ-CP']
    """
    source = SourceText.of(text)
    drafts = _find_coded(source)
    share_in_lists(source.text, drafts)
    citations = [finish(source, draft) for draft in drafts]
    if named or context:
        from dantoc_policy.law.citations.named import find_named
        from dantoc_policy.law.citations.references import find_references

        if named:
            citations = find_named(source, citations)
        if context:
            citations = find_references(source, citations)
    return citations


def _find_coded(source: SourceText) -> list[Draft]:
    text = source.text
    drafts: list[Draft] = []
    done = 0
    for code in find_codes(text):
        draft = _draft(text, code, done, drafts[-1] if drafts else None)
        if draft is not None:
            drafts.append(draft)
            done = draft.end
    return drafts


def _draft(text: str, code: Code, done: int, earlier: Draft | None) -> Draft | None:
    near_begin = max(done, code.start - NEAR)
    near = fold(text[near_begin : code.start])
    before = read_before(near, near_begin)
    if not is_citation(text, code, before, near, done) and not goes_on(text, earlier, code):
        return None
    draft = Draft(code=code, before=before, start=before.start, end=code.end)
    if before.type is not None:
        draft.type = before.type
        draft.spans["type"] = (before.type_start, before.type_end)
    _read_behind(draft, text)
    # Only where the words right before the number ask for it, more of them is read.
    titled = code.number is not None and _TITLED_SYMBOL.search(code.number.symbol.text)
    stem = near[: (before.type_start if before.type else before.start) - near_begin]
    acted = (draft.day is None or draft.body is None) and has_act(stem)
    pinned = has_pinpoint(stem)
    if before.type is None or acted or pinned:
        begin = max(done, code.start - FAR)
        far = fold(text[begin : before.start])
        if draft.type is None:
            read_between(text, far, begin, draft)
        if draft.type is None and titled:
            _read_title(text, far, begin, draft)
        if acted:
            read_press(text, far, begin, draft)
        if before.type or before.cue or before.cover or draft.name:
            read_pinpoints(text, fold(text[begin : draft.start]), begin, draft)
    if before.type is None or draft.written is None:
        read_letterhead(text, draft)
    return draft


def _read_title(text: str, far: str, begin: int, draft: Draft) -> None:
    """Take the type from the title of the law whose number stands behind it."""
    titled = read_title(far)
    if titled is None:
        return
    draft.type, start = titled
    draft.start = begin + start
    draft.spans["type"] = (draft.start, draft.start + len(draft.type))
    if draft.type != "nghi_quyet":
        draft.name = " ".join(text[draft.start : draft.before.start].split())


def _read_behind(draft: Draft, text: str) -> None:
    """Read date and issuer behind the code, in either order, and the subject after them."""
    shift = draft.code.end
    behind = text[shift : shift + _BEHIND]
    folded = fold(behind)
    at = _CLOSER.match(folded).end()  # type: ignore[union-attr]
    at = _read_beside(draft, behind, folded, at)
    for _ in range(3):
        apart = draft.body is not None and folded[at : at + 1] == ";"
        if draft.written is None and not apart and (found := read_date(folded, at)):
            if found.day is None and found.year is None and not found.impossible:
                break
            draft.written = found
            draft.spans["date"] = _trimmed(behind, found.start, found.end, shift)
            at = found.end
        elif draft.body is None and (term := TERM.match(folded, at)):
            draft.term, at = term["term"].upper(), term.end()
            draft.end = draft.code.end + at
        elif draft.body is None and (lead := LEAD.match(folded, at)):
            body = read_body(behind, folded, lead.end())
            if body is None or (lead["word"] == "do" and sole_issuer(draft) not in {None, body.id}):
                break  # "do X ban hành" may belong to the document that this one is cited in
            if draft.code.number and len(draft.code.number.symbol.bodies) > 1:
                body = with_further(body, behind, folded)
            draft.body = body
            draft.spans["issuer"] = (shift + body.start, shift + body.end)
            at = body.end
        else:
            break
    if draft.body is None and draft.written is not None and draft.day is None:
        read_catalogue_form(text, draft)
    draft.end = max([draft.end, *(end for _, end in draft.spans.values())])
    read_subject(text, folded, at, draft)


def _read_beside(draft: Draft, behind: str, folded: str, at: int) -> int:
    """Read what stands right at the code: its place, or its type in the next cell of a table."""
    number = draft.code.number
    if number and number.symbol.bodies in {("UBND",), ("HĐND",)}:
        body = read_place_of_body(behind, folded, number.symbol.bodies[0])
        if body is not None:
            draft.body = body
            draft.spans["issuer"] = (draft.code.end, draft.code.end + body.end)
            return body.end
    if draft.type is None and (cell := _TYPE_CELL.match(folded, at)):
        kind = types_of_words().get(cell["type"])
        if kind is not None:
            draft.type = kind
            return cell.end()
    return at


def _trimmed(text: str, start: int, end: int, shift: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",(*_"):
        start += 1
    return shift + start, shift + end
