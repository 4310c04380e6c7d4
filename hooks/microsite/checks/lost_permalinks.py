"""Published addresses that would be lost: which, and what to write so that they are not.

A former id is declared beside its record (``formerly``), an activity that is gone under
``withdrawn`` of its campaign. Everything else that has an address keeps its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..core import urls
from ..core.problems import Problem, nearest
from ..model.campaign import Campaign, Plan
from ..yamlfile.messages import Words
from . import downloads, identifiers, permalinks
from .ledger import Line
from .permalinks import BODIES, OF_ACTIVITIES, OF_DOCS, Names


def answered(plan: Plan, lines: Iterable[Line], paths: Iterable[str]) -> dict[str, str]:
    """Every address that the site of this plan answers at; ``paths`` are the pages of docs/."""
    known = permalinks.names(plan)
    published = {known.now(line.meaning) for line in lines}
    return {**permalinks.answers(plan, published, paths), **dict(downloads.answers(plan, published))}


def problems(plan: Plan, lines: Iterable[Line], paths: Iterable[str] | None) -> list[Problem]:
    """Every published address that would vanish or mean something else.

    A record that is gone is told once, whatever number of its addresses are lost. Without
    ``paths`` nothing is asked about what stands in docs/.
    """
    lines = [line for line in lines if paths is not None or line.kind not in OF_DOCS]
    if not lines:
        return []
    judge = _Judge(plan, answered(plan, lines, paths or ()), permalinks.names(plan))
    order = sorted(lines, key=lambda line: (not _is_own_page(line), line.mark))
    told = {problem.path: problem for line in reversed(order) for problem in judge.check(line)}
    rewritten = [] if told else identifiers.rewritten(plan.campaigns, lines)
    return [*(problem for _, problem in sorted(told.items())), *rewritten]


def _is_own_page(line: Line) -> bool:
    """A record is told where its own page stands in the ledger, not where a list leads to it."""
    return line.address.endswith("/") and not line.address.startswith(("a/", "embed/"))


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides what became of a published address; ``path`` of a problem is the lost record."""

    plan: Plan
    answered: Mapping[str, str]
    names: Names

    def check(self, line: Line) -> Iterator[Problem]:
        meant = self.names.now(line.meaning)
        now = self.answered.get(line.address)
        if now == meant:
            return
        kind, _, key = meant.partition(" ")
        if now is None or self._is_gone(kind, key.split("/")):
            yield from self._lost(line, kind, key)
        else:
            yield _changed(line, meant, now)

    def _is_gone(self, kind: str, ids: list[str]) -> bool:
        """The record itself is unknown: that its addresses mean something else now is the lesser news."""
        if kind == "organisation":
            return ids[0] not in self.names.organisations
        if kind in ("home", "organisations", *OF_DOCS) or ids[0] in ("", BODIES, *downloads.SHARED):
            return False
        known = ids[0] in self.names.campaigns
        if known and kind in ("activity", "embed", "calendar") and len(ids) > 1:
            return tuple(ids) not in self.names.activities and not self._is_withdrawn(ids)
        return not known

    def _is_withdrawn(self, ids: list[str]) -> bool:
        return ids[1] in {gone.id for gone in self._campaign(ids[0]).withdrawn}

    def _lost(self, line: Line, kind: str, key: str) -> Iterator[Problem]:
        first, *rest = key.split("/")
        if kind == "page":
            yield _gone(line, "page", id_=key)
        elif kind == "file":
            yield _gone(line, "attachment", urls.attachment("{}"), key, self._known(kind))
        elif kind == "organisation":
            yield self._lost_body(line, key)
        elif kind in downloads.KINDS and (body := self._lost_owner(kind, first, rest)):
            yield self._lost_body(line, body)
        elif first in ("", BODIES, *downloads.SHARED):
            yield _gone(line, "file")
        elif first not in self.names.campaigns:
            yield _gone(line, "campaign", urls.campaign("zh", "{}"), first, self._at_home(first, self.names.campaigns))
        elif kind in OF_ACTIVITIES and rest and not (kind == "change" and len(rest) == 1):
            yield from self._lost_in_activity(line, kind, self._campaign(first), rest)
        elif kind == "contact" and line.page in self.answered:
            return  # a line that is no longer public: the page remains
        elif kind in downloads.KINDS:
            yield _gone(line, "file")
        else:
            yield self._lost_place(line, kind, key)

    def _lost_in_activity(self, line: Line, kind: str, campaign: Campaign, rest: list[str]) -> Iterator[Problem]:
        if self._is_withdrawn([campaign.id, rest[0]]):
            return  # its page says so
        if (campaign.id, rest[0]) not in self.names.activities:
            known = [activity.id for activity in campaign.activities]
            yield _gone(line, "activity", urls.activity("zh", campaign.id, "{}"), rest[0], known, campaign.id)
        elif kind == "activity" and line.page.startswith("a/"):
            yield _gone(line, "code", line.page, line.page.split("/")[1], owner=f"{campaign.id}/{rest[0]}")
        elif kind in downloads.KINDS:
            yield _gone(line, "file")
        else:
            yield self._lost_place(line, kind, "/".join((campaign.id, *rest)))

    def _lost_body(self, line: Line, id_: str) -> Problem:
        return _gone(line, "body", urls.organisation("zh", "{}"), id_, self._at_home(id_, self.names.organisations))

    def _lost_place(self, line: Line, kind: str, key: str) -> Problem:
        owner, _, id_ = key.rpartition("/")
        if kind in ("change", "area"):
            return _gone(line, kind, id_=id_)
        siblings = [each.rpartition("/")[2] for each in self._known(kind) if each.rpartition("/")[0] == owner]
        return _gone(line, "place", f"{_page_of(kind, owner)}#{urls.anchor(kind, '{}')}", id_, siblings)

    def _lost_owner(self, kind: str, first: str, rest: list[str]) -> str:
        """The body that a file belongs to, if it is unknown."""
        is_of_body = first == BODIES or (kind == "vcard" and rest != [downloads.ALL])
        return rest[0] if is_of_body and rest and rest[0] not in self.names.organisations else ""

    def _campaign(self, id_: str) -> Campaign:
        return next(campaign for campaign in self.plan.campaigns if campaign.id == id_)

    def _at_home(self, id_: str, known: Iterable[str]) -> list[str]:
        """Those of the same region by their ids: what another region has is never what was meant."""
        home = max((each for each in self.plan.regions if f"{id_}-".startswith(f"{each}-")), key=len, default="")
        return [each for each in known if f"{each}-".startswith(home and f"{home}-")] if home or len(self.plan.regions) == 1 else []

    def _known(self, kind: str) -> list[str]:
        meanings = (meaning.partition(" ") for meaning in self.answered.values())
        return [key for each, _, key in meanings if each == kind]


_LOST = {
    "activity": Words(
        "这个地址公布过，现在没有这项活动了{near}。如果编号改了，请在这项活动里写 formerly: [{id}]；"
        "如果活动撤下了，请在 data/campaigns/{owner}.yml 的 withdrawn 里写明 id: {id} 和标题、日期、原因",
        "this address was published, but the activity is gone{near}. If its id was changed, write formerly: [{id}] "
        "beside the new one; if it was withdrawn, list id: {id} with title, date and reason under withdrawn "
        "in data/campaigns/{owner}.yml",
    ),
    "campaign": Words(
        "这个地址公布过，现在没有这个方案了{near}。如果编号改了，请在方案里写 formerly: [{id}]；否则请放回 data/campaigns/{id}.yml",
        "this address was published, but the campaign is gone{near}. If its id was changed, write formerly: [{id}] "
        "in its file; otherwise put data/campaigns/{id}.yml back",
    ),
    "body": Words(
        "这个地址公布过，现在没有这个单位了{near}。如果编号改了，或者单位并入了另一个，"
        "请在名册里那个单位下写 formerly: [{id}]；否则请放回名册",
        "this address was published, but the body is gone{near}. If its id was changed, or it became part of another "
        "body, write formerly: [{id}] beside that one in the register; otherwise put it back",
    ),
    "code": Words(
        "这个短地址公布过，属于活动“{owner}”；请在这项活动里写回 code: {id}",
        "this short address was published for “{owner}”; write code: {id} there again",
    ),
    "page": Words(
        "这个地址公布过，现在没有 docs/{id}.md 了；请放回这一页，内容可以改成说明去向",
        "this address was published, but docs/{id}.md is gone; restore the page; it can say where its content went",
    ),
    "attachment": Words(
        "这个附件公布过，现在没有 docs/{address} 了{near}；请放回去，内容可以换成新的",
        "this file was published, but docs/{address} is gone{near}; restore it; its content may be new",
    ),
    "change": Words(
        "这条更新公布过；updates 只能添加，请放回这一天的那一条，有错就再添一条更正",
        "this update was published; updates are only ever added: put that day’s entry back, and correct it with another one",
    ),
    "area": Words(
        "这个市县的场次公布过，现在 data/places 里没有编号“{id}”了；请放回去，没有场次也可以留着",
        "the sessions of this area were published, but data/places has no id “{id}” now; put it back, even if it has no sessions",
    ),
    "place": Words(
        "这个地址公布过，现在没有编号“{id}”了{near}。如果编号改了，或者并入了另一条，请在那一条里写 formerly: [{id}]；否则请放回",
        "this address was published, but the id “{id}” is gone{near}. If it was changed, or became part of another "
        "entry, write formerly: [{id}] in that entry; otherwise put it back",
    ),
    "file": Words(
        "这个文件的地址公布过，现在网站不再给出这个文件；有人订阅或链接着它，请恢复",
        "the address of this file was published, but the site no longer has the file; people subscribe or link to it, so restore it",
    ),
}
"""What is said of each kind of thing that is gone, in Chinese and English."""


def _gone(line: Line, kind: str, address: str = "", id_: str = "", known: Iterable[str] = (), owner: str = "") -> Problem:
    """What was published and is gone. ``address`` has ``{}`` for its id; the nearest of those that are ``known`` is named."""
    lost, near = (address or line.address).format(id_), nearest(id_, known)
    shown = address.format(near)
    said = (f"（最接近的现有地址是“{shown}”）", f" (the nearest present address is “{shown}”)") if near else ("", "")
    zh, en = (words.format(id=id_, owner=owner, address=lost, near=each) for words, each in zip(_LOST[kind], said, strict=True))
    return Problem(line.mark, lost, "address-lost", zh, en)


def _page_of(kind: str, owner: str) -> str:
    """The page that a place is told at, though it may have several."""
    campaign, _, activity = owner.partition("/")
    if kind == "part":
        return urls.activity("zh", campaign, activity)
    return urls.contacts("zh", campaign) if kind == "contact" else urls.plan("zh", campaign)


def _changed(line: Line, meant: str, now: str) -> Problem:
    what_zh, what_en = ("code", "code") if line.page.startswith("a/") else ("编号", "id")
    return Problem(
        line.mark,
        line.address,
        "address-changed",
        f"公布时的含义是“{meant}”，现在成了“{now}”；公布过的地址不能改作他用，请给“{now}”另起一个{what_zh}",
        f"was published as “{meant}” and would now be “{now}”; a published address cannot be reused; "
        f"give “{now}” another {what_en}",
    )
