"""Address cards: read back with vobject, as a telephone would."""

from __future__ import annotations

from dataclasses import replace

import vobject

import builders
from microsite.model.contacts import Contact
from microsite.model.values import Words
from microsite.site.feeds.vcard import vcard
from publishing import formats


def read(content: bytes) -> list:
    return list(vobject.readComponents(content.decode(), validate=True))


def a_contact(name: str, person: str | None = None) -> Contact:
    contact = builders.contacts().contacts[0]
    body = replace(contact.body.organisation, name=Words(name, "x"))
    return replace(contact, body=replace(contact.body, organisation=body), person=person)


def test_a_card_holds_the_body_its_line_and_the_person(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)))
    (card,) = read(files["yunling-2025/contacts/yunling-education.vcf"])
    assert {name: card.contents[name][0].value for name in ("uid", "fn", "tel", "note")} == {
        "uid": "urn:microsite:yunling-2025:contact:yunling-education",
        "fn": "云岭省教育厅",
        "tel": "+8699055501002",
        "note": "陈 二",
    }
    assert card.tel.params == {"TYPE": ["WORK", "VOICE"]}


def test_address_books_show_a_body_as_an_organisation_and_no_person_of_its_name(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)))
    (card,) = read(files["yunling-2025/contacts/yunling-education.vcf"])
    assert card.org.value == ["云岭省教育厅"]
    assert card.contents["x-abshowas"][0].value == "COMPANY"
    assert str(card.n.value).strip() == ""


def test_no_line_of_a_card_is_longer_than_75_bytes(tmp_path):
    content = vcard(builders.a_campaign(), a_contact("云岭省" * 30))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (card,) = read(content)
    assert card.fn.value == "云岭省" * 30


def test_every_card_of_a_site_has_a_uid_of_its_own(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)))
    cards = read(files["yunling-2025/contacts/all.vcf"])
    assert len({card.uid.value for card in cards}) == len(cards) == 4


def test_all_lines_are_in_one_file_in_the_order_of_the_notice(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)))
    cards = read(files["yunling-2025/contacts/all.vcf"])
    assert [card.fn.value for card in cards] == [
        "中共云岭省委网络安全和信息化委员会办公室",
        "云岭省教育厅",
        "云岭省人力资源和社会保障厅",
        "云岭省妇女联合会",
    ]


def test_a_person_is_gone_from_every_card_when_the_name_expires(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path), builders.AS_OF.replace(year=2026))
    (card,) = read(formats(data)["yunling-2025/contacts/yunling-education.vcf"])
    assert sorted(card.contents) == ["fn", "n", "org", "tel", "uid", "version", "x-abshowas"]


def test_separators_in_a_name_stay_in_the_name():
    name = "甲;乙,丙\\丁：戊"
    (card,) = read(vcard(builders.a_campaign(), a_contact(name, "戊;\\,己")))
    assert (card.fn.value, card.org.value) == (name, [name])
    assert card.note.value == "戊;\\,己"


def test_line_breaks_in_a_name_add_no_property():
    (card,) = read(vcard(builders.a_campaign(), a_contact("甲\r\nTEL:110\nX:1", "己\r\nEMAIL:a@b.cn")))
    assert sorted(card.contents) == ["fn", "n", "note", "org", "tel", "uid", "version", "x-abshowas"]
    assert (card.fn.value, card.note.value) == ("甲 TEL:110 X:1", "己 EMAIL:a@b.cn")
