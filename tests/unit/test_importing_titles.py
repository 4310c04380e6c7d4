"""Name, theme and number of a notice, and what is around it: each reading that was once wrong, with the smallest notice that shows it."""

import pytest
import yaml

from microsite.importing import command
from small_notices import FOOT, HEAD, TWO, made


def test_a_theme_stands_without_the_words_before_it():
    campaign, _ = made("一、主题\n第九届科技活动周的主题：推进自主创新、促进和谐发展。\n" + TWO.replace("一、", "二、"))
    assert campaign["theme"]["text"] == "推进自主创新、促进和谐发展"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于印发2025年国家网络安全宣传周青禾市活动安排的通知", "2025年国家网络安全宣传周青禾市活动"),
        ("关于举办2025年青禾科普夜市活动的通知", "2025年青禾科普夜市"),
        ("2025年“菌物科普日”系列活动开展通知", "2025年“菌物科普日”系列活动"),
        ("青禾市图书馆2025年“书香青禾”读书月\n系列全民阅读活动方案", "青禾市图书馆2025年“书香青禾”读书月系列全民阅读活动"),
        ("第三届青禾市职工运动会\n竞赛组织工作方案", "第三届青禾市职工运动会竞赛组织"),
    ],
)
def test_the_name_in_titles_of_other_forms(title, name):
    files = dict(command.from_notice(f"{title}\n各单位：\n　　现通知如下：\n{TWO}\n{FOOT}".encode(), "a.txt", ()).files)
    campaign = next(text for path, text in files.items() if path.startswith("campaigns/"))
    assert yaml.safe_load(campaign)["name"] == name


@pytest.mark.parametrize("title", ["青教通〔2025〕17号　关于开展读书周的通知", "关于开展读书周的通知（青教通〔2025〕17号）"])
def test_a_number_beside_the_title_is_that_of_the_document(title):
    files = dict(command.from_notice(f"{title}\n各单位：\n　　现通知如下：\n{TWO}\n{FOOT}".encode(), "a.txt", ()).files)
    document = yaml.safe_load(files["campaigns/qinghe-2025.yml"])["document"]
    assert (document["number"], document["title"]) == ("青教通〔2025〕17号", "关于开展读书周的通知")


def test_a_clause_that_bids_to_keep_to_the_theme_does_not_say_it():
    bids = f"一、紧扣活动主题，增强教育效果\n低年级多玩游戏，高年级多说心里话。\n{TWO.replace('一、', '二、')}"
    found = made(f"本届活动周主题定为：向阳而生，悦见自己。\n{bids}")[0]
    assert found["theme"]["text"] == "向阳而生 悦见自己"


def test_what_a_website_writes_around_a_notice_is_no_part_of_it():
    told = "发布日期：2025-03-05 发布者：青禾市图书馆 访问：3050\n"
    _, after = HEAD.split("\n", 1)
    text = HEAD.replace(after, told + after) + f"一、讲座。4月11日9:00，在市档案馆举办。\n{FOOT}\n已有532779人访问\n"
    files = dict(command.from_notice(text.encode(), "a.txt", ()).files)
    assert not any(words in each for each in files.values() for words in ("访问", "发布"))
    assert "signatories: " in next(each for name, each in files.items() if name.startswith("campaigns/"))


def test_a_plan_may_be_a_letter():
    text = "青禾市博物馆2025年暑期活动安排\n各位观众朋友：\n围绕“一方砚”这一主题，时间为7月5日至8月24日。\n一、活动\n"
    text += "（一）拓印\n时间：7月6日\n（二）刻印\n时间：7月7日\n青禾市博物馆\n2025年6月1日"
    files = command.from_notice(text.encode(), "a.txt", ()).files
    campaign = yaml.load(files[0][1], yaml.BaseLoader)  # noqa: S506
    assert (campaign["name"], campaign["period"]) == ("青禾市博物馆2025年暑期活动", "7月5日至8月24日")
    assert campaign["document"]["addressees"]["text"] == "各位观众朋友"
