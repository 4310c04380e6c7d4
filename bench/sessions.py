"""Sessions as plain records in one language, in the order of time: for pages by day, and for calendars.

Nothing but a day with its hours is read, and a table with so many rows that the list of all is split by city.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from plain import Edition, Record, Say
from records import Words

MOST_OF_ACTIVITY, MOST_IN_GRAPH = 120, 50
"""Rows on the page of an activity, and sessions that it tells to search engines."""

_WHEN = re.compile(r"(\d+)月(\d+)日((\d+):(\d+))-((\d+):(\d+))")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def of_edition(edition: Edition, say: Say, w: Words, campaign: Record, activities: list[Record]) -> list[Record]:
    """Every session of a campaign."""
    areas = {each["name"]: _area(each, say, campaign) for each in edition.areas}
    offered = {a["id"]: a for a in activities}
    rows = [_row(raw, w, campaign, offered[raw["activity"]], areas[raw["area"]]) for raw in edition.sessions]
    return sorted(rows, key=lambda row: (row["iso"], row["starts"], row["number"]))


def _area(raw: Record, say: Say, campaign: Record) -> Record:
    return {"id": raw["id"], "name": say(f"areas/{raw['id']}/name", raw["name"]), "path": f"{campaign['path']}in/{raw['id']}/"}


def _row(raw: Record, w: Words, campaign: Record, a: Record, area: Record) -> Record:
    found = _WHEN.fullmatch(raw["when"])
    assert found is not None
    day = date(campaign["year"], int(found[1]), int(found[2]))
    starts, ends = (f"{int(found[n]):02}:{found[n + 1]}:00" for n in (4, 7))
    return {
        "anchor": hashlib.sha256(f"{raw['when']} {raw['place']}".encode()).hexdigest()[:8], "iso": day.isoformat(),
        "day": _day(day, w), "hours": f"{found[3]}{' to ' if w['home'] else '至'}{found[6]}", "starts": starts, "ends": ends,
        "printed": raw["when"], "place": raw["place"], "free": w["cost_free"] if raw["cost"] == "免费" else "",
        "area": area, "activity": a["id"], "path": a["path"], "title": a["title"], "number": a["number"],
        "audience": a["tile"],
    }  # fmt: skip


def _day(day: date, w: Words) -> str:
    if w["home"]:
        said, weekday = f"{day.day} {_MONTHS[day.month - 1]} {day.year}", _WEEKDAYS[day.weekday()]
    else:
        said, weekday = f"{day.year}年{day.month}月{day.day}日", f"星期{'一二三四五六日'[day.weekday()]}"
    return w["sessions_day"].format(day=said, weekday=weekday)


# --- pages ------------------------------------------------------------------------------------

_IN_CITY = ("anchor", "hours", "place", "free", "activity", "path", "title", "audience")


def by_city(rows: Iterable[Record]) -> dict[str, list[Record]]:
    cities: dict[str, list[Record]] = {}
    for row in rows:
        cities.setdefault(row["area"]["id"], []).append(row)
    return cities


def all_cities(rows: list[Record], w: Words) -> Record:
    """What the page of all sessions shows: the cities."""
    return {"title": w["sessions_title"], "lead": w["sessions_lead"].format(count=len(rows)), "areas": _cities(rows, w)}


def in_city(rows: list[Record], w: Words) -> Record:
    """What the page of a city shows of its sessions."""
    return {
        "title": w["sessions_in"].format(area=rows[0]["area"]["name"]), "lead": w["sessions_lead"].format(count=len(rows)),
        "days": _days(rows, lambda row: {key: row[key] for key in _IN_CITY}),
    }  # fmt: skip


def of_activity(rows: list[Record], w: Words) -> Record:
    """What the page of an activity shows: cities, also its sessions if they are not too many, and a few as data."""
    shown = rows if len(rows) <= MOST_OF_ACTIVITY else []
    known = [
        {"starts": f"{row['iso']}T{row['starts']}+08:00", "ends": f"{row['iso']}T{row['ends']}+08:00", "place": row["place"],
         "city": row["area"]["name"], "comma": ", " if index else ""}
        for index, row in enumerate(rows[:MOST_IN_GRAPH])
    ]  # fmt: skip
    said = w["sessions_every" if shown else "sessions_many"].format(count=len(rows))
    return {"said": said, "free": rows[0]["free"], "areas": _cities(rows, w), "days": _days(shown, _of_activity), "known": known}


def _of_activity(row: Record) -> Record:
    return {key: row[key] for key in ("anchor", "hours", "place", "activity", "area")}


def _cities(rows: list[Record], w: Words) -> list[Record]:
    areas = {row["area"]["id"]: row["area"] for row in rows}
    counts = Counter(row["area"]["id"] for row in rows)
    return [{**areas[id_], "count": w["brackets"].format(text=counts[id_])} for id_ in sorted(areas)]


def _days(rows: Iterable[Record], shown: Callable[[Record], Record]) -> list[Record]:
    days: dict[str, Record] = {}
    for row in rows:
        days.setdefault(row["iso"], {"iso": row["iso"], "words": row["day"], "rows": []})["rows"].append(shown(row))
    return list(days.values())


# --- calendars --------------------------------------------------------------------------------


def calendar(rows: list[Record], w: Words, campaign: Record, a: Record) -> Record:
    """The entries of the sessions of an activity, and what all of them say."""
    who = [f"{w[f'role_{role}']}{w['colon']}{a[f'{role}_names']}" for role in ("lead", "support")]
    comma = " and " if w["home"] else "，"
    return {
        "title": _escaped(a["title"]), "uid": f"{campaign['urn']}:activity:{a['id']}:session:",
        "changed": f"{campaign['signed'].replace('-', '')}T000000",
        "before": _escaped(f"{a['summary']}\n{w['calendar_printed'].format(printed='')}"),
        "after": _escaped("\n".join(("", *who, a["clause"]))),
        "entries": [
            {"anchor": row["anchor"], "starts": _moment(row["iso"], row["starts"]), "ends": _moment(row["iso"], row["ends"]),
             "printed": row["printed"], "where": _escaped(f"{row['place']}{comma}{row['area']['name']}")}
            for row in rows
        ],
    }  # fmt: skip


def _moment(iso: str, time: str) -> str:
    return f"{iso}T{time}".replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
