"""What the covering notice says of the document itself: number, dates, issuers, addressees, basis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .notice import tree
from .notice.layout import NUMBER, Layout, bodies_in_line
from .notice.names import Names
from .notice.pieces import PAPER, Match, Piece, by_spaces

_SCOPE = (
    r"^(?:各(?:[市州地县区旗盟]\([市州地县区旗盟、]{1,6}\)|设区的?市|市州|市、州|州市|地市|省辖市|盟市|市地|地区|市|州|县市区|县区|区县|县|区|地)"
    r"|全省各市|全省)"
)
_OTHER = r"^(?:省直|市直|省属|市属|中央驻|各有关|有关|各高校|各新闻)"
_BASIS = (
    r"(?:(?P<verb>(?:全面|深入|认真)?(?:贯彻落实|贯彻|落实|根据|按照|依据|遵照|推进))(?P<issuer>[^《》,。;:“”]{0,24}?))?"
    rf"(?:[和及](?P<other>[^《》,。;:“”、]{{2,20}}))?《(?P<title>[^《》]{{4,60}})》(?:\((?P<number>{NUMBER})\))?"
)
_PARENT = r"(?P<issuers>(?:中央|国家|全国)[^,。;《》“”]{0,16}?(?:[0-9一二三四五六七八九十]+个?部门|有关部门|等部门))"
WHOLE = "(?:(?<=[周月节日季年展赛会式行家”》])(?<![一本]周)|(?<=[夜集]市))"
"""Behind what is a name without 活动: 宣传周活动, 科普夜市活动, and not 澜屏市活动."""
_CAMPAIGN = (
    r"关于(?:在[^,。]{2,10}?(?=组织|开展|举办))?(?:认真|切实|积极|全力|联合|共同|长期|公开|面向社会)*(?:(?:(?:(?:调整|变更|取消|推迟)(?=20|第|“)|邀请|组织|开展|举办|举行|召开|做好|征集|参加|推荐|申报|报送|评选|印发|实施|启动|招募)好?)+|(?=20[0-9]{2}年(?:度|“)))[〈《]?(?P<name>(?:(?!关于)[^〈〉《》])+?)"
    rf"(?:(?:相关|有关)(?:活动)?)?(?:工作|{WHOLE}(?:(?<!日)系列|部分)?活动|实施)*(?:(?:时间|日期|地点|场地)(?:[、和及]?(?:时间|日期|地点|场地))*|方案|计划|安排|日程)?[〉》]?的?(?:预备|征[稿集文])?(?:{PAPER}|(?:实施|活动|工作)?方案)"
)


def document(layout: Layout, plan_name: Piece | None, names: Names) -> tree.Record:
    """The ``document`` of a campaign."""
    issuers = _bodies(_head_names(layout.head, names), names)
    signatories = _bodies(_joined_names(layout.signatures, names), names)
    said = (
        ("title", "标题", tree.copied(layout.title) if layout.title else None),
        ("plan_title", "", _plan_title(layout, plan_name)),
        ("number", "发文字号", _number(layout)),
        ("signed", "成文日期", tree.copied(layout.signed) if layout.signed else None),
        ("printed", "", _printed(layout.imprint, names)),
        ("issuers", "发文机关", _or_the_other(issuers, signatories, "文头没有列出发文机关，这里照落款填写")),
        ("signatories", "", _or_the_other(signatories, issuers, "没有找到落款，这里照文头的发文机关填写")),
        ("addressees", "主送机关", _addressees(layout.addressees) if layout.addressees else None),
        ("basis", "", tree.Items(tuple(basis(layout.intro, plan_name)))),
    )
    lacking = "、".join(word for _, word, node in said if word and node is None)
    return tree.record(
        *((key, node) for key, _, node in said),
        comments=(*([f"没有找到：{lacking}；通知写有的请补上"] if lacking else []), *_comments(layout, issuers, signatories)),
        pieces=[found[0] for each in layout.head if (found := each.search("文件$"))],
        quoted=layout.attachments,
    )


def _plan_title(layout: Layout, plan_name: Piece | None) -> tree.Value | None:
    if plan_name:
        above = layout.plan_title  # beside the title that the notice quotes it may say the same once more
        return tree.copied(plan_name, also=[above] if above and above.key == plan_name.key else [])
    if layout.title:
        return tree.copied(layout.title, tree.check(layout.title, "通知没有另附方案，这里照通知的标题填写"))
    return None


def _comments(layout: Layout, issuers: tree.Items, signatories: tree.Items) -> tuple[str, ...]:
    comments = []
    if issuers.items and signatories.items and len(issuers.items) != len(signatories.items):
        comments.append(
            f"请核对：文头的发文机关有 {len(issuers.items)} 家，落款有 {len(signatories.items)} 家；"
            "如果是文本缺页，请用 signatories_missing 说明"
        )
    comments += [f"通知带有附件（{each.place}）：{each.text}" for each in layout.attachments]
    return tuple(comments)


def _number(layout: Layout) -> tree.Value | None:
    for piece in layout.head:
        if found := piece.search(NUMBER):
            number = found[0]
            proper = re.search("〔.*〕(?!第)", number.key)
            return tree.copied(number, *([] if proper else [tree.check(number, "规范写法是“〔2025〕1号”")]))
    return None


def _head_names(head: Iterable[Piece], names: Names) -> Iterator[Piece]:
    """The lines above the title that can be names, without 文件 and the number."""
    for piece in head:
        without = piece
        if found := piece.search(NUMBER):
            without = piece.part(0, found.start)
        for part in (bodies_in_line(without, names) or by_spaces(without)) if without else []:
            stripped = part.search(r"^(?P<name>.+?)(?:文件|\(通知\))?$")
            if stripped:
                yield stripped["name"]


def _joined_names(pieces: tuple[Piece, ...], names: Names) -> Iterator[Piece | tuple[Piece, Piece]]:
    """Signatures, a name that is broken in two as a pair."""
    at = 0
    while at < len(pieces):
        parts = bodies_in_line(pieces[at], names, signs=True)
        if parts:
            yield from parts
        elif at + 1 < len(pieces) and not names.in_a_role(pieces[at].key):
            yield pieces[at], pieces[at + 1]
            at += 1
        else:
            yield pieces[at]
        at += 1


def _bodies(listed: Iterable[Piece | tuple[Piece, Piece]], names: Names) -> tree.Items:
    made: list[tree.Value] = []
    for each in listed:
        if not isinstance(each, tuple) and any(each.text == one.text for one in made):
            continue  # 某某局文件 on top, and 某某局 again above the title
        if isinstance(each, tuple):
            why = tree.check(each[0], f"与下一行“{each[1].text}”合成一个名称")
            made.append(tree.Value(each[0].text + each[1].text, each, (why,), body=True))
        elif names.in_a_role(each.key):
            made.append(tree.body(each))
    return tree.Items(tuple(made))


def _or_the_other(first: tree.Items, second: tree.Items, why: str) -> tree.Items | None:
    if first.items:
        return first
    if second.items:
        return tree.Items(second.items, (f"请核对：{why}",))
    return None


def _printed(imprint: Piece | None, names: Names) -> tree.Record | None:
    """Who printed the notice and when: 某某办公室综合处 2025年5月20日印发."""
    found = imprint and imprint.search(r"^(?P<by>.*?)(?P<on>(?:20[0-9]{2}|二.{3})年.{1,3}月.{1,3}日)(?P<word>印发)$")
    by, office = names.body_and_office(found["by"]) if found else (None, None)
    if not found or by is None:
        return None
    return tree.record(
        ("on", tree.copied(found["on"])),
        ("by", tree.body(by)),
        ("office", tree.copied(office) if office else None),
        pieces=[found["word"]],
    )


def _addressees(piece: Piece) -> tree.Record:
    text = piece.strip(":")
    scope = text.search(_SCOPE)
    rest = text.part(scope.end) if scope else text
    kinds: list[Piece] = []
    others: list[Piece] = []
    for part in rest.split(r"[,;](?![^(]*\))"):
        names = part.split(r"、(?![^(]*\))")
        people = re.search("尊敬|亲爱|读者|朋友|[居市村]民|家长|同学|观众|选手", part.key)  # stand in the text alone
        (others if re.search(_OTHER, part.key) else kinds).extend(() if people else names)
    named = [*map(tree.copied, kinds)]
    if scope and kinds and re.match("委(?!员)", kinds[0].key):  # 各县（区）委网信办
        whole = text.part(0, kinds[0].end - text.start)
        named[0] = tree.copied(whole, tree.check(whole))
    return tree.record(
        ("text", tree.copied(text)),
        ("scope", tree.copied(scope[0]) if scope else None),
        ("bodies", tree.Items(tuple(named))),
        ("others", tree.Items(tuple(map(tree.copied, others)))),
    )


def basis(texts: Iterable[Piece], plan_name: Piece | None) -> Iterator[tree.Record]:
    """The papers that the notice rests on; one that is named twice is taken where more is said of it."""
    found: dict[str, list[Match]] = {}
    for text in texts:
        for match in text.every(_BASIS):
            if plan_name is None or match["title"].key != plan_name.key:
                found.setdefault(match["title"].key, []).append(match)
    for matches in found.values():
        yield _basis(matches)


def _basis(matches: list[Match]) -> tree.Record:
    issuer = next((each[key] for each in matches for key in ("issuer", "other") if each[key]), None)
    issuer = issuer.without("[于在]?20[0-9]{2}年") if issuer else None
    number = next((each["number"] for each in matches if each["number"]), None)
    doubt = [tree.check(issuer)] if issuer and not re.search(r"[委办厅局院部会]$|部门$", issuer.key) else []
    return tree.record(
        ("title", tree.copied(matches[0]["title"])),
        ("issuer", tree.copied(issuer, *doubt) if issuer else None),
        ("number", tree.copied(number) if number else None),
        pieces=[each["title"] for each in matches],
    )


def parent(texts: Iterable[Piece]) -> tree.Record | None:
    """The national campaign, where the notice names who called for it and by what paper."""
    found = [match for text in texts for match in text.every(rf"{_PARENT}《(?P<paper>[^《》]{{4,80}})》")]
    match = next((each for each in found if named_in(each["paper"])), None)
    match = match or next((each for each in found if each["paper"].key.endswith("通知")), None)
    if match is None:
        return None
    called = named_in(match["paper"])
    name = tree.copied(called, tree.check(called, "全国活动的名称取自这份文件的标题")) if called else None
    owed = tree.owed("全国活动的名称；从这份文件的标题里取不出", [match["paper"]])
    return tree.record(("name", name or owed), ("issuers", tree.copied(match["issuers"])))


def named_in(title: Piece) -> Piece | None:
    """A campaign's name out of the title of a paper, without 工作方案 and 关于开展…的通知; the inmost title counts."""
    plain = (
        rf"^(?!.*关于)(?:[^!?]{{2,16}}[!?])?(?P<name>.{{4,60}}?)(?:20[0-9]{{2}}年[0-9]{{1,2}}月份?)?(?:工作|{WHOLE}活动|实施)?"
        rf"(?:方案|(?:招生|报名|征[稿集文]|{WHOLE}活动|招募|购票|订票|观展|竞赛|开[放展]|放假|公众服务|服务)?{PAPER}(?:[及暨][^,。;:]{{2,12}})?(?:发布|公布)?|(?:(?:活动)?(?:安排|报名|招募|开[课班营讲])|来|开始|启动)+[啦了中]*)[!~]*(?:\([^()]*\))?$"
    )
    headed = r"^【[^】]{2,8}】(?P<name>[^【】,!]{4,60}?)(?:来[啦了]|开始[啦了]|启动[啦了])?(?:[,!].*)?$"  # 【活动预告】…
    of_a_body = r"^[^,。;:“《关]{2,16}(?:开展|举办|推出|启动)(?P<name>[^,。;:]{4,40}(?:活动|展览|讲座|[大比竞]赛|[节周月]))$"  # in the news
    title = title.without("^[^|丨]{2,12}[|丨]")  # 周末去哪儿 | …
    of_a_month = r"^(?P<name>[^,。;:]{2,20}馆20[0-9]{2}年[0-9]{1,2}月活动)(?:预告|安排|一览)表?$"  # whose activities they are is no name
    opens = r"^(?P<name>(?:“[^”]{4,30}”|《[^》]{4,30}》)[^,。;:“]{0,14}?)(?:将|于)?[^,。;:”》]{0,8}(?:开幕|开展|启幕|上线|开讲|开演)[!~]*$"
    every = ([*title.every(words)] for words in (of_a_month, opens, _CAMPAIGN, headed, plain, of_a_body))
    return next((found[-1]["name"] for found in every if found), None)
