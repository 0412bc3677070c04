"""Whether the documents that a plan cites are known, rightly numbered and dated, and in force."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from dantoc_policy.errors import InputError, PolicyError, Problem
from dantoc_policy.law.document import Document
from dantoc_policy.law.library import documents
from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.plans.cited import CitedDocument
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.calendar_dates import format_date

_RESTS_ON = ("basis", "carries_out")


def check_documents(plan: Plan) -> Iterator[Problem]:
    """Give what is wrong with the documents cited; the place is the way to the entry."""
    for at, cited in enumerate(plan.documents):
        place = f"documents.{at}"
        yield from _check_number(cited, f"{place}.number")
        yield from _misprinted(cited, f"{place}.printed")
        try:
            found = documents.get(cited.document or cited.number)
        except PolicyError as error:
            yield _unknown(error.problem, f"{place}.number")
            continue
        yield from _check_days(plan, cited, found, place)


def _unknown(problem: Problem, place: str) -> Problem:
    """Turn the answer of the library into a note: it holds not every document there is."""
    ambiguous = problem.code == "document.ambiguous"
    return Problem(
        code=problem.code,
        severity="note",
        place=place,
        vi=problem.vi,
        en=problem.en,
        mend_vi="Ghi document: mã định danh." if ambiguous else "Nếu số đúng thì bỏ qua.",
        mend_en="Write document: the identifier." if ambiguous else "Where it is right, let it be.",
    )


def _check_number(cited: CitedDocument, place: str) -> Iterator[Problem]:
    number = _number(cited.number)
    if number is not None:
        for problem in number.validate(issued=cited.issued):
            yield evolve(
                problem, place=place, vi=f"“{cited.number}”: {problem.vi}",
                en=f"“{cited.number}”: {problem.en}",
            )  # fmt: skip


def _misprinted(cited: CitedDocument, place: str) -> Iterator[Problem]:
    """Tell of a number printed in another form; another name of it is no misprint."""
    if cited.printed is None or _number(cited.number) is None or _number(cited.printed) is None:
        return
    if cited.printed != cited.number:
        yield Problem(
            code="plan.misprinted",
            severity="warning",
            place=place,
            vi=f"in là “{cited.printed}”, số đúng là “{cited.number}”.",
            en=f"printed as “{cited.printed}”; the number is “{cited.number}”.",
        )


def _number(text: str) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(text)
    except InputError:
        return None  # a document cited by its name


def _check_days(plan: Plan, cited: CitedDocument, found: Document, place: str) -> Iterator[Problem]:
    if cited.issued is not None and found.issued is not None and cited.issued != found.issued:
        ours, theirs = cited.issued, found.issued
        yield Problem(
            code="plan.document_day",
            severity="warning",
            place=f"{place}.issued",
            vi=f"ghi ngày {format_date(ours)}, trong thư viện “{cited.number}” ban hành "
            f"{format_date(theirs)}.",
            en=f"dated {format_date(ours, 'en')}; in the library “{cited.number}” is of "
            f"{format_date(theirs, 'en')}.",
        )
    if plan.kind != "plan" or plan.issued is None or cited.role not in _RESTS_ON:
        return
    if found.issued is not None and found.issued > plan.issued:
        yield Problem(
            code="plan.document_later",
            severity="warning",
            place=place,
            vi=f"“{cited.number}” ban hành {format_date(found.issued)}, sau kế hoạch này.",
            en=f"“{cited.number}” is of {format_date(found.issued, 'en')}, later than this plan.",
        )
        return
    status = documents.status(found, plan.issued)
    if status.status == "expired" and status.certain:
        yield Problem(
            code="plan.document_expired",
            severity="warning",
            place=place,
            vi=f"“{cited.number}” đã hết hiệu lực vào ngày ban hành kế hoạch, "
            f"{format_date(plan.issued)}.",
            en=f"“{cited.number}” was no longer in force when the plan was issued, "
            f"{format_date(plan.issued, 'en')}.",
        )
