"""Places, platforms and papers that an activity names beyond doubt: 依托老年大学, 进社区、进企业, 发放宣传手册."""

from __future__ import annotations

from collections.abc import Iterable

from . import tree
from .pieces import Match, Piece

_PLACE = r"[^,。;、“”()和]{1,14}?(?:大学|机构|中心|[^平]馆|大厅|网点|服务站|学校)"
_FORMS = {
    "platforms": (
        r"(?:依托|利用|通过|发挥|登录)(?P<names>(?:“[^“”]{2,14}”)?[^,。;、“”()]{0,16}平台)(?=作用|开展|推出|直播|[,。;]|$)",
    ),
    "venues": (
        rf"依托(?P<names>{_PLACE}(?:、{_PLACE})*)(?P<open>等)?(?=[,。;])",
        rf"在(?P<names>{_PLACE}(?:、{_PLACE})*)(?P<open>等)(?:场所|地方|地|处)",
    ),
    "reach": (
        r"(?P<names>进[^,。;、进()]{2,4}(?:、进[^,。;、进()等]{2,4})+)(?P<open>等)?",
        r"(?:深入|走进)(?P<names>[^,。;、“”()和]{2,5}(?:、[^,。;、“”()]{2,5}?)+)(?P<open>等)?(?=开展|宣传|宣讲|[,。;])",
    ),
    "materials": (r"(?:发放|张贴|派发)(?P<names>宣传[^,。;、“”()]{1,3})(?=[、,。;])",),
}


def lists(texts: Iterable[Piece]) -> list[tuple[str, tree.Items]]:
    """What is named, by the keys of an activity; each list is to be checked."""
    given = list(texts)
    made: list[tuple[str, tree.Items]] = []
    for key, forms in _FORMS.items():
        found = [match for text in given for form in forms for match in text.every(form)]
        made.append((key, _items(key, found)))
    return made


def _items(key: str, found: list[Match]) -> tree.Items:
    """The names of all places in the text, each once; open where the last list ends with 等."""
    names = [name for match in found for name in match["names"].split("、")]
    bare = [name.part(1) if key == "reach" and name.key.startswith("进") else name for name in names]
    distinct = {name.key: name for name in bare}
    if not distinct:
        return tree.Items(())
    values = [tree.of(name) for name in distinct.values()]
    last = found[-1].found.groupdict().get("open")
    open_ = [tree.Value("等", (found[-1]["open"],))] if last else []
    return tree.Items((*values, *open_), (tree.check(found[0]["names"], "取自正文"),))
