"""Next year's plan begun from this year's: what recurs is copied, what must be new is left empty.

Takes the tree of a data file and gives the text of another. Nothing is judged: a plan with mistakes is
copied with them. What is owed stands as ``""`` with ``# 请填写``, which ``check`` tells at its place; what was
copied and may have changed has ``# 请核对``. Names of persons are left out, of the comments too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..yamlfile import writer
from ..yamlfile.tree import Mapping, Node, Scalar, Sequence, scalar

_DROPPED = frozenset(
    "draft formerly attachments links updates withdrawn corrections results status title_printed code continues "
    "tentative changed was document.published document.signatories_missing theme.printed".split()
)
"""A key, or a key below another: said of last year only."""

_OWED = frozenset(
    "period when due until document.title document.plan_title document.number document.signed printed.on theme.text "
    "counts.number parts.edition parts.tracks_printed hosting.printed_count people_until".split()
)
_NAMES = frozenset({"name", "short_name", "parent.name"})
"""They recur with another year in them."""

_TOLD = frozenset("name title summary description aims text joining note what who credit audience_printed duty".split())
_NUMBERS = frozenset("phones.number contacts.phone contacts.fax contacts.email booking.phone booking.email helpline.phone".split())
_CONDITIONS = frozenset("cost capacity capacity_note booking.needed booking.url booking.place booking.hours".split())
"""How one takes part may be another way this year."""
_FIGURES = re.compile(r"[0-9０-９]|[一二三四五六七八九十百两]+[年月日届次家个项]")
_LONGEST = 120
_DRAFT = ("# 草稿只在预览（make serve）里看得到；可以公布时删去下面这一行。", "draft: true")


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition to be made: its id and year, and those of the one it continues."""

    id: str
    year: int
    old: str
    old_year: str


def campaign(node: Mapping, edition: Edition) -> str:
    """The plan of the new edition."""
    head = (
        f"{edition.year} 年的方案，由 {edition.old} 抄来：单位、结构、编号照旧，日期、数字、文号空着。",
        "“请填写”是今年要写的，“请核对”是照抄去年的；写好、看过以后删去注释。写完运行 make check。",
        "发文机关、落款单位、分工和条目号也照抄去年，请与今年的通知逐项对照。",
    )
    return _text(head, _record(node, "", "", edition))


def contacts(node: Mapping, edition: Edition) -> str:
    """The contacts of the new edition: bodies and numbers, without the names of persons."""
    head = (
        "电话照抄去年，请逐个核实，看过以后删去注释；姓名没有抄，请照今年的通知填写 person。",
        "联系人单独成文件，方便在公开仓库之外保存。",
    )
    return _text(head, _record(node, "", "", edition))


def _text(head: Iterable[str], lines: Iterator[str]) -> str:
    return "\n".join([*(f"# {line}" for line in head), *lines]) + "\n"


# --- records and lists ------------------------------------------------------------------------


def _record(node: Mapping, under: str, indent: str, edition: Edition) -> Iterator[str]:
    for key, value in node.entries:
        where = f"{under}.{key.text}" if under else key.text
        if where == "activities.draft":
            yield from _value(f"{indent}{key.text}:", value.text if isinstance(value, Scalar) else "", indent)
            continue
        if _is(where, _DROPPED) or where in ("contacts.person", "contacts.phones.person"):
            yield from _left_out(key.text, value, indent)
            continue
        if not indent and not isinstance(value, Scalar):
            yield ""
        yield from _entry(key.text, value, where, indent, edition)
    id_ = scalar(node, "id")
    if under == "activities" and id_ is not None:
        yield f"{indent}continues: {writer.scalar(f'{edition.old}/{id_.text}')}"


def _is(where: str, names: frozenset[str]) -> bool:
    """Whether a place is meant by its key alone, or together with the key above it."""
    last = where.split(".")[-2:]
    return last[-1] in names or ".".join(last) in names


def _left_out(key: str, value: Node, indent: str) -> Iterator[str]:
    if key == "code" and isinstance(value, Scalar):
        yield _comment(f"短地址要另起（写在 code），去年是 {value.text}", indent)
    elif key == "status" and isinstance(value, Scalar):
        yield _comment(f"请核对：去年的状态是 {value.text}", indent)


def _entry(key: str, value: Node, where: str, indent: str, edition: Edition) -> Iterator[str]:
    """One key with its value, as it will stand in the new file."""
    own = {"id": edition.id, "campaign": edition.id, "year": str(edition.year)}
    if where in own:
        yield f"{indent}{key}: {own[where]}"
        if where == "id":
            yield from _DRAFT
    elif key == "when" and isinstance(value, Scalar) and value.text and not _FIGURES.search(value.text):
        yield from (
            _comment("请核对：照抄去年", indent),
            f"{indent}{key}: {writer.scalar(value.text)}",
        )  # 在提升月期间
    elif _is(where, _OWED):
        yield from (_comment(f"请填写：去年是 {_last(value)}", indent), f'{indent}{key}: ""')
    elif where in _NAMES and isinstance(value, Scalar):
        yield from _renamed(key, value, indent, edition)
    elif isinstance(value, Scalar):
        yield from _checked(key, value, where, indent)
        yield from _value(f"{indent}{key}:", value.text, indent)
    elif isinstance(value, Mapping):
        yield from (f"{indent}{key}:", *_record(value, where, indent + "  ", edition))
    else:
        yield from _list(key, value, where, indent, edition)


def _renamed(key: str, value: Scalar, indent: str, edition: Edition) -> Iterator[str]:
    new = value.text.replace(edition.old_year, str(edition.year)) if edition.old_year else value.text
    if new != value.text:
        yield _comment(f"请核对：去年是 {value.text}", indent)
    yield from _value(f"{indent}{key}:", new, indent)


def _checked(key: str, value: Scalar, where: str, indent: str) -> Iterator[str]:
    if _is(where, _NUMBERS):
        yield _comment("请核实：去年的号码", indent)
    elif _is(where, _CONDITIONS):
        yield _comment("请核对：抄自去年", indent)
    elif key in _TOLD and _FIGURES.search(value.text):
        yield _comment("请核对：抄自去年，里面有数字或日期", indent)


def _last(value: Node) -> str:
    """What stood there last year, in a few words."""
    if isinstance(value, Mapping):
        meant = scalar(value, "text")
        return meant.text if meant else "…"
    return value.text if isinstance(value, Scalar) else "…"


def _comment(text: str, indent: str) -> str:
    line = " ".join(text.split())
    return f"{indent}# {line if len(line) <= _LONGEST else line[:_LONGEST] + '…'}"


def _list(key: str, value: Sequence, where: str, indent: str, edition: Edition) -> Iterator[str]:
    if not value.items:
        yield f"{indent}{key}: []"
        return
    yield f"{indent}{key}:"
    for number, item in enumerate(value.items):
        if number and isinstance(item, Mapping) and not indent:
            yield ""
        yield from _item(item, where, indent + "  ", edition)


def _item(item: Node, where: str, indent: str, edition: Edition) -> Iterator[str]:
    if isinstance(item, Scalar):
        yield f"{indent}- {writer.scalar(item.text)}"
        return
    if isinstance(item, Sequence):  # no field of a plan is one; kept as it is, for check to tell
        yield f"{indent}- {writer.in_brackets(_last(each) for each in item.items)}"
        return
    yield from writer.item(list(_record(item, where, indent + "  ", edition)), indent)


# --- values -----------------------------------------------------------------------------------


def _value(start: str, text: str, indent: str) -> Iterator[str]:
    """A value after its key."""
    first, *below = writer.block(text, f"{indent}  ") or [writer.scalar(text)]
    yield from (f"{start} {first}", *below)
