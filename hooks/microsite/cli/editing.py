"""Commands for those who edit the data: the schemas for their editor, and the common style of writing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..checks import report
from ..core.problems import Problem
from ..loading import data_folder, json_schema
from ..loading.shapes import Shape
from . import release
from . import style as formatting

SCHEMAS = ".vscode/schemas"
"""Where the schemas lie, beside the data folder."""

_KINDS = {"campaigns": "campaign", "contacts": "contacts", "organisations": "organisations"}


def add_to(commands: Any) -> None:
    """Add ``fmt`` and ``schema`` to the commands of the program."""
    styling = commands.add_parser("fmt", help="统一数据文件的写法 / one style for all data files")
    styling.add_argument("files", nargs="*", type=Path, help="哪些文件；不写则为全部 / which files; else all")
    styling.add_argument("--check", action="store_true", help="只列出要改的 / only list what would change")
    styling.set_defaults(run=style)
    describing = commands.add_parser("schema", help="写出编辑器用的说明 / write the schemas for editors")
    describing.set_defaults(run=describe)


# --- the schemas ------------------------------------------------------------------------------


def schemas(manual: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each schema, with the help of the manual’s pages on the format."""
    tables = json_schema.Manual.of(*((manual / name).read_text("utf-8") for name in ("format.md", "format.en.md")))
    for name in json_schema.ROOTS:
        yield f"{name}.json", json_schema.text(name, tables)


def describe(arguments: argparse.Namespace) -> int:
    """Write the schemas that the editor reads; they are part of the project."""
    folder = arguments.data.parent / SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(release.docs_of(arguments.data) / "manual"):
        (folder / name).write_text(text, "utf-8")
        print(folder / name)
    return 0


# --- the style --------------------------------------------------------------------------------


def style(arguments: argparse.Namespace) -> int:
    """Write data files in the common style; a file that cannot be read is told and left alone.

    1 where a file could not be read, or where ``--check`` finds one that is written differently.
    """
    files = [(path, path.as_posix()) for path in arguments.files] or list(_all(arguments.data))
    results = [_styled(path, name, arguments.check) for path, name in files]
    return 1 if None in results or (arguments.check and True in results) else 0


def _all(data: Path) -> Iterator[tuple[Path, str]]:
    for below in _KINDS:
        yield from ((path, path.as_posix()) for path, _ in data_folder.files(data, below))
    if (data / "synonyms.yml").is_file():
        yield data / "synonyms.yml", (data / "synonyms.yml").as_posix()


def _styled(path: Path, name: str, only_told: bool) -> bool | None:
    """Whether a file is or was written differently; None where it was left alone."""
    try:
        typed = path.read_bytes()
    except OSError as error:
        print(f"{name}: 读不了这个文件 / this file cannot be read ({error.strerror})", file=sys.stderr)
        return None
    made, problems = formatting.formatted(typed, name, _shape(path))
    if made is None:
        print(_refused(name, problems), file=sys.stderr)
        return None
    if made == typed:
        return False
    if not only_told:
        _replace(path, made)
    print(f"{name}: {'写法不统一 / written differently' if only_told else '已统一 / written anew'}")
    return True


def _refused(name: str, problems: tuple[Problem, ...]) -> str:
    if problems:
        return f"{name}: 有错误，没有改动 / left alone because of problems\n{report.lines(problems)}"
    return f"{name}: 没有把握保持原意，没有改动 / left alone: it might have changed what it says"


def _shape(path: Path) -> type[Shape] | None:
    """The order of the keys, by the folder of the file; None for a file of no known kind."""
    kind = "synonyms" if path.name == "synonyms.yml" else _KINDS.get(path.absolute().parent.name, "")
    return json_schema.ROOTS[kind][0] if kind else None


def _replace(path: Path, data: bytes) -> None:
    """Exchange a file in one step; a link stays one, and so do the rights of the file."""
    target = path.resolve()
    fresh = target.with_name(f".{target.name}.new")
    fresh.write_bytes(data)
    fresh.chmod(target.stat().st_mode)
    fresh.replace(target)
