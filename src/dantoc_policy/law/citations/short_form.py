"""A short form of a citation, and what may follow it in a text."""

from __future__ import annotations

import re

from attrs import define, field

from dantoc_policy.law.citation import Citation, Span

# What may follow a short form; anything else makes it part of something longer, or a count.
_STOPPED = r"\s{0,2}(?:[.,;:!?)\]\"”“’'|*_(/-]|\n|\Z)"
_GOES = (
    r"\s{1,2}(?:va|hoac|la|da|duoc|co|neu|thi|do|tai|theo|voi|nay|tren|noi|nham|de|khi|se|phai"
    r"|dang|cung|trong|vao|bang|het|con|chua|khong|giao|xac dinh|gom|bao gom|dat|duoi|qua"
    r"|trien khai|thuc hien|hieu qua|o|ra|yeu cau|dam bao|bao dam|gan|ket thuc|giai doan|moi"
    r"|thuoc|can|tiep tuc|ke tu|quy dinh|tuc|nhung|tung|vua)\b"
)
ALONE = re.compile(rf"{_STOPPED}|{_GOES}")
NUMBERED = re.compile(
    rf"{_STOPPED}|{_GOES}|\s{{1,2}}(?:cua|ve|v/v|cho|den|tu|ban hanh|phe duyet|sua doi|thay the"
    r"|bai bo|huong dan|thong qua|khoa|ngay\s{1,2}[0-9]{1,2}"
    r"|nam\s{1,2}(?:19|20)[0-9]{2}(?!\s?-)|nhu|len)\b"
)
# A sign that a number is not over, or that it is a share.
MORE = re.compile(r"[.,][0-9]|\s?/\s?[0-9a-z]|\s?-\s?[a-z]{1,5}/|\s?-\s?[0-9]|\s?%")


@define
class Form:
    """A short form in the matched text, and the citation it refers to, if it is one only."""

    start: int
    end: int
    type: str
    cited: Citation | None
    number: str | None = None
    ambiguous: bool = False
    spans: dict[str, Span] = field(factory=dict)
