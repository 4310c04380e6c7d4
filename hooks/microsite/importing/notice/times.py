"""Times in running text: found by their words, and read the way the product reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from ...core.dates.phrases import parse
from ...core.dates.points import DateError
from . import tree
from .pieces import Piece, by_spaces

_MONTH = r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}|[一二三四五六七八九]|十[一二]?)月份?"
_LUNAR = r"(?<=[日号])\((?:(?:星期|周).,)?(?:农历|正月|[二三四五六七八九十冬腊]月)[^()]{0,6}\)"
_WEEK = "(?:周|星期|礼拜)"
_WEEKDAY = rf"\({_WEEK}[一二三四五六日天]\)"
_WEEKDAYS = f"{_WEEK}[一二三四五六日天](?:[、和及至]{_WEEK}?[一二三四五六日天])*"
_POINT = (
    rf"{_MONTH}(?:[0-9]{{1,2}}(?:[-—~至]+[0-9]{{1,2}})?[日号](?:{_WEEKDAY}|{_LUNAR})?"
    r"|[上中下]旬|中下旬|上中旬|第[一二三四五]周|[初底末])?"
)
_END = r"(?:[0-9]{1,2}[日号]|[上中下]旬|[0-9]{4}年底|年底)"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?:[-—~至]+[0-9]{1,2}:[0-9]{2})?"
AT = rf"(?:上午|中午|下午|傍晚|晚上|晚|清晨|早上|早)?(?:{_CLOCK}|[0-9]{{1,2}}(?:时|点)(?:[0-9]{{1,2}}分|半)?|下班|放学|(?<=午|晚))"
_HOURS = f"{AT}?"
SPAN = rf"{_POINT}{_HOURS}(?:(?:[至到~]|[-—]+)(?:次年)?(?:{_POINT}|{_END}))?{_HOURS}(?:[之以]?前(?!后)|起|前后|左右|启动(?!仪式)|开始)?"
_LOOKS_LIKE_ONE = re.compile(
    r"[0-9一二三四五六七八九十]+月|[0-9]+年|[上中下]旬|季度|[上下]半年|期间|假期|[0-9]+日|周[一二三四五六日末]|[0-9]:[0-9]{2}|^全天$"
    r"|^1?[0-9]\.[1-3]?[0-9](?=$|[-—~至,、(])"
)
_WINDOW = r"(?:提升月|活动|宣传月|活动月|活动周|宣传周|科普周)期间"
_MISPRINT = re.compile(rf"(?P<first>{_POINT})(?P<last>{_POINT})")
_IN_TEXT = rf"{_WINDOW}|(?P<time>(?:自|拟于|暂定)?(?:{_MISPRINT.pattern}|{SPAN}))(?P<lasting>,?为期[^,。;、]{{1,8}}(?=[,。;、]|$))?"
_NTH = "第[一二三四五](?:[、和]第?[一二三四五])*个?|最后一个"
WEEKLY = rf"每(?:月(?:{_NTH})|个)?{_WEEK}[一二三四五六日天末](?![期次])(?:[、和及至](?:每?{_WEEK})?[一二三四五六日天])*{_HOURS}"
_DAY = f"[0-9]{{1,2}}[日号](?:{_WEEKDAY})?"
_TOKEN = rf"(?>{_POINT}|{_DAY}|{WEEKLY}|(?:每[天日晚](?![0-9]+元)|每个?工作日|全天)|{AT}(?![0-9级期]))"
_BOUNDS = rf"{_POINT}(?:[至到~]|[-—]+)(?:{_POINT}|{_DAY})"
RUN = rf"(?:{WEEKLY},{_BOUNDS}(?:,?{AT})?|(?:自(?={_POINT}起))?{_TOKEN}(?:起?(?:[、至到~和及]|[-—]+|,(?=每))?{_TOKEN})*起?)"
"""Days, weekdays and hours one behind the other: 5月起，每周二上午9:00—10:30; 6月10日、6月24日14:00; 每周三9:30，3月4日至5月6日."""
_ALL_ONE_DAY = r"\((?:均|都|皆|每)[为是]?(?:周|星期)[^()]*\)"
"""4月14日、21日、28日（均为周二）9:30—11:00."""
_OPEN = rf"^(?P<days>{RUN})\((?P<hours>{_WEEKDAYS}{AT})\)"
"""10月10日至11月8日（周二至周日9:00—17:00）."""
_ONE_DAY = rf"(?:20[0-9]{{2}}年)?[0-9]{{1,2}}月{_DAY}"
THEME_DAY = rf"^(?P<title>{_ONE_DAY}(?:{_WEEKDAY})?(?::[^,。;:0-9()]{{2,20}}|[^,。;:0-9()]{{1,9}}日))。(?=.)"
"""5月8日（星期六）：启动日。上午9:00…."""
NAMED_DAY = (
    r"(?:第[0-9一二三四五六七八九十]{1,3}(?:教学|学)?周|[\u3400-\u9fff]{1,5}[节日]当?[天日]?)"
    rf"\((?P<days>{_BOUNDS}|{_ONE_DAY})\)(?P<at>(?:{AT})?)"
)
"""重阳节当天（10月29日）下午2时半, 第10教学周（11月4日—8日）."""
_IN_PART = (
    rf"(?P<first>{SPAN})(?P<second>第[一二三四五六七八]节课?|大课间|课[间后](?:服务)?|晨会|[早晨]读|班会课?|午休|晚自习|放学后|[^,。;:、()]{{2,6}}间隙|[^,。;:、()]{{0,3}}仪式(?:结束)?后)(?:时间)?"
)
_MEANT = (
    (rf"(?P<first>{WEEKLY}),(?:首[场次期])?(?P<second>{_ONE_DAY})(?:首[场次期]|开[课班讲])?", "{1}起{0}"),
    (rf"(?P<first>{RUN})[两三四五六七]天,?(?P<second>{AT}(?:[至到~—-]+{AT})?)", "{0}{1}"),
    (_IN_PART, "{0}"),
)
"""每周日15:00，9月13日首场; 12月5日、12月6日两天，上午9点到下午4点; 8月8日启动仪式后: what is meant by it."""
SHOWN = re.compile(rf"^(?P<title>《[^》]{{2,30}}》|“[^”]{{2,30}}”[\u3400-\u9fff]{{0,10}}):(?P<rest>{RUN}.*)$")
"""《会下棋的机器人》：每日10:30、14:30，一层科学舞台; “防骗第一课”公开讲座：9月4日9:00，多功能厅."""
_NO_NEWS = "(?<!根据)(?<!按照)(?<!截至)(?<!超过)(?<!曾于)(?<![始立成建刊]于)(?<![0-9]年)(?<!日至)"
_LEADING = rf"^(?!为期|20[0-9]{{2}}年,)(?P<time>(?:[^,。;:()]|(?<=[0-9]):(?=[0-9])|{_LUNAR}){{2,40}}),"


_OF_ALL = (
    rf"每[场晚次期讲][^。;]{{0,40}}?(?P<at>{AT})(?:正片|准时)*(?:开始|开映|开讲|开场|放映)"
    rf"(?:,(?:(?P<end>{AT})结束|[^,。;()]{{2,6}}\((?P<several>{AT}(?:、{AT})+)\)))?"
)
OF_A_WEEK = "(?:(?:星期|周)[一二三四五六日天]|第[一二三四五六七]天|[全整]周)"
"""What a week's days are called, above what is on: 【星期一】开幕式."""
_LESSONS = r"节课|课[间后]|放学|早读|晨[会读]|升旗|午休|社团时间|班会|饭后|餐后"
EARLIER = "去年|上年度?|往年|历年|[往历上]届|上一届|前[几两三四五六]届|过去|下一届|明年"
IF = (
    "(?:(?:严禁|禁止|请勿|谨防|不[得准再在])(?![^,。;]*[收免])|[如若](?=条件|遇|作品|报名不足|[在由]|[^,。;]{1,10}有[^,。;]{0,2}[雨雪])|[高中]考期间)"
)
ASIDE = f"(?:早?在|但|而)?(?:{EARLIER}|[例比譬]如|[据另]悉|据了解|(?:项目)?(?:验收|评审|协调|筹备)会|[^,。;:0-9]{{0,6}}[示样范]例:|{IF})"
"""With what a sentence begins that speaks of another year or meeting, of an example, of what is forbidden or only if."""
ROUND = "(?:预|初|复|半决|总?决)赛"
_ASIDE = r"^\([^()停除]*\)$|^,[^,]*(?:报到|签到)$"
_MOST_SIGNS = 300
"""Signs of the longest times that anybody prints; what is longer is no time, and trying to read it takes long."""
_LONGEST = 60
"""Signs that a time at the beginning of a text may have."""


@lru_cache(4096)
def is_time(words: str, year: int) -> bool:
    """Whether words are a time that the format reads; kept, since several rules ask about the same words."""
    if len(words) > _MOST_SIGNS:
        return False
    try:
        parse(words, year=year, window=parse(f"{year}年1月至12月"))
    except DateError:
        return False
    return True


def looks_like_time(words: str) -> bool:
    """Whether words are meant as a time, misprinted or not."""
    return len(words) <= 40 and bool(_LOOKS_LIKE_ONE.search(words))


def only_hours(words: str) -> bool:
    """Whether words say at which hours something is open, and not in which days: 每天9:00—17:00, 周二至周日9:00—16:30."""
    return not re.search("月|年|旬|季度|节|期间|[日号][至—~-]", words)


def trimmed(piece: Piece, year: int) -> Piece:
    """A labelled time without what is said behind it: 4月14日22:00，各班限报2人."""
    if aside := piece.search(r"\(以[^()]{2,16}为准\)$"):
        piece = piece.part(0, aside.start)
    cuts = [] if is_time(piece.key, year) else [piece.part(0, each.start) for each in piece.every("[,;(](?!星期|周[一二三四五六日])")]
    cuts = [each for each in cuts if not _LOOKS_LIKE_ONE.search(re.sub(_ASIDE, "", piece.key[len(each.key) :]))]
    return next((each for each in reversed(cuts) if is_time(each.key, year)), piece)


def opening(piece: Piece, year: int) -> Piece:
    """The time with which a bracket begins: 9月15日早晨，责任部门：德育处; one that nobody can read ends at its comma."""
    time = trimmed(piece, year)
    first = piece.split("[,;](?!星期|周[一二三四五六日])")[:1]
    return first[0] if time is piece and not is_time(piece.key, year) and first and looks_like_time(first[0].key) else time


def _understood(piece: Piece, year: int) -> tree.Record | None:
    """A time whose words are not read as they stand, with what is meant by them."""
    for words, said_so in _MEANT:
        parts = piece.search(f"^{words}$")
        if parts and is_time(meant := said_so.format(parts["first"].text, parts["second"].text), year):
            note = tree.said(f"原文写“{piece.text}”，按“{meant}”理解。")
            return tree.record(("text", tree.copied(piece)), ("means", tree.said(meant, tree.check(piece))), ("note", note))
    spelt = re.sub(r"(?<![0-9.:])(1?[0-9])\.([1-3]?[0-9])(?![0-9.:])", r"\1月\2日", piece.key)
    for meant, why, said_so in (
        (re.sub("日,(?=[0-9])", "日", spelt), "原文用点隔开月、日", "原文用点隔开月、日"),  # 4.10-4.23; 4.12，14:00
        (re.sub("(?<=[至到~—-])(?=[1-3]月)", "次年", piece.text), "按到次年理解", "原文没有写“次年”"),  # 12月28日至1月3日
    ):
        if meant not in (piece.key, piece.text) and is_time(meant, year):
            said = tree.said(meant, tree.check(piece, why))
            return tree.record(("text", tree.copied(piece)), ("means", said), ("note", tree.said(f"{said_so}，按“{meant}”理解。")))
    return None


def when(piece: Piece, year: int, *comments: str) -> tree.Value | tree.Record:
    """A printed time; where it cannot be read, a record that somebody has to complete or confirm."""
    if is_time(piece.key, year) and is_time(piece.text, year):
        return tree.copied(piece, *comments)
    if is_time(piece.key, year):  # lines of one cell: 6月中旬 / 7月上旬, and 09.16—10.26
        why = "原文用点隔开月、日" if re.search(r"[0-9]\.[0-9]", piece.text) else "原文分行写"
        said, note = tree.said(piece.key, tree.check(piece, why)), tree.said(f"{why}，按“{piece.key}”理解。")
        return tree.record(("text", tree.copied(piece, *comments)), ("means", said), ("note", note))
    if is_time(bare := re.sub("(?:准时)?(?:集合|集中|开始|报到|签到|入场|出发)$", "", piece.key), year):
        return tree.copied(piece.part(0, len(bare)), *comments, tree.check(piece))
    if since := piece.search(r"^自?[^0-9,。;]{0,10}之日起至(?P<end>[^,。;]+)"):  # 自公告发布之日起至2月28日
        starts = f"即日起至{since['end'].text}"
        if is_time(starts, year):
            said = tree.said(starts, tree.check(piece, "按通知发布当日算起"))
            return tree.record(("text", tree.copied(since[0])), ("means", said), ("note", tree.said("从通知发布当日算起。")))
    if meant := _understood(piece, year):
        return meant
    means = tree.owed(f"读不出“{piece.text}”（{piece.place}）是什么时间，请写明应为什么时间")
    note = tree.owed("说明为什么这样理解")
    if found := _MISPRINT.fullmatch(piece.key):
        understood = f"{piece.part(*found.span('first')).text}至{piece.part(*found.span('last')).text}"
        means = tree.said(understood, tree.check(piece, "疑漏一个“至”字"))
        note = tree.said(f"原文“{piece.text}”疑漏一个“至”字，按“{understood}”理解。")
    return tree.record(("text", tree.copied(piece)), ("means", means), ("note", note))


def of_day(day: Piece, hours: Piece, year: int) -> tree.Value | tree.Record:
    """Hours below the heading of their day, or in a row below it."""
    text = f"{day.text}{hours.text}"
    if re.match("周|星期", day.key) and is_time(f"每{text}", year):  # a column of weekdays beside one of hours
        means, note = tree.said(f"每{text}", tree.check(day, "按每周理解")), tree.said(f"原文写“{day.text}”，按每周一次理解。")
        return tree.record(("text", tree.Value(text, (day, hours))), ("means", means), ("note", note))
    if is_time(text, year):
        return tree.Value(text, (hours,), (tree.check(day, "日期取自上面"),))
    clocks = [f"{day.text}{each[0].text}" for each in hours.every(AT)]
    if len(clocks) != 1 or not is_time(clocks[0], year):
        return when(hours, year)
    note = tree.said(f"原文写“{hours.text}”，按“{clocks[0]}”理解。")  # 全天（9:00—17:00）, 上午7:30集合
    return tree.record(("text", tree.Value(text, (hours,))), ("means", tree.said(clocks[0], tree.check(day))), ("note", note))


def is_week(time: Piece, year: int) -> bool:
    """Whether a time is no longer than a week: 11月10日至14日."""
    whole = parse(time.text, year=year) if is_time(time.text, year) else None
    days = whole.end.latest - whole.start.earliest if whole and whole.start and whole.end else None
    return days is not None and timedelta(0) < days < timedelta(7)


def in_week(day: Piece, hours: Piece, week: Piece, year: int) -> tree.Record:
    """星期一升旗仪式后（8:10） in the week from 11月10日 to 14日; a name of hours without a clock leaves the day."""
    if day.key.endswith("周"):
        note = tree.said(f"原文写“{day.text}”，按“{week.text}”理解。")
        return tree.record(("text", tree.copied(day)), ("means", tree.said(week.text, tree.check(day))), ("note", note))
    start = parse(week.text, year=year).start
    counted = day.key[0] == "第"
    nth = "一二三四五六日天".index(day.key[-1 - counted]) % 7
    first = start.earliest if start else date(year, 1, 1)
    date_ = first + timedelta(nth if counted else (nth - first.weekday()) % 7)
    clocks = [each[0].text for each in hours.every(AT) if any(map(str.isdigit, each[0].key))]
    said = f"{date_.month}月{date_.day}日{clocks[0] if len(clocks) == 1 else ''}"
    text = f"{day.text}{hours.text}"
    note = tree.said(f"原文写“{text}”，按“{said}”理解。")
    means = tree.said(said, tree.check(day, "按活动那一周推算"))
    return tree.record(("text", tree.Value(text, (day, hours))), ("means", means), ("note", note))


def of_all(texts: Iterable[Piece]) -> tuple[Piece, ...]:
    """The hour at which each time begins, several of one day, or the hour and that of the end: 每场上午8:30开始，11:30结束."""
    found = [each for text in texts for each in text.every(_OF_ALL)]
    only = found[0] if len(found) == 1 else None
    return tuple(each for each in ((only["several"],) if only["several"] else (only["at"], only["end"])) if each) if only else ()


def is_one_day(words: str) -> bool:
    return bool(re.fullmatch(_ONE_DAY, words))


def one_day(time: Piece) -> Piece | None:
    """The day of hours that are all in one, or days that share them: 5月16日（星期六）18:00至22:00, 9月20日、21日18:00—21:00."""
    more = r"(?:[、和](?:[0-9]{1,2}月)?[0-9]{1,2}[日号](?:\([^()]*\))?)*"
    found = time.search(rf"^(?P<day>{_ONE_DAY}{more}){AT}(?:(?:[至到~]|[-—]+){AT})?(?:\([^()]*\))?$")
    return found["day"] if found else None


def in_month(day: Piece, hours: Piece, year: int) -> tree.Value | tree.Record:
    """Hours on the days of all, or on one of them: 21日19:30, where all is on 9月20日、21日."""
    named = day.search("^[^月]*月") if re.match("[0-9]{1,2}[日号]", hours.key) else None
    return of_day(named[0] if named else day, hours, year)


def at(when: tree.Value | tree.Record | None, hours: tuple[Piece, ...], year: int) -> tree.Value | tree.Record | None:
    """A day without hours at those that are said of all: 7月4日, and 每场20:00开始 above the table."""
    bare = isinstance(when, tree.Value) and len(when.pieces) == 1 and is_one_day(when.pieces[0].key)
    if not hours or not isinstance(when, tree.Value) or not bare:
        return when
    text = when.text + "—".join(each.text for each in hours)
    return tree.Value(text, hours, (tree.check(hours[0], "时间取自上面"),)) if is_time(text, year) else when


def day(title: Piece) -> Piece | None:
    """The days that a heading is, with weekday or hours or without: 6月10日 周二, 5月7日（星期三）15:00, 9月28日—10月15日."""
    found = title.search(rf"^(?P<day>{RUN})(?:(?:星期|周).)?(?:全天)?:?$")
    bare = "[0-9]{1,2}月[0-9]{1,2}日[-0-9:—~至、月日周星期一二三四五六天上下午晚]{2,40}"
    if found is None and re.fullmatch(bare, title.key) and is_time(title.key, 2024):
        return title  # 10月11日周六14:30—16:00
    return found["day"] if found and re.search("月.*[日号月]|旬", found["day"].key) else None


def within(piece: Piece, year: int) -> Iterator[Piece]:
    """Every time that a text names: a month at least; years alone are names of things."""
    whole = [time for found in piece.every(rf"{_NO_NEWS}{RUN}") if (time := _accepted(found[0], year))]
    whole += [found[0] for found in piece.every(_IN_PART) if is_time(found["first"].key, year)]
    yield from whole
    for found in piece.every(rf"{_NO_NEWS}(?:{_IN_TEXT})(?![^,。;]*(?:命名|公布|表彰|验收|通报))"):
        shorter = found["time"]
        if any(each.covers(found[0]) or each.covers(shorter) for each in whole):
            continue
        if is_time(found[0].key, year):
            yield found[0]
        elif shorter and (is_time(shorter.key, year) or _MISPRINT.fullmatch(shorter.key)):
            yield shorter


def _accepted(run: Piece, year: int) -> Piece | None:
    """A time of several parts (10月1日—3日每天10:30), if it is one as a whole."""
    parts = [*run.every(_TOKEN)]
    joined = len(parts) > 1 and re.search("[、和及每起]", run.key)
    return run if (joined or re.fullmatch(WEEKLY, run.key)) and is_time(run.key, year) else None


def heads(piece: Piece) -> bool:
    """Whether a line is what is on at its time: 6月2日：教育日, 10月2日14:00 《月球背面的秘密》 主讲：…."""
    found = piece.search(rf"^(?:(?={_MONTH}){RUN}|{SPAN}|{WEEKLY})(?:全天|每天)?(?![前后起])")
    if before(piece) or piece.search(THEME_DAY):
        return True
    return found is not None and found[0].spaced and len(found[0].key) > 3 and len(piece.key) <= 80 and piece.key[-1] not in "。;:"


def row(piece: Piece) -> Piece | None:
    """The days with which a row of three cells or more begins: 7月4日（周六）14:30　老城门楼里的匠人　二楼报告厅."""
    cells = by_spaces(piece)
    begun = (piece.part(0, each.start - piece.start) for each in cells[2:0:-1] if each is not cells[-1])
    found = next((each for each in begun if re.fullmatch(rf"(?:(?={_MONTH}){RUN}(?:{_ALL_ONE_DAY}{AT})?|{WEEKLY}|{SPAN})", each.key)), None)
    return found if found and piece.key[-1] not in "。;:" else None


def hours(piece: Piece) -> Piece | None:
    """The hours with which a row below its day begins: 10:00 开幕式 一号馆."""
    found = piece.search(f"^(?:{AT}|全天|(?:时间)?待定)")
    return found[0] if found and found[0].spaced and len(piece.paragraph.key) <= 80 else None


def weekdays(piece: Piece) -> Piece | None:
    """The weekdays and hours with which a row begins, alone in their cell: 周三至周日10:30、14:30　一层序厅."""
    found = piece.search(f"^{_WEEKDAYS}{AT}(?:、{AT})*")
    return found[0] if found and found[0].spaced else None


def clock(piece: Piece) -> Piece | None:
    """The only hour between commas in a text that names no day: 开幕式，时间上午9:00—10:30，由…."""
    found = [each["at"] for each in piece.every(rf"(?:^|[,:;]|时间[为是]?)(?P<at>{AT}(?:、{AT})*|全天)(?=(?:各[一1]场)?(?:[,。;(在]|$))")]
    return found[0] if len(found) == 1 else None


def later(day: Piece, texts: Iterable[Piece]) -> Piece | None:
    """The only hours that a later sentence names of the only day of a text: 5月12日举行宣传活动。12日上午9:00至下午4:00，在…."""
    named = rf"(?:^|[,。;])(?:当[天日]|{re.split('月', day.key)[-1]})?(?P<at>{AT}(?:[至到~—-]+{AT})?)(?=[,在由]|(?:准时|正式)?开[始讲课演])"
    found = [each["at"] for text in texts if text.paragraph is day.paragraph for each in text.every(named)]
    found = [each for each in found if re.search("[0-9]", each.key)]
    return found[0] if len(found) == 1 else None


def of_lessons(piece: Piece) -> Piece | None:
    """The hours with which a text begins, as schools name them: 下午社团时间14:50—16:00，…, 第二节课后大课间至第三节课，…."""
    first = next(iter(piece.split(r"[,。;](?![^(]*\))")), piece)
    named = re.search(f"{_CLOCK}|{_LESSONS}", first.key) and not re.search("[月日前在]", first.key)
    return first if len(first.key) < 24 and named else None


def before(piece: Piece, *, joined: bool = False) -> tuple[Piece, Piece] | None:
    """A day before what it is the day of: 6月2日：教育日, 9月20日 9:30 开幕式; ``joined``, also 12月1日“宪法进机关”主题日."""
    plain = piece.strip("。;")
    named = r"(?P<sign>[,:]?)(?P<title>(?![前后起日]|(?:周|星期).$|[^,]*[行开办展]了)(?:[^,。;:()]|\([^()]*\)){2,})"
    for found in plain.every(rf"^(?P<when>(?:(?={_MONTH}){RUN}|{SPAN})(?:全天|每天)?){named}$"):
        if found["sign"] or found["when"].spaced or (joined and re.search("[日号]", found["when"].key)):
            return found["when"], found["title"]
    return None


def leading(piece: Piece, year: int) -> Piece | None:
    """The time with which a text begins, up to its comma (全年，…) or over several; a year alone is none."""
    heads = [_without_verb(piece.part(0, each.start)) for each in piece.every("[,;。]|(?<![,;。])$") if each.start <= _LONGEST]
    heads = [each for each in heads if not re.search("(?:举[办行]|召开)[^,。;]", each.key)]  # 10月18日，举办运动会；10月28日19:30
    whole = next((each for each in reversed(heads) if re.match(SPAN, each.key) and is_time(each.key, year)), None)
    meant = next((found[0] for words, _ in _MEANT if (found := piece.search(f"^{words}(?=[,。;在]|$)"))), None)
    if meant or whole:
        return meant or whole
    if held := piece.search(_OPEN) or piece.search(f"^{NAMED_DAY}(?=[,。在]|$)"):
        return held[0]
    if aside := piece.search(rf"^{RUN}{_ALL_ONE_DAY}{AT}(?=[,。在]|$)"):
        return aside[0]
    if (first := piece.search(f"^{RUN}")) and _accepted(first[0], year):
        return first[0]
    if (days := weekdays(piece)) and is_time(days.key, year):
        return days
    found = piece.search(_LEADING)
    plain = found["time"].key if found else ""
    told = is_time(plain, year) and not re.search("[会赛展]$", plain)  # a name is no time
    if found is None or not (told or re.match(rf"{SPAN}[、每]", found["time"].key)):
        return None
    return _without_verb(found["time"])


def _without_verb(time: Piece) -> Piece:
    return time.part(0, len(re.sub("(?:举办|举行|召开|开展|完成)$", "", time.key)))
