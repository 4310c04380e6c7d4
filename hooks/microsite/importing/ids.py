"""Proposals for ids, which somebody has to look at: they are typed once and stay in addresses for ever."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from functools import cache

import jieba  # type: ignore[import-untyped]
import pypinyin

from ..core.typography import content
from ..model import offices
from ..model.choices import RESERVED_ACTIVITY_IDS
from ..model.organisations import Region
from .notice import tree
from .notice.pieces import Piece

jieba.setLogLevel(logging.WARNING)  # it tells how long it took to load

_LONGEST = 32
_MOST_WORDS = 4
_EMPTY_WORDS = re.compile(
    r"^(?:举办|开展|组织|实施|推进|启动|深化|全民|全省|活动|系列|主题|专项|行动|工作|相关|和|与|的|及|等|第|届|年|20\d\d)$"
)
_KNOWN = {
    "加强组织领导": "leadership", "强化组织领导": "leadership", "创新方式方法": "methods", "丰富活动内容": "content",
    "强化宣传引导": "publicity", "突出宣传引导": "publicity", "加强宣传引导": "publicity", "坚持正确导向": "direction",
    "确保安全有序": "safety", "强化安全保障": "safety", "开展总结交流": "summary", "做好总结": "summary",
    "预热阶段": "warm-up", "启动阶段": "launch", "实施阶段": "implementation", "总结阶段": "summary", "准备阶段": "preparation",
    "集中开展阶段": "implementation",
}  # fmt: skip


_READ_SO = {
    "漯河": "luohe", "洪洞": "hongtong", "单县": "shanxian", "浚县": "xunxian", "郫都": "pidu", "筠连": "junlian",
    "珲春": "hunchun", "繁峙": "fanshi", "长清": "changqing", "长岛": "changdao", "长治": "changzhi", "大城": "daicheng",
    "朝阳": "chaoyang", "什邡": "shifang", "涡阳": "guoyang", "六合": "luhe", "宕昌": "tanchang",
}  # fmt: skip
"""Names of places that are read otherwise than their characters mostly are."""
CHECK_ID = "请核对：编号会进网址，现在可改，公布后不再改"


class Ids:
    """Ids that were proposed so far, so that none is proposed twice; one for each list of a file.

    ``place`` is the name of the region, which tells no activity from another.
    """

    def __init__(self, place: str = "") -> None:
        self._taken: set[str] = set(RESERVED_ACTIVITY_IDS)
        self._place = place

    def named(self, title: Piece, fallback: str) -> tree.Value:
        words = title.text if title else ""
        known = _KNOWN.get(title.key if title else "", "")
        own = rf"|{re.escape(self._place)}(?:省|市|自治区)?" if self._place else ""
        made = known or slug(re.sub(rf"^[举办开展]{{2}}|第[^届]{{1,3}}届{own}", "", words)) or fallback
        return tree.said(free(made, self._taken), CHECK_ID if known else f"{CHECK_ID}（这是拼音）")


def free(wanted: str, taken: set[str]) -> str:
    """The id itself, or with a number where it is taken; from now on it is."""
    made, count = wanted, 2
    while made in taken:
        made, count = f"{wanted}-{count}", count + 1
    taken.add(made)
    return made


def slug(words: str) -> str:
    """Pinyin of the words that tell it apart: 开展数字助老活动 is shuzi-zhulao.

    >>> slug("开展数字助老活动")
    'shuzi-zhulao'
    """
    made: list[str] = []
    for word in _tokenizer().cut(content(words)):
        if _EMPTY_WORDS.match(word):
            continue
        plain = re.sub(r"[^a-z0-9]", "", _read(word).lower())
        if plain and len("-".join([*made, plain])) <= _LONGEST and len(made) < _MOST_WORDS:
            made.append(plain)
    joined = "-".join(made)
    return joined if re.match(r"[a-z]", joined) and len(joined) > 1 else f"a-{joined}" if joined else ""


def _read(word: str) -> str:
    """The pinyin of a word, with the names of places in it: 漯河市 is luoheshi."""
    parts = re.split(f"({'|'.join(_READ_SO)})", word)
    return "".join(_READ_SO.get(each) or "".join(pypinyin.lazy_pinyin(each)) for each in parts)


@cache
def _tokenizer() -> jieba.Tokenizer:
    """Cuts Chinese into words. It would keep its dictionary in the common temporary folder, where it could be anybody's."""
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made


def of_body(short: str, region: str, registers: Iterable[Region], taken: set[str]) -> str:
    """An id for a body: the ending that another region's register has for the same office, else pinyin."""
    known = ((register.id, body) for register in registers for body in register.organisations if body.short.text == short)
    ending = next((body.id.removeprefix(f"{id_}-") for id_, body in known if body.id.startswith(f"{id_}-")), "")
    plain = re.sub(r"^[省市区](?:委(?!员)(?=.{2}))?", "", short)
    ending = ending or offices.IDS.get(plain) or offices.IDS.get(short) or slug(plain)
    return free(f"{region}-{ending or 'body'}", taken)
