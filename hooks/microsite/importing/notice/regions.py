"""The provinces: how their registers are called, their names and codes (GB/T 2260)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...model.organisations import Region

_PROVINCES = """
beijing 北京市 110000|tianjin 天津市 120000|hebei 河北省 130000|shanxi 山西省 140000|neimenggu 内蒙古自治区 150000
liaoning 辽宁省 210000|jilin 吉林省 220000|heilongjiang 黑龙江省 230000|shanghai 上海市 310000|jiangsu 江苏省 320000
zhejiang 浙江省 330000|anhui 安徽省 340000|fujian 福建省 350000|jiangxi 江西省 360000|shandong 山东省 370000
henan 河南省 410000|hubei 湖北省 420000|hunan 湖南省 430000|guangdong 广东省 440000|guangxi 广西壮族自治区 450000
hainan 海南省 460000|chongqing 重庆市 500000|sichuan 四川省 510000|guizhou 贵州省 520000|yunnan 云南省 530000
xizang 西藏自治区 540000|shaanxi 陕西省 610000|gansu 甘肃省 620000|qinghai 青海省 630000|ningxia 宁夏回族自治区 640000
xinjiang 新疆维吾尔自治区 650000
"""
_NAMED = re.compile(
    r"(?:中共|20[0-9]{2}年|共青团|印发|[《“]|^)(?P<name>[\u3400-\u9fff]{2,6}?(?:省|自治区|市))(?![委级直长])"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A region: id of its register, name, administrative code; empty where nobody knows."""

    id: str
    name: str
    code: str


PROVINCES = tuple(Known(*each.split()) for each in re.split(r"[|\n]", _PROVINCES.strip()))


def find(text: str, registers: Iterable[Region]) -> Known:
    """The region that a notice is from: the name that its head and title say most often."""
    candidates = {region.name.text: Known(region.id, region.name.text, region.code) for region in registers}
    candidates = {province.name: province for province in PROVINCES} | candidates
    counted = {name: text.count(name) for name in candidates}
    best = max(counted, key=lambda name: (counted[name], len(name)))
    if counted[best]:
        return candidates[best]
    found = [match["name"] for match in _NAMED.finditer(text)]
    name = max(found, key=found.count, default="")
    return Known("", name, "")
