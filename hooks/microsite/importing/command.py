"""``microsite import NOTICE``: reads a notice and writes data files; nothing that exists is overwritten."""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from ..core import atomic_files, locks
from ..core.problems import Problem, RefusalError
from ..loading import data_files, validate
from ..model.organisations import Region
from ..model.values import is_id
from ..yamlfile import yaml_parser
from . import campaign, extending, ids, pasted, register, report, writing
from .notice import documents, joining, layout, opening, regions, tree
from .notice.names import Names
from .notice.pieces import Paragraph


@dataclass(frozen=True, slots=True)
class Made:
    """What an import gives: the files by their path below the data folder, and the report."""

    files: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]
    report: report.Report
    by_hand: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Import one notice; 0 when files with activities were written (or shown), 1 with one clear sentence otherwise."""
    try:
        name, data = _given(arguments.notice)
        with contextlib.nullcontext() if arguments.dry_run else locks.changing(arguments.to):
            made = _told(data, name, _registers(arguments.to), arguments.id)
            if not arguments.dry_run:
                _write(made, arguments.to, arguments.report)
    except RefusalError as error:
        print(error, file=sys.stderr)
        return 1
    _show(made, arguments)
    if made.report.found[0][2]:
        return 0
    print("没有读出一项活动；请把活动逐条列出后再导入，或自己填写 / no activity was found", file=sys.stderr)
    return 1


def _told(data: bytes, name: str, registers: tuple[tuple[Region, str], ...], id_: str | None) -> Made:
    """``from_notice`` for a clerk: whatever in a notice nobody foresaw is told in one sentence, too."""
    try:
        return from_notice(data, name, registers, id_)
    except RefusalError:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
        raise RefusalError(
            f"这份通知没有读完，什么也没有写：程序里有错误（{where}）；请把这一句和通知交给维护的人，也可以删去写法特别的段落再试",
            f"the notice was not read to its end, and nothing was written: a fault of the program ({where}); "
            "hand this sentence and the notice to the maintainer, or take out what is laid out unusually and try again",
        ) from error


def _given(notice: str) -> tuple[str, bytes]:
    if notice == "-":
        return "-", sys.stdin.buffer.read(opening.MAX_BYTES + 1)
    path = Path(notice)
    if path.is_dir():
        raise RefusalError(f"“{path.name}”是文件夹；请给出通知的文件", f"“{path.name}” is a folder; give a file")
    return path.name, data_files.given(path, opening.MAX_BYTES, "通知的文件", "the notice")


def _registers(folder: Path) -> tuple[tuple[Region, str], ...]:
    """The registers of a data folder with their text; one that is broken has to be repaired first."""
    found = []
    for path, name in data_files.files(folder, "organisations"):
        data = path.read_bytes()
        node, problems = yaml_parser.parse(data, name)
        region, more = validate.region(node, path.name) if node is not None else (None, [])
        if region is None:
            raise _unfinished(path, [*problems, *more])
        found.append((region, data.decode("utf-8-sig")))
    return tuple(found)


def _unfinished(path: Path, problems: list[Problem]) -> RefusalError:
    """What to correct in a register; one that an import wrote may lack the region’s name."""
    if all(each.code == "empty" for each in problems):
        told = "\n".join(
            f"  第 {each.mark.line} 行 {each.path}：{each.zh} / line {each.mark.line}, {each.path}: {each.en}" for each in problems
        )
        return RefusalError(
            f"单位名册 {path} 还有 {len(problems)} 处空着；请先填好，再运行这条命令：\n{told}\n",
            f"values in the register {path} are empty; fill them in and run this command again",
        )
    told = "\n".join(map(str, problems))
    return RefusalError(
        f"单位名册 {path.name} 有错误，请先改正：\n{told}\n",
        f"the register {path.name} has problems; correct it first",
    )


def from_notice(data: bytes, name: str, registers: tuple[tuple[Region, str], ...], id_: str | None = None) -> Made:
    """The data files and the report of a notice; raises RefusalError."""
    document = opening.read(data, name)
    paragraphs = joining.paragraphs(pasted.in_rows(document.lines))
    known = regions.find([each.key for each in paragraphs], [region for region, _ in registers])
    place = re.sub("(?:自治区|自治州|街道|大学|学院|中学|小学|.)$", "", known.name)
    home = regions.Known(known.id or ids.slug(place) or "region", known.name, known.code)
    mine = next((each for each in registers if each[0].id == home.id), None)
    names = Names(home.name, mine[0] if mine else None)
    parts = layout.read_layout(paragraphs, names)
    if not (parts.sections or parts.title or parts.tables):
        raise RefusalError(
            "这不像一份通知：没有找到“关于…的通知”和“一、”这样的条目；请检查文件",
            "this does not look like a notice: there is neither a title “关于…的通知” nor a clause numbered 一、; check the file",
        )
    year = campaign.year_of(parts, id_ or "")
    chosen = _checked_id("-".join(filter(None, (home.id, year.text))) if id_ is None else id_)
    files = campaign.files(parts, paragraphs, names, chosen, home.id, year)
    records = [each for each in (files.campaign, files.people) if each is not None]
    lacking = register.additions(records, names, home.id, tuple(region for region, _ in registers))
    return _made(files, lacking, home, mine, (chosen, name, document, paragraphs))


def _checked_id(id_: str) -> str:
    node, problems = yaml_parser.parse(f"id: {id_}".encode(), "id")
    if node is None or problems or not is_id(id_):
        raise RefusalError(
            f"“{id_[:60]}”不能做编号；请用小写英文字母开头，只含小写字母、数字和连字符，如 shandong-2025",
            f"“{id_[:60]}” cannot be an id; start with a letter, use a-z, 0-9 and hyphens only, such as shandong-2025",
        )
    return id_


def _made(
    files: campaign.Files,
    lacking: register.Additions,
    home: regions.Known,
    mine: tuple[Region, str] | None,
    told: tuple[str, str, documents.Document, tuple[Paragraph, ...]],
) -> Made:
    """The texts of the files."""
    id_, name, document, paragraphs = told
    records: list[tree.Record] = [files.campaign]
    texts = [(f"campaigns/{id_}.yml", writing.file(files.campaign, _heading(name)))]
    if files.people is not None:
        records.append(files.people)
        texts.append((f"contacts/{id_}.yml", writing.file(files.people, _CONTACTS)))
    changed: tuple[tuple[str, str], ...] = ()
    by_hand: tuple[str, ...] = ()
    path = f"organisations/{home.id}.yml"
    if mine is None:
        made = register.whole(lacking, home)
        records.append(made)
        texts.append((path, writing.file(made, _REGISTER)))
    elif lacking:
        longer = extending.register(mine[1], mine[0], lacking)
        changed = ((path, longer),) if longer else ()
        records += [tree.record(("organisations", tree.Items(lacking.bodies)))] if longer else []
        by_hand = () if longer else tuple(extending.by_hand(lacking))
    return Made(tuple(texts), changed, report.make_report(records, paragraphs, document.aside, files.why), by_hand)


def _heading(name: str) -> tuple[str, ...]:
    return (
        f"由通知“{name}”生成。" if name != "-" else "由粘贴的通知文字生成。",
        "“请核对”是不能肯定的值，看过后删去注释；“待写”是要人写的内容，写好后删去注释和原文。",
        "写完运行 make check；英文用 .venv/bin/microsite translations update 建立后再译。",
    )


_OTHER_ID_ZH = "；请换一个编号：make import FILE=通知.docx ID=编号"
_OTHER_ID_EN = "; choose another id: make import FILE=notice.docx ID=id"
_CONTACTS = ("联系人单独成文件，方便在公开仓库之外保存。姓名和电话照原文，请核对。",)
_REGISTER = ("单位名册。编号（id）一经公布不再改动，请先核对。",)


def _write(made: Made, folder: Path, report_to: Path | None) -> None:
    """Write all files, or none of them."""
    if report_to and not report_to.parent.is_dir():
        raise RefusalError("没有这个文件夹；请先建好", "there is no such folder; make it first", report_to.parent)
    new = {folder / path: text.encode() for path, text in made.files}
    if report_to:
        new[report_to] = ("\n".join(report.lines(made.report)) + "\n").encode()
    changed = {folder / path: text.encode() for path, text in made.changed}
    atomic_files.write_all(new, changed, _OTHER_ID_ZH, _OTHER_ID_EN)


def _show(made: Made, arguments: argparse.Namespace) -> None:
    for path, text in (*made.files, *made.changed):
        if arguments.dry_run:
            print(f"===== {arguments.to / path} =====\n{text}")
    for path, _ in () if arguments.dry_run else made.files:
        print(f"写出 / written: {arguments.to / path}")
    for path, _ in () if arguments.dry_run else made.changed:
        print(f"补充 / extended: {arguments.to / path}")
    for line in (*report.lines(made.report), *made.by_hand):
        print(line)
