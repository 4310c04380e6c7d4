"""``microsite new 2025 --from shandong-2024``: begins next year's files; none that exists is overwritten."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from ..core import atomic_files, locks
from ..core.language import LANGUAGES
from ..core.problems import InvalidData, RefusalError
from ..loading import data_files, data_folder, data_parts
from ..model.choices import is_year
from ..model.values import is_id
from ..yamlfile import yaml_parser
from ..yamlfile.tree import Mapping, scalar
from . import next_year


def add_to(commands: Any, as_of: Callable[[], date]) -> None:
    """Add ``new`` to the commands of the program."""
    parser = commands.add_parser("new", help="以去年的方案为底稿起草今年的 / begin next year’s plan from an old one")
    parser.add_argument("year", help="新方案的年份，如 2025 / the new year")
    parser.add_argument("--from", dest="old", required=True, help="旧方案，如 shandong-2024 / the old plan")
    parser.add_argument("--contacts", action="store_true", help="连同单位电话，不含姓名 / with telephone numbers, without names")
    parser.set_defaults(run=lambda arguments: run(arguments, as_of()))


def run(arguments: argparse.Namespace, as_of: date) -> int:
    """Write the files of a new edition and say what is owed."""
    with locks.changing(arguments.data):
        texts = files(arguments.data, arguments.old, arguments.year, arguments.contacts)
        atomic_files.write_all({arguments.data / name: data for name, data in texts.items()}, {})
    for name in texts:
        print(f"写出 / written: {arguments.data / name}")
    owed = _owed(arguments.data, as_of, set(texts))
    print(f"还要填写 {owed} 处，运行 make check 一处一处看 / {owed} values to fill in; make check lists them")
    return 0


def files(root: Path, old: str, year: str, with_contacts: bool) -> dict[str, bytes]:
    """The new files by their path below the data folder; raises RefusalError, or InvalidData for a broken plan."""
    known = {path.stem: path for path, _ in data_files.files(root, "campaigns")}
    if old not in known:
        raise data_parts.unknown(old, known, "--from")
    node = _node(known[old], f"data/campaigns/{old}.yml")
    edition = _edition(node, old, year)
    made = {f"campaigns/{edition.id}.yml": next_year.campaign(node, edition).encode()}
    people = root / "contacts" / f"{old}.yml"
    if with_contacts and not people.is_file():
        raise RefusalError(f"{old} 没有联系人文件；请去掉 --contacts", f"{old} has no contacts; leave out --contacts")
    if with_contacts:
        listed = _node(people, f"data/contacts/{old}.yml")
        made[f"contacts/{edition.id}.yml"] = next_year.contacts(listed, edition).encode()
    for language in LANGUAGES:
        path = data_folder.catalogue_path(root, language, old)
        if path.is_file():
            name = data_folder.catalogue_path(Path(), language, edition.id).as_posix()
            made[name] = translations(path.read_bytes(), old, edition.id)
    return made


def _node(path: Path, name: str) -> Mapping:
    node, problems = yaml_parser.parse(path.read_bytes(), name)
    if node is None:
        raise InvalidData(problems)
    if not isinstance(node, Mapping):
        raise RefusalError(f"{name} 不是一份方案", f"{name} is not a plan")
    return node


def _edition(node: Mapping, old: str, year: str) -> next_year.Edition:
    if not is_year(year):
        raise RefusalError(f"“{year[:20]}”不是年份；请写四位数字，如 2025", f"“{year[:20]}” is not a year; write 2025")
    typed, region = scalar(node, "year"), scalar(node, "region")
    before = typed.text.strip() if typed and is_year(typed.text.strip()) else ""
    if before and int(year) <= int(before):
        raise RefusalError(
            f"{old} 是 {before} 年的，新方案要晚于这一年",
            f"{old} is of {before}; the new plan has to be of a later year",
        )
    place = region.text.strip() if region and region.text.strip() else old.removesuffix(f"-{before}")
    id_ = f"{place}-{year}"
    if not is_id(id_):
        raise RefusalError(
            f"{old} 的 region“{place[:40]}”不能做编号；请先改正",
            f"{old}: the region “{place[:40]}” has to be corrected first",
        )
    return next_year.Edition(id_, int(year), old, before)


def translations(data: bytes, old: str, new: str) -> bytes:
    """Last year's English: it stays with every text that was copied; changed ones will count as outdated."""
    renamed = data.replace(f"# {old}\n".encode(), f"# {new}\n".encode(), 1)
    return renamed.replace(f'"Project-Id-Version: {old} '.encode(), f'"Project-Id-Version: {new} '.encode(), 1)


def _owed(root: Path, as_of: date, names: set[str]) -> int:
    """How many places of the new files a person has to fill in."""
    try:
        data_folder.folder(root, as_of, drafts="all")
    except InvalidData as invalid:
        return sum(1 for problem in invalid.problems if problem.mark.file.removeprefix("data/") in names)
    return 0
