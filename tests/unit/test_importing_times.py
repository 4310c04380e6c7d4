"""When, where, for how many and for how much: each reading that was once wrong, with the smallest notice that shows it."""

import pytest

from small_notices import TWO, activities, comments, made


def test_a_heading_that_promises_activities_and_times_holds_activities():
    assert [each["title"] for each in activities("一、活动内容及时间安排\n（一）诵读会\n时间：4月2日\n（二）书展\n时间：4月3日")] == [
        "诵读会",
        "书展",
    ]


def test_a_day_before_a_title_is_its_time():
    assert activities("一、系列活动\n（一）4月2日 启动日\n责任单位：市教育局\n（二）4月3日—4日 开放日\n责任单位：市科协") == [
        {"title": "启动日", "when": "4月2日", "lead": ["市教育局"]},
        {"title": "开放日", "when": "4月3日—4日", "lead": ["市科协"]},
    ]


def test_day_and_hour_of_two_columns_are_one_time_and_an_empty_day_is_that_above():
    table = "一、日程\n日期\t具体时间\t活动内容\t活动地点\n4月2日\t8:30-9:30\t开幕式\t甲馆\n\t14:00\t报告会\t乙馆"
    assert activities(table) == [
        {"title": "开幕式", "when": "4月2日8:30-9:30", "places": ["甲馆"]},
        {"title": "报告会", "when": "4月2日14:00", "places": ["乙馆"]},
    ]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("请于4月10日下班前将名单发至邮箱。", "4月10日下班前"),
        ("各校领队于4月27日16:00前在群内接龙报名。", "4月27日16:00前"),
        ("各单位每周五17:00前报送信息。", "每周五17:00前"),
        ("作品于4月20日前邮寄至市教育局。", "4月20日前"),
        ("请于4月20日前汇至协会账户。", "4月20日前"),
        ("各县（区）每周五报送动态一期。", "每周五"),
        ("数据通过系统填报，4月20日关闭系统。", "4月20日"),
    ],
)
def test_a_deadline_is_read_whatever_is_done_by_then(sentence, due):
    campaign, _ = made(f"{TWO}\n二、工作要求\n（一）报送信息。{sentence}")
    found = [each["due"] for each in campaign["requirements"][0]["deadlines"]]
    assert [each if isinstance(each, str) else each["text"] for each in found] == [due]


def test_a_deadline_in_a_clause_that_is_neither_activity_nor_requirement_is_told():
    text = f"{TWO}\n二、报名\n请于4月10日前扫码报名。"
    assert "请核对：通知正文有期限“4月10日前”（第 8 行）；不属于任何活动或要求，请写进工作要求" in comments(text)


@pytest.mark.parametrize("line", ["4月2日 9:30 开幕式（市会展中心）", "4月2日：开幕式（市会展中心）"])
def test_lines_that_begin_with_a_day_are_activities(line):
    found = activities(f"一、活动日程\n{line}\n4月3日 全天 开放日（各会员企业）")
    assert [(each["title"], each["places"]) for each in found] == [("开幕式", ["市会展中心"]), ("开放日", ["各会员企业"])]


def test_a_place_between_the_time_and_the_limit_is_the_place():
    text = "一、课程设置\n1.书法班：每周一9:00-10:30，社区活动室201，限20人。\n2.合唱班：4月2日、3日每天10:00，多功能厅，限30人。"
    assert [(each["when"], each["places"]) for each in activities(text)[:1]] == [("每周一9:00-10:30", ["社区活动室201"])]
    assert activities(text)[1]["when"] == "4月2日、3日每天10:00"


WEEK = "一、活动时间\n2025年11月10日至14日\n二、日程安排\n"


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ("【星期一】开幕式\n升旗仪式后（8:10），操场。\n【星期二】纸桥挑战\n第二节课，一年级教室。", "星期一升旗仪式后（8:10）"),
        ("周一：开幕式\n8:10在操场举行。\n周二：纸桥挑战\n第二节课，一年级教室。", "周一8:10"),
        ("第一天：开幕式\n8:10，操场。\n第二天：纸桥挑战\n第二节课，一年级教室。", "第一天8:10"),
        ("（一）星期一 开幕式\n时间：8:10\n地点：操场\n（二）星期二 纸桥挑战\n时间：第二节课\n地点：一年级教室", "星期一8:10"),
        ("时间\t活动\t地点\n周一8:10\t开幕式\t操场\n周二第二节课\t纸桥挑战\t一年级教室", "周一8:10"),
        ("星期\t时间\t活动\t地点\n周一\t8:10\t开幕式\t操场\n周二\t第二节课\t纸桥挑战\t一年级教室", "周一8:10"),
    ],
)
def test_a_day_of_the_week_has_its_date_where_the_whole_lasts_a_week(days, first):
    opening, bridges = activities(f"{WEEK}{days}")
    assert (opening["title"], opening["places"], bridges["places"]) == ("开幕式", ["操场"], ["一年级教室"])
    assert (opening["when"]["text"], opening["when"]["means"], bridges["when"]["means"]) == (first, "11月10日8:10", "11月11日")


def test_what_goes_on_all_week_lasts_as_long_as_the_whole():
    when = activities(f"{WEEK}【周一】开幕式\n8:10，操场。\n【全周】绘画征集\n作品12月送市里参评。")[1]["when"]
    assert (when["text"], when["means"]) == ("全周", "2025年11月10日至14日")


@pytest.mark.parametrize("when", ["重阳节当天（10月29日）下午2时半", "第10教学周（11月4日—8日）", "健身日当天（8月8日）"])
def test_a_named_day_or_week_has_its_date_in_brackets(when):
    found = activities(f"一、活动安排\n（一）分享会\n{when}，市图书馆。\n（二）书展\n4月7日9:00，甲馆。")[0]
    assert (found["when"], found["places"]) == (when, ["市图书馆"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("锦澜酒店二楼锦江厅（文昌路199号）。内容包括核算。", ["锦澜酒店二楼锦江厅（文昌路199号）"]),
        ("14日参观朔原水泥公司热站，15日前往县农机站、甲公司零碳车间。", ["朔原水泥公司热站", "县农机站", "甲公司零碳车间"]),
        ("全市17所老年大学（分校）向老人开放。", ["全市17所老年大学（分校）"]),
        ("市图书馆、市文化馆同步举行，请读者分享一本书。", ["市图书馆", "市文化馆"]),
    ],
)
def test_a_place_alone_before_a_stop_and_places_that_are_visited_or_open(text, places):
    found = activities(f"一、活动安排\n（一）学习活动（4月14日、15日，13日报到）\n{text}\n（二）书展（4月7日）\n图书馆。")[0]
    assert sorted(found["places"]) == sorted(places)


@pytest.mark.parametrize("said", ["名额：每半天96人", "每课堂预留席位96个", "席位：限96席"])
def test_room_for_half_a_day_and_seats_are_a_capacity(said):
    text = f"一、活动安排\n（一）开放日\n时间：4月10日\n{said}，只收材料成本。\n（二）书展\n时间：4月7日"
    assert made(text)[0]["activities"][0]["capacity"] == "96"


@pytest.mark.parametrize(
    ("said", "costs"),
    [
        ("培训班：会员每人1200元、其他人每人1800元，含午餐；观摩、问诊：免费。", ["会员每人1200元、其他人每人1800元", "免费"]),
        ("参加观摩的食宿自理。培训班：每人60元。", ["每人60元", None]),
        ("观摩：免费。", [None, "免费"]),
    ],
)
def test_a_clause_says_what_each_activity_costs_by_words_of_its_title(said, costs):
    text = f"一、活动安排\n（一）碳核算培训班（4月5日）\n图书馆。\n（二）企业现场观摩（4月6日）\n县农机站。\n二、费用标准\n{said}"
    assert [each.get("cost") for each in made(text)[0]["activities"]] == costs


def test_a_bracket_behind_a_title_in_a_table_says_who_may_come():
    table = "一、日程\n时间\t活动\t地点\n4月5日\t实验室开放日（限40人，预约）\t甲校\n4月6日\t书展（第二场）\t乙校"
    opened, shown = made(table)[0]["activities"]
    assert (opened["title"], opened["capacity"], opened["booking"]) == ("实验室开放日", "40", {"needed": "true"})
    assert shown["title"] == "书展（第二场）"


def test_a_week_of_school_is_the_time_of_the_whole():
    campaign, _ = made(f"学校定于第10教学周（11月4日—8日）停课一周，举行读书周。\n{TWO}")
    assert campaign["period"] == "第10教学周（11月4日—8日）"


def test_how_to_get_there_is_no_part_of_a_place():
    text = "一、活动安排\n（一）书展\n时间：4月5日\n地点：市图书馆报告厅（听涛路7号，乘地铁2号线B口出）\n（二）诵读会\n时间：4月6日"
    assert made(text)[0]["activities"][0]["places"] == ["市图书馆报告厅"]


def test_one_name_may_have_two_numbers_in_it():
    text = "一、活动安排\n（一）书展\n负责：一、二年级组　协助：教务处\n（二）诵读会\n负责：校团委"
    assert activities(text)[0]["lead"] == ["一、二年级组"]


def test_parts_with_their_own_times_are_parts():
    text = "一、主要内容\n（一）田间课堂\n1、种水稻\n时间：4月5日\n地点：新塘村\n2、防鱼病\n时间：4月6日\n（二）大篷车（市科协牵头）"
    found = made(text)[0]["activities"][0]
    assert found["parts"] == [
        {"id": "zhong-shuidao", "name": "种水稻", "when": "4月5日", "place": "新塘村"},
        {"id": "fangyu-bing", "name": "防鱼病", "when": "4月6日"},
    ]
    assert "when" not in found


def test_a_deadline_of_an_activity_stands_with_it():
    found = made("一、活动安排\n（一）征文\n报名截止：4月10日\n（二）书展（4月30日前完成）\n时间：4月3日")[0]["activities"]
    assert found[0]["deadlines"] == [{"what": "报名", "due": "4月10日"}]
    assert [each["due"] for each in found[1]["deadlines"]] == ["4月30日前"]


def test_clauses_without_a_title_that_begin_with_a_day_are_activities():
    main = "一、4月5日上午9:00，在静溪公园举办主场宣传活动，由市教育局牵头，市科协配合。"
    text = f"{main}\n二、4月6日，各校悬挂标语。\n三、各单位要高度重视。"
    first, second = activities(text)
    assert first == {
        "title": "主场宣传活动", "when": "4月5日上午9:00", "places": ["静溪公园"], "lead": ["市教育局"], "assist": ["市科协"],
    }  # fmt: skip
    assert second == {"title": "", "when": "4月6日"}


def test_steps_of_a_clause_are_no_period():
    campaign, _ = made("读书周定于2025年8月举行。\n一、时间安排\n1.申报：4月1日至5月20日，登录网站。\n2.初评：6月上旬。")
    assert campaign["period"] == "2025年8月"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("10月8日至11月7日，每周二、周四下午2:30—4:30，在社区开设手机课堂。", "10月8日至11月7日，每周二、周四下午2:30—4:30"),
        ("10月14日（重阳节前）上午9:30，在省图书馆报告厅举行。", "10月14日（重阳节前）上午9:30"),
        ("10月14日举办，讲摄影。", "10月14日"),
    ],
)
def test_a_time_at_the_beginning_of_a_text_is_read_as_far_as_it_goes(text, when):
    (found,) = activities(f"一、活动内容\n（一）手机课堂。{text}\n责任单位：市科协")
    assert found["when"] == when


def test_days_above_a_topic_are_its_time():
    text = "一、活动安排\n4月2日\n主题：《春江》讲座\n地点：甲馆\n4月3日—10日\n主题：书展\n活动平台：市图书馆公众号"
    assert activities(text) == [
        {"title": "《春江》讲座", "when": "4月2日", "places": ["甲馆"]},
        {"title": "书展", "when": "4月3日—10日", "places": ["市图书馆公众号"]},
    ]


@pytest.mark.parametrize(
    ("listed", "read"),
    [
        ("4月2日（周三）\n上午9:00 开幕式（甲馆）\n下午2:30 讲座（乙馆，每批30人）", [
            {"title": "开幕式", "when": "4月2日（周三）上午9:00", "places": ["甲馆"]},
            {"title": "讲座", "when": "4月2日（周三）下午2:30", "places": ["乙馆"]},
        ]),
        ("◎市图书馆（望湖路18号）\n4月2日　剪纸入门　授课老师：祝融\n4月9日　八段锦　授课老师：卫青", [
            {"title": "剪纸入门", "when": "4月2日", "places": ["市图书馆（望湖路18号）"]},
            {"title": "八段锦", "when": "4月9日", "places": ["市图书馆（望湖路18号）"]},
        ]),
        ("1、开幕式，时间4月2日9:00，由市科协负责。\n2、书展，4月3日，甲馆，市教育局牵头。", [
            {"title": "开幕式", "when": "4月2日9:00", "lead": ["市科协"]},
            {"title": "书展", "when": "4月3日", "places": ["甲馆"], "lead": ["市教育局"]},
        ]),
        ("（一）报告（4月2日9:00，地点：甲馆，责任部门：市科协）\n（二）书展（4月3日升旗后，责任部门：市教育局）", [
            {"title": "报告", "when": "4月2日9:00", "places": ["甲馆"], "lead": ["市科协"]},
            {"title": "书展", "when": {"text": "4月3日升旗后", "means": "", "note": ""}, "lead": ["市教育局"]},
        ]),
    ],
)  # fmt: skip
def test_programmes_and_clauses_name_what_is_on_with_its_time_and_place(listed, read):
    assert activities(f"一、活动安排\n{listed}") == read


def test_phases_that_one_sentence_names_in_a_row_are_read_with_the_period_before_them():
    sentence = "活动自2025年4月1日起至6月20日止，分动员（4月上旬）、实施（4月中旬至5月）、总结（6月）三个阶段进行。"
    campaign, _ = made(f"一、总体安排\n{sentence}\n二、{TWO[2:]}")
    assert campaign["period"] == "2025年4月1日起至6月20日止"
    assert campaign["phases"] == [
        {"id": each["id"], "source": "一", "name": name, "when": when, "summary": ""}  # and no number, as none is printed
        for each, (name, when) in zip(campaign["phases"], [("动员", "4月上旬"), ("实施", "4月中旬至5月"), ("总结", "6月")], strict=True)
    ]


@pytest.mark.parametrize("behind", ["集合", "准时集合", "报到", ""])
def test_what_happens_at_an_hour_is_no_part_of_the_time(behind):
    text = f"一、书展\n时间：4月29日（农历四月初三）上午8:30{behind}\n地点：石桥公园南门\n二、诵读会\n时间：4月30日"
    assert activities(text)[0]["when"] == "4月29日（农历四月初三）上午8:30"


def test_a_line_that_begins_with_a_day_begins_a_paragraph():
    text = "一、活动安排\n4月10日 14:20 讲座《走近智能》，报告厅，全体学生参加\n4月12日 “家庭小实验”展播，各班级"
    assert [(each["title"], each.get("when")) for each in activities(text)] == [
        ("讲座《走近智能》", "4月10日14:20"), ("“家庭小实验”展播", "4月12日"),
    ]  # fmt: skip


def test_enrolment_from_the_day_of_the_notice_is_read():
    text = "1.培训时间：2025年3月10日至6月30日\n2.报名时间：自本公告发布之日起至2月28日，每班30人，额满为止。\n3.培训地点：市老年大学"
    (due,) = [each["due"] for each in made(text)[0]["activities"][0]["deadlines"]]
    assert (due["text"], due["means"], due["note"]) == ("自本公告发布之日起至2月28日", "即日起至2月28日", "从通知发布当日算起。")


@pytest.mark.parametrize("days", ["、".join(f"6月{day}日" for day in range(1, 26)), "6月1日至" * 25, "6月2日(周一)—" * 25, "6月" * 60])
def test_a_long_row_of_days_in_a_line_is_no_trap(days):
    """Trying every way to part the days would never end."""
    assert [each["title"] for each in made(f"{days}在甲馆举办讲座\n{TWO}")[0]["activities"]] == ["书展", "诵读会"]


def test_when_enrolment_is_taken_is_not_when_it_is_on():
    text = "一、培训安排\n办班时间为2025年6月2日—6月23日。\n二、报名办法\n报名受理时间：5月23日—5月27日。\n三、培训地点\n市老年大学"
    (only,) = made(text)[0]["activities"]
    assert (only["when"], only["deadlines"][0]["due"]) == ("2025年6月2日—6月23日", "5月23日—5月27日")


def test_a_day_that_does_not_exist_is_asked_about_and_takes_no_other_day():
    text = "一、活动安排\n4月1日 开幕式 甲馆\n4月31日 书展 乙馆\n13月5日 讲座 丙馆\n4月2日 诵读会 丁馆"
    asked = [{"text": day, "means": "", "note": ""} for day in ("4月31日", "13月5日")]
    assert [each["when"] for each in activities(text)] == ["4月1日", *asked, "4月2日"]


def test_opening_hours_are_not_the_time_of_the_whole():
    campaign = made(f"开放时间：每天9:00—17:00\n活动时间：4月16日至18日\n{TWO}")[0]
    assert campaign["period"] == "4月16日至18日"


def test_activities_stand_below_the_phases_of_a_plan():
    text = (
        "一、实施步骤\n第一阶段（3月—4月）：摸底动员\n1.开展需求调查。3月底前形成报告。责任部门：市科协。\n"
        "2.举行启动仪式。4月23日，在市文化宫举行。责任部门：市教育局。\n"
        "第二阶段（5月—9月）：培训练兵\n3.举办训练营。6月举办1期。责任部门：市总工会。"
    )
    campaign = made(text)[0]
    assert [(each["title"], each.get("when"), each["lead"]) for each in campaign["activities"]] == [
        ("开展需求调查", None, ["市科协"]), ("举行启动仪式", "4月23日", ["市教育局"]), ("举办训练营", "6月", ["市总工会"]),
    ]  # fmt: skip


def test_opening_hours_of_films_are_not_the_time_of_the_week():
    text = f"定于9月25日至9月30日举办展映周。\n一、放映时间\n每晚19:00开始，放映两场\n{TWO.replace('一、', '二、')}"
    assert made(text)[0]["period"] == "9月25日至9月30日"


def test_a_time_that_something_is_counted_by_is_not_when_it_is_on():
    text = "一、活动安排\n（一）“十佳读者”评选。根据2024年5月1日至2025年4月30日借阅量评出。（市科协主办）\n（二）诵读会（市教育局主办）"
    assert "when" not in activities(text)[0]


def test_months_with_what_is_on_in_brackets():
    text = (
        "1月：写春联（1月31日上午，村文化礼堂，镇书法协会协办）\n5月：手机课堂（每周六15:00，农家书屋）\n"
        "11月：家庭医生签约日（11月中旬，具体时间另行通知）"
    )
    assert activities(text) == [
        {"title": "写春联", "when": "1月31日上午", "places": ["村文化礼堂"], "co_organise": ["镇书法协会"]},
        {"title": "手机课堂", "when": "5月每周六15:00", "places": ["农家书屋"]},
        {"title": "家庭医生签约日", "when": "11月中旬"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "一、总体安排\n（一）主题：书香青禾\n（二）时间：5月9日—6月9日\n二、进度安排\n4月底前，各县制定方案；7月20日前，报送总结。",
            "5月9日—6月9日",
        ),
        ("一、主会场活动\n开幕式于5月18日上午9:30在甲馆举行。\n二、各馆活动\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）", ""),
    ],
)
def test_a_deadline_or_the_time_of_one_event_is_not_the_time_of_the_whole(text, period):
    assert made(text)[0]["period"] == period


def test_time_and_place_of_one_label_are_parted():
    text = "一、活动安排\n（一）启动仪式\n时间地点：4月9日上午9:00，青禾广场\n（二）诵读会（市教育局主办）"
    assert activities(text)[0] == {"title": "启动仪式", "when": "4月9日上午9:00", "places": ["青禾广场"]}


@pytest.mark.parametrize("said", ["共三场", "雨天顺延", "分三批", "凭票入场", "自愿参加", "已结束", "第二期", "上下半场", "全县"])
def test_what_stands_behind_a_day_in_the_brackets_of_a_title_is_not_always_a_place(said):
    assert "places" not in activities(f"一、活动安排\n1.展览（4月16日，{said}）\n负责单位：市总工会\n2.诵读会（4月17日，甲文化馆）")[0]


def test_days_on_both_sides_of_new_year_are_read_into_the_next_one_and_asked_about():
    (one,) = activities("一、活动安排\n（一）冬季读书周\n时间：12月28日至1月3日\n（责任单位：市教育局）")
    assert one["when"] == {
        "text": "12月28日至1月3日",
        "means": "12月28日至次年1月3日",
        "note": "原文没有写“次年”，按“12月28日至次年1月3日”理解。",
    }


def test_how_many_days_stands_between_the_days_and_their_hours():
    found = activities(
        "一、活动安排\n（一）书展（6月9日-13日，共5天，每天8:30-11:30，市图书馆）\n（二）诵读会（市教育局主办）\n地点：市图书馆、市文化馆（雨天改在体育馆）"
    )
    assert found[0] == {"title": "书展", "when": "6月9日-13日，共5天，每天8:30-11:30", "places": ["市图书馆"]}
    assert found[1]["places"] == ["市图书馆", "市文化馆（雨天改在体育馆）"]


def test_a_clause_on_time_and_people_gives_the_time_alone():
    campaign = made(f"一、活动时间和参加人员\n第10周（11月2日至11月6日），全校各年级学生及全体教师。\n{TWO.replace('一', '二', 1)}")[0]
    assert campaign["period"] == "第10周（11月2日至11月6日）"


def test_the_days_of_a_clause_count_more_than_the_rough_time_of_the_preamble():
    text = "我市将于5月下旬至6月下旬开展读书周。\n一、总体安排\n本次活动以“共读”为主题，时间为5月20日至6月20日。"
    text += f"\n{TWO.replace('一', '二', 1)}"
    assert made(text)[0]["period"] == "5月20日至6月20日"


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("每场19:30暖场，20:00正片开始。", "4月2日20:00"),
        ("每场上午8:30开始，11:30结束。", "4月2日上午8:30—11:30"),
        ("每晚19:00开始，放映两场（19:00、21:00）。", "4月2日19:00、21:00"),
        ("每场19:00开始。第二场每场20:00开始。", "4月2日"),
    ],
)
def test_an_hour_that_is_said_of_all_days_is_that_of_each(said, when):
    table = "日期\t活动\t地点\n4月2日\t书展\t甲馆\n4月3日10:00\t诵读会\t乙馆"
    assert [each["when"] for each in activities(f"一、活动安排\n{said}\n{table}")] == [when, "4月3日10:00"]


def test_a_table_of_duties_says_when_the_clauses_are():
    text = "一、主要活动\n（一）书展\n展出新书，欢迎参观。\n（二）诵读会\n全市诵读。\n附\n分工表\n"
    text += "活动名称\t牵头单位\t时间\n书展\t市科协\t4月2日至3日\n诵读会\t市教育局\t4月上旬"
    assert activities(text) == [
        {"title": "书展", "when": "4月2日至3日", "lead": ["市科协"]},
        {"title": "诵读会", "when": "4月上旬", "lead": ["市教育局"]},
    ]


def test_an_hour_in_the_sentence_below_a_day_is_that_of_the_day():
    text = "一、主题日安排\n★4月2日 企业日\n召开座谈会，时间为上午9:30，地点为市水务局三楼会议室。\n"
    text += "★4月3日 社区日\n14:30，在甲社区、乙社区同步设立便民点。"
    assert activities(text) == [
        {"title": "企业日", "when": "4月2日上午9:30", "places": ["市水务局三楼会议室"]},
        {"title": "社区日", "when": "4月3日14:30", "places": ["甲社区", "乙社区"]},
    ]


def test_the_time_of_the_whole_may_stand_in_a_sentence_that_says_where():
    assert made(f"经研究，4月至5月在全市公园举办读书周。\n{TWO}")[0]["period"] == "4月至5月"


def test_weekdays_in_a_bracket_are_meant_as_each_week_of_the_days_before():
    text = "一、活动安排\n1.珍本展\n4月10日至5月8日（周二至周日9:00—17:00）　四楼特藏展厅\n2.书展\n4月3日，甲馆。"
    when = made(text)[0]["activities"][0]["when"]
    assert when == "4月10日至5月8日（周二至周日9:00—17:00）"


@pytest.mark.parametrize("other", ["每周三10:00开放网上预约。", "5月1日至5日暂停一周。"])
def test_when_booking_opens_and_when_nothing_is_held_are_no_times_of_an_activity(other):
    (reading, _) = activities(f"一、活动安排\n1.亲子绘本坊\n每周六10:00—11:00，彩虹厅。{other}\n2.书展\n4月3日，甲馆。")
    assert reading == {"title": "亲子绘本坊", "when": "每周六10:00—11:00", "places": ["彩虹厅"]}


@pytest.mark.parametrize(
    ("said", "period"),
    [("4月9日至15日为防灾减灾宣传周。", "4月9日至15日"), ("市图书馆将于4月12日至5月29日联合六家分馆推出阅读季。", "4月12日至5月29日")],
)
def test_a_sentence_calls_days_a_week_or_holds_the_campaign_with_others(said, period):
    assert made(f"{said}\n{TWO}")[0]["period"] == period


def test_several_days_with_the_same_hours_and_what_opens_for_booking():
    text = "一、活动\n（一）修书。4月18日、19日，每日9:30—11:30，市图书馆。\n（二）讲座。4月25日14:30，在市图书馆举办。"
    first, second = activities(f"{text}4月20日9:00起通过小程序预约。")
    assert first["when"] == "4月18日、19日，每日9:30—11:30"
    assert second["when"] == "4月25日14:30"


def test_hours_in_a_label_below_the_day_of_a_heading_are_those_of_that_day():
    text = "　　4月8日（周二）　家门口义诊\n　　时间：上午8:30—10:30\n　　地点：甲广场\n"
    text += "　　4月9日（周三）　清理家庭药箱\n　　时间：全天（9:00—17:00）\n　　地点：乙药房"
    clinic, boxes = [each["when"] for each in activities(text)]
    assert clinic == "4月8日（周二）上午8:30—10:30"
    assert boxes == "4月9日（周三）全天（9:00—17:00）"


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("每周三9:30-11:00，3月4日至5月6日，市图书馆报告厅。", "每周三9:30-11:00，3月4日至5月6日"),
        ("时间：每周六，3月7日至5月30日，14:00—15:30", "每周六，3月7日至5月30日，14:00—15:30"),
    ],
)
def test_a_weekday_before_its_first_and_last_day_is_one_time(said, when):
    text = f"一、活动安排\n（一）手机课堂\n{said}\n地点：市图书馆三楼（5月2日停课一次）\n（二）诵读会（市教育局主办）"
    assert next((each["when"], each["places"][-1:]) for each in activities(text)) == (when, ["市图书馆三楼"])


def test_the_opening_of_an_exhibition_is_no_second_time_of_it():
    text = f"{TWO}\n（三）体验展。4月15日至21日，每日9:00—17:00，在市科技馆开放，4月15日上午举行简短的开展式。由市残联负责。"
    assert activities(text)[2]["when"] == "4月15日至21日，每日9:00—17:00"


@pytest.mark.parametrize(
    "said", ["经研究，决定4月12日至25日在全市组织开展读书周活动，", "现就4月12日至25日系列活动有关事宜", "定于4月12日至25日举办，"]
)
def test_the_period_stands_where_a_notice_decides_or_announces(said):
    assert made(f"{said}通知如下。\n{TWO}")[0]["period"] == "4月12日至25日"


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("每周日15:00，4月13日首场", "4月13日起每周日15:00"),
        ("每周六9:00—10:30，首场4月5日", "4月5日起每周六9:00—10:30"),
        ("4月5日、4月6日两天，上午9:00至下午4:00", "4月5日、4月6日上午9:00至下午4:00"),
    ],
)
def test_a_time_whose_parts_stand_in_another_order_is_kept_as_printed_with_what_it_means(said, means):
    when = activities(f"{TWO}\n（三）手机课堂。{said}，在市图书馆。由市残联负责。")[2]["when"]
    assert (when["text"], when["means"]) == (said, means)


def test_rounds_at_places_of_their_own_behind_one_label_are_several_places():
    text = (
        "一、活动安排\n（一）大赛\n时间：4月2日\n地点：初赛在各学院，决赛在求是楼A201\n"
        "（二）诵读会\n时间：4月3日\n地点：复赛、决赛在市图书馆举行"
    )
    assert [each["places"] for each in activities(text)] == [["各学院", "求是楼A201"], ["市图书馆"]]


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("时间定于5月18日晨会，全校参加。", "5月18日晨会"),
        ("5月19日下午第三节课，各班进行。", "5月19日下午第三节课"),
        ("时间为5月21日大课间。", "5月21日大课间"),
        ("5月8日启动仪式后，在市图书馆。", "5月8日启动仪式后"),
        ("利用9月8日至12日军训间隙开课。", "9月8日至12日军训间隙"),
        ("5月20日放学前完成。", None),
    ],
)
def test_the_part_of_a_day_as_schools_call_it_belongs_to_the_time(said, time):
    when = activities(f"{TWO}\n（三）手机课堂。{said}由市残联负责。")[2].get("when")
    assert (when["text"] if isinstance(when, dict) else when) == time


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("一、活动时间\n大赛从2025年6月开始，2025年8月结束。", "2025年6月开始，2025年8月结束"),
        ("一、活动时间\n9月15日启动，10月15日结束。", "9月15日启动，10月15日结束"),
        ("一、展出时间及地点\n展出时间：2025年8月10日至21日\n展出地点：文化馆", "2025年8月10日至21日"),
        ("2025年5月18日至24日是我区第9个读书周。", "2025年5月18日至24日"),
        ("2025年5月17日—23日是第12届全民营养周。", "2025年5月17日—23日"),
    ],
)
def test_the_period_in_other_words(said, period):
    found = made(f"{said}\n{TWO}")[0]["period"]
    assert (found["text"] if isinstance(found, dict) else found) == period


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("\n地点：起点白芽岭游客中心，终点上洋古村", ["白芽岭游客中心", "上洋古村"]),
        ("\n地点：起点为东门广场，终点为滨江公园", ["东门广场", "滨江公园"]),
        ("\n地点：上洋古村、下洋村、竹坪村", ["上洋古村", "下洋村", "竹坪村"]),
        ("\n地点：青禾一中、城关小学", ["青禾一中", "城关小学"]),
        ("\n地点：市图书馆少儿馆、微信公众号平台", ["市图书馆少儿馆", "微信公众号平台"]),
        ("。依托社区老年学校、村级文化礼堂开设手机课堂。", ["社区老年学校", "村级文化礼堂"]),
        ("5月17日，全省18家培训基地同步开放。", ["全省18家培训基地"]),
        ("7月中旬赴禾塘县现代农业产业园进行2天实训。", ["禾塘县现代农业产业园"]),
        ("邀请市民走进图书馆。", None),
    ],
)
def test_places_in_other_words(said, places):
    assert activities(f"{TWO}\n（三）手机课堂（市残联主办）{said}")[2].get("places") == places


def test_as_many_places_as_days_in_one_sentence_are_as_many_sessions():
    text = f"{TWO}\n（三）手机课堂。5月20日、6月5日、6月18日分别在松溪县、禾塘县、白鹭县举办。由市残联负责。"
    found = [(each["when"], each["place"]) for each in made(text)[0]["activities"][2]["sessions"]]
    assert found == [("5月20日", "松溪县"), ("6月5日", "禾塘县"), ("6月18日", "白鹭县")]


def test_hours_in_brackets_are_those_of_the_only_day_of_all():
    text = (
        "一、活动时间\n2025年6月13日（周五）上午8:30—12:00\n"
        "二、活动内容\n（一）便民集市（8:30—11:00，北门广场）\n（二）健康义诊（9:00—11:00，一楼大厅）"
    )
    assert [(each["when"], each["places"]) for each in activities(text)] == [
        ("2025年6月13日（周五）8:30—11:00", ["北门广场"]),
        ("2025年6月13日（周五）9:00—11:00", ["一楼大厅"]),
    ]


def test_a_month_that_an_activity_is_tied_to_is_not_its_time_where_it_has_one():
    text = "一、活动安排\n（一）进社区\n结合防范非法集资宣传月，6月中旬组织志愿者开展宣传。（市公安局负责）\n（二）诵读会（市教育局主办）"
    assert [each.get("when") for each in made(text)[0]["activities"]] == ["6月中旬", None]
