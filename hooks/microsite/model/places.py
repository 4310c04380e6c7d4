"""Where something takes place: the cities and districts of a region, and its venues."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.problems import Mark
from ..core.typography import spelling
from .choices import Access
from .fields import derived, many, optional, own_id, record, required
from .values import Id, Line, OfPoint, Words


@record
class Area:
    """A city, a county or a district of a region."""

    id: Id = own_id("`qingxi`")
    name: Words = required("名称", "name", example="`清溪市`")
    code: Line | None = optional(
        None, "行政区划代码", "administrative code", "行政区划代码（GB/T 2260），加引号",
        "administrative code (GB/T 2260), in quotes", '`"360100"`',
    )


@record
class Venue:
    """A place where people meet, such as a library or a community centre."""

    id: Id = required("编号", "id", "永久编号", "permanent id", "`qingxi-library`")
    name: Words = required("名称", "name", "名称，场次里照这样写", "name; sessions write it like this", "`清溪市图书馆`")
    area: Id = required("所在地", "area", "所在地的 `id`", "`id` of its area", "`qingxi`")
    address: Words | None = optional(None, "地址", "address", "街道和门牌", "street and number", "`文昌路 8 号`")
    point: OfPoint | None = optional(
        None, "经纬度", "point", "先纬度、后经度", "latitude, then longitude", "`28.6820, 115.8579`",
    )
    access: tuple[Access, ...] = optional(
        (), "无障碍", "access", "有哪些无障碍设施，见[可选值](#choices)",
        "facilities for disabled people, see [choices](#choices)", "`[step-free]`",
    )


@record
class Places:
    """The places of a region, by every name that a session may give them."""

    region: Id = required(
        "地区", "region", "地区，与文件名相同", "region, the same as the file’s name", "`jiangxi`", private=True,
    )
    areas: tuple[Area, ...] = required(
        "市县", "areas", "市、县、区的列表，至少一个，见[市县](#area)",
        "list of cities, counties or districts, at least one, see [area](#area)", at_least_one=True,
    )
    venues: tuple[Venue, ...] = many("场馆", "venue")
    known_areas: Mapping[str, Area] = derived()
    known_venues: Mapping[str, Venue] = derived()
    is_known: bool = derived(True)
    """False where the file has mistakes, which are told: then nothing is looked up."""
    mark: Mark = derived(compare=False)

    def area(self, name: str) -> Area | None:
        """An area by its id or its name."""
        return self.known_areas.get(spelling(name))

    def venue(self, name: str) -> Venue | None:
        """A venue by its id or its name."""
        return self.known_venues.get(spelling(name))
