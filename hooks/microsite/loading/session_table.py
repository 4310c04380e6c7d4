"""Many sessions as a table: one line of data/sessions/<campaign>.csv each, with the fields of a session as columns.

A row becomes the same tree that a plan has, so that it is read by the same declarations and with the same messages;
places in it are told by row and column. Programs for spreadsheets save UTF-8 or GB 18030, both are read; what they
spoil, such as a day that became a number, is told by its cell.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal, get_args, get_origin

from ..checks import references, typed_days, typed_values
from ..core.dates.names import MONTHS
from ..core.dates.refusals import AS_RECORD
from ..core.language import Language
from ..core.problems import Mark, Note, Problem, capped, did_you_mean, folded, nearest
from ..model.activity import Activity, Session
from ..model.attendance import Booking
from ..model.campaign import Campaign
from ..model.choices import NAMES
from ..model.fields import Field, bare, declared, is_record
from ..model.organisations import BodyList
from ..model.phones import dial
from ..model.when import When
from ..yamlfile import conflicts, tree
from ..yamlfile.encoding import HIDDEN, clean, suspects
from . import unknown_keys
from .reader import Place, Reader
from .worked_out import Known, of_a_part

FOLDER = "sessions"
"""The folder of tables of sessions, one a campaign."""

NEEDED = ("activity", "when")
"""Columns that each table has."""

MOST_ROWS = 50_000
_MOST_BYTES = 20_000_000
SEVERAL = re.compile(r"[、；;，,\n]+")
"""What stands between the items of a list in a cell."""
_CODES = re.compile(rf"{SEVERAL.pattern}|[/／]")
_TIME_NUMBER = re.compile(r"[3-6][0-9]{4}(?:\.[0-9]+)?|0\.[0-9]+")
_SPOILT = re.compile(
    r"#+|#(?:REF|VALUE|DIV/0|NUM|NULL)!|#N/A|#NAME\?|=.*|[0-9]+:[0-5][0-9]\.[0-9]|(?:[A-Z][a-z]{2})-[0-9]{2}"
    r"|[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}(?: [0-9:]+(?: ?[AP]M)?)?",
    re.DOTALL,
)
"""What a spreadsheet shows instead of what was typed: cells too narrow, errors, formulas, Jun-25, 6/15/2025."""
_MONTHS = [name[:3] for name in MONTHS]
_MIDNIGHT = re.compile(r"([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])[ T](?:0?0:00(?::00)?|12:00(?::00)? ?AM)")
_DAY_OF_MONTH = re.compile(rf"([0-3]?[0-9])-({'|'.join(_MONTHS)})(?:-(?:20)?([0-9]{{2}}))?")
_A_DAY = re.compile(r"(?:20[0-9]{2}年)?([01]?[0-9])月([0-3]?[0-9])日|20[0-9]{2}([/-])([01]?[0-9])\3([0-3]?[0-9])")
_DAY_NUMBER = re.compile(r"4[4-9][0-9]{3}(?:\.0)?")
"""A day of 2020 to 2036 as the number that a spreadsheet keeps."""
_OFTEN_NUMBERS = frozenset({"cost", "capacity_note", "phone"})
"""Columns of words in which such a number may stand for itself."""
_WORKBOOKS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""The first bytes of .xlsx and of .xls."""
_SEPARATORS = {";": "分号", "\t": "制表符", "，": "中文逗号", "；": "中文分号", "|": "竖线"}
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{1,2}", re.IGNORECASE)
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001
"""Day 0 of spreadsheets, for days since March 1900 (ECMA-376, 18.17.4.1)."""


def as_typed(number: float) -> str:
    """What was typed that a spreadsheet keeps as a number of days: a day, a time of day, or both.

    >>> as_typed(45823.395833), as_typed(0.395833)
    ('2025年6月15日9:30', '9:30')
    """
    moment = _DAY_ZERO + timedelta(minutes=round(number * 24 * 60))
    day = f"{moment.year}年{moment.month}月{moment.day}日" if number >= 1 else ""
    return day + (f"{moment.hour}:{moment:%M}" if number % 1 or not day else "")


Sort = Literal["line", "items", "time", "number"]
"""How a cell is written: as a line, several items with 、 between them, a time, a number."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its titles, and the keys that lead to its field."""

    key: str
    zh: str
    en: str
    path: tuple[str, ...]
    sort: Sort
    words: Mapping[str, str]
    """What may be written instead of a code: its Chinese name."""


def _columns() -> Iterator[Column]:
    yield Column("activity", "活动", "activity", ("activity",), "line", {})
    for field in declared(Session):
        about = field.about
        if bare(field.kind) is Booking:
            for each in declared(Booking):
                yield _column(each, f"{about.zh}{each.about.zh}", f"{about.en} {each.about.en}", (field.key, each.key))
        elif bare(field.kind) is When or not is_record(bare(field.kind)):
            yield _column(field, about.zh, about.en, (field.key,))


def _column(field: Field, zh: str, en: str, path: tuple[str, ...]) -> Column:
    kind, value = bare(field.kind), field.value.name if field.value else ""
    sort: Sort = "time" if kind is When or value == "day" else "number" if value == "number" else "line"
    several = field.items is not None or kind is BodyList
    return Column("_".join(path), zh, en, path, "items" if several else sort, words_of(field))


def words_of(field: Field) -> dict[str, str]:
    """The codes of a field by what may be written instead in a cell."""
    kind = bare(field.items or field.kind)
    if kind is bool:
        return {"是": "true", "否": "false", "TRUE": "true", "FALSE": "false"}
    return {NAMES[code][0]: code for code in get_args(kind)} if get_origin(kind) is Literal else {}


COLUMNS = tuple(_columns())
"""Every column that the table can have; ``activity`` is the id of the activity, the others are fields of a session."""

BY_NAME = {name: column for column in COLUMNS for name in (column.key, column.zh, column.en)}
"""Columns by their key and their titles, as the first line of a table may have them."""

Sessions = dict[str, tuple[Session, ...]]
"""Sessions by the id of their activity."""


@dataclass(frozen=True, slots=True)
class _Edition:
    """What days of a table are compared with: the year of the edition, and the day on which its notice was signed."""

    year: int
    signed: date | None


def _named_in(plan: tree.Node) -> dict[str, str] | None:
    """The activities by id and title as they are typed in a plan; None where one cannot be made out."""
    listed = [record for _, record in tree.records(plan, "activities")]
    ids = [tree.scalar(each, "id") for each in listed]
    if not ids or None in ids:
        return None
    titles = [tree.scalar(each, "title") for each in listed]
    return {name.text: id_.text for id_, title in zip(ids, titles, strict=True) for name in (id_, title) if id_ and name}


def decoded(content: bytes) -> str:
    """The text of a table, as programs for spreadsheets save it: UTF-8 or GB 18030."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        lines = content.splitlines(keepends=True) if _in_two_encodings(content) else [content]
        text = "".join(_as_utf8(line) or line.decode("gb18030", "replace") for line in lines)
    return text.replace("\r\n", "\n").replace("\r", "\n")  # Excel's “CSV (Macintosh)”


def _as_utf8(line: bytes) -> str:
    """A line as UTF-8 with Chinese in it, which GB 18030 by chance never is; nothing where it is none."""
    with contextlib.suppress(UnicodeDecodeError):
        text = line.decode("utf-8")
        return text if line.isascii() or max(text) > "\u0fff" else ""
    return ""


def _in_two_encodings(content: bytes) -> int:
    """The number of the first line in GB 18030 of a file whose other lines are UTF-8, or 0: two programs wrote into it."""
    lines = content.removeprefix(codecs.BOM_UTF8).splitlines()
    if not any(not line.isascii() and _as_utf8(line) for line in lines):
        return 0
    return next((number for number, line in enumerate(lines, 1) if line and not _as_utf8(line)), 0)


class SessionTable:
    """One file of sessions; ``problems`` has what is wrong with it, ``notes`` what somebody should look at."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self._content = content
        self._ids: dict[tuple[str, str], str] = {}
        self._keys: set[str] = set()

    def read(self, campaign: Campaign, beside: Known) -> Sessions:
        """The sessions of a campaign; none where something is wrong with the file."""
        known = {name: each.id for each in campaign.activities for name in (each.id, each.title.text)}
        self._ids = {(each.id, folded(own.id)): campaign.mark.file for each in campaign.activities for own in each.sessions if own.id}
        return self._rows(beside, campaign.language, known, _Edition(campaign.year, campaign.document.signed))

    def read_alone(self, plan: tree.Node, beside: Known, language: Language) -> None:
        """What is wrong with the table of a plan that cannot be read; the activities are those that can be made out in it."""
        self._rows(beside, language, _named_in(plan), None)

    def _rows(self, beside: Known, language: Language, known: dict[str, str] | None, of: _Edition | None) -> Sessions:
        """``known`` has the activities by id and title, None where nobody knows them."""
        lines = self.lines()
        if not lines:
            return {}
        names = self._parted(lines[0][1])
        if self._is_no_table(names):
            return {}
        columns = self.header(names)
        self._keys = {column.key for column in columns if column}
        if not lines[1:]:
            zh, en = "表里只有列名，没有场次；请补上，没有场次的删去这个文件", "the table has no sessions; add them, or delete this file"
            self.notes.append(Note(Mark(self.file), "says-nothing", zh, en))
        reader = Reader(tree.Sequence(Mark(self.file), ()), beside, language)
        found: dict[str, list[Session]] = {}
        for number, cells in lines[1:]:
            if len(cells) < len(names) and "，" in cells[0] and known and cells[0].partition("，")[0].strip() in known:
                zh = "这一行的各格是用中文逗号隔开的；请改成英文逗号"
                self._broken(zh, "the cells of this row are separated by Chinese commas (，); use “,”", self._mark(number, 0))
                parts = [part.strip() for cell in cells for part in cell.split("，")]
                if len(parts) <= len(names):  # else some of these commas stand within a cell
                    self._add(self._node(number, parts, columns, names), reader, known, found, of)
                continue
            before = len(reader.problems)
            self._add(self._node(number, cells, columns, names), reader, known, found, of)
            if len(reader.problems) > before:
                self._out_of_step(reader, before, number, cells, columns, names)
        told = (each for each in reader.problems if each.code != "missing" or each.path in self._keys)  # no column: told above
        self.problems = capped([*self.problems, *map(_of_a_cell, told)])
        return {} if self.problems else {id_: tuple(each) for id_, each in found.items()}

    def _add(
        self, node: tree.Mapping, reader: Reader, known: dict[str, str] | None, found: dict[str, list[Session]], of: _Edition | None
    ) -> None:
        named, own = node.get("activity"), tree.Mapping(node.mark, tuple(e for e in node.entries if e[0].text != "activity"))
        reader.root = own
        made = reader.record(Session, own, Place((), "sessions", shared=True))
        if not isinstance(named, tree.Scalar) and "activity" not in self._keys:
            return  # told of the first line
        if not isinstance(named, tree.Scalar):
            self.tell(
                node.mark, "activity", "missing", "这一行没有写活动；请填写活动的编号，不是场次的删去这一行",
                "this row names no activity; write its id, or delete the row if it is not a session",
            )  # fmt: skip
        elif known is None:
            return
        elif named.text not in known:
            zh, en = did_you_mean(named.text, known, "请写方案里活动的编号（id）", "write the id of an activity of the plan")
            self.problems.append(named.wrong(("activity",), "unknown-activity", f"不是方案里的活动{zh}", f"is no activity of the plan{en}"))
        elif made is not None:
            self._once(own, known[named.text])
            if of is not None:
                self._look_at(own, made, of, reader.beside.as_of)
            found.setdefault(known[named.text], []).append(made)

    def _out_of_step(
        self, reader: Reader, before: int, number: int, cells: list[str], columns: Sequence[Column | None], names: list[str]
    ) -> None:
        """A row with a cell too many or too few is told itself, and not what the cells behind it seem to be under other names."""
        told, filled = reader.problems[before:], max(place for place, cell in enumerate(cells, 1) if cell)
        place = min(each.mark.column for each in told) - 1
        if len(told) < 2 or filled == len(names) or not place:
            return
        is_less = filled < len(names)
        meant = ["", cells[place]] if is_less else [f"{cells[place - 1]}，{cells[place]}"]
        notes, problems = len(self.notes), len(self.problems)
        row = self._node(number, [*cells[: place if is_less else place - 1], *meant, *cells[place + 1 :]], columns, names)
        reader.record(Session, tree.Mapping(row.mark, tuple(e for e in row.entries if e[0].text != "activity")), Place((), "sessions"))
        is_better = len(reader.problems) + len(self.problems) - problems < before + 2 * len(told) - 1
        del self.notes[notes:], self.problems[problems:], reader.problems[before + (0 if is_better else len(told)) :]
        if is_better and is_less:  # else told of the cell that has no name above it
            self._broken(
                f"从这一格（{cells[place][:20]}）起错了位，它或者它前面少了一格；请在漏填的地方插入空格子（文字编辑器里补一个英文逗号）",
                f"from this cell ({cells[place][:20]}) on the row is out of step, with a cell missing here or before; insert an empty cell "
                "(in a text editor, a comma)", self._mark(number, place),
            )  # fmt: skip

    def _look_at(self, row: tree.Mapping, made: Session, of: _Edition, as_of: date) -> None:
        """What a row says that cannot be so, or that somebody should look at."""
        if made.note is None:
            self.problems += references.of_earlier_years(row, str(of.year))
        self.notes += typed_values.notes(row)
        if made.changed is not None:
            self.problems += typed_days.problems(row, of.year, as_of)
            self.notes += typed_days.notes(row, as_of, of.signed)

    def _once(self, row: tree.Mapping, activity: str) -> None:
        """An id is given once among the sessions of an activity, in the plan or in the table."""
        typed = tree.scalar(row, "id")
        where = self._ids.setdefault((activity, folded(typed.text)), str(typed.mark)) if typed else ""
        if typed and where != str(typed.mark):
            zh, en = f"在 {where} 已经用过；请换一个", f"is already used in {where}; choose another"
            self.problems.append(typed.wrong(("id",), "duplicate-id", zh, en))

    def tell(self, mark: Mark, path: str, code: str, zh: str, en: str) -> None:
        self.problems.append(Problem(mark, path, code, zh, en))

    def _broken(self, zh: str, en: str, mark: Mark | None = None) -> None:
        """The form of the file is wrong, or that of a row."""
        self.tell(mark or Mark(self.file), "", "broken-table", zh, en)

    def _no_column(self, zh: str, en: str, mark: Mark | None = None) -> None:
        """The first line is wrong, or a cell stands below no name in it."""
        self.tell(mark or Mark(self.file), "", "unknown-column", zh, en)

    # --- the file ---

    def lines(self) -> list[tuple[int, list[str]]]:
        """The rows that have anything in them, with the number of their first line."""
        if conflict := conflicts.found(self._content, self.file):
            self.problems.append(conflict)
            return []
        if self._content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            zh = "这个文件是用 UTF-16（“Unicode 文本”）保存的；请另存为“CSV UTF-8（逗号分隔）”"
            self._broken(zh, "this file is saved as UTF-16 (“Unicode text”); save it as CSV UTF-8 (comma delimited)")
            return []
        if self._content.startswith(_WORKBOOKS):
            self.tell(
                Mark(self.file), "", "broken-table",
                "这是改了扩展名的工作簿；请改回 .xlsx 或 .xls，用表格软件打开，另存为“CSV UTF-8（逗号分隔）”",
                "this is a workbook under another name; name it .xlsx or .xls again, open it in a spreadsheet and save it as CSV UTF-8 "
                "(comma delimited)",
            )  # fmt: skip
            return []
        text = decoded(self._content)
        if number := _in_two_encodings(self._content):
            zh = "这一行是 GBK，文件的其他行是 UTF-8；请在文字编辑器里删去这一行，重新输入，存为 UTF-8"
            en = "this line is GBK and the others are UTF-8; delete it in a text editor, type it again, and save the file as UTF-8"
            self._broken(zh, en, Mark(self.file, number))
        rows, number = [], 1
        read = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            for cells in read:
                if any(cell.strip() for cell in cells):
                    rows.append((number, [cell.strip() for cell in cells]))
                number = read.line_num + 1
        except csv.Error:
            self._stopped(text.split("\n")[number - 1], number)
        return self._not_too_many(self._seen(rows) if any(each.code in HIDDEN for each in suspects(text)) else rows)

    def _stopped(self, line: str, number: int) -> None:
        """Why no row can be read from one on: a quotation mark without its pair, or a cell that is too long."""
        most, whole = csv.field_size_limit(), _before_an_open_quote(line)
        too_long = next((place for place, cell in enumerate(line.split(",")) if len(cell) > most), None)
        if too_long is not None and whole == line:
            zh = f"这一格太长，从这里起读不下去；一格最多 {most:,} 个字，请缩短"
            en = f"this cell is too long, and nothing can be read from here on; shorten it to {most:,} characters"
            self._broken(zh, en, self._mark(number, too_long))
            return
        zh = "这一格的引号不成对，从这里起读不下去；请在文字编辑器里补上，或者删去这个引号"
        en = "a quotation mark in this cell lacks its pair, and nothing can be read from here on; add it in a text editor, or delete it"
        self._broken(zh, en, self._mark(number, whole.count(",")))

    def _seen(self, rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
        """The rows without what cannot be seen in them, which is told by cell."""
        for number, cells in rows:
            for place in (place for place, cell in enumerate(cells) if any(each.code in HIDDEN for each in suspects(cell))):
                self.tell(
                    self._mark(number, place), "", "hidden-in-table", "这一格里有看不见的字符；请清空这一格，重新输入",
                    "there is a character in this cell that cannot be seen; empty the cell and type it again",
                )  # fmt: skip
        return [(number, [clean(cell).strip() for cell in cells]) for number, cells in rows]

    def _not_too_many(self, rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
        if len(rows) - 1 <= MOST_ROWS and len(self._content) <= _MOST_BYTES:
            return rows
        self.tell(
            Mark(self.file), "", "table-too-large", f"场次太多；一个文件最多 {MOST_ROWS:,} 行、20 MB",
            f"there are too many sessions; one file has at most {MOST_ROWS:,} rows and 20 MB",
        )  # fmt: skip
        return []

    def _is_no_table(self, names: Sequence[str]) -> bool:
        """Whether the cells are parted by another sign than the comma, or the first line has no names; that is told."""
        for sign, word in _SEPARATORS.items():
            if len(names) < len(NEEDED) and len({name.strip() for name in names[0].split(sign)} & BY_NAME.keys()) > 1:
                zh = f"各格是用{word}隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"
                self._broken(zh, f"its cells are separated by {sign!r}; open it in a spreadsheet, save it as CSV UTF-8 (comma delimited)")
                return True
        if not set(names) & BY_NAME.keys():
            zh = "第一行应是列名，如 activity,when,place；请补上，或删去它前面的行"
            en = "the first line must have the names of the columns, such as activity,when,place; add it, or delete what is above it"
            self._no_column(zh, en)
            return True
        return False

    def _parted(self, names: list[str]) -> list[str]:
        """The names of the first line, those told that a Chinese comma made one of."""
        found: list[str] = []
        for place, name in enumerate(names):
            several = [each.strip() for each in name.split("，")]
            if is_several := len(names) > 1 and len(several) > 1 and all(each in BY_NAME for each in several):
                zh = f"“{name[:60]}”里是中文逗号；请改成英文逗号“,”"
                self._no_column(zh, f"“{name[:60]}” contains the Chinese comma (，); use “,”", self._mark(1, place))
            found += several if is_several else [name]
        return found

    def header(self, cells: Sequence[str]) -> list[Column | None]:
        columns = [BY_NAME.get(cell) for cell in cells]
        for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            if column is None and cell:
                zh, en = _other_columns(cell)
                mark, said = self._mark(1, place), cell[:60]
                self.tell(mark, "", "unknown-column", f"没有“{said}”这一列{zh}", f"there is no column “{said}”{en}")
                meant = BY_NAME.get(_near(cell) or "")
                columns[place] = meant if meant not in columns else None  # its cells are read at once
            elif column is not None and column in columns[:place]:
                zh = f"“{cell[:60]}”这一列写了两次；请删去一列"
                self._no_column(zh, f"the column “{cell[:60]}” is there twice; delete one", self._mark(1, place))
        for key in NEEDED:
            if not any(column and column.key == key for column in columns):
                needed = BY_NAME[key]
                zh = f"第一行没有“{key}”（{needed.zh}）这一列；请补上"
                self._no_column(zh, f"the first line has no column “{key}”; add it")
        return columns

    def _mark(self, line: int, place: int) -> Mark:
        return Mark(self.file, line, place + 1)

    def _node(
        self, line: int, cells: Sequence[str], columns: Sequence[Column | None], names: Sequence[str]
    ) -> tree.Mapping:
        """A row as the tree of a session."""
        entries: list[tuple[tree.Scalar, tree.Node]] = []
        booking: list[tuple[tree.Scalar, tree.Node]] = []
        for place, cell in enumerate(cells):
            column = columns[place] if place < len(columns) else None
            if not cell:
                continue
            if column is None and place < len(names) and names[place]:
                continue  # its column is told
            if column is None:
                self.tell(
                    self._mark(line, place), "", "unknown-column",
                    f"这一格（{cell[:20]}）上面没有列名；前面的格里有英文逗号的，请改成中文逗号，不是的请删去，或补上列名",
                    f"this cell ({cell[:20]}) has no column above it; for a comma in an earlier cell write “，”, otherwise "
                    "empty this cell or name its column",
                )  # fmt: skip
                continue
            mark = self._mark(line, place)
            key, meant = tree.Scalar(mark, column.path[-1], False), self._corrected(cell, column, mark)
            if not meant:
                continue  # what stood there is not known
            (booking if len(column.path) > 1 else entries).append((key, _value(meant, column, mark)))
        if booking:
            mark = booking[0][0].mark
            entries.append((tree.Scalar(mark, "booking", False), tree.Mapping(mark, tuple(booking))))
        return tree.Mapping(Mark(self.file, line), tuple(entries))

    def _corrected(self, cell: str, column: Column, mark: Mark) -> str:
        """A cell that a spreadsheet spoilt is told, and read as it was meant so that nothing else is told of it."""
        if (typed := _made_a_day(cell, column)) and column.key in ("title", "note") and _A_DAY.fullmatch(cell):
            zh = f"像是表格软件把 {typed} 这样的内容改写成的日期；不是日期的，请把这一列设为“文本”，重写原来的内容"
            en = f"looks like a day that a spreadsheet made of something like {typed}; unless a day is meant, format the column as text "
            self.notes.append(tree.Scalar(mark, cell, True).remark((column.key,), "spoilt-cell", zh, f"{en}and type it again"))
            return cell
        if (spoilt := _spoilt(cell, column)) is None:
            return cell
        (zh, again), (en, once_more), meant = spoilt
        self.tell(
            mark, column.key, "spoilt-cell", f"“{cell[:40]}”{zh}；请把这一列设为“文本”，{again}",
            f"“{cell[:40]}” {en}; format the column as text and {once_more}",
        )  # fmt: skip
        return meant


_Told = tuple[str, str]


def _spoilt(cell: str, column: Column) -> tuple[_Told, _Told, str] | None:
    """What a spreadsheet made of a cell and what to type, in both languages, and what is read instead; None where it is whole."""
    again, once_more = "重写", "type it again"
    if column.sort == "time" and _TIME_NUMBER.fullmatch(cell):
        typed = as_typed(float(cell))
        told = f"是表格软件把日期或时间变成的数字，应是{typed}", f"is the number that a spreadsheet made of a day or a time, {typed}"
        return (told[0], again), (told[1], once_more), typed if "日" in typed else f"1月1日{typed}"
    if column.sort == "time" and (found := _DAY_OF_MONTH.fullmatch(cell)):
        typed = f"{f'20{found[3]}年' if found[3] else ''}{_MONTHS.index(found[2]) + 1}月{int(found[1])}日"
        return (f"是表格软件改写的日期，应是{typed}", again), (f"is what a spreadsheet made of a day, {typed}", once_more), typed
    if column.sort == "time" and (found := _MIDNIGHT.fullmatch(cell)):
        typed = f"{found[1]}年{int(found[2])}月{int(found[3])}日"
        return (f"的 0:00 是表格软件添的，应是{typed}", again), (f"has a 0:00 that a spreadsheet added to {typed}", once_more), typed
    if typed := _made_a_day(cell, column):
        zh, en = f"是表格软件把 {typed} 这样的内容改写成的日期", f"is a day that a spreadsheet made of something like {typed}"
        return (zh, "重写原来的内容"), (en, "type the original again"), ""
    if _SPOILT.fullmatch(cell):
        zh, en = "是表格软件的公式、出错记号或改写的日期", "is a formula, an error or a date as a spreadsheet shows it"
        return (zh, "重写原来的内容"), (en, "type the original again"), "1月1日" if column.key in NEEDED else ""
    if _SCIENTIFIC.fullmatch(cell):
        return ("是表格软件改写的长数字", again), ("is what a spreadsheet made of a long number", once_more), ""
    number = cell.removesuffix(".0")
    if column.path[-1] == "phone" and re.fullmatch("[1-9][0-9]{7,10}", number) and not dial(number) and dial(f"0{number}"):
        zh, en = "开头的 0 没有了，是表格软件删的", "has lost the 0 at its beginning to a spreadsheet"
        return (zh, f"写成 0{number}"), (en, f"type 0{number}"), ""
    return None


def _made_a_day(cell: str, column: Column) -> str:
    """What may have been typed in a cell that is no time, of which a spreadsheet made a day: 8-12 of 8月12日; nothing for any other."""
    if column.sort == "time":
        return ""
    if found := _DAY_OF_MONTH.fullmatch(cell):
        return f"{_MONTHS.index(found[2]) + 1}-{int(found[1])}"
    if found := _MIDNIGHT.fullmatch(cell):
        return f"{int(found[2])}-{int(found[3])}"
    if found := _A_DAY.fullmatch(cell):
        return f"{int(found[1] or found[4])}-{int(found[2] or found[5])}"
    if column.sort != "number" and column.path[-1] not in _OFTEN_NUMBERS and _DAY_NUMBER.fullmatch(cell):
        day = _DAY_ZERO + timedelta(float(cell))
        return f"{day.month}-{day.day}"
    return ""


def _other_columns(typed: str) -> tuple[str, str]:
    """What to write instead of a column that there is not: one that is spelt nearly so, those of its meaning, or any."""
    if unknown_keys.says_when_booking_opens(typed):
        zh, en = "报名从什么时候起也写在 booking_until（预约报名截止）一列", "write when booking opens in booking_until, too"
        return f"；{zh}，如 3月1日10:00起", f"; {en}, like 3月1日10:00起"
    if near := _near(typed):
        return f"，是否为“{near}”？", f"; did you mean “{near}”?"
    if re.fullmatch("日期|举办日期|活动日期|日子|(?i:date|day)", typed):
        zh, en = "请并进 when（时间）一列，日期和钟点写成一句，如", "write day and hours in one column, when, like"
        return f"；{zh} 6月15日9:30-11:30", f"; {en} 6月15日9:30-11:30"
    is_activity = re.match("(?:活动|项目)(?:编号|名称|代码|id)", typed)
    keys = ["activity"] if is_activity else unknown_keys.of_that_meaning(typed)
    meant = [each for each in COLUMNS if each.path[-1] in keys or (len(each.path) > 1 and each.path[0] == typed)]
    own = {each.key for each in meant}
    meant = [each for each in meant if len(each.path) == 1 or each.path[0] == typed or each.path[-1] not in own]  # place, not booking_place
    offered = meant or COLUMNS
    zh = "；请改用意思相近的 " if meant else "；请删去，或换成这里的一列："
    en = "; use one with that meaning: " if meant else "; delete it, or use one of "
    return zh + "、".join(f"{each.key}（{each.zh}）" for each in offered), en + ", ".join(each.key for each in offered)


def _near(typed: str) -> str | None:
    """The column that a name is a misspelling of; the beginning of several columns is none."""
    is_none = unknown_keys.says_when_booking_opens(typed) or any(typed == each.path[0] for each in COLUMNS)
    return None if is_none else nearest(typed, BY_NAME, unknown_keys.NEAR)


def _before_an_open_quote(line: str) -> str:
    """A line of a table up to the quotation mark that nothing in it closes."""
    return re.match(r'(?:[^"]|"[^"]*")*', line)[0]  # type: ignore[index]


def _of_a_cell(problem: Problem) -> Problem:
    """A mistake of a field as it is told of a cell: by the name of its column, and with what can be written into a cell."""
    zh, en = problem.zh, problem.en
    if problem.code == "not-true-or-false":
        for code, word, english in (("true", "是", "是 (yes)"), ("false", "否", "否 (no)")):
            zh, en = zh.replace(code, word), en.replace(code, english)
    if problem.code == "not-a-phone":
        zh, en = zh.replace("写 hours", "写 booking_hours"), en.replace("as hours", "as booking_hours")
    if problem.code == "not-a-date":
        zh, en = (words.partition(record)[0] for words, record in zip((zh, en), AS_RECORD, strict=True))
    return replace(problem, path=re.sub(r"^booking\.", "booking_", problem.path), zh=zh, en=en)


def _value(cell: str, column: Column, mark: Mark) -> tree.Node:
    if column.sort != "items":
        return tree.Scalar(mark, column.words.get(cell, cell), True)
    items = (item.strip() for item in (_CODES if column.words else SEVERAL).split(cell) if item.strip())
    return tree.Sequence(mark, tuple(tree.Scalar(mark, column.words.get(item, item), True) for item in items))


def joined(campaign: Campaign, sessions: Sessions) -> tuple[Activity, ...]:
    """The activities of a campaign with the sessions of the table behind their own."""
    return tuple(_with(each, (*each.sessions, *sessions[each.id])) if each.id in sessions else each for each in campaign.activities)


def _with(activity: Activity, sessions: tuple[Session, ...]) -> Activity:
    return replace(activity, sessions=sessions, roles={**activity.roles, **of_a_part(activity.parts, sessions)})
