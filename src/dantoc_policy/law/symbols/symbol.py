"""The symbol of a document: the letters after its number, and what each group of them says."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Family = Literal[
    "assembly",  # 88/2019/QH14: the body's term stands for the type
    "state",  # 33/2020/QĐ-TTg, 303/KH-UBND: type, then body
    "letter",  # 830/BDT-VP: body, then the unit that drafted it; no type
    "joint",  # 02/2014/TTLT-BNV-UBDT
    "consolidated",  # 01/VBHN-UBDT
    "party",  # 65-KL/TW: type before the slash
    "historic",  # 64-CP, 327-CT, 121-TCTK/PPCĐ: before 1997
    "unknown",
]
Repair = Literal["assembly_letters", "letters", "dash", "separators"]


@frozen
class Symbol:
    """The letters of a symbol as they were meant, and what each group of them says.

    `text` has the spelling of the tables (Đ, case), `canonical` also the form that the rules of
    numbering ask for. `types` are the letters of the type, `bodies` those of the issuers, `unit`
    the drafting unit or field, `term` that of the National Assembly. `known` says whether any of
    the groups is in a table.
    """

    text: str
    family: Family
    types: str | None = None
    bodies: tuple[str, ...] = ()
    unit: str | None = None
    term: int | None = None
    canonical: str = ""
    repairs: tuple[Repair, ...] = ()

    @property
    def known(self) -> bool:
        """Whether any group is one of the tables."""
        return self.family != "unknown"
