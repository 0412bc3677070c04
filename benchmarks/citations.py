"""(f) Citations: how fast they are found, beside a bare pattern and eyecite; and how it grows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import cycle

from benchmarks import citing_texts
from benchmarks.citing_texts import DENSE, SPARSE, Texts
from benchmarks.markdown import number, ratio, table, verdict
from benchmarks.rounds import Others, Times, timed
from dantoc_policy.law.citations.find import find_citations

# What many programs have: number, year, letters of the type, letters of the body. Nothing else.
BARE = re.compile(r"\b\d{1,5}(?:/(?:19|20)\d{2})?/[A-ZĐ]\w*(?:-[A-ZĐ]\w*)+")
OURS, PATTERN, EYECITE = "**find_citations**", "bare pattern, codes only", "eyecite, English text"
DENSITIES = {"sparse": SPARSE, "dense": DENSE}
AIM_SPARSE, AIM_EYECITE = 20.0, 50.0


def installed() -> bool:
    return find_spec("eyecite") is not None


def section(rounds: int, *, quick: bool = False) -> str:
    """Give the three tables."""
    others = Others()
    size = 200_000 if quick else 1_000_000
    text = [_speed(rounds, size), _growth(min(rounds, 3), 10**7 if quick else 10**8)]
    text.append(_hostile(min(rounds, 3), 30_000 if quick else 100_000))
    if share := others.share():
        text.append(f"Processor time that went to other programs meanwhile: {100 * share:.0f} %.")
    if not installed():
        text.append("Left out here: eyecite is not installed (the group `bench`).")
    return "\n\n".join(text)


# --- beside others ------------------------------------------------------------------------


def _speed(rounds: int, size: int) -> str:
    lines, aims = [], []
    for name, per_megabyte in DENSITIES.items():
        texts = [
            citing_texts.vietnamese(size, per_megabyte, variant) for variant in range(rounds + 1)
        ]
        english = citing_texts.english(size // 5, per_megabyte)
        found = _found(texts[0], english)
        times = timed(_candidates(texts, english), rounds)
        for candidate in times.seconds:
            source = english if candidate == EYECITE else texts[0]
            per_second = source.megabytes / times.median(candidate)
            lines.append(
                [
                    f"{candidate}, {name}",
                    f"{found[candidate] / source.megabytes:,.0f}",
                    number(per_second),
                    number(found[candidate] / times.median(candidate)),
                    ratio(times, candidate, OURS) if candidate != EYECITE else "",
                ]
            )
        aims += _aims(name, times, texts[0], english)
    head = ["", "found per MB", "MB/s", "citations/s", "time beside ours"]
    return table(head, lines) + "\n\n" + table(["aim", "", ""], aims)


def _candidates(texts: Sequence[Texts], english: Texts) -> dict[str, Callable[[], object]]:
    """Give the candidates; each round reads texts with other numbers, as a new text has."""
    ours, bare = cycle(texts), cycle(texts)
    candidates: dict[str, Callable[[], object]] = {
        OURS: lambda: [find_citations(text) for text in next(ours).documents],
        PATTERN: lambda: [BARE.findall(text) for text in next(bare).documents],
    }
    if installed():
        from eyecite import get_citations

        candidates[EYECITE] = lambda: [get_citations(text) for text in english.documents]
    return candidates


def _found(texts: Texts, english: Texts) -> dict[str, int]:
    """Count what each finds, and see that it is what was put in: speed alone is nothing."""
    found = {
        OURS: sum(len(find_citations(text)) for text in texts.documents),
        PATTERN: sum(len(BARE.findall(text)) for text in texts.documents),
    }
    assert abs(found[OURS] - texts.citations) <= texts.citations / 50
    if installed():
        from eyecite import get_citations

        found[EYECITE] = sum(len(get_citations(text)) for text in english.documents)
        assert abs(found[EYECITE] - english.citations) <= english.citations / 50
    return found


def _aims(name: str, times: Times, texts: Texts, english: Texts) -> Iterator[list[str]]:
    if name == "sparse":
        speed = texts.megabytes / times.median(OURS)
        words = f"{AIM_SPARSE:.0f} MB/s on sparse text, every field filled"
        yield [words, f"{number(speed)} MB/s", verdict(AIM_SPARSE, speed)]
    elif EYECITE in times.seconds:
        faster = times.ratio(EYECITE, OURS) * texts.size / english.size
        words = f"{AIM_EYECITE:.0f} times eyecite on text as dense"
        yield [words, f"{number(faster)} times", verdict(AIM_EYECITE, faster)]


# --- growth -------------------------------------------------------------------------------


def _growth(rounds: int, largest: int) -> str:
    """Time a megabyte of texts of one kilobyte up to a text of a hundred megabytes."""
    sizes = [10**power for power in range(3, 9) if 10**power <= largest]
    texts: dict[str, tuple[Sequence[str], float]] = {}
    for size in sizes:
        built = citing_texts.vietnamese(max(size, 10**6), SPARSE, document=size)
        documents = built.documents if size < 10**6 else ["".join(built.documents)]
        texts[_size(size)] = documents, built.megabytes
    lines = "".join(citing_texts.vietnamese(largest // 10, SPARSE).documents)
    one_line = f"{_size(largest // 10)}, one line"
    texts[one_line] = [lines.replace("\n", " ")], texts[_size(largest // 10)][1]
    times = timed({name: _reading(given) for name, (given, _) in texts.items()}, rounds)
    base = _size(10**6)
    rows = [
        [
            name,
            number(1e3 * times.median(name) / megabytes),
            number(times.ratio(name, base) * texts[base][1] / megabytes),
        ]
        for name, (_, megabytes) in texts.items()
    ]
    return table(["one text of", "ms per MB", "beside 1 MB"], rows)


def _reading(documents: Sequence[str]) -> Callable[[], object]:
    return lambda: [len(find_citations(text)) for text in documents]


def _size(size: int) -> str:
    return f"{size // 10**6} MB" if size >= 10**6 else f"{size // 10**3} KB"


# --- hostile input ------------------------------------------------------------------------


def repeated(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _articles(length: int) -> str:
    tail = " Nghị định số 05/2011/NĐ-CP"
    numbers = ", ".join(str(count) for count in range(1, length // 4))
    return f"Điều {numbers}"[: length - len(tail)] + tail


def _dense(length: int) -> str:
    return "".join(citing_texts.vietnamese(2 * length, DENSE).documents)[:length]


# Text that cites nothing, or hardly anything, made to keep each pattern busy.
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": repeated("1"),
    "slashes": repeated("/"),
    "`1/`": repeated("1/"),
    "`1/2020/`": repeated("1/2020/"),
    "`QĐ-`": repeated("QĐ-"),
    "`1/QĐ-`": repeated("1/QĐ-"),
    "`1/A&`": repeated("1/A&"),
    "`1-`": repeated("1-"),
    "`-CP`": repeated("-CP"),
    "letters for digits: `1/lI`": repeated("1/lI"),
    "spaces": repeated(" "),
    "spaces that do not break": repeated("\u00a0"),
    "`(`": repeated("("),
    "`Điều 1, 2, 3, ...`": _articles,
    "`của `": repeated("của "),
    "`Quyết định số `": repeated("Quyết định số "),
    "`Ủy ban nhân dân `": repeated("Ủy ban nhân dân "),
    "capitals": repeated("QUYẾT ĐỊNH SỐ CỦA ỦY BAN "),
    "entities: `&#x2F;`": repeated("&#x2F;"),
    "`&amp;`": repeated("&amp;"),
    "unseen marks": repeated("\u200b"),
    "letters with loose accents": repeated("a\u0301"),
    "`http://a/`": repeated("http://a/"),
}
# Nothing but citations, so what each costs by itself: 10 to 15 characters each.
CITING: dict[str, Callable[[int], str]] = {
    "`1/QĐ-TTg, `": repeated("1/QĐ-TTg, "),
    "`24-NQ/TW và `": repeated("24-NQ/TW và "),
    "`1/QĐ-TTg ngày `": repeated("1/QĐ-TTg ngày "),
    "`1/QĐ-TTg của `": repeated("1/QĐ-TTg của "),
    "`1/QĐ-TTg về “`": repeated("1/QĐ-TTg về “"),
    "`Số: 1/QĐ-TTg`, a line each": repeated("Số: 1/QĐ-TTg\n"),
    "`64-CP `": repeated("64-CP "),
}


def _hostile(rounds: int, length: int) -> str:
    """Time hostile text beside ordinary text of the same length, and eight times as long."""
    texts = {"sparse": _sparse(length), "dense": _dense(length)}
    makers = {**HOSTILE, **CITING}
    texts |= {name: make(length) for name, make in makers.items()}
    texts |= {f"{name} x8": make(8 * length) for name, make in makers.items()}
    times = timed({name: _reading([text]) for name, text in texts.items()}, rounds)

    def row(name: str) -> list[str]:
        return [
            name,
            number(1e9 * times.median(name) / len(texts[name])),
            number(times.ratio(name, "sparse")),
            number(times.ratio(name, "dense")),
            number(times.ratio(f"{name} x8", name) / 8) if name in makers else "",
        ]

    head = [f"{length:,} characters", "ns each", "beside sparse", "beside dense", "8 times as long"]
    return table(head, [row(name) for name in texts if not name.endswith(" x8")])


def _sparse(length: int) -> str:
    return "".join(citing_texts.vietnamese(2 * length, SPARSE).documents)[:length]
