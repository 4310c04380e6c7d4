"""Translation files by the gettext library: any that is well formed read, brought up to date, written.

The library is long to load, so ``translations`` asks for it only where a file is not in its usual form.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice, pairwise
from typing import Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, denormalize, normalize, write_po

from ..core.language import Language
from ..core.problems import Mark, Problem
from ..model.values import Words
from ..yamlfile import conflicts
from ..yamlfile.encoding import HIDDEN, MAX_BYTES, suspects, tell
from ..yamlfile.messages import Findings
from .po_fast import MAX_LINE, MAX_LINES, Entry, Key, is_too_large


class _SetAside(dict[Any, Message]):
    """The obsolete entries, of which the library keeps the last of equal ones."""

    twice: int = 0
    """The line of the first one that is there with another translation, or 0."""

    def __setitem__(self, key: Any, message: Message) -> None:
        if key in self and message.string != self[key].string:
            self.twice = self.twice or message.lineno or 1
        super().__setitem__(key, message)


class _Catalog(Catalog):
    """Keeps the headers that tools write for themselves, such as ``X-Poedit-Bookmarks``."""

    others: tuple[tuple[str, str], ...] = ()
    twice: int = 0
    """The line of the first entry that is there a second time, or 0: the library keeps one of both."""
    emptied: int = 0
    """The line of the first translation without an original, or 0: the library would take it for the header."""
    has_header: bool = False

    def __setitem__(self, key: Any, message: Message) -> None:
        is_header = not key and message.context is None
        if not key and not is_header:
            self.emptied = self.emptied or (message.lineno or 1 if message.string else 0)
            return
        if self.has_header if is_header else key and self.get(key, message.context) is not None:
            self.twice = self.twice or message.lineno or 1
        self.has_header = self.has_header or is_header
        super().__setitem__(key, message)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        *known, last = Catalog.mime_headers.__get__(self)  # the last one ends the header
        return [*known, *self.others, last]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        listed = [(name, str(value)) for name, value in headers]
        self.others = tuple(each for each in listed if each[0].lower().startswith("x-"))
        cast(Any, Catalog.mime_headers).__set__(self, listed)


def parse(data: bytes, file: str) -> tuple[Catalog, list[Problem]]:
    """A catalogue file; a broken one is told with its line and treated as empty."""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # a lone one ends a line of an old Mac: nothing after it is lost
    if is_too_large(data):
        return Catalog("en"), [_too_large(file)]
    if conflict := conflicts.found(data, file):
        return Catalog("en"), [conflict]
    if unquoted := [_broken(file, line, *wrong) for line, wrong in islice(_without_quotes(data), _MOST_TOLD)]:
        return Catalog("en"), unquoted if _is_text(data) else [_broken(file, unquoted[0].mark.line)]
    if plural := _PLURAL.search(data):
        zh = "译文没有复数形式；请把 msgstr[0] 改成 msgstr，msgid_plural 和其余的 msgstr 删去"
        en = "a translation has no plural; write msgstr for msgstr[0], and delete msgid_plural and the other msgstr"
        return Catalog("en"), [_broken(file, data.count(b"\n", 0, plural.start()) + 1, zh, en)]
    if second := _second_keyword(data):
        line, keyword = second
        zh = f"这一条有两个 {keyword}；请留下一个，删去另一个"
        return Catalog("en"), [_broken(file, line, zh, f"this entry has {keyword} twice; keep one and delete the other")]
    catalog = _Catalog("en")
    catalog.header_comment = ""  # not the library’s own words
    set_aside = catalog.obsolete = _SetAside()
    try:
        PoFileParser(catalog, abort_invalid=True).parse(io.BytesIO(_readable(data)))
    except PoFileError as error:
        return Catalog("en"), [_broken(file, error.lineno + 1)]
    except Exception:  # a damaged header or escape raises whatever the library happens to hit
        return Catalog("en"), [_broken(file, 1)]
    listed = [*catalog, *set_aside.values()]
    for line, zh, en in _lost(catalog, set_aside):
        return Catalog("en"), [_broken(file, line, zh, en)]
    for message in listed:
        _recall_previous(message)
    return catalog, _hidden(catalog, file)


def _lost(catalog: _Catalog, set_aside: _SetAside) -> Iterator[tuple[int, str, str]]:
    """Entries of which the library keeps nothing or half, with their lines and what to do."""
    beside = ((message, catalog.get(message.id, message.context)) for message in set_aside.values())
    rival = next((old for old, now in beside if now and old.string and old.string != now.string), None)
    if twice := catalog.twice or set_aside.twice or (rival and rival.lineno):
        zh, en = "这一条译文前面已经有了；请留下一条，删去另一条", "this entry is there twice; keep one and delete the other"
        yield twice, zh, en
    if catalog.emptied:
        zh = "这一条译文的原文（msgid）是空的；请写上数据里的原文，或删去这一条"
        yield catalog.emptied, zh, "this translation has no original (msgid); write the text of the data there, or delete the entry"


# A line of a catalogue that is no comment: a keyword, a text in quotes, or both (gettext manual, PO files).
_WHOLE = re.compile(
    rb"\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s*)?\"(?:[^\"\\]|\\.)*\"\s*|\s*(?:#.*)?", re.DOTALL
)


def _is_text(data: bytes) -> bool:
    """Whether somebody typed it, and it is no picture and no text of two bytes a character."""
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


_NO_QUOTES = (
    "这一行的文字要放在英文的双引号里，如 msgstr \"Skills Month\"；只是备注的，请在行首写 #",
    "the text of this line must stand in straight double quotes, such as msgstr \"Skills Month\"; a remark begins with #",
)
_NO_END = ("这一行少了结尾的英文双引号；请补上", "the straight double quote at the end of this line is missing; add it")
_QUOTES_WITHIN = (
    "文字里面的英文双引号会被当作结尾；请改写成 “ ”，或在它前面加一个反斜线",
    "a straight double quote within the text would end it; write “ ” instead, or put a backslash before it",
)
_NO_KEYWORD = ("行首的词写错了；应是 msgctxt、msgid 或 msgstr", "the word at the start must be msgctxt, msgid or msgstr")
_MOST_TOLD = 20


def _without_quotes(data: bytes) -> Iterator[tuple[int, tuple[str, str]]]:
    """Lines whose text does not begin and end with a quote, and what to do: the library would cut it without a word."""
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if not _WHOLE.fullmatch(line):
            text = re.sub(rb"^(?:msgctxt|msgid|msgstr)(?:\[[0-9]+\])?\s*", b"", line.strip())
            if not text.startswith(b'"'):
                yield number, _NO_KEYWORD if re.match(rb"(?!(?:msgctxt|msgid|msgstr)\b)[A-Za-z_]+\s*\"", line.strip()) else _NO_QUOTES
            else:
                yield number, _QUOTES_WITHIN if re.fullmatch(rb".+?(?<!\\)(?:\\\\)*\"", text, re.DOTALL) else _NO_END


_PLURAL = re.compile(rb"^(?:#~)?[ \t]*(?:msgid_plural|msgstr\[)", re.MULTILINE)
_KEYWORD = re.compile(rb"^(#~)?[ \t]*(msgctxt|msgid|msgstr)[ \t]*\"", re.MULTILINE)


def _second_keyword(data: bytes) -> tuple[int, str] | None:
    """The first line in which an entry says a second time what it has one of: the library would keep the first."""
    found = list(_KEYWORD.finditer(data))
    pairs = ((before, after) for before, after in pairwise(found) if after[2] != b"msgid" and before.groups() == after.groups())
    second = next((after for _, after in pairs), None)
    return (data.count(b"\n", 0, second.start()) + 1, second[2].decode()) if second else None


def _too_large(file: str) -> Problem:
    zh = f"译文文件太大，最多 {MAX_BYTES} 字节、{MAX_LINES} 行，一行最多 {MAX_LINE} 字节；请看是不是放错了文件"
    en = f"the translation is too large, the limits are {MAX_BYTES} bytes, {MAX_LINES} lines and {MAX_LINE} bytes a line; "
    return Problem(Mark(file), "", "yaml-too-big", zh, f"{en}see whether it is the right file")


def _hidden(catalog: Catalog, file: str) -> list[Problem]:
    """Characters that cannot be seen, refused here as in the Chinese: they would break a feed or a page."""
    found = Findings(file)
    for message in catalog:
        text = str(message.string) if message.string else ""
        for suspect in suspects(text):
            if suspect.code in HIDDEN and not found.full(suspect.code):
                before = text[max(0, suspect.offset - 40) : suspect.offset]
                tell(found, suspect, ((message.lineno or 1) - 1, 0), before)
    return found.problems


_FORMER = "\ue000"  # a private character: no remark of a translator has it


def _readable(data: bytes) -> bytes:
    """What gettext writes and the library does not read: a byte order mark is taken off, and the former
    Chinese (``#| msgid "…"``, ``#~|`` where the entry is obsolete) made a remark that can be told.
    """
    mark = f"# {_FORMER}".encode()
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    return b"\n".join(re.sub(rb"^#~?\|", mark, line) for line in lines)


def _recall_previous(message: Message) -> None:
    """The former Chinese, from among the remarks of the translator."""
    former = [line[1:].strip() for line in message.user_comments if line.startswith(_FORMER)]
    message.user_comments = [line for line in message.user_comments if line and not line.startswith(_FORMER)]
    start = next((n for n, line in enumerate(former) if line.startswith("msgid ")), None)
    if start is not None:
        quoted = [former[start].removeprefix("msgid ").strip(), *former[start + 1 :]]
        texts = (line for line in quoted if line.startswith('"'))
        message.previous_id = ["".join(denormalize(line) if line.endswith('"') and len(line) > 1 else line for line in texts)]


_DAMAGED = ("译文文件的格式有误；请用 Poedit 打开并重新保存", "the translation file is damaged; open it in Poedit and save it again")


def _broken(file: str, line: int, zh: str = _DAMAGED[0], en: str = _DAMAGED[1]) -> Problem:
    return Problem(Mark(file, line), "", "broken-translation", zh, en)


def _messages(catalog: Catalog) -> Iterator[tuple[str, Message]]:
    """Each entry with its context, which is empty where a program took it away."""
    return ((message.context or "", message) for message in catalog if message.id)


def entries(catalog: Catalog) -> Iterator[Entry]:
    """What a parsed file says of each field."""
    for context, message in _messages(catalog):
        yield Entry(context, str(message.id), str(message.string or ""), message.fuzzy)


def contexts(catalog: Catalog) -> set[str]:
    """Those that have a translation, or had one."""
    return {message.context or "" for message in (*catalog, *catalog.obsolete.values()) if message.string}


def move(catalog: Catalog, now: Mapping[str, str]) -> None:
    """Entries go on under the contexts that they have now; what stands there without a translation goes."""
    for message in [message for message in catalog if not message.string and message.context in now.values()]:
        catalog.delete(message.id, message.context)
    for message in (*catalog, *catalog.obsolete.values()):
        message.context = now.get(message.context or "", message.context)


def updated(catalog: Catalog, wanted: Iterable[Words], name: str, language: Language) -> Catalog:
    """The catalogue with an entry for every text that can be translated.

    Kept translations stay; one whose Chinese changed is kept as fuzzy with the previous text;
    entries whose field is gone become obsolete, and come back when it does.
    """
    fields = list(dict.fromkeys(wanted))
    known = {_key(message): message for _, message in _messages(catalog)}
    gone = {_key(message): message for message in catalog.obsolete.values()}
    keys = {(words.context, words.text) for words in fields}
    orphans = _by_context(key for key, message in known.items() if key not in keys and message.string)
    homeless = _by_context(key for key in keys if key not in known and key not in gone)
    made = _empty_like(catalog, name, language)
    used: set[Key] = set()
    for words in fields:
        key = (words.context, words.text)
        former, rivals = orphans.get(words.context, ()), homeless.get(words.context, ())
        if key in known or key in gone:
            _keep(made, words, known.get(key) or gone[key])
        elif len(former) == len(rivals) == 1:
            key = former[0]
            _carry_over(made, words, known[key])
        else:
            made.add(words.text, "", context=words.context)
        used.add(key)
    for key, message in {**gone, **known}.items():
        if key not in used and message.string:
            made.obsolete[key[1], key[0]] = message
    return made


def _key(message: Message) -> Key:
    return (message.context or "", str(message.id))


def _by_context(keys: Iterable[Key]) -> dict[str, tuple[Key, ...]]:
    found: dict[str, tuple[Key, ...]] = {}
    for key in keys:
        found[key[0]] = (*found.get(key[0], ()), key)
    return found


# A new catalogue carries no clock: the same entries give the same bytes.
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)


def _empty_like(catalog: Catalog, name: str, language: Language) -> Catalog:
    """A new catalogue with what the translators' tools wrote about themselves."""
    revised = catalog.revision_date
    own = f"# {name}"
    remarks = str(catalog.header_comment)
    made = _Catalog(
        locale=language,
        project=name,
        version="1",
        charset="utf-8",
        header_comment=remarks if remarks.split("\n", 1)[0] == own else "\n".join(filter(None, (own, remarks))),
        msgid_bugs_address=catalog.msgid_bugs_address,
        fuzzy=False,
        creation_date=_EPOCH,
        revision_date=revised if isinstance(revised, datetime) else _EPOCH,
        last_translator=catalog.last_translator,
        language_team=catalog.language_team,
    )
    made.others = catalog.others if isinstance(catalog, _Catalog) else ()
    return made


def _keep(made: Catalog, words: Words, old: Message) -> None:
    """The English as it is; once it is up to date, the Chinese that it was made from before goes, as in gettext."""
    made.add(
        words.text, old.string, context=words.context, flags=old.flags, auto_comments=old.auto_comments,
        user_comments=old.user_comments, locations=old.locations, previous_id=old.previous_id if old.fuzzy else (),
    )  # fmt: skip


def _carry_over(made: Catalog, words: Words, old: Message) -> None:
    """The English of a text that has changed; the Chinese it was made from stays beside it."""
    translated = old.previous_id if old.fuzzy and old.previous_id else [str(old.id)]
    made.add(
        words.text, old.string, context=words.context, flags=[*old.flags, "fuzzy"],
        auto_comments=old.auto_comments, user_comments=old.user_comments, locations=old.locations,
        previous_id=translated,
    )  # fmt: skip


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as a file; the same entries give the same bytes."""
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_previous=True)
    lines = out.getvalue().split(b"\n")
    kept = (line for line in lines if not line.startswith(_UNKNOWN_HEADERS))
    return b"\n".join(_with_previous(catalog, kept))


def _with_previous(catalog: Catalog, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The library breaks the former text at spaces, even inside its quotes; here it is set anew.

    Of obsolete entries it forgets that, and their flags: one that comes back would count as up to date.
    """
    former = (message for message in catalog if message.previous_id)
    obsolete = iter(catalog.obsolete.values())
    before = b""
    for line in lines:
        kind = line[:2] if line.startswith((b"#|", b"#~")) else b""
        if kind == b"#~" and before != kind:
            yield from _remembered(next(obsolete))
        if kind == b"#|" and before != kind:
            yield from _former(next(former), "#|")
        if kind != b"#|":
            yield line
        before = kind


def _former(message: Message, mark: str) -> Iterator[bytes]:
    """The Chinese that an entry had before, after a mark."""
    quoted = normalize(str(message.previous_id[0]), width=0)
    yield from (f"{mark} {each}".encode() for each in f"msgid {quoted}".split("\n"))


def _remembered(message: Message) -> Iterator[bytes]:
    """What stands above an obsolete entry."""
    if message.flags:
        yield f"#, {', '.join(sorted(message.flags))}".encode()
    if message.previous_id:
        yield from _former(message, "#~|")


# Headers that the library fills with placeholders of its own.
_UNKNOWN_HEADERS = (
    b'"Report-Msgid-Bugs-To: EMAIL',
    b'"Last-Translator: FULL NAME',
    b'"Language-Team: en <LL@',
    b'"Language-Team: zh <LL@',
    b'"Generated-By: ',
)
