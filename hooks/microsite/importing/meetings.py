"""The sessions of an activity: several days each with its place, in a list, in lines below each other, or in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from . import places
from .notice import times, tree
from .notice.labels import ANY
from .notice.names import Names
from .notice.pieces import NUMBERED, Piece, by_spaces

_ROUND = (
    r"(?:第.{1,3}[场站期讲次批](?:\([^()]*\))?[:]?(?:《[^《》]{2,40}》[,:])?"
    rf"|[—-]*(?!(?:{ANY}):)[^,。;:0-9()—]{{2,10}}(?:专场|班|站|组|社区|分会场|[镇乡村]|街道):"
    r"|[\u3400-\u9fff]{2,4}[县市区旗镇乡](?=[0-9]{1,2}月))?"
)
_APART = rf"(?<![日号午时点》])(?<![周期].\))(?<!:[0-9]{{2}})[、;。,](?={_ROUND}{times.RUN})"
_HELD_AT = (
    r"(?:[,:]|在|于)*(?P<place>(?![日前后起、至]|(?:开始|结束|截止|[预初复决]赛)(?:$|[,。;]|报名|提交))[^,。;:]{2,28}?)"
    r"(?:各一场|(?:各|分别)?(?:举[行办]|开[展讲课]|设[摊点台])(?:一场|专场)?)?(?:,(?P<host>[^,。;:]{2,30}))?"
)
_ONE = rf"^{NUMBERED}(?P<round>{_ROUND})(?:于|定于)?(?P<when>{times.RUN})(?:\([^()]*(?:报到|签到|集合|入场)[^()]*\))?{_HELD_AT}[,。;]?$"


_SITE = rf"(?:{places.SITE})(?:\([^()]*\))?"
SPOT = rf"(?:{places.SITE}|[\u3400-\u9fff]{{2,10}}(?:[镇乡县村]|公司|集团))(?:\([^()]*\))?"
_PLACE_FIRST = rf"^(?P<place>(?![日前后起、至])[^,。;:0-9]{{2,16}}?)(?P<when>{times.RUN})$"
_SAME_HOURS = rf"(?:均[为在于]?|,每[站场期天])(?P<at>{times.AT})"
"""大塘镇6月3日、石桥乡6月4日，均为上午9:00开始；4月18日浅川码头，5月16日大桥广场，每站9:00—16:00."""

_DAYS = r"[0-9]{1,2}月[0-9]{1,2}[日号](?:(?!分别|[各在到于赴])[^,。;、]){0,16}"
_ITS_HOURS = rf"^(?P<day>[^()]*[日号])(?:\([^()]*\))?(?P<at>{times.AT})$"
_PAIRED = (
    rf"(?P<days>{_DAYS}(?:[、和]{_DAYS})+),?[^,。;0-9]{{0,10}}?(?:在|到|于|赴|走进|前往)(?P<places>[^,。;()在]+?)"
    r"(?:分别|各?举[办行]|开[展讲课]|召开|进行|现场|[演展]出|放映|巡|设|各|[,。;]|$)"
)


def _paired(sentence: Piece, year: int) -> tuple[tree.Record, ...]:
    """As many places as days, one for each: 5月23日、6月6日，分别在甲公司、乙厂举办; 分别于5月23日、6月6日在甲公司、乙厂举办."""
    found = sentence.search(_PAIRED) if "分别" in sentence.key else None
    if not found:
        return ()
    days, spots = (found[key].split("[、和]") for key in ("days", "places"))
    if len(days) != len(spots) or not all(times.is_time(each.key, year) for each in days):
        return ()
    same = None if any(re.search("[:时点午晚]", each.key) for each in days[:-1]) else days[-1].search(_ITS_HOURS)
    when = [times.of_day(each, same["at"], year) for each in (*days[:-1], same["day"])] if same and same["at"] else days
    return tuple(record(each, spot, year, spot) for each, spot in zip(when, spots, strict=True))


def _placed(sentence: Piece, year: int) -> tuple[tree.Record, ...]:
    """A list of places each with its day, and the hours that are the same for all."""
    begins = sentence.search(rf"(?:^|[:,])(?P<all>[^,。;:0-9]{{2,16}}{times.RUN}(?:、[^,。;:0-9]{{2,16}}{times.RUN})+)")
    parts = begins["all"].split("、(?=[^0-9、]{2,16}[0-9]{1,2}月)") if begins else []
    found = [each.search(_PLACE_FIRST) for each in parts]
    if len(found) < 2 or not all(each and re.fullmatch(SPOT, each["place"].key) for each in found):
        return ()
    same = sentence.search(_SAME_HOURS)
    made = [(each["when"], each["place"]) for each in found if each]
    return tuple(record(times.of_day(when, same["at"], year) if same else when, place, year, place) for when, place in made)


def listed(pieces: Iterable[Piece], year: int, sure: str = "[^(].*", hours: Piece | None = None) -> tuple[tree.Record, ...]:
    """The sessions that a list of times with places is; nothing where one of them is not so, or there is one only."""
    found = [_session(part, year, sure, hours) for each in pieces for part in _bare(each).split(_APART)]
    return tuple(filter(None, found)) if len(found) > 1 and all(found) else ()


def of_a_day(texts: Iterable[Piece], at: Callable[[Piece], tree.Value | tree.Record | None]) -> tuple[tree.Record, ...]:
    """Hours of one day each with its place: 上午8:30在甲馆举行…；下午13:30在乙馆进行…, 9:00—10:20，甲馆，…；10:30，乙馆，…."""
    where = rf"(?:在|于|地点[为在:]?)(?P<place>[^,。;:]{{2,24}}?)(?=举[行办]|进行|开[展始]|召开|[,。;]|$)|,(?P<spot>{_SITE})(?=[,。;]|$)"
    for text in texts:
        begins = rf"^(?P<at>{times.RUN})[^,。;:]{{0,12}}?(?:,(?=[在于地]))?(?:{where})"
        found = [(part, part.search(begins)) for part in text.split("[;。]")]
        made = [(when, each["place"] or each["spot"], part) for part, each in found if each and (when := at(each["at"]))]
        if len(made) > 1:
            return tuple(record(when, spot, 0, part) for when, spot, part in made)
    return ()


def _bare(piece: Piece) -> Piece:
    """A list without the words that lead to it: 地点安排如下：3月8日在…."""
    led = piece.search(rf"^[^,。;:0-9]{{2,24}}:(?={times.RUN})")
    return piece.part(led.end) if led and not re.search("(?:[镇乡村]|街道|社区):$", led[0].key) else piece


def told(texts: Iterable[Piece], year: int) -> tuple[tree.Record, ...]:
    """The sessions that a sentence lists, else those of lines that are each one of them."""
    sentences = [each for text in texts for each in text.sentences()]
    in_one: tuple[tree.Record, ...] = ()
    for each in sentences:
        same = each.search(_SAME_HOURS)
        begun = each.split(rf",(?!{_ROUND}{times.RUN}).*")[:1]  # 5月14日甲村、15日乙村，…
        in_one = in_one or listed([each], year, SPOT) or listed(begun, year, SPOT, same["at"] if same else None)
        in_one = in_one or _placed(each, year) or _paired(each, year)
    rows = [made for each in sentences if (made := _row(each.strip("。;"), year))]
    if len(rows) > 1:
        return tuple(rows)
    bare = [*map(_bare, sentences)]
    sure = [each for each in bare if _session(each, year, _SITE)]
    return in_one or listed([each for each in bare if each in sure or (len(sure) > 1 and _session(each, year, "[^(].*"))], year)


def _row(piece: Piece, year: int) -> tree.Record | None:
    """第一站　软件园　5月14日13:30—17:00　A座路演厅, whose cells only spaces part; what stands before and behind the time is one place."""
    cells = by_spaces(piece, 1)
    day = next((at for at, each in enumerate(cells[:-1]) if times.is_one_day(each.key) and times.hours(cells[at + 1])), None)
    if day is not None:  # 4月8日　7:30—11:00 in two cells
        cells[day : day + 2] = [Piece(piece.paragraph, cells[day].start, cells[day + 1].end)]
    when = [each for each in cells if times.is_time(each.key.replace("逢", "每"), year) and re.search("[日周][^周]*[0-9]", each.key)]
    if len(cells) < 2 or len(when) != 1:
        return None
    before, after = cells[: cells.index(when[0])], cells[cells.index(when[0]) + 1 :]
    sites = [each for each in (*before[-1:], *after[:1]) if re.fullmatch(_SITE, each.key)]
    sites = sites[-1:] if sites and sites[-1].key.startswith(sites[0].key) else sites  # 东坝村　…　东坝村卫生室
    place = tree.Value("".join(each.text for each in sites), tuple(sites)) if sites and len(cells) > 2 else None
    named = bool(after) and not place and after[0].key[0] in "《“"  # 5月9日14:30　《听懂孩子》　主讲：…
    note = tree.copied(Piece(piece.paragraph, after[0].start, piece.end)) if named else None
    made = tree.record(("when", times.when(when[0], year)), ("place", place), ("note", note), comments=(tree.check(piece),))
    return made if place or note else None


def rounds(texts: Iterable[Piece], year: int, place: Piece | None) -> tuple[tree.Record, ...]:
    """第一场：7月12日19:00 and 第二场：… below each other, at the one place of all; 第一讲：4月18日14:00，《…》 says what it is about."""
    about = "(?P<about>(?:《[^》]+》|“[^”]+”)(?:[^,;。]|,(?=.))*)"
    one = rf"^{NUMBERED}第.{{1,3}}[场期讲批课]:?(?P<when>{times.RUN})(?:[,:]{about}|(?P<place>,.*))?[,。;]*$"
    found = [match for text in texts if (match := text.search(one)) and times.is_time(match["when"].key, year)]
    if len(found) < 2 or any(each["place"] for each in found) or not (place or all(each["about"] for each in found)):
        return ()
    return tuple(record(each["when"], place, year, each["when"], title=each["about"]) for each in found)


def _session(piece: Piece, year: int, sure: str, hours: Piece | None = None) -> tree.Record | None:
    found = piece.search(_ONE)
    if not found or not times.is_time(found["when"].key, year):
        return None
    if not (found["round"] or re.fullmatch(sure, found["place"].key)):
        return None
    named = found["host"] if Names("").in_a_role(found["host"].key) else None
    if found["host"] and not named and not re.match("[每共均请《“]|免费|[0-9]+[人名]|主[讲持]|讲师|嘉宾", found["host"].key):
        return None
    town, spot = found["round"].search(r"^[\u3400-\u9fff]{2,8}(?:[县市区旗镇乡村]|街道)(?=:?$)"), tree.copied(found["place"])
    if town and town[0].key not in spot.text:  # 石桥镇：7月14日9:00，文化广场; 临江县10月10日9:00在县文化馆
        spot = tree.Value(f"{town[0].text}{spot.text.removeprefix(town[0].text[-1])}", (town[0], found["place"]))
    return record(times.of_day(found["when"], hours, year) if hours else found["when"], spot, year, piece, named)


def record(
    when: Piece | tree.Value | tree.Record, place: Piece | tree.Value | None, year: int, whole: Piece,
    host: Piece | None = None, title: Piece | None = None,
) -> tree.Record:  # fmt: skip
    time = times.when(when, year) if isinstance(when, Piece) else when
    by = tree.Items((tree.body(host),)) if host else None
    spot = tree.copied(place) if isinstance(place, Piece) else place
    called = ("title", tree.copied(title) if title else None)
    return tree.record(called, ("when", time), ("place", spot), ("host", by), comments=(tree.check(whole),))
