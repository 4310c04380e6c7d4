"""A disk that is full: whatever command runs, what was there stays whole, and one sentence says what is wrong.

The limit of a file's size (setrlimit) stands in for a disk with so many bytes left: the system refuses in the middle of a write.
"""

from __future__ import annotations

import contextlib
import gc
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import builders as b
import notices
from microsite.build import swap
from microsite.cli import main

LEFT = (0, 1024, 4096, 65536)
SHEET = "plan.xlsx"


@contextlib.contextmanager
def bytes_left(number: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def everything() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An office with a plan, a ledger, translations, an exported and edited spreadsheet, and a finished site."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    b.a_data_folder(Path("data"))
    b.write(Path("data"), "published-urls.txt", "# " + "a" * 3000 + "\n")
    assert main.main(["translations", "update"]) == 0
    assert main.main(["schema"]) == 0
    Path(".vscode/schemas/campaign.json").write_text("{}", "utf-8")
    catalogue = Path("data/translations/en/yunling-2025.po")
    catalogue.write_text(catalogue.read_text("utf-8").replace('msgid "提升月"\nmsgstr ""', 'msgid "提升年"\nmsgstr "Year"'), "utf-8")
    Path("notice.txt").write_bytes(notices.NOTICE.encode())
    Path("another.txt").write_bytes(notices.NOTICE.replace("省人社厅牵头负责", "省科技厅牵头负责").encode())
    for name in ("index.html", "large.html"):
        b.write(Path("site"), name, "<!doctype html>" + "".join(map(str, range(30_000))) * (name == "large.html"))
    b.write(Path("site"), swap.SIGN, "{}")
    yield
    gc.collect()  # what openpyxl left half-written is cleared away here, not in the middle of another test


COMMANDS = {
    "release": ["release"],
    "translations": ["translations", "update"],
    "schema": ["schema"],
    "export": ["export", SHEET],
    "new": ["new", "2026", "--from", "yunling-2025"],
    "import": ["import", "notice.txt", "--id", "yunling-2030"],
    "import with a report": ["import", "another.txt", "--id", "yunling-2030", "--report", "report.txt"],
    "pack": ["pack", "site.zip"],
}


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.usefixtures("project")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # openpyxl’s writer, when it is cleared away
def test_a_full_disk_leaves_what_was_there_and_says_so_in_a_sentence(
    command: list[str], left: int, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything()
    capsys.readouterr()
    with bytes_left(left):
        code = main.main(command)
    told = capsys.readouterr().err
    after = everything()
    assert [path for path in after if path.endswith(".tmp")] == []
    if code == 0:
        assert told == ""
        return
    assert "Traceback" not in told
    assert told.count("\n") == 1
    assert "File too large" in told or "IO_EFBIG" in told
    assert " / " in told
    assert after == before
    assert main.main(command) == 0
    made = everything()
    assert [path for path in before if after.get(path) not in (before[path], made[path])] == []


@pytest.mark.usefixtures("project")
def test_an_import_with_a_report_and_a_new_body_has_an_old_file_to_leave_whole() -> None:
    before = everything()
    assert main.main(COMMANDS["import with a report"]) == 0
    after = everything()
    assert [path for path in before if after[path] != before[path]] == ["data/organisations/yunling.yml"]
    assert {*after} - {*before} == {"report.txt", "data/campaigns/yunling-2030.yml", "data/contacts/yunling-2030.yml"}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("left", LEFT)
def test_a_full_disk_leaves_data_files_whole_when_a_spreadsheet_is_read_back(left: int, capsys: pytest.CaptureFixture[str]) -> None:
    import openpyxl  # noqa: PLC0415 - long to load

    assert main.main(["export", SHEET]) == 0
    book = openpyxl.load_workbook(SHEET)
    book["活动"].cell(3, 4).value = "另一个名称"
    book.save(SHEET)
    before = everything()
    capsys.readouterr()
    with bytes_left(left):
        code = main.main(["import-sheet", SHEET, "--write"])
    assert "Traceback" not in capsys.readouterr().err
    assert (code == 0) != (everything() == before)
    assert "另一个名称" in Path("data/campaigns/yunling-2025.yml").read_text("utf-8") or code == 1
