"""A data folder and its spreadsheet in the current folder, for the tests that send one out and bring it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

import builders as b
from microsite.cli import main

FILE = Path("活动.xlsx")


def exported(**files: str | None) -> None:
    b.a_data_folder(Path("data"), **files)
    assert main.main(["export", str(FILE)]) == 0


def place(page: Any, key: str, row: int) -> Any:
    """The cell of a key in a row of the table; 0 is its first."""
    column = next(cell.column for cell in page[2] if cell.value == key)
    return page.cell(3 + row, column)


def edit(*edits: tuple[str, str, int, Any]) -> None:
    book = openpyxl.load_workbook(FILE)
    for sheet, key, row, value in edits:
        place(book[sheet], key, row).value = value
    book.save(FILE)


def everything() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("data").rglob("*") if path.is_file()}


def taken() -> int:
    return main.main(["import-sheet", str(FILE), "--write"])
