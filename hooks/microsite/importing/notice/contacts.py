"""Contacts in a notice: 联系人：省教育厅 某某 0000—12345678, line by line, in a row, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ...checks import personal_data
from . import tree
from .names import Names
from .pieces import Paragraph, Piece

_LANDLINE = r"(?:\(?0[0-9]{2,3}\)?[-—~]*)?[2-9][0-9]{6,7}(?:(?:转|-)[0-9]{1,5})?"
_MOBILE = r"1[3-9][0-9](?:-?[0-9]{4}){2}"
_PHONE = rf"(?<![0-9])(?:{_MOBILE}|{_LANDLINE})(?![0-9])"
_LABELS = (
    r"(?:活动)?(?:业务|工作|具体)?联系人(?:及(?:联系)?(?:方式|电话))?|联系(?:电话|方式|单位)"
    r"|(?:办公|咨询|联络)?电话|电话号码|单位|姓名|手机|职务|(?:电子|工作)?邮箱"
)
_LABEL = rf"(?:{_LABELS}):"
_MOBILE_PRINTED = "通知写的是手机号（{}），不宜公布；请改填带区号的座机，请核对：确是单位公用的，填上号码并写 office_owned: true"
_MAILBOX = r"(?P<mailbox>[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
_MAIL_BEHIND = rf"^[,;、(]*(?:(?:电子|工作)?(?:邮箱|邮件|信箱):?)?{_MAILBOX}[)]?[。;,]*"
_MAIL_PRINTED = "通知还写有邮箱{}（{}）；联系人没有邮箱这一项，没有填入"
_PERSON = re.compile(r"[\u3400-\u9fff·]{2,4}")
_IN_SENTENCE = (
    rf"(?:联系人|联系(?:电话|方式)|咨询(?:电话|热线)?|报名(?:电话|热线)|热线(?:电话)?|预约电话|电话):[^。;]*?{_PHONE}"
    rf"(?:[,;、](?:(?!传真)[^,。;:]{{0,16}}[,:]?){{1,2}}(?:联系)?(?:电话)?:?{_PHONE})*(?:[,;、(]*(?:邮箱|电子邮箱):?[A-Za-z0-9._@-]+)?"
)
_TABLE_HEAD = re.compile(r"联系人|姓名|电话|联系方式")


@dataclass(frozen=True, slots=True)
class Found:
    """One contact as printed; what the line does not give is None."""

    body: Piece | None
    person: Piece | None
    phone: Piece
    whole: Piece
    mailbox: Piece | None = None


def paragraphs(given: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that name a person to call: short, with a telephone, no prose."""
    made: list[Paragraph] = []
    in_table = False
    for each in given:
        if each.cells:
            heads = sum(bool(_TABLE_HEAD.search(cell)) for cell in each.cells)
            in_table = heads > 1 or (in_table and bool(re.search(_PHONE, each.key)))
            if in_table or (is_contact(each.key) and not re.search(r"[0-9](?:月|:[0-9])", each.key)):
                made.append(each)
            continue
        in_table = False
        if is_contact(each.key) or re.fullmatch(
            r"(?:附件?[0-9]*:?)?(?:各单位)?(?:联系人|联系方式|联络员)(?:名单|如下)?:?", each.key
        ):
            made.append(each)
    return tuple(made)


def is_contact(key: str) -> bool:
    """Whether a line names whom to call, and little else."""
    if not re.search(_PHONE, key) or len(key) > 300 or "。" in key[:-1] or re.search(r"[日旬底0-9]前", key):
        return False
    without = re.sub(rf"{_PHONE}|{_LABELS}|[:;,、()。]|邮箱|传真|[A-Za-z0-9@._-]+", "", key)
    return len(without) <= 24 * len(re.findall(_PHONE, key))


def within(piece: Piece) -> Iterator[Piece]:
    """The stretches of a sentence that name whom to call: …报省教育厅，联系人：某某，电话：0000—12345678。"""
    for sentence in piece.sentences():
        yield from (found[0] for found in sentence.every(_IN_SENTENCE))


def found(given: Iterable[Piece], names: Names) -> list[Found]:
    """Every contact of the given pieces, in order."""
    return [each for piece in given for each in _in_paragraph(piece, names)]


def _in_paragraph(whole: Piece, names: Names) -> Iterator[Found]:
    """One contact ends with its telephone, so several in a line come apart there."""
    start = 0
    phones = list(whole.every(_PHONE))
    for index, match in enumerate(phones):
        before = whole.part(start, match.start)
        if re.search(r"传真:?$", before.key):
            continue
        after = whole.part(match.end)
        mail = after.search(_MAIL_BEHIND)
        end = match.end + (mail.end if mail else 0)
        if index + 1 == len(phones) and re.fullmatch(r"[。;,)]*", whole.key[end:]):
            end = len(whole.key)
        boxes = (mail, before.search(_MAILBOX))
        box = next((each["mailbox"] for each in boxes if each), None)
        yield replace(_contact(before, match[0], whole.part(start, end), names), mailbox=box)
        start = end


def _contact(before: Piece, phone: Piece, whole: Piece, names: Names) -> Found:
    body, person = None, None
    for word in _words(before):
        if body is None and names.in_a_role(word.key):
            body = word
        elif _PERSON.fullmatch(word.key) and not names.is_body(word.key):
            person = person or word
        elif body is None:
            body, person = _glued(word, names, person)
    return Found(body, person, phone, whole)


def _glued(word: Piece, names: Names, person: Piece | None) -> tuple[Piece | None, Piece | None]:
    """A body and a name that no space parts: 省教育厅张三."""
    for size in (3, 2, 4):
        cut = len(word.key) - size
        if cut > 2 and names.is_body(word.key[:cut]) and (names.known(word.key[:cut]) or person is None):
            return word.part(0, cut), word.part(cut)
    return None, person


def _words(before: Piece) -> list[Piece]:
    """What stands between labels, signs and wide spaces; two single characters are one name (张 三)."""
    words: list[Piece] = []
    for part in before.split(rf"{_LABEL}|[:;,、()。]"):
        words += _at_spaces(part)
    return words


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


def records(given: Iterable[Found], names: Names, issuer: str) -> tuple[tree.Record, ...]:
    """The contacts as they will stand in the file, one for each body; the report has those for which there is no room.

    ``issuer`` stands for the body of a contact that names none.
    """
    made: dict[str, tree.Record] = {}
    for each in given:
        body = tree.body(each.body) if each.body else _of_the_issuer(each, issuer)
        if body.text:
            made.setdefault(names.same(body.text), _record(each, body))
    return tuple(made.values())


def _of_the_issuer(each: Found, issuer: str) -> tree.Value:
    why = tree.check(each.whole, "没有写是哪个单位，这里按第一个发文机关填写")
    return tree.Value(issuer, (), (why,), body=True)


def _record(each: Found, body: tree.Value) -> tree.Record:
    phone = (
        tree.owed(_MOBILE_PRINTED.format(each.phone.place))
        if personal_data.mobile(each.phone.key)
        else tree.copied(
            each.phone,
            *([] if each.phone.key.startswith(("0", "(0")) else [tree.check(each.phone, "没有区号")]),
        )
    )
    person = tree.Value(" ".join(each.person.printed.split()), (each.person,)) if each.person else None
    box = each.mailbox
    public = box is not None and not personal_data.mailbox(box.key)  # a person's own is not copied into a comment
    return tree.record(
        ("body", body),
        ("person", person),
        ("phone", phone),
        comments=(_MAIL_PRINTED.format(f"“{box.text}”" if public else "", box.place),) if box else (),
        pieces=_words_only(each),
        quoted=[box] if box and public else (),
    )


def _words_only(each: Found) -> list[Piece]:
    """The labels around a contact and its number in a table; they lead to it and say nothing else."""
    return [match[0] for match in each.whole.every(rf"{_LABELS}|^[0-9]{{1,2}}(?=[^0-9])")]
