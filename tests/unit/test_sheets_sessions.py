"""Sessions as a sheet: the lines of a table that nobody edited stay to the byte, new rows are added, spoilt cells are told."""

from __future__ import annotations

import shutil
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import builders as b
from microsite.cli import main
from microsite.loading.session_table import COLUMNS
from spreadsheets import FILE, edit, everything, exported, place, taken
from test_sessions import PLACES

EXAMPLE = Path(__file__).parents[2] / "examples" / "data"
TABLE = Path("data/sessions/yunling-2025.csv")
LINES = """\
activity,id,时间,place,area,status,费用,access,booking_needed,note\r
online-quiz,first,6月15日9:30-11:30,清溪市图书馆,,,免费,手语翻译,是,"带手机, 带伞"\r
\r
online-quiz,,6月16日,文化馆三楼,松坪市,名额已满,,,,\r
online-quiz,,"6月16日",文化馆三楼,松坪市\r
"""


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


def sent_out(lines: bytes = LINES.encode()) -> None:
    b.write(Path("data"), "places/yunling.yml", PLACES)
    TABLE.parent.mkdir(exist_ok=True, parents=True)
    TABLE.write_bytes(lines)
    exported()


def added(**cells: Any) -> None:
    """A row below those of the sheet."""
    book = openpyxl.load_workbook(FILE)
    page = book["场次"]
    row = page.max_row - 2
    for key, value in cells.items():
        place(page, key, row).value = value
    book.save(FILE)


def test_sessions_go_out_as_they_are_typed_and_come_back_without_a_difference(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, "data")
    before = everything()
    assert main.main(["export", str(FILE)]) == 0
    edit()
    page = openpyxl.load_workbook(FILE)["场次"]
    assert page.max_row == 2 + len(Path("data/sessions/yunling-2026.csv").read_text("utf-8").splitlines()) - 1
    assert [place(page, key, 0).value for key in ("campaign", "session", "when", "booking_needed", "access")] == [
        "yunling-2026", "opening-1", "6月5日9:00-10:30", "是", "手语翻译、字幕、助听感应系统",
    ]  # fmt: skip
    assert place(page, "session", 1).value == "theme-days 6月10日9:00-16:00 岚川市人民广场"
    capsys.readouterr()
    assert taken() == 0
    assert everything() == before
    assert capsys.readouterr().out == (
        "表格和数据没有不同，什么也没有写 / the sheet does not differ from the data; nothing was written\n"
    )


def test_only_the_lines_of_edited_sessions_change(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    edit(("场次", "status", 0, "活动已取消"), ("场次", "place", 2, "文化馆二楼"), ("场次", "booking_until", 2, "6月15日"))
    capsys.readouterr()
    assert taken() == 0
    assert TABLE.read_bytes().decode() == b.edited(
        LINES,
        ("booking_needed,note\r", "booking_needed,note,booking_until\r"),
        ("清溪市图书馆,,,免费", "清溪市图书馆,,活动已取消,免费"),
        ('online-quiz,,"6月16日",文化馆三楼,松坪市\r', "online-quiz,,6月16日,文化馆二楼,松坪市,,,,,,6月15日\r"),
        ('"带手机, 带伞"\r', '"带手机, 带伞",\r'),
    )
    assert capsys.readouterr().out.split("\n")[0] == (
        "场次!J3 yunling-2025/first：状态由（空）改为“活动已取消” / status from (empty) to “活动已取消”"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_encoding_of_a_table_stays(encoding: str) -> None:
    sent_out(LINES.encode(encoding))
    edit(("场次", "note", 0, "䶮厅"))
    assert taken() == 0
    assert TABLE.read_bytes() == b.edited(LINES, ('"带手机, 带伞"', "䶮厅")).encode(encoding)


def test_a_row_without_a_session_is_a_new_one() -> None:
    sent_out(LINES.removesuffix("\r\n").encode())
    added(campaign="yunling-2025", activity="online-quiz", when="6月20日9:30", place="清溪市图书馆")
    assert taken() == 0
    assert TABLE.read_bytes().decode() == LINES + "online-quiz,,6月20日9:30,清溪市图书馆,,,,,,\r\n"


def test_a_campaign_gets_a_table_with_its_first_session() -> None:
    exported()
    added(campaign="yunling-2025", activity="online-quiz", when="6月20日9:30", place="清溪市图书馆")
    assert taken() == 0
    keys = [column.key for column in COLUMNS]
    assert keys[:4] == ["activity", "id", "when", "place"]
    row = ["online-quiz", "", "6月20日9:30", "清溪市图书馆", *[""] * (len(keys) - 4)]
    assert TABLE.read_bytes().decode("utf-8-sig") == f"{','.join(keys)}\r\n{','.join(row)}\r\n"
    assert len(b.data(Path("data")).plan.campaigns[0].activities[0].sessions) == 1


@pytest.mark.parametrize(
    ("key", "value", "typed"),
    [
        ("when", datetime(2025, 6, 15, 9, 30), "，如 2025年6月15日9:30"),  # noqa: DTZ001
        ("when", 45823, "，如 2025年6月15日"),
        ("when", time(9, 30), "，如 9:30"),
        ("booking_until", 0.395833333, "，如 9:30"),
        ("when", 9.5e9, ""),
        ("booking_phone", 99055501001, ""),
    ],
)
def test_what_a_program_made_of_a_day_or_an_hour_is_told_with_what_to_type(
    key: str, value: Any, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sent_out()
    before = everything()
    edit(("场次", key, 0, value))
    cell = place(openpyxl.load_workbook(FILE)["场次"], key, 0).coordinate
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        f"场次!{cell}：表格软件把这一格变成了数字或日期；请把格式设为“文本”，再重新输入{typed}"
        " / the program made a number or a date of this cell; set its format to text and type it again"
        f"{typed.replace('，如', ', such as')}\n"
    )
    assert everything() == before


def test_a_number_of_places_may_be_a_number() -> None:
    sent_out()
    edit(("场次", "capacity", 0, 50))
    assert taken() == 0
    assert b.data(Path("data")).plan.campaigns[0].activities[0].sessions[0].capacity == 50


def test_what_is_wrong_with_a_session_is_told_at_its_cell(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    before = everything()
    edit(("场次", "when", 1, "6月32日"), ("场次", "booking_until", 1, "45823"))
    edit(("场次", "booking_url", 2, "没有"), ("场次", "activity", 0, "onlin-quiz"))
    capsys.readouterr()
    assert taken() == 1
    told = capsys.readouterr().err.split("\n")
    assert [line.partition("；请")[0] for line in told[1:-1]] == [
        ("场次!C3（活动）：没有叫“onlin-quiz”的活动，是否为“online-quiz”？"
        " / no activity is called “onlin-quiz”; did you mean “online-quiz”?"),
        ("场次!E4（时间）：“6月32日”：2025年6月没有32日，最后一天是30日，请核对，例如 2025年6月30日"
        " / “6月32日”: 2025-06 has no day 32: its last day is 30, as in 2025年6月30日"),
        "场次!Q4（预约报名截止）：“45823”是表格软件把日期或时间变成的数字，应是2025年6月15日",
        "场次!N5（预约报名网址）：“没有”不是网址",
    ]
    assert everything() == before


def test_a_session_that_both_sides_changed_is_told_with_its_three_values(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    edit(("场次", "status", 0, "活动已取消"))
    TABLE.write_bytes(LINES.replace("清溪市图书馆,,,免费", "清溪市图书馆,,活动已延期,免费").encode())
    before = everything()
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "这些格导出以后两边都改过，什么也没有写 / changed on both sides since the export; nothing was written:\n"
        "场次!J3 yunling-2025/first：状态导出时是（空），数据里后来改成“活动已延期”，表格里是“活动已取消”；照数据的，"
        "把这一格改成数据里的值，照表格的，加上 --overwrite '场次!J3' / status was (empty) at the export, is “活动已延期” in the "
        "data now and “活动已取消” in the sheet; to keep the data’s, type it into the cell, to take the sheet’s, "
        "add --overwrite '场次!J3'\n"
    )
    assert everything() == before
    assert main.main(["import-sheet", str(FILE), "--write", "--overwrite", "场次!J3"]) == 0
    assert TABLE.read_bytes() == LINES.replace("清溪市图书馆,,,免费", "清溪市图书馆,,活动已取消,免费").encode()


def test_lines_that_were_moved_or_added_in_the_data_do_not_take_the_edits_of_others() -> None:
    sent_out()
    edit(("场次", "status", 0, "活动已取消"))
    head, *lines = LINES.splitlines(keepends=True)
    moved = "".join([head, "online-quiz,,6月1日,,松坪市\r\n", *reversed(lines)])
    TABLE.write_bytes(moved.encode())
    assert taken() == 0
    assert TABLE.read_bytes().decode() == moved.replace("清溪市图书馆,,,免费", "清溪市图书馆,,活动已取消,免费")


def test_a_session_whose_time_was_changed_meanwhile_is_left_alone_or_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = "".join(LINES.splitlines(keepends=True)[:-1])
    sent_out(lines.encode())
    moved = lines.replace("online-quiz,,6月16日,", "online-quiz,,6月17日,")
    TABLE.write_bytes(moved.encode())
    edit(("场次", "status", 0, "活动已取消"))
    assert taken() == 0
    assert TABLE.read_bytes().decode() == moved.replace("清溪市图书馆,,,免费", "清溪市图书馆,,活动已取消,免费")
    edit(("场次", "status", 1, "活动已取消"))
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "场次!B4：yunling-2025 里没有“online-quiz 6月16日 文化馆三楼”，它的时间、地点或编号后来改过；请重新导出，新的一场请清空这一格"
        " / yunling-2025 has no “online-quiz 6月16日 文化馆三楼”, its time, place or id was changed since; export again, "
        "or empty this cell for a new session\n"
    )


def test_a_table_that_cannot_be_read_has_to_be_mended_first(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    b.write(Path("data"), "sessions/yunling-2025.csv", "activity,when,seats\nonline-quiz,6月1日,3\n")
    assert main.main(["export", str(FILE)]) == 1
    assert "data/sessions/yunling-2025.csv:1:3" in capsys.readouterr().err
    assert not FILE.exists()
