"""Rows of tables and programmes: what each one is, with the smallest notice that shows it."""

import pytest
import yaml

from microsite.importing import command
from small_notices import FOOT, HEAD, TWO, activities, attendance, comments, made

TABLE_BELOW = (
    "一、活动安排\n（一）区级重点活动。由各单位组织，具体安排见附件。\n（二）开放日。欢迎参观。（市科协牵头）\n二、工作要求\n（一）高度重视。各单位要重视。\n"
    "{foot}附件\n重点活动安排表\n序号\t活动名称\t时间\t地点\t牵头单位\n1\t诵读会\t4月2日9:00\t甲馆\t市教育局\n2\t书展\t4月3日\t乙馆\t市科协\n"
)


def test_rows_that_differ_in_their_class_only_are_named_with_it():
    text = "项目\t班次\t时间\t人数\n游泳\tA班\t4月2日\t25人\n游泳\tB班\t4月3日\t25人\n二、培训地点\n市游泳馆\n"
    text += "三、培训费用\n公益培训，免收学费。"
    assert activities(text) == [
        {"title": "游泳A班", "when": "4月2日", "places": ["市游泳馆"]},
        {"title": "游泳B班", "when": "4月3日", "places": ["市游泳馆"]},
    ]
    assert attendance(text) == [{"cost": "免费", "capacity": "25"}] * 2


def test_labels_that_only_spaces_part_are_read_one_by_one():
    text = (
        "一、活动安排\n9月6日（周六）14:30—16:00 “一座老桥” 地点：总馆四楼多功能厅 主讲：某馆员\n"
        "9月7日、21日（周日）10:00—11:00 “绘本故事” 地点：总馆一楼 限20组家庭"
    )
    assert [(each["title"], each["when"], each["places"]) for each in activities(text)] == [
        ("“一座老桥”", "9月6日（周六）14:30—16:00", ["总馆四楼多功能厅"]),
        ("“绘本故事”", "9月7日、21日（周日）10:00—11:00", ["总馆一楼"]),
    ]  # fmt: skip


def test_the_table_of_an_attachment_holds_activities_beside_those_of_the_clauses():
    notice = f"{HEAD}{TABLE_BELOW.format(foot=FOOT)}"
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.safe_load(files["campaigns/qinghe-2025.yml"])
    assert [(each["title"], each.get("when"), each.get("places"), each["lead"]) for each in campaign["activities"]] == [
        ("开放日", None, None, ["市科协"]),
        ("诵读会", "4月2日9:00", ["甲馆"], ["市教育局"]),
        ("书展", "4月3日", ["乙馆"], ["市科协"]),
    ]


def test_a_table_of_what_has_changed_gives_the_new_times_and_the_old_where_they_stay():
    table = (
        "一、调整的活动\n活动名称\t原定时间\t调整后时间\t调整后地点\n"
        "开幕式\t4月1日9:00\t4月8日9:00\t甲馆\n书展\t4月2日9:00\t时间不变\t乙馆"
    )
    assert activities(table) == [
        {"title": "开幕式", "when": "4月8日9:00", "places": ["甲馆"]},
        {"title": "书展", "when": "4月2日9:00", "places": ["乙馆"]},
    ]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("7", "7"), ("07", "7"), ("③", "3"), ("2025001234", "2025001234"), ("²", "1"), ("0", "1"), ("9" * 5000, "1"), ("0" * 5000 + "1", "1")],
    ids=lambda each: each[:12],
)
def test_a_row_may_have_any_number(printed, number):
    table = f"一、日程\n序号\t活动名称\t时间\t地点\n{printed}\t开幕式\t4月1日9:00\t甲馆\n21\t书展\t4月2日9:00\t乙馆"
    assert [(each["number"], each["title"]) for each in made(table)[0]["activities"]] == [(number, "开幕式"), ("21", "书展")]


def test_days_each_with_its_place_below_a_title_are_its_sessions():
    text = "一、培训安排\n（一）修剪技术\n4月2日　甲镇乙村\n4月3日　甲镇丙村\n（二）电商入门\n5月6日　丁镇戊村\n5月7日　丁镇己村"
    first, second = made(text)[0]["activities"]
    assert [(each["when"], each["place"]) for each in first["sessions"]] == [("4月2日", "甲镇乙村"), ("4月3日", "甲镇丙村")]
    assert second["sessions"][1]["place"] == "丁镇己村"


def test_rows_below_a_day_in_brackets_are_what_is_on_then():
    text = "一、周末精选\n　　【4月5日　星期六】（清明）\n　　9:30—10:00　开幕式　一层序厅\n"
    text += "　　10:30—11:10　科学秀　一层剧场\n"
    text += "　　【4月6日　星期日】\n　　14:00—15:30　亲子工坊：做一朵雪花　四层实验室　24人，材料费每组25元，网上预约"
    opening, _, workshop = made(text)[0]["activities"]
    assert (opening["title"], opening["when"], opening["places"]) == ("开幕式", "4月5日9:30—10:00", ["一层序厅"])
    assert (workshop["title"], workshop["when"], workshop["places"]) == ("亲子工坊：做一朵雪花", "4月6日14:00—15:30", ["四层实验室"])
    assert (workshop["cost"], workshop["capacity"], workshop["booking"]["needed"]) == ("材料费每组25元", "24", "true")


def test_a_row_of_a_title_weekdays_and_a_place_is_an_activity():
    text = "一、常设项目\n　　1.静电表演　周三至周日11:00、15:30　二层电磁展区\n"
    text += "　　2.球幕电影　周六10:00　三层影院　成人票30元，儿童票20元　每场180座"
    show, film = made(text)[0]["activities"]
    assert (show["title"], show["when"], show["places"]) == ("静电表演", "周三至周日11:00、15:30", ["二层电磁展区"])
    assert (film["title"], film["cost"], film["capacity"]) == ("球幕电影", "成人票30元，儿童票20元", "180")


def test_courses_without_numbers_are_told_by_the_lines_below_them():
    text = "开设课程\n　　手机入门班\n　　　上课时间：每周一9:00—10:30\n　　　任课教师：晏秀芝\n　　　名额：40人　　学费：60元/学期\n"
    text += "　　手机摄影班\n　　　上课时间：每周三14:30—16:00\n　　　上课地点：305教室，外拍地点由老师通知\n　　　任课教师：桑雨田\n"
    text += "　　　名额：35人　　学费：100元/学期\n　　“防骗第一课”公开讲座：4月4日9:00，多功能厅，限200人。"
    first, second, lecture = made(text)[0]["activities"]
    assert (first["title"], first["cost"], first["capacity"]) == ("手机入门班", "60元/学期", "40")
    assert (second["title"], second["cost"], second["places"]) == ("手机摄影班", "100元/学期", ["305教室"])
    assert (lecture["title"], lecture["when"], lecture["places"]) == ("“防骗第一课”公开讲座", "4月4日9:00", ["多功能厅"])


def test_empty_cells_below_a_group_go_on_and_rows_without_a_title_are_sessions():
    head = "一、日程\n序号\t板块\t活动名称\t时间\t地点\t主办单位\t备注\n"
    table = "1\t讲堂\t看不见的水\t4月8日19:00\t二楼报告厅\t市科协\t限180人\n2\t\t台风从哪里来\t4月15日19:00\t\t\t同上\n"
    table += "3\t开放\t观测站开放日\t4月12日9:30\t城南气象站\t市气象局\t\n\t\t\t4月12日14:30\t\t\t\n\t\t\t4月19日9:30\t\t\t\n"
    table += "4\t进校园\t流动科技馆\t4月7日—11日\t实验小学\t市教育局\t\n\t\t\t4月14日—18日\t中心小学\t\t"
    first, second, open_, school = made(head + table)[0]["activities"]
    assert (second["places"], second["host"], second["capacity"]) == (first["places"], ["市科协"], "180")
    assert [each["when"] for each in open_["sessions"]] == ["4月12日9:30", "4月12日14:30", "4月19日9:30"]
    assert (open_["places"], open_["host"]) == (["城南气象站"], ["市气象局"])
    assert [(each["when"], each["place"]) for each in school["sessions"]] == [("4月7日—11日", "实验小学"), ("4月14日—18日", "中心小学")]


def test_rows_of_days_below_an_activity_are_its_sessions_at_their_service_points():
    table = "日期\t时间\t服务点\n4月15日\t9:00—11:00\t东堤社区\n4月17日\t14:30—16:30\t市福利院\n"
    text = f"一、活动安排\n（一）巡回义诊\n{table}　　由市教育局牵头。\n（二）诵读会（市教育局主办）"
    assert [(each["when"], each["place"]) for each in made(text)[0]["activities"][0]["sessions"]] == [
        ("4月15日9:00—11:00", "东堤社区"), ("4月17日14:30—16:30", "市福利院"),
    ]  # fmt: skip


def test_lectures_below_a_title_are_its_sessions_at_their_only_hall_and_opening_of_booking_is_no_time_of_it():
    text = "一、健康大讲堂\n　　第一讲《如何护心》，4月15日15:00，四楼学术厅，主讲：左明。\n"
    text += "　　第二讲《一日三餐》，4月17日15:00，四楼学术厅，主讲：史蓉。\n"
    text += "二、作家见面会\n　　4月25日14:30，在市图书馆举办。4月20日9:00起通过“图书馆”小程序预约，4月21日起到服务台领取入场券。"
    lectures, meeting = made(text)[0]["activities"]
    assert (lectures["title"], lectures["places"], meeting["when"]) == ("健康大讲堂", ["四楼学术厅"], "4月25日14:30")
    assert lectures["sessions"] == [{"when": "4月15日15:00"}, {"when": "4月17日15:00"}]


def test_lectures_with_names_below_one_heading_are_its_sessions():
    text = "一、义诊\n时间：5月1日\n地点：市人民医院\n二、健康大讲堂\n第一讲《护心》，5月2日15:00，门诊楼学术厅，主讲：左明。\n"
    first, second = made(f"{text}第二讲《三餐》，5月4日15:00，门诊楼会议厅，主讲：史蓉。")[0]["activities"]
    sessions = [(each["when"], each["place"]) for each in second["sessions"]]
    assert (first["title"], second["title"]) == ("义诊", "健康大讲堂")
    assert sessions == [("5月2日15:00", "门诊楼学术厅"), ("5月4日15:00", "门诊楼会议厅")]


def test_lectures_may_have_commas_and_colons_in_their_titles_and_how_to_book_stands_beside_the_last():
    text = "第一讲　一条江与一座城：码头三百年\n　　时间：4月14日14:30\n　　地点：市图书馆报告厅\n"
    text += "第二讲　机器时代，我们还写作吗\n　　时间：4月23日14:30\n　　地点：市图书馆报告厅\n预约方式\n　　请到服务台预约，约满即止。"
    assert [(each["title"], each["when"]) for each in activities(text)] == [
        ("一条江与一座城：码头三百年", "4月14日14:30"), ("机器时代，我们还写作吗", "4月23日14:30"),
    ]  # fmt: skip


def test_a_list_of_towns_is_the_sessions_and_each_has_the_room_of_each():
    lines = "每场限30人。\n1.石桥镇：7月14日9:00—11:00，文化广场；\n2.双岭乡：7月21日9:00—11:00，文化站门前。"
    (bus, _) = made(f"一、活动安排\n（一）流动图书车进乡镇（市图书馆主办）\n{lines}\n（二）诵读会（市教育局主办）")[0]["activities"]
    assert "capacity" not in bus
    assert bus["sessions"] == [
        {"when": "7月14日9:00—11:00", "place": "石桥镇文化广场", "capacity": "30"},
        {"when": "7月21日9:00—11:00", "place": "双岭乡文化站门前", "capacity": "30"},
    ]


def test_rows_of_days_titles_and_places_that_only_spaces_part_are_each_one():
    text = (
        "【讲座】\n7月4日（周六）14:30　老城里的匠人　主讲：郁思齐（区地方志办公室）　二楼报告厅　120人，需预约\n"
        "7月7日、14日（每周二）9:30—11:00　手机拍照课　四楼培训室　25人\n【亲子】\n7月12日　10:00　折纸工坊：夏日荷塘　故事屋\n"
        "【观影】\n每周五18:30　周五电影院　三楼多功能厅　先到先得"
    )
    talk, course, folding, films = activities(text)
    assert talk == {"title": "老城里的匠人", "when": "7月4日（周六）14:30", "places": ["二楼报告厅"]}
    assert (course["title"], course["when"], course["places"]) == ("手机拍照课", "7月7日、14日（每周二）9:30—11:00", ["四楼培训室"])
    assert (folding["title"], folding["places"]) == ("折纸工坊：夏日荷塘", ["故事屋"])
    assert films == {"title": "周五电影院", "when": "每周五18:30", "places": ["三楼多功能厅"]}
    assert attendance(text)[:2] == [{"booking": {"needed": "true"}, "capacity": "120"}, {"capacity": "25"}]


def test_a_day_that_is_open_to_all_stands_beside_a_table_of_activities():
    table = "一、日程\n项目\t时间\t地点\n技能赛\t5月11日\t实训楼\n展示\t5月12日\t广场"
    text = f"{table}\n二、校园开放日\n5月15日9:00—15:00为校园开放日，实训楼向社会开放。由招生处牵头。"
    assert [each["title"] for each in activities(text)] == ["校园开放日", "技能赛", "展示"]


def test_an_activity_is_free_by_its_own_title_and_by_that_of_no_table():
    checks = "（三）老年人免费体检。4月2日，由市卫生院负责。\n二、要求\n1.送交资料。请及时。\n老年人免费体检日程表"
    assert [each.get("cost") for each in attendance(f"{TWO}\n{checks}")] == [None, None, "免费"]


def test_names_in_lines_of_their_own_above_time_and_place_are_activities_whatever_the_place_is():
    text = (
        "邻里演出\n4月2日18:30，中心广场。自带板凳。\n百家宴\n4月3日16:00—19:00，柳荫社区长廊。每户一道菜。\n"
        "K歌赛\n海选4月4日19:00，决赛4月6日19:00，都在三楼小剧场。\n楼道花园评比\n4月5日至9日，各社区。由评委打分。"
    )
    assert [each["title"] for each in activities(text)] == ["邻里演出", "百家宴", "K歌赛", "楼道花园评比"]


def test_marked_lines_with_title_and_time_are_activities_of_the_part_above():
    text = (
        "一、活动板块\n板块一 庆丰收\n●开幕式：4月23日9:00，青石镇稻田公园。（市科协牵头）\n"
        "●村歌大赛：4月26日19:00，双溪镇古戏台。（市教育局主办）\n"
        "板块二 享丰收\n●稻田研学：国庆假期，青石镇文化园，每人45元。（市科协负责）\n●展销会：4月22日至24日，县体育馆。（市教育局负责）"
    )
    found = activities(text)
    assert [(each["title"], each["places"]) for each in found] == [
        ("开幕式", ["青石镇稻田公园"]), ("村歌大赛", ["双溪镇古戏台"]), ("稻田研学", ["青石镇文化园"]), ("展销会", ["县体育馆"]),
    ]  # fmt: skip


def test_a_group_of_names_beside_one_of_activities_is_one_too():
    text = (
        "一、活动安排\n（一）规定动作\n1.书展。4月2日9:00，在市图书馆举行。由市科协承办。\n2.诵读会。4月3日9:00，在市文化馆举行。由市科协承办。\n"
        "（二）自选动作\n1.流动书车下乡活动。\n2.骑手专场宣讲。\n各单位可从中选择。"
    )
    assert [each["title"] for each in activities(text)] == ["书展", "诵读会", "流动书车下乡活动", "骑手专场宣讲"]


def test_rounds_that_say_day_and_place_are_activities_where_one_has_its_hour():
    text = (
        "一、竞赛安排\n（一）集训。4月2日，在市职业学院进行。\n（二）初赛。4月9日9:00，在市职业学院举行。\n（三）决赛。4月20日至21日，在市体育馆举行。"
    )
    assert [each["title"] for each in activities(text)] == ["集训", "初赛", "决赛"]


def test_a_row_with_several_names_is_as_many_activities_and_weeks_beside_days_are_no_time():
    text = (
        "一、日程安排\n周次\t日期\t活动内容\t地点\t负责部门\n第一周\t4月6日\t①旧物拆解 ②提问墙\t①报告厅 ②一楼大厅\t①物理组 ②化学组\n"
        "\t4月9日16:00\t水火箭；鸡蛋撞地球\t西操场\t物理组\n第二周\t4月13日—17日\t植物挂牌（各班自行组织）\t校园\t生物组\n\t\t阅读打卡\t教室\t语文组\n"
        "二、报名\n水火箭、鸡蛋撞地球以班为单位报名。"
    )
    said = [(each["title"], each["when"], *each["places"], *each["lead"]) for each in activities(text)]
    assert said == [
        ("旧物拆解", "4月6日", "报告厅", "物理组"),
        ("提问墙", "4月6日", "一楼大厅", "化学组"),
        ("水火箭", "4月9日16:00", "西操场", "物理组"),
        ("鸡蛋撞地球", "4月9日16:00", "西操场", "物理组"),
        ("植物挂牌", "4月13日—17日", "校园", "生物组"),
        ("阅读打卡", "4月13日—17日", "教室", "语文组"),
    ]
    assert [bool(each.get("booking")) for each in attendance(text)] == [False, False, True, True, False, False]
    assert "取自上面一行" in comments(text)
