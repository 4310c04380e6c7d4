"""The command line: ``microsite check``, ``import``, ``compare``, ``translations`` and the rest; see ``--help``."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from ..build import deploy, docs_files, pack
from ..checks import hand_written, permalinks, personal_data, readiness, report, site_settings
from ..core import atomic_files, locks, urls
from ..core.language import LANGUAGES
from ..core.problems import InvalidData, Note, Problem, RefusalError
from ..core.settings import SHANGHAI, Settings, expiry_day
from ..importing.options import add_import
from ..loading import data_folder, po, translations
from ..loading.site_settings import NAME, SiteSettings, absent, read
from ..model.campaign import Campaign
from ..model.organisations import Region
from ..site import cards
from . import diff, git, next_year_command, release, schemas, status
from .arguments import Parser
from .spreadsheets.options import add_spreadsheets

DATA = Path("data")


def as_of() -> date:
    """The day that decides what has expired."""
    return expiry_day(datetime.now(SHANGHAI), os.environ)


def check(arguments: argparse.Namespace) -> int:
    """Say everything that is wrong, or everything worth knowing about the documents; 1 where there are problems."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    summary = ""
    try:
        notes, summary = _sound(arguments.data)
    except InvalidData as invalid:
        problems = invalid.problems
    if arguments.format != "text":
        write = report.WRITERS[arguments.format]
        print(write(report.Report(problems, notes, arguments.data)), end="", flush=True)
    elif problems:
        print(report.lines(problems), file=sys.stderr, flush=True)
    else:
        told = [f"说明 / note: {report.line(note)}" for note in notes]
        print("\n".join([*told, summary]), flush=True)
    return 1 if problems else 0


def _sound(folder: Path) -> tuple[tuple[Note, ...], str]:
    """Notes about data without problems, and what there is; raises InvalidData with everything that is wrong."""
    docs, wrong, settings = release.docs_of(folder), list[Problem](), Settings()
    texts = data_folder.public_texts(docs)
    with _told(wrong):
        data = data_folder.folder(folder, as_of(), data_folder.addresses(docs))
        wrong += docs_files.in_places(docs, {urls.file(address) for address, _ in permalinks.pages(data.plan)})
    with _told(wrong):
        unread = release.verify(folder)
    with _told(wrong):
        source = _source(folder)
        wrong += [*map(source.placed, site_settings.of_the_host(source.values)), *absent(folder.parent / NAME, source)]
        settings = source.checked(os.environ, as_of())
        wrong += map(source.placed, readiness.still_an_example(settings, texts))
    with _told(wrong):
        docs_files.check(docs)
    wrong += personal_data.in_pages(data_folder.public_texts(docs, personal_data.IN_DOCS), settings.office_owned)
    if wrong:
        raise InvalidData(wrong)
    before = git.last_commit(folder, as_of())
    untold = diff.notes(before, data) if before else ()
    if settings.profile == "production" and (missing := readiness.owed(settings, data.plan)):
        raise InvalidData(map(source.placed, missing))
    drawn = cards.notes(data.plan, cards.Painter(data_folder.card_font()))
    return (*data.notes, *unread, *untold, *drawn, *hand_written.notes(texts), *readiness.notes(settings, data.plan)), _summary(data)


@contextlib.contextmanager
def _told(wrong: list[Problem]) -> Iterator[None]:
    """What is wrong with one thing does not hide what is wrong with the next."""
    try:
        yield
    except InvalidData as invalid:
        wrong += invalid.problems


def _summary(data: data_folder.Data) -> str:
    """What was checked, after the day on which the next names expire."""
    campaigns = data.plan.campaigns
    activities = sum(len(campaign.activities) for campaign in campaigns)
    sound = f"没有错误：{len(campaigns)} 个方案，{activities} 项活动 / no problems"
    sound = f"{data.drafts}\n{sound}" if data.drafts else sound
    expiring = [c.contacts.people_until for c in campaigns if c.contacts and c.contacts.people_until and c.contacts.people_shown]
    if not expiring:
        return sound
    first = min(expiring)
    return f"联系人姓名最早于 {first} 之后不再公布 / names of contacts expire after {first}\n{sound}"


def _source(data: Path) -> SiteSettings:
    """``mkdocs.yml`` beside the data; raises InvalidData."""
    return read(data.parent / NAME, os.environ)


def _settings(data: Path) -> Settings:
    """The site's settings; raises InvalidData."""
    return _source(data).checked(os.environ, as_of())


def compared(arguments: argparse.Namespace) -> int:
    """Say in words what changed between two states of the data, ready to be written as updates."""
    old = git.data_at(arguments.old, arguments.data, as_of())
    found = diff.changes(old, _newer(arguments))
    for change in found:
        print(f"{change.campaign} {change.owner}\n  {change.zh}\n  {change.en}")
    if not found:
        print("没有需要告诉读者的改动 / nothing that readers need to be told")
    return 0


def _newer(arguments: argparse.Namespace) -> data_folder.Data:
    if arguments.new:
        return git.data_at(arguments.new, arguments.data, as_of())
    return data_folder.folder(arguments.data, as_of())


def update_translations(arguments: argparse.Namespace) -> int:
    """Bring the translation files up to date with the originals; drafts that are not finished wait for it."""
    with locks.changing(arguments.data):
        return _updated(arguments)


def _updated(arguments: argparse.Namespace) -> int:
    data = data_folder.folder(arguments.data, as_of(), drafts="finished")
    if any(note.code == "owed-in-draft" for note in data.notes):
        print("有草稿没有写完，它的译文先不更新 / a draft is not finished; it is left out for now")
    records: list[tuple[str, Campaign | Region]] = [(c.id, c) for c in data.plan.campaigns]
    records += [(r.id, r) for r in data.plan.regions.values()]
    changed, told = dict[Path, bytes](), list[str]()
    for language, (name, record) in ((each, record) for each in LANGUAGES for record in records if record[1].language != each):
        path = data_folder.catalogue_path(arguments.data, language, name)
        old, problems = po.parse(path.read_bytes() if path.exists() else b"", str(path))
        if problems:
            raise InvalidData(problems)
        po.move(old, translations.moves(record, po.contexts(old)))
        made = po.updated(old, translations.all_words(record), name, language)
        changed[path] = po.as_po(made)
        owed = sum(1 for message in made if message.id and not message.string)
        told.append(f"{path}: {len(made)} / {owed} 待译 untranslated")
        if (gone := len(made.obsolete) - len(old.obsolete)) > 0:
            told.append(f"  {gone} 条没有对应的原文，移到文件末尾 / without a text in the data, moved to the end: {gone}")
    atomic_files.write_all({}, changed)
    print("\n".join(told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Parser(
        prog="microsite", description="全民数字素养与技能提升月网站的命令 / commands of the Skills Month site"
    )
    parser.add_argument("--data", type=Path, default=DATA, help="数据文件夹，默认是 data / the data folder, data if not given")
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="检查数据 / check the data")
    checking.add_argument(
        "--format", choices=report.FORMATS, default="text", help="输出格式：给人看，或给程序读 / output for people or for programs"
    )
    checking.set_defaults(run=check)
    comparing = commands.add_parser("compare", help="用文字说明改动 / describe changes in words")
    comparing.add_argument("old", help="旧版本（git） / the older version (git)")
    comparing.add_argument("new", nargs="?", help="新版本；不写则为现在的文件 / the newer version; without it the files")
    comparing.set_defaults(run=compared)
    registering = commands.add_parser("release", help="登记新公布的地址 / add new addresses to the ledger")
    release.add_to(registering, _settings)
    guarding = commands.add_parser("ledger-check", help="核对登记过的地址没有被删改 / check that no entry was removed")
    guarding.add_argument("--base", default="", help="git 版本；不写则查全部历史 / a revision; without it all history")
    guarding.set_defaults(run=release.ledger_check)
    add_import(commands)
    schemas.add_to(commands)
    next_year_command.add_to(commands, as_of)
    add_spreadsheets(commands, as_of)
    status.add_to(commands, as_of, _settings)
    deploy.add_to(commands, _settings)
    pack.add_to(commands)
    translating = commands.add_parser("translations", help="更新译文文件 / update the translation files")
    translating.add_argument("action", choices=["update"])
    translating.set_defaults(run=update_translations)
    return parser


def _is_folder(data: Path, *, may_be_new: bool) -> None:
    """What follows --data is a folder, or nothing yet for a command that makes it."""
    if not data.is_dir() and (data.exists() or not may_be_new):
        zh, en = "--data 后面要写数据文件夹；没有这个文件夹", "there is no such folder; --data names the data folder"
        raise RefusalError(zh, en, data)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when the data has problems."""
    arguments = _parser().parse_args(argv)
    for name in git.GIVEN_TO_HOOKS:
        os.environ.pop(name, None)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        if arguments.data != DATA:
            _is_folder(arguments.data, may_be_new=getattr(arguments, "may_be_new", False))
        return run(arguments)
    except InvalidData as invalid:
        print(report.lines(invalid.problems), file=sys.stderr)
        return 1
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(report.unreadable(error), file=sys.stderr)
    return 1
