"""What a notice says that is no fact of this year's activities: samples, forms, earlier years, tips about other activities."""

import pytest
import yaml

from microsite.importing import command
from small_notices import TWO, activities, attendance, comments, made

LIST = "一、活动安排\n1.数字讲座。6月12日9:00在市图书馆举办。市图书馆负责。\n2.摄影展。6月1日前投稿。市文联负责。"


def test_a_sample_row_and_a_form_to_send_back_are_no_sessions():
    sample = "附件：活动统计表（样表）\n序号\t活动名称\t时间\t地点\t参加人数\n例\t元旦晚会\t2025年1月1日\t市剧院\t100"
    form = "场次安排表\n活动\t时间\t地点\n数字讲座\t6月12日9:00\t市图书馆\n数字讲座\t6月19日9:00\t市科技馆\n亲子课\t上午\t少儿馆\n报名回执"
    form += "\n姓名\t单位\t职务\t电话\t参加场次\n某某\t市教育局\t科长\t0532-85550700\t6月12日"
    assert ["sessions" in each for each in made(f"{LIST}\n{sample}")[0]["activities"]] == [False, False]
    lecture = "一、活动安排\n1.数字讲座。6月12日9:00在市图书馆举办。市图书馆负责。"
    found, people = made(f"{lecture}\n{form}")
    assert [each["place"] for each in found["activities"][0]["sessions"]] == ["市图书馆", "市科技馆"]
    assert [each.get("person") for each in people] == [None]


def test_a_date_above_an_attachment_is_that_of_the_notice():
    notice = f"关于开展2025年青禾市数字月活动的通知\n{LIST}\n青禾市教育局\n2025年5月20日\n附件：统计表\n序号\t活动名称\t参加人数\n1\t\t"
    plan = yaml.safe_load(dict(command.from_notice(notice.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert (plan["document"]["signed"], plan["document"]["signatories"]) == ("2025年5月20日", ["青禾市教育局"])
    assert "when" not in plan["activities"][1]


def test_earlier_years_and_what_is_done_give_no_time_no_place_and_no_count():
    text = (
        "一、活动安排\n1.数字技能大赛。参照2024年大赛（2024年9月10日在市体育馆举办）做法，今年适时举办。责任单位：市总工会。\n"
        "2.助老行动。2024年该行动覆盖200个社区。责任单位：市民政局。\n3.防骗宣传。5月已在12个社区开展。责任单位：市公安局。\n"
        "4.音乐会。去年吸引3万人。今年6月20日19:30在人民广场举办。责任单位：市文旅局。"
    )
    found = made(text)[0]["activities"]
    assert [(each.get("when"), each.get("places"), "counts" in each) for each in found] == [
        (None, None, False), (None, None, False), (None, None, False), ("6月20日19:30", ["人民广场"], False),
    ]  # fmt: skip
    assert "2024年9月10日在市体育馆举办" in comments(text)


def test_when_works_must_be_made_is_no_time_of_an_exhibition():
    (found,) = [each for each in activities(LIST.replace("6月1日前投稿", "作品须为2024年1月1日以后拍摄")) if each["title"] == "摄影展"]
    assert "when" not in found


def test_tips_behind_a_list_are_said_of_the_activities_that_they_name():
    tips = "\n【温馨提示】\n1、诵读会需提前预约；\n2、音乐会凭票入场，票价30-80元。"
    assert attendance(TWO.replace("书展", "音乐会") + tips) == [{"cost": "票价30-80元"}, {"booking": {"needed": "true"}}]
    own = "一、活动安排\n1.书展（市科协主办）\n注意事项\n现场需登记。\n2.诵读会（市教育局主办）"
    assert [each["title"] for each in activities(own)] == ["书展", "诵读会"]


def test_a_number_beside_the_name_of_an_activity_is_that_of_who_leads_it():
    found, people = made(f"{TWO}\n各活动联系方式\n书展    0532-85550600\n诵读会  0532-85550601")
    assert len(found["activities"]) == 2
    assert [(each["body"], each["phones"]) for each in people] == [
        ("市科协", [{"number": "0532-85550600", "note": "书展"}]),
        ("市教育局", [{"number": "0532-85550601", "note": "诵读会"}]),
    ]


def test_a_number_in_brackets_is_that_of_the_body_before_it():
    (line,) = made("一、活动安排\n1.编印手册（市科协主办）。在政务大厅发放。（市大数据局，联系电话：0532-85550500转8012）")[1]
    assert (line["body"], line["phone"]) == ("市大数据局", "0532-85550500转8012")


def test_the_same_as_above_and_a_post_are_no_names():
    people = made(f"{TWO}\n单位\t联系人\t电话\n市科协\t刘洋\t0532-85550801\n市教育局\t同上\t0532-85550803")[1]
    assert [(each["body"], each.get("person")) for each in people] == [("市科协", "刘洋"), ("市教育局", None)]


def test_what_is_off_or_put_off_says_so():
    text = (
        "一、活动安排\n1.市集。6月5日取消，另行通知。责任单位：市商务局。\n"
        "2.展览。原定6月20日举办的展览因故延期，时间另行通知。责任单位：市文旅局。\n3.讲座。每周六9:00，节假日取消。责任单位：市科协。\n"
        "4.义诊。6月5日9:00，人民广场，遇雨延期。责任单位：市卫健委。\n5.夜跑。6月7日20:00，如因天气延期，另行通知。责任单位：市体育局。"
    )
    found = made(text)[0]["activities"]
    assert [each.get("status") for each in found] == ["cancelled", "postponed", None, None, None]


def test_the_hours_of_a_dated_week_are_those_of_its_days():
    text = "二、活动时间\n6月9日至13日\n三、日程\n时间\t周一\t周二\n9:00-10:00\t开幕式\t编程课\n14:00-15:30\t休息\t——"
    found = made(text)[0]["activities"]
    assert [(each["title"], each["when"]["means"]) for each in found] == [("开幕式", "6月9日9:00-10:00"), ("编程课", "6月10日9:00-10:00")]


def test_rows_below_a_marked_day_are_activities_of_that_day_and_have_no_number():
    text = "★ 6月6日（周五）\n09:30-11:00  亲子编程  市少儿图书馆\n19:30  数字音乐会  人民广场\n"
    text += "★ 6月7日（周六）\n时间待定  无人机表演  奥体中心"
    found = made(text)[0]["activities"]
    assert [(each["title"], each["when"], *each["places"], each.get("number")) for each in found] == [
        ("亲子编程", "6月6日（周五）09:30-11:00", "市少儿图书馆", None),
        ("数字音乐会", "6月6日（周五）19:30", "人民广场", None),
        ("无人机表演", "6月7日（周六）时间待定", "奥体中心", None),
    ]


def test_posts_and_routes_say_what_they_are_behind_their_sign():
    posts = "招募时间：即日起至5月31日17:00\n服务时间：6月5日至7月10日\n"
    posts += "岗位一【导览员】每周六9:00-17:00。\n岗位二【教练】每周三14:00-16:00。"
    assert [(each["title"], each["when"]) for each in activities(posts)] == [("导览员", "每周六9:00-17:00"), ("教练", "每周三14:00-16:00")]
    assert made(posts)[0]["period"] == "6月5日至7月10日"
    routes = "路线A：科技之光\n费用：每人80元\n路线B：文化之旅\n费用：免费，限30人"
    assert attendance(routes) == [{"cost": "每人80元"}, {"cost": "免费", "capacity": "30"}]


def test_a_table_that_repeats_the_clauses_gives_no_activity_twice():
    text = "一、活动安排\n（一）举办书展。由市科协牵头。\n（二）开展诵读会。由市教育局牵头。\n"
    text += "序号\t活动名称\t时间\t地点\n1\t书展\t6月5日\t市会展中心\n2\t诵读会\t6月6日\t市文化馆"
    assert [each["title"] for each in activities(text)] == ["举办书展", "开展诵读会"]


def test_a_word_before_a_colon_says_only_what_stands_behind_it():
    text = (
        "一、活动安排\n（一）研学。由市科协主办。\n时间：4月5日\n集合：7:30，学校门口\n"
        "（二）讲座。由市教育局主办。\n时间：4月6日9:00\n现：改为线上\n怎么来：公交3路\n起点：文化广场"
    )
    found = made(text)[0]["activities"]
    assert [(each["when"], each.get("places"), each.get("joining")) for each in found] == [
        ("4月5日", ["学校门口"], None), ("4月6日9:00", ["文化广场"], None),
    ]  # fmt: skip


def test_no_title_is_made_of_what_stands_without_one_below_an_activity():
    steps = "1.5月下旬，在各学习点开设课程。（市教育局牵头）\n2.6月上旬，在营业厅为老人优先办理。（市民政局牵头）"
    found = activities(f"一、活动安排\n（一）书展（市科协主办）\n（二）“银龄学堂”助老行动\n{steps}\n（三）诵读会（市教育局主办）")
    assert [each["title"] for each in found] == ["书展", "“银龄学堂”助老行动", "诵读会"]
    assert found[1]["lead"] == ["市教育局", "市民政局"]


@pytest.mark.parametrize("number", [("", "", ""), ("（一）", "（二）", "（三）")])
def test_theme_days_with_their_sentences_are_each_one_activity(number):
    days = (
        "5月8日（星期四）：启动日。上午9:00在市民广场举办启动活动。（市应急局牵头，会同市消防支队落实）",
        "5月9日：家庭日。动员居民开展排查。（市妇联牵头）",
        "5月10日校园日。上好避险课。（市教育局牵头）",
    )
    listed = "\n".join(f"{sign}{day}" for sign, day in zip(number, days, strict=True))
    assert activities(f"一、主题\n阅读\n二、主题日安排\n{listed}\n三、有关要求\n（一）加强领导。各单位要重视。") == [
        {"title": "启动日", "when": "5月8日（星期四）上午9:00", "places": ["市民广场"], "lead": ["市应急局"], "support": ["市消防支队"]},
        {"title": "家庭日", "when": "5月9日", "lead": ["市妇联"]},
        {"title": "校园日", "when": "5月10日", "lead": ["市教育局"]},
    ]


@pytest.mark.parametrize(("text", "places"), [
    ("6月5日在红十字培训基地开设急救公开课。", ["红十字培训基地"]),
    ("6月5日在市图书馆展厅同步展出。", ["市图书馆展厅"]),
    ("6月5日9:00在市图书馆继续举办。", ["市图书馆"]),
    ("地点：学院新材料实验室、市农科院种质资源库", ["学院新材料实验室", "市农科院种质资源库"]),
    ("地点：白芷镇来料加工车间、菱塘社区“阳光工坊”", ["白芷镇来料加工车间", "菱塘社区“阳光工坊”"]),
    ("地点：新城广场、白鹭湾公园、青年人才公寓", ["新城广场", "白鹭湾公园", "青年人才公寓"]),
    ("6月5日在实训一号楼、护理楼模拟病房、第二食堂示范厨房同时进行。", ["实训一号楼", "护理楼模拟病房", "第二食堂示范厨房"]),
    ("6月5日9:00在骑楼老街西入口设摊位40个。", ["骑楼老街西入口"]),
    ("6月5日15:00，邀请作家在师范学院图书馆报告厅主讲。", ["师范学院图书馆报告厅"]),
])  # fmt: skip
def test_a_place_ends_where_what_is_done_there_begins_and_several_are_several(text, places):
    assert activities(f"一、活动安排\n（一）书展\n{text}\n（二）诵读会（市教育局主办）")[0]["places"] == places


@pytest.mark.parametrize("said", ["5月中旬，由市科协牵头，会同市残联、市教育局，对企业走访。", "由市科协牵头，会同市残联、市教育局落实。"])
def test_who_acts_with_those_who_lead_has_a_part_and_is_no_place(said):
    found = activities(f"一、活动安排\n（一）走访。{said}\n（二）诵读会（市教育局主办）")[0]
    assert (found["lead"], found["support"], found.get("places")) == (["市科协"], ["市残联", "市教育局"], None)


def test_paragraphs_of_a_short_notice_are_each_an_event_and_a_time_that_is_none_gives_nothing_to_another():
    text = (
        "关于举办2024年“数字邻里”便民服务月的通知\n各社区：\n　　街道办事处决定于2024年6月1日至30日举办“数字邻里”便民服务月。\n"
        "　　6月1日（周六）上午9:00，在榆埠广场举行服务月启动仪式，为居民演示网上缴费。\n"
        "　　自6月4日起，每周二、周四下午2:30至4:00，在街道文化中心开办“爸妈学手机”小班课，每班20人，不收学费。\n"
        "　　6月中旬，由街道卫生服务中心牵头，家庭医生团队到四个社区教居民使用“掌上问诊”，限30人。\n"
        "　　拟于6月22日（周六）晚7:00在船厂路社区篮球场放映露天电影《云上的邮路》。\n榆埠街道办事处\n2024年5月24日\n"
    )
    said = ("title", "when", "places", "capacity", "lead")
    assert [tuple(map(each.get, said)) for each in made(text)[0]["activities"]] == [
        ("服务月启动仪式", "6月1日（周六）上午9:00", ["榆埠广场"], None, None),
        ("“爸妈学手机”小班课", "自6月4日起，每周二、周四下午2:30至4:00", ["街道文化中心"], "20", None),
        ("露天电影《云上的邮路》", "6月22日（周六）晚7:00", ["船厂路社区篮球场"], None, None),
    ]


def test_a_table_of_tasks_says_who_is_responsible_for_the_clauses():
    table = "附件2\n任务分工表\n序号\t重点任务\t牵头单位\t配合单位\n1\t书展\t市科协\t市教育局\n2\t诵读会\t市教育局\t市妇联"
    clauses = "一、重点活动\n（一）书展\n6月5日在市图书馆举办。\n（二）诵读会\n6月6日在市图书馆举办。"
    assert [(each["lead"], each["assist"]) for each in activities(f"{clauses}\n{table}")] == [
        (["市科协"], ["市教育局"]), (["市教育局"], ["市妇联"]),
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "status"), [
    ("6月5日9:00举办，如遇雨天，活动取消。", None),
    ("每周六9:00举办。中秋节当天活动取消，其余照常。", None),
    ("每周六9:00举办。报名人数不足10人的，取消。", None),
    ("6月5日9:00举办。节假日，活动取消。", None),
    ("6月5日9:00举办。去年因疫情，活动取消。", None),
    ("6月5日9:00举办，因场地维修，活动取消。", "cancelled"),
    ("因遇台风，活动取消。", "cancelled"),
])  # fmt: skip
def test_what_is_off_only_if_on_one_day_or_last_year_is_not_off(said, status):
    (found,) = made(f"一、活动安排\n1.数字讲座。{said}")[0]["activities"]
    assert found.get("status") == status


@pytest.mark.parametrize("said", [
    "2024年9月10日，省图书馆在人民广场举办了首届数字节，吸引2万人次。",
    "2024年报名费为每人100元，今年另行公布。",
    "上届活动由市体育局主办、市总工会承办。",
    "去年共有3.2万人参加，举办讲座120场。",
    "2024年开幕式因故延期至10月举行。",
    "原定5月举办的市民运动会已于4月取消，本活动不受影响。",
    "另悉，市文旅局主办的音乐节将于7月1日19:30在奥体中心举行，票价80元。",
    "例如：6月12日9:00在社区活动室举办手机课。",
    "填写示例：活动名称：数字讲座；时间：5月1日；地点：文化馆。",
    "项目验收会拟于12月在市委党校召开。",
    "本活动始于2010年6月5日。",
    "该馆建成于1998年10月1日，占地2万平方米。",
    "本方案自2025年1月1日起施行。",
    "根据《全民阅读促进条例》（2021年3月1日施行）制定本方案。",
    "根据市委第12次常委会（3月5日召开）精神。",
    "系统将于6月1日0:00至6:00停机维护。",
    "6月10日不开放。",
    "每周一不安排活动。",
    "7月5日除外。",
    "今年不再设立分会场。",
    "未预约者不得入场。",
    "报名不足10人的班次将合并。",
    "相关情况将纳入年终考核，由市督查室负责考核。",
    "安全工作由市公安局牵头，市消防救援局配合。",
    "不由学校组织，由家长自愿参加。",
    "不是由市教育局主办，谨防假冒。",
    "住宿请自理，推荐海天酒店（0555-8889993），每晚260元。",
    "讲师课酬每课时300元。",
    "门票制度已取消。",
    "此前发布的旧版海报已取消，以本通知为准。",
    "2023年因疫情延期。",
    "2022年的活动取消。",
    "前三届由市科协承办。",
    "该活动原由市文联主办，今年起改由市教育局主办。",
    "表彰由市人社局负责。",
    "市公安局负责维护现场秩序。",
    "不得以市科协主办的名义对外宣传。",
    "“由市场监管局主办”的说法不实。",
    "建议由市文旅局牵头，另行研究。",
    "省科协主办的全国科普日活动另行通知。",
    "严禁在学校门口设摊。",
    "不得在广场、公园举办未经批准的集会。",
    "请勿在每天12:00至14:00进行扰民的排练。",
    "参照外省在高铁站开展宣传的做法。",
    "市教育局在市委党校举办过两期师资班。",
    "急救点设在广场东侧。",
    "如6月9日有雨，改在6月16日举办。",
    "如条件允许，可以开展“好书互换”活动。",
    "不再举办“最美书屋”评选活动。",
    "6月1日是国际儿童节。",
    "展品6月25日撤出。",
    "6月20日18:00后停止入场。",
    "本办法自2025年6月1日起执行，有效期5年。",
    "下一届活动将于2026年6月举办。",
    "参加市集的商户收取摊位费200元。",
    "损坏器材的照价赔偿，每件50元。",
    "任何自称收费200元代办报名的，均与主办方无关。",
    "老年人乘坐公交免费。",
    "摄影展将展出“免费”主题的公益作品。",
    "如需停车，请提前预约车位。",
    "媒体采访请提前报名。",
    "三次无故取消，当月不得再次预约。",
    "各单位要做好报名组织工作。",
    "内容包括怎样网上预约、扫码报名。",
    "每车限20人，请有序乘车。",
    "同一时段在馆人数不超过500人。",
    "发放宣传品，限前100名。",
    "场馆暂无无障碍电梯。",
    "不提供手语翻译。",
    "招募手语翻译志愿者5名。",
    "全市现有200家图书馆。",
    "发生交通事故造成3人受伤的，应立即上报。",
    "过去要求每月5日前报送的台账不再报送。",
    "原联系电话0532-85550777已停用。",
    "例如，某老人接到自称王刚的电话0532-85551235，被骗2万元。",
    "酒店订房电话：0532-85550666。",
    "并非所有项目都免费。",
    "本活动不是免费活动。",
    "一、二等奖获得者可免费参加夏令营。",
    "持本通知可办理借书证，工本费10元。",
    "本次不接受现场报名。",
    "预约电话占线的，请稍后再拨。",
    "截至5月31日，全市已注册志愿者3万人。",
    "5月12日，市政府新闻办举行了新闻发布会。",
    "特别感谢市公交公司的大力支持。",
    "据统计，全市60岁以上老人占23%，其中12万人不会用智能手机。",
])  # fmt: skip
def test_sentences_about_something_else_say_nothing_of_an_activity(said):
    text = "一、活动安排\n1.数字讲座。讲授数字知识。{}\n2.摄影展。6月1日前投稿。市文联负责。"
    (plain, people), (found, more) = made(text.format("")), made(text.format(said))
    described = [{**each, "description": ""} for each in found["activities"]]
    assert (described, more) == ([{**each, "description": ""} for each in plain["activities"]], people)


def test_who_hears_objections_is_nobody_to_ask_about_the_activity():
    assert made(f"{TWO}\n二、其他\n如对评审结果有异议，可于公布后5日内向市纪委反映，电话0555-8889991。")[1] == []


@pytest.mark.parametrize("line", [
    "领奖地点：市总工会三楼", "领奖时间：7月15日9:00", "停车地点：市会展中心地下停车场", "地点：另行通知", "地点：见附件",
    "备用场地：市体育馆", "雨天备选日期：6月16日", "彩排时间：6月8日14:00", "评审地点：市科协会议室",
    "公示时间：7月1日至7日", "签到时间：8:30",
])  # fmt: skip
def test_where_one_parks_or_fetches_prizes_is_not_where_an_activity_is(line):
    text = f"一、活动安排\n（一）书展\n时间：6月9日9:00\n地点：市文化馆\n{line}\n（二）诵读会（市教育局主办）"
    found = activities(text)[0]
    assert (found["when"], found["places"]) == ("6月9日9:00", ["市文化馆"])


def test_a_labelled_line_below_a_row_of_a_day_leaves_the_other_rows_and_a_day_closed_is_none():
    rows = "6月7日（周六）\n09:30　亲子编程　少儿馆\n14:00　诵读会　报告厅\n对象：不限"
    rows += "\n6月8日（周日）\n10:00　书展　一楼大厅\n6月9日（周一）　闭馆"
    assert [each["title"] for each in activities(rows)] == ["亲子编程", "诵读会", "书展"]


def test_earlier_editions_and_other_matters_give_no_theme_no_host_and_no_time_of_the_campaign():
    said = "上届活动主题为“科技让生活更美好”。往届活动由青禾大学主办。下一届活动将于2026年6月举办。各校可自拟主题，如以“我爱读书”为主题。"
    campaign = made(f"{said}\n{TWO}")[0]
    assert ("theme" in campaign, "hosting" in campaign, campaign["period"]) == (False, False, "")


def test_what_a_number_is_for_is_nobodys_name():
    lines = "防汛值班电话：0532-85550601\n市公安局反诈专线0532-85550602可随时拨打。"
    numbers = [each for one in made(f"{TWO}\n{lines}")[1] for each in one.get("phones", [one])]
    assert [(each.get("person"), each.get("note")) for each in numbers] == [(None, "防汛"), (None, None)]


def test_what_is_given_to_those_who_hold_an_activity_is_no_price():
    assert attendance(TWO.replace("（市科协主办）", "（市科协主办）\n费用：承办单位每场补助2000元")) == [{}, {}]
