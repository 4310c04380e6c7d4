"""Payloads in files for other programs: read back with libraries, they are the text that was typed, no more."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import icalendar
import pytest
import vobject
from lxml import etree, html

import builders
import hostile_site
import payloads
import publishing
import reading
from microsite.core.problems import Mark, Problem
from microsite.site import pages

TEXTS = payloads.groups(8)
ATOM = "{http://www.w3.org/2005/Atom}"
SITE_URL = "https://www.example.gov.cn/ztzl/"

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    root = tmp_path_factory.mktemp("hostile")
    hostile_site.folder(root, TEXTS)
    hostile_site.translate_all(root, builders.data(root), TEXTS)
    site = publishing.site(builders.data(root), as_of=builders.AS_OF, **hostile_site.settings(TEXTS[0]))
    return publishing.everything(site)


def named(files: Files, pattern: str) -> list[tuple[str, int, bytes]]:
    """Path, number of the campaign and content of the Chinese files of one kind."""
    found = [(re.fullmatch(pattern, path), path) for path in files]
    listed = [(path, int(match[1]), files[path]) for match, path in found if match]
    assert len(listed) >= 8
    return listed


def harmless(text: str) -> str:
    """How a spreadsheet gets it: with an apostrophe where it would be a formula."""
    return f"'{text}" if text[0] in "=+-@＝＋－＠" else text


def test_every_table_has_its_columns_and_no_cell_is_a_formula(files: Files) -> None:
    for path, number, content in named(files, r"hostile(\d)-2025/activities\.csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        assert [len(row) for row in rows] == [len(rows[0])] * 3, path
        assert [row[2].removeprefix("（已取消）").removeprefix("（已延期）") for row in rows[1:]] == [harmless(TEXTS[number])] * 2
        assert [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@＝＋－＠\t")] == []


def test_a_table_of_contacts_names_body_and_person_as_they_were_typed(files: Files) -> None:
    for _, number, content in named(files, r"hostile(\d)-2025/contacts\.csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        person = harmless(" ".join(TEXTS[number].split()))
        assert [row[0] for row in rows[1:]] == [f"短 {TEXTS[number]} {body}" for body in (0, 1)]
        assert [row[3].replace(person, "", 1).strip("；") for row in rows[1:]] in (["", ""], [" ".join(TEXTS[number].split())] * 2)


def test_a_calendar_has_entries_with_these_properties_and_no_others(files: Files) -> None:
    known = {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DESCRIPTION", "TRANSP",
        "STATUS", "URL", "LOCATION", "GEO",
    }  # fmt: skip
    for path, number, content in named(files, r"hostile(\d)-2025/quiz-0/calendar\.ics"):
        assert all(len(line) <= 75 for line in content.split(b"\r\n")), path
        calendar = icalendar.Calendar.from_ical(content)
        assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
        for event in calendar.walk("VEVENT"):
            assert (event.errors, set(event) - known) == ([], set())
            assert TEXTS[number] in str(event["SUMMARY"])
            assert str(event["URL"]).startswith(f"{SITE_URL}hostile{number}-2025/")


def test_an_address_card_has_these_properties_and_no_others(files: Files) -> None:
    for path, number, content in named(files, r"hostile(\d)-2025/contacts/all\.vcf"):
        cards = list(vobject.readComponents(content.decode(), allowQP=False))
        assert len(cards) == 2, path
        for body, card in enumerate(cards):
            assert set(card.contents) <= {"version", "n", "fn", "org", "tel", "email", "note", "uid", "x-abshowas"}
            assert str(card.fn.value).split() == f"全 {TEXTS[number]} {body}".split()
            assert [str(line.value) for line in card.contents["tel"]] == ["+8699055501001;ext=801", "+8699055501001"]


def test_a_feed_is_xml_whose_words_are_text(files: Files) -> None:
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    feeds = {path: content for path, content in files.items() if path.endswith(".atom")}
    assert len(feeds) >= 18
    for path, content in feeds.items():
        tree = etree.fromstring(content, strict)
        assert not tree.getroottree().docinfo.doctype
        assert {element.tag.removeprefix(ATOM) for element in tree.iter()} <= {
            "feed", "title", "link", "id", "updated", "author", "name", "entry", "published", "summary", "rights",
        }, path  # fmt: skip
        links = [link.get("href") for link in tree.iter(f"{ATOM}link")]
        assert [link for link in links if not link.startswith(SITE_URL)] == []
    titles = [title.text for title in etree.fromstring(feeds["hostile3-2025/changes.atom"]).iter(f"{ATOM}title")]
    assert any(TEXTS[3] in (title or "") for title in titles)


def test_the_data_of_a_page_ends_where_it_should_and_says_what_was_typed(files: Files) -> None:
    found = 0
    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', content.decode(), re.DOTALL):
            assert re.search(r"[<>&\u2028\u2029]", data) is None, path
            assert json.loads(data)["@context"] == "https://schema.org"
            found += 1
    assert found > 150
    page = files["hostile5-2025/quiz-0/index.html"].decode()
    graph = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])["@graph"]
    assert TEXTS[5] in [item["name"] for item in graph[0]["itemListElement"]]


def test_the_files_for_programs_and_for_the_finder_hold_the_text_as_it_was_typed(files: Files) -> None:
    for number, text in enumerate(TEXTS):
        record = json.loads(files[f"api/v1/hostile{number}-2025.json"])
        english = record["activities"][0]["title"]["en"]
        assert record["activities"][0]["title"]["zh"] == text
        assert english.startswith(f"en {TEXTS[-1 - number]}")
        listed = json.loads(files[f"hostile{number}-2025/activities/index.json"])["activities"]
        assert [(entry[0], "pwn()" in entry[1]) for entry in listed] == [
            ("quiz-0", True), ("quiz-1", True),
        ]  # fmt: skip


def test_every_page_is_one_document_whose_title_is_the_text(files: Files) -> None:
    """Read with Python's own parser: nothing of a payload became an element."""
    for number, text in enumerate(TEXTS):
        page = reading.page("", files[f"hostile{number}-2025/quiz-0/index.html"].decode())
        assert page.h1 == [" ".join(text.split())]
        assert page.html.lower().count("<script") == len(re.findall(r"<script (src=|type=\"application)", page.html))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_wrong_is_shown_above_a_preview_as_it_was_typed(text: str) -> None:
    problem = Problem(Mark("data/x.yml"), text, "empty", text, text)
    told = html.fromstring(pages.problems(publishing.site(publishing.real_data()), "zh", "problems", [problem]))
    assert [(each.text_content(), len(each)) for each in told.iter("li")] == [(str(problem), 0)]
    assert [each.tag for each in told.iter()] == ["section", "h2", "ul", "li"]


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\u202e", "\u200b", "\ufffe"])
def test_a_character_that_hides_is_refused_in_a_translation_too(tmp_path: Path, sign: str) -> None:
    root = builders.a_data_folder(tmp_path)
    text = f'msgid ""\nmsgstr ""\n\nmsgctxt "name"\nmsgid "2025年云岭省全民数字素养与技能提升月"\nmsgstr "a{sign}b"\n'
    builders.write(root, "translations/en/yunling-2025.po", text)
    (problem,) = builders.problems_in(root)
    assert problem.mark.line in (4, 5, 6)
    assert f"U+{ord(sign):04X}" in problem.zh
    assert f"U+{ord(sign):04X}" in problem.en
