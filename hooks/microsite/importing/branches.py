"""Which clauses of a plan are its activities: decided once over the whole outline, and said with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from . import meetings, mentions, places, responsible
from .notice import labels, times
from .notice.outline import Section, walk
from .notice.pieces import Piece

LISTS = re.compile(
    r"(?:活动|任务|项目|课程|赛事|服务|宣传)(?:内容|安排|项目|形式|方式|清单|计划|及分工|设置|板块|日程)|内容|日程|主题日|任务分工|(?:竞赛|比赛|活动|培训|征集)项目"
    r"|(?:重点|特色|系列|主要)(?:活动|任务)|活动$|^具体安排$"
)
_NEVER = re.compile(
    r"要求|^意见$|保障|注意|须知|组织(?:机构|架构|领导)|(?:参加|参会|参训|服务)(?:对象|人员)|奖(?:项|励|金|次|$)(?<!颁奖)|评选(?:办法|标准|程序|方式)|(?:命题|评分|竞赛|比赛|技术)标准|评审|报名|报送|申报|联系|^咨询$|附件|经费|基本信息|交通|购票|提示|指引"
)
_HELD_BY = "^[^“《]*(?:[教办开放]|免费|举[行办]|开展)(?=[^“《]*[“《])"
"""Before a name: 退休老师傅开“修修补补铺”."""
_SERIES = "(?:岗位|路线|线路|场次|课程|主题|站点|项目|讲座|班次|专场)(?:[一二三四五六七八九十]|[A-H])(?:[:【]|$)"
"""An ordinal that is a word of its own: 岗位一, 路线A."""
_OTHER = re.compile(
    r"领导|组织(?:单位|实施|形式)|活动组织$|目标|目的|思想|思路|原则|意义|背景|主题$|口号$|时间|对象|人员|范围|地点"
    r"|议程|事项|宣传引导|宣传报道|说明|方式|步骤|阶段|总结|举办单位|主办单位|程序|费用|咨询(?:电话|方式)"
)
EVENT = re.compile(
    r"(?:活动|大赛|比赛|竞赛|赛|讲座|[课讲]堂|论坛|课|展|展览|展演|展示|仪式|式|典礼|培训|征文|征集|行动|宣讲|咨询|沙龙|体验|节|周|日|班|演出|晚会|大会|夜市|市集|集市|直播|竞答|问答|训练营|启动|讲解|导览|放映|(?:延时|免费|开放)开放|专场|[^委协学商工分理]会)$"
)
MOVED = r"^(?:原(?:定|计划)|新增|增加)[^。;]*?(?P<title>《[^》]{2,30}》(?:讲座|课程|展览|演出|培训|活动|电影)?)"
"""原定于6月9日举办的《民法典里的邻里关系》讲座，调整至…, in a notice of what has changed."""
_CHANGED = "^(?:取消|改期|延期|推迟|停办|新增|增加|变更|调整)的?(?:活动|场次|项目)|^(?:活动)?(?:时间|地点|场地)(?:有?(?:调整|变更|变动))"
"""Headings of a notice that changes an earlier one: 一、取消的活动, 三、地点调整."""
_GOES_ON = "全天|地点|由|原[定计]|时间(?:不变|调整|改)|延期|改期|照常"
NAMED = rf"^(?P<title>(?![各请组由举在将为每]|开[展设])[^,。;:0-9]{{2,20}}),(?=(?:时间)?(?:{times.AT}|{times.RUN}|{_GOES_ON}))"
"""专家导览，5月18日10:00，…, a title before the comma of its time."""
_NAMED_EVENT = r"(?:举办|举行|开展|组织|推出)(?P<title>“[^”]{2,24}”[^,。;“”]{1,12})|(?P<call>征集“[^”]{2,24}”[^,。;“”]{0,8})"
_STAGE = re.compile(
    "阶段|(?<![\u3400-\u9fff]{4})评[审选比定]|[初复终]评|申报|报名|报送|审[核定]|推荐|公示"
    "|^(?:[校省市县区全]级?)?[初复预决海半]+赛$"
)
_GROUP = re.compile(r"(?:重点|品牌|系列|主题|特色|群众|配套|专项|其他|省级|市级|线上|线下|基层|各)[^,。]{0,6}活动$|类$|板块$|篇$|区$")
_DUTY = r"^[^,。;:]{2,20}?(?<!具体)负责[^,。;]{2,}"
"""县公园管理处负责场地、电源、照明…, a clause of who does what and no activity."""
_ORDINAL = "[一二三四五六七八九十]是|[①-⑳]|[(][1-9][)]"
_WITHIN_A_LINE = rf"(?<=[。;:,])(?={_ORDINAL})"
_COUNTED = rf"^(?P<ordinal>{_ORDINAL})(?P<title>[^,。;:]{{4,30}})[,。;:]"
_NO_EVENT = ("joining", "due", "contact")


@dataclass(frozen=True, slots=True)
class Branch:
    """The clauses that are activities, the top clauses above them, and why they were taken for that.

    ``doubts`` name what else could have been meant.
    """

    leaves: tuple[Section, ...] = ()
    heads: tuple[Section, ...] = ()
    reason: tuple[str, str] = ("", "")
    doubts: tuple[str, ...] = ()


def decided(sections: Iterable[Section]) -> Branch:
    """The branch with the activities; an empty one where no clause lists any."""
    given = list(sections)
    lists = [each for each in given if each.children and not _is_other(each)]
    changed = [each for each in given if each.children and re.search(_CHANGED, each.title.key)]
    if len(changed) > 1:
        return _of_heads(changed, [], ("标题写明是有变动的活动", "the headings say what has changed"))
    strong = [each for each in lists if _share(each) >= 0.5]
    strong = [each for each in strong if not any(_gives_more(other, each) for other in strong)]
    strong = [each for each in strong if not any(_speaks_of(each, other) for other in lists if LISTS.search(other.title.key))]
    if len(strong) > 1 or any(len(each.children) > 1 or LISTS.search(each.title.key) for each in strong):
        why = ("条目写有单位、时间或地点", "their clauses name bodies, times or places")
        heads = [each for each in given if each in strong or _is_an_event(each) or _named_below(each)]
        return _of_heads(heads, [each for each in lists if each not in strong and LISTS.search(each.title.key)], why)
    if rounds := next((each for each in lists if _are_rounds(each)), None):
        held = tuple(each for each in rounds.children if _is_held(each))
        doubts = tuple(f"请核对：“{each.whole.text}”没有当作活动（{each.place}）" for each in rounds.children if each not in held)
        return Branch(held, (rounds,), ("各轮次自己写有时间和地点", "each round says when and where it is"), doubts)
    if diary := next(((tuple(made), each) for each in given if (made := _diary(each))), None):
        return Branch(diary[0], diary[1:], ("各条自己写有时间和活动", "each clause says what is held and when"))
    flat = [each for each in given if (_strength(each) >= 2 or _begins_with_a_day(each)) and not _is_other(each)]
    if len(flat) > 1 and any(_strength(each) >= 2 or each.rest.search(MOVED) for each in flat):
        titled = [each for each in given if each.title and not _is_other(each)]
        beside = [each for each in titled if EVENT.search(each.title.key) or _stands_among(each, flat)]
        flat = [each for each in given if each in flat or each in beside]
        return Branch(tuple(flat), tuple(flat), reason=("各条自己写有时间、地点或单位", "each clause gives a time, a place or a body"))
    named = sorted((each for each in lists if LISTS.search(each.title.key)), key=_likely, reverse=True)
    placed = any(re.search("地点", each.title.key) for each in given)  # one event, unless what is listed is all events
    only = [each for each in named if _are_only_names(each)]
    if named and (only or _says_who_holds(named[0]) or (_likely(named[0]) >= 1 if placed else _likely(named[0]) > 0)):
        named = [*only, *(each for each in named if each not in only)]
        heads = [each for each in given if each is named[0] or _is_an_event(each)]
        return _of_heads(heads, named[1:], ("标题写明是活动内容", "the heading says that these are the activities"))
    return Branch()


def counted_out(section: Section) -> Section:
    """A clause with what its lines count as its clauses: 县级抓好四项活动。一是举办…启动仪式。10月9日…。二是开设…."""
    if section.children or not LISTS.search(section.title.key):
        return replace(section, children=_named_by_labels(tuple(map(counted_out, section.children))))
    parts = [(part, part.search(_COUNTED)) for text in section.texts for part in text.split(_WITHIN_A_LINE)]
    made = [Section(4, 1, match["ordinal"], match["title"], part.part(match.end)) for part, match in parts if match]
    if len(made) < 2:
        return section
    below = tuple(replace(each, number=at, clause=section.clause) for at, each in enumerate(made, 1))
    return replace(section, rest=section.rest.part(0, 0), body=tuple(part for part, match in parts if not match), children=below)


def _named_by_labels(clauses: tuple[Section, ...]) -> tuple[Section, ...]:
    """Clauses that begin with the same label, with what stands behind it as their title: 1、活动内容：科普知识讲座."""
    said = [label for each in clauses if not each.title and (label := labels.read(each.rest)) and label.kind in ("title", "text")]
    named = len(clauses) == len(said) > len({each.label.key for each in said}) == 1
    if not named or not all(re.fullmatch("[^。;]{2,40}", each.value.key) for each in said):
        return clauses
    return tuple(replace(each, title=label.value, rest=each.rest.part(0, 0)) for each, label in zip(clauses, said, strict=True))


def in_sentences(texts: Iterable[Piece]) -> Branch:
    """Events that sentences name one by one: 市图书馆将于10月1日在一楼大厅举办科普展；…."""
    day, place = rf"(?:{times.RUN}|{times.SPAN})", "(?:在[^,。;]{2,24}?)?"
    held = rf"^[^,。;:]{{0,24}}?(?:将|定|拟)?于{day},?{place}(?:举办|举行|开展|召开)(?P<title>[^,。;:]{{3,30}})$"
    parts = [each.strip("。") for text in texts for sentence in text.sentences() for each in sentence.split(";")]
    found = [(each, match["title"]) for each in parts if (match := each.search(held))]
    made = tuple(Section(3, at, each.part(0, 0), title, each) for at, (each, title) in enumerate(found, 1))
    why = ("正文里逐一写明的活动，请核对", "events named one by one in the text")
    return Branch(made, made, reason=why) if len(made) > 1 else Branch()


def in_paragraphs(texts: Iterable[Piece]) -> Branch:
    """Events of a text without numbers: paragraphs that begin with day and hour and say what is held, with those that go on below."""
    begins = rf"^(?:(?:[拟定]?于)?(?P<day>自?(?=.{{1,8}}[日号])(?:{times.RUN}))|(?:同日|当[日天])(?P<same>{times.AT})),?"
    title = "(?P<title>“[^”]{2,24}”[^,。;]{1,12}|[^,。;:“]{2,20})(?=[,。;])"
    held = rf"{begins}[^。;]*?(?:举[行办]|召开|开[展办]|放映|设(?=[^,。;]{{2,10}}(?:市集|集市))){title}"
    apart = rf"^(?:请?各|特此|[^,。;]{{2,8}}期间,|(?:自|[拟定]?于)?(?:{times.NAMED_DAY}|{times.SPAN}))"
    days: list[tuple[Piece, list[Section]]] = []
    goes_on = False
    for text in texts:
        found = text.search(held)
        if found and re.search("[0-9]:[0-9]", (found["day"] or found["same"]).key) and (found["day"] or days):
            begin = found["same"] or found["day"]
            made = Section(4, 1, text.part(0, 0), found["title"], text.part(begin.start - text.start))
            day = found["day"].search(r"^.*[日号](?!\))(?:\([^()]*\))?") if found["day"] else None
            days = [*days, (day[0], [made])] if day else [*days[:-1], (days[-1][0], [*days[-1][1], made])]
            goes_on = True
        elif goes_on and days and not text.search(apart):
            last = days[-1][1]
            last[-1] = replace(last[-1], body=(*last[-1].body, text))
        else:
            goes_on = False
    heads = tuple(Section(3, at, day.part(0, 0), day, day.part(0, 0), (), tuple(below)) for at, (day, below) in enumerate(days, 1))
    found_all = tuple(each for head in heads for each in head.children)
    why = ("正文里逐段写明的活动，请核对", "events named one by one in the paragraphs")
    return Branch(found_all, heads, reason=why) if len(found_all) > 1 else Branch()


def by_name(texts: Iterable[Piece], year: int) -> Branch:
    """Events of paragraphs that each say a name or a place first, and when: “旧物换绿植”集市定于6月16日…; 在文化广场，7月10日19:30，…."""
    called = "^(?P<title>“[^”]{2,24}”[\u3400-\u9fff]{0,10}?)(?:放在|定[于在]|安排在|[是请将于在,])"
    quoted = "[\u3400-\u9fff]{0,8}[“《][^”》]{2,24}[”》][\u3400-\u9fff]{0,8}"
    placed = (
        rf"^在[^,。;]{{2,24}},(?:{times.RUN}|{times.WEEKLY}),"
        rf"(?P<title>{quoted}|[\u3400-\u9fff]{{4,16}})(?=[,。;])"
    )
    said = ((text, text.search(called) or text.search(placed)) for text in texts)
    found = [(text, each["title"].without(_HELD_BY)) for text, each in said if each and any(times.within(text, year))]
    made = tuple(Section(3, at, text.part(0, 0), title, text) for at, (text, title) in enumerate(found, 1))
    why = ("正文里逐段写明的活动，请核对", "events named one by one in the paragraphs")
    return Branch(made, made, reason=why) if len(made) > 2 else Branch()


def beside(texts: Iterable[Piece], others: Iterable[Piece]) -> Branch:
    """Events that sentences outside of the list of activities name: 领队会于10月10日15:00在县总工会召开."""
    held = rf"^(?P<title>[^,。;:]{{2,24}}?)(?:定|拟|将)?于(?:{times.RUN}|{times.SPAN})在[^,。;]{{2,28}}?(?:举行|召开|举办)"
    parts = [each for text in texts for sentence in text.sentences() for each in sentence.split(";")]
    known = [each.key for each in others]
    found = [(each, match["title"]) for each in parts if (match := each.search(held)) and EVENT.search(match["title"].key)]
    found = [(each, title) for each, title in found if not any(title.key in one or one in title.key for one in known)]
    made = tuple(Section(3, at, each.part(0, 0), title, each) for at, (each, title) in enumerate(found, 1))
    return Branch(made, made, reason=("正文另外写明的活动，请核对", "further events named in the text")) if made else Branch()


def is_of_a_contest(title: Piece) -> bool:
    """Whether a clause is a stage of something: 复赛, 作品征集, 初评."""
    return bool(_STAGE.search(title.key) or re.search(times.ROUND, title.key))


def _gives_more(section: Section, other: Section) -> bool:
    """Whether clauses say when and where that others, with the same title, only name: 各板块具体安排."""
    bare = all(not each.texts and not each.children for each in leaves(other))
    titles = {_plain(each) for each in leaves(section) if each.texts}
    return section is not other and bare and any(_plain(each) in titles for each in leaves(other))


def _speaks_of(section: Section, other: Section) -> bool:
    """Whether each clause says who is responsible for one that another list names: 篮球赛由篮球协会承办, below “我是灌篮高手”篮球赛."""
    named = [name for each in leaves(other) for name in mentions.names(each, ())] if _are_only_names(other) else []
    said = [each.title.key or each.rest.key for each in leaves(section)]
    return section is not other and all(any(name in each and name != each for name in named if len(name) > 2) for each in said)


def events(sections: Iterable[Section]) -> Branch:
    """Clauses that are each one activity, beside a table of others: 三、主场活动."""
    words = "(?:仪式|幕式|典礼|会场活动|主场活动|启动|论坛|大会|开放日|[大竞战请锦]赛)$"
    held = (each for each in sections if re.search(words, _plain(each)))
    found = tuple(each for each in held if _is_an_event(each))
    return Branch(found, found, reason=("条目自己是一项活动", "the clause is one activity")) if found else Branch()


def _is_an_event(section: Section) -> bool:
    """Whether a clause is one activity: 四、亲子实验课（需预约）; below it may stand when, where and for whom it is."""
    event = EVENT.search(_plain(section))
    describe = all(labels.kind_of(each.title.key) for each in section.children)
    return bool(event) and describe and _strength(section) >= 2 and not _is_other(section)


def _is_a_programme(section: Section) -> bool:
    """Whether clauses below 时间及地点 are the activities, each with its own time or place."""
    return sum(bool(EVENT.search(each.title.key)) and _strength(each) >= 2 for each in section.children) > 1


def _says_who_holds(section: Section) -> bool:
    """Whether most clauses below 活动内容 are sentences on who is to hold what: 2、区教育局要组织各校开展小制作比赛；."""
    held = "^[^,。;:]{1,16}?(?:[局委办会协联部镇乡馆院校站]|街道|公司|中心|单位)[^,。;:]{0,14}?(?:组织|举[办行]|开展|安排|做好)[^,。;:]{4,}"
    said = [not each.title and bool(each.rest.search(held)) for each in section.children]
    return sum(said) * 3 > len(said) * 2 > 4


def _diary(section: Section) -> list[Section]:
    """The clauses below 时间及地点, where each begins with its day and says what is held: （二）5月12日举行集中宣传活动。12日上午…."""
    bare = [replace(each, title=each.rest.part(0, 0), rest=each.whole.part(len(each.ordinal.key))) for each in section.children]
    held = [_begins_with_a_day(each) and bool(each.rest.search("举[办行]|开展|召开")) for each in bare]
    return bare if "时间" in section.title.key and len(held) > 1 and all(held) else []


def _assigns(section: Section) -> bool:
    """Whether clauses below 实施步骤 are the activities of their phases, each with who is responsible."""
    inner = [each for child in section.children for each in child.children]
    return sum(bool(each.title) and _strength(each) >= 3 for each in inner) * 2 > len(inner) > 1


def _is_held(section: Section, where: str = "", *, hour: bool = True) -> bool:
    """Whether a clause says when it is; ``where`` is what has to stand behind it, an hour where ``hour`` is asked for."""
    held = rf"(?:^|[。;]|\n)(?:[^,。;:0-9]{{2,12}}:)?(?P<time>(?:{times.RUN}|{times.AT}))(?!前|[0-9])"
    found = [match for text in section.all_texts() for match in text.every(held + where)]
    return any(not (where and hour) or re.search("[0-9]:[0-9]|[时点午晚]", each["time"].key) for each in found)


def _are_rounds(section: Section) -> bool:
    """Whether stages of a contest are events, most of them with hour and place: （三）复赛。6月5日9:00，图书馆报告厅."""
    where = rf"(?:,在?(?:{places.SITE})|[^。]{{0,20}}?(?:地点[为在设:]|在[^,。;]{{2,24}}(?:举行|举办|进行)))"
    named = rf"(?:{times.ROUND}|仪式)(?:\([^()]*\))?$"
    rounds = [each for each in section.children if re.search(named, each.title.key)]
    held = [each for each in rounds if _is_held(each, where, hour=False)]
    return len(held) > 1 and any(_is_held(each, where) for each in held)


def _stands_among(section: Section, found: list[Section]) -> bool:
    """Whether a clause stands between two that are activities, or behind them and says when and where it is held."""
    numbered = bool(section.ordinal and section.texts) and section.level == found[0].level
    first, here, last = (each.ordinal.paragraph.number for each in (found[0], section, found[-1]))
    return numbered and (first < here < last or _is_held(section, "在"))


def _begins_with_a_day(section: Section) -> bool:
    """Whether a clause without a title begins with its time: 6月1日至7日，各街道…."""
    if not section.title and section.rest.search(MOVED):
        return True
    found = None if section.title or section.children else section.rest.search(rf"^(?:定于|拟于|于)?{times.SPAN},?")
    return found is not None and not found[0].key.rstrip(",").endswith("前")


def _is_other(section: Section) -> bool:
    """Whether a heading promises something else than activities; 活动内容及时间安排 promises them."""
    heading = _plain(section).split(":")[0]  # 家长沙龙：孩子的屏幕时间
    label = not section.children and labels.kind_of(heading) not in ("", "text")
    stages = sum(bool(_STAGE.search(each.title.key)) for each in section.children) * 2 > len(section.children)
    other = _OTHER.search(heading) and not LISTS.search(heading) and not _is_a_programme(section)
    lines = section.children  # of one event, one by one
    kinds = [labels.kind_of(each.title.key) or (not each.title and labels.read(each.whole)) for each in lines]
    told = [kind and (kind != "text" or _share(each) < 0.5) for kind, each in zip(kinds, lines, strict=True)]  # 共办项目 holds some
    rounds = _assigns(section) or _are_rounds(section)
    stages = stages and not rounds
    begun = [each.whole.part(len(each.ordinal.key)) for each in section.children]
    stages = stages or sum(bool(each.search(_DUTY)) for each in begun) * 2 > len(begun)
    return bool(label or stages or (told and all(told) and not EVENT.search(heading)) or _NEVER.search(heading) or (other and not rounds))


def _of_heads(heads: list[Section], others: list[Section], why: tuple[str, str]) -> Branch:
    groups = [[head] if not head.children or _is_an_event(head) else leaves(head) for head in heads]
    listed = _each_once(groups)
    renamed = [replace(each, title=each.title.part(0, 0)) if _named_below(each) else each for each in listed.values()]
    several = [part for each in renamed for part in _below_a_slogan(each)]
    found = tuple(each for each in several if each.title or not (said := labels.read(each.rest)) or said.kind not in _NO_EVENT)
    doubts = tuple(f"请核对：“{each.ordinal.text}{each.title.text}”下的条目没有当作活动（{each.place}）" for each in others)
    whole = [leaf for group in groups for leaf in group if leaf not in listed]
    doubts += tuple(f"请核对：“{each.whole.text}”没有当作活动（{each.place}）" for each in left_out(heads, (*found, *whole)))
    doubts += tuple(
        f"请核对：“{each.title.text}”下按句子分作活动（{each.place}）" for each in renamed if each not in several and each.title
    )
    zh, en = (f"取自“{'、'.join(each.ordinal.text.rstrip('、') for each in heads)}”，{why[0]}", why[1])
    return Branch(found, tuple(heads), reason=(zh, en), doubts=doubts)


def _each_once(groups: Iterable[list[Section]]) -> dict[Section, Section]:
    """Each clause, and where a later list has one of the same title, with what that says besides: 五、活动流程 below 二、时间及地点."""
    made: dict[Section, Section] = {}
    first: dict[str, Section] = {}
    for group in groups:
        for each in group:
            same = first.get(each.title.key)
            if same is None or same.children or each.children:
                made[each] = each
                continue
            said = {text.key for text in made[same].texts}
            made[same] = replace(made[same], body=(*made[same].body, *(text for text in each.texts if text.key not in said)))
        first = {each.title.key: each for each in reversed(group) if each.title} | first
    return made


def _named_below(section: Section) -> bool:
    """Whether a clause is one event that its text names: 三、寒假特展 over “冰雪里的科学”主题展，1月23日至3月28日，…."""
    found = section.texts[0].search(NAMED) if section.title and section.texts and not section.children else None
    return bool(found and re.search("^“.*”.", found["title"].key) and EVENT.search(found["title"].key) and not _is_other(section))


def _below_a_slogan(section: Section) -> list[Section]:
    """Events with a name that the sentences below a slogan hold: 播撒希望，让山货出山。4月18日，在文化广场举办“好物”直播大赛."""
    plain = "," not in section.title.key or section.children or EVENT.search(section.title.key) or _strength(section) >= 3
    made: list[tuple[Piece, list[Piece]]] = []
    before: list[Piece] = []
    for sentence in () if plain else (each for text in section.texts for each in text.sentences()):
        held = sentence.search(_NAMED_EVENT)
        timed = held and (held["call"] or re.search(times.SPAN, sentence.key[: held.start]))
        if held and timed and (held["call"] or EVENT.search(held["title"].key)):
            made.append((held["call"] or held["title"], [sentence, *before]))
            before = []
        else:
            (made[-1][1] if made else before).append(sentence)
    return [replace(section, title=title, rest=texts[0], body=tuple(texts[1:])) for title, texts in made] or [section]


def left_out(heads: Iterable[Section], found: Iterable[Section]) -> list[Section]:
    """Clauses below the heads that are no activities and hold none: 前期准备 beside a group of activities."""
    whole = {each.ordinal.place for leaf in found for each in walk((leaf,))}
    below = [each for head in heads for each in head.children if head.place not in whole]
    return [each for each in below if not any(inner.place in whole for inner in walk((each,)))]


def leaves(section: Section) -> list[Section]:
    """The clauses that are activities; a group of them (重点品牌活动) is looked into; beside it preparations are none."""
    most = sum(bool(each.children) for each in section.children) * 2 > len(section.children)
    made: list[Section] = []
    for child in section.children:
        least = 2 if most or _GROUP.search(child.title.key) else 3
        inner = sum(_strength(each) >= least for each in child.children)
        group = inner * 2 >= len(child.children) if most else inner > 1 or (inner and least == 2)
        begun = (not each.title or each.title.search(f"^{times.SPAN},") for each in child.children)
        untitled = not most and child.children and EVENT.search(_plain(child)) and all(begun)
        if _tours(child) or untitled:
            made.append(child)
            continue
        listed = LISTS.search(child.title.key) and len(child.children) > 1 and _named(child) >= 0.5
        listed = listed or (_are_only_names(child) and _named(child) == 1 and not child.texts)
        if listed or (inner and group and not _strength(child, own=True)):
            made += leaves(child)
        elif sum(bool(responsible.apart(each.all_texts())[1]) and bool(each.title) for each in child.children) > 1:
            made += [replace(child, children=()), *leaves(child)]  # an opening, and the activities that begin with it
        else:
            made.append(child)
    grouped = len(made) > len(section.children) or any(each not in section.children for each in made)
    bare = [each for each in made if grouped and each in section.children and not _strength(each) and not EVENT.search(each.title.key)]
    return [each for each in made if each not in bare]  # 前期准备, 活动报名 beside a group of activities are none


def _tours(section: Section) -> bool:
    """Whether below a title stand days each with its place, and nothing else: 11月16日　橘香镇青果村."""
    days = [times.before(each.whole) for each in section.children if not each.ordinal]
    placed = [each for each in days if each and re.fullmatch(meetings.SPOT, each[1].key)]
    return bool(section.title) and 1 < len(placed) == len(section.children)


def _plain(section: Section) -> str:
    """Its title without the bracket behind it."""
    return re.sub(r"(?<=式)安排$|\([^()]*\)$", "", section.title.key)


def _named(section: Section) -> float:
    """How many of the clauses below one are called as events are, or have a name in quotation marks."""
    names = [EVENT.search(_plain(each).rstrip("”》")) or re.match("[“《]", each.title.key) for each in section.children]
    return sum(map(bool, names)) / max(len(names), 1)


def _are_only_names(section: Section) -> bool:
    """Whether what stands below a heading are names and nothing else: （一）“快闪”诵读（二）读书漂流."""
    plain = [each for each in section.children if each.title and len(_plain(each)) <= 24 and not each.rest and not each.children]
    bare = [each for each in plain if not each.body or each is section.children[-1]]  # what stands below the last one may be of all
    return 1 < len(bare) == len(section.children) and _named(section) >= 0.5


def _share(section: Section) -> float:
    found = list(leaves(section))
    return sum(_strength(each) >= 2 for each in found) / len(found) if found else 0


def _strength(section: Section, own: bool = False) -> int:
    """How surely a clause is an activity: who is responsible weighs 3, a labelled time or place 2."""
    texts = (section.title, *(section.texts if own else section.all_texts()))
    if labels.kind_of(section.title.key) not in ("", "text"):
        return 0
    if responsible.apart(texts)[1]:
        return 3
    if section.title and _STAGE.search(re.sub(r"\([^()]*报名[^()]*\)$", "", section.title.key)):  # 编程课（电话报名：…） is none
        return 0
    if section.title.search(rf"\((?:{times.RUN}|{times.SPAN}),[^()]*\)$") or (not section.title and section.rest.search(NAMED)):
        return 2
    row = section.rest and not section.title and (times.heads(section.rest) or (not section.ordinal and times.hours(section.rest)))
    row = row or times.hours(section.ordinal) or (section.ordinal and times.row(section.whole))
    if row or section.ordinal.search(times.OF_A_WEEK) or times.before(section.title) or places.above(section.title, section.texts):
        return 2
    if re.match(_SERIES, section.ordinal.key) or (not own and _tours(section)):
        return 2
    if section.texts and times.weekdays(section.texts[0]):
        return 2
    if sum(bool(each.search(rf"^第[^,。;]{{1,3}}[场期讲批](?:《[^》]+》)?[:,]{times.RUN},")) for each in section.texts) > 1:
        return 2
    behind = "(?!前)" if section.title else r"(?:\([^()]*\)[^,]{0,12})?,(?!前)"
    if section.texts and section.texts[0].search(rf"^(?:定于|于)?(?:{times.RUN}|{times.SPAN})(?<!前)(?:{behind}|为(?=[^,。;]*日,))"):
        return 2
    found, _ = labels.apart(texts[1:] if section.title else texts)
    return 2 if {each.kind for each in found} & {"when", "place"} else 0


def _likely(section: Section) -> float:
    """How likely clauses without labels are activities: by their titles, and times within them."""
    found = list(leaves(section))
    said = [(leaf.whole, *leaf.texts) for leaf in found]
    timed = [any(not each[0].key.endswith("前") for text in texts for each in text.every(times.SPAN)) for texts in said]
    each = [bool(EVENT.search(leaf.title.key)) + time for leaf, time in zip(found, timed, strict=True)]
    return sum(each) / len(each)


def told(branch: Branch) -> tuple[str, ...]:
    """The decision for the report."""
    zh, en = branch.reason
    return (f"活动 / activities: {zh} / {en}", *branch.doubts) if zh else ()


