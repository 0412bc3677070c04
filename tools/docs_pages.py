"""Fill the generated parts of the documentation from the data of the library.

MkDocs calls `on_page_markdown` for every page; a line such as `<!-- facts: commune -->` is
replaced by a table made from the code as it is. `on_files` adds files that are made from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from build_catalogue import contents
from catalogue_coverage import coverage, markdown
from docs_notebooks import notebook_page
from docs_pictures import picture
from score_citations import available, score, table

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.library import bodies
from dantoc_policy.data import load
from dantoc_policy.instruments.classify import UNITS
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.interfaces.plans.schema import SCHEMA_FILE, plan_schema
from dantoc_policy.law.library import documents
from dantoc_policy.law.lint.rule import Rule
from dantoc_policy.law.lint.rules import rules
from dantoc_policy.peoples.library import peoples
from dantoc_policy.peoples.lists import CATEGORIES, Anomaly
from dantoc_policy.places.library import places
from dantoc_policy.places.official_list import COUNTRY, Counts
from dantoc_policy.rules.words import describe

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace every marker of a page by what it names."""
    return re.sub(r"^<!-- (\w+)(?:: (\w+))? -->$", _filled, markdown, flags=re.MULTILINE)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the schema of plan files as it is now."""
    from mkdocs.structure.files import File

    text = json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"
    files.append(File.generated(config, f"schema/{SCHEMA_FILE}", content=text))
    return files


def _filled(match: re.Match[str]) -> str:
    make = MAKERS.get(match[1])
    return match[0] if make is None else make(match[2] or "")


def facts_table(unit: str) -> str:
    """Give the facts of one record class with unit, names, headings and what they belong to."""
    rows = ["| fact | unit | tiếng Việt | English | headings |", "|---|---|---|---|---|"]
    for name, info in UNITS[unit].facts().items():
        headings = "; ".join(info.headings)
        rows.append(
            f"| `{name}` | {info.unit.value} | {info.label.vi} | {info.label.en} | {headings} |"
        )
    return "\n".join(rows)


def documents_table(_: str) -> str:
    """Give the packaged documents by subject: title, day, days of force, what is unverified."""
    rows = ["| document | issued | in effect | subject | not verified |", "|---|---|---|---|---|"]
    for found in sorted(documents, key=lambda found: (found.issued or date.min, found.id)):
        subject = (found.subject or "").replace("|", "/")
        unverified = ", ".join(sorted(found.unverified)) or "-"
        rows.append(
            f"| {found.title} | {found.issued or '?'} | {found.effective or '?'} | {subject}"
            f" | {unverified} |"
        )
    return f"{len(rows) - 2} documents.\n\n" + "\n".join(rows)


def timelines(_: str) -> str:
    """Draw the lives of two documents as the library draws them in a notebook."""
    keys = ("05/2011/NĐ-CP", "33/2020/QĐ-TTg")
    return "\n\n".join(documents.history(key).to_svg() for key in keys)


def instruments_text(_: str) -> str:
    """Give every instrument: its days, its open questions and its rules in words."""
    return "\n\n".join(_instrument(found) for found in instruments().values())


def _instrument(found: Instrument) -> str:
    lines = [
        f"## {found.name.vi}",
        f"*{found.title.vi}* ({found.title.en})",
        f"- criteria decide {found.in_force.text('en')}; for the years {found.governs.text('en')}",
    ]
    if found.poverty_standard is not None:
        line = found.poverty_standard.text("en")
        lines.append(f"- poverty figures must follow the line in use {line}")
    if found.by_name_only:
        lines.append("- defines terms: asked for by name, `instrument=`; no day alone chooses it")
    for rule in found.rules.values():
        for key, reading in rule.readings.items():
            options = ", ".join(name for name, _ in reading.options)
            default, question = reading.default, reading.question.en
            lines.append(f"- reading {key} ({options}; default {default}): {question}")
    for question in found.questions:
        options = "; ".join(f"{key}: {text.en}" for key, text in question.readings.items())
        lines.append(f"- {question.key} (default {question.default}): {question.text.en} {options}")
    head = "\n\n".join(lines[:2]) + "\n\n" + "\n".join(dict.fromkeys(lines[2:]))
    rules = "\n\n".join(
        f'??? note "{unit}: {rule.title.vi}"\n\n{_indented(describe(rule, "vi", markdown=True))}'
        for unit, rule in (*found.rules.items(), *_alone(found))
    )
    return f"{head}\n\n{rules}"


def _alone(found: Instrument) -> Iterator[tuple[str, Any]]:
    """Give the statuses that only a rule of its own tells, with their kind of unit."""
    for unit, alone in found.statuses.items():
        told = {outcome.key for outcome in found.rules[unit].outcomes}
        for rule in alone:
            if rule.cases[0].outcome.key not in told:
                yield unit, rule


def _indented(text: str) -> str:
    # Python-Markdown nests a list by four spaces, the rule's text by two.
    nested = re.sub(r"^( +)- ", lambda match: f"{match[1] * 2}- ", text, flags=re.MULTILINE)
    return "\n".join(f"    {line}" if line else line for line in nested.splitlines())


def citation_scores(_: str) -> str:
    """Score the citation finder on the labelled sets that are there."""
    return table([score(name) for name in available()])


def catalogue_coverage(_: str) -> str:
    """Count what of the catalogue has a source, as `make catalogue` does."""
    return markdown(coverage(contents()))


def groups_table(_: str) -> str:
    """Give the ethnic groups with both codes, language, persons counted and list of 1227/QĐ-TTg."""
    rows = [
        "| 1979 | 2008 | tiếng Việt | English | id | language | persons in 2019 | 1227/QĐ-TTg |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lists = [held for held in peoples.official_lists if held.document == "1227/QĐ-TTg"]
    for group in peoples:
        listed = next((held.part for held in lists if group.id in held), "")
        doubt = "" if group.is_verified("code_2008") else "?"
        rows.append(
            f"| {group.code_1979} | {group.code_2008}{doubt} | {group.name.vi} | {group.name.en}"
            f" | `{group.id}` | {group.branch.vi} | {group.population(2019).count:,} | {listed} |"
        )
    return "\n".join(rows)


def group_lists_table(_: str) -> str:
    """Give the official lists of groups with their days, sizes and what is odd about them."""
    rows = ["| list | category | counts | groups | odd |", "|---|---|---|---|---|"]
    for held in peoples.official_lists:
        size = len(held) if held.known else "not known"
        odd = " ".join(_anomaly(anomaly) for anomaly in held.anomalies)
        days = f"{held.valid.text('en')}{'' if held.is_verified('until') else ' ?'}"
        category = CATEGORIES[held.category].en
        rows.append(f"| {held.title('en')} | {category} | {days} | {size} | {odd} |")
    return "\n".join(rows)


def _anomaly(anomaly: Anomaly) -> str:
    names = ", ".join(peoples.get(group).name.vi for group in anomaly.groups)
    return f"{names}: {anomaly.text.en}"


def lint_rules(_: str) -> str:
    """Give every rule of the citation check: what it finds, an example, what it rests on."""
    return "\n\n".join(_lint_rule(rule) for rule in rules().values())


def _lint_rule(rule: Rule) -> str:
    what = [f"- {rule.what.vi}", f"- {rule.what.en}"]
    notes = [f"**{rule.severity}**"]
    if rule.whole:
        notes.append("`lint_document` only")
    if rule.as_of is not None:
        notes.append(f"example as of {rule.as_of}")
    if rule.basis:
        basis = "; ".join(provision.text("vi") for provision in rule.basis)
        notes.append(basis if rule.verified else f"{basis} (from memory)")
    shown = [
        f"{sign} {line}" if place == 0 else f"  {line}"
        for sign, text in (("✗", rule.wrong), ("✓", rule.right))
        for place, line in enumerate(text.splitlines())
    ]
    example = "\n".join(["```text", *shown, "```"])
    head = f"### {rule.code}: {rule.name.vi} ({rule.name.en}) {{ #{rule.code.lower()} }}"
    return "\n\n".join([head, " · ".join(notes), "\n".join(what), example])


def place_events_table(_: str) -> str:
    """Give the documents that made, changed or ended administrative units."""
    rows = ["| from | document | what | |", "|---|---|---|---|"]
    for event in places.legal_events:
        day = "day not known" if event.date is None else f"{event.date:%d/%m/%Y}"
        doubt = " ?" if event.unverified else ""
        document = event.document if event.document and len(event.document) < _LONG else "-"
        rows.append(f"| {day} | {document} | {event.name.en}{doubt} | {event.note or ''} |")
    return "\n".join(rows)


def provinces_table(_: str) -> str:
    """Give the 34 provinces with the 63 from which they came."""
    rows = [
        "| code | province | from | region 2023 | region 2025 | communes | resolution |",
        "|---|---|---|---|---|---|---|",
    ]
    old = {row["code"]: row for row in load("places/provinces_63")}
    for row in load("places/provinces_34"):
        if row["since"] == "2026-04-30":
            continue
        parts = [old[code] for code in row["from"]]
        came = ", ".join(f"{part['vi']} {part['code']}" for part in parts)
        before = ", ".join(dict.fromkeys(part["region"] for part in parts))
        rows.append(
            f"| {row['code']} | {row['vi']} | {came} | {before} | {row['region']}"
            f" | {row['communes']['total']} | {row['resolution']} |"
        )
    return "\n".join(rows)


def place_lists_table(_: str) -> str:
    """Give the published lists with their days and national totals."""
    head = "| list | criteria | counts | communes | I | II | III | especially difficult villages |"
    rows = [head, "|---|---|---|---|---|---|---|---|"]
    for held in places.official_lists:
        days = f"{held.valid.text('en')}{'' if held.is_verified('until') else ' ?'}"
        counts = places.official_lists.counts(held.id, COUNTRY)
        numbers = " | | | | |" if counts is None else _numbers(counts)
        rows.append(f"| {held.document} | {held.criteria} | {days} |{numbers}")
    return "\n".join(rows)


def place_counts_table(_: str) -> str:
    """Give what each list counts in each province."""
    head = "| list | province | communes | I | II | III | especially difficult villages |"
    rows = [head, "|---|---|---|---|---|---|---|"]
    for held in places.official_lists:
        for counts in places.official_lists.counts_of(held.id):
            if counts.unit.startswith("vn:tinh:"):
                name = places.get(counts.unit).name.vi
                new = " (new)" if counts.unit.endswith("@2025-07-01") else ""
                rows.append(f"| {held.document} | {name}{new} |{_numbers(counts)}")
    return "\n".join(rows)


def _numbers(counts: Counts) -> str:
    cells = {"total": counts.total, **counts.regions, "villages": counts.villages}
    shown = (
        "" if number is None else f"{number:,}{' ?' if name in counts.unverified else ''}"
        for name, number in cells.items()
    )
    return f" {' | '.join(shown)} |"


def bodies_table(_: str) -> str:
    """Give the bodies with their days and what went to whom."""
    rows = [
        "| tiếng Việt | English | id | level | from | to | went to |",
        "|---|---|---|---|---|---|---|",
    ]
    for body in bodies:
        start, end = (_bound(body, name) for name in ("since", "until"))
        went = "; ".join(
            f"{bodies.get(given.receiver).name.vi}: {given.share('en')}"
            f"{'' if given.verified else ' ?'}"
            for given in body.handovers
        )
        name = f"{body.name.vi}{'' if body.is_verified('vi') else ' ?'}"
        rows.append(
            f"| {name} | {body.name.en} | `{body.id}` | {body.level} | {start} | {end} | {went} |"
        )
    return "\n".join(rows)


def _bound(body: Body, name: str) -> str:
    day = body.existed.start if name == "since" else body.existed.end
    doubt = "" if body.is_verified(name) else " ?"
    return "" if day is None else f"{day:%d/%m/%Y}{doubt}"


def body_groups_table(_: str) -> str:
    """Give the groups of bodies with the members of two days."""
    days = (date(2025, 2, 28), date(2025, 7, 1))
    rows = ["| words | English | id | on 28/02/2025 | on 01/07/2025 |", "|---|---|---|---|---|"]
    for group in bodies.classes.values():
        cells = []
        for day in days:
            members = group.at(day)
            more = "" if group.is_complete(day) else " or more"
            cells.append("a role" if members is None else f"{len(members)}{more}")
        shown = " | ".join((group.name.vi, group.name.en, f"`{group.id}`", *cells))
        rows.append(f"| {shown} |")
    return "\n".join(rows)


_LONG = 40

MAKERS: dict[str, Callable[[str], str]] = {
    "bodies": bodies_table,
    "body_groups": body_groups_table,
    "catalogue_coverage": catalogue_coverage,
    "citation_scores": citation_scores,
    "documents": documents_table,
    "facts": facts_table,
    "group_lists": group_lists_table,
    "groups": groups_table,
    "instruments": instruments_text,
    "notebook": notebook_page,
    "picture": picture,
    "timelines": timelines,
    "place_counts": place_counts_table,
    "place_events": place_events_table,
    "place_lists": place_lists_table,
    "provinces": provinces_table,
    "lint_rules": lint_rules,
}
