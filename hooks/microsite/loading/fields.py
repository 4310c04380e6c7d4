"""What a single value in a data file may look like: an id, a number, a day, a list of bodies.

Every scalar arrives as text, as ``source`` read it. A value that does not fit is refused with a
message in both languages that says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from ..core.choices import ALL, OPEN, is_year
from ..core.colours import is_colour
from ..core.dates.fuzzy import DateError
from ..core.dates.fuzzy import parse as parse_date

# Names that no file or folder can have on Windows, whatever its ending: the site may be served from there.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_CODE = re.compile(r"[a-z][a-z0-9]{2,7}")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_HOST = r"[^\s<>\"'\\/?#@:\[\]\x00-\x1f\x7f]+(?::(?P<port>[0-9]{1,5}))?"
_URL = re.compile(rf"https?://{_HOST}([/?#][^\s<>\"'\\\x00-\x1f\x7f]*)?")
_PHONE = re.compile(r"[0-9０-９+＋()（）\s\-－—–‐]{5,40}")


def refuse(code: str, zh: str, en: str) -> PydanticCustomError:
    """A mistake in one value, with its message in both languages (braces would be placeholders)."""
    return PydanticCustomError(code, "{zh}\n{en}", {"zh": zh, "en": en})


def _id(text: str) -> str:
    if text in _DEVICES:
        zh = f"“{text}”不能做编号，Windows 不允许文件夹叫这个名字；请换一个，如 {text}-quiz"
        en = f"“{text}” cannot be an id, Windows has no folder of that name; choose another, such as {text}-quiz"
        raise refuse("not-an-id", zh, en)
    if not _ID.fullmatch(text) or not 2 <= len(text) <= 60:
        zh = f"“{text[:60]}”不能做编号；请用小写英文字母开头，只含小写字母、数字和连字符，如 online-quiz"
        en = f"“{text[:60]}” cannot be an id; start with a letter, use a-z, 0-9 and hyphens only, such as online-quiz"
        raise refuse("not-an-id", zh, en)
    return text


def _code(text: str) -> str:
    if text in _DEVICES or not _CODE.fullmatch(text):
        zh = f"“{text[:40]}”不能做短地址；请用三到八个小写字母和数字，以字母开头，如 j2207"
        en = f"“{text[:40]}” cannot be a short address; use three to eight letters and digits, a letter first, such as j2207"
        raise refuse("not-a-code", zh, en)
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise refuse(
            "empty",
            "这里是空的；请填写内容，或删去这一行",
            "nothing is written here; fill it in or delete the line",
        )
    return text.strip()


def _line(text: str) -> str:
    text = _filled(text)
    if "\n" in text:
        raise refuse("not-one-line", "这里只能写一行；请合并成一行", "this must be one line; join the lines")
    return text


def _number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,8}", value):
        raise refuse(
            "not-a-number",
            f"“{value[:40]}”不是数目；请写阿拉伯数字，如 3",
            f"“{value[:40]}” is not a number; write digits, such as 3",
        )
    return value


def _year(value: Any) -> Any:
    if isinstance(value, str) and not is_year(value):
        raise refuse(
            "not-a-year",
            f"“{value[:40]}”不是年份；请写四位数字，如 2024",
            f"“{value[:40]}” is not a year; write four digits, such as 2024",
        )
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, str) and value not in ("true", "false"):
        raise refuse(
            "not-true-or-false",
            f"“{value[:40]}”应写成 true 或 false",
            f"“{value[:40]}” must be true or false",
        )
    return value == "true" if isinstance(value, str) else value


def _colour(text: str) -> str:
    if not is_colour(text):
        raise refuse(
            "not-a-colour",
            f'“{text[:40]}”不是颜色；请写成带引号的 "#a1242c" 这样的六位代码',
            f'“{text[:40]}” is not a colour; write six digits in quotes, such as "#a1242c"',
        )
    return text.lower()


def _url(text: str) -> str:
    found = _URL.fullmatch(text)
    if found is None or int(found["port"] or 0) > 65535:
        raise refuse(
            "not-an-address",
            f"“{text[:60]}”不是网址；请以 https:// 或 http:// 开头",
            f"“{text[:60]}” is not a web address; begin with https:// or http://",
        )
    return text


def _phone(text: str) -> str:
    if "@" in text or "＠" in text:
        raise refuse(
            "mailbox-in-phone",
            "联系人里没有邮箱这一项，请删去邮箱，只留电话",
            "contacts have no place for mailboxes; take it out and leave the telephone",
        )
    digits = re.sub(r"\D", "", text)
    if not _PHONE.fullmatch(text) or not 5 <= len(digits) <= 15:
        raise refuse(
            "not-a-phone",
            f"“{text[:40]}”不是电话号码；请连区号一起写，如 0791-88912762",
            f"“{text[:40]}” is not a telephone number; write it with its area code, such as 0791-88912762",
        )
    return text


def _body(name: str, info: ValidationInfo) -> str:
    """A body is known when the region's register has it; without a register nothing is asked."""
    context: dict[str, Any] = info.context or {}
    find: Callable[[str], object] | None = context.get("find_body")
    if find is None or name in (OPEN, ALL) or find(name) is not None:
        return name
    # Whom it is like is asked where it is told (read): of a thousand such names, a hundred are.
    raise PydanticCustomError("unknown-body", "{name}", {"name": name, "known": context["known_bodies"]})


def open_last(names: list[str]) -> list[str]:
    """Names of which only the last may be 等, and not alone."""
    if OPEN in names[:-1] or names == [OPEN]:
        raise refuse("open-not-last", "“等”只能写在名单最后", "“等” can only be the last of a list")
    return names


def _all_alone(names: list[str]) -> list[str]:
    if ALL in names and len(names) > 1:
        raise refuse(
            "all-not-alone",
            "“all”表示所有活动单位，只能单独写",
            "“all” means every body and must stand alone",
        )
    return names


def _one_to_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _day(text: str) -> str:
    """A single day, as the notice prints it (2024年5月27日) or as 2024-05-27."""
    try:
        found = parse_date(text)
    except DateError as error:
        if error.code == "year-missing":
            raise refuse(
                "year-missing",
                f"“{text[:40]}”没有写年份；请写年月日，如 2024年5月27日",
                f"“{text[:40]}” has no year; write year, month and day, such as 2024-05-27",
            ) from None
        raise refuse(error.code, error.zh, error.en) from None
    if not found.is_exact or found.earliest != found.latest:
        raise refuse(
            "not-a-day",
            f"“{text}”不是某一天；请写年月日，如 2024年5月27日",
            f"“{text}” is not one day; write year, month and day, such as 2024-05-27",
        )
    return text


def _moment(text: str) -> str:
    """A day, perhaps with hour and minute."""
    day, _, time = text.rpartition(" ") if ":" in text else (text, "", "")
    if time and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", time):
        raise refuse(
            "not-a-time-of-day",
            f"“{time[:20]}”不是几点几分；请写成 09:30 这样",
            f"“{time[:20]}” is not a time of day; write it as 09:30",
        )
    _day(day)
    return text


def text_to_record(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def name_to_record(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(_id)]
Code = Annotated[str, AfterValidator(_code)]
Line = Annotated[str, AfterValidator(_line)]
Prose = Annotated[str, AfterValidator(_filled)]
Number = Annotated[int, BeforeValidator(_number)]
Year = Annotated[int, BeforeValidator(_year)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Colour = Annotated[str, AfterValidator(_colour)]
Url = Annotated[str, AfterValidator(_line), AfterValidator(_url)]
Phone = Annotated[str, AfterValidator(_line), AfterValidator(_phone)]
Day = Annotated[str, AfterValidator(_line), AfterValidator(_day)]
Moment = Annotated[str, AfterValidator(_line), AfterValidator(_moment)]
Spellings = Annotated[list[Line], BeforeValidator(_one_to_list), Field(min_length=1)]
"""Ways to write one thing; a list that is never open."""
Names = Annotated[Spellings, AfterValidator(open_last)]
"""Names as printed; the last may be 等."""
Body = Annotated[str, AfterValidator(_line), AfterValidator(_body)]
Bodies = Annotated[
    list[Body],
    BeforeValidator(_one_to_list),
    Field(min_length=1),
    AfterValidator(open_last),
    AfterValidator(_all_alone),
]
"""Bodies as printed; the last may be 等; ``all`` stands for every body of the campaign."""
