"""Where an activity is: in labelled lines, where a text says 在…举行, or behind a time with nothing but commas."""

from __future__ import annotations

import re

from .notice import times, tree
from .notice.labels import Label
from .notice.pieces import Match, Piece, by_spaces

_ROOM = (
    r"(?:(?<![闭休])馆|厅|室|(?<![专入离退一二两三四五六七八九十首每0-9])场|园|院|坝|校|中心|楼|层|宫|(?<!网)站|村|社区|基地|(?<![入上出0-9])门|(?<!课)堂|[脑动琴功蹈乐机]房|(?:研究|实践)所|大厦|店|空间|中学|小学|大学|(?<!(?<![楼层])专)(?<![老山地片])区|(?<![平视])台|(?<=观星|观景|露天|竞赛|答题)平台|田|湖|桥|塔|多媒体|(?<=听力)科|公墓"
    r"|超市|路口|旁边|山庄|支行|分行|营业厅|书城|书吧|码头|渔港|绿道|步道|通道|大道|江畔|河畔|湖畔|江边|河边|岛|亭|墙|渡口|村部|[村居]委会|步行街|商城|企业|市场|操场|中庭|大堂|门前|门口|沿线|视频号|抖音号|直播间|献血车|腾讯会议|(?:储备|[车水仓冷金])库|之家|厂|车间|[东西南北][侧坡]|草坪|[长连走]廊|(?<=[书事小木])屋|(?:项目|服务|门市|营业|俱乐)部|空地|[东南西北正主]入口|公寓|病房|圩|(?<=[书读语动])角|(?<=[站馆园校楼])内|厨房)前?[0-9A-Za-z]{0,5}(?:号|室(?!外|内)|层|楼)?")
_IN = r"(?:(?<![现正存所旨内实潜重好外自])(?<!作品)在|(?<=[午晚日天年员生傅师家])到(?=[^,。;]{2,20}(?:[摆设][摊点]|坐诊|义诊|放映|演出)))"
HELD = (
    rf"{_IN}(?P<place>(?![全各本首我]|馆内|此期间|活动|提升月|每[天日周]|[0-9])(?:(?!利用|通过|组织[^部机])[^,。;、在“”]){{2,28}}?(?:、[^,。;、在“”]{{2,14}}?){{0,3}})(?:[,]?(?:隆重|继续|如期|集中|统一|共同|联合|轮流|巡回|各|分别|同时|同步)(?!开展))?"
    r"(?:举行|举办|办班|启动|召开|开幕|(?<!公)开课|开讲|展出|集合|进行(?!中)|(?:同时|同步)(?:开展|举行|举办)|(?<=[馆场园心厅校院站宫村街镇地楼室店房科)])(?:集中|统一|同步)?开展)"
)
_AT = (
    rf"{_IN}(?P<place>(?![全各本首我]|此期间|活动|[0-9]+(?![0-9个]))[^,。;、在“”的]{{2,24}}?{_ROOM}"
    rf"(?:、[^,。;、在“”的]{{2,16}}?{_ROOM})*)(?=(?:同步|同时|分别|统一|集中|现场|免费)?(?:[组设摆搭开布推放启邀播演挑选栽坐义]|办(?=[一两三0-9])|展(?!厅|馆|区|位)|颁奖|就诊|上课|授课|讲授|主讲|配|接待|体验|参观|观看|整理|练习|作答"
    rf"|与[^,。;]{{2,10}}(?:见面|交流|互动|对话)|面向|为[^,。;、]{0,6}(?:学生|残疾人|社员|农户|商户)|[为向](?:广?大?(?:市民|居民|读者|群众|师生|游客|学生|老人|老年人|职工|孩子|村民)))|[,。;]|$)"
)
_SET = (
    r"(?:[点场处课]设[在于]|[地起终]点[均仍]?(?:由[^,。;]+?)?(?:设[在于]|(?:改|调整|变更)[为至在到]|[在为是])|(?:^|[,。;])由[^,。;0-9]{2,20}?改[为至在到])"
    r"(?P<place>[^,。;0-9][^,。;]{1,27}?)(?=(?:举[办行]|进行)?(?:[,。;]|$))"
)
_BEHIND_A_TIME = (
    rf"(?:{times.RUN})(?:\([^()]*\))?,?在(?P<place>(?![全各本首我此]|[0-9]|[^,。;]*[举召开展进领])[^,。;、在“”的]{{2,14}})(?=[。;]|$)"
)
"""每周二晚上7点，在老祠堂东厢房。"""
_REACHED = "(?:企业|农村|乡村|社区|校园|机关|军营|家庭|学校|网络|村|园区|(?:图书|博物|科技|文化)馆)"
SITE = (
    rf"(?!组织|邀请|会同|联合(?!国)|协同|今后|遇雨|如遇|雨天|不另|[在对]|走进|深入|[^,。;:()]{{1,6}}进{_REACHED}$|地点|由|全|为|各级|各(?:机关|单位|部门)|[设开布推]|[0-9](?!号|楼|层)|[^,。;]*(?:面向|向社会|学生参观|走进|须|凭|请|不[再得设]|覆盖|[日时]前|组织.*到))[^,。;:()]{{1,28}}?(?:{_ROOM}|线上)(?:等地?)?|[0-9]{{3,4}}(?:教?室|会议室|课室|机房)|全[馆园]|中庭|操场|大堂"
)
NOWHERE = r"详?见|另行|另定|待定$|未定$|不限$|以.*为准|.*(?:自定|自选|自行(?:选择|确定|安排))(?:场所|地点)?$"
"""What stands where a place is asked for and is none: 由各馆自定场所."""
_NO_NAME = r"^(?:[0-9由各请将在限每]|面向|邀请|组织|利用|参加|特邀|为期)|[在将请]|主办|承办|负责|牵头|参加$|[日时]$|电话|报名"
_NAMED = (
    rf"(?:[\u3400-\u9fff]{{1,4}}[一二三四五六七八九十]中|"
    rf"(?![全各])(?:12[0-9]{{3}})?[^,。;、在的0-9]{{2,20}}?(?:{_ROOM}|高中|集团|公司|[部队]))"
)
_NAMES = rf"(?!{_REACHED}(?:[,。;]|$)){_NAMED}(?:、{_NAMED})*"
_WAY = rf"[^,。;、0-9]{{2,14}}?(?:{_ROOM}|两岸|[路街江河])"
_GOING = r"分?赴|走访|前往|组织[^,。;到]{1,8}到|(?:组织|邀请)[^,。;]{2,14}?走?进|分别(?:到|走进)|(?<=[午晚日天])到"
_THERE = r"授课|讲|参观|观摩|考察|体验|开展|辅导|服务|慰问|巡[演讲诊]|现场|抽样|检测|听|看|为|给|与|进行"
_TOWN = r"(?:(?![全各])[\u3400-\u9fff]){2,8}?(?:[镇乡村]|街道|社区|苏木|嘎查)"
_LISTED = (
    rf"(?:{_GOING}|深入|走进|[在于到])(?P<places>(?![全各])(?:{_TOWN}、)+{_TOWN})(?=[,。;]|$|等|开|举|设|巡|送|免|放|进行|{_THERE})",
    rf"(?:选[取定择]|确定)(?P<places>{_NAMES})(?=[,。;]|$|等|开展|作为|为)",
    rf"(?:{_GOING})(?P<places>{_NAMES})(?=[,。;]|$|{_THERE})",
    rf"走进(?P<places>(?=[\u3400-\u9fff]{{2,3}}(?<![城园社校乡])[市县区镇乡]){_NAMES})(?=[,。;]|$|参观|体验|开展)",
    rf"(?:^|,)(?P<places>{_NAMES})(?=(?:免费)?(?:对|面向|向)(?:公众|社会|市民|居民|读者|群众|全[市县区校])[^,。;]{{0,6}}开放)",
    r"(?:^|[,。;对在])(?P<places>全[省市县区][0-9]+[个家所处][^,。;的在向对]{2,10}?(?:\([^()]*\))?)(?=的|(?:同步)?开[展课]|(?<!企业)(?:同步|免费|延时)*(?:向[^,。;]{2,8})?开放|设立|[,。;]|(?<!企业)[向对])",
    rf"(?:^|[,。;])(?P<places>{_NAMED})(?=[^,。;在对向]{{0,12}}(?:全天|全年|(?:每[天日])?{times.AT})免费(?:低收费)?开放)",
    r"(?:^|[,。;])(?P<places>(?:全[省市县区]|各)[^,。;的在向对]{0,8}?(?:网点|学校|社区|中小学|图书馆|场馆|医院|幼儿园))(?=(?:同步|统一|集中|同时)(?:开展|举行|举办|组织))",
    rf"(?:^|,)(?P<places>{_NAMES})(?=(?:同步|同时)(?:(?:举[行办]|开展)(?:[,。;]|$)|上“))",
    rf"(?:^|,)(?:[0-9]{{1,2}}日)(?:上午|下午|全天)?(?:观摩|参观|考察|走进|前往|赴)(?P<places>{_NAMES}(?=[,。;])|{_NAMES})",
    rf"(?:^|[,。;])开放(?P<places>{_NAMED}(?:[、和及]{_NAMED})*)(?=[,。;]|$|接待|供)",
    r"在(?P<places>[^,。;、在的0-9]{2,10}(?:、[^,。;、的0-9]{2,10})+)(?=等?[0-9两三四五六七八九十]+[处地]|等[处地](?:[投设开摆集举组义布张进]|[,。;]))",
    rf"在(?P<places>{_NAMED}(?:、{_NAMED})+)(?=等?[0-9两三四五六七八九十]+[个所家])",
    r"“?(?P<places>[\u3400-\u9fff]{2,8}[县市区镇乡村](?:[—-]+[\u3400-\u9fff]{2,8}[县市区镇乡村])+)(?=”?的?(?:顺序|次序))",
    rf"依托(?P<places>{_NAMED}(?:、{_NAMED})*)(?=[^。;]{{0,16}}?(?:开设|开课|讲授|授课))",
    rf"沿(?P<places>{_WAY}(?:、{_WAY})*)(?=清|捡|骑|步行|徒步|健步|巡)",
)
"""走进龙潭小学、云顶小学, 组织企业赴甲港集团观摩, 市农科院对公众开放, 沿湖滨步道清捡, 对全市136个老旧小区的…, “甲县—乙县”的顺序."""
_COUNTED = (
    rf"(?:在|(?:到|赴|走进|深入)(?=[^,。;:()在到进]{{2,16}}的))(?P<place>(?:[^,。;:()在到进0-9]{{2,16}}的?)?[0-9]+[所个家处](?:县\([市区、]+\))?"
    rf"[^,。;:()的在]{{0,12}}?(?:{_ROOM}|路口|机构))(?=[,。;]|$|开|举|设|组织|讲|授|巡|轮流|提供)"
)
"""在20个重点路口开展, 到云岭州、朔原市的36所乡村小学开设."""
_SENT_TO = (
    r"(?:[投送寄交]|递[交送])[到至](?P<place>[^,。;:()@“”]{2,24}?(?:办公室|[室处台]|(?<!邮)箱|服务中心|编辑部))(?=[,。;(]|或[发投]|$)"
)
"""作品寄至建设路88号县残联办公室（邮编…）, where works are called for."""
_UPLOADED = r"(?:上传|提交|发布|投稿|发送)[到至于](?P<place>“[^“”]{2,16}”(?:微信)?(?:平台|小程序|公众号|视频号|抖音号|客户端|专栏|网站))"
_EVERYWHERE = (
    rf"{_IN}(?P<place>(?:各|全[省市县区州镇校])[^,。;、在“”]{{0,24}}?(?:{_ROOM}|网点|中小学|学校|[镇乡])(?:、[^,。;、在“”]{{2,14}}?(?:{_ROOM}|点))*)"
    r"(?:集中|统一|同步|分别|轮流|巡回)?(?:[举进]行|举办|开展|开课|开讲|开设|上好|设[点摊])"
)
_ON_AIR = (
    r"(?<!视频)(?<!作品)(?<!案例)(?:通过|在|于|登录|关注)(?P<place>“[^“”]{2,16}”(?:微信)?(?:(?:视频号(?:直播间)?|公众号|直播间|抖音号|APP|App|平台)(?!(?:在线|线上|参[与加])*答题)|小程序|手机端|客户端)(?:“[^“”]{2,16}”(?:栏目|专栏))?|[\u3400-\u9fff]{2,8}(?:APP|App|app))(?:上|在线|同步|线上|每[日天]|参[与加]|进行|开展(?:“[^“”]+”)?|[连持]续(?!推出)|举[办行][^,。;]{0,4}?)*(?:直播|播出|推出|发布|进行(?=[,。;]|$)|授课|开课|展播|开讲|[每一]日一[练答测]|练习|自学|答题|打卡|完成(?!报名|注册)|上传|提交|投稿|向[^,。;]{2,8}(?:提问|咨询))"
)
_LIVE = (
    r"(?:^|,)(?P<place>(?:微信|抖音)?(?:视频号|抖音号|公众号|直播间)“[^”]{2,16}”|“[^“”]{2,16}”(?:微信)?(?:视频号|抖音号|直播间)(?:直播间)?"
    r"|(?:腾讯会议|钉钉(?:直播)?群?)(?:\([^()]*\))?)(?=(?:同步|线上|在线|全程)*(?:直播|播出|开讲|授课|进行|举[办行])|[,。;]|$)"
)
"""4月2日19:30，腾讯会议（会议号：…）; 微信视频号“青禾融媒”同步直播."""


def above(title: Piece, texts: tuple[Piece, ...]) -> Match | None:
    """What is on where a place is the heading: 城南图书馆：古籍修复展示，8月15日至17日."""
    if not texts or not re.fullmatch(f"(?!.*[“进]|.*讲[座堂]$)(?:{SITE})", title.key):
        return None
    return texts[0].search(rf"^(?P<title>(?!{times.RUN})[^,。;:]{{2,20}}),(?={times.RUN})")


def items(texts: tuple[Piece, ...], places: list[Label]) -> tree.Items:
    """The places of labelled lines, else those where the text says 在…举行."""
    several = [match["places"] for text in texts for words in _LISTED for match in text.every(words)]
    held = [match["place"] for text in texts for words in (HELD, _AT, _SET, _ON_AIR, _COUNTED) for match in text.every(words)]
    held = [each for each in held if not any(each.covers(one) for one in several)]  # 在甲中学、乙小学两所学校
    held += [part for each in several for part in each.split("[、—-]+")]
    held = [each for each in held if not re.search("(?:遇|雨天|天气)[^,。;]{0,10}[改移][在至到]$", each.paragraph.key[: each.start])]
    met = [each for each in held if each.paragraph.key.startswith("集合", each.end)]
    held = [each for each in held if each not in met] or met
    held = held or [match["place"] for text in texts for match in text.every(_EVERYWHERE)] or _in_rows(texts)
    others = (_LIVE, _BEHIND_A_TIME, _SENT_TO, _UPLOADED)
    held = held or [match["place"] for text in texts for words in others for match in text.every(words)]
    given = [each.value for each in places if not re.match(NOWHERE, each.value.key)]
    found = [part for each in (given or held) for part in listed(each)]
    values = {each.key: tree.copied(each, *([] if places else [tree.check(each)])) for each in found}
    return tree.Items(tuple(values.values()))


def listed(value: Piece) -> list[Piece]:
    """周三在甲，周五在乙 as two places, 初赛在各学院，决赛在A201, 起点甲，终点乙, and 甲馆一楼、乙馆二楼; any other value as one."""
    named = f"(?:{times.ROUND}|[上下]午)"
    for signs, words in (
        ("[,;、](?=周|星期)", "^(?:周|星期)[一二三四五六日天、]+(?:在|于|:)?(?P<place>.+)$"),
        ("[,;]", rf"^(?:线上|现场)?{named}(?:[、和]{named})*[在于](?P<place>.+?)(?:举[行办]|进行)?$"),
        (r"[,;](?![^(]*\))", "^[起终]点(?:[设定]?[在为于]|:)?(?P<place>[^:]{2,})$"),
    ):
        parts = [each.search(words) for each in value.split(signs)]
        if all(parts):
            return [each["place"] for each in parts if each]
    first, *more = value.split(r"[,;](?![^(]*\))") or [value]
    sites = any(re.fullmatch(f"(?!现场|每|报到)(?:{SITE}).*", each.key) for each in more)
    value = value if sites else first  # 影剧院1号厅；雨天照常放映
    own = rf"(?:各级)?(?:(?=.{{4}})(?![0-9]|[一二三四五六七八九十]{{1,3}}[楼层号室])(?:{SITE})"
    own += r"|[\u3400-\u9fff]{2,8}(?:[县市区镇乡州村中]|集团|公司)|[“”\u3400-\u9fff]{2,16}(?:公众号|小程序|平台|客户端)|官网"
    own += "|[\u3400-\u9fff]{2,10}(?:局|资源库|工坊)|[\u3400-\u9fff]{2,8}“[\u3400-\u9fff]{2,8}”)"
    own += r"(?:\((?:(?:如遇|遇|雨)[^()]*|[主分]会场)\))?"
    for signs in ("[、;和及]", "[、;]") if not re.search("的[0-9]", value.key) else ():
        several = value.split(rf"{signs}(?![^(]*\))")
        if "和" in signs and re.search("[州市县区旗]和[\u3400-\u9fff]{1,3}[县市区镇乡]", value.key):  # 云岭州和美县
            continue
        short = len(several) > 2 and all(re.fullmatch(SITE, each.key) for each in several)  # 车站、医院、影剧院
        if len(several) > 1 and (short or all(re.fullmatch(own, each.key) for each in several)):
            return several
    value = value.without(r"\((?:座位|限[0-9]|凭|同步|[^()]*(?:地铁|公交|步行|[0-9][月日]))[^()]*\)$")  # 演播厅（座位80个，凭券入场）
    if meet := value.search("^(?P<place>.{2,}?)(?:集合|集中签到|签到)$"):
        return [meet["place"]]
    return [value]


def _in_rows(texts: tuple[Piece, ...]) -> list[Piece]:
    """The place of the first sentence that begins with a time and says where with nothing but commas."""
    return next((found for text in texts for each in text.sentences() if (found := in_a_row(each)[0])), [])


def in_a_row(text: Piece) -> tuple[list[Piece], list[Piece]]:
    """Places and names behind a time with nothing but commas: 2月10日9:00，县文体广场，返乡农民工专场。"""
    cut = text.sentences()[0].split("[,;。](?![^(]*[)])") or [text]
    first, *rest = [each for part in cut for each in (by_spaces(part, 1) if times.looks_like_time(cut[0].key) else [part])]
    behind = "集合|集中|出发|签到|设立?[^,]{2,8}(?:[台点位摊]|市集|集市)|(?:分别|同时)(?:接待|开放|面向).*|(?:均可|每场|延长).*"
    spot = rf"^(?:就?[在于从]|路线为|(?P<way>[起终]点)[为:]?)?(?P<place>(?:{SITE})(?:\([^()]*\))?)(?:{behind})?$"
    alone = by_spaces(cut[0], 1)[0].search(spot)  # 四层实验室　20人，网上预约, below the hour and the name of what is on
    if alone and (alone[0].spaced or alone.end == len(text.key) or (len(cut) == 1 and text.key[alone.end : alone.end + 1] == "。")):
        return [alone["place"]], []
    if not (times.looks_like_time(first.key) or times.of_lessons(first)) or first.key.endswith("前"):
        return [], []
    found = [each.search(spot) for each in rest]
    places = [each["place"] for each in found if each]
    others = [each for each, place in zip(rest, found, strict=True) if not place]
    ways = all(each["way"] for each in found if each)
    return places[: None if ways else 1], [each for each in others if 2 < len(each.key) <= 20 and not re.search(_NO_NAME, each.key)]
