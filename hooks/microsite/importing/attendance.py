"""What somebody who wants to come has to know: what it costs, whether one has to book, for how many there is room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..checks import personal_data
from . import mentions
from .notice import contacts, labels, times, tree
from .notice.labels import Label
from .notice.outline import Section
from .notice.pieces import Match, Piece, by_spaces

_FREE = (
    r"(?<![等“])(?<!公交|地铁|停车|车位)免费(?!停|借|办|开放的(?:相关|文件|通[告知])|利用|代|(?:提供)?[^,。;]{0,2}[餐食宿车水]|[接乘发赠派寄券Ww]|领[^票]|名额|[^,。;]{0,10}(?:表|宣传|政策)$)"
    r"|不(?:收取|得收取|向[^,。;]{2,10}收取)(?:任何[^,。;]{0,4})?费用|(?<!自理,)不收(?:取)?(?:[^,。;]{0,4}费|钱)|费用?全免|不[要用花](?:一分)?钱|分[钱文]不[要收花取]|^本次[^,。;]{2,6}不收取|免收(?!逾期|滞纳)[^,。;]{0,6}费"
)
_FREE_BUT = r"除[^,。;]{2,20}外,?[^,。;除]{0,8}免费|(?<![^,。;…])(?:食材|材料|教材|资料|器材|工具|茶水)[均都全]?部?免费(?=[,。;]|$)"
"""除门票外全部免费, 食材免费：not everything is."""
_ALL_FREE = r"(?:全部|均|全程|一律)?(?:免费|不收)"
_NOT_FOR_ALL = (
    r"(?:以下|[岁米]以上|岁|儿童|老人|军人|残疾人|(?<!身份)证|本人)[^,。;]{0,12}免费"
    r"|(?:^|[,;:(])(?!面?向|为)[^,。;:()]{0,8}(?:老年人|学生|低保|困[难境]|家庭|户|会员|教师|职工|持.{1,6}者)(?:均|可|凭[^,。;]{1,8})?免收?费(?=用|入|参|[,。;)]|$)"
)
_FREE_FOR_ALL = rf"^(?!.*(?:{_NOT_FOR_ALL}|常设展览|并非|不是免费|奖[^,。;]{{0,6}}免费)).*(?:{_FREE})"
_PRICE = (
    r"(?P<price>(?:每(?:[队组户家]|家庭)[收交缴][取纳]?)?(?:(?:成人|[^,。;:()0-9收取交缴纳每人]{0,4})(?:[费价票]|押金))?:?(?:收取)?(?:为|每个?(?:[人组张次位期课份套队户株棵年月]|家庭)|自付){0,2}(?:[0-9]+元?[-—~至到])?[0-9]+(?:\.[0-9]+)?(?:元(?![宵旦])|块钱)(?:[^,。;:()0-9/每]{0,3}费|,[^,。;]{0,6}退还)?"
    r"(?:/|每(?=[人组张次位套期课份家学]))?(?:[人组张次位套期课份]|课时|家庭|学[期年]){0,2}(?:\((?:不?含|包[含括])[^()]*\))?|[^,。;:()]{0,8}费用?(?:均|全部)?由(?:主办|承办|举办|组织)(?:方|单位)承担|[^,。;:()]{0,4}培训费[^,。;:()]{0,6}由[^,。;()]{2,12}承担(?:,[^,。;]{0,6}(?:交通|差旅)费[^,。;]{2,12})?|(?<!不)[只仅]收取?[^,。;:0-9]{1,8}(?:费|成本)(?:[0-9]+元)?)"
)
_NO_PRICE = (
    r"(?:不超过|上限)[0-9]+元|奖|租|获得|补[贴助]|资金|经费|预算|投入|消费券|(?<!年)满[0-9]|红包|价值|捐|[0-9]万|^(?:[早午中晚]餐|食宿|住宿|停车|保险|交通)|参展商|展位费|课酬|讲课费|摊位|商户|赔偿|滞纳|逾期|稿酬|平时|自称|骗|咖啡|工本费|由[^,。;]{2,8}(?:支付|报销)"
)
_PAID_BY_SOME = rf"^(?!{_FREE_FOR_ALL[1:]}).*(?:半价|{_NOT_FOR_ALL}|{_PRICE})"
_PRICED = r"(?:费用?|收费|票价|门票)(?:说明|标准)?(?:\((?P<unit>元[^()]*)\))?:?$"
_BY_NAME = (
    r"^(?P<names>(?!费用|收费|票价|门票|学费|材料费|报名|活动|温馨|备注|说明)[\u3400-\u9fff“”《》、]{2,20}):"
    r"(?P<said>[^。;]*(?:[0-9]元|免费)[^。;]*)"
)
"""培训班：每人1200元, in a clause on what all of them cost."""
_OF_A_KIND = "讲座|培训|展览|课程|义诊|演出|电影|比赛|参观"
_MONEY = "^[^,;]*(?:[,;](?![含无]|凭[^,;元折半]*预约)(?=[^,;]*(?:[元免费折凭]|半价|优惠|自理|承担|食宿))[^,;]*)*"
"""The price without what is said behind it: 每户10元，另自带一道家常菜, 每人168元，含车费、午餐, and with 学生半价 or 午餐费15元."""
_UNBOOKED = (
    r"(?:无需|无须|不需要?|不必|不用|免)(?:提前|事先|另行|现场)?(?:预约|报名)(?:[,、和或]?(?:报名|预约))?"
    r"|^直接(?:参加|参观|入场|到场)|^[^,。;]{0,6}现场签到(?:[后即]?(?:入[座场]|参加)|即可)"
)
_BOOKED = (
    r"(?<![无不])[需须请应要](?:提前|预先|事先|先)?[^,。;无不]{0,20}?(?:预约|报名)(?!表|材料|人数|情况|点|通道)"
    r"|提前[^,。;]{0,10}(?:预约|报名|登记)|(?:^|[,。;])[^,。;想]{0,16}[需须请][^,。;无不]{0,24}(?<!实名)登记|(?:电话(?:[0-9-]{7,13})?|扫码|网上|线上|公众号|现场|微信|小程序)[^,。;]{0,4}(?:预约(?!挂号)|报名)"
    r"|(?<![需须用必免新])(?<!暂停|取消)(?:报名|预约)(?=[,。;]|$)|(?:报名|预约)(?:电话|热线)|(?:报送|提交|填写|交)[^,。;]{0,6}(?:报名表|参[训会赛]回执)|[想要][来去参][^,。;]{0,20}(?:登记|报名|讲|说一?声)|提出申请|向[^,。;]{2,14}(?:申报|报名)(?!表|材料)|凭[^,。;]{0,6}预约|先报先得|报满|接龙|(?:报名|预约)(?:请|找|可|到|从|联系)|(?:报名|预约)(?:方式|办法|途径|渠道|入口|链接|网址):|预约(?:参加|参观|入场|入馆|制)|报名(?:参加|从速|截止)|(?:公众号|小程序|线上|网上|实名|提前)[^,。;]{0,10}(?:购票|抢票|领票)|(?:可|通过|登录|拨打|关注)[^,。;]{2,40}(?:预约|报名|申请)(?!表|材料)"
)
_OF_GROUPS = "[^,。;]*(?:团[体队]|组团|[0-9]人以上|停车|车位|采访|商户|疫苗|不得|报名组织|内容包括|挂号|看病|骗|占线|不再?接受)[^,。;]*"
"""Who else has to book, or for what else, and what is only taught or forbidden."""
_BOOKING_LABEL = r"(?:(?:报名|预约)(?:方式|办法|方法|途径|渠道|入口|链接|网址|地点|电话|热线)?:?)?"
_BOOKING_HEADING = (
    r"(?:如何|怎[样么])(?:参[加与]|报名|预约)"
    r"|(?:活动)?(?:报名|参与|参加|预约)(?:(?:方式|办法|方法|途径|须知|事项|安排)|及咨询)?(?:[和与及](?:报到|要求|方式))?"
)
_ENROLS = "报名|推荐|登记|名单|回执|限[0-9]+[队组]"
_HOW_TO_BOOK = "[报预约登申填扫领拨交送凭联请购]|^$"
_NUMBERS = "([①-⑳])(?:[至到~、—-]+([①-⑳]))?"
_OF_THEM_ALL = (
    "(?:以上|上述|所有|全部|各[场项])[^,。;]{0,6}(?:活动|讲座|课程|培训|场次)|(?:活动|讲座|课程|培训)(?:均|全部|一律|都)|其[余他][^,。;]{0,4}均"
)
_FOR_ALL = rf"每[场期]|本次?活动|均[需须应]|(?:均|全部|全程|一律)免费|{_OF_THEM_ALL}"
_ENTERED = r"班|课|营|(?<![复决])赛|跑|沙龙|讲[座堂]|体验(?!日|评审)|工作坊|运动会|研学|参观|亲子"
_ROOM = (
    r"(?:限(?:额|招|收|定|报)?|名额|不超过|控制在|招[收募](?:(?![^,。;]*志愿)[^,。;0-9]{2,24}(?=[0-9]+名))?|招(?![收募])|邀请(?=[0-9]+名(?:市民|居民|群众|家长|读者|公众|观众))|(?:招募|需要?)(?:志愿者)?|需要[^,。;0-9各]{2,12}(?=[0-9]+名(?:[,。;]|$))|计划培训|培训[^,。;0-9]{2,16}(?=[0-9]+名)|每(?:[场批次天日馆厂站期]|半[天日])[^,。;0-9]{0,2}接待[^,。;0-9]{0,6}|容纳|[共只]收|坐(?:得?下)?|每(?:[场班期次批堂讲课晚]|门课|批次|场次)(?![^,。;]{0,6}元)|规模|人数|座位|(?<!轮椅)席位|^共计?|^(?=[0-9]+[座席]$))(?:仍?为|约|:)?(?:有限)?"
    r"\(?(?:前|仅限|限|最多|不超过|计划招)?(?P<number>[1-9][0-9]{0,4})(?:个?人|名|位|席|座|个?(?:座位|名额)|个(?=[,。;()]|$))(?![次的])(?:左右)?"
)
_ALONE = "^(?P<number>[1-9][0-9]{0,3})[人名](?:一[班期场批])?。?$"
"""60岁以上，25人，须预约, 20人一班."""
_ONLY_ITS = "(?:为|限|仅|只)+(?P<number>[1-9][0-9]{0,4})(?:人|名|位|席|个)"
_GROUPS = "(?:组(?:亲子)?(?:家庭)?|个?家庭|户(?:家庭)?|对(?:亲子|家庭|父子|母女)?|支?队伍?)"
_AS_PRINTED = (
    rf"(?:限(?:额|招|收|定)?|名额|不超过|容纳|招[收募]|(?=每[场期班批次])|^)(?:为|:)?(?P<groups>(?:每[场期班批次][^,。;:0-9]{{0,4}})?约?[1-9][0-9]{{0,3}}{_GROUPS})(?=[,。;()]|$)"
    r"|(?:规模|人数|名额|容纳|参[会训加赛展]人员|每[场期班批次]|^)(?:为|:)?(?P<about>约[1-9][0-9]{0,4}[人名](?:左右)?|[1-9][0-9]{0,4}[人名]左右)"
    r"|(?P<team>每队(?!报?领队|报?教练)[^,。;:0-9]{0,4}[1-9][0-9]?(?:[—~-]+[0-9]{1,2})?[人名])"
)
"""Room that is no number of people: 限30组家庭, 规模约50人, 每队12人."""
_COMING = "(?:共|总人数|^[营学]员|^[^,。;0-9每各、]{2,10}(?:学生|学员|职工|[居村]民))(?P<number>[1-9][0-9]{0,4})[人名](?=,|$)"
_OFFICES = "单位|部门|个?县|市|区|班|校|家|乡|镇|村|街道|学院|项|件"
_NO_ROOM = "^各.*,共|(?:发放|赠送)[^,。;]*,限前"
_OF_EACH = "每[场期班批次课讲堂门天](?:次|课)?"
_QUOTA = (
    r"教师|[选辩]手|队员|运动员|约|左右|团队|队伍|小组|各|每(?:单位|校|班级|队|家|市|县|区|个?单位|支|乡|镇|街道|项|件)|作者|推荐|每班[1-9](?![0-9])|限报(?![0-9]+[人名])|选派|选报|以上|不少|每[车桌]|在馆|会议室|表彰"
)
_ACCESS = {
    "sign-language": "手语(?:翻译|解说|讲解|导览|同传|服务)",
    "captions": "(?:实时|同步|全程|翻译[和及、])(?:中文)?字幕",
    "hearing-loop": "助听感应|感应线圈",
    "large-print": "大字(?:版|资料|讲义|教材)",
    "easy-read": "易读(?:版|资料)",
    "braille": "盲文(?:版|资料|手册|讲义|教材|节目单)",
    "audio-description": "口述影像",
    "step-free": "(?:可?通行|方便|可进)轮椅|轮椅(?:可|席位|坡道|通道)|无障碍(?:通道|坡道|电梯)",
    "toilet": "无障碍(?:卫生间|厕所|洗手间)",
    "parking": "无障碍(?:停车|车)位",
    "guide-dogs": "导盲犬(?:可|能|允许)",
}
"""What there is for people with disabilities, by its code, as sentences call it: 配手语翻译和口述影像."""


@dataclass(frozen=True, slots=True)
class Common:
    """What is said of every activity: of all of them, in the text around them, and in a clause on booking."""

    of_all: tuple[mentions.Said, ...] = ()
    around: tuple[mentions.Said, ...] = ()
    booking: Piece | None = None
    beside: tuple[mentions.Said, ...] = ()
    names: tuple[mentions.Names, ...] = ()

    def concerning(self, title: Piece) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
        """What concerns an activity of what is said of all and around them, and what is said of it by its name: 第88讲限60人."""
        called = re.sub(r"(?<=.)\([^()]*\)$", "", title.key)
        mine = next((each for each in self.names if called in each), (called,))
        of_all, around = (tuple(each.piece for each in said if each.concerns(mine)) for said in (self.of_all, self.around))
        return of_all, around, tuple(each.piece for each in self.beside if each.of and each.concerns(mine))

    def price_of(self, title: Piece) -> tree.Value | None:
        """What activities cost by words of their titles: 培训班：每人1200元；问诊、对接会：免费."""
        found = ((each.piece, each.piece.search(_BY_NAME)) for each in self.around)
        named = ((whole, each["said"]) for whole, each in found if each and _is_of(title, each["names"]))
        return next((_printed(next(said.every(_MONEY))[0], tree.check(whole)) for whole, said in named), None)

    def said_of(self, number: str) -> tuple[Piece, ...]:
        """What is said of the activities by their numbers: 课程①至③免费；课程④收取材料费20元."""
        parts = [part for each in self.around for part in each.piece.split("[;。]")]
        return tuple(each for each in parts if any(low <= number[:1] <= (high or low) for low, high in re.findall(_NUMBERS, each.key)))


def entries(
    title: Piece, texts: Iterable[Piece], found: tuple[Label, ...], common: Common, number: str
) -> Iterator[tuple[str, tree.Value | tree.Record | tree.Items | None]]:
    """``booking``, ``cost`` and ``capacity`` of an activity as it says itself, else as the notice says for all of them, and ``access``."""
    of_all, around, named = common.concerning(title)
    sentences = (*_sentences((*texts, *(label.value for label in found))), *named)
    column = "报名截止(?:时间|日期)?"  # of a table; 报名截止：4月10日 below a contest may ask those who send others
    asked = [each for each in found if each.kind in ("joining", "contact") and re.fullmatch(_BOOKING_LABEL, each.label.key)]
    asked += [each for each in found if each.kind == "due" and re.fullmatch(column, each.label.key)]
    ways = (each for each in found if re.fullmatch("参[赛加与](?:办法|方式|方法):", each.label.key))
    asked += [each for each in ways if re.search(_ENROLS, each.value.key)]
    mine = (each.value for each in asked if each.label or not re.search("^[每限]|费|自行|[0-9][人名]$", each.value.key))
    counted = any(re.search("名额|人数", each.label.key) for each in found)
    enrolled = counted or any("招收" in each.key for each in sentences)
    entered = common.booking if enrolled or re.search(_ENTERED, title.key) else None
    calls = [each.value for each in asked if re.match("(?:报名|预约).*(?:电话|热线)", each.label.key)]
    yield "booking", _booking(sentences, next(mine, None), calls) or _booking(of_all, entered)
    around = tuple(each for each in around if not re.search(f"{_NUMBERS}|{_BY_NAME}|(?:展厅|展馆|场馆|常设)[^。;]*免费开放", each.key))
    around = tuple(each for each in around if not _of_another_kind(each, title))
    free = _free((title,)) if title.key.startswith("免费") else None
    own = free or _cost(sentences, found) or common.price_of(title) or _cost(common.said_of(number), ())
    yield "cost", own or _free((title, *of_all, *around))
    room = _first(named, f"^[^,。;:]*?{_ONLY_ITS}$")  # 每场200人（第88讲限60人）
    only = tree.copied(room["number"], tree.check(room[0])) if room else None
    only = only or _capacity(sentences, found) or _capacity(of_all, ())
    yield "capacity", only
    yield "capacity_note", None if only else _as_printed(sentences)
    yield "access", tree.Items(tuple(_access(sentences)))


def _of_another_kind(said: Piece, title: Piece) -> bool:
    """Whether a sentence that tells kinds of activities apart says of another kind that it is free: 义诊不收挂号费，讲座免费听."""
    free = {found["kind"].key for found in said.every(f"(?:^|[,;])(?P<kind>{_OF_A_KIND})[^,。;]{{0,3}}(?:免费|不收)")}
    return bool(free) and len(set(re.findall(_OF_A_KIND, said.key))) > 1 and not any(kind in title.key for kind in free)


def common(leaves: Iterable[Section], intro: Iterable[Piece], others: Iterable[Section], rows: Iterable[Piece] = ()) -> Common:
    """Sentences outside of the activities; the last one may have some that are said of each. ``rows``: the titles in tables."""
    clauses = [*others]
    listed = [*leaves]
    named = (each for each in clauses if re.fullmatch(_BOOKING_HEADING, each.title.key))
    asked = next((each for each in named if re.search(_HOW_TO_BOOK, "".join(text.key for text in each.all_texts()))), None)
    of_all = [*_below_the_last(listed)]
    said = _sentences((*intro, *(asked.all_texts() if asked else ())))
    of_all += [each for each in said if re.search(f"{_FOR_ALL}|{_UNBOOKED}", each.key)]
    asked = None if any(re.search(_UNBOOKED, each.key) for each in said) else asked
    beside = _sentences(text for each in clauses for text in each.all_texts())
    of_all += [each for each in beside if re.search(f"^本次[^,。;]{{2,6}}?{_ALL_FREE}|{_OF_THEM_ALL}", each.key)]
    headed = "费用|[要收花交]钱|收费|经费|领票|购票|票务|须知|提示|事项|说明|要求|参加|入场|参会|方式"
    told = [each for each in clauses if re.search(headed, each.title.key)]
    around = [*intro, *(text for each in told for text in each.all_texts())]
    of_all += [each for each in _sentences(around) if re.search("每(?:场|期|班|次)(?:[^,。;0-9]{0,4}不超过)?限?[0-9]", each.key)]
    booked = asked.title if asked else _booked_below(listed)
    names = (*(mentions.names(each, clauses) for each in listed), *((part.key,) for each in rows for part in each.split("[;①-⑳]")))
    said_once = {(each.paragraph.number, each.start): each for each in (*_sentences(of_all), *_sentences(intro), *beside)}.values()
    given = (_sentences(of_all), _sentences(around), said_once)
    said_of_all, said_around, named_beside = (tuple(mentions.parted(each, names)) for each in given)
    return Common(said_of_all, said_around, booked, named_beside, names)


def in_fields(label: Label) -> bool:
    """Whether a labelled line says no more than what a field of its own holds: 费用：30元, 名额：12人."""
    room = re.search("名额|人数|规模", label.label.key) and re.fullmatch("(?:限|共)?[1-9][0-9]{0,4}[人名位]?", label.value.key)
    return bool(room or re.search(_PRICED, label.label.key))


def _sentences(texts: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(each for text in texts for each in text.sentences() if not re.match(times.ASIDE, each.key))


def _below_the_last(leaves: list[Section]) -> Iterator[Piece]:
    """温馨提示：活动免费, or a 参与方式：… that no other one has."""
    if len(leaves) < 2:
        return
    said = [[each for each in labels.apart(leaf.all_texts())[0] if each.kind == "joining"] for leaf in leaves]
    if len(leaves) > 2 and not any(said[:-1]):
        yield from (each.value for each in said[-1] if re.fullmatch(r"(?:参[与加]|报名|预约)方式:", each.label.key))
    own = leaves[-1].ordinal.paragraph  # what it says of itself in its own line (每场20人) is said of it alone
    of_each = {line.label.key for leaf in leaves[:-1] for text in leaf.all_texts() if (line := labels.read(text))}  # 内容：… of its own
    below = (
        each for each in leaves[-1].all_texts()
        if each.paragraph is not own and not ((line := labels.read(each)) and line.label.key in of_each)
    )  # fmt: skip
    yield from (each for each in below if re.search(rf"^(?:温馨提示|特别提醒|备?注|说明):|{_FOR_ALL}", each.key))


def _booked_below(leaves: list[Section]) -> Piece | None:
    """报名时间：… below the last activity, where no other one says how to book."""
    said = [[each for each in labels.apart(leaf.all_texts())[0] if each.label.start == 0 and each.label.key.startswith("报名")]
            for leaf in leaves]
    return said[-1][0].value if len(said) > 2 and said[-1] and not any(said[:-1]) else None


def _first(sentences: Iterable[Piece], pattern: str) -> Match | None:
    return next((found for each in sentences if (found := each.search(pattern))), None)


def _booking(sentences: Iterable[Piece], headed: Piece | None, calls: Iterable[Piece] = ()) -> tree.Record | None:
    """Whether one has to book, and the number to call: behind 报名电话： (``calls``), else where a sentence says both."""
    without = _first(sentences, _UNBOOKED)
    if without:
        return tree.record(("needed", tree.told("false", without[0])))
    booked = [each for each in sentences if re.search(_BOOKED, re.sub(_OF_GROUPS, "", each.key))]
    asked = next(iter(booked), headed)
    if asked is None:
        return None
    phone = _first(calls, f"^(?P<phone>{contacts.PHONE})")
    phone = phone or _first(booked, rf"(?:报名|预约)(?:咨询)?(?:电话|热线):?(?P<phone>{contacts.PHONE})")
    phone = phone or asked.search(rf"^(?:(?!举报|投诉|监督|异议|酒店|宾馆).)*?(?P<phone>{contacts.PHONE})")
    listed = phone is not None and not personal_data.mobile(phone["phone"].key)
    return tree.record(
        ("needed", tree.told("true", asked)),
        ("phone", tree.copied(phone["phone"]) if phone and listed else None),
    )


def _cost(sentences: tuple[Piece, ...], found: Iterable[Label]) -> tree.Value | None:
    """A labelled price as printed; 免费 where the text says so; else the only price of the text."""
    for each in found:
        if re.search(_PRICED, each.label.key) and not re.match("(?!.*免费).*补[贴助]", each.value.key):
            unit = each.label.search(_PRICED)
            counted = unit["unit"].text if unit and each.value.key.isdigit() else ""  # 60 below 学费（元/学期）
            return _printed(next(each.value.every(_MONEY))[0], counted=counted)
    prices = [each["price"] for text in sentences if not re.search(_NO_PRICE, text.key) for each in text.every(_PRICE)]
    each_other = all(one.paragraph is other.paragraph and other.start - one.end == 1 for one, other in pairwise(prices))
    whole = Piece(prices[0].paragraph, prices[0].start, prices[-1].end) if prices and each_other else None  # 成人票30元，儿童票20元
    only = tree.copied(whole, tree.check(whole)) if whole else None
    clauses = (part for text in sentences for part in text.split("[,;:。()]"))
    limited = (tree.copied(each, tree.check(each)) for each in clauses if re.search(f"(?:{_NOT_FOR_ALL})(?!领)", each.key))
    return _free(sentences) or only or next(limited, None)


def _is_of(title: Piece, names: Piece) -> bool:
    """Whether words call an activity by a part of its title: 问诊、对接会."""
    return any(len(each.key) > 1 and each.key in title.key for each in names.split("[、和及]"))


def _printed(price: Piece, *comments: str, counted: str = "") -> tree.Value:
    free = re.fullmatch(rf"(?:全程|均|全部)?免费|(?:{_FREE})[。;]?", price.key)
    return tree.Value("免费", (price,), comments) if free else tree.copied(price, *comments, text=f"{price.text}{counted}")


def _free(sentences: tuple[Piece, ...]) -> tree.Value | None:
    """免费 where it is so for all; all that is said of money where others pay: 票价10元，65岁以上免费，学生半价."""
    runs: list[Piece] = []
    for each in sentences:  # 成人20元；学生半价；65岁以上免费
        last = runs[-1] if runs and runs[-1].paragraph is each.paragraph and runs[-1].end == each.start else None
        joined = last and all(re.search(_PAID_BY_SOME, one.key) for one in (last, each))
        runs[len(runs) - bool(joined) :] = [Piece(last.paragraph, last.start, each.end) if last and joined else each]
    for each in runs:
        if but := each.search(_FREE_BUT):
            return tree.copied(but[0], tree.check(each))
        if re.search(_FREE, each.key) and re.search(_PRICE, each.key) and not re.search(_NO_PRICE, each.key):
            told = [part for part in each.split("[,;:。()]") if re.search(f"{_FREE}|{_PRICE}|半价|[0-9]折", part.key)]
            whole = Piece(each.paragraph, told[0].start, told[-1].end)
            end = whole.end + ("(" in whole.key and each.paragraph.key.startswith(")", whole.end))
            return tree.copied(Piece(each.paragraph, whole.start, end), tree.check(each))
        others = (one.key for one in sentences if one is not each and re.search("收费|学费|报名费|票价|门票", one.key))  # others pay
        if re.search(_FREE_FOR_ALL, each.key) and not any(re.search(_PRICE, one) and not re.search(_NO_PRICE, one) for one in others):
            return tree.told("免费", each)
    return None


def _access(sentences: tuple[Piece, ...]) -> Iterator[tree.Value]:
    said = (part for each in sentences for part in each.split("[,;。]"))
    lacking = "[没无未不](?:有|设|提供|便)|[没无](?:轮椅|手语|电梯|字幕|坡道)|暂无"
    there = [each for each in said if not re.search(f"培训|学习|征集|制作|招募|岗位|今后|[将拟]增|{lacking}", each.key)]
    for code, words in _ACCESS.items():
        if found := _first(there, words):
            yield tree.told(code, found[0])


def _capacity(sentences: Iterable[Piece], found: Iterable[Label]) -> tree.Value | None:
    """How many people there is room for; a quota of each office is none."""
    for each in found:
        bare = each.value.search("^(?:限|共|每(?:[场批次天日期班]|半[天日]))?(?P<number>[1-9][0-9]{0,4})(?:[人名位](?!左右)|$)")
        alone = not each.label and each.kind == "joining" and bare is not None and bare[0].key == each.value.key
        if bare and (alone or re.search("名额|人数|规模", each.label.key)):
            return tree.Value(bare["number"].text, (bare[0],))
        total = each.value.search(_COMING) if each.kind == "audience" else None
        if total and not re.search(_QUOTA, each.value.key[: total.end]):
            return tree.copied(total["number"], tree.check(each.value))
    for sentence in sentences:
        cells = (each.search("^限?(?P<number>[1-9][0-9]{0,3})[人名位](?=,|$)") for each in by_spaces(sentence, 1)[1:])
        if cell := next(filter(None, cells), None):
            return tree.copied(cell["number"], tree.check(cell[0]))
        for part in sentence.split("[,;]"):
            tickets = part.search("[共限](?P<number>[1-9][0-9]{1,4})张") if "票" in sentence.key else None
            only = part.search(_ALONE) if re.search("预约|报名|人一[班期场批]", sentence.key) else None
            room = None if re.search(_QUOTA, part.key) or re.search(_NO_ROOM, sentence.key) else part.search(_ROOM) or tickets or only
            if room:
                several = re.search("[分共][0-9两二三四五六七八九十]{1,2}个?[期场批班次]", sentence.key)
                why = "是每场（期、班）的名额" if re.search(_OF_EACH, part.key) else "可能是几期（场）加起来的总数" if several else ""
                return tree.copied(room["number"], tree.check(part, why))
    return None


def _as_printed(sentences: Iterable[Piece]) -> tree.Value | None:
    """How much room there is, where that is no number of people; how many each office may send is none."""
    parts = (each for sentence in sentences for part in sentence.split("[,;。(]") for each in by_spaces(part, 1))
    said = (each.search(_AS_PRINTED) for each in parts if not re.search(f"各(?!支?队)|[每各](?:{_OFFICES})|限报|选派|推荐", each.key))
    found = next((match[key] for match in said if match for key in ("groups", "about", "team") if match[key]), None)
    return tree.copied(found, tree.check(found, "不是确切的人数")) if found else None


def of_each(room: tree.Value | tree.Record | tree.Items | None) -> bool:
    """Whether the room is that of every session: 每场限30人."""
    number = room.pieces[0] if isinstance(room, tree.Value) else None
    return bool(number and re.search(f"{_OF_EACH}[^,。;]*$", number.paragraph.key[: number.start]))
