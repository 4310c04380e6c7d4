"""A plan with sessions: the places of its region and a table, read as a build reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

import builders as b
from microsite.core.problems import InvalidData
from microsite.loading import data_folder
from microsite.model.activity import Session

PLACES = """\
region: yunling
areas:
  - id: qingxi
    name: 清溪市
  - id: songping
    name: 松坪市
venues:
  - id: qingxi-library
    name: 清溪市图书馆
    area: qingxi
    address: 文昌路 8 号
    point: 28.6820, 115.8579
    access: [step-free]
"""
TABLE = """\
activity,时间,place,area,host,status,费用,capacity,access,booking_phone,note
online-quiz,6月15日9:30-11:30,清溪市图书馆,,省教育厅,,免费,30,手语翻译,0990-55501001,
online-quiz,每周六14:00-16:00，6月14日至6月28日（6月21日除外）,文化馆三楼,松坪市,,名额已满,,,,,带手机
"""


def read(root: Path, table: str | bytes = TABLE, places: str = PLACES, **activity: str | None) -> data_folder.Data:
    b.a_data_folder(root, campaigns__yunling_2025=b.a_campaign_yaml(activities=[b.an_activity_yaml(**activity)]))
    if places:
        b.write(root, "places/yunling.yml", places)
    if table:
        path = root / "sessions/yunling-2025.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
    return data_folder.folder(root, b.AS_OF)


def sessions(root: Path, *args: object, **more: str) -> tuple[Session, ...]:
    return read(root, *args, **more).plan.campaigns[0].activities[0].sessions


def told(root: Path, *args: object, **more: str) -> list[str]:
    with pytest.raises(InvalidData) as invalid:
        read(root, *args, **more)
    return [f"{each.mark.line}:{each.mark.column} {each.path} {each.code} {each.zh}" for each in invalid.value.problems]
