"""Notices as they are copied from the pages of offices, schools and libraries: dots, spaces, lines of the page around the text."""

import pytest
import yaml

from microsite.importing import command, pasted
from microsite.importing.notice import opening
from small_notices import activities, made

TABLE = (
    "关于开展2026年读书月活动的通知\n各部门:\n活动主题:书香校园\n活动时间:2026年4月10日—4月23日\n"
    "活动对象:全校师生\n主办单位:图书馆\n活动内容:\n"
)


def plan(notice):
    files = dict(command.from_notice(notice.encode(), "通知.txt", ()).files)
    return next(yaml.safe_load(text) for name, text in files.items() if name.startswith("campaigns/"))


def test_days_with_a_dot_in_a_column_of_times_are_days():
    rows = "顺序\t活动内容\t活动时间\t活动地点\n一\t图书漂流\t4.10-4.23\t一楼大厅\n"
    rows += "二\t找书比赛\t4.21\t三楼借书处\n三\t书展\t4.12,14:00\t报告厅"
    times = [each["when"] for each in plan(TABLE + rows)["activities"]]
    assert [each["means"] for each in times] == ["4月10日-4月23日", "4月21日", "4月12日14:00"]
    assert "原文用点隔开月、日" in times[0]["note"]


def test_a_label_alone_in_its_line_behind_the_head_of_a_notice_is_no_error():
    assert plan(TABLE + "活动\t时间\t地点\n书展\t4月12日\t报告厅")["hosting"]["hosts"] == ["图书馆"]


def test_bodies_of_one_cell_are_told_apart_by_their_spaces():
    rows = "活动名称\t时间\t负责单位\n开幕式\t4月21日\t图书馆 院团委 宣传部\n书展\t4月22日\t外经贸系 图书馆\n沙龙\t4月23日\t青禾市 教育局"
    leads = [each["lead"] for each in plan(TABLE + rows)["activities"]]
    assert leads[:2] == [["图书馆", "院团委", "宣传部"], ["外经贸系", "图书馆"]]


def test_what_stands_around_a_text_on_a_web_page_is_none_of_it():
    notice = (
        "关于举办青禾市2026年科普周的通知\n来源:青禾市科协 时间:2026-05-10 10:19\n各区科协、有关单位:\n现将有关事项通知如下。\n"
        "一、活动内容\n1.科普讲座。5月20日9:00在市科技馆举办。市科协负责。\n2.科普展。5月21日在市图书馆举办。市图书馆负责。\n"
        "青禾市科协\n2026年5月10日\n【打印此页】 【关闭窗口】\n上一篇:关于2025年科普周的通知\n已有532人访问"
    )
    found = plan(notice)
    assert found["document"]["addressees"]["text"] == "各区科协、有关单位"
    assert found["document"]["signatories"] == ["青禾市科协"]
    assert len(found["activities"]) == 2


def test_a_sentence_above_labelled_lines_is_their_heading():
    notice = (
        "一、活动内容\n(一)召开全市从事文物保护工作30年老同志座谈会。\n时间:6月9日\n地点:市会议中心\n内容:颁发荣誉证书,座谈文物保护工作。\n"
        "(二)举办“遗产日”宣传咨询活动。\n时间:6月13日\n地点:东方广场\n内容:设点宣传,发放资料。"
    )
    assert [each["title"] for each in activities(notice)] == ["召开全市从事文物保护工作30年老同志座谈会", "举办“遗产日”宣传咨询活动"]


def test_a_list_below_the_hosts_with_a_heading_that_has_no_number():
    notice = (
        "一、参加对象:全校师生\n二、活动时间:4月23日-4月30日\n三、主办单位:图书馆 校团委\n活动内容及安排:\n"
        "(一)“书香使者”——招募志愿者\n统一佩戴胸牌。\n组织单位:图书馆\n(二)“书香漂流”——旧书交换\n时间:4月25日下午2点\n地点:一食堂前\n组织单位:校学生会"
    )
    found = activities(notice)
    assert [each["title"] for each in found] == ["“书香使者”——招募志愿者", "“书香漂流”——旧书交换"]
    assert [each["lead"] for each in found] == [["图书馆"], ["校学生会"]]


def test_activities_below_the_words_specific_arrangements():
    notice = "一、活动主题\n为了每一个人\n二、具体安排\n(一)参加各项比赛活动:\n1、由社区学院组队参赛:\n(1)演讲比赛\n(2)歌咏比赛\n"
    notice += "2、选拔参赛的活动:\n(1)手工艺品展评活动\n(2)摄影展评活动\n(二)各街镇活动\n各街镇结合实际组织学习活动。"
    assert [each["title"] for each in activities(notice)] == ["演讲比赛", "歌咏比赛", "手工艺品展评活动", "摄影展评活动", "各街镇活动"]


@pytest.mark.parametrize(
    ("title", "line", "region"),
    [
        ("关于2026年度青禾市图书馆服务周活动安排的通知", "", "qinghe"),
        ("关于举办漯河市第七届科技周的通知", "", "luohe"),
        ("关于举办长治市科技周的通知", "", "changzhi"),
        ("读书月活动方案", "4.云岭省高校图书馆馆配会", "region"),
        ("读书月活动方案", "相关二级学院教学楼大厅", "region"),
        ("读书月活动方案", "外国语与国际交流学院 经济学院", "region"),
        ("读书月活动方案", "省市县三级机关工作人员", "region"),
    ],
)
def test_the_region_is_that_of_the_title_and_the_head(title, line, region):
    notice = f"{title}\n一、活动时间\n2026年6月1日至30日\n二、活动内容\n{line}\n1.书展。6月2日在一楼举办。\n2.讲座。6月3日在二楼举办。"
    assert plan(notice)["region"] == region


@pytest.mark.parametrize("where", ["由各馆及有关单位自定场所", "不限", "自行选择地点", "待定", "另行通知"])
def test_what_says_that_anywhere_will_do_is_no_place(where):
    notice = f"一、活动内容\n1.共读一小时\n时间:6月1日\n地点:{where}\n2.书展\n时间:6月2日\n地点:市图书馆"
    assert [each.get("places") for each in activities(notice)] == [None, ["市图书馆"]]


def test_a_level_of_offices_with_a_bracket_is_kept_whole():
    notice = (
        "关于举办云岭省2026年学习周的通知\n一、举办单位\n主办单位:云岭省教育厅\n二、活动内容\n1.开幕式。6月1日在省图书馆举办。\n"
        "2.各市、县(区)教育行政部门应设立分会场,并组织人员集中观看。"
    )
    local = plan(notice)["hosting"].get("local")
    assert local is None or local["scope"] == "各市、县(区)教育行政部门"


def test_how_many_a_day_is_no_total():
    (first, _) = activities("一、活动内容\n1.案例专栏。6月每个工作日发布1个典型案例。\n2.书展。6月2日在市图书馆举办。")
    assert "counts" not in first


def test_what_came_out_in_a_year_has_an_issuer_without_it():
    notice = "关于开展2026年读书月活动的通知\n根据省新闻出版局于2025年12月印发的《全民阅读规划》,决定举办读书月活动。\n"
    notice += "一、活动内容\n1.书展。6月2日在市图书馆举办。\n2.讲座。6月3日举办。"
    assert [each.get("issuer") for each in plan(notice)["document"]["basis"]] == ["省新闻出版局"]


def test_a_contact_is_kept_beside_a_new_reading():
    _, people = made("一、活动内容\n1.书展。6月2日在市图书馆举办。咨询电话:0532-85550700。\n2.讲座。6月3日举办。")
    assert [each["phones"] if "phones" in each else each["phone"] for each in people] == ["0532-85550700"]


def test_a_row_of_totals_is_no_activity():
    rows = "序号\t活动名称\t活动时间\t活动地点\n1\t书展\t4月22日\t市图书馆\n2\t讲座\t5月\t市科技馆\n合 计\t520场\t\t\n\t总计\t520\t"
    assert [each["title"] for each in plan(TABLE + rows)["activities"]] == ["书展", "讲座"]


def test_spaces_around_figures_and_within_a_name_are_only_typeset():
    notice = (
        "关于举办2026年学习周的通知\n一、启动仪式\n(一)时间和地点\n时间:11 月 10 日上午 10:00 开始;\n地点:市社区学院。\n"
        "二、闭幕式\n时间:12 月 1 日\n地点:市科技馆\n图 书 馆\n2026 年 10 月 8 日"
    )
    found = plan(notice)
    assert [each["when"] for each in found["activities"]] == ["11月10日上午10:00开始", "12月1日"]
    assert found["document"]["signatories"] == ["图书馆"]


def test_who_signs_below_a_mailbox_is_no_part_of_it():
    notice = (
        "关于举办2026年学习周的通知\n一、活动内容\n1.书展。6月2日在市图书馆举办。\n2.讲座。6月3日举办。\n二、工作要求\n"
        "11月30日前将活动总结报送市教育局。联系人:李老师,电话:0571-87012345,邮箱:study@example.org\n青禾市教育局\n2026年5月20日"
    )
    assert plan(notice)["document"]["signatories"] == ["青禾市教育局"]


def test_what_is_listed_beside_names_in_quotation_marks_are_parts_too():
    notice = (
        "关于开展2026年读书月系列活动的通知\n一、活动时间\n2026年4月至6月\n二、活动内容\n组织开展“书香伴我行,阅读品人生”演讲比赛、"
        "读者之星评选、书签制作大赛、“青春正当时”知识竞赛等阅读推广活动。\n图书馆\n2026年4月1日"
    )
    (found,) = plan(notice)["activities"]
    assert [each["name"] for each in found["parts"]] == [
        "“书香伴我行,阅读品人生”演讲比赛", "读者之星评选", "书签制作大赛", "“青春正当时”知识竞赛",
    ]  # fmt: skip


def test_steps_that_are_all_phases_are_phases_whatever_they_are_called():
    steps = "三、活动安排\n活动分两个阶段:\n1、阅读阶段:4月至5月20日\n走进图书馆。\n2、征文阶段:5月21日至6月20日\n开展征文。"
    found, _ = made(f"一、活动内容\n1.书展。6月2日在市图书馆举办。\n2.讲座。6月3日举办。\n{steps}")
    assert [(each["name"], each["when"]) for each in found["phases"]] == [("阅读阶段", "4月至5月20日"), ("征文阶段", "5月21日至6月20日")]


def test_lines_that_single_spaces_part_below_no_head_at_all():
    notice = (
        "西岭区启动2026年学习周\n为营造学习氛围,定于2026年11月5日至11日举办学习周。\n"
        "11月5日(周四)上午9:30 启动仪式 新天地广场 区教育局\n11月7日(周六)9:00-11:00 亲子烘焙课 城西文化站(限20组家庭)\n"
        "11月10日(周二)9:00-11:00 亲子编程课 城西文化站(电话报名:0571-87654321)\n"
    )
    found = plan(notice)["activities"]
    assert [(each["title"], each["places"]) for each in found] == [
        ("启动仪式", ["新天地广场"]), ("亲子烘焙课", ["城西文化站"]), ("亲子编程课", ["城西文化站"]),
    ]  # fmt: skip
    assert found[0]["lead"] == ["区教育局"]
    assert found[2]["booking"]["phone"] == "0571-87654321"


def test_a_table_of_an_attachment_is_no_plan_and_its_numbers_are_those_of_each_row():
    notice = (
        "关于举办青禾市第三届职业技能大赛的通知\n各有关单位:\n定于2026年4月至10月举办大赛。\n一、参赛条件\n凡在我市从事相关工种的职工均可报名。\n"
        "二、大赛内容及命题标准\n(一)竞赛分为理论知识和实际操作两项内容。\n(二)维修电工按照国家职业标准命题竞赛。\n"
        "附件:1.名单\n2.赛区设置及工种安排\n青禾市人社局\n2026年3月20日\n附件2\n赛区设置及工种安排\n"
        "赛区\t承办单位\t工种\t比赛时间\t联系电话\n技校赛区\t市高级技工学校\t电工\t9月13日\t88512345\n餐饮赛区\t市烹饪协会\t烹调\t9月20日\t88534567"
    )
    found = plan(notice)
    assert found["name"] == "青禾市第三届职业技能大赛"
    assert [each["title"] for each in found["activities"]] == ["青禾市第三届职业技能大赛"]
    files = dict(command.from_notice(notice.encode(), "通知.txt", ()).files)
    people = yaml.load(files["contacts/qinghe-2026.yml"], yaml.BaseLoader)["contacts"]  # noqa: S506
    assert [(each["body"], each["phone"]) for each in people] == [("市高级技工学校", "88512345"), ("市烹饪协会", "88534567")]


def test_a_mailbox_is_nobody_to_whom_something_is_handed_in():
    (first, _) = activities("一、活动安排\n1.大赛。请于9月30日前将报名表发送至match@163.com。\n2.书展。6月2日在市图书馆举办。")
    found, _ = made("一、活动安排\n1.大赛。请于9月30日前将报名表发送至match@163.com。\n2.书展。6月2日在市图书馆举办。")
    assert first["title"] == "大赛"
    assert "to" not in found["activities"][0]["deadlines"][0]


def test_a_table_with_each_cell_in_a_line_of_its_own_is_one():
    cells = "活动项目\n\n内容\n\n地点\n\n时间\n\n公益讲座\n\n  举办专题讲座\n\n三楼多功能厅\n\n5月28日\n\n下午3:00-5:00\n\n"
    cells += "影片展播\n\n播放优秀影片\n\n三楼多功能厅\n\n5月30日-6月2日\n\n【打印此页】\n图书馆\n2026年5月10日"
    found = plan(f"关于2026年青禾市图书馆服务周活动安排的通知\n各位读者:\n具体安排如下:\n服务周活动安排\n{cells}")
    assert [(each["title"], each["when"], each["places"]) for each in found["activities"]] == [
        ("公益讲座", "5月28日下午3:00-5:00", ["三楼多功能厅"]), ("影片展播", "5月30日-6月2日", ["三楼多功能厅"]),
    ]  # fmt: skip
    assert found["document"]["signed"] == "2026年5月10日"


@pytest.mark.parametrize("below", ["一、活动内容\n1.书展。", "书展\n市图书馆\n6月2日", "书展\n6月2日\n市图书馆\n讲座\n待安排\n市科技馆"])
def test_three_short_lines_that_head_no_two_rows_stay_lines(below):
    lines = opening.read(f"关于举办读书周的通知\n活动名称\n时间\n地点\n{below}".encode(), "a.txt").lines
    assert pasted.in_rows(lines) == lines


def test_a_heading_for_a_place_with_nothing_but_clauses_below_it_is_no_error():
    notice = "关于举办2026年青禾市丰收节的通知\n一、活动时间\n2026年9月23日\n二、活动地点\n（一）主会场：城南广场\n"
    notice += "三、活动内容\n1.开幕式。\n2.集市。"
    assert [each["title"] for each in plan(notice)["activities"]] == ["开幕式", "集市"]
