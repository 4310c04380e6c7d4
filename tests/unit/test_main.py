"""The command line says everything at once and answers with 0 or 1."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from microsite.cli import arguments, main
from microsite.cli.spreadsheets import reading
from microsite.loading.po import entries, parse
from microsite.loading.translations import catalogue

HOOKS = Path(__file__).parents[2] / "hooks"


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


def test_sound_data_is_said_to_be_sound(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["check"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out == (
        "联系人姓名最早于 2025-12-31 之后不再公布 / names of contacts expire after 2025-12-31\n"
        "没有错误：1 个方案，2 项活动 / no problems\n"
    )


def test_pages_in_the_way_are_told_before_a_build_finds_them(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    for name in ("index.md", "organisations.md", "yunling-2025/plan.en.md", "yunling-2025/online-quiz/index.html", "yunling-2025/x.md"):
        b.write(Path("docs"), name, "# 页\n")
    assert main.main(["check"]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()[1:] if "in-the-way" in line] == [
        "docs/organisations.md", "docs/yunling-2025/online-quiz/index.html", "docs/yunling-2025/plan.en.md",
    ]  # fmt: skip


def test_notes_are_printed_and_are_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"), contacts__yunling_2025=None)
    assert main.main(["check"]) == 0
    assert capsys.readouterr().out == (
        "说明 / note: data/campaigns/yunling-2025.yml:1:1: 没有列出联系人 / no contacts are listed [no-contacts]\n"
        "没有错误：1 个方案，2 项活动 / no problems\n"
    )


def test_the_next_day_on_which_names_expire_is_not_said_once_they_have(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    b.a_data_folder(Path("data"))
    monkeypatch.setattr(main, "as_of", lambda: date(2026, 1, 1))
    assert main.main(["check"]) == 0
    assert capsys.readouterr().out == "没有错误：1 个方案，2 项活动 / no problems\n"


def test_every_problem_is_printed_with_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = b.a_campaign_yaml(("year: 2025", "year: 25"), ("    lead: [省委网信办]", "    lead: [省委网信半]"))
    b.a_data_folder(Path("data"), campaigns__yunling_2025=wrong)
    assert main.main(["check"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "发现 2 处错误 / 2 problems:\n"
        "data/campaigns/yunling-2025.yml:3:7: year: “25”不是年份；请写四位数字，如 2024"
        " / “25” is not a year; write four digits, such as 2024 [not-a-year]\n"
        "data/campaigns/yunling-2025.yml:45:12: activities[0].lead[0]: 没有叫“省委网信半”的单位，是否为“省委网信办”？"
        "如果是另一个单位，请登记到单位名册 / no body is called “省委网信半”; did you mean “省委网信办”?"
        " If it is another body, add it to the register [unknown-body]\n"
    )


def test_the_data_can_be_somewhere_else(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("elsewhere/plans"))
    assert main.main(["--data", "elsewhere/plans", "check"]) == 0
    assert capsys.readouterr().out.endswith("没有错误：1 个方案，2 项活动 / no problems\n")


@pytest.mark.parametrize("command", [["check"], ["translations", "update"], ["import", "notice.txt"]])
def test_the_data_is_never_a_file(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("README.md").write_text("", "utf-8")
    assert main.main(["--data", "README.md", *command]) == 1
    assert capsys.readouterr().err.startswith("README.md: --data 后面要写数据文件夹；没有这个文件夹 / there is no such folder;")


def test_a_folder_that_is_not_there_is_told_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--data", "nowhere/README.md", "check"]) == 1
    assert capsys.readouterr().err.startswith("nowhere/README.md: --data 后面要写数据文件夹；没有这个文件夹")


def test_a_wrong_folder_is_not_said_to_be_sound(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main.main(["--data", "empty", "check"]) == 1
    assert capsys.readouterr().err == (
        "发现 1 处错误 / 1 problem:\n"
        "data/campaigns:1:1: 这里一个活动方案也没有；请检查数据文件夹的位置"
        " / there is no campaign here; check where the data folder is [no-campaigns]\n"
    )


@pytest.mark.parametrize("place", ["data/campaigns", "data/campaigns/old", "data/translations", "docs/files", "docs/extra/deep", "docs"])
def test_a_folder_that_cannot_be_looked_into_is_never_passed_over(
    place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    b.a_data_folder(Path("data"))
    b.write(Path(place), "x.md", "# X\n")
    look = os.scandir, os.listdir

    def scandir(folder: str = ".") -> Any:
        return look[0](allowed(folder))

    def listdir(folder: str = ".") -> Any:
        return look[1](allowed(folder))

    def allowed(folder: str) -> str:
        if Path(folder).absolute() == Path(place).absolute():
            raise PermissionError(13, "Permission denied", str(folder))
        return folder

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "listdir", listdir)
    assert main.main(["check"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.endswith(
        f"{place}: 读不了或写不进去（Permission denied）；请检查文件夹、权限和磁盘空间 / "
        "cannot be read or written (Permission denied); check the folder, its permissions and the disk space\n"
    )


def test_the_examples_of_mistyped_commands_hold() -> None:
    assert doctest.testmod(arguments).failed == 0


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["translations"], ["translations", "delete"]])
def test_a_command_that_does_not_exist_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    assert ended.value.code == 2
    assert "usage: microsite" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "没有命令“chekc”，是否为“check”？可选：check、compare、"),
        ([], "缺少命令；可选：check、compare、"),
        (["check", "--format", "xml"], "--format 没有“xml”；可选：text、github、gitlab、json / --format has no “xml”; choose from text, "),
        (["check", "--format"], "--format 后面要写一个值 / --format needs a value\n用法 / usage: microsite check "),
        (["check", "data"], "这个命令没有 data / this command has no data\n用法 / usage: microsite "),
        (["new"], "缺少 year, --from / year, --from is missing\n用法 / usage: microsite new "),
    ],
)
def test_a_mistyped_command_is_told_in_both_languages(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(said)


# --- translations -----------------------------------------------------------------------------


def test_translation_files_are_made_for_every_campaign_and_register(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["translations", "update"]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = [re.fullmatch(r"(\S+): (\d+) / (\d+) 待译 untranslated", line) for line in lines]
    assert [match and match[1] for match in found] == [
        "data/translations/en/yunling-2025.po",
        "data/translations/en/yunling.po",
    ]
    assert all(match and match[2] == match[3] != "0" for match in found)


def test_updating_again_changes_no_byte_and_loses_no_translation() -> None:
    b.a_data_folder(Path("data"))
    main.main(["translations", "update"])
    path = Path("data/translations/en/yunling-2025.po")
    translated = path.read_text("utf-8").replace('msgid "提升月"\nmsgstr ""', 'msgid "提升月"\nmsgstr "Skills Month"')
    path.write_text(translated, "utf-8")
    main.main(["translations", "update"])
    assert path.read_text("utf-8") == translated
    made, problems = parse(path.read_bytes(), str(path))
    assert problems == []
    known = catalogue(entries(made)).exact
    assert {key: found.text for key, found in known.items()} == {("short_name", "提升月"): "Skills Month"}


@pytest.mark.parametrize("place", [".", "examples"])
def test_the_translation_files_of_the_repository_are_as_the_program_writes_them(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "as_of", lambda: date(2030, 1, 1))
    kept = HOOKS.parent / place
    for name in ("data", "docs/files"):
        if (kept / name).exists():
            shutil.copytree(kept / name, name)
    assert main.main(["translations", "update"]) == 0
    written = {str(path): path.read_text("utf-8") for path in Path("data/translations").rglob("*.po")}
    assert written == {name: (kept / name).read_text("utf-8") for name in written}
    assert written


def test_an_entry_without_a_text_in_the_data_is_moved_to_the_end_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    main.main(["translations", "update"])
    path = Path("data/translations/en/yunling-2025.po")
    path.write_text(path.read_text("utf-8") + '\nmsgctxt "own"\nmsgid "自己加的"\nmsgstr "Added by hand"\n', "utf-8")
    capsys.readouterr()
    assert main.main(["translations", "update"]) == 0
    told = "  1 条没有对应的原文，移到文件末尾 / without a text in the data, moved to the end: 1"
    assert capsys.readouterr().out.splitlines()[1] == told
    assert '#~ msgid "自己加的"\n#~ msgstr "Added by hand"' in path.read_text("utf-8")
    assert main.main(["translations", "update"]) == 0
    assert told not in capsys.readouterr().out


def test_a_damaged_translation_file_is_told_and_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    damaged = b.write(Path("data"), "translations/en/yunling.po", "msgidd\n")
    assert main.main(["translations", "update"]) == 1
    assert damaged.read_text("utf-8") == "msgidd\n"
    assert not Path("data/translations/en/yunling-2025.po").exists()
    assert capsys.readouterr().err.startswith("发现 1 处错误 / 1 problem:\ndata/translations/en/yunling.po:1:1: ")


def test_where_one_translation_file_cannot_be_written_none_is_changed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    b.a_data_folder(Path("data"))
    main.main(["translations", "update"])
    files = [Path(f"data/translations/en/{name}.po") for name in ("yunling-2025", "yunling")]
    for file in files:
        file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")
    before = [file.read_bytes() for file in files]
    write = Path.write_bytes

    def refuses_the_last(path: Path, data: bytes) -> int:
        if "yunling.po" in path.name:
            raise PermissionError(13, "Permission denied", str(path))
        return write(path, data)

    capsys.readouterr()
    monkeypatch.setattr(Path, "write_bytes", refuses_the_last)
    assert main.main(["translations", "update"]) == 1
    assert capsys.readouterr() == (
        "",
        ("“data/translations/en/yunling.po”写不进去（Permission denied），什么也没有改；请检查文件夹的权限和空间 / "
        "“data/translations/en/yunling.po” cannot be written (Permission denied) and nothing was changed; "
        "check the folder’s permissions and the disk space\n"),
    )
    assert [file.read_bytes() for file in files] == before


# --- the day ----------------------------------------------------------------------------------


def run(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own, under another clock and locale."""
    return subprocess.run(
        [sys.executable, "-m", "microsite", "--data", str(data), "check"],
        env={**os.environ, "PYTHONPATH": str(HOOKS), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"}, {"PYTHONHASHSEED": "7"}])
def test_what_is_told_depends_on_neither_locale_time_zone_nor_hash_seed(environment: dict[str, str]) -> None:
    wrong = b.a_campaign_yaml(("    kind: quiz", "    kind: quizz"), ("    form: onsite", "    form: 线下"))
    b.a_data_folder(Path("data"), campaigns__yunling_2025=wrong)
    told = run(Path("data"), **environment)
    assert (told.returncode, told.stdout, told.stderr) == (1, "", run(Path("data")).stderr)
    assert told.stderr.count("\n") == 3


def test_an_old_epoch_brings_no_expired_name_back() -> None:
    b.a_data_folder(Path("data"), contacts__yunling_2025=b.contacts_yaml(("2025-12-31", "2020-12-31")))
    told = run(Path("data"), SOURCE_DATE_EPOCH="0")
    assert (told.returncode, told.stdout) == (0, "没有错误：1 个方案，2 项活动 / no problems\n")


def test_a_later_epoch_expires_names_early() -> None:
    b.a_data_folder(Path("data"), contacts__yunling_2025=b.contacts_yaml(("2025-12-31", "2105-12-31")))
    assert "expire after 2105-12-31" in run(Path("data")).stdout
    assert "expire after" not in run(Path("data"), SOURCE_DATE_EPOCH="4291747200").stdout


def _started(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "microsite", "--data", str(HOOKS.parent / "data"), *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=HOOKS, env={**os.environ, **environment}
    )


def test_a_terminal_that_has_no_chinese_gets_codes_and_no_traceback() -> None:
    with _started("check", PYTHONIOENCODING="ascii") as running:
        out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert out.endswith(b"/ no problems\n")


def test_whoever_stops_reading_is_no_mistake() -> None:
    with _started("check", PYTHONUTF8="1") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(("closed", "code"), [((1,), 0), ((1, 2), 0), ((2,), 0), ((0, 1, 2), 0), ((1, 2), 1)])
def test_whoever_has_nowhere_to_write_to_gets_the_code_alone(tmp_path: Path, closed: tuple[int, ...], code: int) -> None:
    """As under some services, which give a program no terminal at all."""
    b.a_data_folder(tmp_path / "data", **({} if code == 0 else {"campaigns__yunling_2025": "id: [\n"}))
    shut = " ".join(f"{number}>&-" for number in closed)
    ended = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m microsite --data "$1" check {shut}', sys.executable, str(tmp_path / "data")],
        cwd=HOOKS, capture_output=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (code, b"")


def test_line_breaks_that_excel_keeps_as_codes_are_line_breaks() -> None:
    assert reading.line_breaks("第一行。_x000D_\n第二行。_x000d__x000A_第三行。_x000D_") == "第一行。\n第二行。\n第三行。\n"
    assert reading.line_breaks("a_x000E_b") == "a_x000E_b"
