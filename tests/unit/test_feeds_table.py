"""Tables: read back with Python's csv as a spreadsheet would, and harmless in one."""

from __future__ import annotations

import csv
import io

import pytest

import builders
from builders import an_activity_yaml
from microsite.site.feeds.table import harmless
from publishing import formats
from session_tables import read


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_table_opens_in_excel_in_chinese(tmp_path):
    content = formats(builders.data(builders.a_data_folder(tmp_path)))["yunling-2025/activities.csv"]
    assert content.startswith("\ufeff序号,编号,活动,".encode())
    assert content.count(b"\r\n") == content.count(b"\n") == 3


def test_an_activity_has_all_its_facts_in_one_row(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)))
    assert rows(files["yunling-2025/activities.csv"])[1] == {
        "序号": "2",
        "编号": "village-classes",
        "活动": "开展数字技能下乡",
        "一句话说明": "老师到村里讲怎样用手机办事。",
        "类别": "培训",
        "状态": "",
        "时间": "2025年7月1日至10日",
        "时间（通知原文）": "2025年7月1日至10日",
        "不早于": "2025-07-01",
        "不晚于": "2025-07-10",
        "阶段": "实施阶段",
        "时间节点": "",
        "面向": "农民、老年人",
        "形式": "线下",
        "公众能否参加": "能",
        "参加办法": "",
        "牵头单位": "省教育厅",
        "分工负责单位": "省人社厅、省妇联",
        "指导单位": "",
        "主办单位": "",
        "承办单位": "",
        "协办单位": "",
        "配合单位": "",
        "支持单位": "",
        "分工原文": "省教育厅牵头，省人社厅、省妇联分工负责",
        "通知条目": "四（二）",
        "文号": "云网办字〔2025〕1号",
        "网页": "https://www.example.gov.cn/ztzl/yunling-2025/village-classes/",
        "附件": "",
        "地点": "",
        "场所": "",
        "预约报名": "",
        "费用": "",
        "名额": "",
        "语言": "",
        "无障碍": "",
    }


def test_an_activity_says_where_it_is_and_how_to_take_part(tmp_path):
    fields = {
        "places": "[市科技馆, 等]", "venues": "[一楼大厅]", "cost": "20元", "capacity": "50", "languages": "[zh, yue]",
        "access": "[captions]", "booking": "{needed: true, phone: 0990-5550100, until: 6月10日17:00前}",
    }  # fmt: skip
    plan = builders.a_campaign_yaml(activities=[an_activity_yaml(**fields)])
    files = formats(builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)))
    assert list(rows(files["yunling-2025/activities.csv"])[0].values())[-7:] == [
        "市科技馆等", "一楼大厅", "需要报名；报名截止：2025年6月10日17:00前；0990-5550100", "20元", "50", "普通话、粤语", "字幕",
    ]  # fmt: skip


def test_the_table_invites_nobody_to_what_is_off(tmp_path):
    booked = {"booking": "{needed: true, phone: 0990-5550100}", "joining": "直接到场。", "open_to_public": "true", "status": "cancelled"}
    booked["sessions"] = "[{when: 6月15日, place: 省图书馆, status: cancelled}]"
    plan = builders.a_campaign_yaml(activities=[an_activity_yaml(**booked)])
    files = formats(builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)))
    (activity,), (session,) = rows(files["yunling-2025/activities.csv"]), rows(files["yunling-2025/sessions.csv"])
    assert [activity[each] for each in ("状态", "公众能否参加", "参加办法", "预约报名")] == ["活动已取消", "", "", ""]
    assert session["预约报名"] == ""


def test_a_session_has_all_its_facts_in_one_row(tmp_path):
    files = formats(read(tmp_path))
    first, second = rows(files["yunling-2025/sessions.csv"])
    assert first == {
        "序号": "1",
        "编号": "online-quiz",
        "活动": "举办数字知识网上竞答",
        "时间": "2025年6月15日9:30至11:30",
        "时间（通知原文）": "6月15日9:30-11:30",
        "不早于": "2025-06-15 09:30",
        "不晚于": "2025-06-15 11:30",
        "地点": "清溪市图书馆",
        "地址": "文昌路 8 号",
        "市县": "清溪市",
        "主办单位": "省教育厅",
        "状态": "",
        "说明": "",
        "网页": "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/",
        "预约报名": "0990-55501001",
        "费用": "免费",
        "名额": "30",
        "语言": "",
        "无障碍": "手语翻译、轮椅可通行",
        "本场题目": "",
    }
    assert (second["时间"], second["状态"], second["说明"]) == (
        "2025年6月14日至28日，每周六14:00至16:00（6月21日除外）", "名额已满", "带手机",
    )  # fmt: skip
    english = rows(files["en/yunling-2025/sessions.csv"])[1]
    assert (english["City"], english["Status"], english["Not before"]) == ("松坪市", "Full", "2025-06-14 14:00")
    assert "yunling-2025/sessions.csv" not in formats(builders.data(builders.a_data_folder(tmp_path / "none")))


def test_the_english_table_stands_under_en(tmp_path):
    files = formats(builders.data(builders.a_data_folder(tmp_path)), site_url="")
    row = rows(files["en/yunling-2025/activities.csv"])[0]
    assert (row["When"], row["When, as printed"], row["Page"]) == (
        "mid-June 2025", "6月中旬", "en/yunling-2025/online-quiz/",
    )  # fmt: skip


def test_a_contact_shows_a_name_only_while_it_is_published(tmp_path):
    root = builders.a_data_folder(tmp_path)
    shown = rows(formats(builders.data(root))["yunling-2025/contacts.csv"])[1]
    gone = rows(formats(builders.data(root, builders.AS_OF.replace(year=2026)))["yunling-2025/contacts.csv"])[
        1
    ]
    assert shown == {
        "单位": "省教育厅",
        "全称": "云岭省教育厅",
        "电话": "0990-55501002",
        "联系人": "陈 二",
        "牵头的活动": "开展数字技能下乡",
        "分工负责的活动": "",
        "网页": "https://www.example.gov.cn/ztzl/organisations/yunling-education/",
        "传真": "",
        "邮箱": "",
    }
    assert gone == {**shown, "联系人": ""}


def test_a_plan_without_contacts_has_no_table_of_them(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path, contacts__yunling_2025=None))
    assert [path for path in formats(data) if path.endswith(".csv")] == [
        "yunling-2025/activities.csv",
        "en/yunling-2025/activities.csv",
    ]


def test_a_telephone_without_a_hyphen_stands_in_the_table_as_it_is_printed_and_is_dialled_from_its_card(tmp_path):
    contacts = builders.contacts_yaml(("0990—55501001", "099055501001"))
    made = formats(builders.data(builders.a_data_folder(tmp_path, contacts__yunling_2025=contacts)))
    assert rows(made["yunling-2025/contacts.csv"])[0]["电话"] == "099055501001"
    assert b"TEL;TYPE=WORK,VOICE:+8699055501001\r\n" in made["yunling-2025/contacts/yunling-cac.vcf"]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\u3000+"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(first):
    assert harmless(f"{first}cmd|' /C calc'!A0") == f"'{first}cmd|' /C calc'!A0"


@pytest.mark.parametrize("cell", ["", "8月中旬", "2025-07-01", "0990-55501002", "“=1+1”", "a=b"])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


def test_formulas_in_titles_and_telephones_are_neutralised_in_the_file(tmp_path):
    activity = an_activity_yaml(title="\"=HYPERLINK('https://a.cn'),x\"")
    campaign = builders.a_campaign_yaml(activities=[activity])
    contacts = builders.contacts_yaml(("0990—55501001", "+86 990 55501001"))
    files = {"campaigns__yunling_2025": campaign, "contacts__yunling_2025": contacts}
    made = formats(builders.data(builders.a_data_folder(tmp_path, **files)))
    assert rows(made["yunling-2025/activities.csv"])[0]["活动"] == "'=HYPERLINK('https://a.cn'),x"
    assert rows(made["yunling-2025/contacts.csv"])[0]["电话"] == "'+86 990 55501001"
