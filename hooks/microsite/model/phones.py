"""Telephone numbers as they are read and dialled."""

from __future__ import annotations

import re
import unicodedata


def shown(printed: str) -> str:
    """A printed number as people read it: one hyphen after the area code, half-width digits.

    >>> shown("0791—88912762"), shown("０７９１－８８９１２７６２")
    ('0791-88912762', '0791-88912762')
    """
    return " ".join(re.sub("[—–－‐-]+", "-", printed.translate(_HALF_WIDTH)).split())


def apart(printed: str) -> tuple[str, str]:
    """A printed number and its extension, where 转 or 分机 says that it is one.

    >>> apart("0791—88912762转801"), apart("0791—88912762")
    (('0791-88912762', '801'), ('0791-88912762', ''))
    """
    found = _EXTENDED.fullmatch(printed.strip())
    said = found is not None and found["sign"] != "-"
    return (shown(found["number"]), found["extension"]) if found and said else (shown(printed), "")


def dial(phone: str) -> str:
    """A printed telephone number as it is dialled (RFC 3966: global where it can be, with extension).

    A number that nobody could dial as it is written gives nothing.

    >>> dial("0791—88912762"), dial("0791-88912762转801"), dial("12345"), dial("0791-889")
    ('+8679188912762', '+8679188912762;ext=801', '12345', '')
    """
    plain = re.sub(r"[－—–‐]+", "-", unicodedata.normalize("NFKC", phone)).strip()
    extended = _EXTENDED.fullmatch(plain)
    number = _whole(extended["number"]) if extended else ""
    if _RAILWAY.fullmatch(plain):
        return plain.replace("-", "")
    abroad = number.startswith("+") and not number.startswith("+86")  # there hyphens part the number itself
    if extended and number and not (abroad and extended["sign"] == "-"):
        return f"{number};ext={extended['extension']}"
    return _whole(plain)


def has_no_area_code(phone: str) -> bool:
    """Whether a number reaches somebody only from within its town; those that begin with 9 are short ones of services.

    >>> [has_no_area_code(each) for each in ("6660200", "6660200转8", "0577-6660200", "12345", "95105105", "4001234567")]
    [True, True, False, False, False, False]
    """
    return bool(re.fullmatch("[2-8][0-9]{6,7}", dial(phone).partition(";")[0]))


def _whole(text: str) -> str:
    """A number without an extension, or nothing where it is none."""
    digits = re.sub(r"[^0-9]", "", text)
    if _AMERICAN.fullmatch(text):
        return ""
    if text.lstrip("( ").startswith("+"):
        return _with_country(digits)
    if digits.startswith("00"):
        return _with_country(digits[2:])
    if _AT_HOME.fullmatch(digits):
        return f"+86{digits.removeprefix('0')}"
    if _LOCAL.fullmatch(digits):
        return digits
    return _with_country(digits) if digits.startswith("86") else ""


def _with_country(digits: str) -> str:
    """A number that begins with the code of a country; within China the 0 of an area code is not dialled."""
    if not digits.startswith("86"):
        most = next((len(code) + behind for code, behind in _BEHIND_THE_CODE.items() if digits.startswith(code)), MOST_DIGITS)
        return f"+{digits}" if 7 <= len(digits) <= most else ""
    inside = digits[2:].removeprefix("0")
    return f"+86{inside}" if _AT_HOME.fullmatch(f"0{inside}") or _SERVICE.fullmatch(inside) else ""


_HALF_WIDTH = str.maketrans("０１２３４５６７８９＋", "0123456789+")
MOST_DIGITS = 15
"""Digits that a number has with the code of its country, at most (ITU-T E.164)."""
_BEHIND_THE_CODE = {"1": 10, "7": 10, "33": 9, "34": 9, "44": 10, "61": 9, "65": 8, "81": 10, "852": 8, "853": 8, "886": 9, "91": 10}
"""Digits at most behind the code of a country, where that is fixed: more are an extension, or a 0 that is not dialled from abroad."""

_EXTENDED = re.compile(r"(?P<number>.*[0-9)])\s*(?P<sign>-|转|分机|\(转)\s*(?P<extension>[0-9]{1,6})\)?")
# An area code with its number (010 and 02x have three digits, the others four) or with a short one of that town, or a mobile telephone.
_AT_HOME = re.compile(
    r"0(?:10|2[0-9])[1-9][0-9]{7}|0[3-9][0-9]{2}[1-9][0-9]{6,7}|0(?:10|2[0-9]|[3-9][0-9]{2})(?:12[0-9]{3}|96[0-9]{3,4})"
    r"|0?1[3-9][0-9]{9}"
)
_AMERICAN = re.compile(r"1[- ]\(?[2-9][0-9]{2}\)?[- ][2-9][0-9]{2}[- ][0-9]{4}")
"""Without the sign for the code of a country it would be taken for a mobile telephone."""
_RAILWAY = re.compile("95105-?[0-9]{3}")
"""A number of eight digits, whose end is no extension."""
_SERVICE = re.compile(r"[48]00[0-9]{7}")
# What is dialled as it stands: a number within a town, the short ones of services, 400 and 800.
_LOCAL = re.compile(r"[2-9][0-9]{6,7}|11[0-9]|12[02]|1[0-9]{4,5}|1010[0-9]{4}|9[0-9]{4,7}|[48]00[0-9]{7}")
