"""Names of bodies: what is one, which short name belongs to which full name, and of which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.organisations import Region, spelling
from .pieces import Piece

# Long forms and the short ones in use, longest first. Both are common knowledge of how offices are called.
_SHORT = (
    ("网络安全和信息化委员会办公室", "网信办"), ("网络安全和信息化领导小组办公室", "网信办"),
    ("网络安全和信息化委员会", "网信委"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"),
    ("国有资产监督管理委员会", "国资委"), ("社会科学界联合会", "社科联"), ("文学艺术界联合会", "文联"),
    ("卫生健康委员会", "卫健委"), ("卫生健康委", "卫健委"), ("发展和改革委员会", "发改委"), ("发展改革委", "发改委"),
    ("工业和信息化", "工信"), ("科学技术协会", "科协"), ("残疾人联合会", "残联"), ("工商业联合会", "工商联"),
    ("社会科学院", "社科院"), ("文化和旅游", "文旅"), ("住房和城乡建设", "住建"), ("市场监督管理", "市场监管"),
    ("广播电视局", "广电局"), ("妇女联合会", "妇联"), ("科学技术", "科技"), ("归国华侨联合会", "侨联"),
    ("中国人民银行", "人民银行"), ("机构编制委员会办公室", "编办"), ("委员会党校", "委党校"),
)  # fmt: skip
_LONG = (
    ("网信办", "网络安全和信息化委员会办公室"), ("工信厅", "工业和信息化厅"), ("工信局", "工业和信息化局"),
    ("人社厅", "人力资源和社会保障厅"), ("人社局", "人力资源和社会保障局"), ("科技厅", "科学技术厅"),
    ("科技局", "科学技术局"), ("文旅厅", "文化和旅游厅"), ("卫健委", "卫生健康委员会"), ("卫生健康委", "卫生健康委员会"),
    ("国资委", "国有资产监督管理委员会"), ("发改委", "发展和改革委员会"), ("妇联", "妇女联合会"),
    ("科协", "科学技术协会"), ("残联", "残疾人联合会"), ("社科院", "社会科学院"), ("社科联", "社会科学界联合会"),
    ("文联", "文学艺术界联合会"), ("工商联", "工商业联合会"), ("广电局", "广播电视局"), ("住建厅", "住房和城乡建设厅"),
    ("市场监管局", "市场监督管理局"),
)  # fmt: skip

_END = (
    r"(?:厅|局|委|办|会|院|校|联|署|团|社|总队|中心|办公室|委员会|联合会|公司|集团|学院|大学|党校|妇联|科协|残联|银行|网"
    r"|分行|海关|工会|部|省委|市委)(?:\([^()]{2,16}\))?"
)
_BODY = re.compile(rf"(?:中共|中国|共青团|国家)?[\u3400-\u9fff]{{1,28}}?{_END}")
_NOT_A_BODY = re.compile(
    r"(?:讨论会|大会|论坛会|培训会|提升月|活动|方案|通知|工作|培训|机会|社会|宣传|建设)$|的|和$|^各"
)

_KINDS = (
    ("school", r"党校|行政学院|大学|学院$"),
    ("academy", r"社科院|社会科学院|科学院|研究院"),
    ("mass", r"总工会|妇联|科协|科学技术协会|残联|联合会|团省委|团市委|共青团|文联|工商联|侨联|社科联|红十字会"),
    ("central", r"通信管理局|税务局|气象局|海关|邮政管理局|地震局|监管局$(?<!市场监管局)|证监局|人民银行|调查总队|管制局"),
    ("media", r"日报|报社|广播电视台|电视台|新闻网|传媒|出版集团|报业"),
    ("party", r"省委|市委|区委|县委|自治区党委|网信办|网信委|纪委"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """How bodies of one region are called.

    ``region`` is its full name (江西省); ``register`` its register, where there is one.
    """

    region: str
    register: Region | None = None

    @property
    def level(self) -> str:
        """The sign that stands for the region in short names: 省, 市, 区."""
        return "区" if self.region.endswith("自治区") else self.region[-1:] or "省"

    @property
    def place(self) -> str:
        """The region without its kind: 江西."""
        return re.sub(r"(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", self.region)

    def known(self, name: str) -> bool:
        return self.register is not None and self.register.find(name) is not None

    def is_body(self, name: str) -> bool:
        """Whether words can be the name of a body.

        >>> names = Names("云岭省")
        >>> names.is_body("省教育厅"), names.is_body("云岭省妇女联合会"), names.is_body("数字技能大会")
        (True, True, False)
        """
        key = spelling(name)
        if self.known(key):
            return True
        if (
            not _BODY.fullmatch(key)
            or _NOT_A_BODY.search(key)
            or (self.region and key.count(self.region) > 1)
        ):
            return False
        starts = (
            "省",
            "市",
            "自治区",
            "区",
            "中共",
            "共青团",
            "团省委",
            "团市委",
            "国家",
            "中国",
            "中央",
            self.region,
            self.place,
        )
        return key.startswith(starts)

    def same(self, name: str) -> str:
        """One spelling for all names of a body: 云岭省人力资源和社会保障厅 and 省人社厅 give 省人社厅.

        >>> Names("云岭省").same("中共云岭省委网络安全和信息化委员会办公室")
        '省委网信办'
        """
        if self.register is not None and (found := self.register.find(name)):
            return f"={found.id}"
        key = self._even(name)
        return next((f"={id_}" for id_, spellings in self._registered() if key in spellings), key)

    def _registered(self) -> Iterator[tuple[str, set[str]]]:
        for body in self.register.organisations if self.register is not None else ():
            yield body.id, {self._even(each) for each in (body.name.text, body.short.text, *body.aliases)}

    def _even(self, name: str) -> str:
        """A name by rule alone, whatever the register has."""
        key = re.sub(r"\(.*?\)$", "", spelling(name)).removeprefix("中共")
        key = re.sub(rf"^{re.escape(self.region)}", self.level, key) if self.region else key
        key = re.sub(rf"^{re.escape(self.place)}(?=[^省市])", self.level, key) if self.place else key
        key = re.sub(
            rf"^共青团(?:{re.escape(self.region)}|{self.level})委(?:员会)?", f"团{self.level}委", key
        )
        for long, short in _SHORT:
            key = key.replace(long, short)
        return re.sub(rf"^{self.level}委{self.level}委", f"{self.level}委", key)

    def full(self, name: str) -> str:
        """The full name that a short one most likely stands for.

        >>> Names("云岭省").full("省人社厅")
        '云岭省人力资源和社会保障厅'
        """
        key = spelling(name).replace("(", "（").replace(")", "）")
        if key.startswith(f"{self.region}委"):
            key = f"中共{key}"
        if key.startswith(("中共", "中国", "国家", "共青团", self.region)):
            return _lengthened(key)
        if key in ("团省委", "团市委"):
            return f"共青团{self.region}委员会"
        if key.startswith(self.level):
            rest = key.removeprefix(self.level)
            party = "中共" if rest.startswith("委") and kind_of(key) in ("party", "school") else ""
            return _lengthened(f"{party}{self.region}{rest}")
        return _lengthened(key)

    def short(self, name: str) -> str:
        """A full name as the body of a notice calls it: 云岭省教育厅 is 省教育厅."""
        return self._even(name)

    def listed(self, piece: Piece) -> list[Piece]:
        """The names in a list, taken apart; 和 and 及 only where both sides are names."""
        parts = piece.split(r"[、,;]|以及(?=[省市])")
        made: list[Piece] = []
        for part in parts:
            made += self._at_and(part)
        return made

    def _at_and(self, part: Piece) -> list[Piece]:
        if self.known(part.key):
            return [part]
        for found in part.every(r"[和及与]"):
            left, right = part.part(0, found.start), part.part(found.end)
            if self.is_body(left.key) and self.is_body(right.key):
                return [left, right]
        return [part]


def _lengthened(name: str) -> str:
    for short, long in _LONG:
        if name.endswith(short):
            return name.removesuffix(short) + long
    return name


def kind_of(name: str) -> str:
    """The kind of a body as far as its name tells.

    >>> [kind_of(name) for name in ("省委网信办", "省教育厅", "省妇联", "省委党校", "省通信管理局")]
    ['party', 'government', 'mass', 'school', 'central']
    """
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), "government")


def twice(names: Iterable[str]) -> list[str]:
    """Each spelling once, in order."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(spelling(name), name)
    return list(seen.values())
