"""``microsite export`` and ``import-sheet``: the data folder and the spreadsheet, on the command line."""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ...checks import typed_days
from ...core import atomic_files, locks
from ...core.dates.refusals import AS_RECORD
from ...core.language import some
from ...core.problems import InvalidData, Mark, Problem, RefusalError, did_you_mean
from ...loading import data_files, data_folder, data_parts
from ...model import choices
from ...yamlfile import yaml_parser
from ...yamlfile.tree import Node, path, plain, scalar
from .. import diff
from . import changes, edits, reading, session_lines, table, workbook
from .changes import Change
from .columns import ACTIVITIES, SESSIONS, SHEETS
from .table import Row

Rows = dict[str, list[Row]]

ALL = "all"
"""Stands for every conflict where one of them has to be named."""


# --- out --------------------------------------------------------------------------------------


def export(arguments: argparse.Namespace, as_of: date) -> int:
    """Write a spreadsheet; one that exists is not overwritten, somebody may have worked in it."""
    file: Path = arguments.file
    if file.suffix.lower() != ".xlsx":
        raise RefusalError("文件名要以 .xlsx 结尾", "the name of the file has to end in .xlsx")
    if not file.parent.is_dir():
        zh, en = "没有这个文件夹；请先建好，或者写到别处", "there is no such folder; make it first, or write the file elsewhere"
        raise RefusalError(zh, en, file.parent)
    rows = _rows(arguments.data, as_of, arguments.campaign)
    made = workbook.write(rows)
    atomic_files.write_all({file: made}, {}, "；请换一个文件名", "; choose another name")
    told = "，".join(f"{name} {len(listed)} 行" for name, listed in rows.items())
    print(f"写出 / written: {file}（{told} / {some(sum(map(len, rows.values())), 'row')}）")
    return 0


def _rows(root: Path, as_of: date, only: str | None = None) -> Rows:
    """The rows of all data files, or of one campaign; a file that YAML cannot read has to be repaired first."""
    known = [path.stem for path, _ in data_files.files(root, "campaigns")]
    if not known:
        raise InvalidData([data_folder.NO_CAMPAIGNS])
    if only is not None and only not in known:
        raise data_parts.unknown(only, known, "--campaign")
    rows: Rows = {sheet.name: [] for sheet in SHEETS}
    problems: list[Problem] = []
    for sheet in SHEETS:
        for file, name in data_files.files(root, sheet.folder, sheet.suffix):
            if only not in (None, file.stem):
                continue
            if sheet is SESSIONS:
                listed, found = session_lines.rows(file.stem, file.read_bytes(), name)
                rows[sheet.name] += listed
                problems += found
                continue
            node, mistakes = yaml_parser.parse(file.read_bytes(), name)
            problems += mistakes
            if node is not None:
                rows[sheet.name] += table.rows(sheet, file.stem, node, _names_shown(node, as_of))
                rows[SESSIONS.name] += table.sessions(file.stem, node) if sheet is ACTIVITIES else ()
    if problems:
        raise InvalidData(problems)
    return rows | {SESSIONS.name: list(table.told_apart(rows[SESSIONS.name]))}


def _names_shown(node: Node, as_of: date) -> bool:
    """Names leave the data folder only until their last day; where the day cannot be read, they do not."""
    last = typed_days.read(scalar(node, "people_until"))
    return last is not None and as_of <= last


# --- back in ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _State:
    """What the data says in one state: the plan, where there are no problems."""

    data: data_folder.Data | None
    problems: tuple[Problem, ...]


def import_sheet(arguments: argparse.Namespace, as_of: date) -> int:
    """Show what a spreadsheet changes; with ``--write`` also change it, if nothing gets worse by it."""
    given, refused = reading.read(data_files.given(arguments.file, reading.MAX_BYTES, "表格文件", "the spreadsheet"))
    root: Path = arguments.data
    with locks.changing(root) if arguments.write else contextlib.nullcontext():
        return _imported(arguments, given, refused, root, as_of)


def _imported(
    arguments: argparse.Namespace, given: tuple[reading.GivenRow, ...], refused: list[RefusalError], root: Path, as_of: date
) -> int:
    rows = _current(root, as_of, given, refused)
    every, wrong_cells = changes.between(rows, given)
    found = [change for change in every if not change.is_old]
    if refused or wrong_cells:
        raise table.Refusals([*refused, *wrong_cells, *_also_wrong(root, found, as_of)])
    if len(found) < len(every):
        print(_left(len(every) - len(found)))
    for name, gone in changes.not_given(rows, given).items():
        print(_stay(name, [f"{row.campaign}/{row.key}" for row in gone]))
    undecided = _undecided(found, arguments.overwrite)
    if undecided:
        told = "这些格导出以后两边都改过，什么也没有写 / changed on both sides since the export; nothing was written:"
        print(told, *(change.conflict() for change in undecided), sep="\n", file=sys.stderr)
        return 1
    if not found:
        print("表格和数据没有不同，什么也没有写 / the sheet does not differ from the data; nothing was written")
        return 0
    texts = _edited_files(root, found)
    for change in found:
        print(change.words())
    _check_edits(root, texts, found)
    before, after = _state(root, {}, as_of), _state(root, texts, as_of)
    if wrong := _wrong(root, texts, found, before, after):
        print("有错误，什么也没有写 / there are problems; nothing was written:", *wrong, sep="\n", file=sys.stderr)
        return 1
    _ask(found)
    _tell_notes(texts, found, before, after)
    _tell_updates(before, after)
    if not arguments.write:
        zh, en = "这些是将要做的改动；加上 --write 才写", "these changes will be made; add --write to make them"
        print(f"{len(found)} 处；{zh} / {some(len(found), 'cell')}; {en}")
        return 0
    atomic_files.write_all({}, {root / name: data for name, data in texts.items()})
    print(f"改了 {len(found)} 处，{len(texts)} 个文件 / {some(len(found), 'cell')} changed in {some(len(texts), 'file')}")
    return 0


def _current(root: Path, as_of: date, given: Iterable[reading.GivenRow], refused: list[RefusalError]) -> Rows:
    """The rows of the data; where they cannot be read, that is told with what is wrong with the sheet."""
    try:
        return _rows(root, as_of)
    except InvalidData as broken:
        spoilt = [*refused, *(cell.refusal for row in given for cell in row.cells.values() if cell.refusal)]
        if spoilt:
            raise table.Refusals([*spoilt, *map(str, broken.problems)]) from None
        raise


def _wrong(root: Path, texts: dict[str, bytes], found: Sequence[Change], before: _State, after: _State) -> list[str]:
    """What would be wrong with the data, at its place in the sheet."""
    was = {name: _content(root / name) for name in texts}
    return list(_worse(found, _in_tables(before.problems, was), _in_tables(after.problems, texts)))


def _also_wrong(root: Path, found: Sequence[Change], as_of: date) -> list[str]:
    """What is wrong with cells that can be taken, where others cannot: all is told at once."""
    try:
        texts = _edited_files(root, found)
        _check_edits(root, texts, found)
    except RefusalError as refusal:
        return [str(refusal)]
    return _wrong(root, texts, found, _state(root, {}, as_of), _state(root, texts, as_of))


def _left(number: int) -> str:
    zh = f"另有 {number} 格，导出以后数据里改过，表格没有动，保留数据里的"
    en = f"{some(number, 'more cell was', 'more cells were')} changed in the data since the export and not in the sheet"
    return f"{zh} / {en}; the data stays as it is"


def _stay(name: str, rows: list[str]) -> str:
    zh = f"“{name}”里没有 {'、'.join(rows[:5])}{' 等' if len(rows) > 5 else ''}（{len(rows)} 行），数据里照旧；要删的，请在数据文件里删"
    return f"{zh} / rows not in the sheet {name}: {len(rows)}; they stay in the data, where they can be deleted"


def _undecided(found: Iterable[Change], overwrite: Sequence[str]) -> list[Change]:
    """Conflicts that nobody has decided; raises RefusalError for a decision about a cell that is none."""
    conflicts = {change.place: change for change in found if change.is_conflict}
    for place in overwrite:
        if place != ALL and place not in conflicts:
            zh, en = did_you_mean(place, conflicts)
            raise RefusalError(
                f"--overwrite：“{place[:40]}”不是两边都改过的格{zh}",
                f"--overwrite: “{place[:40]}” is not a cell that was changed on both sides{en}",
            )
    return [change for place, change in conflicts.items() if place not in overwrite and ALL not in overwrite]


def _content(path: Path) -> bytes:
    """What a data file says; nothing where it is a table that is not there yet."""
    return path.read_bytes() if path.is_file() else b""


_MARK = "\ufeff"


def _edited_files(root: Path, found: Sequence[Change]) -> dict[str, bytes]:
    """The files with their changes; raises RefusalError with every change that cannot be made."""
    texts, refused = dict[str, bytes](), list[RefusalError]()
    for name in dict.fromkeys(each.file for each in found):
        own = [each for each in found if each.file == name]
        for group in (own, *([each] for each in own)):  # one alone only where they cannot be made together
            try:
                texts[name] = _edited(root / name, group)
            except RefusalError as error:
                refused.append(error)
            if not refused:
                break
    if refused:
        raise table.Refusals(refused)
    return texts


def _edited(path: Path, own: Sequence[Change]) -> bytes:
    """The text of a file with its changes."""
    if own[0].row.in_table:
        return session_lines.changed(_content(path), own)
    text = path.read_bytes().decode("utf-8")  # what is written otherwise was told when the rows were read
    mark = _MARK if text.startswith(_MARK) else ""
    made = edits.changed(text.removeprefix(_MARK), own)
    return (mark + made).encode("utf-8")


def _check_edits(root: Path, texts: dict[str, bytes], found: Sequence[Change]) -> None:
    """Whether each file says what the sheet says, and everything else as before; raises RefusalError."""
    for name, data in texts.items():
        own = [change for change in found if change.file == name]
        was, now = _tree(_content(root / name), name), _tree(data, name)
        if now is None:
            continue  # told by what reads all data, at its place
        for change in own:
            _take_out(was, change)
            if table.plain(_take_out(now, change)) != table.plain(change.after):
                raise _unsafe(change)
        if was != now:
            raise _unsafe(own[0])


def _take_out(tree: Any, change: Change) -> str:
    """The text of a changed field, which is then gone from the tree."""
    record = tree
    for step in change.row.location:
        record = record[step]
    *outer, key = change.path
    holder = (record.get(outer[0]) or {}) if outer else record
    said = holder.pop(key, "")
    if outer and not holder:
        record.pop(outer[0], None)
    return (change.column.between or "").join(map(str, said)) if isinstance(said, list) else str(said)


def _tree(data: bytes, name: str) -> Any:
    if name.endswith(SESSIONS.suffix):
        return {SESSIONS.records: session_lines.says(data, name)}
    node, _ = yaml_parser.parse(data, f"data/{name}")
    return plain(node) if node is not None else None


def _unsafe(change: Change) -> RefusalError:
    return RefusalError(
        f"{change.place}：这个文件的写法特别，不能由表格改；请在 {change.file} 里改 {change.location}",
        f"this file is written in a way that a sheet cannot change; change {change.location} in {change.file}",
    )


def _state(root: Path, texts: dict[str, bytes], as_of: date) -> _State:
    """The data as it would be with other texts; tried in a copy, from which no link leads to what is written."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "data"
        unread = shutil.ignore_patterns(".*")  # such as what another command is writing
        shutil.copytree(root, copy, symlinks=True, ignore=unread)
        for folder in data_files.linked_folders(root):
            (copy / folder.relative_to(root)).unlink()
            shutil.copytree(folder, copy / folder.relative_to(root), symlinks=True, ignore=unread)
        for name, data in texts.items():
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).unlink(missing_ok=True)
            (copy / name).write_bytes(data)
        try:
            return _State(data_folder.folder(copy, as_of), ())
        except InvalidData as invalid:
            return _State(None, invalid.problems)


def _worse(found: Sequence[Change], before: Iterable[Problem], after: Iterable[Problem]) -> Iterable[str]:
    """Problems of changed cells, and those that were not there before, at their place in the sheet."""
    known = {(problem.mark.file, problem.path, problem.code) for problem in before}
    for problem in after:
        file = problem.mark.file.removeprefix("data/")
        cell = next((each for each in found if each.file == file and _lies_in(problem.path, each)), None)
        if cell is not None:
            zh, en = _advice(cell, problem) or (problem.zh.partition(AS_RECORD[0])[0], problem.en.partition(AS_RECORD[1])[0])
            yield f"{cell.place}（{cell.column.zh}）：{zh} / {en}"
        elif (problem.mark.file, problem.path, problem.code) not in known:
            yield _of_an_empty_cell(found, file, problem) or str(problem)


def _of_an_empty_cell(found: Iterable[Change], file: str, problem: Problem) -> str:
    """A message about a cell that nobody filled, in a row where others were; nothing of what stands in no row."""
    for each in found:
        key = problem.path.removeprefix(f"{path(each.row.location)}.")
        if each.file == file and key != problem.path and key in each.cells:
            return f"{each.cells[key]}（{each.sheet.column(key).zh}）：{problem.zh} / {problem.en}"
    return ""


def _in_tables(problems: Iterable[Problem], texts: dict[str, bytes]) -> Iterator[Problem]:
    """Problems of tables of sessions with the number of their row, as those of plans have it."""
    row_at = _rows_of(texts)
    for problem in problems:
        row = row_at(problem.mark)
        path = f"{SESSIONS.records}[{row}].{problem.path.replace('.', '_')}"
        yield replace(problem, path=path) if row >= 0 else problem


def _rows_of(texts: Mapping[str, bytes]) -> Callable[[Mark], int]:
    """Tells in which row of a table of sessions something stands; -1 in no row."""
    starts = {f"data/{name}": session_lines.starts(data, name) for name, data in texts.items() if name.endswith(SESSIONS.suffix)}
    return lambda mark: bisect_right(starts.get(mark.file, ()), mark.line) - 1


_BETWEEN = re.compile(r"[、，,；;\[\]]")
"""What people write between the items of a list, in texts or in YAML."""


def _advice(change: Change, problem: Problem) -> tuple[str, str] | None:
    """What to write in a cell instead of several items in one line, or of the list that a message for files would have."""
    if change.column.sort != "lines":
        return _one_number(change) if "more than one number; write phones" in problem.en else None
    between = re.compile(r"[、，,;；\[\]/／\s]") if "square brackets" in problem.en else _BETWEEN
    line = next((line for line in change.items if between.search(line)), None)
    if line is None:
        return None
    codes = [choices.surely(each, change.column.choices) or each for each in between.split(line) if each] if change.column.choices else []
    zh, en = (f"，写 {'、'.join(codes)[:200]}", f": {', '.join(codes)[:200]}") if codes else ("", "")
    return (
        f"“{line[:60]}”：一格里写几项，请每项占一行（按 Alt+Enter 换行）{zh}，不用顿号、逗号、斜杠、空格和方括号",
        f"“{line[:60]}”: write one item a line in a cell (Alt+Enter){en}, without commas, slashes, spaces and brackets",
    )


def _one_number(change: Change) -> tuple[str, str]:
    number = change.after[:40]
    return (
        f"“{number}”不止一个号码；这一格只写一个，都要公布的，请在 {change.file} 里用 phones 逐个写",
        f"“{number}” is more than one number; write one in this cell, or all of them under phones in {change.file}",
    )


_OF_PROGRAMS = re.compile(r"(?i)null|none|nil|nan|n/a|yes|no|true|false|undefined|-+|\[object object\]")
"""What programs write where nothing stands, or instead of 是 and 否."""


def _ask(found: Iterable[Change]) -> None:
    """What nobody would see otherwise: a line with a comma in it that may be several items, and words of programs as texts."""
    for change in found:
        if not change.column.choices and _OF_PROGRAMS.fullmatch(change.after):
            zh, en = "像是程序写的，会照样公布；没有内容的请清空这一格", "looks like a program’s word and will be published as it is"
            print(f"{change.place}（{change.column.zh}）：“{change.after}”{zh} / “{change.after}” {en}; empty the cell if it says nothing")
        for line in change.items if change.column.sort == "lines" else ():
            if _BETWEEN.search(line):
                zh, en = f"“{line[:60]}”算作一项；如果是几项，请每项占一行", f"“{line[:60]}” is read as one item; write several one a line"
                print(f"{change.place}（{change.column.zh}）：{zh} / {en}")


def _tell_notes(texts: dict[str, bytes], found: Sequence[Change], before: _State, after: _State) -> None:
    """What somebody should look at in the data as they will be, that was not so before; of a session at its row."""
    old = {(note.mark.file, note.zh) for note in before.data.notes} if before.data else set()
    row_at = _rows_of(texts)
    for note in after.data.notes if after.data else ():
        if (note.mark.file, note.zh) not in old:
            row = row_at(note.mark)
            own = [each for each in found if f"data/{each.file}" == note.mark.file and each.row.location == (SESSIONS.records, row)]
            own.sort(key=lambda each: not note.zh.startswith(f"{each.column.key}："))
            print(f"{own[0].place if own else note.mark.file}：{note.zh} / {note.en}")


def _lies_in(path: str, change: Change) -> bool:
    return path == change.location or path.startswith((f"{change.location}.", f"{change.location}["))


def _tell_updates(before: _State, after: _State) -> None:
    """Changes that readers should be told, in the words of ``compare``."""
    told = diff.changes(before.data, after.data) if before.data and after.data else ()
    if told:
        print("\n读者应当知道的，可以写进 updates / what readers should be told, for updates:")
    for change in told:
        print(f"  {change.campaign} {change.owner}：{change.zh} / {change.en}")
