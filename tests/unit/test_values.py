"""Each kind of single value: what is read of it, and in whole words what is told where it does not fit."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

import builders as b
from microsite.core.problems import Mistake, MistakeBeside
from microsite.model import values
from microsite.model.values import Moment, Point

LONG = "字" * 210
HOST = "https://a.cn"


def read(kind: Any, text: str) -> Any:
    return get_args(kind)[1].read(text)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (values.ShortWords, " 十二个字以内的一行话语吗 ", "十二个字以内的一行话语吗"),
        (values.Extension, "801", "801"),
        (values.Extension, "123456", "123456"),
        (values.OwnLanguage, "en", "en"),
        (values.OfMoment, "2024年5月27日", Moment(date(2024, 5, 27), "")),
        (values.OfMoment, " 2024-05-27 09:30 ", Moment(date(2024, 5, 27), "09:30")),
        (values.OfMoment, "2024年5月27日 23:59", Moment(date(2024, 5, 27), "23:59")),
        (values.OfPoint, "28.6820, 115.8579", Point(28.682, 115.8579)),
        (values.OfPoint, "-90，180", Point(-90.0, 180.0)),
        *((values.Url, f"{HOST}{rest}", f"{HOST}{rest}") for rest in ("", "/", ":65535/x", "./x", "/a//b?c=1:2#d", "/x（一）")),
    ],
)
def test_a_value_is_read_as_what_it_is(kind: Any, typed: str, value: object) -> None:
    assert read(kind, typed) == value


REFUSED = [
    (values.ShortWords, "一二三四五六七八九十一二三", "too-long", "“一二三四五六七八九十一二三”有 13 个字；请缩短到 12 个字以内",
     "“一二三四五六七八九十一二三” has 13 characters; shorten it to 12"),
    (values.ShortWords, LONG, "too-long", f"“{LONG[:40]}”有 210 个字；请缩短到 12 个字以内",
     f"“{LONG[:40]}” has 210 characters; shorten it to 12"),
    *((values.Extension, text, "not-an-extension", f"“{text[:40]}”不是分机号；请只写数字，如 801",
       f"“{text[:40]}” is not an extension; write only its digits, such as 801") for text in ("1234567", "8o1", "", LONG)),
    *((values.OwnLanguage, text, "not-offered", f"“{text[:40]}”不是网站的语言；中文写 zh 或者不写，英文写 en",
       f"“{text[:40]}” is not a language of the site; write en for English, zh or nothing for Chinese") for text in ("fr", LONG)),
    *((values.OfMoment, f"2024年5月27日 {time}", "not-a-time-of-day", f"“{time[:20]}”不是几点几分；请写成 09:30 这样",
       f"“{time[:20]}” is not a time of day; write it as 09:30") for time in ("9:30", "24:00", "09:60", f"09:{LONG}")),
    (values.OfMoment, "5月27日 09:30", "year-missing", "“5月27日”没有写年份；请写年月日，如 2024年5月27日",
     "“5月27日” has no year; write year, month and day, such as 2024-05-27"),
    *((values.OfPoint, text, "not-a-point", f"“{text[:40]}”不是经纬度；请先写纬度、再写经度，如 28.6820, 115.8579",
       f"“{text[:40]}” is not a point on a map; write latitude, then longitude, such as 28.6820, 115.8579")
      for text in ("90.1, 0", "0, 180.1", "28.6820", LONG)),
    (values.Day, LONG, "not-a-day", f"“{LONG[:40]}”不是某一天；请写年月日，如 2024年5月27日",
     f"“{LONG[:40]}” is not one day; write year, month and day, such as 2024-05-27"),
    (values.Day, "20240527", "not-a-day", "“20240527”不是某一天；请写 2024-05-27", "“20240527” is not one day; write 2024-05-27"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "typed", "code", "zh", "en"), REFUSED, ids=[f"{row[2]}-{row[1][:12]}" for row in REFUSED])
def test_a_value_that_does_not_fit_is_told_with_what_to_write(kind: Any, typed: str, code: str, zh: str, en: str) -> None:
    with pytest.raises(Mistake) as told:
        read(kind, typed)
    assert (told.value.code, told.value.zh, told.value.en) == (code, zh, en)


# --- web addresses ----------------------------------------------------------------------------

WRONG_HOST = (
    "主机名、端口或里面的符号不对，请从浏览器的地址栏重新复制",
    "its host, port or a character in it is wrong; copy it again from the browser’s address bar",
)
SPACE = "里面有空格，一处只写一个网址，网址里的空格写成 %20", "it has a space; write only one address, and %20 for a space in it"
ALONE = "请只写 {0}", "write only {0}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((f"{HOST}{wrong}", WRONG_HOST) for wrong in (":65536/", ":99999/", "..b/x", "/\\x")),
        ("https://.cn/x", WRONG_HOST),
        (f"{HOST}/x y", SPACE),
        ("https://me@a.cn/x/y@z", ("请去掉用户名和密码", "remove the user name and the password")),
        ("https://a．cn/x/y", ("请只写 https://a.cn/x/y", "write only https://a.cn/x/y")),
        ("ftp://a.cn/", ("请以 https:// 或 http:// 开头", "begin with https:// or http://")),
        (f"网址：{HOST}/{'x' * 300}", tuple(each.format(f"{HOST}/{'x' * 187}") for each in ALONE)),
    ],
)
def test_an_address_that_is_none_is_told_with_the_one_that_was_meant(typed: str, meant: tuple[str, str]) -> None:
    with pytest.raises(Mistake) as told:
        read(values.Url, typed)
    zh, en = meant
    assert told.value.code == "not-an-address"
    assert (told.value.zh, told.value.en) == (f"“{typed[:60]}”不是网址；{zh}", f"“{typed[:60]}” is not a web address; {en}")


@pytest.mark.parametrize(
    ("behind", "kept"), [("。详见附件", "/x"), (".", "/x"), (",", "/x"), ("）", "/x"), (f"。{'详' * 60}", "/x"), ("。", f"/{'x' * 300}")]
)
def test_what_stands_behind_an_address_is_told_apart_from_it(behind: str, kept: str) -> None:
    with pytest.raises(Mistake) as told:
        read(values.Url, HOST + kept + behind)
    address = f"{HOST}{kept}"[:200]
    assert told.value.zh == f"“{behind[:40]}”不是网址的一部分；请只写 {address}"
    assert told.value.en == f"“{behind[:40]}” is not part of the address; write only {address}"


# --- telephones -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("0990-5550100/01/02", "{number: 0990-5550100}, {number: 0990-5550101}, {number: 0990-5550102}"),
        ("0990-5550100 5550101", "{number: 0990-5550100}, {number: 0990-5550101}"),
        ("0990—5550100、—5550101", "{number: 0990—5550100}, {number: 0990-5550101}"),
        ("0990-5550100、5550101", "{number: 0990-5550100}, {number: 0990-5550101}"),
        ("0990-5550100转801、802", "{number: 0990-5550100, ext: 801}, {number: 0990-5550100, ext: 802}"),
        ("12345678 或者 87654321", "{number: 87654321}, …"),
        ("0990-5550100、0101", "{number: 0990-5550100}, {number: 0990-5550101}"),
        ("0990-5550100/0101", "{number: 0990-5550100}, {number: 0990-5550101}"),
        ("0990-5550100至0102", "{number: 0990-5550100}, {number: 0990-5550101}, {number: 0990-5550102}"),
        ("0990-5550100、801", "{number: 0990-5550100}, …"),
        ("0990-5550100-801、802", "{number: 0990-5550100, ext: 801}, {number: 0990-5550100, ext: 802}"),
        ("0990-5550100，5550101（传真）", "{number: 0990-5550100}, {number: 0990-5550101}"),
        ("0990-5550100，13800000000", "{number: 0990-5550100}, {number: 13800000000}"),
        (f"0990-5550100、{' ' * 40}5550101", "{number: 0990-5550100}, {number: 0990-5550101}"),
    ],
)
def test_several_numbers_in_one_place_are_told_as_a_list(typed: str, listed: str) -> None:
    with pytest.raises(MistakeBeside) as told:
        read(values.Phone, typed)
    assert told.value.message("phone", ["phone", "phones"]) == (
        f"“{typed[:40]}”不止一个号码；请写成 phones: [{listed}]", f"“{typed[:40]}” is more than one number; write phones: [{listed}]",
    )  # fmt: skip


CONTACTS = """\
campaign: yunling-2025
people_until: {until}
contacts:
  - body: 省委网信办
    person: 李一
    phones:
      - number: 0990-5550100
        ext: "801"
        person: 赵二
        note: 报名
      - number: 0990-5550102转3
        ext: "9"
      - number: 0990-5550103
"""


def numbers(root: Any, until: str) -> list[tuple[str, str, str | None, str]]:
    text = CONTACTS.format(until=until)
    plan = b.data(b.a_data_folder(root, contacts__yunling_2025=text)).plan
    contacts = plan.campaigns[0].contacts
    assert contacts is not None
    (contact,) = contacts.contacts
    assert [each.number for each in contact.phones] == [each.number for each in contact.numbers]
    assert [each.person for each in contact.phones] == [each.person for each in contact.numbers]
    named = [(each.number, each.dial, each.person, each.note.text if each.note else "") for each in contact.numbers]
    return [("", "", contact.person, ""), *named]


def test_an_extension_is_dialled_behind_its_number_unless_the_number_has_one(tmp_path: Any) -> None:
    assert numbers(tmp_path, "2025-12-31") == [
        ("", "", "李一", ""),
        ("0990-5550100", "+869905550100;ext=801", "赵二", "报名"),
        ("0990-5550102转3", "+869905550102;ext=3", None, ""),
        ("0990-5550103", "+869905550103", None, ""),
    ]


def test_without_its_names_a_contact_keeps_its_numbers(tmp_path: Any) -> None:
    assert [(number, person, note) for number, _, person, note in numbers(tmp_path, "2025-01-31")] == [
        ("", None, ""), ("0990-5550100", None, "报名"), ("0990-5550102转3", None, ""), ("0990-5550103", None, ""),
    ]  # fmt: skip
