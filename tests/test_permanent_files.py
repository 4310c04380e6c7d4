"""Calendars, feeds, tables, address cards and data that were published: each is still there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import builders
import calendars
import permanence
from microsite.checks import downloads
from permanence import REGISTER, Built, Place

FILE = "data/published-urls.txt"
RENAMED = ("id: online-quiz\n", "id: quiz\n    formerly: [online-quiz]\n")
QUIZ = builders.an_activity_yaml()
CLASSES = builders.an_activity_yaml(id="village-classes", number="2", title="开展数字技能下乡", when=None, lead="[省妇联]")
WITHDRAWN = """\
withdrawn:
  - {id: online-quiz, title: 举办数字知识网上竞答, on: 2025-06-20, reason: 主办单位取消了竞答。}
activities:
"""
CONTACTS = "contacts/yunling-2025.yml"
WOMEN = "  - body: 省妇联\n    person: 吴 四\n    phone: 0990—55501004\n"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """One activity with days and one without; released."""
    made = permanence.a_place(
        tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[QUIZ, CLASSES])
    )
    made.release()
    return made


def released(place: Place) -> list[str]:
    """The addresses of files in the ledger."""
    lines = (line.split("\t") for line in permanence.entries(place))
    return [address for address, meaning in lines if meaning.partition(" ")[0] in downloads.KINDS]


def missing(place: Place, built: Built) -> list[str]:
    return [address for address in released(place) if not built.answers(address)]


def content(built: Built, path: str) -> str:
    return (built.folder / path).read_bytes().decode("utf-8-sig")


def after(place: Place) -> Built:
    """The site as it is now; nothing that was published is missing."""
    assert place.problems() == []
    built = place.build()
    assert missing(place, built) == []
    return built


# --- the site and the ledger agree ------------------------------------------------------------


def test_every_file_for_others_is_released_and_every_released_one_is_there(place: Place) -> None:
    built = place.build()
    offered = {"ics", "atom", "csv", "vcf"}
    names = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    found = {name for name in names if name.rpartition(".")[2] in offered or name.startswith("api/")}
    assert {name for name in found if not name.startswith("en/")} == set(released(place))
    both = {f"en/{name}" for name in released(place) if downloads.languages(name) == ("zh", "en")}
    assert {name for name in found if name.startswith("en/")} == both
    assert len(released(place)) == 16
    assert "yunling-2025/village-classes/calendar.ics" not in released(place)


def test_a_file_that_the_site_no_longer_makes_is_told(place: Place) -> None:
    """As if a later version of the program called its calendars something else."""
    with place.ledger.open("a", encoding="utf-8") as ledger:
        ledger.write("yunling-2025/online-quiz/events.ics\tcalendar yunling-2025/online-quiz\nnews.atom\tfeed\n")
    last = len(place.ledger.read_text("utf-8").splitlines())
    words = (
        "这个文件的地址公布过，现在网站不再给出这个文件；有人订阅或链接着它，请恢复"
        " / the address of this file was published, but the site no longer has the file; people subscribe or link to it, "
        "so restore it"
    )
    assert place.problems() == [
        f"{FILE}:{last - 1}:1: yunling-2025/online-quiz/events.ics: {words}",
        f"{FILE}:{last}:1: news.atom: {words}",
    ]


def test_a_lost_record_is_told_once_with_its_page_and_not_with_its_files(place: Place) -> None:
    place.edit(("id: online-quiz\n", "id: quiz\n"))
    place.edit(("id: yunling-women\n", "id: yunling-ladies\n"), name=REGISTER)
    assert [told.split(": ")[1] for told in place.problems()] == [
        "organisations/yunling-women/", "yunling-2025/online-quiz/",
    ]  # fmt: skip


# --- under former names -----------------------------------------------------------------------


def test_every_file_is_at_its_former_address_with_the_same_content(place: Place) -> None:
    (place.data / permanence.CAMPAIGN).rename(place.data / "campaigns/yunling.yml")
    (place.data / CONTACTS).rename(place.data / "contacts/yunling.yml")
    place.edit(("id: yunling-2025\n", "id: yunling\nformerly: [yunling-2025]\n"), RENAMED, name="campaigns/yunling.yml")
    place.edit(("campaign: yunling-2025", "campaign: yunling"), name="contacts/yunling.yml")
    place.edit(("id: yunling-women\n", "id: yunling-ladies\n    formerly: [yunling-women]\n"), name=REGISTER)
    built = after(place)
    for old, new in (
        ("api/v1/yunling-2025.json", "api/v1/yunling.json"),
        ("yunling-2025/calendar.ics", "yunling/calendar.ics"),
        ("en/yunling-2025/changes.atom", "en/yunling/changes.atom"),
        ("yunling-2025/activities.csv", "yunling/activities.csv"),
        ("yunling-2025/online-quiz/calendar.ics", "yunling/quiz/calendar.ics"),
        ("yunling-2025/contacts/yunling-women.vcf", "yunling/contacts/yunling-ladies.vcf"),
    ):
        assert (built.folder / old).read_bytes() == (built.folder / new).read_bytes(), old
    assert json.loads(content(built, "api/v1/index.json"))["campaigns"][0]["data"] == "api/v1/yunling.json"


def test_a_former_id_changes_no_name_by_which_calendars_and_feeds_know_an_entry(tmp_path: Path) -> None:
    update = "    updates: [{on: 2025-06-02, text: 换了电话}]\n"
    place = permanence.a_place(tmp_path, contacts__yunling_2025=builders.contacts_yaml((WOMEN, WOMEN + update)))
    before = place.build()
    place.edit(("id: implementation\n", "id: holding\n    formerly: [implementation]\n"),
               ("phase: implementation", "phase: holding"))  # fmt: skip
    place.edit(("id: yunling-women\n", "id: yunling-ladies\n    formerly: [yunling-women]\n"), name=REGISTER)
    now = place.build()
    names = [
        [entry["uid"] for entry in calendars.by_javascript(each.folder)["yunling-2025/calendar.ics"]["events"]]
        for each in (before, now)
    ]
    assert names[0] == names[1]
    assert "urn:microsite:yunling-2025:phase:implementation" in names[0]
    name = "<id>urn:microsite:yunling-2025:contact:yunling-women:change-2025-06-02:zh</id>"
    assert [name in content(each, "yunling-2025/changes.atom") for each in (before, now)] == [True, True]


# --- with nothing in them any more ------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [("    when: 6月中旬\n", ""), ("when: 6月中旬", "when: 8月起")],
    ids=["no time", "an open end"],
)
def test_an_activity_that_lost_its_days_keeps_an_empty_calendar(place: Place, edit: builders.Edit) -> None:
    place.edit(edit)
    built = after(place)
    path = "yunling-2025/online-quiz/calendar.ics"
    read = calendars.by_javascript(built.folder)
    assert read[path] == {"name": "举办数字知识网上竞答", "count": 0, "events": []}
    assert read["organisations/yunling-cac/calendar.ics"] == {"name": "省委网信办参加的活动", "count": 0, "events": []}
    for language, said in (
        ("", "这里现在没有能写进日历的日期，情况见网页。"),
        ("en/", "There are no days to enter here at present. The page says why."),
    ):
        assert f"X-WR-CALDESC:{said}\r\n" in content(built, f"{language}{path}").replace("\r\n ", "")
    assert "calendar.ics" not in built.pages["yunling-2025/online-quiz/"].html


def test_a_calendar_is_filled_again_when_there_are_days(place: Place) -> None:
    full = (place.build().folder / "yunling-2025/online-quiz/calendar.ics").read_bytes()
    place.edit(("    when: 6月中旬\n", ""))
    after(place)
    place.edit(("    lead: [省委网信办]\n", "    lead: [省委网信办]\n    when: 6月中旬\n"))
    assert (after(place).folder / "yunling-2025/online-quiz/calendar.ics").read_bytes() == full


def test_a_withdrawn_activity_keeps_an_empty_calendar_also_under_the_campaigns_former_id(place: Place) -> None:
    (place.data / permanence.CAMPAIGN).rename(place.data / "campaigns/yunling.yml")
    (place.data / CONTACTS).unlink()
    place.edit((QUIZ, ""), ("activities:\n", WITHDRAWN), ("id: yunling-2025\n", "id: yunling\nformerly: [yunling-2025]\n"),
               name="campaigns/yunling.yml")  # fmt: skip
    built = after(place)
    read = calendars.by_javascript(built.folder)
    for path in ("yunling-2025/online-quiz/calendar.ics", "yunling/online-quiz/calendar.ics"):
        assert read[path] == {"name": "举办数字知识网上竞答", "count": 0, "events": []}


MANY = "".join(f", {{when: 6月{day}日}}" for day in range(11, 23))


@pytest.mark.parametrize("more", ["", ", {when: 待定}", f"{MANY}, {{when: 待定}}"])
def test_the_ledger_has_the_calendars_that_sessions_fill(tmp_path: Path, more: str) -> None:
    """Those of bodies have nothing from the first to the last of many sessions where one has no day."""
    quiz = builders.an_activity_yaml(when=None, sessions=f"[{{when: 6月15日, host: [省妇联]}}{more}]")
    place = permanence.a_place(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[quiz]))
    place.release()
    bodies = [] if MANY in more else ["organisations/yunling-cac/calendar.ics", "organisations/yunling-women/calendar.ics"]
    assert [address for address in released(place) if address.endswith(".ics")] == [
        *bodies, "yunling-2025/calendar.ics", "yunling-2025/online-quiz/calendar.ics",
    ]  # fmt: skip
    after(place)


def test_a_table_of_sessions_keeps_its_head_when_none_is_left(tmp_path: Path) -> None:
    quiz = builders.an_activity_yaml(sessions="[{when: 6月15日}]")
    place = permanence.a_place(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[quiz, CLASSES]))
    place.release()
    assert "yunling-2025/sessions.csv" in released(place)
    place.edit((quiz, QUIZ))
    (head,) = content(after(place), "yunling-2025/sessions.csv").splitlines()
    assert head.startswith("序号,编号,活动,时间,时间（通知原文）,不早于,不晚于,地点,地址,市县,主办单位,")


def test_contacts_that_are_left_out_keep_files_without_numbers_and_names(place: Place) -> None:
    (place.data / CONTACTS).unlink()
    built = after(place)
    assert content(built, "yunling-2025/contacts.csv") == "单位,全称,电话,联系人,牵头的活动,分工负责的活动,网页,传真,邮箱\r\n"
    card = content(built, "yunling-2025/contacts/yunling-women.vcf")
    assert card.splitlines() == [
        "BEGIN:VCARD", "VERSION:3.0", "UID:urn:microsite:yunling-2025:contact:yunling-women", "N:;;;;",
        "FN:云岭省妇女联合会", "ORG:云岭省妇女联合会", "X-ABShowAs:COMPANY", "END:VCARD",
    ]  # fmt: skip
    assert content(built, "yunling-2025/contacts/all.vcf").count("BEGIN:VCARD") == 4
    everything = b"".join(path.read_bytes() for path in built.folder.rglob("*") if path.is_file())
    assert [said for said in ("5550100", "吴 四") if said.encode() in everything] == []


def test_a_line_that_is_taken_out_keeps_its_card_without_the_number(place: Place) -> None:
    place.edit((WOMEN, ""), name=CONTACTS)
    built = after(place)
    assert "TEL" not in content(built, "yunling-2025/contacts/yunling-women.vcf")
    assert content(built, "yunling-2025/contacts/all.vcf").count("TEL") == 3


def test_a_file_that_was_never_released_is_not_kept(tmp_path: Path) -> None:
    place = permanence.a_place(tmp_path)
    place.edit(("    when: 6月中旬\n", ""))
    assert not (place.build().folder / "yunling-2025/online-quiz/calendar.ics").exists()
