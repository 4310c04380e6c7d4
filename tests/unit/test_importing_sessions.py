"""Several times of one activity: rounds, terms, lectures and days, each with the smallest notice that shows how it is read."""

import pytest
import yaml

from microsite.importing import command
from small_notices import TWO, activities, made


@pytest.mark.parametrize(
    "said",
    [
        "上午8:30在甲馆举行竞答，设三轮；下午13:30在乙校操场进行实操。",
        "上午8:30，甲馆，由家长讲一节课；下午13:30，乙校操场。",
        "上午8:30竞答，地点在甲馆；下午13:30实操，地点在乙校操场。",
    ],
)
def test_hours_of_one_day_each_with_its_place_are_sessions(said):
    campaign, _ = made(f"一、活动安排\n（一）决赛（4月16日）\n{said}\n（二）书展（4月17日）\n9:00，图书馆。")
    assert [(each["when"], each["place"]) for each in campaign["activities"][0]["sessions"]] == [
        ("4月16日上午8:30", "甲馆"),
        ("4月16日下午13:30", "乙校操场"),
    ]


def test_stages_of_a_contest_with_hours_and_places_are_activities():
    stages = (
        "第一阶段　全员练兵（4月9日—30日）\n登录“钢城学堂”小程序每日一练。\n"
        "第二阶段　复赛（5月10日、11日）\n5月10日8:30焊接项目，地点在市技校3号车间；5月11日9:00笔试，地点在市总工会教室。\n"
        "第三阶段　决赛（6月16日）\n上午8:30在市体育馆举行现场竞答；下午1:30在市技校露天跨进行实操。"
    )
    practice, second, last = made(f"一、竞赛安排\n{stages}")[0]["activities"]
    assert (practice["title"], practice["when"], practice["places"]) == ("全员练兵", "4月9日—30日", ["“钢城学堂”小程序"])
    assert [(each["when"], each["place"]) for each in second["sessions"]] == [
        ("5月10日8:30", "市技校3号车间"),
        ("5月11日9:00", "市总工会教室"),
    ]
    assert "when" not in last
    assert [each["when"] for each in last["sessions"]] == ["6月16日上午8:30", "6月16日下午1:30"]


@pytest.mark.parametrize("title", ["：焊花里的精度。", "：《焊花里的精度》，", "《焊花里的精度》，"])
def test_lectures_of_a_series_are_sessions_with_who_speaks_behind_the_place(title):
    second = title.replace("焊花里的精度", "从学徒到总工")
    series = f"第一讲{title}4月5日19:00，图书馆，主讲人卫国锋。\n第二讲{second}4月6日19:00，工人文化宫，主讲人王一（白水公司）。"
    campaign, _ = made(f"一、活动安排\n（一）讲座\n{series}\n（二）书展\n4月7日9:00，图书馆。")
    assert [(each["when"], each["place"]) for each in campaign["activities"][0]["sessions"]] == [
        ("4月5日19:00", "图书馆"),
        ("4月6日19:00", "工人文化宫"),
    ]


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


def test_rounds_of_a_contest_are_its_parts_and_no_round_is_the_time_of_the_whole():
    text = (
        "关于举办2025年青禾市成语大赛的通知\n各学校：\n一、活动时间\n初赛时间：2025年4月15日12:30\n决赛时间：2025年4月17日14:00\n"
        "二、活动地点\n青禾中学礼堂\n三、承办单位\n青禾中学\n青禾小学\n四、参赛对象\n全市中小学生\n青禾市教育局\n2025年3月1日\n"
    )
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    (contest,) = campaign["activities"]
    assert [(each["name"], each["when"]) for each in contest["parts"]] == [("初赛", "2025年4月15日12:30"), ("决赛", "2025年4月17日14:00")]
    assert (contest.get("when"), campaign["period"], contest["organise"]) == (None, "", ["青禾中学", "青禾小学"])


def test_enrolment_beside_rounds_is_no_activity():
    rounds = "（二）理论考试：5月11日9:00，线上进行。\n（三）实操比赛：5月25日，青禾学院。\n（四）闭幕式：6月6日下午，市文化馆。"
    text = f"一、竞赛时间和地点\n（一）报名：即日起至4月20日。\n{rounds}"
    assert [each["title"] for each in activities(text)] == ["理论考试", "实操比赛", "闭幕式"]


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
    assert first["sessions"] == [{"when": "7月12日19:00—20:30"}, {"when": "7月26日19:00—20:30"}]
    assert first["places"] == ["一楼序厅"]


def test_numbered_lectures_say_what_each_is_about_and_the_hall_is_that_of_all():
    talks = "第一讲：4月18日（星期五）14:00，《大模型与阅读》，主讲人：沈某\n第二讲：5月16日（星期五）14:00，《算法里的文学》"
    talks += "\n地点均为市图书馆报告厅。"
    first = made(f"一、活动安排\n（一）名家讲座\n{talks}\n（二）诵读会（市教育局主办）")[0]["activities"][0]
    assert first["sessions"] == [
        {"title": "《大模型与阅读》", "when": "4月18日（星期五）14:00"}, {"title": "《算法里的文学》", "when": "5月16日（星期五）14:00"},
    ]  # fmt: skip
    assert first["places"] == ["市图书馆报告厅"]


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


def test_terms_with_a_day_to_report_and_a_place_are_sessions():
    found = made(
        "一、时间和地点\n第一期：5月12日至14日（11日下午报到），甲宾馆（甲路8号）；\n第二期：5月26日至28日（25日下午报到），乙酒店。\n二、报名\n请于5月1日前报名。"
    )[0]["activities"][0]
    assert [(each["when"], each["place"]) for each in found["sessions"]] == [
        ("5月12日至14日", "甲宾馆（甲路8号）"),
        ("5月26日至28日", "乙酒店"),
    ]


def test_hours_below_the_heading_of_a_day_and_rounds_of_a_sentence_have_their_times():
    text = (
        "一、主题日活动\n9月17日（星期四）　法治日\n9:30在智汇大厦三楼举办宣讲会。（司法局牵头）\n"
        "9月18日（星期五）　金融日\n18:30—20:30，在甲广场开展体验。（财政局牵头）\n二、全周活动\n"
        "（一）挑战赛。线上初赛9月13日9:00—21:00，决赛9月19日9:00—17:00在信息楼404实验室举行。\n责任单位：校团委\n"
        "（二）数据大赛\n时间：7月6日开始报名，8月20日截止提交作品，9月中旬决赛\n责任单位：校团委"
    )
    law, money, contest, data = made(text)[0]["activities"]
    assert (law["when"], money["when"]) == ("9月17日（星期四）9:30", "9月18日（星期五）18:30—20:30")
    assert [(each["name"], each["when"], each.get("place")) for each in contest["parts"]] == [
        ("线上初赛", "9月13日9:00—21:00", None), ("决赛", "9月19日9:00—17:00", "信息楼404实验室"),
    ]  # fmt: skip
    assert data["when"]["text"] == "7月6日开始报名，8月20日截止提交作品，9月中旬决赛"
    assert "when" not in contest
    assert "sessions" not in data


def test_rounds_of_a_class_that_each_have_two_days_and_a_place_are_its_sessions():
    text = "一、智能手机入门班（共两期）\n从开关机教起。\n第一期：4月8日（周三）、4月9日（周四）9:00—10:30，甲村社区201室；\n"
    text += "第二期：4月15日（周三）、4月16日（周四）9:00—10:30，乙村邻里中心。\n二、书展\n5月13日，市图书馆。责任单位：市科协"
    first = made(text)[0]["activities"][0]
    assert first["title"] == "智能手机入门班"
    assert [(each["when"], each["place"]) for each in first["sessions"]] == [
        ("4月8日（周三）、4月9日（周四）9:00—10:30", "甲村社区201室"), ("4月15日（周三）、4月16日（周四）9:00—10:30", "乙村邻里中心"),
    ]  # fmt: skip


def test_weekly_hours_of_each_hall_in_a_table_are_sessions():
    text = "一、服务举措\n（一）手机课堂\n营业厅\t上课时间\t首课内容\n甲厅\t每周二9:30\t字体\n乙厅\t每周三9:30\t支付\n"
    text += "责任部门：客户服务部\n（二）敬老日\n4月2日，责任部门：市场部"
    sessions = made(text)[0]["activities"][0]["sessions"]
    assert [(each["when"], each["place"]) for each in sessions] == [("每周二9:30", "甲厅"), ("每周三9:30", "乙厅")]


@pytest.mark.parametrize(
    "said",
    [
        "4月23日、5月6日，分别在甲钢公司、乙乳业公司举办，欢迎参加。",
        "分别于4月23日、5月6日在甲钢公司和乙乳业公司举行。",
        "4月23日和5月6日，专家分别走进甲钢公司、乙乳业公司。",
        "4月23日甲钢公司、5月6日乙乳业公司各一场，可同步观看直播。",
    ],
)
def test_as_many_places_as_days_are_sessions(said):
    third = made(f"{TWO}\n（三）开放日。{said}由市残联负责。")[0]["activities"][2]
    assert [(each["when"], each["place"]) for each in third["sessions"]] == [("4月23日", "甲钢公司"), ("5月6日", "乙乳业公司")]


@pytest.mark.parametrize(
    "rows",
    [
        "石桥村：4月8日9:00，村委会\n东坝村：4月9日9:00，村小学",
        "石桥村　4月8日　9:00　石桥村委会\n东坝村　4月9日　9:00　东坝村村小学",
        "每场9:00开始。\n村\t放映地点\t放映日期\n石桥村\t石桥村村委会\t4月8日\n东坝村\t东坝村村小学\t4月9日",
        "日期\t村居\t时间\t内容\n4月8日\t石桥村\t9:00\t内科\n4月9日\t东坝村\t9:00\t眼科",
    ],
)
def test_rows_of_villages_with_day_hour_and_place_are_sessions(rows):
    listed = made(f"一、活动安排\n（一）流动书车\n{rows}\n（二）书展（市科协主办）")[0]["activities"]
    (found,) = [each for each in listed if "sessions" in each]
    assert [each["when"].replace(" ", "").replace("\u3000", "") for each in found["sessions"]] == ["4月8日9:00", "4月9日9:00"]
    assert [each["place"][:3] for each in found["sessions"]] == ["石桥村", "东坝村"]


def test_a_table_at_the_end_belongs_to_the_activity_that_its_title_names_and_its_numbers_to_persons():
    table = (
        "附表\n老年人体检日程表\n村居\t日期\t时间\t地点\t村医\t电话\n"
        "石桥\t4月8日\t7:30\t村部\t屠芳\t0558-5550401\n东坝\t4月9日\t7:30\t村小学\t芮山\t0558-5550402"
    )
    clauses = "一、活动安排\n（一）老年人体检。见附表。由市科协牵头。\n（二）书展（市科协主办）\n二、要求\n1.广泛宣传。各村要宣传。"
    campaign, people = made(f"{clauses}\n{table}")
    assert [each["place"] for each in campaign["activities"][0]["sessions"]] == ["村部", "村小学"]
    assert [each["person"] for each in (*people, *people[0].get("phones", ())) if "person" in each] == ["屠芳", "芮山"]


def test_lessons_with_titles_below_an_activity_are_its_sessions():
    text = "一、活动安排\n（一）邻里课堂\n1.手机摄影课：9月22日、29日19:00—20:30，党群服务中心202室，限25人，免费。\n"
    text += "2.家庭急救课：9月24日14:30，综合文化站，限40人。\n（二）百家宴\n时间：9月27日11:30\n地点：东山广场\n"
    first = made(text)[0]["activities"][0]
    assert (first["title"], first.get("capacity"), first.get("when")) == ("邻里课堂", None, None)
    assert first["sessions"] == [
        {"title": "手机摄影课", "when": "9月22日、29日19:00—20:30", "place": "党群服务中心202室", "cost": "免费", "capacity": "25"},
        {"title": "家庭急救课", "when": "9月24日14:30", "place": "综合文化站", "capacity": "40"},
    ]


def test_stages_below_a_contest_are_no_sessions():
    text = "一、活动安排\n（一）书法赛\n1.初赛：9月22日9:00，党群服务中心。\n2.决赛：9月24日14:30，综合文化站。\n"
    text += "（二）百家宴\n时间：9月27日11:30\n"
    assert "sessions" not in made(text)[0]["activities"][0]


def test_hours_are_on_the_days_of_all():
    text = "一、时间\n9月20日（周六）、21日（周日）18:00—21:00（20:30停止入馆）\n二、活动安排\n"
    text += "（一）星空观测\n19:00—21:00，屋顶天文台，现场排队。\n（二）科学秀\n18:30、19:30各一场，一楼大厅。\n"
    text += "（三）机器人友谊赛\n20日19:00—20:30，二楼展厅。\n（四）院士面对面\n时间：21日19:30\n"
    assert [each["when"] for each in made(text)[0]["activities"]] == [
        "9月20日（周六）、21日（周日）19:00—21:00", "9月20日（周六）、21日（周日）18:30、19:30", "9月20日19:00—20:30", "9月21日19:30",
    ]  # fmt: skip
