"""`dantoc place import`: a full official list of one's own, checked row by row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dantoc_policy.interfaces.cli.common import HAS_ERRORS, Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, looking_up, print_data
from dantoc_policy.interfaces.cli.options import Language

if TYPE_CHECKING:
    from datetime import date

    from dantoc_policy.errors import Locale
    from dantoc_policy.places.library import Places


def import_list(  # noqa: PLR0913 - one parameter an option
    source: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Danh sách / the list: .csv .xlsx .parquet .json"),
    ] = None,
    *,
    instrument: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="Văn bản ban hành / its document: 861/QĐ-TTg."),
    ] = None,
    valid_from: Annotated[
        str | None, typer.Option(metavar="DATE", help="Có hiệu lực từ ngày / the first day.")
    ] = None,
    valid_until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Đến hết ngày / the last day, if there is.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Tên xã theo ngày này / the day whose communes are named."
        ),
    ] = None,
    province: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Tỉnh, nếu dòng không ghi / where rows name none."),
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="Trang tính Excel / Excel sheet.")] = None,
    whole_country: Annotated[
        bool,
        typer.Option("--whole-country", help="Dùng xã của cả nước / communes of all provinces."),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", "--out", metavar="OUT", help="Ghi ra / write .json .csv"),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Chỉ ghi mẫu trống / write an empty sheet: .xlsx .csv"),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Kiểm tra một danh sách chính thức của riêng bạn: từng dòng, và các tổng số.

    Check an official list of your own, row by row, with its totals; -o writes what
    `dantoc place status --list` reads. Exit status: 0 every row can be used, 1 some rows cannot,
    2 the file cannot.
    """
    locale = lang.locale
    with looking_up(locale):
        if template is not None:
            _template(template, locale)
            return
        from dantoc_policy.interfaces.cli.arguments import needed
        from dantoc_policy.interfaces.cli.place_import_text import print_checked
        from dantoc_policy.interfaces.list_file import load_official_list
        from dantoc_policy.interfaces.list_write import write_list

        if source is None:
            raise needed("FILE", "tệp danh sách", "the file of the list", "danh-sach.xlsx")
        library = _library(whole_country)
        checked = load_official_list(
            source,
            instrument,
            _day(valid_from, "--valid-from"),
            _day(valid_until, "--valid-until"),
            library=library,
            units_on=_day(as_of, "--as-of"),
            province=province,
            sheet=sheet,
        )
        if out is not None:
            from dantoc_policy.interfaces.files.write import check_target

            check_target(out, source)
            write_list(out, checked, library, locale=locale)
        if form is LookupForm.TEXT:
            print_checked(checked, locale)
        else:
            print_data(form, checked.to_dict(), [row.to_dict() for row in checked.rows])
        if out is not None:
            _written(out, locale, err=form is not LookupForm.TEXT)
        if checked.rejected:
            raise typer.Exit(HAS_ERRORS)


def _day(text: str | None, option: str) -> date | None:
    from attrs import evolve

    from dantoc_policy.errors import InputError
    from dantoc_policy.values.calendar_dates import parse_date

    try:
        return None if text is None else parse_date(text)
    except InputError as error:
        raise InputError(evolve(error.problem, place=option)) from None


def _library(whole_country: bool) -> Places:
    from dantoc_policy.places.library import places

    return places.whole_country() if whole_country else places


def _template(target: Path, locale: Locale) -> None:
    from dantoc_policy.interfaces.list_write import write_list_template

    write_list_template(target, locale=locale)
    word = {"vi": "Đã ghi mẫu trống", "en": "Empty sheet written"}[locale]
    typer.echo(f"{word}: {target}")


def _written(out: Path, locale: Locale, *, err: bool) -> None:
    word = {"vi": "Đã ghi", "en": "Written"}[locale]
    typer.echo(f"{word}: {out}", err=err)
