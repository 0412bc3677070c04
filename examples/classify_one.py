"""Classify one commune and say why, in ten lines."""

import datetime as dt

import dantoc_policy as dp

commune = dp.Commune(
    name="Hòa Bắc",
    households=1383,
    minority_households=248,
    poor_rate=5.92,
    meets_new_rural_standard=True,
)
answer = dp.classify(commune, as_of=dt.date(2021, 6, 4))
print(answer.outcome, answer.possible, answer.missing)
print(answer.explain("vi"))
