"""Golden cases: a small valid data folder, edited, and exactly what the editor is told about it.

``UPDATE_GOLDEN=1 pytest tests/test_cases.py`` rewrites what is expected; review it as a diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import builders
from microsite.core.problems import InvalidData
from microsite.loading import data_folder

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
_TOLD = re.compile(r"^(?:problems|notes): .*\Z", re.MULTILINE | re.DOTALL)


def apply(root: Path, edit: dict[str, Any]) -> None:
    """One edit of a case, made to a file of the data folder."""
    path = root / edit["in"]
    if "write" in edit:
        builders.write(root, edit["in"], edit["write"])
    elif "rename" in edit:
        path.rename(root / edit["rename"])
    elif "delete" in edit:
        path.unlink()
    else:
        path.write_text(builders.edited(path.read_text("utf-8"), (edit["change"], edit["to"])), "utf-8")


def told(root: Path) -> tuple[str, list[str]]:
    """What is said about a data folder: problems, or the notes where there are none."""
    try:
        notes = data_folder.folder(root, builders.AS_OF).notes
    except InvalidData as invalid:
        return "problems", [f"{problem.code} {problem}" for problem in invalid.problems]
    return ("notes", [f"{note.code} {note}" for note in notes]) if notes else ("problems", [])


def written(kind: str, lines: list[str]) -> str:
    if not lines:
        return f"{kind}: none\n"
    return f"{kind}: |\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_edit_of_the_data_is_told_as_recorded(path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    case = yaml.safe_load(text)
    builders.a_data_folder(tmp_path)
    for edit in case["edits"]:
        apply(tmp_path, edit)
    found = written(*told(tmp_path))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(_TOLD.sub("", text) + found, "utf-8")
    else:
        assert text.removeprefix(_TOLD.sub("", text)) == found


def test_every_case_says_why_it_is_there() -> None:
    first_lines = {path.stem: path.read_text("utf-8").split(" ")[0] for path in CASES}
    assert len(first_lines) > 100
    assert set(first_lines.values()) == {"why:"}


def test_an_edit_that_misses_its_place_is_no_case(tmp_path: Path) -> None:
    builders.a_data_folder(tmp_path)
    with pytest.raises(AssertionError, match="is there 0 times"):
        apply(tmp_path, {"in": "campaigns/yunling-2025.yml", "change": "titel", "to": "title"})
