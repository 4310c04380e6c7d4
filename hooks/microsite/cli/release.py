"""What the command line does about published addresses: add new ones, guard the old ones."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ..checks import identifiers, ledger, lost_permalinks, report
from ..core import atomic_files, locks, urls
from ..core.language import some
from ..core.problems import InvalidData, Mark, Note, Problem, RefusalError
from ..core.settings import Settings
from ..loading import data_folder
from ..loading.site_settings import NAME
from . import git

EXPIRED = date.max
"""Names of people are no part of an address: read without them, whatever the day."""


def docs_of(data: Path) -> Path:
    """The hand-written pages beside a data folder."""
    return data.absolute().parent / "docs"


def add_to(release_: argparse.ArgumentParser, settings: Callable[[Path], Settings]) -> None:
    """The options of ``release``; ``settings`` reads those of the project from its data folder."""
    release_.add_argument("--example", action="store_true", help="示例网站也登记 / register an example site, too")
    release_.add_argument("--verbose", action="store_true", help="列出每个地址 / list every address")
    release_.set_defaults(run=release, settings=settings)


def _example() -> RefusalError:
    return RefusalError(
        "这是示例网站（official: false）：登记过的地址以后不能删，示例就再也撤不掉了。"
        "正式使用请先换掉示例（见手册“发布”的“正式使用前：换掉示例”）；确实要登记示例，请用 make release EXAMPLE=1（或 --example）",
        "this is an example site (official: false): registered addresses stay for good, so the examples could never be "
        "removed. Remove them first (see “Publishing” in the manual); to register them anyway, run "
        "make release EXAMPLE=1 (or --example)",
    )


def release(arguments: argparse.Namespace) -> int:
    """Append every address that is new to the ledger, and say how many of what.

    Raises RefusalError for an example site: an office that tries the command must not be left with it.
    """
    folder: Path = arguments.data
    has_settings = (folder.absolute().parent / NAME).is_file()
    if has_settings and not arguments.example and not arguments.settings(folder).official:
        raise _example()
    with locks.changing(folder):
        return _released(arguments, folder)


def _released(arguments: argparse.Namespace, folder: Path) -> int:
    paths = data_folder.addresses(docs_of(folder))
    data = data_folder.folder(folder, EXPIRED, paths)
    for note in verify(folder):
        print(f"说明 / note: {report.line(note)}")
    paths = tuple(path for path in paths if path not in map(urls.attachment, data.withheld))
    added = ledger.unpublished(data.published, lost_permalinks.answered(data.plan, data.published, paths))
    digests = dict(identifiers.update_digests(data.plan.campaigns))
    path = folder / ledger.FILE
    before = path.read_bytes().decode("utf-8") if path.is_file() else ""
    if added:
        atomic_files.write(path, ledger.appended(before, added, digests).encode())
    print(ledger.as_text(added, digests) if arguments.verbose else ledger.counted(added, {each.id for each in data.plan.campaigns}), end="")
    print(f"登记了 {len(added)} 个新地址：{path} / {some(len(added), 'new address')}")
    return 0


def ledger_check(arguments: argparse.Namespace) -> int:
    """Compare the ledger with a revision, or with every state it ever had in git."""
    found = _removed(arguments.data, arguments.base)
    if found:
        raise InvalidData(found)
    print("登记过的地址都在 / every published address is still there")
    return 0


def verify(folder: Path) -> tuple[Note, ...]:
    """The same where there is a history to ask, with a note where it cannot be read; where there is none nothing is said."""
    try:
        found = _removed(folder, "")
    except RefusalError as error:
        zh, en = f"登记有没有被删改，这次没有查：{error.zh}", f"nobody looked whether entries were removed: {error.en}"
        has_history = any((place / ".git").exists() for place in (folder.absolute(), *folder.absolute().parents))
        return (Note(Mark(ledger.NAME), "history-not-read", zh, en),) if has_history else ()
    if found:
        raise InvalidData(found)
    return ()


def _removed(folder: Path, base: str) -> list[Problem]:
    path = folder / ledger.FILE
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    before = git.lines_at(base, path) if base else git.lines_ever(path)
    return [ledger.removal(line, base) for line in ledger.removed(before, now)]
