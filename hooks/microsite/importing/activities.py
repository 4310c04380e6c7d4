"""The activities of a plan: number, title, time, who is responsible, what the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from . import attendance, branches, deadlines, meetings, parts, places, responsible, standing
from .ids import Ids
from .notice import labels, times, tree
from .notice.labels import Label
from .notice.names import Names
from .notice.outline import Section
from .notice.pieces import Piece, by_spaces

_KINDS = (
    ("quiz", r"竞答|答题|知识竞赛"), ("awareness", r"宣传教育|普及宣传|科普宣传"), ("platform", r"资源(?:开放|共享)"),
    ("ceremony", r"启动仪式|开幕式|闭幕式|启动活动|颁奖"), ("competition", r"大赛|竞赛|比赛|选拔赛|挑战赛"),
    ("conference", r"大会|论坛|峰会|研讨会|交流会"), ("research", r"研究|调研"),
    ("call", r"征集|作品展评"), ("exhibition", r"展览|巡展|展示|博览"), ("volunteering", r"志愿"),
    ("fair", r"集市|招聘会"), ("performance", r"演出|晚会"), ("screening", r"放映|展映"),
    ("lecture", r"讲座|报告会|宣讲"), ("visit", r"参观|走进|研学"), ("training", r"培训|训练|研修|讲堂|课堂"),
    ("course", r"公开课|课程"), ("platform", r"平台"), ("broadcast", r"节目|直播|专栏"),
    ("series", r"系列|专项行动"), ("service", r"服务|助残|解困|便民"), ("awareness", r"宣传|科普|普及|推广|助老|活动周"),
)  # fmt: skip
_REMINDER = "通知写明了的，再补 audiences、form、open_to_public、joining"
_TIME_BRACKET = r"\((?P<time>[^()]*(?:\([^()]*\)[^()]*)*)\)[。:]?$"
_AGES = "^(?P<who>(?:[0-9]{1,2}(?:周?岁)?[-—~至到]+)?[0-9]{1,2}周?岁(?!生)[^,]*(?:,(?!限|每|免费|须?预约)[^,]*)*)(?:,(?P<more>.*))?$"
"""The bracket of a title that says who may come: 6—10岁，女生."""
_LED = r"(?:举办|举行|召开|开展)(?P<title>[^,。;0-9]{2,20}?)(?=[0-9]+[期场次]|[,。;]|$)"
_AWARD = (
    r"(?P<kind>(?:(?:[特一二三]、)*(?:特等|[一二三四]等)|优秀|优胜|组织|优秀组织|入围|入选|参与|鼓励|纪念|最佳[\u3400-\u9fff]{2,6}|[金银铜])奖):?(?:各|共)?(?:[0-9]+|若干)[名项个件幅组篇支部家%]?"
    r"(?:[,:(]?(?:每[人名组项])?(?:各?奖励?)?(?:奖金|奖品|现金|价值)?(?:各|人民币)?[0-9]+元[^,。;、]{0,12})?"
)
_TITLED = rf"^{times.RUN},(?P<title>[^,。;:0-9]{{2,16}}):"
_BARE = "^(?P<title>[^,。;:0-9]{4,24})$"
"""举办科普巡回展 of 举办科普巡回展由县科委牵头，…, a title with no sign behind it."""
_OF_SOMETHING_ELSE = (
    r"(?:起|开始|开放|(?=[通到登]))(?:接受|网上|线上|电话|现场|[通到在登][^,。;]{2,20}?)*(?:预约|报名|领取?[^,。;]{0,3}[票券]|取票|抢票|购票)|(?:[之以]?后|以来)?(?:拍摄|出生|创作|发表|取得|成立)|以来|[^,。;]{0,8}(?:暂停|闭馆|休馆|停课|停机)|[^,。;]{0,2}(?:不(?!间断|见)|除外)|起?(?:施行|执行|生效)|撤|是[^,。;]{1,16}[节日](?=[,。;])|印发的(?:通知|意见|文件)|后?停止|有[^,。;]{0,4}[雨雪]|召开\)|\)?的(?:论文|作品|照片)|举[行办][^,。;]{0,6}(?:开[展幕馆]|[启揭授颁闭][^,。;]{1,3})(?:仪?式|典礼)"
)
"""Behind a time that is not the activity's: 每周三10:00开放网上预约, 10月1日至7日六馆联读暂停一周."""
_TO_SOMETHING_ELSE = "(?:彩排|预演|走台|[售取换检开订]票|持续|保留|延续|[布撤]展|展出|展期)(?:时间|日期)?(?:为|于|:|至|到|自)?$"
"""Before a time that is beside the activity's: 彩排10月21日14:00, 展览持续至10月25日."""
HELD_EVENT = (
    r"(?:举办|举行|开展|召开|组织)(?:[一二两三1-9][次场期]以上的?)?(?P<title>(?:(?!开展|举办|举行|参加)[^,。;]){2,24}?(?:活动|仪式|大赛|比赛|讲座|展览|论坛|义诊|演练|集市|晚会|展演|比武))(?=[,。;]|$)"
)
_OCCASIONS = (r"在(?P<names>[^,。;()]{2,40}?)(?P<open>等)?(?:重要|重大|关键|活动|时间|宣传|主题)*(?P<word>节点)")
_COUNT = (
    r"(?<![第0-9])(?<![现拥]有)(?P<number>[1-9][0-9]{0,6})(?P<unit>(?>余?(?:万人次|万人|万名|人次|场次|家|场|所|名|人|个|期|门|节|站|处|支|件|部|套|次)))(?!以[上下内]|左右|上下|周|星期)"
    r"(?P<what>(?![的不])[^0-9,。;、()和]{2,30}?)(?<!的)(?=[,。;、()]|和[0-9]|开展|设计|组织|进行|面向|举办|参加|参与|到|赴|送|走|深入|为|$)"
)
_COUNT_AFTER = (
    r"(?:开设|举办|组织|开展|直播|建设|建立|培训|发放|征集|推出|设立|选派)(?P<what>[^0-9,。;、()]{2,20}?)"
    r"(?P<number>[1-9][0-9]{0,6})(?P<unit>余?(?:家|场次|场|所|名|人次|人|个|期|门|节|站|处|支|件|部|套|份|次|万人次))(?=[,。;、]|$)"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What is around an activity: the day and the place that headings above it are, a table's sessions and lines below it.

    ``credit`` and ``when`` are what a table beside the clauses says of it.
    """

    day: Piece | None = None
    spot: Piece | None = None
    sessions: tuple[tree.Record, ...] = ()
    asides: tuple[Piece, ...] = ()
    prizes: tuple[Piece, ...] = ()
    credit: responsible.Credit | None = None
    when: tree.Value | tree.Record | None = None
    week: Piece | None = None

    def at(self, hours: Piece, year: int) -> tree.Value | tree.Record | None:
        """Hours of the day that is above; where that is the day of a week (星期一), its date."""
        if self.day and self.week:
            return times.in_week(self.day, hours, self.week, year)
        return times.of_day(self.day, hours, year) if self.day and hours else times.when(self.day, year) if self.day else None


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all activities: names of bodies, the year, ids that were given, what is said of all.

    ``week`` is the time of a campaign that lasts no longer, ``span`` the one that is said of every activity.
    """

    names: Names
    year: int
    ids: Ids
    common: attendance.Common
    day: Piece | None = None
    spot: Piece | None = None
    hours: tuple[Piece, ...] = ()
    week: Piece | None = None
    span: tree.Value | tree.Record | None = None


def listed(branch: branches.Branch, context: Context, below: dict[Section, Around]) -> Iterator[tree.Record]:
    """Every activity of the branch that holds them; ``below``: the sessions of a table below it, and lines on booking."""
    above = {child: around for head in branch.heads for child, around in _above((head,), Around())}
    restarts = len({each.number for each in branch.leaves}) < len(branch.leaves)
    for number, section in enumerate(branch.leaves, 1):
        own = section.number if len(branch.heads) == 1 and not restarts else number
        under, around = below.get(section, Around()), above.get(section, Around())
        yield _activity(section, own, context, replace(under, day=around.day, spot=around.spot))


def _above(sections: Iterable[Section], around: Around) -> Iterator[tuple[Section, Around]]:
    """Each clause with the day and the place that headings above it are."""
    for each in sections:
        yield each, around
        place = re.fullmatch(rf"(?!.*会场|[^·]{{2,4}}[与和及])(?:{places.SITE})(?:\([^()]*\))?", each.title.key)
        spot = each.title if place and each.children and not re.search("[周月季天段]", each.ordinal.key) else None
        yield from _above(each.children, replace(around, day=times.day(each.title) or around.day, spot=spot or around.spot))


@dataclass(frozen=True, slots=True)
class Draft:
    """An activity as the notice prints it, in a clause, in the row of a table, or as a whole notice.

    ``number`` is its place in the list, ``printed_number`` the one that the notice prints.
    """

    number: int
    source: tree.Value | None
    title: Piece
    when: tree.Value | tree.Record | None
    texts: tuple[Piece, ...]
    credit: responsible.Credit | None
    labels: tuple[Label, ...] = ()
    pieces: tuple[Piece, ...] = ()
    titled: str = ""
    parts: tuple[tree.Record, ...] = ()
    around: Around = Around()
    printed_number: int | None = None


def _activity(section: Section, number: int, context: Context, around: Around) -> tree.Record:
    title, when, bodies, where = _bare_title(section.title, context.year)
    timed = [each for each in section.children if each.title and _timed(each)]
    timed = timed if len(timed) > 1 else []
    lessons = {} if timed else _lessons(section, context.year)
    around = replace(around, sessions=(*around.sessions, *lessons.values()))
    texts, more = responsible.apart(_texts(section, timed, lessons))
    found, texts = labels.apart(texts)
    credit = responsible.read((*bodies, *more), context.names) if bodies or more else around.credit
    beside = [labels.read(part) for each in (*bodies, *more) for part in each.split("[;。]")]
    due = [each for each in beside if each and each.kind in ("due", "when")]
    source = tree.Value(section.clause, (section.ordinal,)) if section.clause else None
    ids = Ids(context.names.place)
    own = tuple(_part(each, context.year, ids) for each in timed)
    around = replace(around, day=_in_ordinal(section, context.year) or around.day)
    called = title.search(f"^(?P<day>{times.OF_A_WEEK})(?P<title>.{{2,}})$")
    if called and called["day"].spaced:  # （一）星期一　开幕式
        title = called["title"]
    named = section.ordinal.search(f"(?P<day>{times.OF_A_WEEK})") or (called if called and called["day"].spaced else None)
    if context.week and named and not around.day:
        around = replace(around, day=named["day"], week=context.week)
    if when is None and around.day and times.hours(section.whole) and section.ordinal:
        when = times.of_day(around.day, section.ordinal, context.year)
    if when is None and section.ordinal and (row := times.row(section.whole)):
        when = times.when(row, context.year)
    if hours := times.clock(texts[0]) if texts else None:
        when = times.at(when, (hours,), context.year)  # 9月17日（星期四）　法治日, and 9:30在… below it
    said = when.get("text") if isinstance(when, tree.Record) else when
    if context.day and isinstance(said, tree.Value) and said.pieces and re.fullmatch(times.AT, said.pieces[0].key):
        when = times.of_day(context.day, said.pieces[0], context.year)  # 便民集市（8:30—11:00，…） on the only day of all
    told = (*where, *found, *due)
    return record(Draft(number, source, title, when, texts, credit, told, (), "", own, around, section.printed_number), context)


def _in_ordinal(section: Section, year: int) -> Piece | None:
    """The time of 第一周（4月1日—4日）：."""
    within = section.ordinal.search(r"\((?P<time>[^()]+)\)")  # 周一（11月10日）：
    found = within or section.whole.search(rf"^{re.escape(section.ordinal.key)}\((?P<time>[^()]+)\):")
    return found["time"] if found and times.is_time(found["time"].key, year) else None


def _timed(section: Section) -> bool:
    """Whether a clause below an activity has its own labelled time or place, and is a part of it."""
    return any(each.kind in ("when", "place") for each in labels.apart(section.texts)[0])


def _lessons(section: Section, year: int) -> dict[Section, tree.Record]:
    """Sessions with a title of their own: 1.手机摄影课：9月22日19:00，202室，限25人。, and more of them, below 邻里课堂."""
    made: dict[Section, tree.Record] = {}
    for each in section.children:
        spot = re.fullmatch(meetings.SPOT, each.title.key)  # 石桥镇：7月14日9:00，文化广场
        plain = each.title and each.texts and not each.children and not (spot or branches.is_of_a_contest(each.title))
        when = times.leading(each.texts[0], year) if plain and not labels.kind_of(each.title.key) else None
        if when is None or not re.search("[0-9](?::|[时点])", when.key) or when.key.endswith(("前", "起", "止")):
            return {}
        spots = places.items(each.texts, []).items
        joining = attendance.entries(each.title, each.texts, (), attendance.Common(), "")
        made[each] = tree.record(
            ("title", tree.copied(each.title)), ("when", times.when(when, year)), ("place", spots[0] if spots else None),
            *joining, comments=(tree.check(each.whole),), pieces=[each.ordinal],
        )  # fmt: skip
    return made if len(made) > 1 else {}


def _texts(section: Section, timed: list[Section], lessons: Iterable[Section]) -> Iterator[Piece]:
    """What an activity says, without the times and places of its parts and without its sessions."""
    yield from section.texts
    for child in (each for each in section.children if each not in lessons):
        if child in timed:
            yield from labels.apart(child.texts)[1]
            yield from (each.value for each in labels.apart(child.texts)[0] if each.kind not in ("when", "place"))
        else:
            yield child.whole
            yield from (text for text in child.all_texts() if text is not child.rest)


def _part(section: Section, year: int, ids: Ids) -> tree.Record:
    """A numbered piece of an activity with its own time and place."""
    found = {each.kind: each for each in reversed(labels.apart(section.texts)[0])}
    return tree.record(
        ("id", ids.named(section.title, "part")),
        ("name", tree.copied(section.title)),
        ("when", times.when(found["when"].value, year) if "when" in found else None),
        ("place", tree.copied(found["place"].value) if "place" in found else None),
        pieces=[section.ordinal, *(each.label for each in found.values())],
    )


def record(draft: Draft, context: Context) -> tree.Record:
    """The record of an activity; what has to be written by a person is owed."""
    title, texts = draft.title, draft.texts
    by_kind = {kind: [each for each in draft.labels if each.kind == kind] for kind in labels.KINDS}
    by_kind["place"] = by_kind["place"] or [behind for each in by_kind["when"] if (behind := _spot_behind(each, context.year))]
    by_kind["place"] = by_kind["place"] or [each for each in by_kind["text"] if each.label.key.endswith("线:")]  # 路线：北门—马帮客栈
    named = [] if title or not texts else places.in_a_row(texts[0])[1]
    if named and (len(named) == 1 or branches.EVENT.search(named[0].key) or any(each.key[0] in "《“" for each in named)):
        title = next((each for each in named if each.key[0] in "《“"), named[0]).without("^(?:举[办行]|召开|开展|组织)(?=.{4})")
    called = [each for each in (*by_kind["title"], *by_kind["text"]) if not re.search("主讲|嘉宾|师|线:", each.label.key)]
    if not title and called:
        title = called[0].value
    if not title and texts and not times.day(texts[0]) and (said := texts[0].search(branches.NAMED)):  # 开幕式，上午9:00，…
        title, texts = said["title"], (texts[0].part(said.end), *texts[1:])
    held_at = places.above(title, texts)
    if held_at:  # 城南图书馆：古籍修复展示，8月15日至17日
        by_kind["place"].append(labels.unlabelled("place", title))
        title = held_at["title"]
    title = title or (_held(texts) if texts else title)
    credit = draft.credit or _credit_beside(title, context)
    printed, texts = texts, tuple(standing.of_this_year(texts, context.year))
    described = (each.value for each in (*by_kind["title"], *by_kind["text"]) if each.value is not title)
    sentences = [*(sentence for text in printed for sentence in text.sentences()), *described]
    found = parts.read_parts(texts, title.key, Ids(context.names.place))
    due = [*(deadlines.labelled(each, context.year) for each in by_kind["due"])]
    content = [*standing.of_this_year((each for each in _content(by_kind) if each is not title), context.year)]
    until = (each.value for each in by_kind["when"] if "截止" in each.value.key)  # 7月6日开始报名，8月20日截止提交作品
    labelled = (each.value for kind in ("joining", "audience") for each in by_kind[kind])
    due += deadlines.records((*texts, *content, *labelled, *until), context.year)
    numbers, asides = labels.apart(draft.around.asides)
    sessions, rest = _sessions(draft, by_kind, context.year)
    rounds = () if draft.parts or draft.when else parts.rounds(texts, context.year, Ids(context.names.place))
    planned, status = standing.as_planned((*texts, *content))
    where = places.items(() if draft.titled or rounds or any(each.get("place") for each in sessions) else planned, rest["place"])
    online = any(re.search("视频号|抖音号|直播间|云上|线上", text.key) for text in texts)
    spot = draft.around.spot or (None if draft.titled or online else context.spot)
    if spot and not where.items and not any(each.get("place") for each in (*sessions, *draft.parts)):
        where = tree.Items((tree.copied(spot, tree.check(spot, "地点取自上面")),))
    ringed = chr(ord("①") + draft.number - 1) if draft.number <= 20 else ""  # 课程①至③免费; there are twenty such signs
    joining = dict(attendance.entries(title, (*texts, *asides), (*draft.labels, *numbers), context.common, ringed))
    if re.search("征[集文稿]", draft.titled or title.key):
        joining["booking"] = None  # who sends in something comes nowhere
    if sessions and attendance.of_each(joining["capacity"]):
        room = ("capacity", joining.pop("capacity"))
        sessions = tuple(tree.record(*each.entries, room, comments=each.comments, pieces=each.pieces) for each in sessions)
    told = sessions or rounds or (draft.titled and draft.parts)
    if isinstance(draft.when, tree.Value) and _told_with_hours(draft.when, sessions):
        draft = replace(draft, when=None, pieces=(*draft.pieces, *draft.when.pieces))
    alone = not (told and not rest["when"])
    when, several = _held_when(draft, (*texts, *content), rest["when"] if alone else None, context)
    when = when or (None if sessions or rounds or several else draft.around.when or context.span)
    return tree.record(
        ("id", context.ids.named(title, "activity")),
        ("number", tree.number(draft.number, draft.printed_number)),
        ("source", draft.source),
        ("title", _title(draft, title)),
        ("title_printed", tree.Value(title.printed.strip(), (title,)) if title.printed.strip() != title.text else None),
        ("kind", _kind(title, texts)),
        ("summary", tree.owed(f"一句话说明，最好不超过 45 字；{_REMINDER}")),
        ("description", tree.owed("详细说明，用平实的话重写", sentences) if sentences else None),
        ("when", times.at(when, context.hours, context.year)),
        ("status", status),
        ("occasions", _occasions(texts)),
        *(credit.roles if credit else ()),
        ("credit", credit.printed if credit else None),
        ("deadlines", tree.Items(tuple(due))),
        ("awards", _awards((*draft.around.prizes, *texts))),
        ("audience_printed", _labelled(by_kind["audience"])),
        ("joining", _labelled([each for each in by_kind["joining"] if not attendance.in_fields(each)])),
        *joining.items(),
        ("sessions", tree.Items(sessions)),
        ("parts", tree.Items((*draft.parts, *rounds, *found.items))),
        ("places", where),
        ("counts", tree.Items(tuple(_counts(texts, found)))),
        comments=several,
        pieces=[*draft.pieces, *(each.label for each in draft.labels)],
    )


def _held(texts: tuple[Piece, ...]) -> Piece:
    """What a text without a title says is held; by the name in quotation marks that it has further below."""
    cut = len(texts) > 1 and texts[0].paragraph is texts[1].paragraph
    known = (branches.MOVED, _TITLED, *([_BARE] if cut else []), HELD_EVENT)
    found = next((found for words in known if (found := texts[0].search(words))), None)
    if found is None and times.looks_like_time(texts[0].key[:8]):
        found = texts[0].without("[,。;]").search(_LED)
    if found is None:
        return texts[0].part(0, 0)
    named = rf"[“《].+{re.escape(found['title'].key)}"  # 5月12日举行宣传活动。…开展“5.12”宣传活动
    again = (each["title"] for text in texts for each in text.every(HELD_EVENT))
    return next((each for each in again if re.fullmatch(named, each.key)), found["title"])


def _credit_beside(title: Piece, context: Context) -> responsible.Credit | None:
    """Who is responsible, where another clause names the activity: 篮球友谊赛由篮球协会承办."""
    said = [spoken for each in context.common.concerning(title)[2] if (spoken := responsible.spoken(each))]
    return responsible.read(said, context.names) if said else None


def _content(by_kind: dict[str, list[Label]]) -> list[Piece]:
    """What stands behind 内容：, where times, places and deadlines may be said as in any text."""
    return [each.value for each in by_kind["text"] if "内容" in each.label.key]


def _spot_behind(label: Label, year: int) -> Label | None:
    """时间地点：5月9日9:00，青少年宫广场, and 时间：每周五下午，市图书馆."""
    time = times.trimmed(label.value, year)
    rest = label.value.part(len(time.key)).strip(",;。")
    placed = re.search("地点|地址", label.label.key) or re.fullmatch(places.SITE, rest.key)
    return labels.unlabelled("place", rest) if rest and placed else None


def _sessions(draft: Draft, by_kind: dict[str, list[Label]], year: int) -> tuple[tuple[tree.Record, ...], dict[str, list[Label]]]:
    """Several times each with its place, of a table, of a labelled line or of the text; and the labels that are left."""
    labelled = [(each, made) for kind in ("place", "when") for each in by_kind[kind] if (made := meetings.listed([each.value], year))]
    left = {kind: [each for each in found if each not in [label for label, _ in labelled]] for kind, found in by_kind.items()}
    found = draft.around.sessions or next((made for _, made in labelled), ()) or meetings.told((*draft.texts, *_content(by_kind)), year)
    found = found or meetings.of_a_day(draft.texts, lambda hours: _on_its_day(draft, hours, year))
    spot = left["place"][0].value if len(left["place"]) == 1 else None
    if not found and (found := meetings.rounds(draft.texts, year, spot)):
        left["place"] = []
    spots = [at for each in found if isinstance(at := each.get("place"), tree.Value)]
    if len(spots) == len(found) > 1 and len({each.text for each in spots}) == 1:  # one hall for all
        apart = ((each, tuple(one for one in each.entries if one[0] != "place"), spot) for each, spot in zip(found, spots, strict=True))
        found = tuple(replace(each, entries=entries, pieces=(*each.pieces, *spot.pieces)) for each, entries, spot in apart)
        left["place"] = [labels.unlabelled("place", spots[0].pieces[0])]
    return found, left


def _told_with_hours(days: tree.Value, sessions: tuple[tree.Record, ...]) -> bool:
    """Whether sessions say again when an activity is, and at which hours: （9月10日、11日）, and 9月10日8:30…；9月11日9:00… below."""
    hours = all(any(":" in piece.key for node in tree.walk(each) for piece in node.pieces) for each in sessions)
    return bool(sessions) and hours and bool(re.fullmatch("[0-9年月日、至—~-]+", days.text))


def _on_its_day(draft: Draft, hours: Piece, year: int) -> tree.Value | tree.Record | None:
    """Hours of the only day of an activity, that beside its title or the one above; with a day of their own as they are."""
    if re.search("[月日周]", hours.key):
        return times.when(hours, year) if times.is_time(hours.key, year) else None
    given = draft.when.pieces[-1] if isinstance(draft.when, tree.Value) and draft.when.pieces else None
    if draft.when is None and draft.around.day is None:  # 上午…在甲馆；下午…在乙馆。10月20日举行
        days = {each.key: each for text in draft.texts for each in times.within(text, year)}
        given = next(iter(days.values())) if len(days) == 1 else None
    elif draft.when is None:
        return draft.around.at(hours, year)
    return times.of_day(given, hours, year) if given and times.is_one_day(given.key) else None


def _title(draft: Draft, title: Piece) -> tree.Value:
    if not title:
        return tree.owed("标题；这一条没有标题", draft.texts[:1])
    if draft.titled:
        return tree.copied(title, tree.check(title, "整份通知是一项活动，标题取自通知的标题"), text=draft.titled)
    # A narrow cell breaks a title over lines: 手机 / 课堂.
    in_cell = re.sub("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", title.text) if title.paragraph.cells else title.text
    return tree.copied(title, text=in_cell)


def _labelled(found: list[Label]) -> tree.Value | None:
    once = {each.value.key: each.value for each in found}.values()
    return tree.Value("；".join(each.text for each in once), tuple(once), (tree.check(found[0].value),)) if found else None


def _bare_title(title: Piece, year: int) -> tuple[Piece, tree.Value | tree.Record | None, tuple[Piece, ...], tuple[Label, ...]]:
    """The title without the brackets behind it that hold a time, a time and a place, or who is responsible."""
    when: tree.Value | tree.Record | None = None
    bodies: list[Piece] = []
    where: list[Label] = []
    if times.day(title) and times.is_time(title.key, year):  # 9月28日 above 主题：…
        title, when = title.part(0, 0), times.when(title, year)
    dated = times.before(title, joined=bool(branches.EVENT.search(title.key)))
    month = dated is not None and re.fullmatch("(?:20[0-9]{2}年)?[0-9]{1,2}月份?", dated[0].key)  # 1月：写春联（1月31日，村文化礼堂）
    if dated:
        title, when = dated[1], times.when(dated[0], year)
    while title:
        apart, found = responsible.closing(title), title.search(_TIME_BRACKET)
        inside = found["time"] if found else title
        joined = inside.search(rf"^(?P<time>{times.RUN})(?:{places.SITE})$")  # 3月7日下午4:30—5:30图文中心二楼自修室
        time = joined["time"] if joined and times.is_time(joined["time"].key, year) else times.opening(inside, year)
        due = next(deadlines.within((inside,)), None) if found else None
        if apart and not times.looks_like_time(time.key):
            title = apart[0]
            bodies.insert(0, apart[1])
        elif found and (due or ((when is None or month) and times.looks_like_time(time.key))):
            assigned, labelled = _beside(inside.part(0 if due else len(time.key)))
            bodies += assigned
            where += [labels.unlabelled("due", due[0])] if due else labelled
            weekly = dated and month and not re.search("[月日]", time.key)  # 5月：小课堂（每周六15:00）
            made = times.of_day(dated[0], time, year) if dated and weekly else times.when(time, year)
            title, when = title.part(0, found.start), when if due else made
        elif found and (ages := inside.search(_AGES)):
            where.append(labels.unlabelled("audience", ages["who"]))
            where += [labels.unlabelled("joining", ages["more"])] if ages["more"] else []
            title = title.part(0, found.start)
        elif found and _begins_with_a_place(parts := inside.split("[,;]")):
            where.append(labels.unlabelled("place", parts[0]))
            where += [label for each in parts[1:] if (label := labels.read(each) or on_joining(each))]
            title = title.part(0, found.start)
        elif found and (label := on_joining(inside)):
            where.append(label)
            title = title.part(0, found.start)
        else:
            break
    cells = by_spaces(title, 1) if dated and title else []
    if len(cells) > 1 and re.fullmatch(places.SITE, cells[1].key):  # 11月5日 启动仪式 新天地广场 区教育局
        title = cells[0]
        where.append(labels.unlabelled("place", cells[1]))
        bodies += [each for each in cells[2:3] if Names("").in_a_role(each.key)]
    return title, when, tuple(bodies), tuple(where)


def _begins_with_a_place(parts: list[Piece]) -> bool:
    """A bracket that begins with a place, or that says behind it for how many there is room: 海川重工，每批30人."""
    joined = len(parts) > 1 and all(map(on_joining, parts[1:])) and not on_joining(parts[0])
    return joined or bool(re.fullmatch(places.SITE, parts[0].key))


def on_joining(words: Piece) -> Label | None:
    """How to join, or how many sessions there are, in the bracket behind a title: 限40人, 共四期."""
    asked = re.search("预约|免费|收费|报名|自行|限[0-9]|^每[批场次].*[人名]$", words.key)
    counted = re.fullmatch("共.{1,3}[期场次讲]", words.key)
    return labels.unlabelled("joining" if asked else "text", words) if asked or counted else None


def _beside(rest: Piece) -> tuple[list[Piece], list[Label]]:
    """What stands behind a time in a bracket: who is responsible, labelled words, else a place."""
    parts = rest.split("[,;]")
    bodies = [each for each in parts if responsible.is_said(each) or responsible.is_labelled(each)]
    others = [each for each in parts if each not in bodies]
    asked = [label for each in others if not labels.read(each) and (label := on_joining(each))]
    spots = [labels.read(each) or labels.unlabelled("place", each) for each in others if labels.read(each) or _is_spot(each)]
    return bodies, [*spots, *asked]


def _is_spot(words: Piece) -> bool:
    """Whether words beside a time in brackets are a place: they are no number, weekday, price or limit."""
    counted = "^(?:共|.*(?:报到|签到|入场)$|分.批|凭|自愿|已|第(?!.*[室房馆厅场楼]$)|全[省市县区]$|上下)|雨天|顺延|另行|待定"
    if re.match("全[省市县区][0-9]+[个家所处]", words.key):  # 全市14家残疾人之家
        return True
    return not re.search(rf"[0-9]{{2,}}|^(?:星期|周).$|免费|对象|预约|每|^限|分钟|{counted}", words.key)


def _held_when(
    draft: Draft, texts: tuple[Piece, ...], labelled: list[Label] | None, context: Context
) -> tuple[tree.Value | tree.Record | None, tuple[str, ...]]:
    """The time that holds, with the one that it replaces; without ``labelled``, where sessions tell the others, that beside the title."""
    draft = replace(draft, texts=standing.as_planned(texts, "时间不变")[0])
    when, several = (draft.when, ()) if labelled is None else _when(draft, labelled, context.year, context.day)
    return (standing.with_former(when, texts, context.year) if isinstance(when, tree.Value) else when), several


def _when(
    draft: Draft, labelled: list[Label], year: int, day: Piece | None
) -> tuple[tree.Value | tree.Record | None, tuple[str, ...]]:
    """The time beside the title, else the labelled one, else the only one of the text; several are told."""
    given = draft.when.pieces[-1] if isinstance(draft.when, tree.Value) and draft.when.pieces else None
    if given and len(labelled) == 1 and times.is_one_day(given.key) and not re.search("[月日周]", labelled[0].value.key):
        return times.of_day(given, labelled[0].value, year), ()  # 6月8日（周一）　家门口义诊, and 时间：上午8:30—10:30 below it
    if draft.when is not None:
        return draft.when, tuple(f"请核对：另写有时间“{each.value.text}”（{each.value.place}）" for each in labelled)
    if labelled:
        distinct = {each.key: each for label in labelled if (each := times.trimmed(label.value, year))}
        if len(distinct) == 1 and draft.around.day and not re.search("[月日周]", labelled[0].value.key):
            return draft.around.at(labelled[0].value, year), ()
        if len(distinct) == 1:
            only = next(iter(distinct.values()))
            bare = day and re.match(rf"(?:[0-9]{{1,2}}[日号])?{times.AT}", only.key)
            return times.in_month(day, only, year) if day and bare else times.when(only, year), ()
        return None, _several_times(dict(reversed(distinct.items())))
    due = [each[0] for each in deadlines.within(draft.texts)]
    in_text = {key: each for key, each in _times_in_text(draft.texts, year).items() if not any(one.covers(each) for one in due)}
    hours = (times.hours(draft.texts[0]) or times.clock(draft.texts[0])) if draft.texts and not in_text else None
    if draft.around.day is not None and (not in_text or draft.around.week):
        if draft.around.week and draft.texts:
            hours = times.of_lessons(draft.texts[0]) or times.hours(draft.texts[0]) or times.clock(draft.texts[0])
        return draft.around.at(hours or draft.around.day.part(0, 0), year), ()
    named = draft.texts[0].search(rf"^[0-9]{{1,2}}[日号]{times.AT}") if draft.texts and not in_text else None
    if day and (hours or named):
        return times.in_month(day, named[0] if named else hours or day, year), ()
    if day and not draft.texts:  # a name alone, in a list of what is on that day
        return times.when(day, year, tree.check(day, "整个活动的日期")), ()
    return _time_in_text(in_text, draft.texts, year), _several_times(in_text)


def _times_in_text(texts: tuple[Piece, ...], year: int) -> dict[str, Piece]:
    """The times within the text, each once by its words."""
    first = times.leading(texts[0], year) if texts else None
    named = [time for text in texts for time in times.within(text, year)]
    if first is not None and not any(each.covers(first) for each in named) and not (named and first.key.startswith("结合")):
        named = [first, *(each for each in named if not first.covers(each))]
    own = [each for each in named if not re.match(_OF_SOMETHING_ELSE, each.paragraph.key[each.end - each.key.endswith("起") :])]
    own = [each for each in own if not re.search(_TO_SOMETHING_ELSE, each.paragraph.key[: each.start])] or own
    held = [each for each in own if not each.key.endswith(("前", "期间"))]
    return {each.key: each for each in reversed(held or own)}


def _time_in_text(found: dict[str, Piece], texts: Iterable[Piece], year: int) -> tree.Value | tree.Record | None:
    """A time within the text, where there is one only; its hours may stand in a later sentence."""
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    if times.is_one_day(only.key) and (hours := times.later(only, texts)):
        return times.of_day(only, hours, year)
    made = times.when(only, year)
    return tree.with_comment(made, tree.check(only, "时间取自正文")) if isinstance(made, tree.Value) else made


def _several_times(found: dict[str, Piece]) -> tuple[str, ...]:
    """What is said where a text names several times: which one is the activity's is not for a program to say."""
    if len(found) < 2:
        return ()
    each = list(reversed(found.values()))
    return (f"请核对：正文写有几处时间（{'、'.join(one.text for one in each)}；{each[0].place}），没有填 when",)


def _kind(title: Piece, texts: tuple[Piece, ...]) -> tree.Value | None:
    for words in (title.key, "".join(text.key for text in texts)):
        for kind, pattern in _KINDS:
            if re.search(pattern, words):
                return tree.said(kind, f"请核对：类别按{'标题' if words == title.key else '正文'}推定（{title.place}）")
    return None


def _awards(texts: Iterable[Piece]) -> tree.Items:
    """Prizes with how many there are, and what one gets: 一等奖2名, 奖金各1000元."""
    found = [part for text in texts for each in text.split("[。;]|(?<![特一二三])、|、(?![一二三四][、等])") for part in each.every(_AWARD)]
    once = {each["kind"].key: each[0] for each in reversed(found)}
    return tree.Items(tuple(tree.copied(each, tree.check(each)) for each in reversed(once.values())))


def _occasions(texts: Iterable[Piece]) -> tree.Items | None:
    found = next((match for text in texts if (match := text.search(_OCCASIONS))), None)
    return parts.listed(found, "[、和及]", "word") if found else None


def _counts(texts: Iterable[Piece], found: tree.Items) -> Iterator[tree.Record]:
    """Printed numbers of things; the number of tracks stands with its contest."""
    taken = {(each.paragraph, each.start) for value in tree.values(found) for each in value.pieces}
    for text in texts:
        for match in (*text.every(_COUNT), *text.every(_COUNT_AFTER)):
            number, what = match["number"], match["what"]
            before = text.key[: number.start - text.start]
            each = "[各每]" if match["unit"].key in "人名" else "每(?:个?工作)?[日天周月]"
            of_each = re.search(f"{each}[^,。;]*$", before)  # 请各单位组织20人参加 is no total
            if of_each or re.search("(?:不[少低多]于|[不超]过|至少|约|近|达到?|限[额招收定]?|名额[为:]?)(?:开展|举办|组织|培训)?$", before):
                continue
            if (number.paragraph, number.start) in taken or re.match(r"月|年|日|旬|小时|分钟|届|号|组别|单位|部门", what.key):
                continue
            taken.add((number.paragraph, number.start))
            yield tree.record(
                ("what", tree.copied(what, tree.check(match[0]))),
                ("number", tree.copied(number)),
                ("unit", tree.copied(match["unit"])),
            )
