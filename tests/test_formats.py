"""Every file that the site offers to other programs, read by programs that are not ours.

The real plans, and a small one with every kind of time, are built whole. What a file states about
days is held against what the plans print: a fuzzy time may appear by its bounds, where a format
says that they are bounds, and nowhere else.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import feedparser
import pytest
import vobject
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import etree

import builders
import calendars
import days
import publishing
from builders import an_activity_yaml

HERE = Path(__file__).parent
SCHEMAS = {
    name: json.loads((HERE / "schemas" / f"{name}.json").read_text("utf-8")) for name in ("api-v1", "jsonld")
}
ATOM = "{http://www.w3.org/2005/Atom}"

TIMES = (
    "6月中旬", "7月", "7月至9月", "2025年春季", "第三季度", "8月起", "7月底前", "7月20日前", "7月1日前后", "暂定7月2日",
    "在提升月期间", "科技周、科普日等活动节点", "另行通知", "7月3日", "7月4日至8日", "自6月中旬启动，为期1个月",
    "自7月9日起，为期1个月", "{text: 7月9月, means: 7月至9月, note: 漏字}",
)  # fmt: skip


HOSTILE = "\"=cmd|' /C calc'!A0;,</script><script>alert(1)</script>]]>&amp;\""
"""A title that every format has to carry as words."""


@pytest.fixture(scope="module")
def every_time(tmp_path_factory):
    """A small plan with an activity for each kind of time, in each state."""
    activities = [
        an_activity_yaml(
            id=f"activity-{number}",
            number=str(number),
            when=when,
            title=HOSTILE if when == "7月3日" else f"第{number}项活动",
            status=("cancelled", "postponed", None)[number % 3],
            updates=f"[{{on: 2025-05-{number + 20:02}, text: 第{number}次改动}}]" if number < 11 else None,
        )
        for number, when in enumerate(TIMES, 1)
    ]
    campaign = builders.a_campaign_yaml(activities=activities)
    root = builders.a_data_folder(tmp_path_factory.mktemp("times"), campaigns__yunling_2025=campaign)
    return builders.data(root)


@pytest.fixture(scope="module", params=["the real plans", "every kind of time"])
def data(request):
    if request.param == "the real plans":
        return publishing.real_data(publishing.NAMES_SHOWN)
    return request.getfixturevalue("every_time")


@pytest.fixture(scope="module", params=["with an address", "without one"])
def files(request, data):
    url = publishing.SITE_URL if request.param == "with an address" else ""
    return publishing.everything(publishing.site(data, site_url=url))


def having(files: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """The files of one format; there are some, or nothing would be checked."""
    found = {path: content for path, content in files.items() if path.endswith(ending)}
    assert found
    return found


# --- each format by a reader of its own -------------------------------------------------------


def events(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_every_calendar_is_a_calendar(files):
    for path, content in having(files, ".ics").items():
        calendar = Calendar.from_ical(content)
        assert [part.errors for part in calendar.walk() if part.errors] == [], path
        assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
        assert calendar["PRODID"]
        assert calendar.walk("VEVENT"), path
        for line in content.split(b"\r\n"):
            assert len(line) <= 75, path
            assert b"\n" not in line, path


def test_a_calendar_program_of_another_make_reads_the_same(files, tmp_path):
    calendars_alone = having(files, ".ics")
    for path, content in calendars_alone.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert calendars.by_javascript(tmp_path) == calendars.by_python(calendars_alone)


def test_every_entry_has_what_an_entry_needs(files):
    for path, content in having(files, ".ics").items():
        names = [str(event["UID"]) for event in events(content)]
        assert len(names) == len(set(names)), path
        for event in events(content):
            assert {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND"} <= set(
                event
            ), path
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            assert (type(start), type(end)) == (date, date), path
            assert start < end, path
            assert event["DTSTAMP"].dt.utcoffset() == timedelta(0), path


def test_an_entry_is_the_same_in_every_calendar_of_its_language(files):
    seen: dict[tuple[bool, str], bytes] = {}
    for path, content in having(files, ".ics").items():
        for event in events(content):
            key = (path.startswith("en/"), str(event["UID"]))
            assert seen.setdefault(key, event.to_ical()) == event.to_ical(), path


def test_every_feed_is_a_feed(files):
    for path, content in having(files, ".atom").items():
        read = feedparser.parse(content)
        assert (read.bozo, read.version) == (False, "atom10"), path
        root = etree.fromstring(content)
        assert root.tag == f"{ATOM}feed"
        assert root.find(f"{ATOM}author/{ATOM}name").text
        for element in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                (found,) = element.findall(f"{ATOM}{name}")
                assert found.text, path
            assert re.fullmatch(r"urn:microsite(:[a-z0-9-]+)+:(zh|en)", element.find(f"{ATOM}id").text), path
            assert (
                datetime.fromisoformat(element.find(f"{ATOM}updated").text).isoformat()[10:]
                == "T00:00:00+08:00"
            )
        names = [entry.id for entry in read.entries]
        assert names, path
        assert len(names) == len(set(names)), path
        moments = [entry.updated for entry in read.entries]
        assert moments == sorted(moments, reverse=True), path
        assert read.feed.updated == moments[0], path


def test_every_link_of_a_feed_leads_to_a_page_of_the_site(files):
    for path, content in having(files, ".atom").items():
        for link in etree.fromstring(content).iter(f"{ATOM}link"):
            target = _resolved(path, link.get("href"))
            assert target in files or f"{target}index.html" in files, (path, target)


def _resolved(path: str, address: str) -> str:
    """An address in a file, from the site's root and without its fragment."""
    address = address.partition("#")[0]
    for root in (publishing.SITE_URL, publishing.BASE):
        if address.startswith(root):
            return address.removeprefix(root)
    joined = os.path.normpath(f"{os.path.dirname(path)}/{address}".lstrip("/"))  # noqa: PTH120 - an address
    return "" if joined == "." else joined + ("/" if address.endswith("/") else "")


def test_every_address_card_is_one(files):
    for path, content in having(files, ".vcf").items():
        for card in vobject.readComponents(content.decode(), validate=True):
            assert card.fn.value, path
            assert re.fullmatch(r"\+?[0-9]+(;ext=[0-9]+)?", card.tel.value), path


def test_all_cards_are_the_single_ones_one_after_another(files):
    for path, content in having(files, "/all.vcf").items():
        folder = path.removesuffix("all.vcf")
        single = [c for p, c in having(files, ".vcf").items() if p.startswith(folder) and p != path]
        assert content == b"".join(single)


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_every_table_is_regular_and_harmless(files):
    for path, content in having(files, ".csv").items():
        assert content.startswith(b"\xef\xbb\xbf"), path
        rows = table(content)
        assert {len(row) for row in rows} == {len(rows[0])}, path
        assert [c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], path


def test_all_public_data_is_as_the_schema_says(files):
    schema = json.loads(files["api/v1/schema.json"])
    Draft202012Validator.check_schema(schema)
    assert schema == SCHEMAS["api-v1"]
    checked = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    documents = {
        path: json.loads(content) for path, content in having(files, ".json").items() if "/v1/" in path
    }
    for path, document in documents.items():
        if path != "api/v1/schema.json":
            assert [error.message for error in checked.iter_errors(document)] == [], path
    index = documents["api/v1/index.json"]
    offered = {index["organisations"], index["schema"], *(edition["data"] for edition in index["campaigns"])}
    assert offered | {"api/v1/index.json"} == set(documents)


def blocks(html: bytes) -> list[str]:
    return re.findall(r'<script type="application/ld\+json">(.*?)</script', html.decode(), re.DOTALL)


def pages_with_data(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict]]:
    for path, content in having(files, ".html").items():
        for block in blocks(content):
            yield path, json.loads(block)


def test_what_pages_tell_search_engines_is_as_the_schema_says(files):
    checked = Draft202012Validator(SCHEMAS["jsonld"])
    told = dict(pages_with_data(files))
    for path, found in told.items():
        assert [error.message for error in checked.iter_errors(found)] == [], path
    for path in ("index.html", "en/organisations/index.html", "about/index.html"):
        assert (path in told) == (path in files), path


def test_the_formats_that_a_page_offers_are_there(files):
    for path, content in having(files, ".html").items():
        offered = re.findall(r'href="([^"]*\.(?:ics|atom|csv|vcf|json))"', content.decode())
        assert [link for link in offered if _resolved(path, link) not in files] == [], path


def test_every_calendar_is_offered_on_the_page_beside_it(files):
    for path in having(files, ".ics"):
        page = files[f"{path.removesuffix('calendar.ics')}index.html"].decode()
        assert f'{path}" type="text/calendar"' in page, path


# --- promise 1: nothing states a day that a plan lacks ----------------------------------------


@pytest.fixture(scope="module")
def known(data):
    return set(days.printed_days(data.plan))


def documents(files: Mapping[str, bytes]) -> dict[str, dict]:
    found = {p: json.loads(c) for p, c in having(files, ".json").items() if p.startswith("api/v1/")}
    return {path: document for path, document in found.items() if document.get("type") == "campaign"}


def test_public_data_gives_days_of_fuzzy_times_as_bounds_only(files, known):
    for path, document in documents(files).items():
        assert (
            days.unknown_days(json.dumps(days.without_bounds(document), ensure_ascii=False), known) == []
        ), path


def test_the_edtf_of_a_fuzzy_time_is_a_set_an_open_interval_or_approximate(files):
    day = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    found = [time for document in documents(files).values() for time in days.times(document)]
    fuzzy = [time["edtf"] for time in found if not time["is_exact"] and time["edtf"]]
    assert fuzzy
    assert [code for code in fuzzy if re.fullmatch(rf"{day}(/{day})?", code)] == []


def test_a_calendar_entry_on_bounds_says_about_and_every_entry_takes_nobodys_time(files, known):
    for path, content in having(files, ".ics").items():
        for event in events(content):
            covered = {event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)}
            about = re.match(
                r"((（已取消）|（已延期）)?（约）|((Cancelled|Postponed): )?\(about\) )", str(event["SUMMARY"])
            )
            assert event["TRANSP"] == "TRANSPARENT", path
            assert about or covered <= known, (path, event["SUMMARY"])
            said = str(event["SUMMARY"]) + str(event["DESCRIPTION"])
            assert days.unknown_days(said, known) == [], path


def test_a_calendar_spans_exactly_the_bounds_of_the_public_data(files):
    bounds = {}
    for document in documents(files).values():
        for activity in document["activities"]:
            when = activity["when"]
            is_due = when and when["kind"] == "until" and when["text"]["zh"].endswith("日前")
            if is_due or (when and when["earliest"] and when["latest"]):
                name = f"urn:microsite:{document['id']}:activity:{activity['id']}"
                bounds[name] = (
                    when["earliest"] or when["latest"],
                    when["latest"],
                    when["is_exact"] or is_due,
                    activity["status"] == "cancelled",
                )
    found = {}
    for content in having(files, ".ics").values():
        for event in events(content):
            name, last = str(event["UID"]), event["DTEND"].dt - timedelta(days=1)
            if name.count(":") == 4 and ":activity:" in name:
                exact = not re.search("（约）|about", str(event["SUMMARY"]))
                cancelled = event.get("STATUS") == "CANCELLED"
                found[name] = (event["DTSTART"].dt.isoformat(), last.isoformat(), exact, cancelled)
    assert found == bounds


def test_tables_give_days_of_fuzzy_times_only_under_not_before_and_not_after(files, known):
    for path, content in having(files, ".csv").items():
        head, *rows = table(content)
        bounds = {
            head.index(name) for name in head if name in ("不早于", "不晚于", "Not before", "Not after")
        }
        text = "\n".join(cell for row in rows for n, cell in enumerate(row) if n not in bounds)
        assert days.unknown_days(text, known) == [], path


@pytest.mark.parametrize("ending", [".atom", ".vcf"])
def test_feeds_and_cards_name_no_other_day_than_the_plans_do(files, known, ending):
    for path, content in having(files, ending).items():
        assert days.unknown_days(content.decode(), known) == [], path


def test_pages_name_no_other_day_than_the_plans_do(files, known):
    """The bounds that scripts read are attributes that say which end they bound."""
    for path, content in having(files, ".html").items():
        assert days.unknown_days(days.without_attributes(content.decode()), known) == [], path


def test_search_engines_hear_of_days_only_where_both_are_known(files, data):
    exact = {
        (when.earliest.isoformat(), when.latest.isoformat())
        for campaign in data.plan.campaigns
        for when in (campaign.window, *(a.when.date for a in campaign.activities if a.when))
        if when.is_exact and not when.tentative
    }
    told = [node for _, found in pages_with_data(files) for node in found["@graph"] if "startDate" in node]
    assert {(node["startDate"], node["endDate"]) for node in told} == exact


# --- people, and the same bytes ---------------------------------------------------------------


def test_expired_names_are_in_no_file_of_any_format():
    shown = publishing.real_data(publishing.NAMES_SHOWN)
    people = [
        " ".join(contact.person.split())
        for campaign in shown.plan.campaigns
        for contact in (campaign.contacts.contacts if campaign.contacts else ())
        if contact.person
    ]
    assert len(people) == 17
    before = b"".join(publishing.formats(shown).values()).decode()
    after = b"".join(publishing.formats(publishing.real_data(publishing.NAMES_GONE)).values()).decode()
    assert [person for person in people if person not in before] == []
    assert [person for person in people if person in after] == []


def digest(of: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for path, content in of.items():
        whole.update(f"{path} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def test_the_same_data_gives_the_same_bytes_wherever_and_whenever_it_is_built():
    code = "import publishing, test_formats as t; print(t.digest(publishing.formats(publishing.real_data())))"
    elsewhere = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    path = os.pathsep.join([str(HERE), str(HERE.parent / "hooks")])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **elsewhere, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    here = digest(publishing.formats(publishing.real_data()))
    assert done.stdout.strip() == here
    assert digest(publishing.formats(publishing.real_data())) == here
