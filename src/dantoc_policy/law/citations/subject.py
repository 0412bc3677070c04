"""The subject clause of a citation, where the text shows where it ends."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft

_LEAD = re.compile(
    r"[\s,*_]{1,4}[\"“]?"
    r"(?:v/v|ve viec|ve|quy dinh|phe duyet|ban hanh|huong dan|sua doi|bai bo|cong bo"
    r"|dieu chinh|thanh lap|day manh|tang cuong|trien khai|tiep tuc|giao|cho phep|thuc hien)\b"
)
_END = re.compile(r"[;\n]|\.(?:\s|\Z)|\.\.\.|…|\((?:sau đây|gọi tắt)|,\s(?:căn cứ|theo)\s")
_LONGEST = 500
_QUOTES = {"“": "”", '"': '"'}


def read_subject(text: str, folded: str, at: int, draft: Draft) -> None:
    """Read the words that say what the document is about, up to a mark that ends them.

    `folded` is what stands behind the code, `at` the place in it behind date and issuer.
    """
    lead = _LEAD.match(folded, at)
    if lead is None:
        return
    shift = draft.code.end
    start = shift + lead.start() + len(lead[0]) - len(lead[0].lstrip(" ,*_\n\t\u00a0"))
    quote = _QUOTES.get(text[start])
    close = text.find(quote, start + 1, start + _LONGEST) if quote else -1
    if close > 0:
        start, end = start + 1, close
    else:
        mark = _END.search(text, start, start + _LONGEST)
        if mark is None:
            return  # longer than what is read: not known where it ends
        end = mark.start()
    draft.subject = " ".join(text[start:end].split())
    draft.spans["subject"] = (start, end)
