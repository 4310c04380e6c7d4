"""What a spreadsheet changes: cells that differ from the data, in words before anything is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...core.problems import RefusalError, did_you_mean, printable
from ...yamlfile.encoding import HIDDEN, suspects
from ...yamlfile.tree import path
from .columns import SESSIONS, Column, Sheet
from .reading import GivenCell, GivenRow
from .table import Row

_LONGEST = 80
_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
"""The code of a character as spreadsheets keep it (ECMA-376, 22.9.2.19)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs: its place in the sheet, the record it belongs to, and both texts.

    ``exported`` is what the cell said when the file was made, None where that is not known. ``cells`` are the places
    of all cells of its row by their columns.
    """

    sheet: Sheet
    place: str
    cells: Mapping[str, str]
    row: Row
    column: Column
    before: str
    after: str
    exported: str | None = None

    @property
    def is_old(self) -> bool:
        """Nobody edited the cell; the data was changed after the export, and stays as it is."""
        return self.after == self.exported

    @property
    def is_conflict(self) -> bool:
        """Both the cell and the data were changed after the export."""
        return self.exported is not None and self.exported not in (self.before, self.after)

    @property
    def file(self) -> str:
        """The data file, below the data folder."""
        return self.row.file

    @property
    def location(self) -> str:
        """The field, as problems name it."""
        return path((*self.row.location, *self.path))

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead from its record to the field; in a table it is the name of the column."""
        return (self.column.key,) if self.row.in_table else self.column.path

    @property
    def items(self) -> list[str]:
        """The items of a list."""
        return self.column.split(self.after)

    def words(self) -> str:
        zh = f"{self.column.zh}由{_quoted(self.before, '（空）')}改为{_quoted(self.after, '（空）')}"
        en = f"{self.column.en} from {_quoted(self.before, '(empty)')} to {_quoted(self.after, '(empty)')}"
        return f"{self.place} {self.row.campaign}/{self.row.key}：{zh} / {en}"

    def conflict(self) -> str:
        """What stood there at the export, what the data says now, what the sheet says."""
        said = self.exported or "", self.before, self.after
        old, now, new = (_quoted(text, "（空）") for text in said)
        old_en, now_en, new_en = (_quoted(text, "(empty)") for text in said)
        return (
            f"{self.place} {self.row.campaign}/{self.row.key}：{self.column.zh}导出时是{old}，数据里后来改成{now}，"
            f"表格里是{new}；照数据的，把这一格改成数据里的值，照表格的，加上 --overwrite '{self.place}'"
            f" / {self.column.en} was {old_en} at the export, is {now_en} in the data now and {new_en} in the sheet; "
            f"to keep the data’s, type it into the cell, to take the sheet’s, add --overwrite '{self.place}'"
        )


def _quoted(text: str, nothing: str) -> str:
    line = " ⏎ ".join(text.split("\n")) if text else ""
    short = line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
    return f"“{short}”" if line else nothing


def not_given(current: dict[str, list[Row]], given: Iterable[GivenRow]) -> dict[str, list[Row]]:
    """The rows that somebody took out of each sheet, or with it, of campaigns that the file still has; in the data they stay."""
    keys = {row.key for row in given}
    named = {campaign for _, campaign, _ in keys}
    left_out = {name: [row for row in rows if (name, row.campaign, row.key) not in keys] for name, rows in current.items()}
    found = {name: [row for row in rows if row.campaign in named or not named] for name, rows in left_out.items()}
    return {name: rows for name, rows in found.items() if rows}


def between(current: dict[str, list[Row]], given: Iterable[GivenRow]) -> tuple[list[Change], list[RefusalError]]:
    """Every change, in the order of the sheets, and why the other rows and cells cannot be taken.

    ``current`` has the rows of the data by the name of their sheet. Rows that are not given stay as they are.
    """
    known = {(name, row.campaign, row.key): row for name, rows in current.items() for row in rows}
    seen: dict[tuple[str, str, str], str] = {}
    sizes = {(SESSIONS.name, campaign): 0 for _, campaign, _ in known}
    sizes |= Counter(key[:2] for key, row in known.items() if row.in_table)
    found: list[Change] = []
    refused: list[RefusalError] = []
    for row in given:
        key, place = row.key, row.cells[row.sheet.key].place
        if is_new := row.sheet is SESSIONS and not key[2] and key[:2] in sizes:
            sizes[key[:2]] += 1
        if not is_new and key not in known and any(row.cells[name].refusal for name in ("campaign", row.sheet.key)):
            refused += [cell.refusal for cell in row.cells.values() if cell.refusal]
        elif not is_new and key not in known:
            refused += [] if row.is_untouched else [_unknown(row, [other[2] for other in known if other[:2] == key[:2]])]
        elif key in seen:
            new = ("，新的一场请清空这一格", ", or empty this cell for a new session") if row.sheet is SESSIONS else ("", "")
            zh, en = f"{place}：“{key[2]}”和 {seen[key]} 重复；请删去一行", f"“{key[2]}” is also in {seen[key]}; delete one of the rows"
            refused.append(RefusalError(zh + new[0], en + new[1]))
        else:
            seen |= {} if is_new else {key: place}
            changes = list(_of_row(_new(row, sizes[key[:2]] - 1) if is_new else known[key], row))
            if is_new and not changes:  # a campaign alone, most likely dragged down
                sizes[key[:2]] -= 1
            wrong = [_refused(row.cells[each.column.key], each) for each in changes]
            refused += filter(None, wrong)
            if is_new and any(wrong):  # without that cell the session would seem to lack it
                sizes[key[:2]] -= 1
            else:
                found += [each for each, why in zip(changes, wrong, strict=True) if why is None]
    return found, refused


def _new(given: GivenRow, index: int) -> Row:
    """A session that the data does not have yet."""
    campaign = given.cells["campaign"].text
    empty = {column.key: "" for column in given.sheet.columns}
    file = f"{SESSIONS.folder}/{campaign}{SESSIONS.suffix}"
    place = SESSIONS.records, index
    return Row(campaign, "（新的一场 / new）", file, place, {**empty, "campaign": campaign}, frozenset())


def _unknown(row: GivenRow, known: list[str]) -> RefusalError:
    campaign, named = row.cells["campaign"], row.cells[row.sheet.key]
    what, whose = named.text[:60], campaign.text[:60]
    if not whose:
        return RefusalError(f"{campaign.place}：这一行没有写方案；请填写方案的编号", "this row names no campaign; write its id")
    if not known:
        zh, en = f"没有方案“{whose}”，或它没有这张表的内容", f"there is no campaign “{whose}”, or it has nothing for this sheet"
        return RefusalError(f"{campaign.place}：{zh}", en)
    zh, en = did_you_mean(named.text, known)
    zh = zh or "；表格只能改已有的行，新的请写进 YAML 文件"
    en = en or "; a sheet changes existing rows only, add new ones in the YAML file"
    if row.sheet is SESSIONS:
        zh = "，它的时间、地点或编号后来改过；请重新导出，新的一场请清空这一格"
        en = ", its time, place or id was changed since; export again, or empty this cell for a new session"
    return RefusalError(f"{named.place}：{campaign.text} 里没有“{what}”{zh}", f"{campaign.text} has no “{what}”{en}")


def _of_row(row: Row, given: GivenRow) -> Iterator[Change]:
    for column in given.sheet.columns:
        cell = given.cells.get(column.key)
        if cell is None:
            continue
        before, after, exported = row.cells[column.key], _text(cell.text, column, row), given.exported.get(column.key)
        old = _text(exported, column, row) if exported is not None else None
        if cell.formula or cell.refusal or after != before:
            places = {key: each.place for key, each in given.cells.items()}
            yield Change(given.sheet, cell.place, places, row, column, before, after, old)


def _text(cell: str, column: Column, row: Row) -> str:
    """The text of a cell as it is compared. A plan has codes where a table of sessions may have words."""
    if row.in_table:
        return cell
    items = [cell] if column.between is None else column.split(cell)
    return (column.between or "").join(column.words.get(item, item) for item in items)


def _refused(cell: GivenCell, change: Change) -> RefusalError | None:
    """Why a cell cannot be taken as it is, if it cannot."""
    row, column = change.row, change.column
    if cell.refusal:
        return cell.refusal
    if change.is_old and not cell.formula:
        return None
    hidden = [each.offset for each in suspects(cell.text) if each.code in HIDDEN] + [each.start() for each in _ESCAPED.finditer(cell.text)]
    if cell.formula or cell.text.startswith("="):
        zh, en = "这一格是公式，公式不读；请改成文字", "this cell is a formula, which is not read; write it as text"
    elif hidden:
        near = printable(cell.text[max(0, hidden[0] - 8) : hidden[0] + 8])
        zh = f"这一格里有看不见的字符，或者它的代码（“{near}”）；请清空这一格，重新输入"
        en = f"there is a character that cannot be seen, or its code, in this cell (“{near}”); empty it and type it again"
    elif column.key in row.locked:
        zh = f"“{column.zh}”不能在表格里改；请在 YAML 文件里改，这一格恢复原样"
        en = f"“{column.en}” cannot be changed in a sheet; change it in the YAML file and restore the cell"
    elif change.sheet is SESSIONS and column.key == "when" and not cell.text:
        zh = "每一场都要有时间；不办了的，请恢复时间，在状态里写“活动已取消”，多写的请在数据文件里删"
        en = (
            "every session needs a time; if it is cancelled, restore the time and write 活动已取消 as its status; delete one that is "
            "too many in the data file"
        )
    elif column.sort in ("line", "time", "items", "number") and "\n" in cell.text:
        zh, en = "这一格只能写一行", "this cell can only have one line"
    else:
        return None
    return RefusalError(f"{cell.place}：{zh}", en)
