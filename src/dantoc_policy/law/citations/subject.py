"""The subject clause of a citation, where the text shows where it ends."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft

_LEAD = re.compile(
    r"[\s,*_]{1,4}[\"“]?(?:v/v|ve viec|ve|quy dinh|phe duyet|ban hanh|huong dan|sua doi|bai bo|cong bo"
    r"|dieu chinh|thanh lap|day manh|tang cuong|trien khai|tiep tuc|giao|cho phep|thuc hien)\b"
)
_END = re.compile(r"[;\n]|\.(?:\s|\Z)|\.\.\.|…|\(sau day|,\s(?:can cu|theo|quyet dinh so|nghi)")
_QUOTES = {"“": "”", '"': '"'}


def read_subject(behind: str, folded: str, at: int, draft: Draft) -> None:
    """Read the words that say what the document is about, up to a mark that ends them."""
    lead = _LEAD.match(folded, at)
    if lead is None:
        return
    start = lead.start() + len(lead[0]) - len(lead[0].lstrip(" ,*_\n\t\u00a0"))
    end_match = _END.search(folded, lead.end())
    if end_match is None:
        return  # longer than what is read: not known where it ends
    quote = behind[start]
    end = end_match.start()
    if quote in _QUOTES:
        close = behind.find(_QUOTES[quote], start + 1)
        if close > 0:
            start, end = start + 1, close
    draft.subject = " ".join(behind[start:end].split())
    draft.spans["subject"] = (draft.code.end + start, draft.code.end + end)
