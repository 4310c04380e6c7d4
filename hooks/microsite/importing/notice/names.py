"""Names of bodies: what is one, which short name belongs to which full name, and of which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...core.typography import spelling
from ...model.offices import kind_of, lengthened, shortened
from ...model.organisations import Region
from .pieces import Piece, by_spaces

_END = (
    r"(?:厅|局|委|办|会|院|校|联|署|团|社|总队|中心|办公室|委员会|联合会|公司|集团|学院|大学|党校|妇联|科协|残联|银行|网"
    r"|[分支]行|海关|工会|部|省委|市委|县委|区委|政府|办事处|领导小组|馆|剧院|中学|小学|学校|幼儿园|学会|委员会|校区|组委会|报社|[日晚]报|气象台"
    r"|电视台|医院|基地|[大支]队|商会|促进会|俱乐部|青少年宫|社区|站|派出所|街道|联盟|工作室|[医师高幼农职]专|(?<=团)中央|总支)(?:\([^()]{1,16}\))?"
)
_AREA = re.compile(
    r"(?:省|市|县|区|州|旗|镇|乡|街道|校|自治区|中共|共青团|团[省市县区校]委|国家|中国|中央)"
    r"|[\u3400-\u9fff]{1,8}?(?:省|市|县|区|州|旗|镇|乡|街道|大学|学院|中学|小学|学校)(?!的)"
    r"|(?:全国|九三|民[盟革建进]|农工|致公|外交|教育|科技|科学技术|公安|民政|司法|财政|水利|商务|自然资源|生态环境|工业和信息化|交通运输|农业农村|应急管理|文化和旅游"
    r"|人力资源(?:和)?社会保障|住房(?:和)?城乡建设|退役军人事务)(?=.*[部会社]$)"
)
_BODY = re.compile(rf"(?:中共|中国|共青团|国家)?[\u3400-\u9fff]{{1,28}}?(?:“[\u3400-\u9fff·]{{2,12}}”[\u3400-\u9fff]{{0,6}})?{_END}")
_NOT_A_BODY = re.compile(
    r"(?:[主承协联举]办|讨论会|大会|论坛会|培训会|提升月|活动|方案|通知|工作|培训|机会|社会|宣传|建设|负责人|会议室|教室|报告厅|办公厅室|排队)$|的|和$"
    r"|^(?:各|关于|组织|开展|举办|请|由|在|到|全|本|学校组织|不得|参照|未经)|(?:[省市县区]级|[省市县区]直)"
)
_APART = r"(?<=..),?会同(?=..)|(?<!^[一二三四五六七八九])(?<![、,][一二三四五六七八九])[、,;](?![^(〔]*[)〕])|以及(?=[省市])"
"""Between the names of a list; 一、二年级组 is one."""


@dataclass(frozen=True, slots=True)
class Names:
    """How bodies of one region are called.

    ``region`` is its full name (江西省); ``register`` its register, where there is one. ``events`` are names that
    a line beside a telephone may bear, and that are no bodies.
    """

    region: str
    register: Region | None = None
    events: frozenset[str] = frozenset()

    @property
    def is_place(self) -> bool:
        """Whether the plan is of an area; else of a school or a company, whose own parts bear no level (学生工作部)."""
        return not self.region or bool(re.search("(?:[省市县区州旗镇乡村]|街道|社区)$", self.region))

    @property
    def level(self) -> str:
        """The sign that stands for the region in short names: 省, 市, 区; 校 in those of a school."""
        if not self.is_place:
            return "校"
        return "街道" if self.region.endswith("街道") else self.region[-1:] or "省"

    @property
    def place(self) -> str:
        """The region without its kind: 江西."""
        return re.sub(r"(?:壮族|回族|维吾尔)?自治区$|(?<=..)(?:[省市县区镇乡州]|街道)$", "", self.region)

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
        return key.startswith((self.region or "省", self.place or "省")) or bool(_AREA.match(key))

    def in_a_role(self, name: str) -> bool:
        """Whether words behind 承办单位： are a body, which may be called without its place (图书馆)."""
        bare = re.sub(r"^“[\u3400-\u9fff]{2,8}”(?=..)|12[0-9]{3}", "", name)  # “小橘灯”志愿服务队, 市12345热线中心
        plain = 1 < len(name) <= 30 and not re.search(r"[的,。;:“”〈〉0-9]|排队$|^各|^每|^有关|^相关|^其他", bare)
        house = "(?:团委|超市|影[城院]|书城|酒店|商场|画廊|移动|电信|联通)$"
        return self.is_body(name) or (plain and bool(re.search(rf"{_END}$|{house}|[处科股室系组所站队宫园厂库区村镇乡店协]$", name)))

    def body_and_office(self, piece: Piece) -> tuple[Piece | None, Piece | None]:
        """省委网信办 and 综合处 in 省委网信办综合处; the longest body that leaves an office or nothing."""
        if self.is_body(piece.key):
            return piece, None
        for cut in range(len(piece.key) - 2, 2, -1):
            rest = piece.key[cut:]
            if self.is_body(piece.key[:cut]) and re.fullmatch(r".{1,14}(?:处|科|室|中心|办公室|办|部)", rest):
                return piece.part(0, cut), piece.part(cut)
        return None, None

    def same(self, name: str) -> str:
        """One spelling for all names of a body: 云岭省人力资源和社会保障厅 and 省人社厅 give 省人社厅.

        >>> Names("云岭省").same("中共云岭省委网络安全和信息化委员会办公室")
        '省委网信办'
        """
        if self.register is not None and (found := self.register.find(name)):
            return f"={found.id}"
        key = self.short(name)
        for body in self.register.organisations if self.register is not None else ():
            if key in map(self.short, (body.name.text, body.short.text, *body.aliases)):
                return f"={body.id}"
        return key

    def short(self, name: str) -> str:
        """A name as the body of a notice calls it: 云岭省教育厅 is 省教育厅; by rule alone, whatever the register has."""
        key = re.sub(r"\(.*?\)$", "", spelling(name)).removeprefix("中共")
        if not self.is_place:
            return re.sub(rf"^共青团{re.escape(self.region)}委员会$", "校团委", key).removeprefix(self.region) or key
        key = re.sub(rf"^{re.escape(self.region)}", self.level, key) if self.region else key
        key = re.sub(rf"^{re.escape(self.place)}(?=[^省市县区镇乡州街])", self.level, key) if self.place else key
        key = re.sub(rf"^共青团(?:{re.escape(self.region)}|{self.level})委(?:员会)?", f"团{self.level}委", key)
        return re.sub(rf"^{self.level}委{self.level}委", f"{self.level}委", shortened(key))

    def full(self, name: str) -> str:
        """The full name that a short one most likely stands for.

        >>> Names("云岭省").full("省人社厅")
        '云岭省人力资源和社会保障厅'
        """
        key = spelling(name).replace("(", "（").replace(")", "）")
        if not self.is_place:
            own = key.startswith(self.region) or (self.is_body(key) and not key.startswith("校"))
            return f"共青团{self.region}委员会" if re.fullmatch("校?团委", key) else key if own else self.region + re.sub("^学?校", "", key)
        if key.startswith(f"{self.region}委"):
            key = f"中共{key}"
        if key.startswith(("中共", "中国", "国家", "共青团", self.region)):
            return lengthened(key)
        if re.fullmatch("团[省市县区]委", key):
            return f"共青团{self.region}委员会"
        if key.startswith(self.level):
            rest = key.removeprefix(self.level)
            party = "中共" if rest.startswith("委") and kind_of(key) in ("party", "party_school") else ""
            return lengthened(f"{party}{self.region}{rest}")
        return lengthened(key)

    def listed(self, piece: Piece) -> list[Piece]:
        """The names in a list, taken apart; 和 and 及 only where both sides are names."""
        parts: list[Piece] = []
        for part in piece.split(_APART):
            words = by_spaces(part, 1)  # 省文化馆 市文化馆
            least = 2 if len(words) > 2 else 3
            apart = all(len(each.key) >= least and self.in_a_role(each.key) for each in words)  # 图书馆 院团委 宣传部
            parts += words if apart else by_spaces(part)
        made: list[Piece] = []
        for part in parts:
            made += self._at_and(part)
        return made

    def _at_and(self, part: Piece) -> list[Piece]:
        if self.known(part.key):
            return [part]
        for found in part.every(r"[和及与]"):
            left, right = part.part(0, found.start), part.part(found.end)
            called = all(len(each.key) > 3 and self.in_a_role(each.key) for each in (left, right))  # 碳管理专业委员会和青禾公司
            both = called or (self.is_body(left.key) and self.is_body(right.key))
            if both or (self.in_a_role(left.key) and right.key.startswith("各")):
                return [left, right]
        return [part]


def twice(names: Iterable[str]) -> list[str]:
    """Each spelling once, in order."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(spelling(name), name)
    return list(seen.values())
