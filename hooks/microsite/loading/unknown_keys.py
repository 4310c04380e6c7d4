"""Messages about a key that a record does not have: the right spelling if it is near, otherwise the keys of similar meaning.

Somebody types ``hotline`` or ``city`` because the notice has one: there is no such key, but there are some of that
meaning, perhaps in another record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from ..core.problems import folded, nearest
from ..model.attendance import Booking
from ..model.campaign import Campaign
from ..model.contacts import ContactList
from ..model.fields import Field, bare, by_key, declared, is_record
from ..model.when import When

NEAR = 0.75
"""How like a key is what one may take for its misspelling: leed is to lead, city is not to credit."""

_IN_WORDS = (
    "waiting_list waitlist standby 候补 候补名单 候补报名 transport transportation directions bus shuttle 交通 交通方式 交通路线 "
    "乘车 乘车路线 班车 接驳车 接送 公交 地铁 parking car_park 停车 停车场 mini_program miniprogram mini_app 小程序 微信小程序 "
    "team_size team team_members 组队 组队人数 队伍人数 每队人数 postal_address mailing_address post postcode zip 邮寄 邮寄地址 "
    "邮编 邮政编码 寄送地址 收件地址 收件人 投稿地址 投稿邮箱 报送邮箱 报送方式 提交方式 submission_address send_to submit_to "
    "方言 dialect enquiry inquiry enquirie inquirie info 咨询 咨询方式 咨询电话 ticket ticketing 取票 领票 领票方式 取票方式"
)
"""What somebody who wants to come has to know and what has no key of its own."""

_TEXTS = ("joining", "description", "note")
"""Keys of words, for whatever has no other."""

_MEANINGS: Mapping[str, str] = {
    "open_to_public": "public is_public",
    "booking": "registration register signup sign_up enrol enroll apply reservation reserve rsvp ticket 报名 预约 报名方式 预约方式 "
    "报名链接 报名网址 预约网址 预约链接 报名二维码",
    "joining": "registration how_to_join participation participate apply entry 报名 报名方式 参与方式 参加方式 参加办法 "
    "bring what_to_bring to_bring dress_code 携带 自带 请带 携带物品 注意事项 参加要求 参加条件 "
    f"{_IN_WORDS}",
    "places": "city location place venue address site area 地点 城市 地址 活动地点 举办地点 会议室 会议地点 meeting_room venue_name where",
    "place": "city location venue address site where 地点 地址 场地 会场 room hall map 会议室 会议地点 meeting_room venue_name",
    "venues": "venue location address 场地 会场 room hall 会议室 meeting_room",
    "when": "date time day start end begin from to period duration hours repeat weekly start_time end_time weekday "
    "时间 日期 活动时间",
    "deadlines": "deadline due until closing submission receipt 截止 截止时间 截止日期 期限 回执",
    "period": "when date time start end from to 时间 日期 活动时间",
    "cost": "price fee charge free is_free ticket ticket_price registration_fee entry_fee admission 门票 报名费 费用 收费 票价 价格 免费",
    "capacity": "max limit seats quota size attendees 名额 人数 限额 maximum max_people max_participants 最多人数 人数上限",
    "capacity_note": "min minimum min_people min_participants 最少人数 起报人数 开班人数",
    "sessions": "schedule agenda timetable programme program event occurrence 场次 日程 议程",
    "parts": "agenda programme program schedule item sub_activity subactivity sub_event 议程 日程 子活动 系列活动",
    "audiences": "audience target tag for for_whom who participant age 对象 面向 参加对象 活动对象 for public for_public participants "
    "min_age max_age age_limit age_range age_group 年龄 年龄要求 适合年龄 适合人群",
    "audience_printed": "participant attendee 参加人员 参会人员 参加对象 "
    "age min_age max_age age_limit age_range age_group 年龄 年龄要求 适合年龄 适合人群",
    "kind": "type category tag 类型 类别 性质",
    "form": "format mode online tag 形式 活动形式",
    "topics": "tag theme subject keyword content 内容 主题 活动内容 topic 课题",
    "lead": "organizer organiser leader responsible body department 责任单位 牵头部门 负责单位 in_charge charge",
    "host": "hosts sponsor 主办 主办方 hosted_by",
    "organise": "organizer organiser 承办 承办方",
    "co_organise": "co_host cohost partner coorganizer 协办 协办方",
    "support": "supporter sponsor partner 分工负责 支持 支持单位",
    "assist": "cooperate helper partner participants 配合 配合单位 协助 协助单位 参与单位 参加单位",
    "back": "supporter sponsor backer 支持 支持单位",
    "undertake": "executor 执行 执行单位 undertaker undertaken",
    "hosting": "host organizer organiser 主办 主办单位 承办单位",
    "links": "link url website web homepage 链接 网址 网站 wechat qr qrcode qr_code "
    "weixin 微信 公众号 微信公众号 二维码 live livestream live_stream live_url stream stream_url video 直播 直播地址 直播链接 视频",
    "attachments": "attachment file download form pdf 附件 附表 表格",
    "helpline": "hotline phone telephone tel contact call enquiry 热线 电话 咨询电话 联系电话 "
    "contactor contact_phone contact_number 联络员",
    "contacts": "hotline phone telephone tel contact person email fax 联系人 电话 联系电话 联系方式 咨询电话 "
    "contactor contacter contact_person contact_phone contact_number contact_email liaison coordinator 联络人 联络员 负责人",
    "phones": "phone_2 phone2 mobile",
    "summary": "abstract intro introduction lead_text blurb subtitle 简介",
    "note": "remark remarks comment 备注 附注 提示 notes "
    "speaker presenter instructor teacher lecturer tutor guest moderator 主讲 主讲人 讲师 教师 嘉宾 主持人 授课老师 certificate 证书 "
    "bring what_to_bring to_bring 携带 自带 请带 携带物品 注意事项 live livestream live_stream live_url stream 直播 直播地址 直播链接 "
    f"{_IN_WORDS}",
    "description": "detail details content text body base teacher lecturer tutor guest speaker remark notes "
    "内容 详情 介绍 主讲 主讲人 讲师 教师 嘉宾 "
    "presenter instructor moderator 主持人 授课老师 certificate 证书 结业证书",
    "title": "name heading 名称 topic subject theme 主题 课题 讲题 议题 活动名称",
    "name": "title 标题",
    "languages": "language lang 方言 dialect",
    "access": "accessibility accessible disabled wheelchair sign_language 手语 captions subtitles hearing_loop large_print",
    "counts": "number_of amount quantity 数量",
    "awards": "prize prizes award reward rewards 奖励 奖品 奖项设置 奖励办法 certificate 证书 结业证书",
    "updates": "news change 通知 变更",
    "results": "outcome report 成果 总结",
    "phases": "stage step",
    "groups": "category section zone group 板块 分类",
    "clauses": "full_text original 原文 全文 条文",
    "theme": "slogan motto 口号",
    "part_of": "parent province 上级活动",
    "status": "cancelled postponed 取消 延期 canceled postponed_to is_full full moved_to new_place moved "
    "sold_out soldout fully_booked booked_up delayed rescheduled 满员 满额 已满 名额已满 改期 state",
    "document": "notice 通知 文号",
    "until": "deadline closing due end 截止 截止时间 截止日期 报名截止",
    "needed": "required mandatory need 是否预约 需要 必须",
    "phone": "tel telephone mobile 电话 手机 咨询电话 联系电话 报名电话",
    "email": "mail mailbox e_mail 邮箱 电子邮箱 邮件",
    "url": "link website web site address 网址 链接 网站",
    "ext": "extension 分机 分机号",
    "number": "phone tel telephone 电话 号码",
    "hours": "time open opening 时间 接听时间 办公时间",
    "person": "name contact contactor contact_person 联系人 联络人 联络员 姓名",
    "due": "when date deadline until time 时间 截止 截止时间 期限",
    "what": "task content title 内容 事项 任务",
    "file": "path url link filename 文件 文件名",
    "on": "date day when time 日期 时间",
    "text": "content body 内容 正文",
    "area": "city county district town 市 县 区 城市 区县",
    "point": "coordinates lat lng latitude longitude location 坐标 经纬度 map coords geo",
}
"""What somebody may type, by the key that is meant for it; plurals and capitals do not matter."""


def told(typed: str, cls: type) -> tuple[str, str]:
    """The message about a key that a record does not have, in both languages."""
    known = by_key(cls)
    zh, en = f"没有“{typed}”这一项", f"there is no key “{typed}”"
    if like := near(typed, cls):
        return f"{zh}，是否为“{like}”？", f"{en}; did you mean “{like}”?"
    if end := _of_an_opening(typed, cls) or _of_a_time(typed, cls) or _of_an_extension(typed, cls):
        return zh + end[0], en + end[1]
    if inside := _of_a_column(typed, cls):
        return f"{zh}；请写成 {inside}", f"{en}; write {inside}"
    meant = [key for key in of_that_meaning(typed) if key != "number" or "ext" in known]  # elsewhere a number is no telephone
    if here := [key for key in meant if key in known]:
        return _with_these(zh, en, here, known)
    if holders := _holders().get(typed):
        return f"这里{zh}；请写在 {'、'.join(holders)} 里", f"{en} here; write it in {', '.join(holders)}"
    if elsewhere := _elsewhere(meant):
        return f"{zh}；请改用意思相近的 {elsewhere[0]}", f"{en}; use one with that meaning: {elsewhere[1]}"
    words = [key for key in _TEXTS if key in known]
    zh, en = f"{zh}；请删去，或写到意思相近的一项里，各项见手册", f"{en}; delete it, or use a key with that meaning (see the manual)"
    return (f"{zh}；没有合适的，写进 {'、'.join(words)}", f"{en}; if there is none, {' or '.join(words)}") if words else (zh, en)


def _with_these(zh: str, en: str, here: list[str], known: Mapping[str, Field]) -> tuple[str, str]:
    """The keys of a record that have a meaning; where there are only words for it, those."""
    listed = "、".join(f"{key}（{known[key].about.zh}）" for key in here)
    english = [f"{key} ({known[key].about.en})" for key in here]
    if {*here} <= {*_TEXTS}:
        return f"{zh}；请写进 {listed}的文字里", f"{en}; write it in the text of {' or '.join(english)}"
    return f"{zh}；请改用意思相近的 {listed}", f"{en}; use one with that meaning: {', '.join(english)}"


@lru_cache(maxsize=1000)
def near(typed: str, cls: type) -> str | None:
    """The key of a record that a key is the misspelling or the Chinese title of."""
    known = by_key(cls)
    titles = {folded(field.about.zh): key for key, field in known.items()}
    if title := titles.get(folded(typed)):
        return title
    like, meant = nearest(typed, known, NEAR), of_that_meaning(typed)
    return like if not meant or like in meant or like == folded(typed) else None


def _of_a_column(typed: str, cls: type) -> str:
    """What the name of a column of a table is in a plan: a key inside another (booking_phone, sign_up_url)."""
    outer, _, below = typed.rpartition("_")
    for key, field in by_key(cls).items():
        if key in (outer, *of_that_meaning(outer)) and is_record(bare(field.kind)) and below in by_key(bare(field.kind)):
            return f"{key}: {{{below}: …}}"
    return ""


_BOOKED = "booking|registration|sign_?up|enrol(?:l?ment)?|reservation|报名|预约(?:报名)?|放票|放号|领票|抢票"
_OPENS = "(?:from|since|start|begin|open(?:s|ing)?|开始|起|起止|开放)(?:_?(?:time|date|at|from|时间|日期))?"
_WHEN_BOOKING_OPENS = re.compile(
    f"(?:{_BOOKED})_?(?:{_OPENS}|time|date|period|window|when|时间|日期|时段)|(?:开始|开放|start|open)_?(?:{_BOOKED})(?:时间)?"
)


def says_when_booking_opens(typed: str) -> bool:
    """Whether a key or the name of a column means this."""
    return _WHEN_BOOKING_OPENS.fullmatch(_plain(typed)) is not None


def _of_an_opening(typed: str, cls: type) -> tuple[str, str] | None:
    """How it is written when booking opens, for a key that means this."""
    key = _plain(typed)
    if cls is Booking and re.fullmatch(f"{_WHEN_BOOKING_OPENS.pattern}|{_OPENS}", key):
        both, begins = "until: 3月1日10:00至15日17:00", "until: 3月1日10:00起"
    elif "booking" in by_key(cls) and says_when_booking_opens(typed):
        both, begins = "booking: {until: 3月1日10:00至15日17:00}", "booking: {until: 3月1日10:00起}"
    else:
        return None
    zh = f"；报名从什么时候起也写在 until 里，如 {both}，只写了开始的，如 {begins}"
    return zh, f"; write when booking opens in until, too, such as {both}, or {begins} if no end is given"


def _of_a_time(typed: str, cls: type) -> tuple[str, str] | None:
    """How days and hours are written, for a key that means a part of them."""
    if cls is not When and ("when" not in by_key(cls) or "when" not in of_that_meaning(typed)):
        return None
    written = "6月15日9:30-11:30" if cls is When else "when: 6月15日9:30-11:30"
    return f"；日期和钟点写成一句，如 {written}", f"; write day and hours as one text, such as {written}"


def _of_an_extension(typed: str, cls: type) -> tuple[str, str] | None:
    """How an extension is written where there is none of it apart."""
    known = by_key(cls)
    if "ext" in known or "phone" not in known or (typed != "ext" and "ext" not in of_that_meaning(typed)):
        return None
    if "phones" in known:
        return "；请写成 phones: [{number: …, ext: …}]", "; write phones: [{number: …, ext: …}]"
    return "；分机写在号码后面，如 phone: 0791-88912762转801", "; write it behind the number, as in phone: 0791-88912762转801"


def of_that_meaning(typed: str) -> list[str]:
    """The keys of all records that somebody may mean."""
    return _meanings().get(_plain(typed), [])


@cache
def _meanings() -> Mapping[str, list[str]]:
    """The keys by each word that somebody may type for them."""
    found: dict[str, list[str]] = {}
    for key, words in _MEANINGS.items():
        for word in dict.fromkeys(map(_plain, words.split())):
            found.setdefault(word, []).append(key)
    return found


def _elsewhere(meant: list[str]) -> tuple[str, str] | None:
    """Keys of that meaning in other records, each with where it stands."""
    found = [(key, _holders()[key]) for key in meant if key in _holders()]
    zh = "、".join(f"{key}（写在 {'、'.join(holders)} 里）" for key, holders in found)
    return (zh, ", ".join(f"{key} (in {', '.join(holders)})" for key, holders in found)) if found else None


def _plain(word: str) -> str:
    return folded(word).replace("-", "_").replace(" ", "_").removesuffix("s")


_EVERYWHERE = frozenset({"id", "name", "title", "text", "number", "kind", "source", "note", "summary", "url", "what", "who"})
"""Keys that say nothing of where they belong."""


@cache
def _holders() -> Mapping[str, tuple[str, ...]]:
    """Where each key stands, by the keys of the lists and records above it."""
    found: dict[str, list[str]] = {}
    for place, cls in _records():
        for key in by_key(cls):
            if key not in _EVERYWHERE and place not in found.setdefault(key, []):
                found[key].append(place)
    return {key: tuple(places) for key, places in found.items()}


def _records() -> Iterator[tuple[str, type]]:
    """Every record of a plan and of contacts, with the key that it stands under."""
    waiting: list[tuple[str, type]] = [("data/campaigns/", Campaign), ("data/contacts/", ContactList)]
    seen: set[tuple[str, type]] = set()
    while waiting:
        place, cls = waiting.pop(0)
        if (place, cls) in seen:
            continue
        seen.add((place, cls))
        yield place, cls
        for field in declared(cls):
            kind = field.items or bare(field.kind)
            if is_record(kind) and not field.is_name:
                waiting.append((field.key, kind))
