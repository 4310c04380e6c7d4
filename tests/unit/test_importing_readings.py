"""Each reading that was once wrong, with the smallest notice that shows it; names and numbers are invented."""

import pytest
import yaml

from microsite.importing import command

HEAD = "关于举办2025年青禾市读书周的通知\n各区教育局：\n　　现通知如下：\n"
TWO = "一、活动安排\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）"
FOOT = "青禾市教育局\n2025年3月1日\n"


def made(text):
    """Campaign and contacts of a notice with the given clauses."""
    files = dict(command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).files)
    read = {path.split("/")[0]: yaml.load(each, yaml.BaseLoader) for path, each in files.items()}  # noqa: S506
    return read["campaigns"], read.get("contacts", {}).get("contacts", [])


def activities(text):
    keys = ("title", "when", "places", "lead", "support", "assist", "organise", "co_organise", "host")
    return [{key: each[key] for key in keys if key in each} for each in made(text)[0]["activities"]]


def comments(text):
    return dict(command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"]


@pytest.mark.parametrize(
    ("label", "key", "value", "read"),
    [
        ("举办日期", "when", "4月2日9:00", "4月2日9:00"),
        ("开展时段及时间", "when", "4月2日", "4月2日"),
        ("时　　间", "when", "4月2日", "4月2日"),
        ("活动场地", "places", "市图书馆", ["市图书馆"]),
        ("地　　址", "places", "市图书馆", ["市图书馆"]),
        ("牵头社区", "lead", "槐荫社区", ["槐荫社区"]),
        ("负责部门", "lead", "德育处", ["德育处"]),
        ("承办", "organise", "市游泳协会，市职工体协", ["市游泳协会", "市职工体协"]),
    ],
)
def test_a_label_may_be_called_otherwise(label, key, value, read):
    found = activities(f"一、活动安排\n（一）诵读会\n{label}：{value}\n地点：甲馆\n（二）书展\n地点：乙馆")
    assert found[0][key] == ([*read, "甲馆"] if label in ("活动场地", "地　　址") else read)


def test_numbered_labels_belong_to_the_activity_above_them():
    assert activities("一、活动项目\n（一）健步走\n①时间：4月2日\n②地点：北门\n（二）冬泳\n①时间：4月3日\n②地点：泳馆") == [
        {"title": "健步走", "when": "4月2日", "places": ["北门"]},
        {"title": "冬泳", "when": "4月3日", "places": ["泳馆"]},
    ]


def test_headings_with_marks_instead_of_numbers_are_activities():
    assert activities("★ 主会场\n【开幕式】\n时间：4月2日\n★ 分会场\n【体验课】\n时间：4月3日") == [
        {"title": "开幕式", "when": "4月2日"},
        {"title": "体验课", "when": "4月3日"},
    ]


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


def test_who_carries_out_is_no_leader():
    assert activities("一、重点活动\n（一）开放日。欢迎参观。由市教育局、市科学院组织实施。\n（二）书展（市科协主办）") == [
        {"title": "开放日", "organise": ["市教育局", "市科学院"]},
        {"title": "书展", "host": ["市科协"]},
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
    ],
)
def test_a_deadline_is_read_whatever_is_done_by_then(sentence, due):
    campaign, _ = made(f"{TWO}\n二、工作要求\n（一）报送信息。{sentence}")
    found = [each["due"] for each in campaign["requirements"][0]["deadlines"]]
    assert [each if isinstance(each, str) else each["text"] for each in found] == [due]


def test_a_deadline_in_a_clause_that_is_neither_activity_nor_requirement_is_told():
    text = f"{TWO}\n二、报名\n请于4月10日前扫码报名。"
    assert "请核对：通知正文有期限“4月10日前”（第 8 行）；不属于任何活动或要求，请写进工作要求" in comments(text)


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        ("联系人：祝南星\n电　话：0718-8290336", {"person": "祝南星", "phone": "0718-8290336"}),
        (
            "市科协科普部　祁连云\n电　话：0718-8290336\n传　真：0718-8290337",
            {"body": "市科协", "person": "祁连云", "phone": "0718-8290336", "fax": "0718-8290337"},
        ),
        ("联系电话：66120983（街道社会事务办 郝明轩）", {"person": "郝明轩", "phone": "66120983"}),
        ("参加办法：拨打电话0718-8290336预约", {"phone": "0718-8290336"}),
        ("如需预约，请与市科协王明联系（0718-8290336）。", {"body": "市科协", "person": "王明", "phone": "0718-8290336"}),
    ],
)
def test_a_contact_is_found_over_several_lines_behind_its_number_and_within_a_sentence(lines, contact):
    _, people = made(f"{TWO}\n二、联系方式\n{lines}")
    assert [{key: each[key] for key in contact} for each in people] == [contact]
    assert len(people[0]) == len({"body", *contact})


def test_clauses_that_ask_for_something_are_requirements():
    activities = "二、特色活动\n（一）书展（4月2日，市图书馆）\n（二）诵读会（4月3日，市文化馆）"
    campaign, _ = made(f"一、广泛组织参与。各区要发动学校。\n{activities}\n三、做好信息报送。请报送总结。")
    assert [each["title"] for each in campaign["requirements"]] == ["广泛组织参与", "做好信息报送"]


def test_a_title_of_other_kinds_of_paper_ends_where_its_line_ends():
    notice = "青禾市文化馆2025年春季公益培训招生简章\n为满足需求，市文化馆开设培训班。\n一、开班时间\n2025年3月8日\n" + FOOT
    campaign = command.from_notice(notice.encode(), "a.txt", ()).files[0][1]
    assert "\nname: 青禾市文化馆2025年春季公益培训\n" in campaign


def test_groups_whose_clauses_name_who_is_responsible_are_looked_into():
    leading = "（一）领读板块\n1．开幕式。四月举行。责任单位：市科协\n2．面对面。走进高校。责任单位：市科协"
    text = f"一、活动板块\n{leading}\n（二）共读板块\n1．读书月。责任单位：市科协"
    assert [each["title"] for each in activities(text)] == ["开幕式", "面对面", "读书月"]


def test_those_responsible_beside_those_who_lead_support_them():
    text = "一、重点任务\n（一）启动仪式\n牵头单位：市司法局\n责任单位：市教育局、市科协\n（二）书展\n责任单位：市科协"
    assert activities(text) == [
        {"title": "启动仪式", "lead": ["市司法局"], "support": ["市教育局", "市科协"]},
        {"title": "书展", "lead": ["市科协"]},
    ]


def test_hosts_and_organisers_that_a_list_sign_parts_are_read():
    text = "一、活动内容\n1.诗会。4月2日在市文化馆举行，由市委宣传部主办、市作家协会承办。\n2.书展（市科协主办）"
    assert activities(text)[0] == {
        "title": "诗会", "when": "4月2日", "places": ["市文化馆"], "host": ["市委宣传部"], "organise": ["市作家协会"],
    }  # fmt: skip


@pytest.mark.parametrize("line", ["4月2日 9:30 开幕式（市会展中心）", "4月2日：开幕式（市会展中心）"])
def test_lines_that_begin_with_a_day_are_activities(line):
    found = activities(f"一、活动日程\n{line}\n4月3日 全天 开放日（各会员企业）")
    assert [(each["title"], each["places"]) for each in found] == [("开幕式", ["市会展中心"]), ("开放日", ["各会员企业"])]


def test_items_that_are_counted_in_words_are_activities():
    assert activities("一、系列活动\n第一项　健康跑\n时间：4月2日\n第二项　名医义诊\n时间：4月3日") == [
        {"title": "健康跑", "when": "4月2日"},
        {"title": "名医义诊", "when": "4月3日"},
    ]


def test_a_place_between_the_time_and_the_limit_is_the_place():
    text = "一、课程设置\n1.书法班：每周一9:00-10:30，社区活动室201，限20人。\n2.合唱班：4月2日、3日每天10:00，多功能厅，限30人。"
    assert [(each["when"], each["places"]) for each in activities(text)[:1]] == [("每周一9:00-10:30", ["社区活动室201"])]
    assert activities(text)[1]["when"]["text"] == "4月2日、3日每天10:00"


def test_an_agenda_is_no_list_of_activities():
    text = "一、会议时间：4月2日8:30\n二、会议地点：市政府二楼\n三、议程\n时间\t内容\t主持人\n8:30\t参观\t张三\n9:30\t交流\t李四"
    assert activities(text) == [{"title": "2025年青禾市读书周", "when": "4月2日8:30", "places": ["市政府二楼"]}]


def test_headings_without_numbers_are_clauses():
    text = "服务时间\n2025年4月2日至5月6日\n服务地点\n市图书馆少儿部\n服务内容\n图书整理。"
    assert activities(text) == [{"title": "2025年青禾市读书周", "when": "2025年4月2日至5月6日", "places": ["市图书馆少儿部"]}]


def test_parts_with_their_own_times_are_parts():
    text = "一、主要内容\n（一）田间课堂\n1、种水稻\n时间：4月5日\n地点：新塘村\n2、防鱼病\n时间：4月6日\n（二）大篷车（市科协牵头）"
    found = made(text)[0]["activities"][0]
    assert found["parts"] == [
        {"id": "zhong-shuidao", "name": "种水稻", "when": "4月5日", "place": "新塘村"},
        {"id": "fangyu-bing", "name": "防鱼病", "when": "4月6日"},
    ]
    assert "when" not in found


def test_what_a_notice_does_not_say_is_not_asked_for():
    campaign, _ = made("一、活动安排\n（一）诵读会\n时间：4月2日\n（二）书展\n时间：4月3日")
    assert not {"credit", "kind", "description"} & set(campaign["activities"][1])
    assert "hosting" not in campaign
    assert "theme" not in campaign
    assert set(campaign["document"]) == {"title", "plan_title", "signed", "issuers", "signatories", "addressees"}
    assert "# 没有找到：发文字号；通知写有的请补上" in comments("一、活动安排\n（一）书展\n时间：4月3日")


def test_a_deadline_of_an_activity_stands_with_it():
    found = made("一、活动安排\n（一）征文\n报名截止：4月10日\n（二）书展（4月30日前完成）\n时间：4月3日")[0]["activities"]
    assert found[0]["deadlines"] == [{"what": "报名", "due": "4月10日"}]
    assert [each["due"] for each in found[1]["deadlines"]] == ["4月30日前"]


def test_marks_above_numbers_are_clauses():
    listed = "【活动内容】\n1.开幕式：4月1日9:00，观景台\n2.音乐会：4月2日19:30，中心舞台"
    text = f"【活动时间】2025年4月1日—5日\n【主办单位】青禾市教育局\n{listed}"
    campaign, _ = made(text)
    assert (campaign["period"], campaign["hosting"]["hosts"]) == ("2025年4月1日—5日", ["青禾市教育局"])
    assert activities(text) == [
        {"title": "开幕式", "when": "4月1日9:00", "places": ["观景台"]},
        {"title": "音乐会", "when": "4月2日19:30", "places": ["中心舞台"]},
    ]


def test_clauses_without_a_title_that_begin_with_a_day_are_activities():
    main = "一、4月5日上午9:00，在静溪公园举办主场宣传活动，由市教育局牵头，市科协配合。"
    text = f"{main}\n二、4月6日，各校悬挂标语。\n三、各单位要高度重视。"
    first, second = activities(text)
    assert first == {
        "title": "主场宣传活动", "when": "4月5日上午9:00", "places": ["静溪公园"], "lead": ["市教育局"], "assist": ["市科协"],
    }  # fmt: skip
    assert second == {"title": "", "when": "4月6日"}


def test_a_kind_of_event_with_a_number_is_an_ordinal():
    text = "讲座一：《星空》\n时间：4月5日\n讲座二：《用药》\n时间：4月6日"
    assert activities(text) == [{"title": "《星空》", "when": "4月5日"}, {"title": "《用药》", "when": "4月6日"}]


def test_two_roles_over_a_column_part_its_cells():
    text = "序号\t活动主题\t活动时间\t主办/承办单位\n1\t义诊\t4月5日\t市卫健局/市人民医院"
    assert activities(text) == [{"title": "义诊", "when": "4月5日", "host": ["市卫健局"], "organise": ["市人民医院"]}]


def test_hosts_are_read_in_the_text_of_the_notice():
    campaign, _ = made("第八届读书周由市教育局、市科协共同主办，拟于2025年8月举办终评活动。\n一、有关要求\n1.不收费。")
    assert (campaign["hosting"]["hosts"], campaign["period"]) == (["市教育局", "市科协"], "2025年8月")


def test_steps_of_a_clause_are_no_period():
    campaign, _ = made("读书周定于2025年8月举行。\n一、时间安排\n1.申报：4月1日至5月20日，登录网站。\n2.初评：6月上旬。")
    assert campaign["period"] == "2025年8月"


def test_organisers_of_the_whole_campaign_stand_with_its_hosts():
    bodies = "（一）主办单位：青禾市教育局\n（二）承办单位：青禾市图书馆\n（三）支持单位：青禾市总工会\n（四）指导单位：青禾市文明办"
    hosting = made(f"一、组织机构\n{bodies}\n{TWO.replace('一、', '二、', 1)}")[0]["hosting"]
    assert [hosting[key] for key in ("source", "hosts", "organise", "support", "guide")] == [
        "一", ["青禾市教育局"], ["青禾市图书馆"], ["青禾市总工会"], ["青禾市文明办"],
    ]  # fmt: skip


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


def attendance(text):
    keys = ("booking", "cost", "capacity")
    return [{key: each[key] for key in keys if key in each} for each in made(text)[0]["activities"]]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("免费参加，无需预约。", {"booking": {"needed": "false"}, "cost": "免费"}),
        ("需提前拨打0777-5550000预约，每场限30人。", {"booking": {"needed": "true", "phone": "0777-5550000"}, "capacity": "30"}),
        ("每人收取材料费20元。", {"cost": "材料费20元"}),
        ("免费发放资料，60岁以上老人免费。", {}),
        ("一等奖奖金2000元，每校限报3人。", {}),
        ("\n费用：30元/组\n名额：12人", {"cost": "30元/组", "capacity": "12"}),
        ("\n报名电话：0777-5550000", {"booking": {"needed": "true", "phone": "0777-5550000"}}),
    ],
)
def test_cost_booking_and_room_are_read_and_quotas_and_prizes_are_not(said, read):
    assert attendance(f"一、活动安排\n（一）诵读会\n时间：4月2日\n{said}\n（二）书展\n时间：4月3日")[0] == read


def test_what_is_said_of_all_activities_is_said_of_each():
    text = "一、活动安排\n（一）诵读会\n时间：4月2日\n（二）书展\n时间：4月3日\n以上活动均免费，每场限50人。"
    assert attendance(text) == [{"cost": "免费", "capacity": "50"}] * 2


@pytest.mark.parametrize(
    "listed",
    [
        "地点：4月2日（周三）甲馆、4月9日14:00乙馆",
        "4月2日（周三）在甲馆举办，4月9日14:00在乙馆举办。",
        "第一场：4月2日（周三），甲馆。\n第二场：4月9日14:00，乙馆。",
        "安排如下：\n日期\t时间\t场馆\t联系老师\n4月2日（周三）\t\t甲馆\t许老师\n4月9日\t14:00\t乙馆\t方老师",
    ],
)
def test_several_times_each_with_its_place_are_sessions(listed):
    found = made(f"一、活动安排\n（一）诵读会（市科协主办）\n{listed}\n（二）书展\n时间：4月3日")[0]["activities"][0]
    assert found["sessions"] == [{"when": "4月2日（周三）", "place": "甲馆"}, {"when": "4月9日14:00", "place": "乙馆"}]
    assert not {"when", "places"} & set(found)


def test_days_above_a_topic_are_its_time():
    text = "一、活动安排\n4月2日\n主题：《春江》讲座\n地点：甲馆\n4月3日—10日\n主题：书展\n活动平台：市图书馆公众号"
    assert activities(text) == [
        {"title": "《春江》讲座", "when": "4月2日", "places": ["甲馆"]},
        {"title": "书展", "when": "4月3日—10日", "places": ["市图书馆公众号"]},
    ]


def test_a_number_within_an_activity_is_of_who_leads_it():
    text = "一、活动安排\n（一）诵读会（市科协牵头）\n联系电话：0777-5550001\n（二）书展\n时间：4月3日\n二、联系方式\n电话：0777-5550003"
    found = [(each["body"], each["phone"]) for each in made(text)[1]]
    assert found == [("市科协", "0777-5550001"), ("青禾市教育局", "0777-5550003")]


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
        ("（一）报告（4月2日9:00，地点：甲馆，责任部门：市科协）\n（二）书展（4月3日早晨，责任部门：市教育局）", [
            {"title": "报告", "when": "4月2日9:00", "places": ["甲馆"], "lead": ["市科协"]},
            {"title": "书展", "when": {"text": "4月3日早晨", "means": "", "note": ""}, "lead": ["市教育局"]},
        ]),
    ],
)  # fmt: skip
def test_programmes_and_clauses_name_what_is_on_with_its_time_and_place(listed, read):
    assert activities(f"一、活动安排\n{listed}") == read


def test_rows_that_differ_in_their_class_only_are_named_with_it():
    text = "项目\t班次\t时间\t人数\n游泳\tA班\t4月2日\t25人\n游泳\tB班\t4月3日\t25人\n二、培训地点\n市游泳馆\n"
    text += "三、培训费用\n公益培训，免收学费。"
    assert activities(text) == [
        {"title": "游泳A班", "when": "4月2日", "places": ["市游泳馆"]},
        {"title": "游泳B班", "when": "4月3日", "places": ["市游泳馆"]},
    ]
    assert attendance(text) == [{"cost": "免费", "capacity": "25"}] * 2


def test_prizes_are_read_with_how_many_there_are_and_what_one_gets():
    text = (
        "关于征集2025年青禾市书签作品的通知\n一、征集时间\n2025年4月1日至20日\n二、奖项设置\n共设三个奖项：\n"
        "一等奖2名，奖金500元+证书\n二等奖5名：每人奖金200元；优秀奖若干名。\n青禾市图书馆\n2025年3月1日\n"
    )
    campaign = dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"]
    assert yaml.safe_load(campaign)["activities"][0]["awards"] == ["一等奖2名，奖金500元+证书", "二等奖5名：每人奖金200元", "优秀奖若干名"]


@pytest.mark.parametrize(
    ("named", "name", "short"),
    [
        ("组织开展2025年青禾市敬老月活动", "2025年青禾市敬老月", "敬老月"),
        ("举办2025年青禾市“山水间”志愿服务活动", "2025年青禾市“山水间”志愿服务活动", None),
    ],
)
def test_a_name_ends_as_it_is_printed_and_a_month_or_week_is_the_short_name(named, name, short):
    text = f"关于{named}的通知\n各街道：\n{TWO}\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert (campaign["name"], campaign.get("short_name")) == (name, short)


def test_organisers_may_stand_in_several_lines_below_their_label():
    found = made(
        "一、主办单位：青禾市科协\n承办单位：青禾市图书馆\n青禾市文化馆\n二、活动安排\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）"
    )
    assert found[0]["hosting"]["organise"] == ["青禾市图书馆", "青禾市文化馆"]


def test_what_is_not_taken_for_an_activity_beside_a_group_is_told():
    clauses = "1.前期准备\n布置场地，5月6日前报名。\n2.正式活动\n（1）书展\n时间：5月10日\n（2）诵读会\n时间：5月11日"
    read = command.from_notice(f"{HEAD}一、活动内容\n{clauses}\n{FOOT}".encode(), "a.txt", ())
    assert "请核对：“1.前期准备”没有当作活动（第 5 行）" in read.report.why
    assert "期限“5月6日前”" in dict(read.files)["campaigns/qinghe-2025.yml"]


def test_events_that_sentences_name_one_by_one_are_activities_to_be_checked():
    text = (
        "青禾市文旅局关于国庆活动安排的通知\n各区文化馆：\n市图书馆将于2025年10月1日10:30在一楼大厅举办“星空下”科普展；"
        "市文化馆将于10月2日在小剧场举办民乐音乐会。\n青禾市文旅局\n2025年9月20日\n"
    )
    read = command.from_notice(text.encode(), "a.txt", ())
    found = yaml.safe_load(dict(read.files)["campaigns/qinghe-2025.yml"])["activities"]
    assert [(each["title"], each["when"], each["places"]) for each in found] == [
        ("“星空下”科普展", "2025年10月1日10:30", ["一楼大厅"]),
        ("民乐音乐会", "10月2日", ["小剧场"]),
    ]
    assert read.report.why == ("活动 / activities: 正文里逐一写明的活动，请核对 / events that the text names one by one",)


def test_rounds_of_a_contest_are_its_parts_and_no_round_is_the_time_of_the_whole():
    text = (
        "关于举办2025年青禾市成语大赛的通知\n各学校：\n一、活动时间\n初赛时间：2025年4月15日12:30\n决赛时间：2025年4月17日14:00\n"
        "二、活动地点\n青禾中学礼堂\n三、承办单位\n青禾中学\n青禾小学\n四、参赛对象\n全市中小学生\n青禾市教育局\n2025年3月1日\n"
    )
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    (contest,) = campaign["activities"]
    assert [(each["name"], each["when"]) for each in contest["parts"]] == [("初赛", "2025年4月15日12:30"), ("决赛", "2025年4月17日14:00")]
    assert (contest.get("when"), campaign["period"], contest["organise"]) == (None, "", ["青禾中学", "青禾小学"])


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("请各单位组织20人参加。", []),
        ("每场40人，额满为止。", []),
        ("每个乡镇至少开展1场集中宣讲。", []),
        ("举办专题培训不少于12期，培训1000人次以上。", []),
        ("约30名志愿者到场。", []),
        ("选派12支志愿服务队，走进乡村。", ["12支志愿服务队"]),
        ("举办专题培训12期。", ["12期专题培训"]),
    ],
)
def test_numbers_that_are_of_each_or_not_exact_are_no_counts(said, counts):
    (first, _) = made(f"一、活动安排\n（一）书展（市科协主办）\n{said}\n（二）诵读会（市教育局主办）")[0]["activities"]
    found = [f"{each['number']}{each['unit']}{each['what']}" for each in first.get("counts", [])]
    assert found == counts


def test_phases_that_one_sentence_names_in_a_row_are_read_with_the_period_before_them():
    sentence = "活动自2025年4月1日起至6月20日止，分动员（4月上旬）、实施（4月中旬至5月）、总结（6月）三个阶段进行。"
    campaign, _ = made(f"一、总体安排\n{sentence}\n二、{TWO[2:]}")
    assert campaign["period"] == "2025年4月1日起至6月20日止"
    found = [(each["number"], each["source"], each["name"], each["when"]) for each in campaign["phases"]]
    assert found == [("1", "一", "动员", "4月上旬"), ("2", "一", "实施", "4月中旬至5月"), ("3", "一", "总结", "6月")]


@pytest.mark.parametrize(
    ("line", "source", "until"), [("咨询电话：0990-5550100", "通知“咨询电话”", None), ("联系人：李一，0990-5550100", "通知“联系人”", "")]
)
def test_only_names_need_a_last_day_and_numbers_are_called_as_the_notice_calls_them(line, source, until):
    files = dict(command.from_notice(f"{HEAD}{TWO}\n{line}\n{FOOT}".encode(), "a.txt", ()).files)
    contacts = yaml.load(files["contacts/qinghe-2025.yml"], yaml.BaseLoader)  # noqa: S506
    assert (contacts["source"], contacts.get("people_until")) == (source, until)


def test_every_word_of_the_lines_that_name_organisers_is_placed():
    text = f"{HEAD}一、组织机构\n主办单位：青禾市教育局、青禾市科协\n承办单位：青禾市图书馆\n协办单位：青禾市文化馆\n二、{TWO[2:]}\n{FOOT}"
    assert command.from_notice(text.encode(), "a.txt", ()).report.left == ()


@pytest.mark.parametrize("around", ["〔{}〕", "［{}］", "【{}】", "（{}）"])
def test_who_is_responsible_is_read_in_brackets_of_every_shape(around):
    clauses = [around.format("责任单位：市科协、市教育局"), around.format("牵头单位：市科协；配合单位：市教育局")]
    text = f"一、活动安排\n（一）书展。在全市开展。{clauses[0]}\n（二）诵读会。在全市开展。{clauses[1]}"
    assert activities(text) == [
        {"title": "书展", "lead": ["市科协", "市教育局"]},
        {"title": "诵读会", "lead": ["市科协"], "assist": ["市教育局"]},
    ]


def test_two_bodies_that_act_together_are_two():
    text = "一、活动安排\n（一）书展。4月20日，由市科协会同市教育局组织。\n（二）诵读会（市教育局主办）"
    assert activities(text)[0]["lead"] == ["市科协", "市教育局"]


def test_what_a_series_is_about_belongs_to_the_title():
    text = "一、“银龄课堂”：手机摄影与短视频\n时间：4月2日\n二、“小小馆员”：整理图书：从分类开始\n时间：4月3日"
    assert [each["title"] for each in activities(text)] == ["“银龄课堂”：手机摄影与短视频", "“小小馆员”"]


def test_where_words_are_published_is_no_part_of_an_activity():
    text = "一、活动安排\n（一）开设专栏。市融媒体中心在“爱青禾”客户端开设专栏。（市科协主办）\n（二）诵读会（市教育局主办）"
    assert "parts" not in made(text)[0]["activities"][0]


def test_hosts_may_stand_in_several_lines_below_their_heading():
    hosting = "（一）主办单位\n青禾市教育局\n青禾市科协\n（二）承办单位\n青禾市图书馆\n（三）技术支持单位：青禾云科技有限公司"
    found, _ = made(f"一、组织单位\n{hosting}\n二、{TWO[2:]}")
    keys = ("hosts", "organise", "support")
    assert [found["hosting"][key] for key in keys] == [["青禾市教育局", "青禾市科协"], ["青禾市图书馆"], ["青禾云科技有限公司"]]


def test_two_bodies_in_a_bracket_are_responsible_and_one_that_is_a_place_is_not():
    two = "（一）书展。4月2日开幕。（市科技馆、市图书馆）\n（二）诵读会。4月3日开始。（市科技馆）"
    text = f"一、活动安排\n{two}\n（三）讲座（市教育局主办）"
    assert [each.get("lead") for each in activities(text)] == [["市科技馆", "市图书馆"], None, None]


def test_what_stands_behind_those_responsible_in_their_bracket_is_no_role():
    bracket = "（牵头单位：市科协、市教育局；地点：市科技馆；电话：55550001）"
    text = f"一、活动安排\n（一）书展。4月2日开幕。{bracket}\n（二）诵读会（市教育局主办）"
    first = made(text)[0]["activities"][0]
    assert (first["lead"], first["places"], first["credit"]) == (["市科协", "市教育局"], ["市科技馆"], "牵头单位：市科协、市教育局")


def test_enrolment_beside_rounds_is_no_activity():
    rounds = "（二）理论考试：5月11日9:00，线上进行。\n（三）实操比赛：5月25日，青禾学院。\n（四）闭幕式：6月6日下午，市文化馆。"
    text = f"一、竞赛时间和地点\n（一）报名：即日起至4月20日。\n{rounds}"
    assert [each["title"] for each in activities(text)] == ["理论考试", "实操比赛", "闭幕式"]


@pytest.mark.parametrize("behind", ["集合", "准时开始", "报到", ""])
def test_what_happens_at_an_hour_is_no_part_of_the_time(behind):
    text = f"一、书展\n时间：4月29日（农历四月初三）上午8:30{behind}\n地点：石桥公园南门\n二、诵读会\n时间：4月30日"
    assert activities(text)[0]["when"] == "4月29日（农历四月初三）上午8:30"


def test_the_number_before_a_label_is_no_part_of_what_it_says():
    text = "一、活动内容\n（一）书展\n1.时间：4月23日\n2.地点：市图书馆\n3.责任单位：市文化馆、市图书馆\n（二）诵读会（市教育局主办）"
    read = command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ())
    first = yaml.safe_load(dict(read.files)["campaigns/qinghe-2025.yml"])["activities"][0]
    assert (first["credit"], read.report.left) == ("责任单位：市文化馆、市图书馆", ())


def test_districts_in_brackets_belong_to_who_is_addressed():
    text = "关于举办2025年青禾市书展的通知\n各县（区）科协，市级各学会：\n" + TWO + f"\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert campaign["document"]["addressees"]["scope"] == "各县（区）"


def test_prizes_may_be_a_share_and_persons_of_a_committee_stand_in_no_credit():
    prizes = "三、奖项设置\n一等奖10%，二等奖20%。"
    text = (
        "青禾小学科技节活动方案\n一、活动时间：2025年4月3日至14日\n二、组织机构\n组长：李一\n副组长：赵二 钱三\n成员：各班班主任\n"
        f"{prizes}\n青禾小学\n2025年3月1日\n"
    )
    files = command.from_notice(text.encode(), "a.txt", ()).files
    (only,) = yaml.safe_load(next(each for path, each in files if "campaigns" in path))["activities"]
    assert (only["awards"], "李一" in str(only.get("credit"))) == (["一等奖10%", "二等奖20%"], False)


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


@pytest.mark.parametrize(
    ("said", "hosts"),
    [
        ("市科协，会同市残联共同举办。", ["市科协", "市残联"]),
        ("由市科协会同市残联、市妇联，会同市总工会共同举办。", ["市科协", "市残联", "市妇联", "市总工会"]),
    ],
)
def test_bodies_that_act_together_are_each_one_also_behind_a_comma(said, hosts):
    assert activities(f"一、活动安排\n（一）书展。4月20日开幕。{said}\n（二）诵读会（市教育局主办）")[0]["host"] == hosts


def test_a_bound_is_no_count_on_either_side():
    (first, _) = made("一、活动安排\n（一）书展（市科协主办）\n举办12期以上、3场以下。\n（二）诵读会（市教育局主办）")[0]["activities"]
    assert "counts" not in first


def test_readers_are_addressed_and_are_no_body():
    text = f"关于举办2025年青禾市书展的通知\n尊敬的各位读者：\n{TWO}\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert campaign["document"]["addressees"] == {"text": "尊敬的各位读者"}


def test_a_dot_within_a_name_in_quotation_marks_ends_no_title():
    text = "一、“中秋月.阅中秋”阅读活动\n时间：9月21日\n地点：市图书馆\n二、诵读会\n时间：9月22日"
    assert activities(text)[0]["title"] == "“中秋月.阅中秋”阅读活动"


def test_when_enrolment_is_taken_is_not_when_it_is_on():
    text = "一、培训安排\n办班时间为2025年6月2日—6月23日。\n二、报名办法\n报名受理时间：5月23日—5月27日。\n三、培训地点\n市老年大学"
    (only,) = made(text)[0]["activities"]
    assert (only["when"], only["deadlines"][0]["due"]) == ("2025年6月2日—6月23日", "5月23日—5月27日")


def test_items_that_each_begin_with_what_is_on_are_activities():
    text = (
        "1、活动内容：手机课堂\n时间：4月5日\n地点：报告厅\n主办单位：市科协\n"
        "2、活动内容：编程体验课\n时间：4月12日\n地点：创客空间\n主办单位：市残联"
    )
    assert [(each["title"], each["when"], each["host"]) for each in activities(text)] == [
        ("手机课堂", "4月5日", ["市科协"]), ("编程体验课", "4月12日", ["市残联"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"主办单位：市科协\n市残联\n市妇联\n承办单位：市图书馆\n{TWO}",
        f"一、活动主题\n书香青禾\n主办单位：市科协\n市残联\n市妇联\n承办单位：市图书馆\n{TWO.replace('一、', '二、')}",
    ],
)
def test_hosts_in_lines_of_their_own_are_hosts_and_sign_nothing(text):
    campaign = made(text)[0]
    hosting = campaign["hosting"]
    assert (hosting["hosts"], hosting["organise"]) == (["市科协", "市残联", "市妇联"], ["市图书馆"])
    assert campaign["document"]["signatories"] == ["青禾市教育局"]
    assert campaign.get("theme", {}).get("text") == ("书香青禾" if "主题" in text else None)


def test_a_day_that_does_not_exist_is_asked_about_and_takes_no_other_day():
    text = "一、活动安排\n4月1日 开幕式 甲馆\n4月31日 书展 乙馆\n13月5日 讲座 丙馆\n4月2日 诵读会 丁馆"
    asked = [{"text": day, "means": "", "note": ""} for day in ("4月31日", "13月5日")]
    assert [each["when"] for each in activities(text)] == ["4月1日", *asked, "4月2日"]


def test_rounds_have_all_their_days_and_each_its_place():
    text = (
        "一、活动安排：\n预赛：2025年4月8日晚6:30-9:00\n4月9日晚6:30-9:00\n地点：甲馆会议室\n"
        "决赛：2025年4月10日晚7:00\n地点：乙楼报告厅\n二、报名\n4月8日前到甲馆办公室报名。"
    )
    (only,) = made(text)[0]["activities"]
    assert [(each["when"], each["place"]) for each in only["parts"]] == [
        ("2025年4月8日晚6:30-9:00、4月9日晚6:30-9:00", "甲馆会议室"), ("2025年4月10日晚7:00", "乙楼报告厅"),
    ]  # fmt: skip
    assert "places" not in only


def test_prizes_of_several_grades_share_their_number():
    text = "关于举办2025年青禾学院成语大赛的通知\n一、时间\n4月3日\n二、地点\n报告厅\n三、奖项设置\n一、二、三等奖若干名。\n"
    files = command.from_notice(text.encode(), "a.txt", ()).files
    (only,) = yaml.safe_load(next(each for path, each in files if "campaigns" in path))["activities"]
    assert only["awards"] == ["一、二、三等奖若干名"]


@pytest.mark.parametrize("listed", ["附件：\n1.\n规则.docx", "附件：\n活动安排表\n报名表", "附件\n报名表"])
def test_a_list_of_attachments_below_the_date_hides_no_signature(listed):
    files = command.from_notice(f"{HEAD}{TWO}\n{FOOT}{listed}\n".encode(), "a.txt", ()).files
    document = yaml.safe_load(dict(files)["campaigns/qinghe-2025.yml"])["document"]
    assert (document["signatories"], document["signed"]) == (["青禾市教育局"], "2025年3月1日")


def test_two_places_in_one_line_are_two_and_rooms_of_one_are_one():
    text = "一、活动安排\n（一）书展\n地点：甲图书馆一楼、乙图书馆二楼\n（二）诵读会\n地点：老年大学201、202教室"
    assert [each["places"] for each in activities(text)] == [["甲图书馆一楼", "乙图书馆二楼"], ["老年大学201、202教室"]]


def test_opening_hours_are_not_the_time_of_the_whole():
    campaign = made(f"开放时间：每天9:00—17:00\n活动时间：4月16日至18日\n{TWO}")[0]
    assert campaign["period"] == "4月16日至18日"


def test_labels_that_only_spaces_part_are_read_one_by_one():
    text = (
        "一、活动安排\n9月6日（周六）14:30—16:00 “一座老桥” 地点：总馆四楼多功能厅 主讲：某馆员\n"
        "9月7日、21日（周日）10:00—11:00 “绘本故事” 地点：总馆一楼 限20组家庭"
    )
    assert [(each["title"], each["when"], each["places"]) for each in activities(text)] == [
        ("“一座老桥”", "9月6日（周六）14:30—16:00", ["总馆四楼多功能厅"]),
        ("“绘本故事”", "9月7日、21日（周日）10:00—11:00", ["总馆一楼"]),
    ]  # fmt: skip


def test_labels_in_brackets_are_labels():
    text = (
        "【活动预告】甲街道“同心圆”宣传周，快来打卡！\n各位居民：\n9月1日至7日，请您来学几招。\n"
        "【1】反诈集市\n【时间】9月1日（周一）9:00\n【地点】甲广场东侧\n【看点】飞行棋\n"
        "【2】银行开放日\n【时间】9月2日（周二）14:00\n【地点】乙支行营业厅\n【报名】需提前报名，限25人\n2025年8月20日\n"
    )
    files = command.from_notice(text.encode(), "a.txt", (), "jia-2025").files
    campaign = yaml.safe_load(dict(files)["campaigns/jia-2025.yml"])
    assert (campaign["name"], campaign["period"]) == ("甲街道“同心圆”宣传周", "9月1日至7日")
    assert [(each["title"], each["when"], each["places"]) for each in campaign["activities"]] == [
        ("反诈集市", "9月1日（周一）9:00", ["甲广场东侧"]), ("银行开放日", "9月2日（周二）14:00", ["乙支行营业厅"]),
    ]  # fmt: skip


def test_marks_below_other_marks_stand_below_them():
    text = (
        "▲ 活动时间\n9月15日—19日\n▲ 活动内容\n● 升旗仪式：网络文明倡议\n时间：9月15日7:50\n地点：大操场\n"
        "● 手抄报评比\n时间：9月17日\n地点：各班教室\n▲ 温馨提醒\n1. 请做好照片的收集。"
    )
    assert [(each["title"], each["places"]) for each in activities(text)] == [
        ("升旗仪式：网络文明倡议", ["大操场"]), ("手抄报评比", ["各班教室"]),
    ]  # fmt: skip


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


def test_rounds_that_name_their_place_behind_the_time_are_sessions_of_their_own():
    text = (
        "一、赛程安排\n初赛：2025年4月10日至20日，线上评审\n决赛：2025年7月18日至19日，甲大学图文中心\n"
        "二、参赛组别\n每组限报3项，每项作者不超过2人。"
    )
    (only,) = made(text)[0]["activities"]
    assert [(each["when"], each["place"]) for each in only["parts"]] == [
        ("2025年4月10日至20日", "线上评审"), ("2025年7月18日至19日", "甲大学图文中心"),
    ]  # fmt: skip
    assert "capacity" not in only


def test_numbered_evenings_at_one_place_are_its_sessions():
    evenings = "第一场：7月12日19:00—20:30\n第二场：7月26日19:00—20:30\n集合地点：一楼序厅"
    text = f"一、活动安排\n（一）夜游导览\n{evenings}\n（二）诵读会（市教育局主办）"
    first = made(text)[0]["activities"][0]
    assert [(each["when"], each["place"]) for each in first["sessions"]] == [
        ("7月12日19:00—20:30", "一楼序厅"), ("7月26日19:00—20:30", "一楼序厅"),
    ]  # fmt: skip


def test_opening_hours_of_films_are_not_the_time_of_the_week():
    text = f"定于9月25日至9月30日举办展映周。\n一、放映时间\n每晚19:00开始，放映两场\n{TWO.replace('一、', '二、')}"
    assert made(text)[0]["period"] == "9月25日至9月30日"


def test_courses_in_rows_that_only_spaces_part_are_each_one():
    text = (
        "一、招生对象\n年满50周岁的本市居民。\n二、开设课程\n1. 手机基础班 每周一上午9:00—10:30 201教室 30人 免费\n"
        "2. 短视频制作班 每周五下午2:30—4:00 电脑房 20人 120元/学期\n三、报名时间和方式\n2025年8月20日至31日，到校现场报名。"
    )
    campaign = made(text)[0]
    keys = ("title", "when", "places", "capacity", "cost")
    assert [[each[key] for key in keys] for each in campaign["activities"]] == [
        ["手机基础班", "每周一上午9:00—10:30", ["201教室"], "30", "免费"],
        ["短视频制作班", "每周五下午2:30—4:00", ["电脑房"], "20", "120元/学期"],
    ]  # fmt: skip
    assert campaign["period"] == ""


def test_bodies_beside_those_who_lead_bear_no_doubt_and_a_deadline_ends_at_its_bracket():
    text = (
        "一、活动安排\n（一）书展。4月3日开幕。各县（市、区）于3月31日前报送名单至市科协（邮箱：a@example.org）。"
        "（牵头单位：市科协；责任单位：市残联）\n（二）诵读会（市教育局主办）"
    )
    first = made(text)[0]["activities"][0]
    (due,) = first["deadlines"]
    assert (first["lead"], first["support"]) == (["市科协"], ["市残联"])
    assert (due["who"], due["what"], due["to"], due["due"]) == ("各县（市、区）", "报送名单", "市科协", "3月31日前")
    assert "原文“市残联”" not in comments(text)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("原定4月16日9:00在甲馆举办，现取消。", {"when": "4月16日9:00", "status": "cancelled"}),
        ("原定于4月9日14:30在甲馆举办，调整至4月11日14:30，地点改为乙文化馆。", {"when": "4月11日14:30", "places": ["乙文化馆"]}),
    ],
)
def test_what_is_off_or_moved_is_said_so(said, read):
    first = made(f"一、活动安排\n（一）《城》讲座。{said}\n（二）诵读会（市教育局主办）")[0]["activities"][0]
    assert {key: first.get(key) for key in read} == read
    assert "甲馆" not in str(first.get("places")) or "status" in read


def test_a_number_that_is_corrected_is_not_taken():
    people = made(f"{TWO}\n更正：原通知中的电话“0354-5553021”有误，应为“0354-5553012”。")[1]
    assert "5553021" not in str(people)


def test_pictures_are_labels():
    text = (
        "🌿 NO.1 读书分享会\n⏰ 4月11日14:30—16:00\n📍 一楼咖啡区\n💰 128元/人\n"
        "🌿 NO.2 旧书集市\n⏰ 4月23日10:00\n📍 门前小广场\n💰 免费，无需报名"
    )
    keys = ("title", "when", "places", "cost", "booking")
    assert [[each.get(key) for key in keys] for each in made(text)[0]["activities"]] == [
        ["读书分享会", "4月11日14:30—16:00", ["一楼咖啡区"], "128元/人", None],
        ["旧书集市", "4月23日10:00", ["门前小广场"], "免费", {"needed": "false"}],
    ]  # fmt: skip


def test_a_time_that_something_is_counted_by_is_not_when_it_is_on():
    text = "一、活动安排\n（一）“十佳读者”评选。根据2024年5月1日至2025年4月30日借阅量评出。（市科协主办）\n（二）诵读会（市教育局主办）"
    assert "when" not in activities(text)[0]


def test_a_note_on_publication_hides_no_signature():
    files = command.from_notice(f"{HEAD}{TWO}\n{FOOT}（此件主动公开）\n".encode(), "a.txt", ()).files
    document = yaml.safe_load(dict(files)["campaigns/qinghe-2025.yml"])["document"]
    assert (document["signatories"], document["signed"]) == (["青禾市教育局"], "2025年3月1日")


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


def test_a_table_of_classes_says_day_fee_and_room():
    rows = "周一\t8:30—10:00\t手机班\t201室\t免费\t30\n\t10:15—11:45\t提高班\t201室\t60\t25"
    table = f"上课日\t上课时间\t班级名称\t教室\t学费（元/学期）\t招生人数\n{rows}"
    first, second = made(f"一、班级设置\n{table}")[0]["activities"]
    assert (first["when"]["means"], first["places"], first["cost"], first["capacity"]) == ("每周一8:30—10:00", ["201室"], "免费", "30")
    assert (second["when"]["means"], second["cost"], second["capacity"]) == ("每周一10:15—11:45", "60元/学期", "25")
    assert "booking" not in first


def test_a_table_beside_the_clauses_says_who_is_responsible():
    table = "序号\t活动名称\t责任科室（单位）\t配合单位\n1\t书展\t市科协\t市残联\n2\t诵读会\t市教育局\t市总工会"
    text = f"一、活动安排\n（一）书展。4月3日，在甲馆举办。\n（二）诵读会。4月5日，在乙馆举办。\n附件\n任务分工\n{table}"
    assert [(each["lead"], each["assist"]) for each in activities(text)] == [(["市科协"], ["市残联"]), (["市教育局"], ["市总工会"])]


def test_what_the_last_one_says_of_itself_is_not_said_of_all():
    text = "一、活动安排\n1.数字特展。5月18日至8月30日，二号展厅。\n2.专家导览。5月19日10:00，每场20人，需提前预约。"
    first, last = made(text)[0]["activities"]
    assert ("booking" in first, "capacity" in first, last["capacity"]) == (False, False, "20")


def test_a_signature_below_a_role_is_no_part_of_it():
    items = "（一）书展\n牵头单位：市科协；配合单位：市残联\n（二）诵读会\n牵头单位：市民政局；配合单位：市残联"
    text = f"{HEAD}一、活动安排\n{items}\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert (campaign["activities"][1]["assist"], campaign["document"]["signatories"]) == (["市残联"], ["青禾市教育局"])


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


def test_one_word_in_a_requirement_does_not_make_it_the_hosts():
    text = f"{TWO}\n二、组织保障\n1.加强协同。\n2.严格信息审核。授课内容须经主办单位审定。"
    assert [each["title"] for each in made(text)[0]["requirements"]] == ["加强协同", "严格信息审核"]


def test_time_and_place_of_one_label_are_parted():
    text = "一、活动安排\n（一）启动仪式\n时间地点：4月9日上午9:00，青禾广场\n（二）诵读会（市教育局主办）"
    assert activities(text)[0] == {"title": "启动仪式", "when": "4月9日上午9:00", "places": ["青禾广场"]}


def test_activities_that_are_counted_in_words_are_each_one():
    text = (
        "一、扎实开展活动\n一是县级示范培训。4月2日上午8:40，在甲教室举行，由市图书馆承办。\n"
        "二是田间直播。4月7日下午3点，在乙基地开展直播，由市农业农村局负责。"
    )
    assert [(each["title"], each["when"]) for each in activities(text)] == [
        ("县级示范培训", "4月2日上午8:40"), ("田间直播", "4月7日下午3点"),
    ]  # fmt: skip


def test_headings_in_brackets_with_their_text_behind_them():
    text = "主要活动如下：\n【开幕式】4月9日8:20，操场，全体师生参加。\n【家长课堂】4月12日16:30—17:30，阶梯教室，主题为“屏幕时间”。"
    assert activities(text) == [
        {"title": "开幕式", "when": "4月9日8:20", "places": ["操场"]},
        {"title": "家长课堂", "when": "4月12日16:30—17:30", "places": ["阶梯教室"]},
    ]


def test_terms_with_room_and_stops_in_rows_are_sessions():
    terms = (
        "一、培训时间、地点及人数\n第一期：5月18日至20日，市工人疗养院，80人\n第二期：6月15日至17日，甲职业技术学院，100人\n"
        "二、培训对象\n一线职工"
    )
    stops = (
        "一、站点安排\n第一站　软件园　5月14日13:30—17:00　A座路演厅　主题：低代码\n"
        "第二站　智造园　6月11日13:30—17:00　党群服务中心　主题：上云"
    )
    for text, spots in ((terms, ["市工人疗养院", "甲职业技术学院"]), (stops, ["软件园A座路演厅", "智造园党群服务中心"])):
        (only,) = made(text)[0]["activities"]
        assert [each["place"] for each in only["sessions"]] == spots


def test_one_line_events_below_their_place():
    text = (
        "一、各馆活动\n（一）甲博物馆\n1.“灯火”数字特展，5月18日至8月30日，二号展厅，免费开放。\n2.专家导览，5月18日10:00，每场20人。\n"
        "（二）乙纪念馆\n1.红色故事会，5月17日14:30，序厅。"
    )
    assert [(each["title"], each["when"], each["places"]) for each in activities(text)] == [
        ("“灯火”数字特展", "5月18日至8月30日", ["二号展厅"]),
        ("专家导览", "5月18日10:00", ["甲博物馆"]),
        ("红色故事会", "5月17日14:30", ["序厅"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "具体安排为：甲河镇4月3日、乙山乡4月4日，均为上午9:00开始。",
        "4月3日在甲河镇、4月4日在乙山乡设摊，时间均为上午9:00。",
    ],
)
def test_places_with_a_day_each_share_the_hours_said_of_all(said):
    first = made(f"一、活动安排\n（一）下乡服务。{said}（市科协主办）\n（二）诵读会（市教育局主办）")[0]["activities"][0]
    assert [(each["when"], each["place"]) for each in first["sessions"]] == [("4月3日上午9:00", "甲河镇"), ("4月4日上午9:00", "乙山乡")]


def test_shows_with_their_hours_behind_a_colon_are_each_one():
    text = "一、科学表演\n《下棋的机器人》：每日10:30、14:30，一层科学舞台，免费观看\n《电流歌剧院》：每日11:30，二层展区，免费观看"
    assert [(each["title"], each["when"], each["places"]) for each in activities(text)] == [
        ("《下棋的机器人》", "每日10:30、14:30", ["一层科学舞台"]), ("《电流歌剧院》", "每日11:30", ["二层展区"]),
    ]  # fmt: skip


def test_who_leads_and_who_joins_are_all_hosts():
    campaign = made(f"{TWO}\n二、组织\n读书周由市教育局牵头，会同市科协、市残联共同主办。")[0]
    assert campaign["hosting"]["hosts"] == ["市教育局", "市科协", "市残联"]


def test_the_register_of_a_university_is_called_as_it_is():
    text = "关于举办2025年青禾大学读书周的通知\n一、时间\n4月3日\n二、地点\n报告厅\n青禾大学图书馆\n2025年3月1日\n"
    assert "organisations/qinghe.yml" in dict(command.from_notice(text.encode(), "a.txt", ()).files)
