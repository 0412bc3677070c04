"""Status on a day: every rule the day before, on the day and after; unknown is never plain true."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.status import LABELS, STANDING
from dantoc_policy.law.force.timeline_bars import bars
from dantoc_policy.law.library import Documents
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.relation import Relation
from dantoc_policy.values.verdict import Verdict

ONE_DAY = timedelta(days=1)
OLD = "01/2018/NĐ-CP"
NEW = "02/2020/NĐ-CP"
CHILD = "03/2018/TT-BTC"


def day(text: str) -> date:
    return date.fromisoformat(text)


def doc(number: str, issued: str | None, effective: str | None = None, **more) -> Document:
    kinds = {"NĐ": "nghi_dinh", "TT": "thong_tu", "CV": "cong_van", "HD": "huong_dan"}
    letters = number.rpartition("/")[2].partition("-")[0]
    return Document(
        **(
            {
                "number": number,
                "type": kinds.get(letters, "quyet_dinh"),
                "issuers": ("bo_tai_chinh",) if "BTC" in number else ("chinh_phu",),
                "issued": issued and day(issued),
                "effective": effective and day(effective),
                "source": "test/source",
            }
            | more
        )
    )


def does(kind: str, target: str = OLD, *provisions: str, **more) -> tuple[Relation, ...]:
    return (Relation(kind=kind, target=target, provisions=provisions, **more),)


def old(**more) -> Document:
    return doc(OLD, "2018-01-02", "2018-03-01", **more)


def new(*relations: Relation, effective: str | None = "2020-06-15", **more) -> Document:
    return doc(NEW, "2020-04-01", effective, relations=relations, **more)


def around(library: Documents, key: str, turn: str) -> list[str]:
    """Give the status the day before, on and after."""
    return [library.status(key, day(turn) + step * ONE_DAY).status for step in (-1, 0, 1)]


# --- the document's own days -----------------------------------------------------------------


def test_from_issue_to_effect_to_the_end_of_the_term():
    library = Documents([old(expires=day("2024-01-01"))])
    assert around(library, OLD, "2018-01-02") == ["not_issued", "not_yet", "not_yet"]
    assert around(library, OLD, "2018-03-01") == ["not_yet", "in_force", "in_force"]
    assert around(library, OLD, "2024-01-01") == ["in_force", "expired", "expired"]
    assert library.status(OLD, day("2024-01-01")).evidence[0].kind == "term_over"
    for turn in ("2017-01-01", "2018-02-01", "2019-01-01", "2024-01-01"):
        status = library.status(OLD, day(turn))
        assert status.certain
        assert status.verified
        assert status.in_force is Verdict.of(status.status == "in_force")


def test_a_programme_that_is_over_is_still_in_force():
    library = Documents([old(governs="2018..2020")])
    status = library.status(OLD, day("2023-01-01"))
    assert (status.status, status.certain) == ("in_force", True)


def test_without_a_day_of_effect_it_is_unknown_and_then_likely_but_never_certain():
    library = Documents([doc(OLD, "2018-01-02")])
    assert around(library, OLD, "2018-01-02") == ["not_issued", "unknown", "unknown"]
    assert around(library, OLD, "2018-02-16") == ["unknown", "in_force", "in_force"]  # issue + 45
    before, after = (library.status(OLD, day(text)) for text in ("2018-01-15", "2030-01-01"))
    assert (before.certain, before.in_force) == (False, Verdict.UNDETERMINED)
    assert (after.certain, after.in_force) == (False, Verdict.UNDETERMINED)
    assert "có thể còn hiệu lực" in after.text()
    assert "likely in force" in after.text("en")
    assert "không rõ ngày có hiệu lực" in before.text()


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2021-12-31", "not_issued"),
        ("2022-01-01", "unknown"),
        ("2023-02-13", "unknown"),
        ("2023-02-14", "in_force"),  # the last day of the year + 45
    ],
)
def test_where_only_the_year_is_known(as_of, status):
    library = Documents([doc("02/2022/QĐ-TTg", None)])
    assert library.status("02/2022/QĐ-TTg", day(as_of)).status == status


def test_where_nothing_is_known_it_stays_unknown():
    library = Documents([doc("17/QĐ-UBND", None, unit="tỉnh Cao Bằng")])
    for as_of in ("1990-01-01", "2026-01-01", "2100-01-01"):
        assert library.status("17/QĐ-UBND", day(as_of)).status == "unknown"


def test_issue_unknown_but_effect_known():
    library = Documents([doc("17/QĐ-UBND", None, "2020-01-01", unit="tỉnh Cao Bằng")])
    assert around(library, "17/QĐ-UBND", "2020-01-01") == ["not_yet", "in_force", "in_force"]
    assert not library.status("17/QĐ-UBND", day("2019-12-31")).certain  # perhaps not even issued


def test_a_draft_is_a_draft_and_does_nothing():
    library = Documents([old(), new(*does("replaces"), draft=True)])
    assert library.status(NEW, day("2030-01-01")).status == "draft"
    assert library.status(OLD, day("2030-01-01")).status == "in_force"
    assert library.history(NEW).events == ()
    assert "dự thảo" in library.status(NEW, day("2030-01-01")).text()


def test_a_moment_with_a_time_is_no_day():
    with pytest.raises(InputError):
        Documents([old()]).status(OLD, datetime(2020, 1, 1))  # noqa: DTZ001


# --- what others do to it -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["replaces", "repeals"])
def test_on_the_day_of_the_new_text_the_old_one_has_ended(kind):
    library = Documents([old(), new(*does(kind))])
    assert around(library, OLD, "2020-06-15") == ["in_force", "expired", "expired"]
    assert library.status(NEW, day("2020-06-15")).status == "in_force"
    status = library.status(OLD, day("2020-06-15"))
    assert [d.number for d in status.replaced_by] == ([NEW] if kind == "replaces" else [])
    assert status.evidence[0].by.number == NEW
    assert NEW in status.text()
    assert library.status(OLD, day("2020-06-14")).replaced_by == ()


def test_a_relation_may_have_a_day_of_its_own():
    library = Documents([old(), new(*does("replaces", effective=day("2021-01-01")))])
    assert around(library, OLD, "2021-01-01") == ["in_force", "expired", "expired"]


def test_replaced_by_a_text_whose_day_of_effect_is_not_known():
    library = Documents([old(), new(*does("replaces"), effective=None)])
    assert around(library, OLD, "2020-04-01") == ["in_force", "unknown", "unknown"]
    assert around(library, OLD, "2020-05-16") == ["unknown", "expired", "expired"]  # + 45 days
    status = library.status(OLD, day("2022-01-01"))
    assert (status.certain, status.in_force) == (False, Verdict.UNDETERMINED)
    assert "có thể đã hết hiệu lực" in status.text()


def test_amendment_leaves_it_in_force():
    library = Documents([old(), new(*does("amends", OLD, "Điều 3"), *does("supplements", OLD))])
    status = library.status(OLD, day("2020-06-15"))
    assert (status.status, status.certain) == ("in_force", True)
    assert [d.number for d in status.amended_by] == [NEW]
    assert "Đã được sửa đổi, bổ sung bởi" in status.text()
    assert library.status(OLD, day("2020-06-14")).amended_by == ()


@pytest.mark.parametrize("kind", ["replaces", "repeals"])
def test_the_end_of_a_part_is_partial(kind):
    library = Documents([old(), new(*does(kind, OLD, "Điều 5", "khoản 2 Điều 6"))])
    assert around(library, OLD, "2020-06-15") == ["in_force", "partly_expired", "partly_expired"]
    status = library.status(OLD, day("2020-06-15"))
    assert status.in_force is Verdict.TRUE
    assert "Điều 5, khoản 2 Điều 6" in status.text()
    assert OLD in [d.number for d in library.in_force(day("2020-06-15"), certain=True)]


def test_suspension_is_an_interval_with_both_days_in_it():
    library = Documents([old(), new(*does("suspends", until=day("2021-03-31")))])
    assert around(library, OLD, "2020-06-15") == ["in_force", "suspended", "suspended"]
    assert around(library, OLD, "2021-04-01") == ["suspended", "in_force", "in_force"]
    assert library.status(OLD, day("2021-03-31")).in_force is Verdict.FALSE
    assert "resumed" in [event.kind for event in library.history(OLD)]


def test_suspension_ends_by_a_later_text():
    resume = doc("04/2022/NĐ-CP", "2022-01-01", "2022-02-01", relations=does("resumes"))
    library = Documents([old(), new(*does("suspends")), resume])
    assert around(library, OLD, "2020-06-15") == ["in_force", "suspended", "suspended"]
    assert around(library, OLD, "2022-02-01") == ["suspended", "in_force", "in_force"]


def test_the_end_of_one_suspension_is_not_that_of_another():
    first = new(*does("suspends", until=day("2020-12-31")))
    second = doc("04/2020/NĐ-CP", "2020-05-01", "2020-07-01", relations=does("suspends"))
    library = Documents([old(), first, second])
    assert library.status(OLD, day("2021-06-01")).status == "suspended"


def test_suspension_of_a_part():
    library = Documents([old(), new(*does("suspends", OLD, "Điều 4"))])
    assert around(library, OLD, "2020-06-15") == [
        "in_force",
        "partly_suspended",
        "partly_suspended",
    ]
    assert library.status(OLD, day("2020-06-15")).in_force is Verdict.TRUE


def test_a_suspension_whose_beginning_is_not_known():
    library = Documents([old(), new(*does("suspends"), effective=None)])
    assert around(library, OLD, "2020-04-01") == ["in_force", "unknown", "unknown"]
    status = library.status(OLD, day("2020-06-15"))
    assert (status.status, status.certain) == ("suspended", False)


def test_correction_and_consolidation_change_nothing_and_are_dated_by_their_issue():
    library = Documents([old(), new(*does("corrects"), *does("consolidates"))])
    events = {event.kind: event for event in library.history(OLD)}
    assert events["corrected"].moment.day == events["consolidated"].moment.day == day("2020-04-01")
    status = library.status(OLD, day("2021-01-01"))
    assert (status.status, status.amended_by) == ("in_force", ())


def test_an_extension_moves_the_end_of_the_term():
    term = old(expires=day("2021-01-01"))
    library = Documents([term, new(*does("extends", until=day("2022-12-31")))])
    assert around(library, OLD, "2021-01-01") == ["in_force", "in_force", "in_force"]
    assert around(library, OLD, "2023-01-01") == ["in_force", "expired", "expired"]


def test_an_extension_to_an_unknown_day_leaves_the_end_unknown():
    library = Documents([old(expires=day("2021-01-01")), new(*does("extends"))])
    assert around(library, OLD, "2021-01-01") == ["in_force", "unknown", "unknown"]
    status = library.status(OLD, day("2021-01-01"))
    assert status.flags == ("term_extended",)
    assert "kéo dài" in status.text()


@pytest.mark.parametrize("kind", ["based_on", "implements", "continues", "refers", "promulgates"])
def test_other_relations_do_nothing(kind):
    library = Documents([old(), new(*does(kind))])
    assert [event.kind for event in library.history(OLD)] == ["issued", "effective"]


# --- the end of a parent ------------------------------------------------------------------------


def family(parent_ends: str, kind: str = "details", **child) -> Documents:
    """A circular under a decree that another one replaces on a day."""
    replacing = doc("09/2025/NĐ-CP", "2016-05-01", parent_ends, relations=does("replaces"))
    parent = doc(OLD, "2010-01-02", "2010-03-01")
    under = doc(CHILD, "2012-01-02", "2012-03-01", **({"relations": does(kind)} | child))
    return Documents([parent, replacing, under])


@pytest.mark.parametrize("kind", ["details", "guides"])
@pytest.mark.parametrize(
    ("parent_ends", "status", "flag", "law"),
    [
        ("2016-07-01", "expired", "may_be_kept", Provision("80/2015/QH13", 154, 4)),
        ("2025-03-31", "expired", "may_be_kept", Provision("80/2015/QH13", 154, 4)),
        ("2025-04-01", "in_force", "check_contrary", Provision("64/2025/QH15", 57, 2)),
        ("2026-01-01", "in_force", "check_contrary", Provision("64/2025/QH15", 57, 2)),
    ],
)
def test_children_follow_the_law_of_the_day_their_parent_ends(kind, parent_ends, status, flag, law):
    library = family(parent_ends, kind)
    assert around(library, CHILD, parent_ends) == ["in_force", status, status]
    found = library.status(CHILD, day(parent_ends))
    assert (found.flags[0], found.provisions) == (flag, (law,))
    assert (found.certain, found.in_force) == (False, Verdict.UNDETERMINED)
    assert "Luật" in found.text()
    before = library.status(CHILD, day(parent_ends) - ONE_DAY)
    assert (before.certain, before.flags, before.provisions) == (True, (), ())


def test_before_july_2016_the_default_holds_without_a_provision_and_unverified():
    found = family("2016-06-30").status(CHILD, day("2016-06-30"))
    assert (found.status, found.provisions, found.verified) == ("expired", (), False)


def test_the_end_goes_on_to_grandchildren_until_march_2025_only():
    grandchild = doc("05/2013/TT-BTC", "2013-01-02", "2013-03-01", relations=does("guides", CHILD))
    for parent_ends, status in (("2025-03-31", "expired"), ("2025-04-01", "in_force")):
        library = family(parent_ends).with_documents([grandchild])
        assert library.status("05/2013/TT-BTC", day(parent_ends)).status == status


def test_an_explicit_end_goes_before_the_default():
    killer = doc("06/2024/TT-BTC", "2023-01-02", "2024-02-01", relations=does("repeals", CHILD))
    library = family("2020-01-01").with_documents([killer])
    assert library.status(CHILD, day("2024-01-31")).flags == ("may_be_kept",)
    found = library.status(CHILD, day("2024-02-01"))
    assert (found.status, found.certain, found.flags) == ("expired", True, ())


def test_of_two_parents_the_first_to_end_takes_a_part_with_it():
    other = doc("07/2011/NĐ-CP", "2011-01-02", "2011-03-01")
    library = family("2020-01-01", relations=does("details") + does("details", other.number))
    library = library.with_documents([other])
    found = library.status(CHILD, day("2020-01-01"))
    assert (found.status, found.flags) == ("partly_expired", ("may_be_kept",))
    last = doc("08/2022/NĐ-CP", "2021-01-02", "2022-02-01", relations=does("repeals", other.number))
    library = library.with_documents([last])
    assert around(library, CHILD, "2022-02-01") == ["partly_expired", "expired", "expired"]


def test_a_parent_that_had_ended_before_the_child_was_issued_does_nothing():
    library = family("2011-01-01")
    assert library.status(CHILD, day("2015-01-01")).certain


def test_the_law_on_children_is_about_normative_documents():
    library = family("2020-01-01", normative=False)
    found = library.status(CHILD, day("2020-01-01"))
    assert (found.status, found.certain, found.flags) == ("in_force", False, ("no_rule",))


@pytest.mark.parametrize("parent_ends", ["2020-01-01", "2025-04-01"])
def test_an_annex_ends_with_what_carries_it(parent_ends):
    library = family(parent_ends, "issued_with")
    assert around(library, CHILD, parent_ends) == ["in_force", "expired", "expired"]
    assert library.status(CHILD, day(parent_ends)).certain


def test_what_a_decision_approves_ends_with_it():
    scheme = doc("10/ĐA-BTC", "2018-01-02", "2018-01-02", type="de_an")
    library = Documents(
        [scheme, old(relations=does("approves", scheme.number)), new(*does("repeals"))]
    )
    assert around(library, scheme.number, "2020-06-15") == ["in_force", "expired", "expired"]


def test_an_act_that_only_amends_ends_with_what_it_amends():
    amending = doc(
        "05/2019/NĐ-CP",
        "2019-01-02",
        "2019-03-01",
        subject="sửa đổi, bổ sung một số điều của Nghị định số 01/2018/NĐ-CP",
        relations=does("amends"),
    )
    library = Documents([old(), amending, new(*does("replaces"))])
    assert around(library, amending.number, "2020-06-15") == ["in_force", "expired", "expired"]
    found = library.status(amending.number, day("2020-06-15"))
    assert (found.certain, found.flags) == (False, ("amended_text_ended",))
    # One with a subject of its own stays.
    other = amending.model_copy(update={"subject": "quản lý vốn"})
    library = Documents([old(), other, new(*does("replaces"))])
    assert library.status(other.number, day("2021-01-01")).status == "in_force"


def test_documents_that_hang_on_each_other_do_not_hang_the_library():
    one = doc(
        "01/2018/TT-BTC", "2018-01-01", "2018-01-01", relations=does("guides", "02/2018/TT-BTC")
    )
    two = doc(
        "02/2018/TT-BTC", "2018-01-01", "2018-01-01", relations=does("guides", "01/2018/TT-BTC")
    )
    end = new(*does("repeals", "01/2018/TT-BTC"))
    library = Documents([one, two, end])
    assert library.status("02/2018/TT-BTC", day("2021-01-01")).status == "expired"
    assert library.status("01/2018/TT-BTC", day("2021-01-01")).status == "expired"
    assert library.status("02/2018/TT-BTC", day("2020-01-01")).status == "in_force"


# --- evidence -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("library", "as_of", "verified"),
    [
        (Documents([old()]), "2019-01-01", True),
        (Documents([old(unverified={"effective"})]), "2019-01-01", False),
        (Documents([old(sources={"effective": "memory"})]), "2019-01-01", False),
        (Documents([old(unverified={"subject"})]), "2019-01-01", True),
        (Documents([old(unverified={"issued"})]), "2017-01-01", False),
        (Documents([old(), new(*does("replaces", verified=False))]), "2020-06-14", True),
        (Documents([old(), new(*does("replaces", verified=False))]), "2020-06-15", False),
        (Documents([old(), new(*does("replaces", source="memory"))]), "2020-06-15", False),
        (Documents([old(), new(*does("replaces"), unverified={"effective"})]), "2020-06-15", False),
        (
            Documents(
                [
                    old(),
                    new(*does("replaces", effective=day("2021-01-01")), unverified={"effective"}),
                ]
            ),
            "2021-01-01",
            True,
        ),
    ],
)
def test_unverified_evidence_makes_the_answer_unverified(library, as_of, verified):
    status = library.status(OLD, day(as_of))
    assert status.verified is verified
    assert ("chưa được kiểm chứng" in status.text()) is not verified
    assert ("no source confirms" in status.text("en")) is not verified


def test_of_two_ends_the_confirmed_one_is_the_evidence():
    doubtful = doc(
        "05/2019/NĐ-CP", "2019-01-02", "2019-03-01", relations=does("repeals", verified=False)
    )
    library = Documents([old(), doubtful, new(*does("replaces"))])
    assert not library.status(OLD, day("2019-03-01")).verified
    assert library.status(OLD, day("2020-06-15")).verified


def test_after_the_end_of_the_library_the_answer_says_so():
    library = Documents([old(), new()], known_until=day("2020-04-01")).with_documents([])
    assert library.status(OLD, day("2020-04-01")).flags == ()
    later = library.status(OLD, day("2020-04-02"))
    assert (later.flags, later.certain) == (("newer_unknown",), True)


def test_as_plain_data():
    library = Documents([old(), new(*does("replaces"))])
    plain = library.status(OLD, day("2021-01-01")).to_dict()
    assert plain["status"] == "expired"
    assert plain["label"] == "Hết hiệu lực toàn bộ"
    assert plain["replaced_by"] == [library.get(NEW).id]
    assert plain["evidence"][0]["by"] == library.get(NEW).id
    assert plain["in_force"] == "false"


def test_labels_are_those_of_the_national_database():
    assert {LABELS[code].vi for code in ("not_yet", "in_force", "partly_expired", "expired")} == {
        "Chưa có hiệu lực",
        "Còn hiệu lực",
        "Hết hiệu lực một phần",
        "Hết hiệu lực toàn bộ",
    }


# --- properties -----------------------------------------------------------------------------

DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))
KINDS = st.sampled_from(
    ["amends", "replaces", "repeals", "suspends", "resumes", "extends", "details", "guides"]
)


@st.composite
def libraries(draw) -> Documents:
    """Some documents that do anything to each other, with days missing here and there."""
    count = draw(st.integers(1, 5))
    numbers = [f"{place:02}/2015/NĐ-CP" for place in range(1, count + 1)]
    found = []
    for number in numbers:
        issued = draw(st.one_of(st.none(), DAYS))
        effective = draw(st.one_of(st.none(), st.integers(0, 100)))
        relations = draw(
            st.lists(
                st.builds(
                    Relation,
                    kind=KINDS,
                    target=st.sampled_from(numbers).filter(lambda n, own=number: n != own),
                    provisions=st.sampled_from([(), ("Điều 1",)]),
                    effective=st.one_of(st.none(), DAYS),
                    until=st.one_of(st.none(), DAYS),
                    verified=st.booleans(),
                ),
                max_size=2 if count > 1 else 0,
            )
        )
        known = issued is not None and effective is not None
        found.append(
            Document(
                number=number,
                type="nghi_dinh",
                issuers=("chinh_phu",),
                issued=issued,
                effective=issued + timedelta(days=effective) if known else None,
                relations=tuple(relations),
                source="test/source",
            )
        )
    return Documents(found)


@given(libraries(), DAYS)
def test_answers_hold_together(library, as_of):
    for document in library:
        status = library.status(document, as_of)
        assert (status.in_force is Verdict.UNDETERMINED) is (
            not status.certain or status.status == "unknown"
        )
        assert (document in library.in_force(as_of)) is (status.status in STANDING)
        assert (document in library.in_force(as_of, certain=True)) is (
            status.in_force is Verdict.TRUE
        )
        assert (
            status.status in STANDING
            or status.status in {"not_issued", "not_yet"}
            or status.evidence
        )
        for locale in ("vi", "en"):
            assert status.text(locale).endswith(".")
        assert status.to_dict()["status"] == status.status
        if document.effective is None:
            assert not (status.status in STANDING and status.certain)
        assert all(bar.first <= bar.last for bar in bars(library.history(document), as_of))


@given(libraries(), DAYS)
def test_what_ended_for_certain_stays_ended(library, as_of):
    for document in library:
        status = library.status(document, as_of)
        if status.status == "expired" and status.certain:
            assert library.status(document, as_of + timedelta(days=400)).status == "expired"
