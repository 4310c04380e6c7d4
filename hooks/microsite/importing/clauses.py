"""Phases and requirements of a plan, with what has to be handed in and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .ids import Ids
from .notice import times, tree
from .notice.outline import Section
from .notice.pieces import Match, Piece
from .sections import Roles

_PHASE = r"^(?P<name>[^,。;:()]{2,14}?阶段)(?:\((?P<time>[^()]+)\)|[:,](?P<time2>[^,。;:]{2,30}))?[,。:;]?"
_MATERIALS = (
    r"(?:发布|制作|推出|发放)[^,。;]*?(?P<list>(?:[^,。;、]{0,18}?(?P<first>宣传片|海报|手册|短视频|折页|展板|宣传画|倡议书))"
    r"(?:、[^,。;、]{2,10}?)*?)(?P<open>等)?(?=[,。;]|$)"
)
_DEADLINE = (
    rf"(?:(?P<who>[^,。;]{{2,60}}?)(?:请|应|要|须|需)?|请)(?:于|在)?(?P<due>{times.SPAN})"
    r"(?:,)?(?:向|将|把)(?P<rest>[^,。;]+)"
)


# --- phases -----------------------------------------------------------------------------------


def phases(roles: Roles, year: int, ids: Ids) -> Iterator[tree.Record]:
    for section in roles.time:
        for child in section.children:
            whole = _whole(child)
            found = whole.search(_PHASE)
            if found:
                yield _phase(child, whole, found, year, ids)


def _whole(section: Section) -> Piece:
    """The first paragraph of a clause after its ordinal."""
    return Piece(section.ordinal.paragraph, section.ordinal.end, len(section.ordinal.paragraph.key))


def _phase(section: Section, whole: Piece, found: Match, year: int, ids: Ids) -> tree.Record:
    time = found["time"] or found["time2"]
    text = whole.part(found.end)
    texts = [text, *section.body] if text else list(section.body)
    tentative = next(
        (match[0] for each in texts if (match := each.search(r"(?:^|[,。;])拟(?=[^定])|^拟"))), None
    )
    timed = time if time and times.looks_like_time(time.key) else None
    return tree.record(
        ("id", ids.named(found["name"], "phase")),
        ("number", tree.said(str(section.number))),
        ("source", tree.Value(section.clause, (section.ordinal,))),
        ("name", tree.of(found["name"])),
        ("when", times.when(timed, year) if timed else tree.owed("阶段的时间，没有找到")),
        (
            "summary",
            tree.owed("一句话说明这个阶段做什么", [each for piece in texts for each in piece.sentences()]),
        ),
        ("materials", _materials(texts)),
        (
            "tentative",
            tree.Value("true", (tentative,), (tree.check(tentative, "原文写“拟”"),)) if tentative else None,
        ),
        ("deadlines", tree.Items(tuple(deadlines(texts, year)))),
    )


def _materials(texts: Iterable[Piece]) -> tree.Items | None:
    for text in texts:
        if found := text.search(_MATERIALS):
            listed = found["first"].paragraph.whole.part(found["first"].start, found["list"].end)
            names = [tree.of(each) for each in listed.split("、")]
            open_ = [tree.Value("等", (found["open"],))] if found["open"] else []
            return tree.Items((*names, *open_), (tree.check(listed),))
    return None


# --- requirements -----------------------------------------------------------------------------


def requirements(roles: Roles, year: int, ids: Ids) -> Iterator[tree.Record]:
    number = 0
    for section in roles.requirements:
        for child in section.children or (section,):
            number += 1
            yield _requirement(child, number, year, ids)


def _requirement(section: Section, number: int, year: int, ids: Ids) -> tree.Record:
    texts = list(section.all_texts())
    sentences = [sentence for text in texts for sentence in text.sentences()]
    doubt = [f"请核对：原文的序号是 {section.ordinal.text}"] if number != section.number else []
    title = section.title
    return tree.record(
        ("id", ids.named(title, f"requirement-{number}")),
        ("number", tree.said(str(number), *doubt)),
        ("source", tree.Value(section.clause, (section.ordinal,))),
        ("title", tree.of(title) if title else tree.owed(f"标题；{section.clause}没有标题", texts[:1])),
        ("text", tree.owed("内容，用平实的话重写", sentences)),
        ("deadlines", tree.Items(tuple(deadlines(texts, year)))),
    )


def deadlines(texts: Iterable[Piece], year: int) -> Iterator[tree.Record]:
    """By when who hands in what to whom; read only where the sentence says 向 or 报送."""
    for text in texts:
        for sentence in text.sentences():
            found = sentence.search(_DEADLINE)
            if found and times.is_time(found["due"].key, year) and found["due"].key.endswith(("前", "底")):
                yield _deadline(sentence, found)


def _deadline(sentence: Piece, found: Match) -> tree.Record:
    given = found["rest"]
    toward = None
    if "向" in sentence.key[found["due"].end - sentence.start : given.start - sentence.start]:
        toward = given.search(r"^(?P<to>[^,。;]{2,20}?)(?P<what>(?:报送|反馈|提交|报告|上报|汇报).+)$")
    handed = given.search(
        r"^(?P<what>.+?)(?P<verb>报送至?|报至?|反馈至?|提交至?|发送至?|送至?)(?P<to>[^,。;]{2,24})$"
    )
    match = toward or handed
    who = _who(found["who"]) if found["who"] else None
    return tree.record(
        (
            "who",
            tree.of(who, tree.check(who))
            if who
            else tree.owed(f"由谁报送；原文没有写明（{sentence.place}）"),
        ),
        ("what", _what(match, given)),
        ("to", tree.of(match["to"]) if match else None),
        ("due", tree.of(found["due"])),
    )


def _who(piece: Piece) -> Piece | None:
    trimmed = piece.search(r"^请?(?P<who>.*?)(?:请|应|要|须|需|务必|于|在)*$")
    return trimmed["who"] if trimmed and trimmed["who"] else None


def _what(match: Match | None, given: Piece) -> tree.Value:
    if match is None:
        return tree.of(given, tree.check(given))
    if "verb" in match.found.groupdict():
        return tree.Value(
            f"{match['verb'].text.rstrip('至')}{match['what'].text}",
            (match["what"], match["verb"]),
            (tree.check(given),),
        )
    return tree.of(match["what"], tree.check(match["what"]))
