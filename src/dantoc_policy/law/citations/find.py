"""Finding the citations of a text: each step is a module of its own, this one joins them."""

from __future__ import annotations

import re

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.before import REACH, Before, read_before, read_title
from dantoc_policy.law.citations.code_pattern import Code, find_codes
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import LEAD, read_body
from dantoc_policy.law.citations.letterhead import read_catalogue_form, read_letterhead
from dantoc_policy.law.citations.likely import is_citation
from dantoc_policy.law.citations.lists import share_in_lists
from dantoc_policy.law.citations.meaning import finish
from dantoc_policy.law.citations.pinpoints import read_pinpoints
from dantoc_policy.law.citations.press import read_between, read_press
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.subject import read_subject
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.spelling import fold

_BEHIND = 220
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
        draft = _draft(text, code, done)
        if draft is not None:
            drafts.append(draft)
            done = draft.end
    return drafts


def _draft(text: str, code: Code, done: int) -> Draft | None:
    begin = max(done, code.start - REACH)
    folded = fold(text[begin : code.start])
    before = read_before(folded)
    behind = text[code.end : code.end + _BEHIND]
    if not is_citation(text, code, before, done):
        return None
    draft = Draft(code=code, before=before, start=begin + before.start, end=code.end)
    if before.type is not None:
        draft.type = before.type
        draft.spans["type"] = (begin + before.type_start, begin + before.type_end)
    elif code.number is not None and code.number.family == "assembly":
        titled = read_title(folded[: before.start] if before.cue else folded)
        if titled is not None:
            draft.type, title_start = titled
            draft.start = begin + title_start
            draft.spans["type"] = (draft.start, draft.start + len(draft.type))
            if draft.type != "nghi_quyet":
                draft.name = " ".join(
                    text[draft.start : begin + _cue_start(before, folded)].split()
                )
    _read_behind(draft, behind)
    if draft.type is None and not draft.name:
        read_between(text, folded, begin, draft)
    if draft.day is None or draft.body is None:
        read_press(text, folded, begin, draft)
    if before.type is not None or before.cue or before.cover or draft.name:
        read_pinpoints(text, folded, begin, draft)
    if before.type is None:
        read_letterhead(text, draft)
    return draft


def _cue_start(before: Before, folded: str) -> int:
    return before.start if before.cue else len(folded)


def _read_behind(draft: Draft, behind: str) -> None:
    """Read date and issuer behind the code, in either order, and the subject after them."""
    folded = fold(behind)
    shift = draft.code.end
    at = _CLOSER.match(folded).end()  # type: ignore[union-attr]
    for _ in range(3):
        if draft.date is None and (found := read_date(folded, at)):
            if found.day is None and found.year is None and not found.impossible:
                break
            draft.date = found
            draft.spans["date"] = _trimmed(behind, found.start, found.end, shift)
            at = found.end
        elif draft.body is None and (lead := LEAD.match(folded, at)):
            body = read_body(behind, folded, lead.end())
            if body is None:
                break
            draft.body = body
            draft.spans["issuer"] = (shift + body.start, shift + body.end)
            at = body.end
            if lead["word"] == "do":
                break
        else:
            break
    if draft.body is None and draft.date is not None and draft.day is None:
        read_catalogue_form(behind, folded, at, draft)
    draft.end = max([draft.end, *(end for _, end in draft.spans.values())])
    read_subject(behind, folded, at, draft)


def _trimmed(text: str, start: int, end: int, shift: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",(*_"):
        start += 1
    return shift + start, shift + end
