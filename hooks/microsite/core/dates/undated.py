"""Times that stay words, as no day follows from them: 第5—16周, 前一天, 每月一次, 额满为止; and what they are called in English.

Weeks of a term are counted from a day that each school sets, a day before a session is another one for each of them,
and nobody knows when all places are taken. So none of these has bounds, and all are shown as they are printed.
"""

from __future__ import annotations

import re
from typing import Final

from .grammar import CLOCK, normalise

_NUMBER: Final = "[0-9一二两三四五六七八九十]+"
_CLOCK: Final = re.sub("[?]P<[a-z_]+>", "", CLOCK)
_WEEKDAY: Final = "(?:周|星期|礼拜)[一二三四五六日天]"
_WEEKS: Final = rf"第{_NUMBER}周?(?:[、,至到~-]第?{_NUMBER}周?)*(?<=周)"
_ODD: Final = rf"[单双]周的?(?={_WEEKDAY})"
_OF_A_TERM: Final = rf"(?:本?学期|教学周?|开学后?|校历)?的?(?:{_WEEKS}|{_ODD})(?:[、,]?的?每?{_WEEKDAY}(?:[、和至~-]{_WEEKDAY})*)?{_CLOCK}"
_EVENT: Final = "(?:活动|讲座|演出|培训|比赛|参观|开[课讲赛展场馆班营]|上课|闭馆)(?:开始|举办)?"
_BEFOREHAND: Final = (
    rf"(?:每[场次期讲]|各场)?(?:{_EVENT})?(?:之?前|提前)(?:{_NUMBER}|半)个?(?:工作日|天|日|周|小时|分钟){_CLOCK}(?:之?前|截止)?"
)
_UNDECIDED: Final = r"(?:具体)?(?:时间|日期|安排)?(?:待定|未定|另行?通知|待通知|另定|另行确定)"
_OFTEN: Final = rf"每(?:[天周月年村镇县市区校班]|学期|季度?|社区|乡镇?)(?:不[少低]于|至少|最少)?{_NUMBER}(?:[至~-]{_NUMBER})?[次场期节讲]"
_GONE: Final = "[^0-9,;()]{0,6}(?:[送发赠领售抢兑]完(?:即|为)止|先到先得|数量有限)"
_FULL: Final = r"(?:(?:名额|座位)有限,?)?(?:(?:[报招额人]|报名|名额)满|满[员额座])(?:即|为|而)止"
_ALONE: Final = re.compile(f"{_UNDECIDED}|即日起|长期|常年|不定期|适时|{_OF_A_TERM}|{_BEFOREHAND}|{_OFTEN}|{_FULL}")
_ADDS_NOTHING: Final = re.compile(
    rf"{_UNDECIDED}|{_WEEKS}|约?{_NUMBER}个?(?:半|多)?小时|(?:共|为期)?{_NUMBER}[次场节天]|.*为准|农历.*|[^0-9]{{2,8}}[节日假](?:前|后|前后|前夕|当天|当日|期间)|线[上下]"
    rf"|(?:具体)?(?:时间|日期|安排).*|[^0-9]*(?:自[定行]|微调|调整|提前|推迟|延长)[^0-9]*|{_GONE}"
)
_UNTIL_FULL: Final = re.compile(rf"(?:(?P<to>[至到~-])|[,;(]){_FULL}\)?$")
_HOW_OFTEN: Final = re.compile(rf"(?<=.)[,;(]?{_OFTEN}\)?$|(?<=.)[,;(]{_GONE}\)?$|^{_OFTEN}[,;](?=.)")

_ENGLISH_WEEKS: Final = re.compile(r"weeks? ([0-9]{1,2})(?: to ([0-9]{1,2}))?")
_BEFORE: Final = re.compile(r"(?:the|a|one|1) day before(?: (?:each|the) (?:session|event))?")
UNTIL_FULL: Final = re.compile(r"(?P<apart>,? or |, | )(?:until (?:full|(?:all )?places are (?:filled|taken))|while places last)")
_IN_CHINESE: Final = {
    "长期": ("ongoing",),
    "额满为止": ("until full", "until places are filled", "until places are taken", "until all places are taken", "while places last"),
    "待定": ("to be announced", "to be confirmed", "date to be announced", "date to be confirmed", "tba", "tbc"),
}


def is_undated(phrase: str) -> bool:
    """The whole of a normalised phrase is such words."""
    return _ALONE.fullmatch(phrase) is not None


def adds_nothing(remark: str) -> bool:
    """A remark beside a time says nothing of when it is: 以通知为准, 共3次."""
    return _ADDS_NOTHING.fullmatch(remark) is not None


def without(phrase: str) -> tuple[str, bool]:
    """A phrase without how often it is, and without 额满为止; and whether that was there.

    >>> without("9月1日至报满为止"), without("6月至8月,每月1次")
    (('9月1日起', True), ('6月至8月', False))
    """
    phrase = _HOW_OFTEN.sub("", phrase)
    found = _UNTIL_FULL.search(phrase)
    if found is None or is_undated(phrase):
        return phrase, False
    rest = phrase[: found.start()]
    return rest + ("起" if found["to"] and not rest.endswith("起") else ""), True


def are_weeks(text: str) -> bool:
    """A time names weeks of a term, in Chinese or in English: 第5—16周, weeks 5 to 16."""
    return bool(re.fullmatch(_OF_A_TERM, normalise(text)) or _ENGLISH_WEEKS.fullmatch(text.lower()))


def in_english(text: str) -> str | None:
    """The English of words that have one.

    >>> in_english("第5—16周"), in_english("报满即止"), in_english("待定")
    ('weeks 5 to 16', 'until full', 'to be announced')
    """
    text = normalise(text)
    if found := re.fullmatch(r"第([0-9]{1,2})(?:周?[~至到-]第?([0-9]{1,2}))?周", text):
        return f"weeks {found[1]} to {found[2]}" if found[2] else f"week {found[1]}"
    if re.fullmatch(_UNDECIDED, text):
        return _IN_CHINESE["待定"][0]
    return next((en[0] for zh, en in _IN_CHINESE.items() if text == zh or (zh == "额满为止" and re.fullmatch(_FULL, text))), None)


def in_chinese(words: str) -> str | None:
    """The Chinese of English words in lower case: 第5至16周, 额满为止, 前1天, 长期, 待定."""
    if found := _ENGLISH_WEEKS.fullmatch(words):
        return f"第{found[1]}至{found[2]}周" if found[2] else f"第{found[1]}周"
    if _BEFORE.fullmatch(words):
        return "前1天"
    return next((zh for zh, en in _IN_CHINESE.items() if words in en), None)
