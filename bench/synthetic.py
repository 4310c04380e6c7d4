"""A whole project of N activities that nobody ever held, for measuring: same seed, same bytes.

``python bench/synthetic.py --activities 1500 --to DIR`` writes ``data/`` in this project's own format
with an English translation of every text, a small ``docs/``, the settings, a copy of the real
``overrides`` and a link to the real ``hooks``. Campaigns have 15 activities each and about the length of the real plans;
regions have several editions. Needs neither MkDocs nor microsite.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path
from typing import Any

import wording as w
from datafiles import as_po, as_yaml
from wording import T

REPOSITORY = Path(__file__).resolve().parent.parent
PER_CAMPAIGN = 15
NEWEST = 2024
_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split()
_COLOURS = ("#0b4f8a", "#a3222b", "#1d5c3a", "#5b2a86", "#6b3d00", "#0a5560")

Record = dict[str, Any]


def project(root: Path, activities: int, seed: int = 1) -> None:
    """Write the folder; what is there already is written over, nothing is deleted."""
    for path, text in sorted(_data(activities, seed)):
        _write(root / "data" / path, text)
    for path, text in DOCS.items():
        _write(root / "docs" / path, text)
    _write(root / "mkdocs.yml", settings())
    shutil.copytree(REPOSITORY / "overrides", root / "overrides", dirs_exist_ok=True)
    if not (root / "hooks").exists():
        (root / "hooks").symlink_to(REPOSITORY / "hooks")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _data(activities: int, seed: int) -> Iterator[tuple[str, str]]:
    number = ceil(activities / PER_CAMPAIGN)
    regions = min(len(w.REGIONS), ceil(number / 2))
    for index in range(regions):
        yield from _files("organisations", _id(index), register(index))
    for index in range(number):
        size = min(PER_CAMPAIGN, activities - index * PER_CAMPAIGN)
        made = campaign(index % regions, NEWEST - index // regions, size, seed, index + regions < number)
        yield from _files("campaigns", made["id"], made)
        yield f"contacts/{made['id']}.yml", as_yaml(contacts(made))


def with_sessions(root: Path, number: int, seed: int = 1) -> None:
    """The folder of one campaign with so many sessions, in a table, in 16 cities."""
    project(root, PER_CAMPAIGN, seed)
    made, region = campaign(0, NEWEST, PER_CAMPAIGN, seed, False), _id(0)
    areas = [{"id": f"city-{n}", "name": T(f"{_CITIES[n]}市", f"City {n + 1}")} for n in range(len(_CITIES))]
    places = {"region": region, "areas": areas}
    _write(root / "data/places" / f"{region}.yml", as_yaml(places))
    _write(root / "data/translations/en" / f"{region}.po", as_po(region, {**register(0), **places}))
    ids, month = [each["id"] for each in made["activities"]], re.findall("年(.+?)月", made["period"])[0]
    rows = (_session(ids[n % len(ids)], n, month) for n in range(number))
    _write(root / "data/sessions" / f"{made['id']}.csv", "".join(("activity,when,place,area,cost\n", *rows)))


_CITIES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


def _session(activity: str, number: int, month: str) -> str:
    city, day, hour = _CITIES[number % len(_CITIES)], 15 + number % 14, 8 + number % 9
    return f"{activity},{month}月{day}日{hour}:00-{hour + 1}:30,{city}市第{number + 1}社区学堂,{city}市,免费\n"


def _files(kind: str, name: str, record: Record) -> Iterator[tuple[str, str]]:
    yield f"{kind}/{name}.yml", as_yaml(record)
    yield f"translations/en/{name}.po", as_po(name, record)


# --- records ----------------------------------------------------------------------------------


def _id(region: int) -> str:
    return w.REGIONS[region].en.lower()


def register(region: int) -> Record:
    name, id_ = w.REGIONS[region], _id(region)
    bodies = [
        {
            "id": f"{id_}-{body.id}",
            "name": _filled(body.name, r=name),
            "short": body.short,
            "kind": body.kind,
            **(
                {"offices": [{"id": "general", "name": T("综合处", "General Office")}]}
                if body.id == "cac"
                else {}
            ),
        }
        for body in w.BODIES
    ]
    full = T(f"{name.zh}省", f"{name.en} Province")
    return {"region": id_, "name": full, "code": f"{900000 + region * 1000}", "organisations": bodies}


def campaign(region: int, year: int, size: int, seed: int, has_earlier: bool) -> Record:
    """One edition; the subjects are its region's, so that activities continue from year to year."""
    name, id_ = w.REGIONS[region], f"{_id(region)}-{year}"
    subjects = _chance(seed, region).sample(w.SUBJECTS, PER_CAMPAIGN)[:size]
    chance = _chance(seed, region, year)
    start = chance.choice((5, 6, 7))
    window = {"y": year, "a": start, "b": start + 1}
    title = T(
        f"{year}年{name.zh}省全民数字素养与技能提升月", f"{year} {name.en} Digital Literacy and Skills Month"
    )
    activities = [_activity(chance, index, subject, window, region) for index, subject in enumerate(subjects)]
    for each in activities[: len(activities) // 3 if has_earlier else 0]:
        each["continues"] = f"{_id(region)}-{year - 1}/{each['id']}"
    return {
        "id": id_, "region": _id(region), "year": year, "name": title, "short_name": T("提升月", "Skills Month"),
        "theme": {"text": T("数字同行 人人会用", "Digital together"), "printed": ["数字同行 人人会用"]},
        "colour": _COLOURS[region % len(_COLOURS)],
        "summary": T(f"{start}月中旬起，{name.zh}省{len(w.BODIES)}家单位办{size}项活动，帮大家学用数字技术。",
                     f"From the middle of {_MONTHS[start]}, bodies of {name.en} hold {size} activities for everybody."),
        "aims": _filled(w.AIMS, r=name),
        "period": "{y}年{a}月中旬至{b}月中旬".format(**window), "period_source": "二",
        "parent": {"name": T(f"{year}年全民数字素养与技能提升月", f"{year} Digital Literacy and Skills Month")},
        "document": _document(title, name, year, start), "hosting": _hosting(),
        "phases": [_phase(index, *phase, window) for index, phase in enumerate(w.PHASES)],
        "platforms": [{"name": w.PLATFORMS[0], "url": "https://example.org/", "label": "example.org", "source": "五（三）",
                       "summary": T("课程和资料放在这里。", "Lessons and materials are kept here.")}],
        "activities": activities,
        "requirements": [_requirement(chance, index, *each, window) for index, each in enumerate(w.REQUIREMENTS)],
    }  # fmt: skip


_MONTHS = {5: "May", 6: "June", 7: "July"}


def _document(title: T, name: T, year: int, start: int) -> Record:
    issuers = [body.name.zh.format(r=name.zh) for body in w.BODIES]
    plan = T(f"{title.zh}工作方案", f"Work plan of the {title.en}")
    listed = "、".join(each.zh for each in w.CITY_BODIES)
    english = ", ".join(each.en for each in w.CITY_BODIES)
    return {
        "title": T(f"关于印发《{plan.zh}》的通知", f"Notice on issuing the {plan.en}"), "plan_title": plan,
        "number": f"{name.zh[0]}网办字〔{year}〕{year % 40 + 3}号", "signed": f"{year}年{start}月8日",
        "printed": {"on": f"{year}年{start}月9日", "by": issuers[0], "office": "综合处"},
        "issuers": issuers, "signatories": issuers,
        "addressees": {"text": T(f"各市{listed}", f"In each city: {english}"), "scope": T("各市", "each city"),
                       "bodies": w.CITY_BODIES},
        "basis": [{"title": T(f"{name.zh}省数字技能行动计划", f"Action plan for digital skills of {name.en}"),
                   "issuer": T("省委网信委", "Provincial Cyberspace Commission")}],
    }  # fmt: skip


def _hosting() -> Record:
    hosts = [body.short.zh for body in w.BODIES]
    local = {
        "scope": T("各市有关部门", "departments of each city"),
        "duty": T(
            "结合当地情况制定方案，同期办特色活动",
            "make plans of their own and hold activities at the same time",
        ),
    }
    relation = T("联合举办", "held together")
    return {"source": "三", "relation": relation, "hosts": hosts, "printed_count": len(hosts), "local": local}


def _phase(index: int, id_: str, name: T, when: str, summary: T, window: Mapping[str, int]) -> Record:
    first = {"materials": [*w.MATERIALS[:3], "等"]} if index == 0 else {}
    duty = {"who": T("省市各有关部门", "provincial and city departments"), "what": w.DUTIES[index]}
    source = f"二（{_NUMERALS[index]}）"
    return {
        "id": id_, "number": index + 1, "source": source, "name": name, "when": when.format(**window),
        "summary": summary, **first, "duties": [duty],
    }  # fmt: skip


def _requirement(
    chance: random.Random, index: int, id_: str, title: T, text: T, window: Mapping[str, int]
) -> Record:
    who = T("各市、各单位", "cities and bodies")
    made: Record = {
        "id": id_, "number": index + 1, "source": f"五（{_NUMERALS[index]}）", "title": title, "text": text,
        "duties": [{"who": who, "what": what} for what in chance.sample(w.DUTIES, 2)],
    }  # fmt: skip
    if id_ == "report":
        due = f"{window['b'] + 1}月底前"
        to = T("省委网信办", "Provincial Cyberspace Office")
        made["deadlines"] = [{"who": who, "what": T("报送总结", "send in the report"), "to": to, "due": due}]
    return made


def _activity(
    chance: random.Random, index: int, subject: w.Subject, window: Mapping[str, int], region: int
) -> Record:
    topics, venues = chance.sample(w.TOPICS, 3), chance.sample(w.VENUES, 2)
    lead, *support = chance.sample(w.BODIES, chance.randint(2, 5))
    slots = {
        "body": lead.short, "who": subject.who, "topic": topics[0], "venue": venues[0], "other": venues[1],
        "material": chance.choice(w.MATERIALS), "service": chance.choice(w.SERVICES),
        "platform": chance.choice(w.PLATFORMS),
    }  # fmt: skip
    credit = f"{lead.short.zh}牵头，{'、'.join(body.short.zh for body in support)}分工负责"
    made: Record = {
        "id": subject.id, "number": index + 1, "source": f"四（{_NUMERALS[index]}）",
        "title": T(f"{chance.choice(('举办', '开展', '组织'))}{subject.title.zh}活动", subject.title.en),
        "code": f"{chr(97 + region // 26)}{chr(97 + region % 26)}{window['y'] % 100:02}{index + 1:02}",
        "kind": subject.kind, "summary": _filled(chance.choice(w.SUMMARY), **slots),
        "description": _description(chance, slots), "when": chance.choice(w.TIMES).format(**window),
        "phase": "implementation", "lead": [lead.short.zh], "support": [body.short.zh for body in support],
        "credit": credit, "audiences": [subject.audience], "audience_printed": subject.who,
        "form": chance.choice(("online", "onsite", "both")), "open_to_public": True,
        "joining": _filled(chance.choice(w.JOINING), **slots), "parts": _parts(chance, window),
        "platforms": [slots["platform"], "等"], "venues": [*venues, "等"], "topics": topics,
        "services": chance.sample(w.SERVICES, 2),
    }  # fmt: skip
    return made | _sometimes(chance)


def _sometimes(chance: random.Random) -> Record:
    """What only some activities have."""
    extra: Record = {}
    if chance.random() < 0.4:
        extra["reach"] = [*chance.sample(w.REACH, 3), "等"]
    if chance.random() < 0.4:
        extra["materials"] = chance.sample(w.MATERIALS, 2)
    if chance.random() < 0.2:
        what = T("设在各市的学习点", "places to learn in the cities")
        extra["counts"] = [{"what": what, "number": chance.randint(12, 90), "unit": "个"}]
    return extra


def _description(chance: random.Random, slots: Mapping[str, T]) -> T:
    first, second, last = (_filled(chance.choice(some), **slots) for some in (w.FIRST, w.SECOND, w.LAST))
    items = [_filled(item, **slots) for item in chance.sample(w.ITEMS, 3)]
    zh = [first.zh, "**怎样学：**\n\n" + "\n".join(f"- {item.zh}" for item in items), second.zh, last.zh]
    en = [first.en, "**How:**\n\n" + "\n".join(f"- {item.en}" for item in items), second.en, last.en]
    return T("\n\n".join(zh), "\n\n".join(en))


def _parts(chance: random.Random, window: Mapping[str, int]) -> list[Record]:
    parts = []
    for id_, kind, form, name in chance.sample(w.PARTS, chance.randint(1, 3)):
        part: Record = {"id": id_, "name": name, "kind": kind, "form": form}
        if chance.random() < 0.4:
            part["when"] = "{b}月".format(**window)
        if chance.random() < 0.3:
            part["summary"] = T("具体日程由各市提前公布。", "Each city publishes its dates beforehand.")
        parts.append(part)
    return parts


def contacts(made: Record) -> Record:
    """A line for every body; the names are numerals, and have long expired."""
    lines = [
        {
            "body": body.short.zh,
            "person": f"示 {_NUMERALS[index % 15]}",
            "phone": f"0990—5550{made['year'] % 10}{index + 100}",
        }
        for index, body in enumerate(w.BODIES)
    ]
    until = f"{made['year']}-12-31"
    return {"campaign": made["id"], "people_until": until, "source": "附件“联系方式”", "contacts": lines}


def _chance(*of: int) -> random.Random:
    return random.Random(" ".join(map(str, of)))  # noqa: S311 - the same numbers every time are the point


def _filled(text: T, **slots: T) -> T:
    english = {key: slot.en for key, slot in slots.items()}
    capitals = {key.title(): value[0].upper() + value[1:] for key, value in english.items()}
    zh = text.zh.format(**{key: slot.zh for key, slot in slots.items()})
    return T(zh, text.en.format(**english, **capitals))


# --- settings and pages ------------------------------------------------------------------------


def settings(source: Path = REPOSITORY) -> str:
    """The project's own settings, without the manual's pages in the navigation."""
    read = (source / "mkdocs.yml").read_text("utf-8")
    before, rest = read.split("\nnav:\n", 1)
    after = rest.split("\ntheme:\n", 1)[1]
    return f"{before}\nnav:\n  - 首页: index.md\n\ntheme:\n{after}"


DOCS = {
    "index.md": "---\ntitle: 首页\nsearch:\n  exclude: true\n---\n\n这里的活动都是编出来的，用来测量速度。\n",
    "index.en.md": "---\ntitle: Home\nsearch:\n  exclude: true\n---\n\nEverything here is made up, for measuring.\n",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    project(arguments.to, arguments.activities, arguments.seed)


if __name__ == "__main__":
    main()
