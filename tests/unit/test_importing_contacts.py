"""Contacts with mailboxes and several numbers: every line of a list is one contact; what is a person's own is not taken over."""

import re

import pytest

import notices
from microsite.checks import personal_data
from microsite.importing import command, report, writing
from microsite.importing.notice import tree

CONTACTS = "contacts/yunling-2025.yml"
PEOPLE = [
    {"body": "省委网信办", "person": "林岚", "phone": "0999—6512001"},
    {"body": "省教育厅", "person": "周小舟", "phone": "0999—6512002"},
    {"body": "省人社厅", "person": "何青", "phone": "0999—6512003"},
    {"body": "省妇联", "person": "吴为", "phone": "0999—6512004"},
    {"body": "云岭省通信管理局", "person": "马六", "phone": "0999—6512005"},
]


def listed(behind, heading="联系人：\n"):
    """A notice whose contacts have words behind their numbers."""
    rows = [f"{each['body']}　{each['person']}　{each['phone']}{more}" for each, more in zip(PEOPLE, behind, strict=True)]
    start, end = notices.NOTICE.index("　　联系人："), notices.NOTICE.index(notices.SIGNATURES)
    return notices.NOTICE[:start] + heading + "\n".join(rows) + "\n" + notices.NOTICE[end:]


LISTS = {
    "a comma": ["，邮箱：a{}@example.gov.cn"] * 5,
    "nothing": [" a{}@example.gov.cn"] * 5,
    "brackets": ["（邮箱：a{}@example.gov.cn）"] * 5,
    "stops": ["；电子邮箱：a{}@example.gov.cn。"] * 5,
    "some": ["，邮箱：a{}@example.gov.cn", "，a{}@example.gov.cn", "", "，邮箱：a{}@example.gov.cn", ""],
    "none": ["，", "；", "", "。", ""],
}


@pytest.mark.parametrize("heading", ["联系人：\n", "　　联系人："])
@pytest.mark.parametrize("behind", LISTS.values(), ids=LISTS)
def test_every_line_of_a_list_is_a_contact_whatever_it_ends_with(behind, heading):
    notice = listed([each.format(at) for at, each in enumerate(behind, 1)], heading)
    boxes = [re.search(r"a\d@[a-z.]+[a-z]", each.format(at)) for at, each in enumerate(behind, 1)]
    wanted = [each | ({"email": box[0]} if box else {}) for each, box in zip(PEOPLE, boxes, strict=True)]
    assert notices.data(notice)[CONTACTS]["contacts"] == wanted


def test_a_mailbox_that_anybody_may_have_is_told_without_its_address():
    made = command.from_notice(listed(["，邮箱：lin@qq.com", "", "", "", ""]).encode(), "a.txt", ())
    text = dict(made.files)[CONTACTS]
    assert "  # 通知还写有个人邮箱（第 10 行），没有填入；请改填单位的邮箱（email）\n  - body: 省委网信办\n" in text
    assert "lin@qq.com" not in text
    assert [each.text for each in made.report.left] == ["省委网信办 林岚0999—6512001，邮箱：lin@qq.com"]


def test_no_number_or_mailbox_of_a_person_stands_in_the_report(tmp_path):
    given = notices.NOTICE.replace("图片和视频一并附上。", "图片和视频一并附上，发给林岚138 0013 8000，或lin@qq.com。")
    made = command.from_notice(f"{given}\n八、其他请找１３８００１３８０００。".encode(), "a.txt", ())
    told = "\n".join((*report.lines(made.report), *(text for _, text in made.files)))
    assert "图片和视频一并附上，发给林岚（手机号），或（个人邮箱）。" in told
    assert "其他请找（手机号）。" in told
    assert list(personal_data.found_in(told)) == []


def contacts(lines):
    start, end = notices.NOTICE.index("　　联系人："), notices.NOTICE.index(notices.SIGNATURES)
    return notices.data(notices.NOTICE[:start] + lines + "\n" + notices.NOTICE[end:])[CONTACTS]["contacts"]


def test_several_numbers_and_persons_of_a_body_stand_with_it():
    numbers = "电话：0999—6512001、6512002转801（工作日9:00-17:00）\n传真：0999—6512003"
    lines = f"联系人：省教育厅 周小舟（会务）、何青\n{numbers}\n邮箱：bgs@example.gov.cn"
    assert contacts(lines) == [
        {
            "body": "省教育厅",
            "phones": [
                {"number": "0999—6512001", "hours": "工作日9:00-17:00", "person": "周小舟、何青", "note": "会务"},
                {"number": "6512002转801", "hours": "工作日9:00-17:00", "person": "周小舟、何青"},
            ],
            "fax": "0999—6512003",
            "email": "bgs@example.gov.cn",
        }
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("0999—6512001（总服务台，9:00—17:30，周一闭馆）", {"hours": "9:00—17:30，周一闭馆", "note": "总服务台"}),
        ("0999—6512001（9:00—17:30）", {"hours": "9:00—17:30"}),
        ("0999—6512001（3）", {}),
    ],
)
def test_what_stands_in_brackets_behind_a_number_is_hours_or_what_it_is_for(printed, read):
    (contact,) = contacts(f"咨询电话：{printed}")
    found = contact["phones"][0] if "phones" in contact else contact
    assert {key: found[key] for key in ("hours", "note") if key in found} == read


@pytest.mark.parametrize("line", [
    "电话：0999—6512001（兼传真）", "电话：0999—6512001（传真同号）", "电话/传真：0999—6512001", "电话（兼传真）：0999—6512001",
    "电话：0999—6512001（同传真）",
])  # fmt: skip
def test_a_telephone_that_is_a_fax_as_well_is_both(line):
    assert [(each["phone"], each["fax"]) for each in contacts(f"联系人：周小舟，{line}")] == [("0999—6512001", "0999—6512001")]


@pytest.mark.parametrize("label", ["读者咨询电话", "社会监督电话", "市民热线", "家长服务热线"])
def test_who_may_call_is_neither_a_person_nor_a_body(label):
    (contact,) = contacts(f"{label}：0999—6512001")
    assert (contact["body"], contact.get("person")) == ("中共云岭省委网络安全和信息化委员会办公室", None)


def test_several_contacts_of_one_body_are_one_entry_with_their_numbers():
    assert contacts("省教育厅　周小舟　0999—6512001\n省教育厅　何青　0999—6512002（传真）、0999—6512003") == [
        {
            "body": "省教育厅",
            "phones": [{"number": "0999—6512001", "person": "周小舟"}, {"number": "0999—6512003", "person": "何青"}],
            "fax": "0999—6512002",
        }
    ]


def test_what_a_number_is_for_stands_behind_it():
    assert contacts("省教育厅咨询电话：0999—6512001（报名）、0999—6512002（志愿者）")[0]["phones"] == [
        {"number": "0999—6512001", "note": "报名"},
        {"number": "0999—6512002", "note": "志愿者"},
    ]


def test_numbers_and_mailboxes_of_persons_are_masked_where_the_notice_is_quoted():
    quoted = "请早做准备，有事打13800138000或写信给lin@qq.com。"
    notice = notices.NOTICE.replace("请早做准备，把群众请进来。", quoted)
    text = dict(command.from_notice(notice.encode(), "a.txt", ()).files)["campaigns/yunling-2025.yml"]
    assert "# 原文（第 8 行）：请早做准备，有事打（手机号）或写信给（个人邮箱）。\n" in text


def test_a_mailbox_within_a_sentence_that_a_margin_broke_does_not_end_it():
    broken = notices.NOTICE.replace(
        "请早做准备，把群众请进来。", "请早做准备，建议发至office@example.gov.cn\n，把群众请进来。"
    )
    whole = broken.replace("cn\n，", "cn，")
    assert notices.data(broken) == notices.data(whole)


def test_no_comment_of_an_import_has_the_number_of_a_person():
    record = tree.record(("title", tree.said("甲", "请核对：另写有“VX：zhangsan88，(138)0013-8000，wang@yahoo.com.hk”")))
    text = writing.file(record, ("来自13800138000.docx",))
    assert text == "# 来自（手机号）.docx\n# 请核对：另写有“（个人账号），（手机号），（个人邮箱）”\ntitle: 甲\n"


def test_a_number_in_two_halves_is_one_behind_its_label_alone():
    assert contacts("联系人：覃教练，电话：8555-5513。")[0]["phone"] == "8555-5513"
    assert contacts("联系人：覃教练，电话：0791-88912762，学年：2026-2027")[0]["phone"] == "0791-88912762"
