"""The schemas that editors of text read while somebody types a data file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from ..core import atomic_files
from ..loading import json_schema

FOLDER = ".vscode/schemas"
"""Where they lie, beside the data folder."""


def add_to(commands: Any) -> None:
    """Add ``schema`` to the commands of the program."""
    parser = commands.add_parser("schema", help="把编辑器用的提示写进 .vscode/schemas/ / write the editors’ help into .vscode/schemas/")
    parser.set_defaults(run=write, may_be_new=True)


def schemas() -> Iterator[tuple[str, str]]:
    """Name and text of each schema."""
    for name in json_schema.ROOTS:
        yield f"{name}.json", json_schema.text(name)


def write(arguments: argparse.Namespace) -> int:
    """Write the schemas; they are part of the project."""
    folder = arguments.data.parent / FOLDER
    texts = {folder / name: text.encode() for name, text in schemas()}
    atomic_files.write_all({}, texts)
    print("\n".join(map(str, texts)))
    return 0
