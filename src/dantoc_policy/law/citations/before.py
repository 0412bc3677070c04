"""What stands before a document number: its type in words, the cue "số", a law's title."""

from __future__ import annotations

import re

from attrs import frozen

from dantoc_policy.law.document_type import types_of_words

REACH = 160
_WORD = re.compile(r"[^\s]+")
# "số", "số hiệu", "No." right before the number, glued to the word before it or not.
_CUE = re.compile(
    r"(?:(?P<so>so)(?:\s{0,2}hieu)?|\b(?:no|n0|number|nr)\b\.?)\s{0,2}[:.]?[\s*_\"“(\[]{0,4}\Z"
)
_OPENING = re.compile(r"[\s*_\"“”'(\[:,]{0,5}\Z")
_COVER = ("van ban", "cac van ban")
_PLURALS = frozenset({"cac", "nhung", "hai", "ba", "mot so"})
# Numbers of forms, plots, rooms and the like are printed as codes and are none.
_LOOK_ALIKE = re.compile(
    r"(?:\b(?:mau|bieu|bieu mau|phu luc|bang|thua|thua dat|to ban do|to|so nha|phong|lop|tai khoan"
    r"|tk|mst|ma so|ma so thue|bien so|bien kiem soat|hoa don|quyen|ky hieu|km|ql|tl|lo|kiot|ngo"
    r"|ngach|hem|tcvn|qcvn|iso|cmnd|cccd|hop thu|dien thoai|dt|tel|fax|toa|can ho|ghe|so may|ca)"
    r"\s{0,2}(?:so)?|[a-z0-9]/)\s{0,2}:?\s{0,2}\Z"
)
_TITLED = re.compile(r"\b(?:bo luat|luat|phap lenh|nghi quyet|hien phap|law)\b")
_CLAUSE_END = re.compile(r"[;\n.]\s|[;\n]")


@frozen
class Before:
    """The words before a number: where they begin, the type they name, whether "số" is there.

    Places are in the folded text that was read. `type_start` is -1 where no type is named;
    `cover` is the word "văn bản", which names no type; `title_start` is where the title of a law
    begins whose number stands behind the title.
    """

    start: int
    type: str | None = None
    type_start: int = -1
    type_end: int = -1
    cue: bool = False
    cover: bool = False
    short: bool = False
    look_alike: bool = False
    title_start: int = -1


def read_before(folded: str) -> Before:
    """Read the folded text that ends where a number begins.

    >>> read_before("theo nghi dinh so ").type
    'nghi_dinh'
    >>> read_before("mau so ").look_alike
    True
    """
    cue = _CUE.search(folded[-16:])
    head_end = len(folded)
    if cue is not None:
        head_end = max(0, len(folded) - 16) + cue.start()
    else:
        opening = _OPENING.search(folded[-6:])
        if opening is not None:
            head_end = max(0, len(folded) - 6) + opening.start()
    start = head_end if cue is None else max(0, len(folded) - 16) + cue.start()
    while head_end and folded[head_end - 1] in ' (\n*_"“,:[':
        head_end -= 1
    words = list(_WORD.finditer(folded, max(0, head_end - 60), head_end))
    found = _type_word(words)
    if found is None:
        if _LOOK_ALIKE.search(folded[-30:]) is not None:
            return Before(start, cue=cue is not None, look_alike=True)
        begins = words[-2].start() if len(words) > 1 else 0
        if len(words) > 1 and f"{_bare(words[-2][0])} {_bare(words[-1][0])}" == "van ban":
            return Before(begins, cue=cue is not None, cover=True)
        return Before(start if cue else len(folded), cue=cue is not None)
    kind, first, short = found
    return Before(first, kind, first, head_end, cue is not None, short=short)


def _bare(word: str) -> str:
    return word.strip("*_\"“”'’‘([{<:,.-…")


def _type_word(words: list[re.Match[str]]) -> tuple[str, int, bool] | None:
    """Give the longest type that the last words name, and where it begins."""
    known = types_of_words()
    for count in range(min(5, len(words)), 0, -1):
        last = words[-count:]
        joined = " ".join(_bare(word[0]) for word in last)
        kind = known.get(joined)
        if kind is not None:
            lead = len(last[0][0]) - len(last[0][0].lstrip("*_\"“”'’‘([{<:,.-…"))
            return kind, last[0].start() + lead, count == 1 and len(joined) <= 5
    return _glued_type(words, known)


def _glued_type(words: list[re.Match[str]], known: dict[str, str]) -> tuple[str, int, bool] | None:
    """A type whose word is glued to what stands before it: "tạiQuyết định"."""
    if len(words) < 2:
        return None
    first, second = words[-2], words[-1]
    for kind in ("quyet dinh", "nghi dinh", "nghi quyet", "thong tu", "ke hoach", "cong van"):
        head, _, tail = kind.partition(" ")
        if second[0] == tail and first[0].endswith(head) and first[0] != head:
            return known[kind], first.end() - len(head), False
    return None


def read_title(folded: str, title_reach: int = 200) -> tuple[str, int] | None:
    """Find the law, code, ordinance or resolution whose title ends where the number begins.

    >>> read_title("can cu luat to chuc chinh phu so ")
    ('luat', 7)
    """
    window = folded[-title_reach:]
    shift = len(folded) - len(window)
    begin = 0
    for match in _CLAUSE_END.finditer(window):
        begin = match.end()
    last: re.Match[str] | None = None
    for match in _TITLED.finditer(window, begin):
        last = match
    if last is None:
        return None
    kind = "luat" if last[0] == "law" else last[0].replace(" ", "_")
    return kind, shift + last.start()
