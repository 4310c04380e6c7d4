"""Times that stay words, as no day follows from them: 第5—16周, 前一天, 每月一次, 额满为止; and what they are called in English.

Weeks of a term are counted from a day that each school sets, a day before a session is another one for each of them,
and nobody knows when all places are taken. So none of these has bounds, and all are shown as they are printed.
"""

from __future__ import annotations

import re
from typing import Final

from .grammar import CLOCK, arabic, normalise, read_hours
from .names import ORDINALS, WEEKDAYS, ordinal

_NUMBER: Final = "[0-9一二两三四五六七八九十]+"
_NAMES: Final = "[?]P<[a-z_]+>"
_CLOCK: Final = re.sub(_NAMES, "", CLOCK)
_WEEKDAY: Final = "(?:周|星期|礼拜)[一二三四五六日天]"
_WEEKS: Final = rf"第{_NUMBER}周?(?:[、,至到~-]第?{_NUMBER}周?)*(?<=周)"
_WEEKS_OF: Final = (
    rf"(?:(?P<season>[春秋])季学期|本学期)?第(?P<first>[0-9]{{1,2}})(?:周?[~至到-]第?(?P<last>[0-9]{{1,2}}))?周"
    rf",?的?每?(?P<days>{_WEEKDAY}(?:[、和]{_WEEKDAY})*)?(?P<at>{_CLOCK})"
)
_ODD: Final = rf"[单双]周的?(?={_WEEKDAY})"
_IN_ODD: Final = rf"(?P<other>[单双])周的?(?P<days>{_WEEKDAY}(?:[、和]{_WEEKDAY})*)(?P<at>{_CLOCK})"
_OF_A_TERM: Final = (
    rf"(?:(?:本|[春秋]季)?学期|教学周?|开学后?|校历)?的?(?:{_WEEKS}|{_ODD})"
    rf"(?:[、,]?的?每?{_WEEKDAY}(?:[、和至~-]{_WEEKDAY})*)?{_CLOCK}"
)
_EVENTS: Final = {
    "活动": "the event", "讲座": "the talk", "演出": "the performance", "培训": "the training", "比赛": "the contest", "参观": "the visit",
    "上门": "the visit",
    "上课": "class", "闭馆": "it closes", "放假": "the holidays", "开学": "the beginning of term",
}  # fmt: skip
_EVENT: Final = rf"(?P<event>{'|'.join(_EVENTS)}|开[课讲赛展场馆班营始])(?:开始|举办)?"
_BEFOREHAND: Final = (
    rf"(?P<each>每[场次期讲]|各场)?(?:(?:{_EVENT})?(?:之?前|提前)(?P<number>{_NUMBER}|半)个?(?P<unit>工作日|天|日|周|小时|分钟)"
    rf"(?P<clock>{_CLOCK})(?P<by>之?前|截止)?|{_EVENT.replace('event', 'only')}[之以]?前)"
)
_DAYS_BEFORE: Final = rf"(?P<each>每[场次期讲])?{_EVENT}(?P<number>{_NUMBER}|半)个?(?P<unit>工作日|天|日|周|小时|分钟)[之以]?前"
_AFTERWARDS: Final = (
    rf"(?:(?P<each>每[场次期讲项])?(?:{_EVENT})?结束|(?P<what>[收接]到(?:本?通知|申请|报名)|(?:成绩|(?:评[选审])?结果)公[布示]))后(?P<number>{_NUMBER})个?(?P<unit>工作日|天|日|周|小时)[之以]?内"
)
"""讲座3天前; 每场活动结束后3日内, 收到通知后5个工作日内."""
_UNDECIDED: Final = r"(?:具体)?(?:时间|日期|安排)?(?:待定|未定|另行?通知|另行安排|待通知|另定|另行确定)"
_PLACES: Final = {"村": "village", "镇": "town", "县": "county", "市": "city", "区": "district", "校": "school", "班": "class",
                  "社区": "neighbourhood", "乡": "township", "乡镇": "township"}  # fmt: skip
_PERIODS: Final = {"天": "day", "周": "week", "月": "month", "年": "year", "学期": "term", "季": "quarter", "季度": "quarter"}
_OFTEN: Final = (
    rf"每(?P<of>{'|'.join(sorted([*_PLACES, *_PERIODS], key=len, reverse=True))})(?P<least>不[少低]于|至少|最少)?"
    rf"(?:举办|开展|组织|举行|安排|开课)?(?P<times>{_NUMBER})(?:[至~-](?P<most>{_NUMBER}))?[次场期节讲]"
)
_GONE: Final = "[^0-9,;()]{0,6}(?:[送发赠领售抢兑]完(?:即|为)止|先到先得|数量有限)"
_FULL: Final = r"(?:(?:名额|座位)有限,?)?(?:(?:[报招额人]|报名|名额报?)满|满[员额座])(?:即|为|而)止"
_COUNTED: Final = re.sub(_NAMES, "", f"{_DAYS_BEFORE}|{_AFTERWARDS}")
_TERM: Final = "(?:(?P<year>[0-9]{4})年)?(?P<season>[春秋])季学期|(?P<which>[本上下新]学期|学期[初中末])"
_TERMS: Final = {
    "本学期": "this term", "上学期": "the first term", "下学期": "the second term", "新学期": "the new term",
    "学期初": "at the beginning of term", "学期中": "in the middle of term", "学期末": "at the end of term",
}  # fmt: skip
_LUNAR: Final = (
    "(?:农历|阴历)?(?:(?P<month>[正冬腊])月|(?:(?<=历)|(?=[0-9]+月[初廿]))(?P<number>[0-9]{1,2})月)"
    "(?:初|(?P<twenties>廿))?(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
)
_UNTIL_IT_ENDS: Final = "自?即日起[至到]?(?:本?(?:次|届)?活动|展览|培训|比赛)?结束(?:为?止)?"
_FROM_NOTICE: Final = "[自从]?本?(?:公告|通知|方案)?(?:公布|发布|印发|发文|下发)之日起"
_ALWAYS: Final = "[自从]?本?(?:公告|通知|公布|发布|印发|发文)*(?:之日|即日)起,?(?:长期|常年)[^0-9,]{0,4}(?:,不设截止(?:日期|时间)?)?"
_ALWAYS_OPEN: Final = "(?:长期|常年)(?:有效|开放|开展|受理|招募|征集)?|常态化(?:开展|进行|推进)?"
OCCASIONS: Final = {
    "元旦": "New Year", "春节": "the Spring Festival", "清明": "the Qingming Festival", "清明节": "the Qingming Festival",
    "劳动节": "Labour Day", "五一": "Labour Day", "端午": "the Dragon Boat Festival", "端午节": "the Dragon Boat Festival",
    "中秋": "the Mid-Autumn Festival", "中秋节": "the Mid-Autumn Festival", "国庆节": "National Day", "国庆": "National Day",
    "重阳": "the Double Ninth Festival", "重阳节": "the Double Ninth Festival", "清明假期": "the Qingming holidays",
    "元宵节": "the Lantern Festival", "七夕": "the Qixi Festival", "七夕节": "the Qixi Festival",
    "妇女节": "Women’s Day", "三八妇女节": "Women’s Day", "儿童节": "Children’s Day", "六一儿童节": "Children’s Day",
    "教师节": "Teachers’ Day", "青年节": "Youth Day", "五四青年节": "Youth Day", "建党节": "Party Founding Day", "建军节": "Army Day",
    "十一": "National Day", "元旦假期": "the New Year holidays", "端午假期": "the Dragon Boat holidays",
    "中秋假期": "the Mid-Autumn holidays",
    "国庆黄金周": "the National Day holidays", "十一黄金周": "the National Day holidays", "十一假期": "the National Day holidays",
    "寒假": "the winter holidays", "暑假": "the summer holidays", "寒暑假": "the school holidays",
    "国庆假期": "the National Day holidays", "春节假期": "the Spring Festival holidays", "五一假期": "the Labour Day holidays",
    "暑期": "the summer holidays", "节假日": "public holidays", "学期": "term time", "周末": "weekends",
    "端午节假期": "the Dragon Boat holidays", "中秋节假期": "the Mid-Autumn holidays", "国庆节假期": "the National Day holidays",
    "清明节假期": "the Qingming holidays", "国庆长假": "the National Day holidays", "十一长假": "the National Day holidays",
    "五一长假": "the Labour Day holidays", "春节长假": "the Spring Festival holidays",
    "除夕": "Chinese New Year’s Eve",
    "世界读书日": "World Book Day", "国际博物馆日": "International Museum Day", "全民健身日": "National Fitness Day",
    "植树节": "Tree-Planting Day", "母亲节": "Mother’s Day", "父亲节": "Father’s Day",
    "世界地球日": "Earth Day", "世界水日": "World Water Day",
    "全国助残日": "National Disability Day", "国际残疾人日": "the International Day of Persons with Disabilities",
    "中国旅游日": "China Tourism Day", "世界环境日": "World Environment Day", "全国低碳日": "National Low-Carbon Day",
    "全民国家安全教育日": "National Security Education Day", "国家宪法日": "National Constitution Day",
    "国际档案日": "International Archives Day", "全国土地日": "National Land Day", "中国品牌日": "China Brand Day",
    "全国科普日": "National Science Day", "科普日": "National Science Day", "全国科普月": "National Science Month",
    "国家网络安全宣传周": "China Cybersecurity Week", "网络安全宣传周": "China Cybersecurity Week",
    "全国节能宣传周": "National Energy Saving Week", "全国爱眼日": "National Eye Care Day",
    "全国防灾减灾日": "National Disaster Prevention Day",
}  # fmt: skip
_EACH_BY: Final = (
    rf"每(?:(?P<week>{_WEEKDAY}(?:[、和]{_WEEKDAY})*)|月(?P<day>[0-9]{{1,2}})[日号]|(?P<period>周|月|季度?|学期|年)(?P<edge>[初底末]))"
    rf"(?P<clock>{_CLOCK})(?:[之以]?(?P<by>前)|(?P<opens>起))"
)
"""每周五17:00前, 每月10日前, 每月25日10:00起: deadlines that come again."""
_NTH_OF: Final = (
    rf"每(?:个?(?P<other>单|双)月|(?P<season>季度?)|月(?=[^周星礼]*工作日))(?:的?第(?P<nth>[1-5一二三四五])个?|的?(?P<last>最后[1一]个?)|(?P<first>首个?))"
    rf"(?:(?P<weekday>{_WEEKDAY})|(?P<working>工作日))(?P<at>{_CLOCK})"
)
_LOCALLY: Final = "(?:时间|日期)?[由请]?各?[^0-9,;每]{1,16}(?:自行|自主|另行|统筹|灵活)(?:安排|确定|组织|决定|选择|开展)(?:时间)?"
_BESIDE: Final = f"(?P<name>{'|'.join(sorted(OCCASIONS, key=len, reverse=True))})(?P<side>前夕|前|后)"
_BETWEEN: Final = f"(?P<first>{re.sub(_NAMES, '', _BEFOREHAND)})起?[至到](?P<until>{re.sub(_NAMES, '', _BEFOREHAND)})"
_ALONE: Final = re.compile(
    re.sub(_NAMES, "", f"{_TERM}|{_LUNAR}|{_UNTIL_IT_ENDS}|{_FROM_NOTICE}|{_EACH_BY}|{_NTH_OF}|{_LOCALLY}|{_BESIDE}|{_BETWEEN}|")
    + f"{_UNDECIDED}|{_ALWAYS}|自?即日起|{_ALWAYS_OPEN}|(?:全天)?24小时(?:开放|服务)?|全天候(?:开放|服务)?|不定期|适时|按预约时间"
    f"|{_OF_A_TERM}|{_BEFOREHAND}|{_COUNTED}|{_OFTEN}|{_FULL}"
)
_ALL_ONE_DAY: Final = f"(?:均|都|皆)[为是]?(?P<weekday>{_WEEKDAY})"
_AT: Final = "(?:[上下中]午|[早晚]上?)?[0-9]{1,2}[:时点][0-9分半刻整]*"
_HOURS: Final = f"{_AT}(?:[至到~-]{_AT})?"
_ARRIVAL: Final = "(?:开始|准时|提前)?(?:签到|报到|入场|进场|检票|集合|候场|停止(?:入[场馆园]|进场|取票|取号))+"
_THERE: Final = "(?:到[场达会位]|就[位座]|检录)"
_STARTS: Final = "(?:正式|准时)?(?:开始|开幕|开讲|开课|开演|开场|出发|起跑)"
_GOES_ON: Final = "(?:正式)?(?:开始|举行|举办|上课|开课|讲座|授课|比赛|开赛|演出|活动|培训|体验)"
_LENGTH: Final = (
    rf"(?:活动|讲座|每[场次]|单场)?(?:时长|全长|片长|大约|约|预计|共)*(?:{_NUMBER}|[0-9]+[.][0-9])个?[半多]?(?:小时|分钟)(?:左右)?"
)
_WEATHER: Final = "[^0-9,;()]{0,4}[雨雪][^0-9,;()]{0,6}(?:顺延|改期|延期|取消|改[至到在为]|移[至到])[^,;()]{0,12}"
_ASIDES: Final = (
    f"(?:(?:请于?)?{_HOURS}(?:[之以]?前|起)?{_ARRIVAL}|(?:请于?)?{_AT}[之以]?前{_THERE}"
    f"|请?(?:务必)?提前(?:{_NUMBER}|半)个?(?:分钟|小时|刻钟)(?:{_ARRIVAL}|{_THERE})|{_HOURS}(?:午休|休息)|(?:午休|休息){_HOURS}|{_LENGTH}|{_WEATHER}"
    f"|(?:预计|大约|约){_AT}(?:左右)?结束)"
)
_ASIDE: Final = re.compile(
    rf"\({_ASIDES}\)|(?<=.)[,;]{_ASIDES}(?=,|$)|^{_WEATHER}[,;]|(?<=[日号)]){_HOURS}(?:[之以]?前)?{_ARRIVAL}[,;](?={_HOURS}(?:{_STARTS}|{_GOES_ON})?$)"
)
"""What is said beside the hour of something: when to arrive, how long it lasts, about when it ends, what the weather does."""
_ASIDE_OF_SEVERAL: Final = re.compile(rf"(?<=[^(]),{_ASIDES}(?=\))|(?<=\(){_ASIDES},")
"""(周一闭馆,16:30停止入馆)."""
_STARTED: Final = re.compile(f"(?<=[0-9点时分半刻整])(?:{_STARTS}|{_GOES_ON})$")
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[,;、日号]))(?:第{_NUMBER}(?:批次|[期场批讲次轮站天课])|(?:[预初复决]|半决|总决)赛|海选)[:为]?(?=[0-9])"
)
_OF_SO_MANY: Final = re.compile(r"(?<=[0-9点时分半刻整])(?:,?[共各])?(?P<number>[两二三四五六])场$")
_ADDS_NOTHING: Final = re.compile(
    rf"{_UNDECIDED}|{_WEEKS}|{_ALL_ONE_DAY}|共?{_NUMBER}[次场节]|{_NUMBER}天|.*为准|(?:{_WEEKDAY},)?农历.*|(?:{_WEEKDAY},)?[0-9正冬腊]{{1,2}}月[初十廿二三]?[一二三四五六七八九十]|[^0-9]{{2,8}}[节日假](?:前|后|前后|前夕|当天|当日|期间)|线[上下]"
    rf"|[^0-9]{{1,4}}组|[^0-9]{{0,4}}(?:直播|录播|专场|彩排)|(?:具体)?(?:时间|日期|安排).*|[^0-9]*(?:自[定行]|微调|调整|提前|推迟|延长)[^0-9]*|{_GONE}"
)
_UNTIL_FULL: Final = re.compile(rf"(?:(?P<to>[至到~-])|[,;(]){_FULL}\)?$")
_HOW_OFTEN: Final = re.compile(re.sub(_NAMES, "", rf"(?<=.)[,;(]?{_OFTEN}\)?$|(?<=.)[,;(]{_GONE}\)?$|^{_OFTEN}[,;](?=.)"))

_DAY_NAMES: Final = f"(?:{'|'.join(f'{name.lower()}s?' for name in WEEKDAYS)})"
_DAYS_OF_WEEKS: Final = rf"(?:every |on )?(?P<{{0}}>{_DAY_NAMES}(?:(?:,| and) {_DAY_NAMES})*)"
_ENGLISH_HOURS: Final = r"(?:,? (?:at |from )?(?P<{0}>[0-9]{{1,2}}:[0-9]{{2}}(?: to [0-9]{{1,2}}:[0-9]{{2}})?))?"
_ENGLISH_WEEKS: Final = re.compile(
    rf"(?:{_DAYS_OF_WEEKS.format('days')}{_ENGLISH_HOURS.format('at')},? (?:in |of )?)?"
    r"weeks? (?P<first>[0-9]{1,2})(?: to (?P<last>[0-9]{1,2}))?"
    rf"(?: of (?:the )?(?:(?P<season>spring|autumn) )?term)?(?:,? {_DAYS_OF_WEEKS.format('on')})?{_ENGLISH_HOURS.format('from_')}"
)
_ENGLISH_ODD: Final = re.compile(
    rf"{_DAYS_OF_WEEKS.format('days')} (?:of|in) (?P<other>odd|even)(?:-numbered)? weeks{_ENGLISH_HOURS.format('at')}"
)
_ENGLISH_TERM: Final = re.compile("(?:the )?(?P<season>spring|autumn) term(?:,? (?:of )?(?P<year>[0-9]{4}))?")
_ENGLISH_EACH: Final = re.compile(
    r"(?P<by>by|from) (?:(?P<clock>[0-9]{1,2}:[0-9]{2}),? )?"
    rf"(?:(?:on )?(?:every|each) (?P<days>{_DAY_NAMES}(?: and {_DAY_NAMES})*)"
    r"|(?:on )?(?:the )?(?:(?P<day>[0-9]{1,2})|(?P<edge>end|beginning))(?: of)? (?:every|each) (?P<of>month|quarter|term|week|year))"
)
_BEFORE: Final = re.compile(
    r"(?:(?P<by>by )?(?P<clock>[0-9]{1,2}:[0-9]{2}),? )?(?:(?:the|a|one) day|(?P<number>[0-9]+) days?) before"
    r"(?: (?:(?P<each>each session)|(?:the )?(?:session|event)))?"
)
_OFTEN_IN_ENGLISH: Final = re.compile("(?:once|(?P<twice>twice)|(?P<number>[0-9]+) times) a (?P<unit>day|week|month|year|term)")
UNTIL_FULL: Final = re.compile(r"(?P<apart>,? or |, | )(?:until (?:full|(?:all )?places are (?:filled|taken))|while places last)")
_IN_CHINESE: Final = {
    "长期": ("ongoing",),
    "按预约时间": ("by appointment", "demand", "on demand", "by arrangement"),
    "即日起至结束": ("until it ends",), "印发之日起": ("from the date of the notice",),
    "自行安排": ("decided locally", "set locally", "arranged locally"),
    "24小时": ("24 hours a day", "24 hours", "open 24 hours"),
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
    phrase = _HOW_OFTEN.sub("", _without_asides(phrase))
    found = _UNTIL_FULL.search(phrase)
    if found is None or is_undated(phrase):
        return phrase, False
    rest = phrase[: found.start()]
    return rest + ("起" if found["to"] and not rest.endswith("起") else ""), True


def _without_asides(phrase: str) -> str:
    """9:00 of 8:30签到,9:00开始 and of 9:00(约90分钟); the dates alone of 第1期6月1日,第2期6月8日; the hours of 9:30、14:30两场."""
    plain = _ASIDE.sub("", _ASIDE_OF_SEVERAL.sub("", phrase))
    plain = plain if plain == phrase else _STARTED.sub("", plain)
    if len(_LABEL.findall(plain)) > 1:
        plain, of_all = re.subn(rf"(?<=[日号]),(?={_HOURS}$)", "", plain)  # 第1期6月1日,第2期6月8日,9:00
        plain = re.sub(rf"[,;、](?={_LABEL.pattern}[0-9]+[年月日号])", "、" if of_all else ";", plain)
    plain = _LABEL.sub("", plain)
    many = _OF_SO_MANY.search(plain)
    as_many = many and "、" in plain and arabic(many["number"]) == str(len(re.findall(_HOURS, plain)))
    return plain[: many.start()] if many and as_many else plain


def weekday_of_all(text: str) -> int | None:
    """Which day of the week all days of a time are said to be: 6月4日、11日（均为周三）."""
    found = re.search(rf"\({_ALL_ONE_DAY}\)", normalise(text))
    return "一二三四五六日".index(found["weekday"][-1].replace("天", "日")) if found else None


def are_weeks(text: str) -> bool:
    """A time names weeks of a term, in Chinese or in English: 第5—16周, weeks 5 to 16."""
    return bool(re.fullmatch(_OF_A_TERM, normalise(text)) or _ENGLISH_WEEKS.fullmatch(text.lower()))


def in_english(text: str) -> str | None:
    """The English of words that have one.

    >>> in_english("第5—16周"), in_english("报满即止"), in_english("待定")
    ('weeks 5 to 16', 'until full', 'to be announced')
    """
    text = normalise(text)
    if found := re.fullmatch(_WEEKS_OF, text):
        weeks = f"weeks {found['first']} to {found['last']}" if found["last"] else f"week {found['first']}"
        season = {"春": " of the spring term", "秋": " of the autumn term"}.get(found["season"] or "", "")
        days = " and ".join(f"{each}s" for each in _weekdays(found["days"] or ""))
        at = _clock(found["at"])
        return f"{days and days + ' in '}{weeks}{season}{at and ', ' + at}" if at or not found["at"] else None
    if found := re.fullmatch(_BEFOREHAND, text) or re.fullmatch(_DAYS_BEFORE, text):
        return _before(found.groupdict())
    if found := re.fullmatch(_AFTERWARDS, text):
        return _after(found)
    if found := re.fullmatch(_OFTEN, text):
        return _how_often(found)
    same = next((put for pattern, put in _SAME.items() if re.fullmatch(pattern, text)), text)
    return next((en[0] for zh, en in _IN_CHINESE.items() if zh == same), None) or _season(text) or _again(text)


_SAME: Final = {
    _UNDECIDED: "待定", _ALWAYS_OPEN: "长期", _FULL: "额满为止", _UNTIL_IT_ENDS: "即日起至结束",
    _FROM_NOTICE: "印发之日起", _LOCALLY: "自行安排",
}  # fmt: skip
"""Wordings of a time that has one English."""


def _season(text: str) -> str | None:
    """the autumn term of 2027, day 9 of lunar month 9."""
    if found := re.fullmatch(_TERM, text):
        season = {"春": "spring", "秋": "autumn"}.get(found["season"] or "")
        return f"the {season} term{' of ' + found['year'] if found['year'] else ''}" if season else _TERMS[found["which"]]
    if found := re.fullmatch(_LUNAR, text):
        month = {"正": 1, "冬": 11, "腊": 12}.get(found["month"] or "", found["number"])
        return f"day {int(arabic(found['day'])) + 20 * bool(found['twenties'])} of lunar month {month}"
    return None


def _again(text: str) -> str | None:
    """by 17:00 every Friday, from 10:00 on the 25th of every month, on the last Friday of every quarter."""
    if found := re.fullmatch(_EACH_BY, text):
        at, by = _clock(found["clock"]), "by" if found["by"] else "from"
        if found["week"]:
            return f"{by} {at and at + ' '}every {' and '.join(_weekdays(found['week']))}"
        when = f"the {ordinal(int(found['day']))}" if found["day"] else f"the {'beginning' if found['edge'] == '初' else 'end'}"
        return f"{by} {at and at + ' on '}{when} of every {_PERIODS[found['period'] or '月']}"
    if found := re.fullmatch(_NTH_OF, text):
        nth = ORDINALS[-1 if found["last"] else int(arabic(found["nth"] or "1"))][1]
        day = "working day" if found["working"] else _weekdays(found["weekday"])[0]
        months = {"单": "odd-numbered month", "双": "even-numbered month"}.get(found["other"], "quarter" if found["season"] else "month")
        at = _clock(found["at"])
        return f"on the {nth} {day} of every {months}{at and ', ' + at}"
    if found := re.fullmatch(_IN_ODD, text):
        at, days = _clock(found["at"]), " and ".join(f"{each}s" for each in _weekdays(found["days"]))
        weeks = "odd" if found["other"] == "单" else "even"
        return f"{days} of {weeks}-numbered weeks{at and ', ' + at}" if at or not found["at"] else None
    if found := re.fullmatch(_BESIDE, text):
        return f"{ {'前夕': 'on the eve of', '前': 'before', '后': 'after'}[found['side']]} {OCCASIONS[found['name']]}"
    if found := re.fullmatch(_BETWEEN, text):
        first, until = in_english(found["first"]), in_english(found["until"])
        return f"from {first} to {until.removeprefix('by ')}" if first and until else None
    return None


def _weekdays(words: str) -> list[str]:
    return [WEEKDAYS["一二三四五六日".index(each[-1].replace("天", "日"))] for each in re.findall(_WEEKDAY, words)]


def _clock(words: str) -> str:
    """10:00 or 16:00 to 18:00 of printed hours; nothing of a part of the day."""
    hours = read_hours(words) if words else None
    if hours is None or hours.at is None:
        return ""
    ends = [f"{minute // 60}:{minute % 60:02}" for minute in (hours.at, hours.to) if minute is not None]
    return " to ".join(ends)


def _before(found: dict[str, str]) -> str | None:
    """by 17:00 the day before each session, 3 days before the talk, before class."""
    event = found["event"] or found.get("only")
    of = "each session" if found["each"] else _EVENTS.get(event, "it begins") if event else ""
    if not found["number"]:
        return f"before {of}"
    number, unit = arabic(found["number"]), _UNITS[found["unit"]]
    length = f"half an {unit}" if number == "半" else f"the {unit}" if (number, unit) == ("1", "day") else f"{number} {unit}"
    at = _clock(found.get("clock") or "")
    if found.get("clock") and (not at or " to " in at):
        return None
    return f"{'by ' if at and found['by'] else ''}{at and at + ' '}{length}{'s' if number not in '1半' else ''} before {of}".rstrip()


def _after(found: re.Match[str]) -> str:
    """within 3 days after each session, within 5 working days after receiving the notice."""
    number, unit = arabic(found["number"]), _UNITS[found["unit"]]
    received = {"通知": "receiving the notice", "申请": "receiving the request", "报名": "receiving the entry"}
    what = found["what"] and received.get(found["what"][-2:], "the results are announced")
    of = what or ("each session" if found["each"] else _EVENTS.get(found["event"], "it ends"))
    return f"within {number} {unit}{'s' if number != '1' else ''} after {of}"


_UNITS: Final = {"工作日": "working day", "天": "day", "日": "day", "周": "week", "小时": "hour", "分钟": "minute"}


def _how_often(found: re.Match[str]) -> str:
    """once a week, at least 2 sessions in each village."""
    number = arabic(found["times"]) + (f" to {arabic(found['most'])}" if found["most"] else "")
    least = "at least " if found["least"] else ""
    if place := _PLACES.get(found["of"]):
        return f"{least}{number} session{'s' if number != '1' else ''} in each {place}"
    return f"{least}{ {'1': 'once', '2': 'twice'}.get(number, number + ' times')} a {_PERIODS[found['of']]}"


def _in_chinese(days: str) -> str:
    """周二、周四 of tuesdays and thursdays."""
    named = (next(place for place, name in enumerate(WEEKDAYS) if each.startswith(name.lower())) for each in re.findall(_DAY_NAMES, days))
    return "、".join(f"周{'一二三四五六日'[place]}" for place in named)


def in_chinese(words: str) -> str | None:
    """The Chinese of English words in lower case: 第5至16周, 额满为止, 前1天, 长期, 待定."""
    if found := _ENGLISH_WEEKS.fullmatch(words):
        season = {"spring": "春季学期", "autumn": "秋季学期"}.get(found["season"], "")
        hours = (found["at"] or found["from_"] or "").replace(" to ", "至")
        weeks = f"{found['first']}至{found['last']}" if found["last"] else found["first"]
        return f"{season}第{weeks}周{_in_chinese(found['days'] or found['on'] or '')}{hours}"
    if found := _ENGLISH_ODD.fullmatch(words):
        return f"{'单' if found['other'] == 'odd' else '双'}周{_in_chinese(found['days'])}{(found['at'] or '').replace(' to ', '至')}"
    if found := _ENGLISH_TERM.fullmatch(words):
        return f"{found['year'] + '年' if found['year'] else ''}{'春' if found['season'] == 'spring' else '秋'}季学期"
    if found := _ENGLISH_EACH.fullmatch(words):
        period = next((zh for zh, en in _PERIODS.items() if en == found["of"]), "")
        day = f"月{found['day']}日" if found["day"] else period + ("末" if found["edge"] == "end" else "初")
        when = _in_chinese(found["days"]) if found["days"] else day
        return f"每{when}{found['clock'] or ''}{'起' if found['by'] == 'from' else '前'}"
    if found := _BEFORE.fullmatch(words):
        each, clock, by = "每场" if found["each"] else "", found["clock"] or "", "前" if found["by"] else ""
        return f"{each}前{found['number'] or 1}天{clock}{by}"
    if found := _OFTEN_IN_ENGLISH.fullmatch(words):
        period = next(zh for zh, en in _PERIODS.items() if en == found["unit"])
        return f"每{period}{found['number'] or (2 if found['twice'] else 1)}次"
    return next((zh for zh, en in _IN_CHINESE.items() if words in en), None)
