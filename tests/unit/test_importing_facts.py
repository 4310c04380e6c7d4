"""What a notice says, and nothing else, stands in the files; what is unsure or owed is marked."""

import docx
import pytest

import notices
from microsite.importing import command
from microsite.importing.notice import names

CAMPAIGN = "campaigns/yunling-2025.yml"


def made(notice=notices.NOTICE):
    return notices.data(notice)[CAMPAIGN]


def activity(credit="（省教育厅牵头负责）", title="举办竞答（8月）。", text="大家都来答题。"):
    """The first activity of a notice in which these words stand."""
    start = notices.NOTICE.index("　　（一）开展乡村")
    end = notices.NOTICE.index("　　（二）举办“云岭杯”")
    changed = f"{notices.NOTICE[:start]}　　（一）{title}{text}{credit}\n{notices.NOTICE[end:]}"
    return made(changed)["activities"][0]


def test_the_document_is_taken_over():
    assert made()["document"] == {
        "title": "关于印发《2025年云岭省全民数字素养与技能提升月工作方案》的通知",
        "plan_title": "2025年云岭省全民数字素养与技能提升月工作方案",
        "number": "云网办字〔2025〕7号",
        "signed": "2025年5月9日",
        "printed": {
            "on": "2025年5月12日",
            "by": "中共云岭省委网络安全和信息化委员会办公室",
            "office": "综合处",
        },
        "issuers": [
            "中共云岭省委网络安全和信息化委员会办公室", "云岭省教育厅", "云岭省人力资源和社会保障厅", "云岭省妇联",
        ],
        "signatories": [
            "中共云岭省委网络安全和信息化委员会办公室", "云岭省教育厅", "云岭省人力资源和社会保障厅",
            "云岭省妇女联合会",
        ],
        "addressees": {
            "text": "各设区市党委网信办、教育局、妇联，省直新闻网站",
            "scope": "各设区市",
            "bodies": ["党委网信办", "教育局", "妇联"],
            "others": ["省直新闻网站"],
        },
        "basis": [
            {"title": "云岭省数字技能行动计划", "issuer": "省委网信委", "number": "云网委〔2023〕5号"},
            {"title": "2025年全民数字素养与技能提升月工作方案", "issuer": "中央网信办等国家有关部门"},
        ],
    }  # fmt: skip


def test_what_is_said_of_the_whole_campaign_is_taken_over():
    campaign = made()
    kept = (
        "id",
        "region",
        "year",
        "name",
        "short_name",
        "theme",
        "period",
        "period_source",
        "parent",
        "hosting",
    )
    assert {key: campaign[key] for key in kept} == {
        "id": "yunling-2025",
        "region": "yunling",
        "year": "2025",
        "name": "2025年云岭省全民数字素养与技能提升月",
        "short_name": "提升月",
        "theme": {"text": "数字云岭 人人共享", "printed": ["数字云岭 人人共享"]},
        "period": "2025年6月中旬至7月中旬",
        "period_source": "三",
        "parent": {"name": "2025年全民数字素养与技能提升月", "issuers": "中央网信办等国家有关部门"},
        "hosting": {
            "source": "四",
            "relation": "联合举办",
            "hosts": ["省委网信办", "省教育厅", "省人社厅", "省妇联"],
            "printed_count": "4",
            "local": {"scope": "各设区市有关部门", "duty": "参照方案，在当地办好自己的活动"},
        },
    }


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("2025年全民数字素养与技能提升月活动方案", "2025年全民数字素养与技能提升月"),
        ("关于开展2025年全民数字素养与技能提升月的通知", "2025年全民数字素养与技能提升月"),
        ("关于开展2025年全民数字素养与技能提升月活动的通知", "2025年全民数字素养与技能提升月"),
        ("关于组织开展2025年全民数字素养与技能提升月工作的意见", "2025年全民数字素养与技能提升月"),
        ("关于做好2025年全民数字素养与技能提升月有关工作的通知", "2025年全民数字素养与技能提升月"),
        ("关于印发〈2025年全民数字素养与技能提升月工作方案〉的通知", "2025年全民数字素养与技能提升月"),
        ("关于2025年若干事项的通知", ""),
    ],
)
def test_the_national_campaign_is_named_without_the_form_of_its_paper(paper, name):
    notice = notices.NOTICE.replace("《2025年全民数字素养与技能提升月工作方案》", f"《{paper}》")
    assert made(notice)["parent"] == {"name": name, "issuers": "中央网信办等国家有关部门"}


def test_a_name_that_cannot_be_cut_out_of_a_title_is_owed_with_the_title_above_it():
    notice = notices.NOTICE.replace("《2025年全民数字素养与技能提升月工作方案》", "《关于2025年若干事项的通知》")
    text = dict(command.from_notice(notice.encode(), "a.txt", ()).files)[CAMPAIGN]
    assert (
        "parent:\n"
        "  # 待写：全国活动的名称；从这份文件的标题里取不出\n"
        "  # 原文（第 17 行）：关于2025年若干事项的通知\n"
        '  name: ""\n'
        "  issuers: 中央网信办等国家有关部门\n"
    ) in text


def test_a_paper_that_calls_for_no_campaign_gives_none():
    notice = notices.NOTICE.replace("《2025年全民数字素养与技能提升月工作方案》", "《关于加快数字发展的意见》")
    assert "parent" not in made(notice)


def test_phases_are_taken_over():
    assert made()["phases"] == [
        {
            "id": "warm-up", "number": "1", "source": "三（一）", "name": "预热阶段", "when": "2025年6月上旬", "summary": "",
        },
        {
            "id": "implementation", "number": "2", "source": "三（二）", "name": "实施阶段",
            "when": "2025年6月中旬至7月中旬", "summary": "",
        },
    ]  # fmt: skip


def test_activities_are_taken_over():
    found = made()["activities"]
    kept = ("number", "source", "title", "when", "lead", "support", "credit", "occasions", "counts")
    assert [{key: each[key] for key in kept if key in each} for each in found] == [
        {
            "number": "1", "source": "五（一）", "title": "开展乡村数字课堂行动", "when": "6月中旬",
            "lead": ["省教育厅"], "support": ["省人社厅", "省妇联", "等"], "credit": "省教育厅牵头，省人社厅、省妇联等分工负责",
            "counts": [
                {"what": "省级培训基地", "number": "2", "unit": "家"},
                {"what": "市级培训基地", "number": "30", "unit": "家"},
            ],
        },
        {
            "number": "2", "source": "五（二）", "title": "举办“云岭杯”数字技能竞赛", "when": "7月上旬", "lead": ["省人社厅"],
            "credit": "省人社厅牵头负责",
        },
        {
            "number": "3", "source": "五（三）", "title": "开展“数字妈妈”公益讲堂",
            "when": {"text": "6月7月", "means": "6月至7月", "note": "原文“6月7月”疑漏一个“至”字，按“6月至7月”理解。"},
            "occasions": ["科技周", "儿童节", "等"], "support": ["省妇联", "省教育厅"],
            "credit": "省妇联、省教育厅分工负责",
        },
        {
            "number": "4", "source": "五（四）", "title": "举办线上数字知识竞答", "lead": ["省委网信办"], "support": "all",
            "credit": "省委网信办牵头，各活动单位分工负责",
        },
    ]  # fmt: skip


def test_a_contest_is_a_part_with_its_edition_and_its_tracks():
    assert made()["activities"][1]["parts"] == [
        {
            "id": "bei-shuzi-jineng-dasai", "name": "第三届云岭省“云岭杯”数字技能大赛",
            "edition": "3", "tracks": ["数据标注", "数据安全"], "tracks_printed": "2",
        }
    ]  # fmt: skip


def test_requirements_and_deadlines_are_taken_over():
    assert made()["requirements"] == [
        {"id": "leadership", "number": "1", "source": "六（一）", "title": "加强组织领导", "text": ""},
        {
            "id": "anshi-zongjie-qingkuang", "number": "2", "source": "六（二）", "title": "按时总结情况", "text": "",
            "deadlines": [{"who": "各设区市党委网信办", "what": "报送总结", "to": "省委网信办", "due": "7月底前"}],
        },
    ]  # fmt: skip


def test_contacts_are_taken_over_and_the_day_of_expiry_is_owed():
    assert notices.data(notices.NOTICE)["contacts/yunling-2025.yml"] == {
        "campaign": "yunling-2025",
        "people_until": "",
        "source": "通知“联系人”",
        "contacts": [
            {"body": "省委网信办", "person": "林 岚", "phone": "0999—6512001"},
            {"body": "省教育厅", "person": "周小舟", "phone": "0999—6512002"},
        ],
    }


def test_a_register_that_is_missing_is_proposed_with_every_spelling():
    assert notices.data(notices.NOTICE)["organisations/yunling.yml"] == {
        "region": "yunling",
        "name": "云岭省",
        "organisations": [
            {
                "id": "yunling-cac", "name": "中共云岭省委网络安全和信息化委员会办公室", "short": "省委网信办", "kind": "party",
                "offices": [{"id": "zonghe", "name": "综合处"}],
            },
            {"id": "yunling-education", "name": "云岭省教育厅", "short": "省教育厅", "kind": "government"},
            {"id": "yunling-human-resources", "name": "云岭省人力资源和社会保障厅", "short": "省人社厅", "kind": "government"},
            {
                "id": "yunling-women", "name": "云岭省妇女联合会", "short": "省妇联", "aliases": ["云岭省妇联"],
                "kind": "mass",
            },
        ],
    }  # fmt: skip


def test_no_summary_is_ever_written():
    campaign = made()
    records = [campaign, *campaign["activities"], *campaign["phases"]]
    assert {each["summary"] for each in records} == {""}
    assert {each["description"] for each in campaign["activities"]} == {""}
    assert {each["text"] for each in campaign["requirements"]} == {""}
    assert campaign["aims"] == ""


def test_an_owed_value_has_the_words_of_the_notice_and_their_line_above_it():
    text = dict(command.from_notice(notices.NOTICE.encode(), "a.txt", ()).files)[CAMPAIGN]
    assert (
        "    # 待写：详细说明，用平实的话重写\n"
        "    # 原文（第 32 行）：答题页面设在各单位网站，答对的人可以领取电子证书。\n"
        '    description: ""\n'
    ) in text


def test_an_unsure_value_has_its_printed_words_and_their_line_above_it():
    text = dict(command.from_notice(notices.NOTICE.encode(), "a.txt", ()).files)[CAMPAIGN]
    assert "      # 请核对：原文“6月7月”（第 31 行）；疑漏一个“至”字\n      means: 6月至7月\n" in text


@pytest.mark.parametrize(
    ("credit", "roles"),
    [
        ("（省教育厅牵头）", {"lead": ["省教育厅"]}),
        ("(省教育厅、省妇联牵头负责)", {"lead": ["省教育厅", "省妇联"]}),
        ("（省教育厅牵头；省妇联、省人社厅按职责分工负责）", {"lead": ["省教育厅"], "support": ["省妇联", "省人社厅"]}),
        ("（省教育厅牵头,省妇联配合)", {"lead": ["省教育厅"], "assist": ["省妇联"]}),
        ("（省教育厅主办，省妇联承办，省人社厅协办）",
         {"host": ["省教育厅"], "organise": ["省妇联"], "co_organise": ["省人社厅"]}),
        ("（省委网信办指导，省教育厅和省妇联主办）", {"guide": ["省委网信办"], "host": ["省教育厅", "省妇联"]}),
        ("（省妇联、省教育厅等分工负责）", {"support": ["省妇联", "省教育厅", "等"]}),
        ("（责任单位：省教育厅、省妇联）", {"lead": ["省教育厅", "省妇联"]}),
        ("\n牵头单位：省教育厅\n配合单位：省妇联、省人社厅", {"lead": ["省教育厅"], "assist": ["省妇联", "省人社厅"]}),
        ("（省教育厅牵头，各活动单位参与）", {"lead": ["省教育厅"], "assist": "all"}),
        ("（省教育厅牵头，各地配合）", {"lead": ["省教育厅"]}),
    ],
)  # fmt: skip
def test_roles_are_read_from_brackets_and_labels(credit, roles):
    found = activity(credit)
    given = ("lead", "support", "guide", "host", "organise", "co_organise", "assist", "back")
    assert {role: found[role] for role in given if role in found} == roles


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("举办竞答（8月中旬）。", "来答题。", "8月中旬"),
        ("举办竞答(8 月至 9 月)。", "来答题。", "8月至9月"),
        ("举办竞答（8月起）。", "来答题。", "8月起"),
        ("举办竞答。", "时间：8月20日上午。来答题。", "8月20日上午"),
        ("举办竞答。", "拟于8月下旬请大家来答题。", "拟于8月下旬"),
        ("举办竞答。", "在提升月期间请大家来答题。", "提升月期间"),
        ("举办竞答。", "6月报名，8月答题。", None),
        ("举办竞答。", "沿用2024年的题目。", None),
        ("举办竞答（线上）。", "来答题。", None),
        ("举办竞答。", "6月下旬启动，为期1个月，在各单位网站答题。", "6月下旬启动，为期1个月"),
        ("举办竞答。", "竞答于6月下旬启动，为期1个月。", "6月下旬启动，为期1个月"),
        ("举办竞答。", "6月下旬启动，为期一个月左右，来答题。", "6月下旬启动"),
        ("举办竞答。", "时间：6月下旬启动，为期1个月。来答题。", "6月下旬启动，为期1个月"),
        ("举办竞答。", "6月下旬启动，为期1个月。来答题。", "6月下旬启动，为期1个月"),
        ("举办竞答。", "全年，在各单位网站答题。", "全年"),
        ("举办竞答。", "上半年，来答题。", "上半年"),
        ("举办竞答。", "6月至8月，来答题。", "6月至8月"),
        ("举办竞答。", "全年，来答题，8月举办颁奖。", None),
        ("举办竞答。", "全年，来答题，8月公布名单。", "全年"),
        ("举办竞答。", "2025年，来答题。", None),
        ("举办竞答。", "为期1个月，来答题。", None),
        ("举办竞答。", "很多人，来答题。", None),
    ],
)
def test_a_time_is_taken_as_printed_and_only_where_it_is_the_only_one(title, text, when):
    assert activity(title=title, text=text).get("when") == when


@pytest.mark.parametrize("text", ["7月9月，来答题。", "请大家于7月9月来答题。"])
def test_a_misprinted_time_in_the_text_is_kept_with_what_it_means(text):
    assert activity(title="举办竞答。", text=text)["when"] == {
        "text": "7月9月",
        "means": "7月至9月",
        "note": "原文“7月9月”疑漏一个“至”字，按“7月至9月”理解。",
    }


def test_several_times_in_a_text_are_told_and_none_is_chosen():
    notice = notices.NOTICE.replace("答题页面设在", "全年，6月报名，8月答题。答题页面设在")
    text = dict(command.from_notice(notice.encode(), "a.txt", ()).files)[CAMPAIGN]
    assert "  # 请核对：正文写有几处时间（全年、6月、8月；第 32 行），没有填 when\n" in text


def test_activities_are_read_from_a_table_where_no_clause_lists_them():
    document = docx.Document()
    start, end = notices.NOTICE.index("　　（一）开展乡村"), notices.NOTICE.index("六、工作要求")
    for row in notices.NOTICE[:start].splitlines():
        document.add_paragraph(row)
    rows = [
        ("序号", "活动名称", "时间", "主要内容", "牵头单位", "配合单位"),
        ("1", "数字阅读周", "6月上旬", "图书馆开放数字资源。", "省教育厅", "省妇联、省人社厅"),
        ("2", "编程比赛", "7月5日", "请学生来编程。", "省人社厅", ""),
    ]
    table = document.add_table(rows=0, cols=6)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for row in notices.NOTICE[end:].splitlines():
        document.add_paragraph(row)
    found = notices.data(notices.saved(document))[CAMPAIGN]["activities"]
    kept = ("number", "source", "title", "when", "lead", "assist", "credit")
    assert [{key: each[key] for key in kept if key in each} for each in found] == [
        {
            "number": "1", "source": "表1第1项", "title": "数字阅读周", "when": "6月上旬", "lead": ["省教育厅"],
            "assist": ["省妇联", "省人社厅"], "credit": "牵头单位：省教育厅；配合单位：省妇联、省人社厅",
        },
        {
            "number": "2", "source": "表1第2项", "title": "编程比赛", "when": "7月5日", "lead": ["省人社厅"],
            "credit": "牵头单位：省人社厅",
        },
    ]  # fmt: skip


def test_numbers_of_things_are_taken_over():
    assert activity(text="组织15名讲师，开设手机课堂40场。")["counts"] == [
        {"what": "讲师", "number": "15", "unit": "名"},
        {"what": "手机课堂", "number": "40", "unit": "场"},
    ]


def test_a_committee_is_taken_over():
    start, end = notices.NOTICE.index("　　提升月由省委"), notices.NOTICE.index("五、主要活动")
    text = (
        "　　省委网信办、省教育厅、省妇联共同成立云岭省提升月组委会，作为活动主办单位。\n"
        "　　组委会负责商定重要事项。召集人由省委网信办负责同志担任，成员为各单位处室负责同志。"
        "日常工作由省委网信办综合处承担。\n"
    )
    assert made(notices.NOTICE[:start] + text + notices.NOTICE[end:])["hosting"] == {
        "source": "四",
        "relation": "共同成立组委会，作为活动主办单位",
        "committee": {
            "name": "云岭省提升月组委会",
            "role": "活动主办单位",
            "members": ["省委网信办", "省教育厅", "省妇联"],
            "convener": "省委网信办负责同志",
            "convener_body": "省委网信办",
            "member_posts": "各单位处室负责同志",
            "office": {"body": "省委网信办", "office": "综合处"},
            "duty": "商定重要事项",
        },
    }


def test_a_time_that_nobody_can_read_is_kept_and_its_meaning_owed():
    assert activity(title="举办竞答（13月）。")["when"] == {"text": "13月", "means": "", "note": ""}


def test_a_mobile_number_is_never_put_into_the_file():
    notice = notices.NOTICE.replace("0999—6512002", "13900000000")
    made = notices.data(notice)["contacts/yunling-2025.yml"]
    assert made["contacts"][1] == {"body": "省教育厅", "person": "周小舟", "phone": ""}
    text = dict(command.from_notice(notice.encode(), "notice.txt", ()).files)["contacts/yunling-2025.yml"]
    assert "13900000000" not in text
    assert "不宜公布；请改填带区号的座机，请核对：确是单位公用的，填上号码并写 office_owned: true" in text


def test_a_contact_without_a_body_belongs_to_the_first_issuer():
    start, end = notices.NOTICE.index("　　联系人："), notices.NOTICE.index("中共云岭省委", 300)
    notice = f"{notices.NOTICE[:start]}　　（联系人：林岚，联系电话：0999-6512001）\n{notices.NOTICE[end:]}"
    assert notices.data(notice)["contacts/yunling-2025.yml"]["contacts"] == [
        {"body": "中共云岭省委网络安全和信息化委员会办公室", "person": "林岚", "phone": "0999-6512001"}
    ]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("中共云岭省委网络安全和信息化委员会办公室", "省委网信办"),
        ("云岭省人力资源和社会保障厅", "省人力资源社会保障厅"),
        ("云岭省卫生健康委员会", "省卫健委"),
        ("共青团云岭省委员会", "团省委"),
        ("云岭省妇女联合会", "云岭省妇联"),
        ("中共云岭省委党校（云岭行政学院）", "省委党校"),
        ("云岭省通信管理局", "省通信管理局"),
    ],
)
def test_the_long_and_the_short_name_of_a_body_are_one(long, short):
    region = names.Names("云岭省")
    assert region.same(long) == region.same(short)


@pytest.mark.parametrize(
    "words", ["数字经济大会", "省级培训", "各市教育局", "省教育厅的课堂", "提升月活动", "教育局"]
)
def test_not_everything_is_a_body(words):
    assert not names.Names("云岭省").is_body(words)
