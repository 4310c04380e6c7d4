"""Earlier states of the data, read from git: for comparing, never for publishing."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from datetime import date
from pathlib import Path

from ..core.problems import InvalidData, RefusalError
from ..loading import data_folder
from ..loading.data_folder import Data

UNREAD = "history-not-read"
"""There is a history, and git does not show it, or not all of it."""


def data_at(revision: str, folder: Path, as_of: date) -> Data:
    """The data folder as it was at a revision; raises RefusalError, or InvalidData if it was broken."""
    inside = ["-C", str(folder.absolute())]  # it may be a link or a repository of its own, and is packed without its name
    packed = _git([*inside, "archive", "--format=tar", _commit(inside, revision)])
    with tempfile.TemporaryDirectory() as place:
        then = Path(place) / folder.absolute().name
        _unpack(packed, then)
        return data_folder.folder(then, as_of)


def _commit(inside: list[str], revision: str) -> str:
    """The commit of a revision, which may look like an option."""
    try:
        return _git([*inside, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"]).decode().strip()
    except RefusalError:
        _ask_for_whole_history(inside, "里面没有这个版本", "which does not have this state")
        raise


def _ask_for_whole_history(inside: list[str], zh: str, en: str) -> None:
    """Raises RefusalError, with what cannot be done, where the history was cut off when it was fetched."""
    if _git([*inside, "rev-parse", "--is-shallow-repository"]).strip() == b"true":
        raise RefusalError(
            f"这里只有最近的历史，{zh}；请先取全部历史：git fetch --unshallow（CI 里写 fetch-depth: 0）",
            f"only the latest history is here, {en}; fetch all of it: git fetch --unshallow (in a pipeline fetch-depth: 0)",
            code=UNREAD,
        )


def _unpack(packed: bytes, place: Path) -> None:
    """Plain files only, as git wrote them; links and devices have no place among data."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                path = place / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def last_commit(folder: Path, as_of: date) -> Data | None:
    """The data of the last commit, or None where there is none to compare with."""
    try:
        return data_at("HEAD", folder, as_of)
    except (RefusalError, InvalidData):
        return None


def lines_at(revision: str, path: Path) -> list[str]:
    """The lines of a file at a revision, wherever it lay then, none where it was not there yet; raises RefusalError."""
    inside = ["-C", str(path.absolute().parent)]
    commit = _commit(inside, revision)
    there = (_git([*inside, "ls-tree", "-r", "--full-tree", "-z", "--name-only", commit, place]) for place in _places(inside, path.name))
    found = (name for names in there for name in names.decode().split("\0") if name)
    return [line for name in found for line in _text(_git([*inside, "show", f"{commit}:{name}"]))]


def lines_ever(path: Path) -> list[str]:
    """Every line that any state of a file in git's history ever added, merges and former places as well; raises RefusalError."""
    inside = ["-C", str(path.absolute().parent)]
    en = "which cannot tell whether every published address is still there"
    _ask_for_whole_history(inside, "看不出登记过的地址是否都在", en)
    if not _git([*inside, "rev-parse", "--revs-only", "HEAD"]):  # no commit yet
        return []
    try:
        return _added(inside, _places(inside, path.name))
    except RefusalError as error:
        raise RefusalError("git 读不出以前的登记", f"git cannot read the earlier entries: {error.en}", code=UNREAD) from error


def _added(inside: list[str], places: list[str]) -> list[str]:
    """Every line that was ever added to files at these places."""
    options = "--reverse --patch --text --unified=0 --format= --no-color --no-ext-diff --no-textconv --no-renames"
    patches = _git([*inside, *_LOG, *options.split(), "--", *(f":(top,literal){place}" for place in places)])
    return [line[1:] for line in _text(patches) if line.startswith("+") and not line.startswith("+++ ")]


_CONFIGURED = {"log.showRoot": "true", "log.follow": "false", "log.diffMerges": "separate", "core.quotePath": "false"}
"""What somebody may have set otherwise, and would hide a part of the history."""
_LOG = (*(word for key, value in _CONFIGURED.items() for word in ("-c", f"{key}={value}")), "log", "-m", "--full-history", "--no-relative")


def _places(inside: list[str], name: str) -> list[str]:
    """Where a file lies in its repository, and where it lay before its folder was moved or renamed, in one commit or in several."""
    found = [_git([*inside, "rev-parse", "--show-prefix"]).decode().strip("\n") + name]
    moves = _git([*inside, *_LOG, "--format=%x00", "--name-status", "-M1%", "--", f":(top,glob)**/{name}"])
    commits = [[line.split("\t") for line in _text(commit) if line] for commit in moves.split(b"\0")]
    deleted = [(at, line[1]) for at, lines in enumerate(commits) for line in lines if line[0] == "D"]
    for place in found:  # which grows
        for at, lines in enumerate(commits):  # the newest first
            if not any(line[-1] == place and line[0][0] in "AR" for line in lines):
                continue
            renamed = [line[1] for line in lines if line[0][0] == "R" and line[-1] == place]
            gone = renamed or [line[1] for line in lines if line[0][0] == "D"]
            gone = gone or [former for when, former in deleted if when > at and _came_from(former, place, inside)]
            found += [former for former in gone if former not in found]
    return found


def _came_from(former: str, place: str, inside: list[str]) -> bool:
    """Whether a file that was deleted came back at another place: more than half of its entries are there."""
    before, after = ({line for line in _added(inside, [each]) if line[:1] not in ("", "#")} for each in (former, place))
    return former != place and 2 * len(before & after) > len(before)


def _text(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").split("\n")


GIVEN_TO_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables in which git tells its own hooks where they are; asked from another folder it would find nothing."""


def _git(arguments: list[str]) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise RefusalError("没有安装 git", "git is not installed")
    done = subprocess.run([git, *arguments], capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if why and "safe.directory" in why[-1]:
            zh, en = "这个文件夹属于别的用户，git 不读；请运行", "this folder belongs to another user and git does not read it; run"
            raise RefusalError(f"{zh}：{why[-1].strip()}", f"{en}: {why[-1].strip()}", code=UNREAD)
        raise RefusalError("git 里找不到这个版本", f"git has no such state: {why[-1] if why else ''}")
    return done.stdout
