"""Signs that only look different: full and half width, spaces of typesetting, radicals, what nobody can see."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    "﹝": "〔",
    "﹞": "〕",
    "‐": "-",
    "–": "-",
    "―": "—",
    "─": "—",
    "•": "·",
    "﹑": "、",
}
_HALF = str.maketrans({**_WIDE, **_SIGNS})
_CJK = r"\u3400-\u9fff〇"
# A stop of a Latin keyboard behind Chinese words or an hour, but not behind an ordinal.
_STOP = re.compile(
    rf"(?:(?<=[{_CJK}”)\"])|(?<=:[0-9][0-9]))\.(?= {{0,2}}[{_CJK}“(\"]|[0-9]{{1,2}}月)(?<![一二三四五六七八九十)]\.)"
    rf"|(?<=[{_CJK}”)\"0-9])\.(?=\s*$)"
)
_LOOSE_SPACE = re.compile(
    rf"(?<=[0-9A-Za-z+]) +(?=[{_CJK}“《（，、。；：）”])|(?<=[{_CJK}”》），、。；：（“]) +(?=[0-9A-Za-z])"
    r"|(?<=[，、。；：（《“]) +| +(?=[，、。；：）》”（])"
)
_NUMERALS = "零一二三四五六七八九"
_AFTER_DATE = re.compile(r"(?<=[0-9][年月日]) +")
# Radicals that some programs put in place of the characters they look like; NFKC knows the others, but for 户.
_RADICALS = str.maketrans(
    "⺠⻅⻔⻩⻰⻓⻛⻋⻢⻥⻜⻚⻄⻣⻝⻉⻦⻘⻆⻮⻳⻬⻨⻤⻙⺟⻁⻧⻪⼾", "民见门黄龙长风车马鱼飞页西骨食贝鸟青角齿龟齐麦鬼韦母虎卤黾户"
)


def folded(text: str) -> str:
    """Half-width signs instead of full-width ones, one for one.

    >>> folded("（一）举办，２０２４")
    '(一)举办,2024'
    """
    even = _STOP.sub(_stop, text.translate(_HALF))
    return re.sub('"([^"]*)"', r"“\1”", even)


def _stop(dot: re.Match[str]) -> str:
    """A full stop, but for a dot within a name in quotation marks: “中秋月.阅中秋”."""
    before = dot.string[: dot.start()]
    return "." if before.count("“") > before.count("”") and "”" in dot.string[dot.end() :] else "。"


def tidy(text: str) -> str:
    """The print without spaces that only typesetting put there; those between two Chinese words stay.

    >>> tidy("举办 2024 年  数字赋能 全民共享")
    '举办2024年数字赋能 全民共享'
    >>> tidy("图 书 馆")
    '图书馆'
    """
    words = text.split()
    apart = len(words) > 2 and all(len(each) == 1 and each > "\u3400" for each in words)
    return "".join(words) if apart else _AFTER_DATE.sub("", _LOOSE_SPACE.sub("", " ".join(words)))


def clean(text: str) -> str:
    """Text without signs that nobody can see, radicals as the characters that are meant."""
    plain = "".join(
        unicodedata.normalize("NFKC", sign) if "\u2f00" <= sign <= "\u2fd5" else sign
        for sign in text.translate(_RADICALS)
        if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs") or sign == "\t"
    )
    return plain.rstrip()


def is_content(sign: str) -> bool:
    """Whether a sign says something: letters and digits do, punctuation does not."""
    return unicodedata.category(sign)[0] in "LN" or sign in "+%@"


def content(text: str) -> str:
    """Only the signs that say something."""
    return "".join(filter(is_content, text))


def counted(number: int, kind: str) -> str:
    """A number in the writing of a list, by the names that Word files have for them: 3, 三 or ③.

    >>> counted(12, "taiwaneseCountingThousand"), counted(3, "decimal"), counted(3, "decimalEnclosedCircle")
    ('十二', '3', '③')
    """
    if kind.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(ord("①") + number - 1)
    if kind == "ideographTraditional" and number <= 10:
        return "甲乙丙丁戊己庚辛壬癸"[number - 1]
    if not re.match("chinese|taiwanese|japanese|korean|ideograph", kind) or number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十") + (
        _NUMERALS[ones] if ones or not tens else ""
    )


def spelling(name: str) -> str:
    """A name without what differs only typographically: spaces, full and half width.

    >>> spelling("省委党校 (山东行政学院)") == spelling("省委党校（山东行政学院）")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).split())
