"""`dantoc lint --fix`: corrected copies of the files that were checked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

import typer
from attrs import define, field

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.cli.inputs import STANDARD_INPUT, Inputs
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.files.write import check_place, replacing
from dantoc_policy.interfaces.texts.docx import replace_in_docx
from dantoc_policy.interfaces.texts.read_text import FORMATS
from dantoc_policy.interfaces.texts.replace import (
    Replacement,
    only_as_text,
    replace_in_text,
    replaced,
)
from dantoc_policy.law.lint.check import corrections

if TYPE_CHECKING:
    from dantoc_policy.interfaces.cli.lint_forms import Linted
    from dantoc_policy.interfaces.texts.text_file import TextFile


@define
class Fixer:
    """Writes a corrected copy of each file: to one file, or into a folder under its own name."""

    target: Path
    into_folder: bool
    locale: Locale
    sources: list[Path]
    _written: list[tuple[Path, int]] = field(factory=list)
    left: int = 0

    @classmethod
    def of(cls, target: Path, inputs: Inputs) -> Self:
        """Look at the target before any work is done; several files need a folder."""
        into_folder = target.is_dir()
        if not into_folder:
            if len(inputs.names) > 1:
                raise InputError.of(
                    "output.needs_folder",
                    place="--fix",
                    vi="bản đã sửa của nhiều tệp không ghi được vào một tệp.",
                    en="the corrected copies of several files cannot go into one file.",
                    mend_vi="Cho tên một thư mục đã có.",
                    mend_en="Give the name of an existing folder.",
                )
            check_place(target, inputs.paths)
            _check_format(Path(inputs.names[0]), target)
        return cls(target, into_folder, inputs.locale, inputs.paths)

    def write(self, item: Linted) -> None:
        """Write the corrected copy of a file; it appears when it is whole."""
        source, target = item.file.path, self.target
        if self.into_folder:
            target /= _own_name(source)
            check_place(target, self.sources)
            if target in {path for path, _ in self._written}:
                raise unusable(
                    target,
                    "output.exists",
                    "hai tệp cùng tên không ghi được vào một thư mục.",
                    "two files of one name cannot go into one folder.",
                    "Soát từng tệp.",
                    "Check them one at a time.",
                )
        found = corrections(item.issues)
        if target.suffix.casefold() == ".docx":
            # Word has no way to correct over the end of a paragraph.
            found, given = [it for it in found if _is_in_one_part(item.file, it)], len(found)
            self.left += given - len(found)
        with replacing(target) as draft:
            if str(source) == STANDARD_INPUT:
                draft.write_text(replaced(item.file.text, found), encoding="utf-8", newline="")
            elif target.suffix.casefold() == ".docx":
                replace_in_docx(source, draft, found)
            else:
                replace_in_text(source, draft, found)
        self._written.append((target, len(found)))

    def tell(self) -> None:
        """Say on stderr what was written, with how many corrections."""
        sys.stdout.flush()
        for target, count in self._written:
            places = {"vi": f"{count} chỗ đã sửa", "en": f"{count} corrected"}[self.locale]
            word = {"vi": "Đã ghi", "en": "Written"}[self.locale]
            typer.echo(f"{word}: {target} ({places})", err=True)
        if self.left:
            note = {
                "vi": f"{self.left} chỗ đứng ở hai đoạn của tệp Word, chưa sửa.",
                "en": f"{self.left} left as they are: they stand in two paragraphs of Word.",
            }[self.locale]
            typer.echo(note, err=True)


def _is_in_one_part(file: TextFile, replacement: Replacement) -> bool:
    start, end, _ = replacement
    return file.part_at(start) == file.part_at(max(start, end - 1))


def _own_name(source: Path) -> str:
    """Give the name of a corrected copy: what is neither Word nor plain text becomes text."""
    if str(source) == STANDARD_INPUT:
        return "stdin.txt"
    kept = FORMATS.get(source.suffix.casefold()) in {"docx", "plain"}
    return source.name if kept else f"{source.stem}.txt"


def _check_format(source: Path, target: Path) -> None:
    """Refuse a format that the corrected copy cannot have, before any file is checked."""
    form = FORMATS.get(target.suffix.casefold())
    if form != "plain" and not (form == "docx" == FORMATS.get(source.suffix.casefold())):
        raise only_as_text(source, target)
