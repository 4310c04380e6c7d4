"""The two languages of the site, and text that knows which one it is in.

Language tags follow BCP 47; language of parts follows WCAG 2.2, 3.1.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markupsafe import Markup, escape

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
DEFAULT: Language = "zh"
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}
DRAFT: dict[Language, str] = {"zh": "〔草稿〕", "en": "[Draft] "}
"""Stands before the name of a draft, wherever a preview prints it."""


def some(number: int, one: str, many: str = "") -> str:
    """How many there are, in English; ``many`` where the plural is not the usual one.

    >>> some(1, "cell"), some(2, "cell"), some(0, "body"), some(2, "host is", "hosts are")
    ('1 cell', '2 cells', '0 bodies', '2 hosts are')
    """
    return f"{number} {one if number == 1 else many or plural(one)}"


def plural(word: str) -> str:
    """Of a word in English.

    >>> plural("activity"), plural("day"), plural("address"), plural("results")
    ('activities', 'days', 'addresses', 'results')
    """
    if word.endswith("ss"):
        return f"{word}es"
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return word if word.endswith("s") else f"{word}s"


# A run of Chinese: ideographs with the punctuation, digits and spaces that stand between them, a
# number in front (2024年), brackets and full stops of its own around. Quotation marks around it
# belong to the English sentence; repetitions are bounded, for the text may be anybody's.
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(
    f"[《〈「『〔（]{{0,4}}(?:(?<![0-9A-Za-z.,])[0-9]{{1,8}})?[{_HAN}]"
    f"(?:[{_HAN}0-9·，、；：。！？《》〈〉「」『』〔〕（）“”‘’ ]*[{_HAN}》〉」』〕）。！？])*"
)
_ANY_HAN = re.compile(f"[{_HAN}]").search  # asked first: the run is a costly question to a text without any
_TEXT_NODE = re.compile(r">([^<]+)<")


_SIGNS = re.compile("[&<>\"']").search


def escaped(text: str) -> str:
    """The text for HTML, as markupsafe's ``escape`` has it, but without an object that says so."""
    return str(escape(text)) if _SIGNS(text) else text


@lru_cache(maxsize=4096)  # names of bodies and titles stand on many pages
def mark_parts(escaped: str) -> str:
    """Wrap each Chinese run of an English text in an element that says so.

    Takes and gives escaped text without tags.

    >>> mark_parts("the app 赣服通 (Jiangxi)")
    'the app <span lang="zh-CN">赣服通</span> (Jiangxi)'
    """
    if not _ANY_HAN(escaped):
        return escaped
    return _HAN_RUN.sub(lambda run: f'<span lang="zh-CN">{run[0]}</span>', escaped)


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_HOURS = "[0-9]{1,2}:[0-9]{2}"
_NUMBER = re.compile(
    rf"[0-9]+(?:-[0-9]+)+|[0-9]{{3,4}}[—–][0-9]{{7,8}}|{_HOURS}[—–-]{_HOURS}|[0-9]+ [\u4e00-\u9fff]|[0-9]{{1,2}} (?:{_MONTH})\b"
)


_MAY_HAVE_ONE = re.compile("[—–-]|[0-9] ").search


def unbroken(safe: str) -> str:
    """Numbers with hyphens in escaped text stay in one line, so do hours, and others with what they count: 143 号, 6 June.

    >>> unbroken("电话0791-88912762")
    '电话<span class="ms-number">0791-88912762</span>'
    >>> unbroken("湖滨路 143 号")
    '湖滨路 <span class="ms-number">143 号</span>'
    >>> unbroken("6 June, 8:30–18:00")
    '<span class="ms-number">6 June</span>, <span class="ms-number">8:30–18:00</span>'
    """
    if not _MAY_HAVE_ONE(safe):  # of thousands of texts hardly any has one
        return safe
    return _NUMBER.sub(lambda number: f'<span class="ms-number">{number[0]}</span>', safe)


def mark_parts_in_html(html: str) -> str:
    """The same for finished HTML: only text between tags is touched."""
    return in_html(mark_parts, html)


def in_html(change: Callable[[str], str], html: str) -> str:
    """Finished HTML with each text between its tags changed."""
    return _TEXT_NODE.sub(lambda node: f">{change(node[1])}<", f">{html}<")[1:-1]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one language, printed on a page in another (or the same).

    In a template ``{{ text }}`` prints it escaped; where its language is not the page's it is
    wrapped in an element with its own ``lang``. ``{{ text.plain }}`` is for attributes and
    titles, where no element can stand.
    """

    plain: str
    language: Language
    page: Language
    outdated: bool = False

    def __html__(self) -> str:
        safe = escaped(self.plain)
        if self.language != self.page:
            return f'<span lang="{TAGS[self.language]}">{unbroken(safe)}</span>'
        return unbroken(mark_parts(safe) if self.page == "en" else safe)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.plain)

    @property
    def is_foreign(self) -> bool:
        """Shown in another language than the page's, because no translation exists."""
        return self.language != self.page

    def markup(self) -> Markup:
        return Markup(self.__html__())  # noqa: S704 - escaped above
