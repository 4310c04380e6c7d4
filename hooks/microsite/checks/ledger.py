"""The ledger of published addresses: what was public once stays, or says where it went.

``data/published-urls.txt`` has a line for each address: the address, a tab, what it means; of an update
besides, after another tab, a digest of its text. A release appends a block; nothing is ever taken out. An
address that would vanish, or mean something else, stops the build (``lost_permalinks``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from ..core.problems import Mark, Problem
from ..model import file_kinds
from ..yamlfile import conflicts
from ..yamlfile.messages import shown
from . import downloads
from .permalinks import BODIES, OF_DOCS, Answer

FILE = "published-urls.txt"
NAME = f"data/{FILE}"

KINDS = {
    "home": "首页", "organisations": "单位名录", "organisation": "单位", "campaign": "方案", "activities": "找活动",
    "audience": "适合谁", "sessions": "场次", "area": "市县的场次",
    "timeline": "时间安排", "plan": "通知要点", "changes": "更新记录", "contacts": "联系电话", "press": "媒体资料",
    "print": "打印版", "embed": "嵌入", "activity": "活动", "phase": "阶段", "requirement": "工作要求",
    "contact": "联系方式", "part": "子活动", "change": "更新", "page": "手写的页面", "calendar": "日历", "feed": "订阅",
    "table": "表格", "vcard": "电子名片", "data": "数据", "file": "附件",
}  # fmt: skip
"""What an address can lead to, with its name in Chinese."""
_NO_CAMPAIGN = "全站和单位 / the site and its bodies"
_SHARED = frozenset(f"data {name}" for name in downloads.SHARED)
_SEGMENT = r"[a-z0-9][A-Za-z0-9._-]*"
_FILE = rf"({_SEGMENT}/)*{_SEGMENT}\.(ics|atom|csv|vcf|json)|{file_kinds.FOLDER}/{file_kinds.NAME}"
_ADDRESS = re.compile(rf"(\./|({_SEGMENT}/)+)(#[a-z][a-z0-9-]*)?|{_FILE}")
_DIGEST = re.compile(r"[0-9a-f]{8}")
_MEANING = re.compile(rf"(home|organisations|feed)|({'|'.join([*KINDS][2:])}) {_SEGMENT}(/{_SEGMENT})*|file {file_kinds.NAME}")


@dataclass(frozen=True, slots=True)
class Line:
    """One published address; ``mark`` is its line in the ledger.

    ``text`` is the digest of an update's text. ``release`` counts the blocks: the lower, the earlier.
    """

    address: str
    meaning: str
    mark: Mark
    text: str = ""
    release: int = 0

    @property
    def answer(self) -> Answer:
        return self.address, self.meaning

    @property
    def page(self) -> str:
        return self.address.partition("#")[0]

    @property
    def kind(self) -> str:
        return self.meaning.partition(" ")[0]

    @property
    def owner(self) -> str:
        """The campaign or body that it belongs to, by the id it had then."""
        return self.meaning.partition(" ")[2].removeprefix(f"{BODIES}/").partition("/")[0]

    @property
    def is_shared(self) -> bool:
        """It belongs to no campaign and no body: home, what stands in docs/, files about everything."""
        return self.kind in OF_DOCS or " " not in self.meaning or self.meaning in _SHARED


# --- the file ---------------------------------------------------------------------------------


def parse(data: bytes) -> tuple[tuple[Line, ...], list[Problem]]:
    """The lines of a ledger; empty lines and those that begin with ``#`` are for people."""
    if conflict := conflicts.found(data, NAME):
        return (), [conflict]
    if not data.strip(b"\xef\xbb\xbf\0 \t\r\n"):
        return (), [_empty()]
    lines: list[Line] = []
    problems: list[Problem] = []
    seen: dict[str, Line] = {}
    release, is_new = 0, False
    for number, typed in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        text, mark = typed.rstrip("\r"), Mark(NAME, number)
        if not text.strip() or text.startswith("#"):
            is_new = bool(lines)
            continue
        release, is_new = release + is_new, False
        line = _line(text, mark, release)
        if line is None:
            problems.append(_malformed(text, mark))
            continue
        first = seen.setdefault(line.address, line)
        if first.meaning != line.meaning:
            problems.append(_contradiction(line, first))
        lines.append(line)
    return tuple(lines), problems


def _line(text: str, mark: Mark, release: int) -> Line | None:
    address, _, told = text.partition("\t")
    meaning, tab, digest = told.partition("\t")
    line = Line(address, meaning, mark, digest, release)
    if address.startswith("en/") or not (_ADDRESS.fullmatch(address) and _MEANING.fullmatch(meaning)):
        return None
    return line if not tab or (line.kind == "change" and _DIGEST.fullmatch(digest)) else None


def _empty() -> Problem:
    zh = "登记文件是空的，公布过的地址都没有了；请用备份或 git 恢复，从来没有登记过的请删去这个文件"
    en = "the ledger is empty and every published address is gone; restore it from a backup or git, or delete it if nothing was registered"
    return Problem(Mark(NAME), "", "ledger-line-removed", zh, en)


def _malformed(text: str, mark: Mark) -> Problem:
    found = shown(text, 80)
    return Problem(
        mark,
        "",
        "bad-ledger-line",
        f"“{found}”不是一条登记；每行应是中文页的地址、制表符、含义。这个文件只由 make release 添加，请恢复原样",
        f"“{found}” is not an entry; each line has the address of the Chinese page, a tab and its meaning. "
        "Only make release adds to this file; restore the line",
    )


def _contradiction(line: Line, first: Line) -> Problem:
    return Problem(
        line.mark,
        "",
        "ledger-contradiction",
        f"“{line.address}”在第 {first.mark.line} 行登记为“{first.meaning}”；一个地址只有一个含义，请恢复原样",
        f"“{line.address}” is registered as “{first.meaning}” in line {first.mark.line}; an address has only one "
        "meaning, restore the file",
    )


def as_text(answers: Iterable[Answer], digests: Mapping[str, str] | None = None) -> str:
    """The lines of addresses; ``digests`` are those of updates."""
    known = digests or {}
    lines = (f"{address}\t{meaning}\t{known.get(address, '')}" for address, meaning in sorted(answers))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def counted(answers: Iterable[Answer], campaigns: Container[str]) -> str:
    """How many addresses of each kind there are, a line for each campaign; last what belongs to none.

    >>> new = [("./", "home"), ("a/", "campaign a"), ("a/q/", "activity a/q"), ("a/r/", "activity a/r")]
    >>> print(counted(new, {"a"}), end="")
    a: 活动 activity 2, 方案 campaign 1
    全站和单位 / the site and its bodies: 首页 home 1
    """
    kinds: dict[str, Counter[str]] = {}
    for address, meaning in answers:
        line = Line(address, meaning, Mark(NAME))
        owner = line.owner if line.owner in campaigns else _NO_CAMPAIGN
        kinds.setdefault(owner, Counter())[f"{KINDS[line.kind]} {line.kind}"] += 1
    ordered = sorted(kinds, key=lambda owner: (owner == _NO_CAMPAIGN, owner))
    most_first = {owner: sorted(kinds[owner].items(), key=lambda each: (-each[1], each[0])) for owner in ordered}
    return "".join(f"{owner}: {', '.join(f'{kind} {number}' for kind, number in most_first[owner])}\n" for owner in ordered)


def unpublished(lines: Iterable[Line], answered: Mapping[str, str]) -> tuple[Answer, ...]:
    """What a release adds: every address that is not in the ledger yet, sorted."""
    known = {line.address for line in lines}
    return tuple(sorted(item for item in answered.items() if item[0] not in known))


def appended(text: str, answers: Iterable[Answer], digests: Mapping[str, str] | None = None) -> str:
    """The ledger with a new block at its end; what stands there is not touched.

    >>> appended("./\\thome\\n", [("a/j1x/", "activity jx/quiz")])
    './\\thome\\n\\na/j1x/\\tactivity jx/quiz\\n'
    """
    block = as_text(answers, digests)
    if not block:
        return text
    if text and not text.endswith("\n"):
        text += "\n"
    return f"{text}\n{block}" if text else block


def removed(before: Iterable[str], now: str) -> tuple[str, ...]:
    """Entries of earlier versions that are gone or were edited, each once, in order."""
    kept = {line.rstrip("\r") for line in now.split("\n")}
    bare = (line.rstrip("\r") for line in before)
    return tuple(dict.fromkeys(x for x in bare if x.strip() and not x.startswith("#") and x not in kept))


def removal(line: str, revision: str) -> Problem:
    entry = line.replace("\t", " ")
    since_zh, since_en = (f"{revision} 里的", f" of {revision}") if revision else ("公布过的", "")
    return Problem(
        Mark(NAME),
        "",
        "ledger-line-removed",
        f"{since_zh}登记“{entry}”被删去或改动了；登记只能添加，请恢复这一行",
        f"the entry “{entry}”{since_en} was removed or edited; entries are only ever added, restore the line",
    )
