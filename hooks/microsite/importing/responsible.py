"""Who does what: 省教育厅牵头，省残联等分工负责, in closing brackets, in labelled lines or in a table's cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.choices import ALL, OPEN
from .notice import times, tree
from .notice.labels import ANY, ROLES, UNIT
from .notice.names import Names
from .notice.pieces import NUMBERED, Piece, by_spaces

_VERBS = "|".join(f"(?P<r{at}>{words})" for at, (_, words) in enumerate(ROLES))
_WHAT = r"(?:落实|实施|做好)?(?:(?<=负责|组织|举办|承办|主办)(?!同志|人|部|处|科|专家|[评审]|考核|监督|解释|安[全保]|医疗)[^,。;]{2,})?"
_DOES = rf"(?:[定将拟]?于[^,。;由]{{2,24}}?)?(?:在[^,。;由]{{2,24}}?)?(?:分别|各自|轮流|共同|联合)?(?:{_VERBS})(?!人){UNIT}?{_WHAT}"
_LABEL = "|".join(rf"(?:{words}){UNIT}?" for _, words in ROLES)
_SAYS = "(?:(?:为|是)?:|(?<=单位)为)"
_ROLE_LABEL = rf"(?:{_LABEL}){_SAYS}"
_OUTSIDE = r"(?![^()]*(?:\([^()]*\)[^()]*)*\))"
_GIVING = "(?:的|给予|提供|[为是](?=.{2,4}单位))?(?:大力|特别)?"
_AFTER = re.compile(rf"(?P<names>.+?){_GIVING}{_DOES}下?")
OF_OTHERS = (
    rf"{times.ASIDE}|[^,。;]{{0,4}}感谢|(?:[^,。;由]{{0,6}}原|“|建议)由|[^,。;]*(?:主办的[^,。;]*另行|负责维[护持])|[^,。;由]{{0,4}}(?:安[全保]|医疗|后勤|评审|考核|监督|经费|表彰|解释)[^,。;由]{{0,6}}由|[^。;]*(?:[不非]是?由|不主办)"
)
_UNDER = "在|[^,。;由]{0,8}得到"
"""Before those under whose guidance something is: 在市教育局指导下, 活动得到市科协的支持."""
_ONLY = re.compile(rf"[^在于]+?(?:{_VERBS}){UNIT}?(?:落实|实施|做好|解答|授课)?")
_BEFORE = re.compile(rf"[-·]?{NUMBERED}(?:由?谁来?)?(?:{_VERBS}){UNIT}?{_SAYS}(?P<names>.+)")
_BETWEEN = r"[,;。](?!会同)(?![^(]*\))|(?<=主办|承办|协办|牵头|负责|配合)、"
_BRACKET = r"\((?P<inside>(?:[^()]|\([^()]*\))*)\)[。.;]?$"
_WHOM_TO_CALL = r"\((?:联系|咨询|报名|业务)?(?:人|电话|方式|人及电话)[:0-9][^()]*(?:\([^()]*\)[^()]*)*\)$"
_WORDS = re.compile(rf"牵头|负责|主办|承办|协办|配合|责任{UNIT}|指导{UNIT}|落实$|支持{UNIT}|参与{UNIT}|组织实施$")
_ONE = r"[\u3400-\u9fff]{1,18}(?:厅|局|委|办|会|联|部|政府|分行|科协|办公室)"
_BODIES = re.compile(rf"{_ONE}(?:、{_ONE})*")
_OFFICES = r"(?!.*(?:[主承协联举]办|组织|负责|牵头))(?:[\u3400-\u9fff]{2,12}(?:处|部|科|组|会|局|办)(?:、(?!$)|$))+"
_NAMED = tuple(role for role, _ in ROLES if role != "lead?")
_NOT_SAID = "原文没有写“牵头”，这里按牵头填写"
_EVERYBODY = re.compile(r"各(?:活动|主办|举办|联合举办|成员|组委会成员)单位")


@dataclass(frozen=True, slots=True)
class Credit:
    """The roles of an activity; ``printed`` are the words that give them."""

    roles: tuple[tuple[str, tree.Items | tree.Value], ...]
    printed: tree.Value


def spoken(piece: Piece) -> Piece | None:
    """Where a text says who is responsible: 由市老年大学主办，市文化馆承办。县教育局协助落实。"""
    said: list[Piece] = []
    sentences = (each for each in piece.sentences() if not re.match(OF_OTHERS, each.key))
    for segment in (part for each in sentences for part in each.split(_BETWEEN)):
        if part := _assigns(segment, bool(said)):
            said.append(part)
        elif said:
            break
    return Piece(piece.paragraph, said[0].start, said[-1].end) if said else None


def _assigns(segment: Piece, goes_on: bool) -> Piece | None:
    """The words between commas that are bodies and what they do: 县文化馆牵头, 由县妇联组织家庭教育指导师."""
    segment = segment.without("^(?:活动|内容|活动内容|形式):")  # 活动：省教育厅指导
    if joint := segment.search("^(?P<lead>.*牵头),会同(?P<names>[^,。;]+)$"):  # 由县残联牵头，会同县住建局，对企业逐一走访
        lead, does = _assigns(joint["lead"], goes_on), _AFTER.fullmatch(joint["names"].key)
        if lead and not re.search("主办", joint["names"].key):  # that is said of all activities
            named = does["names"] if does else joint["names"].key
            return Piece(segment.paragraph, lead.start, segment.end) if _are_named(named) else lead
    found = segment.search(rf"(?:由|^(?:{_UNDER})?)(?P<names>[^由]+?){_GIVING}{_DOES}(?=的|下?$)")
    listed = [each.key for part in (found["names"].split("等.{0,6}$")[:1] if found else ()) for each in Names("").listed(part)]
    if found and re.match("各.*会同", found["names"].key):  # of each city its own: nobody in the register
        return None
    kinds = (goes_on or (found and found[0].key[0] == "由")) and all(re.match("各|有关|相关", each) for each in listed)
    # 由县文化馆牵头，各街道配合; 由各社区负责; 街道主办，社工站承办，市九中、好邻居超市协办
    others = kinds or (goes_on and len(listed) > 1 and any(map(Names("").is_body, listed)))
    if not found or not (others or _are_named("、".join(listed))):
        return None
    whole = found[0].key == segment.key and _ONLY.fullmatch(segment.key)
    return found[0] if goes_on or whole or found[0].key.startswith("由") or Names("").is_body(listed[0]) else None


def closing(piece: Piece) -> tuple[Piece, Piece] | None:
    """The text before a closing bracket that names responsible bodies, and what the bracket holds."""
    found = piece.search(_BRACKET)
    if found and re.fullmatch(_OFFICES, found["inside"].key) and piece.key[: found.start].endswith("。"):
        return piece.part(0, found.start), found["inside"]  # …凭一卡通进入。（网络信息中心）
    if not found or not (_WORDS.search(found["inside"].key) or _are_bodies(found["inside"].key)):
        return None
    return piece.part(0, found.start), found["inside"]


def _are_bodies(words: str) -> bool:
    """Bodies alone; two that may be places as well (市科技馆、市科普中心) are bodies beside each other."""
    words = re.sub("〔[^〕]*〕", "", words).replace(",", "、")  # 各县〔市、区〕
    words = re.sub("(?<=.)、各[县市区州]+$", "", words)
    listed = words.split("、")
    surely = _BODIES.fullmatch(words) or (len(listed) > 1 and re.fullmatch("(?:[省市县区州]|街道)[^,。;:0-9]{2,40}", words))
    return bool(surely) and all(Names("").is_body(each) for each in listed)


def _are_named(words: str) -> bool:
    listed = words.split("、")
    named = [Names("").in_a_role(each) for each in listed]
    return any(named) and all(sure or re.match("各|有关|相关", each) for sure, each in zip(named, listed, strict=True))


def is_said(piece: Piece) -> bool:
    """Whether words are bodies and what they do: 制造分公司承办."""
    found = _AFTER.fullmatch(piece.key)
    return found is not None and _are_named(found["names"])


def is_labelled(piece: Piece) -> bool:
    """Whether a line is 牵头单位：… or the like."""
    return bool(_BEFORE.match(piece.key)) and len(piece.key) < 400


def apart(given: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The text of an activity, and the words that say who is responsible for it."""
    texts: list[Piece] = []
    found: list[Piece] = []
    above = -1  # the paragraph of the last 承办单位：…, below which more of them may stand
    for piece in (part for text in given for part in _labelled_apart(text)):
        speaker = re.match("(?:主讲|授课|嘉宾)[^:]{0,4}:", piece.key)  # 主讲：郁思齐（区地方志办公室）
        before, said = None if speaker else closing(piece), spoken(piece)
        if above == piece.paragraph.number - 1 and Names("").is_body(piece.key):
            above = piece.paragraph.number
            found.append(piece)
            continue
        if before:  # what else stands in the bracket (；地点：…；电话：…) is no role
            others = rf";(?!{_ROLE_LABEL})|,(?=(?:{ANY}):)(?!{_ROLE_LABEL})"
            held = before[1].split(others if ":" in before[1].key else ";(?=[0-9])")
            texts += [before[0], *held[1:]]
            found.append(held[0])
        elif is_labelled(piece):
            found.append(piece.strip("。;").without(_WHOM_TO_CALL))
            above = piece.paragraph.number
        elif said:
            inside = said.key != said.key.rstrip("。;") or not _ONLY.fullmatch(said.key)  # what it says besides stays a sentence
            texts.append(piece.part(0, (said.end if inside else said.start) - piece.start))
            found.append(said)
            more = apart([piece.part(said.end - piece.start)] if said.end < piece.end else [])
            texts += more[0]
            found += more[1]
        else:
            texts.append(piece)
    return tuple(each for each in texts if each.strip("。;,")), tuple(found)


def _labelled_apart(text: Piece) -> list[Piece]:
    """A text that goes on with 责任单位：…, cut before it."""
    found = next(text.every(rf"(?<=[。;,])(?={_ROLE_LABEL}){_OUTSIDE}"), None)
    if found is None:
        return [text]
    said = text.part(found.start).sentences()
    return [text.part(0, found.start), *(part for each in said for part in each.split(rf"(?:;|,(?=(?:{_LABEL}):)){_OUTSIDE}"))]


def read(pieces: Iterable[Piece], names: Names, headed: Iterable[tuple[Piece, Piece]] = ()) -> Credit:
    """The roles that one bracket, or several labelled lines, give; ``headed`` are bodies below a heading that is their role."""
    given, below = list(pieces), list(headed)
    lines = [each.unnumbered().text.rstrip("。") for each in given]
    printed = "；".join([*lines, *(f"{head.text}：{each.text}" for head, each in below)])
    said: list[tuple[str, Piece]] = []
    for piece in given:
        goes_on = said and names.is_body(piece.key) and said[-1][1].paragraph.number == piece.paragraph.number - 1
        said += [(said[-1][0], piece)] if goes_on else _assignments(piece)
    said += [(role, each) for head, each in below if (role := of_column(re.sub(rf"^{NUMBERED}|:$", "", head.key))) in _NAMED]
    return assigned([*given, *(each for pair in below for each in pair)], said, printed, names)


def of_column(head: str) -> str:
    """The role that the head of a column gives (牵头单位), or nothing; below 组织机构 stand persons and groups."""
    plain = re.sub(r"[(（][^()（）]*[)）]$", "", head)
    return "" if head == "组织机构" else next((role for role, words in ROLES if re.fullmatch(f"(?:{words}){UNIT}?", plain)), "")


def assigned(given: list[Piece], assignments: Iterable[tuple[str, Piece]], printed: str, names: Names) -> Credit:
    """The roles of an activity from lists of bodies whose role is known."""
    roles: dict[str, list[tree.Value]] = {}
    comments: dict[str, list[str]] = {}
    for role, listed in assignments:
        if role == "lead?":
            comments.setdefault(role, []).append(tree.check(listed, _NOT_SAID))
        _into(roles.setdefault(role, []), comments.setdefault(role, []), listed, names)
    if "lead" in roles and "lead?" in roles:  # beside those who lead, those responsible support them
        roles.setdefault("support", []).extend(roles.pop("lead?"))
        said = [each for each in comments.pop("lead?") if not each.endswith(_NOT_SAID)]
        comments.setdefault("support", []).extend(said)
    elif "lead?" in roles:
        roles["lead"], comments["lead"] = roles.pop("lead?"), comments.pop("lead?")
    made = tuple((role, _listed(roles[role], comments[role])) for role in roles if roles[role])
    unread = [role for role in roles if not roles[role]]
    doubts = [] if any(roles.values()) else [tree.check(given[0], "没有读出单位")]
    owed_comments = [comment for role in unread for comment in comments[role]]
    return Credit(made, tree.Value(printed, tuple(given), (*doubts, *owed_comments)))


def _listed(values: list[tree.Value], comments: list[str]) -> tree.Items | tree.Value:
    if [value.text for value in values] == [ALL]:
        return tree.with_comment(values[0], *comments)
    return tree.Items(tuple(values), tuple(comments))


def _assignments(piece: Piece) -> list[tuple[str, Piece]]:
    """Each role with the piece that lists its bodies."""
    if _are_bodies(piece.key) or re.fullmatch(_OFFICES, piece.key):
        return [("lead?", piece)]
    made: list[tuple[str, Piece]] = []
    waiting: Piece | None = None
    labelled = False  # 承办：甲，乙 goes on behind a comma
    for segment in piece.split(rf"^由|(?<=牵头),(?=会同)|{_BETWEEN}|(?:解答|(?<!组织)实施)(?=[。;,]?$)|(?=(?:{_LABEL}):)"):
        begins = waiting is None or _BEFORE.match(segment.key)
        whole = segment if begins or waiting is None else Piece(piece.paragraph, waiting.start, segment.end)
        found = _BEFORE.match(whole.key) or _AFTER.fullmatch(whole.key)
        if found is None and labelled and _are_named(segment.key):
            made[-1] = (made[-1][0], Piece(piece.paragraph, made[-1][1].start, segment.end))
            continue
        if found is None and made and segment.key.startswith("会同"):
            made.append(("support", segment))
            continue
        if found is None:
            waiting = whole
            continue
        waiting, labelled = None, found.re is _BEFORE
        at = next(index for index in range(len(ROLES)) if found[f"r{index}"] is not None)
        start, end = found.span("names")
        made.append((ROLES[at][0], whole.part(start, end)))
    return made


def _into(values: list[tree.Value], comments: list[str], listed: Piece, names: Names) -> None:
    """Add the bodies of a list; ``等`` stays, what is no body of the region is told."""
    bare = listed.search(r"^(?P<names>.+?)(?:[0-9-]{7,}|各(?:选派|安排|派|负责|组织).*)$")  # 责任单位：市慈善总会 025-83331207
    plain = bare["names"] if bare else listed
    begins = plain.search(f"^.*由|^(?:与|会同|联合(?![国会])|{_UNDER})")  # 与市公安局联合主办
    trimmed, open_ = _without_open(plain.part(begins.end if begins else 0).strip(":、,"))
    for piece in names.listed(trimmed):
        if _EVERYBODY.fullmatch(piece.key):
            values.append(tree.Value(ALL, (piece,)))
        elif (said := next((each for each in (piece, by_spaces(piece, 1)[0]) if names.in_a_role(each.key)), None)):
            values.append(tree.body(said))
        else:
            comments.append(tree.check(piece, "不是名册里能登记的单位，没有填进来"))
    if open_ is not None and values and values[-1].text != ALL:
        values.append(tree.Value(OPEN, (open_,)))


def _without_open(listed: Piece) -> tuple[Piece, Piece | None]:
    found = listed.search(
        r"等(?:有关|相关)?(?:[0-9一二三四五六七八九十]+个?家?)?(?:省直|省级|市直)?(?:单位|部门)?(?:共同|联合|按)?$"
    )
    return (listed.part(0, found.start), found[0]) if found else (listed, None)
