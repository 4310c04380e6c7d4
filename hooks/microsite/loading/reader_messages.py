"""The messages of the reader, in both languages: what is there and what to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ..core.problems import Mistake, did_you_mean
from ..model import choices, file_kinds
from ..model.fields import Field, by_key
from ..yamlfile import tree
from ..yamlfile.tree import Node

OPEN_NOT_LAST = ("“等”只能写在名单最后", "“等” can only be the last of a list")
NO_LINE = (
    "缺少“phone”（电话）；请补上，没有电话的写 email 或 fax",
    "“phone” is missing; add it, or email or fax where there is no telephone",
)
PHONE_BESIDE_PHONES = (
    "有了 phones，这里就不写 phone；请删去 phone，phones 里没有的号码写进 phones",
    "phone cannot stand beside phones; delete phone, and add its number to phones if it is missing there",
)
ALL_NOT_ALONE = ("“all”表示所有活动单位，只能单独写", "“all” means every body and must stand alone")
CHANGED_AND_MISPRINTED = (
    "有了 was，text 就是现在的时间，不是通知的原文；请把 means 的内容写进 text，删去 means",
    "beside was, text is the present time, not the printed one; write the words of means as text, and delete means",
)


def missing(key: str, title: str) -> tuple[str, str]:
    return f"缺少“{key}”（{title}）；请补上", f"“{key}” is missing; add it"


def not_text(node: Node) -> tuple[str, str]:
    """A list or keys where one value belongs."""
    items = [each.text for each in node.items if isinstance(each, tree.Scalar)] if isinstance(node, tree.Sequence) else []
    if len(items) == 1:
        return f"这里不写方括号和短横线；请只写 {items[0][:60]}", f"this is not a list; write only {items[0][:60]}, without brackets"
    if isinstance(node, tree.Sequence):
        return (
            "这里只能写一个，不能写成列表；请留一个，是文字的可以写成一句",
            "only one value is allowed here, not a list; keep one, or join words into one sentence",
        )
    return (
        "这里应是一句文字，不能再分项；若文字里有冒号请加引号",
        "this must be plain text; put it in quotes if it has a colon in it",
    )


NO_DASHES = (
    "这里有好几行，却没有“- ”，会连成一项；一行是一项的，请在每行前面加“- ”（行首原有的“－”“·”、序号去掉），只有一项的，请写在一行里",
    "these lines have no “- ” and would run together into one item; begin each with “- ” instead of any other sign, or write one line",
)


def not_a_list(node: Node, items: type | None, offered: tuple[str, ...] = ()) -> tuple[str, str]:
    """One value or keys where a list belongs; ``items`` are the records of the list, ``offered`` what its items may be."""
    if isinstance(node, tree.Mapping) and items is not None and not {key.text for key, _ in node.entries} & by_key(items).keys():
        first = next((key for key in ("body", "name", "place", "title", "what") if key in by_key(items)), next(iter(by_key(items))))
        shown = f"- {first}: {node.entries[0][0].text[:40]}" if node.entries else f"- {first}: …"
        return (
            f"这里应是列表，不以名称作键；请每项写成 {shown}，其余各行写在它下面，与 {first} 对齐",
            f"this must be a list, without names as keys; begin each item with {shown}, and write its other lines below {first}",
        )
    if isinstance(node, tree.Mapping) and items is not None:
        return (
            "这里应是列表；请在每一项的第一行前面加“- ”，同一项的其余各行缩进两格，与它对齐",
            "this must be a list; put “- ” before the first line of each item, and indent its other lines by two to stand below it",
        )
    if items is not None:
        zh, en = _keys(items)
        return f"这里应是列表；每项以“- ”开头，分项写 {zh}", f"this must be a list; begin each item with “- ” and write its keys: {en}"
    if isinstance(node, tree.Scalar):
        shown = f"[{', '.join(as_offered(split_items(node.text, offered), offered))[:300]}]"
        return (
            f"这里应是列表；请写成 {shown}，或者每行一项，以“- ”开头",
            f"this must be a list; write {shown}, or one item a line, beginning with “- ”",
        )
    return "这里应是列表；请每行一项，以“- ”开头，不写键", "this must be a list; write one item a line, beginning with “- ”, without keys"


def no_record(node: Node, cls: type) -> tuple[str, str]:
    """A list or one value where a record belongs."""
    if isinstance(node, tree.Sequence):
        return (
            "这里不能写成列表；请只写一项，几项能写成一句的，中间用顿号",
            "this cannot be a list; write one value, or one sentence with 、 between several",
        )
    zh, en = _keys(cls)
    return f"这里应分项填写（键: 值），可写 {zh}", f"this must be written as keys with values: {en}"


_MOST_KEYS = 6


def _keys(cls: type) -> tuple[str, str]:
    """The keys of a record for a message, those first that it must have."""
    listed = sorted(by_key(cls).items(), key=lambda each: not each[1].about.required)
    more = ("等", ", …") if len(listed) > _MOST_KEYS else ("", "")
    zh = "、".join(f"{key}（{field.about.zh}{'，必填' if field.about.required else ''}）" for key, field in listed[:_MOST_KEYS])
    en = ", ".join(f"{key}{' (required)' if field.about.required else ''}" for key, field in listed[:_MOST_KEYS])
    return zh + more[0], en + more[1]


_WIDE_BRACKETS = re.compile(r"[［【](.*)[］】]")
_WIDE_COMMA = re.compile(r"】【|］［|[，、；](?![^（(]{0,100}[）)])")  # not those in brackets, which belong to a name


_BETWEEN_CODES = re.compile(r"\s*(?:[/／+＋&,和及]|\band\b)\s*|\s+")


def split_items(typed: str, offered: tuple[str, ...] = ()) -> list[str]:
    """The items of a list that full-width commas or brackets made one text of; of what is ``offered``, other signs, too."""
    inside = _WIDE_BRACKETS.fullmatch(typed)
    items = [item.strip("［］【】 ") for item in _WIDE_COMMA.split(inside[1] if inside else typed) if item.strip("［］【】 ")]
    return [each for item in items for each in _codes_in(item, offered)]


def _codes_in(item: str, offered: tuple[str, ...]) -> list[str]:
    """What several codes in one text are; any other text is itself."""
    found = _BETWEEN_CODES.split(item) if offered and not choices.surely(item, offered) else []
    return found if len(found) > 1 and all(choices.surely(each, offered) for each in found) else [item]


def in_wide_brackets(typed: str) -> bool:
    """Whether a text was meant as a list: ［省教育厅］ for [省教育厅]."""
    return _WIDE_BRACKETS.fullmatch(typed) is not None


def as_offered(items: Iterable[str], offered: tuple[str, ...]) -> list[str]:
    """Items as they have to be written: the code that each means, where codes are to choose from."""
    return [choices.surely(item, offered) or item for item in items]


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


def unknown_body(name: str, known: Iterable[str], beside: Collection[str]) -> tuple[str, str]:
    """``beside`` are the keys of the record that names it."""
    if name.startswith(("各", "有关", "相关")):
        zh = f"“{name[:60]}”是一类单位，名册里没有；请不写在这里"
        en = f"“{name[:60]}” is a kind of body and in no register; do not write it here"
        key = next((key for key in ("credit", "note") if key in beside), "")
        return (f"{zh}，照原文写在 {key} 里", f"{en}, but as printed in {key}") if key else (zh, en)
    if re.search("老师|先生|女士|同志|教授|博士|主任$", name):
        return (
            f"“{name[:60]}”像是个人；这里只写单位，个人不写",
            f"“{name[:60]}” seems to be a person; write bodies only, not persons",
        )
    zh, en = did_you_mean(name, known, "请改正，或登记到单位名册", "correct it, or add it to the register")
    if "did you mean" in en:
        zh, en = f"{zh}如果是另一个单位，请登记到单位名册", f"{en} If it is another body, add it to the register"
    return f"没有叫“{name[:60]}”的单位{zh}", f"no body is called “{name[:60]}”{en}"


def no_such_file(name: str, known: Collection[str]) -> tuple[str, str]:
    if name in known:
        return f"“{name[:80]}”是空的（0 字节）；请换成完整的文件", f"“{name[:80]}” is empty (0 bytes); put the whole file in its place"
    zh, en = did_you_mean(name, known, "请把文件放进去", "put the file there")
    return f"docs/{file_kinds.FOLDER} 里没有“{name[:80]}”{zh}", f"there is no “{name[:80]}” in docs/{file_kinds.FOLDER}{en}"


def unknown_place(name: str, known: Iterable[str]) -> tuple[str, str]:
    there, instead = "请登记到 data/places，或者在这里写明 area（市县）", "register it in data/places, or write its area here"
    zh, en = did_you_mean(name, known, there, instead)
    return f"没有登记叫“{name[:60]}”的地点{zh}", f"no place is registered as “{name[:60]}”{en}"


def unknown_area(name: str, known: Iterable[str]) -> tuple[str, str]:
    zh, en = did_you_mean(name, known, "请登记到 data/places 里的 areas", "register it under areas in data/places")
    return f"没有登记叫“{name[:60]}”的市县{zh}", f"no city or county is registered as “{name[:60]}”{en}"


def unknown_venue(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The nearest may be the house in which it is a room (图书馆报告厅)."""
    zh, en = unknown_place(name, known)
    if "did you mean" not in en:
        return zh, en
    return (
        f"{zh}是另一处或者里面的一间，请写明 area（市县），或登记到 data/places",
        f"{en} If it is another place or a room in it, write its area here, or register it in data/places",
    )


def area_for_a_place(name: str) -> tuple[str, str]:
    return (
        f"“{name[:60]}”是市县；请写成 area: {name[:60]}，通知写了在哪里的，另写 place",
        f"“{name[:60]}” is an area; write it as area: {name[:60]}; if the notice names the place, add it as place",
    )


def no_places(region: str) -> tuple[str, str]:
    file = f"data/places/{region}.yml"
    return (
        f"写了市县，但还没有 {file}；请先在那里登记市县",
        f"an area is given, but there is no {file}; register the areas there first",
    )


_BESIDE_CHOICES = {
    "yue": ("别的方言写进 joining 或 note 的文字里", "write other dialects in the text of joining or note"),
    "sign-language": ("别的服务写进 joining 或 note 的文字里", "write other services in the text of joining or note"),
    "older": ("都不合适的，写进 audience_printed", "if none fits, write it as audience_printed"),
}
"""What is done where none of the choices fits, by one of them."""


class NotOffered(Mistake):
    """A word that is none of those to choose from; in which words it is told costs a search."""

    def __init__(self, value: str, offered: tuple[str, ...]) -> None:
        super().__init__("not-offered", "", "")
        self.value, self.offered = value, offered

    def message(self) -> tuple[str, str]:
        value = self.value[:40]
        if re.fullmatch("正常|照常|照常举[办行]|未取消|(?i:active|scheduled|on|ok)", value) and "cancelled" in self.offered:
            return f"“{value}”不用写；照常举行的，不写这一项", f"“{value}” need not be written; leave this out if nothing has changed"
        code = choices.meant(value, self.offered)
        zh, en = (f"，是否为 {choices.named(code)}？", f"; did you mean “{code}”?") if code else ("；", ";")
        if not code or value != choices.NAMES[code][0]:
            zh += f"可选：{'、'.join(map(choices.named, self.offered))}"
            en += f" choose from {', '.join(self.offered)}"
            if beside := next((beside for code, beside in _BESIDE_CHOICES.items() if code in self.offered), None):
                zh, en = f"{zh}；{beside[0]}", f"{en}; {beside[1]}"
        return f"“{value}”不在可选范围内{zh}", f"“{value}” is not one of the choices{en}"
