"""What cannot be an attachment is told with what to write; what only an earlier state lacks is no mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

import builders as b
from microsite.loading import data_folder
from permanence import Place
from test_attachments import a_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path)


KINDS = "pdf ofd docx doc xlsx xls pptx ppt wps et odt ods txt csv jpg jpeg png zip".split()
KIND = (
    f"不公布 .exe 文件；请另存为其中一种：{'、'.join(KINDS)} / files ending in .exe are not published; "
    f"save it as one of {', '.join(KINDS)}"
)
MISSING = "docs/files 里没有“{0}”{1} / there is no “{0}” in docs/files{2}"
INSIDE = (
    "“{0}”从 docs/files 算起，用 / 隔开；请写 2025/list.pdf / “{0}” is counted from docs/files, with / between folders; "
    "write 2025/list.pdf"
)
RENAME = (
    "“{0}”不能做网址；请给文件改名，只用英文字母、数字和连字符，如 form-1.docx / “{0}” cannot be part of an address; "
    "rename the file with letters, digits and hyphens, such as form-1.docx"
)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2025/lists.pdf", MISSING.format("2025/lists.pdf", "，是否为“2025/list.pdf”？", "; did you mean “2025/list.pdf”?")),
        ("2025/LIST.pdf", MISSING.format("2025/LIST.pdf", "，是否为“2025/list.pdf”？", "; did you mean “2025/list.pdf”?")),
        ("qwerty.zip", MISSING.format("qwerty.zip", "；请把文件放进去", "; put the file there")),
        ("docs/files/2025/list.pdf", INSIDE.format("docs/files/2025/list.pdf")),
        (r"2025\list.pdf", INSIDE.format(r"2025\list.pdf")),
        ("run.exe", KIND),
        *((typed, RENAME.format(typed)) for typed in ("附件1.pdf", "../s.pdf", "a/../../s.pdf", "list.en.pdf", "a b.pdf", "noending")),
    ],
)
def test_a_file_that_cannot_be_an_attachment_is_told_with_what_to_write(place: Place, typed: str, told: str) -> None:
    place.edit(("file: 2025/list.pdf", f"file: {typed}"))
    assert [each.partition(": ")[2].partition(": ")[2] for each in place.problems()] == [told]


def test_an_empty_file_is_told(place: Place) -> None:
    b.write(place.root, "docs/files/2025/list.pdf", "")
    (told,) = place.problems()
    said = "“2025/list.pdf”是空的（0 字节）；请换成完整的文件 / “2025/list.pdf” is empty (0 bytes); put the whole file in its place"
    assert told.endswith(f": {said}")


@pytest.mark.parametrize(
    ("begins", "zh"),
    [
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "OpenDocument 表格（.ods）"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧的 Office 文件，或者加了密码"),
        (b"<html><body><table>", "网页"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", ""),
        (b"anything else", ""),
    ],
    ids=["ods", "old-or-locked", "page", "right", "unknown"],
)
def test_a_file_that_is_not_what_its_ending_says_is_asked_about(tmp_path: Path, begins: bytes, zh: str) -> None:
    root = b.a_data_folder(tmp_path / "data")
    b.write(tmp_path, "docs/files/2025/list.xlsx", "")
    (tmp_path / "docs/files/2025/list.xlsx").write_bytes(begins)
    asked = [(str(each.mark), each.zh) for each in data_folder.folder(root, b.AS_OF).notes if each.code == "other-kind-of-file"]
    told = [("docs/files/2025/list.xlsx:1:1", f"扩展名是 .xlsx，内容却是{zh}；请打开后另存为扩展名所说的格式")]
    assert asked == (told if zh else [])


def test_a_link_in_the_folder_of_files_is_no_file(place: Place) -> None:
    (place.root / "docs/files/2025/list.pdf").unlink()
    (place.root / "docs/files/2025/list.pdf").symlink_to("/etc/hostname")
    assert ["没有“2025/list.pdf”" in each for each in place.problems()] == [True]


def test_an_earlier_state_of_the_data_without_docs_is_read(place: Place, tmp_path: Path) -> None:
    (place.root / "data").rename(tmp_path / "elsewhere")
    (tmp_path / "earlier").mkdir()
    moved = (tmp_path / "elsewhere").rename(tmp_path / "earlier/data")
    (campaign,) = data_folder.folder(moved, b.AS_OF).plan.campaigns
    assert [each.file for each in campaign.attachments] == ["2025/list.pdf"]


def test_a_file_too_large_for_phones_is_a_note(place: Place) -> None:
    b.write(place.root, "docs/files/receipt.docx", "x" * 11_000_000)
    (note,) = [note for note in place.load().notes if note.code == "large-attachment"]
    assert str(note).endswith(
        "附件“receipt.docx”有 10.5 MB，用手机打开很慢；请压缩图片，或者拆成几个文件 / the attachment “receipt.docx” has 10.5 MB, "
        "which is slow on a phone; compress its pictures, or split it"
    )
