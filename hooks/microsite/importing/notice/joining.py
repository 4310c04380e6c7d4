"""Paragraphs out of lines: what a page, a margin or a program broke is joined again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from ...core.typography import folded
from . import contacts, labels, times
from .pieces import PAPER, Line, Paragraph, Place, evened

_ORDINAL = re.compile(
    r"[(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[.、](?:(?![0-9])|(?=20[0-9]{2}(?![0-9])|[0-9]{1,2}[月:]))|[(][0-9]{1,2}[)]"
    r"|[①-⑳★☆●◆■▲◎※▶【\u231a-\u23ff\u260e\u2700-\u27bf\U0001f300-\U0001faff]|第[一二三四五六七八九十]{1,3}(?:[章条项部]|(?:阶段|[期场讲站批轮])(?:[(][^()]*[)])?:)|(?:预|初|复|半决|总?决)赛:|(?!附|图|表|周|星期)[\u3400-\u9fff]{2,4}(?<![周期])(?:[0-9]{1,2}|[一二三四五六七八九十]):(?![0-9])|附件[0-9]*[:：]?|附[:：]|#|(?:特等|[一二三]等|优秀|优胜|组织|入围)奖"
)
_LABEL = re.compile(r"(?:联系人|联系电话|联系方式|电子邮箱|邮箱|传真|抄送|抄报|主题词|温馨提示|特别提醒|备?注|说明|[^,。;:]{2,4}单位)[:：]")
_COPIES = re.compile(r"(?:抄送|抄报|分送)[:：]")
_IMPRINT = re.compile(r"20[0-9]{2}年.{1,5}日印发$")
_ATTACHED = re.compile(r"附件?[:：]|[0-9]{1,2}[.、]")
_CLOSED = re.compile(r"[。!?;:][”’)」』]*$")
_UNFINISHED = re.compile(r"(?::|\((?:星期|周)[一二三四五六日天]\))$")
"""A colon, and a day before its hour: 4月19日（星期日）."""
_DAYS_OF_WEEK = re.compile(r"(?:每(?:周|星期)|(?:周|星期)(?:[一二三四五六日天]、)+)$")
"""The beginning of 每周一、三、五, whose next line begins with no number of a heading."""
_HANGING = re.compile(r"[、,(《“〔]$")
_PROSE = re.compile(r"[,。;]")
_WHOLE = re.compile(
    r"(?:时间|日期|主题|地点|内容|要求|安排|方式|办法|对象|目标|目的|思想|意义|机构|单位|事项|保障|分工|流程|议程|人员|阶段|步骤"
    r"|活动|仪式|大赛|比赛|竞赛|讲座|论坛|展览|培训|行动|课堂|演出|方案|通知)$"
)
"""Ends of headings that are whole."""
_TITLE = re.compile(rf"(?:{PAPER}|方案|办法|计划|安排)表?[》”]?(?:的{PAPER})?(?:\([^()]{{1,12}}\))?$")
_NOTICE = re.compile(rf".{{0,40}}关于[^。;]{{2,110}}的{PAPER}")
_ALONE = re.compile(
    r"20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?:印发)?$|[0-9]{7,8}$|1[0-9]{10}$|[〔\[(]20[0-9]{2}[)\]〕]第?[0-9]+号$"
)
_BODY = re.compile(
    r"(?:中共|共青团)?[\u3400-\u9fff]{2,30}(?:委员会办公室|委员会|办公室|厅|局|联合会|协会|学会|党校|总工会|妇联|科协|残联|办事处|政府|领导小组|大学|学院|[中小]学|馆|中心|集团|公司)"
    r"(?:\([^()]*\))?"
)
_DAYS = re.compile(r"\s*[0-9]{1,2}月[0-9]{1,2}日(?:[、—至-]+(?:[0-9]{1,2}月)?[0-9]{1,2}日)*[\s(]")
_SPACED_DAY = re.compile(r"(?<=[0-9])[ \u00a0]+(?=[年月日时点分](?![0-9]))|(?<=[年月])[ \u00a0]+(?=[0-9]{1,2}[ \u00a0]*[月日])")
"""The spaces that a program sets around figures: 11 月 10 日."""
_PAIRS = {"》": "《", ")": "(", "”": "“"}
_LONGEST = 4000


def _key(text: str) -> str:
    return "".join(evened(text).split())


def paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of a notice, numbered from 0."""
    width = _wrapped_at(lines)
    grown: list[_Growing] = []
    for printed in lines:
        line = printed if printed.cells else replace(printed, text=_SPACED_DAY.sub("", printed.text))
        if grown and (_is_cut(grown[-1], line) if line.broken else _goes_on(grown[-1], line, width)):
            grown[-1] = grown[-1].with_line(line)
        else:
            grown.append(_Growing(line.text, ((0, line.place),), line))
    return tuple(Paragraph(number, each.text, each.places, each.last.cells) for number, each in enumerate(grown))


@dataclass(frozen=True, slots=True)
class _Growing:
    """A paragraph so far: its text, from where each stretch comes, its last line."""

    text: str
    places: tuple[tuple[int, Place], ...]
    last: Line

    def with_line(self, line: Line) -> _Growing:
        words = re.search(r"[A-Za-z]$", self.text) and re.match(r"[A-Za-z]", line.text)
        glue = " " if words or labels.LINE.match(_key(line.text)) else ""
        before = self.text + glue
        return _Growing(before + line.text, (*self.places, (len(before), line.place)), line)


def _wrapped_at(lines: tuple[Line, ...]) -> int:
    """At how many signs the lines of a file are broken, 0 where they are not."""
    lengths = [len(line.text) for line in lines if not line.cells]
    counted = Counter(length for length in lengths if 18 <= length <= 60)
    if not counted or max(lengths, default=0) > 70:
        return 0
    near = {size: sum(counted[size + step] for step in (-2, -1, 0, 1, 2)) for size in counted}
    size = max(near, key=lambda each: (near[each], each))
    return size if near[size] >= max(6, 0.3 * len(lengths)) else 0


def _goes_on(grown: _Growing, line: Line, width: int) -> bool:
    """Whether a line continues the paragraph before it."""
    before, after = _key(grown.text), _key(line.text)
    if grown.last.cells or line.cells or len(before) > _LONGEST:
        return False
    placed = re.match("[\u3400-\u9fff]{2,8}:[0-9]{1,2}月[0-9]{1,2}日", after)  # 石桥村：4月8日9:00，村委会
    labelled = line.starts is not False and (_LABEL.match(after) or labels.LINE.match(after) or times.SHOWN.match(after) or placed)
    dated = line.starts is not False and re.fullmatch(f"{times.RUN}:?", after) and re.search("月.*日", after)
    dated = dated or (not width and line.starts is not False and _DAYS.match(folded(line.text)))
    if _numbered(before, after) or labelled or dated or (_COPIES.match(before) and _IMPRINT.search(after)):
        return False
    last_signs = not _ends(before) and re.fullmatch("[^,。;:]{1,3}[”》)]?[。;]", after)  # of a line that was too long
    if _is_open(before) or last_signs or _is_titled_on(before, after) or _is_finished(before, after):
        return bool(_is_open(before) or last_signs or _is_titled_on(before, after))
    if line.starts is False and grown.last.starts is not None and len(grown.last.text) > 12:
        full = len(grown.last.text) >= (width - 2 if width else 25)  # a margin tells more than a full stop
        return full or not _ends(before) or bool(_UNFINISHED.search(before))
    if _is_next_contact(grown.last.text, after, width) or (not width and line.starts is None and labels.LINE.match(before)):
        return False
    heading = not width and _ORDINAL.match(before) and len(grown.last.text) < 40 and line.starts is not False
    if heading or _ends(before) or line.starts:
        return False
    if _stands_alone(before):
        return _is_broken_attachment(before, after, len(grown.last.text), width)
    broken = width and len(grown.last.text) >= width - 3
    below = _BODY.fullmatch(after) and re.search("单位:", before)  # more bodies below 牵头单位：…
    credited = re.search("(?:单位|部门):[^,。:]{2,40}$", before)  # …。牵头单位：县委网信办
    labelled = not width and re.match("[\u3400-\u9fff]{2,6}:", before) and _BODY.fullmatch(after)  # 咨询时间：… above who signs
    reached = _BODY.fullmatch(after) and re.search("@[A-Za-z0-9.-]+$|[0-9]{7,8}$", before)  # 邮箱：… above who signs
    signed = bool(below or credited or labelled or reached) and not broken
    if signed or (_BODY.fullmatch(before) and not _PROSE.search(after)):
        return False
    if width and len(grown.last.text) >= width - 3:
        return True
    return bool(_PROSE.search(before)) and not (width and len(grown.last.text) < width - 6)


def _is_cut(grown: _Growing, line: Line) -> bool:
    """Whether a line break stands within a sentence or a heading (（一）开展乡村数字 / 课堂行动), not between two things."""
    before, after = _key(grown.text), _key(line.text)
    ordinal = _ORDINAL.match(before)
    heading = before[ordinal.end() :] if ordinal else before
    begins = _numbered(before, after) or _LABEL.match(after) or labels.LINE.match(after) or re.match(f"{times.RUN}[,在]", after)
    whole = _ends(before) or labels.kind_of(heading) or _WHOLE.search(heading)
    if begins or whole or _is_next_contact(grown.last.text, after, 0):
        return False
    if _is_open(before):
        return True
    names = _BODY.fullmatch(before) and not _PROSE.search(after)
    halves = all(re.fullmatch("[\u3400-\u9fff]{4,14}", each) for each in (before, after))  # of a theme
    goes_on = halves or ordinal or re.search("[,。;:]|^[0-9]", before) or _PROSE.search(after)
    return not names and bool(goes_on)


def _numbered(before: str, after: str) -> bool:
    return bool(_ORDINAL.match(after)) and not _DAYS_OF_WEEK.search(before)


def _is_titled_on(before: str, after: str) -> bool:
    """A title whose end is alone in its line: 2026年“书香云岫”读书月 / 系列全民阅读活动方案."""
    named = r"(?!.*(?:文件|[日号])$)[^,。;:]{0,20}(?:20[0-9]{2}年|第[0-9一二三四五六七八九十]{1,4}届)[^,。;:]{2,40}"
    begins = re.fullmatch(named, before) and not _TITLE.search(before)
    return bool(begins and _TITLE.search(after) and re.fullmatch("(?!关于|附|20[0-9]{2}年|第)[^,。;:]{2,30}", after))


def _is_finished(before: str, after: str) -> bool:
    """A title that is complete, and a full stop above a signature or a date, whatever the margins say."""
    alone = _BODY.fullmatch(after) or _ALONE.match(after)
    barred = re.fullmatch("[^。;:]{4,40}[丨|][^。;:]{2,40}", before)  # 书局十一月活动丨天凉了，来坐一会儿
    return bool(_NOTICE.fullmatch(before) or barred or (alone and _ends(before) and not before.endswith(":")))


def _is_next_contact(last: str, after: str, width: int) -> bool:
    """Lines of a list of contacts: each is finished, with whatever it ends, unless the margin breaks it."""
    if (width and len(last) >= width - 3) or re.match(r"[A-Za-z0-9.,;、)(]", after):
        return False
    before = _key(last)
    mail_at_the_end = re.search(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[)]?$", before)
    return contacts.is_contact(before) and bool(mail_at_the_end or contacts.is_contact(after))


def _is_open(before: str) -> bool:
    """A list or a bracket that is not finished at the end of a line."""
    if _HANGING.search(before) or (
        re.match("(?:[\u3400-\u9fff]{3,30}[局会办厅委府馆院学心室部])?关于[^。;]{0,100}$", before) and not _TITLE.search(before)
    ):
        return True
    tail = before[-120:]
    return any(
        tail.rfind(opening) > tail.rfind(closing) for closing, opening in _PAIRS.items() if closing != "”"
    ) and (not _CLOSED.search(before))


def _ends(before: str) -> bool:
    return bool(_CLOSED.search(before)) or bool(_ALONE.search(before)) or before.endswith(")")


def _is_broken_attachment(before: str, after: str, length: int, width: int) -> bool:
    """附件：1. … whose long title a margin broke; its lines are indented by up to six signs."""
    if not _ATTACHED.match(before) or _TITLE.search(before) or _BODY.fullmatch(after) or _PROSE.search(after):
        return False
    return bool(width) and length >= width - 6 and len(after) < width


def _stands_alone(before: str) -> bool:
    """Titles and headings: they end without a stop and are finished all the same."""
    if _TITLE.search(before):
        return True
    return bool(_ORDINAL.match(before)) and not _PROSE.search(re.sub(r"“[^”]*”|\([^()]*\)|《[^》]*》", "", before))
