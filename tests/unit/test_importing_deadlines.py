"""By when something is due: each reading that was once wrong, with the smallest notice that shows it."""

import pytest

from small_notices import TWO, made


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("请于7月24日前将计划表，9月5日前将总结报市科协。", ["7月24日前", "9月5日前"]),
        ("送照片的时间最晚不超过10月14日。", ["10月14日"]),
        ("评选结果公布后10日内提供收款账户。", ["评选结果公布后10日内"]),
        ("选手凭证件于8:40前入场。", ["8:40前"]),
        ("报名从即日起，到3月28日为止。", ["3月28日"]),
        ("要来的4月1日前跟合作社的包会计讲。", ["4月1日前"]),
        ("请在活动前一周的周三9:00以后打电话登记。", []),
        ("各单位每周五17:00前报送信息。", ["每周五17:00前"]),
        ("开课前24小时可全额退费，请报名时确认。", []),
        ("请参展单位于5月24日上午8:00前到广场布展。", ["5月24日上午8:00前"]),
    ],
)
def test_deadlines_in_other_words(said, due):
    found = made(f"{TWO}\n二、有关要求\n1.及时报送。{said}")[0]["requirements"][0].get("deadlines", [])
    assert [each["due"] if isinstance(each["due"], str) else each["due"]["text"] for each in found] == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("于3月20日前拿出实施方案。", ["3月20日前"]),
        ("请于活动开展前10个工作日内报送方案。", ["活动开展前10个工作日内"]),
        ("活动启动前3天报送方案。", ["活动启动前3天"]),
        ("征集拟于11月30日前开展的活动。", []),
    ],
)
def test_deadlines_before_something_begins(said, due):
    found = made(f"{TWO}\n二、有关要求\n1.及时报送。{said}")[0]["requirements"][0].get("deadlines", [])
    assert [each["due"] if isinstance(each["due"], str) else each["due"]["text"] for each in found] == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("8月12日至13日在甲园举办，讲授课程，由各镇街、园区组织企业于8月7日前报名。", "8月7日前"),
        ("\n参加人员：市民，7月3日17:00前通过“一点通”APP预约", "7月3日17:00前"),
        ("各单位每日16:00前报送当日活动信息。", "每日16:00前"),
    ],
)
def test_deadlines_stand_behind_other_times_in_labelled_lines_and_on_each_day(said, due):
    (found,) = made(f"{TWO}\n（三）研修班。{said}\n责任单位：市科协")[0]["activities"][2]["deadlines"]
    assert (found["due"]["text"] if isinstance(found["due"], dict) else found["due"]) == due


def test_a_day_before_which_works_were_made_is_no_deadline():
    text = f"{TWO}\n（三）老照片征集（市档案馆主办）。1999年12月31日前拍摄的照片，请寄市档案馆。"
    assert "deadlines" not in made(text)[0]["activities"][2]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("请于活动结束后10个工作日内报送总结。", "活动结束后10个工作日内"),
        ("每场活动结束后3日内报送情况表。", "每场活动结束后3日内"),
        ("开赛前3天，各领队须确认名单。", "开赛前3天"),
        ("请于讲座3天前向市科技馆报名。", "讲座3天前"),
        ("每周五下午下班前报送进度。", "每周五下午下班前"),
        ("收到通知后5个工作日内报送联络员名单。", "收到通知后5个工作日内"),
        ("讲座前一周起可在公众号预约。", None),
        ("活动前5日上午10:00在公众号开放报名。", None),
    ],
)
def test_a_deadline_that_is_counted_from_an_event_is_one_and_when_booking_begins_is_none(said, due):
    requirement = made(f"{TWO}\n二、有关要求\n1.及时报送。{said}")[0]["requirements"][0]
    found = [each["due"] if isinstance(each["due"], str) else each["due"]["text"] for each in requirement.get("deadlines", [])]
    assert found == ([due] if due else [])


def test_what_is_over_by_then_is_nobody_who_hands_in():
    (only,) = made(f"{TWO}\n二、有关要求\n1.及时总结。活动结束后请于6月5日前报送书面总结。")[0]["requirements"][0]["deadlines"]
    assert only == {"what": "报送书面总结", "due": "6月5日前"}


def test_what_closes_behind_a_comma_is_what_one_does_before_it():
    text = "6月8日上午免费开放，每批次30人，须通过“清水科普”公众号预约，6月5日18:00截止。"
    first = made(f"一、活动安排\n（一）开放日\n{text}\n（二）诵读会（市教育局主办）")[0]["activities"][0]
    assert (first["deadlines"], first["capacity"]) == ([{"what": "预约", "due": "6月5日18:00"}], "30")
