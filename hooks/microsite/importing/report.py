"""What became of a notice: what was written, what is still to be written, and every sentence that is in no field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..checks import personal_data
from .notice import tree
from .notice.pieces import Coverage, Line, Paragraph, Piece


@dataclass(frozen=True, slots=True)
class Report:
    """``quoted``: sentences that stand in comments, waiting to be rewritten; ``left``: those that are nowhere."""

    owed: int
    to_check: int
    found: tuple[tuple[str, str, int], ...]
    quoted: tuple[Piece, ...]
    left: tuple[Piece, ...]
    aside: tuple[Line, ...]
    why: tuple[str, ...] = ()


def make_report(
    files: Iterable[tree.Record], paragraphs: Iterable[Paragraph], aside: tuple[Line, ...], why: tuple[str, ...]
) -> Report:
    """Compare the notice with what will be written."""
    given = list(files)
    taken, quoted = Coverage(), Coverage()
    comments: list[str] = []
    owed = 0
    for node in (each for file in given for each in tree.walk(file)):
        taken.add(node.pieces)
        comments += node.comments
        if not isinstance(node, tree.Items):
            quoted.add(node.quoted)
        owed += isinstance(node, tree.Value) and node.owed
    sentences = [each for paragraph in paragraphs for each in paragraph.whole.sentences()]
    missing = [each for each in sentences if taken.missing(each.unnumbered())]
    lost = [each for each in missing if taken.missing(each) & quoted.missing(each)]  # neither in a field nor in a comment
    return Report(
        owed,
        sum(comment.startswith("请核对") for comment in comments),
        tuple(_counted(given)),
        tuple(each for each in missing if each not in lost),
        tuple(lost),
        aside,
        why,
    )


def _counted(files: Iterable[tree.Record]) -> Iterator[tuple[str, str, int]]:
    entries = {key: node for file in files for key, node in file.entries}
    for key, zh, en in (
        ("activities", "活动", "activities"),
        ("phases", "阶段", "phases"),
        ("requirements", "工作要求", "requirements"),
        ("contacts", "联系人", "contacts"),
        ("organisations", "新单位", "new bodies"),
    ):
        node = entries.get(key)
        yield zh, en, len(node.items) if isinstance(node, tree.Items) else 0


def lines(report: Report) -> Iterator[str]:
    """The report as text, a line each, without numbers of persons; both languages."""
    return map(personal_data.masked, _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "找到 / found: " + "，".join(f"{zh} {count} {en}" for zh, en, count in report.found)
    yield from report.why
    yield f"待写 / to write: {report.owed} 处空着，make check 会逐处报告 / left empty; make check lists them"
    yield f"待核对 / to check: {report.to_check} 处，见注释“请核对” / see the comments “请核对”"
    yield from _group("原文已抄在注释里、等着改写的句子 / sentences in comments, to be rewritten", report.quoted)
    yield from _group("没有放进任何一项的句子 / sentences that have no place yet", report.left)
    if report.aside:
        title = "正文以外的：页眉页脚、注释、隐藏和划去的字、图形、链接等 / outside the text: headers, notes, hidden words, drawings, links"
        yield from _group(title, report.aside)


def _group(title: str, found: tuple[Piece | Line, ...]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(found)}"
    yield from (f"  {each.place}：{each.text if isinstance(each, Line) else each.printed}" for each in found)
