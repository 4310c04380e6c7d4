"""What is said about every mistyped file, word by word, as it was once read and approved.

``make golden`` rewrites ``tests/cases/mistyped-….txt``; review it as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from microsite.yamlfile import yaml_parser
from microsite.yamlfile.yaml_parser import PythonParser, parse
from plain_trees import FILE
from typed_files import MISTYPED, REFUSED

RECORDS = Path(__file__).parents[1] / "cases"


def files() -> dict[str | bytes, None]:
    """Every mistyped file that is short, and the same slips again deep inside a list of records."""
    short = [*(data for data, _ in REFUSED if len(data) < 1000), *MISTYPED]
    return dict.fromkeys([*short, *(within(data) for data in short if isinstance(data, str) and data.strip())])


def within(data: str) -> str:
    lines = data.removesuffix("\n").replace("\n", "\n      ")
    return f"title: 甲\nlist:\n  - name: 乙\n    more:\n      {lines}\nend: 丙\n"


def told(data: str | bytes) -> str:
    """The file, whether there is a tree of it, and all that is said about it."""
    node, problems = parse(data.encode() if isinstance(data, str) else data, FILE)
    lines = [f"{p.mark.line}:{p.mark.column} {p.code} {p.path or '-'}\n    {p.zh}\n    {p.en}" for p in problems]
    return "\n  ".join([repr(data), "read" if node is not None else "not read", *lines])


def compare(name: str, found: list[str]) -> None:
    path = RECORDS / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text("\n\n".join(found) + "\n", "utf-8")
    else:
        assert path.read_text("utf-8").removesuffix("\n").split("\n\n") == found


def test_what_is_said_about_a_mistyped_file_is_what_is_on_record() -> None:
    compare("mistyped.txt", list(map(told, files())))


def test_without_the_c_library_the_same_is_said_but_for_what_is_on_record(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = list(map(told, files()))
    monkeypatch.setattr(yaml_parser, "PARSER", PythonParser)
    compare("mistyped-without-c.txt", [one for one in map(told, files()) if one not in with_it])
