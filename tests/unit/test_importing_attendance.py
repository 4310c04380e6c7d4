"""Where it is, what it costs, for how many and for whom: each reading that was once wrong, with the smallest notice that shows it."""

import pytest
import yaml

from microsite.importing import command
from small_notices import TWO, activities, attendance, comments, made


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("免费参加，无需预约。", {"booking": {"needed": "false"}, "cost": "免费"}),
        ("需提前拨打0777-5550000预约，每场限30人。", {"booking": {"needed": "true", "phone": "0777-5550000"}, "capacity": "30"}),
        ("每人收取材料费20元。", {"cost": "材料费20元"}),
        ("免费发放资料，60岁以上老人免费。", {"cost": "60岁以上老人免费"}),
        ("一等奖奖金2000元，每校限报3人。", {}),
        ("\n费用：30元/组\n名额：12人", {"cost": "30元/组", "capacity": "12"}),
        ("\n报名电话：0777-5550000", {"booking": {"needed": "true", "phone": "0777-5550000"}}),
        ("由各镇组织企业于3月8日前报名，每讲200座。", {"booking": {"needed": "true"}, "capacity": "200"}),
        ("每镇推荐5名学员，共60人。已登记的无须重新报名。", {"capacity": "60"}),
        ("\n参加人员：营员40名，由各学校推荐，活动费用由主办方承担", {"cost": "活动费用由主办方承担", "capacity": "40"}),
        ("医生现场演示预约挂号。", {}),
    ],
)
def test_cost_booking_and_room_are_read_and_quotas_and_prizes_are_not(said, read):
    assert attendance(f"一、活动安排\n（一）诵读会\n时间：4月2日\n{said}\n（二）书展\n时间：4月3日")[0] == read


def test_what_is_said_of_all_activities_is_said_of_each():
    text = "一、活动安排\n（一）诵读会\n时间：4月2日\n（二）书展\n时间：4月3日\n以上活动均免费，每场限50人。"
    assert attendance(text) == [{"cost": "免费", "capacity": "50"}] * 2


def test_prizes_are_read_with_how_many_there_are_and_what_one_gets():
    text = (
        "关于征集2025年青禾市书签作品的通知\n一、征集时间\n2025年4月1日至20日\n二、奖项设置\n共设三个奖项：\n"
        "一等奖2名，奖金500元+证书\n二等奖5名：每人奖金200元；优秀奖若干名。\n青禾市图书馆\n2025年3月1日\n"
    )
    campaign = dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"]
    assert yaml.safe_load(campaign)["activities"][0]["awards"] == ["一等奖2名，奖金500元+证书", "二等奖5名：每人奖金200元", "优秀奖若干名"]


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


def test_a_bound_is_no_count_on_either_side():
    (first, _) = made("一、活动安排\n（一）书展（市科协主办）\n举办12期以上、3场以下。\n（二）诵读会（市教育局主办）")[0]["activities"]
    assert "counts" not in first


def test_prizes_of_several_grades_share_their_number():
    text = "关于举办2025年青禾学院成语大赛的通知\n一、时间\n4月3日\n二、地点\n报告厅\n三、奖项设置\n一、二、三等奖若干名。\n"
    files = command.from_notice(text.encode(), "a.txt", ()).files
    (only,) = yaml.safe_load(next(each for path, each in files if "campaigns" in path))["activities"]
    assert only["awards"] == ["一、二、三等奖若干名"]


def test_two_places_in_one_line_are_two_and_rooms_of_one_are_one():
    text = "一、活动安排\n（一）书展\n地点：甲图书馆一楼、乙图书馆二楼\n（二）诵读会\n地点：老年大学201、202教室"
    assert [each["places"] for each in activities(text)] == [["甲图书馆一楼", "乙图书馆二楼"], ["老年大学201、202教室"]]


def test_a_table_of_classes_says_day_fee_and_room():
    rows = "周一\t8:30—10:00\t手机班\t201室\t免费\t30\n\t10:15—11:45\t提高班\t201室\t60\t25"
    table = f"上课日\t上课时间\t班级名称\t教室\t学费（元/学期）\t招生人数\n{rows}"
    first, second = made(f"一、班级设置\n{table}")[0]["activities"]
    assert (first["when"]["means"], first["places"], first["cost"], first["capacity"]) == ("每周一8:30—10:00", ["201室"], "免费", "30")
    assert (second["when"]["means"], second["cost"], second["capacity"]) == ("每周一10:15—11:45", "60元/学期", "25")
    assert "booking" not in first


def test_what_the_last_one_says_of_itself_is_not_said_of_all():
    text = "一、活动安排\n1.数字特展。5月18日至8月30日，二号展厅。\n2.专家导览。5月19日10:00，每场20人，需提前预约。"
    first, last = made(text)[0]["activities"]
    assert ("booking" in first, "capacity" in first, last["capacity"]) == (False, False, "20")


def test_remarks_in_a_table_say_how_one_takes_part_and_any_name_may_head_it():
    table = (
        "一、日程\n招聘会名称\t时间\t地点\t名额（每场）\t备注\n春招专场\t4月1日9:00\t甲馆\t30人\t需预约，材料费每人20元\n夜市专场\t4月2日9:00\t乙馆\t不限\t免费参加"
    )
    assert attendance(table) == [
        {"booking": {"needed": "true"}, "cost": "材料费每人20元", "capacity": "30"},
        {"cost": "免费"},
    ]


def test_what_is_said_of_numbered_courses_is_said_of_those_alone():
    row = "　　{} {}　适合年级：一年级　时间：每周三14:30　地点：甲室"
    rows = "\n".join(row.format(*each) for each in (("①", "拓片"), ("②", "剪纸"), ("③", "陶艺")))
    lines = f"　　一、课程菜单\n{rows}\n　　二、收费标准\n　　课程①至②免费；课程③收取材料费20元/人。"
    assert [each.get("cost") for each in attendance(lines)] == ["免费", "免费", "材料费20元/人"]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("9月19日，市农科院、青禾大学材料实验室对公众开放。", ["市农科院", "青禾大学材料实验室"]),
        ("6月3日组织企业负责人赴青禾重工集团、甲港集团观摩，13:40在综合楼前集合。", ["青禾重工集团", "甲港集团"]),
        ("3月12日组织市民代表走进市药品检验中心，名额不多。", ["市药品检验中心"]),
        ("3月12日组织志愿者走进莲湖社区开展宣讲。", ["莲湖社区"]),
        ("9月15日开课，示范课设在青禾外国语学校。", ["青禾外国语学校"]),
        ("9月16日14:00，电信、移动两家营业厅设立咨询台。", ["电信、移动两家营业厅"]),
        ("3月中旬在各行政村开展。", ["各行政村"]),
        ("6月1日在全市20个社区养老中心、老年大学教学点集中开展。", ["全市20个社区养老中心、老年大学教学点"]),
        ("6月1日在全市开展。", None),
        ("6月上旬在丰穰、白渡、甘泉3个大县举办现场教学。", ["丰穰、白渡、甘泉3个大县"]),
    ],
)
def test_where_one_goes_what_is_opened_and_what_is_set_up_are_places(said, places):
    assert activities(f"{TWO}\n（三）科普行。{said}\n责任单位：市科协")[2].get("places") == places


def test_a_room_with_a_number_in_a_titles_bracket_is_a_place():
    (found, _) = activities("一、活动安排\n1.擂台赛（11月4日14:00，第三机房）\n责任部门：教务处\n2.书展（市科协主办）")
    assert found["places"] == ["第三机房"]


@pytest.mark.parametrize("said", ["二、注意事项\n请准时到场。\n本次活动全部免费。", "二、须知\n本次义诊不收取诊查费。"])
def test_what_is_free_is_said_of_all(said):
    assert [each["cost"] for each in attendance(f"{TWO}\n{said}")] == ["免费", "免费"]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("地点由北广场调整为科普馆。", ["科普馆"]),
        ("起点改为东广场，终点为游客中心。", ["东广场", "游客中心"]),
        ("分赴六个工业园区，提供问诊。", ["六个工业园区"]),
        ("对全市136个老旧小区的线路更新。", ["全市136个老旧小区"]),
        ("派出服务车，按照“松溪县—麦洲县—云溪区”的顺序巡回。", ["松溪县", "麦洲县", "云溪区"]),
        ("在官渡口、沙洲头、老码头3处水域设岗。", ["官渡口", "沙洲头", "老码头"]),
        ("4月8日14:00，在影剧院2号厅播放影片。", ["影剧院2号厅"]),
        ("4月8日，代表队在县一中礼堂演讲。", ["县一中礼堂"]),
        ("4月20日至24日每晚21:00—23:00，总馆自修室延长开放。", ["总馆自修室"]),
        ("市民可在“三院”微信公众号“在线咨询”栏目向医师提问。", ["“三院”微信公众号“在线咨询”栏目"]),
        ("地点：石桥镇、木渎乡、河湾镇，每日一站", ["石桥镇", "木渎乡", "河湾镇"]),
        ("组织律师到县人武部、武警中队讲授法律。", ["县人武部", "武警中队"]),
        ("全市26个营业厅设立爱心窗口。", ["全市26个营业厅"]),
        ("县职业高中向全县开放。", ["县职业高中"]),
        ("4月8日9:00，中庭，家长可凭函入校。", ["中庭"]),
        ("在“女声”视频号开展“维权”直播问答。", ["“女声”视频号"]),
        ("地点：总馆报告厅（同步线上直播）", ["总馆报告厅"]),
        ("优秀作品在少年宫展出，存在问题的现场指出。", None),
    ],
)
def test_a_place_is_found_by_the_words_around_it(said, places):
    campaign, _ = made(f"一、活动安排\n（一）便民活动。{said}由市教育局承办。\n（二）诵读会（市教育局主办）")
    assert campaign["activities"][0].get("places") == places


@pytest.mark.parametrize(
    ("said", "attended"),
    [
        ("费用：每户10元，另自带一道菜", {"cost": "每户10元"}),
        ("费用：免费，自带板凳", {"cost": "免费"}),
        ("费用：68元/人，凭学生证半价", {"cost": "68元/人，凭学生证半价"}),
        ("现场免费维修家电，轮椅可免费借用。", {"cost": "免费"}),
        ("免费提供午餐，轮椅可免费借用。", {}),
        ("面向全体师生，400座，先到先得。", {"capacity": "400"}),
        ("培训种养大户、家庭农场主100名。", {"capacity": "100"}),
        ("读者归还图书，免收逾期费。", {}),
        ("每日前100名获得5元话费券。", {}),
        ("票价10元，65岁以上免费。", {"cost": "票价10元，65岁以上免费"}),
        ("学生免费，成人10元，请自备纸笔。", {"cost": "学生免费，成人10元"}),
        ("60岁以上免费参加，其他读者凭票入场（票价20元）。", {"cost": "60岁以上免费参加，其他读者凭票入场（票价20元）"}),
        ("成人20元；学生半价；65岁以上免费。", {"cost": "成人20元；学生半价；65岁以上免费"}),
        ("低保家庭免费。", {"cost": "低保家庭免费"}),
        ("停车收费，面向学生免费开放。", {"cost": "免费"}),
        ("材料费每个家庭15元。", {"cost": "材料费每个家庭15元"}),
        ("以不超过3人的小组参加。", {}),
        ("总人数仍为150人。", {"capacity": "150"}),
        ("每课20人，老人须提前一天到厅登记。", {"capacity": "20", "booking": {"needed": "true"}}),
        ("想摆摊的读者请到服务台登记。", {}),
    ],
)
def test_what_it_costs_and_who_may_come_is_told_from_what_stands_beside_it(said, attended):
    assert attendance(f"一、活动安排\n（一）换书市集\n4月8日9:00，市图书馆。\n{said}\n（二）诵读会（市教育局主办）")[0] == attended


def test_all_but_one_have_to_be_booked():
    text = "一、活动安排\n（一）读书会\n时间：4月8日\n（二）换书集市\n时间：4月9日\n（三）手工课\n时间：4月10日\n"
    text += "报名方式：除换书集市外，均需扫描海报二维码报名。"
    assert [each.get("booking") for each in attendance(text)] == [{"needed": "true"}, None, {"needed": "true"}]


def test_a_clause_on_how_enrolment_is_arranged_says_that_courses_are_booked():
    text = f"{TWO.replace('书展', '编程课')}\n二、报名安排\n（一）线上报名：4月1日9:00—4月3日17:00，登录小程序；"
    assert [each.get("booking") for each in attendance(text)] == [{"needed": "true"}, None]


@pytest.mark.parametrize(
    ("said", "access"),
    [
        ("现场配手语翻译和口述影像，设无障碍卫生间", ["sign-language", "toilet", "audio-description"]),
        ("全程同步字幕，导盲犬可入场", ["captions", "guide-dogs"]),
        ("讲授手语翻译培训的方法，征集盲文资料", None),
        ("场地没有无障碍通道", None),
    ],
)
def test_what_there_is_for_people_with_disabilities_is_read_and_what_is_taught_is_not(said, access):
    campaign, _ = made(f"一、活动安排\n（一）电影专场。4月2日15:00在县影剧院放映，{said}。\n（二）诵读会。4月3日在市文化馆举行。")
    found = campaign["activities"][0].get("access")
    assert (found and sorted(found)) == (access and sorted(access))


def test_the_ages_in_a_titles_bracket_are_who_may_come():
    text = "一、活动安排\n1.民族舞班（6—10岁，女生）。4月25日9:00，艺术楼舞蹈厅。\n2.乒乓球班（8—14岁，限20人）。4月26日9:00，体育馆二楼。"
    found = [(each["title"], each["audience_printed"], each.get("capacity")) for each in made(text)[0]["activities"]]
    assert found == [("民族舞班", "6—10岁，女生", None), ("乒乓球班", "8—14岁", "20")]


@pytest.mark.parametrize(
    ("said", "why"),
    [("限额40人，分两期。", "可能是几期（场）加起来的总数"), ("每期限40人。", "是每场（期、班）的名额"), ("限额40人。", "行）")],
)
def test_room_that_may_be_another_is_asked_about(said, why):
    found = comments(f"一、活动安排\n（一）手机课堂。4月2日9:00，{said}\n（二）诵读会（市教育局主办）")
    assert f"{why}\n    capacity: 40" in found


def test_a_column_on_the_end_of_booking_says_that_one_has_to_book_and_going_straight_in_that_not():
    rows = "1\t书展\t4月2日\t市图书馆\t3月28日\t\n2\t讲座\t4月3日\t市文化馆\t\t直接参加\n"
    found = made(f"序号\t活动名称\t时间\t地点\t报名截止\t参与方式\n{rows}")[0]["activities"]
    assert [each.get("booking", {}).get("needed") for each in found] == ["true", "false"]


def test_those_who_are_asked_to_come_are_the_room_and_free_for_some_is_not_free_for_all():
    text = f"{TWO}\n（三）开放日。4月2日，邀请30名市民走进市科技馆。低保家庭凭证件免收费用。由市残联负责。"
    assert attendance(text)[2] == {"capacity": "30", "cost": "低保家庭凭证件免收费用"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("二、其他\n所有活动均需在公众号提前预约，各场活动均不收费。", [{"booking": "true", "cost": "免费"}] * 2),
        ("二、须知\n1.旧书集市限20人，须电话报名。\n2.诵读会免费观看，无需预约。",
         [{"booking": "true", "capacity": "20"}, {"booking": "false", "cost": "免费"}]),
        ("二、参与须知\n除旧书集市收取材料费20元外，其余活动均免费。", [{"cost": "材料费20元"}, {"cost": "免费"}]),
        ("二、参加办法\n每场座位150个（诵读会限80个），凭预约码入场。",
         [{"booking": "true", "capacity": "150"}, {"booking": "true", "capacity": "80"}]),
    ],
)  # fmt: skip
def test_what_a_clause_says_of_all_or_of_one_by_its_name_is_given_to_those_it_concerns(said, found):
    given = attendance(f"{TWO.replace('书展', '旧书集市')}\n{said}")
    assert [each | ({"booking": each["booking"]["needed"]} if "booking" in each else {}) for each in given] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("食宿和培训费用全免", {"cost": "免费"}),
        ("理发、量血压，统统不要钱", {"cost": "免费"}),
        ("每组15元（含颜料画纸）", {"cost": "每组15元（含颜料画纸）"}),
        ("门票：免费，凭本馆预约码入场", {"cost": "免费", "booking": {"needed": "true"}}),
        ("4月1日起在小程序抢票，共450张", {"capacity": "450", "booking": {"needed": "true"}}),
        ("招募四至六年级学生80名", {"capacity": "80"}),
        ("招募环保志愿者80名", {}),
        ("展主于3月12日前向市供销社申报", {"booking": {"needed": "true"}}),
        ("参赛办法：各校推荐1支队伍", {"booking": {"needed": "true"}}),
        ("参与方式：作品发至邮箱", {}),
    ],
)
def test_what_it_costs_how_one_enters_and_for_how_many_in_other_words(said, found):
    assert attendance(f"一、活动安排\n（一）邻里日\n时间：4月2日\n{said}。\n（二）诵读会（市教育局主办）")[0] == found


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("限40个家庭，报满为止。", "40个家庭"),
        ("每场限15组亲子家庭。", "每场限15组亲子家庭"),
        ("名额30户。", "30户"),
        ("规模约50人。", "约50人"),
        ("参训人员60人左右。", "60人左右"),
        ("每队12人，其中女职工不少于3人。", "每队12人"),
        ("各单位限报2队。", None),
        ("每个社区推荐10户家庭。", None),
        ("每队领队1人、教练1人。", None),
        ("限40人，每队4人。", None),
    ],
)
def test_room_that_is_no_number_of_people_stands_as_printed_and_is_to_be_looked_at(said, note):
    text = f"{TWO}\n（三）亲子赛。4月2日，在市残联举办。{said}由市残联负责。"
    assert made(text)[0]["activities"][2].get("capacity_note") == note
    assert ("不是确切的人数" in comments(text)) is bool(note)


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("每家交10元材料费，做好了带回家。", "cost", "每家交10元材料费"),
        ("每队收取押金100元，赛后退还。", "cost", "每队收取押金100元，赛后退还"),
        ("捐赠者可优先、免费利用所捐档案。", "cost", None),
        ("破损的由馆里免费代为修复。", "cost", None),
        ("地方小，只能坐下20个人。", "capacity", "20"),
        ("一共收25个人，报满就不再收了。", "capacity", "25"),
        ("想来的到一楼前台登记。", "booking", {"needed": "true"}),
        ("愿意来的都能来，一分钱不要。", "cost", "免费"),
        ("不向学生收取任何托管费用。", "cost", "免费"),
        ("地方小，只收12个人。", "capacity", "12"),
        ("随到随看，15人以上的团体须提前预约。", "booking", None),
        ("学校组团的提前预约。", "booking", None),
    ],
)
def test_room_cost_and_booking_as_communities_say_them(said, key, value):
    assert attendance(f"{TWO}\n（三）月饼课。4月2日晚上7点，在市残联。{said}")[2].get(key) == value


def test_a_title_that_says_free_is_free_and_one_that_tells_about_it_is_not():
    text = (
        f"{TWO}\n（三）免费上网。4月2日，凭读者证免费在市残联查阅，由市残联负责。\n（四）免费开放宣传。4月3日，展示免费开放的通告、免费办证通知，由市残联负责。"
    )
    assert [each.get("cost") for each in attendance(text)[2:]] == ["免费", None]


def test_a_caption_over_a_table_is_not_the_name_of_it_all():
    notice = (
        "关于2025年度青禾市图书馆服务宣传周活动安排的通知\n各位读者：\n安排如下：\n图书馆服务宣传周活动安排\n活动项目\t地点\t时间\n讲座\t三楼\t5月28日\n"
    )
    text = dict(command.from_notice(notice.encode(), "a.txt", (), "qinghe-2025").files)["campaigns/qinghe-2025.yml"]
    assert "\nname: 2025年度青禾市图书馆服务宣传周\n" in text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("除更换零件收取成本费外全部免费。", {"cost": "除更换零件收取成本费外全部免费"}),
        ("除门票外，其余项目均免费。", {"cost": "除门票外，其余项目均免费"}),
        ("一起包饺子，食材免费，请自备围裙。", {"cost": "食材免费"}),
        ("每户认养一株，每株每年199元。", {"cost": "每株每年199元"}),
        ("可点选新书2册，总价不超过100元。", {}),
        ("每班3名家长代表参加。", {}),
        ("每班40人。", {"capacity": "40"}),
        ("限30人，电话0596-5553116预约。", {"booking": {"needed": "true"}, "capacity": "30"}),
        ("报名方式：活动当天现场签到入座，坐满为止", {"booking": {"needed": "false"}}),
        ("报名方式：直接到场参加", {"booking": {"needed": "false"}}),
    ],
)
def test_what_only_some_of_it_costs_and_whether_one_has_to_book(said, kept):
    found = attendance(f"{TWO}\n（三）亲子课堂（市残联主办）\n{said}")[2]
    found["booking"] = {"needed": found["booking"]["needed"]} if "booking" in found else None
    assert {key: value for key, value in found.items() if value} == kept


def test_who_sends_in_a_work_books_nothing():
    called = f"{TWO}\n（三）书画征集（市残联主办）\n请填写申报表，扫码报名。"
    assert attendance(called)[2] == {}
