"""A page never denies what the data says: whatever facts a plan has, none of them is said to be unstated."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import builders as b
import publishing
from microsite.core.language import LANGUAGES
from properties import examples

FACTS = {
    "when": "6月20日9:30", "phase": "implementation", "occasions": "[科技周, 等]",
    "parts": "[{id: first-day, name: 教育日, when: 6月20日14:30-14:38, place: 市科技馆}]",
    "sessions": "[{when: 6月20日9:30, place: 市科技馆}, {when: 6月27日, place: 市图书馆}]",
    "form": "onsite", "places": "[市科技馆]", "venues": "[老年大学]", "reach": "[社区]",
    "platforms": "[赣服通]", "joining": "直接到场。", "cost": "免费", "deadlines": "[{what: 报名, due: 6月10日}]",
    "booking": "{phone: 0990-5550100}",
    "links": "[{kind: entry, title: 报名, url: 'https://example.org/'}]",
    "audiences": "[older]", "audience_printed": "广大网民", "open_to_public": "true",
    "lead": "[省委网信办]", "host": "[省妇联]", "organise": "[省教育厅]", "co_organise": "[省人社厅]",
    "support": "[省妇联]", "guide": "[省教育厅]", "assist": "[省人社厅]", "back": "[省妇联]", "credit": "省委网信办牵头",
}  # fmt: skip
"""What an activity can say of when, where, how, for whom and by whom."""

WHEN, WHERE = {"when", "phase", "occasions", "parts", "sessions"}, {"parts", "sessions", "form", "places", "venues", "reach", "platforms"}
JOIN, WHOM = {"joining", "deadlines", "booking", "links", "sessions"}, {"audiences", "audience_printed", "open_to_public"}
WHO = {"lead", "host", "organise", "co_organise", "support", "guide", "assist", "back", "credit"}
DENIED = {
    "zh": {"时间": WHEN, "地点": WHERE, "参加办法": JOIN, "面向哪些人": WHOM, "由谁负责": WHO},
    "en": {"when it takes place": WHEN, "where it takes place": WHERE, "how to take part": JOIN, "who it is for": WHOM, "who runs it": WHO},
}
NO_TIME = {
    "zh": ("没有写明。", "时间未写明", "具体日期未写明", "；没有写明具体日期"),
    "en": ("Not stated.", "No time given", "No date given", "; no exact dates"),
}
UNDATED = {"zh": "没有单独写明日期的活动", "en": "Activities without a date of their own"}
ROLES = ("lead", "host", "organise", "co_organise", "support", "guide", "assist", "back")


def site(facts, contacts):
    fields = {key: FACTS[key] if key in facts else None for key in FACTS}
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(**fields)])
    with tempfile.TemporaryDirectory() as place:
        files = {} if contacts else {"contacts__yunling_2025": None}
        return publishing.site(b.data(b.a_data_folder(Path(place), campaigns__yunling_2025=plan, **files)))


def said(page, place):
    found = html.fromstring(page).xpath(f"//*[contains(concat(' ', @class, ' '), ' {place} ')]")
    return " ".join(" ".join(each.text_content().split()) for each in found)


@given(st.sets(st.sampled_from(sorted(FACTS))), st.booleans())
@settings(max_examples=examples(200), deadline=None)
def test_no_fact_of_an_activity_is_said_to_be_unstated(facts, contacts):
    made = site(facts, contacts)
    pages = publishing.html(made)
    for language in LANGUAGES:
        home = "" if language == "zh" else "en/"
        page = pages[f"{home}yunling-2025/online-quiz/index.html"]
        told = said(page, "ms-facts__unstated")
        assert [word for word, keys in DENIED[language].items() if word in told and keys & facts] == []
        if facts & {"when", "occasions", "parts", "sessions"}:
            lists = [pages[f"{home}yunling-2025/{name}index.html"] for name in ("", "plan/", "timeline/")]
            text = " ".join(html.fromstring(each).find(".//main").text_content() for each in (page, *lists))
            assert [words for words in NO_TIME[language] if words in text] == []
            assert (UNDATED[language] in text) == (facts & {"when", "occasions", "parts", "sessions"} == {"occasions"})


@given(st.sets(st.sampled_from(ROLES), min_size=1))
@settings(max_examples=examples(60), deadline=None)
def test_the_number_of_every_body_that_has_a_role_is_on_the_page(roles):
    made = site(roles, True)
    page = publishing.html(made)["yunling-2025/online-quiz/index.html"]
    activity = made.data.plan.campaigns[0].activities[0]
    line_of = made.data.plan.campaigns[0].contacts.line_of
    dials = {line_of(body).dial for role in roles for body in activity.holding(role)}
    links = html.fromstring(page).xpath("//section[@aria-labelledby='call']//a/@href")
    assert dials == {link.removeprefix("tel:") for link in links if link.startswith("tel:")}
    assert "没有公布电话" not in page


@pytest.mark.parametrize(
    ("line", "zh", "en", "fact"),
    [
        ("fax: 0990-5550103", "可以发传真询问。", "You can ask by fax.", "省委网信办 传真：0990-5550103"),
        ("email: bgs@example.gov.cn", "可以发邮件询问。", "You can ask by email.", "省委网信办 bgs@example.gov.cn"),
        (
            "{fax: 0990-5550103, email: bgs@example.gov.cn}", "可以发邮件或传真询问。", "You can ask by email or fax.",
            "省委网信办 bgs@example.gov.cn",
        ),
        ("{fax: 0990-5550103, phone: 0990-5550100}", "可以打上面的电话询问。", "Call a number above to ask.", "省委网信办 0990-5550100"),
    ],
)  # fmt: skip
def test_one_is_sent_only_to_what_there_is(tmp_path, line, zh, en, fact):
    contacts = f"campaign: yunling-2025\ncontacts:\n  - {{body: 省委网信办, {line.strip('{}')}}}\n"
    pages = publishing.html(publishing.site(b.data(b.a_data_folder(tmp_path, contacts__yunling_2025=contacts))))
    for home, way in (("", zh), ("en/", en)):
        assert said(pages[f"{home}yunling-2025/online-quiz/index.html"], "ms-facts__unstated").endswith(way)
    page = html.fromstring(pages["yunling-2025/online-quiz/index.html"])
    assert f"咨询电话：{fact}\n" in page.xpath("string(//main)")


@pytest.mark.parametrize(
    ("booking", "told"),
    [
        (None, ["没有公布这个单位的电话。"]),
        (
            "{phone: 0990-5550100, hours: 工作日9:00-17:00}",
            ["没有公布这个单位的电话，可以问：", "举办数字知识网上竞答 电话报名：0990-5550100 工作日9:00-17:00"],
        ),
    ],
)
def test_the_page_of_a_body_without_a_number_names_those_that_there_are_and_offers_none_where_there_is_none(tmp_path, booking, told):
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(booking=booking)])
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None)
    page = html.fromstring(publishing.html(publishing.site(b.data(root)))["organisations/yunling-cac/index.html"])
    lines = page.xpath("//section[contains(@class,'ms-work')]/p[not(@class) or contains(@class,'ms-work__ask')]")
    assert [" ".join(each.text_content().split()) for each in lines][:-1] == told
