"""What can be asked of ``microsite export`` and ``import-sheet``; the reader of .xlsx is loaded only then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any


def add_spreadsheets(commands: Any, as_of: Callable[[], date]) -> None:
    """Add both commands to the program."""
    exporting = commands.add_parser(
        "export", help="活动、场次和联系人导出为表格 / export activities, sessions and contacts"
    )
    exporting.add_argument("file", type=Path, help="新文件，如 活动.xlsx / the new file")
    exporting.add_argument("--campaign", help="只导出这个方案 / export this campaign only")
    exporting.set_defaults(run=lambda arguments: _command().export(arguments, as_of()))
    importing = commands.add_parser("import-sheet", help="读回改过的表格 / read an edited spreadsheet back")
    importing.add_argument("file", type=Path, help="改过的 .xlsx 文件 / the edited file")
    importing.add_argument("--write", action="store_true", help="写进数据；不加则只显示 / write into the data; without it only show")
    importing.add_argument(
        "--overwrite", nargs="+", default=[], metavar="CELL",
        help="两边都改过的格照表格写，如 '活动!L3'，或 all / take the sheet’s value where both sides changed",
    )  # fmt: skip
    importing.set_defaults(run=lambda arguments: _command().import_sheet(arguments, as_of()))


def _command() -> Any:
    from . import command  # noqa: PLC0415

    return command
