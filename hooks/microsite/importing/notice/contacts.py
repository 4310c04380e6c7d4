"""Whom to call, wherever a notice says so: line by line, in a row, in a table, within a sentence, over several lines.

A contact begins with a body or a name behind the telephones of another one; telephones, faxes and mailboxes that follow
belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ...checks import personal_data
from . import labels, tree
from .names import Names
from .pieces import NUMBERED, Paragraph, Piece

_LANDLINE = r"(?:(?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[-—~]*)?[2-9][0-9]{6,7}(?:(?:转|-)[0-9]{1,5})?|[48]00-?[0-9]{3,4}-?[0-9]{3,4}"
_MOBILE = r"1[3-9][0-9](?:-?[0-9]{4}){2}"
_HALVES = "(?<=电话:)[2-9][0-9]{2,3}-[0-9]{4}"
"""电话：8555-5513, a number in two halves, which elsewhere may be two years or a sum."""
PHONE = rf"(?<![0-9A-Za-z])(?:{_MOBILE}|{_LANDLINE}|{_HALVES})(?![0-9]|@|”?已?(?:有误|错误|停用|为空号))"
_EXTENSION = "(?<=[0-9]{7})[转-][0-9]{1,5}$"
_MAILBOX = r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_FAX = r"(?:电?传真|传真(?:电话|号码))"
_ASKING = "(?:读者|市民|群众|观众|家长|学员|居民|公众|社会|游客|选手|考生|志愿者)?"
_CALLED = (
    r"(?:活动|业务|工作|具体|报名|会务)?(?:联系|咨询|负责|责任)人(?:员)?(?:及(?:其)?(?:联系)?(?:方式|电话))?|联络(?:人|员)|(?:联系|咨询|联络)(?:电话|方式|单位|部门|热线)?"
    rf"|{_ASKING}(?:咨询|服务|监督|投诉)?(?:电话|热线)(?=:)"
    r"|[\u3400-\u9fff]{0,4}(?:报名|咨询|问询|垂询|投诉|监督|举报|服务|支持|联系)(?=:)|(?:办公|咨询|联络|报名|预约|服务|监督|热线|投诉|急救|举报|值班|应急|票务|客服|会务|招生){0,2}(?:电话|热线)(?:[(/]?兼?传真[)]?)?|电话号码|单位|姓名|手机(?:号码?)?|座机|职务"
)
_OTHERS = r"(?:电子|工作)?(?:邮箱|邮件|信箱)(?:地址)?|[Ee]-?mail|(?:联系|通讯|通信|办公|邮寄|单位)?地址|邮政?编码?|网址|QQ群?|微信号?"
_LABELS = rf"{_CALLED}|{_OTHERS}|{_FAX}"
_TOKEN = re.compile(
    rf"(?P<hours>(?<=[,、])(?:(?:工作日|周[一二三四五六日至]+|每天|每日)?(?:[上下]午)?[0-9]{{1,2}}:[0-9]{{2}}[-—~至]+[0-9]{{1,2}}:[0-9]{{2}}(?:,[^(),0-9]*[休闭][^(),]*)?)(?=[,)])|\((?P<said>(?:工作日|周[一二三四五六日至]+|每天|每日)[^()]*|[0-9]{{1,2}}:[0-9]{{2}}[^()]*)\))|(?P<phone>{PHONE})|(?P<short>(?<=[0-9])[/、][0-9]{{1,4}}(?![-—~0-9:年月日人场]))|(?P<range>(?<=[0-9])(?:至|~|—+)[0-9]{{1,4}}(?![0-9:年月日]))|(?P<mail>{_MAILBOX})|(?P<fax>(?:(?<=\()[兼同可])?{_FAX}(?:同号)?:?)|(?P<address>(?:联系|通讯|通信|办公|邮寄|单位)?地址:[^,;。]*)"
    rf"|(?P<label>(?:{_CALLED}|{_OTHERS}):|联系人(?![员及名方电:])(?=[\u3400-\u9fff]{{2}}))|(?P<sign>[:;,、()。/])"
)
_PERSON = re.compile(r"[\u3400-\u9fff·]{2,4}")
_OFFICE = r"^(?P<body>.{2,}?(?:[协馆厅局]|[文残侨妇工]联|工商联|社科联|工会|学会|中心))(?P<office>[^委]{2,8}[部处科室股办])$"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
    "成裘费甘卓简闵杭燕桑穆麦路慕申欧上司诸葛单于晏储岐舒童闻阳游翟詹章仲祖左柴边卞蔺凌鲍楼缪滕尤俞岳应闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季庄温柴葛纪路柳甘祝宁祁燕鲁骆阮冉佟柏尚傅"
)
_PERSON_CALLED = re.compile(rf"[{_SURNAMES}].*|[小老].|.{{1,3}}(?:老师|师傅|社工|大姐|女士|先生|同志|教练)")
"""Who surely is a person, by the surname or by how one calls people: 谈老师, 小满."""
_NO_PERSON = re.compile(
    r"(?:股|科|处|室|部|办|站|所|队|组|局|专班)$|电话|手机|备注|时间|地址|更正|有误|应为|邮箱|传真|热线|方式|报名|预约|拨打|咨询|联系|公众|微信|网站|附件|负责|财务|技术支持|专线|编辑|工作日|上午|下午|周[一至]|同号|办公室|科室|部门|单位|号码|如有|详询|发送|发至|疑问|参观|活动|支持|事宜|的$|节$|点$|^(?:同上|[科处局院所站]长|主任|干事)$|\d"
    rf"|^(?![{_SURNAMES}]).*[请可或及与]|^[请可或及与]"
)
_NOBODY = "异议|[例比]如|示例|自称|冒充|被骗|订房"
"""In lines whose numbers are not there to be called, or those of a hotel."""
HEADING = re.compile(r"(?:附件?[0-9]*:?)?(?:各单位)?(?:联系人|联系方式|联络员)(?:名单|如下)?:?")
_CONTEXT = r"电话|热线|联系|咨询|拨打|致电|联络|报名|预约|服务台|总机"
_IN_SENTENCE = (
    rf"(?:联系人(?=[\u3400-\u9fff]{{2,4}},)|(?:联系人|联系方式|(?:联系|咨询|报名|预约|服务|办公)?(?:电话|热线))(?:为|是)?:|(?<=[,;。(])(?=[^,;。()]{{0,14}}(?:{_CONTEXT})[^,;。]{{0,5}}{PHONE})|"
    rf"(?<=:)(?=[\u3400-\u9fff]{{2,20}}{PHONE})|(?:(?<=[找跟问])|(?<=联系)(?!电话|方式|热线|人))(?=[\u3400-\u9fff]{{2,12}}[,(]*(?:(?:联系)?电话|手机)?:?{PHONE})|(?<=[报送交至到])(?=[^,。;()]{{3,24}}\((?:联系|咨询)?(?:电话|人):?)|(?=(?:{_CONTEXT})[^,。;:]{{0,6}}:?{PHONE})|(?={PHONE}(?:咨询|服务)?热线))[^。;]*?(?:;[^。;]{{0,12}})?{PHONE}"
    rf"(?:[,;、/(]*(?:(?!{_FAX})[^,。;:0-9]{{0,16}}[,:]?){{0,2}}(?:联系)?(?:电话)?:?{PHONE})*(?:[,;、(]*(?:电子|工作)?(?:邮箱|信箱):?{_MAILBOX})?"
    r"(?:\([^()0-9]{2,20}\)|[,;、]联系人:?[\u3400-\u9fff]{2,4}(?=[,;。)]|$)|,?找[\u3400-\u9fff]{2,14}(?=[,;。)]|$))?"
)
_MOBILE_PRINTED = "通知写的是手机号（{}），不宜公布；请改填带区号的座机，请核对：确是单位公用的，填上号码并写 office_owned: true"
_MAIL_PRINTED = "通知还写有个人邮箱（{}），没有填入；请改填单位的邮箱（email）"
_MATTER = rf"(?:报名|咨询|投诉|监督|举报|服务|支持):$|^{_ASKING}(?:投诉|监督|举报|急救|应急|票务|客服)(?:电话|热线):$"
_BEGINS = rf"联系人:|{NUMBERED}(?<=[).、])|[^:()]{{0,4}}(?:投诉|监督|举报|支持)\([^()]*\):"
"""How a line begins that goes not on with the contact above it: 联系人：, （二）, 技术支持（邮箱投递问题）：."""
_FOR_ONE_MATTER = r";[^;:,]{0,12}(?:预约|报名|监督|投诉|举报|服务|值班)(?:电话|热线):$"
_ASKED = (
    r"^(?:.{0,10}(?:请|可|或)(?:直接|及时)?(?:联系|咨询|致电|拨打|[报问找与向])|[问找]|.*[请与向](?=.*(?:联系|咨询|报名|索取)$))"
    r"(?P<who>.{4,}?)(?:联系|咨询|报名|索取)?$"
)
"""请与市科协慕老师联系, 详情请咨询市科协, 找市科协小葛."""
_FOUND = (
    r"(?:[找跟问]|联系)(?:[\u3400-\u9fff]{2,10}的|村?支书|书记|[主所]任|[站馆组队社]长)?"
    r"(?P<who>[\u3400-\u9fff]{2,4}?)(?:登记|报名|领取?|联系|咨询|讲|说)?$"
)
"""找阿香登记，电话…, 跟合作社的包会计讲，电话…."""
_TABLE_HEAD = re.compile(r"联系人|姓名|电话|联系方式")


@dataclass(slots=True)
class Number:
    """A telephone, when it is answered and what for.

    ``start`` are the digits that a number printed short (…1234567/68) shares with the one before it, ``last`` is the
    end of a row of numbers (…1234567至70).
    """

    phone: Piece
    hours: Piece | None = None
    note: Piece | None = None
    start: str = ""
    last: Piece | None = None

    @property
    def key(self) -> str:
        return self.start + self.phone.key


@dataclass(slots=True)
class Found:
    """One contact as printed; what the notice does not give is empty. ``words`` only lead to it."""

    body: Piece | None = None
    persons: list[Piece] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    faxes: list[Piece] = field(default_factory=list)
    mailboxes: list[Piece] = field(default_factory=list)
    words: list[Piece] = field(default_factory=list)
    note: Piece | None = None


def paragraphs(given: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that say whom to call, and little else, with the lines beside them that belong to them."""
    listed = list(given)
    sure = {each.number for each in _sure(listed)}
    for each, after in pairwise(listed):  # a line of names above 电话：…, of a body above 联系人：…
        alone = re.match(r"(?:联系|办公|咨询)?(?:电话|手机|方式):", after.key)
        headed = after.key.startswith("联系人:") and Names("").body_and_office(each.whole)[0]
        if (alone or headed) and after.number in sure and _is_named(each):
            sure.add(each.number)
    for before, each in pairwise(listed):  # 传真：…, 邮箱：…, 联系人：… below
        below = re.match(rf"(?:{_OTHERS}|{_FAX}):|联系人:[^0-9。;:]*。?$", each.key)
        if before.number in sure and not each.cells and below and len(each.key) < 60:
            sure.add(each.number)
    return tuple(each for each in listed if each.number in sure)


def _is_named(each: Paragraph) -> bool:
    called = re.match(r"(?:业务|工作|活动)?联系人:[^。;]*。?$", each.key)
    names = re.fullmatch(r"(?![一二三四五六七八九十(]+[、)])(?!.*如下)[\u3400-\u9fff·、,()]{2,40}", each.key)
    return not each.cells and bool(called or names)


def _sure(given: Iterable[Paragraph]) -> Iterator[Paragraph]:
    in_table = False
    for each in given:
        if each.cells:
            heads = sum(bool(_TABLE_HEAD.search(cell)) for cell in each.cells)
            in_table = (heads > 1 and len(each.cells) < 6) or (in_table and bool(re.search(PHONE, each.key)))
            if in_table or (is_contact(each.key) and not re.search(r"[0-9](?:月|:[0-9])", each.key)):
                yield each
            continue
        in_table = False
        label = labels.read(each.whole)
        alone = label is None or label.kind == "contact" or re.fullmatch(PHONE, label.value.key)
        room = re.match(rf"【(?!(?:{labels.ANY})】)[^】]{{2,30}}】.", each.key)  # 【一楼·少儿阅览室】　预约电话：…, over what is on there
        if HEADING.fullmatch(each.key) or (is_contact(each.key) and alone and not room):
            yield each


def is_contact(key: str) -> bool:
    """Whether a line names whom to call, and little else."""
    if not re.search(PHONE, key) or len(key) > 300 or "。" in key[:-1] or re.search(rf"[日旬底0-9]前|[年月][0-9]|推荐|{_NOBODY}", key):
        return False
    plain = re.sub(r"\(?(?:工作日|周[一二三四五])[^()]*\)?", "", key)
    without = re.sub(rf"{PHONE}|{_LABELS}|[:;,、()。/]|[A-Za-z0-9@._-]+", "", plain)
    return len(without) <= 24 * len(re.findall(PHONE, key))


def in_cells(cells: Iterable[Piece]) -> Iterator[Piece]:
    """The cells of a row that name whom to call, each with the person in the cell before it."""
    before: Piece | None = None
    for cell in cells:
        if is_contact(cell.key):
            named = before and _PERSON.fullmatch(before.key) and not re.search(f"{_NO_PERSON.pattern}|[村镇乡校院馆厅区会]$", before.key)
            yield Piece(cell.paragraph, before.start, cell.end) if before and named else cell
        before = cell


def within(piece: Piece) -> Iterator[Piece]:
    """The stretches of a text that name whom to call: …报省教育厅，联系人：某某，电话：0000—12345678。"""
    for sentence in piece.split("。"):
        for found in sentence.every(_IN_SENTENCE) if not re.search(f"推荐[^,。;]*[店馆]|{_NOBODY}", sentence.key) else ():
            whose = sentence.part(0, found.start).search("(?<=\\()[^,()。;:]{3,16},$")  # （市大数据局，联系电话：…）
            if not re.search(rf"^{_FAX}", found[0].key):
                yield sentence.part(whose.start if whose else found.start, found.end)


def found(given: Iterable[Piece], names: Names) -> list[Found]:
    """Every contact of the given pieces, in order; lines below each other may be one contact."""
    made: list[Found] = []
    last = -2
    for piece in given:
        goes_on = piece.paragraph.number == last + 1 and not piece.paragraph.cells and piece.end == len(piece.paragraph.key)
        if not goes_on or (made and made[-1].numbers and re.match(_BEGINS, piece.key)):
            made.append(Found())
        _read(piece, names, made)
        last = piece.paragraph.number
    for above, each in pairwise(made):
        if each.persons and not (each.numbers or each.body or above.persons) and above.numbers:
            above.persons = each.persons  # 联系人：某某 below the numbers
    return [each for each in made if each.numbers]


def _read(piece: Piece, names: Names, made: list[Found]) -> None:
    """Take a line apart into bodies, names, telephones, faxes and mailboxes, from left to right."""
    if whole := piece.search(r"^\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)。?$"):
        piece = whole["inside"]
    at, fax, both, inside, named, before = 0, False, False, False, False, len(made)
    for token in (*_TOKEN.finditer(piece.key), None):
        start, end = token.span() if token else (len(piece.key), len(piece.key))
        for word in _at_spaces(piece.part(at, start)) if start > at else ():
            late = named and not re.search(PHONE, piece.key[end:]) and not made[-1].persons  # 电话：… 联系人：某某
            if token and token["sign"] == ":" and _is_matter(word, names):
                made += [Found(body=made[-1].body)] if made[-1].numbers else []
                made[-1].note = word
                continue
            aside = inside and not (named and word.paragraph.key[word.start - 1] == ":")  # …（联系人：邬萍，手机…）
            _word(word, names, made, aside, late)
        at = end
        if token is None:
            if len(made) > before and not made[-1].numbers:
                _behind_the_last(made)
            return
        if token["label"] or token["fax"]:
            behind = inside and piece.key[start - 1] == "(" and bool(made[-1].numbers) and not _of_the_next(piece, start - 1)
            if token["fax"] and behind:
                _is_fax(piece.key[start:end], made[-1])
            fax = bool(token["fax"]) and not behind
            both = "传真" in token[0] and not token["fax"]  # 电话（兼传真）：
            _begin_a_matter(piece, start, end, made)
            named = bool(re.match(".{0,2}联系人|联络|姓名", token[0]))
        if token["sign"] == ";" and re.search("内线[0-9]{3,5}$", piece.key[:start]):
            made.append(Found())  # 竞赛组：某某，内线8205；后勤：…
        inside = token["sign"] == "(" or (inside and token["sign"] != ")")
        _take(token, piece.part(start, end), made[-1], fax, both)


def _behind_the_last(made: list[Found]) -> None:
    """Words behind the last number: whose it is (0533-5556688转8012 应老师), else they only look like a name and stay in the report."""
    behind, contact = made[-1], made[-2]
    named = bool(behind.persons) and not contact.persons and all(_PERSON_CALLED.fullmatch(each.key) for each in behind.persons)
    if behind.body in (None, contact.body) or (named and contact.body is None):
        made.pop()
        contact.persons = behind.persons if named else contact.persons
        contact.body = contact.body or behind.body


def _begin_a_matter(piece: Piece, start: int, end: int, made: list[Found]) -> None:
    """A number for one matter alone (投诉：, ；参观预约电话：) is nobody's in person, and says what it is for where that is all."""
    for_it = re.search(_MATTER, piece.key[start:end])
    if made[-1].numbers and (for_it or re.search(_FOR_ONE_MATTER, piece.key[:end])):
        made.append(Found(body=made[-1].body))
    if for_it:
        made[-1].note = piece.part(start, end - 1)


def _of_the_next(piece: Piece, at: int) -> bool:
    """Whether a bracket belongs to the number behind it: 0000—1234567 （传真）1234568, often a line of a cell each."""
    offset = piece.paragraph.at[piece.start + at]
    return bool(re.match(r"\s[(（][^()（）]+[)）][0-9]", piece.paragraph.text[max(offset - 1, 0) :]))


def _is_fax(said: str, contact: Found) -> None:
    """0000—1234567（传真） is a fax, （传真同号） and （兼传真） both."""
    number = contact.numbers[-1]
    contact.faxes.append(number.phone)
    if not re.search("[兼同可]", said):
        contact.numbers.remove(number)


def _is_matter(word: Piece, names: Names) -> bool:
    """Whether words before a colon say what a number is for (会议注册：) and name no body."""
    return 2 < len(word.key) <= 8 and _who(word, names)[0] is None


def _take(token: re.Match[str], now: Piece, contact: Found, fax: bool, both: bool) -> None:
    if token["phone"]:
        contact.faxes += [now] if fax or both else []
        if not fax:
            contact.numbers.append(Number(now, note=contact.note))
            contact.note = None
    elif (token["short"] or token["range"]) and contact.numbers:
        first, more = contact.numbers[-1], now.part(len(token["range"].rstrip("0123456789")) if token["range"] else 1)
        if token["range"]:
            first.last = more
        else:
            contact.numbers.append(Number(more, start=first.key[: -len(more.key)]))
    elif token["hours"]:
        for each in contact.numbers:
            each.hours = each.hours or (now.part(1, len(now.key) - 1) if now.key[0] == "(" else now)
    elif token["mail"]:
        contact.mailboxes.append(now)
    elif token["label"] or token["fax"]:
        contact.words.append(now)


def _word(word: Piece, names: Names, made: list[Found], inside: bool, late: bool) -> None:
    """A body or a name begins a new contact behind a telephone; within brackets it says whose or what for that is."""
    body, person, office = _who(word, names)
    contact = made[-1]
    named = person is not None and bool(_PERSON_CALLED.fullmatch(person.key))
    matter = person and not (named or word.spaced) and re.match("[\u3400-\u9fff]", word.paragraph.key[word.end :])
    if word.key in names.events or matter:  # 亲子编程　0532—…, below 各活动联系方式, 防汛值班电话：…
        made += [Found()] if contact.numbers else []
        made[-1].note = word
        return
    if inside and person and named and contact.persons and len(contact.numbers) > 1:
        made.append(Found(contact.body, [person], [contact.numbers.pop()]))  # 0000—1234567（甲老师）、0000—1234568（乙老师）
        return
    if inside and (contact.persons or not named):
        _remark(word, contact, body)
        return
    other = word.search("^(?P<matter>[^,。;]{2,8})请(?:联系|咨询|拨打|致电)$") if contact.persons and contact.numbers else None
    if other:  # 媒体采访请联系0427-5557745, behind somebody and his number
        made.append(Found(body=contact.body, note=other["matter"]))
    if (body or person) and contact.numbers and not inside and not late:
        same = contact.body if contact.numbers[-1].phone.paragraph is word.paragraph and not word.paragraph.cells else None
        made.append(Found(body=None if body else same))
    if body and made[-1].body is None:
        made[-1].body = body
        made[-1].note = made[-1].note or office
    if person:
        made[-1].persons.append(person)
    if re.fullmatch(r"[0-9]{1,2}", word.key):
        made[-1].words.append(word)


def _remark(word: Piece, contact: Found, body: Piece | None) -> None:
    """Within brackets: the body of the number before it, or what it is for (会务)."""
    if body and contact.body is None:
        contact.body = body
    elif len(word.key) <= 8 and re.fullmatch("(?!(?:联系|咨询)?电话$)[^兼同]*[^兼同0-9一二三四五六七八九十][^兼同]*", word.key):
        if contact.numbers:
            contact.numbers[-1].note = word
        else:
            contact.note = word


def _who(word: Piece, names: Names) -> tuple[Piece | None, Piece | None, Piece | None]:
    """Body, name and office that a word is, or that it joins without a space (省教育厅张三)."""
    before = Piece(word.paragraph, max(word.start - 2, 0), word.end)
    asked = word.search(_ASKED) or before.search(_FOUND)
    word = asked["who"] if asked else word
    if (office := word.search(_OFFICE)) and names.is_body(office["body"].key) and not names.known(word.key):
        return office["body"], None, office["office"]
    key = word.key
    if names.known(key) or (names.is_body(key) and not _PERSON.fullmatch(key)):
        return word, None, None
    owner, rest = names.body_and_office(word)
    if owner:
        return owner, None, rest
    if names.in_a_role(key) and not _NO_PERSON.search(key):
        return word, None, None
    if _PERSON.fullmatch(key) and not _NO_PERSON.search(key):
        return None, word, None
    for size in (3, 2, 4):
        cut = len(key) - size
        if cut > 2 and not _NO_PERSON.search(key[cut:]):
            owner, rest = names.body_and_office(word.part(0, cut))
            if owner or (names.in_a_role(key[:cut]) and _PERSON_CALLED.fullmatch(key[cut:])):
                return word.part(0, cut), word.part(cut), None
    return None, None, None


def _at_spaces(part: Piece) -> list[Piece]:
    """The words between spaces; one between two single characters only widens a short name (张 三)."""
    at, text = part.paragraph.at, part.paragraph.text
    cuts = [0]
    for index in range(part.start + 1, part.end):
        between = text[at[index - 1] + 1 : at[index]]
        alone_before = index - 1 == part.start or text[at[index - 1] - 1].isspace()
        alone_after = index + 1 >= part.end or text[at[index] + 1].isspace()
        if between and ("\t" in between or not (alone_before and alone_after)):
            cuts.append(index - part.start)
    return [part.part(start, end) for start, end in pairwise([*cuts, len(part.key)])]


def records(given: Iterable[Found], names: Names, issuer: str, leaders: Mapping[int | str, str]) -> tuple[tree.Record, ...]:
    """The contacts as they will stand in the file, one for each body.

    For one that is not named stands whose exchange it is, else who leads the activity that it names or of its paragraph (``leaders``), else
    the ``issuer``.
    """
    bodies: dict[str, tree.Value] = {}
    by_body: dict[str, list[Found]] = {}
    listed = list(given)
    said = {number.key for each in listed if each.persons for number in each.numbers}
    owners = {re.sub(_EXTENSION, "", number.key): each.body for each in listed if each.body for number in each.numbers}
    for each in listed:
        if not each.body and not each.persons and said.issuperset(number.key for number in each.numbers):
            continue  # the same number again, without a name
        phone, owner = each.numbers[0].phone, each.body or owners.get(re.sub(_EXTENSION, "", each.numbers[0].key))
        same = () if each.body else (tree.check(phone, "没有写是哪个单位，总机号码与这个单位的相同"),)
        body = tree.body(owner, *same) if owner else _not_named(each.numbers[0], issuer, leaders)
        bodies.setdefault(names.same(body.text), body)
        by_body.setdefault(names.same(body.text), []).append(each)
    return tuple(_record(by_body[same], body) for same, body in bodies.items())


def _not_named(number: Number, issuer: str, leaders: Mapping[int | str, str]) -> tree.Value:
    phone = number.phone
    if leader := leaders.get(number.note.key if number.note else "") or leaders.get(phone.paragraph.number):
        return tree.Value(leader, (), (tree.check(phone, "没有写是哪个单位，这里按这一项的牵头单位填写"),), body=True)
    beside = [cell.strip() for cell in phone.paragraph.cells if Names("").is_body("".join(cell.split()))]
    if len(beside) == 1:
        return tree.Value(beside[0], (), (tree.check(phone, "没有写是哪个单位，这里按同一行的单位填写"),), body=True)
    if not issuer or len(phone.paragraph.cells) > 2:
        return tree.owed(f"这个电话（{phone.place}）是哪个单位的")
    why = "没有写是哪个单位，这里按第一个发文机关填写；全部活动共用的，可以改写成方案的 helpline"
    return tree.Value(issuer, (), (tree.check(phone, why),), body=True)


def _record(found: list[Found], body: tree.Value) -> tree.Record:
    """A body with its number, or its numbers where it has several; each number once for the same persons."""
    numbers = {(n.key, *(p.key for p in each.persons)): (n, each.persons) for each in found for n in each.numbers}
    named = {phone for phone, *persons in numbers if persons}
    numbers = {key: each for key, each in numbers.items() if len(key) > 1 or key[0] not in named}
    single = len(numbers) == 1 and not any(n.hours or n.note for n, _ in numbers.values())
    boxes = [box for each in found for box in each.mailboxes]
    own = [box for box in boxes if personal_data.mailbox(box.key)]  # a person's own is not copied anywhere
    office = [box for box in boxes if box not in own]
    faxes = [fax for each in found for fax in each.faxes]
    first, persons = next(iter(numbers.values()))
    return tree.record(
        ("body", body),
        ("person", _persons(persons) if single else None),
        ("phone", _phone(first) if single else None),
        ("phones", None if single else tree.Items(tuple(_number(*each) for each in numbers.values()))),
        ("fax", tree.copied(faxes[0]) if faxes else None),
        ("email", tree.copied(office[0]) if office else None),
        comments=(
            *(_MAIL_PRINTED.format(box.place) for box in own),
            *(f"通知还写有“{each.text}”（{each.place}），没有填入" for each in (*faxes[1:], *office[1:])),
        ),
        pieces=[word for each in found for word in each.words],
        quoted=[*faxes[1:], *office[1:]],
    )


def _number(number: Number, persons: list[Piece]) -> tree.Record:
    return tree.record(
        ("number", _phone(number)),
        ("hours", tree.copied(number.hours) if number.hours else None),
        ("person", _persons(persons)),
        ("note", tree.copied(number.note) if number.note else None),
    )


def _persons(persons: list[Piece]) -> tree.Value | None:
    if not persons:
        return None
    return tree.Value("、".join(" ".join(each.printed.split()) for each in persons), tuple(persons))


def _phone(number: Number) -> tree.Value:
    phone = number.phone
    if personal_data.mobile(number.key):
        return tree.owed(_MOBILE_PRINTED.format(phone.place))
    doubts = [] if number.key.startswith(("0", "(0", "4", "8")) else [tree.check(phone, "没有区号")]
    doubts += [tree.check(phone, "前几位与上一个号码相同，已补全")] if number.start else []
    doubts += [tree.check(number.last, "原文是一段号码，这里只填第一个")] if number.last else []
    return tree.Value(number.key, (phone,), tuple(doubts)) if number.start else tree.copied(phone, *doubts)
