"""The order of a notice: 一、（一）1.（1）, whichever brackets and widths it mixes, however deep it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ...core.dates.grammar import arabic
from . import labels, times
from .names import Names
from .pieces import Paragraph, Piece, Place, by_spaces

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_COUNTED = f"{_NUMERAL}|[0-9]{{1,2}}"
_BARE = r"(?:[^,。;:()]|\([^()]*\))"
_TWO = "[^,。;:]{2,12}:[^,。;:]{2,24}"
_OF_A_KIND = "(?:系列|主题)?(?:活动|讲座|板块|专题|专场|篇章|课程)"
_ON = "(?!闭馆|休息|放假)[^,。;:0-9]{2,30}"
_SHOWN = rf"[^,。;:]{{2,24}}:(?:{times.RUN}|[\u3400-\u9fff]{{2,4}}(?:假期|期间)),"
"""●村歌大赛：9月26日19:00，双溪镇古戏台, 稻田研学：国庆假期，…."""
_FORMS = (
    (1, rf"第(?P<number>{_NUMERAL})(?:部分|章|篇)[、.:]?"),
    (2, rf"第(?P<number>{_NUMERAL})条[、.:]?"),
    (2, rf"(?P<number>{_NUMERAL})[、.:](?!(?:[二三四]、)*[二三四]等奖)"),
    (3, rf"[(\[〔【](?P<number>{_NUMERAL})[)\]〕】][、.]?"),
    (4, rf"(?!附|周|星期|[图表注第])[\u3400-\u9fff]{{2,4}}(?<![周期])(?P<number>{_COUNTED}|[A-H])(?::(?![0-9])|(?=【[^】]{{2,30}}】))"),
    (4, rf"第(?P<number>{_NUMERAL}|[0-9]{{1,2}})(?:项|样|件|场|站|期|批|讲|课|单元|板块|场次|专场)[、.:,]?(?=[^,。;]{{2,30}}。?$)"),
    (4, rf"第(?P<number>{_NUMERAL}),(?=(?:[^,。;:()]|\([^()]*\)){{2,30}}[,。:].)"),
    (4, rf"(?P<number>{_NUMERAL})[是要](?=[^,。;:]{{4,20}}(?:,[^,。;:]{{4,12}})?。.)"),
    (4, r"N[Oo]\.?(?P<number>[0-9]{1,2})[.、:]?"),
    (4, rf"{_OF_A_KIND}(?P<number>{_NUMERAL}|[0-9]{{1,2}})[、.:]"),
    (4, rf"(?:第(?P<number>{_NUMERAL})(?:季度|周|天|阶段)|[0-9]{{1,2}}月份|[上下]半年)(?=(?:\([^()]*\))?:)"),
    (4, rf"(?P<number>)(?:【{times.OF_A_WEEK}(?:[(·][^】]{{2,12}})?】|{times.OF_A_WEEK}(?:\([^()]*\))?:)(?={_ON}$)"),
    (5, r"(?P<number>0[1-9])(?=[\u3400-\u9fff“《])(?![月日号时分])"),
    (5, r"(?P<number>[0-9]{1,2})[.、](?:(?![0-9])|(?=20[0-9]{2}(?![0-9])|[0-9]{1,2}[月:]))"),
    (5, r"(?P<number>[A-H])[.、](?=[^.]{2})"),
    (6, r"[(\[【]?(?P<number>[0-9]{1,2})[)\]】][、.]?"),
    (7, r"(?P<number>[①-⑳])"),
    (8, rf"(?P<number>[★☆●○◆◇■□▲△◎※▶])(?:{_NUMERAL}、)?(?={_BARE}{{2,30}}$|(?!(?:{labels.ANY}):){_TWO}$|{_SHOWN})"),
    (8, r"(?P<number>—{1,2})(?=[^,。;:]{2,24}。.)"),
    (8, r"(?P<number>)(?=(?:参[会加赛观]|活动|温馨|特别|注意|报名|观影|入场|参训)(?:须知|事项|提[示醒]):?$)"),
    (9, rf"(?P<number>【)(?=[^,。;:【】]{{2,30}}】(?:\([^()]*\))?(?:$|{times.SPAN}|(?:{labels.ANY}):)|(?:{labels.ANY})】)"),
    (9, rf"(?P<number>)[\u3400-\u9fff]{{2,6}}(?:[县区市旗镇乡村]|街道):(?=[^,。;:0-9]{{2,30}},(?:{times.RUN}))"),
    (10, rf"(?P<number>)(?=(?:{labels.ANY})$)"),
)
_SPACED = (
    (2, r"(?P<number>[1-9][0-9]?)(?=[\u3400-\u9fff“]{2,16}$)"),
    (4, rf"{_OF_A_KIND}(?P<number>{_NUMERAL}|[0-9]{{1,2}})(?=[^。;]{{2,40}}$)"),
    (4, rf"第(?P<number>{_NUMERAL}|[0-9]{{1,2}})(?:阶段|轮)(?=[^。;]{{2,40}}$)"),
    (4, rf"(?P<number>){times.OF_A_WEEK}(?:\([^()]*\))?(?={_ON}$)"),
    (4, rf"第(?P<number>{_NUMERAL}|[0-9]{{1,2}})讲(?=[^。;0-9]{{2,30}}$)(?!(?:{labels.ANY}):)"),
    (4, rf"第(?P<number>{_NUMERAL})(?![条章款编届名位等周天])[\u3400-\u9fff](?=[^。;:]{{2,30}}$)(?!(?:{labels.ANY})$)"),
    (6, r"[0-9]{1,2}\.(?P<number>[0-9]{1,2})(?![0-9.:])"),
)
"""A space alone behind it: 讲座一　手语也是语言, 第六讲　AI时代，我们还写作吗, 7　配套活动 and 7.1　口述历史工作坊 below it."""
_NAMES_BELOW = re.compile(r"(?!附|.*(?:20[0-9]{2}年|[0-9]+月)[^,。;:]*[0-9]+日)[^。;!?]{2,40}(?<![:,、])")
_TIME_AND_PLACE = re.compile(
    rf"{times.RUN}(?:\([^()]*\){times.AT})?(?:,[^,。;]*[0-9]:[0-9]{{2}})?,在?[^,。;:]{{2,20}}[馆厅室场园心楼院校学站宫区间台层廊前内村街亭](?:[,。;]|$)"
)
"""5月7日10:00—15:00，鹤山镇中心小学, below the name of what is on."""
_ONLY_WHEN = rf"(?=.*(?:[0-9]:[0-9]|[日月][至—~-]))(?:(?=[0-9]+月){times.RUN}|{times.WEEKLY})(?:\([^()]*\))?(?:,|$|《)"
_MARKS = 7
"""Levels above it have no numbers."""
_LABELLED, _DATED, _HEADED = 10, 11, 12
"""The levels of lines that have neither: only what stands below them says that they are headings."""
_WITHIN = 20
"""What is counted below such a heading (1. 2.) stands below it, and not beside what is above."""
_TITLE_END = re.compile(
    rf"。|:(?![0-9])|(?<![0-9]):(?=[0-9])|,(?=(?:{labels.ANY}|[\u3400-\u9fff]{{0,4}}(?:负责人|联系人|责任人)):)|,(?={times.RUN}(?:[,。;]|$))"
)
"""网络安全讲座，时间：6月3日, 急救培训，每周六。: a title goes on with a label or with its time."""
_OF_A_SERIES = re.compile("“[^”]{2,12}”:[^,。;:0-9]{2,24}")
"""“银龄课堂”：手机摄影, a series and what is on in it."""
_KIND_AND_NAME = "^[^,。;:]{0,6}(?:篇|季|站|讲座|课堂|沙龙|展览?|比赛|[Ww]alk):[^,。;:]{4,24}$"
"""启动篇：“开卷有益”启动仪式, all of it a title."""
_LONGEST_TITLE = 50
_SENTENCE = re.compile(
    r"^(?:请|凡|如|对|按照|根据|各[^,]{1,14}?(?:要|应|须|需|请|可|于|将|按|结合|组织|向|和))|[日旬底]前|不得|须(?!知)|不超过|应当|要求为|格式为"
    r"|;$|[!?].|于[^,。;]{2,14}(?:举办|举行|召开|开展)|由.{2,20}(?:承担|负责)|(?:请|应|要|将|定)(?:于|在)|全部免费"
)
_TIPS = re.compile(r"【?(?:温馨|友情|特别|观众|参观|入场|注意|活动)(?:提[示醒]|须知|事项)】?:?")
_Numbered = tuple[Paragraph, tuple[int, int, Piece] | None]
"""A paragraph, with level, number and print of its ordinal where it has one."""
_LIST = re.compile("(?:主要|具体|系列)?活动(?:内容|安排|项目)(?:[及和与](?:具体)?安排)?:?")
"""What begins a list below 五、主办单位：图书馆, without a number of its own."""
_INTRODUCES = re.compile(r"(?:有|包括|如下|为|是|分为|(?:以下|下列)[^,。;]{0,6})$")


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A numbered clause.

    ``title`` is its heading without ordinal and full stop, empty where it begins with its text at once.
    ``rest`` is what its first paragraph says besides, ``body`` every piece of text before its first child.
    """

    level: int
    number: int
    ordinal: Piece
    title: Piece
    rest: Piece
    body: tuple[Piece, ...] = ()
    children: tuple[Section, ...] = ()
    clause: str = ""

    @property
    def place(self) -> Place:
        return self.ordinal.place

    @property
    def printed_number(self) -> int | None:
        """Its number where it is printed; marks (★), days (星期一) and headings with nothing before them were counted."""
        counted = self.level < 1 or _MARKS < self.level < _WITHIN or re.search("[0-9](?::[0-9]|[月日时点])", self.ordinal.key)
        return self.number if not counted and re.search("[0-9一二三四五六七八九十①-⑳A-H]", self.ordinal.key) else None

    @property
    def texts(self) -> tuple[Piece, ...]:
        """Everything it says after its title, without its children."""
        return (self.rest, *self.body) if self.rest else self.body

    @property
    def whole(self) -> Piece:
        """Its first paragraph with its ordinal."""
        return Piece(self.ordinal.paragraph, self.ordinal.start, len(self.ordinal.paragraph.key))

    def all_texts(self) -> Iterator[Piece]:
        """The same with everything below it, ordinals and titles included."""
        yield from self.texts
        for child in self.children:
            yield child.whole
            yield from (text for text in child.all_texts() if text is not child.rest)


def walk(clauses: Iterable[Section]) -> Iterator[Section]:
    """Clauses and all below them, in the order of the notice."""
    for each in clauses:
        yield each
        yield from walk(each.children)


def ordinal(piece: Piece) -> tuple[int, int, Piece] | None:
    """Level, number and print of the ordinal that a paragraph begins with."""
    for level, form in (*_SPACED, *_FORMS):
        found = piece.search(f"^{form}")
        if found and (found[0].spaced or (level, form) not in _SPACED):
            return level, number(found["number"].key or "一"), found[0]
    return None


def number(numeral: str) -> int:
    """三 to 3, 十二 to 12, ② and B to 2.

    >>> [number(each) for each in ("三", "十", "十二", "二十一", "7", "②", "B")]
    [3, 10, 12, 21, 7, 2, 2]
    """
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    first = next((each for each in "①A" if each <= numeral <= chr(ord(each) + 19)), "")
    if first:
        return ord(numeral) - ord(first) + 1
    plain = arabic(numeral) if re.fullmatch(_NUMERAL, numeral) else ""
    return int(plain) if plain.isdigit() else 1


@dataclass(slots=True)
class _Draft:
    """A clause while what stands below its first paragraph is still being gathered."""

    head: Section
    body: list[Piece]
    below: list[_Draft]


def sections(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Piece, ...], tuple[Section, ...]]:
    """What stands before the first ordinal, and the clauses as a tree."""
    before: list[Piece] = []
    top: list[_Draft] = []
    open_: list[_Draft] = []
    given = _with_headed([(each, None if each.cells else ordinal(each.whole)) for each in paragraphs])
    first = next((found[0] for _, found in given if found), 0)
    called = [said.label.key for each, found in given if found and (said := labels.read(each.whole.part(len(found[2].key))))]
    given = _tips_apart(given, first)
    given = _below_clauses(given if first > _MARKS else _marks_above_numbers(given))
    mark = ""  # the first of its kind below a heading, ▲, above others, ●
    after = [*(printed for _, printed in given[1:]), None]
    for (paragraph, numbered), below_it in zip(given, after, strict=False):
        begins = open_ and below_it and below_it[1] == 1 and labels.kind_of(open_[-1].head.title.key) and _LIST.fullmatch(paragraph.key)
        printed = (open_[0].head.level, open_[0].head.number + 1, paragraph.whole.part(0, 0)) if begins and not numbered else numbered
        outer = printed is not None and first > _MARKS and printed[0] >= (first if printed[2] else _MARKS)  # marks that come first: above
        marked = printed is not None and printed[0] == _MARKS + 1
        mark = (mark or printed[2].key[:1]) if printed and marked else "" if printed and printed[0] < _MARKS else mark
        below = printed is not None and marked and printed[2].key[:1] not in ("", mark)
        found = (printed[0] + below - 10 * outer, *printed[1:]) if printed else None
        if found and _counts_within(found, [each.head for each in open_]):
            found = (found[0] + _WITHIN, *found[1:])
        if found is None or (not open_ and found[0] > 3 and found[1] != 1):
            (open_[-1].body if open_ else before).append(paragraph.whole)
            continue
        head = _headed(paragraph, *found)
        above = next((each for each in reversed(open_) if each.head.level < head.level), None)
        if above is None and not head.title and (said := labels.read(head.rest)):  # 1.活动时间：… where no clause is above
            named = said.kind in ("title", "text") and called.count(said.label.key) > 1  # 1.活动内容：银龄课堂 begins each of them
            name, rest = (said.value, said.value.part(0, 0)) if named else (said.label.strip(":"), said.value)
            head = replace(head, title=name, rest=rest)
        if above is not None and _only_a_label(head):
            (open_[-1] if times.day(head.title) else above).body.append(paragraph.whole)
            continue
        while open_ and open_[-1].head.level >= head.level:
            open_.pop()
        siblings = open_[-1].below if open_ else top
        if (head.level > _MARKS or head.level < 1) and siblings:  # marks are counted as they come
            head = replace(head, number=siblings[-1].head.number + 1)
        open_.append(_Draft(head, [*head.body], []))
        siblings.append(open_[-1])
    return tuple(before), _agreed(_made(draft, "") for draft in top)


def _marks_above_numbers(given: list[_Numbered]) -> list[_Numbered]:
    """★第一周：认识AI and a label alone (报名办法), with 1. and 2. below them, stand above these; behind 第六讲 a label is for all."""
    after = [*(printed for _, printed in given[1:]), None]
    last = max((at for at, (_, printed) in enumerate(given) if printed and printed[0] == 4), default=len(given))
    of_each = any(printed and printed[0] == _LABELLED for _, printed in given[:last])
    made: list[_Numbered] = []
    for at, ((each, printed), below) in enumerate(zip(given, after, strict=False)):
        over = printed and printed[0] == _LABELLED and at > last + 1 and not of_each and labels.kind_of(each.key) == "joining"
        over = over or (printed and below and printed[0] in (_LABELLED, _MARKS + 1) and below[0] in (5, 5 + (not printed[2])))
        made.append((each, (4, *printed[1:]) if printed and over else printed))
    return made


def _tips_apart(given: list[_Numbered], first: int) -> list[_Numbered]:
    """【温馨提示】 behind the last of a list stands beside what is above that list, and what is counted in it (1. 2.) below it."""
    made: list[_Numbered] = []
    seen: dict[int, int] = {}
    last, told = 0, -1  # the level of the line above with a number; how far the tips have been counted
    for at, (each, found) in enumerate(given):
        printed = found
        if printed and _TIPS.fullmatch(each.key) and seen and printed[0] > first:
            after = [one[:2] for _, one in given[at + 1 :] if one]
            behind = after[next((k for k, one in enumerate(after) if one[1] != k + 1 or one[0] not in seen), len(after)) :]
            goes_on = any(number == seen.get(level, -1) + 1 and (level > first or level == last) for level, number in behind)
            told = -1 if goes_on else 0
            printed = printed if goes_on else (first, 1, printed[2])
        elif printed and told >= 0 and printed[0] in seen and printed[1] == told + 1:
            told, printed = told + 1, (printed[0] + _WITHIN, *printed[1:])
        elif printed:
            last, told = printed[0], -1
            seen[last] = printed[1]
        made.append((each, printed))
    return made


def _below_clauses(given: list[_Numbered]) -> list[_Numbered]:
    """1　机器狗编舞 is a clause of its own only where no 一、 is."""
    second = [printed[2].key.isdigit() for _, printed in given if printed and printed[0] == 2]
    if all(second):
        return given
    return [(each, (5, *printed[1:]) if printed and printed[0] == 2 and printed[2].key.isdigit() else printed) for each, printed in given]


def _counts_within(found: tuple[int, int, Piece], above: list[Section]) -> bool:
    """Whether numbers begin anew below a heading that has none, or go on there."""
    level, count, _ = found
    headed = any(each.level in (_DATED, _HEADED) for each in above)
    last = next((each.number for each in above if each.level == level + _WITHIN), 0)
    return headed and 4 < level <= _MARKS and count == last + 1


def first(paragraphs: Iterable[Paragraph]) -> int:
    """Where the first clause stands; behind the last line where there is none."""
    given = _with_headed([(each, ordinal(each.whole)) for each in paragraphs])
    return next((at for at, (_, printed) in enumerate(given) if printed), len(given))


def _with_headed(given: list[_Numbered]) -> list[_Numbered]:
    """Lines without a number that stand above 时间：… or 地点：… are headings, where there are several of them."""
    bodies = _below_roles(given)
    found = {
        above.number
        for (above, printed), (below, _) in pairwise(given)
        if printed is None and above.number not in bodies and (_NAMES_BELOW.fullmatch(above.key) or _is_titled(above, below))
        and not labels.read(above.whole) and labels.read(below.whole)
    }  # fmt: skip
    found |= {each.number for each, printed in given if printed is None and times.SHOWN.fullmatch(each.key)}
    dated = [[*_dated(run, day)] for run, day in _runs(given)]
    several = any(len(run) > 1 for run in dated)
    placed, below_them = _above_a_time_and_a_place(given)
    listed = {each for run in dated if several for each in run}
    rows = {each for each in listed if each + 1 not in found - listed} - below_them
    called = {each.number for each, printed in given if printed is None and (said := labels.read(each.whole)) and said.kind == "title"}
    found = (found if len(found) > 1 else set()) | placed | rows | _named_again(given) | (called if len(called) > 1 else set())
    days = {above.number for (above, _), (below, _) in pairwise(given) if below.number in found and times.day(above.whole)}
    level = dict.fromkeys(found, _HEADED) | dict.fromkeys(days, _DATED) | dict.fromkeys(_alone_with_colons(given), _LABELLED)
    return [(each, (level[each.number], 1, each.whole.part(0, 0)) if each.number in level else printed) for each, printed in given]


def _below_roles(given: list[_Numbered]) -> set[int]:
    """Lines of bodies that go on with 主办单位：…, one below the other."""
    found: set[int] = set()
    goes_on = False
    for each, _ in given:
        said = labels.read(each.whole)
        goes_on = said.kind == "role" if said else goes_on and Names("").is_body(each.key)
        found |= {each.number} if goes_on and not said else set()
    return found


def _above_a_time_and_a_place(given: list[_Numbered]) -> tuple[set[int], set[int]]:
    """Names alone in their lines, each above lines of when and where, where there are several; and those lines."""
    named: set[int] = set()
    below: set[int] = set()
    for (above, printed), (each, numbered) in pairwise(given):
        row = None if printed or numbered or each.cells else re.match(_TIME_AND_PLACE, each.key) or re.match(_ONLY_WHEN, each.key)
        alone = _NAMES_BELOW.fullmatch(above.key) and not re.search(",|:$|[0-9][月日时点:]|[上中下]旬", above.key)
        named |= {above.number} if row and alone and not labels.read(above.whole) else set()
        told = alone and not (printed or numbered or each.cells) and re.match(f"(?:[\u3400-\u9fff]{{1,3}}[选赛])?{times.RUN},", each.key)
        named |= {above.number} if len(named) > 1 and told and len(above.key) < 20 and not labels.read(above.whole) else set()
        named |= {above.number} if named and not printed and re.fullmatch("“[^”]{2,16}”[\u3400-\u9fff]{2,8}", above.key) else set()
        below |= {each.number} if row and {above.number} & (named | below) else set()
    return (named, below) if len(named) > 1 else (set(), set())


def _named_again(given: list[_Numbered]) -> set[int]:
    """Lines that repeat the name of a numbered line above: first the list of all, then each with what is to say of it."""
    named: list[str] = []
    found: set[int] = set()
    for each, printed in given:
        if printed is None and len(each.key) > 3 and any(name.endswith(each.key) for name in named):
            found.add(each.number)
        named += [each.key[len(printed[2].key) :]] if printed and len(each.key) < 40 else []
    return found if len(found) > 1 else set()


def _alone_with_colons(given: list[_Numbered]) -> set[int]:
    """活动目的：, 活动时间：, 活动地点： in lines of their own are headings, where most of them are known words."""
    short = [each for each, printed in given if printed is None and not each.cells and re.fullmatch("[\u3400-\u9fff]{2,8}:", each.key)]
    known = [each for each in short if labels.kind_of(each.key[:-1])]
    return {each.number for each in short} if len(known) > 2 else set()


def _dated(run: list[Paragraph], below: bool) -> Iterator[int]:
    """Lines that are what is on at their time; ``below`` a day those that begin with an hour."""
    for each in run:
        below = below or times.day(each.whole) is not None
        if re.search("[闭休]馆$", each.key):
            continue
        if times.heads(each.whole) or times.row(each.whole) or (below and times.hours(each.whole)):
            yield each.number


def _is_titled(day: Paragraph, below: Paragraph) -> bool:
    """A day, and what is on below it: 9月28日 above 主题：…."""
    label = labels.read(below.whole)
    return label is not None and label.kind in ("title", "text") and times.day(day.whole) is not None


def _runs(given: list[_Numbered]) -> Iterator[tuple[list[Paragraph], bool]]:
    """The lines without a number between those with one, and whether they stand below a day: 【1月23日 星期六】, ★ 6月6日."""
    day = False
    for numbered, group in groupby(given, lambda each: each[1] is not None):
        run = [*group]
        if not numbered:
            yield [each for each, _ in run], day
        head, printed = run[-1]
        day = bool(printed and printed[0] > _MARKS and times.day(head.whole.part(len(printed[2].key)).without("】.*")))


def _headed(paragraph: Paragraph, level: int, count: int, printed: Piece) -> Section:
    """A clause as far as its first paragraph tells."""
    after = paragraph.whole.part(len(printed.key))
    body: tuple[Piece, ...] = ()
    printed = _with_its_word(printed, after)
    after = paragraph.whole.part(len(printed.key))
    if beside := after.search(r"^(?:\([^()]*\))?:"):  # 第一周（4月1日—4日）：启动仪式
        after = after.part(beside.end)
    opened = printed.key == "【"
    behind = "[^】]+)】(?P<rest>.*)$" if opened or re.match("[\u3400-\u9fff]{3}", printed.key) else "[^】]+)】(?P<rest>)$"
    bracketed = after.search(f"^{'' if opened else '【'}(?P<title>{behind}")  # 岗位一【课后小先生】10名
    if bracketed:
        title, rest = bracketed["title"], bracketed["rest"]
    elif not printed and (begins := times.hours(after)) and (named := _first_cell(after.part(len(begins.key)))):
        printed, title, rest = begins, named, Piece(paragraph, named.end, after.end)
    elif not printed and (begins := times.row(after)) and not labels.read(cells := by_spaces(after.part(len(begins.key)))[0]):
        printed, title, rest = begins, cells, Piece(paragraph, cells.end, after.end)
        speaks = by_spaces(rest)[0]
        if (said := labels.read(speaks)) and said.kind == "text" and speaks.spaced:  # 主讲：郁思齐　二楼报告厅　120人
            rest, body = rest.part(len(speaks.key)), (speaks,)
    elif (themed := after.search(times.THEME_DAY)):
        title, rest = themed["title"], after.part(themed.end)
    elif not printed and (shown := after.search(times.SHOWN.pattern)):
        title, rest = shown["title"], shown["rest"]
    elif not printed and (said := labels.read(after)) and said.kind == "title":  # 活动名称：… begins each of them
        title, rest = said.value, after.part(0, 0)
    elif not printed:
        row = times.day(after) is None and ((times.heads(after) and not times.before(after)) or times.hours(after))
        title, rest = (after.part(0, 0), after) if row else (after.strip(":"), after.part(0, 0))
    else:
        labelled = labels.read(after) if level > 2 else None
        words = by_spaces(labelled.label, 1) if labelled else []
        begun = len(words) > 1 and len(words[0].key) > 3  # 亲子专场　主讲：…
        title, rest = (after.part(0, 0), after) if labelled and not begun else _split_title(after)
    asks = labels.kind_of(title.key) or re.match("都?有(?:什么|哪些)", title.key)  # 什么时候办？
    return Section(level, count, printed, title.strip("?" * bool(asks)), rest, body)


def _with_its_word(printed: Piece, after: Piece) -> Piece:
    """A sign with the word that counts behind it: ▶ 项目一　“百年渡口”馆藏照片展, and with the grade: ▲一年级　纸牌叠叠高."""
    counted = after.search(rf"^(?:项目|活动|板块|专题|任务|课程)(?:{_NUMERAL}|[0-9]{{1,2}})[:、]?")
    if counted and (counted[0].spaced or counted[0].key[-1] in ":、"):
        return Piece(printed.paragraph, printed.start, counted[0].end)
    grade = after.search("^[\u3400-\u9fff、]{1,6}(?:年级|学段|组)") if printed.key[:1] in "★☆●○◆◇■□▲△◎※▶" else None
    return Piece(printed.paragraph, printed.start, grade[0].end) if grade and printed and grade[0].spaced else printed


def _first_cell(piece: Piece) -> Piece | None:
    """What is on in a row behind its hour: 开幕式（一楼 大厅）, 雪花晶体　四层实验室　20人; nothing where commas part it."""
    first = by_spaces(piece, 1)[0]
    whole = first.key.count("(") > first.key.count(")") and piece.search(r"^[^()]*\([^()]*\)$")
    first = whole[0] if whole else first
    return None if re.search("[,。;]", re.sub(r"\([^()]*\)", "", first.key)) else first


def _only_a_label(head: Section) -> bool:
    """Whether a numbered line says when, where or by whom something is: it belongs to the clause above."""
    if re.fullmatch("第.{1,3}[场期次批]", head.ordinal.key) and times.day(head.title):  # 第二场　7月25日（周六）18:30—20:00
        return True
    found = labels.read(head.rest) if head.level > 2 and not head.title else None
    return found is not None and found.kind not in ("title", "text", "due", "joining")


def _split_title(after: Piece) -> tuple[Piece, Piece]:
    """The heading and what follows it; no heading where the text begins at once.

    A heading stands before a colon, before a full stop with more text behind it, or alone in its line. It may
    have a comma (加强引领，激发力量), as halves of one length; other commas make a sentence, except in a line
    that has no full stop at all.
    """
    words = by_spaces(after, 1)
    several = len(words) > 2 and len(words[0].key) > 1
    row = several and len(words[0].key) > 3 and bool(re.fullmatch(f"每?{times.RUN}", f"每{words[1].key}"))  # 基础班 每周一9:00 201教室
    dated = len(words) > 1 and after.start > 0 and re.match(rf"(?=[0-9]+月.*[,;]){times.RUN}", words[1].key)
    row = row or bool(dated)  # （1）鼓楼站　4月10日9:00检录；…
    row = row or (len(words) > 1 and words[0].key[-1] in "》”场" and labels.read(words[1]) is not None)  # 《经典阅读》 主讲：…
    row = row or (several and not labels.read(after) and all(re.match("[\u3400-\u9fff]{2,6}:", each.key) for each in words[1:3]))
    if row or (len(words) > 1 and labels.kind_of(words[0].key)):  # 三、竞赛时间 9月15日—28日
        return words[0], after.part(len(words[0].key))
    counted = re.match(f"(?:{_OF_A_KIND}|第)(?:{_NUMERAL}|[0-9])", after.paragraph.key)  # 讲座三　主播的“第一口气”：发声与播读
    marked = bool(after.start == 1 or counted) and len(after.key) < 40 and not after.search("[,。;]")  # ● 家长课堂：孩子的短视频
    marked = marked or bool(after.search(_KIND_AND_NAME))
    ends = None if _OF_A_SERIES.fullmatch(after.key) or marked else _TITLE_END.finditer(after.key)
    stop = next((each for each in ends or () if not _inside(after.key, each.start())), None)
    end = stop.start() if stop else len(after.key)
    title, bare = after.part(0, end), re.sub(r"\([^()]*\)|“[^”]*”|《[^》]*》", "", after.key[:end])
    alone = stop is None or (stop[0] == "。" and stop.end() == len(after.key))
    sentence = _SENTENCE.search(bare) or (alone and stop and re.search(r"[0-9]", bare))
    halves = [len(each) for each in re.split("[,;]", bare)]
    uneven = len(halves) > 1 and stop is not None and (max(halves) - min(halves) > 2 or max(halves) > 14)
    uneven = uneven and not (len(halves) == 2 and halves[0] == 4 and halves[1] < 12)  # 高度重视，把握正确政治方向
    if len(bare) > _LONGEST_TITLE or sentence or uneven or _INTRODUCES.search(bare):
        return after.part(0, 0), after
    return title, after.part(stop.end() if stop else end)


def _inside(key: str, position: int) -> bool:
    """Whether a sign stands within brackets or quotation marks."""
    before = key[:position]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "《》", "“”"))


def _made(draft: _Draft, above: str) -> Section:
    clause = above + _clause(draft.head, above)
    below = _agreed(_made(each, clause) for each in draft.below)
    return _titled(replace(draft.head, body=tuple(draft.body), children=below, clause=clause))


def _titled(section: Section) -> Section:
    """A sentence above labelled lines is their heading: （一）召开…座谈会。时间：… 地点：…."""
    label = labels.read(section.body[0]) if section.body else None
    if section.title or not label or label.kind not in ("when", "place") or not re.fullmatch("[^。;:]{4,60}。?", section.rest.key):
        return section
    return replace(section, title=section.rest.strip("。"), rest=section.rest.part(0, 0))


def _agreed(given: Iterable[Section]) -> tuple[Section, ...]:
    """Clauses beside each other; where most are sentences, a sentence that looks like a heading is none."""
    made = tuple(given)
    if len(made) < 3 or sum(not each.title for each in made) * 2 <= len(made):
        return made
    after = [each.whole.part(len(each.ordinal.key)) for each in made]
    long = [not each.children and re.match("[^。]{13,}。", text.key) for each, text in zip(made, after, strict=True)]
    both = zip(made, after, long, strict=True)
    return tuple(replace(each, title=text.part(0, 0), rest=text) if cut else each for each, text, cut in both)


def _clause(draft: Section, above: str) -> str:
    """How a clause is cited: 四（一）, 五、1, 四（一）1."""
    numeral = draft.ordinal.key.strip("()[]〔〕【】、.:,★☆●○◆◇■□▲△◎※▶")
    if not numeral or times.hours(draft.ordinal) or times.row(draft.whole):
        return ""
    if draft.level in (3, 6):
        return f"（{numeral}）"
    if draft.level == 1:
        return draft.ordinal.key.rstrip("、.:,")
    if draft.level == 2 or not above or "." in numeral:
        return numeral
    return numeral if above.endswith("）") else f"、{numeral}"
