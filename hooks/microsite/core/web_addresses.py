"""What a full address in the settings of a site may be, and how it is shown in a message."""

from __future__ import annotations

import re

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_NOWHERE = r"\s\\<>\"'`{}|^\x00-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Signs that no address has: those that browsers change, and those that nobody sees."""
_SENTENCE = "。｡，、；：？！…“”‘’（）《》【】"
"""Signs of a Chinese sentence, or of a bracket in one, which nobody means to have in an address."""
WEB = rf"https?://(?:{HOST}|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{{1,5}}))?(?P<path>[/?#][^{_NOWHERE}{_SENTENCE}]*)?"
"""A full address in the settings of a site: a host, no name of a user, nothing unseen, no sign of a sentence."""
MAIL = rf"mailto:[^@/?#{_NOWHERE}]+@{HOST}\.{_LABEL}(?:\?[^#{_NOWHERE}]*)?"


def without_password(text: str) -> str:
    """An address for a message.

    >>> without_password("https://user:secret@a.gov.cn/")
    'https://…@a.gov.cn/'
    """
    return re.sub(r"//[^/]*@", "//…@", text)
