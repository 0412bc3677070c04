"""What speaks for and against a citation meaning one document of the library."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import define, field

from dantoc_policy.law.citations.definitions import CARRIED
from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.document import Document
from dantoc_policy.law.document_type import document_type
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.registry.titles import Title
from dantoc_policy.law.resolving.context import party_term
from dantoc_policy.law.resolving.facts import Facts, likeness, ordinal_of
from dantoc_policy.law.resolving.unit_names import is_bare, meant_by, same_unit
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

# What each kind of evidence weighs; only the order of the sums means anything.
NUMBER, NAME, DAY, TERM, YEAR, UNIT, SUBJECT, ISSUER, TYPE = 40, 60, 30, 30, 15, 20, 20, 10, 10
_INFERRED_UNIT = 15
_DOUBT = -10
# An unconfirmed day of the library may be wrong, but hardly by more than this.
_LEEWAY = timedelta(days=31)
_ALIKE, _SAME, _OTHER = 0.6, 0.8, 0.3
_FEW, _MANY = 3, 5
_SIBLINGS = (
    {"luat", "bo_luat"},
    {"nghi_quyet", "nghi_quyet_lien_tich"},
    {"thong_tu", "thong_tu_lien_tich"},
)
_CARRIERS = frozenset({"quyet_dinh", "nghi_quyet"})


@define
class Weighed:
    """A document on the scales: `points` for it, reasons, what excludes it, what is not known."""

    document: Document
    points: int = 0
    reasons: list[Text] = field(factory=list)
    against: list[Text] = field(factory=list)
    missing: list[Text] = field(factory=list)

    def add(self, points: int, vi: str, en: str) -> None:
        """Take a reason, for or against."""
        self.points += points
        self.reasons.append(Text(vi, en))

    def exclude(self, vi: str, en: str) -> None:
        """Take a reason for which the document cannot be meant."""
        self.against.append(Text(vi, en))


def weigh(facts: Facts, document: Document, titles: tuple[Title, ...] = ()) -> Weighed:
    """Put a document on the scales; `titles` are its names that fit, where it is cited by name."""
    scale = Weighed(document)
    numbered = not titles and facts.citation.parsed is not None
    if titles:
        _name(scale, facts, titles)
    else:
        scale.add(NUMBER, f"cùng số, ký hiệu {document.number}", f"same number {document.number}")
    _type(scale, facts, numbered=numbered)
    _when(scale, facts)
    _term(scale, facts)
    _issuer(scale, facts)
    _unit(scale, facts, numbered=numbered)
    same_subject = _subject(scale, facts)
    if numbered and not same_subject:
        _completeness(scale, facts)
    return scale


def _name(scale: Weighed, facts: Facts, titles: tuple[Title, ...]) -> None:
    printed = facts.citation.name or facts.citation.text
    scale.add(NAME, f"mang tên “{printed}”", f"is called “{printed}”")
    day = facts.context.day
    if day is not None and not any(title.holds(day) for title in titles):
        on = format_date(day), format_date(day, "en")
        scale.exclude(
            f"ngày {on[0]} tên này không chỉ văn bản đó",
            f"on {on[1]} the name did not mean this document",
        )
    since = facts.context.not_before
    if day is None and since is not None and all(_over(title, since) for title in titles):
        on = format_date(since), format_date(since, "en")
        scale.exclude(
            f"văn bản viện dẫn có sau ngày {on[0]}, khi tên này không còn chỉ văn bản đó",
            f"the text that cites it is of {on[1]} or later, when the name had another meaning",
        )


def _over(title: Title, day: date) -> bool:
    """Whether a name had ceased to mean its document before a day."""
    until = title.alias.until if title.alias else None
    return until is not None and until < day


def _type(scale: Weighed, facts: Facts, *, numbered: bool) -> None:
    citation, kind = facts.citation, scale.document.type
    if citation.type is None or not numbered:
        return
    if citation.type == kind or any({citation.type, kind} <= group for group in _SIBLINGS):
        word = document_type(kind).name
        scale.add(TYPE, f"cùng loại: {word.vi}", f"same type: {word.en}")
        return
    if citation.type in CARRIED and kind in _CARRIERS and citation.manner == "reference":
        return
    word = document_type(citation.type).name
    if citation.parsed is not None and kind in types_of(citation.parsed):
        if "type" in citation.spans:
            scale.add(_DOUBT, f"ghi là {word.vi}", f"the text calls it {word.en}")
        return
    scale.exclude(f"ghi là {word.vi}", f"the text calls it {word.en}")


def _when(scale: Weighed, facts: Facts) -> None:
    document = scale.document
    _chronology(scale, facts.context.day)
    if document.draft:
        scale.exclude("là dự thảo", "is a draft")
    if facts.day is not None and document.issued is not None:
        vi, en = format_date(document.issued), format_date(document.issued, "en")
        if document.issued == facts.day:
            where = (" (ghi ở chỗ khác trong văn bản)", " (as said elsewhere in the text)")
            vi_where, en_where = where if facts.elsewhere else ("", "")
            scale.add(DAY, f"cùng ngày {vi}{vi_where}", f"same day, {en}{en_where}")
        elif document.is_verified("issued") or abs(document.issued - facts.day) > _LEEWAY:
            scale.exclude(f"ban hành ngày {vi}", f"issued on {en}")
        else:
            scale.add(_DOUBT, f"ngày {vi} chưa được kiểm chứng", f"its day, {en}, is not confirmed")
    elif facts.year is not None and document.year is not None:
        if document.year == facts.year:
            scale.add(YEAR, f"cùng năm {facts.year}", f"same year, {facts.year}")
        else:
            scale.exclude(f"ban hành năm {document.year}", f"issued in {document.year}")


def _chronology(scale: Weighed, day: date | None) -> None:
    document = scale.document
    if day is None:
        return
    later = (
        document.issued > day
        if document.issued is not None
        else document.year is not None and document.year > day.year
    )
    if later:
        scale.exclude(
            f"ban hành sau văn bản viện dẫn ({format_date(day)})",
            f"issued after the text that cites it ({format_date(day, 'en')})",
        )


def _term(scale: Weighed, facts: Facts) -> None:
    number = facts.citation.parsed
    if facts.term is None or (number is not None and number.family == "assembly"):
        return
    document = scale.document
    term = document.term
    if term is None and document.issued is not None and number and number.family == "party":
        term = party_term(document.issued)
    if term is None:
        return
    if ordinal_of(term) == ordinal_of(facts.term):
        scale.add(TERM, f"cùng khóa {facts.term}", f"same term, {facts.term}")
    else:
        scale.exclude(f"thuộc khóa {term}", f"is of term {term}")


def _issuer(scale: Weighed, facts: Facts) -> None:
    citation, document = facts.citation, scale.document
    key = citation.issuer_id
    if key is None:
        return
    names = [issuers()[name].name for name in document.issuers if name in issuers()]
    if key in document.issuers:
        name = issuers()[key].name
        scale.add(ISSUER, f"cùng cơ quan ban hành: {name.vi}", f"same issuer: {name.en}")
    elif names and not (
        issuers()[key].placed and any(issuers()[n].placed for n in document.issuers)
    ):
        vi, en = names[0].vi, names[0].en
        # The letters of most numbers say more than a slip in the words; TW stands for three bodies.
        number = citation.parsed
        open_ = number is None or number.family == "party"
        sure = citation.issuer_printed and document.is_verified("issuers")
        if open_ and sure and facts.day != document.issued:
            scale.exclude(f"do {vi} ban hành", f"issued by the {en}")
        else:
            scale.add(_DOUBT, f"do {vi} ban hành", f"issued by the {en}")


def _unit(scale: Weighed, facts: Facts, *, numbered: bool) -> None:
    document, unit = scale.document, facts.unit
    if document.unit is None:
        return
    if unit is not None and not is_bare(unit):
        if same_unit(unit, document.unit):
            scale.add(UNIT, f"cùng địa phương: {document.unit}", f"same place: {document.unit}")
        else:
            scale.exclude(f"của {document.unit}", f"is of {document.unit}")
        return
    around = facts.context.unit
    meant = meant_by(unit, around) if around else ()
    if any(same_unit(place, document.unit) for place in meant):
        scale.add(
            _INFERRED_UNIT,
            f"suy ra từ văn bản viện dẫn: {document.unit}",
            f"inferred from the text that cites it: {document.unit}",
        )
    elif meant and unit is not None:
        scale.exclude(
            f"của {document.unit}; “{unit}” suy ra là {meant[0]}",
            f"is of {document.unit}; “{unit}” is taken as {meant[0]}",
        )
    elif numbered:
        if meant:
            scale.points += _DOUBT
        scale.missing.append(
            Text(
                "chưa rõ địa phương: nơi nào cũng có số này",
                "no place: many places use this number",
            )
        )


def _subject(scale: Weighed, facts: Facts) -> bool:
    """Compare what both are about; say whether they are so alike that nothing else is needed."""
    printed, known = facts.citation.subject, scale.document.subject
    if not printed or not known:
        return False
    ratio, count = likeness(printed, known)
    if ratio >= _ALIKE:
        scale.add(round(SUBJECT * ratio), "trích yếu giống nhau", "same subject")
    elif ratio < _OTHER:
        scale.add(_DOUBT, "trích yếu khác", "another subject")
    return ratio >= _SAME and (count >= _MANY or (ratio == 1 and count >= _FEW))


def _completeness(scale: Weighed, facts: Facts) -> None:
    """Note what the citation lacks to name one document only."""
    number = facts.citation.parsed
    document = scale.document
    if number is None or (facts.day is not None and facts.day == document.issued):
        return
    if number.family == "assembly" and facts.citation.type is None:
        scale.missing.append(
            Text(
                "chưa rõ loại: luật và nghị quyết một khóa đánh số riêng",
                "no type: laws and resolutions of one term are numbered apart",
            )
        )
    if number.year is not None or facts.year is not None:
        return
    if number.family == "party":
        if facts.term is None:
            scale.missing.append(
                Text("chưa rõ khóa: mỗi khóa đánh số lại", "no term: each one numbers anew")
            )
        return
    scale.missing.append(Text("chưa rõ năm: mỗi năm đánh số lại", "no year: each one numbers anew"))
