"""Files that an office gives to its readers: on the pages, for programs, in the ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import builders as b
import permanence
from microsite.loading import data_folder
from permanence import Place

PLAN = "attachments:\n  - file: 2025/list.pdf\n    title: 活动安排表\n"
RECEIPT = "\n      - file: receipt.docx\n        title: 参会回执"
PO = 'msgctxt "campaign/attachments"\nmsgid "活动安排表"\nmsgstr "Programme"\n'


def a_place(root: Path) -> Place:
    """A notice with an attachment, and an activity with one; both files lie in docs/files."""
    activities = [b.an_activity_yaml(attachments=RECEIPT), b.an_activity_yaml(**b._SECOND)]
    place = permanence.a_place(root, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities) + PLAN)
    b.write(root, "docs/files/2025/list.pdf", "x" * 131_000)
    b.write(root, "docs/files/receipt.docx", "x" * 300)
    b.write(root, "data/translations/en/yunling-2025.po", f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{PO}')
    return place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path)


def test_a_page_gives_title_kind_and_size_and_a_relative_address(place: Place) -> None:
    pages = place.build().pages
    for path, words, address in (
        ("yunling-2025/plan/", "活动安排表PDF，128KB", "files/2025/list.pdf"),
        ("en/yunling-2025/plan/", "ProgrammePDF,128KB", "files/2025/list.pdf"),
        ("yunling-2025/online-quiz/", "参会回执Word，1KB", "files/receipt.docx"),
        ("en/yunling-2025/online-quiz/", "参会回执Word,1KB", "files/receipt.docx"),
        ("yunling-2025/press/", "活动安排表PDF，128KB参会回执Word，1KB", "files/2025/list.pdf"),
        ("yunling-2025/print/", "参会回执Word，1KB", "files/receipt.docx"),
        ("en/yunling-2025/print/", "ProgrammePDF,128KB", "files/2025/list.pdf"),
    ):
        assert words in pages[path].text
        assert ("href", f"{'../' * path.count('/')}{address}") in pages[path].links
    assert not [link for _, link in pages["yunling-2025/village-classes/"].links if "files/" in link]


def test_programs_get_address_size_and_kind(place: Place) -> None:
    built = place.build(site_url="https://www.example.gov.cn/x/").folder
    data = json.loads((built / "api/v1/yunling-2025.json").read_text("utf-8"))
    assert data["attachments"] == [
        {
            "file": "2025/list.pdf", "title": {"zh": "活动安排表", "en": "Programme"}, "address": "files/2025/list.pdf",
            "media": "application/pdf", "size": 131_000,
        }
    ]  # fmt: skip
    assert [len(each["attachments"]) for each in data["activities"]] == [1, 0]
    table = list(csv.DictReader(io.StringIO((built / "yunling-2025/activities.csv").read_text("utf-8-sig"))))
    assert [row["附件"] for row in table] == ["参会回执（https://www.example.gov.cn/x/files/receipt.docx）", ""]


def test_search_engines_are_told_of_the_files(place: Place) -> None:
    place.edit(("when: 6月中旬\n", "when: 2025年6月11日\n"))
    page = (place.build(site_url="https://www.example.gov.cn/x/").folder / "yunling-2025/online-quiz/index.html").read_text("utf-8")
    graph = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])["@graph"]
    assert graph[1]["subjectOf"] == [
        {
            "@type": "MediaObject", "name": "参会回执", "contentUrl": "https://www.example.gov.cn/x/files/receipt.docx",
            "encodingFormat": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "contentSize": "1 KB",
        }
    ]  # fmt: skip


# --- what is wrong ----------------------------------------------------------------------------

KINDS = "pdf ofd docx doc xlsx xls pptx ppt wps et odt ods txt csv jpg jpeg png zip".split()
KIND = (
    f"不公布 .exe 文件；请另存为其中一种：{'、'.join(KINDS)} / files ending in .exe are not published; "
    f"save it as one of {', '.join(KINDS)}"
)
MISSING = "docs/files 里没有“{0}”{1} / there is no “{0}” in docs/files{2}"
INSIDE = "“{0}”从 docs/files 算起，用 / 隔开；请写 2025/list.pdf / “{0}” begins in docs/files and has slashes; write 2025/list.pdf"
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


# --- the ledger -------------------------------------------------------------------------------


def test_a_published_file_stays_or_is_told(place: Place) -> None:
    place.release()
    assert [each for each in permanence.entries(place) if "\tfile " in each] == [
        "files/2025/list.pdf\tfile 2025/list.pdf", "files/receipt.docx\tfile receipt.docx",
    ]  # fmt: skip
    place.edit((PLAN, ""))
    assert place.problems() == []
    (place.root / "docs/files/2025/list.pdf").rename(place.root / "docs/files/2025/list-2.pdf")
    (told,) = place.problems()
    assert told.partition(": ")[2] == (
        "files/2025/list.pdf: 这个附件公布过，现在没有 docs/files/2025/list.pdf 了（最接近的现有地址是“files/2025/list-2.pdf”）；"
        "请放回去，内容可以换成新的 / this file was published and docs/files/2025/list.pdf is gone (the nearest present "
        "address is “files/2025/list-2.pdf”); put it back, its content may be new"
    )
