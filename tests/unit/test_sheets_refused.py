"""Spreadsheets that cannot be taken: said in a sentence with the cell, and nothing is written."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

import builders as b
from microsite.cli import main
from microsite.cli.spreadsheets import reading
from microsite.cli.spreadsheets.table import Refusals
from microsite.core.problems import RefusalError
from spreadsheets import FILE, edit, everything, exported, place, taken

STRUCK = (
    "这一格有划掉的字；不要的请删去，要的请去掉删除线 / "
    "words in this cell are struck through; delete them, or remove the strikethrough"
)


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("活动", "id", 0, "online-quizz"),
            ("活动!B3：yunling-2025 里没有“online-quizz”，是否为“online-quiz”？"
            " / yunling-2025 has no “online-quizz”; did you mean “online-quiz”?"),
        ),
        (
            ("活动", "campaign", 0, "yunling-2052"),
            ("活动!A3：没有方案“yunling-2052”，或它没有这张表的内容"
            " / there is no campaign “yunling-2052”, or it has nothing for this sheet"),
        ),
        (
            ("活动", "id", 1, "online-quiz"),
            "活动!B4：“online-quiz”和 活动!B3 重复；请删去一行 / “online-quiz” is also in 活动!B3; delete one of the rows",
        ),
        (
            ("活动", "title", 0, "=HYPERLINK(1)"),
            "活动!E3：这一格是公式，公式不读；请改成文字 / this cell is a formula, which is not read; write it as text",
        ),
        (
            ("联系人", "phone", 0, 99055501001),
            ("联系人!D3：表格软件把这一格变成了数字或日期；请把格式设为“文本”，再重新输入"
            " / your spreadsheet program turned this cell into a number or a date; format it as text and type it again"),
        ),
        (
            ("活动", "when", 0, date(2025, 6, 15)),
            ("活动!L3：表格软件把这一格变成了数字或日期；请把格式设为“文本”，再重新输入，如 2025年6月15日"
            " / your spreadsheet program turned this cell into a number or a date; format it as text and type it "
            "again, such as 2025年6月15日"),
        ),
        (("活动", "title", 0, "一\n二"), "活动!E3：这一格只能写一行 / this cell can only have one line"),
        (
            ("活动", "title", 0, True),
            ("活动!E3：表格软件把这一格变成了“是/否”（TRUE）；请把格式设为“文本”，再重新输入"
            " / your spreadsheet program turned this cell into yes or no (TRUE); format it as text and type it again"),
        ),
        (
            ("场次", "place", 0, False),
            ("场次!F3：表格软件把这一格变成了“是/否”（FALSE）；请把格式设为“文本”，再重新输入"
            " / your spreadsheet program turned this cell into yes or no (FALSE); format it as text and type it again"),
        ),
        (
            ("活动", "title", 0, "举办\u200b竞答"),
            ("活动!E3：这一格里有看不见的字符，或者它的代码（“举办<U+200B>竞答”）；请清空这一格，重新输入"
            " / there is a character that cannot be seen, or its code, in this cell (“举办<U+200B>竞答”); empty it and type it again"),
        ),
        (
            ("活动", "summary", 0, "举办_x0007_竞答"),
            ("活动!J3：这一格里有看不见的字符，或者它的代码（“举办_x0007_竞”）；请清空这一格，重新输入"
            " / there is a character that cannot be seen, or its code, in this cell (“举办_x0007_竞”); empty it and type it again"),
        ),
        (
            ("活动", "titel", -1, "x"),
            None,
        ),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_cell_and_nothing_is_written(
    change: tuple[str, str, int, Any], told: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    b.write(Path("data"), "sessions/yunling-2025.csv", "activity,when,place\nonline-quiz,6月16日,文化馆\n")
    exported()
    before = everything()
    if told is None:
        book = openpyxl.load_workbook(FILE)
        book["活动"]["E2"].value = "titel"
        book.save(FILE)
        told = "活动!E2：没有“titel”这一列，是否为“title”？ / there is no column “titel”; did you mean “title”?"
    else:
        edit(change)
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == f"{told}\n"
    assert everything() == before


def told_at_once(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    before = everything()
    assert taken() == 1
    assert everything() == before
    return [line.partition("；")[0] for line in capsys.readouterr().err.splitlines()]


def test_everything_that_cannot_be_taken_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    b.write(Path("data"), "sessions/yunling-2025.csv", "activity,when,place\nonline-quiz,6月16日,文化馆\n")
    exported()
    edit(
        ("活动", "title", 0, "举办\u200b竞答"),
        ("活动", "when", 0, date(2025, 6, 15)),
        ("活动", "summary", 1, "=SUM(1)"),
        ("活动", "title", 1, "一\n二"),
        ("场次", "place", 0, True),
        ("联系人", "phone", 0, 99055501001),
        ("联系人", "campaign", 1, "yunling-2052"),
        ("场次", "status", 0, "cancled"),
    )
    *told, last = told_at_once(capsys)
    assert last.startswith("场次!J3（状态）：“cancled”不在可选范围内")
    assert told == [
        "活动!E3：这一格里有看不见的字符，或者它的代码（“举办<U+200B>竞答”）",
        "活动!L3：表格软件把这一格变成了数字或日期",
        "活动!E4：这一格只能写一行 / this cell can only have one line",
        "活动!J4：这一格是公式，公式不读",
        "场次!F3：表格软件把这一格变成了“是/否”（TRUE）",
        "联系人!D3：表格软件把这一格变成了数字或日期",
        "联系人!A4：没有方案“yunling-2052”，或它没有这张表的内容 / there is no campaign “yunling-2052”, or it has nothing for this sheet",
    ]


def test_columns_that_cannot_be_taken_are_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    book = openpyxl.load_workbook(FILE)
    book["活动"]["E2"].value = "titel"
    book["活动"]["F2"].value = "id"
    book["活动"]["L2"].value = "时间"
    book["活动"]["L3"].value = "6月31日"
    book["联系人"]["A2"].value = None
    book["活动"]["E3"].value = "=1"
    book["活动"].merge_cells("G4:G5")
    book.save(FILE)
    assert told_at_once(capsys) == [
        "“活动”里有合并的单元格（G4:G5）",
        "活动!E2：没有“titel”这一列，是否为“title”？ / there is no column “titel”; did you mean “title”?",
        "活动!F2：“id”有两列",
        "活动!L2：没有“时间”这一列，是否为“when”？ / there is no column “时间”; did you mean “when”?",
        "“联系人”第 2 行没有“campaign”",
        "活动!E3：这一格是公式，公式不读",
        (
            "活动!L3（时间）：“6月31日”：2025年6月没有31日，最后一天是30日，请核对，例如 2025年6月30日 / “6月31日”: 2025-06 has no day 31: "
            "its last day is 30, as in 2025年6月30日"
        ),
    ]


def test_what_is_wrong_with_cells_is_told_beside_data_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "when", 0, date(2025, 6, 15)))
    b.write(Path("data"), "contacts/yunling-2025.yml", "contacts\n")
    cell, file = told_at_once(capsys)
    assert cell == "活动!L3：表格软件把这一格变成了数字或日期"
    assert file.startswith("data/contacts/yunling-2025.yml:1:1: 文件被读成了一段文字")


def test_changes_that_only_a_hand_can_make_are_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    commented = "    topics:\n      - 手机支付  # 新增\n      - 网上办事\n    joining: 到村里  # 照原文"
    summary = "    summary: 人人都可以上网答题。"
    exported(campaigns__yunling_2025=b.a_campaign_yaml((summary, f"{summary}\n{commented}")))
    edit(("活动", "title", 0, "别的名称"), ("活动", "topics", 0, "手机支付"), ("活动", "joining", 0, None))
    assert [line.partition("，")[0].partition("：")[2] for line in told_at_once(capsys)] == ["原来的值旁边有注释"] * 2


def test_of_very_many_refusals_the_first_are_told() -> None:
    refused = [RefusalError(f"活动!A{number}：错", "wrong") for number in range(250)]
    assert str(Refusals([*refused, *refused])).splitlines()[99:] == ["活动!A99：错 / wrong", "还有 150 处 / 150 more"]


def test_a_column_that_would_not_be_read_is_told_where_it_says_something(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    book = openpyxl.load_workbook(FILE)
    page = book["活动"]
    last = page.max_column
    page.cell(1, last + 1).value = "备注"
    book.save(FILE)
    assert taken() == 0
    cell = page.cell(4, last + 1)
    cell.value = "标题再想想"
    book.save(FILE)
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        f"活动!{cell.coordinate}：这一列第 2 行没有代号，不会读；请删去这一列，或者把内容移到有代号的列"
        " / row 2 has no key above this cell, so it would not be read; delete the column, or move what it says into another\n"
    )


@pytest.mark.parametrize("typed", ["null", "NaN", "yes", "TRUE", "-"])
def test_a_word_of_a_program_in_a_text_is_asked_about(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "title", 0, typed))
    assert taken() == 0
    assert (
        f"活动!E3（标题）：“{typed}”像是程序写的，会照样公布；没有内容的请清空这一格"
        f" / “{typed}” looks like a program’s word and will be published as it is; empty the cell if it says nothing\n"
    ) in capsys.readouterr().out


def test_yes_and_no_stay_where_they_are_meant() -> None:
    exported()
    edit(("活动", "open_to_public", 0, True), ("活动", "booking_needed", 0, False))
    assert taken() == 0
    activity = b.data(Path("data")).plan.campaigns[0].activities[0]
    assert (activity.open_to_public, activity.booking and activity.booking.needed) == (True, False)


def test_a_value_that_does_not_fit_is_told_at_its_cell(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    before = everything()
    edit(("活动", "lead", 0, "省委网信半"), ("活动", "summary", 1, None))
    assert taken() == 1
    assert capsys.readouterr().err == (
        "有错误，什么也没有写 / there are problems; nothing was written:\n"
        "活动!O3（牵头单位）：没有叫“省委网信半”的单位，是否为“省委网信办”？如果是另一个单位，请登记到单位名册"
        " / no body is called “省委网信半”; did you mean “省委网信办”? If it is another body, add it to the register\n"
        "活动!J4（一句话说明）：缺少“summary”（一句话说明）；请补上 / “summary” is missing; add it\n"
    )
    assert everything() == before


def test_several_choices_in_one_line_of_a_cell_are_told_by_their_codes(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "audiences", 0, "老年人、残疾人"))
    assert taken() == 1
    said = "“老年人、残疾人”：一格里写几项，请每项占一行（按 Alt+Enter 换行），写 older、disabled，不用顿号、逗号、斜杠、空格和方括号"
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("typed", [
    "省委网信办、省教育厅", "省委网信办，省教育厅", "[省委网信办, 省教育厅]", "省委网信办 省教育厅",
    "省委网信办　省教育厅", "省委网信办/省教育厅", "省委网信办；省教育厅",
])  # fmt: skip
def test_several_bodies_in_one_line_of_a_cell_get_advice_that_works_in_a_cell(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exported()
    before = everything()
    edit(("活动", "lead", 0, typed))
    assert taken() == 1
    assert capsys.readouterr().err == (
        "有错误，什么也没有写 / there are problems; nothing was written:\n"
        f"活动!O3（牵头单位）：“{typed}”：一格里写几项，请每项占一行（按 Alt+Enter 换行），不用顿号、逗号、斜杠、空格和方括号"
        f" / “{typed}”: write one item a line in a cell (Alt+Enter), without commas, slashes, spaces and brackets\n"
    )
    assert everything() == before
    edit(("活动", "lead", 0, "省委网信办\n省教育厅"))
    assert taken() == 0


def test_several_numbers_in_a_cell_get_advice_that_works_in_a_cell(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("联系人", "phone", 0, "0990-55501001、55501009"))
    assert taken() == 1
    told = "“0990-55501001、55501009”不止一个号码；这一格只写一个，都要公布的，请在 contacts/yunling-2025.yml 里用 phones 逐个写 / "
    assert told in capsys.readouterr().err
    edit(("联系人", "phone", 0, "0990-55501001"))
    assert taken() == 0


def test_the_number_of_a_body_with_a_list_of_numbers_is_left_to_the_data_file(capsys: pytest.CaptureFixture[str]) -> None:
    several = ("    phone: 0990—55501001", "    phones:\n      - number: 0990-55501001\n      - number: 0990-55501009")
    exported(contacts__yunling_2025=b.contacts_yaml(several))
    page = openpyxl.load_workbook(FILE)["联系人"]
    numbers, body = (place(page, "phone", row) for row in (0, 1)), place(page, "body", 0)
    assert [(cell.value, cell.fill.fgColor.rgb == body.fill.fgColor.rgb) for cell in numbers] == [(None, True), ("0990—55501002", False)]
    edit(("联系人", "phone", 0, "0990-55501001"))
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "联系人!D3：“电话”不能在表格里改；请在 YAML 文件里改，这一格恢复原样"
        " / “telephone” cannot be changed in a sheet; change it in the YAML file and restore the cell\n"
    )


@pytest.mark.parametrize("typed", ["手机、网络", "手机，网络", "手机,网络", "手机；网络", "手机;网络", "[手机, 网络]"])
def test_a_line_that_may_be_several_items_is_asked_about(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "topics", 0, f"{typed}\n防诈骗"))
    assert taken() == 0
    told = f"（内容）：“{typed}”算作一项；如果是几项，请每项占一行 / “{typed}” is read as one item; write several one a line\n"
    assert told in capsys.readouterr().out


def test_a_corrected_time_is_left_to_the_data_file(capsys: pytest.CaptureFixture[str]) -> None:
    slip = ("    when: 6月中旬", "    when:\n      text: 6月中句\n      means: 6月中旬\n      note: 错字")
    exported(campaigns__yunling_2025=b.a_campaign_yaml(slip))
    assert place(openpyxl.load_workbook(FILE)["活动"], "when", 0).value == "6月中句"
    edit(("活动", "when", 0, "6月下旬"))
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "活动!L3：“时间”不能在表格里改；请在 YAML 文件里改，这一格恢复原样"
        " / “when” cannot be changed in a sheet; change it in the YAML file and restore the cell\n"
    )


def a_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (reading.MAX_UNPACKED + 1))
    return out.getvalue()


def with_a_document_type() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(out, "w") as package:
        for name in old.namelist():
            start = b'<!DOCTYPE x [<!ENTITY a "aa">]>' if name == "xl/workbook.xml" else b""
            package.writestr(name, start + old.read(name))
    return out.getvalue()


def strict() -> bytes:
    """As Excel saves a “Strict Open XML Spreadsheet”: ISO 29500 with namespaces of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(out, "w") as package:
        for name in old.namelist():
            text = old.read(name).replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/", b"http://purl.oclc.org/ooxml/spreadsheetml/")
            plain = b"http://schemas.openxmlformats.org/officeDocument/2006/"
            package.writestr(name, text.replace(plain, b"http://purl.oclc.org/ooxml/officeDocument/"))
    return out.getvalue()


def without_our_sheets() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def renamed() -> bytes:
    book = openpyxl.load_workbook(FILE)
    book["活动"].title = "活动 (2)"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def copied() -> bytes:
    book = openpyxl.load_workbook(FILE)
    place(book.copy_worksheet(book["活动"]), "title", 0).value = "改过的名称"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def moved() -> bytes:
    book = openpyxl.load_workbook(FILE)
    book["活动"].insert_rows(1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def stretched(element: str) -> Callable[[], bytes]:
    def make() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name in old.namelist():
                text = old.read(name)
                package.writestr(name, text.replace(b"</sheetData>", element.encode()))
        return out.getvalue()

    return make


_NO_XLSX = (
    "这不是 .xlsx 文件，或者已经损坏；请在表格软件里另存为 .xlsx"
    " / this is not an .xlsx file, or it is damaged; save it as .xlsx in your spreadsheet program\n"
)


_TOO_MANY = (
    "文件里的格子太多（空的也算）；请删去表格以外的行、列和格式，另存一份"
    " / the file has too many cells, empty ones included; delete rows, columns and formats outside the table and save a copy\n"
)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: b"\xd0\xcf\x11\xe0 an old .xls", _NO_XLSX),
        (lambda: b"", _NO_XLSX),
        (lambda: FILE.read_bytes()[:3000], _NO_XLSX),
        (with_a_document_type, _NO_XLSX),
        (stretched('</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), _TOO_MANY),
        (stretched('</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'), _TOO_MANY),
        (stretched(f"<row>{'<c/>' * 60_000}</row></sheetData>"), _TOO_MANY),
        (stretched('<row ht="5"/>' * 220_000 + "</sheetData>"), _TOO_MANY),
        (stretched('</sheetData><dataValidations><dataValidation sqref="' + "A1 " * 70_000 + '"/></dataValidations>'), _TOO_MANY),
        (stretched(f"</sheetData><x>{'<y/>' * 100_000}</x>"), _TOO_MANY),
        (
            stretched('<row r="7000"><c r="A7000"/></row></sheetData>'),
            (
                "“活动”的行或列太多；请删去表格以外的内容"
                " / the sheet 活动 has too many rows or columns; delete what lies outside the table\n"
            ),
        ),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
            (
                "文件加了密码，或者是旧的 .xls；请去掉密码，另存为 .xlsx"
                " / the file has a password, or is an older .xls; remove the password and save it as .xlsx\n"
            ),
        ),
        (
            renamed,
            (
                "没有“活动”这张工作表，却有“活动 (2)”；如果改过名，请改回来，别的工作表请移到另一个文件 / there is no sheet 活动, "
                "but there is 活动 (2); if it was renamed, give it its name back, and move other sheets into another file\n"
            ),
        ),
        (
            copied,
            ("“活动 Copy”是副本，不会读；请把里面的改动写进原来的工作表，再删去它 / 活动 Copy: a copy is not read; "
            "write what was changed in it into the sheet itself, and delete it\n"),
        ),
        (
            moved,
            ("“活动”第 2 行没有“campaign、id”；这一行是列的代号，不能删改，也不能移到别的行 / "
            "row 2 of 活动 has no “campaign, id”; this row has the columns’ keys and must stay as and where it is\n"),
        ),
        (a_bomb, "文件太大；请只留下要改的行，另存一份 / the file is too large; keep the rows you change and save a copy\n"),
        (
            strict,
            ("文件存成了“Strict Open XML 电子表格”；请在“另存为”里选“Excel 工作簿 (*.xlsx)”"
            " / the file was saved as a Strict Open XML Spreadsheet; choose Excel Workbook (*.xlsx) in “Save As”\n"),
        ),
        (
            without_our_sheets,
            ("没有“活动、场次、联系人”这样的工作表；请用 .venv/bin/microsite export 导出的文件"
            " / there is no sheet called 活动、场次、联系人; use a file made by .venv/bin/microsite export\n"),
        ),
    ],
)
def test_a_file_that_is_no_such_spreadsheet_is_refused_in_a_sentence(
    make: Callable[[], bytes], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exported()
    FILE.write_bytes(make())
    before = everything()
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr() == ("", told)
    assert everything() == before


def test_a_pipe_is_told_and_never_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("pipe.xlsx")
    assert main.main(["import-sheet", "pipe.xlsx"]) == 1
    told = "“pipe.xlsx”不是普通的文件；请给出表格文件 / “pipe.xlsx” is not an ordinary file; give the spreadsheet\n"
    assert capsys.readouterr().err == told


def _commented(cell: Any) -> None:
    cell.comment = Comment("[线程批注]\n你的 Excel 版本可读取此线程批注。\n\n批注:\n    请改为7月", "a")


def _struck(cell: Any) -> None:
    cell.font = Font(strike=True)


def _half_struck(cell: Any) -> None:
    cell.value = CellRichText("新", TextBlock(InlineFont(strike=True), "旧"), "标题")


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (_commented, ("这一格有批注“请改为7月”，批注不读；要改的请写进格子，再删去批注 / "
         "this cell has a comment, “请改为7月”, which is not read; write into the cell what is to change, and delete the comment")),
        (_struck, STRUCK), (_half_struck, STRUCK),
    ],
)  # fmt: skip
def test_comments_and_words_that_are_struck_through_are_told(mark: Callable[[Any], None], told: str, capsys: Any) -> None:
    """Neither is what a title says."""
    exported()
    book = openpyxl.load_workbook(FILE)
    mark(place(book["活动"], "title", 0))
    book.save(FILE)
    before = everything()
    assert taken() == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"活动!E3：{told}"
    assert everything() == before


def test_words_in_another_colour_are_read_as_words() -> None:
    exported()
    book = openpyxl.load_workbook(FILE)
    place(book["活动"], "title", 0).value = CellRichText("新", TextBlock(InlineFont(b=True), "的"), "标题")
    book.save(FILE)
    assert taken() == 0
    assert "title: 新的标题" in Path("data/campaigns/yunling-2025.yml").read_text("utf-8")
