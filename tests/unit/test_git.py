"""Earlier states are those of the right folder, whatever is typed, and a history that is not whole is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import builders as b
from microsite.cli import git, main
from microsite.core.problems import RefusalError

LEDGER = "data/published-urls.txt"


ANOTHERS = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
"""With these git takes every folder for that of another user."""


def run(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=office", "-c", "user.email=office@example.cn", "-c", "protocol.file.allow=always"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose last commit has sound data."""
    root = tmp_path / "project"
    b.a_data_folder(root / "data")
    run(root, "init", "-q", "-b", "main")
    run(root, "add", "-A")
    run(root, "commit", "-qm", "first")
    monkeypatch.chdir(root)
    return root


def titles(folder: Path, revision: str = "HEAD") -> list[str]:
    return [activity.title.text for activity in git.data_at(revision, folder, b.AS_OF).plan.campaigns[0].activities]


def test_an_absolute_folder_is_compared_with_its_own_earlier_state(project: Path) -> None:
    file = project / "data/campaigns/yunling-2025.yml"
    before = titles(Path("data"))
    (project / "docs").mkdir()
    file.write_text(file.read_text("utf-8").replace(before[0], "另一个名称"), "utf-8")
    assert titles(Path("data")) == titles(project / "data") == titles(project / "docs/../data") == before


def test_a_folder_is_found_from_wherever_the_command_is_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = titles(Path("data"))
    monkeypatch.chdir(project.parent)
    assert titles(Path("project/data")) == before


@pytest.mark.parametrize("revision", ["--output=made", "--remote=x", "-o", "--help", "HEAD --output=made", "", "nowhere"])
def test_a_revision_is_never_an_option(project: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.name for path in project.iterdir())
    for arguments in (["compare", "--", revision], ["compare", "--", "HEAD", revision], ["ledger-check", f"--base={revision}"]):
        if revision or arguments[0] == "compare":
            assert main.main(arguments) == (0 if arguments[-1] == "" and len(arguments) == 4 else 1)
    assert capsys.readouterr().err.count("git 里找不到这个版本 / git has no such state: ") >= 1
    assert sorted(path.name for path in project.iterdir()) == before


@pytest.mark.parametrize("kept", ["repository", "submodule", "link"])
def test_data_that_is_kept_elsewhere_is_compared_with_its_own_earlier_state(
    kept: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A nested repository, a submodule, a link to the folder of another project."""
    site = tmp_path / "site"
    site.mkdir()
    run(site, "init", "-q")
    b.a_data_folder(tmp_path / "own")
    run(tmp_path / "own", "init", "-q")
    run(tmp_path / "own", "add", "-A")
    run(tmp_path / "own", "commit", "-qm", "data")
    if kept == "repository":
        (tmp_path / "own").rename(site / "data")
    elif kept == "submodule":
        run(site, "submodule", "add", "-q", str(tmp_path / "own"), "data")
        run(site, "commit", "-qm", "with data")
    else:
        (site / "data").symlink_to(project / "data")
    file = site / "data/campaigns/yunling-2025.yml"
    file.write_text(file.read_text("utf-8").replace("举办数字知识网上竞答", "开展全民知识竞答"), "utf-8")
    assert main.main(["--data", str(site / "data"), "compare", "HEAD"]) == 0
    assert "开展全民知识竞答" in capsys.readouterr().out


def test_a_history_that_is_not_whole_is_told(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    b.write(project, LEDGER, "./\thome\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "second")
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    assert main.main(["--data", str(tmp_path / "shallow/data"), "ledger-check"]) == 1
    assert capsys.readouterr() == (
        "",
        ("这里只有最近的历史，看不出登记过的地址是否都在；请先取全部历史：git fetch --unshallow（CI 里写 fetch-depth: 0） / "
        "only the latest history is here, which cannot tell whether every published address is still there; "
        "fetch all of it: git fetch --unshallow (in a pipeline fetch-depth: 0) [history-not-read]\n"),
    )
    assert main.main(["--data", str(tmp_path / "shallow/data"), "compare", "HEAD~1"]) == 1
    assert capsys.readouterr() == (
        "",
        ("这里只有最近的历史，里面没有这个版本；请先取全部历史：git fetch --unshallow（CI 里写 fetch-depth: 0） / "
        "only the latest history is here, which does not have this state; "
        "fetch all of it: git fetch --unshallow (in a pipeline fetch-depth: 0) [history-not-read]\n"),
    )
    assert main.main(["ledger-check"]) == 0
    assert main.main(["compare", "HEAD~1"]) == 0


def test_what_only_a_merge_added_and_was_taken_away_is_seen(project: Path) -> None:
    b.write(project, LEDGER, "./\thome\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "ledger")
    run(project, "checkout", "-qb", "other")
    b.write(project, "other.txt", "x")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "other")
    run(project, "checkout", "-q", "main")
    run(project, "merge", "-q", "--no-ff", "--no-commit", "other")
    b.write(project, LEDGER, "./\thome\nabout/\tpage about\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "merge")
    b.write(project, LEDGER, "./\thome\n")
    assert "about/\tpage about" in git.lines_ever(project / LEDGER)


STAYS = "".join(f"page-{number}/\tpage page-{number}\n" for number in range(9))
HIDING = {
    "attributes": lambda root: b.write(root, ".gitattributes", f"{LEDGER} -diff\n"),
    "root": lambda root: run(root, "config", "log.showRoot", "false"),
    "follow": lambda root: run(root, "config", "log.follow", "true"),
    "merges": lambda root: run(root, "config", "log.diffMerges", "off"),
    "relative": lambda root: run(root, "config", "diff.relative", "true"),
    "NUL": lambda root: b.write(root, LEDGER, f"{STAYS}about/\tpage about\n\0\n"),
}


@pytest.mark.parametrize("folder", ["data", "daten", "site/data"])
@pytest.mark.parametrize("hiding", [*HIDING, "nothing"])
def test_no_setting_of_git_and_no_other_place_of_the_folder_hides_what_was_taken_away(
    hiding: str, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line stands in the first commit and is gone in the second, in which the folder may be moved as well."""
    run(tmp_path, "init", "-q", "-b", "main")
    b.write(tmp_path, LEDGER, f"{STAYS}about/\tpage about\n")
    b.write(tmp_path, "examples/data/published-urls.txt", "./\thome\nother/\tpage other\n")
    HIDING.get(hiding, lambda root: None)(tmp_path)
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "first")
    run(tmp_path, "rm", "-qr", "examples")
    (tmp_path / folder).parent.mkdir(exist_ok=True)
    (tmp_path / "data").rename(tmp_path / folder)
    b.write(tmp_path / folder, "published-urls.txt", STAYS)
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "second")
    for base in ([], ["--base", "HEAD~1"]):
        assert main.main(["--data", str(tmp_path / folder), "ledger-check", *base]) == 1
        told = capsys.readouterr().err
        assert "about/ page about" in told
        assert "other/" not in told


def test_a_line_that_went_while_the_ledger_was_moved_in_two_commits_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another ledger that was deleted before, with a line or two of every site, is not the former one."""
    run(tmp_path, "init", "-q", "-b", "main")
    b.write(tmp_path, LEDGER, "# 登记\n./\thome\nabout/\tpage about\nnews/\tpage news\n")
    b.write(tmp_path, "examples/data/published-urls.txt", "# 登记\n./\thome\nother/\tpage other\nmore/\tpage more\n")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "first")
    run(tmp_path, "rm", "-qr", "data", "examples")
    run(tmp_path, "commit", "-qm", "second")
    b.write(tmp_path, "daten/published-urls.txt", "# 登记\n./\thome\nnews/\tpage news\n")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "third")
    assert main.main(["--data", str(tmp_path / "daten"), "ledger-check"]) == 1
    told = capsys.readouterr().err
    assert ("about/ page about" in told, "other/" in told, "more/" in told) == (True, False, False)


def test_a_ledger_that_was_emptied_when_its_folder_was_moved_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "init", "-q", "-b", "main")
    b.write(tmp_path, LEDGER, "./\thome\n")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "first")
    (tmp_path / "data").rename(tmp_path / "daten")
    b.write(tmp_path, "daten/published-urls.txt", "")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "second")
    assert main.main(["--data", str(tmp_path / "daten"), "ledger-check"]) == 1
    assert "./ home" in capsys.readouterr().err


def test_a_hook_of_git_asks_the_repository_of_the_data(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    b.write(project, LEDGER, "./\thome\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "ledger")
    b.write(project, LEDGER, "")
    for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_INDEX_FILE", ".git/index"), ("GIT_PREFIX", "data/")):
        monkeypatch.setenv(name, value)
    assert main.main(["ledger-check"]) == 1
    assert "./ home" in capsys.readouterr().err


def test_a_repository_of_another_user_is_called_that(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a container that is given a folder of the machine around it."""
    b.write(project, LEDGER, "./\thome\n")
    for name, value in ANOTHERS.items():
        monkeypatch.setenv(name, value)
    assert main.main(["ledger-check"]) == 1
    assert capsys.readouterr() == (
        "",
        (f"这个文件夹属于别的用户，git 不读；请运行：git config --global --add safe.directory {project} / "
        "this folder belongs to another user and git does not read it; "
        f"run: git config --global --add safe.directory {project} [history-not-read]\n"),
    )


def notes(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main.main(["--data", str(folder), "check"]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if "[history-not-read]" in line]


def test_a_check_that_could_not_ask_the_history_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    b.write(project, LEDGER, "./\thome\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "second")
    assert notes(project / "data", capsys) == []
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    assert [line.partition("；")[0] for line in notes(tmp_path / "shallow/data", capsys)] == [
        "说明 / note: data/published-urls.txt:1:1: 登记有没有被删改，这次没有查：这里只有最近的历史，看不出登记过的地址是否都在"
    ]
    with monkeypatch.context() as another:
        for name, value in ANOTHERS.items():
            another.setenv(name, value)
        told = notes(project / "data", capsys)
    command = f"git config --global --add safe.directory {project}"
    assert told == [
        ("说明 / note: data/published-urls.txt:1:1: 登记有没有被删改，这次没有查："
        f"这个文件夹属于别的用户，git 不读；请运行：{command} / "
        "nobody looked whether entries were removed: this folder belongs to another user and git does not read it; "
        f"run: {command} [history-not-read]")
    ]
    for pack in (project / ".git/objects").glob("??/*"):
        pack.unlink()
    assert [line.partition(" / ")[0] for line in notes(project / "data", capsys)] == ["说明"]


@pytest.mark.parametrize("broken", ["HEAD", "git"])
def test_a_history_that_git_does_not_take_for_one_is_told(
    broken: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of git that is empty after a power cut, a folder that was moved, a computer without git."""
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    if broken == "HEAD":
        (project / ".git/HEAD").write_bytes(b"")
    else:
        monkeypatch.setenv("PATH", str(project))
    (note,) = notes(project / "data", capsys)
    said = "git 里找不到这个版本" if broken == "HEAD" else "没有安装 git"
    assert note.startswith(f"说明 / note: data/published-urls.txt:1:1: 登记有没有被删改，这次没有查：{said} / ")
    (project / ".git").rename(project / "git")
    assert notes(project / "data", capsys) == []


def test_a_repository_without_a_commit_has_no_history_to_ask(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    b.write(project, LEDGER, "./\thome\n")
    run(project, "update-ref", "-d", "HEAD")
    assert notes(project / "data", capsys) == []


def test_without_a_repository_there_is_no_earlier_state(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path / "data")
    with pytest.raises(RefusalError, match="git 里找不到这个版本"):
        git.data_at("HEAD", tmp_path / "data", b.AS_OF)
