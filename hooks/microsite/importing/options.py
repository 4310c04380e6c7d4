"""What can be asked of ``microsite import``; the importer itself is loaded only when it is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_import(commands: Any) -> None:
    """Add ``import`` to the commands of the program."""
    parser = commands.add_parser("import", help="从通知生成数据文件 / make data files from a notice")
    parser.add_argument(
        "notice",
        help="通知：.docx、.doc、.wps、.ofd、.odt、.rtf、.pdf、.html、.mht、.txt、.md；- 表示粘贴的文字 / the notice; - reads pasted text",
    )
    parser.add_argument("--id", help="方案编号，如 shandong-2025 / the campaign’s id")
    parser.add_argument("--to", type=Path, help="写到哪个数据文件夹，默认是 --data / the data folder to write to (that of --data)")
    parser.add_argument("--dry-run", action="store_true", help="只显示，不写文件 / print only, write no files")
    parser.add_argument("--report", type=Path, help="报告另存为 / also save the report here")
    parser.set_defaults(run=run, may_be_new=True)


def run(arguments: argparse.Namespace) -> int:
    """Import one notice; other commands do not wait for the readers of Word and PDF files."""
    from . import command  # noqa: PLC0415

    arguments.to = arguments.to or getattr(arguments, "data", Path("data"))
    return command.run(arguments)
