"""Spreadsheets: what goes out comes back unchanged, an edit changes its value only, and what is doubtful is refused."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders as b
from microsite.cli import main
from properties import examples
from spreadsheets import FILE, edit, everything, exported, place, taken

REAL = Path(__file__).parents[2] / "data"
CAMPAIGN = Path("data/campaigns/yunling-2025.yml")
CONTACTS = Path("data/contacts/yunling-2025.yml")
Edit = Callable[[Any], None]


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


# --- out --------------------------------------------------------------------------------------


def test_every_cell_is_text_and_what_looks_like_a_number_or_a_formula_stays_so() -> None:
    exported(campaigns__yunling_2025=b.a_campaign_yaml(("title: 举办数字知识网上竞答", 'title: "=1+1"')))
    book = openpyxl.load_workbook(FILE)
    assert book.sheetnames == ["活动", "场次", "联系人", "说明", "原样·活动", "原样·场次", "原样·联系人"]
    assert [page.sheet_state for page in book] == ["visible"] * 4 + ["hidden"] * 3
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert place(book["活动"], "title", 0).value == "=1+1"
    before = everything()
    assert taken() == 0
    assert everything() == before
    assert place(book["联系人"], "phone", 0).value == "0990—55501001"
    assert place(book["活动"], "audiences", 1).value == "farmers\nolder"
    assert (book["活动"].freeze_panes, book["说明"].freeze_panes) == ("C3", "A2")
    offered = {each.formula1 for each in book["活动"].data_validations.dataValidation}
    assert offered >= {'"online,onsite,both"', '"true,false"', '"cancelled,postponed"'}


def test_choices_of_a_plan_may_be_typed_by_their_names_in_either_language() -> None:
    exported()
    book = openpyxl.load_workbook(FILE)
    assert {each.errorStyle for each in book["活动"].data_validations.dataValidation} == {"warning"}
    assert "online（线上）, onsite（线下）, both（线上和线下）" in [cell.value for cell in book["说明"]["H"]]
    edit(("活动", "status", 0, "活动已取消"), ("活动", "open_to_public", 0, "是"), ("活动", "audiences", 0, "老年人\nFarmers"))
    edit(("活动", "form", 0, "Online and on site"))
    assert taken() == 0
    (written, _) = main.data_folder.folder(Path("data"), b.AS_OF).plan.campaigns[0].activities
    found = written.status, written.open_to_public, written.audiences, written.form
    assert found == ("cancelled", True, ("older", "farmers"), "both")


def test_names_that_have_expired_do_not_go_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "as_of", lambda: date(2026, 1, 1))
    exported()
    assert [place(openpyxl.load_workbook(FILE)["联系人"], "person", row).value for row in range(4)] == [None] * 4
    before = everything()
    assert taken() == 0
    assert everything() == before


def test_a_file_that_exists_is_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    FILE.write_bytes(b"mine")
    assert main.main(["export", str(FILE)]) == 1
    assert capsys.readouterr().err == (
        f"{FILE} 已经存在，没有写任何文件；请换一个文件名 / {FILE} already exists; nothing was written; choose another name\n"
    )
    assert FILE.read_bytes() == b"mine"


@pytest.mark.parametrize("asked", ["", " ", "全部"])
def test_a_campaign_that_is_not_there_is_never_all_of_them(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["export", str(FILE), "--campaign", asked]) == 1
    assert capsys.readouterr().err == (
        f"--campaign: 没有叫“{asked.strip()}”的方案；可选：yunling-2025"
        f" / there is no campaign “{asked.strip()}”; choose from yunling-2025 [unknown-part]\n"
    )
    assert not FILE.exists()


def test_a_spreadsheet_is_not_written_where_there_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["export", "nowhere/x.xlsx"]) == 1
    assert capsys.readouterr().err == (
        "nowhere: 没有这个文件夹；请先建好，或者写到别处 / there is no such folder; make it first, or write the file elsewhere\n"
    )
    assert not Path("nowhere").exists()


def test_one_campaign_alone_can_be_exported(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["export", str(FILE), "--campaign", "yunling-2052"]) == 1
    assert capsys.readouterr().err == (
        "--campaign: 没有叫“yunling-2052”的方案，是否为“yunling-2025”？可选：yunling-2025"
        " / there is no campaign “yunling-2052”; did you mean “yunling-2025”? choose from yunling-2025 [unknown-part]\n"
    )
    assert main.main(["export", str(FILE), "--campaign", "yunling-2025"]) == 0
    assert capsys.readouterr().out == f"写出 / written: {FILE}（活动 2 行，场次 0 行，联系人 4 行 / 6 rows）\n"


# --- back -------------------------------------------------------------------------------------


def test_without_edits_nothing_changes_in_the_real_plans(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(REAL, "data")
    before = everything()
    assert main.main(["export", str(FILE)]) == 0
    edit()
    capsys.readouterr()
    assert taken() == 0
    assert everything() == before
    assert capsys.readouterr().out == (
        "表格和数据没有不同，什么也没有写 / the sheet does not differ from the data; nothing was written\n"
    )


def test_rows_that_somebody_took_out_stay_and_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    before = everything()
    book = openpyxl.load_workbook(FILE)
    book["活动"].delete_rows(3)
    book.save(FILE)
    capsys.readouterr()
    assert taken() == 0
    assert everything() == before
    assert capsys.readouterr().out == (
        "“活动”里没有 yunling-2025/online-quiz（1 行），数据里照旧；要删的，请在数据文件里删"
        " / rows not in the sheet 活动: 1; they stay in the data, where they can be deleted\n"
        "表格和数据没有不同，什么也没有写 / the sheet does not differ from the data; nothing was written\n"
    )


@pytest.mark.parametrize("lost", [["活动"], ["联系人"], ["活动", "联系人"], ["xl/worksheets/sheet1.xml"]])
def test_a_sheet_that_is_gone_is_told(lost: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody deleted it, or a program left it out of the package: what was changed in it is lost."""
    exported()
    if lost[0].endswith(".xml"):
        package = zipfile.ZipFile(FILE)
        parts = {name: package.read(name) for name in package.namelist() if name not in lost}
        package.close()
        with zipfile.ZipFile(FILE, "w") as written:
            for name, part in parts.items():
                written.writestr(name, part)
    else:
        book = openpyxl.load_workbook(FILE)
        for name in lost:
            del book[name]
        book.save(FILE)
    capsys.readouterr()
    assert taken() == 0
    *told, last = capsys.readouterr().out.splitlines()
    assert [line.split("里没有")[0] for line in told] == ["“活动”" if name.endswith(".xml") else f"“{name}”" for name in lost]
    assert last.startswith("表格和数据没有不同")


def test_a_comment_does_not_become_a_part_of_the_new_value(capsys: pytest.CaptureFixture[str]) -> None:
    line = "    description: 竞答在网上进行，讲日常用得到的数字知识。"
    exported(campaigns__yunling_2025=b.a_campaign_yaml((line, f"{line}  # 照原文")))
    before = everything()
    edit(("活动", "description", 0, "一段\n\n又一段"))
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "活动!K3：原来的值旁边有注释，请在 campaigns/yunling-2025.yml 里改 activities[0].description"
        " / there is a comment beside the former value; change activities[0].description in campaigns/yunling-2025.yml\n"
    )
    assert everything() == before


def test_a_comment_stays_beside_the_new_value() -> None:
    exported(campaigns__yunling_2025=b.a_campaign_yaml(("    when: 6月中旬", "    when: 6月中旬   # 照通知")))
    before = everything()
    edit(("活动", "when", 0, "6月下旬"))
    assert taken() == 0
    assert CAMPAIGN.read_text("utf-8") == b.edited(before[CAMPAIGN].decode(), ("6月中旬   # 照通知", "6月下旬   # 照通知"))


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("    topics:\n      - 手机支付  # 新增\n      - 网上办事", "topics", "手机支付"),
        ("    topics:  # 照原文\n      - 手机支付", "topics", "网上办事"),
        ("    joining: 到村里  # 照原文", "joining", None),
        ("    joining:  # 照原文\n      到村里", "joining", "到镇里"),
        ("    joining: |  # 照原文\n      到村里", "joining", "到镇里"),
    ],
)
def test_an_edit_that_would_lose_a_comment_is_refused(
    typed: str, key: str, value: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    exported(campaigns__yunling_2025=b.a_campaign_yaml(("    topics: [手机支付, 网上办事, 等]", typed)))
    before = everything()
    edit(("活动", key, 1, value))
    cell = place(openpyxl.load_workbook(FILE)["活动"], key, 1).coordinate
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        f"活动!{cell}：原来的值旁边有注释，请在 campaigns/yunling-2025.yml 里改 activities[1].{key}"
        f" / there is a comment beside the former value; change activities[1].{key} in campaigns/yunling-2025.yml\n"
    )
    assert everything() == before


def test_only_the_changed_values_change(capsys: pytest.CaptureFixture[str]) -> None:
    comment = ("    kind: training\n", "    # 说明放在这里\n    kind:   training   # 类别\n")
    exported(campaigns__yunling_2025=b.a_campaign_yaml(comment))
    before = everything()
    edit(
        ("活动", "summary", 0, "人人可答：不限次数 # 真的"),
        ("活动", "description", 0, "第一段。\n\n第二段。"),
        ("活动", "when", 0, "6月下旬"),
        ("活动", "form", 0, "online"),
        ("活动", "audiences", 0, "older\nwomen"),
        ("活动", "support", 1, "省妇联"),
        ("活动", "open_to_public", 1, None),
        ("活动", "topics", 1, "手机支付\n网上办事\n防诈骗"),
        ("联系人", "phone", 1, "0990-55502002"),
        ("联系人", "person", 2, None),
    )
    capsys.readouterr()
    assert main.main(["import-sheet", str(FILE)]) == 0
    told = capsys.readouterr().out
    assert everything() == before
    assert told.split("\n")[0] == (
        "活动!J3 yunling-2025/online-quiz：一句话说明由“人人都可以上网答题。”改为“人人可答：不限次数 # 真的”"
        " / in one sentence from “人人都可以上网答题。” to “人人可答：不限次数 # 真的”"
    )
    assert "  yunling-2025 activities/online-quiz：时间由“2025年6月中旬”改为“2025年6月下旬” / " in told
    assert told.endswith("10 处；这些是将要做的改动；加上 --write 才写 / 10 cells; these changes will be made; add --write to make them\n")
    assert taken() == 0
    assert CAMPAIGN.read_text("utf-8") == b.edited(
        before[CAMPAIGN].decode(),
        ("summary: 人人都可以上网答题。", 'summary: "人人可答：不限次数 # 真的"'),
        ("description: 竞答在网上进行，讲日常用得到的数字知识。", "description: |\n      第一段。\n\n      第二段。"),
        ("    when: 6月中旬", "    when: 6月下旬"),
        (
            "    credit: 省委网信办牵头负责\n",
            "    credit: 省委网信办牵头负责\n    audiences:\n      - older\n      - women\n    form: online\n",
        ),
        ("    support: [省人社厅, 省妇联]", "    support: [省妇联]"),
        ("    open_to_public: true\n", ""),
        ("    topics: [手机支付, 网上办事, 等]", "    topics: [手机支付, 网上办事, 防诈骗]"),
    )
    assert CONTACTS.read_text("utf-8") == b.edited(
        before[CONTACTS].decode(), ("0990—55501002", "0990-55502002"), ("    person: 周 三\n", "")
    )
    assert not list(Path("data").rglob("*.new"))


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    exported()
    CAMPAIGN.write_bytes(("\ufeff" + CAMPAIGN.read_text("utf-8").replace("\n", "\r\n")).encode())
    before = CAMPAIGN.read_bytes()
    edit(("活动", "title", 0, "举办竞答"), ("活动", "form", 0, "online"))
    assert taken() == 0
    title = before.replace("title: 举办数字知识网上竞答\r\n".encode(), "title: 举办竞答\r\n".encode())
    credit = "    credit: 省委网信办牵头负责\r\n".encode()
    assert CAMPAIGN.read_bytes() == title.replace(credit, credit + b"    form: online\r\n")


# --- what somebody else changed meanwhile -----------------------------------------------------


def meanwhile(old: str, new: str) -> None:
    CAMPAIGN.write_text(b.edited(CAMPAIGN.read_text("utf-8"), (old, new)), "utf-8")


CONFLICT = (
    "活动!L3 yunling-2025/online-quiz：时间导出时是“6月中旬”，数据里后来改成“6月下旬”，表格里是“7月上旬”；照数据的，"
    "把这一格改成数据里的值，照表格的，加上 --overwrite '活动!L3' / when was “6月中旬” at the export, is “6月下旬” in the "
    "data now and “7月上旬” in the sheet; to keep the data’s, type it into the cell, to take the sheet’s, add "
    "--overwrite '活动!L3'"
)


def test_a_cell_that_both_sides_changed_is_told_and_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "when", 0, "7月上旬"), ("活动", "joining", 0, "上网参加"))
    meanwhile("    when: 6月中旬", "    when: 6月下旬")
    before = everything()
    capsys.readouterr()
    assert taken() == 1
    assert capsys.readouterr().err == (
        "这些格导出以后两边都改过，什么也没有写 / changed on both sides since the export; nothing was written:\n"
        f"{CONFLICT}\n"
    )
    assert everything() == before


@pytest.mark.parametrize("place", ["活动!L3", "all"])
def test_the_sheet_is_taken_where_that_is_said(place: str) -> None:
    exported()
    edit(("活动", "when", 0, "7月上旬"))
    meanwhile("    when: 6月中旬", "    when: 6月下旬")
    assert main.main(["import-sheet", str(FILE), "--write", "--overwrite", place]) == 0
    assert "    when: 7月上旬\n" in CAMPAIGN.read_text("utf-8")


def test_the_data_is_kept_where_its_value_is_typed_into_the_cell() -> None:
    exported()
    edit(("活动", "when", 0, "6月下旬"), ("活动", "joining", 0, "上网参加"))
    meanwhile("    when: 6月中旬", "    when: 6月下旬")
    assert taken() == 0
    assert ["    when: 6月下旬\n" in CAMPAIGN.read_text("utf-8"), "joining: 上网参加" in CAMPAIGN.read_text("utf-8")] == [True] * 2


def test_only_a_cell_that_both_sides_changed_can_be_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "when", 0, "7月上旬"))
    assert main.main(["import-sheet", str(FILE), "--write", "--overwrite", "活动!L3"]) == 1
    assert capsys.readouterr().err == (
        "--overwrite：“活动!L3”不是两边都改过的格 / --overwrite: “活动!L3” is not a cell that was changed on both sides\n"
    )


def test_what_was_changed_in_the_data_alone_stays_as_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    exported()
    edit(("活动", "joining", 0, "上网参加"))
    meanwhile("    when: 6月中旬", "    when: {text: 6月中句, means: 6月中旬, note: 疑为“旬”}")
    capsys.readouterr()
    assert taken() == 0
    assert "    when: {text: 6月中句, means: 6月中旬, note: 疑为“旬”}\n" in CAMPAIGN.read_text("utf-8")
    assert "    joining: 上网参加\n" in CAMPAIGN.read_text("utf-8")
    assert capsys.readouterr().out.split("\n")[0] == (
        "另有 1 格，导出以后数据里改过，表格没有动，保留数据里的"
        " / 1 more cell was changed in the data since the export and not in the sheet; the data stays as it is"
    )


def test_a_file_without_the_hidden_sheets_is_compared_with_the_data_alone() -> None:
    exported()
    book = openpyxl.load_workbook(FILE)
    for name in ("原样·活动", "原样·联系人"):
        del book[name]
    book.save(FILE)
    meanwhile("    when: 6月中旬", "    when: 6月下旬")
    assert taken() == 0
    assert "    when: 6月中旬\n" in CAMPAIGN.read_text("utf-8")


def test_a_file_whose_program_kept_no_default_style_is_read_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    """As Gnumeric writes it."""
    exported()
    with zipfile.ZipFile(FILE) as given_out:
        parts = {name: given_out.read(name) for name in given_out.namelist()}
    styles, count = re.subn(rb"<cellStyles.*</cellStyles>", b"", parts["xl/styles.xml"])
    assert count == 1
    with zipfile.ZipFile(FILE, "w") as saved:
        for name, part in {**parts, "xl/styles.xml": styles}.items():
            saved.writestr(name, part)
    capfd.readouterr()
    assert taken() == 0
    assert capfd.readouterr().err == ""


def test_columns_can_be_moved_and_left_out_and_rows_too() -> None:
    exported()
    before = everything()
    book = openpyxl.load_workbook(FILE)
    del book["联系人"]
    book["活动"].delete_cols(4, 6)
    book["活动"].delete_rows(3)
    place(book["活动"], "credit", 0).value = "省教育厅牵头"
    book.save(FILE)
    assert taken() == 0
    assert CAMPAIGN.read_text("utf-8") == b.edited(
        before[CAMPAIGN].decode(), ("credit: 省教育厅牵头，省人社厅、省妇联分工负责", "credit: 省教育厅牵头")
    )


def test_owed_values_can_be_filled_in_one_after_the_other() -> None:
    owed = b.a_campaign_yaml(("summary: 人人都可以上网答题。", 'summary: ""'), ("credit: 省委网信办牵头负责", "credit:"))
    exported(campaigns__yunling_2025=owed)
    edit(("活动", "credit", 0, "省委网信办负责"))
    assert taken() == 0
    assert CAMPAIGN.read_text("utf-8") == b.edited(owed, ("    credit:\n", "    credit: 省委网信办负责\n"))


_WORDS = st.text("数字技能：，。“”（）#:-'\"[]{}|>&*!%@`,?~\\$=+0x a", min_size=1, max_size=30).map(str.strip).filter(bool)


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_WORDS.filter(lambda words: not words.startswith("=")), st.lists(_WORDS, min_size=1, max_size=3))
def test_whatever_is_typed_in_a_cell_is_what_the_data_says(words: str, topics: list[str]) -> None:
    """Or it is refused as a whole, and the files are as they were."""
    with tempfile.TemporaryDirectory() as root:
        data, file = b.a_data_folder(Path(root) / "data"), Path(root) / "a.xlsx"
        assert main.main(["--data", str(data), "export", str(file)]) == 0
        book = openpyxl.load_workbook(file)
        for key, text in (("summary", words), ("description", f"{words}\n\n{words}"), ("topics", "\n".join(topics))):
            cell = place(book["活动"], key, 1)
            cell.value, cell.data_type = text, "s"
        book.save(file)
        before = (data / "campaigns/yunling-2025.yml").read_bytes()
        if main.main(["--data", str(data), "import-sheet", str(file), "--write"]) == 0:
            activity = b.data(data).plan.campaigns[0].activities[1]
            assert activity.summary.text == words
            assert activity.description.text == f"{words}\n\n{words}"
            assert [name.text for name in activity.topics.items] == topics
        else:
            assert (data / "campaigns/yunling-2025.yml").read_bytes() == before


@pytest.mark.parametrize("leads_to", ["../kept", "absolute"])
def test_contacts_that_are_kept_elsewhere_are_only_written_where_that_is_said(leads_to: str, tmp_path: Path) -> None:
    exported()
    kept = CONTACTS.parent.rename("kept") / CONTACTS.name
    CONTACTS.parent.symlink_to(leads_to if leads_to != "absolute" else tmp_path / "kept")
    edit(("联系人", "phone", 0, "0990-55501099"))
    before = kept.read_bytes()
    assert main.main(["import-sheet", str(FILE)]) == 0
    assert kept.read_bytes() == before
    assert taken() == 0
    assert b"0990-55501099" in kept.read_bytes()
    assert CONTACTS.parent.is_symlink()


def test_a_wrong_data_folder_gives_no_empty_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--data", "nowhere", "export", str(FILE)]) == 1
    assert capsys.readouterr() == (
        "",
        "nowhere: --data 后面要写数据文件夹；没有这个文件夹 / there is no such folder; --data names the data folder\n",
    )
    assert not FILE.exists()


# --- records inside records -------------------------------------------------------------------

BOOKED = """\
    booking:
      url: https://example.org/a
      phone: "0990-55501001"  # 总机
    cost: 免费
"""


PLAIN = BOOKED.replace("  # 总机", "")
MAILBOX = "      email: kpzx@example.gov.cn\n"
NEW_ONE = """\
    booking:
      url: "https://example.org/a"
      until: "6月5日17:00前"
"""
NEEDED = BOOKED.replace("org/a\n", "org/a\n      needed: true\n").replace("总机\n", f"总机\n{MAILBOX}")


@pytest.mark.parametrize(
    ("typed", "edits", "made"),
    [
        ("", [("url", "https://example.org/a"), ("until", "6月5日17:00前")], NEW_ONE),
        (BOOKED, [("url", "https://example.org/b")], BOOKED.replace("https://example.org/a", '"https://example.org/b"')),
        (BOOKED, [("needed", "true"), ("email", "kpzx@example.gov.cn")], NEEDED),
        (BOOKED, [("url", None)], BOOKED.replace("      url: https://example.org/a\n", "")),
        (PLAIN, [("url", None), ("phone", None)], "    cost: 免费\n"),
        (PLAIN, [("url", None), ("phone", None), ("email", "kpzx@example.gov.cn")], f"    booking:\n{MAILBOX}    cost: 免费\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_how_to_book_has_columns_of_its_own(typed: str, edits: list[tuple[str, str | None]], made: str, end: str) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml() + typed])
    exported(campaigns__yunling_2025=plan)
    CAMPAIGN.write_bytes(plan.replace("\n", end).encode())
    edit(*(("活动", f"booking_{key}", 0, value) for key, value in edits))
    assert taken() == 0
    assert CAMPAIGN.read_bytes().decode() == (b.a_campaign_yaml(activities=[b.an_activity_yaml() + made])).replace("\n", end)


@pytest.mark.parametrize(
    ("typed", "key", "told"),
    [
        ("    booking: {url: https://example.org/a}\n", "url", "“booking”没有分行写"),
        (BOOKED, "phone", "原来的值旁边有注释"),
    ],
)
def test_a_booking_that_a_sheet_cannot_change_is_named(typed: str, key: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    exported(campaigns__yunling_2025=b.a_campaign_yaml(activities=[b.an_activity_yaml() + typed]))
    before = everything()
    edit(("活动", f"booking_{key}", 0, None))
    capsys.readouterr()
    assert taken() == 1
    assert f"：{told}，请在 campaigns/yunling-2025.yml 里改 activities[0].booking.{key} / " in capsys.readouterr().err
    assert everything() == before
