"""The lines of a notice with their places, whatever file they came in; those of a plain text are read here."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...core.problems import RefusalError
from ...core.typography import clean, folded
from .pieces import Line, Place

MAX_SIGNS = 400_000
MAX_COLUMNS = 200
"""Of a table; what says that it goes over more is not followed."""
MAX_LEVELS = 20
"""Of a list; Word has nine, OpenDocument ten."""

_PAGE_NUMBER = re.compile(r"[-—·\s]*(?:第\s*)?[0-9]{1,3}\s*(?:页)?(?:\s*[/,，]?\s*共?\s*[0-9]{1,3}\s*页?)?[-—·\s]*")
_LOOKED_AT = "(?:浏览|点击|阅读|访问)(?:次数|量|数|人次)?"
_PUBLISHED = "(?:发布|发表|更新)(?:日期|时间)?"
_SAID_BY_A_WEBSITE = (
    rf"(?:{_LOOKED_AT}|{_PUBLISHED}|发布(?:者|人|单位|机构)|(?:信息|文章|稿件|新闻)?来源|作者|(?:责任|责)?编辑|审核|字[号体](?:大小)?|时间|日期)"
)
_OF_A_WEBSITE = re.compile(
    rf"(?=.*(?:{_LOOKED_AT}[: ]*[0-9]|{_PUBLISHED}:? *20[0-9]{{2}}[-/.年]|^来源:.*(?:时间|日期): *20[0-9]{{2}}-))"
    rf"(?:[\[【(]?{_SAID_BY_A_WEBSITE}[: ] *(?:[^:,。;]|,(?=[0-9])){{0,24}}(?::[0-9]{{2}})*[ |\])】]*)+"
    rf"|.*(?:浏览|点击|阅读)(?:次数|量|数)?:? *[0-9]+ *次?|(?:本文)?已?有? *[0-9]+ *(?:人次?|次)(?:访问|浏览|阅读|点击)"
    r"|(?:[【\[]?(?:打印|关闭|收藏|返回|复制)(?:[此本该]?(?:页面?|文)|窗口|顶部|首页|列表|链接)?[】\]]? *)+"
    r"|分享[到至].{0,20}|字[号体]:.{0,16}|[上下]一[篇条页] *:.*|扫一扫.{0,12}(?:打开|阅读|分享|关注).{0,12}|(?i:top)"
)
"""发布时间：2021-03-05　来源：市图书馆　浏览次数：305, 已有305人访问, 【打印此页】【关闭窗口】, 上一篇：…."""
_RULE = re.compile(r"\s*(?:[-*_=—]\s*){3,}")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]*)\]\((https?://[^\s()]+)\)")
_BULLET = re.compile(r"^\s*[*+-]\s+")


def too_long() -> RefusalError:
    return RefusalError(
        f"文件超过 {MAX_SIGNS // 10_000} 万字，不像一份通知；请只给出通知本身",
        f"the file has more than {MAX_SIGNS} characters; give only the notice",
    )


def within(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines as they come; raises RefusalError as soon as they are too many for a notice, not when all are there."""
    signs = 0
    for line in lines:
        signs += len(line.text)
        if signs > MAX_SIGNS:
            raise too_long()
        yield line


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a notice in their order, and ``aside`` what stands around the text."""

    lines: tuple[Line, ...]
    aside: tuple[Line, ...] = ()


_SET_IN = re.compile(r"\u3000\u3000|\t| {4}")


def text_document(text: str, markdown: bool = False) -> Document:
    """Lines of a plain text; the marks of Markdown are taken off, whichever the file's name. Raises RefusalError."""
    if len(text) > 5 * MAX_SIGNS or len("".join(text.split())) > MAX_SIGNS:
        raise too_long()
    lines: list[Line] = []
    aside: list[Line] = []
    rows = re.split(r"\r\n|[\n\r\f\v\u2028\u2029\x85]", text)
    tables = tabs = 0
    for number, raw in enumerate(rows, 1):
        plain = clean(without_marks(raw, markdown))
        if not plain.strip():
            continue  # a blank line tells nothing: pages break in the middle of sentences
        row = plain.strip().count("\t") > 1 or (lines and lines[-1].cells and 1 < raw.count("\t") == tabs)  # most cells may be empty
        cells = tuple(cell.strip() for cell in plain.strip(" \u3000").split("\t")) if row else _cells(plain)
        tabs = raw.count("\t")
        if cells and not any(cells):
            continue
        begins = True if cells or _SET_IN.match(plain) else None
        tables += bool(cells) and not (lines and lines[-1].cells)
        line = Line("\t".join(cells) if cells else plain.strip(), Place(number, table=tables if cells else 0), begins, cells)
        alone = (
            not plain.strip().isdigit()
            or not "".join(rows[max(number - 2, 0) : number - 1] + rows[number : number + 1]).strip()
        )
        (aside if is_furniture(plain) and alone else lines).append(line)
    return Document(tuple(lines), tuple(aside))


def _cells(row: str) -> tuple[str, ...]:
    """The cells of a row of a table in Markdown; empty ones for the rule below its head."""
    if not re.fullmatch(r"\s*\|.*\|\s*", row):
        return ()
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    return tuple("" if re.fullmatch(r":?-{2,}:?", cell) else cell for cell in cells)


def without_marks(line: str, markdown: bool = False) -> str:
    """A line without headings' #, bold and links; an address stays beside its words."""
    if _RULE.fullmatch(line):
        return ""
    plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _HEADING.sub("", line)))
    plain = _LINK.sub(lambda found: found[1] if found[1] in found[2] else f"{found[1]}（{found[2]}）", plain)
    if markdown:
        plain = re.sub(r"\\([\\`*_{}\[\]()#+.!-])", r"\1", _BULLET.sub("", plain))
        plain = re.sub(r"^\s*>\s?", "", plain)
    return plain


BREAK = "\v"
"""What stands for a line break within a paragraph."""


def clean_lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, and whether each stands behind a line break within its paragraph."""
    for paragraph in text.split("\n"):
        for number, line in enumerate(paragraph.split(BREAK)):
            yield clean(without_marks(line)), number > 0


def beside(found: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """What stands beside the text, each counted among its kind: what it is (处脚注) and its words."""
    numbers: defaultdict[str, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
    plain = ((unit, clean(re.sub(r"[ \t\r\n\v]+", " ", words)).strip()) for unit, words in found)
    return tuple(Line(words, Place(next(numbers[unit]), unit=unit)) for unit, words in plain if words)


def linked(words: str, address: str) -> tuple[str, str]:
    """The address under words that do not show it (点此报名), to be told beside the text."""
    shown = not re.match("(?i)https?://|mailto:", address) or re.sub("(?i)^(?:https?://|mailto:)|/$", "", address) in words
    return "处链接", "" if shown else f"{words}（{address}）"


EMBEDDED = "处嵌入", "文件里还嵌着另一份文件，没有读；请打开后另存再导入"

@dataclass(slots=True)
class Counter:
    """Makes the lines of a file out of its paragraphs and tables, which it counts."""

    paragraphs: int = 0
    tables: int = 0

    def paragraph(self, text: str, set_in: bool) -> Iterator[Line]:
        """The lines of a paragraph; one that is ``set_in``, by its format or by spaces, begins where it does for sure."""
        for line, broken in clean_lines(text):
            self.paragraphs += 1
            if line.strip():
                begins = True if not broken and (set_in or _SET_IN.match(line)) else None
                yield Line(line.strip(), Place(self.paragraphs, unit="段"), begins, broken=broken)

    def table(self, rows: Iterable[tuple[str, ...]]) -> Iterator[Line]:
        self.tables += 1
        for number, cells in enumerate(rows, 1):
            if any(cells):
                yield Line("\t".join(cells), Place(number, table=self.tables), True, cells)


def grid(rows: Iterable[list[tuple[str, int, int]]]) -> Iterator[tuple[str, ...]]:
    """Rows of (text, columns, rows): what is merged downwards is repeated, what is merged sideways leaves empty cells.

    >>> list(grid([[("甲", 1, 2), ("乙", 2, 1)], [("丙", 1, 1), ("丁", 1, 1)]]))
    [('甲', '乙', ''), ('甲', '丙', '丁')]
    """
    hanging: dict[int, tuple[str, int, int]] = {}
    for row in rows:
        cells: list[str] = []
        given = deque(row)
        while given or len(cells) in hanging:
            text, wide, high = hanging.pop(len(cells)) if len(cells) in hanging else given.popleft()
            if high > 1:
                hanging[len(cells)] = (text, 1, high - 1)
            cells += [text, *[""] * (min(wide, MAX_COLUMNS - len(cells)) - 1)]
        yield tuple(cells)


def is_furniture(line: str) -> bool:
    """Whether a line is only the number of its page, or when a website published it and how often it was looked at."""
    plain = folded(line).strip()
    return bool(_OF_A_WEBSITE.fullmatch(plain)) or (
        bool(_PAGE_NUMBER.fullmatch(plain))
        and len(re.sub(r"\D", "", plain)) <= 6
        and bool(re.search(r"\d", plain))
    )
