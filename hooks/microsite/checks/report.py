"""What a check or a build found, for people and for other programs: review comments, quality reports, JSON.

Each message names its section in the manual. Files are named from the folder that holds the data
folder, which is where the commands are run.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ..core.language import some
from ..core.problems import InvalidData, Note, Problem, RefusalError, Severity

MANUAL = "docs/manual/problems.md"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check says: problems stop a build, notes never do."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    data: PurePath

    def items(self) -> Iterable[tuple[Problem | Note, str]]:
        """Problems and then notes, each with the name of its file."""
        both: list[Problem | Note] = [*self.problems, *self.notes]
        return [(item, self._file(item.mark.file)) for item in both]

    def _file(self, name: str) -> str:
        """Messages call the data folder ``data`` and name its neighbours from beside it."""
        if name.split("/", 1)[0] == "data":
            return (self.data / name.removeprefix("data").lstrip("/")).as_posix()
        return (self.data.parent / name).as_posix()


def anchor(code: str) -> str:
    """The section of the manual about a message."""
    return f"{MANUAL}#{code}"


def line(item: Problem | Note) -> str:
    """One message for a person, with its code at the end."""
    return f"{item} [{item.code}]"


def lines(problems: Sequence[Problem]) -> str:
    """Problems for a person, after a line with their number."""
    head = f"发现 {len(problems)} 处错误 / {some(len(problems), 'problem')}:"
    return "\n".join([head, *map(line, problems)])


def untouched(error: InvalidData | RefusalError | OSError) -> str:
    """Why a build ended, for a person: wrong input, or a disk that is full or gives no right."""
    if not isinstance(error, OSError):
        return f"有错误，网站没有改动 / there are problems, the site is unchanged:\n{error}"
    zh, en = "文件读不了或写不进去，原来的网站没有变", "a file cannot be read or written, the site is unchanged"
    return f"{zh} / {en}: {error}"


def unreadable(error: OSError) -> str:
    """A file that a command cannot read or write, for a person."""
    where, why = f"{error.filename}: " if error.filename else "", error.strerror or error  # none is what a shell sends elsewhere
    zh = f"读不了或写不进去（{why}）；请检查文件夹、权限和磁盘空间"
    return f"{where}{zh} / cannot be read or written ({why}); check the folder, its permissions and the disk space"


def _words(item: Problem | Note) -> str:
    path = f"{item.path}: " if item.path else ""
    return f"{path}{item.zh} / {item.en}"


# --- GitHub -----------------------------------------------------------------------------------


def _data(text: str) -> str:
    """Text of a workflow command: only these three would end it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same where a comma and a colon mean something, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def github(report: Report) -> str:
    """Workflow commands, which GitHub shows at the lines of a change."""
    return "".join(f"{_command(item, file)}\n" for item, file in report.items())


def _command(item: Problem | Note, file: str) -> str:
    kind = {Severity.PROBLEM: "error", Severity.NOTE: "notice"}[item.severity]
    at = {"file": file, "line": str(item.mark.line), "col": str(item.mark.column), "title": item.code}
    properties = ",".join(f"{key}={_property(value)}" for key, value in at.items())
    return f"::{kind} {properties}::{_data(f'{_words(item)} ({anchor(item.code)})')}"


# --- GitLab -----------------------------------------------------------------------------------


def gitlab(report: Report) -> str:
    """A code quality report (the Code Climate format as GitLab reads it)."""
    seen: Counter[str] = Counter()
    return _json([_issue(item, file, seen) for item, file in report.items()])


def _issue(item: Problem | Note, file: str, seen: Counter[str]) -> dict[str, Any]:
    """The fingerprint leaves the line out: a message that only moved is not a new one."""
    same = "\0".join([file, item.code, _words(item)])
    seen[same] += 1
    return {
        "description": f"{_words(item)} ({anchor(item.code)})",
        "check_name": item.code,
        "fingerprint": hashlib.sha256(f"{same}\0{seen[same]}".encode()).hexdigest(),
        "severity": {Severity.PROBLEM: "major", Severity.NOTE: "info"}[item.severity],
        "location": {"path": file, "lines": {"begin": item.mark.line}},
    }


# --- JSON -------------------------------------------------------------------------------------


def as_json(report: Report) -> str:
    """Problems and notes with their places, both languages and the manual's address."""
    found: dict[str, list[dict[str, Any]]] = {f"{severity}s": [] for severity in Severity}
    for item, file in report.items():
        found[f"{item.severity}s"].append(
            {
                "file": file,
                "line": item.mark.line,
                "column": item.mark.column,
                "path": item.path,
                "code": item.code,
                "zh": item.zh,
                "en": item.en,
                "url": anchor(item.code),
            }
        )
    return _json(found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


WRITERS = {"github": github, "gitlab": gitlab, "json": as_json}
"""How each format but ``text`` is written."""
FORMATS = ("text", *WRITERS)
