"""A small province that does not exist, its bodies, one plan and its contacts.

Everything here is valid and gives no note, so that a test names only what it is about: a text is
built whole and then edited, an object is built from the text.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from microsite.core.problems import InvalidData, Problem
from microsite.loading import data_folder, validate
from microsite.loading.data_folder import Data
from microsite.model.activity import Activity
from microsite.model.campaign import Campaign
from microsite.model.contacts import ContactList
from microsite.model.organisations import Region
from microsite.model.values import Words
from microsite.yamlfile import tree, yaml_parser

AS_OF = date(2025, 6, 1)
"""A day before the names in the contacts expire."""

Edit = tuple[str, str]

_REGISTER = """\
region: yunling
name: 云岭省
code: "990000"
organisations:
  - id: yunling-cac
    name: 中共云岭省委网络安全和信息化委员会办公室
    short: 省委网信办
    aliases:
      - 中共云岭省委网信办
    kind: party
    offices:
      - id: general
        name: 综合处
  - id: yunling-education
    name: 云岭省教育厅
    short: 省教育厅
    kind: government
  - id: yunling-human-resources
    name: 云岭省人力资源和社会保障厅
    short: 省人社厅
    kind: government
  - id: yunling-women
    name: 云岭省妇女联合会
    short: 省妇联
    aliases: [云岭省妇联]
    kind: mass
"""

_HEAD = """\
id: yunling-2025
region: yunling
year: 2025
name: 2025年云岭省全民数字素养与技能提升月
short_name: 提升月
theme:
  text: 数字云岭 人人共享
colour: "#0b4f8a"
summary: 六月起，云岭省为大家办数字技能活动。
aims: |
  帮助大家学数字知识，用数字服务。
period: 2025年6月中旬至7月中旬
period_source: 二
document:
  title: 关于印发《2025年云岭省提升月工作方案》的通知
  plan_title: 2025年云岭省提升月工作方案
  number: 云网办字〔2025〕1号
  signed: 2025年5月20日
  issuers: [中共云岭省委网信办, 云岭省教育厅, 云岭省人力资源和社会保障厅, 云岭省妇联]
  signatories: [中共云岭省委网信办, 云岭省教育厅, 云岭省人力资源和社会保障厅, 云岭省妇联]
  addressees:
    text: 各市网信办、教育局
    scope: 各市
    bodies: [网信办, 教育局]
hosting:
  source: 三
  relation: 联合举办
  hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]
phases:
  - id: implementation
    number: 1
    source: 二（一）
    name: 实施阶段
    when: 2025年6月中旬至7月中旬
    summary: 各单位开展活动。
activities:
"""

_CONTACTS = """\
campaign: yunling-2025
people_until: 2025-12-31
source: 通知附件
contacts:
  - body: 省委网信办
    person: 林 一
    phone: 0990—55501001
  - body: 省教育厅
    person: 陈 二
    phone: 0990—55501002
  - body: 省人社厅
    person: 周 三
    phone: 0990—55501003
  - body: 省妇联
    person: 吴 四
    phone: 0990—55501004
"""

_ACTIVITY = {
    "id": "online-quiz",
    "number": "1",
    "source": "四（一）",
    "title": "举办数字知识网上竞答",
    "kind": "quiz",
    "summary": "人人都可以上网答题。",
    "description": "竞答在网上进行，讲日常用得到的数字知识。",
    "when": "6月中旬",
    "lead": "[省委网信办]",
    "credit": "省委网信办牵头负责",
}

_SECOND = {
    "id": "village-classes",
    "number": "2",
    "source": "四（二）",
    "title": "开展数字技能下乡",
    "kind": "training",
    "summary": "老师到村里讲怎样用手机办事。",
    "description": "省教育厅请老师到村里讲课。",
    "when": "2025年7月1日至10日",
    "phase": "implementation",
    "lead": "省教育厅",
    "support": "[省人社厅, 省妇联]",
    "credit": "省教育厅牵头，省人社厅、省妇联分工负责",
    "audiences": "[farmers, older]",
    "form": "onsite",
    "open_to_public": "true",
    "topics": "[手机支付, 网上办事, 等]",
}


# --- texts ------------------------------------------------------------------------------------


def edited(text: str, *edits: Edit) -> str:
    """A text with some of its words replaced; each is there exactly once, so no edit can miss."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def an_activity_yaml(**changes: str | None) -> str:
    """One entry of ``activities``: fields as they are typed; None leaves one out."""
    fields = {key: value for key, value in (_ACTIVITY | changes).items() if value is not None}
    lines = [f"{key}: {value}" for key, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n"


LINHAI = """\
region: linhai
name: 临海市
code: "990100"
organisations:
  - id: linhai-library
    name: 临海市图书馆
    short: 市图书馆
    kind: library
"""
"""The register of a city, beside that of the province."""


def a_campaign_yaml(*edits: Edit, activities: list[str] | None = None) -> str:
    """A plan with two activities, or with those given as texts."""
    listed = activities if activities is not None else [an_activity_yaml(), an_activity_yaml(**_SECOND)]
    return edited(_HEAD + "".join(listed), *edits)


def a_register_yaml(*edits: Edit) -> str:
    return edited(_REGISTER, *edits)


def contacts_yaml(*edits: Edit) -> str:
    return edited(_CONTACTS, *edits)


# --- folders ----------------------------------------------------------------------------------


def a_data_folder(root: Path, **files: str | None) -> Path:
    """A whole small data folder. Files are named by where they stand, with ``__`` for ``/``:
    ``campaigns__yunling_2025`` is ``campaigns/yunling-2025.yml``; None leaves one out.
    """
    texts: dict[str, str | None] = {
        "organisations__yunling": a_register_yaml(),
        "campaigns__yunling_2025": a_campaign_yaml(),
        "contacts__yunling_2025": contacts_yaml(),
        **files,
    }
    for name, text in texts.items():
        if text is not None:
            write(root, name.replace("__", "/").replace("_", "-") + ".yml", text)
    return root


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def problems_in(root: Path, as_of: date = AS_OF) -> tuple[Problem, ...]:
    """Everything that is wrong in a data folder."""
    try:
        data_folder.folder(root, as_of)
    except InvalidData as invalid:
        return invalid.problems
    return ()


def codes_in(root: Path) -> list[tuple[str, int, str]]:
    """File, line and code of everything that is wrong in a data folder."""
    return [(p.mark.file.removeprefix("data/"), p.mark.line, p.code) for p in problems_in(root)]


def data(root: Path, as_of: date = AS_OF) -> Data:
    return data_folder.folder(root, as_of)


# --- objects ----------------------------------------------------------------------------------


def nodes(text: str, file: str) -> tree.Node:
    node, problems = yaml_parser.parse(text.encode(), file)
    assert node is not None, problems
    assert not problems
    return node


def a_region(*edits: Edit) -> Region:
    region, problems = validate.region(nodes(a_register_yaml(*edits), "data/organisations/yunling.yml"), "yunling.yml")
    assert region is not None, problems
    return region


def a_campaign(*edits: Edit, activities: list[str] | None = None) -> Campaign:
    text = a_campaign_yaml(*edits, activities=activities)
    node = nodes(text, "data/campaigns/yunling-2025.yml")
    campaign, problems = validate.campaign(node, "yunling-2025.yml", {"yunling": a_region()})
    assert campaign is not None, problems
    return campaign


def an_activity(**changes: str | None) -> Activity:
    return a_campaign(activities=[an_activity_yaml(**changes)]).activities[0]


def contacts(*edits: Edit, as_of: date = AS_OF) -> ContactList:
    node = nodes(contacts_yaml(*edits), "data/contacts/yunling-2025.yml")
    listed, problems = validate.contacts(node, "yunling-2025.yml", a_region(), as_of)
    assert listed is not None, problems
    return listed


def words(text: str, context: str = "title", shared: bool = False) -> Words:
    return Words(text, context, shared=shared)
