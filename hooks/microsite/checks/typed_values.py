"""Values as they are typed that an editor should look at: those that say nothing, and those that nobody has confirmed yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from ..core.language import some
from ..core.problems import Mark, Note
from ..core.typography import clean
from ..model.activity import Activity, Session
from ..model.campaign import Campaign
from ..model.fields import by_key
from ..yamlfile.tree import Node, path, scalars

_NOTHING = re.compile(r"(?i)无|没有|暂无|不详|略|n/a|none|null|nil|nan|[-/—]+")
_UNFINISHED = re.compile(
    r"[?？]{2,}|(?:[×XxＸ]{2,}|[〇○]{2,})(?=[省市县区乡镇村路街巷号楼室层元人月日年时点公单学局])|待[核补填]实?(?=$|[，。；、）)])|(?i:\b(?:todo|tbd)\b)"
)
"""What was left to be filled in: XX路XX号, 待核, ？？？."""
_COMMENT = re.compile("^ *#.*", re.MULTILINE)
"""A line that looks like a comment, of which another note tells."""
_NO_MONEY = re.compile(r"(?i)[¥$]?0+(?:\.0+)? ?(?:元|块|yuan|rmb|cny)?|no|false|否")
"""How a cost of nothing is typed, where 免费 is meant."""
_NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十])|[①-⑳]|[0-9]{1,2}(?:[、．]|\.(?![0-9])|[)）]))\s*"
)
_SEVERAL_PLACES = re.compile("[^、，（(各等0-9楼号层路线上下一二三]{2,}(?:[、，][^、，（(各等0-9楼号层路线上下一二三]{2,})+")
_OUTSIDE_BRACKETS = r"[^，；、;（(]+(?:[（(][^（）()]*[）)][^，；、;（(]*)?"
_SEVERAL = {
    "places": _SEVERAL_PLACES, "venues": _SEVERAL_PLACES,
    "awards": re.compile(rf"(?:{_OUTSIDE_BRACKETS}[，；、;])+{_OUTSIDE_BRACKETS}"),
}  # fmt: skip
"""Lists of names, by what several of them in one look like."""
_RADICAL = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5]")
"""Signs of dictionaries that some programs put in place of the characters that they look like."""
_KEY_LINE = re.compile(r"^[ \t]*([a-z_]+): +\S.*", re.MULTILINE)


@cache
def _keys() -> frozenset[str]:
    return frozenset({*by_key(Campaign), *by_key(Activity), *by_key(Session)})


def notes(node: Node) -> Iterator[Note]:
    """Everything that is odd about the values of a file or a row."""
    yield from (*says_nothing(node), *radicals(node))


def radicals(node: Node) -> Iterator[Note]:
    """Values with the sign of a radical (⺠) for a character (民), which no search finds and no voice reads."""
    for where, value in scalars(node):
        signs = "".join(sign for sign in dict.fromkeys(_RADICAL.findall(value.text)) if clean(sign) != sign)
        if signs:
            zh = f"里的“{signs}”是部首的符号，不是“{clean(signs)}”字，查找和朗读会漏掉；请改成“{clean(signs)}”"
            en = f"has signs of radicals, “{signs}”, which searches and screen readers miss; write “{clean(signs)}”"
            yield value.remark(where, "radical-sign", zh, en)


def says_nothing(node: Node) -> Iterator[Note]:
    """Values that were typed because a key stood there: 无 as the number of a document would be published and cited."""
    for where, value in scalars(node):
        if where[-1:] == ("cost",) and _NO_MONEY.fullmatch(unicodedata.normalize("NFKC", value.text).strip()):
            zh = "会照样公布；不收费的请写“免费”，读者才找得到"
            en = "will be published as it is; write “免费” (“free” in an English plan), so that readers find it"
            yield value.remark(where, "says-nothing", zh, en)
        elif where[-1:] == ("cost",) and re.fullmatch(r"[0-9.,]+", value.text.strip()):
            zh = f"没有单位，会照样公布；请写成 {value.text}元 这样"
            yield value.remark(where, "says-nothing", zh, f"has no currency and will be published as is; write it like {value.text} yuan")
        elif ": " in value.text and (found := next((line for line in _KEY_LINE.finditer(value.text) if line[1] in _keys()), None)):
            shown = found[0].strip()[:40]
            yield Note(
                value.mark,
                "key-in-text",
                f"{path(where)}：文字里有一行“{shown}”，会照样公布；如果是另一项，请与 {where[-1]} 对齐",
                f"{path(where)}: a line of the text is “{shown}” and will be published as text; if it is another key, "
                f"indent it like {where[-1]}",
            )
        elif where[-1:] == ("title",) and (found := _NUMBERED.match(value.text)):
            yield Note(
                value.mark,
                "numbered-title",
                f"{path(where)}：标题前的“{found[0].strip()}”会照样公布；序号请写进 number，出处写进 source",
                f"{path(where)}: “{found[0].strip()}” before the title will be published with it; put it in number or source",
            )
        elif any(key in where and several.fullmatch(value.text) for key, several in _SEVERAL.items()):
            parts = ", ".join(re.split("[、，；;](?![^（(]*[）)])", value.text))
            zh = f"像是几项，网站会当作一项；是几项的请写成 [{parts}]"
            yield value.remark(where, "several-in-one", zh, f"looks like several but is read as one; if so, write [{parts}]")
        elif where[-1:] not in (("url",), ("area",)) and (found := _UNFINISHED.search(_COMMENT.sub("", value.text))):
            zh = f"“{found[0]}”像是还没有填好的，会照样公布；请填好，或者删去"
            en = f"“{found[0]}” looks unfinished and will be published as it is; fill it in, or delete it"
            yield Note(value.mark, "says-nothing", f"{path(where)}：{zh}", f"{path(where)}: {en}")
        elif where[-1:] not in (("id",), ("area",)) and _NOTHING.fullmatch(value.text.strip()):
            zh = "会照样公布；通知没有的就不写：方案里删去整行，表格里清空这一格"
            en = "will be published as it is; if the notice does not give it, delete the line, or empty the cell"
            yield value.remark(where, "says-nothing", zh, en)


_ASKED = "请核对"


def unconfirmed_lines(content: bytes) -> tuple[int, ...]:
    """Lines with a comment that asks somebody to look at a value (请核对), counted from 1."""
    if _ASKED.encode() not in content:
        return ()
    every = content.decode("utf-8", "replace").splitlines()
    comments = [(number, line.partition("#")[2]) for number, line in enumerate(every, 1)]
    # The head of an imported file explains the word; what is to be confirmed has a colon, or begins with it.
    return tuple(number for number, said in comments if f"{_ASKED}：" in said or said.lstrip().startswith(_ASKED))


def unconfirmed(file: str, found: Sequence[int]) -> Note:
    """What is said of such lines in a file that is public."""
    number = len(found)
    places = some(number, "place")
    return Note(
        Mark(file, found[0]),
        "unconfirmed",
        f"还有 {number} 处“请核对”没有看过；看过后删去这几个字",
        f"{places} marked 请核对 not yet confirmed; delete each comment once you have checked it",
    )
