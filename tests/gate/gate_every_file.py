"""Every calendar, feed and card of both plans and of the invented edition, as readers' programs read them.

khal, calcurse, ics, ical.js, node-ical; newsboat; khard. The reference is what a Python library of the same format reads
(icalendar, feedparser, vobject). What a program shows by a fault of its own is tried in gate_clients.py.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import feedparser
import pytest
import vobject
from gate_clients import KHAL, run

import calendars

HERE = Path(__file__).parent
CALCURSE_TITLE = re.compile(r"^(?:[^>]*->)*[^>]*> ?(?:[0-9a-f]{40} [|]?)?")
"""All before the title in a line of calcurse: days, hours, how it repeats, and the number of a note."""


class Entry(NamedTuple):
    """One entry of a calendar: days as ``2026-06-14``, hours as ``2026-06-14T09:00``, the end as the file has it."""

    uid: str
    title: str
    start: str
    end: str
    status: str


@pytest.fixture(scope="module", params=["both plans", "the invented edition"])
def made(request):
    """A built site: its name and its folder."""
    if request.param == "both plans":
        return request.param, request.getfixturevalue("site")
    return request.param, request.getfixturevalue("example") / "site"


def entries(report) -> dict[str, list[Entry]]:
    """Of what a reader reported: per file its entries, in one order."""
    return {
        path: sorted(
            Entry(it["uid"], it["summary"], it["start"][:16], it["end"][:16], it["status"] or "")
            for it in (read["events"] if isinstance(read, dict) else read)
        )
        for path, read in report.items()
    }


def by_icalendar(folder):
    return entries(
        calendars.by_python({_name(path, folder): path.read_bytes() for path in folder.rglob("*.ics")})
    )


def by_ical_js(folder):
    return entries(calendars.by_javascript(folder))


def by_node_ical(folder):
    return _by_a_program(folder, "node", HERE / "js" / "read-calendars.mjs")


def by_ics(folder):
    return _by_a_program(folder, sys.executable, HERE / "read_calendars.py")


def _by_a_program(folder, *command):
    environment = {**os.environ, "TZ": "Asia/Shanghai"}
    done = subprocess.run([*command, folder], env=environment, capture_output=True, text=True, check=True)
    return entries(json.loads(done.stdout))


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


@pytest.mark.parametrize("reads", [by_ics, by_ical_js, by_node_ical], ids=["ics", "ical.js", "node-ical"])
def test_libraries_read_the_same_in_every_calendar(made, reads, request, measured):
    name, folder = made
    expected, found = by_icalendar(folder), reads(folder)
    differ = [path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path)]
    client = request.node.callspec.id.split("-", 1)[-1]
    measured(
        "Every file",
        f"{name}: of {len(expected)} calendars, read otherwise by {client} than by icalendar",
        "0",
        len(differ),
    )
    assert differ == []
    assert len(expected) >= 60


@pytest.mark.parametrize("language", ["zh", "en"])
def test_khal_shows_every_entry_with_its_first_days_title_and_status(made, language, tmp_path, measured):
    name, folder = made
    files = [
        path
        for path in sorted(folder.rglob("*.ics"))
        if _name(path, folder).startswith("en/") == (language == "en")
    ]
    expected = {
        (each.uid, each.start, _last_for_khal(each), each.title, each.status)
        for path, read in by_icalendar(folder).items()
        if path.startswith("en/") == (language == "en")
        for each in read
    }
    (tmp_path / "calendar").mkdir()
    settings = tmp_path / "settings"
    settings.write_text(KHAL.format(home=tmp_path))
    khal = ("khal", "-c", settings)
    run(tmp_path, *khal, "import", "--batch", "-a", "site", *files, patience=600)
    form = "{uid}|{start-long}|{end-long}|{title}|{status}"
    listed = run(
        tmp_path,
        *khal,
        "list",
        "--once",
        "--day-format",
        "",
        "--format",
        form,
        "2022-01-01",
        "2500d",
        patience=600,
    )
    lines = [tuple(part.strip() for part in line.split("|")) for line in listed.splitlines() if line.strip()]
    first = {
        uid: (uid, start.replace(" ", "T"), end.replace(" ", "T"), title, status)
        for uid, start, end, title, status in reversed(lines)
    }
    wrong = expected ^ set(first.values())
    measured(
        "Every file",
        f"{name}, {language}: of {len(expected)} entries, shown otherwise by khal",
        "0",
        len(wrong),
    )
    assert wrong == set()


def _last_for_khal(entry: Entry) -> str:
    """The last day of an entry of whole days, for a file names the day after it; a moment lasts an hour there."""
    if entry.start == entry.end and "T" in entry.end:
        return f"{datetime.fromisoformat(entry.end) + timedelta(hours=1):%Y-%m-%dT%H:%M}"
    if "T" in entry.end:
        return entry.end
    return max(entry.start, (date.fromisoformat(entry.end) - timedelta(days=1)).isoformat())


def test_calcurse_shows_every_entry_of_every_calendar(made, tmp_path, measured):
    name, folder = made
    expected = by_icalendar(folder)
    wrong = []
    for number, (path, read) in enumerate(sorted(expected.items())):
        home = tmp_path / str(number)
        run(tmp_path, "calcurse", "-D", home, "-i", folder / path)
        lines = run(tmp_path, "calcurse", "-D", home, "-G").splitlines()
        shown = sorted((line[:10], CALCURSE_TITLE.sub("", line)) for line in lines)
        if shown != sorted((f"{date.fromisoformat(each.start[:10]):%m/%d/%Y}", each.title) for each in read):
            wrong.append(path)
    measured(
        "Every file",
        f"{name}: of {len(expected)} calendars, first days or titles shown otherwise by calcurse",
        "0",
        len(wrong),
    )
    assert wrong == []


def test_newsboat_shows_every_entry_of_every_feed(made, tmp_path, measured):
    name, folder = made
    feeds = sorted(folder.rglob("*.atom"))
    (tmp_path / "urls").write_text("".join(f"file://{path}\n" for path in feeds))
    (tmp_path / "settings").write_text("")
    run(
        tmp_path,
        "newsboat",
        "-C",
        tmp_path / "settings",
        "-u",
        tmp_path / "urls",
        "-c",
        tmp_path / "kept.db",
        "-x",
        "reload",
    )
    with sqlite3.connect(tmp_path / "kept.db") as kept:
        found = set(kept.execute("select guid, title from rss_item").fetchall())
    expected = {
        (each.id, each.title) for path in feeds for each in feedparser.parse(path.read_bytes()).entries
    }
    measured(
        "Every file",
        f"{name}: of {len(expected)} entries of {len(feeds)} feeds, shown otherwise by newsboat",
        "0",
        len(expected ^ found),
    )
    assert found == expected


def test_khard_shows_every_card_with_its_numbers(made, tmp_path, measured):
    name, folder = made
    cards = {}
    for path in folder.rglob("*.vcf"):
        for text in re.findall(r"BEGIN:VCARD.*?END:VCARD\r?\n", path.read_bytes().decode(), re.DOTALL):
            cards[vobject.readOne(text).uid.value] = text
    for number, text in enumerate(cards.values()):
        (tmp_path / f"{number}.vcf").write_text(text, "utf-8")
    (tmp_path / "settings").write_text(f"[addressbooks]\n[[site]]\npath = {tmp_path}\n")
    lines = run(tmp_path, "khard", "-c", tmp_path / "settings", "phone", "--parsable").splitlines()
    found = sorted(tuple(line.split("\t")[:2]) for line in lines)
    read = [vobject.readOne(text) for text in cards.values()]
    expected = sorted((tel.value, card.fn.value) for card in read for tel in card.contents.get("tel", ()))
    measured("Every file", f"{name}: numbers of {len(cards)} cards that khard shows", str(len(expected)), len(found))
    assert found == expected
