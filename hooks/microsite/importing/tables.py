"""Activities in a table: a row each, with columns for name, time, content and who is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from . import deadlines, meetings, places, responsible
from .activities import Around, Context, Draft, on_joining, record
from .notice import labels, outline, times, tree
from .notice.pieces import Paragraph, Piece

_COLUMNS = (
    ("number", r"序号|编号|#|№"),
    (
        "title",
        r"(?:(?:重点|主要|工作|具体)任务|(?:重点|主要|主题|系列|活动|培训)*(?:活动|任务|项目|课程|讲座|赛事|展览|节目|比赛|班级?)?(?:名称|项目|课程|主题|事项|班次|场次|题目)|(?:重点|主要|系列)?(?:活动|赛事|课程|讲座|班次|班别|班级?|节目|影片|片名|剧目)|(?!单位|学校|企业|公司|作品|场[馆地所]|品牌|参[加赛])[\u3400-\u9fff]{2,8}名称)",
    ),
    ("contact", r"联系人.*|联系(?:电话|方式)|(?:咨询|报名)?电话"),
)
_HOUSES = (
    r"(?:(?:开展|举办|承办|服务|活动)?(?:学校|社区|街道|站点|分馆|图书馆|村|村居|场馆|乡镇|网点|门店|营业[厅部点]"
    r"|(?:服务|义诊|宣传|咨询|展示|活动)点))(?:名称)?"
)
"""Places by their kind, over a column."""
_ROUNDS = r"[场班期批]次|班[级别]"
_FEES_AND_ROOM = (
    r"(?:学费|费用|收费|票价|材料费|培训费|报名费)(?:标准)?(?:$|[(（])|(?:(?:计划)?招生|招收|限额|活动|参加|每[期班场次])?(?:人数|名额)(?:[(（][^()（）]*[)）])?$"
)
_BLANK = "[/—-]*"
_SAMPLE = "(?:填写)?(?:样例|示例|例如?):?"
_NAMES = re.compile(r"内容$|项目$")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: one of the names above, a role, or nothing that is known."""

    kind: str
    role: str = ""
    head: str = ""
    printed: Piece | None = None


def activities(rows: Iterable[Paragraph], context: Context) -> Iterator[tree.Record]:
    """The rows below each head that names activities and says who, when or where."""
    columns: list[_Column] = []
    heads: list[Piece] = []
    above: Piece | None = None
    carried: dict[int, Piece] = {}
    given, count = [*rows], 0
    yield from _timetable(given, context)
    for at, row in enumerate(given):
        found = _columns(row)
        is_new = bool(at) and given[at - 1].places[0][1].table != row.places[0][1].table and not re.search("[0-9]", row.key)
        if re.fullmatch(_SAMPLE, row.cells[0].strip()) or any(re.fullmatch(r"[合总小]\s*计", each.strip()) for each in row.cells[:2]):
            continue
        if found or is_new or re.fullmatch("序号|编号", row.cells[0].strip()):  # a form or a list of contacts has a head of its own
            columns, count, above, carried = found, 0, None, {}
            heads = [each.printed for each in found if each.kind and each.printed]
        elif columns and 1 < len(row.cells) <= len(columns) and row.cells[0].strip()[-1:] not in (":", "："):  # 学校：　手机： of a form
            both = zip(columns, _gone_on(columns, cells(row), carried), strict=False)
            whole = [(each, piece) for each, piece in both if not re.fullmatch(_BLANK, piece.key)]
            whole = [(each, piece) for each, piece in whole if each.kind != "place" or not re.match(places.NOWHERE, piece.key)]
            dates = [piece for column, piece in whole if column.kind == "when"]
            above = next((each for each in dates if re.search("[月日周]", each.key)), above)
            several = [*_apart(whole)]
            count += len(several)
            for number, filled in enumerate(several, count + 1 - len(several)):
                if dates and re.fullmatch("(?:时间)?不变|同原?上", dates[0].key):  # in a notice of what has changed
                    dates = [piece for column, piece in filled if column.kind == "former"][:1]
                hold = [each for each in dates if not any(deadlines.within((each,)))]
                when = _when([times.trimmed(each, context.year) for each in hold], above, context.year, context.week)
                more = takewhile(partial(_only_held, columns), given[at + 1 :])
                held = _held([row, *more], columns, context.year) or _in_cells(filled, row, context.year)
                if isinstance(when, tree.Value) and dates[0].paragraph is not row:  # an empty cell, merged with the one above
                    when = tree.with_comment(when, tree.check(dates[0], "取自上面一行"))
                yield _row(row, filled, number, context, heads if number == 1 else [], held or when)


def _timetable(rows: list[Paragraph], context: Context) -> Iterator[tree.Record]:
    """Courses in the cells below the days of a week, in a row for each room or each hour."""
    days: list[Piece] = []
    count = 0
    for row in rows:
        first, *given = cells(row)
        if len(given) > 1 and all(re.match("(?:周|星期)[一二三四五六日天]", each.key) for each in given):
            days, count = given, 0
        elif not days or len(given) != len(days):
            days = []
        else:
            hours = bool(times.looks_like_time(first.key))
            for day, title in zip(days, given, strict=True):
                if len(title.key) > 1 and not re.fullmatch("休息|午休|午餐|用餐|课间|[—-]+", title.key):
                    count += 1
                    hour = first if hours else first.part(0, 0)
                    dated = context.week is None or re.search("[月日]", day.key)  # else a day of that week
                    plain = times.of_day(day, hour, context.year) if hours else times.when(day, context.year)
                    when = plain if dated or context.week is None else times.in_week(day, hour, context.week, context.year)
                    place = [] if hours else [(_Column("place"), first)]
                    yield _row(row, [(_Column("title"), title), *place], count, context, days if count == 1 else [], when)


def _apart(filled: list[tuple[_Column, Piece]]) -> Iterator[list[tuple[_Column, Piece]]]:
    """The activities of a row: one for each name in its cell, ①电影 ②拆解 beside ①报告厅 ②教室, or 水火箭；鸡蛋撞地球."""
    title = next((piece for column, piece in filled if column.kind == "title"), None)
    sign = "(?=[①-⑳])" if title and re.match("[①-⑳]", title.key) else ";"
    for at, _ in enumerate(title.split(sign) if title else ()):
        several = [(column, piece, piece.split(sign)) for column, piece in filled]
        names = next(len(parts) for column, _, parts in several if column.kind == "title")
        yield [(column, parts[at].strip("①②③④⑤⑥⑦⑧⑨⑩;") if len(parts) == names > 1 else piece) for column, piece, parts in several]


def _gone_on(columns: list[_Column], given: list[Piece], carried: dict[int, Piece]) -> list[Piece]:
    """The cells of a row; below the same group (板块, merged downwards) an empty one is the one above, as is 同上."""
    first = next(at for at, column in enumerate(columns) if column.kind == "title")
    groups = [at for at, column in enumerate(columns[:first]) if column.kind != "number" and at in carried]
    merged = any(not given[at] for at in groups if at < len(given))
    timed = any(column.kind == "when" and piece for column, piece in zip(columns, given, strict=False))
    made = []
    for at, (column, piece) in enumerate(zip(columns, given, strict=False)):
        whole = column.kind == "place" or re.fullmatch("(?:lead|host|organise)[?/a-z]*", column.role)
        date = column.kind == "when" and at < first and not timed
        same = piece.key == "同上" and column.kind != "when"
        above = carried.get(at) if same or (not piece and merged and (whole or date)) else None
        made.append(above or piece)
        carried |= {at: made[-1]} if made[-1] else {}
    return made


def _only_held(columns: list[_Column], row: Paragraph) -> bool:
    """Whether a row says no more than when, or when and where, the activity above is held again."""
    kinds = {column.kind for column, piece in zip(columns, cells(row), strict=False) if piece}
    return not _columns(row) and "when" in kinds and kinds <= {"when", "place", "number", "joining", ""} and not row.cells[0].strip()


def _held(rows: list[Paragraph], columns: list[_Column], year: int) -> tuple[tree.Record, ...]:
    """The sessions of an activity that goes on in rows without a title, with their places where these differ."""
    made: list[tuple[tree.Value | tree.Record | None, Piece | None, Paragraph]] = []
    above: Piece | None = None
    for row in rows if len(rows) > 1 else ():
        filled = [(column.kind, piece) for column, piece in zip(columns, cells(row), strict=False) if piece]
        dates = [piece for kind, piece in filled if kind == "when"]
        above = next((each for each in dates if re.search("[月日周]", each.key)), above)
        place = next((piece for kind, piece in filled if kind == "place"), None)
        made.append((_when(dates, above, year), place, row))
    several = any(place for _, place, _ in made[1:])
    return tuple(
        tree.record(("when", when), ("place", tree.copied(place) if place and several else None), comments=(tree.check(row.whole),))
        for when, place, row in made
    )


def _in_cells(filled: list[tuple[_Column, Piece]], row: Paragraph, year: int) -> tuple[tree.Record, ...]:
    """The sessions of an activity whose times and places stand together, in a cell each: 线下, 线上."""
    told = [(piece, times.trimmed(piece, year)) for column, piece in filled if column.kind == "session"]
    both = [(time, piece.part(len(time.key)).strip(",;()")) for piece, time in told if times.is_time(time.text, year)]
    return tuple(
        tree.record(("when", tree.copied(time)), ("place", tree.copied(place) if place else None), comments=(tree.check(row.whole),))
        for time, place in both
    )


def titles(rows: Iterable[Paragraph]) -> Iterator[Piece]:
    """What the activities of the tables are called."""
    return (piece for filled in _below_heads(rows) for column, piece in filled if column.kind == "title")


def _below_heads(rows: Iterable[Paragraph]) -> Iterator[list[tuple[_Column, Piece]]]:
    """The cells of each row below a head that names activities, with their columns."""
    columns: list[_Column] = []
    for row in rows:
        if head := _columns(row):
            columns = head
        else:
            yield [(column, piece) for column, piece in zip(columns, cells(row), strict=False) if piece]


def bare(title: Piece) -> str:
    """A title without the verb that only clauses say before it: 举办启动仪式."""
    return re.sub("^(?:举[办行]|开[展设]|组织|召开)(?:开展)?(?=..)", "", title.key)


def assigned(rows: Iterable[Paragraph], context: Context) -> dict[str, Around]:
    """Who is responsible for the activities that a table names, and when they are, by their titles: 任务分工 beside the clauses."""
    made: dict[str, Around] = {}
    for filled in _below_heads(rows):
        title = next((piece for column, piece in filled if column.kind == "title"), None)
        if title and (credit := _credit(filled, context)):
            credit = replace(credit, printed=replace(credit.printed, pieces=(*credit.printed.pieces, title)))
            dates = [piece for column, piece in filled if column.kind == "when"]
            made[bare(title)] = Around(credit=credit, when=_when(dates, None, context.year))
    return made


def sessions(rows: Iterable[Paragraph], year: int, hours: tuple[Piece, ...] = ()) -> Iterator[tree.Record]:
    """The rows of a table below an activity: when and where it is, each time."""
    columns: list[_Column] = []
    above: Piece | None = None
    table = 0
    for row in rows:
        heads = [column("".join(cell.split())) for cell in row.cells]
        named = any(each.kind == "place" for each in heads)  # 乡镇 beside 放映地点
        form = any(each.head in ("姓名", "职务", "手机") for each in heads)  # to send back
        columns = [] if form or row.places[0][1].table != table else columns
        table = row.places[0][1].table
        if form or re.fullmatch(_SAMPLE, "".join(row.cells[:1]).strip()):
            continue
        heads = [_Column("place") if re.fullmatch(_HOUSES, each.head) and not named else each for each in heads]
        if {"when", "place"} <= {each.kind for each in heads}:
            columns = heads
            continue
        filled = [(column.kind, piece) for column, piece in zip(columns, cells(row), strict=False) if piece]
        dates = [piece for kind, piece in filled if kind == "when"]
        above = next((each for each in dates if re.search("[月日周]", each.key)), above)
        place = next((piece for kind, piece in filled if kind == "place"), None)
        if place and (when := _when([times.trimmed(each, year) for each in dates], above, year)):
            yield meetings.record(times.at(when, hours, year) or when, place, year, row.whole)


def _columns(row: Paragraph) -> list[_Column]:
    """The columns, where a row is the head of a table of activities."""
    made = [replace(column("".join(cell.split())), printed=piece) for cell, piece in zip(row.cells, cells(row), strict=True)]
    if not any(each.kind == "title" for each in made):  # 活动内容 names the activities where nothing else does
        at = next((at for at, each in enumerate(made) if each.kind == "text" and _NAMES.search(each.head)), None)
        agenda = re.search("主持|发言|议程|环节|议题", "".join(row.cells))
        made = [replace(each, kind="title") if index == at and not agenda else each for index, each in enumerate(made)]
    for kind, words, better in (("title", _ROUNDS, "number"), ("when", "周次", "")):  # 主题 names the rows, 日期 has the days
        several = sum(each.kind == kind for each in made) > 1
        made = [replace(each, kind=better) if several and re.fullmatch(words, each.head) else each for each in made]
    kinds = {column.kind for column in made}
    return made if "title" in kinds and kinds & {"role", "when", "place", "session"} else []


def column(head: str) -> _Column:
    """What a column holds, by its head."""
    roles = [responsible.of_column(each) for each in re.sub(r"及(?:配合|责任)单位$", "", head).split("/")]
    if all(roles):
        return _Column("role", "/".join(roles), head)
    if re.fullmatch("(?:上课|活动|开课)?(?:日|星期|周次)|第.{1,2}[期轮批].{0,4}(?:日期|时间)", head):
        return _Column("when", head=head)
    if re.match(_FEES_AND_ROOM, head):
        return _Column("joining", head=head)
    if re.fullmatch("(?:上课)?教室|(?:教学|授课|办学)点", head):
        return _Column("place", head=head)
    if re.search("(?:范围|对象|人员)(?:及|和|、)(?:名额|人数)", head):
        return _Column("remark", head=head)
    if re.fullmatch("线[上下](?:场次?)?|现场|直播", head):  # 3月11日15:30，图书馆301 below 线下
        return _Column("session", head=head)
    if re.match("原(?:定|计划)?", head):  # what it was before it was changed
        return _Column("former", head=head)
    head = re.sub("^(?:调整|变更|更改|改期|修改)后的?", "", head)
    if re.fullmatch("(?:备注|提示|温馨提示|其他|要求|说明|参与方式|参加方式|预约方式)(?:说明)?", head):
        return _Column("remark", head=head)
    own = next((kind for kind, words in _COLUMNS if re.fullmatch(words, head)), "")
    return _Column(own or labels.kind_of(head), head=head)


def cells(row: Paragraph) -> list[Piece]:
    """The cells of a row as pieces, empty ones too."""
    made, offset = [], 0
    for cell in row.cells:
        inside = [key for key, at in enumerate(row.at) if offset <= at < offset + len(cell)]
        made.append(row.whole.part(inside[0], inside[-1] + 1) if inside else row.whole.part(0, 0))
        offset += len(cell) + 1
    return made


def _when(dates: list[Piece], above: Piece | None, year: int, week: Piece | None = None) -> tree.Value | tree.Record | None:
    """Day and hour, of one cell or of two; a cell that is left empty has the day above."""
    if not dates:
        return None
    whole = Piece(dates[0].paragraph, dates[0].start, dates[-1].end)
    if week and (day := whole.search(times.OF_A_WEEK)) and day.start == 0 and not re.search("[月日、至]", whole.key):
        return times.in_week(day[0], whole.part(day.end), week, year)
    days = [each for each in dates if re.search("[月日]", each.key)]
    if len(days) > 1 and dates[-1] not in days:  # days of two terms, and the hours of both
        text = "、".join(each.text for each in days) + dates[-1].text
        return tree.Value(text, tuple(dates)) if times.is_time(text, year) else times.when(whole, year)
    dates = [*dates[:-1], dates[-1].without(r"\([^()]*\)$")] if re.search(r"[0-9]:[0-9].*\)$", dates[-1].key) else dates
    apart = len(dates) == 2 and dates[0].end < dates[1].start  # another column between day and hour
    if len(dates) == 2 and (apart or re.fullmatch("(?:周|星期)[一二三四五六日天]", dates[0].key)):
        return times.of_day(dates[0], dates[1], year)
    if above is None or re.search("[月日周]", whole.key):
        return times.when(whole, year) if times.looks_like_time(whole.key) else None
    return times.of_day(above, whole, year)


def _row(
    row: Paragraph, filled: list[tuple[_Column, Piece]], count: int, context: Context, heads: list[Piece],
    when: tree.Value | tree.Record | tuple[tree.Record, ...] | None,
) -> tree.Record:  # fmt: skip
    held = when if isinstance(when, tuple) else ()
    placed = any(each.get("place") for each in held)
    filled = [each for column, piece in filled for each in _time_and_place(column, piece, context.year)]
    by_kind = {column.kind: piece for column, piece in reversed(filled)}
    printed, title = by_kind.get("number"), by_kind["title"]
    if printed and printed.start == title.end:  # 游泳, A班
        title = Piece(title.paragraph, title.start, printed.end)
    bracket = title.search(r"\((?P<inside>[^()]*)\)$")
    asked = on_joining(bracket["inside"]) if bracket else None  # 实验室开放日（限40人，预约）
    title = title.part(0, bracket.start) if bracket and asked else title
    counted = printed is not None and re.fullmatch("0{0,3}[1-9][0-9]{0,9}|[①-⑳]", printed.key)
    number = outline.number(counted[0]) if counted else count
    source = f"表{row.places[0][1].table}第{number}项"
    return record(
        Draft(
            number,
            tree.said(source, tree.check(row.whole, "出自表格，请写明所在的附件或条目")),
            title,
            None if isinstance(when, tuple) else when,
            tuple(piece for column, piece in filled if column.kind in ("text", "remark")),
            _credit(filled, context),
            (*([asked] if asked else []), *(
                labels.Label(column.kind, (column.kind in ("joining", "due") and column.printed) or row.whole.part(0, 0), piece)
                for column, piece in filled
                if column.kind in ("audience", "joining", "due") or (column.kind == "place" and not placed)
            )),
            (*([printed] if printed else []), *heads),
            around=Around(sessions=held),
            printed_number=number if counted else None,
        ),
        context,
    )


def _time_and_place(column: _Column, piece: Piece, year: int) -> list[tuple[_Column, Piece]]:
    """A cell that holds both: 9月15日9:30，会展中心."""
    if column.kind == "due" and not times.looks_like_time(piece.key):  # 现场报名 below 报名截止
        return [(replace(column, kind="joining"), piece)]
    if column.kind == "when" and (due := next(deadlines.within((piece,)), None)):
        return [(_Column("due"), due[0])]
    time = times.trimmed(piece, year) if column.kind == "when" else piece
    if time is piece:
        return [(column, piece)]
    return [(column, time), (_Column("place"), piece.part(len(time.key)).strip(",;()"))]


def _roles(roles: list[str], piece: Piece) -> list[tuple[str, Piece]]:
    """The bodies of a cell by role; two roles (主办/承办单位) part them by the same sign."""
    parts = piece.split("/")
    return list(zip(roles, parts, strict=True)) if len(roles) == len(parts) else [(roles[0], piece)]


def _credit(filled: list[tuple[_Column, Piece]], context: Context) -> responsible.Credit | None:
    """The roles by the heads of their columns; the line as printed names them."""
    mine = [(column, piece) for column, piece in filled if column.kind == "role"]
    if not mine:
        return None
    printed = "；".join(f"{column.head}：{piece.text}" for column, piece in mine)
    return responsible.assigned(
        [piece for _, piece in mine],
        [each for column, piece in mine for each in _roles(column.role.split("/"), piece)],
        printed,
        context.names,
    )
