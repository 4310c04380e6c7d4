"""``microsite schema``: writes the schemas with which an editor helps while the data is typed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..loading import json_schema
from . import release

SCHEMAS = ".vscode/schemas"
"""Where the schemas lie, beside the data folder."""


def add_to(commands: Any) -> None:
    """Add ``schema`` to the commands of the program."""
    parser = commands.add_parser("schema", help="写出编辑器用的说明 / write the schemas for editors")
    parser.set_defaults(run=describe)


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
