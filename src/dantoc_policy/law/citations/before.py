"""What stands before a document number: its type in words, the cue "số", a law's title."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from dantoc_policy.law.document_type import types_of_words

NEAR = 64
FAR = 200
_WORD = re.compile(r"[^\s]+")
# "số", "số hiệu", "No." right before the number, glued to the word before it or not.
_CUE = re.compile(
    r"(?:(?P<so>so)(?:\sso)?(?:\s{0,2}hieu)?|\b(?:no|n0|number|nr)\b\.?)\s{0,2}[:.]?[\s*_\"“(\[]{0,4}\Z"
)
_OPENING = re.compile(r"[\s*_\"“”'(\[:,]{0,5}\Z")
_COVER = re.compile(
    r"\bvan ban(?:\s(?:chi dao|hoa toc|de nghi|tra loi|phuc dap|bao cao|dong y|chap thuan))?\s?:?\Z"
)
_OPENERS = ' (\n*_"“,:['
_PUNCTUATION = "*_\"“”'’‘([{<:,.-…"
_LONGEST_TYPE = 45
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

    `type_start` is -1 where no type is named; `cover` is the word "văn bản", which names no type.
    """

    start: int
    type: str | None = None
    type_start: int = -1
    type_end: int = -1
    cue: bool = False
    cover: bool = False
    look_alike: bool = False


def read_before(folded: str, base: int = 0) -> Before:
    """Read the folded text that ends where a number begins; `base` is where that text begins.

    >>> read_before("theo nghi dinh so ").type
    'nghi_dinh'
    >>> read_before("mau so ").look_alike
    True
    """
    cue = _CUE.search(folded, max(0, len(folded) - 16))
    if cue is None:
        opening = _OPENING.search(folded, max(0, len(folded) - 6))
        start = opening.start() if opening else len(folded)
    else:
        start = cue.start()
    cued = cue is not None
    head_end = start
    while head_end and folded[head_end - 1] in _OPENERS:
        head_end -= 1
    words = [*_WORD.finditer(folded, max(0, head_end - _LONGEST_TYPE), head_end)]
    if found := _type_word(words):
        kind, first = found
        return Before(base + first, kind, base + first, base + head_end, cued)
    if _LOOK_ALIKE.search(folded, max(0, len(folded) - 30)) is not None:
        return Before(base + start, cue=cued, look_alike=True)
    last = [_bare(word[0]) for word in words[-2:]]
    if cover := _COVER.search(folded, 0, head_end):
        return Before(base + cover.start(), cue=cued, cover=True)
    if last[-1:] == ["vb"]:
        return Before(base + words[-1].start(), cue=cued, cover=True)
    return Before(base + (start if cued else len(folded)), cue=cued)


def _bare(word: str) -> str:
    return word.strip(_PUNCTUATION)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in types_of_words()) | _unspaced().keys()


@cache
def _unspaced() -> dict[str, str]:
    """Types of two words whose space is lost."""
    return {
        word.replace(" ", ""): kind
        for word, kind in types_of_words().items()
        if word.count(" ") == 1
    }


def _type_word(words: list[re.Match[str]]) -> tuple[str, int] | None:
    """Give the longest type that the last words name, and where it begins."""
    bare = [_bare(word[0]) for word in words[-5:]]
    if not bare or bare[-1] not in _last_words():
        return None
    known = types_of_words()
    if kind := _unspaced().get(bare[-1]):  # "Quyếtđịnh"
        return kind, words[-1].start()
    for count in range(len(bare), 0, -1):
        kind = known.get(" ".join(bare[-count:]))
        if kind is not None:
            first = words[-count]
            lead = len(first[0]) - len(first[0].lstrip(_PUNCTUATION))
            return kind, first.start() + lead
    return _glued_type(words, known)


def _glued_type(words: list[re.Match[str]], known: dict[str, str]) -> tuple[str, int] | None:
    """A type whose word is glued to what stands before it: "tạiQuyết định"."""
    if not words[:-1]:
        return None
    first, second = words[-2], words[-1]
    for kind in ("quyet dinh", "nghi dinh", "nghi quyet", "thong tu", "ke hoach", "cong van"):
        head, _, tail = kind.partition(" ")
        if second[0] == tail and first[0].endswith(head) and first[0] != head:
            return known[kind], first.end() - len(head)
    return None


def read_title(folded: str) -> tuple[str, int] | None:
    """Find the law, code, ordinance or resolution whose title ends where the number begins.

    >>> read_title("can cu luat to chuc chinh phu so ")
    ('luat', 7)
    """
    begin = 0
    for match in _CLAUSE_END.finditer(folded):
        begin = match.end()
    last: re.Match[str] | None = None
    for match in _TITLED.finditer(folded, begin):
        last = match
    if last is None:
        return None
    return ("luat" if last[0] == "law" else last[0].replace(" ", "_")), last.start()
