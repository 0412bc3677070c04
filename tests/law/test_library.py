"""The library of documents: found by any name, read from files, and itself sound."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml

import dantoc_policy as dp
from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.law.document import Document
from dantoc_policy.law.document_title import issued_by
from dantoc_policy.law.identifier import identifier
from dantoc_policy.law.library import Documents
from dantoc_policy.law.registry.own_documents import read_documents
from dantoc_policy.law.relation import Relation

ROOT = Path(__file__).parents[2]
ROWS = load("law/documents")
SOURCES = {row["id"] for row in load("sources")} | {"memory", "derived"}
documents = dp.documents


# --- the catalogue ---------------------------------------------------------------------------


def test_the_compiled_catalogue_is_what_people_edit():
    made = subprocess.run(
        [sys.executable, ROOT / "tools/build_catalogue.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def test_every_row_is_valid_and_reads_back_from_its_own_form():
    checker = jsonschema.Draft202012Validator(
        Documents.json_schema(), format_checker=jsonschema.FormatChecker()
    )
    for row in ROWS:
        document = Document.model_validate(row)
        checker.validate(row)
        checker.validate(document.to_dict())
        assert Document.model_validate(document.to_dict()) == document


def test_the_library_has_no_problems():
    assert [problem.message("en") for problem in documents.problems] == []
    assert len(documents) == len(ROWS) > 250


def test_every_source_is_listed():
    used = {
        source
        for document in documents
        for source in (
            document.source,
            *document.sources.values(),
            *(relation.source for relation in document.relations),
            *(alias.source for alias in document.aliases),
        )
        if source is not None
    }
    assert used - SOURCES == set()


def test_unverified_names_fields():
    for document in documents:
        assert document.unverified <= set(Document.model_fields), document.id
        assert set(document.sources) <= set(Document.model_fields), document.id


def test_every_number_is_readable_and_printed_as_the_rules_ask():
    for document in documents:
        if document.number is not None:
            assert document.parsed is not None, document.id
            assert document.parsed.canonical == document.number


def test_days_stand_in_their_order():
    for document in documents:
        days = [document.issued, document.effective, document.expires]
        known = [day for day in days if day is not None]
        assert known == sorted(known), document.id
        if document.issued and document.parsed and document.parsed.year:
            assert document.issued.year == document.parsed.year, document.id


def test_every_answer_can_be_said():
    for document in documents:
        status = documents.status(document, date(2025, 7, 1))
        assert status.text().startswith(("Không xác định", str(document)))
        assert document.number is None or document.number in document.citation("en")
        assert issued_by(document)


# --- one document ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "title", "title_en", "full", "short"),
    [
        (
            "05/2011/NĐ-CP",
            "Nghị định số 05/2011/NĐ-CP",
            "Decree 05/2011/NĐ-CP",
            (
                "Nghị định số 05/2011/NĐ-CP ngày 14 tháng 01 năm 2011 của Chính phủ về công tác "
                "dân tộc"
            ),
            "Nghị định số 05/2011/NĐ-CP",
        ),
        (
            "02/2016/QH14",
            "Luật Tín ngưỡng, tôn giáo",
            "Law 02/2016/QH14",
            "Luật Tín ngưỡng, tôn giáo số 02/2016/QH14 ngày 18 tháng 11 năm 2016",
            "Luật Tín ngưỡng, tôn giáo năm 2016",
        ),
        (
            "Hiến pháp@2013",
            "Hiến pháp",
            "Constitution of 2013",
            "Hiến pháp ngày 28 tháng 11 năm 2013",
            "Hiến pháp năm 2013",
        ),
        (
            "402/QĐ-TTg",
            "Quyết định số 402/QĐ-TTg",
            "Decision 402/QĐ-TTg",
            (
                "Quyết định số 402/QĐ-TTg ngày 14 tháng 3 năm 2016 của Thủ tướng Chính phủ phê "
                "duyệt Đề án phát triển đội ngũ cán bộ, công chức, viên chức người dân tộc thiểu "
                "số trong thời kỳ mới"
            ),
            "Quyết định số 402/QĐ-TTg",
        ),
    ],
)
def test_titles_and_citations(key, title, title_en, full, short):
    document = documents.get(key)
    assert (document.title, document.title_en) == (title, title_en)
    assert document.citation() == full
    assert document.citation(first=False) == str(document) == short


def test_bodies_are_named_with_their_place_and_term():
    assert issued_by(documents.get("303/KH-UBND")) == "Ủy ban nhân dân tỉnh Bắc Kạn"
    assert issued_by(documents.get("24-NQ/TW", term="IX")) == (
        "Ban Chấp hành Trung ương Đảng khóa IX"
    )
    joint = documents.get("02/2014/TTLT-BNV-UBDT")
    assert issued_by(joint) == "Bộ Nội vụ và Ủy ban Dân tộc"
    assert issued_by(joint, "en").count(" and the ") == 1


def test_sources_of_single_fields():
    document = Document(
        number="01/2020/NĐ-CP",
        type="nghi_dinh",
        issuers=("chinh_phu",),
        issued=date(2020, 1, 3),
        effective=date(2020, 3, 1),
        subject="đất đai",
        signers=("Nguyễn Văn A",),
        source="a/b",
        sources={"subject": "c/d", "signers": "memory"},
        unverified={"effective"},
    )
    assert (document.source_of("issued"), document.source_of("subject")) == ("a/b", "c/d")
    fields = ("issued", "subject", "effective", "signers", "expires", "relations")
    assert [document.is_verified(field) for field in fields] == [True, True] + [False] * 4


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"type": "nghi_dinhh"}, "document.unknown_type"),
        ({"issuers": ["chinhphu"]}, "document.unknown_issuer"),
        ({"number": None}, "document.no_name"),
        ({"issuers": []}, "too_short"),
        ({"colour": "red"}, "extra_forbidden"),
    ],
)
def test_a_wrong_document_is_refused(wrong, code):
    right = {"number": "1/QĐ-TTg", "type": "quyet_dinh", "issuers": ["chinh_phu"], "source": "a/b"}
    with pytest.raises(ValueError, match="validation error") as caught:
        Document.model_validate(right | wrong)
    assert caught.value.errors()[0]["type"] == code


def test_the_identifier_of_a_changed_copy_is_its_own():
    decree = documents.get("05/2011/NĐ-CP")
    assert decree.id.endswith("05-2011-nd-cp")
    copied = decree.model_copy(update={"number": "06/2012/NĐ-CP", "issued": None})
    assert (copied.id, copied.year) == ("vn/chinh-phu/nghi-dinh/2012/06-2012-nd-cp", 2012)
    assert decree.model_copy() == decree
    assert len({decree, decree.model_copy(), copied}) == 2


# --- finding one -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "33/2020/QĐ-TTg",
        "33/2020/QD-TTG",
        "33 /2020/ QÐ – TTg",
        "Quyết định số 33/2020/QĐ-TTg",
        "QĐ 33/2020/QĐ-TTg",
        "số 33/2020/QĐ-TTg",
        "quyet dinh so: 33/2020/qd-ttg",
        "Decision No. 33/2020/QĐ-TTg",
        "33/2020/QĐ-TTg@2020-11-12",
        "33/2020/QĐ-TTg@2020",
        "vn/thu-tuong-chinh-phu/quyet-dinh/2020-11-12/33-2020-qd-ttg",
        "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2020-11-12/33-2020-qd-ttg/vie~art_3",
        "  33/2020/QĐ-TTg ",
    ],
)
def test_any_spelling_of_a_number_is_the_document(key):
    assert documents.get(key).id == "vn/thu-tuong-chinh-phu/quyet-dinh/2020-11-12/33-2020-qd-ttg"
    assert key in documents


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("88/2019/NQ-QH14", "88/2019/QH14"),
        ("65- KL/TW", "65-KL/TW"),
        ("65/KL-TW", "65-KL/TW"),
        ("2/CTr-UBND", "02/CTr-UBND"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("30A/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("luật tín ngưỡng, tôn giáo", "02/2016/QH14"),
        ("LUAT TIN NGUONG TON GIAO", "02/2016/QH14"),
        ("Luật Ban hành văn bản quy phạm pháp luật năm 2015", "80/2015/QH13"),
        ("Luật Ban hành văn bản quy phạm pháp luật 2025", "64/2025/QH15"),
        ("Bộ luật Hình sự năm 2015", "100/2015/QH13"),
        ("Chương trình 135", "135/1998/QĐ-TTg"),
    ],
)
def test_other_keys(key, number):
    assert documents.get(key).number == number


def test_one_number_of_several_documents_is_ambiguous():
    with pytest.raises(InputError) as caught:
        documents.get("24-NQ/TW")
    assert caught.value.code == "document.ambiguous"
    message = caught.value.message()
    for printed in ("12/3/2003", "03/6/2013", "16/4/2018", "07/10/2022"):
        assert printed in message
    assert documents.get("24-NQ/TW", term="XIII").issued == date(2022, 10, 7)
    assert documents.get("24-NQ/TW", issued=date(2013, 6, 3)).term == "XI"
    assert documents.get("24-NQ/TW", issued=2018).term == "XII"


def test_the_type_tells_a_code_from_a_resolution():
    assert documents.get("100/2015/QH13", type="bo_luat").name == "Bộ luật Hình sự"
    assert documents.get("Nghị quyết số 100/2015/QH13").issued == date(2015, 11, 12)
    assert documents.get("100/2015/QH13", issued=date(2015, 11, 27)).type == "bo_luat"


def test_the_place_tells_local_documents_apart():
    plan = {"type": "ke_hoach", "issuers": ("uy_ban_nhan_dan",), "source": "a/b"}
    library = Documents(
        Document(number="303/KH-UBND", unit=unit, issued=date(2020, 6, 4), **plan)
        for unit in ("tỉnh Bắc Kạn", "tỉnh Lào Cai")
    )
    with pytest.raises(InputError, match="tỉnh Lào Cai"):
        library.get("303/KH-UBND")
    assert library.get("303/KH-UBND", unit="Tỉnh Bắc Kạn").unit == "tỉnh Bắc Kạn"


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("Nghị định số 05/2011/NQ-CP", "05/2011/NĐ-CP"),
        ("33/2020/QĐ-UBND", "33/2020/QĐ-TTg"),
        ("Luật Tín ngưỡng tôn giao", "Luật Tín ngưỡng, tôn giáo"),
        ("@", ""),
        ("", ""),
    ],
)
def test_an_unknown_key_names_what_is_near(key, near):
    if key == "Luật Tín ngưỡng tôn giao":
        assert documents.get(key).number == "02/2016/QH14"  # marks are not needed
        key += " mới"
    with pytest.raises(InputError) as caught:
        documents.get(key)
    assert caught.value.code == "document.unknown"
    assert near in caught.value.message()
    assert key not in documents


def test_what_is_no_key_is_not_in_it():
    assert 33 not in documents
    assert documents.get("33/2020/QĐ-TTg") in documents
    assert identifier(documents.get("33/2020/QĐ-TTg")) in documents
    own = Document(number="1/QĐ-X", type="quyet_dinh", issuers=("chinh_phu",), source="a/b")
    assert own not in documents


# --- searching --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "as_of", "first"),
    [
        ("Chương trình 135", None, "135/1998/QĐ-TTg"),
        ("chuong trinh 135", date(2000, 1, 1), "135/1998/QĐ-TTg"),
        ("Luật Tín ngưỡng, tôn giáo", None, "02/2016/QH14"),
        ("tín ngưỡng", None, "02/2016/QH14"),
        ("Nghị quyết 88", None, "88/2019/QH14"),
        ("33/2020", None, "33/2020/QĐ-TTg"),
        ("NĐ 05/2011", None, "05/2011/NĐ-CP"),
        ("65/KL-TW", None, "65-KL/TW"),
        ("belief and religion", None, "02/2016/QH14"),
        ("Quy chế dân chủ ở cơ sở", date(2023, 6, 30), "34/2007/PL-UBTVQH11"),
        ("Quy chế dân chủ ở cơ sở", date(2023, 7, 1), "10/2022/QH15"),
    ],
)
def test_the_best_match_comes_first(text, as_of, first):
    assert documents.find(text, as_of=as_of)[0].number == first


def test_a_programme_is_another_document_on_another_day():
    name = (
        "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu "
        "số và miền núi giai đoạn 2021–2030"
    )
    found = [
        documents.search(name, as_of=as_of)[0]
        for as_of in (date(2020, 6, 18), date(2020, 6, 19), date(2021, 10, 13), date(2021, 10, 14))
    ]
    assert [match.document.number for match in found] == [
        "88/2019/QH14",
        "120/2020/QH14",
        "120/2020/QH14",
        "1719/QĐ-TTg",
    ]
    assert {match.manner for match in found} == {"alias"}


def test_what_is_issued_later_is_not_meant():
    assert documents.find("33/2020/QĐ-TTg", as_of=date(2020, 11, 11)) == []
    assert documents.find("33/2020/QĐ-TTg", as_of=date(2020, 11, 12)) != []
    early = documents.find("Luật Ban hành văn bản quy phạm pháp luật", as_of=date(2010, 1, 1))
    assert all(document.year <= 2010 for document in early)


@pytest.mark.parametrize("text", ["", " ", "xyzzy", "(", "\\", "99999/2020", "999/2020/NĐ-CP"])
def test_nothing_is_found_by_nothing(text):
    assert documents.find(text) == []


def test_a_match_says_how_it_was_found():
    match = documents.search("NQ 88")[0]
    assert match.to_dict()["manner"] == "part of number"
    assert match.to_dict()["number"] == "88/2019/QH14"


# --- on a day ----------------------------------------------------------------------------------


def test_in_force_on_a_day():
    day = date(2021, 6, 4)
    certain = {document.id for document in documents.in_force(day, certain=True)}
    likely = {document.id for document in documents.at(day)}
    assert certain < likely
    assert documents.get("33/2020/QĐ-TTg").id in certain
    assert documents.get("39/2021/QĐ-UBND").id in {d.id for d in documents.at(date(2022, 1, 1))}
    assert documents.get("272/2025/NĐ-CP").id not in likely


def test_real_lives():
    decree = documents.status("05/2011/NĐ-CP", date(2024, 12, 1))
    assert [d.number for d in decree.amended_by] == ["127/2024/NĐ-CP"]
    assert documents.status("05/2011/NĐ-CP", date(2024, 11, 30)).amended_by == ()
    assert documents.status("80/2015/QH13", date(2025, 3, 31)).status == "in_force"
    assert documents.status("80/2015/QH13", date(2025, 4, 1)).status == "expired"
    assert documents.status("18/2011/QĐ-TTg", date(2018, 12, 31)).replaced_by[0].number == (
        "12/2018/QĐ-TTg"
    )


def test_a_history_is_the_events_in_order():
    history = documents.history("05/2011/NĐ-CP")
    assert len(history) == len(history.events) >= 3
    days = [event.moment.best for event in history]
    assert days == sorted(days)
    assert history.status(date(2012, 1, 1)).status == "in_force"
    assert str(history).count("\n- ") == len(history)
    assert history.to_dict()["events"][0]["kind"] == "issued"


def test_values_show_documents_by_their_identifiers():
    name = documents.get("05/2011/NĐ-CP").id
    history = documents.history(name)
    status = history.status(date(2025, 1, 1))
    match = documents.search("05/2011/NĐ-CP")[0]
    link = documents.graph().around(name).edges[0]
    for value in (history, history.events[2], status, match, link):
        assert "vn/" in repr(value)
        assert "subject=" not in repr(value)
    assert str(status) == status.text()
    assert repr(documents) == f"<Documents: {len(documents)}>"
    assert repr(documents.graph()).startswith(f"Graph(nodes={len(documents)}, ")


# --- the graph -----------------------------------------------------------------------------------


def test_the_graph_has_every_document_and_relation():
    graph = documents.graph()
    assert len(graph) == len(documents)
    assert len(graph.edges) == sum(len(document.relations) for document in documents)
    plain = graph.to_dict()
    ids = {node["id"] for node in plain["nodes"]}
    assert all({edge["source"], edge["target"]} <= ids for edge in plain["edges"])
    json.dumps(plain)


def test_what_is_near_a_document():
    graph = documents.graph()
    near = graph.around("05/2011/NĐ-CP", kinds={"amends"})
    numbers = {node.number for node in near.nodes}
    assert {"05/2011/NĐ-CP", "127/2024/NĐ-CP"} <= numbers
    assert {edge.relation.kind for edge in near.edges} == {"amends"}
    assert len(graph.around("05/2011/NĐ-CP", 0).nodes) == 1
    sizes = [len(graph.around("05/2011/NĐ-CP", depth)) for depth in range(4)]
    assert sizes == sorted(sizes)
    with pytest.raises(InputError):
        graph.around("999/2020/NĐ-CP")


def test_the_graph_as_mermaid():
    lines = documents.graph().around("65-KL/TW", kinds={"continues"}).to_mermaid().splitlines()
    assert lines[0] == "graph LR"
    assert any("|tiếp tục thực hiện|" in line for line in lines)
    assert len([line for line in lines if '["' in line]) == 2


# --- documents of one's own ---------------------------------------------------------------------

OWN = [
    {
        "number": "12/KH-UBND",
        "type": "ke_hoach",
        "issuers": ["uy_ban_nhan_dan"],
        "unit": "tỉnh Lào Cai",
        "issued": "2022-02-03",
        "effective": "2022-02-03",
        "governs": "2022..2025",
        "relations": [{"kind": "implements", "target": "1719/QĐ-TTg"}],
        "source": "own",
    },
    {"number": "13/KH-UBND", "type": "ke hoach", "issuers": ["uy_ban_nhan_dan"], "source": "own"},
    {"number": 14, "type": "ke_hoach", "issuers": ["uy_ban_nhan_dan"], "issued": "3/2/2022"},
    "15/KH-UBND",
]


def write(folder: Path, ending: str) -> Path:
    path = folder / f"own{ending}"
    if ending == ".jsonl":
        text = "\n".join(json.dumps(entry, ensure_ascii=False) for entry in OWN)
    elif ending == ".json":
        text = json.dumps(OWN, ensure_ascii=False)
    else:
        text = yaml.safe_dump(OWN, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".yaml", ".yml", ".json", ".jsonl"])
def test_sound_entries_are_read_and_every_fault_of_the_others_is_told(tmp_path, ending):
    read = read_documents(write(tmp_path, ending))
    assert [document.number for document in read.documents] == ["12/KH-UBND"]
    places = [problem.place for problem in read.problems]
    assert places == [
        "2 (13/KH-UBND): type",
        "3 (14): number",
        "3 (14): issued",
        "3 (14): source",
        "4",
    ]
    assert set(read.rejected) == {"2", "3", "4"}
    assert read.rejected["2"] == OWN[1]
    for problem in read.problems:
        assert problem.code == "document.invalid"
        assert problem.vi
        assert problem.en
    assert "ke_hoach" in read.problems[0].mend_vi


def test_own_documents_join_the_packaged_ones(tmp_path):
    library = documents.with_file(write(tmp_path, ".json"))
    assert len(library) == len(documents) + 1
    assert len(library.problems) == 5
    assert library.status("12/KH-UBND", date(2023, 1, 1)).status == "in_force"
    near = library.graph().around("12/KH-UBND")
    assert "1719/QĐ-TTg" in {node.number for node in near.nodes}
    assert "12/KH-UBND" not in documents


def test_an_entry_of_ones_own_takes_the_place_of_the_packaged_one():
    decree = documents.get("05/2011/NĐ-CP")
    mine = decree.model_copy(update={"expires": date(2026, 7, 1)})
    library = documents.with_documents([mine])
    assert len(library) == len(documents)
    assert library.status("05/2011/NĐ-CP", date(2026, 7, 1)).status == "expired"
    assert [(p.code, p.severity) for p in library.problems] == [
        ("document.replaces_entry", "warning")
    ]


def test_what_is_wrong_with_a_library_is_listed():
    def decree(number: str, *targets: str) -> Document:
        relations = tuple(Relation(kind="amends", target=target) for target in targets)
        return Document(
            number=number,
            type="nghi_dinh",
            issuers=("chinh_phu",),
            relations=relations,
            source="a/b",
        )

    library = Documents(
        [decree("1/2020/NĐ-CP", "9/2020/NĐ-CP", "Hiến pháp"), decree("1/2020/NĐ-CP")]
        + [
            Document(
                name="Hiến pháp", type="hien_phap", issuers=("quoc_hoi",), issued=day, source="a/b"
            )
            for day in (date(1992, 4, 15), date(2013, 11, 28))
        ]
    )
    assert Counter(problem.code for problem in library.problems) == {
        "document.doubled": 1,
        "document.unresolved_target": 1,
        "document.ambiguous_target": 1,
    }
    assert len(library) == 3


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("own.csv", b"a,b", "file.unknown_format"),
        ("own.json", b"{", "json.unreadable"),
        ("own.json", b"{}", "json.not_an_array"),
        ("own.yaml", b"a: [", "yaml.unreadable"),
        ("own.yaml", b"a: 1", "json.not_an_array"),
        ("own.yaml", "số: 1".encode("utf-16"), "file.encoding"),
        ("own.yaml", None, "file.missing"),
        ("own.yaml", b"- 2020-13-45", "yaml.unreadable"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, name, content, code):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_documents(path)
    assert caught.value.code == code


def test_a_bad_line_is_one_problem(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(f"{{\n\n{json.dumps(OWN[0])}\n", encoding="utf-8")
    read = read_documents(path)
    assert [problem.place for problem in read.problems] == ["1"]
    assert len(read.documents) == 1


# --- pictures --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["05/2011/NĐ-CP", "33/2020/QĐ-TTg", "39/2021/QĐ-UBND", "64-CP"])
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_timeline_is_a_picture_that_needs_nothing_from_outside(key, locale):
    history = documents.history(key)
    svg = history.to_svg(locale)
    root = ET.fromstring(svg)  # noqa: S314 - it is our own
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == history.document.citation(locale)
    assert history.events[0].text(locale) in root.find(f"{space}desc").text
    assert len(root.findall(f".//{space}circle")) == len(history)
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "prefers-color-scheme" in svg


def test_in_a_notebook_the_picture_takes_the_colours_around_it():
    history = documents.history("33/2020/QĐ-TTg")
    html = history._repr_html_()
    assert "currentColor" in html
    assert "<style" not in html
    assert html.count("<li>") == len(history)


def test_what_is_not_verified_is_dashed():
    def marks(verified: bool) -> str:
        target = Document(
            number="1/2020/NĐ-CP",
            type="nghi_dinh",
            issuers=("chinh_phu",),
            issued=date(2020, 1, 1),
            effective=date(2020, 3, 1),
            source="a/b",
        )
        other = target.model_copy(
            update={
                "number": "2/2021/NĐ-CP",
                "issued": date(2021, 1, 1),
                "effective": date(2021, 3, 1),
                "relations": (Relation(kind="replaces", target="1/2020/NĐ-CP", verified=verified),),
            }
        )
        return Documents([target, other]).history("1/2020/NĐ-CP").to_svg()

    assert 'stroke-dasharray="3 2"' not in marks(verified=True)
    assert 'stroke-dasharray="3 2"' in marks(verified=False)


def test_a_document_of_which_no_day_is_known_has_no_picture():
    one = Document(number="17/QĐ-X", type="quyet_dinh", issuers=("chinh_phu",), source="a/b")
    assert Documents([one]).history("17/QĐ-X").to_svg() == ""
