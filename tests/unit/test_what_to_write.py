"""Keys and values that are wrong are told with what to write instead, where it goes, and with all that can be chosen."""

from __future__ import annotations

import pytest

import builders as b
import publishing


def told(root, edit=(), **fields):
    """The Chinese messages about one activity, or about an edit of the plan."""
    activities = [b.an_activity_yaml(**fields)]
    plan = b.a_campaign_yaml(*edit, activities=activities)
    return [problem.zh for problem in b.problems_in(b.a_data_folder(root, campaigns__yunling_2025=plan))]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("sumary", "没有“sumary”这一项，是否为“summary”？"),
        ("标题", "没有“标题”这一项，是否为“title”？"),
        ("hotline", "没有“hotline”这一项；请改用意思相近的 helpline（写在 data/campaigns/ 里）、contacts（写在 data/contacts/ 里）"),
        ("city", "没有“city”这一项；请改用意思相近的 places（地点）"),
        ("registration", "没有“registration”这一项；请改用意思相近的 booking（预约报名）、joining（参加办法）"),
        ("Tags", "没有“Tags”这一项；请改用意思相近的 audiences（面向）、kind（类别）、form（形式）、topics（内容）"),
        ("phone", "这里没有“phone”这一项；请写在 helpline、contacts、booking 里"),
        ("prizes", "没有“prizes”这一项；请改用意思相近的 awards（奖项）"),
        ("sign_up_url", "没有“sign_up_url”这一项；请写成 booking: {url: …}"),
        ("min_age", "没有“min_age”这一项；请改用意思相近的 audiences（面向）、audience_printed（面向（原文））"),
        ("min", "没有“min”这一项；请改用意思相近的 capacity_note（名额说明）"),
        ("max_people", "没有“max_people”这一项；请改用意思相近的 capacity（名额）"),
        ("会议室", "没有“会议室”这一项；请改用意思相近的 places（地点）、venues（场所）"),
        ("weixin", "没有“weixin”这一项；请改用意思相近的 links（链接）"),
        ("contactor", ("没有“contactor”这一项；请改用意思相近的 helpline（写在 data/campaigns/ 里）、contacts（写在 data/contacts/ 里）、"
                       "person（写在 contacts、phones 里）")),
        ("certificate", "没有“certificate”这一项；请改用意思相近的 description（详细说明）、awards（奖项）"),
        ("bring", "没有“bring”这一项；请写进 joining（参加办法）的文字里"),
        ("停车", "没有“停车”这一项；请写进 joining（参加办法）的文字里"),
        ("waiting_list", "没有“waiting_list”这一项；请写进 joining（参加办法）的文字里"),
        ("方言", "没有“方言”这一项；请改用意思相近的 joining（参加办法）、languages（语言）"),
        ("报名时间", ("没有“报名时间”这一项；报名从什么时候起也写在 until 里，如 booking: {until: 3月1日10:00至15日17:00}，"
                  "只写了开始的，如 booking: {until: 3月1日10:00起}")),
        ("live", "没有“live”这一项；请改用意思相近的 links（链接）"),
        ("topic", "没有“topic”这一项，是否为“topics”？"),
        ("vvvvv", "没有“vvvvv”这一项；请删去，或写到意思相近的一项里，各项见手册；没有合适的，写进 joining、description"),
    ],
)
def test_an_unknown_key_is_told_with_what_there_is_for_it(tmp_path, key, said):
    assert told(tmp_path, **{key: "某某"}) == [said]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"sessions": "[{when: 6月15日, sold_out: true}]"}, "没有“sold_out”这一项；请改用意思相近的 status（状态）"),
        ({"sessions": "[{when: 6月15日, topic: 防骗}]"}, "没有“topic”这一项；请改用意思相近的 title（题目）"),
        ({"sessions": "[{when: 6月15日, speaker: 某人}]"}, "没有“speaker”这一项；请写进 note（说明）的文字里"),
        ({"sessions": "[{when: 6月15日, 班车: 有}]"}, "没有“班车”这一项；请写进 note（说明）的文字里"),
        ({"booking": "{from: 3月1日10:00}"},
         "没有“from”这一项；报名从什么时候起也写在 until 里，如 until: 3月1日10:00至15日17:00，只写了开始的，如 until: 3月1日10:00起"),
        ({"sessions": "[{when: 6月15日, 会议室: 三楼}]"}, "没有“会议室”这一项；请改用意思相近的 place（地点）"),
        ({"booking": "{deadlines: 6月1日前}"}, "没有“deadlines”这一项；请改用意思相近的 until（截止）"),
        ({"booking": "{ext: 801}"}, "没有“ext”这一项；分机写在号码后面，如 phone: 0791-88912762转801"),
        ({"booking": "{fax: 0990-5550100}"}, "这里没有“fax”这一项；请写在 contacts 里"),
    ],
)
def test_an_unknown_key_is_told_with_what_its_own_record_has_for_it(tmp_path, fields, said):
    assert told(tmp_path, **fields) == [said]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"languages": "普通话、英语"}, ["这里应是列表；请写成 [zh, en]，或者每行一项，以“- ”开头"]),
        ({"access": "[手语翻译，轮椅可通行]"},
         ["这里有几项；请写在方括号里，用英文逗号隔开：[sign-language, step-free]，或者每行写一项"]),
        ({"sessions": "{when: 6月15日}"}, ["这里应是列表；请在每一项的第一行前面加“- ”，同一项的其余各行缩进两格，与它对齐"]),
        ({"sessions": "{清溪市图书馆: {when: 6月15日}}"},
         ["这里应是列表，不以名称作键；请每项写成 - place: 清溪市图书馆，其余各行写在它下面，与 place 对齐"]),
        ({"deadlines": "6月1日前"},
         ["这里应是列表；每项以“- ”开头，分项写 what（做什么，必填）、due（期限，必填）、who（由谁）、to（报送）"]),
        ({"booking": "true"},
         [("这里应分项填写（键: 值），可写 needed（是否需要）、url（网址）、place（地点）、phone（电话）、hours（接听时间）、"
           "email（邮箱）等")]),
        ({"cost": "[免费]"}, ["这里不写方括号和短横线；请只写 免费"]),
        ({"form": "[online, onsite]"}, ["这里只能写一个，不能写成列表；请留一个，是文字的可以写成一句"]),
        ({"when": "[6月15日, 6月22日]"}, ["这里不能写成列表；请只写一项，几项能写成一句的，中间用顿号"]),
        ({"sessions": "[{wen: 6月31日}]"},
         ["没有“wen”这一项，是否为“when”？", "“6月31日”：2025年6月没有31日，最后一天是30日，请核对，例如 2025年6月30日"]),
        ({"sessions": "[{when: 6月15日, time: 9:30, booking_phone: 12345}]"},
         ["没有“time”这一项；日期和钟点写成一句，如 when: 6月15日9:30-11:30", "没有“booking_phone”这一项；请写成 booking: {phone: …}"]),
    ],
)  # fmt: skip
def test_what_is_written_in_another_shape_is_told_with_what_can_be_written(tmp_path, fields, said):
    assert told(tmp_path, **fields) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"capacity": "25-30"}, "“25-30”不是一个确切的人数；请照原文写进 capacity_note: 25-30"),
        ({"lead": "［省教育厅，省妇联］"}, "这里应是列表；请写成 [省教育厅, 省妇联]，或者每行一项，以“- ”开头"),
        ({"audiences": "［older］"}, "这里应是列表；请写成 [older]，或者每行一项，以“- ”开头"),
        ({"lead": "【省教育厅】【省妇联】"}, "这里应是列表；请写成 [省教育厅, 省妇联]，或者每行一项，以“- ”开头"),
        ({"capacity": "30人/场"}, "“30人/场”不是一个确切的人数；请照原文写进 capacity_note: 30人/场"),
        ({"capacity": "若干"}, "“若干”不是一个确切的人数；请照原文写进 capacity_note: 若干"),
        ({"capacity": "40个名额"}, "“40个名额”不是数目；请只写 40"),
        ({"capacity": "已满"}, "“已满”不是数目；名额满了的，这一项不写，场次的 status（状态）写 full（名额已满）"),
        ({"capacity": "1000000000000"}, "“1000000000000”太大；请核对，最多九位数字"),
        ({"open_to_public": "是"}, "“是”应写成 true"),
        ({"open_to_public": "大概"}, "“大概”应写成 true 或 false"),
        ({"status": "取消"},
         "“取消”不在可选范围内，是否为 cancelled（活动已取消）？可选：cancelled（活动已取消）、postponed（活动已延期）"),
        ({"lead": "[王老师]"}, "“王老师”像是个人；这里只写单位，个人不写"),
        ({"when": "9/20"}, ("“9/20”读不出是什么时间，请写 9月20日；如果通知原文就是这样印的，"
                           '请写 {text: "9/20", means: 9月20日}；是印错的，再写 note 说明原因')),
        ({"when": "20250920"}, ("“20250920”读不出是什么时间，请写 2025年9月20日；如果通知原文就是这样印的，"
                               "请写 {text: 20250920, means: 2025年9月20日}；是印错的，再写 note 说明原因")),
        ({"when": "6月5日25:00"}, ("“6月5日25:00”读不出是什么时间，没有 25:00 这个钟点，小时到 24:00，分钟到 59；如果通知原文就是这样印的，"
                               '请写 {text: "6月5日25:00", means: 能读的写法}；是印错的，再写 note 说明原因')),
        ({"when": "6月15日（满员）"}, "“6月15日（满员）”：时间里不写“满员”，请在场次里写 status: full"),
        ({"when": "17:30前"}, "“17:30前”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_what_was_most_likely_meant(tmp_path, fields, said):
    assert told(tmp_path, **fields) == [said]


def test_of_several_items_in_one_text_those_that_are_none_of_the_choices_are_told_at_once(tmp_path):
    for number, typed in enumerate(("普通话、古语", "[普通话、古语]")):
        choice, shape = sorted(told(tmp_path / str(number), languages=typed))
        assert "[zh, 古语]" in shape
        assert choice.startswith("“古语”不在可选范围内，")


def test_a_name_where_an_id_belongs_is_told_with_the_id(tmp_path):
    assert told(tmp_path / "region", [("region: yunling", "region: 云岭")])[1] == "“云岭”没有单位名册，是否为“yunling”？"
    assert len(told(tmp_path / "nobody", [("region: yunling", "region: 海岛")])) == 1
    name = "2025年云岭省全民数字素养与技能提升月"
    later = b.a_campaign_yaml(
        ("id: yunling-2025", "id: yunling-2026"), ("year: 2025", "year: 2026"), (f"name: {name}", "name: 云岭省延续活动"),
        ("region: yunling", f"region: yunling\npart_of: {name}"), activities=[b.an_activity_yaml()],
    )  # fmt: skip
    said = [problem.zh for problem in b.problems_in(b.a_data_folder(tmp_path / "whole", campaigns__yunling_2026=later))]
    assert f"“{name}”是方案的名称，这里写编号；请写 yunling-2025" in said
    assert not any("没有叫" in each for each in said)


def test_codes_in_one_item_are_told_apart_and_a_dialect_that_is_none_of_them_where_it_goes(tmp_path):
    for number, typed in enumerate(("[客家话/普通话]", "[客家话和普通话]")):
        assert told(tmp_path / str(number), languages=typed) == ["这里有几项；请写在方括号里，用英文逗号隔开：[hak, zh]，或者每行写一项"]
    said = ["这里应是列表；请写成 [children, families]，或者每行一项，以“- ”开头"]
    assert told(tmp_path / "wide", audiences="【children, families】") == said
    (said,) = told(tmp_path / "dialect", languages="[四川话]")
    assert said.startswith("“四川话”不在可选范围内；可选：zh（普通话）、")
    assert said.endswith("；别的方言写进 joining 或 note 的文字里")


def test_where_no_choice_fits_a_text_is_named(tmp_path):
    assert told(tmp_path / "who", audiences="[教辅人员]")[0].endswith("；都不合适的，写进 audience_printed")
    assert told(tmp_path / "access", access="[母婴室]")[0].endswith("；别的服务写进 joining 或 note 的文字里")


def test_a_kind_of_body_and_a_rough_number_are_told_where_they_go(tmp_path):
    assert told(tmp_path / "who", lead="[各街道科协]") == [
        "“各街道科协”是一类单位，名册里没有；请不写在这里，照原文写在 credit 里"
    ]
    assert told(tmp_path / "session", sessions="[{when: 6月15日, host: 各街道科协}]") == [
        "“各街道科协”是一类单位，名册里没有；请不写在这里，照原文写在 note 里"
    ]
    said = ["“约50人”不是一个确切的人数；请照原文写进 capacity_note: 约50人"]
    assert told(tmp_path / "rough", capacity="约50人") == said
    assert told(tmp_path / "exact", capacity="50人") == ["“50人”不是数目；请只写 50"]
    assert told(tmp_path / "most", capacity="限50人") == ["“限50人”不是数目；请只写 50"]
    assert told(tmp_path / "families", capacity="50户") == ["“50户”不是一个确切的人数；请照原文写进 capacity_note: 50户"]


def test_room_that_is_no_number_of_people_is_shown_as_printed(tmp_path):
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=[b.an_activity_yaml(capacity_note="约30户")]))
    page = publishing.html(publishing.site(b.data(root), as_of=b.AS_OF))["yunling-2025/online-quiz/index.html"]
    assert "<p>名额：约30户</p>" in page


def test_deadlines_in_the_wrong_place_are_told_where_they_go(tmp_path):
    edit = ("period_source: 二", "period_source: 二\ndeadlines: [{what: 报送总结, due: 7月底前}]")
    said = "这里没有“deadlines”这一项；请写在 phases、activities、requirements、parts 里"
    assert told(tmp_path, [edit]) == [said]


@pytest.mark.parametrize(
    ("audience", "guess"), [("charity", ""), ("老人", "，是否为 older（老年人）？"), ("oldr", "，是否为 older（老年人）？")]
)
def test_a_wrong_choice_is_told_with_all_choices_and_guessed_only_where_it_is_near(tmp_path, audience, guess):
    (said,) = told(tmp_path, audiences=f"[{audience}]")
    assert said.startswith(f"“{audience}”不在可选范围内{guess or '；'}可选：everyone（所有人）、older（老年人）、")


@pytest.mark.parametrize("when", ["每月第二个周六的上午和下午", "每三周周三", "周三或周五"])
def test_a_repeat_that_cannot_be_read_is_offered_the_form_of_repeats(tmp_path, when):
    (said,) = told(tmp_path, when=when)
    assert "按星期重复的，请写成 每周三10:00-12:00，6月5日至7月10日 这样" in said
    assert "也可以逐个写出日期" in said
