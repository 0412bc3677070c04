"""Short forms that refer back inside one text: "Nghị quyết số 88", "Quyết định này", "Đề án"."""

from __future__ import annotations

from attrs import evolve

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.antecedents import Antecedents
from dantoc_policy.law.citations.before import FAR, Before
from dantoc_policy.law.citations.code_pattern import Code
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.pinpoints import read_pinpoints
from dantoc_policy.law.citations.short_form import Form
from dantoc_policy.law.citations.short_names import ShortNames
from dantoc_policy.law.citations.short_numbers import ShortNumbers
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import Occupied
from dantoc_policy.law.spelling import fold

AMBIGUOUS = "reference.ambiguous"


def find_references(source: SourceText, citations: list[Citation]) -> list[Citation]:
    """Add the short forms by which a text refers back to what it has cited, and to itself.

    What the full citation says of number, day and issuer is given to the short form. Where two
    documents of the text have its type and number, `canonical` is None and a warning says so;
    where the text does not say its own number, that of "Quyết định này" is None.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> text = "Nghị quyết số 88/2019/QH14 ngày 18/11/2019; Nghị quyết số 88 giao 2 người"
    >>> [(c.text, c.canonical) for c in find_citations(text, context=True)][1]
    ('Nghị quyết số 88', '88/2019/QH14')
    """
    folded = fold(source.text)
    antecedents = Antecedents.of(citations)
    names = ShortNames(source, folded, citations)
    numbers = ShortNumbers(source, folded, antecedents)
    forms = sorted([*names.given(), *numbers.read(), *names.own()], key=_place)
    citations = _without_names(source, forms, citations)
    occupied = Occupied.of(citations)
    found: list[Citation] = []
    done = 0
    for form in forms:
        if form.start < done or occupied.meets(source.span(form.start, form.end)):
            continue
        citation = _citation(source, folded, form, done)
        if not occupied.meets(citation.span):
            found.append(citation)
            done = form.end
    completed = [_completed(citation, antecedents) for citation in citations]
    return sorted([*completed, *found], key=lambda citation: citation.span)


def _place(form: Form) -> tuple[int, int]:
    """Where a form stands, the longest first."""
    return form.start, -form.end


def _without_names(
    source: SourceText, forms: list[Form], citations: list[Citation]
) -> list[Citation]:
    """Leave out popular names like "Nghị quyết 88" where the text itself says what they mean."""
    numbered = [form for form in forms if form.number is not None and form.cited is not None]
    ends = {source.place(form.end) for form in numbered} | {
        source.place(form.spans["number"][1]) for form in numbered
    }
    return [
        citation
        for citation in citations
        if citation.manner != "name" or citation.end not in ends or not citation.text[-1].isdigit()
    ]


def _citation(source: SourceText, folded: str, form: Form, done: int) -> Citation:
    cited = form.cited
    document = (cited.canonical or cited.name or "") if cited else ""
    draft = Draft(
        Code(form.start, form.end, document, None), Before(form.start), form.start, form.end
    )
    begin = max(done, form.start - FAR)
    read_pinpoints(source.text, folded[begin : form.start], begin, draft)
    span = source.span(draft.start, form.end)
    places = form.spans | draft.spans
    found = Citation(
        span=span,
        text=source.given[span[0] : span[1]],
        code=None,
        canonical=None,
        type=form.type,
        number=form.number,
        provisions=draft.provisions,
        manner="reference",
        warnings=(AMBIGUOUS,) if form.ambiguous else (),
        spans={part: source.span(*place) for part, place in places.items()},
    )
    return found if cited is None else _known(found, cited)


def _known(found: Citation, cited: Citation) -> Citation:
    """Give a short form what the full citation says."""
    return evolve(
        found,
        canonical=cited.canonical,
        symbol_type=cited.symbol_type,
        number=cited.number,
        year=cited.year,
        symbol=cited.symbol,
        issuer=cited.issuer,
        issuer_id=cited.issuer_id,
        unit=cited.unit,
        term=cited.term,
        issue_date=cited.issue_date,
        issue_year=cited.issue_year,
        name=cited.name,
        parsed=cited.parsed,
    )


def _completed(citation: Citation, antecedents: Antecedents) -> Citation:
    """Complete "Quyết định 33/2020", whose symbol an earlier citation of the text has."""
    if citation.manner != "partial" or not citation.type or not citation.number:
        return citation
    earlier = [
        other
        for other in antecedents.before(citation.type, citation.number, citation.start)
        if other.year == citation.year
        and (
            None in {citation.issue_date, other.issue_date}
            or citation.issue_date == other.issue_date
        )
    ]
    if not earlier:
        return citation
    if len(earlier) > 1:
        warnings = (*citation.warnings, AMBIGUOUS)
        return evolve(citation, canonical=None, manner="reference", warnings=warnings)
    return _known(evolve(citation, manner="reference"), earlier[0])
