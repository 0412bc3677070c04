"""Score the citation finder on the labelled sets in `tests/law/gold/`.

    python tools/score_citations.py [--errors SET ...] [--folder FOLDER]

Prints how many of the labelled codes are found and how many found codes are labelled, then how
many of the labelled citations have each field right. With --errors the disagreements of a set
are printed too, one a line.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.citations.issuing_body import NamedBody, read_body
from dantoc_policy.law.spelling import fold

GOLD = Path(__file__).resolve().parents[1] / "tests" / "law" / "gold"
SETS = ("development", "held_out", "blind", "fresh")
FIELDS = ("type", "number", "year", "symbol", "issuer", "date")

Label = dict[str, Any]
_SHORT = {
    "cp": "chinh phu",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ubnd": "uy ban nhan dan",
}
# Who signs for a body in its name: what is labelled is the body.
_SIGNING = {"chu_tich_uy_ban_nhan_dan": "uy_ban_nhan_dan"}
_SHORT_WORD = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b")
# Between the bodies of a joint document; "và" inside a ministry's name is no such mark.
_JOINT = re.compile(r"\s*(?:;|,|-)\s*|\s+(?:va|cung)\s+")


@frozen
class Disagreement:
    """One field of a citation that is not as labelled; "missed" and "spurious" are of codes."""

    snippet: str
    field: str
    printed: str
    labelled: Any
    found: Any

    def __str__(self) -> str:
        return (
            f"{self.snippet} {self.field} {self.printed!r}: "
            f"labelled {self.labelled!r}, found {self.found!r}"
        )


@define
class Score:
    """Counts of one set. A code is right where its canonical form is and its span overlaps."""

    name: str
    snippets: int = 0
    bare: int = 0  # snippets with look-alikes only
    labelled: int = 0
    found: int = 0
    codes: int = 0
    right: dict[str, int] = field(factory=lambda: dict.fromkeys(FIELDS, 0))
    disagreements: list[Disagreement] = field(factory=list)

    @property
    def precision(self) -> float:
        """The share of found codes that are labelled so."""
        return self.codes / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of labelled codes that are found."""
        return self.codes / self.labelled if self.labelled else 1.0

    def accuracy(self, name: str) -> float:
        """The share of labelled citations whose field is right; one not found has none right."""
        return self.right[name] / self.labelled if self.labelled else 1.0


def available(folder: Path = GOLD) -> list[str]:
    """Give the names of the sets that are there."""
    return [name for name in SETS if (folder / f"{name}.jsonl").exists()]


def score(name: str, folder: Path = GOLD) -> Score:
    """Score one set."""
    found = Score(name)
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                _add(found, json.loads(line))
    return found


def _add(total: Score, row: dict[str, Any]) -> None:
    labels: list[Label] = row["citations"]
    citations = find_citations(row["text"])
    total.snippets += 1
    total.bare += not labels
    total.labelled += len(labels)
    total.found += len(citations)
    left = dict(enumerate(citations))
    for label, span in zip(labels, _spans(row["text"], labels), strict=True):
        key = next((key for key, each in left.items() if _overlap(each.spans["code"], span)), None)
        citation = left.pop(key) if key is not None else None
        _compare(total, row["id"], label, citation)
    for citation in left.values():
        total.disagreements.append(
            Disagreement(row["id"], "spurious", citation.text, None, citation.canonical)
        )


def _spans(text: str, labels: list[Label]) -> Iterator[tuple[int, int]]:
    """Give where each label is printed; one printed twice is labelled twice, in order."""
    behind: dict[str, int] = {}
    for label in labels:
        printed: str = label["printed"]
        start = text.index(printed, behind.get(printed, 0))
        behind[printed] = start + len(printed)
        yield start, behind[printed]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _compare(total: Score, snippet: str, label: Label, citation: Citation | None) -> None:
    def differs(name: str, labelled: Any, found: Any) -> None:
        total.disagreements.append(Disagreement(snippet, name, label["printed"], labelled, found))

    if citation is None:
        differs("missed", label["canonical"], None)
        return
    if citation.canonical in {label["canonical"], *(label.get("canonical_alt") or ())}:
        total.codes += 1
    else:
        differs("code", label["canonical"], citation.canonical)
    for name in FIELDS:
        right, labelled, found = _FIELD[name](label, citation)
        total.right[name] += right
        if not right:
            differs(name, labelled, found)


Compared = tuple[bool, Any, Any]


def _plain(name: str) -> Callable[[Label, Citation], Compared]:
    def compare(label: Label, citation: Citation) -> Compared:
        labelled, found = label[name], getattr(citation, name)
        return labelled == found, labelled, found

    return compare


def _issuer(label: Label, citation: Citation) -> Compared:
    labelled, found = label["issuer"], citation.issuer
    return same_body(labelled, found), labelled, found


def _date(label: Label, citation: Citation) -> Compared:
    """Compare the day, or the year where the text tells no more."""
    found = citation.issue_date.isoformat() if citation.issue_date else None
    labelled = label["issue_date"]
    if labelled is None and label.get("issue_year") is not None:
        year = None if found else citation.issue_year
        return year == label["issue_year"], label["issue_year"], found or year
    return labelled == found, labelled, found


_FIELD: dict[str, Callable[[Label, Citation], Compared]] = {
    "type": _plain("type"),
    "number": _plain("number"),
    "year": _plain("year"),
    "symbol": _plain("symbol"),
    "issuer": _issuer,
    "date": _date,
}


def same_body(one: str | None, other: str | None) -> bool:
    """Say whether two printed names are of one body, or of the same bodies in any order.

    >>> same_body("UBND tỉnh Bắc Kạn", "Ủy ban nhân dân tỉnh Bắc Kạn")
    True
    >>> same_body("Chính phủ", "Thủ tướng Chính phủ")
    False
    """
    if one is None or other is None:
        return one is other
    return _key(one) == _key(other) or sorted(_bodies(one)) == sorted(_bodies(other))


def _key(text: str) -> str:
    return _SHORT_WORD.sub(lambda match: _SHORT[match[0]], " ".join(fold(text).split()))


def _bodies(text: str) -> list[str]:
    """Give the bodies that a text names, as the table has them where it does."""
    text = " ".join(text.split())
    folded = fold(text)
    found: list[str] = []
    at = 0
    while at < len(text):
        body = read_body(text, folded, at)
        if body is None or body.end <= at:
            return [*found, _key(text[at:])]
        found.append(_body_key(text, body))
        joint = _JOINT.match(folded, body.end)
        if joint is None:
            rest = _key(text[body.end :])
            return [*found[:-1], f"{found[-1]} {rest}"] if rest else found
        at = joint.end()
    return found


def _body_key(text: str, body: NamedBody) -> str:
    if body.id is None:
        return _key(text[body.start : body.end])
    return f"{_SIGNING.get(body.id, body.id)} {_key(body.unit or '')}".strip()


# --- printing -----------------------------------------------------------------------------


def table(scores: list[Score]) -> str:
    """Give the scores as a Markdown table, a set a column.

    >>> table([Score("development", snippets=2, labelled=1, found=1, codes=1)]).splitlines()[0]
    '|  | development |'
    """
    rows: list[tuple[str, Callable[[Score], str]]] = [
        ("snippets", lambda each: f"{each.snippets:,}"),
        ("of these with look-alikes only", lambda each: f"{each.bare:,}"),
        ("citations labelled", lambda each: f"{each.labelled:,}"),
        ("citations found", lambda each: f"{each.found:,}"),
        ("codes: precision", lambda each: percent(each.precision)),
        ("codes: recall", lambda each: percent(each.recall)),
        *((name, _accuracy(name)) for name in FIELDS),
    ]
    lines = [["", *(each.name for each in scores)], ["---", *["--:"] * len(scores)]]
    lines += [[name, *(show(each) for each in scores)] for name, show in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _accuracy(name: str) -> Callable[[Score], str]:
    return lambda each: percent(each.accuracy(name))


def percent(share: float) -> str:
    """Give a share in per cent, never rounded up to a hundred.

    >>> percent(1.0), percent(0.9996), percent(0.98765)
    ('100 %', '99.9 %', '98.7 %')
    """
    return "100 %" if share == 1 else f"{int(share * 1000) / 10:.1f} %"


def main(arguments: list[str]) -> int:
    """Print the table, and the disagreements that are asked for."""
    parser = argparse.ArgumentParser(prog="score_citations", description=__doc__)
    parser.add_argument("--folder", type=Path, default=GOLD)
    parser.add_argument("--errors", nargs="+", choices=SETS, default=[], metavar="SET")
    given = parser.parse_args(arguments)
    scores = [score(name, given.folder) for name in available(given.folder)]
    print(table(scores))
    for each in scores:
        if each.name in given.errors:
            print(f"\n{each.name}")
            for disagreement in each.disagreements:
                print(disagreement)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
