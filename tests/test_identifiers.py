"""What identifies a record in calendars, feeds and data stays what it was when it was published first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import builders
import permanence
from permanence import CAMPAIGN, REGISTER, Place

SECOND = builders.an_activity_yaml(id="village-classes", number="2", title="开展数字技能下乡")
PARTS = "[{id: final, name: 决赛, when: 6月20日}]"
FIRST = builders.an_activity_yaml(id="quiz-a", parts=PARTS)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = permanence.a_place(
        tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[FIRST, SECOND])
    )
    made.release()
    return made


def rename(place: Place, *ids: str) -> None:
    """Give the first activity another id; the ones after it are former ones, as they stand in the file."""
    text = (place.data / CAMPAIGN).read_text("utf-8")
    now = f"- id: {ids[0]}\n    formerly: [{', '.join(ids[1:])}]\n"
    (place.data / CAMPAIGN).write_text(re.sub(r"- id: quiz-\w\n(    formerly: .*\n)?", now, text), "utf-8")


def uid(place: Place, page: str) -> list[str]:
    text = (place.build().folder / page / "calendar.ics").read_text("utf-8").replace("\r\n ", "")
    return re.findall(r"UID:urn:microsite:(\S+)", text)


# --- ids --------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [("quiz-a", "quiz-b"), ("quiz-b", "quiz-a")])
def test_the_id_published_first_is_kept_in_whatever_order_the_former_ones_stand(
    place: Place, order: tuple[str, str]
) -> None:
    rename(place, "quiz-b", "quiz-a")
    place.release()
    rename(place, "quiz-c", *order)
    place.release()
    assert uid(place, "yunling-2025/quiz-c") == [
        "yunling-2025:activity:quiz-a",
        "yunling-2025:activity:quiz-a:part:final",
    ]


@pytest.mark.parametrize("released", [True, False])
def test_a_record_that_gets_its_first_id_back_was_never_another(place: Place, released: bool) -> None:
    rename(place, "quiz-b", "quiz-a")
    if released:
        place.release()
    rename(place, "quiz-a", "quiz-b")
    assert uid(place, "yunling-2025/quiz-a")[0] == "yunling-2025:activity:quiz-a"
    place.release()
    assert uid(place, "yunling-2025/quiz-a")[0] == "yunling-2025:activity:quiz-a"


def test_of_two_that_were_published_together_the_one_that_is_left_keeps_its_own(place: Place) -> None:
    place.edit((SECOND, ""), ("id: quiz-a\n", "id: quiz-a\n    formerly: [village-classes]\n"))
    assert uid(place, "yunling-2025/quiz-a")[0] == "yunling-2025:activity:quiz-a"
    assert uid(place, "yunling-2025/village-classes")[0] == "yunling-2025:activity:quiz-a"


def test_a_name_given_up_before_the_first_release_is_older_than_the_released_one(tmp_path: Path) -> None:
    first = builders.an_activity_yaml(id="quiz-a")
    place = permanence.a_place(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[first]))
    rename(place, "quiz-b", "quiz-a")
    assert uid(place, "yunling-2025/quiz-b") == ["yunling-2025:activity:quiz-a"]
    place.release()
    assert uid(place, "yunling-2025/quiz-b") == ["yunling-2025:activity:quiz-a"]
    rename(place, "quiz-c", "quiz-b", "quiz-a")
    place.release()
    assert uid(place, "yunling-2025/quiz-c") == ["yunling-2025:activity:quiz-a"]


def test_a_body_a_phase_and_a_part_keep_theirs_too(place: Place) -> None:
    place.edit(
        ("  - id: implementation\n", "  - id: second\n    formerly: [implementation]\n"),
        ("{id: final,", "{id: last, formerly: [final],"),
    )
    place.edit(("id: yunling-cac\n", "id: yunling-net\n    formerly: [yunling-cac]\n"), name=REGISTER)
    place.release()
    place.edit(
        (
            "  - id: second\n    formerly: [implementation]\n",
            "  - id: third\n    formerly: [second, implementation]\n",
        ),
        ("{id: last, formerly: [final],", "{id: end, formerly: [last, final],"),
    )
    edit = (
        "id: yunling-net\n    formerly: [yunling-cac]\n",
        "id: yunling-web\n    formerly: [yunling-net, yunling-cac]\n",
    )
    place.edit(edit, name=REGISTER)
    found = uid(place, "yunling-2025")
    assert "yunling-2025:phase:implementation" in found
    assert "yunling-2025:activity:quiz-a:part:final" in found
    built = place.build()
    card = (built.folder / "yunling-2025/contacts/yunling-web.vcf").read_text("utf-8")
    assert "UID:urn:microsite:yunling-2025:contact:yunling-cac" in card.replace("\r\n ", "")
    told = built.pages["organisations/yunling-web/"].html
    assert '"@id":"urn:microsite:organisation:yunling-cac"' in told.replace(": ", ":")


def test_a_campaign_keeps_its_own_in_feeds_and_the_data_says_which_it_is(place: Place) -> None:
    for new, before in (("yunling-b", ["yunling-2025"]), ("yunling-c", ["yunling-b", "yunling-2025"])):
        old = place.data / f"campaigns/{before[0]}.yml"
        text = re.sub(
            r"\Aid: .*\n(formerly: .*\n)?",
            f"id: {new}\nformerly: [{', '.join(before)}]\n",
            old.read_text("utf-8"),
        )
        (place.data / f"campaigns/{new}.yml").write_text(text, "utf-8")
        old.unlink()
        (place.data / f"contacts/{before[0]}.yml").rename(place.data / f"contacts/{new}.yml")
        contacts = place.data / f"contacts/{new}.yml"
        contacts.write_text(contacts.read_text("utf-8").replace(before[0], new), "utf-8")
        place.release()
    folder = place.build().folder
    assert "<id>urn:microsite:yunling-2025:changes:zh</id>" in (folder / "yunling-c/changes.atom").read_text(
        "utf-8"
    )
    data = json.loads((folder / "api/v1/yunling-c.json").read_bytes())
    assert (data["id"], data["first_id"], data["activities"][0]["first_id"]) == (
        "yunling-c",
        "yunling-2025",
        None,
    )


# --- updates of one day -----------------------------------------------------------------------

A, B, C = (
    f"{{on: 2025-06-03, text: {text}}}"
    for text in ("时间改为六月中旬。", "地点改在省图书馆。", "报名到此为止。")
)


def told(place: Place, *updates: str) -> list[str]:
    """Write the updates of the first activity; gives what each fragment of its page says."""
    text = (place.data / CAMPAIGN).read_text("utf-8")
    text = re.sub(
        r"(    updates: .*\n)?    parts: ", f"    updates: [{', '.join(updates)}]\n    parts: ", text
    )
    (place.data / CAMPAIGN).write_text(text, "utf-8")
    html = place.build().pages["yunling-2025/quiz-a/"].html
    found = re.findall(r'id="change-2025-06-03(?:-(\d))?"(.*?)</li>', html, re.DOTALL)
    assert found
    texts = {number: re.sub(r"<[^>]*>", "", rest) for number, rest in found}
    named = (
        (number, next(word for word in ("时间", "地点", "报名") if word in text))
        for number, text in texts.items()
    )
    return [f"{number or 1} {word}" for number, word in sorted(named)]


def test_an_update_typed_above_those_of_its_day_takes_no_address_from_them(place: Place) -> None:
    assert told(place, A, B) == ["1 时间", "2 地点"]
    place.release()
    assert told(place, C, A, B) == ["1 时间", "2 地点", "3 报名"]
    assert told(place, C, B, A) == ["1 时间", "2 地点", "3 报名"]
    feed = (place.build().folder / "yunling-2025/changes.atom").read_text("utf-8")
    entries = dict(
        re.findall(
            r"<entry><title>[^<]*：([^<]*)</title>.*?change-2025-06-03([-\d]*):zh</id>", feed, re.DOTALL
        )
    )
    assert entries == {"时间改为六月中旬。": "", "地点改在省图书馆。": "-2", "报名到此为止。": "-3"}
    place.release()
    assert told(place, C, A, B) == ["1 时间", "2 地点", "3 报名"]


def test_a_misprint_of_a_published_update_may_be_corrected(place: Place) -> None:
    told(place, A, B)
    place.release()
    assert told(place, A.replace("六月中旬", "6月中旬"), B) == ["1 时间", "2 地点"]
    assert told(place, B, A.replace("六月中旬", "6月中旬")) == ["1 时间", "2 地点"]


def test_a_draft_of_the_day_takes_no_address_either(place: Place) -> None:
    told(place, A)
    place.release()
    assert told(place, C.replace("}", ", draft: true}"), A) == ["1 时间"]
    assert told(place, C.replace("}", ", draft: true}"), B, A) == ["1 时间", "2 地点"]


def test_one_rewritten_while_another_is_added_is_asked_about(place: Place) -> None:
    told(place, A)
    place.release()
    text = (place.data / CAMPAIGN).read_text("utf-8")
    (place.data / CAMPAIGN).write_text(text.replace(A, f"{C}, {A.replace('六月', '七月')}"), "utf-8")
    lines = place.ledger.read_text("utf-8").splitlines()
    number = next(
        n for n, line in enumerate(lines, 1) if line.startswith("yunling-2025/quiz-a/#change-2025-06-03\t")
    )
    assert place.problems() == [
        (
            f"data/published-urls.txt:{number}:1: yunling-2025/quiz-a/#change-2025-06-03: "
            "这条更新公布过，文字后来改了，同一天又添了别的更新，看不出哪一条是原来的；请把它改回公布时的文字，有错就再添一条更正"
            " / the text of this published update was changed and others were added on that day, so nobody can tell "
            "which one it was; restore the published text, and correct it with another update"
        )
    ]


def test_the_ledger_has_no_word_of_an_update(place: Place) -> None:
    told(place, A)
    place.release()
    line = next(line for line in permanence.entries(place) if "quiz-a/#change-" in line)
    assert re.fullmatch(r"\S+#change-2025-06-03\tchange yunling-2025/quiz-a/2025-06-03\t[0-9a-f]{8}", line)
