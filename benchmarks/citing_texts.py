"""Running text with as many citations per megabyte as is asked for, from labelled snippets."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GOLD = Path(__file__).resolve().parents[1] / "tests" / "law" / "gold" / "development.jsonl"
# As in plans and reports of provinces; and a wall of legal bases and tables of documents.
SPARSE, DENSE = 640, 7000
_RARE = re.compile("&#|&[a-z]+;|[\u200b-\u200f\u2060\ufeff]")
_FIRST_DIGITS = re.compile(r"[1-9][0-9]*")

PLAIN = (
    "Tỷ lệ hộ nghèo trong đồng bào dân tộc thiểu số giảm bình quân 3-4%/năm.",
    "Đến nay 8/8 huyện, thành phố đã họp xong và gửi báo cáo trước ngày 15/12 hằng năm.",
    "Các sở, ban, ngành theo chức năng, nhiệm vụ được giao chủ động lồng ghép các nguồn vốn.",
    "Ủy ban nhân dân các xã rà soát số hộ thiếu đất ở, đất sản xuất, nước sinh hoạt hợp vệ sinh.",
    "Phấn đấu 100% xã có đường ô tô đến trung tâm được rải nhựa hoặc bê tông.",
    "Nâng cao chất lượng đội ngũ cán bộ là người dân tộc thiểu số ở vùng đặc biệt khó khăn.",
    "- Giữ gìn và phát huy bản sắc văn hóa tốt đẹp của các dân tộc - tiếng nói, chữ viết, lễ hội.",
    "Tổng kinh phí giai đoạn 2021 - 2025 là 1.984 tỷ đồng, trong đó vốn sự nghiệp 595 tỷ đồng.",
    "Hội nghị đã nghe báo cáo kết quả công tác 06 tháng đầu năm và nhiệm vụ 06 tháng cuối năm.",
    "Mở rộng diện tích trồng rừng gỗ lớn, phát triển cây dược liệu và chăn nuôi đại gia súc.",
    "Tổ chức 03 lớp tập huấn cho người có uy tín, thăm hỏi 362 gia đình nhân dịp Tết Nguyên đán.",
    "Thu nhập bình quân của người dân tộc thiểu số bằng 1/2 bình quân chung của cả nước.",
    "Đẩy mạnh tuyên truyền, vận động, giáo dục pháp luật về hôn nhân và gia đình ở thôn, bản.",
    "Ban Dân tộc chủ trì, phối hợp với các cơ quan có liên quan theo dõi, đôn đốc, tổng hợp.",
    "Bố trí, sắp xếp ổn định dân cư ở nơi có nguy cơ xảy ra lũ ống, lũ quét, sạt lở đất.",
    "Bảo đảm quốc phòng, an ninh, trật tự an toàn xã hội; không để xảy ra điểm nóng.",
)
# No court is named in brackets: looking one up costs eyecite more than all else together.
ENGLISH_CITING = (
    "The judgment was affirmed in Barton v. Mills, {0} U.S. {1}, {2} (19{3}).",
    "See Hale v. Carter Freight Co., {0} F.2d {1} (19{3}).",
    "That rule was settled long ago. Doe v. Harbor Board, {0} F. Supp. {1}, {2} (19{3}).",
    "Jurisdiction of the district court rests on {4} U.S.C. § {1}.",
    "Compare Reed v. Lane, {0} U.S. {1} (19{3}), on the meaning of the term.",
    "A regulation must be read as a whole. Lowe v. Grant, {0} S. Ct. {1} (19{3}).",
    "Id. at {2}.",
)
ENGLISH_PLAIN = (
    "The county paid out 1,984 grants, an increase of 3-4% a year, in the period 2021 - 2025.",
    "Petitioners argue that the notice reached them too late and that no hearing was held.",
    "The board met on 15 December and adopted the plan by a vote of 8 to 1.",
    "Nothing in the record suggests that the applicant knew of the earlier agreement.",
    "The parties filed briefs on the question whether the statute reaches conduct abroad.",
    "Roads to all villages are to be paved, and half of the schools rebuilt, within five years.",
    "The commission shall report on the state of housing, water and schools each year.",
    "We turn to the second question, which the court below did not reach.",
)


@dataclass(frozen=True)
class Texts:
    """Documents of one kind, how large they are in UTF-8, and how many citations were put in."""

    documents: tuple[str, ...]
    size: int
    citations: int

    @property
    def megabytes(self) -> float:
        return self.size / 1e6


@dataclass(frozen=True)
class Snippet:
    text: str
    codes: tuple[str, ...]

    def numbered_anew(self, draw: random.Random) -> str:
        """Give the snippet with other numbers, so that what was read before helps little."""
        text = self.text
        for code in self.codes:
            digits = _FIRST_DIGITS.match(code)
            if digits:
                size = len(digits[0])
                other = str(draw.randrange(10 ** (size - 1), 10**size))
                text = text.replace(code, other + code[size:])
        return text


@cache
def snippets() -> list[Snippet]:
    """Give the labelled snippets that are in one Unicode form, as whole texts mostly are."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").strip().split("\n")]
    return [
        Snippet(row["text"], tuple(label["printed"] for label in row["citations"]))
        for row in rows
        if unicodedata.is_normalized("NFC", row["text"]) and not _RARE.search(row["text"])
    ]


def vietnamese(size: int, per_megabyte: int, variant: int = 33, document: int = 50_000) -> Texts:
    """Build documents of some bytes each, up to a size in all."""
    draw = random.Random(variant)

    def citing() -> tuple[str, int]:
        snippet = draw.choice(snippets())
        return snippet.numbered_anew(draw), len(snippet.codes)

    return _texts(size, per_megabyte, document, citing, lambda: draw.choice(PLAIN))


def english(size: int, per_megabyte: int, variant: int = 33, document: int = 50_000) -> Texts:
    """Build English documents that cite as densely."""
    draw = random.Random(variant)

    def citing() -> tuple[str, int]:
        numbers = draw.randint(100, 600), draw.randint(100, 999), draw.randint(1000, 1300)
        years, title = draw.randint(30, 99), draw.randint(5, 49)
        return draw.choice(ENGLISH_CITING).format(*numbers, years, title), 1

    return _texts(size, per_megabyte, document, citing, lambda: draw.choice(ENGLISH_PLAIN))


def _texts(size, per_megabyte, document, citing, plain) -> Texts:
    documents: list[str] = []
    pieces: list[str] = []
    total = begun = citations = 0
    while total < size:
        if citations < total * per_megabyte / 1e6:
            piece, count = citing()
            citations += count
        else:
            piece = plain()
        piece += "\n"
        pieces.append(piece)
        total += len(piece.encode())
        if total - begun >= document or total >= size:
            documents.append("".join(pieces))
            pieces, begun = [], total
    return Texts(tuple(documents), total, citations)
