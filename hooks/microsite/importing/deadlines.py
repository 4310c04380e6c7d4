"""Deadlines in sentences: by when who hands in what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from .notice import times, tree
from .notice.labels import Label
from .notice.pieces import Match, Piece

_DUE = (
    rf"(?:每[天日][0-9]{{1,2}}:[0-9]{{2}}前|每(?:季度|[月年季周])(?:最后一个月)?(?:[一二三四五六日天]|[0-9]{{1,2}}日)?(?:[底末]月?(?:[0-9]{{1,2}}日)?)?(?:[上下]午)?(?:[0-9]{{1,2}}:[0-9]{{2}}|下班|放学)?前?|{times.SPAN})"
)
_SENT = (
    r"报|提交|发(?=[^,。;]{2,16}邮箱)|发送|发至|发到|发给|传真|传至|反馈|寄|登录|上传|填写|填报|投稿|递交|[交送]|汇总|回执|接龙|扫描|扫码|完成|确认|明确|预约|登记|申请|制定|拿出|印发|推荐|联系|确定|开展(?!的)|办理|归还|收到|邮戳|取消|提供|购票|到达|到位|布[置展]|到场|缴[费纳清]|跟[^,。;]{2,12}[讲说]|说一?声|汇[至到入款]|转账"
)
_HANDED_IN = "(?:向[^,。;]{2,8})?(?:报[送告]?|上[报传]|提交|反馈|发)"
_DEADLINE = (
    rf"(?:^|请|(?P<who>(?:[^,。;:()]|\([^()]{{1,8}}\)){{2,60}}?)(?:请|应|要|须|需|务必)*)(?:于|在)?(?<![0-9])(?P<due>{_DUE})"
    rf"(?:,)?(?P<rest>(?:(?=[将把])|(?!拍摄|出生|创作|发表)(?=[^。;]*?(?:{_SENT})))[^,。;]+)"
)
_SHARED = rf"(?P<due>{_DUE}前)(?P<rest>[将把][^,。;、]+)、$"
_ANY = rf"(?<![0-9])(?P<due>{_DUE})(?![来往后夕]|拍摄|出生|创作|发表)(?=[^。;]*?(?:{_SENT}))"
_LENGTH = "(?:[0-9]{1,3}|[一二两三四五六七八九十半])个?(?:工作日|天|日|周|小时|分钟)"
_EVENT = (
    "(?:每[场项次期批讲]|各[场项])?(?:(?:系列|主题)?活动|讲座|培训|比赛|竞赛|演出|参观|上课|开[赛讲课展馆幕营班场])(?:正式)?(?:开始|举[办行]|开展|启动)?"
)
_THERE = "入场|到[达场位会]|报到|签到|集合|进场|就位|报送|上报|提交"
_RELATIVE = (
    rf"(?P<due>{_EVENT}[之以]?前的?(?:{_LENGTH}(?:以上|[以之]?内)?|当[天日])(?:[上下中]?午?[0-9]{{1,2}}(?::[0-9]{{2}}|[时点]))?(?:[之以]?前|截止)?(?![^,。;]{{0,2}}可[^,。;]{{0,4}}退|起|[^,。;]{{0,24}}(?:[0-9天日一]起|以后|开放|开始|推出|放[号票]|公布|发布))"
    rf"|{_EVENT}{_LENGTH}(?:以?前|之前)(?!起|以?[内外])"
    rf"|(?:{_EVENT}|每[场项次期批]|(?:评[选审]|竞赛|考核)?结果公[布示]|(?:收到|接到)本?通知|(?:通知|文件|公告)(?:印发|发布)|成绩公布|公示|(?=结束))(?:结束|期满|之日)?[之以]?后(?:的)?{_LENGTH}(?:[之以]?内|前)|(?:{_EVENT}|每[场项次期批])结束后?(?:当[天日]|次日|翌日)[^,。;]{{0,8}}?前"
    rf"|(?<![0-9月日:午晚)天一二三四五六周])(?:当[天日]|次日)?(?:[上下]午)?(?:[0-9]{{1,2}}:[0-9]{{2}}|[0-9]{{1,2}}[时点])[之以]?前(?=[^,。;]{{0,10}}(?:{_THERE})))"
)
"""开赛前3天, 活动开始24小时前, 提前一天, 活动结束后10个工作日内, 每场结束后次日12时前: no day of the calendar."""
_UNTIL = (
    r"(?:最[晚迟](?:不超过|不晚于)|(?:截止|截稿)(?:时间|日期)?|期限|时限|报名(?:时间|日期))(?:为|是|到|至|:)*"
    r"(?P<due>[0-9][^,。;()]{2,24}?)(?:[,。;()]|$)"
)
_CLOSES = rf"(?P<due>{times.SPAN})(?:截止|为止|止$|关闭[^,。;]{{0,4}}(?:系统|通道|端口|入口))"


def within(texts: Iterable[Piece]) -> Iterator[tuple[Piece, Piece, Match | None]]:
    """The time, the sentence, and what it says of who and what, of each deadline."""
    for sentence in (each for text in texts for each in text.sentences() if not re.match(times.ASIDE, each.key)):
        for part in _stretches(sentence):
            found = part.search(_DEADLINE) or part.search(_SHARED)
            other = next((each for each in part.every(_ANY) if each["due"].key.endswith("前")), None)
            again = found and found["due"].key[0] == "每" and re.match(_HANDED_IN, found["rest"].key)  # 每周五报送动态
            if (relative := part.search(_RELATIVE)) and re.search(f"{_SENT}|{_THERE}|总结", part.key):
                yield relative["due"], sentence, None
            if found and (again or found["due"].key.endswith(("前", "底", "末"))):
                yield found["due"], sentence, found
            elif other:
                yield other["due"], sentence, None
            elif (until := part.search(_UNTIL) or part.search(_CLOSES)) and times.looks_like_time(until["due"].key):
                yield until["due"], sentence, None


def _stretches(sentence: Piece) -> list[Piece]:
    """A sentence cut before each further time, so that two deadlines in it are two."""
    starts = [each.start for each in sentence.every(rf"(?:(?<=[,;])[^,;。]{{0,24}}?|(?<=、))(?<![0-9]){_DUE}(?=前|(?<!、))")]
    cuts = [0, *(start for start in starts if start), len(sentence.key)]
    return [sentence.part(start, end) for start, end in pairwise(cuts)]


def records(texts: Iterable[Piece], year: int) -> Iterator[tree.Record]:
    """The deadlines of a clause as the format has them."""
    known: set[tuple[str, int]] = set()
    for due, sentence, found in within(texts):
        if (due.key, due.paragraph.number) not in known:
            known.add((due.key, due.paragraph.number))
            yield _record(due, sentence, found, year)


def labelled(label: Label, year: int) -> tree.Record:
    """报名截止：4月10日 as the format has it; what is due the label says."""
    what = label.label.search(r"^(?P<what>.*?)(?:截止|截稿|时限|期限|时间|日期)")
    return tree.record(
        ("what", tree.copied(what["what"]) if what and what["what"] else tree.owed(f"什么事的期限（{label.value.place}）")),
        ("due", times.when(times.trimmed(label.value, year), year)),
        pieces=[label.label],
    )


def _record(due: Piece, sentence: Piece, found: Match | None, year: int) -> tree.Record:
    who = _who(found["who"]) if found and "who" in found.found.groupdict() else None
    until = (
        rf"(?P<what>报名|预约|招募|申报|投稿|征稿|提交|报送)(?:(?:截止)?(?:时间|日期)?[为是到至:]*|[^,。;0-9]{{0,8}},(?=.*截止)){re.escape(due.key)}"
    )
    before = None if found else sentence.search(until)
    given = next(iter(found["rest"].split(r"\([^()]*$")), None) if found else None  # 报市科协（联系人：…，
    said = _said(given) if given else None
    return tree.record(
        ("who", tree.copied(who, tree.check(who)) if who else None),
        ("what", _what(said, given) if given else tree.copied(before["what"]) if before else tree.owed(f"报送什么（{sentence.place}）")),
        ("to", tree.copied(said["to"]) if said and "@" not in said["to"].key else None),
        ("due", times.when(due, year)),
    )


def _said(given: Piece) -> Match | None:
    """What is handed in and to whom: 将总结报省科普办, 向省委网信办报送总结."""
    toward = given.search(r"^向(?P<to>[^,。;]{2,20}?)(?P<what>(?:报送|反馈|提交|报告|上报|汇报).+)$")
    return toward or given.search(
        r"^[将把](?P<what>(?:《[^》]*》|[^《])+?)(?:同步|一并|统一|及时)?(?P<verb>(?:报送|反馈|提交|发送|报|送|交)[至到]?|发[至到]|传真至)(?P<to>[^,。;(]{2,24})(?:\(.*)?$"
    ) or given.search(r"^(?P<verb>报送|提交|发送|反馈)(?P<what>[^,。;至到]{2,30})[至到](?P<to>[^,。;(]{2,24})(?:\(.*)?$")


def _who(piece: Piece) -> Piece | None:
    trimmed = piece.search(r"^(?:并|且|同时|其中)*请?(?P<who>.*?)(?:请|应|要|须|需|务必|于|在)*$")
    who = trimmed["who"] if trimmed else None
    return None if who is None or re.search("^$|[后前时]$|期间$", who.key) else who  # 活动结束后请于6月5日前…


def _what(match: Match | None, given: Piece) -> tree.Value:
    if match is None:
        bare = given.search(r"^[将把向]?(?P<what>.+)$")
        return tree.copied(bare["what"] if bare else given, tree.check(given))
    if "verb" in match.found.groupdict():
        verb = re.sub("[至到]$", "", match["verb"].text)
        return tree.Value(f"{verb}{match['what'].text}", (match["what"], match["verb"]), (tree.check(given),))
    return tree.copied(match["what"], tree.check(match["what"]))
