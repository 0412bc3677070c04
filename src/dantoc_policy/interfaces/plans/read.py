"""Reading a plan: a packaged one by its name, one of one's own from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from dantoc_policy.errors import Problem
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.plans.json_form import read_json
from dantoc_policy.interfaces.plans.located import Located
from dantoc_policy.interfaces.plans.problems import PlanFileError, line_of, problems_in
from dantoc_policy.interfaces.plans.yaml_form import read_yaml
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan

FORMATS = (".yaml", ".yml", ".json")
# Of the names of files that the usual systems take, and of those that a message shows.
_LONGEST_NAME, _SHOWN = 255, 60


def load_plan(name_or_path: str | Path) -> Plan:
    """Give a packaged plan by its name or number, or read the plan of a YAML or JSON file.

    Raises:
        PlanFileError: the file is not sound; `problems` has all that is wrong with it, each with
            file, line, field and how to mend it.
        InputError: `plan.unknown`; `file.missing`, `file.not_a_file`, `file.not_permitted`,
            `file.unreadable`, `file.encoding`, `file.unknown_format`, `file.empty`,
            `yaml.unreadable`, `json.unreadable` where the file as a whole cannot be read.
        MissingExtraError: YAML needs the extra `yaml`.

    >>> load_plan("bac-kan-2020").number
    '303/KH-UBND'
    """
    if isinstance(name_or_path, str) and not _is_file(name_or_path):
        return plans.get(name_or_path)
    return read_plan(Path(name_or_path))


def read_plan(file: Path) -> Plan:
    """Read the plan of a file; see `load_plan`."""
    return read_with_lines(file)[0]


def read_with_lines(file: Path) -> tuple[Plan, Located]:
    """Read the plan of a file, and the line of each of its entries; see `load_plan`.

    `Located.place(steps_of("targets.3.unit"))` then gives file and line for what a check says of
    the plan.
    """
    located = _located(file)
    problems = list(located.problems)
    plan = None
    if isinstance(located.data, dict):
        try:
            plan = Plan.model_validate(located.data)
        except ValidationError as error:
            problems += problems_in(error, located)
    else:
        problems.append(_no_plan(located))
    if plan is None or problems:
        raise PlanFileError(*sorted(problems, key=line_of))
    return plan, located


def _is_file(name: str) -> bool:
    """Say whether a text is meant as a path; names of packaged plans have no such ending."""
    if name in plans:
        return False
    return name.lower().endswith(FORMATS) or _may_be(Path(name), Path.exists)


def _may_be(file: Path, asked: Callable[[Path], bool]) -> bool:
    """Ask something of a path; yes where it is too long to be asked, which reading then tells."""
    try:
        return len(file.name) > _LONGEST_NAME or asked(file)
    except OSError:
        return True


def _located(file: Path) -> Located:
    ending = file.suffix.lower()
    if ending not in FORMATS and not _may_be(file, Path.is_dir):
        raise unusable(
            file,
            "file.unknown_format",
            f"không đọc được kế hoạch từ tệp {ending or 'không đuôi'}.",
            f"plans cannot be read from files {ending or 'without an ending'}.",
            f"Dùng {', '.join(FORMATS)}.",
            f"Use {', '.join(FORMATS)}.",
        )
    text = _text(file)
    if not text.strip():
        raise unusable(file, "file.empty", "tệp trống.", "the file is empty.")
    return (read_json if ending == ".json" else read_yaml)(file, text)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise unusable(
            file, "file.missing", "không có tệp này.", "there is no such file."
        ) from None
    except IsADirectoryError:
        raise unusable(
            file, "file.not_a_file", "đây không phải một tệp.", "this is no file."
        ) from None
    except PermissionError:
        raise unusable(
            file,
            "file.not_permitted",
            "không có quyền đọc tệp này.",
            "this file may not be read.",
        ) from None
    except UnicodeDecodeError:
        raise unusable(
            file,
            "file.encoding",
            "tệp không phải mã UTF-8.",
            "the file is not UTF-8.",
            "Lưu lại bằng mã UTF-8.",
            "Save it as UTF-8.",
        ) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        short = Path(f"{file.name[:_SHOWN]}…") if len(file.name) > _SHOWN else file
        raise unusable(
            short,
            "file.unreadable",
            f"không đọc được tệp này ({why}).",
            f"this file cannot be read ({why}).",
        ) from None


def _no_plan(located: Located) -> Problem:
    return Problem(
        code="plan.not_a_plan",
        place=located.place(()),
        vi="tệp phải gồm các trường của một kế hoạch.",
        en="the file must be made of the fields of a plan.",
        mend_vi="Bắt đầu từ mẫu: dantoc plan new.",
        mend_en="Begin with the template: dantoc plan new.",
    )
