"""Numbers and mailboxes of persons are told from those of offices, however they are written."""

from __future__ import annotations

import doctest
import time
from pathlib import Path

import pytest

import builders as b
from microsite.checks import personal_data
from microsite.loading import data_folder
from microsite.yamlfile import yaml_parser

MOBILE = (
    "13800138000",
    "138 0013 8000",
    "138-0013-8000",
    "138—0013—8000",
    "１３８００１３８０００",
    "+8613800138000",
    "+86 138 0013 8000",
    "(+86)13800138000",
    "86-13800138000",
    "008613800138000",
    "013800138000",
    "19912345678",
    "林岚 13800138000，白天",
    "(138)0013-8000",
    "（138）0013 8000",
    "138/0013/8000",
    "138_0013_8000",
    "138**0013**8000",
    "138&nbsp;0013&nbsp;8000",
    "138\u200b0013\u200b8000",
    "138\n0013 8000",
    "138.001.38000",
    "1 3 8 0 0 1 3 8 0 0 0",
)
OTHER_NUMBERS = (
    "0791—88912762",
    "0791-13800138",
    "12345",
    "400-138-0013",
    "800-820-8820",
    "010-66668888-138",
    "12800138000",
    "1380013800",
    "138001380001",
    "2025-06-11 13:30",
    "020138001380007",
)
MAILBOXES = (
    "10001@qq.com",
    "a.b_c@vip.163.com",
    "szsy@126.com",
    "szsy@yeah.net",
    "szsy@sina.com.cn",
    "szsy@vip.sina.com",
    "szsy@sohu.com",
    "Somebody@Gmail.com",
    "somebody@outlook.com",
    "somebody@hotmail.com",
    "x@foxmail.com",
    "13800138000@139.com",
    "x@189.cn",
    "x@aliyun.com",
    "x@icloud.com",
    "ｓｚｓｙ＠ｑｑ．ｃｏｍ",
    "请发 szsy@163.com。",
    "szsy @ 163.com",
    "szsy#163.com",
    "szsy(at)163.com",
    "szsy（at）163.com",
    "szsy [at] qq.com",
    "wang@yahoo.com.hk",
    "wang@yahoo.co.jp",
    "wang@hotmail.co.uk",
    "wang@aol.com",
    "wang@gmx.de",
    "wang@mail.ru",
    "wang@yandex.com",
    "wang@163。com",
    "wang&#64;163.com",
)
OTHER_MAILBOXES = ("bgs@example.gov.cn", "x@myqq.com", "x@qq.com.example.cn", "163.com", "@qq.com", "x@mail.qq.company")
OTHER_MAILBOXES += ("x@live.gz.cn", "x@outlook.gov.cn", "x@yahoo.com.example.cn", "x@xyahoo.com")


def test_a_long_word_does_not_stall_the_search() -> None:
    """A search that begins anew at each letter would take hours."""
    assert list(personal_data.found_in("a" * 1_000_000 + "@b " + "a.-" * 100_000)) == []
    assert list(personal_data.found_in("a" * 100 + "@qq.com")) == [("mailbox", f"{'a' * 64}@qq.com")]


def test_very_many_numbers_are_told_in_no_time() -> None:
    """Of a text of one translation, and of a page with what never ends."""
    begun = time.perf_counter()
    text = 'msgid "b"\nmsgstr ""\n' + "".join(f'"Call 138{number:08} now "\n' for number in range(20_000))
    assert len(list(personal_data.in_translation(text, "a.po", frozenset()))) == 20_000
    assert len(list(personal_data.in_pages({"docs/a.md": "<!--" * 50_000 + "13800138000"}))) == 1
    assert time.perf_counter() - begun < 20


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(personal_data).failed == 0


@pytest.mark.parametrize("text", MOBILE)
def test_a_mobile_number_is_found_in_every_writing(text: str) -> None:
    assert personal_data.mobile(text) in ("13800138000", "19912345678")


@pytest.mark.parametrize("text", OTHER_NUMBERS)
def test_lines_of_offices_and_other_figures_are_no_mobile_numbers(text: str) -> None:
    assert personal_data.mobile(text) == ""


@pytest.mark.parametrize("text", MAILBOXES)
def test_a_mailbox_that_anybody_may_have_is_found(text: str) -> None:
    assert personal_data.mailbox(text)


@pytest.mark.parametrize("text", OTHER_MAILBOXES)
def test_mailboxes_of_offices_and_other_addresses_are_left_alone(text: str) -> None:
    assert personal_data.mailbox(text) == ""


def told(*edits: b.Edit) -> list[str]:
    node = b.nodes(b.contacts_yaml(*edits), "data/contacts/yunling-2025.yml")
    return [f"{problem.mark.line} {problem.path} {problem.code}" for problem in personal_data.in_contacts(node)]


def test_a_mailbox_is_told_once_where_a_contact_has_no_place_for_it() -> None:
    """In a telephone, and under a key that does not exist, it is told with the value or the key."""
    assert told(("0990—55501003", "0990—55501003 szsy@qq.com")) == []
    assert told((LINE, f"{LINE}    mail: szsy@qq.com\n")) == []
    assert told(("person: 周 三", "person: 周三 szsy@qq.com")) == ["12 contacts[2].person personal-mailbox"]


LINE = "    phone: 0990—55501003\n"
UPDATE = "    updates:\n      - on: 2025-06-01\n        text: 改为 szsy@qq.com，或拨 13800138000\n"


def test_the_contacts_of_offices_are_let_through() -> None:
    assert told() == []


def test_every_text_of_a_contact_is_looked_at() -> None:
    assert told((LINE, LINE + UPDATE)) == [
        "16 contacts[2].updates[0].text personal-number",
        "16 contacts[2].updates[0].text personal-mailbox",
    ]
    assert told(("person: 周 三", "person: 周三 13800138000")) == ["12 contacts[2].person personal-number"]


@pytest.mark.parametrize(
    ("said", "found"),
    [("true", []), ("false", ["13 contacts[2].phone personal-number"]), ("yes", ["13 contacts[2].phone personal-number"])],
)
def test_only_the_word_true_allows_one_and_only_for_its_own_contact(said: str, found: list[str]) -> None:
    owned = f"    phone: 13800138000\n    office_owned: {said}\n"
    assert told((LINE, owned)) == found
    both = told((LINE, owned), ("0990—55501004", "13900139000"))
    assert both == [*found, "17 contacts[3].phone personal-number"]


@pytest.mark.parametrize("text", [*OTHER_NUMBERS, "2025.6.13-2025.6.20", "第13、14期", "13.5 14.5 15.5 16", "https://a.cn/a?id=13800138000"])
def test_running_text_without_a_mobile_number_has_none(text: str) -> None:
    assert list(personal_data.found_in(text)) == []


@pytest.mark.parametrize("text", MOBILE)
def test_a_mobile_number_is_found_in_running_text(text: str) -> None:
    assert [kind for kind, _ in personal_data.found_in(f"请打{text}。")] == ["number"]


def test_a_page_of_docs_is_asked_about_persons_and_may_name_what_is_the_offices() -> None:
    text = "# 关于\n\n找王老师：13800138000\n\n投稿：a@qq.com\n"
    told = [(str(problem.mark), problem.code) for problem in personal_data.in_pages({"docs/about.md": text})]
    assert told == [("docs/about.md:3:1", "personal-number"), ("docs/about.md:5:1", "personal-mailbox")]
    owned = f"{text}\n<!-- office_owned: 138-0013-8000 A@qq.com -->\n"
    assert list(personal_data.in_pages({"docs/about.md": owned})) == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.html", '<p\n title="138 0013 8000">x</p>', "<!-- office_owned: 13800138000 -->"),
        ("a.svg", '<path d="M138.0013 8000"/>\n<text>13800138000</text>', "<!-- office_owned: 13800138000 -->"),
        ("files/list.csv", "姓名,电话\n甲,13800138000\n", "extra.microsite 下写 office_owned: [13800138000]"),
        ("a.js", 'var tel =\n"13800138000"', "extra.microsite 下写 office_owned: [13800138000]"),
        (".well-known/proof", '{\n"tel": 13800138000}', "extra.microsite 下写 office_owned: [13800138000]"),
        ("a.json", '{\n"tel": 13800138000}', "extra.microsite 下写 office_owned: [13800138000]"),
    ],
)
def test_every_text_of_docs_is_asked_and_the_settings_or_a_comment_allow_it(name: str, text: str, says: str, tmp_path: Path) -> None:
    place = tmp_path / "docs" / name
    place.parent.mkdir(parents=True)
    place.write_text(text, "utf-8")
    texts = data_folder.public_texts(tmp_path / "docs", personal_data.IN_DOCS)
    (problem,) = personal_data.in_pages(texts)
    assert (str(problem.mark), problem.code) == (f"docs/{name}:2:1", "personal-number")
    assert problem.zh.endswith(says)
    assert list(personal_data.in_pages(texts, ("138-0013-8000",))) == []
    if "<!--" in says:
        assert list(personal_data.in_pages({each: says + text for each, text in texts.items()})) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "gb18030"])
def test_a_table_is_asked_whatever_its_encoding(encoding: str, tmp_path: Path) -> None:
    """Spreadsheets save UTF-16 as Unicode text."""
    file = tmp_path / "docs/a.csv"
    file.parent.mkdir()
    file.write_text("甲,13800138000\n", encoding)
    texts = data_folder.public_texts(tmp_path / "docs", personal_data.IN_DOCS)
    assert [(str(each.mark), each.code) for each in personal_data.in_pages(texts)] == [("docs/a.csv:1:1", "personal-number")]


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("加王老师微信 wxid_ab12cd34 报名", "微信号 wxid_ab12cd34"),
        ("微信号：zhangsanfeng", "微信号 zhangsanfeng"),
        ("微信ID zhang-san-1", "微信号 zhang-san-1"),
        ("WeChat: zhang_san88", "微信号 zhang_san88"),
        ("QQ：1234567890", "QQ 1234567890"),
        ("联系人QQ号为 123456", "QQ 123456"),
        ("扣扣 ７６５４３２１", "QQ 7654321"),
        ("VX：zhangsan88", "微信号 zhangsan88"),
        ("加vx zhangsan88", "微信号 zhangsan88"),
        ("V信：zhangsan", "微信号 zhangsan"),
        ("薇信zhang_san", "微信号 zhang_san"),
        ("加微：zhangsan", "微信号 zhangsan"),
        ("WeChat ID: zhangsan", "微信号 zhangsan"),
        ("WeChat zhangsan88", "微信号 zhangsan88"),
        ("WX：zhangsan88", "微信号 zhangsan88"),
        ("加wx: zhangsan88", "微信号 zhangsan88"),
        ("微信号（zhangsan）", "微信号 zhangsan"),
        ("微信号：“zhangsan”", "微信号 zhangsan"),
        ("微信(zhangsan88)", "微信号 zhangsan88"),
    ],
)
def test_an_account_of_a_person_is_told_and_a_list_allows_it(text: str, account: str) -> None:
    assert list(personal_data.found_in(text)) == [("account", account)]
    assert list(personal_data.found_in(account)) == [("account", account)]
    assert "（个人账号）" in personal_data.masked(text)
    (problem,) = personal_data.in_pages({"docs/about.md": text})
    assert (problem.code, problem.zh) == (
        "personal-account",
        f"“{account}”是个人也能注册的账号；请改写单位的座机或公众号，确是单位公用的，请在页面里写 <!-- office_owned: {account} -->",
    )
    assert list(personal_data.in_pages({"docs/about.md": f"<!-- office_owned: {account} -->\n{text}"})) == []
    contact = f'person: "周三（{text}）"'
    assert told(("person: 周 三", f"{contact}\n    office_owned: true")) == []
    assert told(("person: 周 三", contact)) == ["12 contacts[2].person personal-account"]


def test_an_account_is_a_persons_whatever_the_line_above_it_says() -> None:
    text = "title: 关注公众号\nsummary: 微信号：zhangsanfeng\n"
    node, _ = yaml_parser.parse(text.encode(), "a.yml")
    assert node is not None
    assert [(str(each.mark), each.code) for each in personal_data.in_data(node, frozenset())] == [
        ("a.yml:2:10", "personal-account")
    ]
    assert [str(each.mark) for each in personal_data.in_pages({"docs/a.md": text})] == ["docs/a.md:2:1"]


@pytest.mark.parametrize("end", ["138 https://a.cn/ 0013 8000", "(86)138-0013-8000", "110105 19491231002X、11010519491231002X"])
def test_what_stands_at_the_end_of_a_line_is_found_in_the_whole_as_in_the_line(end: str) -> None:
    asked = list(personal_data.in_pages({"docs/a.md": f"甲 {end}\n2025\n"}))
    assert {str(each.mark) for each in asked} == {"docs/a.md:1:1"}


@pytest.mark.parametrize(
    "text",
    [
        "关注微信公众号 wxyl2025", "公众号“网信云岭”（微信号：wxyl2025）", "微信小程序“云岭学堂”", "加QQ群 123456789", "官方QQ 12345678",
        "WeChat: official account", "用微信、QQ 2 种软件", "https://a.cn/qq12345678", "微信 8.0.30 以上", "微信搜索 yunling",
        "WeChat ID: official account", "参加v8版培训", "HVX 2025", "WeChat: follow us",
        "<view wx:for-index>", "WeChat accounts", "微信（扫码）", "微信公众号（wxyl2025）",
        "澜溪市\t1900\t400\t15\t16\t28", "| 1380 | 013 | 8000 |",
    ],
)  # fmt: skip
def test_what_everybody_may_follow_is_no_account_of_a_person_and_cells_of_figures_no_telephone(text: str) -> None:
    assert list(personal_data.found_in(text)) == []
    assert personal_data.masked(text) == text


def test_the_settings_of_a_site_are_asked_about_persons_and_may_name_what_is_the_offices() -> None:
    ours = {"organiser": "王某 13800138000", "report_url": "mailto:szsy@163.com"}
    values = {"copyright": "微信号 zhangsan88", "extra": {"microsite": ours}, "nav": [{"关于": "about.md"}]}
    assert [(problem.path, problem.code) for problem in personal_data.in_settings(values, "mkdocs.yml")] == [
        ("copyright", "personal-account"),
        ("extra.microsite.organiser", "personal-number"),
        ("extra.microsite.report_url", "personal-mailbox"),
    ]
    ours["office_owned"] = ["138-0013-8000", "szsy@163.com"]
    (problem,) = personal_data.in_settings(values, "mkdocs.yml")
    assert problem.zh.endswith("，请在 mkdocs.yml 的 extra.microsite 下写 office_owned: [微信号 zhangsan88]")


MOBILES_ABROAD = [("+852 9123 4567", "+85291234567"), ("00852-6123-4567", "+85261234567"), ("+853 6612 3456", "+85366123456")]


@pytest.mark.parametrize(("text", "number"), MOBILES_ABROAD)
def test_mobile_telephones_of_hong_kong_and_macao_are_known_by_their_code(text: str, number: str) -> None:
    assert list(personal_data.found_in(f"请打{text}。")) == [("number", number)]
    assert list(personal_data.found_in(number)) == [("number", number)]
    assert personal_data.mobile(text) == number
    assert personal_data.masked(f"请打{text}。") == "请打（手机号）。"


@pytest.mark.parametrize("text", ["+852 2123 4567", "+853 2833 1234", "852 9123 4567"])
def test_lines_of_offices_there_are_none(text: str) -> None:
    assert list(personal_data.found_in(text)) == []
    assert personal_data.mobile(text) == ""


def test_an_address_that_only_says_whom_to_call_is_asked_about() -> None:
    assert list(personal_data.found_in("https://wa.me/8613800138000")) == [("number", "13800138000")]


@pytest.mark.parametrize("text", [*MOBILE, *MAILBOXES, "VX：zhangsan88", "https://wa.me/8613800138000"])
def test_what_is_found_is_in_no_comment_of_an_import(text: str) -> None:
    if "&" not in text and "\u200b" not in text:
        assert list(personal_data.found_in(personal_data.masked(f"请找{text}。"))) == []


NUMBER = "13800138000"
BROKEN = {
    "folded": "    joining: >\n      请打 138\n\n      0013 8000\n",
    "over two lines": '    joining: "请打 138\n                  0013\n                  8000"\n',
    "joined by a backslash": '    joining: "请打 13800\\\n      138000"\n',
    "codes": '    joining: "请打 \\x31\\u0033800138000"\n',
    "literal": "    joining: |\n      请打 138\n      0013 8000\n",
    "behind an address": "    topics: [https://a.example.cn,13800138000]\n",
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_number_in_a_plan_is_found_however_yaml_writes_it(tmp_path: Path, way: str) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(topics=None) + BROKEN[way]])
    told = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None))
    assert [problem.zh[1:12] for problem in told if problem.code == "personal-number"] == [NUMBER]


def test_every_kind_of_data_file_is_asked(tmp_path: Path) -> None:
    """Each is one that has texts; a new kind is to be put in here."""
    found = "找陈老师13800138000"
    root = b.a_data_folder(
        tmp_path,
        places__yunling=f"region: yunling\nvenues:\n  - id: wenhuaguan\n    name: 文化馆\n    address: {found}\n",
        synonyms=f"zh:\n  - [手机, {found}]\n",
        organisations__yunling=b.a_register_yaml() + "# 13800138000\n",
        campaigns__yunling_2025=b.a_campaign_yaml(("    credit: 省委网信办牵头负责\n", f"    credit: {found}\n")),
    )
    b.write(root, "sessions/yunling-2025.csv", 'activity,when,note\nonline-quiz,6月15日,"请打138\n00138000"\n')
    b.write(root, "translations/en/yunling-2025.po", 'msgctxt "a"\nmsgid "13800138001"\nmsgstr "Call 13800"\n"138000"\n')
    assert {(file, line) for file, line, code in b.codes_in(root) if code == "personal-number"} == {
        ("places/yunling.yml", 5),
        ("synonyms.yml", 2),
        ("campaigns/yunling-2025.yml", 46),
        ("sessions/yunling-2025.csv", 2),
        ("translations/en/yunling-2025.po", 3),
    }
    assert {path.suffix for path in root.rglob("*.*")} == {".yml", ".csv", ".po"}
    told = {(problem.mark.file, problem.zh.rpartition("，")[2]) for problem in b.problems_in(root)}
    assert ("data/synonyms.yml", "请删去") in told


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_translation_is_asked_as_it_is_joined_and_its_originals_are_not(end: str) -> None:
    lines = (
        'msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"', "", "# 13800138009", 'msgctxt "a"', 'msgid "138"',
        '"00138001"', 'msgstr ""', '"Write or call "', '"1380013"', '"8002, not 13800138003"', '" or at https://a.example.cn/"',
        '"13800138004"', "", '#~ msgid "甲"', '#~ msgstr "13800138005"', "", 'msgctxt "b"', 'msgid "乙"', 'msgstr "138\\n0013\\t8006"',
    )  # fmt: skip
    told = personal_data.in_translation(end.join(lines), "a.po", frozenset())
    assert [(problem.mark.line, problem.zh[1:12]) for problem in told] == [
        (5, "13800138009"),
        (11, "13800138002"),
        (12, "13800138003"),
        (21, "13800138006"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "请打 138\n0013 8000。", "请打 138\n    0013 8000。", "> 请打 138\n> 00138000", "138&nbsp;0013&nbsp;8000", "**138**0013**8000**",
        "138<b>0013</b>8000", "138<wbr>0013<!-- -->8000", '<a href="tel:13800138000">王</a>', "&#49;3800138000", "138\n0013\n8000",
    ],
)  # fmt: skip
def test_a_page_is_asked_as_it_is_shown(text: str) -> None:
    told = [(str(problem.mark), problem.zh[1:12]) for problem in personal_data.in_pages({"docs/a.md": f"# 甲\n\n乙\n{text}\n"})]
    assert told == [("docs/a.md:4:1", NUMBER)]


@pytest.mark.parametrize("text", ["138\n\n0013 8000", "2025\n\n- 138\n- 00138000"])
def test_paragraphs_of_a_page_do_not_run_on(text: str) -> None:
    assert list(personal_data.in_pages({"docs/a.md": text})) == []


CARD = "11010519491231002X"
"""The example of GB 11643."""


def test_the_number_of_a_card_is_told_wherever_it_stands_and_no_list_allows_it() -> None:
    shown = "“110105…X”是身份证号；请删去，网站不公布个人的证件号"
    plan = b.nodes(
        b.a_campaign_yaml(("    lead: [省委网信办]", f"    lead: [省委网信办]\n    joining: 带身份证{CARD.lower()}")),
        "data/campaigns/yunling-2025.yml",
    )
    known = personal_data.owned([plan], [])
    assert [problem.zh for problem in personal_data.in_data(plan, known)] == [shown]
    pages = {"docs/a.md": f"<!-- office_owned: {CARD} -->\n{CARD}\n"}
    assert [(problem.code, problem.zh) for problem in personal_data.in_pages(pages)] == [("personal-identity", shown)] * 2
    assert told(("person: 周 三", f"person: 周三 {CARD}\n    office_owned: true")) == ["12 contacts[2].person personal-identity"]
    assert personal_data.masked(f"王某（{CARD}）") == "王某（（身份证号））"
    assert ("identity", CARD) in personal_data.found_in("110105 1949 1231 002x")
    assert personal_data.masked("身份证号：110105194912310021") == "身份证号：（身份证号）"


@pytest.mark.parametrize("text", ["110105194912310021", "编号110105194913310020", "1110105194912310021", "2025061109300011"])
def test_other_long_numbers_are_no_cards(text: str) -> None:
    assert list(personal_data.found_in(text)) == []
