"""The provisions that the rules rest on."""

from __future__ import annotations

from dantoc_policy.law.provision import Provision

# Number, year, letters of type and body of normative documents: order, marks between, no spaces.
NUMBERING = (Provision("34/2016/NĐ-CP", 58),)
# Letters of the types of administrative documents, and how their parts are printed.
LETTERS = (Provision("30/2020/NĐ-CP", appendix="III"),)
PRINT = (Provision("30/2020/NĐ-CP", appendix="I"),)
# The symbol of Party documents, and their numbering by type and term.
PARTY = (Provision("36-HD/VPTW", section="1.3.1"),)
# Which document may be a legal normative one, under the law of each time.
LAW_2008 = (Provision("17/2008/QH12"),)
LAW_2015 = (Provision("80/2015/QH13", 4),)
LAW_2025 = (Provision("64/2025/QH15", 4),)
NORMATIVE = (*LAW_2008, *LAW_2015, *LAW_2025)
