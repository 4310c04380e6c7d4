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


def data_at(revision: str, folder: Path, as_of: date) -> Data:
    """The data folder as it was at a revision; raises RefusalError, or InvalidData if it was broken."""
    packed = _git(["archive", "--format=tar", revision, folder.as_posix()])
    with tempfile.TemporaryDirectory() as place:
        _unpack(packed, Path(place))
        return data_folder.folder(Path(place) / folder, as_of)


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
    """The lines of a file at a revision, none where it was not there yet; raises RefusalError."""
    place = ["-C", str(path.absolute().parent)]
    found = _git([*place, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"])
    commit = found.decode().strip()
    if not _git([*place, "ls-tree", "--name-only", commit, path.name]):
        return []
    return _git([*place, "show", f"{commit}:./{path.name}"]).decode("utf-8", "replace").splitlines()


def lines_ever(path: Path) -> list[str]:
    """Every line that any state of a file in git's history ever added; raises RefusalError."""
    log = "log --full-history --reverse --patch --unified=0 --format= --no-color --no-ext-diff --no-textconv"
    patches = _git(["-C", str(path.absolute().parent), *log.split(), "--", path.name])
    lines = patches.decode("utf-8", "replace").splitlines()
    return [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++ ")]


def _git(arguments: list[str]) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise RefusalError("没有安装 git", "git is not installed")
    done = subprocess.run([git, *arguments], capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RefusalError("git 里找不到这个版本", f"git has no such state: {why[-1] if why else ''}")
    return done.stdout
