"""Every part of a notice goes where it belongs by the customs of GB/T 9704: attachments, signatures, imprint, copies."""

import pytest

import notices
from microsite.importing import command

CAMPAIGN = "campaigns/yunling-2025.yml"
SIGNED = {
    "signed": "2025年5月9日",
    "signatories": [
        "中共云岭省委网络安全和信息化委员会办公室", "云岭省教育厅", "云岭省人力资源和社会保障厅", "云岭省妇女联合会",
    ],
}  # fmt: skip
PLAN = "2025年云岭省全民数字素养与技能提升月工作方案"


def imported(notice):
    """The campaign as it is read back, its text, and the sentences without a place."""
    made = command.from_notice(notice.encode(), "notice.txt", ())
    return notices.data(notice)[CAMPAIGN], dict(made.files)[CAMPAIGN], [each.text for each in made.report.left]


def attached(text):
    return [row.split("）：", 1)[1] for row in text.splitlines() if row.startswith("# 通知带有附件")]


LISTS = {
    "indented": f"　　附件：1.{PLAN}\n　　　　　2.2025年云岭省提升月重点活动安排\n",
    "wide stops": f"　　附件：1．{PLAN}\n　　　　　2．2025年云岭省提升月重点活动安排\n",
    "no indents": f"附件：1.{PLAN}\n2.报名表\n3、2025年联系人名单\n",
    "alone": f"附件：\n1.{PLAN}\n2.2025年云岭省提升月重点活动安排\n",
    "spaces and empty lines": f"附件：1. {PLAN}\n\n      2. 2025年云岭省提升月重点活动安排\n\n",
    "a word for each": f"附件1：{PLAN}\n附件2：2025年云岭省提升月重点活动安排\n",
    "one": f"附件：{PLAN}\n",
}


@pytest.mark.parametrize("above", ["", "附件1\n"])
@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_a_list_of_attachments_above_the_signatures_hides_neither_them_nor_the_date(listed, above):
    whole = notices.data(notices.NOTICE)[CAMPAIGN]
    campaign, text, left = imported(
        notices.NOTICE.replace(notices.SIGNATURES, f"{listed}{notices.SIGNATURES}{above}")
    )
    assert {key: campaign["document"][key] for key in SIGNED} == SIGNED
    assert campaign == whole
    assert left == []
    wanted = [*("".join(listed.split(" ")).replace("　", "") + above).split("\n")]
    assert ["".join(each.split()) for each in attached(text)] == [each for each in wanted if each]


def test_a_list_of_attachments_below_the_clauses_of_a_notice_without_a_plan_is_one_too():
    start, end = notices.NOTICE.index(notices.SIGNATURES), notices.NOTICE.index("一、总体要求")
    imprint = notices.NOTICE.index("中共云岭省委网络安全和信息化委员会办公室综合处")
    notice = (
        f"{notices.NOTICE[:start]}{notices.NOTICE[end:imprint]}　　附件：1.报名表\n　　　　　2.2025年活动安排\n"
        f"{notices.SIGNATURES}附件1\n报名表\n{notices.NOTICE[imprint:]}"
    )
    campaign, text, left = imported(notice)
    assert {key: campaign["document"][key] for key in SIGNED} == SIGNED
    assert attached(text) == ["附件：1.报名表", "2.2025年活动安排"]
    assert left == ["附件1", "报名表"]


def test_a_clause_that_begins_with_a_year_is_a_clause():
    notice = notices.NOTICE.replace(
        "（二）按时总结情况。", "（二）按时总结情况。\n1.2025年底前公布结果。\n2.2026年再办。\n"
    )
    assert [each["title"] for each in imported(notice)[0]["requirements"]] == ["加强组织领导", "按时总结情况"]


REARS = {
    "heading and title": ("附件2", "2025年云岭省提升月重点活动安排表"),
    "heading with its title": ("附件2：重点活动安排表", "序号和名称"),
    "copies": ("抄送：省委办公厅，省政府办公厅。",),
    "copies without a stop": ("抄送：省委办公厅，省政府办公厅",),
    "all": ("附件2", "重点活动安排表", "抄送：省委办公厅，省政府办公厅"),
}


@pytest.mark.parametrize("rear", REARS.values(), ids=REARS)
def test_what_is_attached_below_the_plan_and_who_gets_copies_is_no_part_of_the_last_requirement(rear):
    imprint = notices.NOTICE.index("中共云岭省委网络安全和信息化委员会办公室综合处")
    rows = "".join(f"{each}\n" for each in rear)
    campaign, text, left = imported(notices.NOTICE[:imprint] + rows + notices.NOTICE[imprint:])
    assert campaign == notices.data(notices.NOTICE)[CAMPAIGN]
    assert left == list(rear)
    assert [each for each in rear if each in text] == []


def test_an_attachment_that_says_who_is_responsible_is_still_read():
    start, end = notices.NOTICE.index("五、主要活动"), notices.NOTICE.index("六、工作要求")
    imprint = notices.NOTICE.index("中共云岭省委网络安全和信息化委员会办公室综合处")
    notice = (
        f"{notices.NOTICE[:start]}{notices.NOTICE[end:imprint]}附件2\n{notices.NOTICE[start:end]}"
        f"{notices.NOTICE[imprint:]}"
    )
    assert len(imported(notice)[0]["activities"]) == 4


@pytest.mark.parametrize("width", [24, 28, 33])
def test_a_list_of_attachments_that_a_margin_broke_is_one_list(width, monkeypatch):
    listed = LISTS["wide stops"].replace("月重点活动", "月全省各级各类学校重点活动")
    monkeypatch.setattr(
        notices, "NOTICE", notices.NOTICE.replace(notices.SIGNATURES, f"{listed}\n{notices.SIGNATURES}附件1\n")
    )
    whole, wrapped = imported(notices.NOTICE), imported(notices.wrapped(width))
    assert {key: wrapped[0]["document"][key] for key in SIGNED} == SIGNED
    assert wrapped[0] == whole[0]
    assert attached(wrapped[1]) == attached(whole[1])
    assert wrapped[2] == []
