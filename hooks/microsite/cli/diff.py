"""Two states of the data, and the differences in words: what an office would write as an update.

Material changes are those a reader would act on: when, where, who, how to join, whom to call.
New wording of a summary or a description is minor and not proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from ..core.dates import in_words
from ..core.language import Language
from ..core.problems import Mark, Note
from ..loading.data_folder import Data
from ..loading.translations import say
from ..model import phones, uids
from ..model.activity import Activity, Deadline
from ..model.attendance import Attendance, Booking
from ..model.campaign import Campaign
from ..model.contacts import Contact
from ..model.fields import Renamable
from ..model.organisations import BodyList
from ..model.values import NameList, Words
from ..model.when import When


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the record it belongs to, and a sentence for its ``updates``.

    ``owner`` is ``activities/<id>``, ``campaign`` or ``contacts/<body>``; ``mark`` is the record's
    place in the new data.
    """

    campaign: str
    owner: str
    zh: str
    en: str
    mark: Mark


_NONE = {"zh": "（未写明）", "en": "(not given)"}


@dataclass(frozen=True, slots=True)
class _Side:
    """One state of a campaign, able to say its words."""

    data: Data
    campaign: Campaign

    def say(self, words: Words | None, language: Language) -> str:
        if words is None:
            return _NONE[language]
        return say(words, language, self.data.catalogue(language, self.campaign.id)).plain

    def bodies(self, bodies: BodyList, language: Language) -> str:
        if bodies.everyone:
            return "各活动单位" if language == "zh" else "every body"
        register = self.data.catalogue(language, self.campaign.region.id)
        names = [say(body.short, language, register).plain for body in bodies.organisations]
        return in_words.listed(names, language, bodies.is_open) if names else _NONE[language]

    def names(self, names: NameList, language: Language) -> str:
        said = [self.say(name, language) for name in names.items]
        return in_words.listed(said, language, names.is_open) if said else _NONE[language]

    def time(self, when: When | None, language: Language) -> str:
        return in_words.when(when.date, language) if when else _NONE[language]


_Record = TypeVar("_Record", bound=Renamable)
_Thing = TypeVar("_Thing")


def _by_id(old: Iterable[_Record], new: Iterable[_Record]) -> dict[str, _Record]:
    """Records of before by the ids that they have now."""
    now = {former: each.id for each in new for former in each.formerly}
    return {now[each.id]: each for each in old if each.id in now} | {each.id: each for each in old if each.id not in now}


def changes(old: Data, new: Data) -> tuple[Change, ...]:
    """Every material change, in the order of the new data."""
    before = _by_id(old.plan.campaigns, new.plan.campaigns)
    found: list[Change] = []
    for campaign in new.plan.campaigns:
        if campaign.id in before:
            found += _campaign(_Side(old, before[campaign.id]), _Side(new, campaign))
    return tuple(found)


def _campaign(old: _Side, new: _Side) -> Iterator[Change]:
    id_, mark = new.campaign.id, new.campaign.mark
    for zh, en in _campaign_sentences(old, new):
        yield Change(id_, "campaign", zh, en, mark)
    before = _by_id(old.campaign.activities, new.campaign.activities)
    for activity in new.campaign.activities:
        owner = f"activities/{activity.id}"
        for zh, en in _activity_sentences(old, new, before.get(activity.id), activity):
            yield Change(id_, owner, zh, en, activity.mark)
    for body, zh, en in _contact_sentences(old, new):
        yield Change(id_, f"contacts/{body}", zh, en, mark)


Sentences = Iterator[tuple[str, str]]


def _from_to(zh: str, en: str, before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    return (f"{zh}由{_quoted(before[0])}改为{_quoted(after[0])}", f"{en} changed from {before[1]} to {after[1]}")


def _quoted(text: str) -> str:
    return text if text.startswith("（") else f"“{text}”"


def _both(say_it: Callable[[_Thing, Language], str], thing: _Thing) -> tuple[str, str]:
    return say_it(thing, "zh"), say_it(thing, "en")


def _campaign_sentences(old: _Side, new: _Side) -> Sentences:
    one, other = old.campaign, new.campaign
    if one.period.date != other.period.date:
        before, after = _both(old.time, one.period), _both(new.time, other.period)
        yield _from_to("活动时间", "The period", before, after)
    if one.name.text != other.name.text:
        yield _renamed(old, new, one.name, other.name)
    phases = _by_id(one.phases, other.phases)
    for phase in other.phases:
        if phase.id in phases and phases[phase.id].when.date != phase.when.date:
            name_zh, name_en = _both(new.say, phase.name)
            before, after = _both(old.time, phases[phase.id].when), _both(new.time, phase.when)
            yield _from_to(f"{name_zh}时间", f"The time of “{name_en}”", before, after)
    yield from _deadline_sentences(old, new, one.deadlines, other.deadlines)


def _deadline_sentences(old: _Side, new: _Side, one: Sequence[Deadline], other: Sequence[Deadline]) -> Sentences:
    """Deadlines with another time than before, new ones and those that are gone; what is due tells which one it is, else its place."""
    before = dict(_counted((each.what.text, each) for each in one))
    after = dict(_counted((each.what.text, each) for each in other))
    gone, added = [key for key in before if key not in after], [key for key in after if key not in before]
    if len(gone) == len(added):  # called otherwise
        after = {dict(zip(added, gone, strict=True)).get(key, key): each for key, each in after.items()}
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        zh, en = _both(new.say if now else old.say, (now or was or one[0]).what)
        times = _both(old.time, was.due if was else None), _both(new.time, now.due if now else None)
        if times[0] != times[1]:
            yield _from_to(f"“{zh}”的期限", f"The deadline for “{en}”", *times)


def _counted(given: Iterable[tuple[str, _Thing]]) -> Iterator[tuple[tuple[str, int], _Thing]]:
    """Things by their names, the second one of a name apart from the first."""
    seen: Counter[str] = Counter()
    for name, each in given:
        seen[name] += 1
        yield (name, seen[name]), each


def _renamed(old: _Side, new: _Side, one: Words, other: Words) -> tuple[str, str]:
    before, after = _both(old.say, one), _both(new.say, other)
    return _from_to("名称", "The name", before, after)


_ROLES = {
    "lead": ("牵头单位", "The lead"),
    "support": ("分工负责单位", "The supporting bodies"),
    "guide": ("指导单位", "The guiding bodies"),
    "host": ("主办单位", "The hosts"),
    "organise": ("承办单位", "The organisers"),
    "co_organise": ("协办单位", "The co-organisers"),
    "assist": ("配合单位", "The assisting bodies"),
    "back": ("支持单位", "The backing bodies"),
}
_NAMES = {"places": ("地点", "The place"), "venues": ("场所", "The venue")}
_STATUS = {
    "cancelled": ("活动取消", "The activity is cancelled"),
    "postponed": ("活动延期", "The activity is postponed"),
    None: ("活动照常举行", "The activity takes place after all"),
}


def _activity_sentences(old: _Side, new: _Side, one: Activity | None, other: Activity) -> Sentences:
    if one is None:
        zh, en = _both(new.say, other.title)
        yield f"新增活动“{zh}”", f"New activity: {en}"
        return
    if one.status != other.status:
        yield _STATUS[other.status]
    if one.title.text != other.title.text:
        yield _renamed(old, new, one.title, other.title)
    before, after = _both(old.time, one.when), _both(new.time, other.when)
    if before != after:  # the same days in other words are no news
        yield _from_to("时间", "The time", before, after)
    yield from _role_sentences(old, new, one, other)
    yield from _place_sentences(old, new, one, other)
    yield from _deadline_sentences(old, new, one.due, other.due)
    yield from _attendance_sentences(old, new, one, other, ("", ""))
    yield from _session_sentences(old, new, one, other)


_ATTENDANCE = {
    "booking": ("预约报名", "booking"),
    "cost": ("费用", "what it costs"),
    "capacity": ("名额", "the number of places"),
    "access": ("无障碍服务", "what there is for disabled people"),
}


def _attendance_sentences(
    old: _Side, new: _Side, one: Attendance, other: Attendance, of: tuple[str, str], alike: Collection[str] = ()
) -> Sentences:
    """What somebody who comes has to know and that is another than before; without what is ``alike`` the activity's."""
    for name, (zh, en) in _ATTENDANCE.items():
        was, now = getattr(one, name), getattr(other, name)
        if name in alike or _bare(was) == _bare(now):
            continue
        if name == "cost":
            yield _from_to(f"{of[0]}{zh}", f"{of[1] or 'The activity'}: {en}", _both(old.say, was), _both(new.say, now))
        else:
            yield f"{of[0]}{zh}有变动", f"{of[1] or 'The activity'}: {en} has changed"


def _bare(value: object) -> object:
    """A value without where it stands: the days of a time, the text of words, those of a booking."""
    if isinstance(value, When):
        return in_words.when(value.date, "zh")
    if isinstance(value, Words):
        return value.text
    return tuple(_bare(getattr(value, each.name)) for each in fields(value)) if isinstance(value, Booking) else value


_SESSION = {
    "cancelled": ("取消", "is cancelled"),
    "postponed": ("延期", "is postponed"),
    "full": ("名额已满", "is full"),
    "moved": ("改了地点", "has moved"),
}


def _session_sentences(old: _Side, new: _Side, one: Activity, other: Activity) -> Sentences:
    """Sessions with another status than before, and those that an id tells to be the same with another time or place.

    Of one whose day of change is written, readers are told.
    """
    before = {uids.session_key(session): session for session in one.sessions}
    for session in (each for each in other.sessions if not each.changed):
        was = before.get(uids.session_key(session))
        when, place = _both(new.time, session.when), _both(new.say, session.place)
        at = ("", "") if session.place is None else (place[0], f", {place[1]},")
        if session.status and (was is None or was.status != session.status):
            zh, en = _SESSION[session.status]
            yield f"{when[0]}{at[0]}的一场{zh}", f"The session of {when[1]}{at[1]} {en}"
        if was and was.when.date != session.when.date:
            en = f"The time of the session at {place[1]}" if session.place else "The time of a session"
            yield _from_to(f"{at[0]}一场的时间", en, _both(old.time, was.when), when)
        if was and (was.place and was.place.text) != (session.place and session.place.text):
            yield _from_to(f"{when[0]}一场的地点", f"The place of the session of {when[1]}", _both(old.say, was.place), place)
        if was and not session.status:
            of_all = [name for name in _ATTENDANCE if _bare(getattr(one, name)) != _bare(getattr(other, name))]
            yield from _attendance_sentences(old, new, was, session, (f"{when[0]}一场的", f"The session of {when[1]}"), of_all)


def _role_sentences(old: _Side, new: _Side, one: Activity, other: Activity) -> Sentences:
    for role, (zh, en) in _ROLES.items():
        was, now = one.roles.get(role, BodyList()), other.roles.get(role, BodyList())
        before, after = _both(old.bodies, was), _both(new.bodies, now)
        if before[0] != after[0]:
            yield _from_to(zh, en, before, after)


def _place_sentences(old: _Side, new: _Side, one: Activity, other: Activity) -> Sentences:
    for name, (zh, en) in _NAMES.items():
        was, now = getattr(one, name), getattr(other, name)
        if was != now:
            before, after = _both(old.names, was), _both(new.names, now)
            yield _from_to(zh, en, before, after)
    if one.joining != other.joining:
        yield "参加办法有变动", "How to join has changed"
    if one.open_to_public != other.open_to_public:
        yield "公众能否参加有变动", "Whether the public can take part has changed"


def _contact_sentences(old: _Side, new: _Side) -> Iterator[tuple[str, str, str]]:
    """Changed, new and dropped lines; names of persons are nobody's news."""
    after = {c.body.organisation.id: c for c in new.campaign.lines}
    bodies = _by_id([c.body.organisation for c in old.campaign.lines], [c.body.organisation for c in new.campaign.lines])
    lines = {c.body.organisation.id: c for c in old.campaign.lines}
    before = {id_: lines[body.id] for id_, body in bodies.items()}
    for id_ in dict.fromkeys((*before, *after)):
        was, now = before.get(id_), after.get(id_)
        if _dials(was) == _dials(now):
            continue
        named = BodyList(tuple(each.body for each in (now or was,) if each))
        name_zh, name_en = _both(new.bodies, named)
        numbers = ["、".join(phones.shown(each.number) for each in c.numbers) if c else None for c in (was, now)]
        sides = [(number or _NONE["zh"], number or _NONE["en"]) for number in numbers]
        yield (id_, *_from_to(f"{name_zh}电话", f"The line of {name_en}", sides[0], sides[1]))


def _dials(contact: Contact | None) -> list[str]:
    return [each.dial for each in contact.numbers] if contact else []


def notes(old: Data, new: Data) -> tuple[Note, ...]:
    """What readers would not be told of the changes, or would be told as if the notice said it."""
    return (*_without_update(old, new), *_without_was(old, new), *_exchanged(old, new))


def _exchanged(old: Data, new: Data) -> Iterator[Note]:
    """Ids that another activity had: addresses and entries of calendars, once published, would mean that one."""
    for campaign in new.plan.campaigns:
        before = {a.id: a.title.text for c in old.plan.campaigns if c.id == campaign.id for a in c.activities}
        owners = {title: id_ for id_, title in before.items()}
        for activity in campaign.activities:
            was, owner = before.get(activity.id), owners.get(activity.title.text)
            if was and owner and was != activity.title.text:
                zh = f"编号“{activity.id}”原来是“{was}”的，现在给了“{activity.title.text}”（原来是“{owner}”）；"
                zh += "公布过的地址和日历会指错，请把编号换回来"
                en = f"the id “{activity.id}” belonged to another activity, and this one was “{owner}”; published addresses and "
                yield Note(activity.mark, "ids-exchanged", zh, f"{en}calendars would lead to the wrong one, change the ids back")


def _without_was(old: Data, new: Data) -> Iterator[Note]:
    """Other times than before, with nothing about the words of the notice: the new ones would pass for them."""
    editions = _by_id(old.plan.campaigns, new.plan.campaigns)
    for campaign in new.plan.campaigns:
        before = _by_id(editions[campaign.id].activities, campaign.activities) if campaign.id in editions else {}
        for activity in campaign.activities:
            was, when = before[activity.id].when if activity.id in before else None, activity.when
            if was and when and was.date.text != when.date.text and not when.was and not when.date.correction:
                yield Note(
                    when.mark,
                    "change-without-was",
                    f"时间由“{was.printed}”改为“{when.date.text}”，页面会把新的时间当作通知的写法；如果通知是前一种写法，"
                    f"请在 when 里写 was: {was.printed}",
                    f"the time changed from “{was.printed}” to “{when.date.text}”, which the page will show as the words of "
                    f"the notice; if the notice prints the former, write was: {was.printed} under when",
                )


def _without_update(old: Data, new: Data) -> tuple[Note, ...]:
    """Material changes of records that got no new update: the reader would not be told."""
    told, now = _update_counts(old, new), _update_counts(new, new)
    return tuple(
        Note(
            change.mark,
            "change-without-update",
            f"{change.zh}，但没有写进 updates；读者看不到这一改动",
            f"{change.en}, but no update says so; readers are not told",
        )
        for change in changes(old, new)
        if now.get((change.campaign, change.owner), 0) <= told.get((change.campaign, change.owner), 0)
    )


def _update_counts(data: Data, new: Data) -> dict[tuple[str, str], int]:
    """How many updates each record has, by the ids that it has now."""
    counts: dict[tuple[str, str], int] = {}
    now = {campaign.id: campaign for campaign in new.plan.campaigns}
    for id_, campaign in _by_id(data.plan.campaigns, new.plan.campaigns).items():
        counts[id_, "campaign"] = len(campaign.updates)
        for name, activity in _by_id(campaign.activities, now[id_].activities if id_ in now else ()).items():
            counts[id_, f"activities/{name}"] = len(activity.updates)
        for contact in campaign.lines:
            counts[id_, f"contacts/{contact.body.organisation.id}"] = len(contact.updates)
    return counts
