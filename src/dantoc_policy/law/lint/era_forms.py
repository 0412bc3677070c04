"""Forms of single bodies in single times: joint circulars, ordinances, communes, State Audit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dantoc_policy.law.force.level import level_of_unit
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.bodies import bodies_of
from dantoc_policy.law.lint.eras import drop_the_year, numbered, within
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_AFTER_2008 = Period(date(2009, 1, 1), None)
_AFTER_JUNE_2016 = Period(date(2016, 7, 1), None)
_AFTER_MARCH_2025 = Period(date(2025, 4, 1), None)
_BEFORE_APRIL_2025 = Period(None, date(2025, 3, 31))
_SPRING_2025 = Period(date(2025, 4, 1), date(2025, 6, 30))
_COURTS = frozenset(
    {
        "kiem_toan_nha_nuoc",
        "toa_an_nhan_dan_toi_cao",
        "hoi_dong_tham_phan_toa_an_nhan_dan_toi_cao",
        "vien_kiem_sat_nhan_dan_toi_cao",
    }
)
# The last term whose Standing Committee printed letters of the type beside the year.
_LAST_LETTERED = 12


@rule(
    "E5",
    "warning",
    name=Text("thông tư liên tịch giữa các bộ, sau 6/2016", "joint circular of ministries"),
    what=Text(
        "từ 01/7/2016 thông tư liên tịch phải có Tòa án nhân dân tối cao, Viện kiểm sát nhân dân"
        " tối cao hoặc Kiểm toán nhà nước",
        "since 1 July 2016 one of the issuers of a joint circular is the Supreme Court, the"
        " Procuracy or the State Audit Office",
    ),
    basis=(*basis.LAW_2015, *basis.LAW_2025),
    wrong="Thông tư liên tịch số 03/2017/TTLT-BNV-UBDT ngày 10/5/2017",
    right="Thông tư liên tịch số 04/2010/TTLT-UBDT-BNV ngày 17/9/2010",
)
def joint_circular(scene: Scene) -> Iterator[Remark]:
    """A joint circular of ministers among themselves after June 2016."""
    for code in scene.codes:
        citation = code.citation
        if citation.type != "thong_tu_lien_tich" or not within(citation, _AFTER_JUNE_2016):
            continue
        bodies = {body.id for body in bodies_of(citation)}
        if bodies and not bodies & _COURTS:
            yield Remark(
                span=code.span,
                vi="Từ 01/7/2016 các bộ không còn ban hành thông tư liên tịch với nhau.",
                en="Since 1 July 2016 ministries issue no joint circulars among themselves.",
                citation=citation,
            )


@rule(
    "E6",
    "warning",
    name=Text("PL-, NQ- trước UBTVQH, sau 2008", "letters before UBTVQH after 2008"),
    what=Text(
        "từ 01/01/2009 pháp lệnh, nghị quyết của Ủy ban Thường vụ Quốc hội có năm trong số thì"
        " không"
        " ghi PL-, NQ-",
        "since 1 January 2009 ordinances and resolutions of the Standing Committee with a year have"
        " no PL- and NQ-",
    ),
    basis=basis.LAW_2008,
    verified=False,
    wrong="Pháp lệnh số 10/2009/PL-UBTVQH12 ngày 27/02/2009",
    right="Pháp lệnh số 21/2004/PL-UBTVQH11 ngày 18/6/2004",
)
def standing_committee_letters(scene: Scene) -> Iterator[Remark]:
    """Letters of the type in the last years of the term that still had them (see W2)."""
    for code in numbered(scene, {"PL", "NQ"}, _AFTER_2008):
        symbol = code.number.symbol
        if symbol.bodies == ("UBTVQH",) and symbol.term == _LAST_LETTERED:
            yield Remark(
                span=code.span,
                vi="Từ 01/01/2009 ký hiệu của Ủy ban Thường vụ Quốc hội không có PL-, NQ-.",
                en="Since 1 January 2009 symbols of the Standing Committee have no PL- and NQ-.",
                suggestion=f"{code.number.number}/{code.number.year}/UBTVQH{symbol.term}",
                citation=code.citation,
            )


@rule(
    "E7",
    "warning",
    name=Text("văn bản quy phạm cấp xã, 4 - 6/2025", "normative text of a commune in spring 2025"),
    what=Text(
        "từ 01/4/2025 đến 30/6/2025 cấp xã không ban hành văn bản quy phạm pháp luật",
        "from 1 April to 30 June 2025 communes issued no legal normative documents",
    ),
    basis=(*basis.LAW_2025, Provision("87/2025/QH15")),
    wrong="Nghị quyết số 03/2025/NQ-HĐND ngày 15/5/2025 của HĐND xã Xuân Lãng",
    right="Nghị quyết số 03/2025/NQ-HĐND ngày 25/12/2025 của HĐND xã Xuân Lãng",
)
def commune_in_the_gap(scene: Scene) -> Iterator[Remark]:
    """A commune's number with a year in the months when communes had no such power."""
    codes = numbered(scene, {"NQ", "QĐ"}, _SPRING_2025)
    return drop_the_year(
        (code for code in codes if level_of_unit(code.citation.unit) == "commune"),
        "Từ 01/4/2025 đến 30/6/2025 cấp xã không ban hành văn bản quy phạm pháp luật.",
        "From 1 April to 30 June 2025 communes issued no legal normative documents.",
    )


@rule(
    "E10",
    "warning",
    name=Text(
        "văn bản quy phạm của Kiểm toán nhà nước", "normative form of the State Audit Office"
    ),
    what=Text(
        "Tổng Kiểm toán nhà nước ban hành quyết định quy phạm đến 31/3/2025, thông tư từ 01/4/2025",
        "the Auditor General issued normative decisions to 31 March 2025, circulars since then",
    ),
    basis=basis.LAW_2025,
    wrong="Quyết định số 05/2025/QĐ-KTNN ngày 10/6/2025 của Tổng Kiểm toán nhà nước",
    right="Thông tư số 01/2025/TT-KTNN ngày 20/6/2025 của Tổng Kiểm toán nhà nước",
)
def state_audit_form(scene: Scene) -> Iterator[Remark]:
    """QĐ-KTNN with a year since April 2025, or TT-KTNN before it."""
    first = format_date(date(2025, 4, 1))
    for types, span in (("QĐ", _AFTER_MARCH_2025), ("TT", _BEFORE_APRIL_2025)):
        for code in numbered(scene, {types}, span):
            if code.number.symbol.bodies == ("KTNN",):
                yield Remark(
                    span=code.span,
                    vi=f"Kiểm toán nhà nước: quyết định quy phạm trước {first}, thông tư từ ngày"
                    " đó.",
                    en="State Audit Office: normative decisions before 1 April 2025, circulars"
                    " since.",
                    citation=code.citation,
                )


RULES = (joint_circular, standing_committee_letters, commune_in_the_gap, state_audit_form)
