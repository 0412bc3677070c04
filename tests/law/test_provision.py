"""Provisions are printed as far as they are verified, in the order the language has."""

from __future__ import annotations

import pytest

from dantoc_policy.law.provision import Provision

CODE = "33/2020/QĐ-TTg"


@pytest.mark.parametrize(
    ("provision", "vi", "en"),
    [
        (Provision(CODE), "Quyết định 33/2020/QĐ-TTg", "Decision 33/2020/QĐ-TTg"),
        (
            Provision(CODE, 6, 2, "a"),
            "điểm a khoản 2 Điều 6 Quyết định 33/2020/QĐ-TTg",
            "point a, clause 2, Article 6, Decision 33/2020/QĐ-TTg",
        ),
        (
            Provision(CODE, 6, 2, "a", "clause"),
            "khoản 2 Điều 6 Quyết định 33/2020/QĐ-TTg",
            "clause 2, Article 6, Decision 33/2020/QĐ-TTg",
        ),
        (
            Provision(CODE, 2, 1, None, "article"),
            "Điều 2 Quyết định 33/2020/QĐ-TTg",
            "Article 2, Decision 33/2020/QĐ-TTg",
        ),
        (
            Provision("272/2025/NĐ-CP", 8, 2, "đ"),
            "điểm đ khoản 2 Điều 8 Nghị định 272/2025/NĐ-CP",
            "point đ, clause 2, Article 8, Decree 272/2025/NĐ-CP",
        ),
        (Provision("NQ 88", 1), "Điều 1 NQ 88", "Article 1, NQ 88"),
    ],
)
def test_text(provision: Provision, vi: str, en: str) -> None:
    assert (provision.text(), provision.text("en"), str(provision)) == (vi, en, vi)


def test_verified_means_every_number_is() -> None:
    assert Provision(CODE, 3, 1).verified
    assert Provision(CODE, 3, 1, None, "clause").verified
    assert not Provision(CODE, 2, 1, None, "article").verified
    assert Provision(CODE, 6, 2, "a", "clause").to_dict()["point"] == "a"
