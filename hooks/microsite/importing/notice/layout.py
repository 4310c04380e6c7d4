"""The parts of a notice by the customs of GB/T 9704: head, title, addressees, text, signatures, date, plan, imprint."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from . import contacts, outline, times
from .names import Names
from .pieces import PAPER, Paragraph, Piece, by_spaces

_TITLE = re.compile(
    rf"(?:.{{0,40}})关于.{{2,110}}的(?:{PAPER}|(?:实施|活动|工作)方案)(?:\([^()]*\))?|[^,。;:]{{6,40}}{PAPER}[及暨][^,。;:]{{2,12}}|(?:通知|函|通告|公告|启事|邀请函|倡议书?|预告)|(?!现将|根据)[^,。;:]{{6,50}}(?<!信){PAPER}(?:发布|公布)?(?:\([^()]*[年月期届][^()]*\))?"
)
NUMBER = r"[\u3400-\u9fff]{1,12}[〔\[(【]20[0-9]{2}[〕\])】](?:第)?[0-9]{1,4}号"
_NUMBER_LINE = re.compile(rf"\(?{NUMBER}\)?")
_PLAN_TITLE = re.compile(r"(?=.{6,80}$)(?:[^,。;:“]|“[^”]*”)+(?:方案|计划|安排|(?<=.{4}[动赛节周月日])策划书?)(?:\([^()]{1,12}\))?$")
_CASUAL = re.compile(
    r"(?=.*(?:活动|安排|讲座|培训|报名|预告|课程|招募|开放|来了|[来班课]啦|开幕|启幕|【|[|丨]))"
    r"(?!.*[。;:])[^。;:,]{8,48}(?:,[^,]{2,14}[!~]?)?"
)
_DATE = (
    r"(?:20[0-9]{2}|二[〇零○][一二三四五六七八九〇零○]{2})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日"
)
_IMPRINT = re.compile(rf"{_DATE}印发$")
_LIST_BEGINS = re.compile(r"附件?(?:说明)?(?::(?:(?P<number>[0-9]{1,2})[.、])?.*|(?P<named>1):.+)")
_LISTED = re.compile(r"(?:附件)?(?P<number>[0-9]{1,2})[.、:].+")
_HEADING = re.compile(r"附件?[0-9一二三四五六七八九十]{0,3}:?")
_LISTED_ABOVE = re.compile(r"[一二三四五六七八][、.](?:主要|重点|系列)?(?:活动|项目)(?:内容|安排|项目|设置)(?:[及与和][^,。;:]{2,6})?")
_REAR = re.compile(r"附件[0-9一二三四五六七八九十]{1,3}(?::.*)?|附件?:?|(?:抄送|抄报|分送|主题词):.*")
_ASSIGNED = re.compile(r"牵头|分工负责|责任单位")


class Layout(NamedTuple):
    """The parts of a notice; each paragraph is in exactly one of them, but for a title within quotation marks.

    ``text`` is the covering notice, ``before`` and ``sections`` are what it issues (or the notice itself, where it issues nothing).
    ``contacts`` are the lines that name persons and telephones.
    """

    head: tuple[Piece, ...]
    title: Piece | None
    addressees: Piece | None
    text: tuple[Piece, ...]
    contacts: tuple[Paragraph, ...]
    signatures: tuple[Piece, ...]
    signed: Piece | None
    attachments: tuple[Piece, ...]
    plan_title: Piece | None
    before: tuple[Piece, ...]
    sections: tuple[outline.Section, ...]
    imprint: Piece | None
    tables: tuple[Paragraph, ...]

    @property
    def intro(self) -> tuple[Piece, ...]:
        """All that is said before the first clause."""
        return (*self.text, *self.before)

    def clause_above(self, row: Paragraph) -> outline.Section | None:
        """The last clause that begins above a row or a line."""
        return [None, *(each for each in outline.walk(self.sections) if each.ordinal.paragraph.number < row.number)][-1]


_EMPTY = Layout((), None, None, (), (), (), None, (), None, (), (), None, ())


def read_layout(paragraphs: tuple[Paragraph, ...], names: Names) -> Layout:
    """Take a notice apart."""
    people = contacts.paragraphs(paragraphs)
    tables = tuple(each for each in paragraphs if each.cells and each not in people)
    imprint = next((each for each in reversed(paragraphs) if _IMPRINT.search(each.key)), None)
    sent_to = r"\(此件(?:[^()]|\([^()]*\)){2,40}\)"
    text = [each for each in paragraphs if each not in (*people, *tables, imprint) and not re.fullmatch(sent_to, each.key)]
    listed = _attachments(text)
    left = [each for each in text if each not in listed]
    head, title, cover, plan = _divided(left)
    plan_title, plan = _plan_title(plan)
    plan = _without_rear(plan)
    closing = _closing_roles(plan)
    plan = [each for each in plan if each not in closing]
    ending = _at_the_end(plan, names)
    before, sections = outline.sections(each for each in plan if each not in ending)
    signing = _signing(cover, names)
    if cover and title and _forwarded(left, left.index(title)) >= 0:  # what is forwarded has signatures of its own
        cover, asked = _asked([each for each in cover if each not in signing])
        before, sections = (*before, *(each.whole for each in ending)), (*sections, *asked)
    else:
        signing += ending
        if plan_title is not None:  # 提出如下要求, and clauses of its own before the plan
            cover, asked = _asked([each for each in cover if each not in signing])
            sections = (*sections, *asked)
    numbered = title.whole.search(rf"^{NUMBER}|\({NUMBER}\)$") if title else None
    bare = title.whole.without(re.escape(numbered[0].key)) if title and numbered else title.whole if title else None
    made = _EMPTY._replace(
        head=(*(each.whole for each in head), *([numbered[0]] if numbered else [])),
        title=bare,
        contacts=people,
        attachments=tuple(each.whole for each in listed),
        plan_title=plan_title,
        before=(*before, *(each.whole for each in closing)),
        sections=sections,
        imprint=imprint.whole if imprint else None,
        tables=tables,
    )
    return _with_cover(made, [each for each in cover if each not in signing], signing)


def _divided(
    left: list[Paragraph],
) -> tuple[list[Paragraph], Paragraph | None, list[Paragraph], list[Paragraph]]:
    """Head, title, covering notice and plan; without a covering notice all but the head is the plan."""
    title = next((at for at, each in enumerate(left) if _TITLE.fullmatch(each.key)), -1)
    start = _plan_starts(left, title)
    if title < 0 and start < 0 and left and _CASUAL.fullmatch(left[0].key):
        title, start = 0, _plan_starts(left, 0)
    to = next((each for each in left[start + 1 :] if not re.fullmatch(r"\(.*\)", each.key)), None)
    if title < 0 <= start and to and re.match("(?:各|全|尊敬|亲爱|广大)[^。]*:$", to.key):  # a plan that is a letter
        return left[:start], None, [to], [each for each in left[start:] if each is not to]
    if title < 0:
        first = start if start >= 0 else outline.first(left) % max(len(left), 1)
        return left[:first], None, [], left[first:]
    start = start if start >= 0 else title + 1 + outline.first(left[title + 1 :])  # a notice that is its own plan begins with its clauses
    cover, plan = left[title + 1 : start], left[start:]
    below = [each for each in cover[:2] if _NUMBER_LINE.fullmatch(each.key)]
    return [*left[:title], *below], left[title], [each for each in cover if each not in below], plan


def _with_cover(made: Layout, cover: list[Paragraph], signing: list[Paragraph]) -> Layout:
    """The covering notice in its parts."""
    addressees = cover[0].whole if cover and _is_addressees(cover[0].key) else None
    rest = [each.whole for each in cover[1 if addressees else 0 :]]
    headings = [each for each in rest if _HEADING.fullmatch(each.key)]
    dates = [found[0] for each in signing if (found := each.whole.search(_DATE))]
    return made._replace(
        addressees=addressees,
        text=tuple(each for each in rest if each not in headings),
        signatures=tuple(part for each in signing if (part := _without_date(each.whole))),
        signed=dates[-1] if dates else None,
        attachments=(*made.attachments, *headings),
    )


def _plan_starts(left: list[Paragraph], title: int) -> int:
    """The line that is the plan's title: after the notice, and alone in its line."""
    if (forwarded := _forwarded(left, title)) >= 0:
        return forwarded
    for at in range(title + 1, len(left)):
        key = left[at].key
        attached = _HEADING.fullmatch(left[at - 1].key) and not key.endswith("方案")
        if attached and not re.search("活动|计划|日程|课程|讲座|场次|任务|分工|赛(?!区)|[展节月周]", key):
            continue  # 附件2 / 赛区设置及工种安排
        if attached and any(_LISTED_ABOVE.fullmatch(each.key) for each in left[title + 1 : at]):
            return -1  # the notice says itself what is on: 附件 / 各区义诊咨询安排
        if _PLAN_TITLE.fullmatch(key) and not outline.ordinal(left[at].whole) and not key.startswith("附"):
            return at
    return -1


def _forwarded(left: list[Paragraph], title: int) -> int:
    """The first line below the date of a notice that forwards another one, where that stands below with its own title."""
    if title < 0 or "转发" not in left[title].key:
        return -1
    dated = (at + 1 for at in range(title + 1, len(left)) if re.fullmatch(rf"\(?{_DATE}\)?", left[at].key))
    return next((at for at in dated if any(_TITLE.fullmatch(each.key) for each in left[at : at + 3])), -1)


def _asked(cover: list[Paragraph]) -> tuple[list[Paragraph], tuple[outline.Section, ...]]:
    """A covering notice before its first clause, and its clauses below what it calls them: 提出以下要求."""
    first = outline.first(cover)
    clauses = outline.sections(cover[first:])[1]
    called = next((found[0] for each in cover[:first] if (found := each.whole.search("要求|意见(?=[,:。])"))), None)
    if called is None or not clauses:
        return cover[:first], clauses
    nothing = called.part(0, 0)
    return cover[:first], (outline.Section(1, 1, nothing, called, nothing, (), clauses),)


def _plan_title(plan: list[Paragraph]) -> tuple[Piece | None, list[Paragraph]]:
    if plan and _PLAN_TITLE.fullmatch(plan[0].key) and not outline.ordinal(plan[0].whole):
        return plan[0].whole, plan[1:]
    return None, plan


def _is_addressees(key: str) -> bool:
    return key.endswith(":") and len(key) < 600 and not re.search(r"。|^[0-9]|如下:$|^联系|^附件?|^为|^根据|现将", key)


def _attachments(text: list[Paragraph]) -> list[Paragraph]:
    """附件：1. … 2. …, over as many lines as go on counting; it may stand above the signatures.

    Below the date of a notice short lines behind 附件： are the list, however it is broken: 附件： 1. 报名表.
    """
    found: list[Paragraph] = []
    count: int | None = None
    for at, each in enumerate(text):
        below = re.fullmatch("附件?:?", each.key) and at and re.search(rf"{_DATE}\)?$", text[at - 1].key)
        rear = [each, *takewhile(lambda line: not _REAR.fullmatch(line.key), text[at + 1 :])] if below else []
        if 1 < len(rear) < 12 and all(len(line.key) < 40 and not _PLAN_TITLE.fullmatch(line.key) for line in rear):
            return [*found, *rear]
        begins, goes_on = _LIST_BEGINS.fullmatch(each.key), _LISTED.fullmatch(each.key)
        if begins and (not re.fullmatch("附件?:?", each.key) or (at + 1 < len(text) and _LISTED.fullmatch(text[at + 1].key))):
            count = int(begins["number"] or begins["named"] or 0)
        elif count is not None and goes_on and int(goes_on["number"]) == count + 1:
            count += 1
        else:
            count = None
            continue
        found.append(each)
    return found


def _without_rear(plan: list[Paragraph]) -> list[Paragraph]:
    """The plan without what is attached below its clauses and without 抄送; these belong to no clause.

    An attachment that says who is responsible for what is read as a part of the plan.
    """
    rear = next((at for at in range(outline.first(plan), len(plan)) if _REAR.fullmatch(plan[at].key)), len(plan))
    return plan if any(_ASSIGNED.search(each.key) for each in plan[rear:]) else plan[:rear]


def _closing_roles(plan: list[Paragraph]) -> list[Paragraph]:
    """主办单位：… below everything, where no other line says who holds it: it is said of the whole."""
    held = [each for each in plan if re.match(r"(?:指导|主办|承办|协办|支持)(?:单位)?:", each.key)]
    above, last = plan[: len(plan) - len(held)][-1:], plan[len(plan) - len(held) :]
    headed = not above or above[0].key.endswith("单位")
    return held if held and held == last and not headed and len({each.key[:2] for each in held}) == len(held) else []


def _signing(paragraphs: list[Paragraph], names: Names) -> list[Paragraph]:
    """Lines of bodies, and the date below them, from the last one up; a body's name may be broken in two."""
    made: list[Paragraph] = []
    dated = False
    for at in reversed(range(len(paragraphs))):
        each, below = paragraphs[at], paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        dates = re.search(rf"{_DATE}\)?$", each.key) is not None
        if times.hours(each.whole) or (below is not None and below not in made and (dated or not dates)):
            continue  # bodies further above, and without a date, are said in the text: 主办单位：甲, and 乙 below it
        alone = _without_date(each.whole)
        above = below is not None and below in made and outline.ordinal(each.whole) is None
        named = alone and (names.is_body(alone.key) or (above and names.in_a_role(alone.key)))
        if named or re.fullmatch(rf"\(?{_DATE}\)?", each.key) or len(bodies_in_line(each.whole, names, above)) > 1:
            made.append(each)
            dated = dated or dates
        elif below is not None and _broken_name(each, below, names):
            made += [each] if above else [below, each]
    return made[::-1]


def _at_the_end(plan: list[Paragraph], names: Names) -> list[Paragraph]:
    """Signatures and date below a notice that is its own plan; lines of bodies within it are no signatures.

    What stands below these is attached: a form to send back.
    """
    signing = {each.number for each in _signing(plan, names)}
    dates = [at for at, each in enumerate(plan) if each.number in signing and re.fullmatch(rf"\(?{_DATE}\)?", each.key)]
    last = len(plan) - 1
    if dates and last not in dates and plan[dates[-1] - 1].number in signing:
        last = dates[-1]
    return [*takewhile(lambda each: each.number in signing, reversed(plan[: last + 1]))][::-1]


def bodies_in_line(piece: Piece, names: Names, signs: bool = False) -> list[Piece]:
    """Several names in one line, with spaces between them; nothing where one of them is no name.

    ``signs``: a line above a date, where names may be without their place (党委宣传部 学工部).
    """
    for size in (2, 1):
        parts = by_spaces(piece, size)
        named = all(len(each.key) > 3 - signs and names.in_a_role(each.key) for each in parts)
        if len(parts) > 1 and named and (signs or names.is_body(parts[0].key)):
            return parts
    return []


def _broken_name(first: Paragraph, second: Paragraph, names: Names) -> bool:
    """A long name in two lines: the second one goes on and is no name of its own."""
    if len(first.key) > 24 or len(second.key) > 16 or names.is_body(first.key):
        return False
    own = (names.region, names.place) if names.region else ()
    if second.key.startswith(("各", "省", "市", "中共", "共青团", *own)):
        return False
    return not re.search(r"[,。;:、]", first.key + second.key) and names.is_body(first.key + second.key)


def _without_date(piece: Piece) -> Piece:
    found = piece.search(rf"(?:{_DATE}|\((?:代章|盖章|公章|印章?|章)\))$")
    return piece.part(0, found.start) if found else piece
