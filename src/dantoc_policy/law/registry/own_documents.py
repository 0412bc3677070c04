"""Reading documents from a file of one's own: YAML, JSON, or JSON line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen
from pydantic import ValidationError

from dantoc_policy.errors import InputError, MissingExtraError, Problem
from dantoc_policy.law.document import Document
from dantoc_policy.law.document_type import document_types
from dantoc_policy.law.issuer import issuers

_FORMATS = (".yaml", ".yml", ".json", ".jsonl")
# The Vietnamese of what pydantic says in English, for the mistakes that are made most.
_VIETNAMESE = {
    "missing": "thiếu trường này",
    "extra_forbidden": "không có trường này",
    "literal_error": "giá trị không có trong danh sách cho phép",
    "string_type": "phải là chữ; số thì đặt trong dấu ngoặc kép",
    "date_from_datetime_parsing": "không phải một ngày dạng 2021-06-04",
    "date_parsing": "không phải một ngày dạng 2021-06-04",
    "date_type": "không phải một ngày dạng 2021-06-04",
    "tuple_type": "phải là một danh sách",
    "bool_parsing": "phải là true hoặc false",
}


@frozen
class DocumentFile:
    """What a file held: the documents that are sound, and a problem for each fault of the rest.

    `rejected` has the entries that are not sound, as they were read, by their place in the file.
    """

    path: Path
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    rejected: Mapping[str, Any] = field(factory=dict, repr=False)


def read_documents(path: str | Path) -> DocumentFile:
    """Read the documents of a file: a list of entries, or one JSON object a line.

    Entries are what the catalogue of the library holds (see `Documents.json_schema`). A bad entry
    is reported and the others are read.

    Raises:
        InputError: `file.missing`, `file.unknown_format`, `file.encoding`, `yaml.unreadable`,
            `json.unreadable`, `json.not_an_array` where the file as a whole cannot be read.
        MissingExtraError: YAML needs PyYAML.
    """
    file = Path(path)
    documents: list[Document] = []
    problems: list[Problem] = []
    rejected: dict[str, Any] = {}
    for place, entry in _entries(file):
        if isinstance(entry, Problem):
            problems.append(entry)
            rejected[place] = None
            continue
        try:
            documents.append(Document.model_validate(entry))
        except ValidationError as error:
            problems.extend(_problems(place, entry, error))
            rejected[place] = entry
    return DocumentFile(file, tuple(documents), tuple(problems), rejected)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one entry, with the types and issuers that there are.

    >>> "nghi_dinh" in json_schema()["properties"]["type"]["enum"]
    True
    """
    schema = Document.model_json_schema()
    schema["properties"]["type"]["enum"] = list(document_types())
    schema["properties"]["issuers"]["items"]["enum"] = list(issuers())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _entries(file: Path) -> Iterable[tuple[str, Any]]:
    text = _text(file)
    ending = file.suffix.lower()
    if ending == ".jsonl":
        return _lines(text)
    if ending == ".json":
        try:
            entries = json.loads(text)
        except ValueError as error:
            raise _unusable(
                file,
                "json.unreadable",
                f"không phải JSON đọc được ({error}).",
                f"this is no readable JSON ({error}).",
            ) from None
    else:
        entries = _yaml(file, text)
    if not isinstance(entries, list):
        raise _unusable(
            file,
            "json.not_an_array",
            "cần một danh sách các văn bản.",
            "a list of documents is needed.",
        )
    return [(str(place), entry) for place, entry in enumerate(entries, 1)]


def _lines(text: str) -> Iterable[tuple[str, Any]]:
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield str(place), json.loads(line)
        except ValueError as error:
            problem = Problem(
                code="document.invalid",
                place=str(place),
                vi=f"không phải JSON đọc được ({error}).",
                en=f"this is no readable JSON ({error}).",
            )
            yield str(place), problem


def _yaml(file: Path, text: str) -> Any:
    try:
        import yaml
    except ImportError:
        raise MissingExtraError.for_extra("yaml", "PyYAML") from None
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        raise _unusable(
            file,
            "yaml.unreadable",
            f"không phải YAML đọc được ({error}).",
            f"this is no readable YAML ({error}).",
        ) from None


def _text(file: Path) -> str:
    if file.suffix.lower() not in _FORMATS:
        raise _unusable(
            file,
            "file.unknown_format",
            f"không đọc được tệp {file.suffix}.",
            f"files {file.suffix} cannot be read.",
            f"Dùng {', '.join(_FORMATS)}.",
            f"Use {', '.join(_FORMATS)}.",
        )
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise _unusable(
            file, "file.missing", "không có tệp này.", "there is no such file."
        ) from None
    except UnicodeDecodeError:
        raise _unusable(
            file,
            "file.encoding",
            "tệp không phải mã UTF-8.",
            "the file is not UTF-8.",
            "Lưu lại bằng mã UTF-8.",
            "Save it as UTF-8.",
        ) from None


def _unusable(
    file: Path, code: str, vi: str, en: str, mend_vi: str = "", mend_en: str = ""
) -> InputError:
    return InputError.of(code, place=file.name, vi=vi, en=en, mend_vi=mend_vi, mend_en=mend_en)


def _problems(place: str, entry: Any, error: ValidationError) -> list[Problem]:
    named = (entry.get("number") or entry.get("name")) if isinstance(entry, dict) else None
    where = f"{place} ({named})" if named else place
    return [_problem(where, dict(item)) for item in error.errors(include_url=False)]


def _problem(where: str, item: Mapping[str, Any]) -> Problem:
    field_ = ".".join(str(part) for part in item["loc"])
    context = item.get("ctx", {})
    given = item.get("input")
    hidden = isinstance(given, dict | list) or item["type"] == "missing"
    shown = "" if hidden else f": {given!r}"
    vi = _VIETNAMESE.get(item["type"], f"giá trị không dùng được ({item['msg']})")
    return Problem(
        code="document.invalid",
        place=f"{where}: {field_}" if field_ else where,
        vi=str(context.get("vi", f"{vi}{shown}.")),
        en=str(context.get("en", f"{item['msg']}{shown}.")),
        mend_vi=str(context.get("mend_vi", "")),
        mend_en=str(context.get("mend_en", "")),
    )
