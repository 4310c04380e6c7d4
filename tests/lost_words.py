"""What of a notice is neither in a written file nor in the report of its import."""

import re

import yaml

from microsite.checks import personal_data
from microsite.core.typography import content, folded
from microsite.importing import report

# Headings and labels that only lead to a field: what they say is the field's own key.
LEADING = (
    "总体要求", "活动主题", "时间安排", "活动组织", "主要活动及分工", "工作要求", "联系人：",
    "由", "等", "与", "家单位", "单位", "节点", "印发", "个竞赛项目", "时间：",
    "指导思想", "活动", "重点", "主要", "有关", "工作", "组织", "机构", "领导", "要求", "内容", "安排", "项目", "地点", "主题",
    "主题为", "保障措施", "架构", "讲座", "展览", "责任", "事项", "对象", "报名", "截止", "序号", "名称", "人", "及", "联系",
    "咨询", "热线", "电话", "方式", "附件", "主办", "承办", "协办", "指导", "支持", "通知", "日", "日期", "具体", "负责", "场地",
    "地址", "参加", "人员",
    "备注", "板块", "和时间", "和主题", "招聘会", "课程", "第一期上课日期", "第二期上课日期", "每期", "授课", "原定", "调整后", "赛务",
    "参与", "预约", "班次",
    "上课", "授课教师", "招生人数", "开展", "举办", "配合", "保障", "牵头社区", "部门", "服务", "规模", "范围", "口号",
    "招募", "影片", "放映", "培训时间", "培训地点", "适合人群", "技术支持", "征集时间", "作品要求", "寄送地址",
    "实施步骤", "类别", "任务", "时限", "集合", "进度", "形式", "邮箱", "传真", "电子", "主讲", "文件", "完成",
    "总体", "目标", "信箱", "比赛", "费用", "名额", "平台", "场次", "年级", "参赛", "人数", "投稿", "展厅", "展期", "票价",
    "收费标准", "网址", "分工", "名", "班级", "教室", "学", "费元", "费", "元", "期", "题目", "适合", "无需",
    "丨", "怎么来", "领读", "老师", "合作", "起终点", "现", "原", "什么时候做", "在哪儿做", "怎么做", "由谁牵头",
    "是", "媒体", "额", "路线", "报", "报送", "办法", "步骤", "任课教师", "领队姓名", "0", "4", "年龄", "方法", "举措", "联络", "座机",
    "参会", "兼", "展出", "送件", "座位", "问询", "教学点", "会场", "团体", "不收", "值班",
)  # fmt: skip

_ORDINAL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.]|[一二三四五][是要]|[A-H][.、]"
    r"|第[一二三四五六七八九十]+(?:部分|项|条|轮|阶段:|季度:|周(?=\()|,)|▲[一二三四五六七八九、]+年级|(?:▶\s*)?(?:活动|主题|讲座|项目|任务|报告|路线)[一二三四五六A-H][:\s]|\d+[.．、]|[①-⑳])"
)


def plain(text):
    return content("".join(folded(text).split()))


def fields(made):
    """Every value of the written files, longest first, without punctuation."""
    found = set()
    for _, text in made.files:
        _gather(yaml.load(text, yaml.CBaseLoader), found)  # noqa: S506
    return sorted(filter(None, map(plain, found)), key=len, reverse=True)


def _gather(node, found):
    if isinstance(node, dict):
        for value in node.values():
            _gather(value, found)
    elif isinstance(node, list):
        for value in node:
            _gather(value, found)
    else:
        found.update((node, *re.split("[；：）]", node)))  # responsibilities of several lines, a clause and what it is called
        found.update(re.findall(r"(?<=[日）)一二三四五六])(?:[上下]午|晚上|全天)?[0-9:—-]*$", node))  # whose day stands above
        found.update(re.findall("^[0-9]+(?=元/)", node))  # whose unit stands above the column


def lost(notice, made):
    """Lines of a notice of which something is neither in a value nor in the report of what was made of it."""
    told = plain("\n".join(report.lines(made.report)))
    values = fields(made)
    known = sorted((*values, *map(plain, LEADING)), key=len, reverse=True)
    missing = []
    for line in personal_data.masked(notice).splitlines():
        for sentence in re.split(r"(?<=[。！？；!?;])(?![^“”]*”)", folded(line)):
            if any(plain(sentence) in each for each in (told, *values)):
                continue
            rest = re.sub(_ORDINAL, "", sentence)
            rest = plain(rest)
            for each in known:
                rest = rest.replace(each, "|")
            if rest.replace("|", ""):
                missing.append((sentence, rest))
    return missing
