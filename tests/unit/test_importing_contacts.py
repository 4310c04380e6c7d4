"""Contacts with mailboxes: every line of a list is one contact, and a mailbox is told in a comment."""

import pytest

import notices
from microsite.importing import command

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
    assert notices.data(notice)[CONTACTS]["contacts"] == PEOPLE


def test_a_mailbox_is_told_in_a_comment_and_not_taken_over():
    made = command.from_notice(listed(["，邮箱：office@example.gov.cn", "", "", "", ""]).encode(), "a.txt", ())
    assert (
        "contacts:\n"
        "  # 通知还写有邮箱“office@example.gov.cn”（第 10 行）；联系人没有邮箱这一项，没有填入\n"
        "  - body: 省委网信办\n"
        "    person: 林岚\n"
        "    phone: 0999—6512001\n"
        "  - body: 省教育厅\n"
    ) in dict(made.files)[CONTACTS]
    assert made.report.left == ()


def test_a_mailbox_that_anybody_may_have_is_told_without_its_address():
    made = command.from_notice(listed(["，邮箱：lin@qq.com", "", "", "", ""]).encode(), "a.txt", ())
    text = dict(made.files)[CONTACTS]
    assert "  # 通知还写有邮箱（第 10 行）；联系人没有邮箱这一项，没有填入\n  - body: 省委网信办\n" in text
    assert "lin@qq.com" not in text
    assert [each.text for each in made.report.left] == ["省委网信办 林岚0999—6512001，邮箱：lin@qq.com"]


def test_a_mailbox_within_a_sentence_that_a_margin_broke_does_not_end_it():
    broken = notices.NOTICE.replace(
        "请早做准备，把群众请进来。", "请早做准备，建议发至office@example.gov.cn\n，把群众请进来。"
    )
    whole = broken.replace("cn\n，", "cn，")
    assert notices.data(broken) == notices.data(whole)
