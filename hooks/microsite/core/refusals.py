"""One clear sentence, Chinese and English, for a command that will not do what it was asked."""

from __future__ import annotations


class RefusalError(Exception):
    """Nothing was written; the message says why, and what to do instead.

    >>> print(RefusalError("没有这个文件", "there is no such file"))
    没有这个文件 / there is no such file
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")
        self.zh, self.en = zh, en
