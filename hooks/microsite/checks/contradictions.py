"""Contradictions in a plan: one of two entries is a slip, here or in the notice. Only the editor is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ..core.dates import fuzzy, in_words
from ..core.dates.points import computed_end
from ..core.language import some
from ..core.problems import Note
from ..core.typography import spelling
from ..model import own_dates
from ..model.activity import Activity, Session
from ..model.attendance import Attendance
from ..model.campaign import Campaign, Phase
from ..model.choices import CALLED_OFF
from ..model.when import When
from .printed_times import contradiction, in_english, with_sessions


def contradictions(campaign: Campaign) -> Iterator[Note]:
    """What an activity or a session says in two ways that do not go together; one of them is a slip, here or in the notice."""
    for activity in campaign.activities:
        known = [*activity.times, *(each.when for each in activity.sessions)]
        yield from (*_of_booking(activity, known, campaign.document.signed), *_of_deadlines(activity, known))
        yield from _of_parts(activity)
        yield from _of_sessions(activity, campaign.window)
        for session in activity.sessions:
            yield from _of_booking(session, [session.when], campaign.document.signed)
            yield from _of_place(session)
    if bool(_CHINESE.search(campaign.name.text)) == (campaign.language == "en"):
        name, language = campaign.name.text, campaign.language
        en = f"the plan’s language is {language}, but its name “{name}” is not in it"
        yield contradiction(campaign.mark, f"方案的语言是 {language}，名称“{name}”却不是", en)
    for when in with_sessions(campaign):
        if found := _NO_HOUR.search(unicodedata.normalize("NFKC", when.date.text)):
            zh, en = f"“{found[0]}”：{found[1]}没有这个钟点", f"“{found[0]}” is not an hour of that part of the day"
            yield contradiction(when.mark, zh, en)


_NO_HOUR = re.compile(r"(凌晨|清?早上?|上午|下午(?!1[2-9]|2))(?:1[3-9]|2[0-4]|(?<=下午)(?:[89]|1[01]))[:时点][0-9]{0,2}")


_CHINESE = re.compile("[\u4e00-\u9fff]")


_BESIDE = re.compile("报名|征集|投稿|颁奖|评[审选]|公[示布]|集合|签到|彩排|(?i:regist|award|prize|entries|enrol)")
"""Parts that are before or after what they belong to."""


def _of_parts(activity: Activity) -> Iterator[Note]:
    for part in activity.parts:
        own, when = activity.when and activity.when.date, part.when and part.when.date
        if not (own and when and part.when) or _BESIDE.search(part.name.text):
            continue
        if leaves(when, own) or (when.slots and own.slots and not own_dates.holds(when, own)):
            zh = f"“{part.name.text}”的时间（{when.text}）不在“{activity.title.text}”的时间（{own.text}）里"
            en = f"a part ({in_english(when)}) is not within the time of {called(activity)} ({in_english(own)})"
            yield contradiction(part.when.mark, zh, en)


def _of_sessions(activity: Activity, window: fuzzy.FuzzyDate) -> Iterator[Note]:
    """Sessions at other times than their activity, unless they were moved there; and of one that is off, sessions that are not."""
    own = activity.when
    held_on = (each for each in activity.sessions if each.status not in CALLED_OFF and not each.when.was)
    within = (each.when for each in held_on if own and not leaves(each.when.date, window))
    others = [when for when in within if own and not own_dates.holds(when.date, own.date)]
    if own and others:
        count, such = len(others), others[0].date
        zh = f"有 {count} 场（{'' if count == 1 else '如 '}{such.text}）不在“{activity.title.text}”的时间（{own.date.text}）里"
        en = f"{some(count, 'session')} ({'' if count == 1 else 'such as '}{in_english(such)}) {'is' if count == 1 else 'are'} not within "
        en += f"the time of {called(activity)} ({in_english(own.date)})"
        yield contradiction(others[0].mark, zh, en)
    held = [each for each in activity.sessions if activity.status and each.status not in CALLED_OFF]
    if held:
        word, off = ("取消", "cancelled") if activity.status == "cancelled" else ("延期", "postponed")
        zh = f"“{activity.title.text}”写了{word}，有 {len(held)} 场没有写，页面上也都是{word}"
        en = f"{called(activity)} is {off}, and {some(len(held), 'session does', 'sessions do')} not say so but "
        en += f"{'is' if len(held) == 1 else 'are'} shown as {off}"
        yield contradiction(held[0].mark, zh, en)
    is_left = activity.status or (activity.on and activity.on.date.slots) or any(part.when for part in activity.parts)
    if activity.sessions and not is_left and all(each.status in CALLED_OFF for each in activity.sessions):
        zh = f"“{activity.title.text}”的每一场都取消或延期了，活动没有写 status"
        en = f"every session of {called(activity)} is cancelled or postponed, but the activity has no status"
        yield contradiction(activity.mark, zh, en)
    if activity.status == "cancelled" and activity.results:
        zh, en = f"“{activity.title.text}”写了取消，又有结果", f"{called(activity)} is cancelled but has results"
        yield contradiction(activity.mark, zh, en)


def _of_booking(record: Attendance, times: list[When], signed: date | None) -> Iterator[Note]:
    until = record.booking.until if record.booking else None
    if record.booking is None or until is None:
        return
    ends = [when.date.latest for when in times]
    if signed and until.date.latest and until.date.latest < signed:
        zh = f"报名截止时间（{until.date.text}）早于成文日期（{in_words.day(signed, 'zh')}）"
        yield contradiction(until.mark, zh, f"booking ends ({in_english(until.date)}) before the notice was signed")
    if record.booking.needed is False:
        zh, en = "写明不用预约报名，又写了截止", "booking is not needed, but a last day to book is given"
        yield contradiction(until.mark, f"{zh}（{until.date.text}）", f"{en} ({in_english(until.date)})")
    elif until.date.latest and ends and all(last and last < until.date.latest for last in ends):
        zh = f"报名截止时间（{until.date.text}）晚于活动最后一天（{in_words.day(max(filter(None, ends)), 'zh')}）"
        yield contradiction(until.mark, zh, f"booking ends ({in_english(until.date)}) after the activity’s last day")


_TO_COME = re.compile(r"(?i)回执|报名|预约|参会名单|receipt|reply|regist|booking|sign(?:ing)? up|enrol")


def _of_deadlines(activity: Activity, times: list[When]) -> Iterator[Note]:
    """What is due of those who want to come is due before it is over; a report may come later."""
    ends = [when.date.latest for when in times]
    for each in activity.deadlines:
        due = each.due.date.latest
        if due and ends and _TO_COME.search(each.what.text) and all(last and last < due for last in ends):
            zh = f"“{each.what.text}”的期限（{each.due.date.text}）晚于活动最后一天（{in_words.day(max(filter(None, ends)), 'zh')}）"
            yield contradiction(each.due.mark, zh, f"“{each.what.text}” is due ({in_english(each.due.date)}) after the activity’s last day")


def _of_place(session: Session) -> Iterator[Note]:
    venue, town = session.venue, session.town
    if session.changed and not (session.status or session.when.was):
        zh = "写了改动日期，没有写改了什么：改时间的写 was，改地点的写 status: moved"
        en = "the session gives the day of a change but not what changed: write was if the time changed, status: moved if the place did"
        yield contradiction(session.mark, zh, en)
    if session.status == "moved" and not (venue or session.place or session.address):
        yield contradiction(session.mark, "写了改地点，没有写新的地点", "the session was moved, but no new place is given")
    if venue and town and venue.area != town.id:
        zh = f"“{venue.name.text}”登记在别的市县，这里写的是“{town.name.text}”"
        yield contradiction(session.mark, zh, f"“{venue.name.text}” is registered in another area, but “{town.name.text}” is written here")
    typed, known = (each.address.text if each and each.address else "" for each in (session, venue))
    if venue and typed and known and not (spelling(typed) in spelling(known) or spelling(known) in spelling(typed)):
        zh = f"“{venue.name.text}”登记的地址是“{known}”，这里写的是“{typed}”"
        yield contradiction(session.mark, zh, f"“{venue.name.text}” is registered at “{known}”, but “{typed}” is written here")


def called(record: Phase | Activity) -> str:
    """A phase or an activity in an English message: by its number, without one by its name."""
    kind, name = ("phase", record.name) if isinstance(record, Phase) else ("activity", record.title)
    return f"{kind} {record.number or f'“{name.text}”'}"


def leaves(when: fuzzy.FuzzyDate, window: fuzzy.FuzzyDate) -> bool:
    """Whether a time begins before another one or ends after it."""
    early = when.earliest is not None and window.earliest is not None and when.earliest < window.earliest
    last = own_dates.last_day(when)
    late = last is not None and window.latest is not None and last > _last_day(window)
    return early or late


def _last_day(window: fuzzy.FuzzyDate) -> date:
    """A counted end (为期1个月) may or may not include its last day; both readings are allowed."""
    assert window.latest is not None
    counted = window.end is not None and window.end.unit == "computed"
    return window.latest + timedelta(days=1 if counted else 0)


def of_years(campaign: Campaign) -> Iterator[Note]:
    """Years that were left from last year's plan: in the id, the name, the period, the document's number and its day."""
    year, document, window = campaign.year, campaign.document, campaign.window
    named = re.search("([12][0-9]{3})$", campaign.id), re.match("([12][0-9]{3})年", campaign.name.text)
    for found, zh, en in zip(named, ("编号", "名称"), ("id", "name"), strict=True):
        if found and int(found[1]) != year:
            yield contradiction(campaign.mark, f"year 写的是 {year}，{zh}里是 {found[1]}", f"year is {year}, but the {en} has {found[1]}")
    if window.earliest and window.latest and not window.earliest.year <= year <= window.latest.year:
        zh, en = f"year 写的是 {year}，活动时间是 {window.text}", f"year is {year}, but the period is {in_english(window)}"
        yield contradiction(campaign.period.mark, zh, en)
    numbered = re.search("[〔［\\[(（]([12][0-9]{3})[〕］\\])）]", document.number)
    if numbered and document.signed and int(numbered[1]) != document.signed.year:
        zh, en = f"发文字号是 {numbered[1]} 年的，成文日期在 {document.signed.year} 年", "the document number and the day of signing"
        yield contradiction(document.mark, zh, f"{en} are of different years, {numbered[1]} and {document.signed.year}")


    titles = [(document.mark, document.title.text), *((each.mark, each.title.text) for each in campaign.activities)]
    for mark, title in titles:
        years = re.findall("(?<![0-9])(20[0-9]{2})(?:年|-20[0-9]{2})", title)
        if years and str(year) not in years and campaign.language == "zh":
            zh, en = f"year 写的是 {year}，“{title[:40]}”里是 {years[0]} 年", f"year is {year}, but a title has {years[0]}"
            yield contradiction(mark, zh, en)


_OFF = re.compile(
    "[（(【](?:已|本场|活动)?(?:取消|延期|推迟)[】)）]|^(?:本场|本次|活动|该场|因[^，。]{1,20}[，,]?)*已?(?:取消|延期|推迟)(?:举[办行])?[。！]?$"
)


def off_in_words_alone(campaign: Campaign) -> Iterator[Note]:
    """A title or a note that says 已取消 where no status does: no list, calendar or search would know of it."""
    for activity in campaign.activities:
        if activity.status:
            continue
        notes = ((each.mark, each.note) for each in activity.sessions if each.note and not each.status)
        for mark, words in ((activity.mark, activity.title), *notes):
            if _OFF.search(words.text):
                zh = f"“{words.text[:40]}”说的是取消或延期，却没有写 status，日历和列表里仍是照常举行"
                en = "the text says that it is cancelled or postponed, but there is no status, so calendars and lists show it as usual"
                yield contradiction(mark, zh, en)


def places_nearly_registered(campaign: Campaign) -> Iterator[Note]:
    """A place of an activity that is one sign away from a registered venue: 清溪市图书官."""
    places = campaign.region.places
    known = [each.name.text for each in places.venues] if places else []
    for activity in campaign.activities:
        for place in (each.text for each in activity.places.items if each.text not in known and len(each.text) > 3):
            near = next((name for name in known if len(name) == len(place) and sum(map(str.__ne__, name, place)) == 1), "")
            if near:
                zh, en = f"地点“{place}”没有登记，登记过的有“{near}”", f"the place “{place}” is not registered, but “{near}” is"
                yield contradiction(activity.mark, zh, en)


def lengths_that_differ(campaign: Campaign) -> Iterator[Note]:
    """9月12日至14日，共5天: the days between two printed ones are three."""
    for when in with_sessions(campaign):
        time = when.date
        start, end, length = time.start, time.end, time.duration
        if not (start and end and length and start.is_one_day and end.is_one_day and end.unit != "computed"):
            continue
        days = (end.earliest - start.earliest).days + 1
        spare = 0 if length[1] == "day" else 3  # 9月14日至25日，为期两周: from a Monday to a Friday
        differs = abs((computed_end(start, length).latest - end.earliest).days) > spare
        if differs and length != (len({slot[0].earliest for slot in time.dates}), "day"):
            zh = f"“{time.text}”写的是{in_words.length(*length)}，起止日期之间是 {days} 天"
            yield contradiction(when.mark, zh, f"in “{time.text}” the length does not match the dates, which make {some(days, 'day')}")


def sessions_without_a_place(campaign: Campaign) -> Iterator[Note]:
    """Of several sessions some have a place or a city and others none, nor has their activity: cells that were merged, most likely."""
    for activity in campaign.activities:
        bare = [each for each in activity.sessions if not (each.place or each.area or each.address)]
        may_be_online = activity.form in ("online", "both")
        is_said = activity.places.items or activity.venues.items or may_be_online
        lost = [each for each in activity.sessions if not (each.town or each.is_online or (may_be_online and each in bare))]
        if bare and any(each.place or each.address for each in activity.sessions) and not is_said:
            zh = f"“{activity.title.text}”有 {len(bare)} 场没有写地点，别的场次写了；表格里有合并单元格的，请逐行填写"
            en = f"{some(len(bare), 'session has', 'sessions have')} no place, but others of {called(activity)} have one; "
            yield contradiction(bare[0].mark, zh, f"{en}if cells of a table were merged, write the place in every row")
        elif lost and any(each.town for each in activity.sessions):
            zh = f"“{activity.title.text}”有 {len(lost)} 场没有写市县，别的场次写了；没有写的不在任何市县的页面上"
            en = f"{some(len(lost), 'session has', 'sessions have')} no area, but others of {called(activity)} have one; "
            yield contradiction(lost[0].mark, zh, f"{en}the page of no area shows {'it' if len(lost) == 1 else 'them'}")


RULES: tuple[Callable[[Campaign], Iterator[Note]], ...] = (
    contradictions, of_years, lengths_that_differ, sessions_without_a_place, off_in_words_alone, places_nearly_registered,
)  # fmt: skip
