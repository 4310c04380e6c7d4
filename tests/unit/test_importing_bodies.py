"""Who does what, whom to call and who signs: each reading that was once wrong, with the smallest notice that shows it."""

import pytest
import yaml

from microsite.importing import command
from small_notices import FOOT, HEAD, TWO, activities, comments, made


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


def test_who_carries_out_is_no_leader():
    assert activities("一、重点活动\n（一）开放日。欢迎参观。由市教育局、市科学院组织实施。\n（二）书展（市科协主办）") == [
        {"title": "开放日", "organise": ["市教育局", "市科学院"]},
        {"title": "书展", "host": ["市科协"]},
    ]


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        ("联系人：祝南星\n电　话：0718-8290336", {"person": "祝南星", "phone": "0718-8290336"}),
        (
            "市科协科普部　祁连云\n电　话：0718-8290336\n传　真：0718-8290337",
            {
                "body": "市科协",
                "phones": [{"number": "0718-8290336", "person": "祁连云", "note": "科普部"}],
                "fax": "0718-8290337",
            },
        ),
        ("联系电话：66120983（街道社会事务办 郝明轩）", {"person": "郝明轩", "phone": "66120983"}),
        ("咨询电话：66120983（街道社区服务中心 小苏）", {"person": "小苏", "phone": "66120983"}),
        ("参加办法：拨打电话0718-8290336预约", {"phone": "0718-8290336"}),
        ("想来的先到小店找阿香登记，电话0718-8290336。", {"person": "阿香", "phone": "0718-8290336"}),
        ("要来的跟合作社的包会计讲，电话0718-8290336。", {"person": "包会计", "phone": "0718-8290336"}),
        ("不明白的，白天到村委会找老丁（0718-8290336），晚上问组长。", {"person": "老丁", "phone": "0718-8290336"}),
        ("报名请联系李老师，电话0718-8290336。", {"person": "李老师", "phone": "0718-8290336"}),
        ("报名找村支书陈大姐，0718-8290336。", {"person": "陈大姐", "phone": "0718-8290336"}),
        ("咨询请拨0718-8290336，找老李。", {"person": "老李", "phone": "0718-8290336"}),
        ("周一闭馆。总服务台：0718-8290336", {"phones": [{"number": "0718-8290336", "note": "服务台"}]}),
        ("如需预约，请与市科协王明联系（0718-8290336）。", {"body": "市科协", "person": "王明", "phone": "0718-8290336"}),
    ],
)
def test_a_contact_is_found_over_several_lines_behind_its_number_and_within_a_sentence(lines, contact):
    _, people = made(f"{TWO}\n二、联系方式\n{lines}")
    assert [{key: each[key] for key in contact} for each in people] == [contact]
    assert len(people[0]) == len({"body", *contact})


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


@pytest.mark.parametrize(
    "said",
    [
        "在市教育局、市科协指导下，由市图书馆主办，市阅读专业委员会和云岭公司承办。",
        "本次活动得到市教育局、市科协的指导，由市图书馆主办、市阅读专业委员会和云岭公司承办。",
        "由市图书馆主办、市阅读专业委员会和云岭公司承办，市教育局、市科协给予大力指导。",
    ],
)
def test_those_under_whose_guidance_something_is_guide_it(said):
    hosting = made(f"{said}\n{TWO}")[0]["hosting"]
    assert (hosting["guide"], hosting["hosts"]) == (["市教育局", "市科协"], ["市图书馆"])
    assert hosting["organise"] == ["市阅读专业委员会", "云岭公司"]


@pytest.mark.parametrize("said", ["并提出如下要求，请一并执行。", "并结合实际提出如下意见：", "并提出以下要求。"])
@pytest.mark.parametrize("verb", ["印发", "转发"])
def test_clauses_of_a_covering_notice_are_requirements(verb, said):
    cover = f"　　现将方案{verb}给你们，{said}\n　　一、抓紧部署。各区要确定项目。\n　　二、用好资源。各校要选派教师。"
    plan = "2025年青禾市读书月活动方案\n　　一、活动安排\n　　（一）书展（市科协主办）\n　　（二）诵读会（市教育局主办）"
    notice = f"关于{verb}《2025年青禾市读书月活动方案》的通知\n各区教育局：\n{cover}\n{FOOT}{plan}"
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.load(files["campaigns/qinghe-2025.yml"], yaml.BaseLoader)  # noqa: S506
    assert [each["title"] for each in campaign["activities"]] == ["书展", "诵读会"]
    assert [each["title"] for each in campaign["requirements"]] == ["抓紧部署", "用好资源"]


def test_a_seal_beside_a_signature_belongs_to_no_name():
    notice = f"{HEAD}{TWO}\n青禾市科学技术协会\n青禾市图书馆（代章）\n2025年3月1日\n"
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.load(files["campaigns/qinghe-2025.yml"], yaml.BaseLoader)  # noqa: S506
    assert campaign["document"]["signatories"] == ["青禾市科学技术协会", "青禾市图书馆"]


@pytest.mark.parametrize("paper", ["启事", "公告"])
def test_a_call_for_works_is_an_activity(paper):
    notice = f"“灯火”影像作品征集{paper}\n　　一、征集时间\n　　即日起至2025年7月31日\n　　二、投稿方式\n　　发至邮箱。\n{FOOT}"
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    campaign = yaml.load(next(text for path, text in files.items() if path.startswith("campaigns/")), yaml.BaseLoader)  # noqa: S506
    assert [each["title"] for each in campaign["activities"]] == ["“灯火”影像作品征集"]


def test_hosts_and_organisers_that_a_list_sign_parts_are_read():
    text = "一、活动内容\n1.诗会。4月2日在市文化馆举行，由市委宣传部主办、市作家协会承办。\n2.书展（市科协主办）"
    assert activities(text)[0] == {
        "title": "诗会", "when": "4月2日", "places": ["市文化馆"], "host": ["市委宣传部"], "organise": ["市作家协会"],
    }  # fmt: skip


def test_two_roles_over_a_column_part_its_cells():
    text = "序号\t活动主题\t活动时间\t主办/承办单位\n1\t义诊\t4月5日\t市卫健局/市人民医院"
    assert activities(text) == [{"title": "义诊", "when": "4月5日", "host": ["市卫健局"], "organise": ["市人民医院"]}]


def test_hosts_are_read_in_the_text_of_the_notice():
    campaign, _ = made("第八届读书周由市教育局、市科协共同主办，拟于2025年8月举办终评活动。\n一、有关要求\n1.不收费。")
    assert (campaign["hosting"]["hosts"], campaign["period"]) == (["市教育局", "市科协"], "2025年8月")


def test_organisers_of_the_whole_campaign_stand_with_its_hosts():
    bodies = "（一）主办单位：青禾市教育局\n（二）承办单位：青禾市图书馆\n（三）支持单位：青禾市总工会\n（四）指导单位：青禾市文明办"
    hosting = made(f"一、组织机构\n{bodies}\n{TWO.replace('一、', '二、', 1)}")[0]["hosting"]
    assert [hosting[key] for key in ("source", "hosts", "organise", "support", "guide")] == [
        "一", ["青禾市教育局"], ["青禾市图书馆"], ["青禾市总工会"], ["青禾市文明办"],
    ]  # fmt: skip


def test_a_number_within_an_activity_is_of_who_leads_it():
    text = "一、活动安排\n（一）诵读会（市科协牵头）\n联系电话：0777-5550001\n（二）书展\n时间：4月3日\n二、联系方式\n电话：0777-5550003"
    found = [(each["body"], each["phone"]) for each in made(text)[1]]
    assert found == [("市科协", "0777-5550001"), ("青禾市教育局", "0777-5550003")]


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青禾市图书馆开展“世界读书日”全民阅读系列活动", "“世界读书日”全民阅读系列活动"),
        ("青禾市首届“青禾杯”微视频征集活动开始啦！", "青禾市首届“青禾杯”微视频征集活动"),
        ("青禾市暑期托管服务工作通知发布", "青禾市暑期托管服务"),
        ("青禾村手机农闲班开班啦", "青禾村手机农闲班"),
        ("关于举办青禾市2025年书画作品展的征稿通知", "青禾市2025年书画作品展"),
        ("关于招募2025年青禾市“小橘灯”暑期班志愿者的公告", "2025年青禾市“小橘灯”暑期班志愿者"),
    ],
)
def test_a_name_is_read_in_the_titles_of_news_and_calls(title, name):
    text = f"{title}\n各位居民：\n{TWO}\n{FOOT}"
    files = command.from_notice(text.encode(), "a.txt", (), "qinghe-2025").files
    assert yaml.safe_load(dict(files)["campaigns/qinghe-2025.yml"])["name"] == name


def test_bodies_that_single_spaces_part_are_each_one():
    text = "一、组织机构\n主办：青禾市文化馆 青禾市委宣传部（文明办） 青禾市教育局\n支持：青禾移动 青禾农商银行\n二、活动安排"
    hosting = made(f"{text}{TWO[6:]}")[0]["hosting"]
    assert hosting["hosts"] == ["青禾市文化馆", "青禾市委宣传部（文明办）", "青禾市教育局"]
    assert hosting["support"] == ["青禾移动", "青禾农商银行"]


def test_organisers_may_stand_in_several_lines_below_their_label():
    found = made(
        "一、主办单位：青禾市科协\n承办单位：青禾市图书馆\n青禾市文化馆\n二、活动安排\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）"
    )
    assert found[0]["hosting"]["organise"] == ["青禾市图书馆", "青禾市文化馆"]


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


def test_the_committee_of_each_place_is_not_cut_from_it():
    head = HEAD.replace("各区教育局", "各县（市、区）委网信办、教育局，市委各部委")
    files = dict(command.from_notice(f"{head}{TWO}\n{FOOT}".encode(), "a.txt", ()).files)
    said = "      # 请核对：原文“各县（市、区）委网信办”（第 2 行）\n      - 各县（市、区）委网信办\n      - 教育局\n"
    assert f"    scope: 各县（市、区）\n    bodies:\n{said}" in files["campaigns/qinghe-2025.yml"]


def test_a_number_to_book_at_is_in_no_list_of_what_was_left():
    day = "一、活动安排\n（一）书展，时间：5月3日，地点：市图书馆，报名电话：0791-88912762，联系人：张三。\n（二）诵读会，时间：5月4日。\n"
    text = f"{day}二、预约电话\n0791-88912763\n三、注意事项\n每场须预约，预约及咨询电话：0791-88912764，额满为止。"
    report = command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).report
    assert [each.text for each in report.left] == ["三、注意事项"]


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


@pytest.mark.parametrize(
    ("said", "hosts"),
    [
        ("市科协，会同市残联共同举办。", ["市科协", "市残联"]),
        ("由市科协会同市残联、市妇联，会同市总工会共同举办。", ["市科协", "市残联", "市妇联", "市总工会"]),
    ],
)
def test_bodies_that_act_together_are_each_one_also_behind_a_comma(said, hosts):
    assert activities(f"一、活动安排\n（一）书展。4月20日开幕。{said}\n（二）诵读会（市教育局主办）")[0]["host"] == hosts


def test_readers_are_addressed_and_are_no_body():
    text = f"关于举办2025年青禾市书展的通知\n尊敬的各位读者：\n{TWO}\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert campaign["document"]["addressees"] == {"text": "尊敬的各位读者"}


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


@pytest.mark.parametrize("listed", ["附件：\n1.\n规则.docx", "附件：\n活动安排表\n报名表", "附件\n报名表"])
def test_a_list_of_attachments_below_the_date_hides_no_signature(listed):
    files = command.from_notice(f"{HEAD}{TWO}\n{FOOT}{listed}\n".encode(), "a.txt", ()).files
    document = yaml.safe_load(dict(files)["campaigns/qinghe-2025.yml"])["document"]
    assert (document["signatories"], document["signed"]) == (["青禾市教育局"], "2025年3月1日")


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


def test_a_number_that_is_corrected_is_not_taken():
    people = made(f"{TWO}\n更正：原通知中的电话“0354-5553021”有误，应为“0354-5553012”。")[1]
    assert "5553021" not in str(people)


def test_a_note_on_publication_hides_no_signature():
    files = command.from_notice(f"{HEAD}{TWO}\n{FOOT}（此件主动公开）\n".encode(), "a.txt", ()).files
    document = yaml.safe_load(dict(files)["campaigns/qinghe-2025.yml"])["document"]
    assert (document["signatories"], document["signed"]) == (["青禾市教育局"], "2025年3月1日")


def test_a_table_beside_the_clauses_says_who_is_responsible():
    table = "序号\t活动名称\t责任科室（单位）\t配合单位\n1\t书展\t市科协\t市残联\n2\t诵读会\t市教育局\t市总工会"
    text = f"一、活动安排\n（一）书展。4月3日，在甲馆举办。\n（二）诵读会。4月5日，在乙馆举办。\n附件\n任务分工\n{table}"
    assert [(each["lead"], each["assist"]) for each in activities(text)] == [(["市科协"], ["市残联"]), (["市教育局"], ["市总工会"])]


def test_a_signature_below_a_role_is_no_part_of_it():
    items = "（一）书展\n牵头单位：市科协；配合单位：市残联\n（二）诵读会\n牵头单位：市民政局；配合单位：市残联"
    text = f"{HEAD}一、活动安排\n{items}\n{FOOT}"
    campaign = yaml.safe_load(dict(command.from_notice(text.encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"])
    assert (campaign["activities"][1]["assist"], campaign["document"]["signatories"]) == (["市残联"], ["青禾市教育局"])


def test_one_word_in_a_requirement_does_not_make_it_the_hosts():
    text = f"{TWO}\n二、组织保障\n1.加强协同。\n2.严格信息审核。授课内容须经主办单位审定。"
    assert [each["title"] for each in made(text)[0]["requirements"]] == ["加强协同", "严格信息审核"]


def test_who_leads_and_who_joins_are_all_hosts():
    campaign = made(f"{TWO}\n二、组织\n读书周由市教育局牵头，会同市科协、市残联共同主办。")[0]
    assert campaign["hosting"]["hosts"] == ["市教育局", "市科协", "市残联"]


def test_the_register_of_a_university_is_called_as_it_is():
    text = "关于举办2025年青禾大学读书周的通知\n一、时间\n4月3日\n二、地点\n报告厅\n青禾大学图书馆\n2025年3月1日\n"
    assert "organisations/qinghe.yml" in dict(command.from_notice(text.encode(), "a.txt", ()).files)


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("市科协 0777-2234567/68", {"phones": [{"number": "0777-2234567"}, {"number": "0777-2234568"}]}),
        ("市科协 0777-2234567、8", {"phones": [{"number": "0777-2234567"}, {"number": "0777-2234568"}]}),
        ("市科协 0777-2234567至70", {"phone": "0777-2234567"}),
        ("市科协电话：0777-2234567（传真同号）", {"phone": "0777-2234567", "fax": "0777-2234567"}),
        ("市科协 0777-2234567（传真）、0777-2234568", {"phone": "0777-2234568", "fax": "0777-2234567"}),
        ("市科协科普部 0777-2234567", {"phones": [{"number": "0777-2234567", "note": "科普部"}]}),
        ("市互联网信息办公室 沈某 0777-2234567", {"body": "市互联网信息办公室", "person": "沈某", "phone": "0777-2234567"}),
    ],
)
def test_numbers_are_read_as_they_are_printed_and_doubts_are_told(line, contact):
    assert made(f"{TWO}\n二、联系方式\n{line}")[1] == [{"body": "市科协", **contact}]


def test_short_numbers_and_rows_of_them_are_to_be_checked():
    files = dict(command.from_notice(f"{HEAD}{TWO}\n市科协 0777-2234567/68、0777-2234571至75\n{FOOT}".encode(), "a.txt", ()).files)
    text = files["contacts/qinghe-2025.yml"]
    assert "原文“68”（第 7 行）；前几位与上一个号码相同，已补全" in text
    assert "原文“75”（第 7 行）；原文是一段号码，这里只填第一个" in text


def test_whom_to_call_behind_a_body_is_no_part_of_its_name_and_no_part_of_the_credit():
    by = "负责单位：县图书馆（联系人：沈小满，电话：0777-2234521）"
    campaign, contacts = made(f"一、活动安排\n（一）书展\n{by}\n（二）诵读会（市科协主办）")
    first = campaign["activities"][0]
    assert (first["lead"], first["credit"]) == (["县图书馆"], "负责单位：县图书馆")
    assert contacts == [{"body": "县图书馆", "person": "沈小满", "phone": "0777-2234521"}]


def test_the_parts_of_a_university_are_called_after_it():
    notice = (
        "云梦泽大学关于举办读书月的通知\n各学院：\n一、活动安排\n（一）书展（学生工作部、校团委主办）\n（二）朗读会（图书馆主办）\n"
        "联系人：学生工作部 0777-2234567\n云梦泽大学学生工作部\n2025年3月1日\n"
    )
    files = dict(command.from_notice(notice.encode(), "a.txt", ()).files)
    (register,) = (yaml.safe_load(text) for path, text in files.items() if path.startswith("organisations"))
    assert [(each["name"], each["short"], each["kind"]) for each in register["organisations"]] == [
        ("云梦泽大学学生工作部", "学生工作部", "university"),
        ("共青团云梦泽大学委员会", "校团委", "mass"),
        ("云梦泽大学图书馆", "图书馆", "library"),
    ]


def test_a_text_that_only_says_who_is_responsible_leaves_no_full_stop_behind():
    assert "）：。" not in comments("（一）书展。开展书展活动。由学生工作部负责。\n（二）展览（市科协主办）")


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("咨询电话：0777-2234567（葛老师）、0777-2234568（费老师）", [("葛老师", "0777-2234567"), ("费老师", "0777-2234568")]),
        ("联系人：葛某，联系电话：0777-2234567；参观预约电话：0777-2234568。", [("葛某", "0777-2234567"), (None, "0777-2234568")]),
        ("电话：0777-2234567（教务处 谈老师）、0777-2234568（图书馆 糜老师）", [("谈老师", "0777-2234567"), ("糜老师", "0777-2234568")]),
        ("咨询电话：0777-2234567（成人活动）、0777-2234568（少儿活动）", [(None, "0777-2234567"), (None, "0777-2234568")]),
        ("咨询：0777-2234567（10:00—20:00，周一休息），小满。", [("小满", "0777-2234567")]),
        ("市科协：0777-2234567转8012（9:00—18:00）　柯社工。", [("柯社工", "0777-2234567转8012")]),
        ("咨询电话：0777-2234567（总服务台）\n联系人：邢老师　宓老师。", [("邢老师、宓老师", "0777-2234567")]),
        ("未尽事宜，请与市科协慕老师联系，电话0777-2234567（办公室）。", [("慕老师", "0777-2234567")]),
        ("请报市科协老梁（电话0777-2234567），名单另附。", [("老梁", "0777-2234567")]),
        ("不清楚的，可问市科协小葛，电话0777-2234567。", [("小葛", "0777-2234567")]),
        ("报名请联系市科协钱老师：0777-2234567。", [("钱老师", "0777-2234567")]),
        ("如需咨询，请致电0777-2234567找市科协王老师。", [("王老师", "0777-2234567")]),
        ("详情请咨询市科协科普部（电话：0777-2234567）。", [(None, "0777-2234567")]),
        ("名单请于3月5日前报市科协（联系人：邬某；电话：0777-2234567）。", [("邬某", "0777-2234567")]),
    ],
)
def test_each_number_is_that_of_its_own_person(line, pairs):
    (contact,) = made(f"{TWO}\n二、联系方式\n{line}")[1]
    assert contact["body"] in ("市科协", "图书馆", "青禾市教育局")
    numbers = contact.get("phones", [{**contact, "number": contact.get("phone")}])
    assert [(each.get("person"), each["number"]) for each in numbers] == pairs


def test_two_clauses_below_each_other_name_two_contacts():
    text = "二、要求\n（一）名单请与市教育局葛老师联系，电话0777-2234567。\n（二）场地请与市科协费老师联系，电话0777-2234568。"
    assert [(each["body"], each["person"]) for each in made(f"{TWO}\n{text}")[1]] == [("市教育局", "葛老师"), ("市科协", "费老师")]


@pytest.mark.parametrize(
    ("said", "role", "read"),
    [
        ("责任单位：工商银行城东支行、东井派出所", "lead", ["工商银行城东支行", "东井派出所"]),
        ("支持单位：青禾日报、青禾广播电视台", "back", ["青禾日报", "青禾广播电视台"]),
        ("承办单位：财政金融局和各街道办事处", "organise", ["财政金融局"]),
        ("教务处统一排课，公共管理教研部、信息技术教研部负责授课。", "lead", ["公共管理教研部", "信息技术教研部"]),
    ],
)
def test_branches_of_banks_daily_papers_and_those_who_teach_are_bodies(said, role, read):
    assert made(f"{TWO}\n（三）开放日。欢迎参观。\n{said}")[0]["activities"][2][role] == read


def test_another_number_for_a_matter_is_not_that_of_the_person_before():
    _, people = made(f"{TWO}\n请按时报送，联系人段知微，电话0427-5557731；媒体采访请联系0427-5557745。")
    assert people[0]["phones"] == [{"number": "0427-5557731", "person": "段知微"}, {"number": "0427-5557745", "note": "媒体采访"}]


@pytest.mark.parametrize(
    ("said", "role", "read"),
    [
        ("与市公安局联合主办，欢迎参加。", "host", ["市公安局"]),
        ("4月2日在线上开讲，欢迎参加。承办单位为青禾市融媒体中心。", "organise", ["青禾市融媒体中心"]),
    ],
)
def test_bodies_in_running_text_are_read_without_the_words_before_them(said, role, read):
    assert made(f"{TWO}\n（三）开放日。{said}")[0]["activities"][2][role] == read


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("组织讲师走进青禾市第六小学、云顶小学，上一堂课。", ["青禾市第六小学", "云顶小学"]),
        ("在老年大学和社区卫生服务站设立咨询点。", ["老年大学", "社区卫生服务站"]),
        ("由馆员带领。4月2日14:30，二楼修复室，每场12人。", ["二楼修复室"]),
        ("4月2日，在“青禾之声”视频号举办收官直播。", ["“青禾之声”视频号"]),
    ],
)
def test_places_of_visits_of_rows_and_on_channels(said, where):
    assert activities(f"{TWO}\n（三）开放日。{said}责任单位：市科协")[2]["places"] == where


def test_hosts_and_those_beside_them_may_share_the_line_of_a_clause():
    hosting = made("一、主办单位：青禾市残疾人联合会；协办单位：青禾市图书馆、青禾市地铁公司\n" + TWO.replace("一", "二", 1))[0]["hosting"]
    assert (hosting["hosts"], hosting["co_organise"]) == (["青禾市残疾人联合会"], ["青禾市图书馆", "青禾市地铁公司"])


def test_with_whom_is_no_part_of_a_name():
    assert activities(f"{TWO}\n（三）观星。4月5日19:00，市科技馆平台，与青禾市天文学会联合主办。")[2]["host"] == ["青禾市天文学会"]


def test_a_ride_is_at_its_start_and_its_finish_and_seats_are_no_part_of_a_place():
    ride_text = "一、活动安排\n1.骑行赛\n4月23日7:30，起点石门村，终点云顶茶场。\n"
    ride, talk = made(f"{ride_text}2.播读讲座\n时间：4月16日19:00\n地点：演播厅（座位80个，凭券入场）")[0]["activities"]
    assert ride["places"] == ["石门村", "云顶茶场"]
    assert (talk["places"], talk["capacity"]) == (["演播厅"], "80")


def test_names_with_and_in_them_and_brackets_within_brackets_are_whole():
    text = "一、活动\n（一）诵读会。5月3日举行。由市工业和信息化局主办，市文化馆承办2025年诵读会。\n"
    first, second = made(f"{text}（二）书展。5月4日举行。（责任单位：各县〔市、区〕网信办、市教育局）")[0]["activities"]
    assert (first["host"], first["organise"]) == (["市工业和信息化局"], ["市文化馆"])
    assert (second["lead"], second["credit"]) == (["市教育局"], "责任单位：各县〔市、区〕网信办、市教育局")


def test_who_holds_a_campaign_may_stand_behind_how_it_is_organised():
    text = "第一部分　总体安排\n起止时间：2025年9月1日—30日。\n组织方式：由市科技局指导，市图书馆主办，市文化馆承办。\n第二部分　任务\n"
    hosting = made(f"{text}一、书展（市科协牵头）\n二、诵读会（市教育局牵头）")[0]["hosting"]
    assert [hosting[key] for key in ("guide", "hosts", "organise")] == [["市科技局"], ["市图书馆"], ["市文化馆"]]


def test_what_is_changed_is_the_campaign_and_what_is_attached_is_below_the_signature():
    head = HEAD.replace("举办2025年青禾市读书周", "调整2025年青禾市读书周系列活动时间、地点")
    listed = "（一）书展。地点由市图书馆改为市文化馆。（市科协牵头）\n（二）诵读会（市教育局牵头）\n"
    text = f"{head}一、调整内容\n{listed}{FOOT}附：\n歌谣\n不乱点。"
    campaign = yaml.load(command.from_notice(text.encode(), "a.txt", ()).files[0][1], yaml.BaseLoader)  # noqa: S506
    assert (campaign["name"], campaign["activities"][0]["places"]) == ("2025年青禾市读书周", ["市文化馆"])
    assert campaign["document"]["signatories"] == ["青禾市教育局"]


def test_an_extension_belongs_to_the_body_whose_exchange_it_is():
    text = "一、活动安排\n（一）诵读会。4月2日9:00，报名电话0577-6660123转802。由市教育局主办。\n"
    _, people = made(f"{text}（二）阅读夜。4月9日19:00，由市图书馆主办，市图书馆服务热线：0577-6660123。")
    assert [each["body"] for each in people] == ["市图书馆"]
    assert [each["number"] for each in people[0]["phones"]] == ["0577-6660123转802", "0577-6660123"]


def test_a_section_a_hotline_and_a_team_with_a_name_are_bodies():
    said = "主办单位：县残联维权股；承办单位：市12345热线中心；协办单位：“小橘灯”志愿服务队"
    third = activities(f"{TWO}\n（三）运动会。4月2日举行。（{said}）")[2]
    assert (third["host"], third["organise"], third["co_organise"]) == (["县残联维权股"], ["市12345热线中心"], ["“小橘灯”志愿服务队"])


def test_a_theme_may_be_what_something_is_fixed_as():
    assert made(f"市消保委将“放心买、乐享春天”确定为我市活动主题。\n{TWO}")[0]["theme"]["text"] == "放心买、乐享春天"


@pytest.mark.parametrize("said", ["由各行业主管部门、各企业组织开展。", "由各社区负责。", "市司法局牵头，各县（市、区）司法局配合。"])
def test_a_kind_of_bodies_stands_in_the_credit_as_printed(said):
    found = made(f"一、活动安排\n（一）安全课。6月8日至14日，{said}\n（二）书展（市科协主办）")[0]["activities"][0]
    assert found["credit"] == said.rstrip("。")
    assert found.get("lead", ["市司法局"]) == ["市司法局"]
