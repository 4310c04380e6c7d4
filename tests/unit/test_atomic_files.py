"""A file is written whole or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import access_lists
from microsite.core import atomic_files
from microsite.core.problems import RefusalError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_bytes(b"old")
    (tmp_path / "real.yml").chmod(0o640)
    (tmp_path / "link.yml").symlink_to("real.yml")
    atomic_files.write(tmp_path / "link.yml", b"new")
    assert (tmp_path / "link.yml").is_symlink()
    assert (tmp_path / "real.yml").read_bytes() == b"new"
    assert (tmp_path / "real.yml").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["link.yml", "real.yml"]


def test_a_file_keeps_its_owner_and_its_access_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, owners = tmp_path / "data.yml", []
    file.write_bytes(b"old")
    access_list = access_lists.for_one_user(file)
    monkeypatch.setattr(os, "chown", lambda _, *owner: owners.append(owner))
    atomic_files.write(file, b"new")
    assert (file.read_bytes(), owners) == (b"new", [(file.stat().st_uid, file.stat().st_gid)])
    assert access_lists.of(file) == access_list


def test_what_says_the_same_already_is_not_written(tmp_path: Path) -> None:
    """Neither alone nor among others: an editor would ask whether to read it again, and a full disk could cut it."""
    file, other = tmp_path / "data.yml", tmp_path / "other.yml"
    file.write_bytes(b"same")
    other.write_bytes(b"old")
    before = file.stat()
    atomic_files.write(file, b"same")
    atomic_files.write_all({}, {file: b"same", other: b"new"})
    assert (file.stat().st_ino, file.stat().st_mtime_ns, other.read_bytes()) == (before.st_ino, before.st_mtime_ns, b"new")


def test_a_disk_that_is_full_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.yml"
    old.write_bytes(b"old")
    written: list[Path] = []

    def full(path: Path, data: bytes) -> int:
        if written:
            raise OSError(28, "No space left on device", str(path))
        written.append(path)
        with path.open("wb") as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RefusalError) as told:
        atomic_files.write_all({tmp_path / "new.yml": b"n"}, {old: b"changed"})
    assert "写不进去（No space left on device），什么也没有改" in str(told.value)
    assert (names(tmp_path), old.read_bytes()) == (["old.yml"], b"old")


def failing(real: Callable[..., None], when: Callable[[int], bool]) -> Callable[..., None]:
    """A call of the system that refuses where its count says so."""
    calls = iter(range(1, 100))

    def call(*arguments: object) -> None:
        if when(next(calls)):
            raise OSError(122, "Disk quota exceeded")
        real(*arguments)

    return call


@pytest.fixture
def two(tmp_path: Path) -> dict[Path, bytes]:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_bytes(b"old")
    return {tmp_path / "a.yml": b"changed", tmp_path / "b.yml": b"changed"}


@pytest.mark.parametrize("call", ["fsync", "link", "replace"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_the_system_refuses_at_any_step_leaves_every_file_as_it_was(
    call: str, number: int, two: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quota of a disk in the network shows when a file is synced, or later."""
    monkeypatch.setattr(os, call, failing(getattr(os, call), lambda count: count == number))
    try:
        atomic_files.write_all({tmp_path / "new.yml": b"n"}, two)
    except RefusalError as told:
        assert "写不进去（Disk quota exceeded），什么也没有改" in told.zh  # noqa: PT017 - a disk without links needs none
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yml": b"old", "b.yml": b"old"}
    else:
        assert call == "link" or (call, number) == ("replace", 3)
        assert {path.read_bytes() for path in two} == {b"changed"}
        assert names(tmp_path) == ["a.yml", "b.yml", "new.yml"]


def test_a_file_that_cannot_be_put_back_is_told_with_where_the_former_one_is(
    two: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", failing(Path.replace, lambda count: count > 1))
    with pytest.raises(RefusalError) as told:
        atomic_files.write_all({}, two)
    kept, *files = names(tmp_path)
    assert (files, (tmp_path / kept).read_bytes()) == (["a.yml", "b.yml"], b"old")
    assert f"“{tmp_path / 'b.yml'}”写不进去（Disk quota exceeded），没能恢复的：{tmp_path / 'a.yml'}（原来的在 {kept}）" in told.value.zh
    assert [path.read_bytes() for path in two] == [b"changed", b"old"]


WRITES = """
import sys
from pathlib import Path
from microsite.core import atomic_files
from microsite.core.problems import RefusalError
for line in sys.stdin:
    file, what = Path(line.strip()), sys.argv[2].encode()
    try:
        if sys.argv[1] == "new":
            atomic_files.write_all({file: what}, {})
        else:
            atomic_files.write(file, what)
        print("wrote", flush=True)
    except RefusalError:
        print("refused", flush=True)
"""


@pytest.mark.parametrize("kind", ["new", "changed"])
def test_two_at_once_never_lose_what_one_says_it_wrote(kind: str, tmp_path: Path) -> None:
    hooks = Path(atomic_files.__file__).parents[2]
    pair = [
        subprocess.Popen(
            [sys.executable, "-c", WRITES, kind, what], cwd=hooks, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for what in ("one", "other")
    ]
    every = [tmp_path / f"{number}.yml" for number in range(100)]
    for file in every:
        for each in pair:
            assert each.stdin
            each.stdin.write(f"{file}\n")
            each.stdin.flush()
    told = [each.communicate()[0].split() for each in pair]
    for file, *said in zip(every, *told, strict=True):
        assert sorted(said) == (["refused", "wrote"] if kind == "new" else ["wrote", "wrote"])
        assert file.read_text() == ("one", "other")[said.index("wrote")] or kind == "changed"
    assert len(names(tmp_path)) == 100


def test_what_a_killed_process_left_is_taken_away_a_day_later(tmp_path: Path) -> None:
    for name in (".a.yml.01.tmp", ".a.yml.02.tmp"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / ".a.yml.01.tmp", (0, 0))
    atomic_files.write(tmp_path / "a.yml", b"whole")
    assert names(tmp_path) == [".a.yml.02.tmp", "a.yml"]
