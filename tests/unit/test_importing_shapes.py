"""A notice says the same in every shape in which an office may have it."""

import dataclasses
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import sync_playwright

import notices
from microsite.importing.notice import joining, opening

WHOLE = notices.data(notices.NOTICE)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_encoding_and_the_line_ends_of_a_text_make_no_difference(encoding, ending):
    assert notices.data(notices.NOTICE.replace("\n", ending).encode(encoding)) == WHOLE


def test_indents_make_no_difference():
    assert notices.data(notices.text()) == WHOLE


@pytest.mark.parametrize("width", [24, 28, 33])
@pytest.mark.parametrize("lines", [9, 22])
def test_lines_broken_by_margins_and_pages_are_joined(width, lines):
    assert notices.data(notices.wrapped(width, lines)) == WHOLE


def test_the_marks_of_markdown_are_taken_off():
    assert notices.data(notices.markdown(), "notice.md") == WHOLE


def test_a_word_file_says_the_same_with_its_own_numbers_bold_stretches_and_a_table_of_contacts():
    assert notices.data(notices.word(), "notice.docx") == WHOLE


def test_the_name_of_a_file_does_not_decide_what_it_is():
    assert notices.data(notices.word(), "notice.txt") == WHOLE


def test_half_width_signs_find_the_same_and_stay_as_printed():
    made = notices.data(notices.half_width())
    activities = made["campaigns/yunling-2025.yml"]["activities"]
    assert activities[0].pop("credit") == "省教育厅牵头,省人社厅、省妇联等分工负责"
    wanted = [dict(each) for each in WHOLE["campaigns/yunling-2025.yml"]["activities"]]
    assert wanted[0].pop("credit") == "省教育厅牵头，省人社厅、省妇联等分工负责"
    assert activities[:3] == wanted[:3]
    assert made["organisations/yunling.yml"] == WHOLE["organisations/yunling.yml"]


@pytest.fixture(scope="module")
def printed():
    """The notice as a PDF: 28 signs a line, in pages.

    In a thread of its own: the browser of other tests may be running in this one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_printed).result()


def _printed():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium is installed; run: make tools"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(notices.html())
        made = page.pdf(
            prefer_css_page_size=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template='<div style="font-size:9pt;width:100%;text-align:center">— <span class=pageNumber></span> —</div>',
        )
        browser.close()
    return made


def test_a_pdf_says_the_same(printed):
    assert notices.data(printed, "notice.pdf") == WHOLE


def test_the_numbers_of_its_pages_are_kept_apart(printed):
    document = opening.read(printed, "notice.pdf")
    pages = len({line.place.page for line in document.lines})
    assert [line.text for line in document.aside] == [f"— {number} —" for number in range(1, pages + 1)]
    assert pages > 1


def test_a_paragraph_knows_from_which_page_and_line_each_stretch_of_it_is(printed):
    document = opening.read(printed, "notice.pdf")
    paragraph = next(each for each in joining.paragraphs(document.lines) if each.key.startswith("为落实"))
    places = [str(place) for _, place in paragraph.places]
    assert len(places) == 3
    assert all(place.startswith("第 1 页第 ") for place in places)
    assert str(paragraph.place(0)) == places[0]
    assert str(paragraph.place(len(paragraph.key) - 1)) == places[-1]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("发挥各单位的长处，把活动办到群众家门", "口去。", 1),
        ("各市教育局、", "妇联：", 1),
        ("落实《云岭省数字", "技能计划》。", 1),
        ("一、总体要求", "让人人用得上数字服务。", 2),
        ("（一）开展乡村课堂。课堂在周末开。", "（二）举办竞赛。", 2),
        ("云岭省教育厅", "云岭省妇联", 2),
        ("2025年云岭省提升月工作方案", "为做好工作，写成本方案。", 2),
        ("课堂在周末开。（省教育厅牵头）", "联系人：某某", 2),
        ("主题：数字云岭", "时间：6月", 2),
        ("课堂每周一、", "三、五下午2:30在一楼教室开讲。", 1),
        ("关于开展2026年数字宣传周", "一、活动时间和主题", 2),
    ],
)
def test_lines_are_joined_only_where_the_first_is_not_finished(first, second, count):
    lines = opening.read(f"{first}\n\n{second}".encode(), "a.txt").lines
    assert len(joining.paragraphs(lines)) == count


def test_an_hour_on_the_line_below_its_day_goes_on():
    lines = opening.read("7.绘本剧场《小鲸鱼》。4月19日（星期日）\n\n10:00，总馆玩具图书馆。".encode(), "a.txt").lines
    below = (lines[0], dataclasses.replace(lines[1], starts=False))  # as the margins of a page tell
    assert len(joining.paragraphs((dataclasses.replace(below[0], starts=True), below[1]))) == 1
