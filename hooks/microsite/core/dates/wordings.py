"""Wordings that say what another one says: a phrase is put as the rules read it before it is taken apart.

What is left out here says nothing of the days (第三节课, 不定期, 遇雨顺延); pages show what was printed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WEEKDAY: Final = "(?:周|星期|礼拜)[一二三四五六日天]"
_SEVERAL_WEEKDAYS: Final = rf"(?:周末|双休日|{_WEEKDAY}(?:[、和至到~-](?:周|星期|礼拜)?[一二三四五六日天])+)"
_DAY: Final = "(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]"
_HOLIDAYS: Final = "(?:法定)?节假日"
_DAYS: Final = "[^至到每~-]*[日号][、和及与][^至到每~-]*[日号]"
_AT: Final = "(?:[上下中]午|[早晚]上?|凌晨)?[0-9]{1,2}[:时点]"
_NUMBER: Final = "[0-9一二两三四五六七八九十]{1,3}"
_LESSON: Final = f"(?:第{_NUMBER}(?:[、至~-]第?{_NUMBER})?节课?|大?课间|早操|晨会|班会课?|晚自习|午休)(?:时间|期间)?"

_HOURS: Final = f"{_AT}[0-9分半刻整]*(?:[至到~-](?:{_AT}|[0-9])[0-9分半刻整]*)?"
_HOURS_OF_EACH: Final = f"{_HOURS}(?:(?:[、,]|和|以及){_HOURS})+"

_SAME: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[0-9])/(?=[0-9]{1,2}:)", "、"),
        (r"(?:早晨|清晨)(?=[0-9,]|$)", "早上"),
        (r"(?:傍晚|夜间|夜晚|晚间|深夜|夜里?(?=[0-9]))(?=[0-9,]|$)", "晚上"),
        (r"午后(?=[0-9,]|$)", "下午"),
        (r"午间(?=[0-9,]|$)", "中午"),
        (r"(?<=[日号)午晚上])([0-9]{1,2})(?=[至到~-][0-9]{1,2}([时点]))", r"\1\2"),  # 下午3-5点
        (r"(?<=[0-9时点分半刻整])许(?=[,至到]|$)", "左右"),
        (rf"^(.*[至到~-].*[日号月旬])内?的?(工作日|双休日|周末|{_HOLIDAYS})(?![0-9]*[除停放闭])", r"\1,\2"),  # 6月15日至26日工作日9:00
        (rf"^({_DAY}),(?={_WEEKDAY}(?![、和至到~-]))", r"\1"),  # 9月16日,星期二
        (rf"(?<=[日号)])全天[,(]({_AT}[^()]*)\)?$", r"\1"),  # 6月11日(周四)全天(9:00~17:00)
        (rf"^({_DAYS})(?:[,(]每?{_WEEKDAY}(?:[、和]{_WEEKDAY})*\)?)?,?(?:每[日天]|均|都)?(?={_AT}|$)", r"\1"),  # 4月18日、19日,每日9:30
        (rf"^(.*[至到~-].*[日号月旬])\(({_SEVERAL_WEEKDAYS})(?:\)(.*)|,?({_AT}[^()]*)\))$", r"\1,每\2\3\4"),  # 7月14日~8月8日(周一至周五)
        (r"^(.*[0-9日号月旬])(?:正式)?(?:启动|开始|开幕),([^,约]*[0-9日号月旬])(?:正式)?(?:结束|闭幕|收官|截?止)$", r"\1至\2"),
        (rf"^({_DAY})起,?(每.*?)[,(][至到]?({_DAY})截?止\)?$", r"\1至\3,\2"),  # 7月5日起每周六10:00(8月23日止)
        (r"(?<=起)(?:展出|展览|展映|开放|公示)(?=[0-9]{1,2}(?:天|日|周|个月))", ",为期"),
        (r"(?:拉开[帷序]幕|开幕)(?=,为期)", "起"),
        (r"(?<=[0-9点时分半刻整]),?各[1一][场次](?=,|$)", ""),
        (rf",?(每[日天])各?{_NUMBER}[场次期](?:活动)?[,:(]*(?:分别[为是在]|时间[为是]?|场次)?:?({_HOURS_OF_EACH})\)?$", r"\1\2"),
        (rf"^({_DAY})每[日天](?={_AT})", r"\1"),  # 6月7日每日9:30、14:30
        (rf"^每?(?:2周|两周|隔周|双周)[1一]次,?(?:每[个逢]?)?(?={_WEEKDAY})", "每2周"),
        (r"[,(](?:如?[遇逢]有?)(?:国家)?(?:法定)?(?:节假日|休息日|节日|双休日|周末)[则时]?(?:顺延|提前|调整|另行通知)[^,()0-9]*\)?", ""),
        (r"(?<=期间|[月周季]内),?不定期(?:举办|开展|进行)?$", ""),
        (rf",?分{_NUMBER}[期批次场](?:举办|开展|进行)?(?:,每[期批次场](?:为期)?{_NUMBER}天)?$", ""),
        (rf"(?<=[日号)午]),?{_LESSON}$", ""),
        (rf"(?<=[0-9点时分半刻整])\((?:{_LESSON}|第{_NUMBER}课时?|共?{_NUMBER}个?课时)\)$", ""),
        (r"(?<=[日号)]),?(?:开馆|开放|营业|办公|工作|上班)时间内?$", ""),
        (rf"\((?:提前|于)?{_DAY}(?:[上下]午|晚上?|全天)?(?:{_AT}[0-9分半]*)?(?:[之以]?前)?(?:报到|签到)\)", ""),
        (r"^第[0-9]{1,2}(?:教学|学)?周\(([^()]*[0-9][^()]*)\)(.*)$", r"\1\2"),  # 第10教学周(11月2日至6日)
        (r"(?<=[节日])当[天日](?=\([0-9])", ""),  # 重阳节当天(10月29日)下午
        (rf"^(每[^,0-9]+),({_DAY}[至到~-]{_DAY}),({_AT}.*)$", r"\2\1\3"),  # 每周六,3月7日至5月30日,14:00~15:30
        (rf"(月份?的?第[1-5一二三四五]个?(?:周|星期))的{_WEEKDAY}$", r"\1"),
        (r"(?<=[寒暑]假)(?=每)", "期间"),
        (r"(?<=每[天日])上午[、和]下午$", ""),
    )
)


_OF_A_TIME: Final = re.compile(
    r"[0-9:~年月日号时点分刻半旬底初末至到上下中午早晚、,()和及与前后起止的每\s.;&+-]|(?:周|星期|礼拜)[一二三四五六日天末]|[〇零一二两三四五六七八九十]+(?=[年月日号时点天周个至季])|第[1-5一二三四五](?=个?(?:周|星期|季))|最后一?"
    r"|个(?=[月周星])|[天周内晨]|除外|自|从|于|在|即日|份|全|均为|逢"
    r"|全天|工作日|双休日|次日|凌晨|正式|开始|结束|启动|活动|期间|隔|季度|春季|夏季|秋季|冬季|期|大?约|左右|暂定|放假|闭馆|休馆|休息|暂停|停课|节假日|法定|额满为止|待定|为"
    r"|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:a|p)\.?m\b\.?|(?<=[0-9])(?:st|nd|rd|th|[ap]m)\b"
    r"|\b(?:at|from|to|and|of|on|in|by|the|every|each|daily|weekdays?|weekends?|other|first|second|third|fourth|last|mid|early|late|noon|morning|"
    r"afternoon|evening|day|except|closed|until|full|all|noon|midnight|next)\b)"
)
_PLAIN: Final = re.compile("[0-9年月日号上中下旬午前底:.~至-]*")


def says_more(printed: str) -> bool:
    """Whether a printed time has words beside its days and hours.

    >>> says_more("6月7日9:00，遇雨顺延"), says_more("6月7日（周日）上午9:00—11:30"), says_more("Sat 12 Sept, 10am")
    (True, False, False)
    """
    return len(re.sub(r"[\W_]", "", _OF_A_TIME.sub("", unicodedata.normalize("NFKC", printed)))) > 0


def plain(phrase: str) -> str:
    """A normalised phrase in the wording that the rules read.

    >>> plain("7月14日~8月8日(周一至周五)"), plain("9月15日启动,10月15日结束")
    ('7月14日~8月8日,每周一至周五', '9月15日至10月15日')
    """
    if _PLAIN.fullmatch(phrase):  # most are, and there are thousands of sessions
        return phrase
    for pattern, put in _SAME:
        phrase = pattern.sub(put, phrase)
    return phrase
