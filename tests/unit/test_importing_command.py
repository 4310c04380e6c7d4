"""The command: what it writes and says, and that bad input gets one clear sentence and changes nothing on the disk."""

import argparse
import io
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from PIL import Image

import notices
import ofd_files
from building import contents
from microsite.cli import main
from microsite.core.problems import InvalidData
from microsite.importing import ids, options
from microsite.importing.notice import opening
from microsite.loading import data_folder

WRITTEN = ["campaigns/yunling-2025.yml", "contacts/yunling-2025.yml", "organisations/yunling.yml"]


def run(*arguments):
    parser = argparse.ArgumentParser()
    options.add_import(parser.add_subparsers(required=True))
    given = parser.parse_args(["import", *map(str, arguments)])
    return given.run(given)


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_text(notices.NOTICE, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "data"
    made.mkdir()
    return made


# --- what it writes ---------------------------------------------------------------------------


def test_three_files_are_written(notice, folder, capsys):
    assert run(notice, "--to", folder) == 0
    assert list(contents(folder)) == WRITTEN
    said = capsys.readouterr().out
    assert said.splitlines()[:7] == [
        *(f"写出 / written: {folder / path}" for path in WRITTEN),
        "找到 / found: 活动 4 activities，阶段 2 phases，工作要求 2 requirements，联系人 2 contacts，新单位 4 new bodies",
        "活动 / activities: 取自“五”，条目写有单位、时间或地点 / their clauses name bodies, times or places",
        "待写 / to write: 15 处空着，make check 会逐处报告 / left empty; make check lists them",
        "待核对 / to check: 30 处，见注释“请核对” / see the comments “请核对”",
    ]


def test_the_files_have_no_problem_but_what_is_owed_each_at_its_place(notice, folder):
    run(notice, "--to", folder)
    with pytest.raises(InvalidData) as invalid:
        data_folder.folder(folder, date(2025, 6, 1), drafts="all")
    found = invalid.value.problems
    lines = {f"data/{path}": text.decode().splitlines() for path, text in contents(folder).items()}
    assert {problem.code for problem in found} == {"empty"}
    assert len(found) == 15
    assert [each for each in found if not lines[each.mark.file][each.mark.line - 1].endswith(': ""')] == []


def test_files_in_which_the_owed_is_written_have_no_problem_at_all(notice, folder):
    run(notice, "--to", folder)
    filled = {"people_until": "2025-12-31", "code": '"990000"'}
    for path in folder.rglob("*.yml"):
        rows = path.read_text("utf-8").splitlines()
        keys = [row.removesuffix(': ""').split()[-1] if row.endswith(': ""') else None for row in rows]
        done = [
            row.replace('""', filled.get(key, "写好了")) if key else row
            for row, key in zip(rows, keys, strict=True)
        ]
        path.write_text("\n".join(done) + "\n", "utf-8")
    assert [campaign.id for campaign in data_folder.folder(folder, date(2025, 6, 1), drafts="all").plan.campaigns] == [
        "yunling-2025"
    ]


def test_the_data_folder_of_all_commands_is_that_of_an_import(notice, folder):
    assert main.main(["--data", str(folder), "import", str(notice)]) == 0
    assert sorted(contents(folder)) == WRITTEN


def test_the_same_notice_gives_the_same_bytes(notice, tmp_path):
    run(notice, "--to", tmp_path / "one")
    run(notice, "--to", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_id_is_chosen_by_who_asks(notice, folder):
    assert run(notice, "--to", folder, "--id", "spring-2025") == 0
    assert list(contents(folder)) == [
        "campaigns/spring-2025.yml", "contacts/spring-2025.yml", "organisations/yunling.yml",
    ]  # fmt: skip


def test_a_dry_run_shows_the_files_and_writes_none(notice, folder, capsys):
    assert run(notice, "--to", folder, "--dry-run") == 0
    said = capsys.readouterr().out
    assert contents(folder) == {}
    assert [row for row in said.splitlines() if row.startswith("=====")] == [
        f"===== {folder / path} =====" for path in WRITTEN
    ]


def test_a_fault_of_the_program_is_told_in_one_sentence_and_nothing_is_written(notice, folder, monkeypatch, capsys):
    monkeypatch.setattr("microsite.importing.campaign.files", lambda *given: given[99])
    before = sorted(folder.rglob("*"))
    assert run(notice, "--to", folder) == 1
    told = capsys.readouterr().err
    assert told.startswith("这份通知没有读完，什么也没有写：程序里有错误（IndexError")
    assert "Traceback" not in told
    assert sorted(folder.rglob("*")) == before


def test_a_report_makes_no_folder_and_nothing_is_written_without_it(notice, folder, tmp_path, capsys):
    assert run(notice, "--to", folder, "--report", tmp_path / "nowhere/report.txt") == 1
    told = capsys.readouterr()
    assert told.err == f"{tmp_path / 'nowhere'}: 没有这个文件夹；请先建好 / there is no such folder; make it first\n"
    assert (list(contents(folder)), (tmp_path / "nowhere").exists()) == ([], False)


def test_the_report_can_be_kept(notice, folder, tmp_path, capsys):
    run(notice, "--to", folder, "--report", tmp_path / "report.txt")
    kept = (tmp_path / "report.txt").read_text("utf-8")
    assert capsys.readouterr().out.endswith(kept)


def test_pasted_text_is_read_from_standard_input(folder, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(notices.NOTICE.encode())))
    assert run("-", "--to", folder) == 0
    assert list(contents(folder)) == WRITTEN
    assert (folder / WRITTEN[0]).read_text("utf-8").startswith("# 由粘贴的通知文字生成。\n")


def test_a_sentence_without_a_place_is_told_with_its_line(folder, tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(f"特急\n{notices.NOTICE}", "utf-8")
    run(path, "--to", folder)
    assert capsys.readouterr().out.endswith(
        "没有放进任何一项的句子 / sentences that have no place yet: 1\n  第 1 行：特急\n"
    )


def test_a_notice_in_which_no_activity_was_found_says_so(folder, tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("关于2025年若干事项的通知\n各县：\n一、请各县做好准备。\n青禾县教育局\n2025年5月9日\n", "utf-8")
    assert run(path, "--to", folder) == 1
    assert capsys.readouterr().err == "没有读出一项活动；请把活动逐条列出后再导入，或自己填写 / no activity was found\n"


# --- a register that exists -------------------------------------------------------------------


def extended(register, folder, notice):
    (folder / "organisations").mkdir()
    path = folder / "organisations" / "yunling.yml"
    path.write_text(register, "utf-8")
    assert run(notice, "--to", folder) == 0
    return path.read_text("utf-8")


def test_a_register_that_knows_every_name_is_not_touched(notice, folder):
    known = notices.REGISTER
    assert extended(known, folder, notice) == known


def test_a_new_body_and_a_new_spelling_are_put_into_the_register(notice, folder, capsys):
    known = notices.REGISTER.replace("    aliases: [云岭省妇联]\n", "")
    start, end = known.index("  - id: yunling-human"), known.index("  - id: yunling-women")
    before = known[:start] + known[end:]
    assert extended(before, folder, notice) == before.replace(
        "  - id: yunling-women\n", "  - id: yunling-women\n    aliases:\n      - 云岭省妇联\n"
    ) + (
        "  # 请核对：编号会进网址，现在可改，公布后不再改\n"
        "  - id: yunling-human-resources\n"
        "    name: 云岭省人力资源和社会保障厅\n"
        "    short: 省人社厅\n"
        "    # 请核对：类别按名称推定\n"
        "    kind: government\n"
    )
    said = capsys.readouterr().out
    assert f"补充 / extended: {folder / WRITTEN[2]}\n" in said
    assert "，新单位 1 new bodies\n" in said


def test_a_spelling_is_added_to_a_list_in_one_line(notice, folder):
    known = notices.REGISTER.replace("[云岭省妇联]", "[妇女联合会]")
    assert extended(known, folder, notice) == known.replace("[妇女联合会]", "[妇女联合会, 云岭省妇联]")


def test_an_office_that_is_missing_is_put_in(notice, folder):
    known = notices.REGISTER.replace("综合处", "秘书处")
    assert extended(known, folder, notice) == known.replace(
        "      - id: general\n        name: 秘书处\n",
        "      # 请核对：编号会进网址，现在可改，公布后不再改\n"
        "      - id: zonghe\n"
        "        name: 综合处\n"
        "      - id: general\n        name: 秘书处\n",
    )


def test_a_register_written_in_another_way_is_left_alone_and_the_addition_told(notice, folder, capsys):
    known = (
        'region: yunling\nname: 云岭省\ncode: "990000"\norganisations: ['
        "{id: yunling-education, name: 云岭省教育厅, short: 省教育厅, kind: government}]\n"
    )
    assert extended(known, folder, notice) == known
    assert "单位名册请自己补上 / add this to the register yourself:\n" in capsys.readouterr().out


def test_ids_of_bodies_follow_those_of_other_regions(notice, folder):
    (folder / "organisations").mkdir()
    other = (
        'region: haixi\nname: 海西省\ncode: "990001"\norganisations:\n'
        "  - {id: haixi-schools, name: 海西省教育厅, short: 省教育厅, kind: government}\n"
    )
    (folder / "organisations" / "haixi.yml").write_text(other, "utf-8")
    run(notice, "--to", folder)
    assert "  - id: yunling-schools\n" in (folder / WRITTEN[2]).read_text("utf-8")


# --- bad input --------------------------------------------------------------------------------


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def empty_docx():
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def rewritten(change):
    """The notice as a Word file whose text part was changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(notices.word())) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == "word/document.xml" else content)
    return made.getvalue()


def scanned():
    made = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(made, "PDF")
    return made.getvalue()


LOCKED = (
    b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<"""
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b""">>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<41><41>]/Size 5>>
%%EOF
"""
)
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
)



SHEET = (
    "这是电子表格；请把通知的文字复制到 Word 或 WPS 文字里，存为 .docx 再导入；网站导出的表格（export），请用 import-sheet"
    " / this is a spreadsheet; copy the notice into Word or WPS Writer and save it as .docx; "
    "a sheet that export made goes to import-sheet"
)
SLIDES = (
    "这是演示文稿；请把通知的文字复制到 Word 或 WPS 文字里，存为 .docx 再导入"
    " / this is a set of slides; copy the notice into Word or WPS Writer and save it as .docx"
)
MAIL = (
    "这是一封邮件；请把附件里的通知另存后导入，或粘贴邮件的文字"
    " / this is an email; save the attached notice and import that, or paste the text of the email"
)
DAMAGED_WORD = (
    "打不开这个 Word 文件，可能已损坏；请打开后另存为 .docx 再试"
    " / this Word file cannot be opened and may be damaged; open it and save it as .docx"
)
NOT_TEXT = (
    "这不是能读的文字；请给出 .docx、有文字的 .pdf，或 UTF-8、GB18030 编码的 .txt、.md"
    " / this is not text that can be read; give a .docx, a .pdf with text, or .txt or .md in UTF-8 or GB18030"
)
NO_NOTICE = (
    "这不像一份通知：没有找到“关于…的通知”和“一、”这样的条目；请检查文件"
    " / this does not look like a notice: there is neither a title “关于…的通知” nor a clause numbered 一、; check the file"
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD = (Path(__file__).parents[1] / "corpus/files/13-table.doc").read_bytes()
_FIB = OLD_WORD[OLD_WORD.index(b"\xec\xa5") :]
LOCKED_OLD = (_FIB[:0x0C], _FIB[:0x0B] + bytes([_FIB[0x0B] | 1]))
ENDLESS_OLD = (_FIB[:0x50], _FIB[:0x4C] + (400_001).to_bytes(4, "little"))
LOCKED_WORD = (
    "这个文件加了密码；请打开后去掉密码，另存再试"
    " / this file has a password; open it and save it without one"
)
NO_WORD = (
    "这不是 Word 或 WPS 文字的文件（也许是表格、演示或邮件）；请另存为 .docx 再导入，或粘贴文字"
    " / this is not a document of Word or WPS Writer (a spreadsheet, slides or an email?); save it as .docx, or paste its text"
)
DAMAGED_OLD_WORD = (
    "打不开这个 .doc 文件，可能已损坏，或比 Word 97 还旧；请用 Word 或 WPS 打开后另存为 .docx 再试"
    " / this .doc file cannot be opened; it may be damaged or older than Word 97; open it in Word or WPS and save it as .docx"
)
SCANNED_OFD = (
    "这个 .ofd 里没有文字，像是扫描的图片；请给出有文字的文件，或先做文字识别"
    " / this .ofd has no text and seems to be a scan; give a file with text, or have the text recognised first"
)
DAMAGED_OFD = (
    "打不开这个 .ofd 文件，可能已损坏；请打开后另存为 .docx 再试"
    " / this .ofd file cannot be opened and may be damaged; open it and save it as .docx"
)
TOO_MANY_PAGES = (
    "这个 .ofd 超过 300 页，不像一份通知；请只给出通知本身"
    " / this .ofd has more than 300 pages; give only the notice"
)
TOO_LARGE_OFD = (
    "这个 .ofd 文件展开后太大；请去掉图片等附带内容后另存再试"
    " / this .ofd file is too large when unpacked; remove pictures and the like and save it again"
)
TOO_LONG = (
    "文件超过 40 万字，不像一份通知；请只给出通知本身"
    " / the file has more than 400000 characters; give only the notice"
)
EMPTY = "文件是空的；请给出通知的文件 / the file is empty; give the file of the notice"
NO_TEXT = "文件里没有文字；请检查文件 / there is no text in the file; check it"
BAD = {
    "nothing": (b"", EMPTY),
    "only-blank-lines": (b"\n \n", EMPTY),
    "only-signs": ("。。——\n".encode(), NO_TEXT),
    "binary": (bytes(range(256)) * 40, NOT_TEXT),
    "picture": (
        b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 900,
        (
            "这是图片，要先做文字识别；请用 Word 或 WPS 打开，另存为 .docx 再导入，或粘贴文字"
            " / this is a picture; have its text recognised first; open it in Word or WPS and save it as .docx, or paste its text"
        ),
    ),
    "ceb": (
        b"Founder CEB\0" + b"\0" * 20,
        (
            "这是方正的版式文件（.ceb）；请在阅读器里打印成 .pdf 再导入，或复制文字粘贴"
            " / this is a Founder .ceb file; print it as a .pdf in its reader, or copy and paste its text"
        ),
    ),
    "xlsx": (zipped(**{"xl/workbook.xml": "<a/>"}), SHEET),
    "ods": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), SHEET),
    "pptx": (zipped(**{"ppt/presentation.xml": "<a/>"}), SLIDES),
    "odp": (zipped(mimetype="application/vnd.oasis.opendocument.presentation"), SLIDES),
    "mail": (b"Received: from a\r\n\tby b\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\n5YWz5LqO", MAIL),
    "empty-rtf": (b"{\\rtf1\\ansi }", NO_TEXT),
    "web-page": (b"<!DOCTYPE html>\n<p>x</p>", NO_NOTICE),
    "web-page-of-frames": (
        b"<html><body><iframe srcdoc='&lt;p&gt;x'></iframe></body></html>",
        (
            "网页的内容在框架里；请在浏览器里单独打开那个框架，存下来再导入，或粘贴文字"
            " / the words of the page are in a frame; open that frame on its own and save it, or paste its text"
        ),
    ),
    "ofd-without-pages": (zipped(**{"OFD.xml": "<a/>"}), SCANNED_OFD),
    "ofd-without-its-document": (zipped(**{"OFD.xml": "<a><DocRoot>x.xml</DocRoot></a>"}), DAMAGED_OFD),
    "ofd-that-is-no-xml": (zipped(**{"OFD.xml": "<a>"}), DAMAGED_OFD),
    "locked-ofd": (zipped(**{"OFD.xml": "<a/>", "Encryptions.xml": "<a/>"}), LOCKED_WORD),
    "endless-ofd": (ofd_files.file([[]] * 301), TOO_MANY_PAGES),
    "ofd-bomb": (ofd_files.file([["0" * (25 * 1024 * 1024)]]), TOO_LARGE_OFD),
    "lost-letters": (
        notices.NOTICE.replace("数字", "\ufffd\ufffd").encode(),
        (
            "文件里有 22 个字读不出来（字体没有给出文字）；请给出原来的 .docx，或换一个程序重新导出 PDF"
            " / 22 characters of the file cannot be read; give the .docx, or export the PDF with another program"
        ),
    ),
    "an-essay": ("春天来了，山上的花开了。\n".encode() * 5, NO_NOTICE),
    "a-spreadsheet": (OLD + b"\0" * 600 + "Workbook\0".encode("utf-16-le"), NO_WORD),
    "old-word-cut-off": (OLD_WORD[:9000] + OLD_WORD[-2000:], DAMAGED_OLD_WORD),
    "locked-old-word": (OLD_WORD.replace(*LOCKED_OLD), LOCKED_WORD),
    "locked-word": (OLD + b"\0" * 600 + "EncryptedPackage\0".encode("utf-16-le"), LOCKED_WORD),
    "endless-old-word": (OLD_WORD.replace(*ENDLESS_OLD), TOO_LONG),
    "zip-without-word": (
        zipped(a="1"),
        (
            "这是压缩文件，里面没有 Word 文档的正文；请解压后给出通知的文件"
            " / this is a zip file without the text of a Word document; unpack it and give the file of the notice"
        ),
    ),
    "word-cut-off": (notices.word()[:4000], DAMAGED_WORD),
    "word-without-its-parts": (zipped(word__document="x", **{"word__document.xml": "<a/>"}), DAMAGED_WORD),
    "word-that-is-no-xml": (rewritten(lambda content: b"no xml"), DAMAGED_WORD),
    "strict-word": (
        rewritten(lambda text: text.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml")),
        (
            "文件存成了“Strict Open XML 文档”；请在“另存为”里选“Word 文档 (*.docx)”再导入"
            " / the file was saved as a Strict Open XML Document; choose Word Document (*.docx) in “Save As” and import it again"
        ),
    ),
    "empty-word": (empty_docx(), NO_TEXT),
    "zip-bomb": (
        zipped(**{"word__document.xml": b"0" * (61 * 1024 * 1024)}),
        (
            "这个 Word 文件展开后太大；请去掉图片等附带内容后另存再试"
            " / this Word file is too large when unpacked; remove pictures and the like and save it again"
        ),
    ),
    "scan": (
        scanned(),
        (
            "这个 PDF 里没有文字，像是扫描的图片；请给出有文字的 PDF 或 .docx，或先做文字识别"
            " / this PDF has no text and seems to be a scan; give one with text or a .docx, or have the text recognised first"
        ),
    ),
    "locked-pdf": (
        LOCKED,
        "这个 PDF 加了密码；请给出不加密的文件 / this PDF has a password; give a file without one",
    ),
    "damaged-pdf": (
        b"%PDF-1.7\n" + b"x" * 500,
        "打不开这个 PDF，可能已损坏；请重新导出再试 / this PDF cannot be opened and may be damaged; export it again",
    ),
    "too-long": ("长".encode() * 400_001, TOO_LONG),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_clear_sentence_and_changes_nothing(name, tmp_path, folder, capsys):
    data, sentence = BAD[name]
    path = tmp_path / "given"
    path.write_bytes(data)
    (folder / "kept.yml").write_text("kept", "utf-8")
    assert run(path, "--to", folder) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{sentence}\n")
    assert contents(folder) == {"kept.yml": b"kept"}


@pytest.mark.parametrize(
    ("text", "id_", "year"),
    [
        ("为办好2024年读书会，通知如下。\n", "reading", "# 请核对：原文“2024”（第 2 行）；年份取自正文\nyear: 2024\n"),
        ("为办好2024年读书会，通知如下。\n", "reading-2023", "region: region\nyear: 2023\n"),
        ("", "reading-2023", "region: region\nyear: 2023\n"),
    ],
)
def test_where_title_and_date_say_no_year_it_is_that_of_the_id_or_one_of_the_text_to_be_checked(text, id_, year, tmp_path, folder, capsys):
    path = tmp_path / "notice.txt"
    path.write_text(f"关于举办读书会的通知\n{text}一、活动时间\n6月1日\n", "utf-8")
    assert run(path, "--to", folder, "--id", id_, "--dry-run") == 0
    assert year in capsys.readouterr().out


def test_entities_of_a_word_file_are_never_unfolded(tmp_path, folder, capsys):
    def laughing(content):
        return content.replace(b"<w:document", LAUGHS + b"<w:document", 1).replace(
            "数字云岭".encode(), b"&c;", 1
        )

    path = tmp_path / "given.docx"
    path.write_bytes(rewritten(laughing))
    run(path, "--to", folder, "--dry-run")
    assert "haha" not in capsys.readouterr().out


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path, folder, capsys):
    assert run(tmp_path / "none.txt", "--to", folder) == 1
    assert run(folder, "--to", folder) == 1
    assert capsys.readouterr().err.splitlines() == [
        "打不开“none.txt”；请检查文件名和位置 / “none.txt” cannot be opened; check its name and place",
        "“data”是文件夹；请给出通知的文件 / “data” is a folder; give a file",
    ]


@pytest.mark.parametrize("path", WRITTEN[:2])
def test_a_file_that_exists_is_never_overwritten(path, notice, folder, capsys):
    there = folder / path
    there.parent.mkdir()
    there.write_text("kept", "utf-8")
    assert run(notice, "--to", folder) == 1
    assert capsys.readouterr().err == (
        f"{there} 已经存在，没有写任何文件；请换一个编号：make import FILE=通知.docx ID=编号"
        f" / {there} already exists; nothing was written; choose another id: make import FILE=notice.docx ID=id\n"
    )
    assert contents(folder) == {path: b"kept"}


@pytest.mark.parametrize("is_there", [True, False])
def test_a_register_that_is_a_link_is_neither_read_nor_written(is_there, notice, folder, tmp_path, capsys):
    """As for every other command: what it leads to is somebody's."""
    (folder / "organisations").mkdir()
    kept = tmp_path / "kept.yml"
    before = notices.REGISTER.replace("    aliases: [云岭省妇联]\n", "")
    if is_there:
        kept.write_text(before, "utf-8")
    (folder / "organisations/yunling.yml").symlink_to(kept)
    assert run(notice, "--to", folder) == 1
    assert kept.read_text("utf-8") == before if is_there else not kept.exists()
    assert "organisations/yunling.yml 已经存在，没有写任何文件" in capsys.readouterr().err


def test_where_a_file_cannot_be_written_none_is_left(notice, folder, capsys):
    (folder / "contacts").write_text("a file where a folder has to be", "utf-8")
    before = contents(folder)
    assert run(notice, "--to", folder) == 1
    assert contents(folder) == before
    assert capsys.readouterr().err == (
        f"“{folder / 'contacts'}”写不进去（File exists），什么也没有改；请检查文件夹的权限和空间"
        f" / “{folder / 'contacts'}” cannot be written (File exists) and nothing was changed; "
        "check the folder’s permissions and the disk space\n"
    )


def test_an_id_that_cannot_be_one_is_refused(notice, folder, capsys):
    assert run(notice, "--to", folder, "--id", "云岭 2025") == 1
    assert capsys.readouterr().err == (
        "“云岭 2025”不能做编号；请用小写英文字母开头，只含小写字母、数字和连字符，如 shandong-2025"
        " / “云岭 2025” cannot be an id; start with a letter, use a-z, 0-9 and hyphens only, such as shandong-2025\n"
    )
    assert contents(folder) == {}


def test_a_register_with_problems_has_to_be_repaired_first(notice, folder, capsys):
    (folder / "organisations").mkdir()
    (folder / "organisations" / "yunling.yml").write_text("region: yunling\nname: 云岭省\n", "utf-8")
    before = contents(folder)
    assert run(notice, "--to", folder) == 1
    said = capsys.readouterr().err
    assert said.startswith("单位名册 yunling.yml 有错误，请先改正：")
    assert "缺少“organisations”" in said
    assert contents(folder) == before


def test_the_next_edition_says_what_the_register_of_the_first_one_still_lacks(notice, folder, capsys):
    run(notice, "--to", folder)
    notice.write_text(notices.NOTICE.replace("2025", "2026"), "utf-8")
    register = folder / WRITTEN[2]
    filled = register.read_text("utf-8")
    assert "name: 云岭省\n" in filled
    register.write_text(filled.replace("name: 云岭省\n", 'name: ""\n'), "utf-8")
    before = contents(folder)
    capsys.readouterr()
    assert run(notice, "--to", folder) == 1
    assert capsys.readouterr().err == (
        f"单位名册 {register} 还有 1 处空着；请先填好，再运行这条命令：\n"
        "  第 3 行 name：这里是空的；请填写内容（必填）"
        " / line 3, name: nothing is written here; fill it in (required)\n"
        f" / values in the register {register} are empty; fill them in and run this command again\n"
    )
    assert contents(folder) == before
    register.write_text(filled, "utf-8")
    assert run(notice, "--to", folder) == 0
    assert register.read_text("utf-8") == filled
    assert (folder / "campaigns" / "yunling-2026.yml").is_file()


def test_a_file_larger_than_thirty_megabytes_is_not_even_read(tmp_path, folder, capsys):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(opening.MAX_BYTES + 2)
        file.seek(0)
        file.write(b"a")
    assert run(path, "--to", folder) == 1
    assert capsys.readouterr().err == (
        "文件超过 30 MB；请给出只含文字的文件 / the file is larger than 30 MB; give one with text only\n"
    )


def test_ids_depend_on_nothing_that_somebody_left_in_the_common_temporary_folder(tmp_path, monkeypatch):
    """The library of words would read its dictionary from there, or leave it there."""
    (tmp_path / "jieba.cache").write_bytes(b"not read")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = ids._tokenizer.__wrapped__()
    assert list(made.cut("数字助老活动")) == ["数字", "助老", "活动"]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("jieba.cache", b"not read")]
