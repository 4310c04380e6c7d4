"""Two commands on one data folder: the second waits for the first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest

import builders as b
import notices
from microsite.cli import main
from microsite.core import atomic_files, locks
from spreadsheets import FILE, edit, exported


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    Path("notice.txt").write_bytes(notices.NOTICE.encode())


@pytest.mark.parametrize(
    "command",
    [
        "release",
        "translations update",
        "new 2026 --from yunling-2025",
        "import notice.txt --id yunling-2030",
        f"import-sheet {FILE} --write",
    ],
)
def test_a_command_that_changes_the_data_has_the_lock_of_the_folder(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exported()
    edit(("活动", "title", 0, "另一个名称"))
    written: list[Path] = []
    real = atomic_files._complete

    def complete(beside: Path, *others: Any) -> None:
        assert locks.is_locked(locks.lock_of(Path("data/changes")))
        written.append(beside)
        real(beside, *others)

    monkeypatch.setattr(atomic_files, "_complete", complete)
    assert main.main(command.split()) == 0
    assert written
    assert list(Path("data").rglob(".*")) == []


def test_a_second_command_waits_for_the_first() -> None:
    exported()
    with ThreadPoolExecutor() as pool:
        with locks.changing(Path("data")):
            second = pool.submit(main.main, ["translations", "update"])
            assert wait([second], 0.5).not_done
            assert not Path("data/translations").exists()
        assert second.result() == 0
    assert Path("data/translations").exists()


@pytest.mark.parametrize("command", ["import-sheet 活动.xlsx", "import notice.txt --dry-run", "check"])
def test_a_command_that_only_shows_something_does_not_wait(command: str) -> None:
    exported()
    edit(("活动", "title", 0, "另一个名称"))
    with locks.changing(Path("data")), ThreadPoolExecutor() as pool:
        assert pool.submit(main.main, command.split()).result(60) == 0


def test_a_folder_that_an_import_was_refused_for_is_not_left_behind() -> None:
    Path("notice.txt").write_text("今天天气很好。", "utf-8")
    assert main.main(["--data", "fresh", "import", "notice.txt"]) == 1
    assert not Path("fresh").exists()
