"""``microsite status``: what is complete in each edition and what is missing, as a table.

Works on data with problems: what can be counted in the tree of a file is counted there, and only English
and what production asks for need an edition that can be read. ``None`` stands for what cannot be told.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..checks import drafts, readiness, typed_days, typed_values
from ..core.language import LANGUAGES, some
from ..core.problems import InvalidData, Problem
from ..core.settings import Settings
from ..loading import data_files, data_folder, translations
from ..yamlfile import yaml_parser
from ..yamlfile.tree import Mapping, Node, Scalar, Sequence, records, scalar


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition in numbers; ``people_until`` is a day, or as written where it is none, ``missing`` are fields that production asks for.

    ``draft``: the edition as a whole; ``drafts`` counts the activities that are. ``owed`` places of a draft are no
    ``problems``. ``to_confirm`` counts the lines that say 请核对.
    """

    id: str
    activities: int
    draft: bool
    drafts: int
    owed: int
    to_confirm: int
    untranslated: int | None
    outdated: int | None
    unsourced: int
    lines: int | None
    people_until: str | None
    expired: bool | None
    updates: int
    last_update: str | None
    missing: tuple[str, ...] | None
    problems: int


@dataclass(frozen=True, slots=True)
class Status:
    """All editions, what the site as a whole lacks, and the number of problems in all data.

    ``owed`` are places of drafts that are still empty: no problems, as check says, too.
    """

    editions: tuple[Edition, ...]
    site_missing: tuple[str, ...] | None
    owed: int
    problems: int


def progress(root: Path, as_of: date, settings: Settings | None = None) -> Status:
    """Look at a data folder, whatever state it is in; ``settings`` is None where they have problems."""
    common, found = data_folder.shared(root), data_files.snapshot(root)
    contents, contacts = ({file.stem: file.content for file in found.files if file.below == below} for below in ("campaigns", "contacts"))
    nodes = {stem: yaml_parser.parse(content, f"data/campaigns/{stem}.yml")[0] for stem, content in contents.items()}
    problems = _problems(found, common, as_of)
    real, owed = drafts.owed(problems, nodes)
    editions = []
    for stem, node in nodes.items():
        people = contacts.get(stem, b"")
        told = {
            "problems": sum(_is_of(problem, stem) for problem in real),
            "owed": sum(_is_of(problem, stem) and problem.code in ("empty", "missing") for problem in problems),
            "to_confirm": sum(len(typed_values.unconfirmed_lines(content)) for content in (contents[stem], people)),
        }
        lines = yaml_parser.parse(people, f"data/contacts/{stem}.yml")[0] if people else None
        read = _read(found, stem, node, as_of, common)
        editions.append(_edition(stem, node, lines, read, as_of, told))
    missing = tuple(p.path for p in readiness.of_site(settings)) if settings else None
    return Status(tuple(editions), missing, len(owed), len(real))


def _problems(found: data_files.Snapshot, common: data_folder.Shared, as_of: date) -> tuple[Problem, ...]:
    try:
        data_folder.everything(found, common, as_of, drafts="all")
    except InvalidData as invalid:
        return invalid.problems
    return ()


def _is_of(problem: Problem, id_: str) -> bool:
    """Whether a problem stands in one of the files of an edition."""
    return Path(problem.mark.file).stem == id_


def _read(
    found: data_files.Snapshot, id_: str, node: Node | None, as_of: date, common: data_folder.Shared
) -> data_folder.Data | None:
    """The edition alone with its register, or None where one of the two cannot be read."""
    region = scalar(node, "region") if node else None
    place = region.text.strip() if region else ""
    meant = {"organisations": {place}, "campaigns": {id_}, "contacts": {id_}}
    own = [file for file in found.files if file.stem in meant.get(file.below, {id_, place})]
    try:
        return data_folder.part(own, common, as_of, drafts="all")
    except InvalidData:
        return None


def _edition(
    id_: str, node: Node | None, people: Node | None, data: data_folder.Data | None, as_of: date, told: dict[str, int]
) -> Edition:
    """``told`` are numbers about the files of the edition."""
    until = scalar(people, "people_until") if people else None
    last_day = typed_days.read(until)
    updates = [day for each in (node, people) if each for day in _updates(each)]
    days = [day for day in updates if day]
    english = _english(data, id_) if data else (None, None)
    return Edition(
        id=id_,
        activities=len(records(node, "activities")) if node else 0,
        draft=drafts.is_draft(node),
        drafts=sum(drafts.is_draft(record) for _, record in records(node, "activities")) if node else 0,
        untranslated=english[0],
        outdated=english[1],
        unsourced=sum(_unsourced(node)) if node and scalar(node, "document", "title") else 0,
        lines=len(records(people, "contacts")) if people else None,
        people_until=str(last_day or until.text.strip()) or None if until else None,
        expired=as_of > last_day if last_day else None,
        updates=len(updates),
        last_update=str(max(days)) if days else None,
        missing=tuple(problem.path for problem in readiness.of_plans(data.plan)) if data else None,
        **told,
    )


def _english(data: data_folder.Data, id_: str) -> tuple[int, int]:
    """Texts without a translation, and texts whose translation is of a former original."""
    words = [each for campaign in data.plan.campaigns for each in translations.all_words(campaign)]
    asked = ((language, each) for language in LANGUAGES for each in words if each.language != language)
    found = [data.catalogue(language, id_).find(each) for language, each in asked]
    return sum(each is None for each in found), sum(each is not None and each.outdated for each in found)


def _updates(node: Node) -> Iterator[date | None]:
    """The day of every update of a file; None where it is no day."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _updates(item)
    elif isinstance(node, Mapping):
        for _, record in records(node, "updates"):
            yield typed_days.read(scalar(record, "on"))
        for key, value in node.entries:
            if key.text != "updates":
                yield from _updates(value)


_SOURCED = ("phases", "activities", "requirements", "platforms")


def _unsourced(node: Node) -> Iterator[bool]:
    """For every record that comes from a clause of the notice, whether it does not say from which."""
    for key in _SOURCED:
        yield from (_is_empty(scalar(record, "source")) for _, record in records(node, key))
    yield _is_empty(scalar(node, "period_source"))
    yield _is_empty(scalar(node, "hosting", "source"))


def _is_empty(value: Scalar | None) -> bool:
    return value is None or not value.text.strip()


# --- as a table -------------------------------------------------------------------------------

_UNKNOWN = "-"


def _until(edition: Edition) -> str:
    until = edition.people_until or (_UNKNOWN if edition.lines is None or edition.problems else "")
    return f"{until}（已过期 expired）" if edition.expired else until


_COLUMNS: tuple[tuple[str, str, Callable[[Edition], object]], ...] = (
    ("方案", "edition", lambda edition: edition.id),
    ("活动", "activities", lambda edition: edition.activities),
    ("草稿", "drafts", lambda edition: "全部 all" if edition.draft else edition.drafts),
    ("待填", "to fill in", lambda edition: edition.owed),
    ("待核对", "to confirm", lambda edition: edition.to_confirm),
    ("未译", "not in English", lambda edition: edition.untranslated),
    ("译文过时", "outdated", lambda edition: edition.outdated),
    ("无出处", "no source", lambda edition: edition.unsourced),
    ("电话", "lines", lambda edition: edition.lines),
    ("姓名公布至", "names until", _until),
    ("更新", "updates", lambda edition: edition.updates),
    ("最近更新", "last", lambda edition: edition.last_update),
    ("发布还缺", "for production", lambda edition: None if edition.missing is None else len(edition.missing)),
    ("错误", "problems", lambda edition: edition.problems),
)
"""The head of each column in both languages and what stands below it; None is not known."""


def as_text(status: Status) -> str:
    """Columns that line up in a terminal, with Chinese and English headings."""
    found = [(zh, en, [value(each) for each in status.editions]) for zh, en, value in _COLUMNS]
    columns = [(zh, en, *(_UNKNOWN if each is None else str(each) for each in values)) for zh, en, values in found]
    widths = [max(map(width, column)) for column in columns]
    lines = [
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in zip(*columns, strict=True)
    ]
    return "\n".join([*lines, *_below(status)])


def _below(status: Status) -> Iterator[str]:
    """Lines below the table; empty ones part groups."""
    missing = [(f"{each.id}: {path}: ", path) for each in status.editions for path in each.missing or ()]
    missing += [(f"{path}: ", path) for path in status.site_missing or ()]
    if missing:
        yield from ("", "正式发布还缺 / missing for production:")
        yield from (f"  {start}{' / '.join(readiness.in_words(path))}" for start, path in missing)
    if status.site_missing is None:
        yield from ("", "mkdocs.yml 有错误，网站的设置没有看 / mkdocs.yml has problems and was not looked at")
    if status.owed:
        yield from ("", f"草稿里还有 {status.owed} 处待填 / {some(status.owed, 'place')} of drafts still to be filled in")
    if status.problems:
        yield ""
        yield (
            f"数据有 {status.problems} 处错误，运行 make check 一处一处看；“{_UNKNOWN}”表示暂时无法统计，请先改正错误"
            f" / the data has {some(status.problems, 'problem')}, which make check lists; “{_UNKNOWN}” is unknown until then"
        )


def width(text: str) -> int:
    """Columns of a text in a terminal: Chinese characters take two, combining ones none.

    >>> width("活动 a")
    6
    """
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


# --- the command ------------------------------------------------------------------------------


def add_to(commands: Any, as_of: Callable[[], date], settings: Callable[[Path], Settings]) -> None:
    """Add ``status`` to the commands of the program."""
    parser = commands.add_parser("status", help="各方案的进度 / progress of each plan")
    parser.set_defaults(run=lambda arguments: run(arguments, as_of(), settings))


def run(arguments: argparse.Namespace, as_of: date, settings: Callable[[Path], Settings]) -> int:
    """Print the table; never fails because of what is in the data."""
    try:
        own: Settings | None = settings(arguments.data)
    except InvalidData:
        own = None
    print(as_text(progress(arguments.data, as_of, own)))
    return 0
