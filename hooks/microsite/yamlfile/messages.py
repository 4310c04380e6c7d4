"""Every way a data file can be mistyped, and what to say about each.

One entry for each kind of mistake: its name for the manual, and the message with its fix, both in
Chinese and English. The words are the office's (key, value, list, indentation), not the parser's.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..core.problems import MOST, Mark, Problem, printable


class Words(NamedTuple):
    """What is said of a kind of mistake, in Chinese and English; ``{names}`` are filled in."""

    zh: str
    en: str


_FORMAT: dict[str, Words] = {
    "yaml-too-big": Words(
        "文件太大，最多 {limit} 字节；请拆成几个文件",
        "the file is too large, the limit is {limit} bytes; split it into several files"),
    "yaml-utf16": Words(
        "这个文件是用 UTF-16 或 UTF-32（记事本里叫“Unicode”）保存的；请另存为 UTF-8",
        "this file is saved as UTF-16 or UTF-32 (“Unicode” in Notepad); save it as UTF-8"),
    "yaml-gbk": Words(
        "这个文件是用 GBK（GB18030，记事本里叫“ANSI”）保存的；请另存为 UTF-8",
        "this file is saved as GBK (GB18030, “ANSI” in Notepad); save it as UTF-8"),
    "yaml-cut-off": Words(
        "文件在一个字的中间断了，没有复制完；请重新复制整个文件",
        "the file ends in the middle of a character; copy the whole file again"),
    "yaml-not-utf8": Words(
        "这里的字节 {bytes} 不是 UTF-8，文件已损坏或混有别的编码；请从完好的版本恢复，再存为 UTF-8",
        "the byte {bytes} here is not UTF-8, the file is damaged or mixes encodings; "
        "restore it from a sound copy and save it as UTF-8"),
    "yaml-empty-file": Words(
        "文件里没有内容；请填写内容，或删去这个文件",
        "nothing is written in this file; fill it in or delete it"),
    "yaml-control-character": Words(
        "{where_zh}有控制字符 {point}；请删去",
        "there is a control character {point} {where_en}; delete it"),
    "yaml-invisible-character": Words(
        "{where_zh}有看不见的字符 {point}；请删去",
        "there is an invisible character {point} {where_en}; delete it"),
    "yaml-bidi-character": Words(
        "{where_zh}有改变文字方向的字符 {point}，显示的次序会与写的不同；请删去",
        "there is a character {point} {where_en} that turns text around; delete it"),
    "yaml-noncharacter": Words(
        "{where_zh}的 {point} 不是任何文字；请删去",
        "{point} {where_en} is not a character; delete it"),
    "yaml-lost-character": Words(
        "{where_zh}有转换编码时丢失的字“{char}”；请对照原文重新输入",
        "a character was lost {where_en} when the encoding was changed (“{char}”); type it again"),
    "yaml-wrong-script": Words(
        "“{char}”（{point}）不是中文文件里的字，多半是编码出了错；请对照原文重新输入，再存为 UTF-8",
        "“{char}” ({point}) does not belong in a Chinese file, most likely the encoding went wrong; "
        "type it again and save as UTF-8"),
    "yaml-tab": Words(
        "这里用了制表符（Tab）；请改用空格",
        "there is a tab here; use spaces"),
    "yaml-wide-space": Words(
        "这里用了全角空格或特殊空格（{point}）；请改用普通空格，如果它是内容，请加引号",
        "there is a wide or special space here ({point}); use ordinary spaces, or quotes if it is content"),
}  # fmt: skip

_FORM: dict[str, Words] = {
    "yaml-duplicate-key": Words(
        "“{key}”写了两次，在第 {first} 行和第 {second} 行；请删去一个，如果这里是新的一项，请在它的第一行前面写“- ”",
        "“{key}” is written twice, on lines {first} and {second}; delete one, or begin the first line with “- ” if this is a new item"),
    "yaml-anchor": Words(
        "不能用锚点“{sign}”；请把内容直接写出来，如果它就是内容，请加引号",
        "the anchor “{sign}” cannot be used; write the content itself, or quote it if it is content"),
    "yaml-alias": Words(
        "不能用引用“{sign}”；请把内容直接写出来，如果它就是内容，请加引号",
        "the reference “{sign}” cannot be used; write the content itself, or quote it if it is content"),
    "yaml-tag": Words(
        "不能用类型标记“{sign}”；请删去，如果它就是内容，请加引号",
        "the type tag “{sign}” cannot be used; delete it, or quote it if it is content"),
    "yaml-merge-key": Words(
        "不能用合并键“<<”；请把各项直接写出来",
        "the merge key “<<” cannot be used; write each line itself"),
    "yaml-documents": Words(
        "一个文件只能有一份内容，这里开始了第二份；请删去“---”或“...”，或分成两个文件",
        "a file holds one document, a second one begins here; delete the “---” or “...”, or make two files"),
    "yaml-directive": Words(
        "不能用以“%”开头的指令“{sign}”；请删去这一行",
        "the directive “{sign}” cannot be used; delete this line"),
    "yaml-complex-key": Words(
        "键只能是一个词，写在冒号前面；请改成“键: 值”，如果整行是内容，请加引号",
        "a key is a word before a colon; write “key: value”, or quote the line if it is content"),
    "yaml-empty-key": Words(
        "冒号前面没有键；请补上，如果冒号是内容，请加引号",
        "there is no key before the colon; add it, or use quotes if the colon is content"),
    "yaml-fullwidth-colon": Words(
        "“{text}”用了全角冒号“：”；键后面请用英文冒号加一个空格“: ”，如果整行是内容，请加引号",
        "“{text}” has a full-width colon; put “: ” after a key, or quote the line if it is content"),
    "yaml-colon-space": Words(
        "“{text}”的冒号后面没有普通空格；请写成“: ”，如果整行是内容，请加引号",
        "“{text}” has no ordinary space after the colon; write “: ”, or quote the line if it is content"),
    "yaml-dash-space": Words(
        "“{text}”的短横线不对，或者后面没有普通空格；请写成“- ”，如果整行是内容，请加引号",
        "“{text}” has another sign than the dash, or no ordinary space after it; write “- ”, or quote the line if it is content"),
    "yaml-comment": Words(
        "“{kept}”后面从“#”起会被当成注释而丢掉；"
        "如果“#”是内容，请把整个内容加引号，如果是注释，请在“#”前空两格",
        "what follows “{kept}” from the “#” on would be dropped as a comment; "
        "quote the whole if it is content, put two spaces before the “#” if it is a comment"),
    "yaml-comment-sign": Words(
        "“{text}”像是注释；注释请以半角的“#”开头，再空一格，是内容的，请把整个内容加引号",
        "“{text}” looks like a comment; begin a comment with “#” and a space, and quote the whole if it is content"),
    "yaml-comment-inside": Words(
        "以“#”开头的这一行是注释，上面的内容到它为止，下面的“{text}”就接不上了；请把注释移到这一项的上面",
        "this line is a comment and ends the text above it, so “{text}” below belongs nowhere; move the comment above the whole entry"),
    "yaml-braces": Words(
        "花括号里的“{key}”后面没有“: ”；如果花括号是内容，请把整个内容加引号",
        "“{key}” in braces has no “: ” after it; if the braces are content, quote the whole"),
    "yaml-flow-pair": Words(
        "方括号里的“{text}”含有冒号；请给它加引号",
        "“{text}” in square brackets contains a colon; quote it"),
    "yaml-plain-text": Words(
        "文件被读成了一段文字“{text}”；请写成“键: 值”的形式",
        "the file reads as one piece of text, “{text}”; write it as “key: value” lines"),
    "yaml-too-deep": Words(
        "这里超过了 {limit} 层；请减少缩进或括号的层次",
        "this is more than {limit} levels deep; use fewer levels of indentation or brackets"),
    "yaml-too-many": Words(
        "文件里超过了 {limit} 项；请拆成几个文件",
        "the file has more than {limit} entries; split it into several files"),
    "yaml-too-long": Words(
        "这项内容有 {size} 字，最多 {limit} 字；请检查引号是否忘了关，或把内容拆开",
        "this has {size} characters, the limit is {limit}; check for a missing closing quote, or split it"),
}  # fmt: skip

_SYNTAX: dict[str, Words] = {
    "yaml-two-colons": Words(
        "“{text}”里有“: ”，会被当成另一个键；请加引号，写成 {quoted}",
        "“{text}” contains “: ”, which would begin another key; quote it: {quoted}"),
    "yaml-leading-sign": Words(
        "内容不能以“{sign}”开头；请加引号，写成 {quoted}",
        "content cannot begin with “{sign}”; quote it: {quoted}"),
    "yaml-open-quote": Words(
        "从这里开始的引号 {sign} 一直没有关；请在内容末尾补上",
        "the quote {sign} that opens here is never closed; close it at the end of the content"),
    "yaml-after-quote": Words(
        "引号已经关了，后面还有“{text}”；请把整个内容放进一对引号，里面的引号用“ ”",
        "the quote is closed and “{text}” follows; put the whole in one pair of quotes, use “ ” inside"),
    "yaml-brackets": Words(
        "从“{sign}”开始的括号没有写完整；请用英文逗号隔开各项并关上括号，如果括号是内容，请加引号",
        "the brackets from “{sign}” on are incomplete; put commas between the entries and close them, "
        "or use quotes if the bracket is content"),
    "yaml-after-brackets": Words(
        "括号已经关了，后面还有“{text}”；如果括号是内容，请把整个内容加引号",
        "the bracket is closed and “{text}” follows; if the bracket is content, quote the whole"),
    "yaml-bad-escape": Words(
        "双引号里不能写“{sign}”；请改用单引号，或把反斜线写两次",
        "“{sign}” cannot stand in double quotes; use single quotes, or write the backslash twice"),
    "yaml-indentation": Words(
        "这一行前面有 {count} 个空格，与上面的行对不齐；同一级的行请缩进一样多，下一级多缩进两格",
        "this line is indented by {count} and does not line up with those above; "
        "indent lines of one level alike, and two more for the next"),
    "yaml-mixed": Words(
        "同一级里既有“- ”开头的列表，又有“键: 值”；请统一，属于上一个键的列表请缩进两格",
        "entries that begin with “- ” and “key: value” lines share a level; use one kind, "
        "and indent by two what belongs to the key above"),
    "yaml-no-colon": Words(
        "“{text}”没有冒号；请写成“键: 值”，如果是上一行的内容，请多缩进两格",
        "“{text}” has no colon; write “key: value”, or indent it by two if it continues the line above"),
    "yaml-block-text": Words(
        "“{sign}”后面要换行，内容从下一行起并缩进两格；如果“{sign}”是内容，请加引号",
        "after “{sign}” the content begins on the next line, indented by two; "
        "if “{sign}” is content, quote the whole"),
    "yaml-syntax": Words(
        "从这里起读不懂了“{text}”；请检查这一行和上一行的引号、括号、冒号和缩进，拿不准时给内容加引号",
        "this cannot be read from “{text}” on; check the quotes, brackets, colons and indentation here "
        "and on the line above; when in doubt, quote the content"),
}  # fmt: skip

CODES: dict[str, Words] = {**_FORMAT, **_FORM, **_SYNTAX}
"""Every code of a problem in a data file's form, with what is said of it."""


def shown(text: str, most: int = 40) -> str:
    """What was written, fit for a message: one line, not long, nothing invisible.

    >>> shown("主题\\u200b： 数字")
    '主题<U+200B>： 数字'
    """
    start = " ".join(text[: most * 4].split())
    cut = start[:most] + ("…" if len(start) > most or len(text) > most * 4 else "")
    return printable(cut)


def say(code: str, mark: Mark, path: str = "", **values: object) -> Problem:
    """A problem of a known kind with its message filled in."""
    words = CODES[code]
    return Problem(mark, path, code, words.zh.format(**values), words.en.format(**values))


class Findings:
    """The problems of one file as they are found, at most ``MOST`` of each kind."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, line: int, column: int, path: str = "", **values: object) -> None:
        """Tell a problem; line and column count from 0, as the parser counts them."""
        self.keep(say(code, Mark(self.file, line + 1, column + 1), path, **values))

    def keep(self, problem: Problem) -> None:
        self._counts[problem.code] += 1
        if self._counts[problem.code] <= MOST:
            self.problems.append(problem)

    def full(self, code: str) -> bool:
        """No more of this kind will be told."""
        return self._counts[code] >= MOST
