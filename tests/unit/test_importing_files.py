"""The same notice in every kind of file gives the same data; what a file has beside its text is told."""

import io
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml
from playwright.sync_api import sync_playwright

import corpus_figures
import notice_files
import notices
import ofd_files
from microsite.core.problems import RefusalError
from microsite.importing import command, report
from microsite.importing.notice import documents, opening

CORPUS = {name: notice for name, notice, _ in corpus_figures.notices()}
WHOLE = notices.data(notices.NOTICE)


def as_text(name):
    """What a notice of the corpus says where it comes as plain text."""
    return notices.data(CORPUS[name])


def test_a_clause_between_two_activities_is_one_whatever_page_it_is_on():
    name = "358-village-neighbours"  # lines are counted anew on each page
    assert notices.data(ofd_files.lines(CORPUS[name]), "notice") == as_text(name)


def test_a_title_that_a_narrow_cell_breaks_is_one():
    rows = "<tr><th>活动名称<th>时间<th>地点</tr><tr><td>手机<br>课堂<td>6月5日9:00<td>文化馆</tr><tr><td>亲子编程<td>6月6日<td>文化馆</tr>"
    page = f"<html><body><h1>关于举办2026年示例县手机月活动的通知</h1><p>各乡镇：</p><table>{rows}</table><p>示例县文化馆</p></body></html>"
    (plan,) = (made for name, made in notices.data(page.encode(), "notice").items() if name.startswith("campaigns"))
    assert [each["title"] for each in plan["activities"]] == ["手机课堂", "亲子编程"]


KEPT = sorted((corpus_figures.CORPUS / "files").iterdir())
"""Notices of the corpus as LibreOffice 7.4 saved them, one in each kind of file; the PDFs hold subsets of Noto (OFL 1.1) and DejaVu."""


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_file_that_a_real_program_saved_says_what_the_notice_says(path):
    assert notices.data(path.read_bytes(), path.name) == as_text(path.stem)


PRINTED = ("05-labelled-clauses", "13-table", "20-provincial-long", "26-three-levels-roles", "42-provincial-boards")


@pytest.fixture(scope="module")
def printed():
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_printed).result()


def _printed():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium is installed; run: make tools"
    style = (
        "@page{size:A4;margin:30mm 26mm}body{font:16pt/28pt 'Noto Serif CJK SC',serif}p{margin:0;text-align:justify}"
        "table{border-collapse:collapse;font-size:12pt}td{padding:2pt}"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        made = {}
        for name in PRINTED:
            page = browser.new_page()
            page.set_content(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{notice_files.article(CORPUS[name])}')
            made[name] = page.pdf(prefer_css_page_size=True)
        browser.close()
    return made


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("drawn", ["runs", "signs"])
def test_a_notice_says_the_same_however_its_signs_are_drawn(name, drawn):
    assert notices.data(getattr(ofd_files, drawn)(CORPUS[name]), "notice.ofd") == as_text(name)


@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_notice_says_the_same(name, printed):
    assert notices.data(printed[name], "notice.pdf") == as_text(name)


def test_numbers_that_a_program_counts_in_an_opendocument_text_are_read():
    made = notice_files.opendocument("", notice_files.numbered(notices.NOTICE))
    assert notices.data(made, "notice.odt") == WHOLE


def test_the_foot_of_an_opendocument_page_and_its_notes_are_told():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>周一闭馆。</text:p></text:note-body></text:note>"
    body = notice_files.numbered(notices.NOTICE).replace("答对的人可以领取电子证书。", f"答对的人可以领取电子证书。{note}")
    made = command.from_notice(notice_files.opendocument("", body), "a.odt", ())
    plain = command.from_notice(notice_files.opendocument("", notice_files.numbered(notices.NOTICE)), "a.odt", ())
    assert made.files == plain.files
    assert [line for line in report.lines(made.report) if "闭馆" in line or "— 1 —" in line] == [
        "  第 1 处页眉页脚：— 1 —",
        "  第 1 处脚注：周一闭馆。",
    ]


def lines(data, name):
    return [line.cells or line.text for line in opening.read(data, name).lines]


def test_cells_merged_in_tables_of_opendocument_texts_and_pages_are_repeated_downwards():
    odt = (
        '<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>甲</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-spanned="2"><text:p>乙'
        "<office:annotation><text:p>批注</text:p></office:annotation></text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>丙</text:p></table:table-cell>"
        "<table:table-cell><text:p>丁</text:p></table:table-cell></table:table-row></table:table>"
    )
    page = "<html><body><p>一</p><table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></body>"
    assert lines(notice_files.opendocument("", odt), "a") == [("甲", "乙", ""), ("甲", "丙", "丁")]
    assert lines(page.encode(), "a") == ["一", ("甲", "乙", ""), ("甲", "丙", "丁")]


def test_lines_of_one_cell_of_a_page_stay_apart_and_a_table_within_it_is_read_once():
    page = (
        "<html><body><p>一</p><table><tr><td>甲<br>乙<td><p>丙</p><p>丁</p></tr>"
        "<tr><td>戊<td><table><tr><td>己<td>庚</tr><tr><td>辛<td>壬</tr></table></tr></table></body>"
    )
    assert lines(page.encode(), "a") == ["一", ("甲 乙", "丙 丁"), ("戊", "己 庚 辛 壬")]
    row = "<tr><td>0999—6512001<td>6512009</tr>"
    assert lines(f"<html><body><p>一</p><table>{row}</table></body>".encode(), "a") == ["一", "0999—6512001　6512009"]
    named = f"<html><body><p>一</p><table><caption>联系表</caption>{row * 2}</table><address>二</address>三</body>"
    assert lines(named.encode(), "a") == ["一", "联系表", *[("0999—6512001", "6512009")] * 2, "二", "三"]


@pytest.mark.parametrize(("cell", "numbers"), [
    ("0999—6512001<br>0999—6512009", {"phones": [{"number": f"0999—651200{end}", "person": "林岚"} for end in "19"]}),
    ("<p>0999—6512001</p><p>（传真）6512009</p>", {"person": "林岚", "phone": "0999—6512001", "fax": "6512009"}),
])
def test_numbers_on_lines_of_one_cell_are_neither_glued_nor_exchanged(cell, numbers):
    head, row = "<tr><th>单位<th>联系人<th>联系电话</tr>", f"<tr><td>省委网信办<td>林岚<td>{cell}</tr>"
    at, end = "<p>　　联系人：", "<p>　　省教育厅　　周小舟　　0999—6512002</p>"
    before, behind = notice_files.article(notices.NOTICE).split(at)
    page = f"<html><body>{before}<table>{head}{row}</table>{behind.split(end)[1]}</body>"
    made = notices.data(page.encode(), "a.html")
    assert made["contacts/yunling-2025.yml"]["contacts"] == [{"body": "省委网信办", **numbers}]


def test_bodies_and_times_on_lines_of_one_cell_are_two():
    table = (
        "<table><tr><th>活动名称<th>时间<th>责任单位</tr><tr><td>书展<td>6月中旬<br>7月上旬<td><p>省教育厅</p><p>省妇联</p></tr>"
        "<tr><td>诵读会<td>7月上旬<td>省教育厅</tr></table>"
    )
    before, behind = notice_files.article(notices.NOTICE).split("<p>　　（一）开展乡村")
    page = f"<html><body>{before}{table}<p>六、工作要求</p>{behind.split('<p>六、工作要求</p>')[1]}</body>"
    first = notices.data(page.encode(), "a.html")["campaigns/yunling-2025.yml"]["activities"][0]
    assert (first["when"]["means"], first["lead"]) == ("6月中旬、7月上旬", ["省教育厅", "省妇联"])


def test_spaces_tabs_breaks_and_boxes_of_opendocument_texts_are_kept():
    body = (
        '<text:p>甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁<text:ruby><text:ruby-base>戊</text:ruby-base>'
        "<text:ruby-text>wu</text:ruby-text></text:ruby><office:annotation><text:p>批注</text:p></office:annotation></text:p>"
        '<text:p><draw:frame xmlns:draw="d"><draw:text-box><text:p>文头</text:p></draw:text-box></draw:frame></text:p>'
    )
    assert lines(notice_files.opendocument("", body), "a") == ["甲  乙\t丙", "丁戊", "文头"]


def test_what_an_opendocument_text_hides_or_hangs_on_the_page_is_told_or_read(monkeypatch):
    hiding = '<style:style style:name="{}" {}><style:text-properties text:display="none"/></style:style>'
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Inner"/>'
    monkeypatch.setattr(notice_files, "LISTS", hiding.format("P2", 'style:family="paragraph"') + own)
    monkeypatch.setattr(notice_files, "STYLES", notice_files.STYLES.replace(
        "<office:master-styles>", f"<office:styles>{hiding.format('Inner', '')}</office:styles><office:master-styles>"
    ))
    body = (
        '<draw:frame xmlns:draw="d"><draw:text-box><text:p>文头</text:p></draw:text-box></draw:frame>'
        '<text:p text:style-name="P2">一</text:p><text:section text:display="none"><text:p text:style-name="P1">二</text:p></text:section>'
        '<text:p>三<text:hidden-paragraph text:is-hidden="true"/></text:p><text:p text:style-name="P1">四</text:p>'
        '<text:p>甲<text:hidden-text text:string-value="五"/><office:annotation><text:p>六</text:p></office:annotation>'
        '<text:a xmlns:x="x" x:href="https://a.example/bm">报名</text:a></text:p>'
    )
    read = opening.read(notice_files.opendocument("", body), "a.odt")
    assert [line.text for line in read.lines] == ["文头", "甲报名"]
    hidden = [f"第 {number} 处隐藏或划去的字：{text}" for number, text in enumerate("一二三四五", 1)]
    assert [f"{line.place}：{line.text}" for line in read.aside[1:]] == ["第 1 处批注：六", *hidden, "第 1 处链接：报名（https://a.example/bm）"]


def test_no_file_says_that_there_are_more_spaces_or_columns_than_a_page_could_hold():
    body = (
        '<text:p>甲<text:s text:c="3000"/>乙</text:p><table:table><table:table-row>'
        '<table:table-cell table:number-columns-spanned="3000"><text:p>丙</text:p></table:table-cell>'
        "<table:table-cell><text:p>丁</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert lines(notice_files.opendocument("", body), "a") == [f"甲{' ' * 100}乙", ("丙", *[""] * 199, "丁")]
    rich = r"{\rtf1\ansi \trowd" + r"\cellx1" * 3_000 + r" a\cell b\cell\row}"
    assert lines(rich.encode(), "a") == [("a", "b")]


def test_a_list_of_more_levels_than_a_page_could_show_has_no_numbers_there(monkeypatch):
    levels = "".join(f'<text:list-level-style-number text:level="{level}" style:num-format="1"/>' for level in range(1, 31))
    monkeypatch.setattr(notice_files, "LISTS", f'<text:list-style style:name="L1">{levels}</text:list-style>')

    def of_level(level):
        inner = f"{'<text:list><text:list-item>' * level}<text:p>甲</text:p>{'</text:list-item></text:list>' * level}"
        return lines(notice_files.opendocument("", inner.replace("<text:list>", '<text:list text:style-name="L1">')), "a")

    assert (of_level(1), of_level(25)) == (["1甲"], ["甲"])


def test_what_is_too_long_for_a_notice_is_refused_before_it_is_taken_apart(monkeypatch):
    monkeypatch.setattr(documents, "clean", None)
    for text in ("通知" * 200_001, "通知" + "\n" * 2_000_000):
        with pytest.raises(RefusalError, match="不像一份通知"):
            opening.read(text.encode(), "a.txt")
    with pytest.raises(RefusalError, match="网页太大"):
        opening.read(b"<html>" + b"<p>" * 100_000, "a.html")


def test_breaks_of_a_page_part_lines_and_wide_spaces_stay():
    page = "<html><body><div>省教育厅　周小舟&emsp;0999—6512001<br>省妇联<p>甲\n乙</p><ol><li>第一<li>第二</ol></div></body>"
    assert lines(page.encode(), "a") == ["省教育厅　周小舟\u20030999—6512001", "省妇联", "甲 乙", "1.第一", "2.第二"]


def test_the_headline_of_a_page_is_the_title_where_its_text_has_none_and_is_dropped_where_it_repeats_it():
    text = notice_files.article(CORPUS["06-single-opening"])
    title = CORPUS["06-single-opening"].split("\n")[0]
    wanted = notices.data(CORPUS["06-single-opening"])
    twice = f"<html><body><h1>{title}</h1><div>{text}</div></body></html>"
    alone = f"<html><body><h1>{title}</h1><div>{text.replace(f'<p>{title}</p>', '')}</div></body></html>"
    assert notices.data(twice, "a.html") == notices.data(alone, "a.html") == wanted


def test_the_number_of_an_item_stands_before_its_paragraph_and_inner_ones_in_brackets():
    items = "<ol>\n<li><p>总体要求</p>\n<ol><li><p>预热</p><li>实施</ol>\n<li><p>主题</p></ol>"
    page = f"<html><body><p>现将有关事项通知如下，请遵照执行。</p>{items}</body>"
    assert lines(page.encode(), "a") == ["现将有关事项通知如下，请遵照执行。", "1.总体要求", "（1）预热", "（2）实施", "2.主题"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_page_in_either_encoding_is_read(encoding):
    page = notice_files.page(notices.NOTICE)
    assert notices.data(page.encode(encoding), "a.html") == WHOLE


def test_numbers_that_a_program_printed_into_rich_text_boxes_and_breaks_are_kept():
    body = (
        r"{\rtf1\ansi\ansicpg936{\listtext\pard\plain\f0 \'d2\'bb\'a1\'a2\tab}\fi640 \'d6\'f7\'cc\'e2\line \u-10179?\u-8704?\par"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard \'ce\'c4\'cd\'b7\par}}{\shprslt old\par}}"
        r"{\field{\*\fldinst HYPERLINK a}{\fldrslt \'cd\'f8\'d6\'b7}}{\deleted \'b2\'bb}{\pict\bin4 {}}\}tail}"
    )
    assert lines(body.encode("ascii"), "a") == ["一、\t主题", "😀", "文头", "网址tail"]


def test_what_was_chosen_in_a_form_of_rich_text_is_read():
    field = r"{{\field{{\*\fldinst{{ FORM {{\*\formfield{{{}{{\*\ffname online}}{}}}}}}}}}{{\fldrslt {}}}}}"
    entries = r"{\*\ffl online}{\*\ffl \u32447\'3f\u19979\'3f}{\*\ffl 3}"
    lists = [r"\fftype2\ffres1", r"\fftype2\ffres25\ffdefres2", r"\fftype2", r"\fftype2\ffres9"]
    boxes = [r"\fftype1\ffres1", r"\fftype1\ffres0\ffdefres1", r"\fftype1\ffres25\ffdefres1"]
    read = [field.format(each, entries, "") for each in lists] + [field.format(each, "", " ") for each in boxes]
    shown = field.format(lists[0], entries, "shown") + field.format(r"\fftype0", "", "words")
    assert lines((r"{\rtf1\ansi " + ";".join([*read, shown]) + r"\par}").encode("ascii"), "a") == ["线下;3;online;;☑;□;☑;shownwords"]


def test_cells_merged_downwards_in_rich_text_are_repeated():
    row = r"\trowd{}\cellx9\cellx18\intbl {}\cell {}\par {}\cell\row"
    body = row.format(r"\clvmgf", "A", "B", "C") + row.format(r"\clvmrg", "", "D", "E") + r"\pard F\par"
    assert lines(f"{{\\rtf1 {body}}}".encode("ascii"), "a") == [("A", "B C"), ("A", "D E"), "F"]


def test_what_stands_beside_a_rich_text_and_hidden_words_are_told():
    body = r"{\rtf1{\headerf H\par}{\footer 1\par}A{\footnote N\par}{\v B}\v C\v0 D\par}"
    read = opening.read(body.encode("ascii"), "a.rtf")
    assert [line.text for line in read.lines] == ["AD"]
    told = ["第 1 处页眉：H", "第 1 处页脚：1", "第 1 处脚注：N", "第 1 处隐藏文字：BC"]
    assert [f"{line.place}：{line.text}" for line in read.aside] == told


def test_fields_objects_and_boxes_of_old_programs_in_rich_text_are_read_and_comments_and_addresses_told():
    body = (
        r"{\rtf1\ansi{\field{\*\fldinst {EQ \\* jc2 \\o\\ad(\\s\\up 9(a),ruby)}}{\fldrslt }} "
        r"{\field{\*\fldinst PAGE}}{\upr{old}{\*\ud{new}}}"
        r'{\*\annotation{\*\atnref 1}remark} {\field{\*\fldinst HYPERLINK "https://a.example/bm"}{\fldrslt here}}\par'
        r"{\*\do\dobxpage{\dptxbxtext\pard box\par}}{\shp{\*\shpinst{\shptxt shape\par}}{\shprslt{\*\do{\dptxbxtext again\par}}}}"
        r"{\object\objemb{\*\objclass X}{\*\objdata 00ff}{\result table}}\par}"
    )
    read = opening.read(body.encode("ascii"), "a.rtf")
    assert [line.text for line in read.lines] == ["ruby new here", "box", "shape", "table"]
    assert [f"{line.place}：{line.text}" for line in read.aside] == [
        "第 1 处批注：remark", "第 1 处嵌入：文件里还嵌着另一份文件，没有读；请打开后另存再导入", "第 1 处链接：here（https://a.example/bm）",
    ]  # fmt: skip


STRUCK = {
    "a.rtf": r"{\rtf1\ansicpg936 6\'d4\'c2{\strike 11}{\striked1 1}\strike\strike0 12\'c8\'d5\par}".encode("ascii"),
    "a.html": "<html><body><p>6月<s>11</s><span style='text-decoration: line-through'>1</span>12日</p></body>".encode(),
    "a.odt": notice_files.opendocument(
        "",
        '<style:style xmlns:style="s" style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<text:p>6月<text:span text:style-name="T1">11</text:span><text:span text:style-name="T1">1</text:span>12日</text:p>',
    ),
}


@pytest.mark.parametrize("name", STRUCK)
def test_what_is_struck_through_is_no_part_of_a_day_and_told(name):
    read = opening.read(STRUCK[name], name)
    assert [line.text for line in read.lines] == ["6月12日"]
    assert "".join(line.text for line in read.aside).endswith("111")


@pytest.mark.parametrize("size", [120, 400])
def test_a_broken_opendocument_text_is_told_in_one_sentence(size):
    with pytest.raises(command.RefusalError) as told:
        opening.read(notice_files.opendocument("关于")[:size], "a.odt")
    assert str(told.value) == (
        "打不开这个 .odt 文件，可能已损坏；请打开后另存为 .docx 再试"
        " / this .odt file cannot be opened and may be damaged; open it and save it as .docx"
    )


def test_a_head_of_every_page_its_number_and_what_is_written_aslant_stand_aside_in_an_ofd():
    head = f"<ofd:PageBlock>{ofd_files.in_lines(80, 20, '内部资料')}</ofd:PageBlock>"
    aslant = ofd_files.in_lines(50, 150, "样张").replace('ID="9"', 'ID="9" CTM="0.7 0.7 -0.7 0.7 0 0"')
    read = opening.read(ofd_files.file(ofd_files.pages(notices.NOTICE, ofd_files.in_lines), head + aslant), "a.ofd")
    assert [line.text for line in read.lines] == [line.text for line in opening.read(ofd_files.lines(notices.NOTICE), "a.ofd").lines]
    numbers = [f"— {page} —" for page in range(1, read.lines[-1].place.page + 1)]
    assert [line.text for line in read.aside] == [*(text for number in numbers for text in ("内部资料", number)), "样张"]


def test_what_an_ofd_hides_is_left_out():
    hidden = ofd_files.in_lines(30, 50, "报名截止6月5日").replace('ID="9"', 'ID="9" Visible="false"')
    assert lines(ofd_files.file([[hidden, ofd_files.in_lines(30, 50, "报名截止6月8日")]]), "a") == ["报名截止6月8日"]


def test_what_is_drawn_twice_to_look_bold_is_read_once_and_long_gaps_part_words():
    twice = ofd_files.in_lines(30, 50, "甲00") + ofd_files.in_lines(30.1, 50, "甲00")
    apart = ofd_files.in_lines(30, 60, "省教育厅") + ofd_files.in_lines(100, 60, "省妇联")
    assert lines(ofd_files.file([[twice, apart]]), "a") == ["甲00", "省教育厅　　省妇联"]


def test_drawings_that_pages_share_are_read_where_they_stand():
    unit = f'<ofd:CompositeGraphicUnit ID="7"><ofd:Content>{ofd_files.in_lines(0, 10, "文头")}</ofd:Content></ofd:CompositeGraphicUnit>'
    shown = '<ofd:CompositeObject ID="8" Boundary="30 30 90 20" CTM="2 0 0 2 0 0" ResourceID="7"/>'
    given = ofd_files.file([[ofd_files.in_lines(30, 90, "正文"), shown]])
    made = io.BytesIO(given)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("Doc_0/publicres.xml", f"<ofd:Res {ofd_files.SPACE}>{unit}</ofd:Res>")
    assert lines(made.getvalue(), "a") == ["文头", "正文"]


def test_signs_whose_font_does_not_say_which_they_are_are_not_passed_over():
    with pytest.raises(command.RefusalError) as told:
        opening.read(ofd_files.file([[ofd_files.in_lines(30, 50, "关于\ue123\ue05a\uefff的通知")]]), "a.ofd")
    assert str(told.value).startswith("文件里有 3 个字读不出来")


def test_what_a_page_hides_is_left_out_and_told_and_a_break_cuts_no_title():
    page = (
        "<p>关于举办2025年青禾市<br>读书周的通知</p><p>各区教育局：</p><p hidden>内部一</p><p>一、活动安排</p>"
        "<p>（一）开展乡村数字<br/>课堂行动（6月中旬）。授课。<span style='display: none'>内部二</span>（责任单位：市教育局）</p>"
        "<p>（二）<ruby>书<rp>(</rp><rt>shu</rt><rp>)</rp></ruby>展（市科协主办）</p><p>青禾市教育局<br>2025年3月1日</p>"
    )
    made = command.from_notice(f"<html><body>{page}</body></html>".encode(), "a.html", ())
    files = dict(made.files)
    assert "内部" not in "".join(files.values())
    campaign = yaml.safe_load(files["campaigns/qinghe-2025.yml"])
    assert campaign["name"] == "2025年青禾市读书周"
    assert [each["title"] for each in campaign["activities"]] == ["开展乡村数字课堂行动", "书展"]
    told = "\n".join(report.lines(made.report))
    assert ("内部一" in told, "内部二" in told) == (True, True)


ARTICLE = notice_files.article(notices.NOTICE)


@pytest.mark.parametrize("page", [
    f"<html><body><div>首页 政务公开</div><form id=form1 runat=server><input type=hidden value=x>{ARTICLE}</form></body>",
    f"<html><body><div>首页 政务公开</div><pre>{notices.NOTICE}</pre></body>",
], ids=["a form", "preformatted"])  # fmt: skip
def test_a_page_that_is_one_form_or_preformatted_is_read(page):
    assert notices.data(page.encode(), "a.html") == WHOLE


def test_what_stands_beside_the_words_of_an_article_is_told_and_menus_are_not():
    inside = (
        '<a href="https://a.example/bm">点此报名</a><a href="https://a.example/">https://a.example</a><button>我要报名</button>'
        '<img alt="二维码"><svg><text>流程图</text></svg><input type=hidden value=x><input value="填表">'
        '<form>留言<select><option>好</select></form><iframe src="a.pdf"></iframe>'
    )
    page = f"<html><body><nav><a href='https://a.example/x'>首页</a></nav><article><div>{ARTICLE}{inside}</div><footer>抄送：各处</footer></article></body>"
    read = opening.read(page.encode(), "a.html")
    assert read.lines[-1].text == "点此报名https://a.example"
    assert [f"{each.place}：{each.text}" for each in read.aside] == [
        "第 1 处栏目、按钮和页脚：我要报名", "第 1 处图形：流程图", "第 2 处栏目、按钮和页脚：留言好",
        "第 1 处嵌入：文件里还嵌着另一份文件，没有读；请打开后另存再导入", "第 3 处栏目、按钮和页脚：抄送：各处",
        "第 1 处图片：二维码", "第 4 处栏目、按钮和页脚：填表", "第 1 处链接：点此报名（https://a.example/bm）",
    ]  # fmt: skip


def test_what_the_style_of_a_page_hides_is_told_and_what_it_also_shows_is_read():
    style = (
        "/* .a{display:none} */ <!-- .hid, p#gone {display: none} .old{text-decoration:line-through} @media print {.a{display:none}}"
        " .tab{display:none} .tab.on{display:block} .menu .a{display:none} .a:after{visibility:hidden} .row{font-size:0} -->"
    )
    body = (
        "<p>甲<span class='x hid'>一</span><span class=old>二</span><span style='font-size:0pt'>三</span>"
        "<span style='font-size:0.5em'>乙</span></p>"
        "<p id=gone>四</p><p class=a>丙</p><p class='on tab'>丁</p><p class=row><b style='font-size:9pt'>戊</b></p>"
        "<p class=hid style='display:block'>己</p>"
    )
    read = opening.read(f"<html><head><style>{style}</style></head><body>{body}</body>".encode(), "a.html")
    assert [line.text for line in read.lines] == ["甲乙", "丙", "丁", "戊", "己"]
    assert [f"{each.place}：{each.text}" for each in read.aside] == [
        "第 1 处隐藏文字：一", "第 1 处划去的字：二", "第 2 处隐藏文字：三", "第 3 处隐藏文字：四",
    ]  # fmt: skip
