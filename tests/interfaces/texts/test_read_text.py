from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.texts.read_text import FORMATS, read_text


def code_of(path) -> str:
    with pytest.raises(InputError) as raised:
        read_text(path)
    assert raised.value.message("vi")
    return raised.value.code


def test_what_is_no_document(tmp_path):
    assert code_of(tmp_path / "a.docx") == "text.no_file"
    assert code_of(str(tmp_path / "a.docx")) == "text.no_file"
    assert code_of(tmp_path / "a.xlsx") == "text.unknown_format"
    assert code_of(tmp_path / "khong_duoi") == "text.unknown_format"
    (tmp_path / "a.md").mkdir()
    assert code_of(tmp_path / "a.md") == "text.not_a_file"


def test_old_word_files_are_to_be_saved_anew(tmp_path):
    with pytest.raises(InputError, match=r"save it as \.docx"):
        read_text(tmp_path / "a.doc")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_without_text_is_said_to_be_so(tmp_path, name):
    (tmp_path / name).write_bytes(b" \n ")
    assert [note.code for note in read_text(tmp_path / name).notes] == ["text.empty"]


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("a")

    def refuse(self):
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(path) == "text.not_permitted"


@pytest.mark.parametrize(
    ("module", "name", "package"),
    [
        ("docx", "a.docx", "python-docx"),
        ("pypdfium2", "a.pdf", "pypdfium2"),
        ("lxml.etree", "a.html", "lxml"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(tmp_path, monkeypatch, module, name, package):
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(b"a")
    with pytest.raises(MissingExtraError) as raised:
        read_text(path)
    assert raised.value.problem.place == package
    assert "[texts]" in raised.value.message("en")


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_text_or_an_error(tmp_path, suffix, data):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        file = read_text(path)
    except InputError as error:
        code = error.code
    else:
        code = ""
        assert file.place_at(len(file.text))
    assert code in {"", "text.unreadable", "text.encoding"}
