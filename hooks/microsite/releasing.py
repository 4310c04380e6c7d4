"""What the command line does about published addresses: add new ones, guard the old ones."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from . import history, ledger, load, losses
from .problems import InvalidData, Problem

EXPIRED = date.max
"""Names of people are no part of an address: read without them, whatever the day."""


def docs_of(data: Path) -> Path:
    """The hand-written pages beside a data folder."""
    return data.absolute().parent / "docs"


def release(arguments: argparse.Namespace) -> int:
    """Append every address that is new to the ledger, and say which."""
    folder: Path = arguments.data
    paths = load.hand_written(docs_of(folder))
    data = load.folder(folder, EXPIRED, paths)
    verify(folder)
    added = ledger.unpublished(data.published, losses.answered(data.plan, data.published, paths))
    path = folder / ledger.FILE
    before = path.read_bytes().decode("utf-8") if path.is_file() else ""
    if added:
        path.write_bytes(ledger.appended(before, added).encode())
    print(ledger.as_text(added), end="")
    print(f"登记了 {len(added)} 个新地址：{path} / {len(added)} new addresses")
    return 0


def ledger_check(arguments: argparse.Namespace) -> int:
    """Compare the ledger with a revision, or with every state it ever had in git."""
    found = _removed(arguments.data, arguments.base)
    if found:
        raise InvalidData(found)
    print("登记过的地址都在 / every published address is still there")
    return 0


def verify(folder: Path) -> None:
    """The same where there is a history to ask; without git nothing is said."""
    try:
        found = _removed(folder, "")
    except history.NoHistory:
        return
    if found:
        raise InvalidData(found)


def _removed(folder: Path, base: str) -> list[Problem]:
    path = folder / ledger.FILE
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    before = history.lines_at(base, path) if base else history.lines_ever(path)
    return [ledger.removal(line, base) for line in ledger.removed(before, now)]
