"""The ledger against the history in git: what was published once is never taken out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import permanence
from permanence import Place

IDENTITY = ("-c", "user.name=Office", "-c", "user.email=office@example.org", "-c", "commit.gpgsign=false")
QUIZ = "yunling-2025/online-quiz/\tactivity yunling-2025/online-quiz\n"
LOST = (
    "data/published-urls.txt:1:1: {}登记“yunling-2025/online-quiz/ activity yunling-2025/online-quiz”被删去或改动了；"
    "登记只能添加，请恢复这一行"
    " / the entry “yunling-2025/online-quiz/ activity yunling-2025/online-quiz”{} was removed or edited; "
    "entries are only ever added, restore the line [ledger-line-removed]\n"
)


def git(place: Place, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(place.root), *IDENTITY, *arguments], check=True, capture_output=True)


def commit(place: Place) -> None:
    git(place, "add", "--all")
    git(place, "commit", "--message", "state")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A repository whose first commit has no ledger and whose second one was released."""
    made = permanence.a_place(tmp_path)
    git(made, "init", "--initial-branch=main")
    commit(made)
    made.release()
    commit(made)
    return made


def without_the_quiz(place: Place) -> None:
    text = place.ledger.read_text("utf-8")
    assert text.count(QUIZ) == 1
    place.ledger.write_text(text.replace(QUIZ, ""), "utf-8")


def test_an_untouched_ledger_is_in_order(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert [place.run("ledger-check", *base) for base in ((), ("--base", "HEAD"), ("--base", "HEAD~1"))] == [0, 0, 0]
    assert capsys.readouterr().out == "登记过的地址都在 / every published address is still there\n" * 3


def test_a_removed_line_is_refused(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    without_the_quiz(place)
    capsys.readouterr()
    assert place.run("ledger-check", "--base", "main") == 1
    assert capsys.readouterr().err == "发现 1 处错误 / 1 problem:\n" + LOST.format("main 里的", " of main")


def test_a_removal_is_refused_even_after_it_was_committed(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    without_the_quiz(place)
    commit(place)
    capsys.readouterr()
    assert place.run("ledger-check", "--base", "HEAD") == 0
    assert place.run("ledger-check") == 1
    assert capsys.readouterr().err == "发现 1 处错误 / 1 problem:\n" + LOST.format("公布过的", "")


def test_a_removal_on_a_branch_that_was_merged_is_refused(place: Place) -> None:
    git(place, "checkout", "-b", "side")
    without_the_quiz(place)
    commit(place)
    git(place, "checkout", "main")
    (place.root / "docs/press.md").write_text("# 媒体 { #press }\n", "utf-8")
    commit(place)
    git(place, "merge", "--no-edit", "side")
    assert place.run("ledger-check") == 1


def test_an_edited_line_is_refused(place: Place) -> None:
    text = place.ledger.read_text("utf-8")
    place.ledger.write_text(text.replace(QUIZ, QUIZ.replace("\tactivity", "\tembed")), "utf-8")
    assert place.run("ledger-check") == 1


def test_a_deleted_ledger_is_refused(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    number = len(permanence.entries(place))
    place.ledger.unlink()
    capsys.readouterr()
    assert place.run("ledger-check") == 1
    assert capsys.readouterr().err.startswith(f"发现 {number} 处错误")


def test_added_lines_and_other_comments_are_welcome(place: Place) -> None:
    text = place.ledger.read_text("utf-8")
    place.ledger.write_text(f"# 说明\n{text}\nabout-us/\tpage about-us\n", "utf-8")
    assert place.run("ledger-check") == 0


def test_check_refuses_a_removal_too_and_so_does_release(place: Place) -> None:
    assert place.run("check") == 0
    without_the_quiz(place)
    assert (place.run("check"), place.run("release")) == (1, 1)
    assert QUIZ not in place.ledger.read_text("utf-8")


def test_a_state_that_does_not_exist_is_told(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert place.run("ledger-check", "--base=--output=nothing.txt") == 1
    assert place.run("ledger-check", "--base", "nowhere") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.startswith("git 里找不到这个版本 / git has no such state: ") for line in told] == [True, True]


def test_without_git_the_data_is_checked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = permanence.a_place(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    place.release()
    assert place.run("check") == 0
    capsys.readouterr()
    assert place.run("ledger-check") == 1
    assert capsys.readouterr().err == "没有安装 git / git is not installed\n"


def test_two_branches_that_both_published_something_are_joined_without_a_question(place: Place) -> None:
    shutil.copy(Path(__file__).parent.parent / ".gitattributes", place.root)
    commit(place)
    git(place, "switch", "--create", "other")
    place.edit(("id: online-quiz\n", "id: online-quiz\n    code: y2501\n"))
    place.release()
    commit(place)
    git(place, "switch", "main")
    place.edit(("id: village-classes\n", "id: village-classes\n    code: y2502\n"))
    place.release()
    commit(place)
    git(place, "merge", "--no-edit", "other")
    assert place.problems() == []
    added = {line for line in permanence.entries(place) if line.startswith("a/")}
    assert added == {"a/y2501/\tactivity yunling-2025/online-quiz", "a/y2502/\tactivity yunling-2025/village-classes"}
