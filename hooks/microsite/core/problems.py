"""What is wrong in a data file, said the way a colleague would say it.

A *problem* stops a build; a *note* is about the official document itself and never does
(design promise 3: an office must be able to publish an imperfect notice faithfully).
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Severity(StrEnum):
    """How much a message weighs: a problem stops a build, a note never does."""

    PROBLEM = "problem"
    NOTE = "note"


def printable(text: str) -> str:
    """A message on one line, with the code of whatever a terminal would obey and not show.

    >>> printable("a\\nb")
    'a<U+000A>b'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else f"<U+{ord(c):04X}>" for c in text)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a data file; line and column count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


NOWHERE = Mark("")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is there, and what to write instead.

    ``code`` names the kind of mistake and never changes: the manual has a section for each.
    ``path`` is the field as a person would point to it (``activities[6].lead``), or empty.

    >>> print(Problem(Mark("a.yml", 3, 5), "year", "not-a-year", "“二〇二四”不是年份", "not a year"))
    a.yml:3:5: year: “二〇二四”不是年份 / not a year
    """

    severity: ClassVar = Severity.PROBLEM
    mark: Mark
    path: str
    code: str
    zh: str
    en: str

    def __str__(self) -> str:
        where = f"{self.mark}: {self.path}: " if self.path else f"{self.mark}: "
        return f"{where}{self.zh} / {self.en}"


class Mistake(Exception):
    """What is wrong with one value: the code of the mistake, and what to write instead in both languages.

    The reader adds file, line and field. ``key``: of a record, under which key the value stands.
    """

    def __init__(self, code: str, zh: str, en: str, key: str = "") -> None:
        super().__init__(f"{zh} / {en}")
        self.code, self.zh, self.en, self.key = code, zh, en, key


class MistakeBeside(Mistake):
    """What is wrong with one value, where its key and those of its record say what to write instead."""

    def __init__(self, code: str, message: Callable[[str, Collection[str]], tuple[str, str]]) -> None:
        super().__init__(code, *message("", ()))
        self.message = message


def wrong_value(code: str, text: str, zh: str, en: str, most: int = 40) -> Mistake:
    """What is wrong with a value, which both messages begin with."""
    return Mistake(code, f"“{text[:most]}”{zh}", f"“{text[:most]}” {en}")


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A remark about the document for its editor; it never fails a build, and belongs to no single field."""

    severity: ClassVar = Severity.NOTE
    path: ClassVar = ""
    mark: Mark
    code: str
    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.mark}: {self.zh} / {self.en}"

    def text(self, language: str) -> str:
        """The remark in one language: the Chinese one for ``zh``, else the English one."""
        return self.zh if language == "zh" else self.en


MOST = 100
"""Problems of one kind that are told of a file: a thousand would hide all others."""


def more(last: Problem, number: int) -> Problem:
    """That there are others of a kind, said at the last one that is told."""
    verb = "is" if number == 1 else "are"
    return Problem(
        last.mark,
        last.path,
        "more",
        f"这种错误（{last.code}）后面还有 {number} 处，没有列出；请改好这些再检查",
        f"there {verb} {number} more of this kind ({last.code}) that {verb} not listed; correct these and check again",
    )


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of one file, at most ``MOST`` of each kind, with how many more there are."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.code, []).append(problem)
    for found in kinds.values():
        if len(found) > MOST:
            found[MOST:] = [more(found[MOST - 1], len(found) - MOST)]
    return [problem for found in kinds.values() for problem in found]


def unknown_key(file: str, path: str, key: str, known: Iterable[str]) -> Problem:
    """A key that nothing reads; ``path`` is where it stands."""
    zh, en = did_you_mean(key, known)
    return Problem(Mark(file), path, "unknown-key", f"没有“{key}”这一项{zh or '；请删去'}", f"there is no key “{key}”{en or '; delete it'}")


class InvalidData(Exception):
    """The data cannot be published yet; carries every problem that was found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class RefusalError(Exception):
    """A command will not do what it was asked; nothing was written. The message says why, and what to do instead.

    ``subject`` is the folder, file or setting that it is about, ``code`` its section in the manual, if it has one.

    >>> print(RefusalError("没有这个文件", "there is no such file"))
    没有这个文件 / there is no such file
    >>> print(RefusalError("没有网站", "no site", "site", "no-site"))
    site: 没有网站 / no site [no-site]
    """

    def __init__(self, zh: str, en: str, subject: object = "", code: str = "") -> None:
        before, after = f"{subject}: " if subject else "", f" [{code}]" if code else ""
        super().__init__("\n".join(map(printable, f"{before}{zh} / {en}{after}".split("\n"))))
        self.zh, self.en, self.code = zh, en, code


def nearest(word: str, known: Iterable[str], likeness: float = 0.55) -> str | None:
    """The known name that looks most like a misspelt one, or None where none comes so close.

    >>> nearest("省人设厅", ["省人社厅", "省教育厅"])
    '省人社厅'
    >>> nearest("zzz", ["lead", "support"]) is None
    True
    """
    names = {folded(name): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(folded(word[:200]), sorted(names), n=1, cutoff=likeness)
    return names[found[0]] if found else None


def folded(word: str) -> str:
    """A word without what hides its likeness: capitals, full-width letters."""
    return unicodedata.normalize("NFKC", word).casefold()


def did_you_mean(word: str, known: Iterable[str], zh: str = "", en: str = "") -> tuple[str, str]:
    """The end of a message, Chinese and English, that names the nearest name; where none is near, what else to do."""
    near = nearest(word, known)
    return (f"，是否为“{near}”？", f"; did you mean “{near}”?") if near else (zh and f"；{zh}", en and f"; {en}")
