"""Citations for programs that keep references: CSL-JSON, RIS and BibTeX, of each activity's page and each notice.

A body is an author of one name (``literal`` in CSL, a name in braces in BibTeX, a line without a comma in
RIS), so that no program takes 江西省教育厅 for a person's family and given name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from ...core import urls
from ...views import cite
from ...views.cite import Source
from ...views.scope import Scope

_TAGS = {"zh": "zh-CN", "en": "en-GB"}


def files(base: Scope) -> Iterator[tuple[str, bytes]]:
    for campaign in base.data.plan.campaigns:
        scope = base.of_campaign(campaign)
        if campaign.document.is_given:
            yield from _files(urls.plan(scope.language, campaign.id), cite.of_notice(scope, campaign))
        for activity in campaign.activities:
            page = urls.activity(scope.language, campaign.id, activity.id)
            yield from _files(page, cite.of_page(scope, campaign, activity))


def _files(page: str, source: Source) -> Iterator[tuple[str, bytes]]:
    for ending, written in WRITTEN.items():
        yield urls.citation(page, ending), written(source).encode()


def csl(source: Source) -> str:
    """The form that citation processors read (citeproc); a list, as they expect."""
    day = source.day
    item = {
        "id": source.key,
        "type": "webpage" if source.address else "report",
        "title": source.title,
        "author": [{"literal": name} for name in source.authors],
        "number": source.number,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": source.address,
        "language": _TAGS[source.language],
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def ris(source: Source) -> str:
    """RIS, a tag a line. A page has the type ELEC, a notice that is not on the Web RPRT."""
    lines = [
        ("TY", "ELEC" if source.address else "RPRT"),
        *(("AU", name) for name in source.authors),
        ("TI", source.title),
        ("M1", source.number),
        ("PY", str(source.day.year) if source.day else ""),
        ("DA", source.day.strftime("%Y/%m/%d") if source.day else ""),
        ("UR", source.address),
        ("LA", _TAGS[source.language]),
    ]
    return "".join(f"{tag}  - {' '.join(text.split())}\r\n" for tag, text in lines if text) + "ER  - \r\n"


def bibtex(source: Source) -> str:
    fields = [
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in source.authors)),
        ("title", f"{{{_tex(source.title)}}}"),
        ("number", _tex(source.number)),
        ("year", str(source.day.year) if source.day else ""),
        ("month", str(source.day.month) if source.day else ""),
        ("date", source.day.isoformat() if source.day else ""),
        ("url", source.address),
        ("langid", "chinese" if source.language == "zh" else "english"),
    ]
    kind = "misc" if source.address else "techreport"
    told = [source.key.replace("/", "-"), *(f"  {name} = {{{text}}}" for name, text in fields if text)]
    return f"@{kind}{{" + ",\n".join(told) + "\n}\n"


def _tex(text: str) -> str:
    """A text in which TeX finds no command of its own."""
    return " ".join("".join(_TEX.get(character, character) for character in text).split())


_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"} | {sign: f"\\{sign}" for sign in "#$%&_"}
_TEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


WRITTEN: dict[str, Callable[[Source], str]] = {"json": csl, "ris": ris, "bib": bibtex}
