"""``check --watch`` looks again after every save and outlives every mistake."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import builders as b
from microsite.cli import main, watch


def steps(*actions: Callable[[], object]) -> Callable[[float], None]:
    """Waiting in which things happen, one a time; then the editor presses Ctrl-C."""
    left = list(actions)

    def wait(seconds: float) -> None:
        assert seconds == 0.5
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return wait


def nothing() -> None:
    """A pause in which nothing happens."""


def runs(data: Path, *actions: Callable[[], object]) -> int:
    """How often the data was checked while these things happened."""
    counted: list[int] = []
    assert watch.watch(lambda: watch.state(data), lambda: counted.append(1), steps(*actions)) == 0
    return len(counted)


def test_the_data_is_checked_at_once_and_not_again_while_nothing_changes(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path / "data")
    assert runs(tmp_path / "data", nothing, nothing, nothing) == 1


def test_every_saved_new_and_deleted_file_is_a_reason_to_check_again(tmp_path: Path) -> None:
    data = b.a_data_folder(tmp_path / "data")
    file = data / "campaigns" / "yunling-2025.yml"
    assert runs(data, lambda: file.write_text("id: x\n", "utf-8"), nothing) == 2
    assert runs(data, lambda: os.utime(file, ns=(1, 1)), nothing) == 2
    assert runs(data, lambda: b.write(data, "translations/en/x.po", ""), nothing) == 2
    assert runs(data, file.unlink, nothing) == 2
    assert runs(data, lambda: (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8"), nothing) == 2


def test_a_folder_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    assert runs(tmp_path / "data", nothing, lambda: b.a_data_folder(tmp_path / "data"), nothing) == 2


def test_a_mistake_of_the_program_does_not_end_the_watch(capsys: pytest.CaptureFixture[str]) -> None:
    states = iter([{"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 1)}])
    done = []

    def run() -> None:
        done.append(1)
        raise RuntimeError("broken")

    assert watch.watch(lambda: next(states), run, steps(nothing, nothing)) == 0
    assert len(done) == 2
    assert capsys.readouterr().err.count("RuntimeError: broken") == 2


def test_a_closed_output_ends_the_watch() -> None:
    def run() -> None:
        raise BrokenPipeError

    assert watch.watch(dict, run, steps(nothing)) == 0


def test_the_command_tells_a_mistake_and_that_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    b.a_data_folder(Path("data"), campaigns__yunling_2025=b.a_campaign_yaml(("year: 2025", "year: 25")))
    wait = steps(lambda: b.write(Path("data"), "campaigns/yunling-2025.yml", b.a_campaign_yaml()), nothing)
    monkeypatch.setattr(main.time, "sleep", wait)
    assert main.main(["check", "--watch"]) == 0
    told = capsys.readouterr()
    waiting = "—— 等待改动，按 Ctrl-C 结束 / waiting for changes, Ctrl-C ends\n"
    assert told.out == (
        f"{waiting}联系人姓名最早于 2025-12-31 之后不再公布 / names of contacts expire after 2025-12-31\n"
        f"没有错误：1 个方案，2 项活动 / no problems\n{waiting}"
    )
    assert told.err.endswith(" [not-a-year]\n")
