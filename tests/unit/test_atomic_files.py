"""A file is written whole or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    assert "写不进（No space left on device），什么也没有改" in str(told.value)
    assert (names(tmp_path), old.read_bytes()) == (["old.yml"], b"old")
