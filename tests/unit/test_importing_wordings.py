"""Where, how and when: places, room, deadlines, questions and lists as notices word them, with the smallest notice that shows each."""

import pytest
import yaml

from microsite.importing import command
from small_notices import TWO, activities, attendance, comments, made


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("职工可登录“青禾工会云”小程序答题。", ["“青禾工会云”小程序"]),
        ("邀请30名市民走进12345热线中心，听市民来电。", ["12345热线中心"]),
        ("检测车分别到大桥市场、朝阳市场现场抽样。", ["大桥市场", "朝阳市场"]),
        ("市科普馆、物资储备库免费向市民开放。", ["市科普馆", "物资储备库"]),
        ("选手在竞赛平台作答。", ["竞赛平台"]),
        ("在渔溪村书屋、新安村书屋整理图书。", ["渔溪村书屋", "新安村书屋"]),
        ("开放第一水厂和城东净水厂，每批20人。", ["第一水厂", "城东净水厂"]),
        ("组织志愿者沿湖滨步道、柳叶港两岸捡拾垃圾。", ["湖滨步道", "柳叶港两岸"]),
        ("在12个路口开展劝导。", ["12个路口"]),
        ("组织教师到石桥镇、云台镇的6所乡村小学讲课。", ["石桥镇、云台镇的6所乡村小学"]),
        ("组织专家走进20所学校讲课。", None),
        ("在石埠渔港、东澳渔港轮流办班。", ["石埠渔港", "东澳渔港"]),
        ("在市广场举行；遇雨改在市体育馆举行。", ["市广场"]),
        ("照片请送至市档案馆编研室。", ["市档案馆编研室"]),
        ("照片请发送至指定邮箱。", None),
        ("在各级老年大学、社区综合服务站开设小班课。", ["各级老年大学", "社区综合服务站"]),
        ("每周六上午到社区服务站辅导老人。", ["社区服务站"]),
        ("微信视频号“青禾融媒”同步直播。", ["微信视频号“青禾融媒”"]),
        ("腾讯会议（会议号：555-123-456）。", ["腾讯会议（会议号：555-123-456）"]),
        ("在“青禾图书馆”视频号直播间开讲。", ["“青禾图书馆”视频号直播间"]),
    ],
)
def test_places_are_where_a_text_says_that_something_goes_on(said, places):
    assert activities(f"{TWO}\n（三）服务。4月2日，{said}由市残联负责。")[2].get("places") == places


def test_a_way_is_the_place_where_no_other_one_is_named_and_halls_may_say_which_is_the_main_one():
    text = "（三）健步走\n时间：4月2日\n路线：北门集合—青石铺—三道拐\n"
    text += "（四）报告会\n时间：4月3日\n地点：市文化馆（主会场）、市一中礼堂（分会场）"
    walk, talk = activities(f"{TWO}\n{text}")[2:]
    assert (walk["places"], talk["places"]) == (["北门集合—青石铺—三道拐"], ["市文化馆（主会场）", "市一中礼堂（分会场）"])


def test_a_topic_is_a_title_and_a_count_before_a_time_alone_is_a_session_of_the_activity_above():
    talks = (
        "第84讲\n题　目：一杯茶里的化学\n时　间：3月14日14:30\n地　点：一楼报告厅\n"
        "第85讲\n题　目：春天的风\n时　间：3月28日14:30\n地　点：小剧场"
    )
    assert [(each["title"], each["places"]) for each in activities(talks.replace("\n", "\n　　"))] == [
        ("一杯茶里的化学", ["一楼报告厅"]), ("春天的风", ["小剧场"]),
    ]  # fmt: skip
    night = (
        "【夜间活动】\n活动一　夜探展厅\n场次：\n第一场　7月18日（周五）18:30\n第二场　7月25日（周五）18:30\n地点：青铜厅\n"
        "活动二　听陶埙\n时间：7月25日\n地点：中庭"
    )
    walk, music = made(night.replace("\n", "\n　　"))[0]["activities"]
    assert (walk["title"], music["title"], len(walk["sessions"])) == ("夜探展厅", "听陶埙", 2)


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("需要舞蹈骨干24名。", "capacity", "24"),
        ("共计110人。", "capacity", "110"),
        ("培训费、食宿费由市总工会承担，往返交通费回原单位报销。", "cost", "培训费、食宿费由市总工会承担，往返交通费回原单位报销"),
        ("报名者须交培训费。", "cost", None),
        ("只收材料成本费15元。", "cost", "只收材料成本费15元"),
        ("最多坐40人。", "capacity", "40"),
        ("60岁以上优先，20人一班。", "capacity", "20"),
        ("有兴趣的请在群里接龙。", "booking", {"needed": "true"}),
        ("报名请找楼长。", "booking", {"needed": "true"}),
    ],
)
def test_room_and_cost_are_read_in_more_words(said, key, value):
    assert attendance(f"{TWO}\n（三）培训班。4月2日，在市残联举办。{said}由市残联负责。")[2].get(key) == value


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("4月13日，在人民公园、东湖社区、市政务服务中心三地设立咨询点。", ["人民公园", "东湖社区", "市政务服务中心"]),
        ("5月中旬分别在市一中、市三中、职教中心三所学校举办讲座。", ["市一中", "市三中", "职教中心"]),
        ("4月15日至20日分别赴石桥镇、双溪镇、白沙乡开展送书。", ["石桥镇", "双溪镇", "白沙乡"]),
        ("4月15日，选取城关小学、石桥中学开展试点。", ["城关小学", "石桥中学"]),
        ("每周六下午，邀请作家在青禾书城与读者见面。", ["青禾书城"]),
        ("4月，全市12个数字体验馆免费开放。", ["全市12个数字体验馆"]),
        ("4月，作品上传至“文化青禾”平台。", ["“文化青禾”平台"]),
        ("4月，东门、南关两个社区各办一场。", None),
    ],
)
def test_several_places_that_a_sentence_names_are_each_one(said, places):
    found = activities(f"一、活动安排\n（一）进基层。{said}由市科协负责。\n（二）书展（市科协主办）")[0]
    assert found.get("places") == places


def test_questions_are_read_as_the_labels_that_they_stand_for():
    text = (
        "一、手机课堂\n什么时候：4月12日14:00\n在哪儿：社区活动室\n谁能来：60岁以上居民\n"
        "二、义诊\n什么时候：4月15日9:00\n在哪儿：社区广场\n怎么报名：不用报名"
    )
    first, second = made(text)[0]["activities"]
    assert (first["title"], first["when"], first["places"], first["audience_printed"]) == (
        "手机课堂", "4月12日14:00", ["社区活动室"], "60岁以上居民",
    )  # fmt: skip
    assert (second["when"], second["places"], second["booking"]) == ("4月15日9:00", ["社区广场"], {"needed": "false"})


def test_questions_as_headings_are_about_one_event():
    text = "一、什么时候办？\n4月19日9:00—17:00。\n二、在哪里办？\n市图书馆南广场。\n三、怎么参加？\n免费入场，无需预约。"
    (only,) = made(text)[0]["activities"]
    assert (only["when"], only["places"], only["cost"], only["booking"]) == (
        "4月19日9:00—17:00", ["市图书馆南广场"], "免费", {"needed": "false"},
    )  # fmt: skip


@pytest.mark.parametrize("signs", [("一是", "二是"), ("①", "②"), ("（1）", "（2）")])
def test_activities_that_a_paragraph_counts_are_each_one(signs):
    one, two = signs
    text = (
        f"一、活动安排\n县级层面抓好两项活动。{one}举办“夕阳红”启动仪式。4月9日上午9:00在文化广场举行，由市民政局牵头。"
        f"{two}开展上门拍照，4月12日至16日在各村巡回进行，由市残联负责。\n各单位结合实际办实事。\n二、工作要求\n1.加强领导。{one}要高度重视。{two}要抓好落实。"
    )
    first, second = activities(text)
    assert first == {"title": "举办“夕阳红”启动仪式", "when": "4月9日上午9:00", "places": ["文化广场"], "lead": ["市民政局"]}
    assert second == {"title": "开展上门拍照", "when": "4月12日至16日", "places": ["各村"], "lead": ["市残联"]}


def test_a_list_of_names_is_what_is_on_and_other_clauses_say_by_whom_and_when():
    text = (
        "一、竞赛项目\n1.“灌篮高手”篮球友谊赛\n2.“比比脚下功夫”足球邀请赛（主题：快乐）\n上述项目分男女组。\n"
        "二、竞赛组织\n1.篮球友谊赛由市篮球协会承办\n2.足球邀请赛由市足球协会承办\n三、竞赛时间\n各项目均在4月份完成。"
    )
    assert activities(text) == [
        {"title": "“灌篮高手”篮球友谊赛", "when": "4月份", "organise": ["市篮球协会"]},
        {"title": "“比比脚下功夫”足球邀请赛（主题：快乐）", "when": "4月份", "organise": ["市足球协会"]},
    ]


def test_when_and_where_of_all_are_those_of_each_name_in_a_list():
    text = "一、竞赛项目\n1、机器人创意赛（主题：家园）\n2、机器人足球赛\n二、竞赛时间、地点\n竞赛时间：3月25日—26日\n竞赛地点：市体育馆"
    assert activities(text) == [
        {"title": "机器人创意赛（主题：家园）", "when": "3月25日—26日", "places": ["市体育馆"]},
        {"title": "机器人足球赛", "when": "3月25日—26日", "places": ["市体育馆"]},
    ]
    elsewhere = text.replace("市体育馆", "各学校")
    assert [each.get("places") for each in activities(elsewhere)] == [None, None]


def test_one_event_is_when_its_clause_says_and_not_in_the_week_around_it():
    text = "2025年科技周将于5月20日-27日举行。\n一、活动时间\n5月20日下午14:30-16:30。\n二、地点\n市科技馆"
    assert (made(text)[0]["period"], activities(text)[0]["when"]) == ("5月20日下午14:30-16:30",) * 2


def test_whoever_is_responsible_with_a_mobile_number_is_a_contact_and_the_number_is_nowhere():
    text = "一、活动项目\n1.篮球赛\n负责人：于  岚　联系电话：15955525222\n2.足球赛\n负责人：万国庆　联系电话：0555-5551881"
    campaign, contacts = made(text)
    assert [each.get("credit") for each in campaign["activities"]] == [None, None]
    assert [(each["person"], each["number"]) for each in contacts[0]["phones"]] == [("于 岚", ""), ("万国庆", "0555-5551881")]
    assert "15955525222" not in comments(text + "\n三、其他\n报名请打15955525222。")


def test_a_year_that_is_nowhere_stays_empty_and_says_why():
    notice = "关于开展读书月的通知\n一、活动项目\n1.书展\n时间：4月6日（周一）\n2.诵读会\n时间：4月份\n"
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.safe_load(files["campaigns/region.yml"])
    assert (campaign["id"], campaign["year"]) == ("region", "")
    assert [each["when"] for each in campaign["activities"]] == ["4月6日（周一）", "4月份"]
    assert "# 待写：年份，通知里没有写是哪一年" in files["campaigns/region.yml"]
    asked = dict(command.from_notice(notice.encode(), "a.txt", (), "qinghe-2025").files)
    assert yaml.safe_load(asked["campaigns/qinghe-2025.yml"])["year"] == 2025


def test_what_is_called_for_one_by_one_is_what_is_on():
    notice = (
        "关于长期征集民间记忆档案资料的公告\n　　现面向社会长期征集资料：\n一、征集项目\n（一）“家里那张老照片”征集\n1990年以前的照片。\n"
        "（二）“老手艺”口述史录制\n每月第二、第四个星期六在县档案馆一楼口述史室进行，由县融媒体中心承办。\n（三）“老地名”征文\n县地方志编纂中心为指导单位。\n"
        "二、征集时间\n征文按季评选，每季度最后一个月20日前收到的稿件参加评选。\n松溪县档案馆\n2026年1月12日\n"
    )
    text = dict(command.from_notice(notice.encode(), "a.txt", ()).files)["campaigns/songxi-2026.yml"]
    campaign = yaml.safe_load(text)
    first, second, third = campaign["activities"]
    assert (campaign["name"], first["title"], third["guide"]) == ("民间记忆档案资料", "“家里那张老照片”征集", ["县地方志编纂中心"])
    assert (second["when"], second["places"], second["organise"]) == ("每月第二、第四个星期六", ["县档案馆一楼口述史室"], ["县融媒体中心"])
    assert "期限“每季度最后一个月20日前”" in text


def test_what_is_counted_as_people_speak_is_what_is_on():
    text = (
        "第一样，便民集市。\n4月19日早上8点半开始，就在3号楼前的小广场。\n第二样，手机课。\n4月22日下午2点半到4点，在一楼共享厨房。\n"
        "第三样，义诊。\n4月27日上午9点，在活动中心门口。"
    )
    assert [(each["title"], each["when"], each["places"]) for each in activities(text)] == [
        ("便民集市", "4月19日早上8点半开始", ["3号楼前的小广场"]),
        ("手机课", "4月22日下午2点半到4点", ["一楼共享厨房"]),
        ("义诊", "4月27日上午9点", ["活动中心门口"]),
    ]
    assert made(text)[0]["activities"][0]["source"] == "第一样"


def test_a_call_alone_in_its_line_above_the_clauses_is_the_event():
    text = "　　20周年主题宣传活动如下：\n我与书展的故事征文活动\n（一）征集时间\n即日起至4月30日\n（二）征文类型\n文字稿件"
    assert [each["title"] for each in activities(text)] == ["我与书展的故事征文活动"]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("参会人员请于14:00前到会。", "14:00前"),
        ("报名表于4月24日17:00前发工会办公室邮箱。", "4月24日17:00前"),
        ("各组结束后一周内将照片交德育处存档。", "结束后一周内"),
    ],
)
def test_deadlines_in_more_words(said, due):
    (only,) = made(f"{TWO}\n二、工作要求\n1.及时报送。{said}")[0]["requirements"][0]["deadlines"]
    assert (only["due"]["text"] if isinstance(only["due"], dict) else only["due"]) == due


def test_a_deadline_of_a_clause_on_time_is_told_once():
    text = f"{TWO}\n二、活动时间\n（一）准备阶段（3月）。各单位于3月20日前报送方案。\n（二）实施阶段（4月—5月）。\n三、时间要求\n"
    text += "总结于6月10日前报市科协。"
    assert [comments(text).count(due) for due in ("期限“3月20日前”", "期限“6月10日前”")] == [0, 1]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("每周六8:00—10:00在中心城区12家集贸市场轮流设点。", ["中心城区12家集贸市场"]),
        ("4月2日至8日在“岚川市监”公众号进行。", ["“岚川市监”公众号"]),
        ("4月2日至8日，在老年大学一楼教室讲授手机使用。", ["老年大学一楼教室"]),
        ("4月2日，在校园内利用宣传栏举办成果展。", None),
    ],
)
def test_places_in_more_words(said, places):
    assert activities(f"一、活动安排\n（一）进基层。{said}由市科协负责。\n（二）书展（市科协主办）")[0].get("places") == places


@pytest.mark.parametrize(
    ("clause", "period"),
    [("一、总体安排\n文化节于5月上旬至6月中旬举行。", "5月上旬至6月中旬"), ("一、竞赛时间\n竞赛时间：3月25—26日", "3月25—26日")],
)
def test_the_time_of_it_all_in_more_clauses(clause, period):
    assert made(f"{clause}\n二、项目安排\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）")[0]["period"] == period
