"""What a plan can say beyond its activities and bodies, and where readers and programs find it."""

from __future__ import annotations

import json

import pytest
from lxml import html

import builders as b
import publishing

BOOKING = "{needed: true, url: https://example.org/signup, phone: 0990-5550100, email: kpzx@example.gov.cn, until: 6月10日17:00前}"
SAID = {
    "booking": BOOKING,
    "cost": "免费",
    "capacity": "50",
    "languages": "[zh, yue]",
    "access": "[sign-language, step-free]",
}
PAGE = "yunling-2025/online-quiz/index.html"


def data_of(root, *edits, **fields):
    """The small data folder, read, with one activity that has these fields."""
    plan = b.a_campaign_yaml(*edits, activities=[b.an_activity_yaml(**fields)])
    return b.data(b.a_data_folder(root, campaigns__yunling_2025=plan))


def lines(files, path, place):
    """The lines below a heading of a page."""
    (section,) = html.fromstring(files[path]).xpath(f"//section[@aria-labelledby='{place}']")
    return [" ".join(each.text_content().split()) for each in section.iter("p", "li")]


@pytest.fixture(scope="module")
def with_attendance(tmp_path_factory):
    return publishing.site(data_of(tmp_path_factory.mktemp("attendance"), **SAID, when="2025年6月20日"))


def test_a_page_says_how_to_book_what_it_costs_and_who_can_follow(with_attendance):
    pages = publishing.html(with_attendance)
    assert lines(pages, PAGE, "join") == [
        "需要预约报名", "预约报名截止：2025年6月10日17:00前", "网上预约报名", "电话预约报名：0990-5550100",
        "邮件预约报名：kpzx@example.gov.cn", "免费", "名额：50人", "语言：普通话、粤语", "无障碍：手语翻译、轮椅可通行",
    ]  # fmt: skip
    assert lines(pages, f"en/{PAGE}", "join") == [
        "Booking is needed", "Booking closes: by 17:00 on 10 June 2025", "Book online", "Book by telephone: 0990-5550100",
        "Book by e-mail: kpzx@example.gov.cn", "Free", "Places: 50", "Languages: Mandarin Chinese and Cantonese",
        "Access: Sign language and Step-free access",
    ]  # fmt: skip
    links = html.fromstring(pages[PAGE]).xpath("//section[@aria-labelledby='join']//a/@href")
    assert links == ["https://example.org/signup", "tel:+869905550100", "mailto:kpzx@example.gov.cn"]


def test_programs_read_that_it_is_free_and_how_many_can_come(with_attendance):
    published = json.loads(publishing.everything(with_attendance)["api/v1/yunling-2025.json"])["activities"][
        0
    ]
    assert [published[key] for key in ("is_free", "capacity", "languages", "access")] == [
        True, 50, ["zh", "yue"], ["sign-language", "step-free"]
    ]  # fmt: skip
    assert published["booking"]["until"]["ends_at"] == "2025-06-10T17:00:00+08:00"
    assert {key: published["booking"][key] for key in ("needed", "url", "phone", "email")} == {
        "needed": True, "url": "https://example.org/signup", "phone": "0990-5550100", "email": "kpzx@example.gov.cn",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "said"),
    [("免费参加。", "免费参加。"), ("20元，60岁以上免费", "费用：20元，60岁以上免费"), ("不收费", "不收费")],
)
def test_only_what_is_free_for_everybody_is_called_free(tmp_path, cost, said):
    data = data_of(tmp_path, cost=f'"{cost}"')
    assert data.plan.campaigns[0].activities[0].is_free is (not said.startswith("费用"))
    assert lines(publishing.html(publishing.site(data)), PAGE, "join") == [said]


def test_what_the_notice_does_not_say_about_taking_part_is_printed_nowhere(tmp_path):
    pages = publishing.html(publishing.site(data_of(tmp_path, booking="{phone: 0990-5550100}")))
    assert lines(pages, PAGE, "join") == ["电话预约报名：0990-5550100"]


def test_a_mailbox_with_words_around_it_is_told_how_to_write(tmp_path):
    plan = b.a_campaign_yaml(
        activities=[b.an_activity_yaml(booking="{email: kpzx@example.gov.cn（请注明单位）}")]
    )
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert (problem.path, problem.zh) == (
        "activities[0].booking.email",
        "“kpzx@example.gov.cn（请注明单位）”不是电子邮箱；请只写一个，如 bgs@example.gov.cn",
    )
