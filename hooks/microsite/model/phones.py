"""Telephone numbers as they are dialled."""

from __future__ import annotations

import re
import unicodedata


def dial(phone: str) -> str:
    """A printed telephone number as it is dialled (RFC 3966: global where it can be, with extension).

    >>> dial("0791—88912762"), dial("0791-88912762-801"), dial("12345")
    ('+8679188912762', '+8679188912762;ext=801', '12345')
    """
    plain = unicodedata.normalize("NFKC", phone)
    with_extension = _EXTENSION.fullmatch(plain.strip())
    digits, extension = _digits(plain), ""
    if with_extension:
        digits, extension = _digits(with_extension[1]), f";ext={with_extension[2]}"
    if plain.lstrip().startswith("+"):
        return f"+{digits}{extension}"
    if digits.startswith("00"):
        return f"+{digits[2:]}{extension}"
    if digits.startswith("0"):
        return f"+86{digits[1:]}{extension}"
    return f"+86{digits}" if _MOBILE.fullmatch(digits) else digits


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


# Area code, number, extension: 0791-88912762-801. A number set in groups has no seven digits in one.
_EXTENSION = re.compile(r"(.*0[0-9]{2,3}\D+[0-9]{7,8})[-－—–‐]+([0-9]{1,6})")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
