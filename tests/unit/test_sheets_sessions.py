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
from session_tables import PLACES
from spreadsheets import FILE, edit, everything, exported, place, taken

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
    lines = Path("data/sessions/yunling-2026.csv").read_text("utf-8").splitlines()
    in_plans = sum(len(each.sessions) for plan in b.data(Path("data")).plan.campaigns for each in plan.activities) - len(lines) + 1
    assert (page.max_row, in_plans > 0) == (2 + in_plans + len(lines) - 1, True)
    assert [place(page, key, in_plans).value for key in ("campaign", "session", "when", "booking_needed", "access")] == [
        "yunling-2026", "opening-1", "6月5日9:00-10:30", None, "手语翻译、字幕、助听感应系统",
    ]  # fmt: skip
    assert place(page, "session", in_plans + 1).value == "theme-days 6月10日9:00-16:00 岚川市人民广场"
    capsys.readouterr()
    assert taken() == 0
    assert everything() == before
    assert capsys.readouterr().out == (
        "表格和数据没有不同，什么也没有写 / the sheet does not differ from the data; nothing was written\n"
    )


def test_a_table_that_a_link_leads_to_is_not_written_while_changes_are_only_shown() -> None:
    sent_out()
    TABLE.rename("kept.csv")
    TABLE.symlink_to(Path("kept.csv").absolute())
    added(campaign="yunling-2025", activity="online-quiz", when="6月17日", place="文化馆三楼")
    main.main(["import-sheet", str(FILE)])
    assert Path("kept.csv").read_bytes().decode() == LINES


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
        " / your spreadsheet program turned this cell into a number or a date; format it as text and type it again"
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
        ("场次!C3（活动）：“onlin-quiz”不是方案里的活动，是否为“online-quiz”？"
        " / “onlin-quiz” is no activity of the plan; did you mean “online-quiz”?"),
        ("场次!E4（时间）：“6月32日”：2025年6月没有32日，最后一天是30日，请核对，例如 2025年6月30日"
        " / “6月32日”: 2025-06 has no day 32: its last day is 30, as in 2025年6月30日"),
        "场次!T4（预约报名截止）：“45823”是表格软件把日期或时间变成的数字，应是2025年6月15日",
        "场次!O5（预约报名网址）：“没有”不是网址",
    ]
    assert everything() == before


def test_what_a_new_session_lacks_is_told_at_its_empty_cells(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    added(campaign="yunling-2025")  # dragged down too far: nothing is wrong with it
    added(campaign="yunling-2025", activity="online-quiz", place="文化馆三楼")
    added(campaign="yunling-2025", when="6月17日")
    added(activity="online-quiz", when="6月18日")
    capsys.readouterr()
    assert taken() == 1
    told = capsys.readouterr().err
    assert "场次!A9：这一行没有写方案" in told
    edit(("场次", "campaign", 6, None), ("场次", "activity", 6, None), ("场次", "when", 6, None))
    assert taken() == 1
    told = capsys.readouterr().err
    assert [line.split("；")[0] for line in told.splitlines()[1:]] == [
        "场次!E7（时间）：缺少“when”（时间）", "场次!F7（地点）：没有登记叫“文化馆三楼”的地点", "场次!C8（活动）：这一行没有写活动",
    ]  # fmt: skip


def test_what_is_odd_in_new_sessions_is_told_at_their_cells(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    added(campaign="yunling-2025", activity="online-quiz", when="6月17日", place="文化馆三楼", area="松坪市", cost="0元")
    added(campaign="yunling-2025", activity="online-quiz", when="6月17日", place="文化馆三楼", area="松坪市", cost="0元")
    capsys.readouterr()
    assert taken() == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "由（空）" not in line]
    assert [line.partition("；")[0] for line in told if line.startswith("场次!")] == [
        "场次!U6：cost：“0元”会照样公布", "场次!U7：cost：“0元”会照样公布",
        "场次!C7：“举办数字知识网上竞答”的这一场（6月17日）前面已经有了",
    ]  # fmt: skip


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


def test_a_table_that_cannot_be_read_has_to_be_corrected_first(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    b.write(Path("data"), "sessions/yunling-2025.csv", "activity,when,seats\nonline-quiz,6月1日,3\n")
    assert main.main(["export", str(FILE)]) == 1
    assert "data/sessions/yunling-2025.csv:1:3" in capsys.readouterr().err
    assert not FILE.exists()


# --- those that are written in a plan ---

OWN = """\
    sessions:  # 两场
      - id: opening
        when: 6月15日9:30-11:30  # 照通知
        place: 清溪市图书馆
        booking:
          needed: true
          phone: 0990-5550100
        access: [sign-language, step-free]
      - when:
          text: 每周三10:00-12:00，6月18日至7月9日
          except: [6月25日]
        place: 文化馆三楼
        area: 松坪市
      - {when: 6月20日, place: 文化馆三楼, area: 松坪市}
"""


def in_the_plan(table: bytes | None = None) -> str:
    """A plan with sessions of its own, sent out; what the plan says."""
    b.write(Path("data"), "places/yunling.yml", PLACES)
    if table is not None:
        TABLE.parent.mkdir(exist_ok=True, parents=True)
        TABLE.write_bytes(table)
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml() + OWN])
    exported(campaigns__yunling_2025=plan)
    return plan


def test_sessions_of_a_plan_go_out_before_those_of_the_table_and_come_back(capsys: pytest.CaptureFixture[str]) -> None:
    in_the_plan(LINES.encode())
    before = everything()
    edit()
    page = openpyxl.load_workbook(FILE)["场次"]
    keys = ("session", "activity", "when", "place", "booking_needed", "booking_phone", "access")
    assert [[place(page, key, row).value for key in keys] for row in range(4)] == [
        ["opening", "online-quiz", "6月15日9:30-11:30", "清溪市图书馆", "true", "0990-5550100", "sign-language、step-free"],
        ["online-quiz 每周三10:00-12:00，6月18日至7月9日 文化馆三楼", "online-quiz", "每周三10:00-12:00，6月18日至7月9日",
         "文化馆三楼", None, None, None],
        ["online-quiz 6月20日 文化馆三楼", "online-quiz", "6月20日", "文化馆三楼", None, None, None],
        ["first", "online-quiz", "6月15日9:30-11:30", "清溪市图书馆", "是", None, "手语翻译"],
    ]  # fmt: skip
    assert page.max_row == 2 + 3 + 3
    capsys.readouterr()
    assert taken() == 0
    assert everything() == before


def test_what_is_edited_in_sessions_of_a_plan_is_written_where_it_stood(capsys: pytest.CaptureFixture[str]) -> None:
    plan = in_the_plan()
    edit(("场次", "when", 0, "6月16日9:30-11:30"), ("场次", "status", 0, "活动已取消"), ("场次", "access", 0, "字幕、step-free"))
    edit(("场次", "booking_until", 0, "6月10日前"), ("场次", "booking_needed", 0, "否"), ("场次", "note", 1, "带手机"))
    added(campaign="yunling-2025", activity="online-quiz", when="6月21日9:30", place="清溪市图书馆")
    capsys.readouterr()
    assert taken() == 0
    assert Path("data/campaigns/yunling-2025.yml").read_text("utf-8") == b.edited(
        plan,
        ("when: 6月15日9:30-11:30  # 照通知", 'when: "6月16日9:30-11:30"  # 照通知'),
        ("        place: 清溪市图书馆\n", "        place: 清溪市图书馆\n        status: cancelled\n"),
        ("needed: true\n          phone: 0990-5550100\n", "needed: false\n          phone: 0990-5550100\n          until: 6月10日前\n"),
        ("[sign-language, step-free]", "[captions, step-free]"),
        ("        area: 松坪市\n      - {", "        area: 松坪市\n        note: 带手机\n      - {"),
    )
    assert TABLE.read_text("utf-8-sig").splitlines()[1].startswith("online-quiz,,6月21日9:30,清溪市图书馆,")
    told = capsys.readouterr().out.split("\n")
    assert "场次!E3 yunling-2025/opening：时间由“6月15日9:30-11:30”改为“6月16日9:30-11:30”" in told[0]
    assert len(b.data(Path("data")).plan.campaigns[0].activities[0].sessions) == 4


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (("activity", 0, "another"), "场次!C3：“活动”不能在表格里改；请在 YAML 文件里改"),
        (("when", 1, "6月19日"), "场次!E4：“时间”不能在表格里改；请在 YAML 文件里改"),
        (("place", 2, "大厅"), "场次!F5：这一项写在一行的花括号里，请在 campaigns/yunling-2025.yml 里改 activities[0].sessions[2].place"),
        (("status", 0, "已取消了"), "场次!J3（状态）：“已取消了”不在可选范围内，是否为 cancelled（活动已取消）？"),
        (("when", 0, "6月32日"), "场次!E3（时间）：“6月32日”：2025年6月没有32日"),
    ],
)
def test_what_cannot_be_changed_in_sessions_of_a_plan_is_told_at_its_cell(
    edits: tuple[str, int, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_plan()
    before = everything()
    edit(("场次", *edits))
    capsys.readouterr()
    assert taken() == 1
    assert told in capsys.readouterr().err
    assert everything() == before


def test_a_session_of_a_plan_and_one_of_the_table_that_say_the_same_are_told_apart() -> None:
    in_the_plan("activity,when,place\r\nonline-quiz,6月20日,文化馆三楼\r\n".encode())
    edit(("场次", "note", 3, "带伞"))
    assert place(openpyxl.load_workbook(FILE)["场次"], "session", 3).value == "online-quiz 6月20日 文化馆三楼 (2)"
    assert taken() == 0
    assert TABLE.read_bytes().decode() == "activity,when,place,note\r\nonline-quiz,6月20日,文化馆三楼,带伞\r\n"


def test_a_copied_row_and_one_that_lost_its_time_are_told_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    sent_out()
    book = openpyxl.load_workbook(FILE)
    page = book["场次"]
    copied = [page.cell(3, at).value for at in range(1, page.max_column + 1)]
    page.append(copied)
    book.save(FILE)
    capsys.readouterr()
    assert taken() == 1
    assert "请删去一行，新的一场请清空这一格" in capsys.readouterr().err
    FILE.unlink()
    sent_out()
    edit(("场次", "when", 0, None), ("场次", "status", 0, "停办了"))
    capsys.readouterr()
    assert taken() == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition("；")[0] for line in told] == ["场次!E3：每一场都要有时间", "场次!J3（状态）：“停办了”不在可选范围内"]
