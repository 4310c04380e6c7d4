"""Files that an office gives to its readers: on the pages, for programs, in the ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import builders as b
import permanence
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
        "请放回去，内容可以换成新的 / this file was published, but docs/files/2025/list.pdf is gone (the nearest present "
        "address is “files/2025/list-2.pdf”); restore it; its content may be new"
    )
