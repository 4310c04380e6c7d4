"""Notices and sentences that change what was announced: another day, another place, off; and times that are beside the activity's."""

import pytest

from microsite.importing import command
from small_notices import FOOT, HEAD, made

OTHER = "2.诵读会。6月8日9:00在市博物馆举行。市教育局负责。"
LISTS = (
    "一、取消的活动\n1.“名家面对面”讲座。原定于6月14日9:30在市图书馆报告厅举办，因主讲人身体原因取消。\n2.亲子手工坊。因场地检修取消。\n"
    "二、改期的活动\n1.古籍修复体验。由6月15日14:00改至6月22日14:00，地点不变。\n2.朗诵会。原定6月20日19:30，推迟至6月27日19:30。\n"
    "三、地点调整\n1.旧书市集。由人民广场改到滨河公园举行，时间不变。\n四、新增活动\n1.夜读市集。6月28日18:00在滨河公园举行。\n"
)


def first(sentences, *keys):
    (found, _) = made(f"一、活动安排\n1.{sentences}\n{OTHER}")[0]["activities"]
    return [found.get(key) for key in keys]


def test_a_notice_of_changes_lists_each_activity_with_what_has_become_of_it():
    text = f"关于调整2026年青禾读书节部分活动安排的通知\n各区文旅局：\n现作如下调整：\n{LISTS}青禾市文化和旅游局\n2026年6月5日"
    found = command.from_notice(text.encode(), "a.txt", ())
    plan = made(f"{LISTS}")[0]["activities"]
    assert [each.get("status") for each in plan] == ["cancelled", "cancelled", None, None, None, None]
    assert [each.get("when") for each in plan[2:4]] == [
        {"text": "6月22日14:00", "was": "6月15日14:00"}, {"text": "6月27日19:30", "was": "6月20日19:30"},
    ]  # fmt: skip
    assert plan[4]["places"] == ["滨河公园"]
    assert "请改那份方案，不要另建一届" in str(found)
    assert "请改那份方案" not in str(command.from_notice(f"{HEAD}一、活动安排\n1.书展。\n{OTHER}\n{FOOT}".encode(), "a.txt", ()))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("因场地检修取消。", "cancelled"),
        ("因故停办。", "cancelled"),
        ("因主讲人身体原因延期，时间另行通知。", "postponed"),
        ("如因天气原因取消，另行通知。", None),
        ("报名不足10人时，因成本原因取消。", None),
    ],
)
def test_what_is_off_for_a_reason_is_off(text, status):
    assert first(f"书展。{text}", "status") == [status]


@pytest.mark.parametrize(
    "aside",
    ["，展览持续至10月25日", "。彩排10月17日14:00", "，售票时间10月1日9:00起", "。检票时间10月18日8:00", "，展品保留至11月1日"],
)
def test_a_time_of_something_beside_an_activity_is_not_its_time(aside):
    assert first(f"音乐会。10月18日9:30在人民广场举行{aside}。", "when", "places") == ["10月18日9:30", ["人民广场"]]


def test_counties_each_with_a_day_and_a_place_are_sessions():
    text = "各县启动仪式。临江县10月10日9:00在县文化馆；青禾县10月12日9:30在县图书馆；云山县10月13日在城南广场。"
    (sessions,) = first(text, "sessions")
    assert [(each["when"], each["place"]) for each in sessions] == [
        ("10月10日9:00", "临江县文化馆"), ("10月12日9:30", "青禾县图书馆"), ("10月13日", "云山县城南广场"),
    ]  # fmt: skip


def test_two_places_of_one_day_are_two_sessions_wherever_the_day_stands():
    text = "法律咨询。上午9:00-11:00在市司法局一楼；下午2:00-4:00在滨河社区服务中心。10月20日举行，市司法局负责。"
    (sessions,) = first(text, "sessions")
    assert [each["when"] for each in sessions] == ["10月20日上午9:00-11:00", "10月20日下午2:00-4:00"]


def test_whoever_acts_together_with_the_leader_has_a_role_of_its_own():
    text = "启动仪式。10月18日9:30在人民广场举行。市民政局牵头，会同市文旅局、市体育局共同举办。"
    assert first(text, "lead", "host") == [["市民政局"], ["市文旅局", "市体育局"]]


def test_the_number_to_enrol_with_is_the_one_that_says_so():
    text = "大赛。企业退休人员由所在企业报名。9月25日前报名，报名电话：0532-85550611；咨询电话：0532-85550612。"
    assert first(text, "booking") == [{"needed": "true", "phone": "0532-85550611"}]


@pytest.mark.parametrize("text", ["该场地无轮椅通道。", "没有电梯，不便轮椅通行。", "暂未设无障碍通道。"])
def test_what_a_place_lacks_is_no_access(text):
    assert first(f"书展。6月9日在市图书馆举行。{text}", "access") == [None]


@pytest.mark.parametrize("text", ["停车免费。", "车位免费开放。"])
def test_free_parking_is_no_free_activity(text):
    assert first(f"书展。6月9日在市图书馆举行。{text}", "cost") == [None]
