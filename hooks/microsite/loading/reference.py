"""The tables of the manual's pages on the format: every field of a record, every word to choose from.

A page of docs/ says where a table belongs, alone on a line: ``<!-- fields: activity -->`` or ``<!-- choices: kind -->``, and
``<!-- columns: session -->`` where the Chinese titles of columns do. The tables are made from the declarations of the records,
which name sections only: ``[times](#dates)``. What is on another page is reached by the list of contents, which has every section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from ..core.language import Language
from ..model import activity, attendance, campaign, contacts, document, organisations, places, when
from ..model.choices import CHOICES, NAMES
from ..model.fields import bare, declared, is_record, shared
from .session_table import COLUMNS

_SECTIONS = {
    contacts.ContactList: "contacts",
    campaign.Division: "office",
    document.DocumentCorrection: "correction",
    campaign.LocalDuty: "local",
    organisations.Office: "body-office",
    organisations.Organisation: "body",
    document.Printing: "printed",
    organisations.Region: "register",
}
"""Records whose section of the manual is not called like them; published addresses stay."""

_HEADS: Mapping[Language, str] = {
    "zh": "| 键 | 必填 | 含义 | 例子 |\n|:--|:--|:--|:--|",
    "en": "| Key | Required | Meaning | Example |\n|:--|:--|:--|:--|",
}
_CHOICE_HEADS: Mapping[Language, str] = {"zh": "| 写 | 意思 |\n|:--|:--|", "en": "| Write | Meaning |\n|:--|:--|"}
_REQUIRED: Mapping[Language, tuple[str, str]] = {"zh": ("可不写", "必填"), "en": ("no", "yes")}
_ELSEWHERE = re.compile(r"\]\(#([a-z-]+)\)")
_MARKER = re.compile(r"^<!-- (fields|choices|columns): ([a-z-]+) -->$", re.MULTILINE)


def section_of(cls: type) -> str:
    """The section of the manual about a record: DocumentCorrection has ``correction``."""
    return _SECTIONS.get(cls) or re.sub("(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


@cache
def records() -> Mapping[str, type]:
    """Every record that stands in a data file, by its section of the manual."""
    modules = (activity, attendance, campaign, contacts, document, organisations, places, when)
    found = (each for module in modules for each in vars(module).values() if isinstance(each, type) and is_record(each))
    return {section_of(each): each for each in found}


def filled(markdown: str, language: Language) -> str:
    """A page with its tables. Raises KeyError for a table that there is none of."""

    def table(found: re.Match[str]) -> str:
        if found[1] == "columns":
            return (", " if language == "en" else "、").join(f"`{each.zh}`" for each in COLUMNS)
        rows = _fields(found[2], language) if found[1] == "fields" else _choices(found[2], language)
        return _ELSEWHERE.sub(lambda link: link[0] if f"{{#{link[1]}}}" in markdown else f"](format.md#{link[1]})", "\n".join(rows))

    return _MARKER.sub(table, markdown)


def _fields(section: str, language: Language) -> Iterator[str]:
    yield _HEADS[language]
    cls = records()[section]
    for field in (each for each in declared(cls) if each.name not in shared(cls)):
        about = field.about
        required = _REQUIRED[language][about.required]
        printed = f" ({about.zh})" if language == "en" and bare(field.kind) is organisations.BodyList else ""
        yield f"| `{field.key}` | {required} | {about.meaning[language]}{printed} | {about.example} |"


def _choices(name: str, language: Language) -> Iterator[str]:
    yield _CHOICE_HEADS[language]
    for word in get_args(CHOICES[name]):
        yield f"| `{word}` | {NAMES[word][language == 'en']} |"
