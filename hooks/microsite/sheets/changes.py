"""What a spreadsheet changes: cells that differ from the data, in words before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..problems import did_you_mean
from ..refusals import RefusalError
from .columns import Column, Sheet
from .reading import GivenCell, GivenRow
from .table import Row, items

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs: its place in the sheet, the record it belongs to, and both texts."""

    sheet: Sheet
    place: str
    row: Row
    column: Column
    before: str
    after: str

    @property
    def file(self) -> str:
        """The data file, below the data folder."""
        return f"{self.sheet.folder}/{self.row.campaign}.yml"

    @property
    def location(self) -> str:
        """The field, as problems name it."""
        return f"{self.sheet.records}[{self.row.index}].{self.column.key}"

    def words(self) -> str:
        zh = f"{self.column.zh}由{_quoted(self.before, '（空）')}改为{_quoted(self.after, '（空）')}"
        en = f"{self.column.en} from {_quoted(self.before, '(empty)')} to {_quoted(self.after, '(empty)')}"
        return f"{self.place} {self.row.campaign}/{self.row.key}：{zh} / {en}"


def _quoted(text: str, nothing: str) -> str:
    line = " ⏎ ".join(text.split("\n")) if text else ""
    short = line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
    return f"“{short}”" if line else nothing


def between(current: dict[str, list[Row]], given: Iterable[GivenRow]) -> Iterator[Change]:
    """Every change, in the order of the sheets; raises RefusalError for rows that are no record of the data.

    ``current`` has the rows of the data by the name of their sheet. Rows that are not given stay as they are.
    """
    known = {(name, row.campaign, row.key): row for name, rows in current.items() for row in rows}
    seen: dict[tuple[str, str, str], str] = {}
    for row in given:
        key = (row.sheet.name, row.cells["campaign"].text, row.cells[row.sheet.key].text)
        place = row.cells[row.sheet.key].place
        if key not in known:
            raise _unknown(row, [other[2] for other in known if other[:2] == key[:2]])
        if key in seen:
            raise RefusalError(
                f"{place}：“{key[2]}”和 {seen[key]} 重复；请删去一行",
                f"“{key[2]}” is also in {seen[key]}; delete one of the rows",
            )
        seen[key] = place
        yield from _of_row(known[key], row)


def _unknown(row: GivenRow, known: list[str]) -> RefusalError:
    campaign, named = row.cells["campaign"], row.cells[row.sheet.key]
    if not known:
        return RefusalError(
            f"{campaign.place}：没有方案“{campaign.text[:60]}”，或它没有这张表的内容",
            f"there is no campaign “{campaign.text[:60]}”, or it has nothing for this sheet",
        )
    zh, en = did_you_mean(named.text, known)
    return RefusalError(
        f"{named.place}：{campaign.text} 里没有“{named.text[:60]}”{zh or '；表格只能改已有的行，新的请写进 YAML 文件'}",
        f"{campaign.text} has no “{named.text[:60]}”{en or '; a sheet changes existing rows only, add new ones in the YAML file'}",
    )


def _of_row(row: Row, given: GivenRow) -> Iterator[Change]:
    for column in given.sheet.columns:
        cell = given.cells.get(column.key)
        if cell is None:
            continue
        before = row.cells[column.key]
        after = "\n".join(items(cell.text)) if column.sort == "lines" else cell.text
        if cell.formula or after != before:
            _refuse(cell, row, column)
            yield Change(given.sheet, cell.place, row, column, before, after)


def _refuse(cell: GivenCell, row: Row, column: Column) -> None:
    if cell.formula or cell.text.startswith("="):
        raise RefusalError(
            f"{cell.place}：这一格是公式，公式不读；请改成文字",
            "this cell is a formula, which is not read; write it as text",
        )
    if column.key in row.locked:
        raise RefusalError(
            f"{cell.place}：“{column.zh}”不能在表格里改；请在 YAML 文件里改，这一格恢复原样",
            f"“{column.en}” cannot be changed in a sheet; change it in the YAML file and put the cell back",
        )
    if column.sort in ("line", "time") and "\n" in cell.text:
        raise RefusalError(f"{cell.place}：这一格只能写一行", "this cell can only have one line")
