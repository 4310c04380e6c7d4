"""What is an activity, and how a notice is parted: each reading that was once wrong, with the smallest notice that shows it."""

import pytest
import yaml

from microsite.importing import command
from small_notices import FOOT, HEAD, TWO, activities, attendance, comments, made


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


def test_a_title_goes_on_with_labels_or_with_its_time():
    text = "一、活动安排\n1. 网络安全讲座，时间：6月3日14:30，地点：市图书馆报告厅。\n2. 书画展，时间：6月4日至9日，市文化馆。\n"
    assert activities(f"{text}3. 免费（0元）编程课，每周六。\n4. 讲解员培训，每周日") == [
        {"title": "网络安全讲座", "when": "6月3日14:30", "places": ["市图书馆报告厅"]},
        {"title": "书画展", "when": "6月4日至9日", "places": ["市文化馆"]},
        {"title": "免费（0元）编程课", "when": "每周六"},
        {"title": "讲解员培训", "when": "每周日"},
    ]


def test_day_hour_and_place_may_stand_in_a_bracket_with_nothing_between_them():
    assert activities("一、活动内容\n1、书法赛（3月7日下午4:30-5:30图文中心二楼自修室）\n2、运动会（3月8日下午4:30 风雨操场）") == [
        {"title": "书法赛", "when": "3月7日下午4:30-5:30", "places": ["图文中心二楼自修室"]},
        {"title": "运动会", "when": "3月8日下午4:30", "places": ["风雨操场"]},
    ]


def test_whom_a_group_is_for_is_no_place_and_the_rows_of_a_form_are_no_activities():
    groups = ("职工与学校", "1.比武（市残联主办）\n2.数字课堂（市教育局主办）"), ("老年人", "1.书展（市残联主办）\n2.义诊（市科协主办）")
    text = "一、主要活动\n" + "\n".join(f"（{at}）{name}\n{below}" for at, (name, below) in zip("一二", groups, strict=True))
    form = "\n附件\n报名回执\n学校：\t联系人：\t手机：\n序号\t参加活动名称\t人数\t带队教师\n1\t\t\t\n"
    found = activities(f"{text}{form}")
    assert [each["title"] for each in found] == ["比武", "数字课堂", "书展", "义诊"]
    assert not any("places" in each for each in found)


def test_names_above_lines_that_only_say_when_are_activities_of_the_room_above_them():
    rooms = (
        "【一楼·少儿阅览室】　预约电话：0777-5550211\n　　“小橘灯”故事会\n"
        "　　4月5日—6月26日每周六10:00—11:00（5月3日暂停）\n　　3—6岁，须预约\n"
        "　　家长沙龙：孩子的屏幕时间\n　　4月18日（周五）9:30—11:30，少儿阅览室活动角\n　　不用预约\n"
        "【二楼·古籍与地方文献室】\n　　周末影厅\n　　每月第二、第四个周五19:00，放映经典影片\n　　60岁以上，25人，须预约\n"
        "　　青禾讲坛\n　　4月19日（周六）14:30　《听懂孩子》　主讲：李一\n　　5月10日（周六）14:30　《睡个好觉》　主讲：赵二"
    )
    campaign, people = made(rooms)
    assert [(each["title"], each.get("when"), each.get("places")) for each in campaign["activities"]] == [
        ("“小橘灯”故事会", "4月5日—6月26日每周六10:00—11:00（5月3日暂停）", ["一楼·少儿阅览室"]),
        ("家长沙龙：孩子的屏幕时间", "4月18日（周五）9:30—11:30", ["少儿阅览室活动角"]),
        ("周末影厅", "每月第二、第四个周五19:00", ["二楼·古籍与地方文献室"]),
        ("青禾讲坛", None, ["二楼·古籍与地方文献室"]),
    ]
    assert [each["when"] for each in campaign["activities"][3]["sessions"]] == ["4月19日（周六）14:30", "5月10日（周六）14:30"]
    assert (campaign["activities"][2]["capacity"], [each["phone"] for each in people]) == ("25", ["0777-5550211"])


def test_what_a_village_counts_are_all_activities_where_most_say_when_and_where():
    text = (
        "1、教用手机\n每个礼拜二、礼拜四晚上7点到8点半，在老祠堂东厢房。\n2、上门帮\n腿脚不便的不用出门。\n"
        "3、修手机\n4月16日、4月30日，上午8点到11点，小裘师傅到桥头小店门口摆摊。\n4、选照片\n拍村里的人。4月13日晚上7点在老祠堂正厅放给大家看。"
    )
    assert activities(text) == [
        {"title": "教用手机", "when": "每个礼拜二、礼拜四晚上7点到8点半", "places": ["老祠堂东厢房"]},
        {"title": "上门帮"},
        {"title": "修手机", "when": "4月16日、4月30日，上午8点到11点", "places": ["桥头小店门口"]},
        {"title": "选照片", "when": "4月13日晚上7点", "places": ["老祠堂正厅"]},
    ]


def test_clauses_on_when_and_where_that_say_what_is_held_are_activities():
    text = (
        "一、活动时间及地点\n（一）5月11日—17日，各部门组织开展防灾主题宣传活动。\n"
        "（二）5月12日举行集中宣传活动。12日上午9:30至下午3:30，在人民广场北侧开展“防灾日”集中宣传活动。\n二、工作要求\n各部门要落实。"
    )
    assert activities(text) == [
        {"title": "防灾主题宣传活动", "when": "5月11日—17日"},
        {"title": "“防灾日”集中宣传活动", "when": "5月12日上午9:30至下午3:30", "places": ["人民广场北侧"]},
    ]


def test_sentences_on_who_is_to_hold_what_are_activities():
    text = "一、活动内容\n1、市科协请专家举办《用好人工智能》讲座；\n2、各街道科协要组织各社区举办一场以上科普集市；\n"
    text += "3、市教育局要组织各校开展小制作比赛。"
    assert [each["title"] for each in activities(text)] == ["《用好人工智能》讲座", "科普集市", "小制作比赛"]


def test_an_exhibition_is_when_it_is_shown_and_not_when_works_are_sent_in():
    text = "一、征稿时间\n自通知发布之日起至4月20日止。\n二、投稿方式\n地址：书院路35号创作室\n"
    text += "三、展览时间与地点\n拟定于5月中旬在江畔画廊展出。"
    assert activities(text) == [{"title": "2025年青禾市读书周", "when": "5月中旬", "places": ["江畔画廊"]}]


def test_clauses_that_ask_for_something_are_requirements():
    activities = "二、特色活动\n（一）书展（4月2日，市图书馆）\n（二）诵读会（4月3日，市文化馆）"
    campaign, _ = made(f"一、广泛组织参与。各区要发动学校。\n{activities}\n三、做好信息报送。请报送总结。")
    assert [each["title"] for each in campaign["requirements"]] == ["广泛组织参与", "做好信息报送"]


def test_items_that_are_counted_in_words_are_activities():
    assert activities("一、系列活动\n第一项　健康跑\n时间：4月2日\n第二项　名医义诊\n时间：4月3日") == [
        {"title": "健康跑", "when": "4月2日"},
        {"title": "名医义诊", "when": "4月3日"},
    ]


def test_an_agenda_is_no_list_of_activities():
    text = "一、会议时间：4月2日8:30\n二、会议地点：市政府二楼\n三、议程\n时间\t内容\t主持人\n8:30\t参观\t张三\n9:30\t交流\t李四"
    assert activities(text) == [{"title": "2025年青禾市读书周", "when": "4月2日8:30", "places": ["市政府二楼"]}]


def test_headings_without_numbers_are_clauses():
    text = "服务时间\n2025年4月2日至5月6日\n服务地点\n市图书馆少儿部\n服务内容\n图书整理。"
    assert activities(text) == [{"title": "2025年青禾市读书周", "when": "2025年4月2日至5月6日", "places": ["市图书馆少儿部"]}]


def test_what_a_notice_does_not_say_is_not_asked_for():
    campaign, _ = made("一、活动安排\n（一）诵读会\n时间：4月2日\n（二）书展\n时间：4月3日")
    assert not {"credit", "kind", "description"} & set(campaign["activities"][1])
    assert "hosting" not in campaign
    assert "theme" not in campaign
    assert set(campaign["document"]) == {"title", "plan_title", "signed", "issuers", "signatories", "addressees"}
    assert "# 没有找到：发文字号；通知写有的请补上" in comments("一、活动安排\n（一）书展\n时间：4月3日")


def test_marks_above_numbers_are_clauses():
    listed = "【活动内容】\n1.开幕式：4月1日9:00，观景台\n2.音乐会：4月2日19:30，中心舞台"
    text = f"【活动时间】2025年4月1日—5日\n【主办单位】青禾市教育局\n{listed}"
    campaign, _ = made(text)
    assert (campaign["period"], campaign["hosting"]["hosts"]) == ("2025年4月1日—5日", ["青禾市教育局"])
    assert activities(text) == [
        {"title": "开幕式", "when": "4月1日9:00", "places": ["观景台"]},
        {"title": "音乐会", "when": "4月2日19:30", "places": ["中心舞台"]},
    ]


def test_a_kind_of_event_with_a_number_is_an_ordinal():
    text = "讲座一：《星空》\n时间：4月5日\n讲座二：《用药》\n时间：4月6日"
    assert activities(text) == [{"title": "《星空》", "when": "4月5日"}, {"title": "《用药》", "when": "4月6日"}]


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
    assert read.report.why == ("活动 / activities: 正文里逐一写明的活动，请核对 / events named one by one in the text",)


def test_what_a_series_is_about_belongs_to_the_title():
    text = "一、“银龄课堂”：手机摄影与短视频\n时间：4月2日\n二、“小小馆员”：整理图书：从分类开始\n时间：4月3日"
    assert [each["title"] for each in activities(text)] == ["“银龄课堂”：手机摄影与短视频", "“小小馆员”"]


def test_where_words_are_published_is_no_part_of_an_activity():
    text = "一、活动安排\n（一）开设专栏。市融媒体中心在“爱青禾”客户端开设专栏。（市科协主办）\n（二）诵读会（市教育局主办）"
    assert "parts" not in made(text)[0]["activities"][0]


def test_the_number_before_a_label_is_no_part_of_what_it_says():
    text = "一、活动内容\n（一）书展\n1.时间：4月23日\n2.地点：市图书馆\n3.责任单位：市文化馆、市图书馆\n（二）诵读会（市教育局主办）"
    read = command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ())
    first = yaml.safe_load(dict(read.files)["campaigns/qinghe-2025.yml"])["activities"][0]
    assert (first["credit"], read.report.left) == ("责任单位：市文化馆、市图书馆", ())


def test_a_dot_within_a_name_in_quotation_marks_ends_no_title():
    text = "一、“中秋月.阅中秋”阅读活动\n时间：9月21日\n地点：市图书馆\n二、诵读会\n时间：9月22日"
    assert activities(text)[0]["title"] == "“中秋月.阅中秋”阅读活动"


def test_items_that_each_begin_with_what_is_on_are_activities():
    text = (
        "1、活动内容：手机课堂\n时间：4月5日\n地点：报告厅\n主办单位：市科协\n"
        "2、活动内容：编程体验课\n时间：4月12日\n地点：创客空间\n主办单位：市残联"
    )
    assert [(each["title"], each["when"], each["host"]) for each in activities(text)] == [
        ("手机课堂", "4月5日", ["市科协"]), ("编程体验课", "4月12日", ["市残联"]),
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


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("原定4月16日9:00在甲馆举办，现取消。", {"when": "4月16日9:00", "status": "cancelled"}),
        (
            "原定于4月9日14:30在甲馆举办，调整至4月11日14:30，地点改为乙文化馆。",
            {"when": {"text": "4月11日14:30", "was": "4月9日14:30"}, "places": ["乙文化馆"]},
        ),
    ],
)
def test_what_is_off_or_moved_is_said_so(said, read):
    first = made(f"一、活动安排\n（一）《城》讲座。{said}\n（二）诵读会（市教育局主办）")[0]["activities"][0]
    assert {key: first.get(key) for key in read} == read
    assert "甲馆" not in str(first.get("places")) or "status" in read


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


def test_a_day_that_begins_with_nought_is_no_number():
    text = "一、活动安排\n01 手机课堂\n时间：04月05日\n地点：甲馆\n02 编程课\n时间：04月06日\n地点：乙馆\n04月07日总结。"
    assert [(each["title"], each["places"]) for each in activities(text)] == [("手机课堂", ["甲馆"]), ("编程课", ["乙馆"])]


def test_days_of_two_terms_and_the_hours_of_both_are_one_time():
    table = (
        "一、课程安排\n课程\t第一期上课日期\t第二期上课日期\t上课时间\t地点\n剪纸\t7月6日、8日\t7月20日、22日\t9:00—10:30\t甲馆\n"
        "合唱\t7月7日、9日\t7月21日、23日\t9:00—10:30\t乙馆"
    )
    assert [each["when"] for each in activities(table)] == [
        "7月6日、8日、7月20日、22日9:00—10:30",
        "7月7日、9日、7月21日、23日9:00—10:30",
    ]


def test_a_day_and_a_slogan_are_time_and_title():
    lines = "一、系列活动\n12月1日　法治进企业。走进园区。牵头单位：市司法局\n12月2日　法治进农村。走进集市。牵头单位：市教育局"
    assert [(each["title"], each["when"], each["lead"]) for each in activities(lines)] == [
        ("法治进企业", "12月1日", ["市司法局"]),
        ("法治进农村", "12月2日", ["市教育局"]),
    ]


def test_events_that_other_clauses_name_stand_beside_those_of_the_list():
    found = activities(f"{TWO}\n二、报名\n各单位于4月1日前报名。领队会于4月2日15:00在市科技馆召开，请派人参加。")
    assert found[-1] == {"title": "领队会", "when": "4月2日15:00", "places": ["市科技馆"]}


def test_requirements_may_be_counted_in_words_and_safeguards_are_no_hosts():
    text = "二、组织保障\n（一）加强领导。各地要成立活动组委会。\n（二）确保安全。大型活动须报批。\n三、工作要求\n"
    text += "一是提高认识，压实责任。各单位要亲自过问。\n二是因地制宜，务求实效。要避开农忙。"
    titles = [each["title"] for each in made(f"{TWO}\n{text}")[0]["requirements"]]
    assert titles == ["加强领导", "确保安全", "提高认识，压实责任", "因地制宜，务求实效"]


def test_names_alone_above_when_and_where_are_activities():
    text = (
        "【体验篇】\n银发阅读班\n4月14日、21日、28日（均为周二）9:30—11:00，馆内电子阅览室。教用手机借书，在公众号预约。\n“我的书房”征文\n体裁不限。\n"
        "【流动篇】\n图书车进乡村\n5月7日10:00—15:00，鹤山镇中心小学\n5月14日10:00—15:00，板桥镇文化站\n现场办证。"
    )
    early, works, car = made(text.replace("\n", "\n　　"))[0]["activities"]
    assert [each["title"] for each in (early, works, car)] == ["银发阅读班", "“我的书房”征文", "图书车进乡村"]
    assert early["when"] == "4月14日、21日、28日（均为周二）9:30—11:00"
    assert (early["places"], early["booking"]) == (["馆内电子阅览室"], {"needed": "true"})
    assert [each["place"] for each in car["sessions"]] == ["鹤山镇中心小学", "板桥镇文化站"]


def test_who_speaks_is_no_part_of_a_title():
    text = "讲座\n第一讲　《经典阅读》　主讲：薄云舒\n时间：4月2日\n第二讲　《家谱》　主讲：岳宁\n时间：4月3日"
    assert [each["title"] for each in activities(text)] == ["《经典阅读》", "《家谱》"]


def test_the_notice_that_another_one_forwards_has_the_activities_and_the_one_above_the_requirements():
    notice = (
        "岚溪县教育局关于转发《青禾市教育局关于举办2025年学习活动周的通知》的通知\n各镇：\n　　现将通知转发给你们，并提出以下要求。\n"
        "　　一、统筹谋划，迅速落实。各校要落实到人。\n　　二、聚焦数字，助老惠民。各校至少培训2次。\n"
        "岚溪县教育局\n2025年10月9日\n青禾市教育局\n"
        "关于举办2025年学习活动周的通知\n青教〔2025〕2号\n各县教育局：\n　　我市将举办活动周。\n　　一、主要内容\n"
        "　　（一）开幕式\n　　时间：10月26日\n　　（二）体验日\n　　时间：10月31日\n青禾市教育局\n2025年9月28日\n"
    )
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.load(next(each for path, each in files.items() if path.startswith("campaigns/")), yaml.BaseLoader)  # noqa: S506
    assert [each["title"] for each in campaign["activities"]] == ["开幕式", "体验日"]
    assert [each["title"] for each in campaign["requirements"]] == ["统筹谋划，迅速落实", "聚焦数字，助老惠民"]
    assert (campaign["document"]["issuers"], campaign["document"]["signed"]) == (["岚溪县教育局"], "2025年10月9日")


def test_events_with_a_name_that_sentences_below_a_slogan_hold_are_activities():
    text = (
        "一、活动内容\n　　（一）播撒希望，让山货出山。各镇要办好课堂。"
        "于4月10日至12日在虎坪镇举办“助农”直播训练营，招收返乡妇女50名。4月18日，在市文化广场举办“好物”直播大赛。"
        "\n　　（二）清朗有我，让家庭安心。4月下旬，在东湖小学开展“大手小手”主题日活动。面向全市征集“我家的公约”，截止时间为4月30日。"
    )
    found = made(text)[0]["activities"]
    assert [each["title"] for each in found] == ["“助农”直播训练营", "“好物”直播大赛", "“大手小手”主题日活动", "征集“我家的公约”"]
    assert [each.get("when") for each in found] == ["4月10日至12日", "4月18日", "4月下旬", None]
    assert [each.get("places") for each in found] == [["虎坪镇"], ["市文化广场"], ["东湖小学"], None]
    assert (found[0]["capacity"], found[3]["deadlines"][0]["due"]) == ("50", "4月30日")


@pytest.mark.parametrize(
    ("listed", "titles"),
    [
        ("一、活动内容\nA. 书展\n4月2日，市图书馆。\nB. 诵读会\n4月3日，市文化馆。", ["书展", "诵读会"]),
        ("一、活动项目\n▶ 项目一　书展\n由市图书馆开放，4月2日起。\n▶ 项目二　诵读会\n全体参加，4月3日。", ["书展", "诵读会"]),
        ("一、活动\n（一）书展\n责任单位：市科协\n（二）各区活动\n东桥区：集市，4月2日，东桥小学。\n西山县：读书会，4月3日，县文化馆。",
         ["书展", "集市", "读书会"]),
        ("一、巡讲\n第一批　亲子专场　主讲：程某\n4月2日　甲村站\n4月3日　乙村站\n第二批　养育专场\n5月2日　丙村站\n5月3日　丁村站",
         ["亲子专场", "养育专场"]),
    ],
)  # fmt: skip
def test_letters_marks_with_numbers_districts_and_rounds_begin_activities(listed, titles):
    assert [each["title"] for each in activities(listed)] == titles


def test_who_does_what_is_no_activity():
    text = "一、放映安排\n场次\t日期\t影片\t放映地点\n1\t4月2日\t《早春》\t甲公园\n2\t4月9日\t《晚秋》\t乙公园\n"
    text += "二、任务分工\n（一）市文化馆负责影片订购。\n（二）市公园管理处负责场地和照明。\n三、观影方式\n全部免费。"
    assert activities(text) == [
        {"title": "《早春》", "when": "4月2日", "places": ["甲公园"]},
        {"title": "《晚秋》", "when": "4月9日", "places": ["乙公园"]},
    ]
    assert [each["cost"] for each in attendance(text)] == ["免费", "免费"]


def test_demands_that_are_counted_in_words_have_titles():
    text = f"{TWO}\n二、工作要求\n一要精心组织。各区要提前安排。\n二要务求实效。课后要答疑。"
    assert [each["title"] for each in made(text)[0]["requirements"]] == ["精心组织", "务求实效"]


def test_the_course_of_an_opening_is_no_list_of_activities_and_dashes_begin_some():
    text = "一、启动仪式议程\n时间\t内容\t参与人员\n9:00—9:05\t致辞\t张三\n9:05—9:10\t授旗\t市教育局\n"
    text += "二、同期活动\n——科技体验展。4月2日至3日，B馆展区，免费开放。\n——攻防演练观摩。4月4日14:00，B馆二层。"
    assert activities(text) == [
        {"title": "科技体验展", "when": "4月2日至3日", "places": ["B馆展区"]},
        {"title": "攻防演练观摩", "when": "4月4日14:00", "places": ["B馆二层"]},
    ]


def test_a_kind_with_a_number_before_a_space_begins_an_activity():
    text = "一、系列讲座\n　　讲座一　从方言看来路\n　　时间：4月2日14:30\n　　地点：文渊楼报告厅\n"
    text += "　　讲座二　主播的“第一口气”：发声\n　　时间：4月3日19:00\n　　地点：传媒楼演播厅"
    found = [(each["title"], each["when"]) for each in activities(text)]
    assert found == [("从方言看来路", "4月2日14:30"), ("主播的“第一口气”：发声", "4月3日19:00")]


def test_clauses_may_be_counted_in_decimals():
    text = "1　征集主题\n　　一条大河\n　　2　配套活动\n　　2.1　口述工作坊\n　　4月30日14:00，省档案馆一楼大厅。\n"
    text += "　　2.2　流动扫描站\n　　4月18日浅川码头，5月16日大桥广场，每站9:00—16:00，免费为市民扫描。"
    campaign = made(text)[0]
    assert campaign["theme"]["text"] == "一条大河"
    workshop, station = campaign["activities"]
    assert (workshop["title"], workshop["when"], workshop["places"]) == ("口述工作坊", "4月30日14:00", ["省档案馆一楼大厅"])
    sessions = [(each["when"], each["place"]) for each in station["sessions"]]
    assert sessions == [("4月18日9:00—16:00", "浅川码头"), ("5月16日9:00—16:00", "大桥广场")]
    assert (station["title"], station["cost"]) == ("流动扫描站", "免费")


def test_a_mark_may_stand_above_clauses_with_numbers_of_their_own():
    text = "◆ 启幕诗会\n　　时间：4月12日19:00\n　　地点：总馆中庭\n　　◆ 一、分馆联读（每周一次，共11周）\n"
    text += "　　1.渡口分馆·故事屋\n　　　每周三16:40—17:40，渡口小学东侧文化站内\n"
    text += "　　2.城南分馆·辩书会\n　　　每周五18:30，城南中学图书馆\n"
    text += "　　◆ 三、面向视障读者\n　　“听见秋天”口述影像专场，4月14日9:30，总馆视障阅览室，请于4月11日前致电。"
    found = activities(text)
    assert [each["title"] for each in found] == ["启幕诗会", "渡口分馆·故事屋", "城南分馆·辩书会", "“听见秋天”口述影像专场"]
    assert [each["places"] for each in found] == [["总馆中庭"], ["渡口小学东侧文化站内"], ["城南中学图书馆"], ["总馆视障阅览室"]]


def test_paragraphs_that_begin_with_day_and_hour_are_activities_with_what_goes_on_below():
    text = "街道定于4月开展敬老月活动。\n　　4月9日（周三）上午9:00，在文化广场举行启动仪式，各社区表演节目。\n"
    text += "　　4月18日上午9:00—11:30，超市门前空地设便民集市，提供免费理发。\n"
    text += "　　同日上午10:30，在石桥社区食堂举办百叟宴，每人自付5元。\n"
    text += "　　想参加的老人请于4月15日前报名，限20人。\n　　各社区请在4月28日前交小结。"
    opening, market, meal = made(text)[0]["activities"]
    assert (opening["title"], opening["when"], opening["places"]) == ("启动仪式", "4月9日（周三）上午9:00", ["文化广场"])
    assert (market["title"], market["when"], market["cost"]) == ("便民集市", "4月18日上午9:00—11:30", "免费")
    assert (meal["title"], meal["when"], meal["places"], meal["cost"]) == ("百叟宴", "4月18日上午10:30", ["石桥社区食堂"], "每人自付5元")
    assert (meal["capacity"], meal["deadlines"][0]["due"]) == ("20", "4月15日前")
    assert comments(text).count("期限“") == 1


def test_rounds_of_a_contest_that_say_hour_and_place_are_activities():
    text = "一、组织单位\n　　主办单位：青禾市总工会、青禾市教育局\n二、赛程安排\n　　（一）报名阶段。4月8日17:00前报名。\n"
    text += "　　（二）网络初赛。4月20日9:00至4月24日18:00。全体选手答题。\n　　（三）复赛。5月5日9:00，市图书馆报告厅。\n"
    text += "　　（四）决赛。分工种进行：\n　　电工、钳工：5月22日8:30，技师学院实训楼；\n　　茶艺师：5月29日9:00，云雾茶文化园。"
    first, second, last = made(text)[0]["activities"]
    assert (first["title"], first["when"]) == ("网络初赛", "4月20日9:00至4月24日18:00")
    assert (second["title"], second["when"], second["places"]) == ("复赛", "5月5日9:00", ["市图书馆报告厅"])
    sessions = [(each["when"], each["place"]) for each in last["sessions"]]
    assert sessions == [("5月22日8:30", "技师学院实训楼"), ("5月29日9:00", "云雾茶文化园")]
    assert any("（一）报名阶段" in each for each in command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).report.why)


def test_a_day_before_the_name_of_an_event_is_its_time():
    text = "一、主题日安排\n（一）4月1日“诵读”主题日。组织诵读。由市教育局牵头。\n"
    text += "（二）4月4日世界读书日主会场活动。上午9:30，在人民广场举行。由市科协牵头。"
    assert [(each["title"], each["when"], each.get("places")) for each in activities(text)] == [
        ("“诵读”主题日", "4月1日", None), ("世界读书日主会场活动", "4月4日上午9:30", ["人民广场"]),
    ]  # fmt: skip


def test_other_marks_below_another_heading_stand_beside_and_what_to_know_stands_alone():
    text = "板块一　课堂\n■认识砚石\n时间：7月5日\n■文物医生\n时间：7月12日\n板块二　走出去\n◎一日营\n时间：8月16日\n◎巡展\n时间：8月20日\n"
    campaign, _ = made(f"{text}报名办法\n1.通过公众号报名，每人限报1场。\n2.不能参加的，请提前取消。")
    assert [each["title"] for each in campaign["activities"]] == ["认识砚石", "文物医生", "一日营", "巡展"]
    assert activities("1.换书。4月3日，市图书馆。\n2.讲座。4月4日，市图书馆。\n3.短评征集。投至信箱。\n特别提示：\n（1）4月5日闭馆。") == [
        {"title": "换书", "when": "4月3日", "places": ["市图书馆"]},
        {"title": "讲座", "when": "4月4日", "places": ["市图书馆"]},
        {"title": "短评征集"},
    ]


def test_stages_with_hours_and_places_are_activities_under_any_heading():
    text = "一、竞赛阶段\n（一）岗位练兵（5月11日至5月31日）。各企业练兵。\n"
    text += "（二）市级初赛（理论考试）。7月4日9:00，在青禾技师学院机房进行。\n"
    assert activities(f"{text}（三）颁奖仪式。7月24日15:00，在市工人文化宫剧场举行。\n二、报名\n请于4月1日前报名。") == [
        {"title": "岗位练兵", "when": "5月11日至5月31日"},
        {"title": "市级初赛（理论考试）", "when": "7月4日9:00", "places": ["青禾技师学院机房"]},
        {"title": "颁奖仪式", "when": "7月24日15:00", "places": ["市工人文化宫剧场"]},
    ]


def test_a_call_is_an_activity_beside_those_it_lists():
    text = "一、征集时间：3月16日至6月30日\n二、配套活动\n"
    text += "（一）公益课。4月11日9:00，在市档案馆举办。\n（二）作品展。9月30日，在市档案馆举办。"
    notice = f"{HEAD.replace('举办2025年青禾市读书周', '征集2025年青禾市老照片')}{text}\n{FOOT}"
    campaign = yaml.load(command.from_notice(notice.encode(), "a.txt", ()).files[0][1], yaml.BaseLoader)  # noqa: S506
    found = [(each["number"], each["title"], each["when"]) for each in campaign["activities"]]
    assert found == [("1", "公益课", "4月11日9:00"), ("2", "作品展", "9月30日"), ("3", "2025年青禾市老照片征集", "3月16日至6月30日")]


def test_the_heading_of_a_week_is_no_place_of_what_is_below_it():
    text = "一、重点内容\n第一周：绿色家园（4月7日—13日）\n（1）义务植树。4月12日8:30，在东山公园北坡栽植香樟。（责任单位：市教育局）\n"
    text += "（2）入户探访。4月13日，对辖区老人逐户上门，检查燃气。（责任单位：市民政局）"
    assert [each.get("places") for each in activities(text)] == [["东山公园北坡"], None]


def test_what_is_on_in_one_evening_has_its_day_and_is_not_free_because_the_halls_are():
    notice = (
        "甲博物馆关于举办2026年“博物馆之夜”活动的公告\n　　我馆定于2026年5月16日（星期六）18:00至22:00举办“博物馆之夜”活动。\n"
        "【入馆须知】\n　　当晚全部常设展厅免费开放。\n【夜场活动】\n　　◆ 馆长带你看渔火\n　　18:30—19:30　二楼临展厅\n　　限30人。\n"
        "　　◆ 手电筒寻宝\n　　18:30、19:30，共两场　三楼考古展厅\n　　材料费每组20元。\n"
        "　　◆ 星空讲座\n　　20:00—21:00　中庭露天平台，遇雨改至报告厅\n甲博物馆\n2026年4月30日\n"
    )
    files = command.from_notice(notice.encode(), "a.txt", (), "jia-2026").files
    found = yaml.safe_load(dict(files)["campaigns/jia-2026.yml"])["activities"]
    assert [(each["title"], each["when"], each["places"], each.get("cost")) for each in found] == [
        ("馆长带你看渔火", "2026年5月16日（星期六）18:30—19:30", ["二楼临展厅"], None),
        ("手电筒寻宝", "2026年5月16日（星期六）18:30、19:30", ["三楼考古展厅"], "材料费每组20元"),
        ("星空讲座", "2026年5月16日（星期六）20:00—21:00", ["中庭露天平台"], None),
    ]


def test_records_that_begin_with_the_same_label_are_activities():
    text = "一、具体安排\n1、活动内容：科普讲座\n活动时间：9月20日下午\n活动地点：镇会议室\n主办：镇科协\n"
    assert activities(f"{text}2、活动内容：春泽杯运动会\n活动时间：9月26日\n活动地点：镇体育场\n主办：镇文化站\n") == [
        {"title": "科普讲座", "when": "9月20日下午", "places": ["镇会议室"], "host": ["镇科协"]},
        {"title": "春泽杯运动会", "when": "9月26日", "places": ["镇体育场"], "host": ["镇文化站"]},
    ]


def test_what_two_lists_name_is_one_activity():
    text = "一、时间及地点\n1、征文活动\n时间：4月10日—5月10日\n2、问卷调查活动\n时间：4月23日\n地点：东山广场\n"
    text += "二、活动流程\n1、征文活动\n时间：4月10日—5月10日\n方案见附录。\n2、问卷调查活动\n时间：4月23日\n地点：东山广场\n"
    assert activities(text) == [
        {"title": "征文活动", "when": "4月10日—5月10日"},
        {"title": "问卷调查活动", "when": "4月23日", "places": ["东山广场"]},
    ]
    assert "方案见附录" in comments(text)


def test_a_title_may_end_where_it_says_who_leads():
    text = "一、主要活动\n（一）举办科普巡回展由县科委、县环保局牵头，在社区巡回开展科普展览。\n"
    assert activities(f"{text}（二）组织科技下乡行动由县科委牵头，县农委配合，到农户开展服务。\n") == [
        {"title": "举办科普巡回展", "lead": ["县科委", "县环保局"]},
        {"title": "组织科技下乡行动", "lead": ["县科委"], "assist": ["县农委"]},
    ]


def test_an_attached_list_is_no_plan_where_the_notice_says_itself_what_is_on():
    text = f"{TWO}\n{FOOT}附件\n各区义诊安排\n东区\n时间：5月1日\n地点：北门\n西区\n时间：5月2日\n地点：南门"
    found = made(text)[0]
    assert (found["name"], [each["title"] for each in found["activities"]]) == ("2025年青禾市读书周", ["书展", "诵读会"])


def test_what_is_held_below_the_way_of_an_event_is_an_activity():
    below = "二、活动方式\n（一）实地观摩。走访云杉社区、青砚社区和街道便民大厅。\n（二）座谈交流。4月5日上午11:00在三楼会议室召开。"
    found = activities(f"{TWO}\n{below}")[2:]
    assert found == [
        {"title": "实地观摩", "places": ["云杉社区", "青砚社区", "街道便民大厅"]},
        {"title": "座谈交流", "when": "4月5日上午11:00", "places": ["三楼会议室"]},
    ]


def test_a_numbered_title_may_begin_with_a_year():
    text = "一、活动内容\n（一）文化茶山\n1、2026首届春茶节开幕式\n（1）时间：4月11日\n（2）地点：北门广场\n2、摄影比赛\n（1）时间：4月12日"
    assert [each["title"] for each in activities(text)] == ["2026首届春茶节开幕式", "摄影比赛"]


def test_a_call_for_an_exhibition_that_has_its_own_time_is_that_exhibition():
    text = (
        "关于征集书画作品的通知\n各单位：\n　　市残联拟举办“指尖上的春天”书画作品展。\n一、征稿要求：每人限3件。\n"
        "二、展出时间及地点：\n展出时间：2025年8月10日至21日\n展出地点：市文化馆\n三、征稿截止时间：2025年7月15日（以送达日期为准）。\n送件地址：市残联206室\n"
    )
    files = dict(command.from_notice(f"{text}{FOOT}".encode(), "a.txt", ()).files)
    found = yaml.load(files["campaigns/qinghe-2025.yml"], yaml.BaseLoader)  # noqa: S506
    only = found["activities"][0]
    assert (only["title"], only["when"], only["places"]) == ("“指尖上的春天”书画作品展", "2025年8月10日至21日", ["市文化馆"])
    assert "requirements" not in found
    assert "2025年7月15日（" not in str(only)


@pytest.mark.parametrize(
    ("listed", "numbers"),
    [
        ("（一）书展。4月2日，在市图书馆举办。\n（二）诵读会。4月3日，在市档案馆举办。", ["1", "2"]),
        ("——科技体验展。4月2日至3日，B馆展区，免费开放。\n——攻防演练观摩。4月4日14:00，B馆二层。", [None, None]),
        ("书展\n时间：4月2日\n地点：市图书馆\n诵读会\n时间：4月3日\n地点：市档案馆", [None, None]),
        ("活动名称\t时间\t地点\n书展\t4月2日\t市图书馆\n诵读会\t4月3日\t市档案馆", [None, None]),
        ("序号\t活动名称\t时间\t地点\n1\t书展\t4月2日\t市图书馆\n\t诵读会\t4月3日\t市档案馆", ["1", "2"]),
    ],
)
def test_activities_have_numbers_only_where_the_notice_prints_some(listed, numbers):
    text = f"一、活动安排\n{listed}"
    assert [each.get("number") for each in made(text)[0]["activities"]] == numbers
    assert ("请核对：序号是数出来的" in comments(text)) == ("序号\t" in text)
