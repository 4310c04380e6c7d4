"""What still holds of an activity: without other years, what is done, and what was planned before it was changed or called off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .notice import times, tree
from .notice.pieces import Piece

_MOVED_TO = "(?:改|调整|变更|推迟|延期|提前)[至为到在于]"
_PERHAPS = "[如若凡]|(?<!因)遇|一旦|不足[0-9]|[的者时],|[雨雪风]天|节假?日|当[天日周]|第.{1,3}[场期次讲周]"
_DONE = (
    "(?:(?<!现)已(?:[在于有]|报名|举办|开展|覆盖|培训|累计|吸引|完成|经?结束)|(?:举[办行]|开展|召开)[过了]|吸引了|(?:参照|借鉴)[^,。;]*(?:做法|经验)|(?:急救|停车)点)"
)
_ELSE = "[^。;]*(?:其[余他]|照常)"


def of_this_year(texts: Iterable[Piece], year: int) -> Iterator[Piece]:
    """The texts without what they say of earlier years and of what is done: 参照2025年大赛（9月10日在市体育馆）, 已在12个社区开展."""
    earlier = "|".join(f"{each}年" for each in range(2000, year)) or "$^"
    past = rf"{times.EARLIER}|(?:参照|借鉴|延续)(?:{earlier})|(?:{earlier})[^。;]*?(?:该|覆盖|累计|以来|了(?!解)|吸引|因|的活动|今年)"
    again = rf",(?:今年|本[次届年]|{year}年|现|拟|将|定于|计划|[0-9]+月)"
    over = rf"{times.IF}[^。;]*|[^,。;()]*(?:{past})(?:(?!{again})[^。;])*"
    over += rf"|(?:{times.ASIDE})[^。]*|(?:[0-9月日]+,)?[^,。;()]*{_DONE}(?:[^,。;()]|\([^()]*\))*"
    for text in texts:
        yield from text.split(rf"(?:(?<=[,。;])|^)(?:{over})[,。;]?")


def as_planned(texts: tuple[Piece, ...], but: str = "$^") -> tuple[tuple[Piece, ...], tree.Value | None]:
    """The texts without what was planned first (原定于6月9日在甲馆举办), and the status of an event that is off, with all it says."""
    planned = "^原(?:定|计划|安排)?:.*$|原(?:定|计划)[于在]?[^,。;]*?(?=举[办行]|召开|开展|[,。;]|$)"
    planned += rf"|[由从](?:{times.RUN}){_MOVED_TO}"
    left = tuple(part for text in texts for part in ([text] if re.search(but, text.key) else text.split(planned)))
    event = "(?:讲座|活动|展览|培训|演出)"
    off = rf"(?:(?<=,)|(?<![^,。;])(?:该|本[场次]?)?{event}?[现已]+:?)(?:经研究)?(?:予以)?"
    off = rf"(?:{off}|^[0-9]+月[0-9]+日|因[^,。;0-9]{{1,14}}?)(?:取消|停办)|{event}取消"
    said, later = (_not_only_if(words, texts) for words in (off, "(?:因[^,。;0-9]{1,14}?|现|已)(?:延期|推迟)(?:举[办行])?"))
    status = tree.said("cancelled", tree.check(said)) if said else tree.said("postponed", tree.check(later)) if later else None
    return (texts if status else left), status


def with_former(when: tree.Value, texts: Iterable[Piece], year: int) -> tree.Value | tree.Record:
    """A time with the one that it replaces: 由6月15日14:00改至6月22日14:00."""
    moved = rf"(?:原(?:定|计划)[于在]?|[由从])(?P<was>{times.RUN})[^。;0-9]{{0,30}}?{_MOVED_TO}(?P<now>{times.RUN})"
    found = next((found for text in texts if (found := text.search(moved))), None)
    if not found or found["now"].text != when.text or not times.is_time(found["was"].text, year):
        return when
    return tree.record(("text", when), ("was", tree.copied(found["was"])))


def _not_only_if(words: str, texts: tuple[Piece, ...]) -> Piece | None:
    """Where the texts say of an event that it is off, not what if (如遇雨天，活动取消), nor on one day (当天活动取消，其余照常)."""
    found = ((each, text.key) for text in texts for each in text.every(f"(?:{words})(?=[,。;]|$)(?!{_ELSE})"))
    return next((each[0] for each, key in found if not re.search(f"(?:{_PERHAPS})[^。;:]*$", key[: each.start])), None)
