"""What the reader says of a mistake, in both languages: what stands there and what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..core.problems import Mistake, did_you_mean
from ..model import choices, file_kinds
from ..model.fields import Field
from ..yamlfile import tree
from ..yamlfile.tree import Node

NOT_TEXT = (
    "这里应是一句文字，不能再分项；若文字里有冒号请加引号",
    "this must be plain text; put it in quotes if it has a colon in it",
)
NOT_A_LIST = (
    "这里应是列表；请每行一项，以“- ”开头",
    "this must be a list; write one item a line, each begun with “- ”",
)
OPEN_NOT_LAST = ("“等”只能写在名单最后", "“等” can only be the last of a list")
NO_LINE = (
    "缺少“phone”（电话）；请补上，没有电话的写 email 或 fax",
    "“phone” is missing; add it, or email or fax where there is no telephone",
)
ALL_NOT_ALONE = ("“all”表示所有活动单位，只能单独写", "“all” means every body and must stand alone")
CHANGED_AND_MISPRINTED = (
    "有了 was，text 就是现在的时间，不是通知的原文；请把 means 的内容写进 text，删去 means",
    "beside was, text is the time now and not what the notice prints; write what means says as text, and delete means",
)


def missing(key: str, title: str) -> tuple[str, str]:
    return f"缺少“{key}”（{title}）；请补上", f"“{key}” is missing; add it"


def no_record(node: Node) -> tuple[str, str]:
    if isinstance(node, tree.Sequence):
        return "这里不能写成列表；请只写一项", "this cannot be a list; write one value"
    return "这里应分项填写（键: 值）", "this must be written as keys with values"


def empty(field: Field | None, is_list: bool) -> tuple[str, str]:
    if field is not None and field.name == "colour":
        return (
            '颜色是空的；没有引号的 # 是注释，请写成带引号的 "#a1242c" 这样',
            'there is no colour; a # without quotes begins a comment, so write it in quotes, such as "#a1242c"',
        )
    if field is not None and field.about.required:
        return "这里是空的；请填写内容（必填）", "nothing is written here; fill it in (required)"
    if is_list:
        return "列表是空的；请填写，或删去这一项", "the list is empty; fill it in, or delete the key"
    return "这里是空的；请填写内容，或删去这一行", "nothing is written here; fill it in or delete the line"


def wide_commas(meant: list[str]) -> tuple[str, str]:
    shown = f"[{', '.join(meant).strip('【】')[:300]}]"
    return (
        f"这里有几项；请写在方括号里，用英文逗号隔开：{shown}，或者每行写一项",
        f"these are several items; put them in square brackets with ASCII commas: {shown}, or write one item a line",
    )


def unknown_body(name: str, known: Iterable[str]) -> tuple[str, str]:
    if name.startswith(("各", "有关", "相关")):
        return (
            f"“{name[:60]}”是一类单位，名册里没有；活动由一类单位负责的，请不写在这里，照原文写在 credit 里",
            f"“{name[:60]}” is a kind of body and in no register; where such bodies run an activity, write them as printed in credit",
        )
    zh, en = did_you_mean(name, known)
    zh_end = f"{zh}如果是另一个单位，请登记到单位名册" if zh else "；请改正，或登记到单位名册"
    en_end = (
        f"{en} If it is another body, add it to the register"
        if en
        else "; correct it, or add it to the register"
    )
    return f"没有叫“{name[:60]}”的单位{zh_end}", f"no body is called “{name[:60]}”{en_end}"


def no_such_file(name: str, known: Collection[str]) -> tuple[str, str]:
    if name in known:
        return f"“{name[:80]}”是空的（0 字节）；请换成完整的文件", f"“{name[:80]}” is empty (0 bytes); put the whole file in its place"
    zh, en = did_you_mean(name, known)
    return (
        f"docs/{file_kinds.FOLDER} 里没有“{name[:80]}”{zh or '；请把文件放进去'}",
        f"there is no “{name[:80]}” in docs/{file_kinds.FOLDER}{en or '; put the file there'}",
    )


def unknown_place(name: str, known: Iterable[str]) -> tuple[str, str]:
    zh, en = did_you_mean(name, known)
    return (
        f"没有登记叫“{name[:60]}”的地点{zh or '；请登记到 data/places，或者在这里写明 area（市县）'}",
        f"no place is registered as “{name[:60]}”{en or '; register it in data/places, or write its area here'}",
    )


def unknown_venue(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The nearest may be the house in which it is a room (图书馆报告厅)."""
    zh, en = unknown_place(name, known)
    if "did you mean" not in en:
        return zh, en
    return (
        f"{zh}是另一处或者里面的一间，请写明 area（市县），或登记到 data/places",
        f"{en} If it is another place or a room in it, write its area here, or register it in data/places",
    )


def no_places(region: str) -> tuple[str, str]:
    file = f"data/places/{region}.yml"
    return (
        f"写了市县，但还没有 {file}；请先在那里登记市县",
        f"an area is written and there is no {file}; register the areas there first",
    )


class NotOffered(Mistake):
    """A word that is none of those to choose from; in which words it is told costs a search."""

    def __init__(self, value: str, offered: tuple[str, ...]) -> None:
        super().__init__("not-offered", "", "")
        self.value, self.offered = value, offered

    def message(self) -> tuple[str, str]:
        value = self.value[:40]
        code = choices.meant(value, self.offered)
        zh, en = (f"，是否为 {choices.named(code)}？", f"; did you mean “{code}”?") if code else ("；", ";")
        if not code or value != choices.NAMES[code][0]:
            zh += f"可选：{'、'.join(map(choices.named, self.offered))}"
            en += f" choose from {', '.join(self.offered)}"
        return f"“{value}”不在可选范围内{zh}", f"“{value}” is not one of the choices{en}"
