"""The provinces: how their registers are called, their names and codes (GB/T 2260)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...model.offices import PROVINCES
from ...model.organisations import Region

_AREA = r"([\u3400-\u9fff]{2,8}?(?:省|自治区|自治州|市|县|(?<!校)区|州|旗|镇|乡|街道|大学|学院|中学|小学))(?![级直长生”]|委员)"
_NAMED = re.compile(
    rf"^(?:中共|共青团)?(?!关于){_AREA}|(?:关于)?(?:(?:转发|印发|做好|组织|开展|举办|征集|召开)[好的]?)+(?:20[0-9]{{2}}年)?(?:度)?[《“]?{_AREA}|20[0-9]{{2}}年{_AREA}"
)
_SAYS_WHO = re.compile(r"[^,。;:]{3,40}(?:\s*20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)?$|.*关于.{2,110}的(?:通知|函|通告|公告|意见)$")


@dataclass(frozen=True, slots=True)
class Known:
    """A region: id of its register, name, administrative code; empty where nobody knows."""

    id: str
    name: str
    code: str


def find(lines: Iterable[str], registers: Iterable[Region]) -> Known:
    """The region that a notice is from: the name that its title, head and signatures say most often.

    Bodies that sentences only mention say nothing of it; nor does a paper that is forwarded.
    """
    said = (line for line in lines if _SAYS_WHO.fullmatch(line) and not re.match("[(]?[0-9一二三四五六七八九十]{1,3}[)、.]", line))
    says = [re.sub(r"转发[《〈].*", "", line) for line in said]
    named = [next(filter(None, found.groups()), "").removeprefix("度") for line in says for found in _NAMED.finditer(line)]
    text = "\n".join(says)
    candidates = {name: Known(id_, name, code) for id_, name, code in PROVINCES}
    candidates |= {region.name.text: Known(region.id, region.name.text, region.code or "") for region in registers}
    own = [name for name in named if not re.search("^(?:各|全|[有相]关|本|参[与加]|[省市县区镇]{2})|[委部局厅与和及]", name)]
    best = max(own, key=lambda name: (own.count(name), text.count(name)), default="")
    if best in candidates:
        return candidates[best]
    known = max(candidates, key=lambda name: (text.count(name), len(name)))
    return candidates[known] if text.count(known) > max(own.count(best), 0) else Known("", best, "")
